/* view.c - the answers: all about one, what is around it, counts, imports. */
#include "graph/build.h"

#include <stdlib.h>

/* ── All about one ───────────────────────────────────────────────────────────────────────────────────── */

/* The persons whose names were said with an organization, for what lists say of them. */
static vg_status build_members(struct builder *builder, size_t center, vg_error *error)
{
	struct entity_fact *facts;
	size_t count, node;
	vg_status status = build_facts_of(builder->graph, (uint32_t)builder->view->nodes[center].id, &facts, &count, error);

	for (size_t i = 0; i < count && !status; i++) {
		uint32_t person;

		if (!(facts[i].roles & 1 << LINK_MEMBER))
			continue;
		if ((status = build_entity(builder, facts[i].fact, &person, error)) ||
		    (status = build_node(builder, person, &node, error)))
			break;
		status = describe_node(builder, node, error);
	}
	free(facts);
	return status;
}

/* Links of others' that came along with their descriptions. */
static void keep_links_of(struct builder *builder, size_t node)
{
	vg_view *view = builder->view;
	size_t kept = 0;

	for (size_t i = 0; i < view->link_count; i++)
		if (view->links[i].from == node || view->links[i].to == node)
			view->links[kept++] = view->links[i];
	view->link_count = kept;
}

static vg_status build_card(struct builder *builder, int64_t id, const vg_query *query, vg_error *error)
{
	vg_query of_it = *query;
	size_t center;
	vg_status status = build_node(builder, (uint32_t)id, &center, error);

	if (status)
		return status;
	if (center == VG_NONE)
		return fail(error, VG_NOT_FOUND, _("there is nothing with the number #%lld"), (long long)id);
	builder->view->center = center;
	of_it.about = id;
	if ((status = select_visits(builder, &of_it, false, error)) || (status = select_ties(builder, &of_it, error)) ||
	    (status = describe_node(builder, center, error)) || (status = build_members(builder, center, error)))
		return status;
	select_passing_ties(builder, query);
	describe_posts(builder, center);
	keep_links_of(builder, center);
	describe_sort(builder);
	return VG_OK;
}

vg_status vg_show(vg_view **view, vg_graph *graph, int64_t id, const vg_query *query, vg_error *error)
{
	struct builder builder;

	build_begin(&builder, graph, query);
	return build_end(&builder, view, build_card(&builder, id, query, error), error);
}

/* ── Around one ──────────────────────────────────────────────────────────────────────────────────────── */

static vg_status is_in_period(struct builder *builder, uint32_t occasion, const vg_query *query, bool *passes, vg_error *error)
{
	struct answer answer;

	*passes = true;
	if (!query->from && !query->to)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_ONE_OCCASION, "i", (int64_t)occasion);
	*passes = store_next(&answer) && select_is_within(query, store_text(&answer, 2), store_text(&answer, 3));
	return store_end(&answer, error);
}

/* One fact: its event with all who took part, its tie with the other side, or the member. */
static vg_status add_around(struct builder *builder, const struct entity_fact *fact, size_t node, const vg_query *query, vg_error *error)
{
	size_t index;
	uint32_t id;
	bool passes;
	vg_status status = VG_OK;

	if (fact->roles & TOOK_PART) {
		if (!(status = is_in_period(builder, fact->fact, query, &passes, error)) && passes &&
		    !(status = build_event_of(builder, fact->fact, &id, error)))
			status = build_event(builder, id, &index, error);
	} else if (fact->roles & 1 << LINK_FACT) {
		if (!(status = build_tie_of(builder, fact->fact, &id, error)))
			status = build_tie(builder, id, &index, error);
	} else if (fact->roles & 1 << LINK_MEMBER) {
		if (!(status = build_entity(builder, fact->fact, &id, error)) && !(status = build_node(builder, id, &index, error)))
			describe_link(builder, VG_MEMBER, index, node, NULL);
	}
	return status;
}

/* The newest facts first, so that a limit keeps the last contacts. */
static vg_status add_neighbours(struct builder *builder, size_t node, const vg_query *query, vg_error *error)
{
	struct entity_fact *facts;
	size_t count, above = builder->view->nodes[node].organization;
	vg_status status = build_facts_of(builder->graph, (uint32_t)builder->view->nodes[node].id, &facts, &count, error);

	for (size_t i = count; i-- && !status;) {
		if (query->limit && builder->view->node_count >= query->limit) {
			builder->view->left_out += i + 1;
			break;
		}
		status = add_around(builder, &facts[i], node, query, error);
	}
	if (!status && above != VG_NONE)
		describe_link(builder, VG_MEMBER, node, above, NULL);
	free(facts);
	return status;
}

static vg_status build_around(struct builder *builder, int64_t id, const vg_query *query, vg_error *error)
{
	unsigned depth = query->depth ? query->depth : 1;
	size_t center, first = 0;
	vg_status status = build_node(builder, (uint32_t)id, &center, error);

	if (status)
		return status;
	if (center == VG_NONE)
		return fail(error, VG_NOT_FOUND, _("there is nothing with the number #%lld"), (long long)id);
	builder->view->center = center;
	builder->view->nodes[center].depth = 0;
	for (unsigned level = 1; level <= depth && !status; level++) {
		size_t end = builder->view->node_count;

		/* the middle's own organization came with it but is a step away */
		for (size_t i = level == 1 ? center : first; i < (level == 1 ? center + 1 : end) && !status; i++)
			status = add_neighbours(builder, i, query, error);
		for (size_t i = level == 1 ? 0 : end; i < builder->view->node_count; i++)
			if (i != center)
				builder->view->nodes[i].depth = level;
		first = level == 1 ? 0 : end;
	}
	describe_sort(builder);
	return status;
}

vg_status vg_around(vg_view **view, vg_graph *graph, int64_t id, const vg_query *query, vg_error *error)
{
	struct builder builder;

	build_begin(&builder, graph, query);
	return build_end(&builder, view, build_around(&builder, id, query, error), error);
}

/* ── Counts ──────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status count_group(vg_stats *stats, size_t *capacity, vg_graph *graph, enum query query, const char *group,
			     const vg_query *filter, vg_error *error)
{
	struct answer answer = query == QUERY_COUNT_KINDS ? store_ask(graph, query, "") :
							    store_ask(graph, query, "tt", filter->from, filter->to);
	struct arena *arena = owner_arena(stats);

	while (store_next(&answer)) {
		stats->counts = arena_array_room(arena, stats->counts, stats->count, capacity, sizeof *stats->counts);
		stats->counts[stats->count++] =
			(vg_count){group, arena_text(arena, store_text(&answer, 0)), (size_t)store_integer(&answer, 1)};
	}
	return store_end(&answer, error);
}

vg_status vg_stats_count(vg_stats **out, vg_graph *graph, const vg_query *query, vg_error *error)
{
	static const struct {
		const char *group;
		enum query query;
	} groups[] = {{"kind", QUERY_COUNT_KINDS}, {"type", QUERY_COUNT_TYPES}, {"status", QUERY_COUNT_STATUSES}, {"month", QUERY_COUNT_MONTHS}};
	vg_stats *stats = owner_get(sizeof *stats);
	size_t capacity = 0;
	vg_status status = VG_OK;

	for (size_t i = 0; i < sizeof groups / sizeof *groups && !status; i++)
		status = count_group(stats, &capacity, graph, groups[i].query, groups[i].group, query, error);
	if (status)
		vg_stats_free(stats);
	*out = status ? NULL : stats;
	return status;
}

void vg_stats_free(vg_stats *stats)
{
	owner_free(stats);
}

/* ── Imports ─────────────────────────────────────────────────────────────────────────────────────────── */

vg_status vg_imports_list(vg_imports **out, vg_graph *graph, vg_error *error)
{
	vg_imports *imports = owner_get(sizeof *imports);
	struct arena *arena = owner_arena(imports);
	struct answer answer = store_ask(graph, QUERY_ALL_IMPORTS, "");
	size_t capacity = 0;
	vg_status status;

	while (store_next(&answer)) {
		imports->entries = arena_array_room(arena, imports->entries, imports->count, &capacity, sizeof *imports->entries);
		imports->entries[imports->count++] = (vg_import_entry){
			.id = store_integer(&answer, 0),
			.file = arena_text(arena, store_text(&answer, 1)),
			.kind = arena_text(arena, store_text(&answer, 2)),
			.at = arena_text(arena, store_text(&answer, 3)),
			.rows = (size_t)store_integer(&answer, 4),
			.imported = (size_t)store_integer(&answer, 5),
			.known = (size_t)store_integer(&answer, 6),
			.rejected = (size_t)store_integer(&answer, 7),
		};
	}
	if ((status = store_end(&answer, error)))
		vg_imports_free(imports);
	*out = status ? NULL : imports;
	return status;
}

void vg_imports_free(vg_imports *imports)
{
	owner_free(imports);
}
