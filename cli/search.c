/* search.c - what the graph has: found by parts of names, or counted. */
#include "cli/cli.h"

#include <string.h>

/* ── Search ──────────────────────────────────────────────────────────────────────────────────────────── */

static void put_found(struct table *table, const vg_view *view, const vg_node *node)
{
	table_put(table, "#%lld", (long long)node->id);
	table_put_text(table, _(vg_kind_name(node->kind)));
	table_put_text(table, node->name);
	table_put_text(table, node->title);
	table_put_text(table, node_name(view, node->organization));
	for (size_t i = 0; i < node->alias_count; i++)
		fprintf(table->cell, "%s%s", i ? separator() : "", node->aliases[i].name);
	table_next(table);
	table_put_text(table, _(node->matched));
}

/* Nodes that only stand there as somebody's organization were not found. */
static size_t print_found(struct session *session, const vg_view *view)
{
	static const char *const headings[] = {N_("id"),	   N_("kind"),	  N_("name"),	N_("title"),
					       N_("organization"), N_("aliases"), N_("matched")};
	struct json json = {.out = stdout};
	struct table table;
	size_t count = 0;

	if (format_is(session, "json"))
		json_open(&json, NULL, '[');
	else
		table_begin(&table, stdout, format_of(session), headings, COUNT(headings));
	for (size_t i = 0; i < view->node_count; i++) {
		if (!view->nodes[i].matched)
			continue;
		count++;
		if (format_is(session, "json"))
			json_entity(&json, NULL, view, i);
		else
			put_found(&table, view, &view->nodes[i]);
	}
	if (format_is(session, "json")) {
		json_close(&json, ']');
		json_end(&json);
	} else {
		table_end(&table);
	}
	return count;
}

vg_status run_search(struct session *session)
{
	char words[1000] = "";
	vg_view *view = NULL;
	vg_query query;
	vg_status status;
	size_t count;

	for (size_t i = 0; i < session->argument_count; i++) {
		size_t length = strlen(words);

		snprintf(words + length, sizeof words - length, "%s%s", i ? " " : "", session->arguments[i]);
	}
	if ((status = query_build(&query, session, NULL)) ||
	    (status = vg_search(&view, session->graph, words, &query, &session->error)))
		return status;
	count = print_found(session, view);
	say_left_out(session, view->left_out);
	vg_view_free(view);
	return count ? VG_OK : nothing_found(session, _("nothing found"));
}

/* ── Stats ───────────────────────────────────────────────────────────────────────────────────────────── */

static void print_counts(struct session *session, const vg_stats *stats)
{
	static const char *const headings[] = {N_("group"), N_("name"), N_("count")};
	struct table table;

	table_begin(&table, stdout, format_of(session), headings, COUNT(headings));
	for (size_t i = 0; i < stats->count; i++) {
		const vg_count *count = &stats->counts[i];
		bool is_undated = !*count->name && !strcmp(count->group, "month");

		table_put_text(&table, _(count->group));
		table_put_text(&table, is_undated ? _("undated") : _(count->name));
		table_put(&table, "%zu", count->count);
	}
	table_end(&table);
}

static void print_counts_as_json(const vg_stats *stats)
{
	struct json json = {.out = stdout};

	json_open(&json, NULL, '[');
	for (size_t i = 0; i < stats->count; i++) {
		json_open(&json, NULL, '{');
		json_text(&json, "group", stats->counts[i].group);
		json_text(&json, "name", stats->counts[i].name);
		json_number(&json, "count", (int64_t)stats->counts[i].count);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_end(&json);
}

vg_status run_stats(struct session *session)
{
	vg_stats *stats = NULL;
	vg_query query;
	vg_status status;

	if ((status = query_build(&query, session, NULL)) ||
	    (status = vg_stats_count(&stats, session->graph, &query, &session->error)))
		return status;
	if (format_is(session, "json"))
		print_counts_as_json(stats);
	else
		print_counts(session, stats);
	vg_stats_free(stats);
	return VG_OK;
}
