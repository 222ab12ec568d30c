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
