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
# Graphviz reads no text of 16,384 bytes or more, and Pango breaks lines at signs that Graphviz does not count as line ends.
awk 'BEGIN { printf "date,visitors,host_organization\n2024-01-13,Ann,"; while (i++ < 10000) printf "长"; print "\n2024-01-14,Ben,\342\200\250a\342\200\251b\302\205c" }' >long.csv
visitgraph import long.csv
visitgraph render visits -o long.dot
LC_ALL=C awk '{ all = all $0 "\n" } END { count = split(all, texts, "\""); for (i = 1; i <= count; i++) if (length(texts[i]) > most) most = length(texts[i]); print (most < 16384) }' long.dot
LC_ALL=C grep -c "$(printf '\342\200[\250\251]')" long.dot
# A cell in which nothing can be seen says nothing.
printf 'date,visitors,visitor_organization,host_organization\n2024-01-15,Cy\342\200\216,\342\200\252\342\200\254,\330\234\302\255\n' >unseen.csv
visitgraph -d unseen.db import unseen.csv
visitgraph -d unseen.db visits --format csv
visitgraph -d unseen.db render visits -o unseen.svg
