/* build.c - putting a view together. */
#include "graph/build.h"
#include "graph/intake.h" /* the bits of a mention's role */

#include <stdlib.h>

struct owned_view {
	vg_view view;
	struct arena arena;
};

/* ── Ids ─────────────────────────────────────────────────────────────────────────────────────────────── */

static size_t id_slot(const struct id_map *map, uint32_t id)
{
	size_t slot = (id * 2654435761u) & (map->slot_count - 1); /* Knuth's multiplicative hash */

	while (map->ids[slot] && map->ids[slot] != id)
		slot = (slot + 1) & (map->slot_count - 1);
	return slot;
}

uint32_t *id_map_find(const struct id_map *map, uint32_t id)
{
	size_t slot;

	if (!map->slot_count)
		return NULL;
	slot = id_slot(map, id);
	return map->ids[slot] ? &map->indexes[slot] : NULL;
}

static void id_map_grow(struct id_map *map)
{
	struct id_map larger = {.count = map->count, .slot_count = map->slot_count ? 2 * map->slot_count : 256};

	larger.ids = memory_get(larger.slot_count * sizeof *larger.ids);
	larger.indexes = memory_get(larger.slot_count * sizeof *larger.indexes);
	for (size_t i = 0; i < map->slot_count; i++)
		if (map->ids[i]) {
			size_t slot = id_slot(&larger, map->ids[i]);

			larger.ids[slot] = map->ids[i];
			larger.indexes[slot] = map->indexes[i];
		}
	id_map_free(map);
	*map = larger;
}

void id_map_put(struct id_map *map, uint32_t id, uint32_t index)
{
	size_t slot;

	if (2 * map->count >= map->slot_count)
		id_map_grow(map);
	slot = id_slot(map, id);
	map->count += !map->ids[slot];
	map->ids[slot] = id;
	map->indexes[slot] = index;
}

void id_map_free(struct id_map *map)
{
	free(map->ids);
	free(map->indexes);
	*map = (struct id_map){0};
}

/* ── Entities ────────────────────────────────────────────────────────────────────────────────────────── */

vg_status build_entity(struct builder *builder, uint32_t name, uint32_t *entity, vg_error *error)
{
	uint32_t *known = id_map_find(&builder->entities, name);
	struct answer answer;
	vg_status status;

	if (!name || known) {
		*entity = name ? *known : 0;
		return VG_OK;
	}
	answer = store_ask(builder->graph, QUERY_ENTITY_OF, "i", (int64_t)name);
	*entity = store_next(&answer) ? (uint32_t)store_integer(&answer, 0) : name;
	if (!(status = store_end(&answer, error)))
		id_map_put(&builder->entities, name, *entity);
	return status;
}

vg_status build_names_of(vg_graph *graph, uint32_t entity, uint32_t **names, size_t *count, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_NAMES_OF, "i", (int64_t)entity);
	size_t capacity = 0;

	*names = array_room(NULL, 0, &capacity, sizeof **names);
	(*names)[0] = entity;
	*count = 1;
	while (store_next(&answer)) {
		*names = array_room(*names, *count, &capacity, sizeof **names);
		(*names)[(*count)++] = (uint32_t)store_integer(&answer, 0);
	}
	return store_end(&answer, error);
}

static int compare_facts(const void *a, const void *b)
{
	const struct entity_fact *x = a, *y = b;

	return x->fact < y->fact ? -1 : x->fact > y->fact;
}

/* Sorts and joins the capacities of each fact. */
static size_t join_facts(struct entity_fact *facts, size_t count)
{
	size_t kept = 0;

	if (count)
		qsort(facts, count, sizeof *facts, compare_facts);
	for (size_t i = 0; i < count; i++)
		if (kept && facts[kept - 1].fact == facts[i].fact)
			facts[kept - 1].roles |= facts[i].roles;
		else
			facts[kept++] = facts[i];
	return kept;
}

vg_status build_facts_of(vg_graph *graph, uint32_t entity, struct entity_fact **facts, size_t *count, vg_error *error)
{
	uint32_t *names = NULL;
	size_t name_count, capacity = 0;
	vg_status status = build_names_of(graph, entity, &names, &name_count, error);

	*facts = NULL;
	*count = 0;
	for (size_t i = 0; i < name_count && !status; i++) {
		struct link_reader reader;

		links_open(&reader, graph, names[i]);
		while (links_next(&reader)) {
			*facts = array_room(*facts, *count, &capacity, sizeof **facts);
			(*facts)[(*count)++] = (struct entity_fact){reader.fact, (uint8_t)(1 << reader.role)};
		}
		status = links_close(&reader, error);
	}
	free(names);
	*count = join_facts(*facts, *count);
	return status;
}

static vg_status add_node(struct builder *builder, const struct answer *answer, uint32_t entity, uint32_t *organization, size_t *index)
{
	vg_view *view = builder->view;
	vg_node *node;

	view->nodes = arena_array_room(builder->arena, view->nodes, view->node_count, &builder->node_capacity, sizeof *view->nodes);
	*index = view->node_count++;
	node = &view->nodes[*index];
	*node = (vg_node){.id = entity, .organization = VG_NONE, .name = arena_text(builder->arena, store_text(answer, 1))};
	node->kind = store_integer(answer, 0) == 1 ? VG_PERSON : store_integer(answer, 3) ? VG_PLACE : VG_ORGANIZATION;
	*organization = (uint32_t)store_integer(answer, 2);
	id_map_put(&builder->nodes, entity, (uint32_t)*index);
	return VG_OK;
}

vg_status build_node(struct builder *builder, uint32_t entity, size_t *index, vg_error *error)
{
	uint32_t *known = entity ? id_map_find(&builder->nodes, entity) : NULL, organization = 0;
	struct answer answer;
	size_t above;
	vg_status status;

	*index = known ? *known : VG_NONE;
	if (!entity || known)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_NODE, "i", (int64_t)entity);
	if (store_next(&answer))
		add_node(builder, &answer, entity, &organization, index);
	if ((status = store_end(&answer, error)) || !organization)
		return status;
	if ((status = build_entity(builder, organization, &organization, error)) ||
	    (status = build_node(builder, organization, &above, error)))
		return status;
	builder->view->nodes[*index].organization = above;
	return VG_OK;
}

static vg_status node_of_name(struct builder *builder, int64_t name, size_t *index, vg_error *error)
{
	uint32_t entity;
	vg_status status = build_entity(builder, (uint32_t)name, &entity, error);

	return status ? status : build_node(builder, entity, index, error);
}

/* ── Evidence ────────────────────────────────────────────────────────────────────────────────────────── */

void build_evidence(struct builder *builder, vg_evidences *into, const vg_evidences *more)
{
	vg_evidence *items = arena_get(builder->arena, (into->count + more->count) * sizeof *items);

	if (into->count)
		memcpy(items, into->items, into->count * sizeof *items);
	for (size_t i = 0; i < more->count; i++) {
		bool is_new = true;

		for (size_t k = 0; k < into->count; k++)
			is_new &= items[k].import != more->items[i].import || items[k].line != more->items[i].line ||
				  items[k].span_start != more->items[i].span_start;
		if (is_new)
			items[into->count++] = more->items[i];
	}
	into->items = items;
}

static vg_status read_evidence(struct builder *builder, uint32_t fact, int64_t line, int64_t import, vg_evidences *into, vg_error *error)
{
	struct arena *arena = builder->arena;
	vg_evidence item = {.line = (size_t)line, .import = import};
	struct answer answer = store_ask(builder->graph, QUERY_SOURCE, "i", import);
	vg_status status;

	if (store_next(&answer)) {
		item.source = arena_text(arena, store_text(&answer, 0));
		item.file = arena_text(arena, store_text(&answer, 1));
	}
	if ((status = store_end(&answer, error)))
		return status;
	answer = store_ask(builder->graph, QUERY_REMARK_OF, "i", (int64_t)fact);
	if (store_next(&answer)) {
		item.citation = arena_text(arena, store_text(&answer, 0));
		item.span_start = (size_t)store_integer(&answer, 2);
		item.span_end = (size_t)store_integer(&answer, 3);
		item.quote = arena_text(arena, store_text(&answer, 4));
	}
	build_evidence(builder, into, &(vg_evidences){1, &item});
	return store_end(&answer, error);
}

static vg_status read_note(struct builder *builder, uint32_t fact, const char **note, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_REMARK_OF, "i", (int64_t)fact);

	if (store_next(&answer) && !*note)
		*note = arena_text(builder->arena, store_text(&answer, 1));
	return store_end(&answer, error);
}

static void read_date(vg_date *date, const struct answer *answer, int from)
{
	const char *texts[] = {store_text(answer, from), store_text(answer, from + 1)};

	snprintf(date->from, sizeof date->from, "%s", texts[0] ? texts[0] : "");
	snprintf(date->until, sizeof date->until, "%s", texts[1] ? texts[1] : "");
}

/* ── Events ──────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status find_or_self(struct builder *builder, enum query query, uint32_t fact, uint32_t *found, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, query, "i", (int64_t)fact);

	*found = store_next(&answer) ? (uint32_t)store_integer(&answer, 0) : fact;
	return store_end(&answer, error);
}

vg_status build_event_of(struct builder *builder, uint32_t occasion, uint32_t *event, vg_error *error)
{
	return find_or_self(builder, QUERY_EVENT_OF, occasion, event, error);
}

static vg_participant *add_participant(struct builder *builder, vg_event *event, size_t node, vg_role role, size_t *capacity)
{
	for (size_t i = 0; i < event->participant_count; i++)
		if (event->participants[i].node == node && event->participants[i].role == role)
			return &event->participants[i];
	event->participants = arena_array_room(builder->arena, event->participants, event->participant_count, capacity,
					       sizeof *event->participants);
	event->participants[event->participant_count] = (vg_participant){.node = node, .role = role, .organization = VG_NONE};
	return &event->participants[event->participant_count++];
}

/* The organization that a person was said with on the occasion. */
static vg_status occasion_organization(struct builder *builder, int64_t name, size_t *index, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_NODE, "i", name);
	int64_t organization = store_next(&answer) ? store_integer(&answer, 2) : 0;
	vg_status status = store_end(&answer, error);

	return status ? status : node_of_name(builder, organization, index, error);
}

static vg_status read_participants(struct builder *builder, vg_event *event, uint32_t occasion, size_t *capacity, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_MENTIONS_OF, "ii", (int64_t)occasion << 10, (int64_t)occasion << 10 | 1023);
	vg_status status = VG_OK;

	while (!status && store_next(&answer)) {
		int64_t name = store_integer(&answer, 1), role = store_integer(&answer, 2);
		size_t node, organization = VG_NONE;
		vg_participant *participant;

		if ((status = node_of_name(builder, name, &node, error)) ||
		    (store_integer(&answer, 4) == 1 && (status = occasion_organization(builder, name, &organization, error))))
			break;
		participant = add_participant(builder, event, node, (vg_role)(role & MENTION_ROLE), capacity);
		participant->is_lead |= (role & MENTION_LEADS) != 0;
		if (!participant->title)
			participant->title = arena_text(builder->arena, store_text(&answer, 3));
		if (participant->organization == VG_NONE)
			participant->organization =
				organization != VG_NONE ? organization : builder->view->nodes[node].organization;
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

static vg_status read_report(struct builder *builder, vg_event *event, uint32_t occasion, size_t *capacity, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_REPORT, "i", (int64_t)occasion);
	int64_t place = 0, line = 0, import = 0;
	vg_status status;

	if (store_next(&answer)) {
		event->type = (vg_type)store_integer(&answer, 0);
		if (!event->word)
			event->word = arena_text(builder->arena, store_text(&answer, 1));
		read_date(&event->date, &answer, 2);
		place = store_integer(&answer, 4);
		if (!event->purpose)
			event->purpose = arena_text(builder->arena, store_text(&answer, 5));
		line = store_integer(&answer, 6);
		import = store_integer(&answer, 7);
	}
	if ((status = store_end(&answer, error)) ||
	    (event->place == VG_NONE && (status = node_of_name(builder, place, &event->place, error))) ||
	    (status = read_note(builder, occasion, &event->note, error)) ||
	    (status = read_evidence(builder, occasion, line, import, &event->evidence, error)))
		return status;
	return read_participants(builder, event, occasion, capacity, error);
}

static size_t participant_rank(const vg_participant *participant)
{
	return participant->role * 2u + !participant->is_lead;
}

/* By role, the lead first, else as they were said: an insertion sort, since it is stable and there are few. */
static void sort_participants(vg_event *event)
{
	for (size_t i = 1; i < event->participant_count; i++) {
		vg_participant moved = event->participants[i];
		size_t k = i;

		for (; k && participant_rank(&event->participants[k - 1]) > participant_rank(&moved); k--)
			event->participants[k] = event->participants[k - 1];
		event->participants[k] = moved;
	}
}

vg_status build_event(struct builder *builder, uint32_t id, size_t *index, vg_error *error)
{
	uint32_t *known = id_map_find(&builder->events, id);
	vg_event event = {.id = id, .place = VG_NONE};
	vg_view *view = builder->view;
	size_t capacity = 0;
	struct answer answer;
	vg_status status = VG_OK;

	if (known) {
		*index = *known;
		return VG_OK;
	}
	answer = store_ask(builder->graph, QUERY_REPORTS_OF, "i", (int64_t)id);
	while (!status && store_next(&answer))
		status = read_report(builder, &event, (uint32_t)store_integer(&answer, 0), &capacity, error);
	if (status || (status = store_end(&answer, error)))
		return status;
	sort_participants(&event);
	view->events = arena_array_room(builder->arena, view->events, view->event_count, &builder->event_capacity, sizeof event);
	view->events[view->event_count] = event;
	id_map_put(&builder->events, id, (uint32_t)view->event_count);
	*index = view->event_count++;
	return VG_OK;
}

/* ── Ties ────────────────────────────────────────────────────────────────────────────────────────────── */

vg_status build_tie_of(struct builder *builder, uint32_t cooperation, uint32_t *tie, vg_error *error)
{
	return find_or_self(builder, QUERY_TIE_OF, cooperation, tie, error);
}

/* One statement: a stage of the tie. The same status on the same date from another source is more evidence of one stage. */
static void add_stage(struct builder *builder, vg_tie *tie, const vg_tie_stage *stage, size_t *capacity)
{
	vg_tie_stage *last = tie->stage_count ? &tie->stages[tie->stage_count - 1] : NULL;

	if (last && last->status == stage->status && !strcmp(last->date.from, stage->date.from)) {
		build_evidence(builder, &last->evidence, &stage->evidence);
		return;
	}
	tie->stages = arena_array_room(builder->arena, tie->stages, tie->stage_count, capacity, sizeof *tie->stages);
	tie->stages[tie->stage_count++] = *stage;
}

static vg_status read_statement(struct builder *builder, vg_tie *tie, const struct answer *answer, size_t *capacity, vg_error *error)
{
	uint32_t fact = (uint32_t)store_integer(answer, 0);
	vg_tie_stage stage = {.status = (vg_tie_status)store_integer(answer, 4)};
	vg_status status;

	read_date(&stage.date, answer, 5);
	if ((status = read_evidence(builder, fact, store_integer(answer, 8), store_integer(answer, 9), &stage.evidence, error)) ||
	    (status = read_note(builder, fact, &tie->note, error)) ||
	    (tie->a == VG_NONE && ((status = node_of_name(builder, store_integer(answer, 1), &tie->a, error)) ||
				   (status = node_of_name(builder, store_integer(answer, 2), &tie->b, error)))) ||
	    (tie->place == VG_NONE && (status = node_of_name(builder, store_integer(answer, 7), &tie->place, error))))
		return status;
	if (!tie->topic)
		tie->topic = arena_text(builder->arena, store_text(answer, 3));
	build_evidence(builder, &tie->evidence, &stage.evidence);
	add_stage(builder, tie, &stage, capacity);
	tie->status = stage.status;
	tie->date = stage.date;
	return VG_OK;
}

vg_status build_tie(struct builder *builder, uint32_t id, size_t *index, vg_error *error)
{
	uint32_t *known = id_map_find(&builder->ties, id);
	vg_tie tie = {.id = id, .a = VG_NONE, .b = VG_NONE, .place = VG_NONE};
	vg_view *view = builder->view;
	size_t capacity = 0;
	struct answer answer;
	vg_status status = VG_OK;

	*index = known ? *known : VG_NONE;
	if (known)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_STATEMENTS_OF, "i", (int64_t)id);
	while (!status && store_next(&answer))
		status = read_statement(builder, &tie, &answer, &capacity, error);
	if (status || (status = store_end(&answer, error)) || !tie.stage_count)
		return status;
	view->ties = arena_array_room(builder->arena, view->ties, view->tie_count, &builder->tie_capacity, sizeof tie);
	view->ties[view->tie_count] = tie;
	id_map_put(&builder->ties, id, (uint32_t)view->tie_count);
	*index = view->tie_count++;
	return VG_OK;
}

/* ── Links and descriptions ──────────────────────────────────────────────────────────────────────────── */

vg_link *build_link(struct builder *builder, vg_relation relation, size_t from, size_t to, const char *title)
{
	vg_view *view = builder->view;

	for (size_t i = 0; i < view->link_count; i++) {
		vg_link *link = &view->links[i];

		if (link->relation == relation && link->from == from && link->to == to &&
		    (title && link->title ? !strcmp(title, link->title) : title == link->title))
			return link;
	}
	view->links = arena_array_room(builder->arena, view->links, view->link_count, &builder->link_capacity, sizeof *view->links);
	view->links[view->link_count] = (vg_link){.relation = relation, .from = from, .to = to, .title = title};
	return &view->links[view->link_count++];
}

/* Widens a span: an earlier beginning, a later end. */
static void widen(vg_date *span, const char *from, const char *until)
{
	if (*from && (!*span->from || strcmp(from, span->from) < 0))
		memcpy(span->from, from, strlen(from) + 1);
	if (*until && strcmp(until, span->until) > 0)
		memcpy(span->until, until, strlen(until) + 1);
}

void build_posts(struct builder *builder, size_t node)
{
	for (size_t i = 0; i < builder->view->event_count; i++) {
		const vg_event *event = &builder->view->events[i];

		for (size_t k = 0; k < event->participant_count; k++) {
			const vg_participant *one = &event->participants[k];
			vg_link *post;

			if (one->organization == VG_NONE || (one->node != node && one->organization != node))
				continue;
			post = build_link(builder, VG_MEMBER, one->node, one->organization, one->title);
			widen(&post->seen, event->date.from, *event->date.until ? event->date.until : event->date.from);
			build_evidence(builder, &post->evidence, &event->evidence);
		}
	}
}

static void add_detail(struct builder *builder, size_t node, const char *heading, const char *value, const vg_evidences *evidence)
{
	vg_node *described = &builder->view->nodes[node];
	vg_detail *details;

	if (text_is_empty(value))
		return;
	for (size_t i = 0; i < described->detail_count; i++)
		if (text_is(described->details[i].heading, heading) && text_is(described->details[i].value, value)) {
			build_evidence(builder, &described->details[i].evidence, evidence);
			return;
		}
	details = arena_get(builder->arena, (described->detail_count + 1) * sizeof *details);
	if (described->detail_count)
		memcpy(details, described->details, described->detail_count * sizeof *details);
	details[described->detail_count] = (vg_detail){heading, arena_text(builder->arena, value), {0}};
	build_evidence(builder, &details[described->detail_count++].evidence, evidence);
	described->details = details;
}

/* What one description says of `node`, be it its subject or, for a post or a part, the other end. */
static vg_status read_lasting(struct builder *builder, size_t node, const struct answer *answer, const vg_evidences *evidence,
			      vg_error *error)
{
	bool is_person = store_integer(answer, 1) == VG_PERSON, is_of_places = store_integer(answer, 1) == VG_PLACE;
	size_t subject, parent, place;
	vg_status status;

	if ((status = node_of_name(builder, store_integer(answer, 0), &subject, error)) ||
	    (status = node_of_name(builder, store_integer(answer, 8), &parent, error)) ||
	    (status = node_of_name(builder, store_integer(answer, 9), &place, error)) ||
	    (is_person && (status = occasion_organization(builder, store_integer(answer, 0), &parent, error))))
		return status;
	if (parent != VG_NONE && (subject == node || parent == node)) {
		vg_link *link = build_link(builder, is_person ? VG_MEMBER : is_of_places ? VG_LOCATED_IN : VG_PART_OF, subject, parent,
					   arena_text(builder->arena, store_text(answer, 2)));
		vg_date date;

		read_date(&date, answer, 3);
		widen(&link->date, date.from, date.until);
		build_evidence(builder, &link->evidence, evidence);
	}
	if (place != VG_NONE && (subject == node || place == node))
		build_evidence(builder, &build_link(builder, VG_LOCATED_IN, subject, place, NULL)->evidence, evidence);
	return VG_OK;
}

static vg_status read_description(struct builder *builder, size_t node, uint32_t fact, vg_error *error)
{
	static const struct {
		int column;
		const char *heading;
	} details[] = {{5, N_("code")}, {6, N_("type")}, {7, N_("industry")}, {10, N_("longitude")}, {11, N_("latitude")}};
	struct answer answer = store_ask(builder->graph, QUERY_DESCRIPTION, "i", (int64_t)fact);
	vg_evidences evidence = {0};
	const char *note = NULL;
	uint32_t subject;
	vg_status status = VG_OK;

	if (!store_next(&answer))
		return store_end(&answer, error);
	if ((status = read_evidence(builder, fact, store_integer(&answer, 12), store_integer(&answer, 13), &evidence, error)) ||
	    (status = read_lasting(builder, node, &answer, &evidence, error)) ||
	    (status = build_entity(builder, (uint32_t)store_integer(&answer, 0), &subject, error)) ||
	    (status = read_note(builder, fact, &note, error))) {
		store_end(&answer, &(vg_error){0});
		return status;
	}
	if ((int64_t)subject == builder->view->nodes[node].id) {
		for (size_t i = 0; i < sizeof details / sizeof *details; i++)
			add_detail(builder, node, details[i].heading, store_text(&answer, details[i].column), &evidence);
		add_detail(builder, node, "note", note, &evidence);
	}
	return store_end(&answer, error);
}

static bool has_alias(const vg_node *node, const char *name)
{
	for (size_t i = 0; i < node->alias_count; i++)
		if (!strcmp(node->aliases[i].name, name))
			return true;
	return !strcmp(node->name, name);
}

/* Evidence of an alias: the descriptions that the aliased name stands in. */
static vg_status read_alias(struct builder *builder, size_t node, uint32_t name, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_NODE, "i", (int64_t)name);
	const char *text = store_next(&answer) ? arena_text(builder->arena, store_text(&answer, 1)) : "";
	struct link_reader reader;
	vg_node *named = &builder->view->nodes[node];
	vg_alias *aliases = arena_get(builder->arena, (named->alias_count + 1) * sizeof *aliases);
	vg_status status = store_end(&answer, error);

	if (status || has_alias(named, text))
		return status;
	if (named->alias_count)
		memcpy(aliases, named->aliases, named->alias_count * sizeof *aliases);
	aliases[named->alias_count] = (vg_alias){.name = text};
	links_open(&reader, builder->graph, name);
	while (!status && links_next(&reader)) {
		if (reader.role != LINK_FACT)
			continue;
		answer = store_ask(builder->graph, QUERY_DESCRIPTION, "i", (int64_t)reader.fact);
		if (store_next(&answer))
			status = read_evidence(builder, reader.fact, store_integer(&answer, 12), store_integer(&answer, 13),
					       &aliases[named->alias_count].evidence, error);
		store_end(&answer, &(vg_error){0});
	}
	named->aliases = aliases;
	named->alias_count++;
	return status ? (links_close(&reader, &(vg_error){0}), status) : links_close(&reader, error);
}

vg_status build_aliases(struct builder *builder, size_t node, vg_error *error)
{
	uint32_t *names;
	size_t count;
	vg_status status = build_names_of(builder->graph, (uint32_t)builder->view->nodes[node].id, &names, &count, error);

	for (size_t i = 0; i < count && !status; i++)
		status = read_alias(builder, node, names[i], error);
	free(names);
	return status;
}

vg_status build_descriptions(struct builder *builder, size_t node, vg_error *error)
{
	struct entity_fact *facts;
	size_t count;
	vg_status status = build_aliases(builder, node, error);

	if (!status)
		status = build_facts_of(builder->graph, (uint32_t)builder->view->nodes[node].id, &facts, &count, error);
	else
		return status;
	for (size_t i = 0; i < count && !status; i++)
		if (facts[i].roles & 1 << LINK_FACT)
			status = read_description(builder, node, facts[i].fact, error);
	free(facts);
	return status;
}

/* ── Titles ──────────────────────────────────────────────────────────────────────────────────────────── */

/* The latest title among the events of the view. */
static void read_event_titles(vg_view *view)
{
	const char **dates = memory_get((view->node_count ? view->node_count : 1) * sizeof *dates);

	for (size_t i = 0; i < view->event_count; i++)
		for (size_t k = 0; k < view->events[i].participant_count; k++) {
			const vg_participant *one = &view->events[i].participants[k];

			if (one->title && (!dates[one->node] || strcmp(view->events[i].date.from, dates[one->node]) >= 0)) {
				dates[one->node] = view->events[i].date.from;
				view->nodes[one->node].title = one->title;
			}
		}
	free(dates);
}

/* The title that a fact gives a person, or NULL. */
static vg_status title_in(struct builder *builder, uint32_t fact, uint8_t roles, uint32_t entity, const char **title, vg_error *error)
{
	bool is_description = roles & 1 << LINK_FACT;
	struct answer answer = is_description ? store_ask(builder->graph, QUERY_DESCRIPTION, "i", (int64_t)fact) :
						store_ask(builder->graph, QUERY_MENTIONS_OF, "ii", (int64_t)fact << 10,
							  (int64_t)fact << 10 | 1023);
	vg_status status = VG_OK;

	while (!status && !*title && store_next(&answer)) {
		uint32_t named;

		status = build_entity(builder, (uint32_t)store_integer(&answer, is_description ? 0 : 1), &named, error);
		if (!status && named == entity)
			*title = arena_text(builder->arena, store_text(&answer, is_description ? 2 : 3));
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

/* Of persons whose title no event of the view tells: what a list or the last other occasion says. */
static vg_status read_other_titles(struct builder *builder, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < builder->view->node_count && !status; i++) {
		struct entity_fact *facts = NULL;
		const char *title = NULL;
		uint32_t entity = (uint32_t)builder->view->nodes[i].id;
		size_t count = 0;

		if (builder->view->nodes[i].kind != VG_PERSON || builder->view->nodes[i].title)
			continue;
		status = build_facts_of(builder->graph, entity, &facts, &count, error);
		while (count-- && !status && !title)
			status = title_in(builder, facts[count].fact, facts[count].roles, entity, &title, error);
		builder->view->nodes[i].title = title;
		free(facts);
	}
	return status;
}

/* ── Order ───────────────────────────────────────────────────────────────────────────────────────────── */

static int compare_dates(const vg_date *x, const vg_date *y)
{
	int order;

	if (!*x->from != !*y->from)
		return *x->from ? -1 : 1; /* the undated last */
	order = strcmp(x->from, y->from);
	return order ? order : strcmp(x->until, y->until);
}

static int compare_ids(int64_t x, int64_t y)
{
	return x < y ? -1 : x > y;
}

static int compare_events(const void *a, const void *b)
{
	const vg_event *x = a, *y = b;
	int order = compare_dates(&x->date, &y->date);

	return order ? order : compare_ids(x->id, y->id);
}

static int compare_ties(const void *a, const void *b)
{
	const vg_tie *x = a, *y = b;
	int order = compare_dates(&x->date, &y->date);

	return order ? order : compare_ids(x->id, y->id);
}

/* By words only, so that the order in which lists were imported does not show; indexes mean nothing here. */
struct sortable_link {
	vg_link link;
	const vg_view *view;
};

static int compare_links(const void *a, const void *b)
{
	const struct sortable_link *one = a, *other = b;
	const vg_link *x = &one->link, *y = &other->link;
	const vg_node *nodes = one->view->nodes;
	int order;

	if (x->relation != y->relation)
		return (int)x->relation - (int)y->relation;
	if ((order = strcmp(*x->date.from ? x->date.from : x->seen.from, *y->date.from ? y->date.from : y->seen.from)) ||
	    (order = strcmp(nodes[x->from].name, nodes[y->from].name)) || (order = strcmp(nodes[x->to].name, nodes[y->to].name)))
		return order;
	return strcmp(x->title ? x->title : "", y->title ? y->title : "");
}

static void sort_links(vg_view *view)
{
	struct sortable_link *links = memory_get((view->link_count + 1) * sizeof *links);

	for (size_t i = 0; i < view->link_count; i++)
		links[i] = (struct sortable_link){view->links[i], view};
	qsort(links, view->link_count, sizeof *links, compare_links);
	for (size_t i = 0; i < view->link_count; i++)
		view->links[i] = links[i].link;
	free(links);
}

void build_sort(struct builder *builder)
{
	vg_view *view = builder->view;

	if (view->event_count)
		qsort(view->events, view->event_count, sizeof *view->events, compare_events);
	if (view->tie_count)
		qsort(view->ties, view->tie_count, sizeof *view->ties, compare_ties);
	sort_links(view);
}

/* ── From beginning to end ───────────────────────────────────────────────────────────────────────────── */

void build_begin(struct builder *builder, vg_graph *graph)
{
	struct owned_view *owned = memory_get(sizeof *owned);

	*builder = (struct builder){.graph = graph, .view = &owned->view, .arena = &owned->arena};
	owned->view.center = VG_NONE;
}

vg_status build_end(struct builder *builder, vg_view **view, vg_status status, vg_error *error)
{
	*view = NULL;
	if (!status) {
		read_event_titles(builder->view);
		status = read_other_titles(builder, error);
	}
	if (status)
		vg_view_free(builder->view);
	else
		*view = builder->view;
	id_map_free(&builder->entities);
	id_map_free(&builder->nodes);
	id_map_free(&builder->events);
	id_map_free(&builder->ties);
	return status;
}

void vg_view_free(vg_view *view)
{
	struct owned_view *owned = (struct owned_view *)view;

	if (!owned)
		return;
	arena_free(&owned->arena);
	free(owned);
}
