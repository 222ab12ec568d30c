# What no eye sees is left out, what would steer a terminal is a sign; JSON has all of it, escaped; names are compared without it
printf '日期,来访人,来访单位,接待单位,事由\n2024-02-01,张\302\233三,甲\342\200\256乙公司,丙\342\200\213城\302\255市,\342\200\213=1+1 &#8238; a&b\n' >unseen.csv
visitgraph import unseen.csv
visitgraph visits
visitgraph visits --format csv
visitgraph visits --format md
visitgraph visits --format json | grep -e name -e purpose -e organization
visitgraph search 甲乙公司
visitgraph render visits -o unseen.svg
visitgraph render visits -o unseen.dot
LC_ALL=C grep -c "$(printf '\302\233\|\342\200\256\|\342\200\213\|\302\255')" unseen.svg unseen.dot
grep -c 甲乙公司 unseen.dot
visitgraph show "$(printf '\2331m')"

# The name of a file may be no UTF-8: packed files of Chinese Windows bring such.
printf '姓名,单位\n王芳,甲局\n' >"$(printf '\300\264\267\303.csv')"
visitgraph import "$(printf '\300\264\267\303.csv')"
visitgraph imports
visitgraph show 王芳 --format json | grep source
