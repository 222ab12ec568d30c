# import says of how many visits no year is known, and which option helps
printf '5月14日，县长周明会见海尔集团公司总裁周云杰。\n' > news.txt
visitgraph -d graph.db import news.txt
visitgraph -d graph.db --lang zh import news.txt --date 2026-05-16
visitgraph -d other.db --lang zh import news.txt
