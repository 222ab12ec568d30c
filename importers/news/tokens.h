/* tokens.h - a sentence as the names and the cues in it: what visits and ties are read from. */
#ifndef IMPORTERS_NEWS_TOKENS_H
#define IMPORTERS_NEWS_TOKENS_H

#include "importers/news/news.h"

enum token_kind {
	NAME_TOKEN,
	GROUP_TOKEN,
	SELF_TOKEN,
	TRAVEL_TOKEN,
	LOOK_TOKEN,
	RECEIVE_TOKEN,
	TALK_TOKEN,
	LEAD_TOKEN,
	ACCOMPANY_TOKEN,
	PARTY_TOKEN,
	WELCOME_TOKEN,
	CLAUSE_TOKEN,
	JOINT_TOKEN,
	PASSIVE_TOKEN,
	SIGNED_TOKEN,
	INTENDED_TOKEN,
	OPERATING_TOKEN,
	BOTH_TOKEN,
	THIS_TOKEN,
	OTHER_TOKEN,
};

struct token {
	enum token_kind kind;
	uint32_t start, end;
	uint32_t entity; /* of a name, else NOBODY */
	bool is_quoted;	 /* it stands in quotation marks: said, or so called, but not told */
};

enum { TOKENS_MAX = 160 };
struct tokens {
	struct token items[TOKENS_MAX];
	size_t count;
	bool is_quoted; /* while they are read: whether quotation marks are open */
};

/* Those of a sentence, which are kept with it for the next who asks. */
void tokens_read(struct tokens *tokens, struct article *article, struct sentence *sentence);

#endif
