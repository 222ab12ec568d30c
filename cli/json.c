/* json.c - writes JSON: pretty and stable, a key a line, one space a level. */
#include "cli/cli.h"

#include <inttypes.h>
#include <string.h>

/* Whether the byte stands for itself. */
static bool is_plain(unsigned char byte)
{
	return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f && byte != 0xc2;
}

static void write_string(FILE *out, const char *text)
{
	fputc('"', out);
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		if (is_plain(*at))
			putc_unlocked(*at, out);
		else if (*at == '"' || *at == '\\')
			fprintf(out, "\\%c", *at);
		else if (*at == '\n')
			fputs("\\n", out);
		else if (*at < 0x20 || *at == 0x7f)
			fprintf(out, "\\u%04x", *at);
		else if (*at == 0xc2 && at[1] >= 0x80 && at[1] < 0xa0)
			fprintf(out, "\\u%04x", *++at);
		else
			fputc(*at, out);
	}
	fputc('"', out);
}

static void break_line(struct json *json)
{
	putc_unlocked('\n', json->out);
	for (unsigned i = 0; i < json->depth; i++)
		putc_unlocked(' ', json->out);
}

/* Everything before a value: the comma, the new line, the key. */
static void lead_in(struct json *json, const char *key)
{
	if (json->has_items)
		fputc(',', json->out);
	if (json->depth)
		break_line(json);
	json->has_items = true;
	if (key) {
		write_string(json->out, key);
		fputs(": ", json->out);
	}
}

void json_open(struct json *json, const char *key, char bracket)
{
	lead_in(json, key);
	fputc(bracket, json->out);
	json->depth++;
	json->has_items = false;
}

void json_close(struct json *json, char bracket)
{
	json->depth--;
	if (json->has_items)
		break_line(json);
	fputc(bracket, json->out);
	json->has_items = true;
}

void json_text(struct json *json, const char *key, const char *text)
{
	if (!text || !*text) {
		json_null(json, key);
		return;
	}
	lead_in(json, key);
	write_string(json->out, text);
}

void json_number(struct json *json, const char *key, int64_t number)
{
	lead_in(json, key);
	fprintf(json->out, "%" PRId64, number);
}

void json_share(struct json *json, const char *key, unsigned per_mille)
{
	char digits[8];
	size_t length = (size_t)snprintf(digits, sizeof digits, "%u.%03u", per_mille / 1000 % 1000, per_mille % 1000);

	while (digits[length - 1] == '0')
		length--;
	length -= digits[length - 1] == '.';
	lead_in(json, key);
	fprintf(json->out, "%.*s", (int)length, digits);
}

void json_bool(struct json *json, const char *key, bool value)
{
	lead_in(json, key);
	fputs(value ? "true" : "false", json->out);
}

void json_null(struct json *json, const char *key)
{
	lead_in(json, key);
	fputs("null", json->out);
}

void json_end(struct json *json)
{
	fputc('\n', json->out);
}
