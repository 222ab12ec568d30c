# Help is printed from the tables, in two languages
visitgraph --version
visitgraph help
visitgraph help --lang zh
visitgraph help visits
visitgraph import --help
visitgraph help render --lang zh
visitgraph help nothing
visitgraph completion bash | bash -n
visitgraph completion fish
