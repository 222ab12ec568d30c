# The order in which the lists come in does not matter
mkdir lists
cat >lists/places.csv <<'END'
地名,上级
云岭,江州市
江州市,
END
cat >lists/names.csv <<'END'
单位名称,简称,上级单位
江州重工股份有限公司,江州重工；江重,江州控股集团
江重铸造,,江州重工
END
cat >lists/people.csv <<'END'
姓名,职务,单位
王伟,总工程师,江重
王伟,处长,云岭
李娜,董事长,江州控股集团
END
# 云岭 acts before any list has said that it is a place; 王伟 is whoever the others say; 赵敏 is only one.
cat >lists/bare.csv <<'END'
日期,来访单位,来访人,接待单位,接待人,陪同人员
2024-05-01,云岭,王伟(处长),江州重工,李娜,
2024-05-02,,王伟,江州重工股份有限公司,,赵敏
2024-05-03,江重铸造,赵敏(厂长),云岭,,
2024-05-04,,赵敏,,李娜,
END
cat >lists/again.csv <<'END'
日期,来访单位,来访人,接待单位,接待人
2024-05-01,云岭,王伟,江重,李娜
2024年5月4日,江重铸造,赵敏,江州控股集团,李娜
END
cat >lists/ties.csv <<'END'
甲方,乙方,合作内容,状态,日期
云岭,江重,矿山机械,签约,2024-05-01
江州重工,云岭,矿山机械,洽谈,2023
云岭,江州重工股份有限公司,矿山机械,落地,
END

cd lists
answer() {
	visitgraph -d $1 $2 --format json >../answer.json
	sqlite3 :memory: "SELECT fullkey, atom FROM json_tree(readfile('../answer.json')) WHERE atom IS NOT NULL AND key NOT IN ('id', 'event') AND fullkey NOT LIKE '%evidence%'"
}
# Names that came first stand first in what has no other order.
said() {
	for question in visits ties stats 'path 李娜 王伟@云岭' timeline; do answer $1 "$question"; done
	for question in 'search 江' 'search 王伟' 'show 云岭' 'show 江重' 'show 赵敏' 'show 李娜'; do answer $1 "$question" | sed 's/\[[0-9]*\]/[]/g' | sort; done
}
try() {
	rm -f ../$1.db
	visitgraph -d ../$1.db import $2 >/dev/null && said ../$1.db >../$1.said
}
try forth 'places.csv names.csv people.csv bare.csv again.csv ties.csv'
try back 'ties.csv again.csv bare.csv people.csv names.csv places.csv'
try one 'bare.csv people.csv ties.csv names.csv places.csv again.csv'
try two 'again.csv ties.csv places.csv bare.csv people.csv names.csv'
try three 'people.csv bare.csv places.csv again.csv ties.csv names.csv'
cd ..
for other in back one two three; do diff forth.said $other.said; done
wc -l <forth.said
visitgraph -d forth.db visits
visitgraph -d forth.db ties
visitgraph -d back.db show 江重
