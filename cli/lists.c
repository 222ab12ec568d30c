/* lists.c - visits and ties, each alone or together in order of date. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static const char *const visit_headings[] = {N_("date"),  N_("type"),	    N_("visitors"),
					     N_("hosts"), N_("companions"), N_("attendees"),
					     N_("place"), N_("purpose"),    N_("source")};

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
	write_sources(table->cell, &event->evidence);
	table_next(table);
}

static const char *const tie_headings[] = {N_("party a"), N_("party b"), N_("topic"), N_("status"),
					   N_("date"),	  N_("place"),	 N_("source")};

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
	write_sources(table->cell, &tie->evidence);
	table_next(table);
}

static const char *const timeline_headings[] = {N_("date"),	 N_("what"),  N_("who"),
						N_("with whom"), N_("about"), N_("source")};

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
	write_sources(table->cell, &event->evidence);
	table_next(table);
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
	write_sources(table->cell, &tie->evidence);
	table_next(table);
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

struct writer {
	bool is_json;
	struct json json;
	struct table table;
	const struct listing *listing;
};

static void write_event(struct writer *writer, const vg_view *view, const vg_event *event)
{
	if (writer->is_json)
		json_event(&writer->json, view, event);
	else
		writer->listing->put_event(&writer->table, view, event);
}

static void write_tie(struct writer *writer, const vg_view *view, const vg_tie *tie)
{
	if (writer->is_json)
		json_tie(&writer->json, view, tie);
	else
		writer->listing->put_tie(&writer->table, view, tie);
}

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

/* Merges the events of one view, which are in order of date, with the ties of another. At most `limit`, where it is not 0. */
static size_t write_merged(struct writer *writer, const vg_view *events, const vg_view *ties, size_t limit)
{
	size_t event = 0, tie = 0, event_count = events ? events->event_count : 0,
	       tie_count = ties ? ties->tie_count : 0;
	const vg_tie **sorted = grow(NULL, tie_count * sizeof *sorted);

	for (size_t i = 0; i < tie_count; i++)
		sorted[i] = &ties->ties[i];
	if (event_count)
		qsort(sorted, tie_count, sizeof *sorted, by_date);
	while ((event < event_count || tie < tie_count) && (!limit || event + tie < limit)) {
		bool is_tie = event == event_count ||
			      (tie < tie_count && is_before(&sorted[tie]->date, &events->events[event].date));

		if (is_tie)
			write_tie(writer, ties, sorted[tie++]);
		else
			write_event(writer, events, &events->events[event++]);
	}
	free(sorted);
	return event + tie;
}

static size_t print_list(struct session *session, const struct listing *listing, const vg_view *events,
			 const vg_view *ties, size_t limit)
{
	struct writer writer = {.is_json = format_is(session, "json"), .json = {.out = stdout}, .listing = listing};
	size_t count;

	if (writer.is_json)
		json_open(&writer.json, NULL, '[');
	else
		table_begin(&writer.table, stdout, format_of(session), listing->headings, listing->columns);
	count = write_merged(&writer, events, ties, limit);
	if (writer.is_json) {
		json_close(&writer.json, ']');
		json_end(&writer.json);
	} else {
		table_end(&writer.table);
	}
	return count;
}

typedef vg_status ask_function(vg_view **view, vg_graph *graph, const vg_query *query, vg_error *error);

static vg_status ask_list(struct session *session, ask_function *ask, const struct listing *listing)
{
	const char *about = session->argument_count ? session->arguments[0] : NULL;
	vg_view *view = NULL;
	vg_query query;
	vg_status status;
	size_t count;

	if ((status = query_build(&query, session, about)) ||
	    (status = ask(&view, session->graph, &query, &session->error)))
		return status;
	count = print_list(session, listing, view, view, 0);
	say_left_out(session, view);
	vg_view_free(view);
	return count ? VG_OK : nothing_found(session, _("nothing found"));
}

vg_status run_visits(struct session *session)
{
	return ask_list(session, vg_visits, &list_of_visits);
}

vg_status run_ties(struct session *session)
{
	return ask_list(session, vg_ties, &list_of_ties);
}

/* Filters that only one of the two kinds can pass leave the other out. */
vg_status run_timeline(struct session *session)
{
	const struct options *asked = session->options;
	const char *about = session->argument_count ? session->arguments[0] : NULL;
	vg_view *events = NULL, *ties = NULL;
	vg_query query;
	vg_status status = query_build(&query, session, about);
	size_t count = 0;

	if (!status && !asked->status)
		status = vg_visits(&events, session->graph, &query, &session->error);
	if (!status && !asked->type && !asked->visitor && !asked->host)
		status = vg_ties(&ties, session->graph, &query, &session->error);
	if (!status)
		count = print_list(session, &list_of_moments, events, ties, query.limit);
	vg_view_free(events);
	vg_view_free(ties);
	return status || count ? status : nothing_found(session, _("nothing found"));
}
