# The page of the example tells what its lists state: each visit has two sources; here is where the two differ
cd examples/zh
visitgraph -d lists.db import *.csv >nothing
cp lists.db both.db
visitgraph -d both.db import news.md
visitgraph -d both.db check
visitgraph -d both.db visits --format csv | tail -n +2 >visits
grep -c 'csv:.*news.md:' visits
# a trip as a whole is told of by the page alone
grep -v 'csv:.*news.md:' visits
visitgraph -d both.db ties --format csv | tail -n +2 >ties
grep -cE 'csv:.*news.md:|news.md:.*csv:' ties
# what only the lists know, and what only the page says
grep -vE 'csv:.*news.md:|news.md:.*csv:' ties | cut -d, -f1-4,7
# so the picture has the trip besides what the lists alone give
for graph in lists both; do visitgraph -d $graph.db render visits -o - --format dot | grep -c 'class="visit'; done
# without what was extracted, the lists remain
visitgraph -d both.db visits --min-confidence 1 >sure; visitgraph -d lists.db visits | diff - sure
# the page alone
visitgraph -d page.db import news.md
visitgraph -d page.db visits
visitgraph -d both.db undo 6
visitgraph -d both.db visits >undone; visitgraph -d lists.db visits | diff - undone
