# What a list states and a newspaper tells in other words is one visit with two sources, in whatever order they come in
mkdir in
cat >in/places.csv <<'END'
地名,别名,上级
江州市,江州,
江州高新区,高新区,江州市
END
cat >in/people.csv <<'END'
姓名,职务,单位
李青,副市长,江州市
END
cat >in/visits.csv <<'END'
日期,类型,来访单位,来访人员,接待单位,接待人,地点,事由
2024-03-05,考察,江州市,李青(副市长),云海电子有限公司,王强(董事长),云海市,芯片
2024-03-06,座谈,江州市,李青(副市长),云海材料有限公司,,云海市,
2024-03-07,考察,江州市,,云海机械有限公司,陈刚(总经理),云海市,
2024-03-08,考察,江州市,李青(副市长),云海纺织有限公司,,云海市,上午
2024-03-08,考察,江州市,李青(副市长),云海纺织有限公司,,江州市,下午
END
cat >in/ties.csv <<'END'
甲方,乙方,合作内容,状态,日期
江州市,云海电子有限公司,芯片封装生产线,签订,2024-03-05
END
cat >in/city.txt <<'END'
# 副市长李青赴云海市考察

本报讯 2024年3月5日，江州市副市长李青拜访了云海电子有限公司董事长王强。江州市与云海电子有限公司签订芯片封装生产线项目协议。

2024年3月6日，江州市副市长李青来到云海材料有限公司调研。

2024年3月8日，江州市副市长李青来到云海纺织有限公司调研。
END
cat >in/firm.txt <<'END'
# 江州市党政代表团到访云海机械有限公司

本报讯 2024年3月7日，江州市党政代表团到云海机械有限公司考察。

2024年3月5日，江州市副市长李青来到云海电子有限公司调研。
END
cat >in/elsewhere.txt <<'END'
本报讯 2024年4月1日，东山高新区党工委书记赵刚到东山钢铁有限公司考察。高新区还将支持企业发展。
END
cd in
try() { # NAME FILES
	rm -f ../$1.db
	visitgraph -d ../$1.db import $2 >/dev/null
	visitgraph -d ../$1.db check
	visitgraph -d ../$1.db visits --format csv | sed 's/"//g' | sort >../$1.visits
	visitgraph -d ../$1.db ties --format csv | sed 's/"//g' | sort >../$1.ties
}
try lists 'places.csv people.csv visits.csv ties.csv city.txt firm.txt elsewhere.txt'
try press 'elsewhere.txt firm.txt city.txt ties.csv visits.csv people.csv places.csv'
try mixed 'firm.txt visits.csv city.txt places.csv elsewhere.txt ties.csv people.csv'
cd ..
cut -d, -f1-7,9- lists.visits
cat lists.ties
sources_in_order() { tr -d ' ' <$1 | awk -F, '{ for (f = NF - 2; f <= NF; f += 2) { n = split($f, s, ";"); for (i = 1; i <= n; i++) for (k = i; k > 1 && s[k] < s[k-1]; k--) { t = s[k]; s[k] = s[k-1]; s[k-1] = t } $f = ""; for (i = 1; i <= n; i++) $f = $f ";" s[i] } } 1'; }
for other in press mixed; do for answer in visits ties; do
	sources_in_order lists.$answer >one; sources_in_order $other.$answer >two; diff one two
done; done
# a page that names no year tells of the year that the list states; where several may be meant, of none
cat >noyear.txt <<'END'
本报讯 3月6日，江州市副市长李青来到云海材料有限公司调研。4月9日，江州市副市长李青来到云海建材有限公司调研。5月1日，江州市副市长李青来到云海服装有限公司调研。
END
printf '日期,来访单位,来访人员,接待单位\n2022-04-09,江州市,李青,云海建材有限公司\n2023-04-09,江州市,李青,云海建材有限公司\n' >yearly.csv
visitgraph -d years.db import in/visits.csv yearly.csv noyear.txt
visitgraph -d years.db visits 李青 --format csv | cut -d, -f1-8,10- | grep noyear
visitgraph -d years.db visits 云海服装有限公司 --format json | grep '"day"'
visitgraph -d years.db check
# two articles on one page are two sources
cat >two.txt <<'END'
# 市领导调研云海材料

本报讯 2024年6月6日，江州市副市长李青来到云海材料有限公司调研。

# 云海材料迎来江州客人

本报讯 6月6日，江州市副市长李青到访云海材料有限公司，董事长王强陪同。6月7日，江州市副市长李青到云海电子有限公司考察。
END
visitgraph -d two.db import two.txt
visitgraph -d two.db visits --format csv | cut -d, -f1-5,9-
# 高新区 is what a list says it is, whatever a newspaper calls by it
visitgraph -d press.db search 高新区 --format csv
# what stands for a visit is what a list states
sqlite3 press.db 'SELECT date, type, place, purpose FROM visit ORDER BY 1, 4'
# taken back, the newspaper's own visit remains
visitgraph -d lists.db undo 3
visitgraph -d lists.db visits --format csv | cut -d, -f1,2,7-
visitgraph -d lists.db check
