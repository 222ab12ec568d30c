# What a cell says of somebody's organization stands before the unit of his row, so that he is whom other lists know
cat >人员.csv <<'END'
姓名,职务,单位
宋国平,区委书记,中共临江区委
何军,主任,临江经济开发区
王强,副总裁,乙集团
END
cat >来访.csv <<'END'
日期,来访单位,来访人员,接待单位,接待人
2024-06-01,甲科技有限公司,王强（乙集团副总裁）,临江区招商局,区委书记宋国平
2024-06-02,甲科技有限公司,李刚（研发中心主任）,临江区招商局,临江经济开发区主任何军、招商局局长刘芳
2024-06-03,中国移动通信集团有限公司,海川公司总经理周游,临江区招商局,副局长刘芳
END
visitgraph import 人员.csv 来访.csv --lang zh
visitgraph visits --lang zh
for name in 宋国平 何军 王强; do
	visitgraph search "$name" --lang zh
	visitgraph visits "$name" --lang zh --format csv
done
