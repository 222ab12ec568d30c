/* events.c - which reports are of one event, and which statements of one tie: made anew from what was said, once it is
 * settled who is who. */
#include "graph/intake.h"
#include "graph/retellings.h"

#include <stdlib.h>

/* One report of an occasion that shares its likeness with another. */
struct report {
	uint64_t likeness;
	uint32_t occasion, event; /* event: index of the report that stands for it, while they are joined */
	const char *signature;    /* type, date, hosts, visitors and place, as entities */
	const char *own_id;
	int64_t import;
	bool is_dated;
	bool is_numbered; /* the likeness is that of its number */
};

static uint32_t entity_of(const struct names *names, int64_t id)
{
	uint32_t index = names_index(names, (uint32_t)id);

	return index == NO_NAME ? 0 : names->items[names->items[index].entity].id;
}

static int compare_numbers(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Appends the visitors and hosts of an occasion, in order of entity. */
static vg_status sign_parties(struct text *signature, const struct names *names, vg_graph *graph, uint32_t occasion, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_MENTIONS_OF, "ii", (int64_t)occasion << 10, (int64_t)occasion << 10 | 1023);
	uint64_t parties[1024];
	size_t count = 0;

	while (store_next(&answer) && count < 1024) {
		int64_t role = store_integer(&answer, 2) & MENTION_ROLE;

		if (role <= VG_HOST)
			parties[count++] = (uint64_t)role << 32 | entity_of(names, store_integer(&answer, 1));
	}
	qsort(parties, count, sizeof *parties, compare_numbers);
	for (size_t i = 0; i < count; i++)
		if (!i || parties[i] != parties[i - 1])
			text_print(signature, " %llu", (unsigned long long)parties[i]);
	return store_end(&answer, error);
}

static vg_status load_report(struct report *report, struct arena *arena, const struct names *names, vg_graph *graph, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_OCCASION_IDENTITY, "i", (int64_t)report->occasion);
	struct text signature = {0};
	vg_status status;

	if (store_next(&answer)) {
		const char *date = store_text(&answer, 1), *until = store_text(&answer, 2);

		const char *day = store_text(&answer, 6);

		text_print(&signature, "%d %s/%s%s @%u", (int)store_integer(&answer, 0), date ? date : "", until ? until : "",
			   day ? day : "", store_integer(&answer, 3) ? entity_of(names, store_integer(&answer, 3)) : 0);
		report->own_id = arena_text(arena, store_text(&answer, 4));
		report->import = store_integer(&answer, 5);
		report->is_dated = date || day;
		report->is_numbered = report->own_id && report->likeness == likeness_of_number(report->import, report->own_id);
	}
	if (!(status = store_end(&answer, error)))
		status = sign_parties(&signature, names, graph, report->occasion, error);
	report->signature = arena_text(arena, signature.bytes ? signature.bytes : "");
	text_free(&signature);
	return status;
}

static uint32_t event_root(struct report *reports, uint32_t index)
{
	while (reports[index].event != index)
		index = reports[index].event = reports[reports[index].event].event;
	return index;
}

/* ── One event ───────────────────────────────────────────────────────────────────────────────────────────
 * A source's own number decides within that source. Otherwise everything must agree; and since an unknown date agrees with
 * nothing, undated reports are of one event only across sources, each source's first with the other's first.
 *
 * So of reports that agree in everything, in order of occasion, each joins the first event that has no other of its source:
 * none with another number; of the undated, none at all. That is the event of its rank among those of its source, and need
 * not be searched for: a list without persons may have a million such rows. */

struct told {
	int64_t import;
	const char *own_id; /* or NULL */
	uint32_t report;    /* its position in the run */
	uint32_t first;     /* of those of this source that it must be with: the position of the first */
	uint32_t rank;
};

static int compare_texts(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

static int compare_numbered(const void *a, const void *b)
{
	const struct told *x = a, *y = b;
	int order;

	if (x->import != y->import)
		return x->import < y->import ? -1 : 1;
	if ((order = compare_texts(x->own_id, y->own_id)))
		return order;
	return x->report < y->report ? -1 : x->report > y->report;
}

static int compare_firsts(const void *a, const void *b)
{
	const struct told *x = a, *y = b;

	if (x->import != y->import)
		return x->import < y->import ? -1 : 1;
	return x->first < y->first ? -1 : x->first > y->first;
}

static void find_firsts(struct told *told, size_t count)
{
	qsort(told, count, sizeof *told, compare_numbered);
	for (size_t i = 0; i < count; i++) {
		bool is_with = i && told[i].own_id && told[i - 1].own_id && told[i].import == told[i - 1].import &&
			       !strcmp(told[i].own_id, told[i - 1].own_id);

		told[i].first = is_with ? told[i - 1].first : told[i].report;
	}
}

/* Dated reports without a number stand in nobody's way. */
static void rank(struct told *told, size_t count, bool is_dated)
{
	uint32_t ranks = 0;

	find_firsts(told, count);
	qsort(told, count, sizeof *told, compare_firsts);
	for (size_t i = 0; i < count; i++) {
		const struct told *before = i && told[i].import == told[i - 1].import ? &told[i - 1] : NULL;

		if (!before)
			ranks = 0;
		if (is_dated && !told[i].own_id)
			continue;
		told[i].rank = before && before->first == told[i].first ? before->rank : ranks++;
	}
}

/* Reports that agree in everything, in order of occasion. */
static void join_run(struct report *reports, uint32_t start, uint32_t end)
{
	size_t count = end - start;
	struct told *told = memory_get(count * sizeof *told);
	uint32_t *rank_of = memory_get(count * sizeof *rank_of), *event_of = memory_get(count * sizeof *event_of); /* index + 1 */

	for (uint32_t i = 0; i < count; i++)
		told[i] = (struct told){reports[start + i].import, reports[start + i].own_id, i, 0, 0};
	rank(told, count, reports[start].is_dated);
	for (size_t i = 0; i < count; i++)
		rank_of[told[i].report] = told[i].rank;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t *event = &event_of[rank_of[i]];

		if (*event)
			reports[start + i].event = *event - 1;
		else
			*event = start + i + 1;
	}
	free(told);
	free(rank_of);
	free(event_of);
}

static int compare_reports(const void *a, const void *b)
{
	const struct report *x = a, *y = b;
	int order;

	if (x->likeness != y->likeness)
		return x->likeness < y->likeness ? -1 : 1;
	if ((order = strcmp(x->signature, y->signature)))
		return order;
	return x->occasion < y->occasion ? -1 : x->occasion > y->occasion;
}

/* Those of one source that have one number, whatever they say; and those of one likeness that agree in everything. */
static void join_twins(struct report *reports, size_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (reports[i].is_numbered)
			reports[i].signature = "";
	if (count)
		qsort(reports, count, sizeof *reports, compare_reports);
	for (uint32_t i = 0; i < count; i++)
		reports[i].event = i;
	for (uint32_t start = 0, end; start < count; start = end) {
		for (end = start + 1; end < count && reports[end].likeness == reports[start].likeness &&
				      !strcmp(reports[end].signature, reports[start].signature);)
			end++;
		if (end > start + 1)
			join_run(reports, start, end);
	}
}

static int compare_occasions(const void *a, const void *b)
{
	const struct report *x = *(const struct report *const *)a, *y = *(const struct report *const *)b;

	return x->occasion < y->occasion ? -1 : x->occasion > y->occasion;
}

/* An occasion may stand under two likenesses, its own number and its parties: one entry leads to the other. */
static void join_entries(struct report *reports, size_t count)
{
	struct report **sorted = memory_get((count ? count : 1) * sizeof *sorted);

	for (size_t i = 0; i < count; i++)
		sorted[i] = &reports[i];
	qsort(sorted, count, sizeof *sorted, compare_occasions);
	for (size_t i = 1; i < count; i++)
		if (sorted[i]->occasion == sorted[i - 1]->occasion) {
			uint32_t a = event_root(reports, (uint32_t)(sorted[i - 1] - reports));
			uint32_t b = event_root(reports, (uint32_t)(sorted[i] - reports));

			if (reports[a].occasion <= reports[b].occasion)
				reports[b].event = a;
			else
				reports[a].event = b;
		}
	free(sorted);
}

static vg_status load_reports(struct report **reports, size_t *count, struct arena *arena, const struct names *names,
			      vg_graph *graph, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_ALL_TWINS, "");
	size_t capacity = 0;
	vg_status status = VG_OK;

	while (!status && store_next(&answer)) {
		*reports = array_room(*reports, *count, &capacity, sizeof **reports);
		(*reports)[*count] = (struct report){.likeness = (uint64_t)store_integer(&answer, 0),
						     .occasion = (uint32_t)store_integer(&answer, 1)};
		status = load_report(&(*reports)[(*count)++], arena, names, graph, error);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

vg_status events_settle(const struct names *names, vg_graph *graph, vg_error *error)
{
	struct report *reports = NULL;
	struct same_events same = {0};
	struct arena arena = {0};
	size_t count = 0;
	vg_status status = load_reports(&reports, &count, &arena, names, graph, error);

	join_twins(reports, count);
	join_entries(reports, count);
	for (size_t i = 0; i < count && !status; i++) {
		uint32_t event = reports[event_root(reports, (uint32_t)i)].occasion;

		if (event == reports[i].occasion)
			continue;
		same.items = array_room(same.items, same.count, &same.capacity, sizeof *same.items);
		same.items[same.count++] = (struct same_event){reports[i].occasion, event};
	}
	if (!status && !(status = retellings_join(&same, names, graph, error)))
		status = store_do(graph, QUERY_DROP_SAME_OCCASIONS, error, "");
	for (size_t i = 0; i < same.count && !status; i++)
		status = store_do(graph, QUERY_PUT_SAME_OCCASION, error, "ii", (int64_t)same.items[i].occasion,
				  (int64_t)same.items[i].event);
	free(same.items);
	free(reports);
	arena_free(&arena);
	return status;
}

/* ── Ties ────────────────────────────────────────────────────────────────────────────────────────────────
 * The same pair on the same topic is one tie, which moves along from status to status. Lists name a topic in the same words or mean
 * another; running text puts words around it (拟在高新区建设…项目). So of a statement that was extracted the topic is the same as
 * another's when two thirds of what the shorter consists of, pairs of characters, are in the longer, or when it has none, and
 * where that leaves no choice (retellings.h). */

struct statement {
	uint32_t cooperation, low, high;
	bool is_extracted;
	const char *topic;
};

static int compare_statements(const void *a, const void *b)
{
	const struct statement *x = a, *y = b;
	int order;

	if (x->low != y->low)
		return x->low < y->low ? -1 : 1;
	if (x->high != y->high)
		return x->high < y->high ? -1 : 1;
	if ((order = strcmp(x->topic, y->topic)))
		return order;
	return x->cooperation < y->cooperation ? -1 : x->cooperation > y->cooperation;
}

static bool are_one_tie(const struct statement *x, const struct statement *y)
{
	return x->low == y->low && x->high == y->high && !strcmp(x->topic, y->topic);
}

static vg_status load_statements(struct statement **statements, size_t *count, struct arena *arena, const struct names *names,
				 vg_graph *graph, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_ALL_COOPERATIONS, "");
	size_t capacity = 0;

	while (store_next(&answer)) {
		uint32_t a = entity_of(names, store_integer(&answer, 1)), b = entity_of(names, store_integer(&answer, 2));
		const char *topic = store_text(&answer, 3);

		*statements = array_room(*statements, *count, &capacity, sizeof **statements);
		(*statements)[(*count)++] = (struct statement){(uint32_t)store_integer(&answer, 0), a < b ? a : b, a < b ? b : a,
							       store_text(&answer, 4) != NULL, text_key(arena, topic ? topic : "")};
	}
	return store_end(&answer, error);
}

/* How many pairs of characters of one text are in the other, of *all. */
static size_t count_common(const char *text, const char *other, size_t *all)
{
	size_t common = 0;

	*all = 0;
	for (const char *at = text, *next; *at; at = next) {
		const char *end;
		char pair[16];

		next = at;
		text_next(&next);
		end = next;
		if (!*end)
			break;
		text_next(&end);
		snprintf(pair, sizeof pair, "%.*s", (int)(end - at), at);
		common += strstr(other, pair) != NULL;
		++*all;
	}
	return common;
}

static bool resemble(const char *a, const char *b)
{
	const char *shorter = strlen(a) < strlen(b) ? a : b;
	size_t all, common = count_common(shorter, shorter == a ? b : a, &all);

	return all && 3 * common >= 2 * all;
}

static bool may_be_one_tie(const void *self, uint32_t one, uint32_t other)
{
	const struct statement *a = (const struct statement *)self + one, *b = (const struct statement *)self + other;

	if ((a->is_extracted && !*a->topic) || (b->is_extracted && !*b->topic))
		return true;
	return (a->is_extracted || b->is_extracted) && resemble(a->topic, b->topic);
}

/* The statements about one pair: tie[i] is the first of those that are of one tie with statement i. */
static void join_statements(const struct statement *statements, size_t count, uint32_t *tie)
{
	struct maybe *maybes = NULL;
	size_t maybe_count = 0, capacity = 0;

	for (uint32_t i = 0; i < count; i++)
		tie[i] = i && are_one_tie(&statements[i - 1], &statements[i]) ? tie[i - 1] : i;
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t k = 0; statements[i].is_extracted && k < count; k++) {
			if (tie[i] == tie[k] || !may_be_one_tie(statements, i, k))
				continue;
			maybes = array_room(maybes, maybe_count, &capacity, sizeof *maybes);
			maybes[maybe_count++] = (struct maybe){i, k};
		}
	units_join(tie, count, maybes, maybe_count, may_be_one_tie, statements);
	free(maybes);
}

/* What a list states stands for the tie, before what was extracted; of those the first. */
static vg_status write_ties(const struct statement *statements, size_t count, const uint32_t *tie, vg_graph *graph, vg_error *error)
{
	uint32_t *best = memory_get(count * sizeof *best);
	vg_status status = VG_OK;

	for (uint32_t i = 0; i < count; i++)
		best[i] = i;
	for (uint32_t i = 0; i < count; i++) {
		const struct statement *known = &statements[best[tie[i]]], *one = &statements[i];

		if (one->is_extracted != known->is_extracted ? known->is_extracted : one->cooperation < known->cooperation)
			best[tie[i]] = i;
	}
	for (uint32_t i = 0; i < count && !status; i++)
		if (best[tie[i]] != i)
			status = store_do(graph, QUERY_PUT_SAME_COOPERATION, error, "ii", (int64_t)statements[i].cooperation,
					  (int64_t)statements[best[tie[i]]].cooperation);
	free(best);
	return status;
}

vg_status ties_settle(const struct names *names, vg_graph *graph, vg_error *error)
{
	struct statement *statements = NULL;
	struct arena arena = {0};
	size_t count = 0;
	uint32_t *tie;
	vg_status status = load_statements(&statements, &count, &arena, names, graph, error);

	if (!status)
		status = store_do(graph, QUERY_DROP_SAME_COOPERATIONS, error, "");
	if (count)
		qsort(statements, count, sizeof *statements, compare_statements);
	tie = memory_get((count + 1) * sizeof *tie);
	for (size_t first = 0, end; first < count && !status; first = end) {
		for (end = first + 1; end < count && statements[end].low == statements[first].low &&
				      statements[end].high == statements[first].high;)
			end++;
		join_statements(statements + first, end - first, tie);
		status = write_ties(statements + first, end - first, tie, graph, error);
	}
	free(tie);
	free(statements);
	arena_free(&arena);
	return status;
}
