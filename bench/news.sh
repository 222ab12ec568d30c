#!/bin/sh
# news.sh - how fast news are read: the texts of the test set, over and over, on one core.   bench/news.sh [MEGABYTES]

root=$(cd "$(dirname "$0")/.." && pwd)
program=${BUILD:-$root/build}/visitgraph
bytes=$((${1:-20} * 1000000))
folder=$(mktemp -d) || exit
trap 'rm -rf "$folder"' EXIT

for text in "$root"/tests/news/texts/*.txt; do
	cat "$text"
	printf '\n---\n\n'
done >"$folder/page"
cp "$folder/page" "$folder/news.txt"
while [ "$(wc -c <"$folder/news.txt")" -lt $bytes ]; do
	cat "$folder/news.txt" "$folder/news.txt" >"$folder/twice" && mv "$folder/twice" "$folder/news.txt"
done
head -c $bytes "$folder/news.txt" | iconv -f UTF-8 -t UTF-8 -c >"$folder/cut.txt"

for file in page cut.txt; do # the first is for what it takes to start
	start=$(date +%s%N)
	"$program" extract "$folder/$file" >/dev/null || exit
	end=$(date +%s%N)
	echo "$(wc -c <"$folder/$file") bytes: $(((end - start) / 1000000)) ms"
done | tee "$folder/times"
awk '{ bytes[NR] = $1; time[NR] = $3 } END { printf "%.1f MB/s without start-up\n", (bytes[2] - bytes[1]) / (time[2] - time[1]) / 1000 }' "$folder/times"
