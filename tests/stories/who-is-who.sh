# Which names are one: by alias, by code, by the organization or its parent; the rest is left apart and told
cat >units.csv <<'END'
单位名称,简称,统一社会信用代码,上级单位
东河机床有限公司,东机,91410100MA3X00001B,东河控股集团
东河机床（集团）有限公司,,91410100MA3X00001B,
东方机械有限公司,东机,,
西山钢铁,西钢,91410100MA3X00002E,
END
visitgraph import units.csv
visitgraph show 东河机床有限公司
# 东机 is claimed by two and is therefore neither of them.
cat >visits.csv <<'END'
date,visitors,visitor_organization,hosts,host_organization
2024-01-05,赵一,东机,钱二,西钢
2024-01-06,孙三,东河机床有限公司,钱二,西山钢铁
2024-01-07,孙三,东河控股集团,钱二,西 钢
2024-01-08,钱二,东方机械有限公司,孙三,东河机床(集团)有限公司
END
visitgraph import visits.csv
visitgraph search 东机
visitgraph visits 孙三
visitgraph visits 钱二
visitgraph visits 钱二@西钢
# A code with a wrong digit is a mistake in that cell.
printf '单位名称,统一社会信用代码\n南湖化工,91410100MA3X00001C\n北岭煤业,9141\n' >wrong.csv
visitgraph import wrong.csv
visitgraph search 南湖
# Loops of parents harm nobody.
printf '单位名称,上级单位,简称\n子公司,母公司,\n母公司,子公司,子公司\n' >loop.csv
visitgraph import loop.csv
visitgraph show 母公司
visitgraph check
