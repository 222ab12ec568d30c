/* persons.c - who is named in a cell: 吴通红(党委书记、董事长), 李雅（二七区党委副书记）, John Smith (CEO, ACME Ltd).
 *
 * A bracket behind a name holds a title, an organization, or both. Both are told apart only where that is certain:
 * by a comma, or where the name of an organization or division ends and nothing but a title follows. Whatever is left is
 * the title, as it stands. */
#include "importers/importers.h"

/* ── What names of organizations and titles look like ────────────────────────────────────────────────── */

/* clang-format off */
/* How the names of organizations end, whatever stands before. */
static const struct word organization_endings[] = {
	W("公司"), W("集团"), W("中心"), W("委员会"), W("管委会"), W("政府"), W("大学"), W("学院"), W("学校"), W("中学"), W("小学"), W("研究院"), W("研究所"),
	W("设计院"), W("医院"), W("法院"), W("检察院"), W("科学院"), W("工程院"), W("银行"), W("协会"), W("商会"), W("学会"), W("联合会"), W("促进会"), W("基金会"),
	W("研究会"), W("联谊会"), W("合作社"), W("事务所"), W("工作室"), W("实验室"), W("产业园"), W("科技园"), W("园区"), W("开发区"), W("高新区"), W("自贸区"),
	W("分局"), W("总局"), W("商务局"), W("发改委"), W("国资委"), W("住建委"), W("卫健委"), W("经信委"), W("人大常委会"), W("政协"), W("代表团"), W("考察团"),
	W("工商联"), W("妇联"), W("侨联"), W("科协"), W("残联"), W("文联"), W("总工会"), W("党校"), W("证券"), W("分行"), W("支行"), W("党组织"),
	W("使馆"), W("领事馆"), W("电视台"), W("报社"), W("出版社"), W("部门负责人"), W("相关部门"), W("有关部门"), W("各部门"),
};

/* How offices end. A person's name hardly does, if it has three characters or more. */
static const struct word office_endings[] = {W("局"), W("委"), W("办"), W("厅"), W("部"), W("处"), W("署"), W("院"), W("所"), W("厂"), W("社"), W("站"), W("会"), W("馆")};
static const struct word division_endings[] = {W("区"), W("市"), W("县"), W("省"), W("州"), W("镇"), W("乡"), W("街道")};

static const char *const english_organizations[] = {
	"ltd", "ltd.", "inc", "inc.", "corp", "corp.", "corporation", "company", "co.", "gmbh", "ag", "plc", "llc", "group",
	"bank", "university", "institute", "association", "committee", "council", "ministry", "chamber", "bureau", "office",
	"department", "commission", "foundation", "holdings", "limited", "s.a.", "sa", "b.v.", "bv", "parliament", "government",
};

/* What a title begins with when an organization stands before it. */
static const char *const title_beginnings[] = {
	"党委", "党组", "党工委", "管委会", "党总支", "党支部", "书记", "副", "常务", "执行", "主任", "局长", "市长", "区长", "县长", "省长",
	"州长", "镇长", "乡长", "厅长", "司长", "处长", "科长", "部长", "院长", "校长", "会长", "行长", "社长", "所长", "站长",
	"馆长", "台长", "组长", "队长", "厂长", "董事", "总经理", "总裁", "总监", "总工", "总会计师", "首席", "主席", "秘书长",
	"理事长", "监事", "委员", "常委", "人大常委会", "人大主任", "政协主席", "纪委书记", "工会主席", "团委书记", "经理", "合伙人", "创始人",
	"负责人", "教授", "研究员", "工程师", "高级", "法定代表人", "巡视员", "调研员", "一级", "二级", "三级", "四级",
	"顾问", "院士", "专家", "CEO", "CTO", "CFO", "COO",
};

/* What it ends with. */
static const struct word title_endings[] = {
	W("书记"), W("主任"), W("长"), W("总经理"), W("经理"), W("总裁"), W("总监"), W("总工"), W("师"), W("主席"), W("委员"), W("常委"), W("代表"), W("董事"), W("监事"),
	W("理事"), W("教授"), W("研究员"), W("顾问"), W("专员"), W("大使"), W("参赞"), W("总领事"), W("领事"), W("负责人"), W("合伙人"), W("创始人"), W("代表人"), W("巡视员"),
	W("调研员"), W("秘书"), W("助理"), W("干部"), W("CEO"), W("CTO"), W("CFO"), W("COO"), W("总会计师"), W("成员"), W("博士"), W("院士"), W("指挥"),
};

static const char *const english_titles[] = {
	"ceo", "cto", "cfo", "coo", "chief", "director", "manager", "president", "chairman", "chairwoman", "chair", "minister",
	"secretary", "mayor", "governor", "head", "officer", "ambassador", "consul", "professor", "dean", "partner", "founder",
	"advisor", "adviser", "engineer", "commissioner", "deputy", "vice", "representative", "member", "md", "vp", "evp", "svp",
};

/* Behind an organization's name, for whoever came from there. */
static const char *const anonymous_endings[] = {"相关负责人", "有关负责人", "主要负责人", "负责人", "有关同志", "相关人员",
						"有关人员", "负责同志"};

static const char *const lead_marks[] = {"带队", "领队", "带队领导", "带队人", "lead"};
/* Somebody whose name is not said. */
static const char *const nobodies[] = {"省领导", "市领导", "县领导", "区领导", "镇领导", "街道领导", "园区领导", "公司领导", "企业领导", "单位领导", "相关领导", "有关领导",
				       "企业负责人", "公司负责人", "项目负责人", "相关负责人", "有关负责人", "主要负责人", "企业代表", "客商代表", "相关人员", "工作人员"};
static const char *const companies[] = {"一行", "领导", "同志", "专家", "客商", "企业家", "嘉宾", "代表"};
static const char *const remarks[] = {"女", "男", "女士", "先生", "退休", "已退休", "原任"};
/* clang-format on */

static bool ends_with(const char *text, size_t length, const char *ending)
{
	size_t size = strlen(ending);

	return length >= size && !memcmp(text + length - size, ending, size);
}

size_t word_ending(const char *text, size_t length, const struct word *words, size_t count)
{
	size_t longest = 0;

	for (size_t i = 0; i < count; i++) {
		size_t size = words[i].size;

		if (size > longest && size <= length && text[length - 1] == words[i].text[size - 1] &&
		    !memcmp(text + length - size, words[i].text, size))
			longest = size;
	}
	return longest;
}

static bool is_any(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(text, words[i]))
			return true;
	return false;
}

static bool begins_with_any(const char *text, const char *const *beginnings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strncmp(text, beginnings[i], strlen(beginnings[i])))
			return true;
	return false;
}

#define IS_ANY(text, table) is_any(text, table, COUNT(table))
#define BEGINS_WITH(text, table) begins_with_any(text, table, COUNT(table))

static size_t count_characters(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Whether one of the words, in any case, stands in the text on its own. */
static bool has_english_word(const char *text, const char *const *words, size_t count)
{
	for (const char *at = text; *at; at++) {
		if (at > text && is_letter(at[-1]))
			continue;
		for (size_t i = 0; i < count; i++) {
			size_t size = strlen(words[i]), same = 0;

			while (same < size && (at[same] | (is_letter(at[same]) ? 0x20 : 0)) == words[i][same])
				same++;
			if (same == size && !is_letter(at[size]))
				return true;
		}
	}
	return false;
}

#define HAS_ENGLISH(text, table) has_english_word(text, table, COUNT(table))

static bool is_office(const char *text, size_t length)
{
	return ENDS_WITH(text, length, office_endings) && !ENDS_WITH(text, length, title_endings) &&
	       count_characters(text, length) >= 3;
}

static bool is_division(const char *text, size_t length)
{
	size_t characters = count_characters(text, length);

	return ENDS_WITH(text, length, division_endings) && characters >= 3 &&
	       (characters > 3 || !(ends_with(text, length, "州") || ends_with(text, length, "省")));
}

bool is_organization_name(const char *text)
{
	size_t length = strlen(text);

	return ENDS_WITH(text, length, organization_endings) || is_office(text, length) || is_division(text, length) ||
	       ((unsigned char)*text < 0x80 && HAS_ENGLISH(text, english_organizations));
}

/* One title, or several joined by 、 or a comma; nothing else in it. */
static bool is_title(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, ",");
		const char *comma = strstr(text, "、");
		size_t step = 1;

		if (comma && (size_t)(comma - text) < length) {
			length = (size_t)(comma - text);
			step = 3;
		}
		if (!length || !BEGINS_WITH(text, title_beginnings) || !ENDS_WITH(text, length, title_endings))
			return false;
		text += length;
		if (*text)
			text += step;
	}
	return true;
}

bool looks_like_title(const char *text)
{
	return ENDS_WITH(text, strlen(text), title_endings) || HAS_ENGLISH(text, english_titles);
}

/* ── Brackets ────────────────────────────────────────────────────────────────────────────────────────── */

/* Behind 上海市 in 上海市委书记, the title is 市委书记. */
static bool is_party_secretary(const char *rest)
{
	return !strncmp(rest, "委书记", 9) || !strncmp(rest, "委副书记", 12) || !strncmp(rest, "委常委", 9);
}

/* Where the name of an organization or division may end. Behind a company's, a 区 or 局 is a part of the company. */
static bool is_name_end(const char *title, size_t length, bool is_behind_firm)
{
	if (ENDS_WITH(title, length, organization_endings))
		return true;
	return !is_behind_firm && count_characters(title, length) >= 3 &&
	       (ends_with(title, length, "局") || ends_with(title, length, "厅") ||
		ENDS_WITH(title, length, division_endings));
}

bool title_split(const char *title, const char **organization, const char **rest, struct arena *arena)
{
	const char *end = strstr(title, "、");
	bool is_behind_firm = false;

	if (BEGINS_WITH(title, title_beginnings))
		return false;
	for (const char *at = title + 1; *at && (!end || at <= end); at++) {
		size_t length = (size_t)(at - title);

		if (((unsigned char)*at & 0xC0) == 0x80 || !is_name_end(title, length, is_behind_firm))
			continue;
		if (is_title(at) || is_party_secretary(at)) {
			*organization = arena_text_of(arena, title, length);
			*rest = is_title(at) ? at : at - 3;
			return true;
		}
		is_behind_firm = is_behind_firm || !ENDS_WITH(title, length, division_endings);
	}
	return false;
}

/* 某公司，总经理 or CEO, ACME Ltd: one side of the first or the last comma is the organization. */
static bool split_at_comma(struct person *person, const char *inside, size_t comma, size_t width, struct arena *arena)
{
	const char *before = arena_text_of(arena, inside, comma), *after = inside + comma + width;
	size_t length = strlen(after);

	text_trim(&after, &length);
	if (!*before || !length)
		return false;
	if ((is_organization_name(before) || looks_like_title(after)) && !looks_like_title(before)) {
		person->organization = before;
		person->title = after;
		return true;
	}
	if ((is_organization_name(after) || looks_like_title(before)) && !looks_like_title(after)) {
		person->organization = after;
		person->title = before;
		return true;
	}
	return false;
}

static bool read_comma(struct person *person, const char *inside, struct arena *arena)
{
	const char *wide = strstr(inside, "，"), *narrow = strchr(inside, ',');
	const char *last = strrchr(inside, ',');

	if (wide && split_at_comma(person, inside, (size_t)(wide - inside), 3, arena))
		return true;
	if (narrow && split_at_comma(person, inside, (size_t)(narrow - inside), 1, arena))
		return true;
	return last && last != narrow && split_at_comma(person, inside, (size_t)(last - inside), 1, arena);
}

static void add_remark(struct person *person, const char *remark, struct arena *arena)
{
	person->remark = person->remark ? arena_print(arena, "%s, %s", person->remark, remark) : remark;
}

/* 13900001111 at the end, and what stands between it and a name or title. */
static void cut_telephone(struct person *person, const char *text, size_t *length, struct arena *arena)
{
	static const struct word between[] = {W(" "), W(","), W("，"), W("、"), W(":"), W("："), W("；"), W("/"), W("电话"), W("手机"), W("联系")};
	size_t digits = 0, size;

	while (digits < *length && strchr("0123456789-", text[*length - digits - 1]))
		digits++;
	if (digits == *length || !is_telephone(text + *length - digits))
		return;
	add_remark(person, arena_text_of(arena, text + *length - digits, digits), arena);
	*length -= digits;
	while (*length && (size = ENDS_WITH(text, *length, between)))
		*length -= size;
}

static void read_bracket(struct person *person, const char *inside, struct arena *arena)
{
	if (IS_ANY(inside, lead_marks))
		person->is_lead = true;
	else if (IS_ANY(inside, remarks) || is_telephone(inside))
		add_remark(person, inside, arena);
	else if (!person->organization && read_comma(person, inside, arena))
		;
	else if (!person->organization && is_organization_name(inside) && !looks_like_title(inside))
		person->organization = inside;
	else if (!person->title)
		person->title = inside;
	else
		person->title = arena_print(arena, "%s、%s", person->title, inside);
}

static size_t bracket_width(const char *text, const char *narrow, const char *wide)
{
	return *text == *narrow ? 1 : !strncmp(text, wide, 3) ? 3 : 0;
}

/* Where the bracket that closes at the end of the text opens; NULL where none does. */
static const char *last_bracket(const char *text, size_t length)
{
	int depth = 0;

	for (const char *at = text + length; at > text;) {
		at--;
		if (((unsigned char)*at & 0xC0) == 0x80)
			continue;
		depth += bracket_width(at, ")", "）") ? 1 : 0;
		depth -= bracket_width(at, "(", "（") ? 1 : 0;
		if (!depth)
			return bracket_width(at, "(", "（") ? at : NULL;
	}
	return NULL;
}

/* Takes the brackets off the end of *text, the last one first. */
static void read_brackets(struct person *person, const char *text, size_t *length, struct arena *arena)
{
	const char *open;

	while ((ends_with(text, *length, ")") || ends_with(text, *length, "）")) &&
	       (open = last_bracket(text, *length)) && open > text) {
		const char *inside = open + bracket_width(open, "(", "（");
		size_t size = (size_t)(text + *length - inside) - (text[*length - 1] == ')' ? 1 : 3);

		text_trim(&inside, &size);
		if (size && !is_telephone(arena_text_of(arena, inside, size)))
			cut_telephone(person, arena_text_of(arena, inside, size), &size, arena);
		if (size)
			read_bracket(person, arena_text_of(arena, inside, size), arena);
		*length = (size_t)(open - text);
		text_trim(&text, length);
	}
}

/* 王强13800001234, 黄伟先生, 黄伟带队 */
static void cut_marks(struct person *person, const char *text, size_t *length, struct arena *arena)
{
	static const struct word courtesies[] = {W("先生"), W("女士"), W("同志"), W("小姐")};

	cut_telephone(person, text, length, arena);
	if (*length >= 12 && ENDS_WITH(text, *length, courtesies)) {
		add_remark(person, arena_text_of(arena, text + *length - 6, 6), arena);
		*length -= 6;
		text_trim(&text, length);
	}
	if (*length >= 12 && (ends_with(text, *length, "带队") || ends_with(text, *length, "领队"))) {
		person->is_lead = true;
		*length -= 6;
		text_trim(&text, length);
	}
}

/* Without the number of people at its end: 5人, 十余人. */
static size_t cut_number(const char *text, size_t length)
{
	static const struct word parts[] = {W("人"), W("位"), W("名"), W("余"), W("多"), W("几"), W("数"), W("一"), W("二"), W("两"),
					    W("三"), W("四"), W("五"), W("六"), W("七"), W("八"), W("九"), W("十"), W("百")};
	size_t before;

	do {
		before = length;
		while (length && ((text[length - 1] >= '0' && text[length - 1] <= '9') || text[length - 1] == ' '))
			length--;
		length -= ENDS_WITH(text, length, parts) ? 3 : 0;
	} while (length < before);
	return length;
}

/* 吴通红等, 吴通红等5人, 吴通红一行, 吴通红等一行十余人, 吴通红等领导: who else came is not said. */
static void cut_others(struct person *person, const char *text, size_t *length, struct arena *arena)
{
	size_t end = cut_number(text, *length), start = end, company = 0;

	for (size_t i = 0; i < COUNT(companies) && !company; i++)
		company = ends_with(text, end, companies[i]) ? strlen(companies[i]) : 0;
	if (ends_with(text, end - company, "等"))
		start = end - company - 3;
	else if (ends_with(text, end, "一行"))
		start = end - company;
	if (start == end || count_characters(text, start) < 2)
		return;
	add_remark(person, arena_text_of(arena, text + start, *length - start), arena);
	*length = start;
	text_trim(&text, length);
}

static void read_organization(struct person *person, const char *text, size_t *length, struct arena *arena)
{
	if (strcmp(text, "部门负责人") && strcmp(text, "相关部门负责人"))
		for (size_t i = 0; i < COUNT(anonymous_endings); i++) {
			size_t size = strlen(anonymous_endings[i]);

			if (*length > size && ends_with(text, *length, anonymous_endings[i]) &&
			    is_organization_name(arena_text_of(arena, text, *length - size))) {
				add_remark(person, anonymous_endings[i], arena);
				*length -= size;
				break;
			}
		}
	person->is_organization = is_organization_name(text[*length] ? arena_text_of(arena, text, *length) : text);
}

/* Characters with which more may end than a name, in order. */
static const char tails[] =
	"乡事人任会位使办区协厂厅县台司名员团园士处委学室导局州市师席府心志总所授政校理监相省社站等统署行表裁记道部镇长门问院馆）";

/* Compares as its bytes do. */
static uint32_t character_at(const char *at)
{
	return (uint32_t)(unsigned char)at[0] << 16 | (uint32_t)(unsigned char)at[1] << 8 | (unsigned char)at[2];
}

bool is_han_among(const char *characters, size_t size, const char *character)
{
	size_t low = 0, high = size / 3;
	uint32_t sought = character_at(character);

	while (low < high) {
		size_t middle = (low + high) / 2;
		uint32_t known = character_at(characters + 3 * middle);

		if (known == sought)
			return true;
		if (known < sought)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* Whether the text is as short and ends as nothing but a plain Chinese name: most are, and this is asked of every name. */
static bool is_plain(const char *text, size_t length)
{
	const char *last = text + length - 3;

	return length >= 3 && length <= 9 && (unsigned char)*last >= 0xE3 && !is_han_among(tails, sizeof tails, last);
}

/* 恒迈精密（顾敏华）, the other way round. */
static void swap_if_bracketed(struct person *person)
{
	const char *name = person->title;

	if (person->organization || !name || !is_person_name(name, strlen(name)) || looks_like_title(name))
		return;
	person->organization = person->name;
	person->name = name;
	person->title = NULL;
	person->is_organization = false;
}

struct person person_read(const char *text, struct arena *arena)
{
	struct person person = {.name = text};
	size_t length = strlen(text);

	if (is_plain(text, length))
		return person;
	person.is_nobody = IS_ANY(text, nobodies) || is_count(text);
	if ((unsigned char)*text >= 0x80 && ENDS_WITH(text, length, organization_endings))
		person.is_organization = true; /* 国投（北京）有限公司 has no bracket to be read */
	read_brackets(&person, text, &length, arena);
	cut_marks(&person, text, &length, arena);
	cut_others(&person, text, &length, arena);
	person.name = text[length] ? arena_text_of(arena, text, length) : text;
	if (!person_unspace(&person, arena)) {
		read_organization(&person, text, &length, arena);
		person.name = text[length] ? arena_text_of(arena, text, length) : text;
		if (person.is_organization)
			swap_if_bracketed(&person);
		else if (!titles_start(text, length))
			person.is_nobody = true;
		else
			person_unglue(&person, arena);
	}
	if (person.title && !person.organization)
		title_split(person.title, &person.split_organization, &person.split_title, arena);
	person.is_doubtful = !person.is_organization && !person.is_nobody && is_doubtful_name(person.name);
	return person;
}
