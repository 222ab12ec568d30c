/* source.h - what a page of news is read from: a text, or a web page as text; and where in the file all of it stood. */
#ifndef IMPORTERS_NEWS_SOURCE_H
#define IMPORTERS_NEWS_SOURCE_H

#include "importers/importers.h"

/* A place is the number of bytes that source_next() gave before it. */
struct source;
/* Over a reader at its beginning; *is_html: a line is a paragraph. */
vg_status source_begin(struct source **source, struct reader *reader, const char *file, bool *is_html, vg_error *error);
/* The next block; *length 0 at the end. */
vg_status source_next(struct source *source, const char **bytes, size_t *length, vg_error *error);
/* The bytes of the file in which what stands from `start` to `end` stood, and the line on which it began; of a text, `line` is
 * that line. */
void source_locate(const struct source *source, uint64_t start, uint64_t end, size_t line, vg_passage *passage);
/* Nobody will ask for what stands before the place. */
void source_forget(struct source *source, uint64_t place);
const char *source_encoding(const struct source *source);
void source_free(struct source *source); /* the reader stays open */

#endif
