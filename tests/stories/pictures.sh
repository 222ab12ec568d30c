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
# of very many visits a timeline draws the latest; one of several days says when it ended
{ echo 'date,until,visitors,hosts'; for i in $(seq 10 99); do echo "20$i-05-01,,Ann,Host $i"; echo "20$i-06-01,20$i-06-03,Bob,Host $i"; done; } >many.csv
visitgraph -d many.db import many.csv
visitgraph -d many.db render timeline -o - --format dot >many.dot
grep -oE 'B>[0-9-]+<' many.dot | sed -n '1p;$p'
grep -c 'drawn on .*not shown: + 80 more' many.dot
visitgraph -d many.db render timeline --from 2012 --to 2012-12 -o - --format dot | grep -oE '>(06|05)-[^<]*<|>visit<' | sort
visitgraph -d many.db render timeline --limit 1 -o - --format dot | grep -oE 'B>[0-9-]+<'
# around one, whoever came last stands on top
{
	echo 'date,visitors,visitor_organization,hosts,host_organization'
	for i in $(seq 10 28); do
		case $i in *[05]) other=";Other $i" ;; *) other= ;; esac
		case $i in 1[258]|2[147]) firm=Co ;; 1[36]|2[08]) firm=Corporation ;; *) firm='A firm of a longer name' ;; esac
		echo "2024-05-$i,Guest $i$other,$firm $i,Ann;Ben,Town"
	done
	echo '2024-06-29,Ben,Town,Guest 29,Co 29'
	echo '2024-06-30,Ann,Town,Guest 30,Co 30'
	echo '2024-07-01,Ann,Town,Guest 31,Co 31'
} >fan.csv
visitgraph -d fan.db import fan.csv
visitgraph -d fan.db render around Town -o fan.svg
sed -n 's/.* y="\([-0-9.]*\)".*>05&#45;\([0-9]*\) visit.*/\1 \2/p' fan.svg | sort -n | cut -d' ' -f2 | paste -sd' '
