/* json.c - writes JSON: pretty and stable, a key a line, one space a level. */
#include "cli/cli.h"

#include <string.h>

/* ── The buffer ──────────────────────────────────────────────────────────────────────────────────────── */

static void flush(struct json *json)
{
	fwrite(json->buffer, 1, json->used, json->out);
	json->used = 0;
}

/* Where so many bytes may be written; who writes them adds to json->used. */
static inline char *room(struct json *json, size_t bytes)
{
	if (bytes > sizeof json->buffer - json->used)
		flush(json);
	return json->buffer + json->used;
}

static inline void put(struct json *json, char byte)
{
	*room(json, 1) = byte;
	json->used++;
}

/* Few: they fit into the buffer. */
static inline void put_bytes(struct json *json, const void *bytes, size_t length)
{
	memcpy(room(json, length), bytes, length);
	json->used += length;
}

/* ── Strings ─────────────────────────────────────────────────────────────────────────────────────────── */

/* Whether the byte stands for itself. */
static inline bool is_plain(unsigned char byte)
{
	return byte > 0x7f ? byte != 0xc2 && byte != 0xe2 : byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f;
}

/* Eight bytes at once, each below 0x20, equal to one of five, or neither: the bits of the borrow tell. May say no in error. */
static inline bool are_plain(const unsigned char *at)
{
	const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
	const unsigned char escaped[] = {'"', '\\', 0x7f, 0xc2, 0xe2};
	uint64_t bytes, hits;

	memcpy(&bytes, at, 8);
	hits = (bytes - ones * 0x20) & ~bytes;
	for (size_t i = 0; i < sizeof escaped; i++) {
		uint64_t rest = bytes ^ (ones * escaped[i]);

		hits |= (rest - ones) & ~rest;
	}
	return !(hits & highs);
}

/* One that may not stand for itself; returns what is behind it. Nothing is lost in JSON: what a terminal must not get, and what turns
 * the direction of text, is escaped. All of it begins with these two bytes, but for what is merely invisible. */
static const unsigned char *put_escaped(struct json *json, const unsigned char *at)
{
	size_t length = 1;
	bool is_seen = *at > 0x7f && vg_text_visibility((const char *)at, &length) == VG_VISIBLE;
	unsigned code = length == 3   ? (at[0] & 0xfu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu)
			: length == 2 ? (at[0] & 0x1fu) << 6 | (at[1] & 0x3fu)
				      : *at;
	char escape[8];

	if (is_seen)
		put_bytes(json, at, length);
	else if (*at == '"' || *at == '\\')
		put_bytes(json, escape, (size_t)snprintf(escape, sizeof escape, "\\%c", *at));
	else if (*at == '\n')
		put_bytes(json, "\\n", 2);
	else
		put_bytes(json, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", code));
	return at + length;
}

/* What stands for itself is written eight bytes at once. */
static void put_string(struct json *json, const char *text)
{
	const unsigned char *at = (const unsigned char *)text, *end = at + strlen(text);

	put(json, '"');
	while (at < end) {
		for (; end - at >= 8 && are_plain(at); at += 8)
			put_bytes(json, at, 8);
		for (; at < end && is_plain(*at); at++) /* the last ones, and those before one that does not */
			put(json, (char)*at);
		if (at < end)
			at = put_escaped(json, at);
	}
	put(json, '"');
}

/* ── Values ──────────────────────────────────────────────────────────────────────────────────────────── */

static void break_line(struct json *json)
{
	static const char spaces[] = "\n               ";
	enum { FITS = sizeof spaces - 1 };
	unsigned depth = json->depth < FITS ? json->depth : FITS - 1;

	memcpy(room(json, FITS), spaces, FITS); /* more than is needed, but always as many */
	json->used += 1 + depth;
	for (; depth < json->depth; depth++)
		put(json, ' ');
}

/* Everything before a value: the comma, the new line, the key. */
static void lead_in(struct json *json, const char *key)
{
	if (json->has_items)
		put(json, ',');
	if (json->depth)
		break_line(json);
	json->has_items = true;
	if (key) {
		put(json, '"'); /* keys are ours: nothing in them is escaped */
		put_bytes(json, key, strlen(key));
		put_bytes(json, "\": ", 3);
	}
}

void json_open(struct json *json, const char *key, char bracket)
{
	lead_in(json, key);
	put(json, bracket);
	json->depth++;
	json->has_items = false;
}

void json_close(struct json *json, char bracket)
{
	json->depth--;
	if (json->has_items)
		break_line(json);
	put(json, bracket);
	json->has_items = true;
}

void json_text(struct json *json, const char *key, const char *text)
{
	if (!text || !*text) {
		json_null(json, key);
		return;
	}
	lead_in(json, key);
	put_string(json, text);
}

void json_number(struct json *json, const char *key, int64_t number)
{
	char digits[24], *start = digits + sizeof digits;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;

	do
		*--start = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		*--start = '-';
	lead_in(json, key);
	put_bytes(json, start, (size_t)(digits + sizeof digits - start));
}

/* 850 is 0.85. */
void json_share(struct json *json, const char *key, unsigned per_mille)
{
	char digits[5] = {(char)('0' + per_mille / 1000 % 10), '.', (char)('0' + per_mille / 100 % 10),
			  (char)('0' + per_mille / 10 % 10), (char)('0' + per_mille % 10)};
	size_t length = sizeof digits;

	while (digits[length - 1] == '0')
		length--;
	length -= digits[length - 1] == '.';
	lead_in(json, key);
	put_bytes(json, digits, length);
}

void json_bool(struct json *json, const char *key, bool value)
{
	lead_in(json, key);
	put_bytes(json, value ? "true" : "false", value ? 4 : 5);
}

void json_null(struct json *json, const char *key)
{
	lead_in(json, key);
	put_bytes(json, "null", 4);
}

void json_end(struct json *json)
{
	put(json, '\n');
	flush(json);
}
