# The shortest connection, and what changes it
cat >visits.csv <<'END'
date,visitors,visitor_organization,hosts,host_organization,place
2024-01-10,Ana,North Works,Ben,South Mill Ltd,Eastham
2024-02-10,Ben,South Mill Ltd,Cleo,West Bank plc,
2024-03-10,Ana,North Works,Dora,Hill Farm Ltd,Westham
2024-04-10,Dora,Hill Farm Ltd,Cleo,West Bank plc,
2024-05-10,Eve,Lone Star Inc,Finn,Far Away Inc,Eastham
END
cat >ties.csv <<'END'
a,b,topic,status,date
West Bank plc,Quay Office,credit line,signed,2024-06
END
visitgraph import visits.csv ties.csv
visitgraph path Ana Cleo
visitgraph path Ana Cleo --all --format json
visitgraph path Ana Cleo --avoid Ben
visitgraph path Ana Cleo --avoid Ben --avoid Dora
visitgraph path Ana Cleo --from 2024-03
visitgraph path Ana Cleo --max-length 1
visitgraph path Ana 'Quay Office' --format csv
visitgraph path Ana Ana
# That two things happened in one place is no connection, unless one asks for it.
visitgraph path Ana Eve
visitgraph path Ana Eve --format json
visitgraph path Ana Eve --through places
visitgraph path Ana Nobody
# What two lists state has both as its source; a picture names the first and counts the others.
printf 'date,visitors,visitor_organization,hosts,host_organization\n2024-05-10,Eve,Lone Star Inc,Finn,Far Away Inc\n' >one.csv
cat one.csv >two.csv
printf '2024-05-11,Gus,Lone Star Inc,Finn,Far Away Inc\n' >>two.csv
visitgraph -d twice.db import one.csv two.csv
visitgraph -d twice.db path Eve Finn
visitgraph -d twice.db render path Eve Finn -o - --format dot | grep -o 'one.csv:2 ([^)]*)'
