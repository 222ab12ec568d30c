/* news-runs.h - what the finders of organizations and places share: cuts, and the runs between them. */
#ifndef IMPORTERS_NEWS_RUNS_H
#define IMPORTERS_NEWS_RUNS_H

#include "importers/news.h"

/* Bits of article->is_cut[i], between the characters i - 1 and i. */
enum { CUT_HARD = 1, CUT_JOINT = 2, CUT_INSIDE = 4 /* a word goes on here */ };

/* The next stretch of characters that no name covers and no cut divides, behind run->end. */
bool next_run(const struct article *article, struct span *run);
/* Where in a run the name begins that ends at `end`. */
size_t name_start(const struct article *article, size_t start, size_t end);

/* The name of an organization without administrative prefix and legal form (正星科技); empty where it has no such form. */
struct span core_of(const struct article *article, const struct found *found);
void companies_find(struct article *article); /* news-companies.c */

/* Names by the character with which they begin. */
enum { NAME_BUCKETS = 512 };
struct name_index {
	uint32_t first[NAME_BUCKETS];
	uint32_t *next; /* of each name, the one behind it in its bucket; NOBODY: none */
};
struct name_index name_index_of(struct article *article, size_t most);
void name_index_put(struct name_index *index, uint16_t character, uint32_t name);
static inline uint32_t names_beginning(const struct name_index *index, uint16_t character)
{
	return index->first[character % NAME_BUCKETS];
}

#endif
