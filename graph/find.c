/* find.c - what a name may mean, and which names have a part. */
#include "graph/build.h"
#include "graph/names.h"
#include "graph/unicode.h"

#include <stdlib.h>

/* Entities, each once, in the order in which they were found. */
struct found {
	uint32_t *entities;
	size_t count, capacity;
};

static void found_add(struct found *found, uint32_t entity)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->entities[i] == entity)
			return;
	found->entities = array_room(found->entities, found->count, &found->capacity, sizeof *found->entities);
	found->entities[found->count++] = entity;
}

/* ── A name ──────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status find_entity_of(struct builder *builder, struct found *found, uint32_t name, vg_error *error)
{
	uint32_t entity;
	vg_status status = build_entity(builder, name, &entity, error);

	if (!status)
		found_add(found, entity);
	return status;
}

/* An alias that several claim stands for none of them, but whoever asks by it may mean any. */
static vg_status find_claimers(struct builder *builder, struct found *found, uint32_t name, vg_error *error)
{
	struct link_reader reader;
	vg_status status = VG_OK;

	links_open(&reader, builder->graph, name);
	while (!status && links_next(&reader)) {
		struct answer answer;

		if (reader.role != LINK_FACT)
			continue;
		answer = store_ask(builder->graph, QUERY_CLAIMERS, "iii", (int64_t)name, (int64_t)reader.fact << 10,
				   (int64_t)reader.fact << 10 | 1023);
		while (!status && store_next(&answer))
			status = find_entity_of(builder, found, (uint32_t)store_integer(&answer, 0), error);
		status = status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
	}
	return status ? (links_close(&reader, &(vg_error){0}), status) : links_close(&reader, error);
}

/* The names that have a key. What the index has are hashes of keys, so each is looked at. */
static struct answer ask_names(struct builder *builder, const char *key)
{
	int64_t row = names_key_row(key);

	return store_ask(builder->graph, QUERY_NAMES_BY_KEY, "ii", row, row + UINT32_MAX);
}

static bool next_name(struct answer *answer, struct builder *builder, const char *key, uint32_t *name)
{
	while (store_next(answer)) {
		*name = (uint32_t)store_integer(answer, 0);
		if (!strcmp(text_key(builder->arena, store_text(answer, 1)), key))
			return true;
	}
	return false;
}

static vg_status find_by_key(struct builder *builder, struct found *found, const char *name, vg_error *error)
{
	const char *key = text_key(builder->arena, name);
	struct answer answer = ask_names(builder, key);
	vg_status status = VG_OK;
	uint32_t id;

	while (!status && next_name(&answer, builder, key, &id))
		if (!(status = find_entity_of(builder, found, id, error)))
			status = find_claimers(builder, found, id, error);
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

static void find_by_number(struct found *found, const char *number)
{
	char *end;
	long long id = strtoll(number, &end, 10);

	if (id > 0 && id <= UINT32_MAX && !*end)
		found_add(found, (uint32_t)id);
}

/* Whether any of the names that stand for a person was said with the organization. */
static vg_status is_of(struct builder *builder, uint32_t person, const struct found *organizations, bool *is_one, vg_error *error)
{
	uint32_t *names = NULL;
	size_t count;
	vg_status status = build_names_of(builder->graph, person, &names, &count, error);

	*is_one = false;
	for (size_t i = 0; i < count && !status; i++) {
		struct answer answer = store_ask(builder->graph, QUERY_NODE, "i", (int64_t)names[i]);
		uint32_t organization = store_next(&answer) ? (uint32_t)store_integer(&answer, 2) : 0;

		if (!(status = store_end(&answer, error)))
			status = build_entity(builder, organization, &organization, error);
		for (size_t k = 0; k < organizations->count && !status; k++)
			*is_one |= organization && organizations->entities[k] == organization;
	}
	free(names);
	return status;
}

/* name@organization */
static vg_status find_in_organization(struct builder *builder, struct found *found, const char *name, const char *at, vg_error *error)
{
	struct found persons = {0}, organizations = {0};
	vg_status status = find_by_key(builder, &organizations, at + 1, error);

	if (!status)
		status = find_by_key(builder, &persons, arena_text_of(builder->arena, name, (size_t)(at - name)), error);
	for (size_t i = 0; i < persons.count && !status; i++) {
		bool is_one;

		status = is_of(builder, persons.entities[i], &organizations, &is_one, error);
		if (!status && is_one)
			found_add(found, persons.entities[i]);
	}
	free(persons.entities);
	free(organizations.entities);
	return status;
}

/* The nodes of what was found and is of the kind, marked. */
static vg_status build_found(struct builder *builder, const struct found *found, vg_kind kind, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < found->count && !status; i++) {
		size_t index;

		status = build_node(builder, found->entities[i], &index, error);
		if (status || index == VG_NONE || (kind && builder->view->nodes[index].kind != kind))
			continue;
		builder->view->nodes[index].matched = "name";
		status = describe_node(builder, index, error);
	}
	builder->view->link_count = 0; /* came with the descriptions */
	return status;
}

static vg_status find(struct builder *builder, struct found *found, const char *name, vg_error *error)
{
	const char *colon = strchr(name, ':'), *at = strrchr(name, '@');
	vg_kind kind = colon ? vg_kind_parse(arena_text_of(builder->arena, name, (size_t)(colon - name))) : VG_ANY_KIND;
	vg_status status = VG_OK;

	if (*name == '#')
		find_by_number(found, name + 1);
	if (!found->count)
		status = find_by_key(builder, found, name, error); /* a name may have all of these characters in it */
	if (!status && !found->count && kind) {
		name = colon + 1;
		at = strrchr(name, '@');
		status = find_by_key(builder, found, name, error);
	} else {
		kind = VG_ANY_KIND;
	}
	if (!status && !found->count && at)
		status = find_in_organization(builder, found, name, at, error);
	return status ? status : build_found(builder, found, kind, error);
}

static size_t count_matched(const vg_view *view)
{
	size_t count = 0;

	for (size_t i = 0; i < view->node_count; i++)
		count += view->nodes[i].matched != NULL;
	return count;
}

vg_status vg_find(vg_view **view, vg_graph *graph, const char *name, vg_error *error)
{
	struct builder builder;
	struct found found = {0};
	vg_status status;

	build_begin(&builder, graph, NULL);
	status = find(&builder, &found, name, error);
	if (!status && !count_matched(builder.view))
		status = fail(error, VG_NOT_FOUND, _("nobody and nothing is called '%s'"), name);
	free(found.entities);
	return build_end(&builder, view, status, error);
}

/* ── A part of a name ────────────────────────────────────────────────────────────────────────────────────
 * The index has every two neighbours as tokens (names.c), so what has all those of a word is a candidate, and a look at the
 * name itself decides. Words of letters may be pinyin, which is not kept: all keys are read aloud and compared, a million
 * visits' 350,000 in a tenth of a second. */

enum { MOST_WORDS = 8 };

struct word {
	const char *simple; /* key with simplified characters */
	const char *letters; /* without spaces and apostrophes, where it can be pinyin; else NULL */
};

/* How well a name fits all words: the worst of them. Smaller is better. */
enum fit { FITS_WHOLE, FITS_BEGINNING, FITS_INSIDE, FITS_PINYIN, FITS_INITIALS, FITS_NOT };

static const char *const fit_names[] = {"name", "name", "name", "pinyin", "initials"};

struct hit {
	uint32_t entity;
	enum fit fit;
	bool is_alias;
	size_t length, facts;
};

static const char *only_letters(struct arena *arena, const char *key)
{
	char *letters = arena_get(arena, strlen(key) + 1), *end = letters;

	for (; *key; key++) {
		if ((*key < 'a' || *key > 'z') && *key != ' ' && *key != '\'')
			return NULL;
		if (*key >= 'a')
			*end++ = *key;
	}
	return *letters ? letters : NULL;
}

static size_t cut_words(struct word *words, struct arena *arena, const char *text)
{
	const char *key = text_key(arena, text);
	size_t count = 0;

	while (*key && count < MOST_WORDS) {
		size_t length = strcspn(key, " ");
		char *one = arena_text_of(arena, key, length);

		if (length)
			words[count++] = (struct word){unicode_simplify(arena, one), only_letters(arena, one)};
		key += length + (key[length] == ' ');
	}
	return count;
}

static void put_token(struct text *query, const char *start, size_t length, const char *suffix)
{
	text_put(query, query->length ? " AND \"" : "\"");
	for (size_t i = 0; i < length; i++)
		text_add(query, start[i] == '"' ? "\"\"" : start + i, start[i] == '"' ? 2 : 1);
	text_print(query, "\"%s", suffix);
}

/* A word's neighbours; or, as the beginning of a token, its only character. */
static void put_word(struct text *query, const struct word *word)
{
	const char *before = word->simple, *at = before;

	text_next(&at);
	if (!*at)
		put_token(query, before, (size_t)(at - before), "*");
	while (*at) {
		const char *middle = at;

		text_next(&at);
		put_token(query, before, (size_t)(at - before), "");
		before = middle;
	}
}

static enum fit fit_of_word(const struct word *word, const char *simple, const struct spelling *spelling)
{
	const char *part = strstr(simple, word->simple);

	if (part)
		return !strcmp(simple, word->simple) ? FITS_WHOLE : part == simple ? FITS_BEGINNING : FITS_INSIDE;
	if (!word->letters || !spelling->count)
		return FITS_NOT;
	for (size_t i = 0; i < spelling->count && i < 8; i++)
		if (!strncmp(spelling->syllables + spelling->starts[i], word->letters, strlen(word->letters)))
			return FITS_PINYIN;
	return strncmp(spelling->initials, word->letters, strlen(word->letters)) ? FITS_NOT : FITS_INITIALS;
}

static enum fit fit_of(const struct word *words, size_t count, struct arena *arena, const char *key, bool is_person)
{
	const char *simple = unicode_simplify(arena, key);
	struct spelling spelling;
	enum fit worst = FITS_WHOLE;

	unicode_spell(&spelling, arena, simple, is_person);
	for (size_t i = 0; i < count; i++) {
		enum fit fit = fit_of_word(&words[i], simple, &spelling);

		if (fit > worst)
			worst = fit;
	}
	return worst;
}

struct hits {
	struct hit *items;
	size_t count, capacity;
	struct id_map by_entity;
};

static void add_hit(struct hits *hits, const struct hit *hit)
{
	uint32_t *known = id_map_find(&hits->by_entity, hit->entity);

	if (known) {
		struct hit *earlier = &hits->items[*known];

		if (hit->fit < earlier->fit || (hit->fit == earlier->fit && !hit->is_alias))
			*earlier = *hit;
		return;
	}
	id_map_put(&hits->by_entity, hit->entity, (uint32_t)hits->count);
	hits->items = array_room(hits->items, hits->count, &hits->capacity, sizeof *hits->items);
	hits->items[hits->count++] = *hit;
}

/* Every name that has the key. */
static vg_status add_names(struct builder *builder, struct hits *hits, const char *key, enum fit fit, vg_error *error)
{
	struct answer answer = ask_names(builder, key);
	vg_status status = VG_OK;
	uint32_t name;

	while (!status && next_name(&answer, builder, key, &name)) {
		struct hit hit = {.fit = fit, .length = strlen(key)};

		status = build_entity(builder, name, &hit.entity, error);
		hit.is_alias = hit.entity != name;
		if (!status)
			add_hit(hits, &hit);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

/* By the tokens of the words that are not letters; where all are, all names. */
static struct answer ask_candidates(struct builder *builder, struct text *query, const struct word *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!words[i].letters)
			put_word(query, &words[i]);
	return query->length ? store_ask(builder->graph, QUERY_PARTS, "t", query->bytes) : store_ask(builder->graph, QUERY_ALL_TEXTS, "");
}

/* Whether a key is a person's is not known here: both readings count. */
static enum fit best_fit(const struct word *words, size_t count, struct arena *arena, const char *key)
{
	enum fit as_person = fit_of(words, count, arena, key, true), as_party = fit_of(words, count, arena, key, false);

	return as_person < as_party ? as_person : as_party;
}

static vg_status find_hits(struct builder *builder, struct hits *hits, const struct word *words, size_t count, vg_error *error)
{
	struct text query = {0};
	struct arena scratch = {0};
	struct answer answer = ask_candidates(builder, &query, words, count);
	vg_status status = VG_OK;

	while (!status && store_next(&answer)) {
		const char *key = text_key(&scratch, store_text(&answer, 0)); /* a key's key is itself */
		enum fit fit = best_fit(words, count, &scratch, key);

		if (fit != FITS_NOT)
			status = add_names(builder, hits, key, fit, error);
		arena_reset(&scratch);
	}
	status = status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
	text_free(&query);
	arena_free(&scratch);
	return status;
}

/* An alias that is spelled like the name (another kind of bracket, other capitals) is no alias to the reader. */
static vg_status settle_aliases(struct builder *builder, struct hits *hits, const struct word *words, size_t count, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < hits->count && !status; i++) {
		struct hit *hit = &hits->items[i];
		struct answer answer = store_ask(builder->graph, QUERY_NODE, "i", (int64_t)hit->entity);

		if (hit->is_alias && store_next(&answer)) {
			enum fit own = best_fit(words, count, builder->arena, text_key(builder->arena, store_text(&answer, 1)));

			if (own <= hit->fit) {
				hit->fit = own;
				hit->is_alias = false;
			}
		}
		status = store_end(&answer, error);
	}
	return status;
}

static int compare_hits(const void *a, const void *b)
{
	const struct hit *x = a, *y = b;

	if (x->fit != y->fit)
		return x->fit < y->fit ? -1 : 1;
	if (x->is_alias != y->is_alias)
		return x->is_alias ? 1 : -1;
	if (x->length != y->length)
		return x->length < y->length ? -1 : 1;
	return x->entity < y->entity ? -1 : x->entity > y->entity;
}

static vg_status build_hits(struct builder *builder, struct hits *hits, size_t limit, vg_error *error)
{
	size_t kept = limit && limit < hits->count ? limit : hits->count, index;
	vg_status status = VG_OK;

	for (size_t i = 0; i < kept && !status; i++) {
		const struct hit *hit = &hits->items[i];

		if ((status = build_node(builder, hit->entity, &index, error)) || index == VG_NONE)
			break;
		builder->view->nodes[index].matched = hit->is_alias && hit->fit <= FITS_INSIDE ? "alias" : fit_names[hit->fit];
		status = describe_aliases(builder, index, error);
	}
	builder->view->left_out = hits->count - kept;
	return status;
}

static vg_status search(struct builder *builder, const char *text, const vg_query *query, vg_error *error)
{
	struct word words[MOST_WORDS];
	size_t count = cut_words(words, builder->arena, text);
	struct hits hits = {0};
	vg_status status = VG_OK;

	if (count)
		status = find_hits(builder, &hits, words, count, error);
	if (!status)
		status = settle_aliases(builder, &hits, words, count, error);
	if (hits.count)
		qsort(hits.items, hits.count, sizeof *hits.items, compare_hits);
	if (!status)
		status = build_hits(builder, &hits, query->limit, error);
	free(hits.items);
	id_map_free(&hits.by_entity);
	return status;
}

vg_status vg_search(vg_view **view, vg_graph *graph, const char *words, const vg_query *query, vg_error *error)
{
	struct builder builder;

	build_begin(&builder, graph, query);
	return build_end(&builder, view, search(&builder, words, query, error), error);
}

/* ── All names ───────────────────────────────────────────────────────────────────────────────────────── */

vg_status vg_names_list(vg_graph *graph, vg_status (*take)(void *self, vg_kind kind, const char *name, bool is_stated, vg_error *error),
			void *self, vg_error *error)
{
	struct answer answer;
	vg_status status = VG_OK;

	if (graph->is_new)
		return VG_OK;
	answer = store_ask(graph, QUERY_ALL_KNOWN_NAMES, "");
	while (!status && store_next(&answer)) {
		bool is_person = store_integer(&answer, 0) == NAME_OF_PERSON;

		status = take(self, is_person ? VG_PERSON : store_integer(&answer, 2) ? VG_PLACE : VG_ORGANIZATION,
			      store_text(&answer, 1), store_integer(&answer, 3), error);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}
