/* names.c - from a NAME on the command line to an entity, and from options to the filters of a question. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static void put_aliases(struct table *table, const vg_node *node)
{
	for (size_t i = 0; i < node->alias_count; i++)
		fprintf(table->cell, "%s%s", i ? separator() : "", node->aliases[i].name);
	table_next(table);
}

/* The one node that was found, among those that only stand there as its organization; VG_NONE where there are several. */
static size_t only_found(const vg_view *view)
{
	size_t found = VG_NONE;

	for (size_t i = 0; i < view->node_count; i++) {
		if (!view->nodes[i].matched)
			continue;
		if (found != VG_NONE)
			return VG_NONE;
		found = i;
	}
	return found;
}

/* What tells them apart, each with the #id by which it can be named. */
static void list_candidates(const vg_view *view, const char *name)
{
	static const char *const headings[] = {N_("id"),    N_("kind"),		N_("name"),
					       N_("title"), N_("organization"), N_("aliases")};
	vg_error message;
	struct table table;

	failure(&message, VG_AMBIGUOUS,
		_("'%s' fits several; name one of them by its #id, as kind:name or as name@organization:"), name);
	complain("visitgraph", message.message);
	table_begin(&table, stderr, "table", headings, 6);
	for (size_t i = 0; i < view->node_count; i++) {
		const vg_node *node = &view->nodes[i];

		if (!node->matched)
			continue;
		table_put(&table, "#%lld", (long long)node->id);
		table_put_text(&table, _(vg_kind_name(node->kind)));
		table_put_text(&table, node->name);
		table_put_text(&table, node->title);
		table_put_text(&table, node_name(view, node->organization));
		put_aliases(&table, node);
	}
	table_end(&table);
}

static bool was_suggested(const vg_view *view, size_t node)
{
	for (size_t i = 0; i < node; i++)
		if (view->nodes[i].matched && !strcmp(view->nodes[i].name, view->nodes[node].name))
			return true;
	return false;
}

/* Adds to the error whom the user may have meant. */
static void add_suggestions(struct session *session, const char *name)
{
	const vg_query query = {.limit = 3};
	char *message = session->error.message;
	vg_view *view = NULL;
	vg_error ignored;

	if (vg_search(&view, session->graph, name, &query, &ignored))
		return;
	for (size_t i = 0; i < view->node_count; i++) {
		size_t length = strlen(message);

		if (!view->nodes[i].matched || was_suggested(view, i))
			continue;
		snprintf(message + length, sizeof session->error.message - length, _("; there is '%s'"),
			 view->nodes[i].name);
	}
	vg_view_free(view);
}

vg_status name_resolve(int64_t *id, struct session *session, const char *name)
{
	vg_view *view = NULL;
	vg_status status = vg_find(&view, session->graph, name, &session->error);

	if (status == VG_NOT_FOUND)
		add_suggestions(session, name);
	if (status)
		return status;
	if (only_found(view) != VG_NONE) {
		*id = view->nodes[only_found(view)].id;
	} else {
		list_candidates(view, name);
		*session->error.message = '\0';
		status = VG_AMBIGUOUS;
	}
	vg_view_free(view);
	return status;
}

static vg_status resolve_avoided(vg_query *query, struct session *session)
{
	const struct options *asked = session->options;
	int64_t *ids = grow(NULL, asked->avoid_count * sizeof *ids);
	vg_status status = VG_OK;

	query->avoid = ids;
	query->avoid_count = asked->avoid_count;
	for (size_t i = 0; !status && i < asked->avoid_count; i++)
		status = name_resolve(&ids[i], session, asked->avoid[i]);
	return status;
}

vg_status query_build(vg_query *query, struct session *session, const char *about)
{
	const struct options *asked = session->options;
	const struct {
		const char *name;
		int64_t *id;
	} names[] = {
		{about, &query->about},
		{asked->visitor, &query->visitor},
		{asked->host, &query->host},
		{asked->place, &query->place},
	};
	vg_status status;

	*query = (vg_query){
		.type = asked->type,
		.status = asked->status,
		.topic = asked->topic,
		.from = *asked->from.from ? asked->from.from : NULL,
		.to = *asked->to.until	? asked->to.until
		      : *asked->to.from ? asked->to.from
					: NULL,
		.limit = asked->limit,
		.depth = (unsigned)asked->depth,
		.min_confidence = asked->min_confidence,
		.max_length = asked->max_length,
		.through_places = asked->through != NULL,
		.finds_all = asked->finds_all,
	};
	for (size_t i = 0; i < COUNT(names); i++)
		if (names[i].name && (status = name_resolve(names[i].id, session, names[i].name)))
			return status;
	return asked->avoid_count ? resolve_avoided(query, session) : VG_OK;
}
