/* gold.h - reads the labels beside the texts: just as much JSON as they need. */
#ifndef TESTS_NEWS_GOLD_H
#define TESTS_NEWS_GOLD_H

#include "graph/text.h"

#include <stdlib.h>

/* A value; what it holds is a list of values, of an object those with a key. */
struct value {
	char kind; /* 's' text, '[' list, '{' object, 'l' literal */
	const char *key, *text;
	struct value *first, *next;
};

static inline const char *skip_space(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

/* Labels need no \u. */
static inline const char *read_text(const char **text, const char *at, struct arena *arena)
{
	char *out = arena_get(arena, strcspn(at + 1, "\n") + 2), *end = out;

	for (at++; *at && *at != '"'; at++) {
		if (*at == '\\')
			at++;
		*end++ = *at == 'n' && at[-1] == '\\' ? '\n' : *at;
	}
	*text = out;
	return at + (*at == '"');
}

static const char *read_value(struct value *value, const char *at, struct arena *arena);

static inline const char *read_items(struct value *parent, const char *at, struct arena *arena)
{
	char close = parent->kind == '[' ? ']' : '}';
	struct value **last = &parent->first;

	at = skip_space(at + 1);
	while (*at && *at != close) {
		struct value *item = arena_get(arena, sizeof *item);

		if (close == '}') {
			at = skip_space(read_text(&item->key, at, arena));
			at = skip_space(at + (*at == ':'));
		}
		at = skip_space(read_value(item, at, arena));
		at = skip_space(at + (*at == ','));
		*last = item;
		last = &item->next;
	}
	return at + (*at == close);
}

static const char *read_value(struct value *value, const char *at, struct arena *arena)
{
	at = skip_space(at);
	value->kind = *at;
	if (*at == '[' || *at == '{')
		return read_items(value, at, arena);
	if (*at == '"') {
		value->kind = 's';
		return read_text(&value->text, at, arena);
	}
	value->kind = 'l';
	value->text = arena_text_of(arena, at, strcspn(at, ",]} \r\n"));
	return at + strcspn(at, ",]} \r\n");
}

static inline const struct value *field(const struct value *object, const char *key)
{
	for (const struct value *item = object ? object->first : NULL; item; item = item->next)
		if (text_is(item->key, key))
			return item;
	return NULL;
}

static inline bool is_optional(const struct value *object)
{
	return field(object, "optional") && text_is(field(object, "optional")->text, "true");
}

#endif
