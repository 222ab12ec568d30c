/* retellings.c - which reports, extracted from running text, tell again what another source tells.
 *
 * Lists are compared word by word (events.c). A newspaper names a delegation where a list names who leads it, leaves out the
 * place, and calls a meeting what was put down as a visit. So a report that was extracted and one of another source may be of
 * one event where nothing that both say differs:
 *
 *   dates   the same as far as both are known (2月1日 of a page without a year, 2023-02-01 of a list); or both not known at all;
 *   types   the same, or a visit and a meeting;
 *   sides   who visits and who receives: somebody is on the same side of both; where both name persons there, a person, else
 *           the party that they come from. What was extracted names nobody as host whom the other does not have: a text
 *           may tell several stops at once.
 *
 * They are joined where that leaves no choice (units_join), first those of one type, then the others. Two rows of lists are
 * never joined by this, nor are two sentences of one article. */
#include "graph/retellings.h"

#include "graph/build.h"
#include "graph/intake.h"

#include <stdlib.h>

/* ── Where there is no choice ────────────────────────────────────────────────────────────────────────── */

enum { MOST_IN_ONE = 100 };

static uint32_t root_of(uint32_t *root, uint32_t i)
{
	while (root[i] != i)
		i = root[i] = root[root[i]];
	return i;
}

struct placed {
	uint32_t root, item;
};

static int compare_placed(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

static void join_placed(uint32_t *unit, const struct placed *placed, size_t count,
			bool (*may_be_one)(const void *self, uint32_t a, uint32_t b), const void *self)
{
	if (count > MOST_IN_ONE)
		return;
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count; k++)
			if (unit[placed[i].item] != unit[placed[k].item] &&
			    !may_be_one(self, placed[i].item, placed[k].item))
				return;
	for (size_t i = 1; i < count; i++)
		unit[placed[i].item] = unit[placed[0].item];
}

void units_join(uint32_t *unit, size_t count, const struct maybe *maybes, size_t maybe_count,
		bool (*may_be_one)(const void *self, uint32_t a, uint32_t b), const void *self)
{
	uint32_t *root = memory_get((count + 1) * sizeof *root);
	struct placed *placed = memory_get((count + 1) * sizeof *placed);

	memcpy(root, unit, count * sizeof *root);
	for (size_t i = 0; i < maybe_count; i++) {
		uint32_t a = root_of(root, maybes[i].a), b = root_of(root, maybes[i].b);

		root[a > b ? a : b] = a > b ? b : a;
	}
	for (uint32_t i = 0; i < count; i++)
		placed[i] = (struct placed){root_of(root, i), i};
	qsort(placed, count, sizeof *placed, compare_placed);
	for (size_t start = 0, end; start < count; start = end) {
		for (end = start + 1; end < count && placed[end].root == placed[start].root;)
			end++;
		join_placed(unit, placed + start, end - start, may_be_one, self);
	}
	free(placed);
	free(root);
}

/* ── Reports ─────────────────────────────────────────────────────────────────────────────────────────── */

struct participant {
	int role;
	uint32_t person, party; /* entities; 0: none */
};

struct report {
	uint32_t occasion, stands_for_it; /* the report that stands for it in lists, compared word by word */
	int64_t import;
	int type;
	vg_date date;
	char day[12];	  /* of an unknown year, where the date is not known */
	uint64_t article; /* a hash of its headline; 0: it has none */
	bool is_extracted;
	struct participant *participants;
	size_t participant_count;
};

struct facts {
	struct entity_fact *items;
	size_t count;
};

struct retelling {
	vg_graph *graph;
	const struct names *names;
	struct arena arena;
	struct id_map same;    /* occasion to the one that stands for its event */
	struct id_map indexes; /* occasion to report */
	struct report *reports;
	size_t count, capacity;
	struct id_map known; /* entity to its facts */
	struct facts *facts;
	size_t facts_count, facts_capacity;
	struct maybe *maybes;
	size_t maybe_count, maybe_capacity;
	bool is_one_type; /* only those of one type may be one */
};

static uint32_t entity_of(const struct names *names, uint32_t index)
{
	return index == NO_NAME ? 0 : names->items[names->items[index].entity].id;
}

static vg_status read_participants(struct retelling *all, struct report *report, vg_error *error)
{
	struct answer answer = store_ask(all->graph, QUERY_MENTIONS_OF, "ii", (int64_t)report->occasion << 10,
					 (int64_t)report->occasion << 10 | MOST_MENTIONS);
	size_t capacity = 0;

	while (store_next(&answer)) {
		uint32_t index = names_index(all->names, (uint32_t)store_integer(&answer, 1));
		struct participant one = {.role = (int)(store_integer(&answer, 2) & MENTION_ROLE)};

		if (one.role > VG_HOST || index == NO_NAME)
			continue;
		if (all->names->items[index].kind == NAME_OF_PERSON) {
			one.person = entity_of(all->names, index);
			index = names_index(all->names, one.person);
			index = all->names->items[index].organization;
		}
		one.party = entity_of(all->names, index);
		report->participants = arena_array_room(&all->arena, report->participants, report->participant_count,
							&capacity, sizeof one);
		report->participants[report->participant_count++] = one;
	}
	return store_end(&answer, error);
}

/* The index of an occasion's report, which is read where it was not yet. */
static vg_status find_report(struct retelling *all, uint32_t occasion, uint32_t *index, vg_error *error)
{
	uint32_t *known = id_map_find(&all->indexes, occasion), *same = id_map_find(&all->same, occasion);
	struct report report = {.occasion = occasion, .stands_for_it = same ? *same : occasion};
	struct answer answer;
	vg_status status;

	*index = known ? *known : (uint32_t)all->count;
	if (known)
		return VG_OK;
	answer = store_ask(all->graph, QUERY_OCCASION_IDENTITY, "i", (int64_t)occasion);
	if (store_next(&answer)) {
		report.type = (int)store_integer(&answer, 0);
		build_date(&report.date, &answer, 1);
		report.import = store_integer(&answer, 5);
		snprintf(report.day, sizeof report.day, "%s", store_text(&answer, 6) ? store_text(&answer, 6) : "");
		report.is_extracted = store_text(&answer, 7) != NULL;
		if (report.is_extracted && store_text(&answer, 8))
			report.article = text_hash(store_text(&answer, 8), strlen(store_text(&answer, 8)), 1);
	}
	if ((status = store_end(&answer, error)) || (status = read_participants(all, &report, error)))
		return status;
	all->reports = array_room(all->reports, all->count, &all->capacity, sizeof report);
	all->reports[all->count] = report;
	id_map_put(&all->indexes, occasion, (uint32_t)all->count++);
	return VG_OK;
}

/* ── What may be one ─────────────────────────────────────────────────────────────────────────────────── */

/* As far as both are known. */
static bool is_same_day(const char *a, const char *b)
{
	size_t length_a = strlen(a), length_b = strlen(b);

	return !memcmp(a, b, length_a < length_b ? length_a : length_b);
}

/* The day of a year, as far as it is known: "-02-01"; "" where it is not at all. */
static const char *day_of_year(const struct report *report)
{
	return *report->day ? report->day + 1 : strlen(report->date.from) > 4 ? report->date.from + 4 : "";
}

static bool agree_on_date(const struct report *a, const struct report *b)
{
	if (*a->day || *b->day)
		return *day_of_year(a) && *day_of_year(b) && is_same_day(day_of_year(a), day_of_year(b));
	return !*a->date.from == !*b->date.from && is_same_day(a->date.from, b->date.from) &&
	       is_same_day(a->date.until, b->date.until);
}

static bool agree_on_side(const struct report *a, const struct report *b, int role)
{
	bool has_persons_a = false, has_persons_b = false, is_one_party = false;

	for (size_t i = 0; i < a->participant_count; i++)
		for (size_t k = 0; k < b->participant_count; k++) {
			const struct participant *x = &a->participants[i], *y = &b->participants[k];

			if (x->role != role || y->role != role)
				continue;
			if (x->person && x->person == y->person)
				return true;
			has_persons_a |= x->person != 0;
			has_persons_b |= y->person != 0;
			is_one_party |= x->party && x->party == y->party;
		}
	return is_one_party && !(has_persons_a && has_persons_b);
}

/* Whether all parties that receive in the one receive in the other. */
static bool hosts_are_among(const struct report *one, const struct report *other)
{
	for (size_t i = 0; i < one->participant_count; i++) {
		const struct participant *host = &one->participants[i];
		bool is_there = host->role != VG_HOST || !host->party;

		for (size_t k = 0; k < other->participant_count && !is_there; k++)
			is_there = other->participants[k].role == VG_HOST &&
				   other->participants[k].party == host->party;
		if (!is_there)
			return false;
	}
	return true;
}

static bool agree_on_type(const struct report *a, const struct report *b, bool is_strict)
{
	return a->type == b->type || (!is_strict && a->type <= VG_MEETING && b->type <= VG_MEETING);
}

/* Two files, or two articles of one. */
static bool are_two_sources(const struct report *a, const struct report *b)
{
	return a->import != b->import || (a->article && b->article && a->article != b->article);
}

static bool may_be_one(const void *self, uint32_t one, uint32_t other)
{
	const struct retelling *all = self;
	const struct report *a = &all->reports[one], *b = &all->reports[other];

	return are_two_sources(a, b) && (a->is_extracted || b->is_extracted) && agree_on_type(a, b, all->is_one_type) &&
	       agree_on_date(a, b) && agree_on_side(a, b, VG_VISITOR) && agree_on_side(a, b, VG_HOST) &&
	       (!a->is_extracted || hosts_are_among(a, b)) && (!b->is_extracted || hosts_are_among(b, a));
}

/* ── Who else tells of it: the facts that somebody of either side has in common ──────────────────────── */

static vg_status facts_of(struct retelling *all, uint32_t entity, struct facts *facts, vg_error *error)
{
	uint32_t *known = entity ? id_map_find(&all->known, entity) : NULL;
	vg_status status;

	*facts = (struct facts){0};
	if (known)
		*facts = all->facts[*known];
	if (known || !entity)
		return VG_OK;
	if ((status = build_facts_of(all->graph, entity, &facts->items, &facts->count, error))) {
		free(facts->items);
		return status;
	}
	all->facts = array_room(all->facts, all->facts_count, &all->facts_capacity, sizeof *facts);
	all->facts[all->facts_count] = *facts;
	id_map_put(&all->known, entity, (uint32_t)all->facts_count++);
	return VG_OK;
}

static int compare_facts(const void *a, const void *b)
{
	const struct entity_fact *x = a, *y = b;

	return x->fact < y->fact ? -1 : x->fact > y->fact;
}

static bool has_fact(const struct facts *facts, uint32_t fact, uint8_t role)
{
	const struct entity_fact wanted = {.fact = fact}, *found;

	found = facts->count ? bsearch(&wanted, facts->items, facts->count, sizeof wanted, compare_facts) : NULL;
	return found && found->roles & role;
}

/* More than one unit can have are not kept: then it is known already that none of them will be joined. */
static void add_maybe(struct retelling *all, uint32_t index, uint32_t other, size_t found[2])
{
	bool is_one_type = all->reports[index].type == all->reports[other].type;

	if (++found[is_one_type] > MOST_IN_ONE + 1)
		return;
	all->maybes = array_room(all->maybes, all->maybe_count, &all->maybe_capacity, sizeof *all->maybes);
	all->maybes[all->maybe_count++] = (struct maybe){index, other};
}

/* The occasions on which one visited the other: those of the one with fewer, as far as the other was there. `found`: how many
 * may be one with this, of another type and of its own. */
static vg_status consider_pair(struct retelling *all, uint32_t index, uint32_t visitor, uint32_t host, size_t found[2],
			       vg_error *error)
{
	enum { AS_VISITOR = 1 << LINK_VISITOR, AS_HOST = 1 << LINK_HOST };
	struct facts visits, receptions, *few = &visits, *many = &receptions;
	uint8_t role = AS_VISITOR;
	vg_status status;

	if ((status = facts_of(all, visitor, &visits, error)) || (status = facts_of(all, host, &receptions, error)))
		return status;
	if (receptions.count < visits.count) {
		few = &receptions;
		many = &visits;
		role = AS_HOST;
	}
	for (size_t i = 0; i < few->count && !status && found[true] <= MOST_IN_ONE; i++) {
		uint32_t fact = few->items[i].fact, other;

		if (fact == all->reports[index].occasion || !(few->items[i].roles & role) ||
		    !has_fact(many, fact, role ^ (AS_VISITOR | AS_HOST)) ||
		    (status = find_report(all, fact, &other, error)) || !may_be_one(all, index, other))
			continue;
		add_maybe(all, index, other, found);
	}
	return status;
}

static vg_status consider(struct retelling *all, uint32_t index, vg_error *error)
{
	const struct participant *who = all->reports[index].participants; /* in the arena: it stays where it is */
	size_t count = all->reports[index].participant_count, found[2] = {0};
	vg_status status = VG_OK;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < count; k++) {
			if (who[i].role != VG_VISITOR || who[k].role != VG_HOST)
				continue;
			for (int pair = 0; pair < 4 && !status; pair++)
				status = consider_pair(all, index, pair & 1 ? who[i].person : who[i].party,
						       pair & 2 ? who[k].person : who[k].party, found, error);
		}
	return status;
}

/* Everything that was extracted, and whatever else may tell of the same. */
static vg_status collect(struct retelling *all, vg_error *error)
{
	struct answer answer = store_ask(all->graph, QUERY_ALL_EXTRACTED, "");
	size_t extracted;
	uint32_t index;
	vg_status status = VG_OK;

	while (!status && store_next(&answer))
		status = find_report(all, (uint32_t)store_integer(&answer, 0), &index, error);
	status = status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
	extracted = all->count;
	for (uint32_t i = 0; i < extracted && !status; i++)
		status = consider(all, i, error);
	return status;
}

/* ── Joining ─────────────────────────────────────────────────────────────────────────────────────────── */

/* With a report come all those that are of its event word by word. */
static vg_status complete(struct retelling *all, const struct same_events *same, vg_error *error)
{
	struct id_map touched = {0};
	uint32_t index;
	vg_status status = VG_OK;

	for (size_t i = 0; i < all->count; i++)
		id_map_put(&touched, all->reports[i].stands_for_it, 1);
	for (size_t i = 0; i < same->count && !status; i++)
		if (id_map_find(&touched, same->items[i].event) &&
		    !(status = find_report(all, same->items[i].occasion, &index, error)))
			status = find_report(all, same->items[i].event, &index, error);
	id_map_free(&touched);
	return status;
}

static void join(struct retelling *all, uint32_t *unit)
{
	for (uint32_t i = 0; i < all->count; i++)
		unit[i] = *id_map_find(&all->indexes, all->reports[i].stands_for_it);
	for (int pass = 0; pass < 2; pass++) {
		size_t count = 0;
		struct maybe *maybes = memory_get((all->maybe_count + 1) * sizeof *maybes);

		all->is_one_type = !pass;
		for (size_t i = 0; i < all->maybe_count; i++)
			if (may_be_one(all, all->maybes[i].a, all->maybes[i].b))
				maybes[count++] = all->maybes[i];
		units_join(unit, all->count, maybes, count, may_be_one, all);
		free(maybes);
	}
}

/* What a list states stands for the event, before what was extracted. */
static bool stands_before(const struct report *a, const struct report *b)
{
	return a->is_extracted != b->is_extracted ? b->is_extracted : a->occasion < b->occasion;
}

static void write_down(struct same_events *same, const struct retelling *all, const uint32_t *unit)
{
	uint32_t *best = memory_get((all->count + 1) * sizeof *best);
	size_t kept = 0;

	for (size_t i = 0; i < same->count; i++)
		if (!id_map_find(&all->indexes, same->items[i].occasion))
			same->items[kept++] = same->items[i];
	same->count = kept;
	for (uint32_t i = 0; i < all->count; i++)
		best[i] = i;
	for (uint32_t i = 0; i < all->count; i++)
		if (stands_before(&all->reports[i], &all->reports[best[unit[i]]]))
			best[unit[i]] = i;
	for (uint32_t i = 0; i < all->count; i++) {
		uint32_t event = all->reports[best[unit[i]]].occasion;

		if (event == all->reports[i].occasion)
			continue;
		same->items = array_room(same->items, same->count, &same->capacity, sizeof *same->items);
		same->items[same->count++] = (struct same_event){all->reports[i].occasion, event};
	}
	free(best);
}

static void free_all(struct retelling *all)
{
	for (size_t i = 0; i < all->facts_count; i++)
		free(all->facts[i].items);
	free(all->facts);
	free(all->reports);
	free(all->maybes);
	id_map_free(&all->same);
	id_map_free(&all->indexes);
	id_map_free(&all->known);
	arena_free(&all->arena);
}

vg_status retellings_join(struct same_events *same, const struct names *names, vg_graph *graph, vg_error *error)
{
	struct retelling all = {.graph = graph, .names = names};
	vg_status status;

	for (size_t i = 0; i < same->count; i++)
		id_map_put(&all.same, same->items[i].occasion, same->items[i].event);
	if (!(status = collect(&all, error)) && all.count && !(status = complete(&all, same, error))) {
		uint32_t *unit = memory_get(all.count * sizeof *unit);

		join(&all, unit);
		write_down(same, &all, unit);
		free(unit);
	}
	free_all(&all);
	return status;
}
