# The English example comes in without a complaint and answers
visitgraph import examples/en/*.csv
visitgraph visits
visitgraph ties --format json
visitgraph show Ashmere
# Two people are called so, and neither is guessed.
visitgraph show 'Anna Lindgate'
visitgraph show 'Anna Lindgate@Ashmere' --format json
visitgraph visits 'Toby Renn' --to 2024-02
visitgraph path 'Peter Osgrave' 'Helga Dorn'
visitgraph ties 'Harbour Park' --lang zh
visitgraph ties --status signed --format csv
visitgraph ties --status signed --format md
