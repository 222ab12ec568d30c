/* news-confidence.c - how sure each rule is, per mille: how often what it found was right in the labelled texts.
 *
 * A share of few is drawn to the middle, (right + 1) of (found + 2), and rounded to 50. tests/news/test_texts.c measures it, prints
 * both, and fails where a rule is much surer than it is right. */
#include "importers/news.h"

static const struct {
	const char *rule;
	unsigned confidence;
} rules[] = {
	{"A visits B", 900},
	{"A goes to B", 850},
	{"A talks with B", 750},
	{"a stop of those on the way", 600},
	{"B receives A", 500},
	{"A and B run something", 750},
	{"A and B sign", 700},
	{"visitor and host talk about something", 700},
	{"A and B talk about something", 700},
	{"A is a partner of B", 600},
	{"A runs something with B", 600},
	{"A runs something for who tells it", 600},
	{"A intends something with B", 600},
	{"B welcomes a project of A", 600},
	{"both intend", 500},
	{"other names of one", 900},
};

unsigned confidence_of(const char *rule)
{
	for (size_t i = 0; i < COUNT(rules); i++)
		if (!strcmp(rules[i].rule, rule))
			return rules[i].confidence;
	return 0;
}
