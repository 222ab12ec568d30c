/* check.c - whether a graph holds: the file itself, and everything inferred, against what the facts give when told anew. */
#include "graph/intake.h"

#include <stdlib.h>

/* What must be the same, row by row; the packed index is compared apart, since its chunks tell how it grew. */
static const struct {
	enum query query;
	const char *what;
	int columns;
} compared[] = {
	{QUERY_ALL_NAMES, N_("names"), 5},
	{QUERY_CHECK_SAME, N_("who is who"), 2},
	{QUERY_CHECK_TERRITORIES, N_("which parties are places"), 1},
	{QUERY_CHECK_EVENTS, N_("which reports are of one event"), 2},
	{QUERY_CHECK_TIES, N_("which statements are of one tie"), 2},
	{QUERY_CHECK_KEYS, N_("the index of names"), 1},
	{QUERY_CHECK_MENTIONS, N_("who took part"), 4},
};

static bool is_same_row(const struct answer *a, const struct answer *b, int columns)
{
	for (int i = 0; i < columns; i++) {
		const char *x = store_text(a, i), *y = store_text(b, i);

		if (x != y && (!x || !y || strcmp(x, y)))
			return false;
	}
	return true;
}

static vg_status compare_rows(vg_graph *graph, vg_graph *anew, enum query query, int columns, bool *is_same, vg_error *error)
{
	struct answer a = store_ask(graph, query, ""), b = store_ask(anew, query, "");
	bool has_a = true, has_b = true;
	vg_status status;

	*is_same = true;
	while (*is_same && has_a && has_b) {
		has_a = store_next(&a);
		has_b = store_next(&b);
		*is_same = has_a == has_b && (!has_a || is_same_row(&a, &b, columns));
	}
	status = store_end(&a, error);
	return status ? (store_end(&b, &(vg_error){0}), status) : store_end(&b, error);
}

static vg_status compare_links(vg_graph *graph, vg_graph *anew, uint32_t name, bool *is_same, vg_error *error)
{
	struct link_reader a, b;
	bool has_a = true, has_b = true;
	vg_status status;

	links_open(&a, graph, name);
	links_open(&b, anew, name);
	while (*is_same && has_a && has_b) {
		has_a = links_next(&a);
		has_b = links_next(&b);
		*is_same = has_a == has_b && (!has_a || (a.fact == b.fact && a.role == b.role));
	}
	status = links_close(&a, error);
	return status ? (links_close(&b, &(vg_error){0}), status) : links_close(&b, error);
}

static vg_status compare_all(vg_graph *graph, vg_graph *anew, const char **what, vg_error *error)
{
	struct answer names;
	bool is_same = true;
	vg_status status = VG_OK;

	*what = NULL;
	for (size_t i = 0; i < sizeof compared / sizeof *compared && is_same && !status; i++) {
		status = compare_rows(graph, anew, compared[i].query, compared[i].columns, &is_same, error);
		if (!is_same)
			*what = compared[i].what;
	}
	if (status || *what)
		return status;
	names = store_ask(graph, QUERY_ALL_NAMES, "");
	while (!status && is_same && store_next(&names))
		status = compare_links(graph, anew, (uint32_t)store_integer(&names, 0), &is_same, error);
	if (!is_same)
		*what = N_("the index from names to facts");
	return status ? (store_end(&names, &(vg_error){0}), status) : store_end(&names, error);
}

/* Tells everything again, in the transaction that was begun. */
static vg_status tell_anew(vg_graph *graph, const vg_listener *listener, vg_error *error)
{
	struct intake intake = {0};
	size_t unsettled;
	vg_status status = replay(&intake, graph, 0, listener, error);

	if (!status)
		status = intake_settle(&intake, NULL, &unsettled, error);
	intake_free(&intake);
	return status;
}

static vg_status check_against(vg_graph *graph, vg_graph *anew, vg_error *error)
{
	const char *what;
	vg_status status;

	if ((status = store_copy(anew, graph, error)) || (status = store_begin(anew, error)) ||
	    (status = tell_anew(anew, NULL, error)) || (status = compare_all(graph, anew, &what, error)))
		return status;
	if (what)
		return fail(error, VG_IO, _("'%s': %s: not what the facts give; 'check --rebuild' makes it anew"), graph->path, _(what));
	return VG_OK;
}

vg_status vg_check(vg_graph *graph, vg_error *error)
{
	vg_graph *anew = NULL;
	vg_status status;

	if (graph->is_new)
		return VG_OK; /* nothing ever came in */
	if ((status = store_check(graph, error)) || (status = vg_graph_open(&anew, "", VG_WRITE, error)))
		return status;
	status = check_against(graph, anew, error);
	vg_graph_free(anew);
	return status;
}

vg_status vg_rebuild(vg_graph *graph, const vg_listener *listener, vg_error *error)
{
	bool was_old = graph->is_old;
	vg_status status = store_begin(graph, error);

	if (status)
		return status;
	if ((status = tell_anew(graph, listener, error)) || (status = store_commit(graph, error))) {
		store_rollback(graph);
		graph->is_old = was_old;
	}
	return status;
}
