# What is extracted is in the user's language and can be read back; corrected lists are not written over; a tie has two sides
cat >新闻.txt <<'END'
2026年5月14日，湾沚区区长夏正阳会见山东能源集团有限公司董事长李伟。湾沚区与山东能源集团有限公司共建的新材料项目投产。

2026年5月15日，湾沚区区长夏正阳率队赴海尔集团公司，与总裁周云杰举行会谈。
END
visitgraph extract 新闻.txt --format csv -o 清单 --lang zh
cut -d, -f1,3,4 清单/visits.csv
cut -d, -f1,2,4 清单/ties.csv
visitgraph import 清单/visits.csv 清单/ties.csv --lang zh
visitgraph visits --lang zh --format csv | cut -d, -f1,2
visitgraph extract 新闻.txt --format csv -o 清单 --lang zh
printf '甲方,乙方,合作内容,状态\n甲市,甲市,自己,签约\n甲市,乙公司、甲市,项目,签约\n甲市,乙公司,项目,落地运营\n' >合作.csv
visitgraph import 合作.csv --lang zh
