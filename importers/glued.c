/* glued.c - titles without brackets around them: 张红军书记, 党委书记、董事长吴通红, 投资促进局王敏局长, 院长李建国教授.
 *
 * A name is taken out only where what is left of it is one: a surname and one or two characters. 王局长 has no name of
 * his own and stays as he is, and so does 安阳市长, who may be 安阳's mayor or a mayor called 安阳. */
#include "importers/importers.h"

/* clang-format off */
static const char surnames[] =
	"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
	"鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞"
	"熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁"
	"单杭洪包诸左石崔吉钮龚程邢滑裴陆荣翁荀羊惠甄曲家封芮储靳段富巫乌焦巴弓牧山谷车侯全班仰秋仲伊宫宁仇栾甘厉武符刘景詹束龙"
	"叶司黎薄印白怀蒲邰鄂索赖卓蔺屠蒙池乔胥苍双闻党翟谭贡劳姬申扶冉宰郦桑桂牛寿通边扈燕冀郏浦尚农温庄晏柴瞿阎连茹习艾容向古易"
	"廖庾衡步都耿满匡文寇广欧沃利越聂敖冷辛简饶曾沙鞠关相查荆游权盖桓公佟言福覃闫付代涂苟仝邸冼粟麦初由展楚门海楼税鹿国信";
static const char *const compound_surnames[] = {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "慕容", "令狐", "宇文", "司徒",
						"夏侯", "轩辕", "端木", "南宫", "呼延", "赫连", "淳于", "申屠"};

static const struct word posts[] = {
	W("书记"), W("主任"), W("局长"), W("市长"), W("省长"), W("县长"), W("区长"), W("镇长"), W("乡长"), W("州长"), W("部长"), W("厅长"), W("处长"), W("科长"), W("司长"), W("署长"),
	W("院长"), W("校长"), W("所长"), W("馆长"), W("会长"), W("理事长"), W("秘书长"), W("组长"), W("团长"), W("队长"), W("站长"), W("台长"), W("行长"), W("社长"), W("园长"), W("厂长"),
	W("董事长"), W("委员长"), W("总经理"), W("经理"), W("总裁"), W("总监"), W("主席"), W("常委"), W("委员"), W("巡视员"), W("调研员"), W("参赞"), W("总领事"), W("领事"), W("大使"),
	W("总理"), W("总统"), W("首相"), W("董事"), W("监事"), W("总工程师"), W("工程师"), W("总工"), W("创始人"), W("合伙人"), W("负责人"), W("顾问"), W("助理"), W("教授"),
	W("研究员"), W("院士"), W("博士"), W("专员"), W("副总"), W("总会计师"), W("会计师"), W("总经济师"), W("经济师"), W("总规划师"), W("设计师"), W("董秘"), W("总助"),
	W("秘书"), W("主管"), W("科员"), W("总编辑"), W("总编"), W("政委"), W("检察长"), W("律师"), W("党组成员"), W("党委成员"), W("班子成员"), W("CEO"), W("CTO"), W("CFO"), W("COO"),
};
/* The last characters of the posts, in order: most texts end in another, and this is asked of very many. */
static const char post_tails[] = "书事人任使助员士委工师席总授理监相秘管统编裁记赞辑长问";
/* Before a post, and part of the title. */
static const struct word ranks[] = {
	W("副"), W("常务"), W("党组"), W("党委"), W("党工委"), W("党总支"), W("党支部"), W("管委会"), W("工会"), W("纪委"), W("纪工委"), W("市委"), W("省委"), W("县委"), W("区委"), W("州委"),
	W("执行"), W("名誉"), W("高级"), W("首席"), W("第一"), W("一级"), W("二级"), W("三级"), W("四级"), W("大区"), W("区域"), W("销售"), W("技术"), W("市场"), W("财务"), W("投资"), W("运营"),
	W("项目"), W("人大"), W("政协"), W("政府"), W("办公室"), W("总"), W("兼"),
};
/* In titles before which the name of a division may stand as well as that of a person. */
static const char *const division_titles[] = {"市长", "省长", "县长", "区长", "镇长", "乡长", "州长", "市委", "省委", "县委", "区委", "州委"};
/* What begins like a name and is none: what an office is for, and where it is. */
static const struct word no_names[] = {
	W("商务"), W("宣传"), W("文化"), W("文旅"), W("国土"), W("国资"), W("国际"), W("国内"), W("房产"), W("农业"), W("农村"), W("林业"), W("金融"), W("经济"), W("经信"), W("经发"), W("公安"),
	W("应急"), W("信访"), W("司法"), W("税务"), W("卫生"), W("卫健"), W("后勤"), W("华东"), W("华南"), W("华北"), W("华中"), W("海外"), W("计划"), W("安全"), W("安监"), W("广告"), W("党群"),
	W("党建"), W("双创"), W("时任"), W("曾任"), W("高新"), W("信息"), W("通信"), W("车间"), W("支部"), W("相关"), W("有关"), W("全国"), W("全省"), W("全市"), W("全区"), W("国家"), W("江苏"),
	W("江西"), W("广东"), W("广西"), W("海南"), W("安徽"), W("福建"), W("山东"), W("山西"), W("甘肃"), W("宁夏"), W("安阳"), W("信阳"),
	W("成员"), W("成都"), W("武汉"), W("宁波"), W("沈阳"), W("金华"), W("黄石"), W("黄冈"), W("黄山"), W("安庆"), W("安康"), W("安顺"), W("荆门"), W("乐山"), W("海口"), W("包头"), W("石家庄"), W("益阳"),
};
/* What offices end with and names hardly do. */
static const char office_tails[] = "局厅处科部署院所厂站会馆委办市区县省镇乡州司室组队社";
/* clang-format on */

enum { HAN = 3 }; /* bytes of a character of the tables */

static bool has_character(const char *characters, const char *character)
{
	for (; *characters; characters += HAN)
		if (!memcmp(characters, character, HAN))
			return true;
	return false;
}

static bool is_all_han(const char *text, size_t length)
{
	const char *at = text;

	while (at < text + length) {
		uint32_t code = text_next(&at);

		if (code < 0x3400 || (code > 0x9FFF && code < 0x20000))
			return false;
	}
	return length;
}

size_t surname_length(const char *text, size_t length)
{
	for (size_t i = 0; i < COUNT(compound_surnames); i++)
		if (length >= 2 * HAN && !memcmp(text, compound_surnames[i], 2 * HAN))
			return 2 * HAN;
	return length >= HAN && has_character(surnames, text) ? HAN : 0;
}

bool is_person_name(const char *text, size_t length)
{
	size_t surname = surname_length(text, length);

	if (!surname || length < surname + HAN || length > surname + 2 * HAN || !is_all_han(text, length))
		return false;
	return ENDS_WITH(text, length, no_names) < 2 * HAN && !has_character(office_tails, text + length - HAN);
}

bool is_dotted_name(const char *text, size_t length)
{
	static const char dot[] = "·";
	const char *at = strstr(text, dot), *behind = at ? at + strlen(dot) : NULL;
	size_t before = at ? (size_t)(at - text) : 0, after;

	if (!at || before < 2 * HAN || before > 5 * HAN || behind >= text + length)
		return false;
	after = length - (size_t)(behind - text);
	return after >= HAN && after <= 6 * HAN && is_all_han(text, before) && is_all_han(behind, after);
}

bool is_latin_name(const char *text, size_t length)
{
	bool has_small = false;

	for (size_t i = 0; i < length; i++) {
		has_small = has_small || (text[i] >= 'a' && text[i] <= 'z');
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .-'", text[i]))
			return false;
	}
	return has_small && *text >= 'A' && *text <= 'Z';
}

size_t titles_start(const char *text, size_t length)
{
	size_t start = length, at = length, size;

	if (length < HAN || (text[length - 1] != 'O' && !is_han_among(post_tails, sizeof post_tails, text + length - HAN)))
		return length;
	while ((size = ENDS_WITH(text, at, posts))) {
		at -= size;
		while ((size = ENDS_WITH(text, at, ranks)))
			at -= size;
		start = at;
		if (at < HAN || memcmp(text + at - HAN, "、", HAN))
			break;
		at -= HAN;
	}
	return start;
}

static void add_title(struct person *person, const char *title, struct arena *arena)
{
	if (!person->title || !strcmp(person->title, title))
		person->title = title;
	else
		person->title = arena_print(arena, "%s、%s", title, person->title);
}

/* 安阳市长 */
static bool may_be_division(const char *title, size_t name_length)
{
	for (size_t i = 0; i < COUNT(division_titles) && name_length <= 2 * HAN; i++)
		if (strstr(title, division_titles[i]))
			return true;
	return false;
}

/* Where the name stands in front of the title at `end`: nothing stands before it, or an organization, or another title. */
static bool find_name_before(const char *text, size_t end, size_t *name, struct arena *arena)
{
	*name = 0;
	while (end && text[end - 1] == ' ')
		end--;
	if (is_dotted_name(text, end) || is_latin_name(text, end))
		return true;
	for (; *name < end; ++*name) {
		if (((unsigned char)text[*name] & 0xC0) == 0x80 || !is_person_name(text + *name, end - *name))
			continue;
		if (!*name || titles_start(text, *name) < *name || is_organization_name(arena_text_of(arena, text, *name)))
			return true;
	}
	return false;
}

/* What stands in front of the name. */
static void add_front(struct person *person, const char *text, size_t length, struct arena *arena)
{
	const char *front = arena_text_of(arena, text, length);

	if (titles_start(text, length) < length)
		add_title(person, front, arena);
	else
		person->organization = front;
}

/* 张红军书记, 李伟总, 投资促进局王敏局长, 院长李建国教授. */
static bool unglue_behind(struct person *person, struct arena *arena)
{
	const char *text = person->name;
	size_t length = strlen(text), title = titles_start(text, length), name;
	bool is_courtesy = title == length && length > HAN && !memcmp(text + length - HAN, "总", HAN);

	if (is_courtesy)
		title = length - HAN;
	if (title == length || may_be_division(text + title, title) || !find_name_before(text, title, &name, arena))
		return false;
	if (name && person->organization)
		return false;
	if (is_courtesy && !person->remark)
		person->remark = text + title;
	else if (!is_courtesy)
		add_title(person, text + title, arena);
	if (name)
		add_front(person, text, name, arena);
	text += name;
	length = title - name;
	text_trim(&text, &length);
	person->name = arena_text_of(arena, text, length);
	return true;
}

/* Where the name begins that stands behind titles; 0 where none does: 总工程师 is all title, and no 程师 who is 总工. */
static size_t name_behind_titles(const char *text)
{
	size_t length = strlen(text);

	if (titles_start(text, length) < length)
		return 0;
	for (size_t size = 4 * HAN; size >= 2 * HAN; size -= HAN) {
		size_t start = length > size ? length - size : 0, end = start;

		if (!start || !is_person_name(text + start, size))
			continue;
		while (end && text[end - 1] == ' ')
			end--;
		if (titles_start(text, end) < end)
			return start;
	}
	return 0;
}

/* 董事长吴通红, 署长 周涛. */
static bool unglue_before(struct person *person, struct arena *arena)
{
	const char *text = person->name;
	size_t start = name_behind_titles(text), length = start;

	if (!start)
		return false;
	text_trim(&text, &length);
	if (is_person_name(text, strcspn(text, " "))) /* 张三 总经理 李四: whose title that is, nobody can say */
		return false;
	add_title(person, arena_text_of(arena, text, length), arena);
	person->name += start;
	return true;
}

/* 恒迈精密机械有限公司顾敏华 */
static bool unglue_organization(struct person *person, struct arena *arena)
{
	static const struct word endings[] = {W("公司"), W("集团"), W("委员会"), W("管委会"), W("政府"), W("中心"), W("商会"), W("协会"), W("局")};
	enum { FEWEST = 3 * HAN };
	const char *text = person->name;
	size_t length = strlen(text);

	for (size_t size = 2 * HAN; size <= 3 * HAN && size + FEWEST <= length && !person->organization; size += HAN) {
		size_t end = length - size;

		if (!is_person_name(text + end, size) || !ENDS_WITH(text, end, endings))
			continue;
		person->organization = arena_text_of(arena, text, end);
		person->name += end;
		return true;
	}
	return false;
}

/* Two characters of name and two of title are four; three are at most a name and 总, or have a CEO in them. Most names end
 * here. */
static bool has_room_for_title(const char *text)
{
	size_t length = strlen(text);

	if (length != 3 * HAN)
		return length > 3 * HAN;
	return !memcmp(text + 2 * HAN, "总", HAN) || (unsigned char)text[0] < 0x80 || (unsigned char)text[length - 1] < 0x80;
}

bool person_unglue(struct person *person, struct arena *arena)
{
	if (!has_room_for_title(person->name))
		return false;
	return unglue_behind(person, arena) || unglue_before(person, arena) || unglue_organization(person, arena);
}

bool is_title_alone(const char *text, struct arena *arena)
{
	struct person person = {.name = text};
	size_t length = strlen(text), start = titles_start(text, length);

	return start < length && !(start && surname_length(text, start) == start) && !person_unglue(&person, arena);
}

static bool has_title_behind(const char *text, struct arena *arena)
{
	struct person person = {.name = text};

	return unglue_behind(&person, arena);
}

static bool is_bare_name(const char *text)
{
	size_t length = strlen(text);

	return is_person_name(text, length) || is_dotted_name(text, length) || is_latin_name(text, length);
}

/* 王强，董事长，李四，总经理, or each title in front: whose they are is certain where bare names and titles take turns to the end, with ，
 * between each and its own. 王强、董事长 may be two. */
static bool take_turns(const struct values *persons, const bool *is_title, const char *cell, struct arena *arena)
{
	size_t last = persons->count - 1, names = 0;

	for (size_t i = 0; i <= last; i++) {
		names += !is_title[i];
		if (!is_title[i] && (!is_bare_name(persons->items[i]) || (i && !is_title[i - 1])))
			return false;
		if (i && is_title[i - 1] == is_title[0] && is_title[i] != is_title[0] &&
		    !strstr(cell, arena_print(arena, "%s，%s", persons->items[i - 1], persons->items[i])))
			return false;
	}
	return names && is_title[0] != is_title[last];
}

/* The person of the titles from `first` to before `next`: the one behind them, or the one before; persons->count where it is not certain. */
static size_t owner_of_titles(const struct values *persons, size_t first, size_t next, bool has_turns, bool is_before, struct arena *arena)
{
	bool is_behind = next < persons->count && !is_before && (has_turns || name_behind_titles(persons->items[next]));

	if (first && (has_turns ? !is_behind : has_title_behind(persons->items[first - 1], arena)))
		return first - 1;
	return is_behind ? next : persons->count;
}

static const char *join_titles(const struct values *persons, size_t first, size_t next, struct arena *arena)
{
	const char *titles = persons->items[first];

	while (++first < next)
		titles = arena_print(arena, "%s、%s", titles, persons->items[first]);
	return titles;
}

static void join_runs(struct values *persons, const bool *is_title, const char *cell, struct arena *arena)
{
	bool has_turns = take_turns(persons, is_title, cell, arena), is_before = !is_title[0];
	size_t kept = 0, next;

	for (size_t i = 0; i < persons->count; i = next) {
		const char *titles;
		size_t owner;

		for (next = i; next < persons->count && is_title[next]; next++)
			;
		if (next == i) {
			persons->items[kept++] = persons->items[next++];
			continue;
		}
		owner = owner_of_titles(persons, i, next, has_turns, has_turns && is_before, arena);
		while (owner == persons->count && i < next)
			persons->items[kept++] = persons->items[i++];
		if (i == next)
			continue;
		titles = join_titles(persons, i, next, arena);
		if (owner == next)
			persons->items[next] = arena_print(arena, has_turns ? "%s %s" : "%s、%s", titles, persons->items[next]);
		else
			persons->items[kept - 1] = arena_print(arena, has_turns ? "%s（%s）" : "%s、%s", persons->items[kept - 1], titles);
	}
	persons->count = kept;
}

void persons_join_titles(struct values *persons, const char *cell, struct arena *arena)
{
	bool *is_title;
	size_t titles = 0;

	if (persons->count < 2)
		return;
	is_title = arena_get(arena, persons->count * sizeof *is_title);
	for (size_t i = 0; i < persons->count; i++)
		titles += is_title[i] = is_title_alone(persons->items[i], arena);
	if (titles)
		join_runs(persons, is_title, cell, arena);
}

/* ── Doubts ──────────────────────────────────────────────────────────────────────────────────────────── */

/* More or less: characters that are not ASCII. */
static size_t count_han(const char *text, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += (unsigned char)text[i] >= 0xC0;
	return count;
}

/* 张 三, 欧阳 静 */
static bool is_spaced_name(const char *name)
{
	char close[4 * HAN + 1];
	size_t length = 0;

	for (; *name && length < sizeof close; name++)
		if (*name != ' ')
			close[length++] = *name;
	return length < sizeof close && is_person_name(close, length);
}

bool is_doubtful_name(const char *name)
{
	enum { LONGEST = 4 };
	size_t length = strlen(name), start, digits = strcspn(name, "0123456789");

	if (length <= LONGEST || !count_han(name, length) || strstr(name, "·") || strstr(name, "•") || strstr(name, "・"))
		return false;
	if (strpbrk(name, "()[]:/") || strstr(name, "（") || strstr(name, "）") || strstr(name, "："))
		return true;
	length -= strspn(name + digits, "0123456789") == length - digits ? length - digits : 0; /* 王某1, 王某2 */
	start = titles_start(name, length);
	return (memchr(name, ' ', length) && !is_spaced_name(name)) || count_han(name, length) > LONGEST ||
	       (start < length && surname_length(name, start) != start);
}
