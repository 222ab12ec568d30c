/* ledgers.c - what the headings of a ledger of visits say by their parts (来访 + 单位, 走访 + 时间), and whose a name is.
 *
 * In a ledger of those who came, 企业名称 is who visits; in one of those whom we went to see, who is visited. So what a heading
 * means depends on the others: first those that say whose they are, then the firms and our own people, then 姓名 and 职务. */
#include "importers/importers.h"

/* ── Words ───────────────────────────────────────────────────────────────────────────────────────────── */

enum whose { VISITOR, HOST, COMPANION, FIRM, OURS, ENTOURAGE, NOBODY };
enum way { UNSAID, COMES, GOES }; /* they come to us, or we go to them */
enum part { NAME, TITLE, ORGANIZATION, EITHER /* name or organization */, DATE, UNTIL, PLACE, PURPOSE, PARTS };

/* What headings begin with: whose persons and whose organizations follow, and what that says of the others. An activity has a
 * date, a place and a purpose too. */
static const struct subject {
	const char *words; /* with | between them */
	enum whose persons, organizations;
	enum way way;
	bool is_activity;
} subjects[] = {
	{"来访|到访|来宾|来客|访客|客人|嘉宾|来区|来县|来市|来园", VISITOR, VISITOR, COMES, true},
	{"走访|拜访|调研|外出|出访|出行|参访|回访|慰问|视察|外出招商|外出考察|上门", VISITOR, HOST, GOES, true},
	{"考察|参观|访问", VISITOR, HOST, UNSAID, true},
	{"带队", VISITOR, VISITOR, UNSAID, false},
	{"随行|同行|随同|随访|同来", ENTOURAGE, VISITOR, UNSAID, false},
	{"接待", HOST, HOST, COMES, true},
	{"会见", HOST, VISITOR, UNSAID, true},
	{"被访|受访|被拜访|被走访|被调研|被考察", HOST, HOST, GOES, false},
	{"陪同", COMPANION, COMPANION, UNSAID, false},
	{"客商|企业|公司|对方|客户|投资方|投资商|投资人|项目方|厂商|外商|意向企业|意向客商|目标企业|单位", FIRM, FIRM, UNSAID, false},
	{"我方|我区|我市|我县|我局|我司|我单位|本方|本单位", OURS, OURS, UNSAID, false},
	{"洽谈|对接|接洽|会谈|座谈|交流|活动", OURS, FIRM, UNSAID, true},
	{"招商", OURS, OURS, UNSAID, true},
};

/* What they go on with. */
static const struct {
	enum part part;
	const char *words;
} nouns[] = {
	{NAME,
	 "人|人员|领导|者|代表|负责人|主要负责人|姓名|人姓名|成员|主要人员|主要领导|名单|人员名单|单位及人员|企业及人员|单位人员|参加人员|"
	 "参加领导|带队人|带队领导|领队|接待人|接待人员|接待领导|陪同人员|陪同领导|陪同"},
	{TITLE, "职务|职位|人职务|职称"},
	{ORGANIZATION, "单位|企业|公司|机构|方|部门|名称|单位名称|企业名称|公司名称|机构名称|集团"},
	{EITHER, "|客商|对象|客户|嘉宾|来宾"},
	{DATE, "时间|日期|起止时间|起止日期|开始时间|开始日期"},
	{UNTIL, "结束时间|结束日期|离开时间"},
	{PLACE, "地点"},
	{PURPOSE, "事由|情况|内容|事项|目的|议题|主题|项目|主要内容|名称"},
};

/* Headings that are no such pair. The first that is there speaks. */
static const struct {
	enum whose whose;
	enum part part;
	const char *words;
} others[] = {
	{OURS, NAME, "领导|区领导|县领导|市领导|局领导|镇领导|园区领导|管委会领导|参与领导|分管领导|主谈人"},
	{OURS, ORGANIZATION, "对接部门|接洽部门|洽谈部门"},
	{FIRM, ORGANIZATION,
	 "投资方|投资企业|投资商|项目方|项目单位|投资单位|接待企业|接待客商|接待客户|企业(单位)名称|单位(企业)名称|企业/单位名称|单位/企业名称|"
	 "企业(项目)名称|客商(企业)名称|企业|公司|客户|对方"},
	{VISITOR, EITHER, "接待对象|会见对象|会见客商"},
	{NOBODY, DATE, "起止时间|起止日期|到达时间|抵达时间"},
	{NOBODY, UNTIL, "离开时间|离开日期|返程时间|返回时间"},
	{NOBODY, PURPOSE, "项目名称|拟投项目|意向项目|合作项目|投资项目|项目|会议名称|活动名称|会议主题|来意"},
};

/* The columns of a list of visits that speak of one side. */
static const struct side_fields {
	enum field name, title, organization, other_name;
} sides[] = {
	[VISITOR] = {FIELD_VISITORS, FIELD_VISITOR_TITLE, FIELD_VISITOR_ORGANIZATION, FIELD_LEAD},
	[HOST] = {FIELD_HOSTS, FIELD_HOST_TITLE, FIELD_HOST_ORGANIZATION, FIELD_COUNT},
	[COMPANION] = {FIELD_COMPANIONS, FIELD_COMPANION_TITLE, FIELD_COMPANION_ORGANIZATION, FIELD_COUNT},
};

/* ── A heading by its parts ──────────────────────────────────────────────────────────────────────────── */

struct said {
	enum whose whose;
	enum part part;
	enum way way;
};

/* The size of the longest of the words with which the text begins, SIZE_MAX where it begins with none. */
static size_t word_in_front(const char *words, const char *text)
{
	size_t longest = SIZE_MAX;

	for (const char *word = words;; word++) {
		size_t same = 0;

		while (word[same] && word[same] == text[same])
			same++;
		if ((!word[same] || word[same] == '|') && (longest == SIZE_MAX || same > longest))
			longest = same;
		for (word += same; *word && *word != '|'; word++)
			;
		if (!*word)
			return longest;
	}
}

static bool is_word(const char *words, const char *text)
{
	size_t size = word_in_front(words, text);

	return size != SIZE_MAX && !text[size];
}

static enum part part_named(const char *text)
{
	for (size_t i = 0; i < COUNT(nouns); i++)
		if (is_word(nouns[i].words, text))
			return nouns[i].part;
	return PARTS;
}

/* 来访情况 职务, 来访人员姓名, 来访单位名称: what may stand between both. Who follows 走访企业 is of that firm. */
static enum part part_behind(const char *rest, bool *is_of_organization)
{
	static const struct {
		const char *word;
		bool is_organization;
	} between[] = {
		{"情况", false}, {"信息", false}, {"基本情况", false}, {"人员", false}, {"领导", false}, {"代表", false}, {"主要", false},
		{"人", false},   {"方", true},    {"单位", true},      {"企业", true},  {"公司", true},  {"客商", true},
	};
	enum part part = part_named(rest);

	*is_of_organization = false;
	for (size_t i = 0; i < COUNT(between) && part == PARTS; i++) {
		size_t size = strlen(between[i].word);

		if (!strncmp(rest, between[i].word, size) && rest[size])
			part = part_named(rest + size);
		*is_of_organization = part != PARTS && between[i].is_organization;
	}
	return part;
}

/* 来访人员及职务 are the persons. */
static const char *without_title(const char *key, struct arena *arena)
{
	static const char *const endings[] = {"及职务", "和职务", "、职务", "/职务", "及职位", "姓名及职务", "姓名和职务"};
	size_t length = strlen(key), cut = 0;

	for (size_t i = 0; i < COUNT(endings); i++) {
		size_t size = strlen(endings[i]);

		if (size < length && size > cut && !strcmp(key + length - size, endings[i]))
			cut = size;
	}
	return cut ? arena_text_of(arena, key, length - cut) : key;
}

static bool read_pair(struct said *said, const char *key, const struct subject *subject, size_t length)
{
	bool is_of_organization;
	enum part part = part_behind(key + length, &is_of_organization);
	bool is_ours = subject->persons == OURS;

	if (part == PARTS || (part >= DATE && !subject->is_activity))
		return false;
	if (part == EITHER && !key[length] && subject->persons != VISITOR && strcmp(key, "客商"))
		return false;
	*said = (struct said){part == ORGANIZATION || is_of_organization ? subject->organizations : subject->persons, part, subject->way};
	if (part == EITHER && key[length])
		said->whose = subject->organizations; /* 走访对象 */
	if (is_ours && strstr(key + length, "陪同"))
		said->whose = COMPANION;
	return true;
}

/* `key` is written as headings are compared. Much of what is asked is none: the cells of the first rows. */
static bool read_heading(struct said *said, const char *key, struct arena *arena)
{
	enum { LONGEST = 20 * 3 };

	if ((unsigned char)*key < 0xE3 || strlen(key) > LONGEST)
		return false;
	if (!strncmp(key, "主要", 6))
		key += 6;
	key = without_title(key, arena);
	for (size_t i = 0; i < COUNT(others); i++)
		if (is_word(others[i].words, key)) {
			*said = (struct said){others[i].whose, others[i].part, UNSAID};
			return true;
		}
	for (size_t i = 0; i < COUNT(subjects); i++) {
		size_t length = word_in_front(subjects[i].words, key);

		if (length != SIZE_MAX && read_pair(said, key, &subjects[i], length))
			return true;
	}
	return false;
}

bool ledger_knows(const char *key, struct arena *arena)
{
	struct said said;

	return read_heading(&said, key, arena);
}

/* ── All headings ────────────────────────────────────────────────────────────────────────────────────── */

struct ledger {
	unsigned char *fields;
	const char *const *keys;
	size_t count;
	struct said *said; /* of those that are in no table; part PARTS where nothing is known */
	enum way way;
};

static bool has(const struct ledger *ledger, enum field field)
{
	return memchr(ledger->fields, field, ledger->count);
}

static bool has_side(const struct ledger *ledger, enum whose whose)
{
	const struct side_fields *side = &sides[whose];

	return has(ledger, side->name) || has(ledger, side->title) || has(ledger, side->organization) ||
	       (side->other_name != FIELD_COUNT && has(ledger, side->other_name));
}

/* Where another column says the same already, it is not known. */
static void set_field(struct ledger *ledger, size_t column, enum field field)
{
	ledger->fields[column] = (unsigned char)(field < FIELD_COUNT && has(ledger, field) ? FIELD_COUNT : field);
}

static enum field field_of(const struct ledger *ledger, enum whose whose, enum part part)
{
	static const enum field plain[PARTS] = {
		[DATE] = FIELD_DATE, [UNTIL] = FIELD_UNTIL, [PLACE] = FIELD_PLACE, [PURPOSE] = FIELD_PURPOSE};
	const struct side_fields *side = &sides[whose < FIRM ? whose : VISITOR];

	if (part >= DATE)
		return plain[part];
	if (part == EITHER)
		part = (has(ledger, side->name) || has(ledger, FIELD_NAME)) && !has(ledger, side->organization) ? ORGANIZATION : NAME;
	return part == NAME ? side->name : part == TITLE ? side->title : side->organization;
}

/* What the file is called says it where the headings do not: 走访企业台账.csv. */
static enum way way_of_file(const char *file)
{
	const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
	bool comes = strstr(name, "来访") || strstr(name, "接待") || strstr(name, "到访");
	bool goes = strstr(name, "走访") || strstr(name, "外出") || strstr(name, "拜访") || strstr(name, "出访") ||
		    strstr(name, "调研");

	return comes == goes ? UNSAID : comes ? COMES : GOES;
}

/* The first heading that says it. 考察内容 in a ledger of those who came says nothing: a purpose counts only as 来访事由. */
static void find_way(struct ledger *ledger, const char *file, struct arena *arena)
{
	for (size_t i = 0; i < ledger->count && !ledger->way; i++) {
		struct said said;

		if ((ledger->fields[i] == FIELD_COUNT && ledger->said[i].part == PARTS) ||
		    !read_heading(&said, ledger->keys[i], arena) || (said.part == PURPOSE && said.way != COMES))
			continue;
		ledger->way = strstr(ledger->keys[i], "企业接待") ? GOES : strstr(ledger->keys[i], "我方接待") ? COMES : said.way;
	}
	if (!ledger->way && has(ledger, FIELD_DATE))
		ledger->way = way_of_file(file);
}

/* On which side the firms are; NOBODY where that is not said. */
static enum whose side_of_firms(const struct ledger *ledger)
{
	bool has_visitor = has_side(ledger, VISITOR), has_host = has_side(ledger, HOST);

	if (ledger->way)
		return ledger->way == COMES ? VISITOR : HOST;
	if (has_visitor != has_host)
		return has_host ? VISITOR : HOST;
	for (size_t i = 0; i < ledger->count; i++)
		if (!strncmp(ledger->keys[i], "客商", 6))
			return VISITOR;
	return NOBODY;
}

/* How many columns nobody can say whose they are. */
static size_t settle_firms(struct ledger *ledger)
{
	enum whose firms = side_of_firms(ledger);
	size_t vague = 0;

	for (enum part part = NAME; part <= EITHER; part++) /* 客商 last: it is what is missing */
		for (size_t i = 0; i < ledger->count; i++) {
			const struct said *said = &ledger->said[i];

			if (said->part != part || (said->whose != FIRM && said->whose != OURS))
				continue;
			vague += firms == NOBODY;
			if (firms != NOBODY)
				set_field(ledger, i, field_of(ledger, said->whose == FIRM ? firms : firms == VISITOR ? HOST : VISITOR, part));
		}
	return vague;
}

static const struct side_fields *side_of(enum field field)
{
	for (size_t i = 0; i < COUNT(sides); i++)
		if (field != FIELD_COUNT && (field == sides[i].name || field == sides[i].title ||
					     field == sides[i].organization || field == sides[i].other_name))
			return &sides[i];
	return NULL;
}

/* The side named before, at the beginning the one behind; but who stands there is a visitor, if there is no other. */
static const struct side_fields *nearest_side(const struct ledger *ledger, size_t column)
{
	const struct side_fields *side = NULL;

	for (size_t i = column; i-- > 0 && !side;)
		side = side_of(ledger->fields[i]);
	if (!side && !has_side(ledger, VISITOR) && has_side(ledger, HOST))
		return &sides[VISITOR];
	for (size_t i = column + 1; i < ledger->count && !side; i++)
		side = side_of(ledger->fields[i]);
	return side;
}

/* 日期, 单位, 姓名, 事由: somebody visited, but who whom? */
static bool is_log(const struct ledger *ledger)
{
	return has(ledger, FIELD_DATE) && (has(ledger, FIELD_PURPOSE) || has(ledger, FIELD_PLACE));
}

/* 来访人, 职务, 接待人, 职务: a heading that does not say whose is of the nearest side; where that side has such a column
 * already, it is not known. Where no side is named, all are of whoever came, or whom we went to see. Tells of how many nobody can say whose
 * they are. */
static size_t settle_roles(struct ledger *ledger)
{
	const struct side_fields *only = !is_log(ledger) || !ledger->way ? NULL : &sides[ledger->way == COMES ? VISITOR : HOST];
	size_t vague = 0;

	for (size_t i = 0; i < ledger->count; i++) {
		enum field field = ledger->fields[i];
		const struct side_fields *side;

		if (field != FIELD_NAME && field != FIELD_TITLE && field != FIELD_ORGANIZATION)
			continue;
		side = nearest_side(ledger, i);
		side = side ? side : only;
		vague += !side && is_log(ledger);
		set_field(ledger, i,
			  !side ? FIELD_COUNT :
			  field == FIELD_NAME ? side->name :
			  field == FIELD_TITLE ? side->title : side->organization);
	}
	return vague;
}

/* 随行人员 beside 带队领导 are the visitors; beside 来访人员 there are more of these. */
static void settle_entourage(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->count; i++)
		if (ledger->said[i].part == NAME && ledger->said[i].whose == ENTOURAGE)
			set_field(ledger, i, has(ledger, FIELD_VISITORS) ? FIELD_ENTOURAGE : FIELD_VISITORS);
}

size_t ledger_settle(unsigned char *fields, const char *const *keys, size_t count, const char *file, struct arena *arena)
{
	struct ledger ledger = {fields, keys, count, arena_get(arena, (count + 1) * sizeof *ledger.said), UNSAID};
	size_t vague;

	for (size_t i = 0; i < count; i++) {
		struct said *said = &ledger.said[i];

		if (fields[i] != FIELD_COUNT || !read_heading(said, keys[i], arena))
			said->part = PARTS;
	}
	for (enum part part = NAME; part < PARTS; part++)
		for (size_t i = 0; i < count; i++)
			if (ledger.said[i].part == part && (ledger.said[i].whose < FIRM || part >= DATE))
				set_field(&ledger, i, field_of(&ledger, ledger.said[i].whose, part));
	find_way(&ledger, file, arena);
	vague = settle_firms(&ledger);
	vague += settle_roles(&ledger);
	settle_entourage(&ledger);
	return vague;
}
