/* lists.c - companies without an ending in lists: those that are counted (…等6家企业), and those to whom somebody goes. */
#include "importers/news/runs.h"

/* 等6家重点企业, 等多家子公司: what the list was of. */
static bool counts_companies(const struct article *article, size_t i)
{
	static const char *const words[] = {"企业", "公司", "集团", "厂商", "商家", "机构", "单位", "院校", "高校"};
	size_t end = i + 14;

	for (; i < end && i < article->count && !is_clause_end(article->chars[i]) && article->chars[i] != u'的'; i++)
		if (text_at(article, i, "事宜") || text_at(article, i, "问题") || article->starts[i] & IN(JOINT))
			return false; /* 用地保障等事宜与企业… */
		else
			for (size_t w = 0; w < COUNT(words); w++)
				if (text_at(article, i, words[w]))
					return true;
	return false;
}

static void take_list_before(struct article *article, size_t end, const char *rule)
{
	for (unsigned items = 0; items < 20; items++) {
		struct span run;
		size_t start;

		if (end && article->found_at[end - 1]) {
			start = article->found[article->found_at[end - 1] - 1].start;
		} else {
			run = run_before(article, end);
			if (run.start > 2 && article->starts[run.start - 1] & IN(JOINT) &&
			    is_han(article->chars[run.start - 2]) && article->chars[run.start - 3] == u'、' &&
			    article->ends[run.end] & IN(COMPANY_WORD))
				run.start -= 2; /* 、万和电气 */
			start = run.start;
			if (run.end - run.start <= 10)
				company_take(article, run, rule);
			if (start == end)
				return;
			if (start && article->found_at[start - 1]) /* 梧桐园区正星科技 */
				start = article->found[article->found_at[start - 1] - 1].start;
		}
		if (!start || !(article->chars[start - 1] == u'、' || article->starts[start - 1] & IN(JOINT)))
			return;
		end = start - 1;
	}
}

/* 海康威视, 大华技术: no word of every day but the trade at its end, nor a person. */
static bool may_be_visited(const struct article *article, struct span item)
{
	uint64_t allowed = IN(SURNAME) | IN(COMMON_SURNAME) | IN(TRANSLITERATION) | IN(COMPANY_WORD) | IN(COMMON);
	size_t length = item.end - item.start;

	if (length < 3 || length > 6 ||
	    (length == 3 && article->starts[item.start] & (IN(SURNAME) | IN(COMMON_SURNAME))))
		return false;
	for (size_t i = item.start; i < item.end; i++)
		if (article->found_at[i] || !(is_han(article->chars[i]) || is_latin(article->chars[i])) ||
		    (word_at(article, i, ~allowed) >= 2 && !(i + 2 == item.end && text_at(article, i, "技术"))))
			return false;
	return true;
}

static bool ends_in_trade(const struct article *article, size_t end)
{
	return article->ends[end] & IN(COMPANY_WORD) || text_at(article, end - 2, "技术");
}

/* 走访了海康威视、大华技术: a list behind the verb of a visit, one of whom has a trade for its end; 拜访 is of houses alone. */
static void take_visited(struct article *article, size_t verb, size_t i)
{
	enum { ITEMS_MAX = 8 };
	struct span items[ITEMS_MAX];
	size_t count = 0;
	bool is_company = text_at(article, verb, "拜访");

	i += article->chars[i] == u'了' || article->chars[i] == u'过';
	for (; count < ITEMS_MAX; i++) {
		struct span *item = &items[count];

		*item = (struct span){(uint32_t)i, (uint32_t)i};
		while (is_han(article->chars[item->end]) &&
		       (item->end == item->start || !(article->is_cut[item->end] & (CUT_HARD | CUT_JOINT))))
			item->end++;
		if (!may_be_visited(article, *item))
			return;
		count++;
		is_company |= ends_in_trade(article, item->end);
		i = item->end;
		if (article->chars[i] != u'、' && !(article->starts[i] & IN(JOINT)))
			break;
	}
	if (count < 2 || !is_company || is_of_trade(article, i))
		return;
	for (size_t k = 0; k < count; k++)
		company_take(article, items[k], N_("a list of companies"));
}

static void find_visited(struct article *article)
{
	for (size_t m = 0; m < article->match_count; m++) {
		const struct match *match = &article->matches[m];

		if (match->classes & (IN(LOOK) | IN(TRAVEL)) && match == match_at(article, match->start))
			take_visited(article, match->start, match->start + match->length);
	}
}

void company_lists_find(struct article *article)
{
	for (size_t i = 0; (i = character_at(article, i + 1, u'等')) < article->count;)
		if (counts_companies(article, i + 1))
			take_list_before(article, i, N_("a list of companies"));
	find_visited(article);
}

/* 来到|远大可建、义丰祥实业: before a company in a list of those to whom somebody goes. */
static void take_before(struct article *article, struct span name)
{
	struct span run;

	if (name.start < 4 || article->chars[name.start - 1] != u'、' || article->found_at[name.start - 2])
		return;
	run = run_before(article, name.start - 1);
	if (run.end - run.start >= 3 && run.end - run.start <= 6 && article->ends[run.start] & (IN(LOOK) | IN(TRAVEL)))
		company_take(article, run, N_("a list of companies"));
}

/* 拜访了|A公司、B公司: whether somebody goes to those of the list that the name is in. */
static bool is_list_visited(const struct article *article, struct span name)
{
	enum { ITEMS_MAX = 20 };
	size_t start = name.start;

	for (unsigned items = 0;
	     items < ITEMS_MAX && start > 1 &&
	     (article->chars[start - 1] == u'、' || article->ends[start] & IN(JOINT)) && article->found_at[start - 2];
	     items++)
		start = article->found[article->found_at[start - 2] - 1].start;
	if (start && article->chars[start - 1] == u'了')
		start--;
	return article->ends[start] & (IN(LOOK) | IN(TRAVEL));
}

/* A公司|、科大国盾, A公司|和科大国盾: where the next of a list begins; 0: none does. */
static size_t next_of_list(const struct article *article, size_t i)
{
	uint16_t character = article->chars[i];

	if (character == u'、' || character == u'和' || character == u'及')
		return i + 1;
	return text_at(article, i, "以及") ? i + 2 : 0;
}

/* What may stand behind the last of those who are visited. */
static bool ends_list(const struct article *article, size_t i)
{
	return is_clause_end(article->chars[i]) || article->chars[i] == u'等' || next_of_list(article, i) ||
	       article->starts[i] & IN(LOOK);
}

/* 拜访了A公司和|科大国盾: behind a company in such a list. */
static void take_behind(struct article *article, struct span name)
{
	size_t i = name.end;
	bool is_visited = false;

	while ((i = next_of_list(article, i))) {
		struct span item = {(uint32_t)i, (uint32_t)i};

		while (is_han(article->chars[item.end]) &&
		       (item.end == item.start || !(article->is_cut[item.end] & (CUT_HARD | CUT_JOINT))))
			item.end++;
		if (!ends_list(article, item.end) || article->starts[item.start] & IN(COMPOUND_SURNAME) ||
		    !(is_visited || (is_visited = is_list_visited(article, name))) || !may_be_visited(article, item))
			return;
		company_take(article, item, N_("a list of companies"));
		i = item.end;
	}
}

static bool is_company(const struct article *article, struct span name)
{
	return text_at(article, name.end - 2, "公司") || text_at(article, name.end - 2, "集团");
}

/* Beside a company in a list of those to whom somebody goes. */
void companies_find_beside(struct article *article)
{
	size_t count = article->found_count;

	for (size_t f = 0; f < count; f++) {
		struct span name = {article->found[f].start, article->found[f].end}; /* more are put beside it */

		if (article->found[f].kind != ORGANIZATION_MENTION)
			continue;
		take_before(article, name);
		if (next_of_list(article, name.end) && is_company(article, name))
			take_behind(article, name);
	}
}
