/* headings.c - the headings of the five lists in English and Chinese, and which list a row of headings belongs to. */
#include "importers/importers.h"

/* To teach a list a heading: add it to the words of its field, in lower case and Simplified characters. In a file, case, spaces,
 * _ and -, and the * ： and （必填） that people put around a heading make no difference. */
static const struct heading {
	enum list list;
	enum field field;
	const char *words; /* with | between them */
} headings[] = {
	{PEOPLE, FIELD_NAME, "name|姓名|人员姓名"},
	{PEOPLE, FIELD_TITLE, "title|position|job title|职务|职位|职称|现任职务"},
	{PEOPLE, FIELD_ORGANIZATION, "organization|organisation|company|单位|工作单位|所在单位|所属单位|公司|任职单位"},
	{PEOPLE, FIELD_ALIASES, "aliases|alias|别名|曾用名|英文名"},
	{PEOPLE, FIELD_SINCE, "since|任职时间|任职日期|到任时间"},
	{PEOPLE, FIELD_UNTIL, "until|离任时间|离任日期|离职时间"},

	{ORGANIZATIONS, FIELD_NAME, "name|名称|单位名称|企业名称|公司名称|机构名称"},
	{ORGANIZATIONS, FIELD_ALIASES, "aliases|alias|short name|简称|别名|曾用名|英文名称"},
	{ORGANIZATIONS, FIELD_CODE, "code|统一社会信用代码|信用代码|社会信用代码"},
	{ORGANIZATIONS, FIELD_CATEGORY, "type|类型|单位类型|企业类型"},
	{ORGANIZATIONS, FIELD_INDUSTRY, "industry|行业|所属行业"},
	{ORGANIZATIONS, FIELD_PARENT, "parent|上级单位|母公司|上级|主管单位"},
	{ORGANIZATIONS, FIELD_PLACE, "place|所在地|地址|注册地"},

	{PLACES, FIELD_NAME, "name|地名|地点名称|区划名称"},
	{PLACES, FIELD_PARENT, "parent|上级|上级地名|所属地区"},
	{PLACES, FIELD_CODE, "code|行政区划代码|区划代码"},
	{PLACES, FIELD_LONGITUDE, "longitude|lon|lng|经度"},
	{PLACES, FIELD_LATITUDE, "latitude|lat|纬度"},
	{PLACES, FIELD_ALIASES, "aliases|别名|简称"},

	{VISITS, FIELD_DATE,
	 "date|日期|时间|开始日期|开始时间|访问日期|访问时间|来访日期|来访时间|考察日期|考察时间|接待日期|接待时间|活动日期|活动时间"},
	{VISITS, FIELD_UNTIL, "until|end date|结束日期|结束时间"},
	{VISITS, FIELD_TYPE, "type|类型|活动类型|形式"},
	{VISITS, FIELD_VISITORS,
	 "visitors|visitor|visitor name|来访人|来访人员|来访者|来访客人|来宾|来宾姓名|来访嘉宾|嘉宾|访客|访客姓名|客人|客人姓名|考察人|考察人员|拜访人|拜访人员|走访人|走访人员|调研人员|出访人员|外出人员"},
	{VISITS, FIELD_LEAD, "带队领导|带队人|领队|带队|走访领导|调研领导|考察领导|拜访领导|出访领导|来访领导|lead"},
	{VISITS, FIELD_VISITOR_TITLE,
	 "visitor title|visitor titles|来访人职务|来访人员职务|来宾职务|访客职务|客人职务|带队领导职务|走访领导职务"},
	{VISITS, FIELD_VISITOR_ORGANIZATION,
	 "visitor organization|visitor organisation|visitor organizations|visitor company|来访单位|来访人单位|来访人员单位|来访企业|来访方|来宾单位|访客单位|客人单位|考察单位"},
	{VISITS, FIELD_HOSTS,
	 "hosts|host|host name|接待人|接待人员|接待领导|接待人姓名|企业接待人|我方接待人|我方接待人员|我方接待领导|对接人|会见人|会见领导|被访人"},
	{VISITS, FIELD_HOST_TITLE,
	 "host title|host titles|接待人职务|接待人员职务|接待领导职务|企业接待人职务|被访人职务"},
	{VISITS, FIELD_HOST_ORGANIZATION,
	 "host organization|host organisation|host organizations|host company|接待单位|接待人单位|接待方|被访单位|被访企业|考察企业|拜访企业|拜访单位|走访企业|走访单位|调研企业|调研单位|受访单位|主办单位"},
	{VISITS, FIELD_COMPANIONS, "companions|companion|陪同人员|陪同|陪同人|陪同领导"},
	{VISITS, FIELD_COMPANION_TITLE, "companion title|companion titles|陪同人职务|陪同人员职务|陪同领导职务"},
	{VISITS, FIELD_COMPANION_ORGANIZATION,
	 "companion organization|companion organisation|陪同单位|陪同人单位|陪同人员单位"},
	{VISITS, FIELD_ATTENDEES, "attendees|attendee|参加人员|参加领导|参会人员|参会领导|出席人员|出席领导|与会人员|与会领导"},
	/* whose, and what else a ledger calls its columns: see ledgers.c */
	{VISITS, FIELD_NAME, "name|names|姓名|人员姓名|负责人"},
	{VISITS, FIELD_TITLE, "title|titles|position|职务|职位|职称"},
	{VISITS, FIELD_ORGANIZATION, "organization|organisation|company|单位|工作单位|所在单位|公司"},

	{VISITS, FIELD_PLACE, "place|location|venue|地点|考察地点|接待地点|活动地点"},
	{VISITS, FIELD_PURPOSE,
	 "purpose|topic|subject|事由|来访事由|来访目的|考察内容|考察事项|走访内容|调研内容|拜访内容|会谈内容|活动内容|洽谈内容|洽谈事项|洽谈项目|主要内容|内容|主题|议题|事项|目的"},
	{VISITS, FIELD_SOURCE, "source|来源|信息来源"},
	{VISITS, FIELD_ID, "id|编号"},

	{TIES, FIELD_A, "a|party a|甲方|甲方单位"},
	{TIES, FIELD_B, "b|party b|乙方|乙方单位|合作方|投资方"},
	{TIES, FIELD_TOPIC, "topic|project|合作内容|合作项目|项目|项目名称"},
	{TIES, FIELD_STATUS, "status|状态|进展|合作状态|项目进展|合作进展|项目状态|签约状态|洽谈状态|当前状态|目前状态"},
	/* where no other column is the status: its cells may as well tell a long story */
	{TIES, FIELD_PROGRESS,
	 "stage|progress|阶段|当前阶段|目前阶段|所处阶段|项目阶段|合作阶段|洽谈阶段|推进阶段|进度|项目进度|推进进度|"
	 "签约情况|签约进展|洽谈进展|推进进展|进展情况|当前进展|目前进展|最新进展|项目进展情况|合作进展情况|签约进展情况|当前进展情况|目前进展情况|最新进展情况|推进情况|项目推进情况|落地情况|项目落地情况|进展状态|项目进展状态"},
	{TIES, FIELD_DATE, "date|日期|时间|签约时间|签约日期|签订时间|签订日期"},
	{TIES, FIELD_UNTIL, "until|结束日期"},
	{TIES, FIELD_PLACE, "place|地点"},
	{TIES, FIELD_SOURCE, "source|来源"},

	/* of every list */
	{NO_LIST, FIELD_NOTE, "notes|note|remarks|phone|备注|说明|电话|联系电话|联系方式|手机"},
	{NO_LIST, FIELD_ERROR, "error|错误"},
	{NO_LIST, FIELD_CONFIDENCE, "confidence|可信度|置信度"},
	{NO_LIST, FIELD_QUOTE, "sentence|quote|原文|原句"},
};

/* A list is recognised by the headings it knows; it must have one of each group of fields that it cannot do without. */
static const struct {
	const char *name, *chinese_name; /* as files are called */
	const char *needs;		 /* the headings that it cannot do without, in words */
	enum field needed[2][6];	 /* the same in groups; FIELD_NOTE ends one */
} lists[LIST_COUNT] = {
	[PEOPLE] = {"people", "人员", "name 姓名", {{FIELD_NAME}}},
	[ORGANIZATIONS] = {"organizations", "单位", "name 名称", {{FIELD_NAME}}},
	[PLACES] = {"places", "地名", "name 地名", {{FIELD_NAME}}},
	[VISITS] = {"visits",
		    "来访",
		    "visitors 来访人 / visitor_organization 来访单位 / hosts 接待人 / host_organization 接待单位",
		    {{FIELD_VISITORS, FIELD_VISITOR_ORGANIZATION, FIELD_LEAD, FIELD_HOSTS, FIELD_HOST_ORGANIZATION}}},
	[TIES] = {"ties", "合作", "a 甲方 + b 乙方", {{FIELD_A}, {FIELD_B}}},
};

enum { ROW_MAX = 4096 }; /* columns; a spreadsheet has 16,384, a list some twenty */

const char *list_name(enum list list)
{
	return list < LIST_COUNT ? lists[list].name : "";
}

enum list list_named(const char *name)
{
	enum list list = 0;

	while (list < LIST_COUNT && !text_is(lists[list].name, name))
		list++;
	return list;
}

/* Drops what people put behind a heading and does not belong to it: （必填）, *, ：. */
static void cut_remarks(char *key)
{
	size_t length = strlen(key);
	char *bracket;

	while (length && strchr("*:", key[length - 1]))
		key[--length] = '\0';
	bracket = strchr(key, '(');
	if (bracket && bracket > key && length && key[length - 1] == ')')
		*bracket = '\0';
}

/* A heading as it is compared. text_key() has made brackets, colons and stars ASCII. */
static const char *heading_key(const char *text, size_t length, struct arena *arena)
{
	char *key, *kept;

	text_trim(&text, &length);
	key = text_key(arena, arena_text_of(arena, text, length));
	for (; *key == '*'; key++)
		;
	cut_remarks(key);
	key = text_simplify(arena, key);
	kept = key;
	for (const char *at = key; *at; at++)
		if (!strchr(" _-", *at))
			*kept++ = *at;
	*kept = '\0';
	return key;
}

/* What one heading means in every list; FIELD_COUNT where that list does not know it. */
struct meaning {
	unsigned char fields[LIST_COUNT];
};

/* The meanings of a row of headings. */
struct reading {
	struct arena arena;
	size_t count;
	struct meaning *columns;
	size_t vague; /* columns of a list of visits of which it is not said whose they are */
};

/* The words of the table are written as keys are, but for the spaces. */
static bool is_word(const char *word, const char *key)
{
	for (; *word && *word != '|'; word++)
		if (*word != ' ' && *key++ != *word)
			return false;
	return !*key;
}

static bool has_word(const char *words, const char *key)
{
	while (words && !is_word(words, key)) {
		words = strchr(words, '|');
		words += words != NULL;
	}
	return words;
}

static struct meaning heading_meaning(const char *key)
{
	struct meaning meaning;

	memset(meaning.fields, FIELD_COUNT, sizeof meaning.fields);
	for (size_t i = 0; i < COUNT(headings); i++) {
		if (!has_word(headings[i].words, key))
			continue;
		if (headings[i].list == NO_LIST)
			memset(meaning.fields, (int)headings[i].field, sizeof meaning.fields);
		else
			meaning.fields[headings[i].list] = (unsigned char)headings[i].field;
	}
	return meaning;
}

static bool is_unknown(const struct meaning *meaning)
{
	for (size_t i = 0; i < LIST_COUNT; i++)
		if (meaning->fields[i] != FIELD_COUNT)
			return false;
	return true;
}

/* What two rows say together, or else what the lower one says: 基本情况 日期. */
static struct meaning cell_meaning(const char **key, const struct cell *cell, struct arena *arena)
{
	const char *space = (unsigned char)*cell->text >= 0xE3 ? strchr(cell->text, ' ') : NULL;
	struct meaning meaning;

	*key = heading_key(cell->text, cell->length, arena);
	meaning = heading_meaning(*key);
	if (!space || !is_unknown(&meaning) || ledger_knows(*key, arena))
		return meaning;
	*key = heading_key(space, strlen(space), arena);
	return heading_meaning(*key);
}

static bool has_field(const struct reading *reading, enum list list, enum field field)
{
	for (size_t i = 0; i < reading->count; i++)
		if (reading->columns[i].fields[list] == field)
			return true;
	return false;
}

/* The first column that may tell the status does, where none is called so. */
static void settle_progress(struct reading *reading)
{
	bool has_status = has_field(reading, TIES, FIELD_STATUS);

	for (size_t i = 0; i < reading->count; i++) {
		unsigned char *field = &reading->columns[i].fields[TIES];

		if (*field != FIELD_PROGRESS)
			continue;
		*field = (unsigned char)(has_status ? FIELD_COUNT : FIELD_STATUS);
		has_status = true;
	}
}

/* ── Which list it is ────────────────────────────────────────────────────────────────────────────────── */

static void reading_begin(struct reading *reading, const struct cell *cells, size_t count, const char *file)
{
	const char **keys;
	unsigned char *fields;

	*reading = (struct reading){.count = count};
	reading->columns = arena_get(&reading->arena, count * sizeof *reading->columns);
	keys = arena_get(&reading->arena, count * sizeof *keys);
	fields = arena_get(&reading->arena, count + 1);
	for (size_t i = 0; i < count; i++) {
		reading->columns[i] = cell_meaning(&keys[i], &cells[i], &reading->arena);
		fields[i] = reading->columns[i].fields[VISITS];
	}
	reading->vague = ledger_settle(fields, keys, count, file, &reading->arena);
	for (size_t i = 0; i < count; i++)
		reading->columns[i].fields[VISITS] = fields[i];
	if (!has_field(reading, VISITS, FIELD_DATE))
		reading->vague = 0;
	settle_progress(reading);
}

static bool has_needed(const struct reading *reading, enum list list)
{
	for (size_t group = 0; group < COUNT(lists[list].needed); group++) {
		const enum field *needed = lists[list].needed[group];
		bool is_met = !*needed;

		for (; *needed && !is_met; needed++)
			is_met = has_field(reading, list, *needed);
		if (!is_met)
			return false;
	}
	return true;
}

/* 0 where it cannot be that list. Columns that are somebody's in a list of visits are known, if not whose they are. */
static size_t count_known(const struct reading *reading, enum list list)
{
	size_t known = list == VISITS ? reading->vague : 0;

	if (!known && !has_needed(reading, list))
		return 0;
	for (size_t i = 0; i < reading->count; i++)
		known += reading->columns[i].fields[list] < FIELD_COUNT;
	return known;
}

size_t headings_known(const struct cell *cells, size_t count, const char *file)
{
	struct reading reading;
	size_t most = 0;

	if (count > ROW_MAX)
		return 0;
	reading_begin(&reading, cells, count, file);
	for (enum list list = 0; list < LIST_COUNT; list++)
		if (count_known(&reading, list) > most)
			most = count_known(&reading, list);
	arena_free(&reading.arena);
	return most;
}

struct row headings_join(const struct row *upper, const struct row *lower, size_t *pairs, struct arena *arena)
{
	size_t count = upper->count > lower->count ? upper->count : lower->count;
	struct cell *cells = arena_get(arena, (count + 1) * sizeof *cells);
	const char *group = "";

	*pairs = 0;
	for (size_t i = 0; i < count; i++) {
		const char *above = i < upper->count ? upper->cells[i].text : "", *below = i < lower->count ? lower->cells[i].text : "";
		const char *text = above;

		if (*above)
			group = *below ? above : "";
		if (*below)
			text = *group ? arena_print(arena, "%s %s", group, below) : below;
		*pairs += *below && *group && ledger_knows(heading_key(text, strlen(text), arena), arena);
		cells[i] = (struct cell){text, strlen(text)};
	}
	return (struct row){.line = lower->line, .count = count, .cells = cells};
}

/* Where headings fit several lists alike, the name of the file may say which: places.csv, 地名.csv. */
static bool is_named_in(enum list list, const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash ? slash + 1 : file;

	return strstr(name, lists[list].name) || strstr(name, lists[list].chinese_name);
}

static enum list settle_by_file(const struct reading *reading, size_t known, const char *file)
{
	for (enum list list = 0; list < LIST_COUNT; list++)
		if (known && count_known(reading, list) == known && is_named_in(list, file))
			return list;
	return NO_LIST;
}

static vg_status refuse_unknown(const struct cell *cells, size_t count, vg_error *error)
{
	char excerpt[EXCERPT];
	struct text line = {0};
	vg_status status;

	for (size_t i = 0; i < count; i++)
		text_print(&line, "%s%s", i ? ", " : "", cells[i].text);
	status = fail(
		error, VG_BAD_INPUT,
		_("no heading of a list that is known here: '%s' (people need name 姓名, organizations name 单位名称, places name 地名, "
		  "visits a person or organization that visits or hosts, 来访人 or 接待单位, ties a 甲方 and b 乙方)"),
		text_excerpt(excerpt, line.bytes ? line.bytes : ""));
	text_free(&line);
	return status;
}

static vg_status refuse_several(const struct reading *reading, vg_error *error)
{
	char names[EXCERPT] = "";

	for (enum list list = 0; list < LIST_COUNT; list++)
		if (count_known(reading, list))
			snprintf(names + strlen(names), sizeof names - strlen(names), "%s%s", *names ? ", " : "", lists[list].name);
	return fail(error, VG_BAD_INPUT, _("these headings fit several kinds of list: say which with --as (%s)"), names);
}

/* NO_LIST where none is. */
static vg_status recognise(enum list *list, const struct reading *reading, const char *file, vg_error *error)
{
	size_t most = 0;
	enum list rival = NO_LIST, settled;

	*list = NO_LIST;
	for (enum list candidate = 0; candidate < LIST_COUNT; candidate++) {
		size_t known = count_known(reading, candidate);

		if (known > most) {
			most = known;
			*list = candidate;
			rival = NO_LIST;
		} else if (known && known == most) {
			rival = candidate;
		}
	}
	if (*list == NO_LIST)
		return VG_OK;
	settled = rival == NO_LIST ? *list : settle_by_file(reading, most, file);
	if (settled == NO_LIST)
		return refuse_several(reading, error);
	*list = settled;
	return VG_OK;
}

/* The column of a heading that the list does not know and that has one of the words in it; reading->count where there is none. */
static size_t find_unknown(const struct reading *reading, enum list list, const struct cell *cells, const char *const *words)
{
	for (size_t i = 0; i < reading->count; i++)
		for (const char *const *word = words; *word && reading->columns[i].fields[list] == FIELD_COUNT; word++)
			if (strstr(cells[i].text, *word))
				return i;
	return reading->count;
}

static bool has_unknown(const struct reading *reading, enum list list, const struct cell *cells, const char *const *words)
{
	return find_unknown(reading, list, cells, words) < reading->count;
}

/* A tie without a status is one that is talked of: what says more under a heading that is not known would be lost as a note. */
static vg_status refuse_unknown_status(const struct reading *reading, const struct cell *cells, vg_error *error)
{
	static const char *const words[] = {"状态", "进展", "阶段", "进度", "是否签约", "是否落地", "status", "Status", "stage", "Stage", NULL};
	char excerpt[EXCERPT];
	size_t column = find_unknown(reading, TIES, cells, words);

	if (has_field(reading, TIES, FIELD_STATUS) || column == reading->count)
		return VG_OK;
	return fail(error, VG_BAD_INPUT,
		    _("'%s' may be the status of the ties: call it status 状态, with 洽谈, 意向, 签约, 运营 or 终止 in its cells, or else notes 备注"),
		    text_excerpt(excerpt, cells[column].text));
}

/* A list may know nothing of days or visitors. But what says so under a heading of its own would be lost as a note. */
static vg_status refuse_incomplete(const struct reading *reading, enum list list, const struct cell *cells, vg_error *error)
{
	static const char *const days[] = {"时", "日", "date", "Date", "time", "Time", "day", "Day", NULL};
	static const char *const anything[] = {"", NULL};

	if (list != VISITS)
		return list == TIES ? refuse_unknown_status(reading, cells, error) : VG_OK;
	if (reading->vague)
		return fail(error, VG_BAD_INPUT,
			    _("the headings do not say who visits whom: call them 来访单位 and 接待领导 where they came to us, "
			      "走访领导 and 走访企业 where we went to them (or put 来访 or 走访 into the name of the file)"));
	if (!has_field(reading, VISITS, FIELD_DATE) && has_unknown(reading, list, cells, days))
		return fail(error, VG_BAD_INPUT,
			    _("a list of visits needs a heading for the day: date 日期 / 来访时间 / 走访时间 (its cells may be empty)"));
	if (!has_field(reading, VISITS, FIELD_VISITORS) && !has_field(reading, VISITS, FIELD_VISITOR_ORGANIZATION) &&
	    !has_field(reading, VISITS, FIELD_LEAD) && has_unknown(reading, list, cells, anything))
		return fail(error, VG_BAD_INPUT,
			    _("a list of visits needs a heading for who visits: visitors 来访人员 / visitor_organization 来访单位 / 走访领导 / "
			      "带队领导 (its cells may be empty)"));
	return VG_OK;
}

/* One field in two columns would make one of them disappear. */
static vg_status refuse_twice(const struct reading *reading, enum list list, const struct cell *cells, vg_error *error)
{
	size_t column_of[FIELD_COUNT] = {0};
	char first[EXCERPT], second[EXCERPT];

	for (size_t i = 0; i < reading->count; i++) {
		enum field field = reading->columns[i].fields[list];

		if (field == FIELD_NOTE || field == FIELD_ERROR || field == FIELD_COUNT)
			continue;
		if (column_of[field])
			return fail(error, VG_BAD_INPUT, _("two columns for the same: '%s' and '%s'"),
				    text_excerpt(first, cells[column_of[field] - 1].text),
				    text_excerpt(second, cells[i].text));
		column_of[field] = i + 1;
	}
	return VG_OK;
}

vg_status headings_read(enum list *list, enum field *fields, bool *known, const struct cell *cells, size_t count,
			const char *file, vg_error *error)
{
	struct reading reading;
	vg_status status = VG_OK;

	if (count > ROW_MAX)
		return fail(error, VG_BAD_INPUT, _("more than %d columns"), ROW_MAX);
	reading_begin(&reading, cells, count, file);
	if (*list == NO_LIST)
		status = recognise(list, &reading, file, error);
	if (!status && *list == NO_LIST)
		status = refuse_unknown(cells, count, error);
	else if (!status && !count_known(&reading, *list))
		status = fail(error, VG_BAD_INPUT, _("a list of %s needs the heading: %s"), _(lists[*list].name),
			      lists[*list].needs);
	if (!status)
		status = refuse_incomplete(&reading, *list, cells, error);
	if (!status)
		status = refuse_twice(&reading, *list, cells, error);
	for (size_t i = 0; i < count && !status; i++) {
		enum field field = reading.columns[i].fields[*list];

		known[i] = field != FIELD_COUNT;
		fields[i] = known[i] ? field : FIELD_NOTE;
	}
	arena_free(&reading.arena);
	return status;
}
