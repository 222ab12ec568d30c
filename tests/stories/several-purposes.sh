# What reports of one visit say it was about, and their notes, stand side by side; each line proves its own
cat >visits.csv <<'END'
日期,来访单位,来访人员,接待单位,接待人,地点,事由,备注
2024-05-06上午,明远材料有限公司,张立国,江州市,陈志远,江州市,锂电隔膜,第一次
2024-05-06下午,明远材料有限公司,张立国,江州市,陈志远,江州市,疫苗研发,第二次
END
cat >more.csv <<'END'
日期,来访单位,来访人员,接待单位,接待人,地点,事由,备注
2024-05-06,明远材料有限公司,张立国,江州市,陈志远,江州市,锂电隔膜,第一次
2024-05-06,明远材料有限公司,张立国,江州市,陈志远,江州市,用地,
END
cat >ties.csv <<'END'
甲方,乙方,合作内容,状态,日期,总投资
江州市,明远材料有限公司,锂电隔膜,洽谈,2024-05-06,5亿
江州市,明远材料有限公司,锂电隔膜,签约,2024-06-06,8亿
END
visitgraph --lang zh import *.csv 2>/dev/null
visitgraph --lang zh visits
visitgraph --lang zh visits --topic 疫苗 --format csv
visitgraph visits --format json | sed -n '/"purpose"/,$p'
visitgraph ties --format json | grep -E '"(note|line)"'
sqlite3 visitgraph.db 'SELECT date, purpose FROM visit ORDER BY 1'
# what a row says beside stands in every list, and below the rows about one
visitgraph --lang zh visits 张立国
visitgraph --lang zh show 明远材料有限公司
visitgraph --lang zh ties --format csv
# a list in a file is one that a spreadsheet reads
visitgraph --lang zh visits -o 往来.csv
head -c 3 往来.csv | od -An -tx1
tail -n 1 往来.csv
visitgraph --lang zh visits --from 2030 -o 往来.csv
wc -l <往来.csv
visitgraph visits -o list.xls
visitgraph visits -o missing/list.csv
visitgraph stats -o stats.md && head -n 1 stats.md
# taken back, what it said is gone
visitgraph --lang zh undo 1
visitgraph --lang zh visits --format csv
