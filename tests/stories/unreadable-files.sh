# What cannot be read is said with its cause, and the others still come in
: >empty.csv
printf '\n\n\n' >blank.csv
printf '天气,温度\n晴,20\n' >weather.csv
printf '姓名\n张三\n' >names.csv
printf '日期,日期,来访人\n2024-01-01,2024-01-02,张三\n' >twice.csv
printf '日期,来访人\n2024-01-01,"张三\n2024-01-02,李四\n' >unclosed.csv
printf '日期,来访人\n2024-01-01,张三\n2024-01-02,\377\376\n' >broken.csv
printf '日期,来访人\n2024-01-01,\000张三\n' >zero.csv
printf '日期,来访人,心情\n2024-01-01,张三,好\n2024-01-02,李四,\n' >mood.csv
visitgraph import empty.csv blank.csv weather.csv names.csv twice.csv unclosed.csv broken.csv zero.csv mood.csv
visitgraph import missing.csv
visitgraph import .
visitgraph show 张三
visitgraph import names.csv --as people
visitgraph import weather.csv --as visits --lang zh
visitgraph import examples/zh/visits.csv --encoding klingon
visitgraph import examples/zh/visits.csv --as poems
visitgraph -d nowhere/x.db import names.csv
visitgraph -d none.db visits
[ ! -e none.db ]
printf 'no database' >notes.txt
visitgraph -d notes.txt visits
