# What a cell holds beside a name is taken off it where that is certain, and told of where it is not
cat >台账.csv <<'END'
日期,来访单位,来访人员,接待领导
2026-01-03,甲公司,总工程师 钱进,区长 夏正阳 副区长 欧阳静
2026-01-04,湾沚区人民政府,黄伟带队,苏州恒迈精密机械股份有限公司 顾敏华
2026-01-05,湾沚区人民政府,1.周 颖 2.丁磊 等 5 人,深圳市芜湖商会 会长 汪海洋
2026-01-06,乙公司,总经理,院长李建国教授
2026-01-07,丙公司,张三 总经理 李四,区长：夏正阳
END
visitgraph import 台账.csv --lang zh
visitgraph visits --lang zh
cat >人员.csv <<'END'
姓名,单位,职务
王小二、李小三,甲公司,科长
王小四,甲公司,科长
END
visitgraph import 人员.csv --lang zh
