# One public body in other words is one, whichever list comes first; so a page of news takes nobody's visits away
cat >people.csv <<'END'
姓名,职务,单位
宋国平,区委书记,中共湾沚区委员会
陈志远,区长,湾沚区人民政府
刘芳,主任,高新区管委会
END
cat >visits.csv <<'END'
日期,来访单位,来访人员,接待人
2026-05-01,甲公司,张三,宋国平
2026-05-03,乙公司,李四,区委书记宋国平
2026-05-04,丙公司,王五,陈志远
2026-05-05,丁公司,赵六,刘芳
END
cat >more.csv <<'END'
日期,来访单位,来访人员,接待单位,接待人
2026-05-06,甲公司,张三,中共湾沚区委,宋国平
2026-05-07,甲公司,张三,湾沚区政府,陈志远
2026-05-08,甲公司,张三,高新区管理委员会,刘芳
2026-05-09,甲公司,张三,湾沚区党政代表团,孙七
END
printf '2026年6月2日，湾沚区委书记宋国平、区长陈志远会见海尔集团公司总裁周云杰。\n' >page.txt
visitgraph import people.csv visits.csv more.csv page.txt
visitgraph show 宋国平
visitgraph visits 陈志远
visitgraph visits 刘芳
visitgraph search 湾沚区
visitgraph check
# In any order, and with the division named last.
printf '地名\n湾沚区\n高新区\n' >places.csv
visitgraph import places.csv >said.txt
for order in 'places.csv page.txt more.csv visits.csv people.csv' 'visits.csv more.csv people.csv page.txt places.csv'; do
	rm -f other.db
	for list in $order; do visitgraph -d other.db import $list >said.txt 2>&1; done
	for name in 宋国平 陈志远 刘芳; do visitgraph -d other.db visits $name --format csv; done | grep -o '^[0-9-]*,[^,]*,[^,]*' | sort | cksum
	visitgraph -d other.db check
done
for name in 宋国平 陈志远 刘芳; do visitgraph visits $name --format csv; done | grep -o '^[0-9-]*,[^,]*,[^,]*' | sort | cksum
