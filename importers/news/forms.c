/* forms.c - records of receptions that are forms: 参与单位及人员:…; 接待人员:…; 时间:…; each on a line of its own. */
#include "importers/news/names.h"
#include "importers/news/scene.h"

#include "importers/news/runs.h"

enum form_field { NO_FIELD, GUESTS, HOSTS, WHERE, WHEN };

/* What a label begins with; the first that fits. */
static const struct {
	const char *word;
	enum form_field field;
} labels[] = {
	{"参与单位", GUESTS}, {"参与机构", GUESTS}, {"参与人员", GUESTS}, {"来访单位", GUESTS}, {"来访人员", GUESTS},
	{"来访嘉宾", GUESTS}, {"来访机构", GUESTS}, {"到访单位", GUESTS}, {"到访人员", GUESTS}, {"考察单位", GUESTS},
	{"考察人员", GUESTS}, {"调研机构", GUESTS}, {"来宾", GUESTS},	  {"接待", HOSTS},	{"公司接待", HOSTS},
	{"上市公司接待", HOSTS}, {"我方接待", HOSTS}, {"地点", WHERE},	  {"活动地点", WHERE},	{"时间", WHEN},
	{"日期", WHEN},	      {"活动时间", WHEN}, {"来访时间", WHEN},	  {"到访时间", WHEN},
};

/* The length of the label with its colon; 0: the line has none that says anything. */
static size_t label_length(const struct article *article, size_t i, enum form_field *field)
{
	enum { LABEL_MAX = 14 };
	size_t colon = i;

	*field = NO_FIELD;
	while (is_han(article->chars[colon]) && colon - i < LABEL_MAX)
		colon++;
	for (size_t l = 0; article->chars[colon] == ':' && *field == NO_FIELD && l < COUNT(labels); l++)
		if (text_at(article, i, labels[l].word))
			*field = labels[l].field;
	if (*field == HOSTS && text_at(article, colon - 2, "时间")) /* 接待时间 */
		*field = WHEN;
	if (*field == HOSTS && text_at(article, colon - 2, "地点"))
		*field = WHERE;
	return *field ? colon + 1 - i : 0;
}

bool is_form_line(const struct article *article, size_t i)
{
	enum form_field field;

	return is_one_of(article->chars[i], u"参来到考调") && label_length(article, i, &field) && field == GUESTS;
}

/* The end of the line in which i stands. */
static size_t line_end(const struct article *article, size_t i)
{
	return character_at(article, i, '\n');
}

/* 东海长风基金 樊星;汇丰源资管 贝宁;Harbor Point Capital 张乐乐、Nguyen Thi Lan: houses, and their people behind a space. */
static void name_guests(struct article *article, size_t i, size_t end)
{
	while (i < end) {
		size_t at = i, stop = i, length;

		while (stop < end && !is_one_of(article->chars[stop], u";,、"))
			stop++;
		for (size_t space = stop; at == i && space-- > i;)
			if (article->chars[space] == ' ' && (length = name_length(article, space + 1, true)) &&
			    space + 1 + length == stop && is_han(article->chars[space + 1]))
				at = space + 1;
		if (at > i || name_length(article, i, true) == stop - i)
			person_add(article, at, stop - at, (struct span){0}, N_("a form that lists who came"));
		if (at > i + 2 && !article->found_at[i])
			name_take(article, i, at - 1, ORGANIZATION_MENTION, N_("a form that lists who came"));
		i = stop + 1;
	}
}

void forms_name(struct article *article)
{
	enum form_field field;

	for (size_t i = 0, end; article->is_form && i < article->count; i = end + 1) {
		size_t label = label_length(article, i, &field);

		end = line_end(article, i);
		if (field == GUESTS)
			name_guests(article, i + label, end);
	}
}

static void take_parties(const struct article *article, struct span line, bool takes_places, struct parties *parties)
{
	for (size_t i = line.start; i < line.end; i++)
		if (article->found_at[i]) {
			const struct found *found = &article->found[article->found_at[i] - 1];

			if (takes_places || found->kind != PLACE_MENTION) {
				parties_add(parties, found->entity);
				parties_add(parties, party_of(article, found->entity));
			}
			i = found->end - 1;
		}
}

/* 接待方案: nobody came yet. */
static bool is_plan(const struct article *article)
{
	static const char *const words[] = {"方案", "预案", "通知", "计划", "安排", "预告", "申请", "预约", "回执"};
	struct sought sought = SOUGHT(words);

	for (size_t i = article->title.start; i < article->title.end; i++)
		if (sought_at(article, i, &sought))
			return true;
	return false;
}

/* A form that says who came and who received them tells of a visit. */
void forms_read(struct story *story)
{
	struct article *article = story->article;
	struct visit visit = {.type = VG_VISIT, .lead = NOBODY, .place = NOBODY, .rule = N_("a form says who came")};
	struct parties hosts = {0};
	enum form_field field;
	bool has_hosts = false;

	if (!article->is_form)
		return;
	for (size_t i = 0, end; i < article->count; i = end + 1) {
		size_t label = label_length(article, i, &field);
		struct span line = {(uint32_t)(i + label), (uint32_t)(end = line_end(article, i))};

		if (field == GUESTS) {
			take_parties(article, line, false, &visit.visitors);
			visit.sentence = (struct span){(uint32_t)i, line.end};
		} else if (field == HOSTS || field == WHERE) {
			take_parties(article, line, field == HOSTS, &visit.hosts);
			has_hosts |= field == HOSTS;
		} else if (field == WHEN) {
			visit.has_own_date = date_in(article, line, &story->date, FIRST_DAY, &visit.date) == TELLS_DAY;
		}
	}
	if (!has_hosts || !visit.visitors.count || !*visit.date.from || article->visit_count || is_plan(article))
		return;
	for (size_t h = 0; h < visit.hosts.count; h++)
		if (!parties_have(&visit.visitors, visit.hosts.at[h])) /* whose house is not said, is not of the one named last */
			parties_add(&hosts, visit.hosts.at[h]);
	visit.hosts = hosts;
	if (!hosts.count)
		return;
	article->visits =
		array_room(article->visits, article->visit_count, &article->visit_capacity, sizeof *article->visits);
	article->visits[article->visit_count++] = visit;
}
