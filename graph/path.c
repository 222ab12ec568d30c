/* path.c - how two entities are connected: the shortest path, searched from both ends.
 *
 * Nodes are persons, organizations and acting places; what joins two of them is an event that both took part in (a party
 * takes part when one of its people does), a tie, a membership, or being part of. Breadth-first from both ends, level by level
 * (Pohl, Bi-directional search, 1971), each level in two halves: the facts of whoever was reached last are collected, which
 * is cheap, since they stand together, packed; then they are followed to all who took part, which is not. An event
 * that both ends have collected connects them before either has followed it. What comes next is the half that has least to
 * read: of a million visits, a search reads some hundreds.
 *
 * Among paths of one length, a person is preferred to an organization as a step in between, since "through whom" is
 * what users ask; then the lower number: the same graph gives the same path. */
#include "graph/path.h"

#include <stdlib.h>

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

static void remember(struct end *end, uint32_t entity, uint32_t reached)
{
	end->order = array_room(end->order, end->order_count, &end->order_capacity, sizeof *end->order);
	end->order[end->order_count++] = reached;
	id_map_put(&end->by_entity, entity, reached + 1);
}

/* A step from the one being expanded to an entity. */
static void step_to(struct search *search, uint32_t entity, uint32_t fact, vg_relation relation, bool is_person)
{
	int side = search->side;
	uint32_t here, *known, *other;

	if (!entity || is_avoided(search->query, entity))
		return;
	if ((known = id_map_find(&search->ends[side].by_entity, entity))) {
		reach_again(search, *known - 1, fact, relation);
		return;
	}
	here = reach(search, entity, fact, relation, is_person);
	remember(&search->ends[side], entity, here);
	if (!(other = id_map_find(&search->ends[!side].by_entity, entity)))
		return;
	/* all that meet on one level are as long: on an earlier one they would have met */
	search->best = (size_t)search->reached[here].distance + search->reached[*other - 1].distance;
	search->is_settled |= is_person && !search->query->finds_all;
}

static vg_status step_to_name(struct search *search, uint32_t name, uint32_t fact, vg_relation relation, bool is_person, vg_error *error)
{
	uint32_t entity;
	vg_status status = build_entity(search->builder, name, &entity, error);

	if (!status)
		step_to(search, entity, fact, relation, is_person);
	return status;
}

/* ── What joins ──────────────────────────────────────────────────────────────────────────────────────── */

static vg_status follow_report(struct search *search, uint32_t occasion, vg_error *error)
{
	struct answer answer =
		store_ask(search->builder->graph, QUERY_PARTIES_AT, "ii", (int64_t)occasion << 10, (int64_t)occasion << 10 | 1023);

	while (!search->is_settled && store_next(&answer)) {
		bool is_person = store_integer(&answer, 1) == VG_PERSON;

		step_to(search, (uint32_t)store_integer(&answer, 0), occasion, VG_BY_EVENT, is_person);
		step_to(search, (uint32_t)store_integer(&answer, 2), occasion, VG_BY_EVENT, false);
	}
	return store_end(&answer, error);
}

/* Whoever is named in one report of an event met those of the others. */
static vg_status follow_event(struct search *search, uint32_t occasion, vg_error *error)
{
	struct answer reports;
	uint32_t event;
	vg_status status;

	if (!search->builder->has_repeats)
		return follow_report(search, occasion, error);
	if ((status = build_event_of(search->builder, occasion, &event, error)))
		return status;
	reports = store_ask(search->builder->graph, QUERY_REPORTS_OF, "i", (int64_t)event);
	while (!status && store_next(&reports))
		status = follow_report(search, (uint32_t)store_integer(&reports, 0), error);
	return status ? (store_end(&reports, &(vg_error){0}), status) : store_end(&reports, error);
}

static vg_status follow_place(struct search *search, uint32_t occasion, vg_error *error)
{
	struct answer answer = store_ask(search->builder->graph, QUERY_PLACE_OF, "i", (int64_t)occasion);
	uint32_t place = store_next(&answer) ? (uint32_t)store_integer(&answer, 0) : 0;
	vg_status status = store_end(&answer, error);

	return status ? status : step_to_name(search, place, occasion, VG_LOCATED_IN, false, error);
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
	return step_to_name(search, here == first ? b : a, fact, relation, false, error);
}

static vg_status follow_tie(struct search *search, uint32_t fact, vg_error *error)
{
	struct answer answer = store_ask(search->builder->graph, QUERY_SIDES, "i", (int64_t)fact);
	vg_status status = VG_OK;

	if (store_next(&answer))
		status = step_across(search, (uint32_t)store_integer(&answer, 0), (uint32_t)store_integer(&answer, 1), fact, VG_BY_TIE,
				     error);
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

/* A description leads to what its subject is part of, and, through places, to where it lies. */
static vg_status follow_description(struct search *search, uint32_t fact, vg_error *error)
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

static vg_status follow(struct search *search, const struct lead *lead, vg_error *error)
{
	vg_status status;

	search->from = lead->from;
	if (lead->organization) {
		step_to(search, lead->organization, lead->fact, VG_MEMBER, false);
		return VG_OK;
	}
	if (lead->roles & 1 << LINK_MEMBER)
		return step_to_name(search, lead->fact, lead->fact, VG_MEMBER, true, error);
	if (lead->roles & 1 << LINK_FACT) {
		status = follow_tie(search, lead->fact, error);
		return status ? status : follow_description(search, lead->fact, error);
	}
	status = follow_event(search, lead->fact, error);
	if (!status && search->query->through_places)
		status = follow_place(search, lead->fact, error);
	return status;
}

/* ── What may lead on ────────────────────────────────────────────────────────────────────────────────── */

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

static void add_lead(struct search *search, const struct lead *lead)
{
	struct end *end = &search->ends[search->side];

	end->leads = array_room(end->leads, end->lead_count, &end->lead_capacity, sizeof *end->leads);
	end->leads[end->lead_count++] = *lead;
}

/* Organizations in between, of the two that a crossing joins. */
static int strangeness(const struct search *search, const struct crossing *crossing)
{
	const struct reached *here = &search->reached[crossing->from], *there = &search->reached[crossing->to];

	return (here->distance && !here->is_person) + (there->distance && !there->is_person);
}

static bool is_better(const struct search *search, const struct crossing *one, const struct crossing *other)
{
	const struct reached *reached = search->reached;
	int order = strangeness(search, one) - strangeness(search, other);

	if (order)
		return order < 0;
	if (one->to != other->to)
		return reached[one->to].entity < reached[other->to].entity;
	return reached[one->from].entity < reached[other->from].entity;
}

/* The other end may know the event too. It is enough to have found one with a person in between. */
static void look_across(struct search *search, const struct lead *lead)
{
	const struct end *other = &search->ends[!search->side];
	const uint32_t *known = id_map_find(&other->by_event, lead->event);
	struct crossing crossing = {.from = search->from, .event = lead->event};
	const struct reached *here = &search->reached[search->from], *there;

	if (!known)
		return;
	crossing.to = other->leads[*known - 1].from;
	crossing.is_place = !(lead->roles & TOOK_PART) || !(other->leads[*known - 1].roles & TOOK_PART);
	if (!search->crossing.event || is_better(search, &crossing, &search->crossing))
		search->crossing = crossing;
	there = &search->reached[crossing.to];
	search->is_settled |= (here->distance && here->is_person) || (there->distance && there->is_person) ||
			      (!here->distance && !there->distance);
}

/* The name by which a person belongs to an organization, both of them reached; 0: to another one. */
static uint32_t membership(const struct search *search, uint32_t person, uint32_t organization)
{
	const struct end *end = &search->ends[search->reached[person].side];

	for (size_t i = 0; i < end->lead_count; i++)
		if (end->leads[i].from == person && end->leads[i].organization == search->reached[organization].entity)
			return end->leads[i].fact;
	return 0;
}

/* Takes the best step from this end to the other. That somebody belongs to whom they acted for says more than that both
 * were there. */
static void cross(struct search *search)
{
	const struct crossing *crossing = &search->crossing;
	const struct reached there = search->reached[crossing->to];
	uint32_t name = membership(search, crossing->from, crossing->to);

	if (!name)
		name = membership(search, crossing->to, crossing->from);
	search->from = crossing->from;
	if (name)
		step_to(search, there.entity, name, VG_MEMBER, there.is_person);
	else
		step_to(search, there.entity, crossing->event, crossing->is_place ? VG_LOCATED_IN : VG_BY_EVENT, there.is_person);
}

/* Notes an event that leads on, under the number by which all of its reports are known. */
static vg_status collect_event(struct search *search, struct lead *lead, vg_error *error)
{
	vg_status status = build_event_of(search->builder, lead->fact, &lead->event, error);

	if (!status && !search->query->finds_all)
		look_across(search, lead);
	if (!status)
		add_lead(search, lead);
	return status;
}

/* An event leads on once, unless all ways are to be told. Only when nothing met is it worth remembering which were collected. */
static void drop_repeated_leads(struct search *search)
{
	struct end *end = &search->ends[search->side];
	size_t kept = end->first_lead;

	for (size_t i = end->first_lead; i < end->lead_count && !search->query->finds_all; i++) {
		uint32_t event = end->leads[i].event;

		if (event && id_map_find(&end->by_event, event))
			continue;
		end->leads[kept++] = end->leads[i];
		if (event)
			id_map_put(&end->by_event, event, (uint32_t)kept);
	}
	if (!search->query->finds_all)
		end->lead_count = kept;
}

static vg_status collect_fact(struct search *search, const struct entity_fact *fact, vg_error *error)
{
	struct lead lead = {.from = search->from, .fact = fact->fact, .roles = fact->roles};
	uint8_t leads_on = TOOK_PART | 1 << LINK_MEMBER | 1 << LINK_FACT | (search->query->through_places ? AT_PLACE : 0);
	bool passes = true;
	vg_status status = VG_OK;

	if (!(fact->roles & leads_on))
		return VG_OK;
	if (!(fact->roles & 1 << LINK_MEMBER))
		status = passes_period(search, fact->fact, &passes, error);
	if (status || !passes)
		return status;
	if (!(fact->roles & (TOOK_PART | AT_PLACE)))
		return add_lead(search, &lead), VG_OK;
	lead.event = lead.fact;
	return collect_event(search, &lead, error);
}

/* The names that stand for the one being expanded; those said with an organization lead to it. */
static vg_status collect_names(struct search *search, uint32_t **names, size_t *count, vg_error *error)
{
	int64_t entity = search->reached[search->from].entity;
	struct answer answer = store_ask(search->builder->graph, QUERY_NAMES_AND_ORGANIZATIONS, "i", entity);
	size_t capacity = 0;

	*names = NULL;
	*count = 0;
	while (store_next(&answer)) {
		struct lead lead = {.from = search->from, .fact = (uint32_t)store_integer(&answer, 0)};

		*names = array_room(*names, *count, &capacity, sizeof **names);
		(*names)[(*count)++] = lead.fact;
		if ((lead.organization = (uint32_t)store_integer(&answer, 1)))
			add_lead(search, &lead);
	}
	return store_end(&answer, error);
}

static vg_status collect(struct search *search, vg_error *error)
{
	struct entity_fact *facts = NULL;
	uint32_t *names;
	size_t name_count, count = 0;
	vg_status status = collect_names(search, &names, &name_count, error);

	if (!status)
		status = build_facts_of_names(search->builder->graph, names, name_count, &facts, &count, error);
	for (size_t i = 0; i < count && !status && !search->is_settled; i++)
		status = collect_fact(search, &facts[i], error);
	free(names);
	free(facts);
	return status;
}

/* ── The search ──────────────────────────────────────────────────────────────────────────────────────── */

static void search_begin(struct search *search, const uint32_t entities[2])
{
	search->best = entities[0] == entities[1] ? 0 : SIZE_MAX;
	for (int side = 0; side < 2; side++) {
		search->reached = array_room(search->reached, search->count, &search->capacity, sizeof *search->reached);
		search->reached[search->count] = (struct reached){.entity = entities[side], .side = (uint8_t)side};
		remember(&search->ends[side], entities[side], (uint32_t)search->count++);
		search->ends[side].limit = 1;
	}
}

static void search_free(struct search *search)
{
	for (int side = 0; side < 2; side++) {
		id_map_free(&search->ends[side].by_entity);
		id_map_free(&search->ends[side].by_event);
		free(search->ends[side].order);
		free(search->ends[side].leads);
	}
	free(search->reached);
}

static size_t frontier_size(const struct end *end)
{
	return end->is_collected ? end->lead_count - end->first_lead : end->limit - end->first;
}

/* What the next half of a level costs, about: to collect one's facts takes two look-ups, and to follow one takes some
 * for each who took part. */
static size_t cost_of(const struct end *end)
{
	enum { TO_COLLECT = 2, TO_FOLLOW = 3 };

	return frontier_size(end) * (end->is_collected ? TO_FOLLOW : TO_COLLECT);
}

static vg_status search_half(struct search *search, vg_error *error)
{
	struct end *end = &search->ends[search->side];
	vg_status status = VG_OK;

	if (!end->is_collected) {
		for (; end->first < end->limit && !status && !search->is_settled; end->first++) {
			search->from = end->order[end->first];
			status = collect(search, error);
		}
		end->is_collected = true;
		if (search->crossing.event)
			cross(search);
		else
			drop_repeated_leads(search);
		return status;
	}
	for (; end->first_lead < end->lead_count && !status && !search->is_settled; end->first_lead++) {
		const struct lead lead = end->leads[end->first_lead];

		status = follow(search, &lead, error);
	}
	end->limit = end->order_count;
	end->is_collected = false;
	return status;
}

size_t path_depth(const struct search *search, int side)
{
	const struct end *end = &search->ends[side];

	return search->reached[end->order[end->order_count - 1]].distance;
}

static vg_status search_run(struct search *search, size_t goal, vg_error *error)
{
	const struct end *ends = search->ends;
	vg_status status = VG_OK;

	while (!status && search->best == SIZE_MAX && frontier_size(&ends[0]) && frontier_size(&ends[1]) &&
	       path_depth(search, 0) + path_depth(search, 1) < goal) {
		search->side = cost_of(&ends[1]) < cost_of(&ends[0]);
		status = search_half(search, error);
	}
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
	status = search_run(&search, goal, error);
	if (!status && search.best <= goal)
		status = path_tell(&search, error);
	search_free(&search);
	return status;
}

vg_status vg_path_between(vg_view **view, vg_graph *graph, int64_t a, int64_t b, const vg_query *query, vg_error *error)
{
	struct builder builder;

	build_begin(&builder, graph, query);
	return build_end(&builder, view, build_between(&builder, a, b, query, error), error);
}
