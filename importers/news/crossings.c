/* crossings.c - words that give way to a name which begins inside them: 会见|中粮集团, not 会见中|粮集团; 考察|团风县, 到|来宾市. */
#include "importers/news/runs.h"

/* Words that are a verb of a visit and something behind it, and the verbs. */
#define VERBS (IN(LOOK) | IN(RECEIVE) | IN(TALK) | IN(TRAVEL))
#define MORE_THAN_VERBS (IN(NO_VISIT) | IN(STOP) | IN(PLAIN) | IN(GROUP) | IN(WELCOME))
/* Names that reach over the end of a word whatever stands behind them. */
#define NAMES                                                                                               \
	(IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT) | IN(COUNTRY) | IN(KNOWN_ORGANIZATION) | \
	 IN(KNOWN_PLACE) | IN(KNOWN_PERSON) | IN(GRAPH_ORGANIZATION) | IN(GRAPH_PLACE) | IN(GRAPH_PERSON) | \
	 IN(ORGANIZATION_HEAD))

/* Behind 会见中 none of these begins the rest of a name (会见中双方, 座谈中了解到, 调研中市长…). */
#define NO_REST                                                                                                 \
	(IN(STOP) | IN(BOTH) | IN(SELF) | IN(HOME) | IN(POST) | IN(RANK) | IN(JOINT) | IN(PARTY_WORD) | VERBS | \
	 IN(TO_COME) | IN(GROUP))

/* Whether a word of the classes begins in the last characters of the match, behind the verb, and goes on behind it. */
static bool is_crossed_by(const struct article *article, const struct match *match, size_t verb, uint64_t classes)
{
	for (size_t i = match->start + verb; i < match->start + match->length; i++)
		if (i + word_at(article, i, classes) > match->start + match->length)
			return true;
	return false;
}

/* 来临|江区: a county's short name crosses the end of the word, and its level follows. */
static bool is_crossed_by_county(const struct article *article, const struct match *match, size_t verb)
{
	for (size_t i = match->start + verb; i < match->start + match->length; i++) {
		size_t end = i + word_at(article, i, IN(COUNTY_SHORT));

		if (end > match->start + match->length && is_level(article->chars[end]))
			return true;
	}
	return false;
}

/* How far a name may go on from i: to a mark, or a word that is part of none. */
static size_t rest_end(const struct article *article, size_t i)
{
	enum { REACH = 30 };
	uint64_t others = NO_REST & ~(IN(SELF) | IN(JOINT) | IN(TALK));

	for (size_t end = i + REACH; i < end && is_name_character(article->chars[i]);) {
		const struct match *match = match_at(article, i);

		if (match && match->classes & others && !(match->classes & IN(ORGANIZATION_ENDING)))
			return i;
		i += match && match->length > 1 ? match->length : 1;
	}
	return i;
}

static bool has_ending(const struct article *article, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++) {
		size_t length = word_at(article, i, IN(ORGANIZATION_ENDING) | IN(COMPANY_WORD));

		if (length > 1 && i + length > start)
			return true;
	}
	return false;
}

/* 会见中张三表示, 在调研中李四对…: a person does something meanwhile. */
static bool is_meanwhile(const struct article *article, const struct match *match, size_t end)
{
	size_t start = match->start + match->length;

	if (end == start)
		return true;
	return article->starts[start] & (IN(COMMON_SURNAME) | IN(COMPOUND_SURNAME)) && end - start < 5 &&
	       (word_at(article, end, IN(SPEECH)) ||
		(word_at(article, end, IN(STOP)) && match->start && article->chars[match->start - 1] == u'在'));
}

/* Whether a name begins in what the word has behind its verb. */
static bool gives_way(const struct article *article, const struct match *match, size_t verb)
{
	size_t end = match->start + match->length;
	bool goes = word_at(article, match->start, IN(TRAVEL)) == verb;
	uint16_t last = article->chars[end - 1];

	if (is_crossed_by(article, match, verb, NAMES) || is_crossed_by_county(article, match, verb))
		return true;
	if (goes || match->length != verb + 1)
		return false;
	if (last == u'中')
		return !is_meanwhile(article, match, rest_end(article, end)) &&
		       !(word_at(article, end - 1, IN(ORGANIZATION_ENDING)) == 2 && /* 调研中心 */
			 !has_ending(article, end + 1, rest_end(article, end + 1)));
	return (is_crossed_by(article, match, verb, IN(PLAIN) | IN(NOUN) | IN(COMMON) | IN(COMPANY_WORD)) &&
		!word_at(article, end - 1, IN(POST) | IN(STOP) | IN(GROUP)) && /* 考察组|组长 */
		has_ending(article, end + 1, rest_end(article, end + 1)));
}

/* The verb with which the word begins; NULL where it is none, or is one itself. */
static struct match *verb_of(const struct article *article, const struct match *match)
{
	struct match *shorter = article->matches + (match - article->matches) + 1;
	const struct match *end = article->matches + article->first_match[match->start + 1];

	for (; shorter < end; shorter++)
		if (shorter->classes & VERBS)
			return shorter;
	return NULL;
}

/* The verb ends right before i, or 了 or 、 stands there; for 和 only one whose guest or host stands behind it, since 考察和洽谈 are two. */
static bool is_behind_verb(const struct article *article, size_t i, bool is_joint)
{
	uint64_t verbs = IN(RECEIVE) | IN(TRAVEL) | (is_joint && article->chars[i - 1] != u'访' ? 0 : IN(LOOK));

	return article->ends[i] & verbs || article->chars[i - 1] == u'、' ||
	       (article->chars[i - 1] == u'了' && article->ends[i - 1] & (IN(LOOK) | IN(TRAVEL) | IN(RECEIVE)));
}

bool begins_house(const struct article *article, size_t i)
{
	static const char16_t first[] = u"和与暨及派是使去对"; /* the first four join */
	static const char *const forms[] = {"公司", "集团", "大学"};
	size_t at = 0, end;

	while (first[at] && first[at] != article->chars[i])
		at++;
	if (!first[at] || !i || !is_behind_verb(article, i, at < 4))
		return false;
	if (word_at(article, i + 1,
		    IN(STOP) | IN(SELF) | IN(HOME) | IN(COUNTRY) | IN(PROVINCE) | IN(CITY) | IN(COUNTY)))
		return false; /* 与该公司, 是德国绿手指公司 */
	end = rest_end(article, i + 1);
	for (i += 2; i < end; i++)
		for (size_t f = 0; f < COUNT(forms); f++)
			if (text_at(article, i, forms[f]))
				return true;
	return false;
}

void words_give_way(struct article *article)
{
	for (size_t m = 0; m < article->match_count; m++) {
		struct match *match = &article->matches[m], *verb;

		if (!(match->classes & MORE_THAN_VERBS) || match->length < 2 || !(verb = verb_of(article, match)) ||
		    !gives_way(article, match, verb->length))
			continue;
		article->ends[match->start + match->length] &= ~match->classes;
		*match = *verb;
	}
}
