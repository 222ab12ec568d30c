# Whoever reads a long answer slowly keeps nobody from importing, and is told that the rest is stale
awk 'BEGIN { print "date,visitors,hosts"; for (i = 0; i < 3000; i++) printf "2024-%02d-%02d,Ann %d,Bob %d\n", i % 12 + 1, i % 28 + 1, i, i }' >many.csv
printf 'date,visitors,hosts\n2024-02-01,Cleo,Dora\n' >one.csv
visitgraph import many.csv
visitgraph visits --format csv | wc -l
# One line is read, then a list comes in, then the rest is read.
visitgraph visits --format csv 2>complaint | (read -r first; visitgraph import one.csv; cat >rest)
cat complaint
test "$(wc -l <rest)" -lt 3000
visitgraph visits --format csv | wc -l
