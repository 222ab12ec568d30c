# Taking back the second of three imports leaves what the other two give
cat >first.csv <<'END'
日期,来访单位,来访人,接待单位,接待人,地点,事由
2024-03-01,临江市,周远(市长),华盛机电,陈立(总经理),临江市,选址
2024-03-05,华盛机电,王伟(副总经理),临江市,周远(市长),临江市,签约前洽谈
2024-03-09,,王伟,远大物流,,,用车
END
# The second says again what the first says, and things on which the meaning of the first depends.
cat >second.csv <<'END'
日期,来访单位,来访人,接待单位,接待人,地点,事由
2024-03-01,临江市,周远(市长),华盛机电,陈立(总经理),临江市,选址
2024-03-07,远大物流,王伟(司机),华盛机电,陈立,,送货
2024-03-11,华盛机电有限公司,陈立,临江市,周远,,回访
END
cat >third.csv <<'END'
甲方,乙方,合作内容,状态,日期
临江市,华盛机电,新厂,洽谈,2024-03-01
临江市,华盛机电有限公司,新厂,签约,2024-06
END
visitgraph -d all.db import first.csv second.csv third.csv
visitgraph -d two.db import first.csv third.csv
visitgraph -d all.db show 王伟
visitgraph -d all.db undo 2
visitgraph -d all.db imports
visitgraph -d all.db show 王伟

said() {
	visitgraph -d $1.db $2 --format json >answer.json
	sqlite3 :memory: "SELECT fullkey, atom FROM json_tree(readfile('answer.json')) WHERE atom IS NOT NULL AND key NOT IN ('id', 'event', 'import')"
}
for graph in all two; do
	for answer in visits ties stats 'search 华盛' 'show 王伟' 'show 临江市' 'path 王伟 周远' 'timeline'; do said $graph "$answer"; done >$graph.said
done
cmp all.said two.said && wc -l <all.said
visitgraph -d all.db check

# An alias, a place and what a list of people says are taken back as well.
cat >names.csv <<'END'
单位名称,简称,所在地
华盛机电有限公司,华盛机电,临江市
END
visitgraph -d all.db import names.csv
visitgraph -d all.db ties
visitgraph -d all.db undo 4
visitgraph -d all.db ties
for answer in visits ties stats 'search 华盛' 'show 王伟' 'show 临江市' 'path 王伟 周远' 'timeline'; do said all "$answer"; done | cmp - two.said
visitgraph -d all.db undo 9
