/* cells.c - what a single cell says: nothing, one value, several values, a code, a number. */
#include "importers/importers.h"

/* What people write where there is nobody and nothing. */
static const struct word nothings[] = {
	W("-"),    W("--"),   W("—"),      W("——"),   W("－"),  W("/"),   W("\\"),
	W("无"),   W("暂无"), W("不详"),   W("未知"), W("待定"), W("（无）"), W("(无)"),
	W("NA"),   W("N/A"),  W("n/a"),    W("null"), W("NULL"), W("Null"),  W("none"), W("None"),
};

/* Who thinks that the cell above is repeated. */
static const struct word dittos[] = {W("同上"), W("〃"), W("″"), W("\""), W("ditto"), W("Ditto"), W("同前")};

static bool is_one_of(const struct word *words, size_t count, const char *text, size_t length)
{
	for (size_t i = 0; i < count; i++)
		if (words[i].size == length && *words[i].text == *text && !memcmp(words[i].text, text, length))
			return true;
	return false;
}

static bool says_nothing(const char *text, size_t length)
{
	enum { LONGEST = sizeof "（无）" - 1 };

	return !length || (length <= LONGEST && is_one_of(nothings, COUNT(nothings), text, length));
}

bool cell_is_ditto(const char *text)
{
	return is_one_of(dittos, COUNT(dittos), text, strlen(text));
}

/* An apostrophe keeps a spreadsheet from taking what follows for a formula; it is no part of the cell. */
static void cut_apostrophe(const char **text, size_t *length)
{
	if (*length > 1 && **text == '\'' && strchr("=+-@\t\r", (*text)[1])) {
		++*text;
		--*length;
	}
}

const char *cell_text(const struct cell *cell, struct arena *arena)
{
	const char *text = cell->text;
	size_t length = cell->length;

	if (!length)
		return NULL;
	text_trim(&text, &length);
	cut_apostrophe(&text, &length);
	if (says_nothing(text, length))
		return NULL;
	return text + length == cell->text + cell->length ? text : arena_text_of(arena, text, length);
}

/* ── Several values ──────────────────────────────────────────────────────────────────────────────────── */

/* How many bytes at `at` are a separator; 0 where none stands. */
static size_t separator_length(const char *at, bool has_commas)
{
	if (*at == ';' || *at == '\n' || *at == '\r')
		return 1;
	if (!strncmp(at, "；", 3) || (has_commas && (!strncmp(at, "、", 3) || !strncmp(at, "，", 3))))
		return 3;
	return 0;
}

/* +1 where a bracket opens, -1 where one closes. */
static int bracket_step(const char *at)
{
	if (*at == '(' || !strncmp(at, "（", 3))
		return 1;
	return *at == ')' || !strncmp(at, "）", 3) ? -1 : 0;
}

struct values_room {
	struct values values;
	size_t capacity;
	bool keeps_empty;
	struct arena *arena;
};

static void add_value(struct values_room *room, const char *text, size_t length)
{
	text_trim(&text, &length);
	if (says_nothing(text, length)) {
		if (!room->keeps_empty)
			return;
		length = 0;
	}
	room->values.items = arena_array_room(room->arena, room->values.items, room->values.count, &room->capacity,
					      sizeof *room->values.items);
	room->values.items[room->values.count++] = text[length] ? arena_text_of(room->arena, text, length) : text;
}

/* Brackets that do not close must not keep a list from being split. */
static bool has_balanced_brackets(const char *text)
{
	int depth = 0;

	for (; *text && depth >= 0; text++)
		depth += bracket_step(text);
	return !depth;
}

/* Most cells hold one plain value. 、 begins with E3 and ；，（ with EF, as hardly anything else in Chinese does. */
static bool has_separator(const char *text)
{
	return strpbrk(text, ";\n\r\xE3\xEF");
}

static void split_values(struct values_room *room, const char *text, bool has_commas)
{
	bool has_brackets = has_balanced_brackets(text);
	const char *start = text;
	int depth = 0;

	for (const char *at = text; *at;) {
		size_t length = depth ? 0 : separator_length(at, has_commas);

		if (length) {
			add_value(room, start, (size_t)(at - start));
			start = at + length;
		} else if (has_brackets) {
			depth += bracket_step(at);
		}
		at += length ? length : 1;
	}
	add_value(room, start, strlen(start));
}

struct values cell_split(const char *text, bool has_commas, bool keeps_empty, struct arena *arena)
{
	struct values_room room = {.keeps_empty = keeps_empty, .arena = arena};

	if (has_separator(text))
		split_values(&room, text, has_commas);
	else
		add_value(&room, text, strlen(text));
	if (room.values.count == 1 && keeps_empty && !*room.values.items[0])
		room.values.count = 0;
	return room.values;
}

/* ── Codes and numbers ───────────────────────────────────────────────────────────────────────────────── */

/* Without spaces, in capitals. */
static char *code_text(const char *text, struct arena *arena)
{
	char *code = arena_text(arena, text), *kept = code;

	for (const char *at = code; *at; at++)
		if (*at != ' ')
			*kept++ = (char)(*at >= 'a' && *at <= 'z' ? *at - ('a' - 'A') : *at);
	*kept = '\0';
	return code;
}

/* GB 32100-2015: 31 signs (no I O S V Z), weights 3^i modulo 31, and the weighted sum of all 18 is a multiple of 31. */
const char *cell_credit_code(const char *text, struct arena *arena)
{
	static const char signs[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	char *code = code_text(text, arena);
	unsigned weight = 1, sum = 0;

	if (strlen(code) != 18)
		return NULL;
	for (size_t i = 0; i < 18; i++) {
		const char *sign = strchr(signs, code[i]);

		if (!sign)
			return NULL;
		sum += (unsigned)(sign - signs) * (i < 17 ? weight : 1);
		weight = weight * 3 % 31;
	}
	return sum % 31 ? NULL : code;
}

/* A county is six digits; nine and twelve go down to town and village. */
const char *cell_division_code(const char *text, struct arena *arena)
{
	char *code = code_text(text, arena);
	size_t length = strlen(code);

	if ((length != 6 && length != 9 && length != 12) || strspn(code, "0123456789") != length || code[0] == '0')
		return NULL;
	return code;
}

/* By hand, for strtod() reads numbers as the locale writes them. */
bool cell_is_degrees(const char *text, unsigned limit)
{
	unsigned whole = 0;
	bool has_fraction = false;
	size_t digits;

	text += *text == '-' || *text == '+';
	digits = strspn(text, "0123456789");
	if (!digits || digits > 3)
		return false;
	for (; digits; digits--)
		whole = whole * 10 + (unsigned)(*text++ - '0');
	if (*text == '.') {
		text++;
		has_fraction = strspn(text, "0") != strspn(text, "0123456789");
		digits = strspn(text, "0123456789");
		if (!digits || digits > 15)
			return false;
		text += digits;
	}
	return !*text && (whole < limit || (whole == limit && !has_fraction));
}

/* ── Numbers in front ────────────────────────────────────────────────────────────────────────────────── */

/* Bytes of 1. 2、 （3） ④ at `at`; 0 where none stands there. */
static size_t number_length(const char *at)
{
	static const char *const ends[] = {".", "、", "．", ")", "）"};
	size_t open = *at == '(' ? 1 : !strncmp(at, "（", 3) ? 3 : 0, digits = strspn(at + open, "0123456789");

	if (!strncmp(at, "\xE2\x91", 2) && (unsigned char)at[2] >= 0xA0 && (unsigned char)at[2] < 0xB4)
		return 3;
	if (!digits || digits > 2)
		return 0;
	for (size_t i = open ? 3 : 0; i < COUNT(ends); i++)
		if (!strncmp(at + open + digits, ends[i], strlen(ends[i])))
			return open + digits + strlen(ends[i]);
	return 0;
}

const char *persons_unnumber(const char *text, struct arena *arena)
{
	char *plain, *kept;
	bool is_in_number = false;

	if (((unsigned char)*text > '9' && *text != '\xE2' && *text != '\xEF') || !number_length(text))
		return text;
	kept = plain = arena_text(arena, text);
	for (const char *at = plain; *at;) {
		size_t length = is_in_number ? 0 : number_length(at);

		is_in_number = *at >= '0' && *at <= '9';
		*kept++ = length ? ';' : *at;
		at += length ? length : 1;
	}
	*kept = '\0';
	return plain;
}
