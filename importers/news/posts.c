/* posts.c - whose post it is: what stands before it, the house that was named last, or the division of which the text tells.
 *
 * 厦航|董事长赵东 says it; 公司董事长赵东 means the company that was named last, 院长赵东 the last house that has an 院长, and
 * 县委书记赵东 the county of the article, where it is of one alone. */
#include "importers/news/names.h"
#include "importers/news/runs.h"

enum {
	ALIKE_REACH = 3000,
	MATCHES_MAX = 4000,
	HOUSE_REACH = 120,
	WORDS_MAX = 26
}; /* characters within which a house is still the one that is meant */

/* ── Houses ──────────────────────────────────────────────────────────────────────────────────────────── */

/* Who heads a house, what the text calls it when it was named before, and how its name then ends. */
static const struct kind_of_house {
	const char *posts[WORDS_MAX], *nouns[WORDS_MAX], *endings[WORDS_MAX];
} houses[] = {
	{{"局长", "关长"}, {NULL}, {"局", "海关"}},
	{{"院长", "检察长"}, {"医院", "研究院", "学院", "检察院", "法院"}, {"院"}},
	{{"校长", "教导主任"},
	 {"学校", "该校"},
	 {"校", "小学", "中学", "大学", "学院", "一中", "二中", "三中", "附中", "高中", "幼儿园"}},
	{{"园长"}, {"幼儿园"}, {"幼儿园"}},
	{{"行长"}, {"银行"}, {"行"}},
	{{"会长", "理事长", "秘书长"}, {"协会", "商会", "学会", "研究会", "促进会", "联合会"}, {"会"}},
	{{"理事长"}, {"联盟"}, {"联盟"}},
	{{NULL}, {"俱乐部"}, {"俱乐部"}},
	{{NULL}, {"合作社"}, {"合作社"}},
	{{NULL}, {"管委会"}, {"管委会"}},
	{{"所长"}, {"研究所", "事务所"}, {"所"}},
	{{"厅长"}, {NULL}, {"厅"}},
	{{"馆长"}, {NULL}, {"馆"}},
	{{"台长"}, {NULL}, {"台"}},
	{{"主任"}, {"中心"}, {"中心", "办公室", "委员会", "事务所", "管委会"}},
};
/* Of a company, which has no ending of its own: the endings are those of what is none. */
static const struct kind_of_house company = {
	{"董事长", "总经理", "总裁", "经理", "总监", "创始人", "合伙人", "工程师", "总工", "首席执行官", "董事", "副总",
	 "厂长", "执行长"},
	{"公司", "集团", "企业", "该公司", "该企业", "该集团", "公司总部", "集团总部"},
	{"局",	 "委",	 "办",	 "厅",	 "部",	 "处", "院",   "校",   "学", "会", "府",
	 "中心", "表团", "察团", "访团", "问团", "组", "政协", "人大", "所", "馆", "联盟"},
};

static bool ends_in_any(const struct article *article, size_t end, const char *const *words)
{
	for (; *words; words++) {
		size_t length = strlen(*words) / 3; /* Han, three bytes each */

		if (end >= length && text_at(article, end - length, *words))
			return true;
	}
	return false;
}

static bool is_any(const struct article *article, size_t start, size_t end, const char *const *words)
{
	for (; *words; words++)
		if (text_at(article, start, *words) && end - start == strlen(*words) / 3)
			return true;
	return false;
}

/* Whether the name ends as the words do: 学院 means …学院, not …研究院. */
static bool ends_alike(const struct article *article, const struct found *found, size_t start, size_t end)
{
	size_t length = end - start;

	return found->end - found->start > length &&
	       !memcmp(article->chars + found->end - length, article->chars + start, length * sizeof *article->chars);
}

/* The house of that kind that was named last before i. */
static const struct found *last_house(const struct article *article, size_t i, const struct kind_of_house *kind)
{
	size_t first = i > HOUSE_REACH ? i - HOUSE_REACH : 0;

	while (i-- > first) {
		const struct found *found = article->found_at[i] ? &article->found[article->found_at[i] - 1] : NULL;

		if (!found)
			continue;
		if (found->kind == ORGANIZATION_MENTION &&
		    !(found->start &&
		      (article->chars[found->start - 1] == u'由' ||
		       (article->chars[found->start - 1] == u'与' &&
			article->ends[found->start - 1] & IN(SELF)))) && /* 由A供应, 公司与A签订: 公司 is another */
		    ends_in_any(article, found->end, kind->endings) == (kind != &company))
			return found;
		i = found->start;
	}
	return NULL;
}

/* The house named last that ends as the words do; of 学校, any school. */
static const struct found *last_alike(const struct article *article, size_t start, size_t end,
				      const struct kind_of_house *kind)
{
	size_t first = start > ALIKE_REACH ? start - ALIKE_REACH : 0;

	for (size_t i = start; i-- > first;) {
		const struct found *found = article->found_at[i] ? &article->found[article->found_at[i] - 1] : NULL;

		if (found && found->kind != PERSON_MENTION && ends_alike(article, found, start, end))
			return found;
		if (found)
			i = found->start;
	}
	return kind && article->chars[end - 1] == u'校' ? last_house(article, start, kind) : NULL;
}

/* 园区: the park that was named last, or stands in the title. */
static const struct found *last_park(const struct article *article, size_t start)
{
	static const char *const endings[] = {"园", "园区", "开发区", "高新区", "经开区", "集聚区", "产业城", NULL};
	size_t first = start > ALIKE_REACH ? start - ALIKE_REACH : 0;

	for (size_t i = start; i-- > first;) {
		const struct found *found = article->found_at[i] ? &article->found[article->found_at[i] - 1] : NULL;

		if (found && found->kind == PLACE_MENTION && ends_in_any(article, found->end, endings))
			return found;
		if (found)
			i = found->start;
	}
	return NULL;
}

/* What the nouns end with. */
#define NOUN_LASTS u"司团业部院校园行会盟社所心区县市镇"

static const struct found *house_called(const struct article *article, size_t start, size_t end)
{
	if (article->chars[end - 1] == u'区' && end - start >= 2 && article->chars[end - 2] == u'园')
		return last_park(article, start);
	if (is_any(article, start, end, company.nouns))
		return last_house(article, start, &company);
	if (article->chars[start] == u'该' && end - start == 2 && article->chars[start + 1] != u'校')
		return last_alike(article, start + 1, end, NULL);
	for (size_t h = 0; h < COUNT(houses); h++)
		if (is_any(article, start, end, houses[h].nouns))
			return last_alike(article, start, end, &houses[h]);
	return NULL;
}

uint32_t house_meant(const struct article *article, size_t start, size_t end)
{
	const struct found *found = house_called(article, start, end);

	return found ? found->entity : NOBODY;
}

/* ── What is not said ────────────────────────────────────────────────────────────────────────────────── */

static bool begins_with_level(const struct article *article, size_t i)
{
	static const char16_t levels[] = u"省市县区州旗盟镇乡";

	for (const char16_t *level = levels; *level; level++)
		if (article->chars[i] == *level)
			return true;
	return false;
}

/* Somebody goes there, or meets there: it is another's. */
static bool is_where_one_goes(const struct article *article, const struct found *place)
{
	uint64_t before = article->ends[place->start];
	uint16_t character = place->start ? article->chars[place->start - 1] : 0;

	return before & (IN(TRAVEL) | IN(LOOK) | IN(JOINT) | IN(COUNTRY)) || character == u'在' || character == u'、';
}

/* 到和平镇调研,镇长方向陪同: named behind the place, and nobody of that level before it. */
static bool is_hosts_own(const struct article *article, const struct found *place, const struct title *title)
{
	if (place->start > title->start)
		return false;
	for (size_t t = 0; t < article->title_count && article->titles[t].start < place->start; t++)
		if (article->chars[article->titles[t].start] == article->chars[title->start] &&
		    !(article->titles[t].start && article->found_at[article->titles[t].start - 1]))
			return false;
	return true;
}

/* 市委书记…对客人来绵阳考察表示欢迎, 市政府: the text does not call it 绵阳市. */
static const struct found *division_come_to(const struct article *article, uint16_t level)
{
	const struct found *government = NULL;

	for (size_t f = 0; f < article->found_count && f < COMPARED_MAX; f++) {
		const struct found *found = &article->found[f];

		if (level == u'市' && found->kind == PLACE_MENTION && found->start &&
		    word_at(article, found->start - 1, IN(TRAVEL)) == 1 && article->chars[found->start - 1] == u'来' &&
		    !(article->is_cut[found->start - 1] & CUT_INSIDE) && article->ends[found->end] & IN(DIVISION_SHORT))
			return found;
		if (found->kind == ORGANIZATION_MENTION && found->end - found->start == 3 &&
		    article->chars[found->start] == level && text_at(article, found->start + 1, "政府"))
			government = found;
	}
	return government;
}

/* The county of 县委书记: the article names one division of the level alone, and not as one to which somebody goes. */
static const struct found *division_meant(const struct article *article, const struct title *title)
{
	const struct found *meant = NULL;
	uint16_t level = article->chars[title->start + (article->chars[title->start] == u'副')];

	for (size_t f = 0; f < article->found_count && f < COMPARED_MAX; f++) {
		const struct found *found = &article->found[f];

		if (found->kind != PLACE_MENTION || found->end - found->start < 3 ||
		    article->chars[found->end - 1] != level || (level == u'区' && is_zone(article, found)))
			continue;
		if ((is_where_one_goes(article, found) && !is_hosts_own(article, found, title)) ||
		    (meant && meant->entity != found->entity))
			return NULL;
		meant = found;
	}
	return meant ? meant : division_come_to(article, level);
}

/* Where the text says 我院, its 院长 and 副院长 are the publisher's. */
bool is_post_at_home(const struct article *article, const struct title *title)
{
	uint16_t house = title->end - title->start > 1 ? article->chars[title->end - 2] : 0, self = article->self;

	return self && (self == house || ((self == u'司' || self == u'公' || self == u'集') &&
					  ends_in_any(article, title->end, company.posts)));
}

/* 院 of the first 我院. */
static uint16_t first_self(const struct article *article)
{
	for (size_t m = 0; article->classes & IN(HOME) && m < article->match_count && m < MATCHES_MAX; m++)
		if (article->matches[m].classes & IN(HOME))
			return text_at(article, article->matches[m].start, "回") || text_at(article, article->matches[m].start, "重")
				       ? u'校' /* 回到母校 */
				       : article->chars[article->matches[m].start + 1];
	return 0;
}

/* 公司|董事长; 院长 behind …研究院; 县委书记 of the county alone. */
static const struct found *employer_meant(const struct article *article, const struct title *title)
{
	size_t noun = title->start;

	if (begins_with_level(article, title->start + (article->chars[title->start] == u'副')))
		return division_meant(article, title);
	while (noun && title->start - noun < 4 && is_one_of(article->chars[title->start - 1], NOUN_LASTS) &&
	       !article->found_at[noun - 1] && !is_clause_end(article->chars[noun - 1])) {
		const struct found *found = house_called(article, --noun, title->start);

		if (found && is_post_at_home(article, title)) /* 来我公司考察,公司总经理…接待 */
			return NULL;
		if (found)
			return found;
	}
	if (title->start && is_han(article->chars[title->start - 1]) &&
	    !(article->ends[title->start] &
	      (CUTTING | IN(JOINT) | IN(SPEECH)))) /* something else stands before the post */
		return NULL;
	if (is_post_at_home(article, title))
		return NULL;
	if (ends_in_any(article, title->end, company.posts))
		return last_house(article, title->start, &company);
	for (size_t h = 0; h < COUNT(houses); h++)
		if (ends_in_any(article, title->end, houses[h].posts))
			return last_house(article, title->start, &houses[h]);
	return NULL;
}

/* ── Posts ───────────────────────────────────────────────────────────────────────────────────────────── */

/* The organization or place that stands right before the title. */
static const struct found *employer_before(const struct article *article, size_t title_start)
{
	const struct found *found;
	size_t at = title_start;

	while (at && title_start - at < 5 && !article->found_at[at - 1] && is_han(article->chars[at - 1]) &&
	       (at == title_start || !(article->is_cut[at] & CUT_HARD)))
		at--; /* …医院|骨外科|主任 */
	if (!at || !article->found_at[at - 1])
		return NULL;
	found = &article->found[article->found_at[at - 1] - 1];
	if (at < title_start && (found->kind != ORGANIZATION_MENTION || found->end != at))
		return NULL;
	return found->kind == PERSON_MENTION ? NULL : found;
}

/* 区长, 副区长 are no posts of a house, 管委会副主任 and 党工委书记 none of a company. */
static bool may_be_post_of(const struct article *article, const struct found *house, size_t i)
{
	if (house->kind == PLACE_MENTION)
		return true;
	if (text_at(article, i, "管委会") || text_at(article, i, "党工委"))
		return ends_in_any(article, house->end, company.endings);
	return !begins_with_level(article, i + (article->chars[i] == u'副'));
}

/* Behind 厦航董事长赵东，总经理谢兵 is of the same house. */
static const struct found *inherited(const struct article *article, const struct found *found,
				     const struct found *before, const struct found *employer)
{
	if (!before || !employer || before->kind != PERSON_MENTION || found->title.start < before->end ||
	    found->title.start - before->end > 2)
		return NULL;
	if (article->chars[before->end] != ',' && article->chars[before->end] != u'、')
		return NULL;
	return may_be_post_of(article, employer, found->title.start) ? employer : NULL;
}

/* Whether a later mention says whose post it is that an earlier one told alone: 副市长李青 above, 江州市副市长李青 below. */
static bool completes(const struct entity *person, const char *title, const struct found *employer)
{
	size_t length = strlen(title), known = strlen(person->title);

	return employer && (!person->organization || person->is_post_meant) && !person->is_reporter &&
	       length >= known && !strcmp(title + length - known, person->title);
}

static void give_post(struct article *article, const struct found *found, const struct found *employer, bool is_meant)
{
	struct entity *person = &article->entities[found->entity];
	struct span title = found->title;
	const char *post = title.end > title.start ? span_text(article, title) : NULL;

	if (!post || (person->title && (is_meant || !completes(person, post, employer))))
		return;
	person->is_reporter = (article->starts[title.start] & IN(BYLINE)) != 0;
	person->is_post_meant = is_meant;
	person->title = post;
	if (!employer || person->is_reporter)
		return;
	person->post_at = employer->entity;
	person->organization = article->entities[employer->entity].name;
	if (begins_with_level(article, title.start) && employer->kind == PLACE_MENTION &&
	    employer->end <= title.start &&
	    article->ends[employer->end] & (IN(DIVISION_SHORT) | IN(COUNTY_SHORT))) /* 哈密|市委书记 is of 哈密市 */
		person->organization = span_text(article, (struct span){employer->start, title.start + 1});
}

/* A house has one 校长: who is called so behind its own is of another. */
static bool has_head(struct article *article, uint32_t house, const struct found *found)
{
	char *title = span_text(article, found->title);

	for (size_t e = 0; e < article->entity_count && e < COMPARED_MAX; e++)
		if (article->entities[e].post_at == house && e != found->entity &&
		    text_is(article->entities[e].title, title))
			return true;
	return false;
}

/* Where the title says it, its first title does. */
static const struct found *employer_of(struct article *article, const struct found *found)
{
	const struct title *title = title_starting(article, found->title.start);

	const struct found *employer = title && found->title.start < found->start ? employer_meant(article, title)
										  : NULL;

	return employer && has_head(article, employer->entity, found) ? NULL : employer;
}

void posts_give(struct article *article)
{
	const struct found *before = NULL, *employer = NULL;

	article->self = first_self(article);
	for (const struct found *found = name_behind(article, 0); found; found = name_behind(article, found->end)) {
		const struct found *own;
		bool is_meant;

		if (found->kind != PERSON_MENTION)
			continue;
		own = found->title.end > found->title.start && found->title.start < found->start
			      ? employer_before(article, found->title.start)
			      : NULL;
		if (!own && before && before->title.start == found->title.start)
			own = employer; /* one post for a list of names */
		if (!own)
			own = inherited(article, found, before, employer);
		is_meant = !own;
		if (!own)
			own = employer_of(article, found);
		give_post(article, found, own, is_meant);
		before = found;
		employer = own;
	}
}
