/* show.c - all about one, as a page: who it is, its posts, visits made and received, ties, each with its source. */
#include "cli/cli.h"

#include <string.h>

/* A page of sections whose rows have the same columns; in CSV the section is a column as well, so that it stays one table. */
struct page {
	const char *format;
	bool is_flat; /* csv */
	const char *section;
	bool is_open;
	struct table table;
};

static const char *const headings[] = {N_("section"), N_("date"), N_("what"), N_("who"), N_("about"),
				       N_("source"),  N_("note"), N_("quote")};

enum { COLUMNS = 7, LONG_COLUMNS = 2 }; /* without the section */

static void end_section(struct page *page)
{
	if (page->is_open)
		table_end(&page->table);
	page->is_open = false;
}

static void begin_section(struct page *page, const char *title)
{
	page->section = title;
	if (page->is_flat)
		return;
	end_section(page);
}

/* A section begins with its first row: an empty one is not there at all. */
static FILE *begin_row(struct page *page)
{
	bool is_md = !strcmp(page->format, "md");

	if (!page->is_open) {
		if (!page->is_flat)
			printf(is_md ? "\n## %s\n\n" : "\n%s\n", page->section);
		table_begin(&page->table, stdout, page->format,
			    is_md	    ? headings + 1
			    : page->is_flat ? headings
					    : NULL,
			    page->is_flat ? COLUMNS + 1 : COLUMNS);
		page->table.indent = 2;
		page->table.below = LONG_COLUMNS;
		page->is_open = true;
	}
	if (page->is_flat)
		table_put_text(&page->table, page->section);
	return page->table.cell;
}

static void next(struct page *page)
{
	table_next(&page->table);
}

/* What happened is told in the source's own words, too. */
static void end_row(struct page *page, const char *about, const vg_evidences *evidence, bool has_words)
{
	table_put_text(&page->table, about);
	write_sources(page->table.cell, evidence);
	next(page);
	if (has_words)
		write_notes(page->table.cell, evidence);
	next(page);
	if (has_words)
		write_quotes(page->table.cell, evidence);
	next(page);
}

/* ── The sections ────────────────────────────────────────────────────────────────────────────────────── */

static void put_heading(struct page *page, const vg_view *view)
{
	const vg_node *node = &view->nodes[view->center];
	const char *format = !strcmp(page->format, "md") ? "# " : "";

	if (page->is_flat)
		return;
	fputs(format, stdout);
	write_visibly(stdout, node->name);
	printf("  #%lld  %s", (long long)node->id, _(vg_kind_name(node->kind)));
	if (node->title && node->organization == VG_NONE) { /* else it stands among the posts */
		fputs("  ", stdout);
		write_visibly(stdout, node->title);
	}
	putchar('\n');
}

static void put_card(struct page *page, const vg_view *view)
{
	const vg_node *node = &view->nodes[view->center];

	begin_section(page, _("card"));
	for (size_t i = 0; i < node->alias_count; i++) {
		begin_row(page);
		next(page);
		table_put_text(&page->table, _("alias"));
		table_put_text(&page->table, node->aliases[i].name);
		end_row(page, NULL, &node->aliases[i].evidence, false);
	}
	for (size_t i = 0; i < node->detail_count; i++) {
		begin_row(page);
		next(page);
		table_put_text(&page->table, _(node->details[i].heading));
		table_put_text(&page->table, node->details[i].value);
		end_row(page, NULL, &node->details[i].evidence, false);
	}
}

static void put_link(struct page *page, const vg_view *view, const vg_link *link)
{
	bool is_from_here = link->from == view->center;

	write_date(begin_row(page), &link->date);
	next(page);
	table_put_text(&page->table,
		       link->title || link->relation == VG_MEMBER ? link->title : relation_word(link->relation));
	if (is_from_here)
		table_put_text(&page->table, node_name(view, link->to));
	else
		table_put_text(&page->table, node_name(view, link->from));
	end_row(page, NULL, &link->evidence, false);
}

static void put_links(struct page *page, const vg_view *view, const char *title, vg_relation least, vg_relation most,
		      bool is_from_here)
{
	begin_section(page, title);
	for (size_t i = 0; i < view->link_count; i++) {
		const vg_link *link = &view->links[i];

		if (link->relation >= least && link->relation <= most &&
		    (is_from_here ? link->from : link->to) == view->center)
			put_link(page, view, link);
	}
}

/* In which role the one in the middle took part, itself or through one of its people. */
static vg_role role_of_center(const vg_view *view, const vg_event *event)
{
	vg_role role = VG_ANY_ROLE;

	for (size_t i = 0; i < event->participant_count; i++) {
		const vg_participant *participant = &event->participants[i];

		if (participant->node == view->center)
			return participant->role;
		if (participant->organization == view->center && !role)
			role = participant->role;
	}
	return role;
}

static bool has_role(const vg_event *event, vg_role role)
{
	for (size_t i = 0; i < event->participant_count; i++)
		if (event->participants[i].role == role)
			return true;
	return false;
}

static bool took_part_itself(const vg_view *view, const vg_event *event)
{
	for (size_t i = 0; i < event->participant_count; i++)
		if (event->participants[i].node == view->center)
			return true;
	return false;
}

/* Its people who came along, where it has another part as well. */
static void put_companions(FILE *cell, const vg_view *view, const vg_event *event)
{
	bool is_first = true;

	for (size_t i = 0; i < event->participant_count; i++) {
		const vg_participant *one = &event->participants[i];

		if (one->role != VG_COMPANION || one->organization != view->center || one->node == view->center)
			continue;
		fputs(is_first ? _("; accompanied by ") : separator(), cell);
		write_participant(cell, view, one);
		is_first = false;
	}
}

/* Those whom the one in the middle met: hosts if it visited, visitors if it was visited. Who of its people met them is told, too. */
static void put_visit(struct page *page, const vg_view *view, const vg_event *event, vg_role role)
{
	bool shows_all = !took_part_itself(view, event);
	bool has_visitors = (role != VG_VISITOR || shows_all) && has_role(event, VG_VISITOR);
	bool has_hosts = (role != VG_HOST || shows_all) && has_role(event, VG_HOST);
	FILE *cell = begin_row(page);

	write_date(cell, &event->date);
	next(page);
	table_put_text(&page->table, event_word(event));
	if (has_visitors)
		write_participants(cell, view, event, VG_VISITOR, true);
	if (has_visitors && has_hosts)
		fputs(" → ", cell);
	if (has_hosts)
		write_participants(cell, view, event, VG_HOST, true);
	put_companions(cell, view, event);
	next(page);
	end_row(page, event->purpose, &event->evidence, true);
}

static void put_visits(struct page *page, const vg_view *view)
{
	static const struct {
		vg_role role;
		const char *title;
	} sections[] = {
		{VG_VISITOR, N_("visits made")},      {VG_HOST, N_("visits received")},
		{VG_COMPANION, N_("accompanied")},    {VG_ATTENDEE, N_("attended")},
		{VG_ANY_ROLE, N_("took place here")},
	};

	for (size_t i = 0; i < COUNT(sections); i++) {
		begin_section(page, _(sections[i].title));
		for (size_t j = 0; j < view->event_count; j++)
			if (role_of_center(view, &view->events[j]) == sections[i].role)
				put_visit(page, view, &view->events[j], sections[i].role);
	}
}

static void put_ties(struct page *page, const vg_view *view)
{
	begin_section(page, _("ties"));
	for (size_t i = 0; i < view->tie_count; i++) {
		const vg_tie *tie = &view->ties[i];

		for (size_t j = 0; j < tie->stage_count; j++) {
			write_date(begin_row(page), &tie->stages[j].date);
			next(page);
			table_put_text(&page->table, _(vg_tie_status_name(tie->stages[j].status)));
			table_put_text(&page->table, node_name(view, tie->a == view->center ? tie->b : tie->a));
			end_row(page, tie->topic, &tie->stages[j].evidence, true);
		}
	}
}

static void print_page(const struct session *session, const vg_view *view)
{
	struct page page = {.format = format_of(session), .is_flat = format_is(session, "csv")};

	put_heading(&page, view);
	put_card(&page, view);
	put_links(&page, view, _("posts"), VG_MEMBER, VG_MEMBER, true);
	put_links(&page, view, _("belongs to"), VG_PART_OF, VG_LOCATED_IN, true);
	put_links(&page, view, _("has"), VG_PART_OF, VG_LOCATED_IN, false);
	put_links(&page, view, _("people"), VG_MEMBER, VG_MEMBER, false);
	put_visits(&page, view);
	put_ties(&page, view);
	end_section(&page);
}

vg_status run_show(struct session *session)
{
	struct json json = {.out = stdout};
	vg_view *view = NULL;
	int64_t id = 0;
	vg_query query;
	vg_status status;

	if ((status = name_resolve(&id, session, session->arguments[0])) ||
	    (status = query_build(&query, session, NULL)) ||
	    (status = vg_show(&view, session->graph, id, &query, &session->error)))
		return status;
	if (format_is(session, "json")) {
		json_show(&json, view);
		json_end(&json);
	} else {
		print_page(session, view);
	}
	say_left_out(session, view->left_out);
	vg_view_free(view);
	return VG_OK;
}
