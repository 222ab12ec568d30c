# Every name in the graph is known when news are read, but gives way to a longer name that it is part of
cat >page.txt <<END
本报讯 2024年5月6日，云上小筑到访江州市商务局，风之谷陪同。

5月7日，全市提高峰值，高峰来到云上小筑调研。
END
visitgraph extract page.txt | grep -E '"(name|visitors|quote)"'
cat >firms.csv <<END
单位名称,简称
云上小筑,
风之谷科技有限公司,风之谷
END
cat >people.csv <<END
姓名,职务,单位
高峰,局长,江州市商务局
END
printf '地名\n江州市\n' >places.csv
visitgraph import firms.csv people.csv places.csv
visitgraph extract -d visitgraph.db page.txt | grep -E '"(kind|name|quote)"'
visitgraph import page.txt
visitgraph visits
visitgraph extract --explain -d visitgraph.db page.txt | grep 峰值 -A7
echo '本报讯 5月8日，风之谷艺云科技有限公司到访江州市商务局。' >longer.txt
visitgraph extract --explain -d visitgraph.db longer.txt
printf '单位名称,简称\n中共湾沚区委,区委\n湾沚区商务局,区商务局\n' >offices.csv
visitgraph import offices.csv
echo '本报讯 2024年6月8日，鸠江区委书记汪洋到云上小筑考察，区委副书记徐俊、区商务局局长李红陪同。' >other.txt
visitgraph extract --explain -d visitgraph.db other.txt
visitgraph extract -d visitgraph.db other.txt | grep -E '"(name|visitors|companions|organization)"'
visitgraph extract -d none.db page.txt
visitgraph check
