# A full disk is a failure, a closed pipe is none
printf 'date,visitors,hosts\n2024-02-01,Ann,Bob\n' >visits.csv
visitgraph import visits.csv
visitgraph visits --format csv >/dev/full
visitgraph help | head -n 1
visitgraph visits | true
printf 'date,visitors,hosts\n2024-02-01,\033[31mAnn,Bob\n' >steering.csv
visitgraph import steering.csv
printf 'no heading\n' >"$(printf 'a\033[2Jb.csv')"
visitgraph import a*.csv
# A picture that does not fit is no picture, and the reason is said.
(trap '' XFSZ; ulimit -f 2; visitgraph render visits -o full.png)
(trap '' XFSZ; ulimit -f 2; visitgraph render visits -o full.svg)
[ -e full.png ] || [ -e full.svg ]
