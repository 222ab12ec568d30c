# A name that fits several is never guessed: they are listed with what tells them apart
cat >visits.csv <<'END'
日期,来访人,来访单位,接待人,接待单位
2024-02-01,张伟(局长),江北区商务局,王芳,远大机械
2024-02-02,张伟(经理),宏图电子,王芳,远大机械
2024-02-03,李明,宏图电子,王芳,远大机械
END
visitgraph import visits.csv
visitgraph show 张伟
visitgraph show 张伟 --format json --lang zh
visitgraph show 张伟@宏图电子
visitgraph visits person:李明 --format csv
visitgraph show '#99999'
visitgraph show 王方
visitgraph show 张
visitgraph visits --visitor 无名氏 --lang zh
visitgraph path 张伟@宏图电子 李明
visitgraph path 张伟@宏图电子 张伟@江北区商务局
visitgraph path 李明 张伟@江北区商务局 --avoid 王芳
visitgraph path 李明 张伟@江北区商务局 --all --format md
