/* text.h - what every room shares: failing, arenas, growing arrays, translated words, text as the library handles it. */
#ifndef GRAPH_TEXT_H
#define GRAPH_TEXT_H

#include "visitgraph.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ── Failing ─────────────────────────────────────────────────────────────────────────────────────────── */

/* Writes the error and returns its status:  return fail(error, VG_IO, _("cannot open '%s': %s"), path, strerror(errno)); */
vg_status fail(vg_error *error, vg_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Puts "PLACE: " in front of an error that a deeper layer wrote:  return fail_in(error, "%s:%zu", file, line); */
vg_status fail_in(vg_error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A word or message in the current language. */
#define _(english) vg_say(VG_DEFAULT_LANGUAGE, english)
/* Marks a message for translation where it cannot be called: in a table. */
#define N_(english) english

void tell(const vg_listener *listener, vg_severity severity, const char *where, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* ── Memory: the owner frees once; when there is none, the program ends with one line ────────────────── */

void *memory_get(size_t size);               /* zeroed; free() it */
void *memory_grow(void *block, size_t size); /* realloc(); what is new is not zeroed */

/* Makes room for one more item in an array of `count`:  items = array_room(items, count, &capacity, sizeof *items); */
void *array_room(void *items, size_t count, size_t *capacity, size_t size);

/* Memory that is freed all at once. A zeroed struct is an empty arena. */
struct arena {
	struct arena_block *block; /* the one in use; earlier ones behind it */
	size_t used;
};
void *arena_get(struct arena *arena, size_t size);  /* zeroed, aligned for anything */
void *arena_take(struct arena *arena, size_t size); /* the same, for what is written at once: not zeroed */
char *arena_text(struct arena *arena, const char *text);               /* a copy; NULL gives NULL */
char *arena_text_of(struct arena *arena, const char *text, size_t length); /* of `length` bytes, then NUL */
char *arena_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
void *arena_array_room(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);
void arena_reset(struct arena *arena); /* empty, but keeps its first block */
void arena_free(struct arena *arena);

/* A zeroed struct of `size` that owns an arena for what it points to, as every answer of the library does. */
void *owner_get(size_t size);
struct arena *owner_arena(void *owner);
void owner_free(void *owner); /* with its arena; NULL is nothing */

/* Text that grows. A zeroed struct is empty text; `bytes` is NULL then. Always ends with NUL once written to. */
struct text {
	char *bytes;
	size_t length, capacity;
};
void text_reserve(struct text *text, size_t more); /* room for so many bytes and NUL */
void text_add(struct text *text, const char *bytes, size_t length);
void text_put(struct text *text, const char *string);
void text_print(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_free(struct text *text);

/* ── Text ────────────────────────────────────────────────────────────────────────────────────────────── */

/* A 64-bit hash of any bytes; the same on every machine. */
uint64_t text_hash(const void *bytes, size_t length, uint64_t seed);
static inline bool text_is_empty(const char *text)
{
	return !text || !*text;
}
static inline bool text_is(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}
/* The code point at *at, which moves behind it; U+FFFD for what is not UTF-8. 0 at the end. */
uint32_t text_next(const char **at);
/* Columns of one character, which ends before `to`. */
size_t text_width(const char *from, const char *to);
/* What vg_text_visibility() says of a code point. */
vg_visibility text_visibility(uint32_t character);
/* A file's name as text: its bytes may be no UTF-8 but GB 18030, as packed files of Chinese Windows leave them. In the arena. */
char *text_of_file_name(struct arena *arena, const char *name);
/* Without the white space (U+3000 and no-break spaces too) at both ends: moves *text and shortens *length. */
void text_trim(const char **text, size_t *length);
/* The beginning of a text as a message can quote it: one line, cut between characters. Returns `out`. */
enum { EXCERPT = 100 };
const char *text_excerpt(char out[EXCERPT], const char *text);

/* What "the same name" means: NFKC, case folded, no spaces between Han characters and single ones elsewhere, middle
 * dots, brackets and dashes unified. In the arena. (names.c; what is compared, never what is shown.) */
char *text_key(struct arena *arena, const char *name);
bool text_is_key(const char *name); /* most Chinese names: Han characters and nothing else */
/* With Traditional characters as Simplified ones; in the arena. */
char *text_simplify(struct arena *arena, const char *text);

/* ── Where text stood before it was changed (origins.c) ──────────────────────────────────────────────────── */

/* A zeroed struct is empty. Characters are added in the order of their places, which are those in the changed text. */
struct origins {
	struct run *runs;
	size_t first, count, capacity;
};
void origins_add(struct origins *origins, uint64_t place, uint64_t origin, uint32_t width);
/* Where the character at `place` stood; behind the last one `end`. */
uint64_t origins_find(const struct origins *origins, uint64_t place, uint64_t end);
/* Nobody will ask for what stands before `place`. */
void origins_forget(struct origins *origins, uint64_t place);
void origins_free(struct origins *origins);

/* ── Files as UTF-8 (encoding.c) ─────────────────────────────────────────────────────────────────────── */

/* Reads a file twice: once through for its digest and encoding when it is opened, then block by block as UTF-8 without
 * BOM. A stream ("-") is kept in a file without a name. */
struct reader;
/* `encoding` NULL: detected (BOM, UTF-8, UTF-16 by its zeros, GB18030 and others by ICU). VG_USAGE: no such encoding. */
vg_status reader_open(struct reader **reader, const char *path, const char *encoding, vg_error *error);
/* The next block; *length 0 at the end. The bytes live until the next call. VG_BAD_INPUT: "FILE:LINE: …" where bytes are
 * not of the encoding. */
vg_status reader_next(struct reader *reader, const char **bytes, size_t *length, vg_error *error);
/* From the next rewinding on, the reader can tell where in the file everything stands that it gives. A place is the number of
 * bytes that it gave before. */
void reader_track(struct reader *reader);
uint64_t reader_origin(const struct reader *reader, uint64_t place);
void reader_forget(struct reader *reader, uint64_t place);
/* Back to the first block. */
vg_status reader_rewind(struct reader *reader, vg_error *error);
const char *reader_encoding(const struct reader *reader);
const uint64_t *reader_digest(const struct reader *reader); /* two words: XXH3, 128 bits, of the bytes as they are */
uint64_t reader_size(const struct reader *reader);          /* in bytes, as they are */
uint64_t reader_done(const struct reader *reader);          /* how many of them were read so far */
void reader_free(struct reader *reader);

/* The current UTC time, or SOURCE_DATE_EPOCH where that is set, as "2026-11-24T18:51:35Z". */
void time_stamp(char out[21]);

#endif
