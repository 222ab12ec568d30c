# A list as a clerk keeps it: a title above, numbers, 一行5人, days without a year, a total below
cat >登记表.csv <<'END'
2023年来访登记表,,,,,
序号,时间,来访单位,来访人,接待领导,事由
1,2023.02.01,临江市商务局,王强一行5人,李明,考察园区
2,2023年2月3日-5日,华盛机电,张三等3人,李明、赵敏,洽谈
3,2023/2/6-2/8,华盛机电,张三（副总经理），李四（工程师）,李明,洽谈
4,2月9日,华盛机电,,李明,洽谈
5,2023-02-10 14:30-16:00,华盛机电,—,李明,洽谈
合计,,,,,
END
iconv -t GB18030 登记表.csv >来访.csv
visitgraph import 来访.csv --lang zh
visitgraph import 来访.csv --lang zh --skip-bad
tail -n 1 来访.csv.rejected.csv
visitgraph visits --lang zh
visitgraph stats --lang zh
visitgraph show 张三 --lang zh
