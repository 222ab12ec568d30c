/* fuzz_csv.c - any bytes at all as a list: nothing may crash or leak, and every row read must be accounted for.
 *
 * Built with -fsanitize=fuzzer it is a libFuzzer target; with -DSTANDALONE a program that runs the files it is given. */
#include "visitgraph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static char folder[] = "/tmp/visitgraph-fuzz-XXXXXX";
static char list[sizeof folder + 32], base[sizeof folder + 32];

static void clean_up(void)
{
	unlink(list);
	unlink(base);
	rmdir(folder);
}

static void prepare(void)
{
	if (*list)
		return;
	if (!mkdtemp(folder))
		abort();
	snprintf(list, sizeof list, "%s/list.csv", folder);
	snprintf(base, sizeof base, "%s/graph.db", folder);
	atexit(clean_up);
}

static void write_list(const uint8_t *bytes, size_t size)
{
	FILE *file = fopen(list, "wb");

	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file))
		abort();
}

static void hear(void *self, vg_severity severity, const char *where, const char *message)
{
	(void)severity;
	if (where && strchr(message, '\n'))
		abort(); /* a message is one line */
	++*(size_t *)self;
}

static void import(vg_graph *graph, const vg_import_options *options)
{
	vg_import_summary summary;
	vg_error error;

	if (vg_import(&summary, graph, list, options, &error)) {
		if (strchr(error.message, '\n'))
			abort();
		return;
	}
	if (summary.imported + summary.known + summary.rejected != summary.rows)
		abort(); /* a row vanished */
	if (*summary.rejects)
		unlink(summary.rejects);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char *const kinds[] = {NULL, "people", "organizations", "places", "visits", "ties", NULL, NULL};
	size_t heard = 0;
	vg_import_options options = {.listener = {.tell = hear, .self = &heard}};
	unsigned choice; /* by the last byte: an ordinary file gets no options */
	vg_graph *graph;
	vg_error error;

	if (!size)
		return 0;
	prepare();
	choice = bytes[size - 1] ^ '\n';
	options.skips_bad = choice & 1;
	options.is_dry_run = choice & 2;
	options.as = kinds[choice >> 2 & 7];
	write_list(bytes, size);
	unlink(base);
	if (vg_graph_open(&graph, base, VG_WRITE, &error))
		abort();
	import(graph, &options);
	import(graph, &options);
	if (vg_check(graph, &error))
		abort();
	vg_graph_free(graph);
	return 0;
}

#ifdef STANDALONE
#include "tests/standalone.h"
#endif
