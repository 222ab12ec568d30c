/* fonts.h - which font covers a text. */
#ifndef VIZ_FONTS_H
#define VIZ_FONTS_H

#include "graph/text.h"

/* Reads fontconfig's configuration, once in a process; without it the first of the others does. */
void fonts_load(void);

/* The families to draw all of `drawn` with, comma-separated, the first being the one that covers most of it. Appends
 * some of the characters that no installed font has. */
char *fonts_choose(struct arena *arena, const char *drawn, struct text *missing);

/* The families of the looks as they are, whatever is installed here. */
char *fonts_any(struct arena *arena);

#endif
