/* breaks.c - where a line of text may end: behind a mark, and inside a name only if it is too long for any line. */
#include "graph/text.h"

/* No line begins with the former or ends with the latter; one may end on their other side. */
static const char *const closing_marks[] = {"、", "，", "。", "；", "：", "！", "？", "）", "》",
					    "】", "」", "”",  ",",  ";",  ":",	")",  "/"};
static const char *const opening_marks[] = {"（", "《", "【", "「", "“", "("};

/* What is too long comes apart behind and before these. */
static const char *const heads[] = {"省", "市", "县", "区", "州", "盟", "旗", "集团", "公司", "大学", "学院", "党委", "·"};
static const char *const tails[] = {"有限",   "股份",	"分公司", "委员会", "办公室", "领导小组", "研究院",
				    "研究所", "管理局", "实验室", "工程",   "技术",   "科技"};

static bool begins_with(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strncmp(text, words[i], strlen(words[i])))
			return true;
	return false;
}

static bool ends_with(const char *start, const char *end, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(words[i]);

		if ((size_t)(end - start) >= length && !memcmp(end - length, words[i], length))
			return true;
	}
	return false;
}

#define BEGINS_WITH(text, words) begins_with(text, words, COUNT(words))
#define ENDS_WITH(start, end, words) ends_with(start, end, words, COUNT(words))

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\n';
}

/* Of an alphabet; beyond ASCII most have two bytes. */
static bool is_letter(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xc0 && c < 0x800);
}

/* How good it is if a line ends at a place. */
enum rank { NEVER, ANYWHERE, PART, MARK };

/* `before`, `after`: the characters on both sides of `at`. */
static enum rank rank_of(const char *start, const char *at, uint32_t before, uint32_t after)
{
	if (is_space(at[0]) || BEGINS_WITH(at, closing_marks) || after == 0xb7)
		return NEVER;
	if (is_space(at[-1]))
		return MARK;
	if (ENDS_WITH(start, at, opening_marks) || (is_letter(before) && is_letter(after)))
		return NEVER;
	if (BEGINS_WITH(at, opening_marks))
		return MARK;
	if (ENDS_WITH(start, at, closing_marks)) /* 10:30 stays whole */
		return before < 0x80 && is_letter(after) ? NEVER : MARK;
	return BEGINS_WITH(at, tails) || ENDS_WITH(start, at, heads) ? PART : ANYWHERE;
}

size_t text_width(const char *from, const char *to)
{
	char one[8] = "";

	memcpy(one, from, (size_t)(to - from) < sizeof one ? (size_t)(to - from) : sizeof one - 1);
	return vg_text_width(one);
}

/* The last place of each rank up to where the columns are full. */
struct places {
	size_t last[MARK + 1], full; /* 0: none; `full` the length of a text that fits */
};

static struct places find_places(const char *text, size_t columns)
{
	struct places places = {0};
	const char *at = text;
	uint32_t before = 0;

	for (size_t width = 0; *at;) {
		const char *from = at;
		uint32_t character = text_next(&at);

		if (from > text)
			places.last[rank_of(text, from, before, character)] = (size_t)(from - text);
		width += text_width(from, at);
		if (width > columns && !is_space(*from)) {
			places.full = (size_t)((from > text ? from : at) - text);
			return places;
		}
		before = character;
	}
	places.full = (size_t)(at - text);
	return places;
}

/* Whether all up to the next mark fits on one line. */
static bool fits_whole(const char *text, size_t columns)
{
	struct places places = find_places(text, columns);

	return places.last[MARK] || !text[places.full];
}

size_t vg_text_line(const char *text, size_t columns)
{
	size_t length = strlen(text), mark, part, anywhere;
	struct places places;

	if (length <= columns) /* no character is wider than it has bytes */
		return length;
	places = find_places(text, columns);
	mark = places.last[MARK];
	part = places.last[PART];
	anywhere = places.last[ANYWHERE];
	if (!text[places.full] || (mark && fits_whole(text + mark, columns)))
		return text[places.full] ? mark : places.full;
	if (part > places.full / 2 && part > mark)
		return part;
	for (size_t i = PART; i <= MARK; i++)
		anywhere = places.last[i] > anywhere ? places.last[i] : anywhere;
	return anywhere > places.full / 2 ? anywhere : places.full;
}
