/* starts.c - where in a run the name begins that ends it: behind what is no part of it, at the last division but for branches. */
#include "importers/news/runs.h"

static bool is_head(const struct article *article, size_t start, size_t end)
{
	size_t word = word_at(article, start, IN(ORGANIZATION_HEAD) | ALL_DIVISIONS | IN(ZONE) | IN(COUNTRY));

	return word && start + word == end;
}

/* 徽津银行|芜湖分行: a branch keeps the name of its house. */
static bool is_branch(const struct article *article, size_t division, size_t end)
{
	static const char *const endings[] = {"公司",	"分行",	  "支行", "分公司",   "支公司",
					      "分院",	"分校",	  "分局", "分社",     "分会",
					      "办事处", "代表处", "分部", "中心支行", "供电公司"};

	if (text_at(article, division - 2, "公司") &&
	    !(article->chars[end - 2] == u'分' || article->chars[end - 3] == u'分'))
		return false;
	for (size_t i = 0; article->ends[division] & IN(ORGANIZATION_ENDING) && i < COUNT(endings); i++)
		if (text_at(article, end - strlen(endings[i]) / 3, endings[i]))
			return true;
	return false;
}

/* 吴江|安徽商会: those who come from one division, in another. */
static bool is_of_fellows(const struct article *article, size_t head, size_t division, size_t end)
{
	static const char *const endings[] = {"商会", "同乡会", "联谊会", "校友会"};

	if (word_at(article, head, IN(COUNTY_SHORT)) != division - head)
		return false;
	for (size_t i = 0; i < COUNT(endings); i++)
		if (text_at(article, end - strlen(endings[i]) / 3, endings[i]))
			return true;
	return false;
}

/* 应…邀请 */
static bool is_invitation(const struct article *article, size_t i)
{
	for (; !is_clause_end(article->chars[i]); i++)
		if (text_at(article, i, "邀请"))
			return true;
	return false;
}

/* Nothing but words of a trade and a legal form, 集团有限公司, up to the end. */
static bool is_form(const struct article *article, size_t i, size_t end)
{
	static const char *const forms[] = {"有限责任公司", "有限公司", "控股", "集团", "公司"};
	size_t length;

	for (; i < end; i += length) {
		length = word_at(article, i, IN(COMPANY_WORD) | IN(NOUN));
		for (size_t f = 0; length < 2 && f < COUNT(forms); f++)
			length = text_at(article, i, forms[f]) ? strlen(forms[f]) / 3 : length;
		if (length < 2)
			return false;
	}
	return i == end;
}

static bool is_full_form(const struct article *article, size_t end)
{
	return text_at(article, end - 4, "有限公司") || text_at(article, end - 6, "有限责任公司");
}

/* A word of one character, at which names end, or of two: of 与会|通新材料 the last is the name's. */
static size_t stop_before(const struct article *article, size_t i)
{
	static const char16_t never[] = u"的了某该各等两多一几赴";
	uint64_t words = IN(STOP) | IN(JOINT) | IN(TRAVEL) | IN(LEAD);

	if (!i || article->found_at[i - 1] || article->title_at[i - 1])
		return 0;
	for (const char16_t *character = never; *character; character++)
		if (article->chars[i - 1] == *character)
			return 0;
	if (word_at(article, i - 1, words) == 1)
		return 1;
	return i > 1 && article->ends[i] & IN(STOP) && is_han(article->chars[i - 2]) && !article->found_at[i - 2] ? 2
														  : 0;
}

/* The verb of a visit, or a mark, before what may be a name. */
static bool is_begun(const struct article *article, size_t i)
{
	return !i || !is_han(article->chars[i - 1]) || article->chars[i - 1] == u'了' ||
	       article->ends[i] & (IN(LOOK) | IN(TRAVEL) | IN(RECEIVE) | IN(JOINT));
}

size_t name_begin(const struct article *article, size_t start, size_t end)
{
	static const char16_t firsts[] = u"和与是对向以派使去及携将着同";
	size_t length;

	if (end - start < 3 || word_at(article, start, IN(STOP) | IN(JOINT) | IN(ORGANIZATION_HEAD)) ||
	    is_level(article->chars[start]) || !is_han(article->chars[start]))
		return start;
	if (is_form(article, start, end)) { /* 走访|希望集团有限公司, 赴|天和科技有限公司, 捷昌线性|驱动科技有限公司 */
		if (!is_full_form(article, end) || !(length = stop_before(article, start)) || start < 2)
			return start;
		if (is_han(article->chars[start - 2]) && !article->found_at[start - 2] && is_begun(article, start - 2))
			return start - 2;
		return length == 2 && start > 4 ? name_start(article, run_before(article, start - 2).start, end)
						: start;
	}
	length = is_form(article, start + 1, end) ? stop_before(article, start) : 0; /* 与|是德科技 */
	if (!length || (length == 2 && !word_at(article, start - 2, IN(JOINT)) && article->chars[start - 2] != u'与') ||
	    (article->chars[start - 1] == u'到' && !is_begun(article, start - 1)))
		return start;
	for (const char16_t *first = firsts; *first; first++)
		if (article->chars[start - 1] == *first)
			return start - 1;
	return is_full_form(article, end) ? start - 1 : start;
}

static bool is_particle(uint16_t character)
{
	return character == u'后' || character == u'前' || character == u'起' || character == u'时' ||
	       character == u'经' || character == u'由';
}

size_t name_start(const struct article *article, size_t start, size_t end)
{
	static const char16_t speakers[] = u"我本该全各两";
	size_t own = word_at(article, start, IN(NO_PLACE) | IN(HOME) | IN(SELF)), head = start;

	if (article->chars[start] == u'应' && is_invitation(article, start))
		start = head = start + 1;
	if (article->chars[start] == u'驻' && word_at(article, start + 1, IN(NOUN)))
		start = head = start + 1; /* 驻|纪检监察组 */
	if (article->chars[start] == u'地' && start && article->chars[start - 1] == u'等')
		start = head = start + 1; /* 襄阳等地|福建商会 */
	if (article->chars[start] == u'起' && start && article->chars[start - 1] == u'年')
		return start + 1; /* 2019年起|代理公司 */
	if (article->chars[start] == u'经' && is_level(article->chars[start + 1]))
		return start + 1; /* 经|区委组织部考察 */
	if (is_particle(article->chars[start]) && word_at(article, start + 1, IN(SELF)) >= 2)
		return start + 1; /* 投产后|公司, 经|商会研究 */
	if (article->chars[start] == u'同' &&
	    (word_at(article, start + 1, ALL_DIVISIONS) > 2 || is_level(article->chars[start + 1]))) /* 同|县供销社 */
		start = head = start + 1;
	for (const char16_t *speaker = speakers; own && start + own < end && *speaker; speaker++)
		if (article->chars[start] == *speaker) {
			start = head = start + own;
			break;
		}
	for (size_t i = start + 1; i < end; i++) {
		bool is_inside = article->is_cut[i] & CUT_INSIDE && !article->short_at[i];
		size_t division = is_inside ? 0 : division_at(article, i);

		if (!division || i + division >= end + (division > 2) || (division == 2 && !article->ends[i]) ||
		    article->chars[i - 1] == '(')
			continue;
		return is_head(article, head, i) || is_of_fellows(article, head, i, end) ||
				       (i - head == 1 && !is_level(article->chars[head])) || is_branch(article, i, end)
			       ? start
			       : i;
	}
	return start;
}
