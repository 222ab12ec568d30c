/* lists.c - visits and ties, each alone or together in order of date. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* What every list ends with. The last two are long: a table shows them only where it is about one. */
#define SOURCE_HEADINGS N_("source"), N_("note"), N_("quote")
enum { LONG_COLUMNS = 2 };

static void put_source(struct table *table, const vg_evidences *evidence)
{
	write_sources(table->cell, evidence);
	table_next(table);
	if (!table->column)
		return;
	write_notes(table->cell, evidence);
	table_next(table);
	write_quotes(table->cell, evidence);
	table_next(table);
}

static const char *const visit_headings[] = {N_("date"),  N_("type"),	    N_("visitors"),
					     N_("hosts"), N_("companions"), N_("attendees"),
					     N_("place"), N_("purpose"),    SOURCE_HEADINGS};

static void put_visit(struct table *table, const vg_view *view, const vg_event *event)
{
	static const vg_role roles[] = {VG_VISITOR, VG_HOST, VG_COMPANION, VG_ATTENDEE};

	write_date(table->cell, &event->date);
	table_next(table);
	table_put_text(table, event_word(event));
	for (size_t i = 0; i < COUNT(roles); i++) {
		write_participants(table->cell, view, event, roles[i], true);
		table_next(table);
	}
	table_put_text(table, node_name(view, event->place));
	table_put_text(table, event->purpose);
	put_source(table, &event->evidence);
}

static const char *const tie_headings[] = {N_("party a"), N_("party b"), N_("topic"), N_("status"),
					   N_("date"),	  N_("place"),	 SOURCE_HEADINGS};

static void put_tie(struct table *table, const vg_view *view, const vg_tie *tie)
{
	write_node(table->cell, view, tie->a);
	table_next(table);
	write_node(table->cell, view, tie->b);
	table_next(table);
	table_put_text(table, tie->topic);
	table_put_text(table, _(vg_tie_status_name(tie->status)));
	write_date(table->cell, &tie->date);
	table_next(table);
	table_put_text(table, node_name(view, tie->place));
	put_source(table, &tie->evidence);
}

static const char *const timeline_headings[] = {N_("date"),	 N_("what"),  N_("who"),
						N_("with whom"), N_("about"), SOURCE_HEADINGS};

static void put_moment_of_visit(struct table *table, const vg_view *view, const vg_event *event)
{
	bool is_first;

	write_date(table->cell, &event->date);
	table_next(table);
	table_put_text(table, event_word(event));
	is_first = write_participants(table->cell, view, event, VG_VISITOR, true);
	write_participants(table->cell, view, event, VG_ATTENDEE, is_first);
	table_next(table);
	write_participants(table->cell, view, event, VG_HOST, true);
	table_next(table);
	table_put_text(table, event->purpose);
	put_source(table, &event->evidence);
}

static void put_moment_of_tie(struct table *table, const vg_view *view, const vg_tie *tie)
{
	write_date(table->cell, &tie->date);
	table_next(table);
	table_put_text(table, _(vg_tie_status_name(tie->status)));
	write_node(table->cell, view, tie->a);
	table_next(table);
	write_node(table->cell, view, tie->b);
	table_next(table);
	table_put_text(table, tie->topic);
	put_source(table, &tie->evidence);
}

/* How visits and ties are printed by themselves, or as moments of one timeline. */
struct listing {
	const char *const *headings;
	size_t columns;
	void (*put_event)(struct table *table, const vg_view *view, const vg_event *event);
	void (*put_tie)(struct table *table, const vg_view *view, const vg_tie *tie);
};
static const struct listing list_of_visits = {visit_headings, COUNT(visit_headings), put_visit, put_tie};
static const struct listing list_of_ties = {tie_headings, COUNT(tie_headings), put_visit, put_tie};
static const struct listing list_of_moments = {timeline_headings, COUNT(timeline_headings), put_moment_of_visit,
					       put_moment_of_tie};

/* The undated come last. */
static bool is_before(const vg_date *a, const vg_date *b)
{
	if (!*a->from || !*b->from)
		return *a->from && !*b->from;
	return strcmp(a->from, b->from) < 0;
}

static int by_date(const void *a, const void *b)
{
	const vg_tie *const *first = a, *const *second = b;

	if (is_before(&(*first)->date, &(*second)->date))
		return -1;
	if (is_before(&(*second)->date, &(*first)->date))
		return 1;
	return (*first)->id < (*second)->id ? -1 : (*first)->id > (*second)->id;
}

/* Writes events as they come, with the ties of a view in between. */
struct writer {
	const struct session *session;
	bool is_json;
	struct json json;
	struct table table;
	const struct listing *listing;
	const vg_view *ties; /* NULL: none */
	const vg_tie **tie_order;
	size_t next_tie, count, limit, left_out;
};

static void writer_begin(struct writer *writer)
{
	bool has_long_ones = !format_is(writer->session, "table") || writer->session->argument_count;

	writer->is_json = format_is(writer->session, "json");
	writer->json.out = stdout;
	if (writer->is_json) {
		json_open(&writer->json, NULL, '[');
		return;
	}
	table_begin(&writer->table, stdout, format_of(writer->session), writer->listing->headings,
		    writer->listing->columns - (has_long_ones ? 0 : LONG_COLUMNS));
	writer->table.below = has_long_ones ? LONG_COLUMNS : 0;
}

static void take_ties(struct writer *writer, const vg_view *ties, bool is_by_date)
{
	writer->ties = ties;
	writer->tie_order = grow(NULL, ties->tie_count * sizeof *writer->tie_order);
	for (size_t i = 0; i < ties->tie_count; i++)
		writer->tie_order[i] = &ties->ties[i];
	if (is_by_date && ties->tie_count)
		qsort(writer->tie_order, ties->tie_count, sizeof *writer->tie_order, by_date);
}

static bool is_full(const struct writer *writer)
{
	return writer->limit && writer->count >= writer->limit;
}

/* The ties before a date; NULL: all that are left. */
static void write_ties(struct writer *writer, const vg_date *date)
{
	while (writer->ties && writer->next_tie < writer->ties->tie_count && !is_full(writer)) {
		const vg_tie *tie = writer->tie_order[writer->next_tie];

		if (date && !is_before(&tie->date, date))
			return;
		if (writer->is_json)
			json_tie(&writer->json, writer->ties, tie);
		else
			writer->listing->put_tie(&writer->table, writer->ties, tie);
		writer->next_tie++;
		writer->count++;
	}
}

static void see_events(void *context, const vg_view *view)
{
	struct writer *writer = context;

	for (size_t i = 0; i < view->event_count; i++) {
		write_ties(writer, &view->events[i].date);
		if (is_full(writer))
			return;
		if (writer->is_json)
			json_event(&writer->json, view, &view->events[i]);
		else
			writer->listing->put_event(&writer->table, view, &view->events[i]);
		writer->count++;
	}
	writer->left_out = view->left_out;
}

/* Whether anything was written. */
static bool writer_end(struct writer *writer)
{
	write_ties(writer, NULL);
	if (writer->is_json) {
		json_close(&writer->json, ']');
		json_end(&writer->json);
	} else {
		table_end(&writer->table);
	}
	free(writer->tie_order);
	return writer->count;
}

/* ── The commands ────────────────────────────────────────────────────────────────────────────────────── */

static vg_status build_query(vg_query *query, struct session *session)
{
	return query_build(query, session, session->argument_count ? session->arguments[0] : NULL);
}

vg_status run_visits(struct session *session)
{
	struct writer writer = {.session = session, .listing = &list_of_visits};
	vg_query query;
	vg_status status = build_query(&query, session);
	bool has_any;

	if (status)
		return status;
	writer_begin(&writer);
	status = vg_visits_each(session->graph, &query, see_events, &writer, &session->error);
	has_any = writer_end(&writer);
	if (status)
		return status;
	say_left_out(session, writer.left_out);
	return has_any ? VG_OK : nothing_found(session, _("nothing found"));
}

vg_status run_ties(struct session *session)
{
	struct writer writer = {.session = session, .listing = &list_of_ties};
	vg_view *view;
	vg_query query;
	vg_status status = build_query(&query, session);
	bool has_any;

	if (status || (status = vg_ties(&view, session->graph, &query, &session->error)))
		return status;
	writer_begin(&writer);
	take_ties(&writer, view, false);
	has_any = writer_end(&writer);
	say_left_out(session, view->left_out);
	vg_view_free(view);
	return has_any ? VG_OK : nothing_found(session, _("nothing found"));
}

/* Filters that only one of the two kinds can pass leave the other out. */
vg_status run_timeline(struct session *session)
{
	const struct options *asked = session->options;
	struct writer writer = {.session = session, .listing = &list_of_moments, .limit = asked->limit};
	vg_view *ties = NULL;
	vg_query query;
	vg_status status = build_query(&query, session);
	bool has_any;

	if (!status && !asked->type && !asked->visitor && !asked->host)
		status = vg_ties(&ties, session->graph, &query, &session->error);
	if (status)
		return status;
	writer_begin(&writer);
	if (ties)
		take_ties(&writer, ties, true);
	if (!asked->status)
		status = vg_visits_each(session->graph, &query, see_events, &writer, &session->error);
	has_any = writer_end(&writer);
	vg_view_free(ties);
	return status || has_any ? status : nothing_found(session, _("nothing found"));
}
