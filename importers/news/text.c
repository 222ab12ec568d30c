/* text.c - an article as characters: torn paragraphs joined, full-width forms as ASCII, each with its place in the file. */
#include "importers/news/news.h"

#include "importers/news/page.h"
#include "importers/news/runs.h"

#include <stdlib.h>

/* ── Characters ──────────────────────────────────────────────────────────────────────────────────────── */

static const struct {
	uint16_t from, to;
} same_characters[] = {
	{0x00A0, ' '},	  {0x3000, ' '},    {'\t', ' '},      {0x2003, ' '},	{0x2002, ' '},
	{0x2022, 0x00B7}, {0x30FB, 0x00B7}, {0x2027, 0x00B7}, {0xFF65, 0x00B7}, {0x301C, '~'},
	{0x223C, '~'},	  {0x2014, '-'},    {0x2013, '-'},    {0x2015, '-'},	{0x2500, '-'},
	{0x2018, 0x201C}, {0x2019, 0x201D}, {'"', 0x201C},    {0xFF0E, 0x00B7}, {0xFF61, u'。'},
};

enum { DRAWN_BAR = 0x4E28 }; /* 作者丨…: a stroke that is drawn for a bar */

uint16_t character_of(uint32_t code)
{
	if (code == DRAWN_BAR)
		return '|';
	if (code >= 0x4E00 && code <= 0x9FFF)
		return (uint16_t)code;
	if (code >= 0xFF01 && code <= 0xFF5E && code != 0xFF0E)
		return (uint16_t)(code - 0xFEE0);
	if ((code > ' ' && code < 0x80 && code != '"') || (code >= 0x3001 && code < 0x301C))
		return (uint16_t)code;
	if (code > 0xFFFF)
		return code >= 0x20000 ? RARE_HAN : 0xFFFD;
	for (size_t i = 0; i < COUNT(same_characters); i++)
		if (same_characters[i].from == code)
			return same_characters[i].to;
	return (uint16_t)code;
}

static bool is_word_character(uint16_t character)
{
	return is_han(character) || is_digit(character) || is_latin(character);
}

/* Four characters at once: the borrow tells whether one of them is it. */
size_t character_at(const struct article *article, size_t i, uint16_t character)
{
	const uint64_t ones = 0x0001000100010001, highs = 0x8000800080008000;

	for (; i + 4 <= article->count; i += 4) {
		uint64_t four;

		memcpy(&four, article->chars + i, sizeof four);
		four ^= ones * character;
		if ((four - ones) & ~four & highs)
			break;
	}
	while (i < article->count && article->chars[i] != character)
		i++;
	return i;
}

/* ── Building ────────────────────────────────────────────────────────────────────────────────────────── */

/* For as many characters more. */
static void make_room(struct article *article, size_t more)
{
	if (article->count + more <= article->char_capacity)
		return;
	while (article->count + more > article->char_capacity)
		article->char_capacity = article->char_capacity ? article->char_capacity * 2 : 4096;
	article->chars = memory_grow(article->chars, article->char_capacity * sizeof *article->chars);
	article->at = memory_grow(article->at, article->char_capacity * sizeof *article->at);
}

/* There is room: put_line() has made it. */
static inline void put_character(struct article *article, uint16_t character, size_t at)
{
	article->chars[article->count] = character;
	article->at[article->count++] = (uint32_t)at;
}

/* A space says something between two words only; next to a punctuation mark it is the typesetter's. */
static void put_text_character(struct article *article, uint16_t character, size_t at)
{
	uint16_t before = article->count ? article->chars[article->count - 1] : '\n';

	if (character == ' ' && !is_word_character(before) && before != ')')
		return;
	if (before == ' ' && !is_word_character(character) && character != '(')
		article->count--;
	put_character(article, character, at);
}

/* 廖 帆, 会 长: characters that the typesetter drew apart, one by one. */
static void draw_together(struct article *article, size_t first)
{
	size_t to = first;
	bool was_alone = false;

	if (character_at(article, first, ' ') == article->count)
		return;
	for (size_t i = first; i < article->count; i++) {
		uint16_t behind = i + 2 < article->count ? article->chars[i + 2] : ' ';

		if (article->chars[i] == ' ' && was_alone && is_han(article->chars[i + 1]) && !is_han(behind))
			continue;
		was_alone = is_han(article->chars[i]) && (i == first || to == first || article->chars[i - 1] == ' ');
		article->chars[to] = article->chars[i];
		article->at[to++] = article->at[i];
	}
	article->count = to;
}

/* Han of every day, three bytes each, stands for itself; returns what is behind it. There is room. */
static const char *put_han(struct article *article, const char *at, const char *end)
{
	uint16_t *chars = article->chars + article->count, *first = chars;
	uint32_t *places = article->at + article->count;

	for (; end - at >= 3 && (unsigned char)*at >= 0xE4 && (unsigned char)*at <= 0xE9; at += 3) {
		uint16_t character = (uint16_t)((*at & 0xF) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F));

		if (character < 0x4E00 || character == DRAWN_BAR)
			break;
		*chars++ = character;
		*places++ = (uint32_t)(at - article->bytes);
	}
	article->count += (size_t)(chars - first);
	return at;
}

static void put_line(struct article *article, const struct line *line)
{
	const char *at = article->bytes + line->start, *end = at + line->length;
	size_t first = article->count;

	make_room(article, line->length + 4);
	while (at < end && strchr("#>* \t", *at))
		at++;
	at += line_bullets(at, (size_t)(end - at));
	while ((at = put_han(article, at, end)) < end) {
		size_t place = (size_t)(at - article->bytes);
		uint16_t character = character_of(text_next(&at));

		if (character >= ' ' && character != '*' && character != 0xFEFF)
			put_text_character(article, character, place);
	}
	draw_together(article, first);
}

static void put_break(struct article *article, const struct line *line)
{
	if (article->count && article->chars[article->count - 1] == ' ')
		article->count--;
	put_character(article, '\n', line->start + line->length);
}

void article_fill(struct article *article, const struct line *lines, size_t count)
{
	bool has_text = false;

	article->count = 0;
	make_room(article, 4);
	for (size_t i = 0; i < count; i++) {
		const struct line *line = &lines[i];
		size_t start;

		if (line->kind == BLANK_LINE || line->kind == RULE_LINE || line->kind == FURNITURE_LINE)
			continue;
		start = article->count;
		put_line(article, line);
		has_text |= line->kind == TEXT_LINE;
		if (line->kind == HEADING_LINE && !has_text)
			article->headline_end = (uint32_t)article->count;
		if (line->kind == HEADING_LINE &&
		    (!article->title.end || line->is_bracketed)) /* later ones are read like text */
			article->title = (struct span){(uint32_t)(start + line->is_bracketed),
						       (uint32_t)(article->count - line->is_bracketed)};
		if (line->kind != TEXT_LINE || line->is_whole)
			put_break(article, line);
	}
	make_room(article, 2);
	put_character(article, '\n', article->end);
	put_character(article, 0, article->end);
	article->count--; /* chars[count] is 0 */
}

/* ── Asking ──────────────────────────────────────────────────────────────────────────────────────────── */

bool text_goes_on(const struct article *article, size_t i, const char *word)
{
	for (; *word; i++) {
		unsigned char lead = (unsigned char)*word;
		uint32_t code = lead < 0x80 ? lead
					    : (uint32_t)(lead & 0xF) << 12 | (word[1] & 0x3F) << 6 | (word[2] & 0x3F);

		if (i >= article->count || article->chars[i] != code)
			return false;
		word += lead < 0x80 ? 1 : 3;
	}
	return true;
}

size_t sought_length(const struct article *article, size_t i, const struct sought *sought)
{
	size_t length = 0;

	for (size_t w = 0; w < sought->count && !length; w++)
		if (text_at(article, i, sought->words[w]))
			for (const char *byte = sought->words[w]; *byte; byte++)
				length += (*byte & 0xC0) != 0x80;
	return length;
}

/* The bytes of one character. */
static size_t width_at(const struct article *article, size_t i)
{
	unsigned char lead = (unsigned char)article->bytes[article->at[i]];

	return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Whether it is Han of every day without a gap: three bytes each. */
static bool is_plain(const struct article *article, struct span span)
{
	for (size_t i = span.start; i < span.end; i++)
		if (article->chars[i] < 0x4E00 || article->chars[i] > 0x9FFF)
			return false;
	return span.end > span.start &&
	       article->at[span.end - 1] - article->at[span.start] == 3 * (span.end - span.start - 1);
}

char *span_text(struct article *article, struct span span)
{
	char *text, *end;

	if (is_plain(article, span))
		return arena_text_of(&article->arena, article->bytes + article->at[span.start],
				     (size_t)3 * (span.end - span.start));
	end = text = arena_get(&article->arena, (span.end - span.start) * 4 + 1);

	for (size_t i = span.start; i < span.end; i++) {
		size_t width = width_at(article, i);

		if (article->chars[i] == '\n')
			continue;
		if (article->chars[i] == ' ' && !(i && is_latin(article->chars[i - 1])))
			continue;
		memcpy(end, article->bytes + article->at[i], width);
		end += width;
	}
	*end = '\0';
	return text;
}

struct span sentence_at(const struct article *article, size_t i)
{
	size_t start = i, end = i;

	while (start && !is_sentence_end(article->chars[start - 1]))
		start--;
	while (start < i && (article->chars[start] == 0x201D || article->chars[start] == ' '))
		start++;
	end = mark_at(article, end, article->count, STOPS);
	if (end < article->count && article->chars[end] != '\n')
		end++;
	if (end < article->count && article->chars[end] == 0x201D)
		end++;
	return (struct span){(uint32_t)start, (uint32_t)end};
}

void sentences_find(struct article *article)
{
	size_t i = 0;

	article->sentence_count = 0;
	article->classes = 0;
	for (struct sentence *sentence;; article->sentence_count++) {
		while (i < article->count && (article->chars[i] == '\n' || article->chars[i] == ' '))
			i++;
		if (i >= article->count)
			return;
		article->sentences = array_room(article->sentences, article->sentence_count,
						&article->sentence_capacity, sizeof *article->sentences);
		sentence = &article->sentences[article->sentence_count];
		*sentence = (struct sentence){.span = sentence_at(article, i)};
		for (i = sentence->span.start; i < sentence->span.end; i++)
			sentence->classes |= article->starts[i];
		article->classes |= sentence->classes;
		i += sentence->span.end == sentence->span.start;
	}
}

size_t first_sentence(const struct article *article)
{
	size_t first = 0;

	while (first < article->sentence_count && article->sentences[first].span.start < article->headline_end)
		first++;
	return first;
}

void article_empty(struct article *article)
{
	arena_reset(&article->arena);
	article->title = (struct span){0};
	article->headline_end = 0;
	article->date = article->published = (vg_date){0};
	article->count = article->match_count = article->title_count = article->found_count = article->spread_count = 0;
	article->entity_count = article->visit_count = article->tie_count = 0;
}

void article_free(struct article *article)
{
	arena_free(&article->arena);
	free(article->chars);
	free(article->at);
	free(article->matches);
	free(article->sentences);
	free(article->titles);
	free(article->found);
	free(article->entities);
	free(article->visits);
	free(article->ties);
}
