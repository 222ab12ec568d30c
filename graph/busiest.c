/* busiest.c - which visits a picture keeps when it cannot hold all: those between the most connected parties. */
#include "graph/select.h"

#include <stdlib.h>

static int compare_by_weight(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int order;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	order = strcmp(*y->date == '~' ? "" : y->date, *x->date == '~' ? "" : x->date); /* the latest first */
	return order ? order : x->event < y->event ? -1 : x->event > y->event;
}

void candidates_sort_by_weight(struct candidates *candidates)
{
	if (candidates->count)
		qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_by_weight);
}

/* ── Among few ───────────────────────────────────────────────────────────────────────────────────────── */

/* The first visiting and the first receiving party of an event (the organization that a person stands with, else whoever was
 * named); 0 where there is none. */
static vg_status parties_of(struct builder *builder, uint32_t event, uint32_t parties[2], vg_error *error)
{
	struct answer answer =
		store_ask(builder->graph, QUERY_PARTICIPANTS_OF, "ii", (int64_t)event << 10, (int64_t)event << 10 | 1023);

	while (store_next(&answer)) {
		int64_t side = (store_integer(&answer, 2) & 7) - VG_VISITOR, organization = store_integer(&answer, 1);

		if (side >= 0 && side < 2 && !parties[side])
			parties[side] = (uint32_t)(organization ? organization : store_integer(&answer, 0));
	}
	return store_end(&answer, error);
}

static uint32_t degree_of(const struct id_map *degrees, uint32_t party)
{
	const uint32_t *degree = party ? id_map_find(degrees, party) : NULL;

	return degree ? *degree : 0;
}

vg_status busiest_weigh(struct builder *builder, struct candidates *candidates, vg_error *error)
{
	uint32_t (*parties)[2] = memory_get((candidates->count + 1) * sizeof *parties);
	struct id_map degrees = {0};
	vg_status status = VG_OK;

	for (size_t i = 0; i < candidates->count && !status; i++) {
		status = parties_of(builder, candidates->items[i].event, parties[i], error);
		for (int side = 0; side < 2; side++)
			if (parties[i][side])
				id_map_put(&degrees, parties[i][side], degree_of(&degrees, parties[i][side]) + 1);
	}
	for (size_t i = 0; i < candidates->count; i++) {
		uint32_t visitor = degree_of(&degrees, parties[i][0]), host = degree_of(&degrees, parties[i][1]);

		candidates->items[i].weight = visitor < host ? visitor : host;
	}
	id_map_free(&degrees);
	free(parties);
	candidates_sort_by_weight(candidates);
	return status;
}

/* ── Among all ───────────────────────────────────────────────────────────────────────────────────────────
 * To read who took part in each of a million events takes long, but how connected everybody is stands in the packed index.
 * So parties are taken one by one, the most connected first, with the events that they visited or received at. An event whose
 * both sides have come up weighs as much as the party that came up last: the first to be complete are the heaviest. */

struct party {
	uint32_t entity, degree;
};

struct walk {
	struct builder *builder;
	const struct candidates *among;
	size_t limit;
	struct candidates *found;
	uint32_t *degrees;    /* by id */
	size_t degree_count;
	struct id_map sides;  /* of events: who has come up, as bits of roles; 0: found */
	struct candidates complete; /* by the party that has come up last */
};

enum { VISITED = 1 << LINK_VISITOR, RECEIVED = 1 << LINK_HOST };

/* How many facts each entity has as a visitor or a host, all of its names taken together. */
static vg_status read_degrees(struct walk *walk, vg_error *error)
{
	vg_graph *graph = walk->builder->graph;
	struct link_counter counter;
	struct answer same;
	int64_t last;
	vg_status status = store_number(&last, graph, QUERY_LAST_ID, 0, error);

	if (status)
		return status;
	walk->degree_count = (size_t)last + 1;
	walk->degrees = memory_get(walk->degree_count * sizeof *walk->degrees);
	links_count_open(&counter, graph, VISITED | RECEIVED);
	while (links_count_next(&counter))
		if (counter.name < walk->degree_count)
			walk->degrees[counter.name] += counter.count;
	if ((status = store_end(&counter.answer, error)))
		return status;
	same = store_ask(graph, QUERY_ALL_SAME, "");
	while (store_next(&same)) {
		size_t name = (size_t)store_integer(&same, 0), entity = (size_t)store_integer(&same, 1);

		if (name < walk->degree_count && entity < walk->degree_count && name != entity) {
			walk->degrees[entity] += walk->degrees[name];
			walk->degrees[name] = 0;
		}
	}
	return store_end(&same, error);
}

static int compare_parties(const void *a, const void *b)
{
	const struct party *x = a, *y = b;

	if (x->degree != y->degree)
		return x->degree > y->degree ? -1 : 1;
	return x->entity < y->entity ? -1 : x->entity > y->entity;
}

/* The parties with degrees from `least` to below `beyond`, the most connected first. */
static struct party *parties_between(const struct walk *walk, uint32_t least, uint32_t beyond, size_t *count)
{
	struct party *parties = NULL;
	size_t capacity = 0;

	*count = 0;
	for (size_t i = 0; i < walk->degree_count; i++) {
		if (walk->degrees[i] < least || walk->degrees[i] >= beyond)
			continue;
		parties = array_room(parties, *count, &capacity, sizeof *parties);
		parties[(*count)++] = (struct party){(uint32_t)i, walk->degrees[i]};
	}
	if (*count)
		qsort(parties, *count, sizeof *parties, compare_parties);
	return parties;
}

static int compare_events(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return x->event < y->event ? -1 : x->event > y->event;
}

/* One side of an event has come up. */
static vg_status come_up(struct walk *walk, const struct entity_fact *fact, vg_error *error)
{
	struct candidate key = {0};
	const struct candidates *among = walk->among;
	uint32_t *known, sides;
	vg_status status = build_event_of(walk->builder, fact->fact, &key.event, error);

	if (status || (among && !bsearch(&key, among->items, among->count, sizeof key, compare_events)))
		return status;
	known = id_map_find(&walk->sides, key.event);
	if (known && !*known)
		return VG_OK;
	sides = (known ? *known : 0) | (fact->roles & (VISITED | RECEIVED));
	if (sides == (VISITED | RECEIVED)) {
		candidates_add(&walk->complete, key.event, NULL, NULL);
		sides = 0;
	}
	id_map_put(&walk->sides, key.event, sides);
	return VG_OK;
}

/* Of one party's events more than there is room for: the latest. */
static vg_status sort_by_date(struct walk *walk, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < walk->complete.count && !status; i++) {
		struct candidate *one = &walk->complete.items[i];
		struct answer answer = store_ask(walk->builder->graph, QUERY_ONE_OCCASION, "i", (int64_t)one->event);
		const char *date = store_next(&answer) ? store_text(&answer, 2) : NULL;

		if (date)
			snprintf(one->date, sizeof one->date, "%s", date);
		status = store_end(&answer, error);
	}
	candidates_sort_by_weight(&walk->complete);
	return status;
}

static vg_status walk_party(struct walk *walk, uint32_t entity, vg_error *error)
{
	struct entity_fact *facts = NULL;
	size_t count = 0, room = walk->limit - walk->found->count;
	vg_status status = build_facts_of(walk->builder->graph, entity, &facts, &count, error);

	walk->complete.count = 0;
	for (size_t i = 0; i < count && !status; i++)
		if (facts[i].roles & (VISITED | RECEIVED))
			status = come_up(walk, &facts[i], error);
	if (!status && walk->complete.count > room)
		status = sort_by_date(walk, error);
	for (size_t i = 0; i < walk->complete.count && i < room && !status; i++)
		candidates_add(walk->found, walk->complete.items[i].event, NULL, NULL);
	free(facts);
	return status;
}

static vg_status walk_parties(struct walk *walk, vg_error *error)
{
	enum { FIRST_DEGREE = 1024 }; /* few have so many: those below are sorted only when they are needed */
	uint32_t beyond = UINT32_MAX;
	vg_status status = VG_OK;

	for (uint32_t least = FIRST_DEGREE; least && !status && walk->found->count < walk->limit; least /= 4) {
		size_t count;
		struct party *parties = parties_between(walk, least, beyond, &count);

		for (size_t i = 0; i < count && !status && walk->found->count < walk->limit; i++)
			status = walk_party(walk, parties[i].entity, error);
		free(parties);
		beyond = least;
	}
	return status;
}

vg_status busiest_find(struct builder *builder, const struct candidates *among, size_t limit, struct candidates *found, vg_error *error)
{
	struct walk walk = {.builder = builder, .among = among, .limit = limit, .found = found};
	vg_status status = read_degrees(&walk, error);

	if (!status)
		status = walk_parties(&walk, error);
	free(walk.degrees);
	id_map_free(&walk.sides);
	candidates_free(&walk.complete);
	return status;
}

/* ── What parties can be gathered into ───────────────────────────────────────────────────────────────── */

static vg_status add_link(struct builder *builder, vg_relation relation, size_t from, int64_t name, vg_error *error)
{
	vg_view *view = builder->view;
	size_t above;
	vg_status status = build_node_of(builder, name, &above, error);

	if (status || above == VG_NONE || above == from)
		return status;
	view->links = arena_array_room(builder->arena, view->links, view->link_count, &builder->link_capacity, sizeof *view->links);
	view->links[view->link_count++] = (vg_link){.relation = relation, .from = from, .to = above};
	return VG_OK;
}

/* What a list says that the node is part of or lies in. */
static vg_status read_above(struct builder *builder, size_t node, uint32_t fact, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_LASTING, "i", (int64_t)fact);
	uint32_t subject = 0;
	vg_status status = VG_OK;

	if (store_next(&answer))
		status = build_entity(builder, (uint32_t)store_integer(&answer, 0), &subject, error);
	if (!status && subject && subject == builder->view->nodes[node].id) {
		vg_relation to_parent = store_integer(&answer, 3) == VG_PLACE ? VG_LOCATED_IN : VG_PART_OF;

		status = add_link(builder, to_parent, node, store_integer(&answer, 1), error);
		if (!status)
			status = add_link(builder, VG_LOCATED_IN, node, store_integer(&answer, 2), error);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

vg_status busiest_place(struct builder *builder, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t node = 0; node < builder->view->node_count && !status; node++) { /* it grows by those above */
		struct entity_fact *facts = NULL;
		size_t count = 0;

		if (builder->view->nodes[node].kind == VG_PERSON)
			continue;
		status = build_facts_of(builder->graph, (uint32_t)builder->view->nodes[node].id, &facts, &count, error);
		for (size_t i = 0; i < count && !status; i++)
			if (facts[i].roles & 1 << LINK_FACT)
				status = read_above(builder, node, facts[i].fact, error);
		free(facts);
	}
	return status;
}
