/* posts.c - for whom somebody stands: for the unit of his row, or for what is said beside his name.
 *
 * 乙集团副总裁 in a row of 甲公司 stands for 乙集团, and 临江经济开发区主任 in one of 临江区招商局 for the zone. 研发中心主任 stands for the unit, of which
 * that is a part, and so does who is said to be of it by a shorter name. 区委书记 in a row of 招商局 is none of its people; whose
 * he is, is not said. Where it is not certain that somebody is of another organization, he is of his row's. */
#include "importers/importers.h"

enum { HAN = 3 }; /* bytes of a character of the tables */

/* clang-format off */
static const struct word division_endings[] = {W("省"), W("市"), W("区"), W("县"), W("州"), W("旗"), W("镇"), W("乡"), W("街道")};
/* Firms, and whoever else is called by a name and by what it is. */
static const struct word plain_endings[] = {W("公司")};
static const struct word legal_endings[] = {W("有限公司"), W("责任公司"), W("股份公司"), W("集团公司"), W("总公司")};
static const struct word name_endings[] = {
	W("有限公司"), W("有限责任公司"), W("股份公司"), W("股份有限公司"), W("集团有限公司"), W("集团股份有限公司"), W("集团公司"), W("公司"), W("集团"), W("银行"), W("证券"), W("分行"), W("支行"),
	W("大学"), W("协会"), W("商会"), W("学会"), W("联合会"), W("促进会"), W("基金会"), W("研究会"), W("联谊会"), W("代表团"), W("考察团"), W("出版社"), W("使馆"), W("领事馆"),
};
static const struct word zone_endings[] = {W("管委会"), W("开发区"), W("高新区"), W("自贸区"), W("园区"), W("产业园"), W("科技园")};
/* Of these there is one everywhere: whose it is, only the name of a division in front tells. */
static const struct word local_endings[] = {
	W("局"), W("厅"), W("政府"), W("委员会"), W("发改委"), W("国资委"), W("住建委"), W("卫健委"), W("经信委"), W("人大常委会"), W("政协"), W("工商联"), W("妇联"), W("侨联"), W("科协"), W("残联"),
	W("文联"), W("总工会"), W("党校"), W("中心"), W("研究院"), W("研究所"), W("设计院"), W("科学院"), W("工程院"), W("实验室"), W("学院"), W("学校"), W("中学"), W("小学"), W("医院"), W("法院"), W("检察院"),
	W("事务所"), W("工作室"), W("合作社"), W("电视台"), W("报社"), W("党组织"), W("分公司"), W("子公司"), W("部门负责人"), W("相关部门"), W("有关部门"), W("各部门"),
};
/* What stands in front of 公司, 集团, 区, 开发区 and is nobody's name. */
static const char common_words[] =
	"华东|华南|华北|华中|西南|西北|东北|东部|西部|南方|北方|中国|全国|国家|亚太|亚洲|欧洲|全球|海外|国际|国内|区域|大区|片|"
	"分|子|总|本|该|我|母|各|全|省|市|区|县|镇|乡|城|社|地|景|风景|辖|郊|新|老|园|校|厂|矿|山|级|"
	"集团|公司|产业|工业|投资|控股|汽车|科技|技术|研发|营销|销售|市场|商务|招商|经济|高新|经开|开发|示范|试验|合作|保税|自贸|自由贸易|"
	"现代|农业|农村|综合|出口|加工|临空|临港|中央|设计|工程|建设|发展|改革|改造|财政|教育|卫生|管理|服务|物流|旅游|生态|文化|"
	"食品|医药|能源|新能源|电子|信息|金融|证券|地产|置业|置地|贸易|制造|装备|实业|项目|运营|战略|创新|创业|科创|民营|国有|上市";

/* What organizations are, by how they end. The first that fits speaks. */
enum body { OTHER = 0, FIRM = 1, BUREAU = 2, GOVERNMENT = 4, DIVISION = 8 };
static const struct {
	enum body body;
	struct word endings[10];
} bodies[] = {
	{FIRM, {W("公司"), W("集团"), W("银行"), W("证券"), W("分行"), W("支行")}},
	{BUREAU, {W("局"), W("厅"), W("署"), W("促进中心"), W("招商中心"), W("服务中心"), W("招商办"), W("合作办"), W("办公室")}},
	{GOVERNMENT, {W("政府")}},
	{DIVISION, {W("省"), W("市"), W("区"), W("县"), W("州"), W("旗"), W("镇"), W("乡"), W("街道")}},
};

/* Titles of offices, by what they begin with, and which units have nobody so called. The longest that fits speaks first. */
static const struct {
	unsigned absent;
	bool is_head, is_zone; /* 区 + 长; 管委会 + any post */
	const char *words; /* with | between them */
} offices[] = {
	{BUREAU | GOVERNMENT | FIRM, false, false, "省委|市委|区委|县委|州委|旗委|镇党委|乡党委|街道党委|街道党工委"},
	{BUREAU | FIRM, true, false, "省|市|区|县|州|旗|镇|乡"},
	{BUREAU, false, false, "省政府|市政府|区政府|县政府|州政府|镇政府|乡政府"},
	{BUREAU | GOVERNMENT, false, false, "人大|政协|省人大|市人大|区人大|县人大|省政协|市政协|区政协|县政协"},
	{BUREAU | GOVERNMENT, false, true, "管委会|党工委|开发区|经开区|经济开发区|高新区|新区|园区"},
};
/* clang-format on */

/* The first characters of these titles, in order. */
static const char first_characters[] = "乡人党区县园州市开政新旗省管经街镇高";

static bool begins_with(const char *text, const char *beginning)
{
	return !strncmp(text, beginning, strlen(beginning));
}

/* The size of the longest of the words with which the text begins; 0 where it begins with none. */
static size_t word_in_front(const char *words, const char *text)
{
	size_t longest = 0;

	for (const char *word = words; *word; word += *word == '|') {
		size_t size = strcspn(word, "|");

		if (size > longest && !strncmp(text, word, size))
			longest = size;
		word += size;
	}
	return longest;
}

static enum body body_of(const char *organization)
{
	for (size_t i = 0; i < COUNT(bodies); i++)
		if (ENDS_WITH(organization, strlen(organization), bodies[i].endings))
			return bodies[i].body;
	return OTHER;
}

/* ── Is it another organization? ─────────────────────────────────────────────────────────────────────── */

/* Whether there is more in the text than common words. */
static bool is_own_name(const char *text, size_t length)
{
	size_t at = 0, size = 1;

	while (at < length && size) {
		size = word_in_front(common_words, text + at);
		at += size;
	}
	return at < length;
}

/* 湾沚区招商局 has a division's name in front, 区招商局 has not. */
static bool has_division(const char *text, size_t length)
{
	for (size_t end = HAN; end <= length; end++) {
		size_t size = ENDS_WITH(text, end, division_endings);

		if (size && is_own_name(text, end - size))
			return true;
	}
	return word_in_front("国家|全国|中国", text);
}

/* Whether the organization has a name of its own, and is not called only by what it is. */
static bool is_named(const char *organization, enum body body)
{
	size_t length = strlen(organization), size = ENDS_WITH(organization, length, local_endings);

	if (size)
		return has_division(organization, length - size);
	if (!(size = ENDS_WITH(organization, length, zone_endings)) && !(size = ENDS_WITH(organization, length, name_endings)))
		size = body == DIVISION ? ENDS_WITH(organization, length, division_endings) : 0;
	return size && is_own_name(organization, length - size);
}

/* 海尔集团 in a row of 青岛海尔股份有限公司: what names it stands there too. */
static bool shares_name(const char *organization, const char *unit, struct arena *arena)
{
	size_t length = strlen(organization), size = ENDS_WITH(organization, length, name_endings);

	return size && size < length && strstr(unit, arena_text_of(arena, organization, length - size));
}

/* Whether it is the unit, by another name or as a part of it. 临江区 is not 临江区招商局, whose name begins with it. */
static bool is_unit(const char *organization, const char *unit, enum body kind, struct arena *arena)
{
	const char *at = strstr(unit, organization), *rest = at ? at + strlen(organization) : NULL;
	size_t length = strlen(organization), size = strlen(unit);

	if (rest && *rest && body_of(organization) == DIVISION)
		return word_in_front("人民政府|政府|委|党委|管委会|管理委员会", rest);
	if (rest || (length > size && !strcmp(organization + length - size, unit)))
		return true;
	return kind != DIVISION && (begins_with(organization, unit) || shares_name(organization, unit, arena));
}

/* 上海市总经理 sells there. */
static bool is_business(const char *title)
{
	return strstr(title, "总") || strstr(title, "经理") || strstr(title, "代表") || strstr(title, "主管");
}

/* ── Is it a title of the unit? ──────────────────────────────────────────────────────────────────────── */

/* 常务副区长 is a 区长. */
static const char *without_rank(const char *title)
{
	size_t size;

	while ((size = word_in_front("原|时任|代|常务|副", title)))
		title += size;
	return title;
}

static size_t rank_of(const char *division)
{
	static const char *const ranks[] = {"镇|乡|街道", "区|县|旗", "市|州", "省"};
	size_t rank = COUNT(ranks);

	while (rank && !word_in_front(ranks[rank - 1], division))
		rank--;
	return rank;
}

/* Whether nobody of the unit has such a title. */
static bool is_absent(const char *title, const char *unit, enum body kind, struct arena *arena)
{
	const char *office = without_rank(title);
	size_t length = strlen(office), end = strlen(unit);

	for (size_t i = 0; i < COUNT(offices); i++) {
		size_t size = word_in_front(offices[i].words, office);

		if (!size || (offices[i].is_head && strcmp(office + size, "长") != 0) ||
		    (offices[i].is_zone && titles_start(office, length) > size))
			continue;
		if (kind == DIVISION)
			return !offices[i].is_zone &&
			       rank_of(office) > rank_of(unit + end - ENDS_WITH(unit, end, division_endings));
		return (offices[i].absent & kind) && (offices[i].is_head || !strstr(unit, arena_text_of(arena, office, size)));
	}
	return false;
}

/* ── Whose is he? ────────────────────────────────────────────────────────────────────────────────────── */

struct post {
	const char *unit;
	enum body kind;
	const char *organization; /* another; what follows it without one is said of it too */
	bool is_of_unit, is_doubtful;
	struct arena *arena;
};

/* Under a firm, 上海公司 may be another or a part of it. */
static bool is_certain(const char *organization, enum body kind)
{
	size_t length = strlen(organization);

	return kind != FIRM || !ENDS_WITH(organization, length, plain_endings) || ENDS_WITH(organization, length, legal_endings);
}

static void read_title(struct post *post, const char *title, bool is_in_cell)
{
	const char *organization, *rest;
	enum body kind = post->kind == FIRM && !is_in_cell ? OTHER : post->kind;

	if (title_split(title, &organization, &rest, post->arena) && !is_unit(organization, post->unit, post->kind, post->arena) &&
	    is_named(organization, body_of(organization)) &&
	    !(post->kind == FIRM && body_of(organization) == DIVISION && is_business(rest))) {
		post->is_doubtful = post->is_doubtful || !is_certain(organization, post->kind);
		post->is_of_unit = post->is_of_unit || !is_certain(organization, post->kind);
		post->organization = post->organization ? post->organization : organization;
	} else if (!post->organization && !is_absent(title, post->unit, kind, post->arena)) {
		post->is_of_unit = true;
	}
}

/* Too short to name an organization beside the post. */
static bool is_short(const char *title)
{
	return strlen(title) <= 4 * HAN;
}

/* Most titles are short and no office's. */
static bool may_tell(const char *title)
{
	if (!title || !is_short(title))
		return title;
	if (begins_with(title, "副"))
		title += HAN;
	return strlen(title) >= HAN && is_han_among(first_characters, sizeof first_characters, title);
}

static void read_titles(struct post *post, const char *titles, bool is_in_cell)
{
	struct values values = titles ? cell_split(titles, true, false, post->arena) : (struct values){0};

	for (size_t i = 0; i < values.count; i++)
		read_title(post, values.items[i], is_in_cell);
}

bool post_settle(vg_mention *mention, const struct person *person, const char *column_title, const char *unit, struct arena *arena)
{
	struct post post = {.unit = unit, .arena = arena};

	mention->organization = person->organization ? person->organization : unit;
	if (person->split_organization && !person->organization && (!unit || !strcmp(unit, person->split_organization))) {
		mention->organization = person->split_organization;
		mention->title = person->split_title;
		return true;
	}
	if (!unit || person->organization || (!may_tell(person->title) && !may_tell(column_title)))
		return true;
	post.kind = body_of(unit);
	if (!person->title && !(post.kind & ~FIRM) && is_short(column_title)) /* 市长, and only offices have one */
		return true;
	read_titles(&post, person->title, true);
	read_titles(&post, column_title, false);
	if (post.is_of_unit)
		return !post.is_doubtful;
	mention->organization = post.organization;
	if (post.organization && text_is(person->split_organization, post.organization))
		mention->title = person->split_title;
	return true;
}
