/* values.c - the words of the model, in English and Chinese. */
#include "graph/text.h"

/* ── Words ───────────────────────────────────────────────────────────────────────────────────────────────
 * To teach visitgraph a word, add it to its value, in lower case. */

struct words {
	int value;
	const char *words; /* with | between them */
};

static const char *const kind_names[] = {"", "person", "organization", "place"};
static const char *const type_names[] = {"", "visit", "meeting", "signing", "conference", "other"};
static const char *const role_names[] = {"", "visitor", "host", "companion", "attendee"};
static const char *const status_names[] = {"", "discussed", "intended", "signed", "operating", "ended"};
static const char *const relation_names[] = {"event", "tie", "member", "part_of", "located_in"};

static const struct words kind_words[] = {
	{VG_PERSON, "person|people|人|人员|人物"},
	{VG_ORGANIZATION, "organization|organisation|organizations|org|单位|企业|机构|组织|公司"},
	{VG_PLACE, "place|places|地点|地方|地区"},
	{0, NULL},
};

static const struct words type_words[] = {
	{VG_VISIT, "visit|visits|inspection|tour|考察|拜访|调研|走访|参观|来访|回访|到访|造访|访问|出访|"
		   "慰问|视察|巡察|看望|接待|来宾|考察学习|参观学习|学习考察|考察交流|对接|招商"},
	{VG_MEETING, "meeting|meetings|talks|call|会见|座谈|洽谈|会谈|交流|会面|会晤|见面|约见|商谈|座谈会|"
		     "交流会|见面会|碰头会|对接会|恳谈会"},
	{VG_SIGNING, "signing|signature|签约|签订|签署|签字|签约仪式|签字仪式|签约会|签约活动"},
	{VG_CONFERENCE, "conference|forum|congress|fair|exhibition|大会|论坛|推介会|会议|峰会|年会|研讨会|博览会|"
			"展会|展览会|洽谈会|发布会|招商会|推介|开幕式"},
	{VG_OTHER, "other|其他|其它"},
	{0, NULL},
};

static const struct words status_words[] = {
	{VG_DISCUSSED, "discussed|discussing|talks|交流|洽谈|座谈|对接|在谈|商谈|谈判|谈判中|磋商|探讨|接洽|跟进|跟踪|推进中|前期|前期洽谈"},
	{VG_INTENDED, "intended|planned|agreed|拟|意向|有意向|达成意向|意向合作|合作意向|达成合作意向|达成共识|"
		      "达成初步意向|初步意向|拟合作|拟签约|待签|待签约|计划"},
	{VG_SIGNED, "signed|contracted|签订|签约|签|签署|签订协议|签署协议|签订合同|签合同|签协议|签订框架协议|签署框架协议|框架协议|"
		    "签订战略合作协议|签署战略合作协议|战略合作协议|签订合作协议|签署合作协议|签订投资协议|签署投资协议|"
		    "签订意向书|草签"},
	{VG_OPERATING, "operating|active|under construction|running|落地|落地运营|开工|投产|运营|共建|合作|在建|建设|"
		       "建成|竣工|运行|投入运营|试运营|试生产|实施|执行|履约|开业|入驻|落户|注册|开工建设|动工|建设中"},
	{VG_ENDED, "ended|terminated|cancelled|canceled|终止|结束|解约|中止|取消|到期|解除|退出|完成|流失"},
	{0, NULL},
};

static const char *name_of(const char *const *names, size_t count, size_t value)
{
	return value < count ? names[value] : "";
}

const char *vg_kind_name(vg_kind kind)
{
	return name_of(kind_names, COUNT(kind_names), kind);
}

const char *vg_type_name(vg_type type)
{
	return name_of(type_names, COUNT(type_names), type);
}

const char *vg_role_name(vg_role role)
{
	return name_of(role_names, COUNT(role_names), role);
}

const char *vg_tie_status_name(vg_tie_status status)
{
	return name_of(status_names, COUNT(status_names), status);
}

const char *vg_relation_name(vg_relation relation)
{
	return name_of(relation_names, COUNT(relation_names), relation);
}

static char ascii_lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter + ('a' - 'A')) : letter;
}

/* The word at *at of a list with | between them, which moves behind it; false at the end. */
static bool next_word(const char **at, const char **word, size_t *length)
{
	if (!**at)
		return false;
	*word = *at;
	*length = strcspn(*at, "|");
	*at += *length + ((*at)[*length] == '|');
	return true;
}

static bool is_same_word(const char *known, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (known[i] != ascii_lower(text[i]))
			return false;
	return true;
}

static int word_value(const struct words *table, const char *text, size_t length)
{
	const char *word;
	size_t size;

	for (; table->words; table++)
		for (const char *at = table->words; next_word(&at, &word, &size);)
			if (size == length && is_same_word(word, text, length))
				return table->value;
	return 0;
}

/* Drops `affix` from the front of the word if it begins with it. */
static bool cut_front(const char **text, size_t *length, const char *affix)
{
	size_t size = strlen(affix);

	if (*length <= size || memcmp(*text, affix, size))
		return false;
	*text += size;
	*length -= size;
	return true;
}

static bool cut_back(const char *text, size_t *length, const char *affix)
{
	size_t size = strlen(affix);

	if (*length <= size || memcmp(text + *length - size, affix, size))
		return false;
	*length -= size;
	return true;
}

vg_kind vg_kind_parse(const char *word)
{
	size_t length = word ? strlen(word) : 0;

	text_trim(&word, &length);
	return (vg_kind)word_value(kind_words, word, length);
}

/* The longest known Chinese word at the end of a compound decides, for the head of a Chinese compound is its end: 商务洽谈 is
 * a 洽谈. */
static int compound_value(const struct words *table, const char *text, size_t length)
{
	size_t best = 0, size;
	const char *word;
	int value = 0;

	for (; table->words; table++)
		for (const char *at = table->words; next_word(&at, &word, &size);)
			if ((unsigned char)*word >= 0x80 && size > best && size < length &&
			    !memcmp(text + length - size, word, size)) {
				best = size;
				value = table->value;
			}
	return value;
}

vg_type vg_type_parse(const char *word)
{
	size_t length = word ? strlen(word) : 0;
	int value;

	text_trim(&word, &length);
	value = word_value(type_words, word, length);
	if (value)
		return (vg_type)value;
	if (cut_back(word, &length, "活动"))
		value = word_value(type_words, word, length);
	return (vg_type)(value ? value : compound_value(type_words, word, length));
}

/* 已签约, 正在洽谈, 洽谈中 are the same word with its tense; 拟签约 is a plan and no signature. */
vg_tie_status vg_tie_status_parse(const char *word)
{
	static const char *const before[] = {"已经", "已", "正在", "正"};
	static const char *const after[] = {"阶段", "当中", "中", "了"};
	size_t length = word ? strlen(word) : 0;
	int value;

	text_trim(&word, &length);
	value = word_value(status_words, word, length);
	if (value)
		return (vg_tie_status)value;
	if (cut_front(&word, &length, "拟") || cut_front(&word, &length, "计划")) {
		value = word_value(status_words, word, length);
		return value && value != VG_ENDED ? VG_INTENDED : VG_ANY_STATUS;
	}
	for (size_t i = 0; i < COUNT(before) && !cut_front(&word, &length, before[i]); i++)
		;
	for (size_t i = 0; i < COUNT(after) && !cut_back(word, &length, after[i]); i++)
		;
	return (vg_tie_status)word_value(status_words, word, length);
}
