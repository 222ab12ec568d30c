/* describe.c - what lists say of the nodes of a view: posts, parents, places, aliases, details, titles; and its order. */
#include "graph/build.h"
#include "graph/unicode.h"

#include <stdlib.h>

/* ── Links and descriptions ──────────────────────────────────────────────────────────────────────────── */

vg_link *describe_link(struct builder *builder, vg_relation relation, size_t from, size_t to, const char *title)
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

/* Each with the reports that say so, and not with all of the event. */
void describe_posts(struct builder *builder, size_t node)
{
	for (size_t i = 0; i < builder->post_count; i++) {
		const struct said_post *said = &builder->posts[i];
		vg_link *post;

		if (said->person != node && said->organization != node)
			continue;
		post = describe_link(builder, VG_MEMBER, said->person, said->organization, said->title);
		widen(&post->seen, said->date.from, *said->date.until ? said->date.until : said->date.from);
		build_evidence(builder, &post->evidence, &said->evidence);
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

	if ((status = build_node_of(builder, store_integer(answer, 0), &subject, error)) ||
	    (status = build_node_of(builder, store_integer(answer, 8), &parent, error)) ||
	    (status = build_node_of(builder, store_integer(answer, 9), &place, error)) ||
	    (is_person && (status = build_organization_said(builder, store_integer(answer, 0), &parent, error))))
		return status;
	if (parent != VG_NONE && parent != subject && (subject == node || parent == node)) {
		vg_link *link = describe_link(builder, is_person ? VG_MEMBER : is_of_places ? VG_LOCATED_IN : VG_PART_OF, subject, parent,
					   arena_text(builder->arena, store_text(answer, 2)));
		vg_date date;

		build_date(&date, answer, 3);
		widen(&link->date, date.from, date.until);
		build_evidence(builder, &link->evidence, evidence);
	}
	if (place != VG_NONE && place != subject && (subject == node || place == node))
		build_evidence(builder, &describe_link(builder, VG_LOCATED_IN, subject, place, NULL)->evidence, evidence);
	return VG_OK;
}

static vg_status read_evidence(struct builder *builder, uint32_t fact, const struct answer *answer, vg_evidences *into, vg_error *error)
{
	const vg_evidence told = {.line = (size_t)store_integer(answer, 12), .import = store_integer(answer, 13)};

	return build_evidence_of(builder, fact, &told, into, error);
}

static vg_status read_description(struct builder *builder, size_t node, uint32_t fact, vg_error *error)
{
	static const struct {
		int column;
		const char *heading;
	} details[] = {{5, N_("code")}, {6, N_("type")}, {7, N_("industry")}, {10, N_("longitude")}, {11, N_("latitude")}};
	struct answer answer;
	vg_evidences evidence = {0};
	uint32_t subject;
	bool passes;
	vg_status status = build_passes(builder, fact, &passes, error);

	if (status || !passes)
		return status;
	answer = store_ask(builder->graph, QUERY_DESCRIPTION, "i", (int64_t)fact);
	if (!store_next(&answer))
		return store_end(&answer, error);
	if ((status = read_evidence(builder, fact, &answer, &evidence, error)) ||
	    (status = read_lasting(builder, node, &answer, &evidence, error)) ||
	    (status = build_entity(builder, (uint32_t)store_integer(&answer, 0), &subject, error))) {
		store_end(&answer, &(vg_error){0});
		return status;
	}
	if ((int64_t)subject == builder->view->nodes[node].id) {
		for (size_t i = 0; i < sizeof details / sizeof *details; i++)
			add_detail(builder, node, details[i].heading, store_text(&answer, details[i].column), &evidence);
		add_detail(builder, node, "note", evidence.items->note, &evidence);
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
	const char *text = store_next(&answer) ? unicode_shown(builder->arena, store_text(&answer, 1)) : "";
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
			status = read_evidence(builder, reader.fact, &answer, &aliases[named->alias_count].evidence, error);
		store_end(&answer, &(vg_error){0});
	}
	named->aliases = aliases;
	named->alias_count++;
	return status ? (links_close(&reader, &(vg_error){0}), status) : links_close(&reader, error);
}

vg_status describe_aliases(struct builder *builder, size_t node, vg_error *error)
{
	uint32_t *names;
	size_t count;
	vg_status status = build_names_of(builder->graph, (uint32_t)builder->view->nodes[node].id, &names, &count, error);

	for (size_t i = 1; i < count && !status; i++) /* the first is its own */
		status = read_alias(builder, node, names[i], error);
	free(names);
	return status;
}

vg_status describe_node(struct builder *builder, size_t node, vg_error *error)
{
	struct entity_fact *facts;
	size_t count;
	vg_status status = describe_aliases(builder, node, error);

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
void describe_event_titles(vg_view *view)
{
	const char **dates = memory_get((view->node_count ? view->node_count : 1) * sizeof *dates);

	for (size_t i = 0; i < view->event_count; i++)
		for (size_t k = 0; k < view->events[i].participant_count; k++) {
			const vg_participant *one = &view->events[i].participants[k];

			const char **title = &view->nodes[one->node].title, *date = view->events[i].date.from;
			int order = dates[one->node] ? strcmp(date, dates[one->node]) : 1;

			/* of one day's, the first in byte order: not the one that came in last */
			if (one->title && (order > 0 || (!order && strcmp(one->title, *title) < 0))) {
				dates[one->node] = date;
				*title = one->title;
			}
		}
	free(dates);
}

/* A person whose title is looked for. */
struct titled {
	uint32_t *names;
	size_t name_count, fact_count;
	struct entity_fact *facts;
};

static bool is_name_of(const struct titled *person, uint32_t name)
{
	for (size_t i = 0; i < person->name_count; i++)
		if (person->names[i] == name)
			return true;
	return false;
}

/* The title that a fact gives the person, or NULL. */
static vg_status title_in(struct builder *builder, const struct titled *person, const struct entity_fact *fact, const char **title,
			  vg_error *error)
{
	struct answer answer = fact->roles & 1 << LINK_FACT ?
				       store_ask(builder->graph, QUERY_TITLE_LISTED, "i", (int64_t)fact->fact) :
				       store_ask(builder->graph, QUERY_TITLES_SAID, "ii", (int64_t)fact->fact << 10,
						 (int64_t)fact->fact << 10 | 1023);

	while (!*title && store_next(&answer))
		if (is_name_of(person, (uint32_t)store_integer(&answer, 0)))
			*title = arena_text(builder->arena, store_text(&answer, 1));
	return store_end(&answer, error);
}

/* What lists say: where an occasion has only the end of a title (书记), the fuller one (党工委书记). */
static vg_status read_listed_title(struct builder *builder, const struct titled *person, const char **title, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < person->fact_count && !status; i++) {
		const char *listed = NULL;
		size_t length, end;

		if (!(person->facts[i].roles & 1 << LINK_FACT) ||
		    (status = title_in(builder, person, &person->facts[i], &listed, error)) || !listed)
			continue;
		length = strlen(listed);
		end = *title ? strlen(*title) : 0;
		if (length > end && !strcmp(listed + length - end, *title ? *title : ""))
			*title = listed;
	}
	return status;
}

static vg_status read_title(struct builder *builder, vg_node *node, vg_error *error)
{
	struct titled person = {0};
	vg_status status = build_names_of(builder->graph, (uint32_t)node->id, &person.names, &person.name_count, error);

	if (!status)
		status = build_facts_of_names(builder->graph, person.names, person.name_count, &person.facts, &person.fact_count, error);
	if (!status)
		status = read_listed_title(builder, &person, &node->title, error);
	for (size_t i = person.fact_count; i-- && !status && !node->title;)
		if (person.facts[i].roles & 1 << LINK_TITLED)
			status = title_in(builder, &person, &person.facts[i], &node->title, error);
	free(person.names);
	free(person.facts);
	return status;
}

vg_status describe_other_titles(struct builder *builder, vg_error *error)
{
	enum { MOST_NODES = 1000 }; /* that are looked up although an event of the view has a title for them */
	vg_view *view = builder->view;
	struct answer lists = store_ask(builder->graph, QUERY_HAS_DESCRIPTIONS, "");
	bool may_be_listed = store_next(&lists) && view->node_count <= MOST_NODES;
	vg_status status = store_end(&lists, error);

	for (size_t i = 0; i < view->node_count && !status; i++)
		if (view->nodes[i].kind == VG_PERSON && (!view->nodes[i].title || may_be_listed))
			status = read_title(builder, &view->nodes[i], error);
	return status;
}

/* ── Steps of a path ─────────────────────────────────────────────────────────────────────────────────── */

static void find_link(struct builder *builder, vg_step *step)
{
	const vg_view *view = builder->view;

	for (size_t i = 0; i < view->link_count; i++) {
		const vg_link *link = &view->links[i];

		if (link->relation == step->relation && ((link->from == step->from && link->to == step->to) ||
							 (link->from == step->to && link->to == step->from))) {
			step->link = i;
			step->date = *link->date.from ? link->date : link->seen;
			if (!strcmp(step->date.from, step->date.until))
				*step->date.until = '\0';
			build_evidence(builder, &step->evidence, &link->evidence);
		}
	}
}

/* A membership's evidence is what lists say of the person and the occasions on which it was said. */
static vg_status describe_membership(struct builder *builder, vg_step *step, vg_error *error)
{
	size_t person = builder->view->nodes[step->from].kind == VG_PERSON ? step->from : step->to, index;
	struct entity_fact *facts;
	size_t count;
	vg_status status = describe_node(builder, person, error);

	if (status || (status = build_facts_of(builder->graph, (uint32_t)builder->view->nodes[person].id, &facts, &count, error)))
		return status;
	for (size_t i = 0; i < count && i < 8 && !status; i++) {
		uint32_t event;

		if (facts[i].roles & TOOK_PART && !(status = build_event_of(builder, facts[i].fact, &event, error)))
			status = build_event(builder, event, &index, error);
	}
	describe_posts(builder, person);
	free(facts);
	find_link(builder, step);
	return status;
}

/* Only what the step itself says is evidence of it. */
vg_status describe_step(struct builder *builder, vg_step *step, uint32_t fact, vg_error *error)
{
	const vg_view *view = builder->view;
	uint32_t id;
	vg_status status;

	if (step->relation == VG_BY_TIE) {
		if ((status = build_tie_of(builder, fact, &id, error)) || (status = build_tie(builder, id, &step->tie, error)))
			return status;
		step->date = view->ties[step->tie].date;
		step->evidence = view->ties[step->tie].evidence;
	} else if (step->relation == VG_MEMBER) {
		return describe_membership(builder, step, error);
	} else if (step->relation == VG_PART_OF) {
		if ((status = describe_node(builder, step->from, error)))
			return status;
		find_link(builder, step);
	} else {
		if ((status = build_event_of(builder, fact, &id, error)) ||
		    (status = build_event(builder, id, &step->event, error)))
			return status;
		if (step->event != VG_NONE) {
			step->date = view->events[step->event].date;
			step->evidence = view->events[step->event].evidence;
		}
	}
	return VG_OK;
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

void describe_sort(struct builder *builder)
{
	vg_view *view = builder->view;

	if (view->event_count)
		qsort(view->events, view->event_count, sizeof *view->events, compare_events);
	if (view->tie_count)
		qsort(view->ties, view->tie_count, sizeof *view->ties, compare_ties);
	sort_links(view);
}
