# Answers come as table, CSV, JSON and Markdown, and no cell can do harm in any of them
cat >visits.csv <<'END'
日期,来访人,来访单位,接待人,接待单位,地点,事由
2024-02-01,=1+1(经理),"甲,公司",张三,乙|公司,"""丙""城","第一行
第二行"
2024-03,李四(局长、书记),丁局,张三(总经理),乙|公司,,@SUM(A1)
END
visitgraph import visits.csv
visitgraph visits
visitgraph visits --lang zh
visitgraph visits --format csv --lang zh
visitgraph visits --format md
visitgraph visits --format json
visitgraph search 张 --format csv
visitgraph imports --format json
visitgraph stats --format md

# What comes out as CSV can go in again.
visitgraph visits --format csv --lang zh >again.csv
visitgraph -d again.db import again.csv
visitgraph -d again.db visits --lang zh

# Nothing found: an empty answer, and exit code 1.
visitgraph visits --from 2030
visitgraph visits --from 2030 --format json
visitgraph visits --from 2030 --format csv
visitgraph path 张三 李四 --max-length 0
visitgraph path 张三 '乙|公司' --format json --from 2030
