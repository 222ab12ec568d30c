# A division that acts is one place, whether it is found in a column of organizations or of places
cat >visits.csv <<'END'
日期,来访单位,来访人,接待单位,地点
2024-01-05,青川,白梅,东港科技园,东港科技园
2024-01-06,东港科技园,,南屏县,南屏县
END
visitgraph import visits.csv
visitgraph search 东港 --format json
visitgraph search 青川 --format json
printf '地名,上级\n青川,西岭省\n' >places.csv
visitgraph import places.csv
visitgraph search 青川 --format json
visitgraph show 青川 --lang zh
visitgraph path 白梅 南屏县
visitgraph undo 2
visitgraph search 青川 --format json
# A division named for the first time may be what a known government is part of: all is settled as if it came at once.
cat >governments.csv <<'END'
name,aliases
郑州市人民政府,丁市人民政府
END
cat >mayor.csv <<'END'
name,title,organization
何雄,市长,郑州市人民政府
END
printf 'date,visitors,visitor_organization,hosts,host_organization\n2023-02-01,何雄,郑州市,赵甲,甲公司\n' >zhengzhou.csv
printf 'date,visitors,visitor_organization,host_organization\n2023-02-02,李四,甲公司,丁市\n' >ding.csv
visitgraph -d governments.db import --as organizations governments.csv
visitgraph -d governments.db import mayor.csv zhengzhou.csv ding.csv
visitgraph -d governments.db check
