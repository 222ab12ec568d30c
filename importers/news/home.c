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

bool is_zone(const struct article *article, const struct found *found)
{
	static const char *const zones[] = {"开发区", "经开区", "高新区", "集聚区", "园区",
					    "保税区", "综保区", "自贸区", "度假区", "示范区"};

	for (size_t z = 0; z < COUNT(zones); z++)
		if (found->end - found->start >= 3 && text_at(article, found->end - 3, zones[z]))
			return true;
	return text_at(article, found->end - 2, "园区");
}

/* 区长, 副区长, 区委书记: who speaks for a district, and for no zone. */
static bool has_district(const struct article *article)
{
	for (size_t t = 0; t < article->title_count; t++) {
		size_t i = article->titles[t].start + (article->chars[article->titles[t].start] == u'副');

		if (article->chars[i] == u'区' && (text_at(article, i + 1, "长") || text_at(article, i + 1, "委")))
			return true;
	}
	return false;
}

/* 我区 is a zone where nobody speaks for a district; one that has no name of its own, where somebody speaks for it. */
static bool may_be_zone(const struct article *article, const struct found *found)
{
	return !has_district(article) &&
	       (word_at(article, found->start, IN(ZONE)) < found->end - found->start ||
		title_starting(article, found->end) || text_at(article, found->end, "管委会") ||
		text_at(article, found->end, "党工委"));
}

/* 湾沚区新闻网讯 …来我区考察: who sends it. */
static bool is_sender(const struct article *article, const struct found *found, struct span sentence)
{
	enum { REACH = 8 };

	for (size_t i = found->end; found->start == sentence.start && i < found->end + REACH; i++)
		if (!is_han(article->chars[i]) || article->chars[i] == u'讯')
			return article->chars[i] == u'讯';
	return false;
}

/* In A来我校交流 it is not A: one sentence names both. */
static bool is_beside_home(const struct article *article, const struct found *found)
{
	struct span sentence = sentence_at(article, found->start);

	if (is_sender(article, found, sentence))
		return false;
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

		if (!ends_home(article, found, h) || found->entity == home || is_other(article, found, is_strict) ||
		    (homes[h].self == u'区' && is_zone(article, found) && !may_be_zone(article, found)))
			continue;
		if (home != NOBODY)
			return may_be_strict ? home_among(article, h, true, false) : NOBODY;
		home = found->entity;
	}
	return home;
}

/* 湾沚区|人民政府, 湾沚区|融媒体中心: where the name of the division ends, of a house that speaks for it; 0: it is none. */
static uint32_t division_end(const struct article *article, const struct found *found, uint16_t level)
{
	static const char *const houses[] = {"人民政府", "政府",   "融媒",   "新闻", "电视台",
					     "广播",	 "宣传部", "委宣传", "发布", "门户"};
	struct sought sought = SOUGHT(houses);

	for (uint32_t i = found->start + 2; found->kind == ORGANIZATION_MENTION && i + 2 < found->end; i++)
		if (article->chars[i] == level && sought_at(article, i + 1, &sought))
			return i + 1;
	return 0;
}

static uint32_t place_named(struct article *article, struct span span)
{
	char *name = span_text(article, span);

	for (uint32_t e = 0; e < article->entity_count && e < COMPARED_MAX; e++)
		if (article->entities[e].kind == VG_PLACE && !strcmp(article->entities[e].name, name))
			return e;
	article->entities = array_room(article->entities, article->entity_count, &article->entity_capacity,
				       sizeof *article->entities);
	article->entities[article->entity_count] = (struct entity){.kind = VG_PLACE,
								   .name = name,
								   .post_at = NOBODY,
								   .first = span.start,
								   .mentions = 1,
								   .is_division = true};
	return (uint32_t)article->entity_count++;
}

/* 来源:湾沚区融媒体中心: the division of those who publish, where the text names no other; NOBODY where they are of several. */
static uint32_t home_of_publisher(struct article *article, size_t h)
{
	struct span home = {0};

	for (size_t f = 0; homes[h].is_place && f < article->found_count && article->found_count <= COMPARED_MAX; f++) {
		const struct found *found = &article->found[f];
		uint32_t end = division_end(article, found, homes[h].self);

		if (!end || is_other(article, found, false))
			continue;
		if (home.end && (home.end - home.start != end - found->start ||
				 memcmp(article->chars + home.start, article->chars + found->start,
					(home.end - home.start) * sizeof *article->chars)))
			return NOBODY;
		home = (struct span){found->start, end};
	}
	return home.end ? place_named(article, home) : NOBODY;
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

static uint32_t home_called(struct article *article, size_t h)
{
	uint32_t home = home_greeting(article, h);

	if (home == NOBODY)
		home = home_among(article, h, false, !comes_anybody(article));
	return home == NOBODY ? home_of_publisher(article, h) : home;
}

void home_find(struct article *article)
{
	article->home = NOBODY;
	if (!(article->classes & IN(HOME)))
		return;
	for (size_t m = 0; m < article->match_count && article->home == NOBODY; m++) {
		const struct match *match = &article->matches[m];

		for (size_t h = 0; match->classes & IN(HOME) && h < COUNT(homes); h++)
			if (article->chars[match->start + 1] == homes[h].self && article->home == NOBODY)
				article->home = home_called(article, h);
	}
	if (article->home != NOBODY)
		give_posts(article);
}
