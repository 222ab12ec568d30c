# What was extracted from news says how sure that is; what a list states too is sure
cat >page.txt <<END
本报讯 2024年3月5日，江州市商务局局长张明拜访了华远电子有限公司董事长王强。双方就芯片封装项目进行了座谈。

3月6日，江州市商务局与云海新材料有限公司签订投资协议。
END
visitgraph import page.txt
visitgraph visits
visitgraph ties
visitgraph ties --min-confidence 0.85
visitgraph visits --min-confidence 0.8
visitgraph visits --min-confidence 0.85
visitgraph show 江州市商务局 --min-confidence 0.8
visitgraph path 张明 云海新材料有限公司
visitgraph path 张明 云海新材料有限公司 --min-confidence 0.85
printf '甲方,乙方,合作内容,状态,日期\n江州市商务局,云海新材料有限公司,投资协议,签订,2024-03-06\n' >ties.csv
visitgraph import ties.csv
visitgraph ties --min-confidence 1
visitgraph ties --format json | grep -E '"(extracted|confidence|rule)"'
visitgraph visits --format json | sed -n '/"extracted"/,$p'
visitgraph render ties -o - --format dot | grep '^extracted' | sort -u
visitgraph render ties --min-confidence 1 -o - --format dot | grep -c '^extracted'
# a sheet of paper has no tooltips: the words of a line say it, and below the picture what it means
visitgraph render around 江州市商务局 -o - --format dot | grep -oE '>[^<>]* · [0-9]+%<|%: read from news[^·]*' | sort
visitgraph render around 江州市商务局 --lang zh --min-confidence 1 -o - --format dot | grep -c '%：'
visitgraph visits --min-confidence 2
visitgraph visits --min-confidence half
sqlite3 visitgraph.db 'SELECT kind, source, line, rule, confidence FROM evidence ORDER BY 1, 2, 3'
visitgraph check
