/* json.c - writes JSON: pretty and stable, a key a line, one space a level. */
#include "cli/cli.h"

#include <string.h>

/* ── The buffer ──────────────────────────────────────────────────────────────────────────────────────── */

static void flush(struct json *json)
{
	fwrite(json->buffer, 1, json->used, json->out);
	json->used = 0;
}

static inline void put(struct json *json, char byte)
{
	if (json->used == sizeof json->buffer)
		flush(json);
	json->buffer[json->used++] = byte;
}

static void put_bytes(struct json *json, const void *bytes, size_t length)
{
	if (length > sizeof json->buffer - json->used) {
		flush(json);
		if (length > sizeof json->buffer) {
			fwrite(bytes, 1, length, json->out);
			return;
		}
	}
	memcpy(json->buffer + json->used, bytes, length);
	json->used += length;
}

/* ── Strings ─────────────────────────────────────────────────────────────────────────────────────────── */

/* Whether the byte stands for itself. */
static inline bool is_plain(unsigned char byte)
{
	return byte > 0x7f ? byte != 0xc2 : byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f;
}

/* Eight bytes at once, each below 0x20, equal to one of four, or neither: the bits of the borrow tell. May say no in error. */
static inline bool are_plain(const unsigned char *at)
{
	const uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
	const unsigned char escaped[] = {'"', '\\', 0x7f, 0xc2};
	uint64_t bytes, hits;

	memcpy(&bytes, at, 8);
	hits = (bytes - ones * 0x20) & ~bytes;
	for (size_t i = 0; i < sizeof escaped; i++) {
		uint64_t rest = bytes ^ (ones * escaped[i]);

		hits |= (rest - ones) & ~rest;
	}
	return !(hits & highs);
}

static void put_escaped(struct json *json, const unsigned char *at)
{
	char escape[8];

	if (*at == '"' || *at == '\\')
		snprintf(escape, sizeof escape, "\\%c", *at);
	else if (*at == '\n')
		snprintf(escape, sizeof escape, "\\n");
	else
		snprintf(escape, sizeof escape, "\\u%04x", (unsigned)(*at == 0xc2 ? at[1] : *at));
	put_bytes(json, escape, strlen(escape));
}

/* Runs of what stands for itself are written at once; U+0080 to U+009F, two bytes each, are escaped as well. */
static void put_string(struct json *json, const char *text)
{
	const unsigned char *at = (const unsigned char *)text, *from = at, *end = at + strlen(text);

	put(json, '"');
	for (; at < end; at++) {
		bool is_long;

		while (end - at >= 8 && are_plain(at))
			at += 8;
		if (at == end)
			break;
		if (is_plain(*at))
			continue;
		is_long = *at == 0xc2 && at[1] >= 0x80 && at[1] < 0xa0;
		if (*at == 0xc2 && !is_long)
			continue;
		put_bytes(json, from, (size_t)(at - from));
		put_escaped(json, at);
		at += is_long;
		from = at + 1;
	}
	put_bytes(json, from, (size_t)(at - from));
	put(json, '"');
}

/* ── Values ──────────────────────────────────────────────────────────────────────────────────────────── */

static void break_line(struct json *json)
{
	static const char spaces[] = "\n                ";
	unsigned depth = json->depth;

	put_bytes(json, spaces, 1 + (depth < sizeof spaces - 2 ? depth : sizeof spaces - 2));
	for (; depth > sizeof spaces - 2; depth--)
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
