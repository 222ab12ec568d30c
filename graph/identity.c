/* identity.c - who is who: which names stand for one entity.
 *
 * A function of what the sources said and of nothing else: it is computed anew after each import, over all names that can
 * have been affected, so that neither the order of imports nor an earlier inference can show in the result. The rules (see INTERFACE, "Who is who"):
 *
 *   parties   the same key, the same code, one public body in other words (bodies.c), or an alias that only one of them claims: one
 *             entity. What a text calls somebody by counts where no list claims or lists that name.
 *   persons   the same key and the same organization: one person; the same key in an organization and in one that it is
 *             part of, as a public body is of its division: one person, unless several parts have one; a bare name: the
 *             only person of that key, if no title tells otherwise, else a person of its own.
 *
 * Names are joined in a forest of disjoint sets (Tarjan 1975). An alias or a bare name that fits several is left apart and
 * told of: nothing is guessed. */
#include "graph/identity.h"

#include <stdlib.h>

enum { MOST_TOLD = 10 };

uint32_t forest_root(const struct forest *forest, uint32_t index)
{
	while (forest->root[index] != index)
		index = forest->root[index] = forest->root[forest->root[index]];
	return index;
}

bool forest_join(struct forest *forest, uint32_t a, uint32_t b)
{
	a = forest_root(forest, a);
	b = forest_root(forest, b);
	if (a < b)
		forest->root[b] = a;
	else
		forest->root[a] = b;
	return a != b;
}

/* ── What was said ───────────────────────────────────────────────────────────────────────────────────── */

static vg_status load_claims(struct claim **claims, size_t *count, const struct names *names, vg_graph *graph, enum query query,
			     vg_error *error)
{
	struct answer answer = store_ask(graph, query, "");
	size_t capacity = 0;

	while (store_next(&answer)) {
		struct claim claim = {.by = names_index(names, (uint32_t)store_integer(&answer, 0)),
				      .on = names_index(names, (uint32_t)store_integer(&answer, 1)),
				      .is_extracted = store_text(&answer, 2) != NULL};

		if (claim.by == NO_NAME || claim.on == NO_NAME)
			continue;
		*claims = array_room(*claims, *count, &capacity, sizeof **claims);
		(*claims)[(*count)++] = claim;
	}
	return store_end(&answer, error);
}

static void add_group(struct forest *forest, uint32_t first, size_t *capacity)
{
	const struct name *names = forest->names->items;
	size_t start = forest->member_count;

	for (uint32_t i = first; i != NO_NAME; i = names[i].next) {
		forest->members = array_room(forest->members, forest->member_count, capacity, sizeof *forest->members);
		forest->members[forest->member_count++] = (struct member){.index = i, .organization = names[i].organization};
	}
	for (size_t i = start; i < forest->member_count; i++)
		forest->members[i].group_end = (uint32_t)forest->member_count;
}

/* Whether this source can have changed nothing of a key that it does not name. Who the persons of a key are depends on
 * the names with that key, on which organizations are one, and on which are parts of others; a new name alone never makes
 * two organizations one. But a description may, and an alias ties keys to each other. */
static bool may_leave_settled(const struct forest *forest)
{
	if (forest_has_new_parents(forest))
		return false;
	for (size_t i = 0; i < forest->alias_count; i++)
		if (forest->names->items[forest->aliases[i].on].kind == NAME_OF_PERSON)
			return false;
	return !forest->names->has_new_claims;
}

/* Whose key was named is to be settled anew. A key's names lie anywhere, so only these are gone through. */
static void unsettle_named(struct forest *forest)
{
	const struct names *names = forest->names;

	for (uint32_t i = 0; i < names->count; i++) {
		uint32_t named = names->items[i].is_touched && names->items[i].kind == NAME_OF_PERSON ? names_first(names, i) : NO_NAME;

		if (named == NO_NAME || !forest->is_settled[named])
			continue;
		for (; named != NO_NAME; named = names->items[named].next) {
			forest->root[named] = named;
			forest->is_settled[named] = false;
		}
	}
}

/* Side by side, for they are gone through several times and lie anywhere. */
static void find_groups(struct forest *forest)
{
	const struct names *names = forest->names;
	size_t capacity = 0;

	for (uint32_t i = 0; i < names->count; i++)
		if (!forest->is_settled[i] && names->items[i].is_first && names->items[i].next != NO_NAME)
			add_group(forest, i, &capacity);
}

vg_status identity_open(struct forest *forest, struct names *names, vg_error *error)
{
	vg_graph *graph = names->graph;
	vg_status status;

	*forest = (struct forest){.names = names};
	if (!(status = load_claims(&forest->aliases, &forest->alias_count, names, graph, QUERY_ALL_NAMINGS, error)) &&
	    !(status = load_claims(&forest->parents, &forest->parent_count, names, graph, QUERY_ALL_PARENTS, error)))
		status = load_claims(&forest->codes, &forest->code_count, names, graph, QUERY_SAME_CODES, error);
	return status;
}

/* Everybody is apart, but for those that were settled and stay so. */
static void plant(struct forest *forest)
{
	size_t count = forest->names->count;
	bool leaves_settled;

	names_chain(forest->names, false);
	leaves_settled = may_leave_settled(forest);
	if (!leaves_settled)
		names_chain(forest->names, true);
	forest->root = memory_get(count * sizeof *forest->root);
	forest->parent = memory_get(count * sizeof *forest->parent);
	forest->is_alias = memory_get(count);
	forest->is_settled = memory_get(count);
	for (uint32_t i = 0; i < count; i++) {
		const struct name *name = &forest->names->items[i];

		forest->is_settled[i] = leaves_settled && name->kind == NAME_OF_PERSON && name->stored != NO_NAME;
		forest->root[i] = forest->is_settled[i] ? name->stored : i;
		forest->parent[i] = NO_NAME;
	}
	for (size_t i = 0; i < forest->alias_count; i++)
		forest->is_alias[forest->aliases[i].on] = true;
	if (leaves_settled)
		unsettle_named(forest);
	find_groups(forest);
}

void identity_free(struct forest *forest)
{
	free(forest->root);
	free(forest->members);
	free(forest->parent);
	free(forest->is_alias);
	free(forest->is_settled);
	free(forest->aliases);
	free(forest->parents);
	free(forest->codes);
	*forest = (struct forest){0};
}

/* ── Names that fit several ──────────────────────────────────────────────────────────────────────────── */

static const char *describe(struct arena *arena, const struct names *names, uint32_t index)
{
	const struct name *name = &names->items[index];

	if (name->organization == NO_NAME)
		return names_text(names, name);
	return arena_print(arena, "%s@%s", names_text(names, name), names_text(names, &names->items[name->organization]));
}

void forest_tell_unsettled(struct forest *forest, uint32_t index, uint32_t one, uint32_t other)
{
	struct names *names = forest->names;

	const struct name *name = &names->items[index];
	bool was_settled = name->stored != NO_NAME && name->stored != index; /* and is not any more: this source did that */

	if ((!name->is_touched && !was_settled) || forest->unsettled++ >= MOST_TOLD)
		return;
	tell(forest->listener, VG_NOTE, NULL, _("'%s' fits several, such as '%s' and '%s': left apart"),
	     names_text(names, &names->items[index]), describe(&names->scratch, names, one),
	     describe(&names->scratch, names, other));
	arena_reset(&names->scratch);
}

/* ── Aliases ─────────────────────────────────────────────────────────────────────────────────────────── */

static int compare_claims(const void *a, const void *b)
{
	const struct claim *x = a, *y = b;

	if (x->root != y->root)
		return x->root < y->root ? -1 : 1;
	return x->by < y->by ? -1 : x->by > y->by;
}

/* The places list and the organizations list cannot mean the same by it. */
static bool is_contradicted(const struct names *names, const struct claim *claim)
{
	enum { PLACE = LISTED_AS_PLACE, ORGANIZATION = LISTED_AS_ORGANIZATION };
	uint8_t by = names->items[claim->by].said & (PLACE | ORGANIZATION);
	uint8_t on = names->items[claim->on].said & (PLACE | ORGANIZATION);

	return by && on && !(by & on);
}

/* A text calls one of many zones 高新区, and means it there and nowhere else: its claim counts only on what no list knows. */
static bool is_void(const struct forest *forest, const struct claim *claim, bool is_stated)
{
	enum { LISTED = LISTED_AS_PLACE | LISTED_AS_ORGANIZATION };

	return claim->is_extracted && (is_stated || !forest->hears_text || forest->names->items[claim->on].said & LISTED);
}

/* The claimer that a run of claims on one name agrees on, or NO_NAME; *other is one that it does not agree with. */
static uint32_t only_claimer(const struct forest *forest, const struct claim *claims, size_t count, uint32_t *other)
{
	uint32_t only = NO_NAME;
	bool is_stated = false;

	for (size_t i = 0; i < count; i++)
		is_stated |= !claims[i].is_extracted;
	for (size_t i = 0; i < count; i++) {
		uint32_t by = forest_root(forest, claims[i].by);

		if (by == forest_root(forest, claims[i].on) || is_contradicted(forest->names, &claims[i]) ||
		    is_void(forest, &claims[i], is_stated))
			continue;
		if (only != NO_NAME && forest_root(forest, only) != by) {
			*other = claims[i].by;
			return NO_NAME;
		}
		only = claims[i].by;
	}
	return only;
}

/* One run of claims on one set of names: joined when they agree. */
static bool join_claimed(struct forest *forest, const struct claim *claims, size_t count, bool is_told)
{
	uint32_t other = NO_NAME, only = only_claimer(forest, claims, count, &other);

	if (only != NO_NAME)
		forest_join(forest, only, claims->root);
	else if (is_told && other != NO_NAME)
		forest_tell_unsettled(forest, claims->on, claims->by, other);
	return only != NO_NAME;
}

static bool join_all_claimed(struct forest *forest, enum name_kind kind, bool is_told)
{
	bool has_changed = false;

	for (size_t i = 0; i < forest->alias_count; i++)
		forest->aliases[i].root = forest_root(forest, forest->aliases[i].on);
	if (forest->alias_count)
		qsort(forest->aliases, forest->alias_count, sizeof *forest->aliases, compare_claims);
	for (size_t start = 0, end; start < forest->alias_count; start = end) {
		const struct claim *claims = &forest->aliases[start];

		for (end = start + 1; end < forest->alias_count && forest->aliases[end].root == claims->root;)
			end++;
		if (forest->names->items[claims->on].kind == kind)
			has_changed |= join_claimed(forest, claims, end - start, is_told);
	}
	return has_changed;
}

/* Joins every alias with its only claimer, until nothing changes, for one joining may settle another claim: first what is
 * stated, then what was extracted; then tells of what is left. */
void forest_join_aliases(struct forest *forest, enum name_kind kind)
{
	for (int pass = 0; pass < 2; pass++) {
		forest->hears_text = pass;
		while (join_all_claimed(forest, kind, false))
			;
	}
	join_all_claimed(forest, kind, true);
}

/* ── Parties ─────────────────────────────────────────────────────────────────────────────────────────── */

static void join_parties(struct forest *forest)
{
	for (size_t i = 1; i < forest->member_count; i++) {
		const struct member *before = &forest->members[i - 1];

		if (before->group_end != i && forest->names->items[before->index].kind == NAME_OF_PARTY)
			forest_join(forest, before->index, forest->members[i].index);
	}
	for (size_t i = 0; i < forest->code_count; i++)
		forest_join(forest, forest->codes[i].by, forest->codes[i].on);
}

/* How divisions, zones and parks end; and what ends like one but is none. */
static const char *const division_endings[] = {"省", "市", "区", "县", "州", "旗", "盟", "镇", "乡", "村", "街道", "新城", "园区", "产业园", "科技园", "工业园", "创业园", "社区", NULL};
static const char *const false_endings[] = {"军区", "战区", "超市", "门市", NULL};

bool key_ends_with(const char *text, const char *const *endings)
{
	size_t length = strlen(text);

	for (; *endings; endings++)
		if (length > strlen(*endings) && !strcmp(text + length - strlen(*endings), *endings))
			return true;
	return false;
}

bool key_is_division(const char *key)
{
	return key_ends_with(key, division_endings) && !key_ends_with(key, false_endings);
}

static bool is_place(const struct names *names, const struct name *name, uint8_t said)
{
	const char *key = names_key(names, name);

	if (said & (LISTED_AS_PLACE | LISTED_AS_ORGANIZATION))
		return said & LISTED_AS_PLACE;
	return !(said & SAID_AS_ORGANIZATION) || key_is_division(key);
}

/* ── Which name stands for all ───────────────────────────────────────────────────────────────────────── */

/* A listed name before others, a name before an alias, one with an organization before a bare one; among spellings the
 * shortest, then the first in byte order: nothing that depends on which came in first. */
static bool stands_before(const struct forest *forest, uint32_t a, uint32_t b)
{
	enum { LISTED = LISTED_AS_PLACE | LISTED_AS_ORGANIZATION | LISTED_AS_PERSON };
	const struct names *names = forest->names;
	const struct name *x = &names->items[a], *y = &names->items[b];
	size_t length_x, length_y;
	int order;

	if (!(x->said & LISTED) != !(y->said & LISTED))
		return x->said & LISTED;
	if (forest->is_alias[a] != forest->is_alias[b])
		return !forest->is_alias[a];
	if ((x->organization == NO_NAME) != (y->organization == NO_NAME))
		return x->organization != NO_NAME;
	length_x = strlen(names_text(names, x));
	length_y = strlen(names_text(names, y));
	if (length_x != length_y)
		return length_x < length_y;
	if ((order = strcmp(names_text(names, x), names_text(names, y))) || x->organization == NO_NAME)
		return order < 0;
	return strcmp(names_text(names, &names->items[x->organization]), names_text(names, &names->items[y->organization])) < 0;
}

static void choose_entities(struct forest *forest)
{
	struct names *names = forest->names;
	uint32_t *best = memory_get(names->count * sizeof *best);
	uint8_t *said = memory_get(names->count);

	for (uint32_t i = 0; i < names->count; i++)
		best[i] = i;
	for (uint32_t i = 0; i < names->count; i++) {
		uint32_t root;

		if (forest->is_settled[i])
			continue;
		root = forest_root(forest, i);
		said[root] |= names->items[i].said;
		if (best[root] != i && stands_before(forest, i, best[root]))
			best[root] = i;
	}
	for (uint32_t i = 0; i < names->count; i++) {
		struct name *name = &names->items[i];
		uint32_t root;

		if (forest->is_settled[i])
			continue;
		root = forest_root(forest, i);
		name->entity = best[root];
		name->is_place = name->kind == NAME_OF_PARTY && is_place(names, &names->items[best[root]], said[root]);
	}
	free(best);
	free(said);
}

size_t identity_decide(struct forest *forest, const vg_listener *listener)
{
	forest->listener = listener;
	plant(forest);
	join_parties(forest);
	bodies_join(forest);
	forest_join_aliases(forest, NAME_OF_PARTY);
	forest_find_parents(forest);
	namesakes_join(forest);
	choose_entities(forest);
	return forest->unsettled;
}
