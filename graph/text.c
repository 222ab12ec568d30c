/* text.c - failing, memory, growing text, and messages in two languages. */
#include "graph/text.h"

#include <stdlib.h>
#include <time.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* ── Failing ─────────────────────────────────────────────────────────────────────────────────────────── */

vg_status fail(vg_error *error, vg_status status, const char *format, ...)
{
	va_list arguments;

	error->status = status;
	va_start(arguments, format);
	vsnprintf(error->message, sizeof error->message, format, arguments);
	va_end(arguments);
	return status;
}

vg_status fail_in(vg_error *error, const char *format, ...)
{
	char what[sizeof error->message], where[sizeof error->message];
	va_list arguments;

	memcpy(what, error->message, sizeof what);
	va_start(arguments, format);
	vsnprintf(where, sizeof where, format, arguments);
	va_end(arguments);
	if (snprintf(error->message, sizeof error->message, "%s: %s", where, what) < 0)
		*error->message = '\0';
	return error->status;
}

void tell(const vg_listener *listener, vg_severity severity, const char *where, const char *format, ...)
{
	va_list arguments;
	char *line;
	size_t size;

	if (!listener || !listener->tell)
		return;
	va_start(arguments, format);
	size = (size_t)vsnprintf(NULL, 0, format, arguments) + 1;
	va_end(arguments);
	line = memory_get(size);
	va_start(arguments, format);
	vsnprintf(line, size, format, arguments);
	va_end(arguments);
	listener->tell(listener->self, severity, where, line);
	free(line);
}

/* ── Memory ──────────────────────────────────────────────────────────────────────────────────────────── */

static void *need(void *block)
{
	if (!block) {
		fputs("visitgraph: out of memory\n", stderr);
		exit(4);
	}
	return block;
}

void *memory_get(size_t size)
{
	return need(calloc(1, size ? size : 1));
}

void *memory_grow(void *block, size_t size)
{
	return need(realloc(block, size ? size : 1));
}

static size_t next_capacity(size_t capacity)
{
	return capacity ? capacity * 2 : 8;
}

void *array_room(void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	*capacity = next_capacity(*capacity);
	return memory_grow(items, *capacity * size);
}

struct arena_block {
	struct arena_block *before;
	size_t size;
	max_align_t bytes[];
};

enum { ARENA_BLOCK = 64 * 1024 };

void *arena_take(struct arena *arena, size_t size)
{
	size_t room = (size + sizeof(max_align_t) - 1) & ~(sizeof(max_align_t) - 1);
	void *bytes;

	if (!arena->block || arena->block->size - arena->used < room) {
		size_t block_size = room > ARENA_BLOCK / 4 ? room : ARENA_BLOCK;
		struct arena_block *block = need(malloc(sizeof *block + block_size));

		block->before = arena->block;
		block->size = block_size;
		arena->block = block;
		arena->used = 0;
	}
	bytes = (char *)arena->block->bytes + arena->used;
	arena->used += room;
	return bytes;
}

void *arena_get(struct arena *arena, size_t size)
{
	return memset(arena_take(arena, size), 0, size);
}

char *arena_text_of(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_take(arena, length + 1);

	if (length)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
	return text ? arena_text_of(arena, text, strlen(text)) : NULL;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	size_t length;
	char most[256], *text;

	va_start(arguments, format);
	length = (size_t)vsnprintf(most, sizeof most, format, arguments);
	va_end(arguments);
	if (length < sizeof most)
		return arena_text_of(arena, most, length);
	text = arena_get(arena, length + 1);
	va_start(arguments, format);
	vsnprintf(text, length + 1, format, arguments);
	va_end(arguments);
	return text;
}

void *arena_array_room(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
	void *larger;

	if (count < *capacity)
		return items;
	*capacity = next_capacity(*capacity);
	larger = arena_get(arena, *capacity * size);
	if (count)
		memcpy(larger, items, count * size);
	return larger;
}

void arena_reset(struct arena *arena)
{
	while (arena->block && arena->block->before) {
		struct arena_block *before = arena->block->before;

		free(arena->block);
		arena->block = before;
	}
	arena->used = 0;
}

void arena_free(struct arena *arena)
{
	arena_reset(arena);
	free(arena->block);
	*arena = (struct arena){0};
}

struct owner {
	struct arena arena;
	max_align_t bytes[];
};

void *owner_get(size_t size)
{
	struct owner *owner = memory_get(sizeof *owner + size);

	return owner->bytes;
}

struct arena *owner_arena(void *owner)
{
	return &((struct owner *)((char *)owner - offsetof(struct owner, bytes)))->arena;
}

void owner_free(void *owner)
{
	if (!owner)
		return;
	arena_free(owner_arena(owner));
	free((char *)owner - offsetof(struct owner, bytes));
}

/* ── Growing text ────────────────────────────────────────────────────────────────────────────────────── */

void text_reserve(struct text *text, size_t more)
{
	size_t needed = text->length + more + 1;

	if (needed <= text->capacity)
		return;
	while (text->capacity < needed)
		text->capacity = text->capacity ? text->capacity * 2 : 256;
	text->bytes = memory_grow(text->bytes, text->capacity);
}

void text_add(struct text *text, const char *bytes, size_t length)
{
	text_reserve(text, length);
	if (length)
		memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

void text_put(struct text *text, const char *string)
{
	text_add(text, string, strlen(string));
}

void text_print(struct text *text, const char *format, ...)
{
	va_list arguments;
	size_t length, room;

	text_reserve(text, 0);
	room = text->capacity - text->length;
	va_start(arguments, format);
	length = (size_t)vsnprintf(text->bytes + text->length, room, format, arguments);
	va_end(arguments);
	if (length >= room) {
		text_reserve(text, length);
		va_start(arguments, format);
		vsnprintf(text->bytes + text->length, length + 1, format, arguments);
		va_end(arguments);
	}
	text->length += length;
}

void text_free(struct text *text)
{
	free(text->bytes);
	*text = (struct text){0};
}

const char *text_excerpt(char out[EXCERPT], const char *text)
{
	static const char ellipsis[] = "…";
	size_t length = strlen(text), room = EXCERPT - sizeof ellipsis;
	size_t kept = length < room ? length : room;

	while (kept < length && kept && ((unsigned char)text[kept] & 0xC0) == 0x80)
		kept--;
	for (size_t i = 0; i < kept; i++)
		out[i] = (unsigned char)text[i] < ' ' || text[i] == 0x7F ? ' ' : text[i];
	memcpy(out + kept, kept < length ? ellipsis : "", kept < length ? sizeof ellipsis : 1);
	return out;
}

uint64_t text_hash(const void *bytes, size_t length, uint64_t seed)
{
	return XXH3_64bits_withSeed(bytes, length, seed);
}

void time_stamp(char out[21])
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : time(NULL);
	struct tm parts;

	gmtime_r(&now, &parts);
	strftime(out, 21, "%Y-%m-%dT%H:%M:%SZ", &parts);
}

/* ── Languages ───────────────────────────────────────────────────────────────────────────────────────────
 * The catalogue is gettext's own format (po/zh_CN.po, compiled by msgfmt), but it is linked in and looked up here:
 * since 2.38 or so glibc ignores LANGUAGE in the C.UTF-8 locale, which is the only one a bare machine has, and a
 * program that is asked for --lang zh must not depend on which locales an administrator generated.
 * The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html */

extern const unsigned char catalogue_zh[];

static vg_language current_language = VG_ENGLISH;

void vg_language_set(vg_language language)
{
	current_language = language == VG_DEFAULT_LANGUAGE ? VG_ENGLISH : language;
}

vg_language vg_language_current(void)
{
	return current_language;
}

static uint32_t catalogue_word(size_t offset)
{
	uint32_t word;

	memcpy(&word, catalogue_zh + offset, sizeof word);
	return word;
}

const char *vg_say(vg_language language, const char *english)
{
	size_t low = 0, high = catalogue_word(8);
	size_t originals = catalogue_word(12), translations = catalogue_word(16);

	if (language == VG_DEFAULT_LANGUAGE)
		language = current_language;
	if (language != VG_CHINESE || !english || !*english)
		return english;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(english, (const char *)catalogue_zh + catalogue_word(originals + 8 * middle + 4));

		if (!order)
			return (const char *)catalogue_zh + catalogue_word(translations + 8 * middle + 4);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return english;
}
