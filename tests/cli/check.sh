# check finds what is damaged in what was inferred, and makes it anew
visitgraph import examples/zh/*.csv >/dev/null
visitgraph check
sqlite3 visitgraph.db 'DELETE FROM same WHERE name = (SELECT max(name) FROM same)'
visitgraph check
visitgraph check --rebuild
visitgraph check
sqlite3 visitgraph.db "UPDATE link SET refs = x'07' WHERE id = (SELECT min(id) FROM link)"
visitgraph check --lang zh
visitgraph check --rebuild --lang zh
# A row that only adds that somebody is called what he is called says nothing new.
printf 'name,organization,aliases\n王强,商务局,\n王强,商务局,王强\n' >self.csv
visitgraph -d self.db import self.csv
visitgraph -d self.db check
