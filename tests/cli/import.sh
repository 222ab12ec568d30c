# Importing says for each file what became of it, and one bad file does not keep the others out
printf 'date,visitors,hosts\n2024-02-01,Ann,Bob\n' | visitgraph import -
printf 'date,visitors,hosts\n2024-02-02,Ann,Zoe\n2024-02-02,Ann,Zoe\n' >twice.csv
printf 'date,visitors,hosts\n2024-02-30,Ann,Zoe\n' >bad.csv
printf '姓名,单位\n王芳,远大机械\n' | iconv -t GB18030 >people.csv
visitgraph import twice.csv bad.csv nowhere.csv people.csv
visitgraph import twice.csv
visitgraph import bad.csv --lang zh
visitgraph import people.csv --lang zh
printf 'date,visitors,hosts\n2024-02-03,Ann,Zoe\n' >twice.csv
visitgraph import twice.csv
visitgraph import twice.csv --source https://example.org/list
visitgraph visits Zoe
visitgraph imports --lang zh
visitgraph imports --limit 1 --format csv
visitgraph import bad.csv --skip-bad
cp twice.csv ./--odd.csv
visitgraph import -- --odd.csv
visitgraph import twice.csv --as people
visitgraph import twice.csv --as things
