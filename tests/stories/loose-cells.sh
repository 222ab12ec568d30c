# How many came, who came in brackets, and a title in a row are told apart from names; what is not certain is told
cat >来访.csv <<'END'
日期,来访单位,来访人员,接待单位,接待领导
2024-06-01,甲公司等3家,5人,临江区招商局,董事长、总经理、党委书记王强
2024-06-02,甲公司（张三、李四）（5人）,,临江区招商局,刘芳，局长
2024-06-03,乙公司,John Smith+Mary Jones,临江区招商局,刘芳、丁红、副局长
END
visitgraph import 来访.csv --lang zh
visitgraph visits --lang zh
cat >签约.csv <<'END'
甲方,乙方,项目名称,签约时间,进展情况
临江区,甲公司等3家,隔膜,2024.7.1,已签约
END
visitgraph import 签约.csv --lang zh
visitgraph ties --lang zh
sed 's/进展情况/是否签约/' 签约.csv >签约2.csv
visitgraph import 签约2.csv --lang zh
# a log that does not say who came is no list of people
printf '日期,单位,姓名,职务,事由\n2024-06-04,丙公司,王二,经理,洽谈\n' | tee 记录.csv >来访记录.csv
visitgraph import 记录.csv --lang zh
visitgraph import 来访记录.csv --lang zh
printf '<html><body><table><tr><td>日期</td></tr></table></body></html>' >假.xls
visitgraph import 假.xls --lang zh
