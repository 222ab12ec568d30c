# News become visits and ties, with the sentence as evidence
cat >page.txt <<END
# 江州市考察团赴云海市学习产业园建设

本报讯 2024年3月5日上午，江州市商务局局长张明带队赴云海市考察，市招商服务中心主任李雅陪同。

在云海华远电子有限公司，张明一行听取了董事长王强的介绍。双方就芯片封装项目进行了座谈。

3月6日，江州市人民政府与云海华远电子有限公司签订投资协议。

记者 陈静 通讯员 赵立
END
visitgraph import page.txt
visitgraph visits
visitgraph ties
visitgraph import page.txt
visitgraph extract page.txt | grep -A4 '"visitors"' | head -5
visitgraph extract --format csv -o lists page.txt
tail -n 1 lists/ties.csv
visitgraph extract --format csv -o lists page.txt
visitgraph extract --format csv page.txt
visitgraph extract --explain page.txt | sed -n 2,9p
iconv -f UTF-8 -t GB18030 page.txt >gb.txt && visitgraph extract gb.txt | grep -c '"quote"'
printf 'person 张明\nnobody 李雅\n' >words.txt
visitgraph extract --dictionary words.txt page.txt >nothing.json
visitgraph extract missing.txt >nothing.json
# the same text with another date or other names is another source
printf '市商务局局长张明拜访了华远电子有限公司董事长王强。\n' >undated.txt
printf 'person 张明\n' >words.txt
for option in --date=2024-03-05 --date=2024-03-06 --date=2024-03-06 --dictionary=words.txt; do visitgraph -d dated.db import undated.txt $option; done
visitgraph -d dated.db visits
visitgraph -d dated.db imports | wc -l
