/* unicode.h - what graph/ needs to know of characters. */
#ifndef GRAPH_UNICODE_H
#define GRAPH_UNICODE_H

#include "graph/text.h"

bool unicode_is_han(uint32_t character);

/* As it is shown: without the spaces between Han characters that align names in a list (刘 建 华); in the arena. */
char *unicode_shown(struct arena *arena, const char *name);

/* A key without the marks of its letters: "muller" for "müller"; in the arena, or itself. */
const char *unicode_without_marks(struct arena *arena, const char *key);

/* How a key is read: its syllables, joined ("zhanghongjun"), where each begins, and their initials ("zhj"). */
struct spelling {
	const char *syllables, *initials;
	size_t count; /* 0 where no character is Han: there is nothing to read */
	size_t starts[8];
};
/* A person's first character is read as a surname. Texts in the arena; returns the count. */
size_t unicode_spell(struct spelling *spelling, struct arena *arena, const char *key, bool is_person);

#endif
