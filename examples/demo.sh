#!/bin/sh
# demo.sh - imports the Chinese example, draws it, asks three questions: examples/demo.sh DIRECTORY (`make demo` runs it)
set -eu

cd "$(dirname "$0")/.."
directory=$(realpath -m --relative-base=. "$1")
mkdir -p "$directory"
rm -f "$directory"/visitgraph.db*
export VISITGRAPH_DATABASE="$directory/visitgraph.db"

run() {
	printf '\n$ %s\n' "$*"
	"$@"
}

printf '$ export VISITGRAPH_DATABASE=%s\n' "$VISITGRAPH_DATABASE"
run visitgraph import examples/zh/*.csv
for diagram in visits ties; do
	for format in svg png; do
		run visitgraph render $diagram -o "$directory/$diagram.$format"
	done
done
run visitgraph path 吴通红 于金伟
run visitgraph visits 正星科技
run visitgraph ties 高新区

printf '\nThe pictures / 图片:\n'
ls "$directory"/*.svg "$directory"/*.png
