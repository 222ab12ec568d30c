# The database is where -d, the environment or the habit says, and a question never makes one
visitgraph visits
visitgraph -d none.db visits --lang zh
ls
printf 'date,visitors,hosts\n2024-02-01,Ann,Bob\n' >visits.csv
visitgraph import visits.csv --dry-run
visitgraph --database=one.db import visits.csv
visitgraph visits -d one.db
VISITGRAPH_DATABASE=one.db visitgraph visits --format csv
ls
echo 'this is no database' >text.db
visitgraph -d text.db visits
visitgraph -d text.db import visits.csv
visitgraph -d . visits
visitgraph -d one.db check
visitgraph -d one.db undo 9
visitgraph -d one.db undo 1
visitgraph -d one.db visits
visitgraph -d one.db imports
