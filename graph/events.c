/* events.c - which reports are of one event, and which statements of one tie: made anew from what was said, once it is
 * settled who is who. */
#include "graph/intake.h"

#include <stdlib.h>

/* One report of an occasion that shares its likeness with another. */
struct report {
	uint64_t likeness;
	uint32_t occasion, event; /* event: index of the report that stands for it, while they are joined */
	const char *signature;    /* type, date, hosts, visitors and place, as entities */
	const char *own_id;
	int64_t import;
	bool is_dated;
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

		text_print(&signature, "%d %s/%s @%u", (int)store_integer(&answer, 0), date ? date : "", until ? until : "",
			   store_integer(&answer, 3) ? entity_of(names, store_integer(&answer, 3)) : 0);
		report->own_id = arena_text(arena, store_text(&answer, 4));
		report->import = store_integer(&answer, 5);
		report->is_dated = date != NULL;
	}
	if (!(status = store_end(&answer, error)))
		status = sign_parties(&signature, names, graph, report->occasion, error);
	report->signature = arena_text(arena, signature.bytes ? signature.bytes : "");
	text_free(&signature);
	return status;
}

/* A source's own number decides within that source. Otherwise everything must agree; and since an unknown date agrees with
 * nothing, undated reports are of one event only across sources, each source's first with the other's first. */
static bool are_one_event(const struct report *a, const struct report *b)
{
	if (a->import == b->import) {
		if (a->own_id && b->own_id)
			return !strcmp(a->own_id, b->own_id);
		if (!a->is_dated)
			return false;
	}
	return !strcmp(a->signature, b->signature);
}

static uint32_t event_root(const struct report *reports, uint32_t index)
{
	while (reports[index].event != index)
		index = reports[index].event;
	return index;
}

static bool can_join(const struct report *reports, size_t first, size_t event, size_t newcomer)
{
	for (size_t i = first; i < newcomer; i++)
		if (event_root(reports, (uint32_t)i) == event && !are_one_event(&reports[i], &reports[newcomer]))
			return false;
	return true;
}

/* Reports of one likeness, in order of occasion: each joins the first event with all of whose reports it agrees. */
static void join_twins(struct report *reports, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		for (size_t k = first; k < i; k++) {
			uint32_t event = event_root(reports, (uint32_t)k);

			if (event == k && event_root(reports, (uint32_t)i) == i && are_one_event(&reports[k], &reports[i]) &&
			    can_join(reports, first, event, i)) {
				reports[i].event = event;
				break;
			}
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
						     .occasion = (uint32_t)store_integer(&answer, 1),
						     .event = (uint32_t)*count};
		status = load_report(&(*reports)[(*count)++], arena, names, graph, error);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

vg_status events_settle(const struct names *names, vg_graph *graph, vg_error *error)
{
	struct report *reports = NULL;
	struct arena arena = {0};
	size_t count = 0;
	vg_status status = load_reports(&reports, &count, &arena, names, graph, error);

	for (size_t first = 0, end; first < count; first = end) {
		for (end = first + 1; end < count && reports[end].likeness == reports[first].likeness;)
			end++;
		join_twins(reports, first, end);
	}
	join_entries(reports, count);
	if (!status)
		status = store_do(graph, QUERY_DROP_SAME_OCCASIONS, error, "");
	for (size_t i = 0; i < count && !status; i++) {
		uint32_t event = reports[event_root(reports, (uint32_t)i)].occasion;

		if (event != reports[i].occasion)
			status = store_do(graph, QUERY_PUT_SAME_OCCASION, error, "ii", (int64_t)reports[i].occasion, (int64_t)event);
	}
	free(reports);
	arena_free(&arena);
	return status;
}

/* ── Ties ────────────────────────────────────────────────────────────────────────────────────────────────
 * The same pair on the same topic is one tie, which moves along from status to status. */

struct statement {
	uint32_t cooperation, low, high;
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
							       text_key(arena, topic ? topic : "")};
	}
	return store_end(&answer, error);
}

vg_status ties_settle(const struct names *names, vg_graph *graph, vg_error *error)
{
	struct statement *statements = NULL;
	struct arena arena = {0};
	size_t count = 0, tie = 0;
	vg_status status = load_statements(&statements, &count, &arena, names, graph, error);

	if (!status)
		status = store_do(graph, QUERY_DROP_SAME_COOPERATIONS, error, "");
	if (count)
		qsort(statements, count, sizeof *statements, compare_statements);
	for (size_t i = 0; i < count && !status; i++) {
		if (!are_one_tie(&statements[tie], &statements[i]))
			tie = i;
		if (tie != i)
			status = store_do(graph, QUERY_PUT_SAME_COOPERATION, error, "ii", (int64_t)statements[i].cooperation,
					  (int64_t)statements[tie].cooperation);
	}
	free(statements);
	arena_free(&arena);
	return status;
}
