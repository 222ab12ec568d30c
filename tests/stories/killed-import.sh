# An import that is killed has happened or has not, and nothing in between
awk 'BEGIN { print "日期,来访人,来访单位,接待单位"; for (i = 0; i < 20000; i++) printf "2024-%02d-%02d,来宾%d,来访公司%d,接待公司%d\n", i % 12 + 1, i % 28 + 1, i, i % 900, i % 400 }' >many.csv
visitgraph import examples/zh/*.csv >said.txt
cp visitgraph.db before.db
# Killed after a tenth of a second, two tenths …: either what was before, or all of it.
kill_after() {
	cp before.db visitgraph.db
	visitgraph import many.csv >said.txt 2>&1 &
	sleep $1
	kill -9 $! 2>said.txt
	wait $! 2>said.txt
	count=$(visitgraph visits --format csv | wc -l)
	[ $count = 14 ] || [ $count = 20014 ] || echo "after $1 seconds: $count"
	visitgraph check >said.txt || cat said.txt
}
for time in 0.01 0.05 0.1 0.15 0.2 0.3 0.5; do kill_after $time; done
visitgraph import many.csv >said.txt
visitgraph visits --format csv | wc -l
ls visitgraph.db*
