/* path.c - how two entities are connected: the shortest path, searched from both ends.
 *
 * Nodes are persons, organizations and acting places; what joins two of them is an event that both took part in (a party
 * takes part when one of its people does), a tie, a membership, or being part of. Breadth-first from both ends, always
 * the smaller frontier, level by level (Pohl, Bi-directional search, 1971): of a million visits it reads a few thousand.
 *
 * Among paths of one length, a person is preferred to an organization as a step in between, since "through whom" is
 * what users ask; then the lower number: the same graph gives the same path. */
#include "graph/build.h"

#include <stdlib.h>

struct reached {
	uint32_t entity, fact;
	uint32_t from;  /* index of the one it was reached from */
	uint32_t again; /* index of the same entity, reached over as many steps from another one; 0: none */
	uint16_t distance;
	uint8_t side, relation; /* relation: enum vg_relation, of the step to here */
	bool is_person;
};

struct search {
	struct builder *builder;
	const vg_query *query;
	struct reached *reached;
	size_t count, capacity;
	struct id_map by_entity[2]; /* index of a reached + 1 */
	struct id_map expanded[2];  /* occasions */
	uint32_t *order[2];         /* indexes of reached, level by level */
	size_t order_count[2], order_capacity[2];
	size_t first[2], end[2]; /* the frontiers, as ranges of `order` */
	size_t best;             /* length of the shortest connection; SIZE_MAX: none so far */
	bool is_settled;         /* it is one that will be told: the level need not be searched to its end */
	int side;                /* being expanded */
	uint32_t from;           /* being expanded */
};

static bool is_avoided(const vg_query *query, uint32_t entity)
{
	for (size_t i = 0; i < query->avoid_count; i++)
		if ((uint32_t)query->avoid[i] == entity)
			return true;
	return false;
}

static uint32_t reach(struct search *search, uint32_t entity, uint32_t fact, vg_relation relation, bool is_person)
{
	search->reached = array_room(search->reached, search->count, &search->capacity, sizeof *search->reached);
	search->reached[search->count] = (struct reached){
		.entity = entity,
		.fact = fact,
		.from = search->from,
		.side = (uint8_t)search->side,
		.relation = (uint8_t)relation,
		.is_person = is_person,
		.distance = (uint16_t)(search->reached[search->from].distance + 1),
	};
	return (uint32_t)search->count++;
}

/* Another way to one that was reached already, if it is as short and comes from another side. */
static void reach_again(struct search *search, uint32_t known, uint32_t fact, vg_relation relation)
{
	uint32_t another;

	if (!search->query->finds_all || search->reached[known].distance != search->reached[search->from].distance + 1)
		return;
	for (uint32_t at = known; at; at = search->reached[at].again)
		if (search->reached[at].from == search->from)
			return;
	another = reach(search, search->reached[known].entity, fact, relation, search->reached[known].is_person);
	search->reached[another].again = search->reached[known].again;
	search->reached[known].again = another;
}

/* A step from the one being expanded to `name`. */
static vg_status step_to(struct search *search, uint32_t name, uint32_t fact, vg_relation relation, bool is_person, vg_error *error)
{
	int side = search->side;
	uint32_t entity, here, *known, *other;
	vg_status status = build_entity(search->builder, name, &entity, error);

	if (status || !entity || is_avoided(search->query, entity))
		return status;
	if ((known = id_map_find(&search->by_entity[side], entity))) {
		reach_again(search, *known - 1, fact, relation);
		return VG_OK;
	}
	here = reach(search, entity, fact, relation, is_person);
	search->order[side] = array_room(search->order[side], search->order_count[side], &search->order_capacity[side],
					 sizeof *search->order[side]);
	search->order[side][search->order_count[side]++] = here;
	id_map_put(&search->by_entity[side], entity, here + 1);
	if (!(other = id_map_find(&search->by_entity[!side], entity)))
		return VG_OK;
	/* all that meet on one level are as long: on an earlier one they would have met */
	search->best = (size_t)search->reached[here].distance + search->reached[*other - 1].distance;
	search->is_settled |= is_person && !search->query->finds_all;
	return VG_OK;
}

/* ── What joins ──────────────────────────────────────────────────────────────────────────────────────── */

static vg_status expand_report(struct search *search, uint32_t occasion, vg_error *error)
{
	struct answer answer;
	vg_status status = VG_OK;

	id_map_put(&search->expanded[search->side], occasion, 1);
	answer = store_ask(search->builder->graph, QUERY_PARTIES_AT, "ii", (int64_t)occasion << 10, (int64_t)occasion << 10 | 1023);
	while (!status && store_next(&answer)) {
		bool is_person = store_integer(&answer, 1) == VG_PERSON;

		status = step_to(search, (uint32_t)store_integer(&answer, 0), occasion, VG_BY_EVENT, is_person, error);
		if (!status && store_integer(&answer, 2))
			status = step_to(search, (uint32_t)store_integer(&answer, 2), occasion, VG_BY_EVENT, false, error);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

/* Whoever is named in one report of an event met those of the others. */
static vg_status expand_event(struct search *search, uint32_t occasion, vg_error *error)
{
	struct answer reports;
	uint32_t event;
	vg_status status;

	if (!search->query->finds_all && id_map_find(&search->expanded[search->side], occasion))
		return VG_OK; /* everybody there was reached */
	if ((status = build_event_of(search->builder, occasion, &event, error)))
		return status;
	reports = store_ask(search->builder->graph, QUERY_REPORTS_OF, "i", (int64_t)event);
	while (!status && store_next(&reports))
		status = expand_report(search, (uint32_t)store_integer(&reports, 0), error);
	return status ? (store_end(&reports, &(vg_error){0}), status) : store_end(&reports, error);
}

static vg_status expand_place(struct search *search, uint32_t occasion, vg_error *error)
{
	struct answer answer = store_ask(search->builder->graph, QUERY_PLACE_OF, "i", (int64_t)occasion);
	uint32_t place = store_next(&answer) ? (uint32_t)store_integer(&answer, 0) : 0;
	vg_status status = store_end(&answer, error);

	return status ? status : step_to(search, place, occasion, VG_LOCATED_IN, false, error);
}

/* What joins two names leads from either to the other. */
static vg_status step_across(struct search *search, uint32_t a, uint32_t b, uint32_t fact, vg_relation relation, vg_error *error)
{
	uint32_t first, second, here = search->reached[search->from].entity;
	vg_status status;

	if (!a || !b)
		return VG_OK;
	if ((status = build_entity(search->builder, a, &first, error)) ||
	    (status = build_entity(search->builder, b, &second, error)))
		return status;
	if (here != first && here != second)
		return VG_OK;
	return step_to(search, here == first ? b : a, fact, relation, false, error);
}

static vg_status expand_tie(struct search *search, uint32_t fact, vg_error *error)
{
	struct answer answer = store_ask(search->builder->graph, QUERY_SIDES, "i", (int64_t)fact);
	vg_status status = VG_OK;

	if (store_next(&answer))
		status = step_across(search, (uint32_t)store_integer(&answer, 0), (uint32_t)store_integer(&answer, 1), fact, VG_BY_TIE,
				     error);
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

/* A description leads to what its subject is part of, and, through places, to where it lies. */
static vg_status expand_description(struct search *search, uint32_t fact, vg_error *error)
{
	struct answer answer = store_ask(search->builder->graph, QUERY_LASTING, "i", (int64_t)fact);
	bool through_places = search->query->through_places;
	vg_status status = VG_OK;

	if (store_next(&answer)) {
		uint32_t subject = (uint32_t)store_integer(&answer, 0);
		vg_relation to_parent = store_integer(&answer, 3) == VG_PLACE ? VG_LOCATED_IN : VG_PART_OF;

		if (to_parent == VG_PART_OF || through_places)
			status = step_across(search, subject, (uint32_t)store_integer(&answer, 1), fact, to_parent, error);
		if (!status && through_places)
			status = step_across(search, subject, (uint32_t)store_integer(&answer, 2), fact, VG_LOCATED_IN, error);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

static vg_status passes_period(struct search *search, uint32_t occasion, bool *passes, vg_error *error)
{
	const char *from = search->query->from, *to = search->query->to;
	struct answer answer;
	vg_status status;

	*passes = true;
	if (!from && !to)
		return build_passes(search->builder, occasion, passes, error);
	answer = store_ask(search->builder->graph, QUERY_IS_WITHIN, "itt", (int64_t)occasion, from, to);
	*passes = store_next(&answer);
	if ((status = store_end(&answer, error)) || !*passes)
		return status;
	return build_passes(search->builder, occasion, passes, error);
}

static vg_status expand_fact(struct search *search, const struct entity_fact *fact, vg_error *error)
{
	bool passes;
	vg_status status;

	if (fact->roles & 1 << LINK_MEMBER)
		return step_to(search, fact->fact, fact->fact, VG_MEMBER, true, error);
	if ((status = passes_period(search, fact->fact, &passes, error)) || !passes)
		return status;
	if (fact->roles & 1 << LINK_FACT) {
		status = expand_tie(search, fact->fact, error);
		return status ? status : expand_description(search, fact->fact, error);
	}
	if (fact->roles & TOOK_PART || search->query->through_places)
		status = expand_event(search, fact->fact, error);
	if (!status && search->query->through_places)
		status = expand_place(search, fact->fact, error);
	return status;
}

static vg_status expand_memberships(struct search *search, vg_error *error)
{
	uint32_t *names = NULL;
	size_t count;
	vg_status status = build_names_of(search->builder->graph, search->reached[search->from].entity, &names, &count, error);

	for (size_t i = 0; i < count && !status; i++) {
		struct answer answer = store_ask(search->builder->graph, QUERY_NODE, "i", (int64_t)names[i]);
		uint32_t organization = store_next(&answer) ? (uint32_t)store_integer(&answer, 2) : 0;

		status = store_end(&answer, error);
		if (!status && organization)
			status = step_to(search, organization, names[i], VG_MEMBER, false, error);
	}
	free(names);
	return status;
}

static vg_status expand(struct search *search, vg_error *error)
{
	struct entity_fact *facts = NULL;
	size_t count = 0;
	vg_status status = expand_memberships(search, error);

	if (!status)
		status = build_facts_of(search->builder->graph, search->reached[search->from].entity, &facts, &count, error);
	for (size_t i = 0; i < count && !status; i++)
		status = expand_fact(search, &facts[i], error);
	free(facts);
	return status;
}

/* ── The search ──────────────────────────────────────────────────────────────────────────────────────── */

static void search_begin(struct search *search, uint32_t ends[2])
{
	search->best = SIZE_MAX;
	for (int side = 0; side < 2; side++) {
		search->reached = array_room(search->reached, search->count, &search->capacity, sizeof *search->reached);
		search->reached[search->count] = (struct reached){.entity = ends[side], .side = (uint8_t)side};
		search->order[side] = array_room(NULL, 0, &search->order_capacity[side], sizeof *search->order[side]);
		search->order[side][0] = (uint32_t)search->count;
		search->order_count[side] = search->end[side] = 1;
		id_map_put(&search->by_entity[side], ends[side], (uint32_t)++search->count);
	}
}

static void search_free(struct search *search)
{
	for (int side = 0; side < 2; side++) {
		id_map_free(&search->by_entity[side]);
		id_map_free(&search->expanded[side]);
		free(search->order[side]);
	}
	free(search->reached);
}

/* About how many facts a side's next level has to read: the size of its packed index, which is quickly asked. */
static vg_status weigh_frontier(const struct search *search, int side, int64_t *weight, vg_error *error)
{
	vg_status status = VG_OK;

	*weight = 0;
	for (size_t i = search->first[side]; i < search->end[side] && !status; i++) {
		int64_t entity = search->reached[search->order[side][i]].entity;
		struct answer answer = store_ask(search->builder->graph, QUERY_LINK_BYTES, "ii", entity << 32, entity << 32 | UINT32_MAX);

		*weight += store_next(&answer) ? store_integer(&answer, 0) : 0;
		status = store_end(&answer, error);
	}
	return status;
}

/* The side that has less to read. */
static vg_status choose_side(const struct search *search, int *side, vg_error *error)
{
	int64_t weights[2];
	vg_status status;

	if ((status = weigh_frontier(search, 0, &weights[0], error)) || (status = weigh_frontier(search, 1, &weights[1], error)))
		return status;
	*side = weights[1] < weights[0];
	return VG_OK;
}

static vg_status search_level(struct search *search, vg_error *error)
{
	int side;
	vg_status status = choose_side(search, &side, error);

	if (status)
		return status;
	search->side = side;
	for (size_t i = search->first[side]; i < search->end[side] && !status && !search->is_settled; i++) {
		search->from = search->order[side][i];
		status = expand(search, error);
	}
	search->first[side] = search->end[side];
	search->end[side] = search->order_count[side];
	return status;
}

/* How far a side has come. */
static size_t depth_of(const struct search *search, int side)
{
	return search->reached[search->order[side][search->order_count[side] - 1]].distance;
}

static vg_status search_run(struct search *search, size_t goal, vg_error *error)
{
	vg_status status = VG_OK;

	while (!status && search->first[0] < search->end[0] && search->first[1] < search->end[1] && search->best == SIZE_MAX &&
	       depth_of(search, 0) + depth_of(search, 1) < goal)
		status = search_level(search, error);
	return status;
}

/* ── From what was reached to a path ─────────────────────────────────────────────────────────────────── */

/* One step of a path, from end to end; `carrier` knows by what. */
struct hop {
	uint32_t from, to;
	const struct reached *carrier;
};

static vg_status add_step(struct builder *builder, vg_path *path, const struct hop *hop, vg_error *error)
{
	vg_step *step = &path->steps[path->step_count];
	vg_status status;

	*step = (vg_step){.relation = (vg_relation)hop->carrier->relation, .event = VG_NONE, .tie = VG_NONE, .link = VG_NONE};
	if ((status = build_node(builder, hop->from, &step->from, error)) || (status = build_node(builder, hop->to, &step->to, error)))
		return status;
	path->step_count++;
	return describe_step(builder, step, hop->carrier->fact, error);
}

static vg_status add_path(struct builder *builder, const struct hop *hops, size_t length, vg_error *error)
{
	vg_view *view = builder->view;
	vg_path *path;
	vg_status status = VG_OK;

	view->paths = arena_array_room(builder->arena, view->paths, view->path_count, &builder->path_capacity, sizeof *view->paths);
	path = &view->paths[view->path_count++];
	*path = (vg_path){.steps = arena_get(builder->arena, (length + 1) * sizeof(vg_step))};
	for (size_t i = 0; i < length && !status; i++)
		status = add_step(builder, path, &hops[i], error);
	return status;
}

struct walk {
	struct search *search;
	struct hop *hops;
	uint32_t second_half; /* where it begins: the meeting, as reached from the other end */
	size_t most;
};

/* From a meeting back to the first end, then from it on to the second, over every way that is as short. */
static vg_status walk_on(struct walk *walk, uint32_t at, vg_error *error)
{
	struct search *search = walk->search;
	const struct reached *here = &search->reached[at];
	vg_status status = VG_OK;

	if (search->builder->view->path_count >= walk->most)
		return VG_OK;
	if (!here->distance)
		return here->side ? add_path(search->builder, walk->hops, search->best, error) :
				    walk_on(walk, walk->second_half, error);
	for (uint32_t way = at; (way || way == at) && !status; way = search->reached[way].again) {
		const struct reached *carrier = &search->reached[way];
		uint32_t before = search->reached[carrier->from].entity;

		if (here->side)
			walk->hops[search->best - here->distance] = (struct hop){here->entity, before, carrier};
		else
			walk->hops[here->distance - 1] = (struct hop){before, here->entity, carrier};
		status = walk_on(walk, carrier->from, error);
		if (!search->reached[way].again)
			break;
	}
	return status;
}

/* Where the halves of shortest paths meet: every one of them has a node that is `distance` from the first end. */
static size_t find_meetings(const struct search *search, uint32_t **meetings)
{
	size_t count = 0, capacity = 0, distance = depth_of(search, 0);

	*meetings = NULL;
	if (distance > search->best)
		distance = search->best;
	for (size_t i = 0; i < search->order_count[0]; i++) {
		const struct reached *here = &search->reached[search->order[0][i]];
		const uint32_t *other = id_map_find(&search->by_entity[1], here->entity);

		if (here->distance != distance || !other || distance + search->reached[*other - 1].distance != search->best)
			continue;
		*meetings = array_room(*meetings, count, &capacity, sizeof **meetings);
		(*meetings)[count++] = search->order[0][i];
	}
	return count;
}

/* Persons first, then by number: which of several shortest paths is told does not depend on chance. */
static void sort_meetings(const struct search *search, uint32_t *meetings, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k; k--) {
			const struct reached *x = &search->reached[meetings[k - 1]], *y = &search->reached[meetings[k]];
			uint32_t moved = meetings[k];

			if (x->is_person != y->is_person ? x->is_person : x->entity <= y->entity)
				break;
			meetings[k] = meetings[k - 1];
			meetings[k - 1] = moved;
		}
}

static vg_status add_paths(struct search *search, vg_error *error)
{
	enum { MOST_PATHS = 100 };
	size_t limit = search->query->limit ? search->query->limit : MOST_PATHS;
	struct walk walk = {.search = search, .most = search->query->finds_all ? limit : 1};
	uint32_t *meetings;
	size_t count = find_meetings(search, &meetings);
	vg_status status = VG_OK;

	walk.hops = memory_get((search->best + 1) * sizeof *walk.hops);
	sort_meetings(search, meetings, count);
	for (size_t i = 0; i < count && !status; i++) {
		walk.second_half = *id_map_find(&search->by_entity[1], search->reached[meetings[i]].entity) - 1;
		status = walk_on(&walk, meetings[i], error);
	}
	free(walk.hops);
	free(meetings);
	return status;
}

static vg_status build_between(struct builder *builder, int64_t a, int64_t b, const vg_query *query, vg_error *error)
{
	struct search search = {.builder = builder, .query = query};
	size_t goal = query->max_length ? query->max_length : 8, index;
	vg_status status;

	if ((status = build_node(builder, (uint32_t)a, &index, error)) || (status = build_node(builder, (uint32_t)b, &index, error)))
		return status;
	search_begin(&search, (uint32_t[]){(uint32_t)a, (uint32_t)b});
	if (a == b)
		search.best = 0;
	status = search_run(&search, goal, error);
	if (!status && search.best <= goal)
		status = add_paths(&search, error);
	search_free(&search);
	return status;
}

vg_status vg_path_between(vg_view **view, vg_graph *graph, int64_t a, int64_t b, const vg_query *query, vg_error *error)
{
	struct builder builder;

	build_begin(&builder, graph, query);
	return build_end(&builder, view, build_between(&builder, a, b, query, error), error);
}
