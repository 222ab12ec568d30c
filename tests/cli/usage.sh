# A wrong command line is told what is wrong, what was probably meant, and exits with 2
visitgraph
visitgraph vists
visitgraph weather
visitgraph visits --form json
visitgraph visits --fromat json
visitgraph visits --xyz
visitgraph search --status signed x
visitgraph visits --format svg
visitgraph visits --format
visitgraph visits --limit many
visitgraph visits --limit=-1
visitgraph visits --from 2023-02-30
visitgraph visits --from yesterday
visitgraph visits --type party
visitgraph ties --status 结婚
visitgraph ties --all=yes
visitgraph path 吴通红
visitgraph show John Smith
visitgraph visits -z
visitgraph stats now
visitgraph --lang fr visits
visitgraph import
visitgraph --lang zh vists
visitgraph --lang zh visits --form json
visitgraph --lang=zh path 吴通红
LC_ALL=zh_CN.UTF-8 visitgraph visits --limit 很多
