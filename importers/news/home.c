/* home.c - who publishes a text that says 我校 or 我市 without a name: the one house of that kind that does not come. */
#include "importers/news/news.h"

#include "importers/news/runs.h"

/* What 我… is called, and how the names of what it may be end. */
static const struct {
	uint16_t self;
	const char *endings[5];
	bool is_place;
} homes[] = {
	{u'校', {"校", "小学", "中学", "大学", "学院"}, false},
	{u'院', {"院"}, false},
	{u'司', {"公司", "集团"}, false},
	{u'公', {"公司"}, false},
	{u'集', {"集团"}, false},
	{u'行', {"行"}, false},
	{u'局', {"局"}, false},
	{u'会', {"会"}, false},
	{u'协', {"协会"}, false},
	{u'商', {"商会"}, false},
	{u'学', {"学会"}, false},
	{u'联', {"联合会"}, false},
	{u'社', {"社"}, false},
	{u'厅', {"厅"}, false},
	{u'厂', {"厂"}, false},
	{u'乡', {"乡"}, true},
	{u'州', {"州"}, true},
	{u'旗', {"旗"}, true},
	{u'开', {"开发区"}, true},
	{u'高', {"高新区"}, true},
	{u'经', {"经开区"}, true},
	{u'所', {"所"}, false},
	{u'馆', {"馆"}, false},
	{u'园', {"园"}, true},
	{u'市', {"市"}, true},
	{u'县', {"县"}, true},
	{u'区', {"区"}, true},
	{u'镇', {"镇"}, true},
	{u'省', {"省"}, true},
};

static bool ends_home(const struct article *article, const struct found *found, size_t h)
{
	if (found->kind != (homes[h].is_place ? PLACE_MENTION : ORGANIZATION_MENTION) || found->end - found->start < 3)
		return false;
	for (size_t e = 0; e < COUNT(homes[h].endings) && homes[h].endings[e]; e++) {
		size_t length = strlen(homes[h].endings[e]) / 3; /* Han, three bytes each */

		if (text_at(article, found->end - length, homes[h].endings[e]))
			return true;
	}
	return false;
}

/* In A来我校交流 it is not A: one sentence names both. */
static bool is_beside_home(const struct article *article, const struct found *found)
{
	struct span sentence = sentence_at(article, found->start);

	for (size_t i = found->end; i < sentence.end; i++)
		if (article->starts[i] & IN(HOME))
			return true;
	return false;
}

/* 赴A拜访: somebody goes there, or acts with it. */
static bool is_gone_to(const struct article *article, const struct found *found)
{
	return article->ends[found->start] & (IN(TRAVEL) | IN(LOOK) | IN(JOINT));
}

static bool is_other(const struct article *article, const struct found *found, bool is_strict)
{
	for (size_t k = 0; k < article->found_count; k++)
		if (article->found[k].entity == found->entity &&
		    (is_beside_home(article, &article->found[k]) ||
		     (is_strict && is_gone_to(article, &article->found[k]))))
			return true;
	return false;
}

/* Its only house of the kind; NOBODY where there are several. Strict: those to whom somebody goes do not count. */
static uint32_t home_among(const struct article *article, size_t h, bool is_strict, bool may_be_strict)
{
	uint32_t home = NOBODY;

	for (size_t f = 0; f < article->found_count && article->found_count <= COMPARED_MAX; f++) {
		const struct found *found = &article->found[f];

		if (!ends_home(article, found, h) || found->entity == home || is_other(article, found, is_strict))
			continue;
		if (home != NOBODY)
			return may_be_strict ? home_among(article, h, true, false) : NOBODY;
		home = found->entity;
	}
	return home;
}

/* 我校校长宣德荣 is of the home, and 校长宣德荣 where the text says 我校. */
static bool has_post_at_home(const struct article *article, const struct found *found)
{
	const struct title *title = title_starting(article, found->title.start);

	if (article->ends[found->title.start] & IN(HOME))
		return true;
	return title && found->title.start < found->start && is_post_at_home(article, title);
}

static void give_posts(struct article *article)
{
	for (size_t f = 0; f < article->found_count; f++) {
		const struct found *found = &article->found[f];
		struct entity *person = &article->entities[found->entity];

		if (found->kind == PERSON_MENTION && person->post_at == NOBODY && !person->is_reporter &&
		    found->title.end > found->title.start && has_post_at_home(article, found)) {
			person->post_at = article->home;
			person->organization = article->entities[article->home].name;
		}
	}
}

/* 来我校: they come here, so that nobody goes away. */
static bool comes_anybody(const struct article *article)
{
	for (size_t m = 0; m < article->match_count; m++)
		if (article->matches[m].classes & IN(HOME) &&
		    (article->ends[article->matches[m].start] | article->matches[m].classes) & IN(TRAVEL))
			return true;
	return false;
}

/* 朱明辉代表淮北工程职业学院对…表示欢迎: for whom one greets is at home. */
static uint32_t home_greeting(const struct article *article, size_t h)
{
	for (size_t f = 0; f < article->found_count; f++) {
		const struct found *found = &article->found[f];

		if (found->start > 1 && text_at(article, found->start - 2, "代表") && ends_home(article, found, h) &&
		    (article->chars[found->end] == u'对' || article->chars[found->end] == u'向'))
			return found->entity;
	}
	return NOBODY;
}

void home_find(struct article *article)
{
	article->home = NOBODY;
	if (!(article->classes & IN(HOME)))
		return;
	for (size_t m = 0; m < article->match_count && article->home == NOBODY; m++) {
		const struct match *match = &article->matches[m];

		for (size_t h = 0; match->classes & IN(HOME) && h < COUNT(homes); h++)
			if (article->chars[match->start + 1] == homes[h].self && article->home == NOBODY) {
				article->home = home_greeting(article, h);
				if (article->home == NOBODY)
					article->home = home_among(article, h, false, !comes_anybody(article));
			}
	}
	if (article->home != NOBODY)
		give_posts(article);
}
