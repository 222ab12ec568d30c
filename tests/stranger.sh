# stranger.sh - what `make install` leaves behind is enough for somebody else's program

prefix=$(mktemp -d) || exit
trap 'rm -rf "$prefix"' EXIT

count=0
check() { # SENTENCE COMMAND…
	sentence=$1
	shift
	count=$((count + 1))
	if "$@" >"$prefix/said" 2>&1; then
		echo "ok $count - $sentence"
	else
		echo "not ok $count - $sentence"
		sed 's/^/# /' "$prefix/said"
	fi
}

cat >"$prefix/stranger.c" <<'END'
#include <stdio.h>
#include <visitgraph.h>

/* Names that the library uses inside must not meet ours. */
int fail(void);
int fail(void) { return 0; }

int main(int argc, char **argv)
{
	vg_view *view = NULL;
	vg_graph *graph = NULL;
	vg_query query = {0};
	vg_error error = {0};

	if (argc < 2 || vg_graph_open(&graph, argv[1], VG_READ, &error) || vg_visits(&view, graph, &query, &error)) {
		fprintf(stderr, "%s\n", error.message);
		return 1;
	}
	printf("visits: %zu\n", view->event_count);
	vg_view_free(view);
	vg_graph_free(graph);
	return fail();
}
END

# Where the sanitizers are at work, a program without them cannot link what was made with them.
compile() {
	flags=$(PKG_CONFIG_PATH="$prefix/lib/pkgconfig" pkg-config --cflags --libs "$@" visitgraph) &&
		${CC:-cc} $sanitizers -Wall -Wextra -Werror -o "$prefix/stranger" "$prefix/stranger.c" $flags
}
statically() {
	mv "$prefix"/lib/*.so* "$prefix/" && compile --static
}
ask() {
	LD_LIBRARY_PATH="$prefix/lib" "$prefix/stranger" "$prefix/graph.db" | grep -x 'visits: 1'
}
if grep -q sanitize "$BUILD/flags"; then
	sanitizers=-fsanitize=address,undefined
	is_sanitized='SANITIZE=1'
fi

check "it installs" make BUILD="$BUILD" PREFIX="$prefix" $is_sanitized install
printf 'date,visitors,hosts\n2024-02-01,Ann,Bob\n' >"$prefix/visits.csv"
check "the installed program imports" "$prefix/bin/visitgraph" -d "$prefix/graph.db" import "$prefix/visits.csv"
check "a stranger's program compiles by pkg-config" compile
check "and asks the graph" ask
check "the static library does as well" statically
check "and shows vg_ symbols only" ask
check "the manual page has no fault" sh -c "! command -v man >/dev/null || ! MANROFFSEQ= man --warnings -l -Tutf8 '$prefix/share/man/man1/visitgraph.1' 2>&1 >/dev/null | grep ."
check "the completion for bash is bash" bash -n "$prefix/share/bash-completion/completions/visitgraph"
check "uninstall takes everything away" sh -c "make PREFIX='$prefix' BUILD='$BUILD' uninstall && ! find '$prefix' -path '*visitgraph*' ! -path '$prefix/visits*' ! -path '$prefix/*.so*' -type f | grep -v 'graph.db\|stranger' | grep ."
echo "1..$count"
