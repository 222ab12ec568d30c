# The examples are drawn: every visit and every tie is there, and the same graph gives the same picture
visitgraph import examples/zh/*.csv >said.txt
visitgraph render visits -o visits.dot --lang zh
visitgraph render visits -o again.dot --lang zh
cmp visits.dot again.dot
visitgraph render visits -o visits.svg --lang zh
# Thirteen visits have an arrow each, or more where more were visited.
sed 's/&#45;/-/g' visits.svg | grep -o 'id="event-[0-9]*' | sort -u | wc -l
grep -c 张红军 visits.svg
visitgraph render ties -o ties.svg --lang zh
visitgraph render visits -o visits.png
od -An -c -N4 visits.png
visitgraph render path 吴通红 于金伟 -o path.pdf
od -An -c -N5 path.pdf
visitgraph render around 正星科技 -o around.svg --depth 2 --title '与"正星"<往来>&更多'
# What a picture shows, as data.
visitgraph render around 正星科技 -o around.json
grep -c '"depth": 1' around.json
visitgraph render path 吴通红 于金伟 --format json -o - | sed -n '/"paths"/,$p' | head -n 22
visitgraph render ties -o nowhere/x.json
visitgraph render timeline -o timeline.svg --from 2023-02-01 --to 2023-02-03
visitgraph render visits -o few.svg --limit 3
visitgraph render visits -o nowhere/x.svg
visitgraph render visits -o picture.bmp
visitgraph render weather -o x.svg
visitgraph render visits
