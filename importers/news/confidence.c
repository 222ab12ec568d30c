/* confidence.c - how sure each rule is, per mille: how often what it found was right in the labelled texts that are held out.
 *
 * They are few, so each share is drawn to 0.7, which is that of all rules together: (right + 7) of (found + 10), rounded to 50.
 * tests/news/test_texts.c measures it and prints both, and fails where a rule is much surer than it is right. */
#include "importers/news/news.h"

enum { UNKNOWN = 1 }; /* a rule that is not in the table is not believed */

static const struct {
	const char *rule;
	unsigned confidence;
} rules[] = {
	{"A goes to B", 850},
	{"A visits B", 800},
	{"B receives A", 700},
	{"A talks with B", 700},
	{"a stop of those on the way", 700},
	{"a form says who came", 700},
	{"A and B sign", 750},
	{"A intends something with B", 750},
	{"both intend", 650},
	{"visitor and host talk about something", 750},
	{"A and B talk about something", 750},
	{"A and B run something", 750},
	{"A runs something with B", 750},
	{"A runs something for who tells it", 700},
	{"A is a partner of B", 700},
	{"B welcomes a project of A", 700},
	{"other names of one", 900},
};

unsigned confidence_of(const char *rule)
{
	for (size_t i = 0; i < COUNT(rules); i++)
		if (!strcmp(rules[i].rule, rule))
			return rules[i].confidence;
	return UNKNOWN;
}
