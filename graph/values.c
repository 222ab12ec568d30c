/* values.c - the words of the model, in English and Chinese. */
#include "graph/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ── Words ───────────────────────────────────────────────────────────────────────────────────────────────
 * To teach visitgraph a word, add it to its table. The first entry of each value is its name in JSON. */

struct word {
	const char *text;
	int value;
};

static const char *const kind_names[] = {"", "person", "organization", "place"};
static const char *const type_names[] = {"", "visit", "meeting", "signing", "conference", "other"};
static const char *const role_names[] = {"", "visitor", "host", "companion", "attendee"};
static const char *const status_names[] = {"", "discussed", "intended", "signed", "operating", "ended"};
static const char *const relation_names[] = {"event", "tie", "member", "part_of", "located_in"};

static const struct word kind_words[] = {
	{"person", VG_PERSON}, {"people", VG_PERSON}, {"人", VG_PERSON}, {"人员", VG_PERSON}, {"人物", VG_PERSON},
	{"organization", VG_ORGANIZATION}, {"organisation", VG_ORGANIZATION}, {"organizations", VG_ORGANIZATION},
	{"org", VG_ORGANIZATION}, {"单位", VG_ORGANIZATION}, {"企业", VG_ORGANIZATION}, {"机构", VG_ORGANIZATION},
	{"组织", VG_ORGANIZATION}, {"公司", VG_ORGANIZATION},
	{"place", VG_PLACE}, {"places", VG_PLACE}, {"地点", VG_PLACE}, {"地方", VG_PLACE}, {"地区", VG_PLACE},
	{NULL, 0},
};

static const struct word type_words[] = {
	{"visit", VG_VISIT}, {"visits", VG_VISIT}, {"inspection", VG_VISIT}, {"tour", VG_VISIT},
	{"考察", VG_VISIT}, {"拜访", VG_VISIT}, {"调研", VG_VISIT}, {"走访", VG_VISIT}, {"参观", VG_VISIT},
	{"来访", VG_VISIT}, {"回访", VG_VISIT}, {"到访", VG_VISIT}, {"造访", VG_VISIT}, {"访问", VG_VISIT},
	{"出访", VG_VISIT}, {"慰问", VG_VISIT}, {"视察", VG_VISIT}, {"巡察", VG_VISIT}, {"看望", VG_VISIT},
	{"接待", VG_VISIT}, {"来宾", VG_VISIT}, {"考察学习", VG_VISIT}, {"参观学习", VG_VISIT},
	{"学习考察", VG_VISIT}, {"考察交流", VG_VISIT}, {"对接", VG_VISIT}, {"招商", VG_VISIT},
	{"meeting", VG_MEETING}, {"meetings", VG_MEETING}, {"talks", VG_MEETING}, {"call", VG_MEETING},
	{"会见", VG_MEETING}, {"座谈", VG_MEETING}, {"洽谈", VG_MEETING}, {"会谈", VG_MEETING}, {"交流", VG_MEETING},
	{"会面", VG_MEETING}, {"会晤", VG_MEETING}, {"见面", VG_MEETING}, {"约见", VG_MEETING}, {"商谈", VG_MEETING},
	{"座谈会", VG_MEETING}, {"交流会", VG_MEETING}, {"见面会", VG_MEETING}, {"碰头会", VG_MEETING},
	{"对接会", VG_MEETING}, {"恳谈会", VG_MEETING},
	{"signing", VG_SIGNING}, {"signature", VG_SIGNING},
	{"签约", VG_SIGNING}, {"签订", VG_SIGNING}, {"签署", VG_SIGNING}, {"签字", VG_SIGNING},
	{"签约仪式", VG_SIGNING}, {"签字仪式", VG_SIGNING}, {"签约会", VG_SIGNING}, {"签约活动", VG_SIGNING},
	{"conference", VG_CONFERENCE}, {"forum", VG_CONFERENCE}, {"congress", VG_CONFERENCE},
	{"fair", VG_CONFERENCE}, {"exhibition", VG_CONFERENCE},
	{"大会", VG_CONFERENCE}, {"论坛", VG_CONFERENCE}, {"推介会", VG_CONFERENCE}, {"会议", VG_CONFERENCE},
	{"峰会", VG_CONFERENCE}, {"年会", VG_CONFERENCE}, {"研讨会", VG_CONFERENCE}, {"博览会", VG_CONFERENCE},
	{"展会", VG_CONFERENCE}, {"展览会", VG_CONFERENCE}, {"洽谈会", VG_CONFERENCE}, {"发布会", VG_CONFERENCE},
	{"招商会", VG_CONFERENCE}, {"推介", VG_CONFERENCE}, {"开幕式", VG_CONFERENCE},
	{"other", VG_OTHER}, {"其他", VG_OTHER}, {"其它", VG_OTHER},
	{NULL, 0},
};

static const struct word status_words[] = {
	{"discussed", VG_DISCUSSED}, {"discussing", VG_DISCUSSED}, {"talks", VG_DISCUSSED},
	{"交流", VG_DISCUSSED}, {"洽谈", VG_DISCUSSED}, {"座谈", VG_DISCUSSED}, {"对接", VG_DISCUSSED},
	{"在谈", VG_DISCUSSED}, {"商谈", VG_DISCUSSED}, {"磋商", VG_DISCUSSED}, {"探讨", VG_DISCUSSED},
	{"接洽", VG_DISCUSSED}, {"跟进", VG_DISCUSSED}, {"跟踪", VG_DISCUSSED},
	{"intended", VG_INTENDED}, {"planned", VG_INTENDED}, {"agreed", VG_INTENDED},
	{"拟", VG_INTENDED}, {"意向", VG_INTENDED}, {"有意向", VG_INTENDED}, {"达成意向", VG_INTENDED},
	{"意向合作", VG_INTENDED}, {"合作意向", VG_INTENDED}, {"达成合作意向", VG_INTENDED}, {"达成共识", VG_INTENDED},
	{"达成初步意向", VG_INTENDED}, {"初步意向", VG_INTENDED}, {"拟合作", VG_INTENDED}, {"拟签约", VG_INTENDED},
	{"待签", VG_INTENDED}, {"待签约", VG_INTENDED}, {"计划", VG_INTENDED},
	{"signed", VG_SIGNED}, {"contracted", VG_SIGNED},
	{"签订", VG_SIGNED}, {"签约", VG_SIGNED}, {"签", VG_SIGNED}, {"签署", VG_SIGNED}, {"签订协议", VG_SIGNED},
	{"签署协议", VG_SIGNED}, {"签订合同", VG_SIGNED}, {"签合同", VG_SIGNED}, {"签协议", VG_SIGNED},
	{"operating", VG_OPERATING}, {"active", VG_OPERATING}, {"under construction", VG_OPERATING},
	{"running", VG_OPERATING},
	{"落地", VG_OPERATING}, {"开工", VG_OPERATING}, {"投产", VG_OPERATING}, {"运营", VG_OPERATING},
	{"共建", VG_OPERATING}, {"合作", VG_OPERATING}, {"在建", VG_OPERATING}, {"建设", VG_OPERATING},
	{"建成", VG_OPERATING}, {"竣工", VG_OPERATING}, {"运行", VG_OPERATING}, {"投入运营", VG_OPERATING},
	{"试运营", VG_OPERATING}, {"试生产", VG_OPERATING}, {"实施", VG_OPERATING}, {"执行", VG_OPERATING},
	{"履约", VG_OPERATING}, {"开业", VG_OPERATING}, {"入驻", VG_OPERATING},
	{"ended", VG_ENDED}, {"terminated", VG_ENDED}, {"cancelled", VG_ENDED}, {"canceled", VG_ENDED},
	{"终止", VG_ENDED}, {"结束", VG_ENDED}, {"解约", VG_ENDED}, {"中止", VG_ENDED}, {"取消", VG_ENDED},
	{"到期", VG_ENDED}, {"解除", VG_ENDED}, {"退出", VG_ENDED}, {"完成", VG_ENDED}, {"流失", VG_ENDED},
	{NULL, 0},
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

static bool is_word(const char *known, const char *text, size_t length)
{
	size_t i;

	for (i = 0; i < length && known[i]; i++)
		if (known[i] != ascii_lower(text[i]))
			return false;
	return i == length && !known[i];
}

static int word_value(const struct word *words, const char *text, size_t length)
{
	for (; words->text; words++)
		if (is_word(words->text, text, length))
			return words->value;
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
static int compound_value(const struct word *words, const char *text, size_t length)
{
	size_t best = 0;
	int value = 0;

	for (; words->text; words++) {
		size_t size = strlen(words->text);

		if ((unsigned char)*words->text >= 0x80 && size > best && size < length &&
		    !memcmp(text + length - size, words->text, size)) {
			best = size;
			value = words->value;
		}
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

