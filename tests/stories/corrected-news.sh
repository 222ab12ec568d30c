# What was taken from news is corrected in a spreadsheet and comes in as lists: the rows are stated then, with their sentences
cat >page.txt <<END
# 江州市考察团赴云海市学习产业园建设

本报讯 2024年3月5日上午，江州市商务局局长张明带队到云海华远电子有限公司考察，市招商服务中心主任李雅陪同。双方就芯片封装项目进行了座谈。

3月6日，江州市与云海华远电子有限公司签订投资协议。3月7日，新山市党政代表团到云海华远电子有限公司考察。
END
visitgraph extract --format csv -o lists page.txt --lang zh
cat lists/visits.csv
# the spreadsheet writes GBK; a person mends a name, drops a row, and leaves the columns that explain
for list in visits ties people; do tail -c +4 lists/$list.csv | sed 's/张明/张明亮/; /芯片封装项目/{/座谈。/d;}' | iconv -t GBK >$list.csv; done
visitgraph import visits.csv ties.csv people.csv
visitgraph visits --lang zh
visitgraph ties --lang zh
visitgraph visits --format json | grep -E '"(quote|confidence|extracted|citation|note)"'
# the page itself is another source of the same
visitgraph import page.txt
visitgraph visits
visitgraph ties
visitgraph check
