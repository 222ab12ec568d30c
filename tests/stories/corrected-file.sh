# The same file again changes nothing, and a corrected one replaces what its earlier version said
cp examples/en/visits.csv .
visitgraph import visits.csv
cksum <visitgraph.db >before
visitgraph import visits.csv
visitgraph import visits.csv --lang zh
cksum <visitgraph.db | cmp - before
visitgraph import ./visits.csv <visits.csv
cp visits.csv copy.csv
visitgraph import copy.csv
cksum <visitgraph.db | cmp - before
visitgraph import --dry-run examples/zh/visits.csv
cksum <visitgraph.db | cmp - before

sed -i 's/^10,,/10,2024-11-05,/; /^9,/d' visits.csv
visitgraph import visits.csv
visitgraph visits 'Kestrel Coast Polytechnic' --from 2024-11
visitgraph visits Quillbridge
visitgraph imports
visitgraph check

# Under a name of its own it stands beside the other: only the user knows that it is one.
sed 's/^7,2024-06-20/7,2024-06-21/' visits.csv >final.csv
visitgraph -d both.db import visits.csv 2>said.txt
visitgraph -d both.db import final.csv
visitgraph -d both.db undo 1
printf 'date,visitors,hosts\n2024-05-09,Una Ward,Ivo Kern\n' >own.csv
visitgraph -d both.db import own.csv

# From another program: the same words through a pipe.
cat visits.csv | visitgraph import -
visitgraph -d piped.db import - --as visits --source https://example.org/log <visits.csv
cat visits.csv | visitgraph -d piped.db import - --source https://example.org/log
visitgraph -d piped.db visits 'Helga Dorn'
