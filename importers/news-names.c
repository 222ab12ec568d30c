/* news-names.c - how many characters at a place are a person's name.
 *
 * A name is never told by its characters alone, for any surname is also a word. Whoever asks knows what stands beside it; here
 * it is weighed how long it is: does a word begin behind it, or does a word run across its end (李雅|一行, not 李雅一|行)? */
#include "importers/news-names.h"

/* ── Weighing a name ─────────────────────────────────────────────────────────────────────────────────── */

/* What names are taken from: the classes of words that may stand right behind one. */
#define BEHIND_NAME                                                                                          \
	(IN(SPEECH) | IN(STOP) | IN(HONORIFIC) | IN(POST) | IN(TRAVEL) | IN(LOOK) | IN(RECEIVE) | IN(TALK) | \
	 IN(LEAD) | IN(ACCOMPANY) | IN(PARTY_WORD) | IN(WELCOME) | IN(JOINT) | IN(SEE) | IN(SIGNED_CUE))

int weigh_what_follows(const struct article *article, size_t end)
{
	uint16_t next = article->chars[end];
	size_t word = word_at(article, end, BEHIND_NAME);

	if (!is_han(next))
		return 3;
	if (word >= 2)
		return 2;
	if (word == 1 || title_starting(article, end))
		return 1;
	return 0;
}

/* Whether an ordinary word runs across the end of the name. */
bool is_crossed(const struct article *article, size_t start, size_t end)
{
	for (size_t i = start + 1; i < end; i++)
		if (i + word_at(article, i, ORDINARY) > end && !(i + 2 > end && word_at(article, i, ORDINARY) < 2))
			return true;
	return false;
}

int weigh_last_character(const struct article *article, size_t end, bool is_strong)
{
	uint16_t last = article->chars[end - 1];

	if (is_one_of(last, u"等和与及在的了率赴说任") || word_at(article, end - 1, IN(PARTY_WORD)))
		return -4;
	if (is_one_of(last, u"对就到是将由被并从说还也已参会"))
		return -2;
	if (!is_strong && is_one_of(last, u"市县区镇乡村省街局部厅院校"))
		return -4;
	return 0;
}

static int weigh_name(const struct article *article, size_t start, size_t length, bool is_strong)
{
	size_t end = start + length,
	       word = word_at(article, start, IN(STOP) | IN(PLAIN) | IN(NOUN) | IN(NO_PLACE) | IN(TITLELESS));
	int weight = weigh_what_follows(article, end) + weigh_last_character(article, end, is_strong);

	if (is_crossed(article, start, end))
		weight -= 4;
	if (word >= 2) /* 白云 is a word and a name */
		weight -= !is_strong ? 6 : word == length ? 1 : 2;
	if (word_at(article, start, IN(PROVINCE) | IN(CITY) | IN(COUNTY)) >= length)
		weight -= 6;
	if (word > length)
		weight -= 6;
	if (!is_strong && word_at(article, start,
				  IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT) | IN(PLACE_ENDING) |
					  IN(ORGANIZATION_ENDING) | IN(ZONE) | IN(COUNTRY)) >= 2)
		weight -= 6;
	return weight;
}

bool can_be_given(const struct article *article, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (word_at(article, i, IN(HONORIFIC) | IN(INTRODUCER)) >= 2 || i >= article->count ||
		    !is_han(article->chars[i]) || article->found_at[i] || article->title_at[i])
			return false;
	return true;
}

/* 约翰·史密斯, 阿卜杜拉·买买提: Han on both sides of a middle dot. */
size_t dotted_length(const struct article *article, size_t start)
{
	size_t i = start, dots = 0, since = start;

	while (i < article->count && i - start < 24) {
		if (article->chars[i] == 0x00B7 && i > since) {
			dots++;
			since = i + 1;
		} else if (!is_han(article->chars[i]) && !is_latin(article->chars[i])) {
			break;
		} else if (dots && (word_at(article, i, IN(HONORIFIC) | IN(SPEECH) | IN(PARTY_WORD) | IN(POST)) >= 2 ||
				    (i > since && word_at(article, i, IN(STOP) | IN(JOINT) | IN(TRAVEL) | IN(LEAD))))) {
			break;
		} else if (!dots && i - start > 5 && is_han(article->chars[i])) {
			return 0;
		}
		i++;
	}
	return dots && i > since ? i - start : 0;
}

static size_t latin_length(const struct article *article, size_t start)
{
	size_t i = start;

	if (article->chars[i] < 'A' || article->chars[i] > 'Z')
		return 0;
	while (i < article->count && i - start < 32 &&
	       (is_latin(article->chars[i]) ||
		(is_latin(article->chars[i + 1]) && is_one_of(article->chars[i], u" .-'\u00B7"))))
		i++;
	return i - start >= 2 ? i - start : 0;
}

/* 李 超: two characters that the typesetter drew apart. */
size_t spaced_length(const struct article *article, size_t start)
{
	if (word_at(article, start, IN(SURNAME)) && article->chars[start + 1] == ' ' &&
	    is_han(article->chars[start + 2]) && !is_han(article->chars[start + 3]))
		return 3;
	return 0;
}

/* Whether a word of two characters or more begins in the stretch. */
static bool has_word(const struct article *article, size_t start, size_t length)
{
	for (size_t i = start; i < start + length; i++) {
		const struct match *match = match_at(article, i);

		if (match && match->length > 1 && match->classes & ~(IN(COUNTY_SHORT) | IN(COMPANY_WORD)))
			return true;
	}
	return false;
}

/* 西仓良介, 才让多吉: four characters that are nothing else, between a post and something that ends. */
size_t long_length(const struct article *article, size_t start)
{
	if (!can_be_given(article, start, start + 4) || has_word(article, start, 4) ||
	    !weigh_what_follows(article, start + 4) || word_at(article, start + 2, IN(COMPANY_WORD)) ||
	    weigh_last_character(article, start + 4, false) || article->chars[start + 4] == u'。')
		return 0;
	for (size_t i = start; i < start + 4; i++)
		if (article->starts[i] & (IN(STOP) | IN(JOINT)))
			return 0;
	return 4;
}

/* How many characters at `start` are a person's name, 0 for none. */
size_t name_length(const struct article *article, size_t start, bool is_strong)
{
	size_t known = known_person(article, start), surname, best = 0;
	int best_weight = is_strong ? 0 : 1, worst = best_weight;

	if (known || (known = dotted_length(article, start)))
		return known;
	if (is_strong && (known = latin_length(article, start)))
		return known;
	surname = word_at(article, start, IN(COMPOUND_SURNAME)) ? 2 : word_at(article, start, IN(SURNAME)) ? 1 : 0;
	if (start >= article->count || article->found_at[start])
		return 0;
	if (!surname)
		return 0;
	for (size_t length = surname + 2; length > 1 && length >= surname; length--) {
		int weight;

		if (length == surname && surname == 2)
			length = 2; /* 东方, a plain name of two characters with a surname of one */
		if (!can_be_given(article, start + 1, start + length))
			continue;
		weight = weigh_name(article, start, length, is_strong);
		if (weight > best_weight ||
		    (is_strong && weight == worst && length == surname + 2 && !has_word(article, start, length))) {
			best = length;
			best_weight = weight;
		}
	}
	return best;
}
