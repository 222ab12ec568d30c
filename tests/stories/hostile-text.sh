# Text that means something to a spreadsheet, a terminal, a picture or a database stays text
cat >visits.csv <<'END'
date,visitors,visitor_organization,host_organization,purpose,mood
2024-01-10,"O'Hara; DROP TABLE name",A&B <Ltd>,"=SUM(A1:A9)","say ""hi"" | now\n","{good}"
2024-01-11,'=HYPERLINK("x"),@home,C\D,"two
lines",+1
END
visitgraph import visits.csv
visitgraph visits --format csv
visitgraph visits --format md
visitgraph visits --format json
visitgraph search "O'H"
visitgraph search '%'
visitgraph search '"'
visitgraph show "A&B <Ltd>"
visitgraph render visits -o visits.svg
grep -o '<title>visitgraph' visits.svg
grep -c '<script' visits.svg
visitgraph render visits -o - --title '"]; evil [' | tail -n 1
printf 'date,visitors\n2024-01-12,\033[31mred\n' | visitgraph import -
