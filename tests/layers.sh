# layers.sh - who may include what: the absences are the architecture.

count=0
check() { # SENTENCE WHAT_BREACHES_IT
	count=$((count + 1))
	if [ "$2" ]; then
		echo "not ok $count - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	else
		echo "ok $count - $1"
	fi
}

# The quoted includes of a room beyond those that it may have.
beyond() { # ROOM ALLOWED
	grep -nE '^ *# *include *"' "$1"/*.[ch] "$1"/*/*.[ch] 2>/dev/null | grep -vE "\"($2)\""
}

# The system's headers that match, in files other than those that may know them.
strangers() { # HEADERS FILES
	grep -nE "^ *# *include *[<\"]($1)" visitgraph.h graph/*.[ch] importers/*.[ch] importers/news/*.[ch] viz/*.[ch] cli/*.[ch] 2>/dev/null |
		grep -vE "^($2):"
}

check "graph/ stands on visitgraph.h alone" "$(beyond graph 'visitgraph\.h|graph/[a-z-]+\.h|queries\.h')"
check "importers/ know records, not the graph" "$(beyond importers 'visitgraph\.h|graph/(text|thread)\.h|importers/[a-z/-]+\.h')"
check "viz/ knows views, not the graph" "$(beyond viz 'visitgraph\.h|graph/(text|thread)\.h|viz/[a-z-]+\.h')"
check "cli/ is a user of the library like any other" "$(beyond cli 'visitgraph\.h|cli/[a-z-]+\.h')"
check "only graph/store.c and graph/feed.c know SQLite" "$(strangers sqlite3 'graph/(store|feed)\.c')"
check "only graph/unicode.c and graph/encoding.c know ICU" "$(strangers unicode/ 'graph/(unicode|encoding)\.c')"
check "only importers/news/html.c knows Gumbo" "$(strangers gumbo 'importers/news/html\.c')"
check "only importers/csv.c knows libcsv" "$(strangers csv\\.h 'importers/csv\.c')"
check "only viz/graphs.c, viz/layout.c, viz/lanes.c, viz/bands.c, viz/parts.c and viz/apart.c know Graphviz" "$(strangers '(graphviz/|gvc|cgraph)' 'viz/(graphs|layout|lanes|bands|parts|apart)\.[ch]')"
check "only viz/fonts.c knows fontconfig" "$(strangers fontconfig 'viz/fonts\.c')"
check "only graph/text.c and graph/reader.c know xxhash" "$(strangers xxhash 'graph/(text|reader)\.c')"
check "SQL stands in .sql files only" \
	"$(grep -nE '"(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER) ' graph/*.c importers/*.c importers/news/*.c viz/*.c cli/*.c |
		grep -v declare_vtab)" # the columns of a table that is no table
check "the library never prints and never exits, but for want of memory" \
	"$(grep -nE '(^|[^a-z_])(exit|abort|printf|puts|perror)\(|stdout' graph/*.c importers/*.c importers/news/*.c viz/*.c 2>/dev/null |
		grep -vE '^graph/text\.c:.*exit\(4\)')"
check "the shared library exports vg_ symbols only" \
	"$(nm -D --defined-only "$BUILD/libvisitgraph.so.0" | awk '$3 !~ /^vg_/ { print $3 }')"
check "every function that visitgraph.h promises is exported" "$(
	nm -D --defined-only "$BUILD/libvisitgraph.so.0" | awk '{ print $3 }' | sort >"$BUILD/exported"
	grep '^VG_API' visitgraph.h | grep -oE 'vg_[a-z_]+\(' | tr -d '(' | sort | comm -23 - "$BUILD/exported"
)"
check "visitgraph.h stands alone, in C and in C++" "$(
	for language in c c++; do
		echo '#include "visitgraph.h"' | cc -I. -x$language -Wall -Wextra -Wpedantic -Werror -fsyntax-only - 2>&1 |
			grep -v 'cc1plus' # no C++ compiler here
	done
)"
# Half a screen a function, a few hundred lines a file.
check "files have at most 500 lines" "$(wc -l graph/*.c importers/*.c importers/news/*.c viz/*.c cli/*.c | awk '$1 > 500 && $2 != "total"')"
check "functions have at most 40 lines" "$(
	awk 'FNR == 1 { start = 0 } /^{/ { start = FNR } /^}/ { if (start && FNR - start > 41) print FILENAME ":" start ": " FNR - start - 1 " lines"; start = 0 }' \
		graph/*.c importers/*.c importers/news/*.c viz/*.c cli/*.c
)"
echo "1..$count"
