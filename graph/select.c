/* select.c - which visits and which ties answer a question. */
#include "graph/select.h"

#include <stdlib.h>

/* ── Filters ─────────────────────────────────────────────────────────────────────────────────────────── */

/* Periods overlap when neither ends before the other begins. Dates are text as far as known, so that "2023" covers all of
 * the year: it sorts before its days, and with '~' behind it after them. */
bool select_is_within(const vg_query *query, const char *date, const char *until)
{
	char end[16];

	if (!query->from && !query->to)
		return true;
	if (!date)
		return false;
	snprintf(end, sizeof end, "%s~", until ? until : date);
	if (query->from && strcmp(end, query->from) < 0)
		return false;
	snprintf(end, sizeof end, "%s~", query->to ? query->to : "9");
	return strcmp(date, end) <= 0;
}

static bool contains(struct arena *scratch, const char *text, const char *part)
{
	return text && strstr(text_key(scratch, text), text_key(scratch, part));
}

void candidates_add(struct candidates *candidates, uint32_t event, const char *date, const char *until)
{
	struct candidate candidate = {.event = event};

	snprintf(candidate.date, sizeof candidate.date, "%s", date ? date : "~");
	snprintf(candidate.until, sizeof candidate.until, "%s", until ? until : "");
	candidates->items = array_room(candidates->items, candidates->count, &candidates->capacity, sizeof candidate);
	candidates->items[candidates->count++] = candidate;
}

void candidates_free(struct candidates *candidates)
{
	free(candidates->items);
	arena_free(&candidates->scratch);
}

static int compare_by_event(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return x->event < y->event ? -1 : x->event > y->event;
}

static int compare_by_date(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	int order = strcmp(x->date, y->date);

	if (!order)
		order = strcmp(x->until, y->until);
	return order ? order : compare_by_event(a, b);
}

/* The undated last, either way. */
static int compare_by_latest(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return *x->date == '~' || *y->date == '~' ? compare_by_date(a, b) : compare_by_date(b, a);
}

static void sort(struct candidates *candidates, const vg_query *query)
{
	if (candidates->count)
		qsort(candidates->items, candidates->count, sizeof *candidates->items, query->keeps_latest ? compare_by_latest : compare_by_date);
}

/* Takes the occasion in the answer's row, if it passes, as the event that it is a report of. */
static vg_status consider(struct builder *builder, struct candidates *candidates, const vg_query *query, const struct answer *answer,
			  vg_error *error)
{
	const char *date = store_text(answer, 2), *until = store_text(answer, 3);
	uint32_t event;
	bool passes;
	vg_status status = build_passes(builder, (uint32_t)store_integer(answer, 0), &passes, error);

	if (status || !passes || (query->type && query->type != (vg_type)store_integer(answer, 1)) || !select_is_within(query, date, until))
		return status;
	if (query->topic && !contains(&candidates->scratch, store_text(answer, 4), query->topic))
		return VG_OK;
	arena_reset(&candidates->scratch);
	if (!(status = build_event_of(builder, (uint32_t)store_integer(answer, 0), &event, error)))
		candidates_add(candidates, event, date, until);
	return status;
}

/* Forgets what lies behind the `limit` first in order, when twice as many have come together: *beyond counts them. */
static void keep_first(struct candidates *candidates, const vg_query *query, size_t limit, size_t *beyond)
{
	enum { SPARE = 500 };

	if (candidates->count < 2 * limit + SPARE)
		return;
	sort(candidates, query);
	*beyond += candidates->count - limit;
	candidates->count = limit;
}

/* `limit`: more are not needed, 0 for all; *beyond: how many were left out because of it. */
static vg_status consider_all(struct builder *builder, struct candidates *candidates, const vg_query *query, size_t limit, size_t *beyond,
			      vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_ALL_OCCASIONS, "");
	vg_status status = VG_OK;

	while (!status && store_next(&answer)) {
		status = consider(builder, candidates, query, &answer, error);
		if (limit)
			keep_first(candidates, query, limit, beyond);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

/* ── Facts of those who were named in the query ──────────────────────────────────────────────────────── */

enum {
	AS_VISITOR = 1 << LINK_VISITOR,
	AS_HOST = 1 << LINK_HOST,
};

static vg_status add_facts(struct fact_list *list, vg_graph *graph, uint32_t entity, uint8_t roles, vg_error *error)
{
	struct entity_fact *facts;
	size_t count;
	vg_status status = build_facts_of(graph, entity, &facts, &count, error);

	for (size_t i = 0; i < count && !status; i++)
		if (facts[i].roles & roles) {
			list->facts = array_room(list->facts, list->count, &list->capacity, sizeof *list->facts);
			list->facts[list->count++] = facts[i];
		}
	free(facts);
	return status;
}

/* The places that lie in a place, itself first; at most `room`. */
static vg_status places_within(struct builder *builder, uint32_t place, uint32_t *places, size_t room, size_t *count, vg_error *error)
{
	vg_status status = VG_OK;

	places[0] = place;
	*count = 1;
	for (size_t next = 0; next < *count && !status; next++) {
		struct entity_fact *facts;
		size_t fact_count;

		status = build_facts_of(builder->graph, places[next], &facts, &fact_count, error);
		for (size_t i = 0; i < fact_count && !status && *count < room; i++) {
			struct answer answer;
			uint32_t part = 0, above = 0;

			if (!(facts[i].roles & 1 << LINK_FACT))
				continue;
			answer = store_ask(builder->graph, QUERY_LASTING, "i", (int64_t)facts[i].fact);
			if (store_next(&answer) && store_integer(&answer, 3) == VG_PLACE &&
			    !(status = build_entity(builder, (uint32_t)store_integer(&answer, 0), &part, error)))
				status = build_entity(builder, (uint32_t)store_integer(&answer, 1), &above, error);
			if (part && part != places[next] && above == places[next])
				places[(*count)++] = part;
			store_end(&answer, &(vg_error){0});
		}
		free(facts);
	}
	return status;
}

static vg_status facts_at_place(struct builder *builder, struct fact_list *list, uint32_t place, vg_error *error)
{
	uint32_t places[256];
	size_t count;
	vg_status status = places_within(builder, place, places, 256, &count, error);

	for (size_t i = 0; i < count && !status; i++)
		status = add_facts(list, builder->graph, places[i], AT_PLACE, error);
	return status;
}

static int compare_facts(const void *a, const void *b)
{
	const struct entity_fact *x = a, *y = b;

	return x->fact < y->fact ? -1 : x->fact > y->fact;
}

/* What both lists have. */
static void keep_common(struct fact_list *list, struct fact_list *other)
{
	size_t kept = 0;

	if (other->count)
		qsort(other->facts, other->count, sizeof *other->facts, compare_facts);
	for (size_t i = 0; i < list->count; i++)
		if (other->count && bsearch(&list->facts[i], other->facts, other->count, sizeof *other->facts, compare_facts))
			list->facts[kept++] = list->facts[i];
	list->count = kept;
}

/* The occasions that all who were named have in common. *is_named: somebody was. */
static vg_status named_facts(struct builder *builder, struct fact_list *list, const vg_query *query, bool *is_named, vg_error *error)
{
	const struct {
		int64_t id;
		uint8_t roles;
	} named[] = {{query->about, TOOK_PART | AT_PLACE}, {query->visitor, AS_VISITOR}, {query->host, AS_HOST}, {query->place, AT_PLACE}};
	vg_status status = VG_OK;

	*is_named = false;
	for (size_t i = 0; i < sizeof named / sizeof *named && !status; i++) {
		struct fact_list more = {0}, *into = *is_named ? &more : list;

		if (!named[i].id)
			continue;
		status = named[i].roles == AT_PLACE ? facts_at_place(builder, into, (uint32_t)named[i].id, error) :
						      add_facts(into, builder->graph, (uint32_t)named[i].id, named[i].roles, error);
		if (*is_named && !status)
			keep_common(list, &more);
		free(more.facts);
		*is_named = true;
	}
	return status;
}

static vg_status consider_named(struct builder *builder, struct candidates *candidates, const vg_query *query,
				const struct fact_list *list, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < list->count && !status; i++) {
		struct answer answer = store_ask(builder->graph, QUERY_ONE_OCCASION, "i", (int64_t)list->facts[i].fact);

		if (store_next(&answer))
			status = consider(builder, candidates, query, &answer, error);
		status = status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
	}
	return status;
}

/* ── Visits ──────────────────────────────────────────────────────────────────────────────────────────── */

/* Several reports of one event are one candidate. */
static void drop_repeats(struct candidates *candidates)
{
	size_t kept = 0;

	if (candidates->count)
		qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_by_event);
	for (size_t i = 0; i < candidates->count; i++)
		if (!kept || candidates->items[kept - 1].event != candidates->items[i].event)
			candidates->items[kept++] = candidates->items[i];
	candidates->count = kept;
}

/* *count: how many there are; with a limit, at least so many of them are found, the first by date. */
static vg_status find_candidates(struct builder *builder, struct candidates *candidates, const vg_query *query, size_t limit, size_t *count,
				 vg_error *error)
{
	struct fact_list named = {0};
	size_t beyond = 0;
	bool is_named;
	vg_status status = named_facts(builder, &named, query, &is_named, error);

	if (!status && is_named)
		status = consider_named(builder, candidates, query, &named, error);
	else if (!status) /* several reports of one event would count as several */
		status = consider_all(builder, candidates, query, builder->has_repeats ? 0 : limit, &beyond, error);
	free(named.facts);
	drop_repeats(candidates);
	*count = candidates->count + beyond;
	return status;
}

static bool is_everything_asked(const struct builder *builder, const vg_query *query)
{
	return !query->about && !query->visitor && !query->host && !query->place && !query->type && !query->from && !query->to &&
	       !query->topic && !builder->min_confidence;
}

static bool is_anybody_named(const vg_query *query)
{
	return query->about || query->visitor || query->host || query->place;
}

/* Those that were found first, then the latest. */
static void put_first(struct candidates *candidates, struct candidates *found)
{
	qsort(found->items, found->count, sizeof *found->items, compare_by_event);
	for (size_t i = 0; i < candidates->count; i++)
		candidates->items[i].weight =
			found->count && bsearch(&candidates->items[i], found->items, found->count, sizeof *found->items, compare_by_event);
	candidates_sort_by_weight(candidates);
}

/* The most connected events first, at least as many as the limit asks for; *count: how many there are. */
static vg_status find_busiest(struct builder *builder, struct candidates *candidates, const vg_query *query, size_t *count, vg_error *error)
{
	bool is_of_all = is_everything_asked(builder, query);
	struct candidates found = {0};
	int64_t events;
	vg_status status = store_number(&events, builder->graph, QUERY_COUNT_EVENTS, 0, error);

	*count = (size_t)events;
	if (status || (!(is_of_all && query->limit < *count) && (status = find_candidates(builder, candidates, query, 0, count, error))))
		return status;
	if (query->limit >= *count)
		return VG_OK;
	if (is_anybody_named(query))
		return busiest_weigh(builder, candidates, error);
	status = busiest_find(builder, is_of_all ? NULL : candidates, query->limit, &found, error);
	if (!status && found.count < query->limit) {
		if (!is_of_all || !(status = find_candidates(builder, candidates, query, 0, count, error)))
			put_first(candidates, &found);
	} else {
		candidates_free(candidates);
		*candidates = found;
		found = (struct candidates){0};
	}
	candidates_free(&found);
	return status;
}

static vg_status find_first(struct builder *builder, struct candidates *candidates, const vg_query *query, size_t *count, vg_error *error)
{
	vg_status status = find_candidates(builder, candidates, query, query->limit, count, error);

	sort(candidates, query);
	return status;
}

vg_status select_visits(struct builder *builder, const vg_query *query, bool is_busiest, vg_error *error)
{
	struct candidates candidates = {0};
	size_t count = 0, kept, index;
	vg_status status = is_busiest ? find_busiest(builder, &candidates, query, &count, error) :
							find_first(builder, &candidates, query, &count, error);

	kept = query->limit && query->limit < count ? query->limit : count;
	for (size_t i = 0; i < kept && !status; i++)
		status = build_event(builder, candidates.items[i].event, &index, error);
	builder->view->left_out = count - kept;
	candidates_free(&candidates);
	describe_sort(builder);
	return status;
}

vg_status vg_visits(vg_view **view, vg_graph *graph, const vg_query *query, vg_error *error)
{
	struct builder builder;

	build_begin(&builder, graph, query);
	return build_end(&builder, view, select_visits(&builder, query, false, error), error);
}

vg_status vg_visits_busiest(vg_view **view, vg_graph *graph, const vg_query *query, vg_error *error)
{
	enum { DRAWN_ONE_BY_ONE = 1000 }; /* so few are not gathered */
	struct builder builder;
	vg_query drawn = *query;
	vg_status status;

	if (!drawn.limit)
		drawn.limit = VG_MOST_DRAWN;
	build_begin(&builder, graph, query);
	status = select_visits(&builder, &drawn, true, error);
	if (!status && builder.view->event_count > DRAWN_ONE_BY_ONE)
		status = busiest_place(&builder, error);
	return build_end(&builder, view, status, error);
}

static vg_status check_unchanged(vg_graph *graph, int64_t version, vg_error *error)
{
	int64_t now;
	vg_status status = store_number(&now, graph, QUERY_DATA_VERSION, 0, error);

	if (!status && now != version)
		status = fail(error, VG_IO, _("'%s' was changed while it was being read; ask again"), graph->path);
	return status;
}

/* The file is let go of while the answer is written, which may wait for a reader who has paused: nobody who wants to change it has to
 * wait for that. Whoever did has made the rest of the answer stale. */
vg_status vg_visits_each(vg_graph *graph, const vg_query *query, void (*see)(void *context, const vg_view *events), void *context,
			 vg_error *error)
{
	enum { AT_ONCE = 500 };
	struct candidates candidates = {0};
	struct builder builder;
	size_t count = 0, kept, index;
	int64_t version;
	vg_status status;

	build_begin(&builder, graph, query);
	if (!(status = store_number(&version, graph, QUERY_DATA_VERSION, 0, error)))
		status = find_first(&builder, &candidates, query, &count, error);
	kept = query->limit && query->limit < count ? query->limit : count;
	for (size_t first = 0; first < kept && !status; first += AT_ONCE) {
		if (first && (status = check_unchanged(graph, version, error)))
			break;
		for (size_t i = first; i < first + AT_ONCE && i < kept && !status; i++)
			status = build_event(&builder, candidates.items[i].event, &index, error);
		builder.view->left_out = count - kept;
		describe_sort(&builder);
		store_release(graph);
		if (!status)
			see(context, builder.view);
		store_hold(graph);
		build_anew(&builder);
	}
	candidates_free(&candidates);
	build_drop(&builder);
	return status;
}

/* ── Ties ────────────────────────────────────────────────────────────────────────────────────────────── */

static bool tie_passes(const vg_tie *tie, const vg_query *query, struct arena *scratch)
{
	const char *date = *tie->date.from ? tie->date.from : NULL, *until = *tie->date.until ? tie->date.until : NULL;

	return (!query->status || query->status == tie->status) && select_is_within(query, date, until) &&
	       (!query->topic || contains(scratch, tie->topic, query->topic));
}

/* Statements come in order of id, and what stands for a tie is its first: each is built once. */
static vg_status build_ties(struct builder *builder, const struct fact_list *list, vg_error *error)
{
	struct answer answer = store_ask(builder->graph, QUERY_ALL_STATEMENTS, "");
	uint32_t tie;
	size_t index;
	vg_status status = VG_OK;

	for (size_t i = 0; list && i < list->count && !status; i++)
		if (!(status = build_tie_of(builder, list->facts[i].fact, &tie, error)))
			status = build_tie(builder, tie, &index, error);
	while (!list && !status && store_next(&answer))
		if (!(status = build_tie_of(builder, (uint32_t)store_integer(&answer, 0), &tie, error)))
			status = build_tie(builder, tie, &index, error);
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

void select_passing_ties(struct builder *builder, const vg_query *query)
{
	vg_view *view = builder->view;
	struct arena scratch = {0};
	size_t kept = 0;

	for (size_t i = 0; i < view->tie_count; i++)
		if (tie_passes(&view->ties[i], query, &scratch))
			view->ties[kept++] = view->ties[i];
	view->tie_count = kept;
	arena_free(&scratch);
}

vg_status select_ties(struct builder *builder, const vg_query *query, vg_error *error)
{
	const int64_t named[] = {query->about, query->visitor, query->host, query->place};
	struct fact_list list = {0};
	bool is_named = false;
	vg_status status = VG_OK;

	for (size_t i = 0; i < sizeof named / sizeof *named && !status; i++) {
		struct fact_list more = {0}, *into = is_named ? &more : &list;

		if (!named[i])
			continue;
		status = add_facts(into, builder->graph, (uint32_t)named[i], 1 << LINK_FACT, error);
		if (is_named)
			keep_common(&list, &more);
		free(more.facts);
		is_named = true;
	}
	if (!status)
		status = build_ties(builder, is_named ? &list : NULL, error);
	free(list.facts);
	return status;
}

vg_status vg_ties(vg_view **view, vg_graph *graph, const vg_query *query, vg_error *error)
{
	struct builder builder;
	vg_status status;

	build_begin(&builder, graph, query);
	status = select_ties(&builder, query, error);
	select_passing_ties(&builder, query);
	describe_sort(&builder);
	if (query->limit && builder.view->tie_count > query->limit) {
		builder.view->left_out = builder.view->tie_count - query->limit;
		builder.view->tie_count = query->limit;
	}
	return build_end(&builder, view, status, error);
}
