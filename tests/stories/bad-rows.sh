# A list with seven bad rows among a thousand: nothing comes in, or all the others do, and no row vanishes
cat >thousand.awk <<'END'
function row(cells) { print day "," cells }
BEGIN {
	fault[13] = fault[130] = fault[299] = fault[300] = fault[512] = fault[777] = fault[1000] = 1
	print "日期,结束日期,来访人,来访单位,接待人,接待单位,事由"
	for (i = 1; i <= 1000; i++) {
		day = sprintf("2024-%02d-%02d", i % 12 + 1, i % 28 + 1)
		rest = sprintf("来宾%d(经理),来访公司%d,主人%d,接待公司%d,\"第%d次,洽谈\"", i, i % 90, i % 70, i % 40, i)
		if (!(i in fault)) row("," rest)
		else if (i == 13) { day = "2024-02-30"; row("," rest) }
		else if (i == 130) { day = "不日"; row("," rest) }
		else if (i == 299) { day = "45321"; row("," rest) }
		else if (i == 300) row("2023-12-31," rest)
		else if (i == 512) row(",,,,,没有人")
		else if (i == 777) row("," rest ",多出一格")
		else { day = "18/02/2024"; row("," rest) }
	}
}
END
awk -f thousand.awk >visits.csv
visitgraph import examples/zh/*.csv >first.txt
cksum <visitgraph.db >before
visitgraph import visits.csv
cksum <visitgraph.db | cmp - before
visitgraph import visits.csv --lang zh 2>&1 | tail -n 1
[ ! -e visits.csv.rejected.csv ]

# Rehearsed, then done.
visitgraph import --skip-bad --dry-run visits.csv 2>/dev/null
cksum <visitgraph.db | cmp - before
[ ! -e visits.csv.rejected.csv ]
visitgraph import --skip-bad visits.csv 2>/dev/null
cat visits.csv.rejected.csv
visitgraph visits --from 2024 --format csv | wc -l

# The same again changes nothing, not even a byte.
cksum <visitgraph.db >after
visitgraph import --skip-bad visits.csv
cksum <visitgraph.db | cmp - after

# Corrected where the complaint was, the rejected rows come in as they stand.
sed -i 's/2024-02-30/2024-02-28/; s/不日/2024-03/; s/45321/2024-01-30/; s/2023-12-31//; s/18.02.2024/2024-02-18/' visits.csv.rejected.csv
sed -i 's/,,,,,没有人/,来宾512,,,,没有人/; s/,多出一格//' visits.csv.rejected.csv
visitgraph import visits.csv.rejected.csv
visitgraph visits --from 2024 --format csv | wc -l
visitgraph check

# What does not fit below the headings stands behind the reason, and is still there after another try.
printf '日期,来访人\n坏,张三\n2024-01-01,李四,多出的\n' >wide.csv
visitgraph import --skip-bad wide.csv 2>/dev/null
visitgraph import --skip-bad wide.csv.rejected.csv 2>/dev/null
cat wide.csv.rejected.csv.rejected.csv
