# The same lists in three encodings, delimiters and languages of headings give the same graph
visitgraph -d plain.db import examples/zh/*.csv >plain.txt

mkdir gb bom wide
for list in examples/zh/*.csv; do
	sed 's/,/;/g' $list | iconv -t GB18030 >gb/${list##*/}
done
visitgraph -d gb.db import gb/*.csv

# Chinese headings become English ones, and Excel's mark stands in front.
cat >headings.sed <<'END'
1s/行政区划代码/code/; 1s/来访单位/visitor_organization/; 1s/来访人员/visitors/; 1s/接待单位/host_organization/
1s/接待人/hosts/; 1s/陪同人员/companions/; 1s/单位名称/name/; 1s/上级单位/parent/; 1s/合作内容/topic/
1s/地名/name/; 1s/姓名/name/; 1s/职务/title/; 1s/简称/aliases/; 1s/别名/aliases/; 1s/备注/notes/; 1s/上级/parent/
1s/所在地/place/; 1s/地点/place/; 1s/事由/purpose/; 1s/来源/source/; 1s/日期/date/; 1s/类型/type/; 1s/行业/industry/
1s/状态/status/; 1s/甲方/a/; 1s/乙方/b/; 1s/单位/organization/
END
for list in examples/zh/*.csv; do
	(printf '\357\273\277'; sed -f headings.sed $list | sed 's/$/\r/') >bom/${list##*/}
done
sed -n 1p bom/visits.csv
visitgraph -d bom.db import bom/*.csv

for list in examples/zh/*.csv; do
	tr ',' '\t' <$list | iconv -t UTF-16 >wide/${list##*/}
done
visitgraph -d wide.db import wide/*.csv

# Everything that an answer says, but for where it stands.
facts() {
	visitgraph -d $1.db $2 --format json >answer.json
	sqlite3 :memory: "SELECT fullkey, atom FROM json_tree(readfile('answer.json')) WHERE atom IS NOT NULL AND fullkey NOT LIKE '%evidence%'"
}
for graph in plain gb bom wide; do
	for answer in visits ties 'show 郑州高新区' 'search 科技'; do facts $graph "$answer"; done >$graph.facts
done
wc -l <plain.facts
cmp plain.facts gb.facts && cmp plain.facts bom.facts && cmp plain.facts wide.facts
