/* search.c - which names have a part.
 *
 * The index has every two neighbours as tokens (names.c), so what has all those of a word is a candidate, and a look at the
 * name itself decides. Words of letters may be pinyin, which is not kept: all keys are read aloud and compared, a million
 * visits' 350,000 in a third of a second. */
#include "graph/build.h"
#include "graph/unicode.h"

#include <stdlib.h>

enum { MOST_WORDS = 8 };

struct word {
	const char *simple;    /* key with simplified characters */
	const char *letters;   /* without spaces and apostrophes, where it can be pinyin; else NULL */
	const char *sounds[2]; /* where it is sought by how all of it is read: of a party, of a person; else NULL */
	const char *mixed[2];  /* where it may be the beginning of each syllable: lixy or 李xy for li xiao yun; else NULL */
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
			words[count++] =
				(struct word){.simple = text_simplify(arena, one), .letters = only_letters(arena, one)};
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

static enum fit fit_of_part(const char *part, const char *name)
{
	const char *at = strstr(name, part);

	if (!at)
		return FITS_NOT;
	return !strcmp(name, part) ? FITS_WHOLE : at == name ? FITS_BEGINNING : FITS_INSIDE;
}

/* Letters find what has them with marks, too, and what is read so. */
static enum fit fit_of_word(const struct word *word, const char *simple, const char *plain,
			    const struct spelling *spelling)
{
	enum fit fit = fit_of_part(word->simple, simple);

	if (fit == FITS_NOT && word->letters && plain != simple)
		fit = fit_of_part(word->simple, plain);
	if (fit != FITS_NOT)
		return fit;
	if (!word->letters || !spelling->count)
		return FITS_NOT;
	for (size_t i = 0; i < spelling->count && i < 8; i++)
		if (!strncmp(spelling->syllables + spelling->starts[i], word->letters, strlen(word->letters)))
			return FITS_PINYIN;
	return strncmp(spelling->initials, word->letters, strlen(word->letters)) ? FITS_NOT : FITS_INITIALS;
}

static enum fit fit_of_sound(const char *sound, const struct spelling *spelling)
{
	return spelling->count && !strcmp(sound, spelling->syllables) ? FITS_PINYIN : FITS_NOT;
}

/* Whether the letters are beginnings of the syllables from `at` on, none left out. */
static bool begins_syllables(const struct spelling *spelling, size_t at, const char *letters)
{
	const char *syllable;
	size_t length = 0;

	if (!*letters)
		return true;
	if (at >= spelling->count || at >= COUNT(spelling->starts))
		return false;
	syllable = spelling->syllables + spelling->starts[at];
	while (letters[length] && letters[length] == syllable[length])
		length++;
	for (; length; length--)
		if (begins_syllables(spelling, at + 1, letters + length))
			return true;
	return false;
}

static enum fit fit_of_mixed(const char *letters, const struct spelling *spelling)
{
	for (size_t i = 0; i < spelling->count; i++)
		if (begins_syllables(spelling, i, letters))
			return FITS_INITIALS;
	return FITS_NOT;
}

static enum fit fit_of(const struct word *words, size_t count, struct arena *arena, const char *key, bool is_person)
{
	const char *simple = text_simplify(arena, key);
	const char *plain = unicode_without_marks(arena, simple);
	struct spelling spelling;
	enum fit worst = FITS_WHOLE;

	unicode_spell(&spelling, arena, simple, is_person);
	for (size_t i = 0; i < count; i++) {
		const struct word *word = &words[i];
		enum fit fit = word->sounds[is_person]  ? fit_of_sound(word->sounds[is_person], &spelling)
			       : word->mixed[is_person] ? fit_of_mixed(word->mixed[is_person], &spelling)
							: fit_of_word(word, simple, plain, &spelling);

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
	struct answer answer = find_ask_names(builder, key);
	vg_status status = VG_OK;
	uint32_t name;

	while (!status && find_next_name(&answer, builder, key, &name)) {
		struct hit hit = {.fit = fit, .length = strlen(key)};

		status = build_entity(builder, name, &hit.entity, error);
		hit.is_alias = hit.entity != name;
		if (!status)
			add_hit(hits, &hit);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

/* By the tokens of the words that are written and not read; where there are none, all names. */
static struct answer ask_candidates(struct builder *builder, struct text *query, const struct word *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!words[i].letters && !words[i].sounds[0] && !words[i].mixed[0])
			put_word(query, &words[i]);
	return query->length ? store_ask(builder->graph, QUERY_PARTS, "t", query->bytes)
			     : store_ask(builder->graph, QUERY_ALL_TEXTS, "");
}

/* Whether a key is a person's is not known here: both readings count. */
static enum fit best_fit(const struct word *words, size_t count, struct arena *arena, const char *key)
{
	enum fit as_person = fit_of(words, count, arena, key, true), as_party = fit_of(words, count, arena, key, false);

	return as_person < as_party ? as_person : as_party;
}

/* Names of several organizations come often: the last text of each slot, as a hash. */
struct seen {
	uint64_t hashes[1 << 14];
};

static bool has_just_seen(struct seen *seen, const char *text)
{
	uint64_t hash = text_hash(text, strlen(text), 0),
		 *slot = &seen->hashes[hash % (sizeof seen->hashes / sizeof *seen->hashes)];
	bool is_known = *slot == hash;

	*slot = hash;
	return is_known;
}

static vg_status find_hits(struct builder *builder, struct hits *hits, const struct word *words, size_t count,
			   vg_error *error)
{
	struct text query = {0};
	struct arena scratch = {0};
	struct answer answer = ask_candidates(builder, &query, words, count);
	struct seen *seen = memory_get(sizeof *seen);
	vg_status status = VG_OK;

	while (!status && store_next(&answer)) {
		const char *text = store_text(&answer, 0), *key;
		enum fit fit;

		if (has_just_seen(seen, text))
			continue;
		key = text_key(&scratch, text);
		fit = best_fit(words, count, &scratch, key);
		if (fit != FITS_NOT)
			status = add_names(builder, hits, key, fit, error);
		arena_reset(&scratch);
	}
	status = status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
	free(seen);
	text_free(&query);
	arena_free(&scratch);
	return status;
}

/* An alias that is spelled like the name (another kind of bracket, other capitals) is no alias to the reader. */
static vg_status settle_aliases(struct builder *builder, struct hits *hits, const struct word *words, size_t count,
				vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < hits->count && !status; i++) {
		struct hit *hit = &hits->items[i];
		struct answer answer;

		if (!hit->is_alias)
			continue;
		answer = store_ask(builder->graph, QUERY_NODE, "i", (int64_t)hit->entity);
		if (store_next(&answer)) {
			enum fit own = best_fit(words, count, builder->arena,
						text_key(builder->arena, store_text(&answer, 1)));

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
		builder->view->nodes[index].matched = hit->is_alias && hit->fit <= FITS_INSIDE ? "alias"
											       : fit_names[hit->fit];
		status = describe_aliases(builder, index, error);
	}
	builder->view->left_out = hits->count - kept;
	return status;
}

/* Nothing is written so; what sounds the same may have been meant: 李小梅 for 李晓梅. False: the words have no sound. */
static bool listen(struct word *words, size_t count, struct arena *arena)
{
	for (size_t i = 0; i < count; i++)
		for (size_t is_person = 0; is_person < 2; is_person++) {
			struct spelling spelling;

			if (unicode_spell(&spelling, arena, words[i].simple, is_person) < 2)
				return false;
			words[i].sounds[is_person] = spelling.syllables;
		}
	return count;
}

/* Nor does anything sound so: words with letters may have only the beginning of some syllables. False: none has letters. */
static bool loosen(struct word *words, size_t count, struct arena *arena)
{
	bool has_letters = false;

	for (size_t i = 0; i < count; i++) {
		words[i].sounds[false] = words[i].sounds[true] = NULL;
		if (!strpbrk(words[i].simple, "abcdefghijklmnopqrstuvwxyz"))
			continue;
		has_letters = true;
		for (size_t is_person = 0; is_person < 2; is_person++) {
			struct spelling spelling;

			unicode_spell(&spelling, arena, words[i].simple, is_person);
			words[i].mixed[is_person] = words[i].letters ? words[i].letters : spelling.syllables;
		}
	}
	return has_letters;
}

static vg_status search(struct builder *builder, const char *text, const vg_query *query, vg_error *error)
{
	struct word words[MOST_WORDS];
	size_t count = cut_words(words, builder->arena, text);
	struct hits hits = {0};
	vg_status status = VG_OK;

	if (count)
		status = find_hits(builder, &hits, words, count, error);
	if (!status && !hits.count && listen(words, count, builder->arena))
		status = find_hits(builder, &hits, words, count, error);
	if (!status && !hits.count && loosen(words, count, builder->arena))
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
