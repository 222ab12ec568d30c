/* build.c - putting a view together. */
#include "graph/build.h"
#include "graph/unicode.h"
#include "graph/intake.h" /* the bits of a mention's role */

#include <stdlib.h>

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

/* Those of several names in one order, with the capacities of each fact. */
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

vg_status build_facts_of_names(vg_graph *graph, const uint32_t *names, size_t name_count, struct entity_fact **facts, size_t *count,
			       vg_error *error)
{
	struct fact_list list = {0};
	vg_status status = VG_OK;

	for (size_t i = 0; i < name_count && !status; i++)
		status = links_read(&list, graph, names[i], error);
	*facts = list.facts;
	*count = name_count > 1 ? join_facts(list.facts, list.count) : list.count;
	return status;
}

vg_status build_facts_of(vg_graph *graph, uint32_t entity, struct entity_fact **facts, size_t *count, vg_error *error)
{
	uint32_t *names = NULL;
	size_t name_count;
	vg_status status = build_names_of(graph, entity, &names, &name_count, error);

	*facts = NULL;
	*count = 0;
	if (!status)
		status = build_facts_of_names(graph, names, name_count, facts, count, error);
	free(names);
	return status;
}

static vg_status add_node(struct builder *builder, const struct answer *answer, uint32_t entity, uint32_t *organization, size_t *index)
{
	vg_view *view = builder->view;
	vg_node *node;

	view->nodes = arena_array_room(builder->arena, view->nodes, view->node_count, &builder->node_capacity, sizeof *view->nodes);
	*index = view->node_count++;
	node = &view->nodes[*index];
	*node = (vg_node){.id = entity, .organization = VG_NONE, .name = unicode_shown(builder->arena, store_text(answer, 1))};
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
	if ((status = store_end(&answer, error)) || !organization || (status = build_node(builder, organization, &above, error)))
		return status;
	builder->view->nodes[*index].organization = above;
	return VG_OK;
}

vg_status build_node_of(struct builder *builder, int64_t name, size_t *index, vg_error *error)
{
	uint32_t entity;
	vg_status status = build_entity(builder, (uint32_t)name, &entity, error);

	return status ? status : build_node(builder, entity, index, error);
}

void build_date(vg_date *date, const struct answer *answer, int from)
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
	*event = occasion;
	return builder->has_repeats ? find_or_self(builder, QUERY_EVENT_OF, occasion, event, error) : VG_OK;
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
vg_status build_organization_said(struct builder *builder, int64_t name, size_t *index, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_NODE, "i", name);
	int64_t organization = store_next(&answer) ? store_integer(&answer, 2) : 0;
	vg_status status = store_end(&answer, error);

	return status ? status : build_node_of(builder, organization, index, error);
}

/* Said on the occasion, by any of its reports; else the one that the person is known with. */
static void set_organization(const vg_view *view, vg_participant *participant, size_t said)
{
	if (said != VG_NONE && (participant->organization == VG_NONE || participant->is_organization_inferred)) {
		participant->organization = said;
		participant->is_organization_inferred = false;
	} else if (participant->organization == VG_NONE) {
		participant->organization = view->nodes[participant->node].organization;
		participant->is_organization_inferred = participant->organization != VG_NONE;
	}
}

static void keep_post(struct builder *builder, size_t person, size_t organization, const char *title, const struct said_post *report)
{
	struct said_post post = {person, organization, title, report->date, report->evidence};

	if (organization == VG_NONE)
		return;
	builder->posts = arena_array_room(builder->arena, builder->posts, builder->post_count, &builder->post_capacity, sizeof post);
	builder->posts[builder->post_count++] = post;
}

static vg_status read_participants(struct builder *builder, vg_event *event, uint32_t occasion, const struct said_post *report,
				   size_t *capacity, vg_error *error)
{
	struct answer answer =
		store_ask(builder->graph, QUERY_PARTICIPANTS_OF, "ii", (int64_t)occasion << 10, (int64_t)occasion << 10 | 1023);
	vg_status status = VG_OK;

	while (!status && store_next(&answer)) {
		int64_t role = store_integer(&answer, 2);
		size_t node, organization;
		vg_participant *participant;
		const char *title;

		if ((status = build_node(builder, (uint32_t)store_integer(&answer, 0), &node, error)) ||
		    (status = build_node(builder, (uint32_t)store_integer(&answer, 1), &organization, error)))
			break;
		participant = add_participant(builder, event, node, (vg_role)(role & MENTION_ROLE), capacity);
		participant->is_lead |= (role & MENTION_LEADS) != 0;
		title = arena_text(builder->arena, store_text(&answer, 3));
		if (!participant->title)
			participant->title = title;
		set_organization(builder->view, participant, organization);
		keep_post(builder, node, organization, title, report);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

static vg_status read_report(struct builder *builder, vg_event *event, uint32_t occasion, size_t *capacity, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_REPORT, "i", (int64_t)occasion);
	vg_evidence told = {0};
	struct said_post report = {0};
	int64_t place = 0;
	vg_status status;

	if (store_next(&answer)) {
		if (!event->type)
			event->type = (vg_type)store_integer(&answer, 0);
		if (!event->word)
			event->word = arena_text(builder->arena, store_text(&answer, 1));
		build_date(&report.date, &answer, 2);
		if (!*event->date.from)
			event->date = report.date;
		place = store_integer(&answer, 4);
		told.about = arena_text(builder->arena, store_text(&answer, 5));
		told.line = (size_t)store_integer(&answer, 6);
		told.import = store_integer(&answer, 7);
	}
	if ((status = store_end(&answer, error)) ||
	    (event->place == VG_NONE && (status = build_node_of(builder, place, &event->place, error))) ||
	    (status = build_evidence_of(builder, occasion, &told, &report.evidence, error)))
		return status;
	build_evidence(builder, &event->evidence, &report.evidence);
	return read_participants(builder, event, occasion, &report, capacity, error);
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

static bool is_all_stated(const vg_evidences *evidence)
{
	for (size_t i = 0; i < evidence->count; i++)
		if (evidence->items[i].rule)
			return false;
	return true;
}

/* A text names a party, and somewhere else who came for it: the person is enough. */
static void drop_represented(vg_event *event)
{
	size_t kept = 0;

	for (size_t i = 0; i < event->participant_count; i++) {
		bool is_represented = false;

		for (size_t k = 0; k < event->participant_count; k++)
			is_represented |= event->participants[k].role == event->participants[i].role &&
					  event->participants[k].organization == event->participants[i].node;
		if (!is_represented)
			event->participants[kept++] = event->participants[i];
	}
	event->participant_count = kept;
}

/* One report of an event, if it is sure enough. */
static vg_status add_report(struct builder *builder, vg_event *event, uint32_t occasion, size_t *capacity, vg_error *error)
{
	bool passes;
	vg_status status = build_passes(builder, occasion, &passes, error);

	return status || !passes ? status : read_report(builder, event, occasion, capacity, error);
}

static vg_status read_reports(struct builder *builder, vg_event *event, vg_error *error)
{
	size_t capacity = 0;
	struct answer answer;
	vg_status status = VG_OK;

	if (!builder->has_repeats)
		return add_report(builder, event, (uint32_t)event->id, &capacity, error);
	answer = store_ask(builder->graph, QUERY_REPORTS_OF, "i", event->id);
	while (!status && store_next(&answer))
		status = add_report(builder, event, (uint32_t)store_integer(&answer, 0), &capacity, error);
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

vg_status build_event(struct builder *builder, uint32_t id, size_t *index, vg_error *error)
{
	uint32_t *known = id_map_find(&builder->events, id);
	vg_event event = {.id = id, .place = VG_NONE};
	vg_view *view = builder->view;
	vg_status status;

	*index = known ? *known : VG_NONE;
	if (known || (status = read_reports(builder, &event, error)) || !event.evidence.count)
		return known ? VG_OK : status;
	event.purpose = build_words(builder, &event.evidence, offsetof(vg_evidence, about), "；");
	event.note = build_words(builder, &event.evidence, offsetof(vg_evidence, note), "\n");
	if (!is_all_stated(&event.evidence))
		drop_represented(&event);
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

/* One statement: a stage of the tie. The same status on the same date, or without one, is more evidence of one stage. */
static void add_stage(struct builder *builder, vg_tie *tie, const vg_tie_stage *stage, size_t *capacity)
{
	vg_tie_stage *last = tie->stage_count ? &tie->stages[tie->stage_count - 1] : NULL;

	if (last && last->status == stage->status && (!*stage->date.from || !strcmp(last->date.from, stage->date.from))) {
		build_evidence(builder, &last->evidence, &stage->evidence);
		return;
	}
	tie->stages = arena_array_room(builder->arena, tie->stages, tie->stage_count, capacity, sizeof *tie->stages);
	tie->stages[tie->stage_count++] = *stage;
}

static bool is_stated(const vg_evidences *evidence)
{
	for (size_t i = 0; i < evidence->count; i++)
		if (!evidence->items[i].rule)
			return true;
	return false;
}

/* The first, and what is stated before what was extracted, says how the parties stand and what it is about. */
static vg_status read_statement(struct builder *builder, vg_tie *tie, const struct answer *answer, size_t *capacity, vg_error *error)
{
	uint32_t fact = (uint32_t)store_integer(answer, 0);
	vg_tie_stage stage = {.status = (vg_tie_status)store_integer(answer, 4)};
	vg_evidence told = {.line = (size_t)store_integer(answer, 8), .import = store_integer(answer, 9)};
	bool passes, speaks_first;
	vg_status status = build_passes(builder, fact, &passes, error);

	if (status || !passes)
		return status;
	build_date(&stage.date, answer, 5);
	told.about = arena_text(builder->arena, store_text(answer, 3));
	if ((status = build_evidence_of(builder, fact, &told, &stage.evidence, error)))
		return status;
	speaks_first = !is_stated(&tie->evidence) && (!tie->evidence.count || is_stated(&stage.evidence));
	if ((speaks_first && ((status = build_node_of(builder, store_integer(answer, 1), &tie->a, error)) ||
				   (status = build_node_of(builder, store_integer(answer, 2), &tie->b, error)))) ||
	    (tie->place == VG_NONE && (status = build_node_of(builder, store_integer(answer, 7), &tie->place, error))))
		return status;
	if (!tie->topic || speaks_first)
		tie->topic = told.about;
	build_evidence(builder, &tie->evidence, &stage.evidence);
	add_stage(builder, tie, &stage, capacity);
	tie->status = stage.status;
	tie->date = tie->stages[tie->stage_count - 1].date;
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
	tie.note = build_words(builder, &tie.evidence, offsetof(vg_evidence, note), "\n");
	view->ties = arena_array_room(builder->arena, view->ties, view->tie_count, &builder->tie_capacity, sizeof tie);
	view->ties[view->tie_count] = tie;
	id_map_put(&builder->ties, id, (uint32_t)view->tie_count);
	*index = view->tie_count++;
	return VG_OK;
}

/* ── From beginning to end ───────────────────────────────────────────────────────────────────────────── */

static void start_view(struct builder *builder)
{
	builder->view = owner_get(sizeof *builder->view);
	builder->arena = owner_arena(builder->view);
	builder->view->center = VG_NONE;
}

void build_begin(struct builder *builder, vg_graph *graph, const vg_query *query)
{
	struct answer there_is;

	*builder = (struct builder){.graph = graph, .min_confidence = query ? query->min_confidence : 0};
	start_view(builder);
	store_hold(graph);
	there_is = store_ask(graph, QUERY_WHAT_THERE_IS, "");
	if (store_next(&there_is)) {
		builder->has_repeats = store_integer(&there_is, 0);
		builder->has_remarks = store_integer(&there_is, 1);
		builder->has_passages = store_integer(&there_is, 2);
	}
	store_end(&there_is, &(vg_error){0}); /* what is wrong with the file, the next question says */
}

static void free_maps(struct builder *builder)
{
	id_map_free(&builder->entities);
	id_map_free(&builder->nodes);
	id_map_free(&builder->events);
	id_map_free(&builder->ties);
}

void build_anew(struct builder *builder)
{
	vg_view_free(builder->view);
	free_maps(builder);
	*builder = (struct builder){.graph = builder->graph,
				    .min_confidence = builder->min_confidence,
				    .has_repeats = builder->has_repeats,
				    .has_remarks = builder->has_remarks,
				    .has_passages = builder->has_passages};
	start_view(builder);
}

void build_drop(struct builder *builder)
{
	vg_view_free(builder->view);
	free_maps(builder);
	store_release(builder->graph);
}

vg_status build_end(struct builder *builder, vg_view **view, vg_status status, vg_error *error)
{
	*view = NULL;
	if (!status) {
		describe_event_titles(builder->view);
		status = describe_other_titles(builder, error);
	}
	if (!status) {
		*view = builder->view;
		builder->view = NULL;
	}
	build_drop(builder);
	return status;
}

void vg_view_free(vg_view *view)
{
	owner_free(view);
}
