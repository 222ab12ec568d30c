/* words.c - the words of the news grammar (importers/news/words/), and where they stand in an article.
 *
 * An article is walked once; from each character the trie gives every word that starts there, so that later rules only ask bits. */
#include "importers/news/news.h"

#include "importers/news/runs.h"
#include "importers/news/trie.h"

#include <stdlib.h>

static const char *const word_headings[] = {
	"surname",
	"compound-surname",
	"common-surname",
	"honorific",
	"transliteration",
	"no-last",
	"byline",
	"introducer",
	"speech",
	"post",
	"rank",
	"titleless",
	"organization-ending",
	"delegation-ending",
	"group",
	"company-word",
	"organization-head",
	"province",
	"city",
	"county",
	"short",
	"county-short",
	"place-ending",
	"zone",
	"no-place",
	"country",
	"stop",
	"noun",
	"joint",
	"plain",
	"common",
	"travel",
	"look",
	"receive",
	"talk",
	"lead",
	"accompany",
	"party",
	"welcome",
	"self",
	"home",
	"no-visit",
	"to-come",
	"remote",
	"station",
	"duty",
	"performance",
	"signed",
	"intended",
	"operating",
	"bond",
	"supply",
	"agreement",
	"vague",
	"both",
	"no-tie",
	"vague-date",
	"person",
	"known-organization",
	"place",
	"graph-person",
	"graph-organization",
	"graph-place",
};
_Static_assert(COUNT(word_headings) == WORD_CLASS_COUNT, "every class has its heading");

extern const char news_words[]; /* the files of importers/news/words/, one after the other: made by the Makefile */

enum { WORD_MAX = 40 };

struct words {
	struct trie trie;
	unsigned char *marks; /* of each set of classes: what a word of it marks */
	size_t mark_count, mark_capacity;
};

#define ENDINGS (IN(ORGANIZATION_ENDING) | IN(DELEGATION_ENDING) | PLACES)
#define DIVISIONS (ALL_DIVISIONS | IN(ZONE) | IN(COUNTY_SHORT))
#define WITNESSES                                                                                    \
	(IN(HONORIFIC) | IN(KNOWN_PERSON) | IN(GRAPH_PERSON) | IN(INTRODUCER) | IN(COMMON_SURNAME) | \
	 IN(COMPOUND_SURNAME))

static unsigned char marks_of(uint64_t classes)
{
	return (classes & ENDINGS ? ENDING : 0) | (classes & DIVISIONS ? DIVISION : 0) |
	       (classes & IN(VAGUE_DATE) ? DATED : 0) | (classes & IN(BYLINE) ? OF_BYLINE : 0) |
	       (classes & WITNESSES ? WITNESS : 0);
}

static void put_word(struct words *words, const uint16_t *characters, size_t count, enum word_class class)
{
	trie_add(&words->trie, characters, count, IN(class));
	while (words->mark_count < words->trie.set_count) {
		words->marks = array_room(words->marks, words->mark_count, &words->mark_capacity, 1);
		words->marks[words->mark_count] = marks_of(words->trie.sets[words->mark_count]);
		words->mark_count++;
	}
}

/* ── Reading the files ───────────────────────────────────────────────────────────────────────────────── */

/* 郑州 for 郑州市; a county of which one character would remain has no short form. */
static void add_short_form(struct words *words, const uint16_t *characters, size_t count, enum word_class class)
{
	static const uint16_t endings[] = {u'省', u'市', u'县', u'盟', u'区'};
	bool is_whole = class == PROVINCE || class == CITY;

	for (size_t i = 0; i < COUNT(endings); i++)
		if (count > 2 && characters[count - 1] == endings[i])
			put_word(words, characters, count - 1, is_whole ? DIVISION_SHORT : COUNTY_SHORT);
	if (class == CITY && count > 3 && characters[count - 2] == u'地' && characters[count - 1] == u'区')
		put_word(words, characters, count - 2, DIVISION_SHORT);
}

static void add_word(struct words *words, const char *text, size_t length, enum word_class class)
{
	const char *at = text;
	uint16_t characters[WORD_MAX];
	size_t count = 0;

	while (at < text + length && count < WORD_MAX) {
		characters[count++] = character_of(text_next(&at));
	}
	put_word(words, characters, count, class);
	if (class == COUNTY_SHORT && count < WORD_MAX) { /* 印江县 for 印江土家族苗族自治县 */
		characters[count] = u'县';
		put_word(words, characters, count + 1, COUNTY);
	}
	if (class == PROVINCE || class == CITY || class == COUNTY)
		add_short_form(words, characters, count, class);
}

void words_add(struct words *words, enum word_class class, const char *word)
{
	add_word(words, word, strlen(word), class);
}

static size_t class_of_heading(const char *heading, size_t length)
{
	for (size_t i = 0; i < COUNT(word_headings); i++)
		if (strlen(word_headings[i]) == length && !memcmp(word_headings[i], heading, length))
			return i;
	return WORD_CLASS_COUNT;
}

static void add_line(struct words *words, const char *line, size_t length, size_t *class)
{
	const char *end = line + length;

	if (!length || *line == '#')
		return;
	if (*line == '[') {
		const char *bracket = memchr(line, ']', length);

		*class = bracket ? class_of_heading(line + 1, (size_t)(bracket - line - 1)) : WORD_CLASS_COUNT;
		return;
	}
	while (line < end && *class < WORD_CLASS_COUNT) {
		const char *space = memchr(line, ' ', (size_t)(end - line));
		const char *word_end = space ? space : end;

		if (word_end > line)
			add_word(words, line, (size_t)(word_end - line), (enum word_class) * class);
		line = word_end + 1;
	}
}

/* ── The user's own dictionary ───────────────────────────────────────────────────────────────────────── */

/* "organization 正星科技" or "单位 正星科技": true where the line is one. */
static bool add_known(struct words *words, const char *line, size_t length)
{
	static const enum word_class classes[] = {
		[VG_PERSON] = KNOWN_PERSON, [VG_ORGANIZATION] = KNOWN_ORGANIZATION, [VG_PLACE] = KNOWN_PLACE};
	char kind_word[32];
	size_t cut = 0;
	vg_kind kind;

	text_trim(&line, &length);
	if (!length || *line == '#')
		return true;
	while (cut < length && line[cut] != ' ' && line[cut] != '\t' && line[cut] != ',')
		cut++;
	if (cut == length || cut >= sizeof kind_word)
		return false;
	memcpy(kind_word, line, cut);
	kind_word[cut] = '\0';
	kind = vg_kind_parse(kind_word);
	line += cut + 1;
	length -= cut + 1;
	text_trim(&line, &length);
	if (kind == VG_ANY_KIND || !length)
		return false;
	add_word(words, line, length, classes[kind]);
	return true;
}

static vg_status add_dictionary(struct words *words, const char *path, vg_error *error)
{
	struct text all = {0};
	struct reader *reader;
	const char *bytes;
	size_t length, line_number = 0;
	vg_status status = reader_open(&reader, path, NULL, error);

	if (status)
		return status;
	while (!(status = reader_next(reader, &bytes, &length, error)) && length)
		text_add(&all, bytes, length);
	for (size_t at = 0; !status && at < all.length;) {
		size_t end = at;

		while (end < all.length && all.bytes[end] != '\n')
			end++;
		line_number++;
		if (!add_known(words, all.bytes + at, end - at))
			status = fail(error, VG_BAD_INPUT,
				      _("%s:%zu: not 'KIND NAME' (KIND: person, organization or place)"), path,
				      line_number);
		at = end + 1;
	}
	reader_free(reader);
	text_free(&all);
	return status;
}

vg_status words_load(struct words **result, const char *dictionary, vg_error *error)
{
	struct words *words = memory_get(sizeof *words);
	size_t class = WORD_CLASS_COUNT;
	vg_status status = VG_OK;

	trie_begin(&words->trie);
	for (const char *line = news_words; *line;) {
		size_t length = strcspn(line, "\n");

		add_line(words, line, length, &class);
		line += length + (line[length] == '\n');
	}
	if (dictionary)
		status = add_dictionary(words, dictionary, error);
	if (status) {
		words_free(words);
		words = NULL;
	}
	*result = words;
	return status;
}

void words_free(struct words *words)
{
	if (!words)
		return;
	trie_free(&words->trie);
	free(words->marks);
	free(words);
}

/* ── Finding ─────────────────────────────────────────────────────────────────────────────────────────── */

/* Common words of two, and characters of names, are so many that they are bits only. */
#define OF_ONE (IN(SURNAME) | IN(COMMON_SURNAME) | IN(TRANSLITERATION) | IN(NO_LAST))

/* What each character is by itself; returns how many characters may begin a longer word or are one, in `begins`. Most are neither, and which
 * are cannot be foreseen: so no branch depends on it. */
static size_t find_characters(struct article *article, uint32_t *begins)
{
	const struct trie trie = article->words->trie;
	const unsigned char *set_marks = article->words->marks;
	const uint16_t *chars = article->chars;
	uint64_t *starts = article->starts, *ends = article->ends;
	unsigned char *marks = article->marks;
	size_t count = article->count, found = 0;

	for (size_t i = 0; i < count; i++) {
		const struct first_step *first = &trie.first[chars[i]];
		uint64_t classes = trie.sets[first->set];

		starts[i] = ends[i + 1] = classes;
		marks[i] = set_marks[first->set];
		begins[found] = (uint32_t)i;
		found += trie_may_step(&trie, first->to, chars[i + 1]) | ((classes & ~OF_ONE) != 0);
	}
	starts[count] = starts[count + 1] = ends[0] = ends[count + 1] = 0;
	return found;
}

/* For as many matches as can start at one character, and a good deal besides. */
static void make_room(struct article *article)
{
	if (article->match_count + WORD_MAX <= article->match_capacity)
		return;
	article->match_capacity = article->match_capacity * 2 + 4096;
	article->matches = memory_grow(article->matches, article->match_capacity * sizeof *article->matches);
}

/* The words that start at i; the longest first, so they are turned round. Each is written, and counts or is written over. No word goes on
 * behind the text, which 0 ends. */
static void find_words_at(struct article *article, size_t i)
{
	const struct trie *trie = &article->words->trie;
	const struct first_step *begun = &trie->first[article->chars[i]];
	const struct step *step;
	struct match *first = article->matches + article->match_count, *end = first;
	uint64_t classes = trie->sets[begun->set];
	uint32_t length = 1;

	*end = (struct match){(uint32_t)i, length, classes};
	end += (classes & ~OF_ONE) != 0;
	for (uint32_t from = begun->to; (step = trie_step(trie, from, article->chars[i + length])); from = step->to) {
		length++;
		classes = trie->sets[step->set];
		article->starts[i] |= classes;
		article->ends[i + length] |= classes;
		article->marks[i] |= article->words->marks[step->set] & ~ENDING;
		article->marks[i + length - 1] |= article->words->marks[step->set] & ENDING;
		*end = (struct match){(uint32_t)i, length, classes};
		end += (classes != 0) & ((length > 2) | (classes != IN(COMMON)));
	}
	article->marks[i] |= (end > first) * WORD;
	article->match_count += (size_t)(end - first);
	while (first + 1 < end) {
		struct match kept = *first;

		*first++ = *--end;
		*end = kept;
	}
}

void words_find(struct article *article)
{
	enum { AHEAD = 8 };
	const struct trie *trie = &article->words->trie;
	size_t count = article->count, found;
	uint32_t so_far = 0, *begins = arena_take(&article->arena, (count + 1) * sizeof *begins);

	article->first_match = arena_get(&article->arena, (count + 2) * sizeof *article->first_match);
	article->starts = arena_take(&article->arena, (count + 2) * sizeof *article->starts);
	article->ends = arena_take(&article->arena, (count + 2) * sizeof *article->ends);
	article->marks = arena_get(&article->arena, count + MARGIN);
	article->match_count = 0;
	found = find_characters(article, begins);
	for (size_t f = 0; f < found; f++) {
		if (f + AHEAD < found) {
			const uint16_t *next = article->chars + begins[f + AHEAD];

			trie_fetch(trie, trie->first[next[0]].to, next[1]);
		}
		make_room(article);
		find_words_at(article, begins[f]);
		article->first_match[begins[f] + 1] = (uint32_t)article->match_count;
	}
	for (size_t i = 0; i < count + 2; i++) { /* where none starts, as many as before */
		so_far = article->first_match[i] > so_far ? article->first_match[i] : so_far;
		article->first_match[i] = so_far;
	}
}

size_t word_found_at(const struct article *article, size_t i, uint64_t classes)
{
	uint64_t bits = article->starts[i] & classes;
	size_t common = bits & IN(COMMON) ? 2 : bits & OF_ONE ? 1 : 0;

	for (size_t m = article->first_match[i]; m < article->first_match[i + 1]; m++)
		if (article->matches[m].classes & classes)
			return article->matches[m].length > common ? article->matches[m].length : common;
	return common;
}
