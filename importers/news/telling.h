/* telling.h - ties of the article, each told once. */
#ifndef IMPORTERS_NEWS_TELLING_H
#define IMPORTERS_NEWS_TELLING_H

#include "importers/news/sides.h"

/* A tie of two parties, where both are known and are not one. */
void tell_tie(struct account *account, uint32_t a, uint32_t b, vg_tie_status status, const struct token *cue,
	      const char *rule);
/* Of the visitor and the host, or whom else 双方 means. */
void tell_pair(struct account *account, const struct sides *sides, vg_tie_status status, const struct token *cue,
	       const char *rule);
/* One for each pair; true where there was one. */
bool tell_pairs(struct account *account, const struct sides *sides, vg_tie_status status, const struct token *cue,
		const char *rule);
/* 设备由A|供应 */
bool is_by_supplier(const struct account *account, const struct token *cue);

#endif
