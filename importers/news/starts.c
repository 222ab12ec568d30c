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

static bool is_particle(uint16_t character)
{
	return character == u'后' || character == u'前' || character == u'时' || character == u'经' ||
	       character == u'由';
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
	if (is_particle(article->chars[start]) && word_at(article, start + 1, IN(SELF)) >= 2)
		return start + 1; /* 投产后|公司, 经|商会研究 */
	if (article->chars[start] == u'同' && word_at(article, start + 1, ALL_DIVISIONS) > 2)
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
