# What was once wrong stays right
printf '日期,来访人,接待单位\n2024年3月,张三,某公司\n' >a.csv
cp a.csv b.csv
echo 2024-01-01,李,某公司 >>b.csv
printf '姓名\n王\n' >c.csv
visitgraph -d u.db import c.csv a.csv
visitgraph -d u.db undo 1
# After undoing, a month is still the same month.
visitgraph -d u.db import b.csv
visitgraph -d u.db visits
visitgraph -d u.db check
# Two rows of one number are one event, and whoever is in the one met whoever is in the other.
printf '编号,日期,来访人,接待单位,类型\nA1,2024-01-05,张三,,签约\nA1,,,某公司,\n' >m.csv
visitgraph -d m.db import m.csv
visitgraph -d m.db path 张三 某公司
visitgraph -d m.db visits
sqlite3 m.db 'SELECT date, type FROM visit'
# A corrected file that says what another file says takes its own place.
printf '日期,来访人\n2024-01-01,张三\n' >p1.csv
printf '日期,来访人\n2024-01-02,李四\n' >p2.csv
visitgraph -d p.db import p1.csv p2.csv
cp p2.csv p1.csv
visitgraph -d p.db import p1.csv
visitgraph -d p.db visits
# A refused row leaves nothing behind, however often it is said.
awk 'BEGIN { for (i = 0; i < 1100; i++) a = a ";别" i; r = "幽灵公司," a ",幽灵集团"; print "单位名称,简称,上级单位\n" r "\n好公司,,\n" r }' >o.csv
visitgraph -d o.db import --skip-bad o.csv
visitgraph -d o.db search 幽灵
wc -l <o.csv.rejected.csv
# Which of two parents is taken, and which bare names settle each other, is not a matter of order.
printf '单位名称,上级单位\n子公司,中集团\n子公司,乙集团\n' >par.csv
printf '单位名称,简称\n丁集团,乙集团\n' >z.csv
printf '姓名,单位,职务\n王伟,子公司,经理\n王伟,中集团,总裁\n' >p.csv
visitgraph -d 1.db import z.csv par.csv p.csv >1.out
visitgraph -d 2.db import par.csv z.csv p.csv >2.out
visitgraph -d 1.db search 王伟
visitgraph -d 2.db search 王伟
printf '姓名,单位,别名\n王五,甲公司,\n王五,,黎力\n' >a.csv
printf '姓名,单位,别名\n黎力,丙公司,\n' >b.csv
printf '姓名,单位,别名\n赵六,甲公司,王五\n赵六,丙公司,黎力\n' >c.csv
printf '姓名,单位\n赵六,\n' >d.csv
visitgraph -d 3.db import a.csv b.csv c.csv d.csv >3.out
visitgraph -d 4.db import d.csv c.csv a.csv b.csv >4.out
visitgraph -d 3.db stats | grep person
visitgraph -d 4.db stats | grep person
# A name that looks like an address is a name.
visitgraph -d file:x.db import p1.csv
ls *x.db
