/* unicode.c - characters: folding names to what is compared, readings, simplified forms, width. Knows ICU, as does encoding.c. */
#include "graph/unicode.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

bool unicode_is_han(uint32_t character)
{
	return (character >= 0x4e00 && character <= 0x9fff) || (character >= 0x3400 && character <= 0x4dbf) ||
	       character == 0x3007 || (character >= 0x20000 && character <= 0x323af) ||
	       (character >= 0xf900 && character <= 0xfaff);
}

uint32_t text_next(const char **at)
{
	const uint8_t *bytes = (const uint8_t *)*at;
	uint32_t character = bytes[0];
	int more = character >= 0xf0 ? 3 : character >= 0xe0 ? 2 : character >= 0xc2 ? 1 : 0;

	if (character < 0x80) {
		*at += character != 0;
		return character;
	}
	++*at;
	if (!more || character > 0xf4)
		return 0xfffd;
	character &= 0x3fu >> more;
	for (int i = 1; i <= more; i++) {
		if ((bytes[i] & 0xc0) != 0x80)
			return 0xfffd;
		character = character << 6 | (bytes[i] & 0x3f);
		++*at;
	}
	return character;
}

static size_t put_character(char *bytes, uint32_t character)
{
	size_t length = 0;

	U8_APPEND_UNSAFE(bytes, length, (UChar32)character);
	return length;
}

static bool is_space(uint32_t character)
{
	return character == ' ' || (character >= 9 && character <= 13) || character == 0xa0 || character == 0x3000 ||
	       character == 0xfeff || (character >= 0x2000 && character <= 0x200b) || character == 0x202f;
}

/* What comes along unseen when text is copied: marks of direction, soft hyphens. */
static bool is_space_or_unseen(uint32_t character)
{
	return is_space(character) || character == 0xad || character == 0x61c || character == 0x200e || character == 0x200f ||
	       (character >= 0x202a && character <= 0x202e) || (character >= 0x2060 && character <= 0x206f);
}

/* Where the character that ends before `end` begins. */
static const char *step_back(const char *start, const char *end)
{
	do
		end--;
	while (end > start && ((uint8_t)*end & 0xc0) == 0x80);
	return end;
}

/* No white space begins with another byte than these. */
static bool may_begin_space(uint8_t byte)
{
	return byte <= ' ' || byte == 0xc2 || byte == 0xd8 || byte == 0xe2 || byte == 0xe3 || byte == 0xef;
}

void text_trim(const char **text, size_t *length)
{
	const char *start = *text, *end = start + *length;

	while (start < end && may_begin_space((uint8_t)*start)) {
		const char *at = start;

		if (!is_space_or_unseen(text_next(&at)))
			break;
		start = at;
	}
	while (end > start) {
		const char *last = step_back(start, end), *at = last;

		if (!may_begin_space((uint8_t)*last) || !is_space_or_unseen(text_next(&at)))
			break;
		end = last;
	}
	*text = start;
	*length = (size_t)(end - start);
}

size_t vg_text_width(const char *text)
{
	size_t width = 0;
	uint32_t character;

	while ((character = text_next(&text))) {
		int east_asian = u_getIntPropertyValue((UChar32)character, UCHAR_EAST_ASIAN_WIDTH);

		if (U_GET_GC_MASK((UChar32)character) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK))
			continue;
		width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
	}
	return width;
}

/* What NFKC_Casefold drops is invisible, but for what shapes the letters beside it: joiners and variation selectors. */
vg_visibility text_visibility(uint32_t character)
{
	const uint32_t shaping = U_GC_MN_MASK | U_GC_ME_MASK;
	uint32_t category = U_GET_GC_MASK((UChar32)character);

	if (category & (U_GC_CC_MASK | U_GC_CS_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK) || U_IS_UNICODE_NONCHAR(character))
		return VG_CONTROL;
	if (u_hasBinaryProperty((UChar32)character, UCHAR_JOIN_CONTROL) || character == 0x180e)
		return VG_VISIBLE;
	if (u_hasBinaryProperty((UChar32)character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !(category & shaping))
		return VG_INVISIBLE;
	return character >= 0xfff9 && character <= 0xfffb ? VG_CONTROL : VG_VISIBLE; /* interlinear annotation */
}

vg_visibility vg_text_visibility(const char *text, size_t *bytes)
{
	const char *at = text;
	uint32_t character = text_next(&at);

	*bytes = (size_t)(at - text);
	if (character == 0xfffd && strncmp(text, "\xef\xbf\xbd", *bytes))
		return VG_CONTROL;
	return text_visibility(character);
}

/* ── The same name ───────────────────────────────────────────────────────────────────────────────────────
 * NFKC and case folding (Unicode's NFKC_Casefold), then what people type differently without meaning anything else. */

static const struct {
	uint32_t first, last;
	char as[3];
} alike[] = {
	{0x2010, 0x2015, "-"}, {0x2212, 0x2212, "-"}, {0x2500, 0x2501, "-"}, {0x00b7, 0x00b7, "·"},
	{0x2022, 0x2022, "·"}, {0x2027, 0x2027, "·"}, {0x2219, 0x2219, "·"}, {0x22c5, 0x22c5, "·"},
	{0x30fb, 0x30fb, "·"}, {0x3010, 0x3010, "("}, {0x3011, 0x3011, ")"}, {0x3014, 0x3014, "("},
	{0x3015, 0x3015, ")"}, {0x3016, 0x3016, "("}, {0x3017, 0x3017, ")"}, {'[', '[', "("},
	{']', ']', ")"},       {'{', '{', "("},	      {'}', '}', ")"},	     {0x201c, 0x201f, "\""},
	{0x2018, 0x201b, "'"},
};

static size_t put_alike(char *bytes, uint32_t character)
{
	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		if (character >= alike[i].first && character <= alike[i].last)
			return (size_t)(stpcpy(bytes, alike[i].as) - bytes);
	return put_character(bytes, character);
}

bool text_is_key(const char *name)
{
	const uint8_t *at = (const uint8_t *)name;

	for (; *at; at += 3)
		if (*at < 0xe4 || *at > 0xe9 || (*at == 0xe4 && at[1] < 0xb8) || at[1] < 0x80 || at[2] < 0x80)
			return false;
	return at != (const uint8_t *)name;
}

/* NFKC_Casefold, in the arena; text that ICU refuses stays as it is. */
static const char *fold(struct arena *arena, const char *name)
{
	UErrorCode code = U_ZERO_ERROR;
	const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&code);
	int32_t length = (int32_t)strlen(name), room = 4 * length + 64, written = 0;
	UChar *source = arena_get(arena, sizeof *source * (size_t)(length + 1));
	UChar *folded = arena_get(arena, sizeof *folded * (size_t)room);
	char *result = arena_get(arena, 3 * (size_t)room + 1);

	u_strFromUTF8(source, length + 1, &written, name, length, &code);
	written = unorm2_normalize(normalizer, source, written, folded, room, &code);
	u_strToUTF8(result, 3 * room + 1, &length, folded, written, &code);
	return U_FAILURE(code) ? name : result;
}

char *text_key(struct arena *arena, const char *name)
{
	const char *at;
	char *key, *end;
	uint32_t before = 0, character;
	bool has_space = false;

	if (text_is_key(name))
		return arena_text(arena, name);
	at = fold(arena, name);
	key = end = arena_get(arena, 2 * strlen(at) + 1);
	while ((character = text_next(&at))) {
		if (is_space(character)) {
			has_space = before != 0;
			continue;
		}
		if (has_space && !(unicode_is_han(before) && unicode_is_han(character)))
			*end++ = ' ';
		has_space = false;
		end += put_alike(end, character);
		before = character;
	}
	*end = '\0';
	return key;
}

/* Of Latin letters only: elsewhere a mark makes another letter. */
static bool is_marked_latin(uint32_t character)
{
	return (character >= 0xc0 && character < 0x250) || (character >= 0x1e00 && character < 0x1f00);
}

const char *unicode_without_marks(struct arena *arena, const char *key)
{
	static const char first_bytes[] = "\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xe1";
	UErrorCode code = U_ZERO_ERROR;
	const UNormalizer2 *normalizer = unorm2_getNFDInstance(&code);
	char *plain, *end;
	uint32_t character;

	if (!strpbrk(key, first_bytes))
		return key;
	plain = end = arena_get(arena, strlen(key) + 1);
	while ((character = text_next(&key))) {
		UChar parts[8];
		bool has_mark = is_marked_latin(character) &&
				unorm2_getDecomposition(normalizer, (UChar32)character, parts, 8, &code) > 0;

		end += put_character(end, has_mark ? parts[0] : character);
	}
	return plain;
}

static const char *past_spaces(const char *at)
{
	for (const char *next = at; is_space(text_next(&next));)
		at = next;
	return at;
}

char *unicode_shown(struct arena *arena, const char *name)
{
	char *shown = arena_get(arena, strlen(name) + 1), *end = shown;
	uint32_t before = 0;

	while (*name) {
		const char *start = past_spaces(name), *at = start;

		if (start == name || !unicode_is_han(before) || !unicode_is_han(text_next(&at)))
			start = name;
		name = start;
		before = text_next(&name);
		memcpy(end, start, (size_t)(name - start));
		end += name - start;
	}
	return shown;
}

/* ── Readings ────────────────────────────────────────────────────────────────────────────────────────────
 * Tables made at build time by readings/make.c, which says why. */

enum { FIRST_HAN = 0x3400, PAST_HAN = 0xa000 };

extern const uint16_t reading_plain[], reading_surname[], reading_simple[];
extern const char *const reading_syllables[];

static bool has_reading(uint32_t character)
{
	return character >= FIRST_HAN && character < PAST_HAN;
}

char *text_simplify(struct arena *arena, const char *text)
{
	char *simple = arena_get(arena, strlen(text) + 1), *end = simple;
	uint32_t character;

	while ((character = text_next(&text)))
		end += put_character(end, has_reading(character) ? reading_simple[character - FIRST_HAN] : character);
	return simple;
}

static const char *read_character(uint32_t character, bool is_surname, char ascii[2])
{
	const uint16_t *table = is_surname ? reading_surname : reading_plain;

	ascii[0] = character < 0x80 && u_isalnum((UChar32)character) ? (char)character : '\0';
	ascii[1] = '\0';
	return has_reading(character) ? reading_syllables[table[character - FIRST_HAN]] : ascii;
}

size_t unicode_spell(struct spelling *spelling, struct arena *arena, const char *key, bool is_person)
{
	char *end = arena_get(arena, 8 * strlen(key) + 1), *initial = arena_get(arena, strlen(key) + 1);
	bool has_han = false;
	uint32_t character;

	*spelling = (struct spelling){.syllables = end, .initials = initial};
	while ((character = text_next(&key))) {
		char ascii[2];
		const char *read = read_character(character, is_person && !spelling->count, ascii);

		if (!*read)
			continue;
		if (spelling->count < sizeof spelling->starts / sizeof *spelling->starts)
			spelling->starts[spelling->count] = (size_t)(end - spelling->syllables);
		spelling->count++;
		end = stpcpy(end, read);
		*initial++ = *read;
		has_han |= has_reading(character);
	}
	return has_han ? spelling->count : (spelling->count = 0);
}
