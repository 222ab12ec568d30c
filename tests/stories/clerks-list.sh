# A list as a clerk keeps it: a title and who filled it in above, numbers, 一行5人, days without a year, a total below
cat >登记表.csv <<'END'
2023年来访登记表,,,,,
填表单位：商务局,,,填表人：李明,,
序号,时间,来访单位,来访人,接待领导,事由
1,2023.02.01,临江市商务局,王强一行5人,李明,考察园区
2,2023年2月3日-5日,华盛机电,张三等3人,李明、赵敏,洽谈
3,2023/2/6-2/8,华盛机电,张三（副总经理），李四（工程师）,李明,洽谈
4,2月9日,华盛机电,,李明,洽谈
5,2023-02-10 14:30-16:00,华盛机电,—,李明,洽谈
6,2023-02-11,,,,待定
合计,,,,,5批次
审核人：赵敏,,,,,
END
iconv -t GB18030 登记表.csv >来访.csv
visitgraph import 来访.csv --lang zh
visitgraph import 来访.csv --lang zh --skip-bad
tail -n 1 来访.csv.rejected.csv
visitgraph visits --lang zh
visitgraph stats --lang zh
visitgraph show 张三 --lang zh
cat >接待.csv <<'END'
,来訪情况,,接待情况,,
日期,来訪嘉宾,职务,单位,接待人,职务,陪同人员
2023-03-01,周建平 李晓梅,董事长；总监,华盛机电,王磊,局长,区领导
2023-03-02,陈国栋 董事长；刘洋 总经理,,华盛机电,王磊/赵敏,,"李晓梅,钱进"
2023-03-03,买买提·吐尔逊副区长等领导,,新市区,王磊（13800001234）,,
END
visitgraph import 接待.csv --lang zh
visitgraph visits --lang zh --from 2023-03
