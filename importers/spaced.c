/* spaced.c - several words in one value: 甲公司 董事长 张三, 区长：夏正阳, 周 颖  丁 磊, 张三（董事长）李四（总经理）.
 *
 * Each word is a name, a title, an organization, or a remark. A value is taken apart only where every word is one of these and
 * it is certain whose the titles and organizations are: all stand before the names or all behind. Else it stays whole. */
#include "importers/importers.h"

enum kind { UNKNOWN, NAME, LATIN, TITLE, ORGANIZATION, REMARK, LEAD, OTHERS };
enum { HAN = 3 }; /* bytes of a character */

struct part {
	enum kind kind;
	const char *text;
};

struct parts {
	struct part *items;
	size_t count, capacity;
};

/* ── What a word is ──────────────────────────────────────────────────────────────────────────────────── */

static bool is_one_of(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(text, words[i]))
			return true;
	return false;
}

static bool is_courtesy(const char *text)
{
	static const char *const words[] = {"男", "女", "先生", "女士", "同志", "小姐"};

	return is_one_of(text, words, COUNT(words));
}

bool is_telephone(const char *text)
{
	enum { FEWEST = 7 };
	static const char *const marks[] = {"电话", "手机", "联系电话", "tel", "TEL", "Tel"};
	size_t length;

	for (size_t i = 0; i < COUNT(marks); i++)
		if (!strncmp(text, marks[i], strlen(marks[i])) && strlen(text) > strlen(marks[i])) {
			text += strlen(marks[i]);
			break;
		}
	length = strlen(text);
	return length >= FEWEST && strspn(text, "0123456789+- ") == length;
}

/* 一行5人, 等 3 人: who else came. */
static bool tells_of_others(const char *text)
{
	return !strncmp(text, "一行", 2 * HAN) || !strncmp(text, "等", HAN);
}

/* 老赵, 小王 */
static bool is_nickname(const char *text)
{
	return (!strncmp(text, "老", HAN) || !strncmp(text, "小", HAN)) && strlen(text) == 2 * HAN &&
	       surname_length(text + HAN, HAN);
}

/* Whether what stands there is a person for certain: a name, with or without a title. */
static bool is_certain(const char *text, struct arena *arena)
{
	struct person person = person_read(text, arena);
	size_t length = strlen(person.name);

	if (person.is_organization || is_title_alone(text, arena))
		return false;
	return is_person_name(person.name, length) || is_dotted_name(person.name, length) || is_nickname(person.name) ||
	       (person.title && is_latin_name(person.name, length));
}

/* Not 有限公司 behind a space, which is the end of a name. */
static bool is_organization(const char *text)
{
	static const char *const rests[] = {"有限", "股份", "责任", "集团", "公司", "分公司", "控股"};

	for (size_t i = 0; i < COUNT(rests); i++)
		if (!strncmp(text, rests[i], strlen(rests[i])))
			return false;
	return is_organization_name(text);
}

static enum kind kind_of(const char *text, struct arena *arena)
{
	static const char *const leads[] = {"带队", "领队", "带队领导", "带队人"};
	static const struct word titles[] = {W("长"), W("师"), W("代表"), W("干部"), W("成员"), W("指挥"), W("官"), W("负责人")};
	size_t length = strlen(text);

	if (is_one_of(text, leads, COUNT(leads)))
		return LEAD;
	if (is_courtesy(text) || is_telephone(text))
		return REMARK;
	if (tells_of_others(text))
		return OTHERS;
	if (!titles_start(text, length))
		return TITLE;
	if (is_latin_name(text, length))
		return LATIN;
	if (is_certain(text, arena))
		return NAME;
	if (titles_start(text, length) < length && surname_length(text, length) != titles_start(text, length))
		return TITLE;
	if (is_organization(text))
		return ORGANIZATION;
	return (unsigned char)*text >= 0xE3 && ENDS_WITH(text, length, titles) && length > HAN ? TITLE : UNKNOWN;
}

/* ── The words of a value ────────────────────────────────────────────────────────────────────────────── */

/* How many bytes at `at` may stand between two words; 0 where none does. */
static size_t gap_length(const char *at)
{
	if (*at && strchr(" /,:+&", *at))
		return 1;
	return !strncmp(at, "／", 3) || !strncmp(at, "＋", 3) || !strncmp(at, "＆", 3) || !strncmp(at, "\u3000", 3) || !strncmp(at, "：", 3) ? 3 : 0;
}

static size_t closing_length(const char *at)
{
	return *at == ')' ? 1 : !strncmp(at, "）", 3) ? 3 : 0;
}

/* ／ ： （ and the ideographic space begin with EF and E3. */
static bool has_gap(const char *text)
{
	for (; (text = strpbrk(text, " /,:+&)\xEF\xE3")); text++)
		if (gap_length(text) || (closing_length(text) && text[closing_length(text)]))
			return true;
	return false;
}

static bool is_quote(const char *text)
{
	return !strncmp(text, "“", 3) || !strncmp(text, "”", 3);
}

static void add_part(struct parts *parts, const char *text, size_t length, struct arena *arena)
{
	text_trim(&text, &length);
	for (; length > 2 && *text == '"' && text[length - 1] == '"'; length -= 2)
		text++;
	for (; length > 2 * HAN && is_quote(text) && is_quote(text + length - HAN); length -= 2 * HAN)
		text += HAN;
	if (!length)
		return;
	parts->items = arena_array_room(arena, parts->items, parts->count, &parts->capacity, sizeof *parts->items);
	parts->items[parts->count++] = (struct part){UNKNOWN, arena_text_of(arena, text, length)};
}

/* Cuts at gaps, and behind brackets, but never inside them. */
static struct parts cut(const char *value, struct arena *arena)
{
	struct parts parts = {0};
	const char *start = value;
	size_t depth = 0;

	for (const char *at = value;; at++) {
		size_t gap = depth ? 0 : gap_length(at), closing = closing_length(at);

		depth += *at == '(' || !strncmp(at, "（", 3);
		if (!depth && *at && !gap)
			continue;
		if (depth && closing && !--depth) {
			add_part(&parts, start, (size_t)(at - start) + closing, arena);
			start = at + closing;
		} else if (!*at || gap) {
			add_part(&parts, start, (size_t)(at - start), arena);
			start = at + gap;
		}
		if (!*at)
			return parts;
	}
}

/* 周 颖, 欧阳 静: a surname alone and what behind it makes it a name. */
static bool is_parted_name(const char *first, const char *second, struct arena *arena)
{
	size_t size = strlen(first), rest = strlen(second);
	const char *both = arena_print(arena, "%s%s", first, second);

	return size <= 2 * HAN && surname_length(first, size) == size && (size == HAN || rest == HAN) &&
	       is_person_name(both, size + rest);
}

/* Hoffmann博士 behind Peter */
static bool is_latin_rest(const struct part *before, const struct part *part)
{
	return before->kind == LATIN && part->kind == NAME && (unsigned char)*part->text < 0x80;
}

static size_t bracket_length(const char *text)
{
	return *text == '(' ? 1 : !strncmp(text, "（", 3) ? 3 : 0;
}

/* （带队）张三: what stands in front in brackets is as good as without. */
static const char *without_brackets(const char *text, struct arena *arena)
{
	size_t open = bracket_length(text), length = strlen(text), close = 0;

	if (open && length > open + 3)
		close = text[length - 1] == ')' ? 1 : closing_length(text + length - 3);
	return close ? arena_text_of(arena, text + open, length - open - close) : text;
}

/* Puts together what spaces divide and is one: 周 颖, Kevin Liu, 等 3 人, 张三 （董事长）. */
static void join_parts(struct parts *parts, struct arena *arena)
{
	size_t kept = 0;

	for (size_t i = 0; i < parts->count; i++) {
		struct part *part = &parts->items[i], *before = kept ? &parts->items[kept - 1] : NULL;
		bool is_bracket = before && bracket_length(part->text);

		part->text = before ? part->text : without_brackets(part->text, arena);
		part->kind = is_bracket ? UNKNOWN : kind_of(part->text, arena);
		if (before && (is_bracket || before->kind == OTHERS || is_latin_rest(before, part) || is_parted_name(before->text, part->text, arena)))
			before->text = arena_print(arena, is_latin_rest(before, part) ? "%s %s" : "%s%s", before->text, part->text);
		else if (before && before->kind == LATIN && part->kind == LATIN)
			before->text = arena_print(arena, "%s %s", before->text, part->text);
		else
			parts->items[kept++] = *part;
		if (before && kept && before == &parts->items[kept - 1] && before->kind != LATIN && before->kind != OTHERS)
			before->kind = kind_of(before->text, arena);
	}
	parts->count = kept;
}

static size_t count_kind(const struct parts *parts, enum kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < parts->count; i++)
		count += parts->items[i].kind == kind;
	return count;
}

/* The words of a value. False where one of them is unknown, or all of them are Latin: John Smith, Jr. Each is shorter than the
 * value, so that reading them ends. */
static bool read_parts(struct parts *parts, const char *value, struct arena *arena)
{
	enum { PARTS_MAX = 64 };

	*parts = cut(value, arena);
	if (parts->count < 2 || parts->count > PARTS_MAX)
		return false;
	join_parts(parts, arena);
	if (parts->count < 2 || count_kind(parts, UNKNOWN) || count_kind(parts, LATIN) == parts->count)
		return false;
	for (size_t i = 0; i < parts->count; i++)
		if (parts->items[i].kind == LATIN)
			parts->items[i].kind = NAME;
	return true;
}

/* ── Several persons ─────────────────────────────────────────────────────────────────────────────────── */

static bool is_attribute(enum kind kind)
{
	return kind == TITLE || kind == ORGANIZATION;
}

/* Whether titles and organizations stand before the names (`*is_before`) or behind them, and nowhere both. */
static bool has_order(const struct parts *parts, bool *is_before)
{
	enum kind first = UNKNOWN, last = UNKNOWN;
	size_t organizations = count_kind(parts, ORGANIZATION);

	for (size_t i = 0; i < parts->count; i++) {
		enum kind kind = parts->items[i].kind;

		if (kind == NAME || is_attribute(kind)) {
			first = first == UNKNOWN ? kind : first;
			last = kind;
		}
	}
	*is_before = is_attribute(first);
	if (first == NAME && last == NAME)
		return count_kind(parts, TITLE) + organizations == 0;
	return is_attribute(first) != is_attribute(last) &&
	       (*is_before || !organizations || organizations == count_kind(parts, NAME));
}

struct group {
	const char *organization, *text;
	bool has_name;
};

static void end_group(struct group *group, struct values *values, size_t *capacity, struct arena *arena)
{
	if (!group->has_name)
		return;
	values->items = arena_array_room(arena, values->items, values->count, capacity, sizeof *values->items);
	values->items[values->count++] = group->organization ? arena_print(arena, "%s %s", group->organization, group->text) :
							       group->text;
	group->text = NULL;
	group->has_name = false;
}

/* One value for each name. An organization in front is that of all until another is named. */
static void make_groups(struct values *values, const struct parts *parts, bool is_before, struct arena *arena)
{
	struct group group = {0};
	size_t capacity = 0;

	for (size_t i = 0; i < parts->count; i++) {
		const struct part *part = &parts->items[i];
		bool is_front = is_before && is_attribute(part->kind);

		if (part->kind == NAME ? group.has_name : is_front)
			end_group(&group, values, &capacity, arena);
		group.has_name = group.has_name || part->kind == NAME;
		if (is_front && part->kind == ORGANIZATION)
			group.organization = part->text;
		else
			group.text = group.text ? arena_print(arena, part->kind == OTHERS ? "%s%s" : "%s %s", group.text, part->text) :
						  part->text;
	}
	end_group(&group, values, &capacity, arena);
}

/* John Smith, Mary Jones: each has two names, and none is a title. */
static bool split_latin(struct values *values, const char *value, struct arena *arena)
{
	size_t capacity = 0, length = strlen(value);

	if ((unsigned char)*value >= 0x80 || !strpbrk(value, ",&+"))
		return false;
	for (const char *at = value, *end = at + length; at < end;) {
		const char *text = at;
		size_t size = strcspn(at, ",&+");

		at += size + 1;
		text_trim(&text, &size);
		text = arena_text_of(arena, text, size);
		if (!is_latin_name(text, size) || !strchr(text, ' ') || looks_like_title(text) || is_organization_name(text))
			return false;
		values->items = arena_array_room(arena, values->items, values->count, &capacity, sizeof *values->items);
		values->items[values->count++] = text;
	}
	return values->count > 1;
}

/* The persons of a value; false where it stays whole. */
static bool split_value(struct values *values, const char *value, struct arena *arena)
{
	struct parts parts;
	bool is_before;

	*values = (struct values){0};
	if (split_latin(values, value, arena))
		return true;
	*values = (struct values){0};
	if (!has_gap(value) || !read_parts(&parts, value, arena) || count_kind(&parts, NAME) < 2 ||
	    !has_order(&parts, &is_before))
		return false;
	make_groups(values, &parts, is_before, arena);
	return true;
}

void persons_split(struct values *persons, struct arena *arena)
{
	struct values all = {0}, parts;
	size_t capacity = 0;
	bool has_any = false;

	for (size_t i = 0; i < persons->count; i++)
		has_any = has_any || has_gap(persons->items[i]);
	for (size_t i = 0; i < persons->count && has_any; i++) {
		if (!split_value(&parts, persons->items[i], arena))
			parts = (struct values){1, &persons->items[i]};
		for (size_t k = 0; k < parts.count; k++) {
			all.items = arena_array_room(arena, all.items, all.count, &capacity, sizeof *all.items);
			all.items[all.count++] = parts.items[k];
		}
	}
	if (has_any)
		*persons = all;
}

bool persons_are_several(const char *text, struct arena *arena)
{
	struct values persons = cell_split(persons_unnumber(text, arena), true, false, arena);
	size_t certain = 0;

	persons_split(&persons, arena);
	for (size_t i = 0; i < persons.count; i++) {
		const char *name = person_read(persons.items[i], arena).name;

		certain += is_person_name(name, strlen(name));
	}
	return persons.count > 1 && certain == persons.count;
}

/* ── One person ──────────────────────────────────────────────────────────────────────────────────────── */

static const char *joined(const char *first, const char *second, const char *between, struct arena *arena)
{
	if (!first || !second || !strcmp(first, second))
		return first ? first : second;
	return arena_print(arena, "%s%s%s", first, between, second);
}

static void add_part_to(struct person *person, const struct part *part, struct arena *arena)
{
	struct person inner;

	if (part->kind == TITLE)
		person->title = joined(person->title, part->text, "、", arena);
	else if (part->kind == ORGANIZATION)
		person->organization = part->text;
	else if (part->kind == LEAD)
		person->is_lead = true;
	else if (part->kind == REMARK || part->kind == OTHERS)
		person->remark = joined(person->remark, part->text, ", ", arena);
	if (part->kind != NAME)
		return;
	inner = person_read(part->text, arena);
	person->name = inner.name;
	person->title = joined(person->title, inner.title, "、", arena);
	person->organization = person->organization ? person->organization : inner.organization;
	person->remark = joined(person->remark, inner.remark, ", ", arena);
	person->is_lead = person->is_lead || inner.is_lead;
}

/* 甲公司 总经理: it is not said who that is, but for whom he stood. */
static void take_organization(struct person *person)
{
	if (!person->organization) {
		person->is_nobody = true;
		return;
	}
	person->name = person->organization;
	person->organization = NULL;
	person->remark = person->title;
	person->title = NULL;
	person->is_organization = true;
}

bool person_unspace(struct person *person, struct arena *arena)
{
	const char *bracket_title = person->title;
	struct parts parts;
	size_t names;

	if (!has_gap(person->name) || !read_parts(&parts, person->name, arena))
		return false;
	names = count_kind(&parts, NAME);
	if (names > 1 || count_kind(&parts, ORGANIZATION) + (person->organization != NULL) > 1 ||
	    (!names && !count_kind(&parts, TITLE)))
		return false;
	person->title = NULL;
	person->is_organization = false;
	for (size_t i = 0; i < parts.count; i++)
		add_part_to(person, &parts.items[i], arena);
	person->title = joined(person->title, bracket_title, "、", arena);
	if (!names)
		take_organization(person);
	return true;
}
