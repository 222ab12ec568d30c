# Titles stand beside names without brackets, cells are merged, 同上 stands for the cell above; a picture may be of one alone
cat >走访.csv <<'END'
日期,走访领导,走访企业,企业接待人,陪同人员,走访内容
2023/1/5,张红军书记,正兴电子有限公司,董事长刘建华,王局长、刘科长,用工
2023/1/12,张红军,正兴电子有限公司,刘建华总,投资促进局王敏局长等一行5人,融资
2023/2/1,党工委书记、管委会主任张红军,（无）,老赵,待定,扩产
END
visitgraph import 走访.csv --lang zh
visitgraph visits --lang zh
visitgraph search 张红军 --lang zh
visitgraph render visits 张红军 --lang zh -o 张红军.dot
grep -o "张红军 的往来[^<\"]*" 张红军.dot | head -n 1
cat >合并.csv <<'END'
日期,来访单位,来访人,接待单位
2023-02-01,甲公司,李四,高新区
,,王五,
,,赵六,
END
visitgraph import 合并.csv --lang zh
sed '3s/^,,/同上,同上,/' 合并.csv >同上.csv
visitgraph import 同上.csv --lang zh
