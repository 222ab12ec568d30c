/* units.c - one name of a cell of organizations: without how many came (甲公司等3家, 乙公司（5人）), and with whom it names in brackets. */
#include "importers/importers.h"

enum { HAN = 3 }; /* bytes of a character */

/* The last characters of what may follow a name and is no part of it, in order: most names end in another. */
static const char last_characters[] = "业人位名员商家等行）";

/* clang-format off */
static const struct word counted[] = {W("家"), W("家企业"), W("家单位"), W("家公司"), W("家客商"), W("人"), W("余人"), W("名"), W("位"), W("个单位"), W("家次")};
static const struct word numerals[] = {W("一"), W("二"), W("两"), W("三"), W("四"), W("五"), W("六"), W("七"), W("八"), W("九"), W("十"), W("百"), W("余"), W("多"), W("几"), W("数"),
				       W("0"), W("1"), W("2"), W("3"), W("4"), W("5"), W("6"), W("7"), W("8"), W("9"), W(" ")};
static const struct word totals[] = {W("共"), W("共计"), W("约"), W("计"), W("一共")};
static const struct word others[] = {W("等"), W("等企业"), W("等单位"), W("等公司"), W("等客商"), W("等人"), W("等人员"), W("等一行"), W("一行"), W("一行人")};
/* So many end in 公司 that only these are looked into. */
static const struct word plural_firms[] = {W("等公司"), W("家公司")};
/* Of these ends 等 is a part. */
static const struct word grades[] = {W("平等"), W("高等"), W("中等"), W("初等"), W("优等"), W("同等")};
/* clang-format on */

static size_t trim_end(const char *text, size_t length)
{
	while (length && text[length - 1] == ' ')
		length--;
	return length;
}

/* Without 3家, 共5人, 十余家 at its end; the length as it is where no number stands there. */
static size_t cut_count(const char *text, size_t length)
{
	size_t end = length - ENDS_WITH(text, length, counted), at = end, size;

	while (at && end < length && (size = ENDS_WITH(text, at, numerals)))
		at -= size;
	if (at == end)
		return length;
	return trim_end(text, at - (at ? ENDS_WITH(text, at, totals) : 0));
}

bool is_count(const char *text)
{
	size_t length = strlen(text), end = cut_count(text, length);

	end -= end && end < length ? ENDS_WITH(text, end, others) : 0;
	return length && (strspn(text, "0123456789") == length || !end);
}

/* Without 等3家, 等, 一行5人, 5人 at its end. What is counted in Chinese numerals may be a name: 真功夫三人. */
static size_t cut_others(const char *text, size_t length)
{
	size_t end = cut_count(text, length), size = end ? ENDS_WITH(text, end, others) : 0;

	if (size && !ENDS_WITH(text, end, grades))
		return trim_end(text, end - size);
	return end < length && (text[end] == ' ' || (unsigned char)text[end] < 0x80) ? end : length;
}

/* Where the bracket opens that closes at the end, *inside: behind it; 0 where none does, or another closes before. */
static size_t bracket_start(const char *text, size_t length, size_t *inside)
{
	bool is_closed = false;

	for (size_t at = length - 1; at-- > 0;) {
		size_t open = text[at] == '(' ? 1 : !strncmp(text + at, "（", HAN) ? HAN : 0;

		*inside = at + open;
		is_closed = text[at] == ')' || (at + 2 * HAN <= length && !strncmp(text + at, "）", HAN));
		if (open || is_closed)
			return open ? at : 0;
	}
	return 0;
}

/* 张三、李四 or 张三 总经理; but （常熟） is where it is. */
static bool are_persons(const char *text, struct arena *arena)
{
	struct person person;

	if (persons_are_several(text, arena))
		return true;
	person = person_read(text, arena);
	return person.title && !person.is_organization && is_person_name(person.name, strlen(person.name));
}

/* Takes a bracket off the end that holds no part of the name. */
static bool read_bracket(struct unit *unit, size_t *length, struct arena *arena)
{
	size_t inside = 0, open = bracket_start(unit->name, *length, &inside), size;
	const char *text;

	if (!open)
		return false;
	size = *length - inside - (unit->name[*length - 1] == ')' ? 1 : HAN);
	text = arena_text_of(arena, unit->name + inside, size);
	if (is_count(text))
		unit->has_others = true;
	else if (!unit->persons && are_persons(text, arena))
		unit->persons = text;
	else
		return false;
	*length = trim_end(unit->name, open);
	return true;
}

struct unit unit_read(const char *text, struct arena *arena)
{
	struct unit unit = {.name = text};
	size_t length = strlen(text), end;

	if (length < HAN || (text[length - 1] != ')' && !is_han_among(last_characters, sizeof last_characters, text + length - HAN) &&
			     (memcmp(text + length - HAN, "司", HAN) != 0 || !ENDS_WITH(text, length, plural_firms))))
		return unit;
	if (is_count(text))
		return (struct unit){.has_others = true};
	while (length >= HAN && (text[length - 1] == ')' || !memcmp(text + length - HAN, "）", HAN)))
		if (!read_bracket(&unit, &length, arena))
			break;
	end = cut_others(text, length);
	unit.has_others = unit.has_others || end < length;
	unit.name = text[end] ? arena_text_of(arena, text, end) : text;
	return unit;
}
