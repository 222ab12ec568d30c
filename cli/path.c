/* path.c - how two are connected, told step by step. */
#include "cli/cli.h"

#include <stdlib.h>

/* What a step goes by, as one would tell it: 2023-01-31 拜访. */
static void write_means(FILE *out, const vg_view *view, const vg_step *step)
{
	write_date(out, &step->date);
	if (*step->date.from)
		fputc(' ', out);
	if (step->event != VG_NONE) {
		fputs(event_word(&view->events[step->event]), out);
	} else if (step->tie != VG_NONE) {
		const vg_tie *tie = &view->ties[step->tie];

		fputs(_(vg_tie_status_name(tie->status)), out);
		if (tie->topic)
			fprintf(out, " · %s", tie->topic);
	} else {
		fputs(relation_word(step->relation), out);
		if (step->link != VG_NONE && view->links[step->link].title)
			fprintf(out, " · %s", view->links[step->link].title);
	}
}

static void put_steps(struct table *table, const vg_view *view, size_t number, const vg_path *path)
{
	for (size_t i = 0; i < path->step_count; i++) {
		const vg_step *step = &path->steps[i];

		if (view->path_count > 1)
			table_put(table, "%zu", number);
		else
			table_next(table);
		table_put_text(table, node_name(view, step->from));
		write_means(table->cell, view, step);
		table_next(table);
		table_put_text(table, node_name(view, step->to));
		write_sources(table->cell, &step->evidence);
		table_next(table);
	}
}

static void print_paths_as_rows(struct session *session, const vg_view *view)
{
	static const char *const headings[] = {N_("path"), N_("from"), N_("by"), N_("to"), N_("source")};
	struct table table;

	table_begin(&table, stdout, format_of(session), headings, COUNT(headings));
	for (size_t i = 0; i < view->path_count; i++)
		put_steps(&table, view, i + 1, &view->paths[i]);
	table_end(&table);
}

/* Each step a line: 吴通红 ─ 2023-01-31 拜访 ─ 张红军   visits.csv:2 */
static void tell_paths(const vg_view *view)
{
	for (size_t i = 0; i < view->path_count; i++) {
		const vg_path *path = &view->paths[i];
		struct table table;

		if (i)
			putchar('\n');
		if (!path->step_count) {
			printf(_("both names mean '%s'"), view->nodes[0].name);
			putchar('\n');
		}
		table_begin(&table, stdout, "table", NULL, 2);
		for (size_t j = 0; j < path->step_count; j++) {
			fprintf(table.cell, "%s ─ ", node_name(view, path->steps[j].from));
			write_means(table.cell, view, &path->steps[j]);
			fprintf(table.cell, " ─ %s", node_name(view, path->steps[j].to));
			table_next(&table);
			write_sources(table.cell, &path->steps[j].evidence);
			table_next(&table);
		}
		table_end(&table);
	}
}

static void print_paths_as_json(struct session *session, const vg_view *view)
{
	bool is_list = session->options->finds_all;
	struct json json = {.out = stdout};

	if (is_list)
		json_open(&json, NULL, '[');
	for (size_t i = 0; i < view->path_count && (is_list || !i); i++)
		json_path(&json, view, &view->paths[i]);
	if (is_list)
		json_close(&json, ']');
	else if (!view->path_count)
		json_path(&json, view, NULL);
	json_end(&json);
}

vg_status run_path(struct session *session)
{
	const char *const *names = session->arguments;
	vg_view *view = NULL;
	int64_t a = 0, b = 0;
	vg_query query = {0};
	vg_status status;

	if (!(status = name_resolve(&a, session, names[0])) && !(status = name_resolve(&b, session, names[1])) &&
	    !(status = query_build(&query, session, NULL)))
		status = vg_path_between(&view, session->graph, a, b, &query, &session->error);
	free((void *)query.avoid);
	if (status)
		return status;
	if (format_is(session, "json"))
		print_paths_as_json(session, view);
	else if (format_is(session, "table"))
		tell_paths(view);
	else
		print_paths_as_rows(session, view);
	if (!view->path_count)
		status = nothing_found(session, _("no connection"));
	vg_view_free(view);
	return status;
}
