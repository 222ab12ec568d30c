# The Chinese example comes in without a complaint and answers
visitgraph import examples/zh/*.csv
visitgraph visits
visitgraph ties --lang zh
visitgraph visits 正星科技公司 --lang zh
visitgraph visits --visitor 高新区 --from 2023-02-02
visitgraph path 吴通红 于金伟
visitgraph path 吴通红 于金伟 --format json
visitgraph show 哈密市政府 --lang zh
visitgraph show 孙庆辉
visitgraph search zhj
visitgraph search 高新
visitgraph timeline 郑州高新区 --lang zh
visitgraph stats
visitgraph imports
visitgraph check
