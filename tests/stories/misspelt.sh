# Who is misheard or written without marks is found; who came along stands on the page of where they come from
cat >visits.csv <<'END'
日期,来访单位,来访人员,接待单位,接待人,陪同人员,地点
2024-05-06,武汉市招商局,李晓梅(局长),乙公司,陈静(总经理),周明(乙公司副总经理)、赵强(市科技局处长),武汉市
2024-06,丁公司,Müller(总裁),武汉市招商局,李晓梅(局长),赵强(市科技局处长),武汉市
END
cat >people.csv <<'END'
姓名,职务,单位
周明,副总经理,乙公司
END
printf '单位名称\n中国（四川）自由贸易试验区成都高新技术产业开发区管理委员会发展改革和规划管理局\n' >firms.csv
visitgraph import people.csv visits.csv firms.csv
visitgraph search muller
visitgraph search MÜLLER
visitgraph search 李小梅
visitgraph search 李小云
visitgraph search lixm
visitgraph search 李xmei
visitgraph search '李 xm'
visitgraph search lixl
visitgraph search zgsc
visitgraph search zhgsichmy
visitgraph show 李小梅 --lang zh
visitgraph show 武汉
visitgraph visits --place 武汉 --lang zh
visitgraph visits 乙公司 --visitor 陈静
visitgraph show 乙公司
visitgraph show 市科技局 --lang zh
