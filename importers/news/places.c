/* places.c - places: divisions of the country and their short names, zones, villages, sites.
 *
 * The short name of a county is a word of every day more often than not (南湖, 青山, 海曙). It counts as the county where the
 * article names that in full somewhere: 南湖区, or 南湖|区委书记. */
#include "importers/news/news.h"

#include "importers/news/runs.h"

enum { SHORTS_MAX = 24 };

/* ── Divisions ───────────────────────────────────────────────────────────────────────────────────────── */

/* Marks where the names stand again without their level. */
static void mark_short(struct article *article, const struct match *full)
{
	const uint16_t *name = article->chars + full->start;
	size_t length = full->length - 1;

	for (size_t i = 0; i + length < article->count; i++)
		if (article->chars[i] == *name && !memcmp(article->chars + i, name, length * sizeof *name) &&
		    article->chars[i + length] != name[length]) {
			article->short_at[i] = (unsigned char)length;
			article->marks[i] |= DIVISION | WORD;
		}
}

void shorts_find(struct article *article)
{
	const struct match *fulls[SHORTS_MAX];
	size_t count = 0;

	article->short_at = arena_get(&article->arena, article->count + 2);
	for (size_t m = 0; m < article->match_count && count < SHORTS_MAX; m++) {
		const struct match *match = &article->matches[m];
		bool is_known = match->length < 3 || !(match->classes & IN(COUNTY)) ||
				word_at(article, match->start, IN(PLAIN) | IN(NOUN) | IN(STOP)) >= 2 ||
				!is_level(article->chars[match->start + match->length - 1]);

		for (size_t k = 0; k < count && !is_known; k++)
			is_known = fulls[k]->length == match->length &&
				   !memcmp(article->chars + fulls[k]->start, article->chars + match->start,
					   match->length * sizeof *article->chars);
		if (is_known)
			continue;
		fulls[count++] = match;
		mark_short(article, match);
	}
}

size_t division_at(const struct article *article, size_t i)
{
	size_t word = word_at(article, i, ALL_DIVISIONS);

	return word > article->short_at[i] ? word : article->short_at[i];
}

/* Nothing but divisions: 嘉兴市 in 嘉兴市南湖区. */
static bool is_chain(const struct article *article, size_t start, size_t end)
{
	while (start < end) {
		size_t word = division_at(article, start);

		if (!word)
			return false;
		start += word;
	}
	return start == end;
}

bool take_before_level(struct article *article, struct span run)
{
	size_t start = run.end, word;

	if (!title_starting(article, run.end) || !is_level(article->chars[run.end]))
		return false;
	for (size_t i = run.end - 2; i + 8 > run.end && i + 1 > run.start; i--)
		if ((word = word_at(article, i, IN(PROVINCE) | IN(CITY) | IN(COUNTY))) && i + word == run.end + 1)
			start = i;
	if (start == run.end && article->chars[run.end] == u'区' && run.end > run.start + 1 &&
	    word_at(article, run.end - 2, IN(COUNTY_SHORT)) == 2) /* 临江|区委书记, of another than 临江市 */
		start = run.end - 2;
	if (start == run.end)
		return false;
	if (start > run.start && is_chain(article, run.start, start))
		start = run.start;
	return name_take(article, start, run.end + 1, PLACE_MENTION, N_("a division before the post of its level")) !=
	       NULL;
}

static bool is_behind_place(const struct article *article, size_t i)
{
	return article->ends[i] & (IN(PROVINCE) | IN(CITY) | IN(DIVISION_SHORT) | IN(TRAVEL) | IN(LOOK));
}

bool is_lone_county(const struct article *article, struct span run)
{
	static const char16_t where[] = u"赴到来抵在至去于";
	uint16_t before = run.start ? article->chars[run.start - 1] : 0;

	if (word_at(article, run.start, IN(COUNTY_SHORT)) != run.end - run.start ||
	    word_at(article, run.start, IN(PLAIN) | IN(NOUN) | IN(STOP) | IN(NO_PLACE)))
		return false;
	if (before == u'、' && run.start > 1 && article->found_at[run.start - 2])
		return article->found[article->found_at[run.start - 2] - 1].kind == PLACE_MENTION;
	if (article->ends[run.start] & IN(TRAVEL) ||
	    (article->ends[run.start] & IN(LOOK) && is_clause_end(article->chars[run.end])))
		return true;
	for (const char16_t *word = where; *word; word++)
		if (before == *word)
			return true;
	return false;
}

size_t site_end(const struct article *article, struct span run)
{
	static const char *const endings[] = {"基地", "工厂", "车间", "厂区", "项目"};
	bool is_gone_to = article->ends[run.start] & (IN(TRAVEL) | IN(LOOK)) ||
			  (run.start && article->chars[run.start - 1] == u'了');
	size_t end = 0;

	if (division_at(article, run.start) != 2 || run.end - run.start < 4 || !is_gone_to)
		return 0;
	for (size_t at = run.end - 2; at <= run.end + 2; at += 2) /* 项目 cuts */
		for (size_t i = 0; i < COUNT(endings); i++)
			if (text_at(article, at, endings[i]) && !article->found_at[at])
				end = at + 2;
	return end && end - run.start >= 6 ? end : 0;
}

static size_t link_at(const struct article *article, size_t i)
{
	size_t word = word_at(article, i, IN(ZONE)), division = division_at(article, i);
	size_t county = word_at(article, i, IN(COUNTY_SHORT)), end = i + county;

	if (county > word &&
	    (article->is_cut[end] & (CUT_HARD | CUT_JOINT) || match_at(article, end))) /* not 松山|湖 */
		word = county;
	return word > division ? word : division;
}

/* Of a county and another none is in the other: 昆山|张家港. */
static bool is_county(const struct article *article, size_t start, size_t end)
{
	return word_at(article, start, IN(COUNTY) | IN(COUNTY_SHORT)) == end - start &&
	       !word_at(article, start, IN(CITY) | IN(DIVISION_SHORT));
}

void take_divisions(struct article *article, struct span run)
{
	for (size_t i = run.start; i < run.end; i++) {
		size_t division = article->is_cut[i] & CUT_INSIDE && !article->short_at[i] ? 0
											   : division_at(article, i);
		size_t zone = article->is_cut[i] & CUT_INSIDE ? 0 : word_at(article, i, IN(ZONE));
		size_t end = i + (zone > division ? zone : division);

		if (end == i || end > run.end || word_at(article, i, IN(GROUP)) == end - i ||
		    article->is_cut[end] & CUT_INSIDE || (end == i + 2 && i > run.start && !article->ends[i]))
			continue; /* 长白山 is not 白山 */
		if (end == i + 2 && article->chars[i] == u'和' && i > run.start && !is_behind_place(article, i))
			continue; /* 部门和|县国企 */
		for (size_t at = i, next; !(is_county(article, at, end) && !word_at(article, end, IN(ZONE))) &&
					  (next = link_at(article, end)) && end + next <= run.end;
		     at = end - next)
			end += next;
		name_take(article, i, end, PLACE_MENTION, N_("an administrative division"));
		i = end - 1;
	}
}

/* ── Zones, villages, sites ──────────────────────────────────────────────────────────────────────────── */

/* 区委副书记, 区政协|主席: the text is of a county that is called so. */
static bool has_posts(const struct article *article)
{
	for (size_t t = 0; t < article->title_count; t++) {
		size_t start = article->titles[t].start;

		if (article->chars[start] == u'区' ||
		    (start > 2 && (text_at(article, start - 3, "区政协") || text_at(article, start - 3, "区政府"))))
			return true;
	}
	return false;
}

/* 到|临江区, 与|临江区: of a county that another of that name is not, or any where the text speaks of one. */
static bool is_district(const struct article *article, size_t start, size_t end)
{
	uint16_t before = start ? article->chars[start - 1] : 0;

	return article->is_cut[end] & CUT_HARD &&
	       (article->ends[start] & (IN(TRAVEL) | IN(LOOK) | IN(JOINT)) || before == u'在' || before == u'对') &&
	       (word_at(article, start, IN(COUNTY_SHORT)) + start + 1 == end || has_posts(article));
}

bool ends_place(const struct article *article, const struct match *match, size_t start)
{
	size_t country = word_at(article, start, IN(COUNTRY));
	size_t end = match->start + match->length,
	       body = match->start - start - (start + country < match->start ? country : 0);
	uint16_t last = article->chars[end - 1];

	if (match->classes & IN(ZONE))
		return true;
	if (match->classes & (IN(PROVINCE) | IN(CITY) | IN(COUNTY)))
		return true;
	if (!(match->classes & IN(PLACE_ENDING)) || !body)
		return false;
	if (match->length > 1)
		return true;
	if (body && article->chars[match->start - 1] == u'之') /* 丝绸之乡 */
		return false;
	if (last == u'乡' && !(article->is_cut[end] & (CUT_HARD | CUT_JOINT))) /* 柚乡|茶府 */
		return body >= 2;
	if (last == u'村' || last == u'镇' || last == u'乡' || last == u'岛' || last == u'寨' || last == u'港')
		return body >= (last == u'港' ? 2 : 1);
	if (last == u'区' && article->is_cut[end] & TITLE_START) /* 滨河区|副区长 */
		return body == 2 && (article->chars[end] == u'区' || text_at(article, end, "副区长") ||
				     text_at(article, end, "常务副区长"));
	if (last == u'区' && body == 2)
		return is_district(article, start, end);
	return (last == u'市' || last == u'县') && body >= 2 && body <= 3 &&
	       article->is_cut[end] & (CUT_HARD | CUT_JOINT);
}

bool take_place(struct article *article, struct span run, size_t end)
{
	size_t start = name_start(article, run.start, end);
	size_t other = word_at(article, start, IN(NO_PLACE) | IN(NOUN)), county;
	bool is_known = word_at(article, start, IN(ZONE) | IN(CITY) | IN(COUNTY)) > 0;

	if ((start + other >= end || article->chars[start] == u'个') && !is_known) /* 这个贫困山村; not 个旧市 */
		return false;
	if ((county = word_at(article, start, IN(COUNTY_SHORT))) &&
	    start + county + word_at(article, start + county, IN(COUNTY_SHORT)) == end) /* 昆山|张家港 */
		return false;
	if ((article->chars[start] == u'各' || (start && article->chars[start - 1] == u'个')) &&
	    !is_known) /* 七八个|产油县, 各茶叶基地 */
		return false;
	if (end == start + 2 && article->chars[start] == u'和' && !is_behind_place(article, start))
		return false;							     /* 部门和|县国企 */
	if (is_digit(article->chars[start]) && !is_digit(article->chars[start + 1])) /* 3市(县) */
		return false;
	if (other >= 2 && end - start - other <= 2 && !division_at(article, start)) /* 特色小镇, 产业园区 */
		return false;
	if (!is_known && is_to_be(article, start, end))
		return false;
	return name_take(article, start, end, PLACE_MENTION, N_("a run up to the ending of a place")) != NULL;
}
