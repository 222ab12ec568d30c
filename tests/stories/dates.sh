# Every way of writing a date, with its precision
cat >dates.csv <<'END'
日期,来访人,接待人,事由
2023-02-01,甲,乙,01
2023/2/2,甲,乙,02
2023.2.3,甲,乙,03
20230204,甲,乙,04
2023年2月5日,甲,乙,05
2023年2月,甲,乙,06
2023,甲,乙,07
3月上旬,甲,乙,08
2月9日上午,甲,乙,09
1月31日~2月2日,甲,乙,10
2023-02-11 14:30,甲,乙,11
2023/2/12 0:00:00,甲,乙,12
２０２３年２月１３日,甲,乙,13
,甲,乙,14
2023年1月25日至27日,甲,乙,15
END
visitgraph import dates.csv
sqlite3 visitgraph.db 'SELECT purpose, date, until FROM visit ORDER BY purpose'
visitgraph visits --from 2023-02-10 --to 2023-02-12
visitgraph visits --from 2023-03 --lang zh
cat >wrong.csv <<'END'
日期,来访人,接待人,事由
3月上旬,甲,乙,还没有年份
2023-02-29,甲,乙,没有这一天
2023-13-01,甲,乙,没有这个月
18/02/2020,甲,乙,日月不明
45000,甲,乙,序列号
去年,甲,乙,不是日期
2023-02-02~2023-01-31,甲,乙,倒了
END
visitgraph import wrong.csv
visitgraph import wrong.csv --lang zh
# a year that may have ended between two rows is asked for; which way the list is sorted does not matter
printf '日期,来访人,接待人,事由\n2023年12月20日,甲,乙,一\n12月28日,甲,乙,二\n1月5日,甲,乙,三\n' >跨年.csv
visitgraph import 跨年.csv --lang zh
printf '日期,来访人,接待人,事由\n2024年2月5日,甲,乙,一\n1月8日,甲,乙,二\n12月28日,甲,乙,三\n' >倒序.csv
visitgraph import 倒序.csv --lang zh
sed 's/^1月/2024年1月/' 跨年.csv >跨年2.csv
visitgraph import 跨年2.csv --lang zh
