# Ledgers call their columns many names, in one row or in two; what cannot be a list of visits is refused, with a remedy
cat >来访.csv <<'END'
到访时间,企业名称,负责人,接待领导,陪同部门,洽谈项目
2026/1/1,甲公司,张三,夏正阳,投促中心,无人机
END
cat >走访.csv <<'END'
走访时间,企业名称,企业负责人,走访领导,走访情况
2026/1/2,甲公司,张三,夏正阳,用工
END
cat >两行.csv <<'END'
2026年台账,,,,,
时间,客商情况,,我方情况,,备注
,单位,姓名,领导,陪同,
2026/1/3,乙公司,王五,夏正阳,周颖,首次
END
cat >合并.csv <<'END'
日期,来访单位,,接待单位,,事由
,名称,人员,名称,人员,
2026/1/4,丙公司,李四,湾沚区人民政府,夏正阳,合作
END
visitgraph import 来访.csv 走访.csv 两行.csv 合并.csv --lang zh
visitgraph visits --lang zh
printf '日期,企业名称,负责人\n2026/1/1,甲公司,张三\n' >台账.csv
visitgraph import 台账.csv --lang zh
cp 台账.csv 走访台账.csv
visitgraph import 走访台账.csv --lang zh
sed "s/日期/抵园时刻/; s/企业名称/来访单位/" 台账.csv >无日期.csv
visitgraph import 无日期.csv --lang zh
