# torture.sh - whichever write to the disk fails: a clear error, exit code 4, and the graph as it was or as it should be

if grep -q sanitize "$BUILD/flags" || [ ! -f "$BUILD/tests/torture.so" ]; then
	echo '1..0 # SKIP the sanitizers want to be loaded first'
	exit
fi
place=$(mktemp -d) || exit
trap 'rm -rf "$place"' EXIT
examples=$(pwd)/examples
cd "$place" || exit
count=0

# What the graph says, without what may differ from run to run.
answers() {
	visitgraph -d "$1" check >/dev/null || echo broken
	for question in visits ties imports; do visitgraph -d "$1" $question --format csv; done
}

# Lets the first, second, … of the calls fail until all of them have: the graph is then BEFORE or AFTER, and afterwards
# the same command does what it should.
torture() { # SENTENCE COMMAND…
	sentence=$1 at=0 faults=
	shift
	answers before.db >before 2>&1
	cp before.db after.db
	LD_PRELOAD="$BUILD/tests/torture.so" TORTURE_COUNT=calls visitgraph -d after.db "$@" >/dev/null 2>&1
	total=$(cat calls)
	answers after.db >after 2>&1
	while [ $((at += 1)) -le "$total" ]; do
		cp before.db tortured.db
		rm -f tortured.db-*
		LD_PRELOAD="$BUILD/tests/torture.so" TORTURE_AT=$at visitgraph -d tortured.db "$@" >said 2>&1
		status=$?
		answers tortured.db >now 2>&1
		if [ $status != 0 ] && [ $status != 4 ]; then
			faults="$faults $at:exit-$status"
		elif [ $status != 0 ] && ! grep -q : said; then
			faults="$faults $at:silent"
		elif ! cmp -s now after && { [ $status = 0 ] || ! cmp -s now before; }; then
			faults="$faults $at:neither"
		fi
	done
	count=$((count + 1))
	if [ "$faults" ] || [ "$total" -lt 1 ]; then
		echo "not ok $count - $sentence (calls $total)"
		echo "#$faults"
	else
		echo "ok $count - $sentence (calls $total)"
	fi
}

printf 'date,visitors,hosts\n2024-02-01,Ann,Bob\n2024-02-02,Bob,Cid\n' >good.csv
printf 'date,visitors,hosts\n2024-02-30,Ann,Bob\n2024-02-02,Bob,Cid\n' >bad.csv
visitgraph -d before.db import "$examples"/zh/people.csv "$examples"/zh/visits.csv >/dev/null
torture "import" import good.csv
torture "import --skip-bad" import --skip-bad bad.csv
printf '<p>本报讯 2024年3月5日，江州市商务局局长张明拜访了华远电子有限公司董事长王强。</p>' >news.html
torture "import of news" import news.html
torture "undo" undo 1
torture "a picture" render visits -o picture.svg

# Prints the result of the test SENTENCE: passed if there are no FAULTS.
judge() { # SENTENCE FAULTS
	count=$((count + 1))
	[ "$2" ] && echo "not ok $count - $1" && echo "#$2" || echo "ok $count - $1"
}

# On a disk that is full and stays so, from the first, second, … write on.
LD_PRELOAD="$BUILD/tests/torture.so" TORTURE_COUNT=calls visitgraph -d new.db import good.csv >/dev/null
at=0 faults=
while [ $((at += 1)) -le "$(cat calls)" ]; do
	rm -f new.db*
	LD_PRELOAD="$BUILD/tests/torture.so" TORTURE_AT=$at TORTURE_ON=1 visitgraph -d new.db import good.csv >said 2>&1
	if [ $? = 4 ] && [ -e new.db ] && ! answers new.db >/dev/null 2>&1; then faults="$faults $at"; fi
	[ ! -e new.db ] || [ -s new.db ] || faults="$faults $at:empty"
done
judge 'a disk that stays full: no empty database is left behind' "$faults"

LD_PRELOAD="$BUILD/tests/torture.so" TORTURE_AT=1 TORTURE_FULL="$place" TMPDIR="$place" visitgraph -d new.db import good.csv 2>said
grep -q "disk of temporary files is full ('$place'" said && faults= || faults=" $(cat said)"
judge 'a full disk of temporary files is told from that of the database' "$faults"
echo "1..$count"
