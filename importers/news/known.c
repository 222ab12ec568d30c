/* known.c - names that are known before an article is read: the user's own dictionary, and every name in the graph.
 *
 * Who is in the dictionary is found wherever the name stands, but where a company of a longer name begins with it. A name of the graph may be one of half a million, and has to give way
 * where it is only a part of what stands there: 江州市 of 江州市商务局, 高峰 of 提高峰值. */
#include "importers/news/news.h"

#include "importers/news/runs.h"

/* 区委, 区政府, 市商务局, by which a list calls its own: of which district one is, each text says for itself. */
static bool is_relative(vg_kind kind, const char *name)
{
	static const char16_t offices[] = u"委府局办部院会室心大协厅处站所台社";
	uint16_t first = 0, last = 0;
	bool is_office = false;

	for (const char *at = name; *at;) {
		last = character_of(text_next(&at));
		if (!first)
			first = last;
	}
	for (const char16_t *office = offices; *office; office++)
		is_office |= last == *office;
	return kind == VG_ORGANIZATION && is_level(first) && is_office;
}

static vg_status know(void *self, vg_kind kind, const char *name, bool is_stated, vg_error *error)
{
	static const enum word_class classes[] = {
		[VG_PERSON] = GRAPH_PERSON, [VG_ORGANIZATION] = GRAPH_ORGANIZATION, [VG_PLACE] = GRAPH_PLACE};
	size_t characters = 0;

	(void)error;
	for (const char *at = name; *at; characters++)
		text_next(&at);
	if (is_relative(kind, name))
		return VG_OK;
	/* what no list says may be a mistake, and a short one would be made again wherever these characters stand */
	if (characters >= (is_stated ? 2 : kind == VG_PERSON ? 3 : 4))
		words_add(self, classes[kind], name);
	return VG_OK;
}

vg_status words_load_known(struct words **words, const char *dictionary, vg_graph *graph, vg_error *error)
{
	vg_status status = words_load(words, dictionary, error);

	if (!status && graph && (status = vg_names_list(graph, know, *words, error))) {
		words_free(*words);
		*words = NULL;
	}
	return status;
}

/* Whether an ordinary word covers an end of it: 提高 of 提高峰值 */
static bool is_part_of_word(const struct article *article, size_t start, size_t end)
{
	enum { NEAR = 3 };

	for (size_t i = start > NEAR ? start - NEAR : 0; i < end; i++)
		for (size_t m = article->first_match[i]; m < article->first_match[i + 1]; m++) {
			const struct match *match = &article->matches[m];
			size_t match_end = i + match->length;

			if (i < start && match_end > start && match->classes & (IN(NOUN) | IN(PLAIN) | IN(STOP)))
				return true;
			if (i >= start && match_end > end && match->classes & (IN(NOUN) | IN(PLAIN)))
				return true;
		}
	return false;
}

/* (苏州) within a name; 0 where what stands there is no such bracket. */
static size_t bracket_within(const struct article *article, size_t i)
{
	enum { MOST = 8 };
	size_t end = i + 1;

	if (article->chars[i] != '(')
		return 0;
	while (end < i + MOST && is_han(article->chars[end]))
		end++;
	return article->chars[end] == ')' && is_han(article->chars[end + 1]) ? end + 1 - i : 0;
}

/* A company of a longer name begins with it: 德国博世集团 of 德国博世集团(苏州)有限公司, 华润 of 华润雪花啤酒有限公司. */
static bool is_of_company(const struct article *article, size_t end)
{
	static const char *const forms[] = {"公司", "集团", "银行"};
	enum { MOST = 20 };

	for (size_t i = end, bracket; i < end + MOST; i += bracket ? bracket : 1) {
		bracket = bracket_within(article, i);
		if (!bracket && (!is_han(article->chars[i]) || article->title_at[i] ||
				 (i > end && article->is_cut[i] & CUT_JOINT) ||
				 (article->is_cut[i] & CUT_HARD && article->chars[i - 1] != ')')))
			return false;
		for (size_t f = 0; f < COUNT(forms) && !bracket; f++)
			if (text_at(article, i, forms[f]))
				return true;
	}
	return false;
}

/* A longer name may go on behind it: 京东方 of 京东方艺云科技有限公司. */
static bool goes_on(const struct article *article, size_t end)
{
	static const uint64_t ending = IN(ORGANIZATION_ENDING) | IN(DELEGATION_ENDING),
			      more = ending | IN(COMPANY_WORD) | IN(NOUN) | IN(PLACE_ENDING),
			      others = IN(JOINT) | IN(STOP) | IN(TRAVEL) | IN(LOOK) | IN(RECEIVE) | IN(TALK) |
				       IN(LEAD) | IN(ACCOMPANY) | IN(POST) | IN(RANK) | IN(SPEECH) | IN(SIGNED_CUE) |
				       IN(INTENDED_CUE);
	enum { MOST = 12 };

	if ((is_han(article->chars[end]) && article->starts[end] & more) || is_of_company(article, end))
		return true;
	for (size_t i = end; i < end + MOST && is_han(article->chars[i]); i++) {
		if (article->starts[i] & ending)
			return true;
		if (article->starts[i] & others)
			return false;
	}
	return false;
}

size_t known_person(const struct article *article, size_t i)
{
	size_t length = word_at(article, i, IN(KNOWN_PERSON));

	if (length)
		return length;
	length = word_at(article, i, IN(GRAPH_PERSON));
	return length && !is_part_of_word(article, i, i + length) && !(length == 2 && goes_on(article, i + length))
		       ? length
		       : 0;
}

/* 高新区 before 正星科技: the name begins there, as it does where nothing is known. */
static bool begins_before(const struct article *article, size_t start)
{
	enum { MOST = 12 };

	for (size_t back = 2; back <= MOST && back <= start; back++)
		if (word_at(article, start - back, ALL_DIVISIONS | IN(ZONE) | IN(GRAPH_PLACE)) == back)
			return true;
	return false;
}

size_t known_party(const struct article *article, size_t i, bool gives_way, enum mention_kind *kind)
{
	uint64_t graph = IN(GRAPH_ORGANIZATION) | (gives_way ? IN(GRAPH_PLACE) : 0);
	uint64_t known = article->starts[i] & (IN(KNOWN_ORGANIZATION) | IN(KNOWN_PLACE));
	size_t length = word_at(article, i, known);

	if (known && !gives_way && is_of_company(article, i + length))
		return 0;
	if (!known && (known = article->starts[i] & graph)) {
		length = word_at(article, i, known);
		if (!gives_way && (goes_on(article, i + length) || begins_before(article, i) ||
				   is_part_of_word(article, i, i + length)))
			return 0;
	}
	*kind = known & (IN(KNOWN_ORGANIZATION) | IN(GRAPH_ORGANIZATION)) ? ORGANIZATION_MENTION : PLACE_MENTION;
	return known ? length : 0;
}
