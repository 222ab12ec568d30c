/* test_cells.c - what cells and headings say. */
#include "importers/importers.h"

#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

static struct arena arena;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

/* ── Single values ───────────────────────────────────────────────────────────────────────────────────── */

static const char *text_of(const char *cell)
{
	struct cell whole = {cell, strlen(cell)};
	const char *text = cell_text(&whole, &arena);

	return text ? text : "(nothing)";
}

static void test_text(void **state)
{
	(void)state;
	assert_string_equal(text_of("张红军"), "张红军");
	assert_string_equal(text_of(" 张红军\u3000"), "张红军");
	assert_string_equal(text_of("'=1+1"), "=1+1");
	assert_string_equal(text_of("'-5"), "-5");
	assert_string_equal(text_of("'90s"), "'90s");
	assert_string_equal(text_of(""), "(nothing)");
	assert_string_equal(text_of("\u3000 "), "(nothing)");
	assert_string_equal(text_of("—"), "(nothing)");
	assert_string_equal(text_of("'-"), "(nothing)");
	assert_string_equal(text_of("无"), "(nothing)");
	assert_string_equal(text_of("（无）"), "(nothing)");
	assert_true(cell_is_ditto("同上"));
	assert_false(cell_is_ditto("同上海"));
	assert_string_equal(text_of(" N/A "), "(nothing)");
	assert_string_equal(text_of("无锡"), "无锡");
}

static void check_split(const char *text, bool has_commas, bool keeps_empty, const char *joined)
{
	struct values values = cell_split(text, has_commas, keeps_empty, &arena);
	struct text all = {0};

	for (size_t i = 0; i < values.count; i++)
		text_print(&all, "%s|", values.items[i]);
	assert_string_equal(all.bytes ? all.bytes : "", joined);
	text_free(&all);
}

static void test_split(void **state)
{
	(void)state;
	check_split("张三", true, false, "张三|");
	check_split("张三、李四；王五;赵六\n钱七", true, false, "张三|李四|王五|赵六|钱七|");
	check_split("张三(书记、主任)、李四（局长；党组书记）", true, false,
		    "张三(书记、主任)|李四（局长；党组书记）|");
	check_split("张三（书记、李四", true, false, "张三（书记|李四|");
	check_split("党委书记、董事长；主任", false, true, "党委书记、董事长|主任|");
	check_split("；主任", false, true, "|主任|");
	check_split("、张三、、—、", true, false, "张三|");
	check_split("\r\n", true, false, "");
}

static void test_codes(void **state)
{
	(void)state;
	assert_string_equal(cell_credit_code("91350100M000100Y43", &arena),
			    "91350100M000100Y43"); /* GB 32100's own example */
	assert_string_equal(cell_credit_code("9135 0100 m000 100y 43", &arena), "91350100M000100Y43");
	assert_null(cell_credit_code("91350100M000100Y44", &arena));
	assert_null(cell_credit_code("91350100M000100Y4", &arena));
	assert_null(cell_credit_code("9135010IM000100Y43", &arena));
	assert_string_equal(cell_division_code("410100", &arena), "410100");
	assert_string_equal(cell_division_code("410100001002", &arena), "410100001002");
	assert_null(cell_division_code("4101", &arena));
	assert_null(cell_division_code("41010A", &arena));
}

static void test_degrees(void **state)
{
	(void)state;
	assert_true(cell_is_degrees("113.62", 180));
	assert_true(cell_is_degrees("-90", 90));
	assert_true(cell_is_degrees("180.000", 180));
	assert_false(cell_is_degrees("180.001", 180));
	assert_false(cell_is_degrees("90.5", 90));
	assert_false(cell_is_degrees("113,62", 180));
	assert_false(cell_is_degrees("113.62E", 180));
	assert_false(cell_is_degrees("1e2", 180));
	assert_false(cell_is_degrees("", 180));
	assert_false(cell_is_degrees(".", 180));
}

/* ── Persons ─────────────────────────────────────────────────────────────────────────────────────────── */

static void test_persons(void **state)
{
	/* name, title, organization for certain; and where the title can be taken apart */
	static const struct {
		const char *cell, *name, *title, *organization, *split_organization, *split_title;
	} cases[] = {
		{"张红军", "张红军", NULL, NULL, NULL, NULL},
		{"吴通红(党委书记、董事长)", "吴通红", "党委书记、董事长", NULL, NULL, NULL},
		{"李雅（二七区党委副书记）", "李雅", "二七区党委副书记", NULL, "二七区", "党委副书记"},
		{"张三（某公司，总经理）", "张三", "总经理", "某公司", NULL, NULL},
		{"John Smith (CEO, ACME Ltd)", "John Smith", "CEO", "ACME Ltd", NULL, NULL},
		{"John Smith (ACME, CEO)", "John Smith", "CEO", "ACME", NULL, NULL},
		{"王五（二七区商务局局长）", "王五", "二七区商务局局长", NULL, "二七区商务局", "局长"},
		{"赵六（上海市委书记）", "赵六", "上海市委书记", NULL, "上海市", "市委书记"},
		{"姚鑫（FEV集团亚太区副总裁）", "姚鑫", "FEV集团亚太区副总裁", NULL, NULL, NULL},
		{"顾伦（漕河泾开发区总公司党委书记、总经理）", "顾伦", "漕河泾开发区总公司党委书记、总经理", NULL,
		 "漕河泾开发区总公司", "党委书记、总经理"},
		{"王二（党工委书记）", "王二", "党工委书记", NULL, NULL, NULL},
		{"王二（省委常委、郑州市委书记）", "王二", "省委常委、郑州市委书记", NULL, NULL, NULL},
		{"周九（市场部经理）", "周九", "市场部经理", NULL, NULL, NULL},
		{"张三（光明集团）", "张三", NULL, "光明集团", NULL, NULL},
		{"王强(总经理 13900001111)", "王强", "总经理", NULL, NULL, NULL},
		{"王强（总经理，电话：0553-1234567）", "王强", "总经理", NULL, NULL, NULL},
		{"王强（乙集团，副总裁，13900001111）", "王强", "副总裁", "乙集团", NULL, NULL},
		{"张三（光明集团）（董事长）", "张三", "董事长", "光明集团", NULL, NULL},
		{"张三（国投（北京）有限公司总经理）", "张三", "国投（北京）有限公司总经理", NULL,
		 "国投（北京）有限公司", "总经理"},
		{"张三（", "张三（", NULL, NULL, NULL, NULL},
		{"张红军书记", "张红军", "书记", NULL, NULL, NULL},
		{"张红军党工委书记、管委会主任", "张红军", "党工委书记、管委会主任", NULL, NULL, NULL},
		{"张红军书记（郑州高新区）", "张红军", "书记", "郑州高新区", NULL, NULL},
		{"李伟总", "李伟", NULL, NULL, NULL, NULL},
		{"赵明CEO", "赵明", "CEO", NULL, NULL, NULL},
		{"FEV集团王敏总裁", "王敏", "总裁", "FEV集团", NULL, NULL},
		{"党委书记、董事长吴通红", "吴通红", "党委书记、董事长", NULL, NULL, NULL},
		{"署长 周涛", "周涛", "署长", NULL, NULL, NULL},
		{"招商局局长张三", "张三", "招商局局长", NULL, "招商局", "局长"},
		{"副总工程师李明", "李明", "副总工程师", NULL, NULL, NULL},
		{"总工程师", "总工程师", NULL, NULL, NULL, NULL},
		{"院长李建国教授", "李建国", "院长、教授", NULL, NULL, NULL},
		{"罗斌副总", "罗斌", "副总", NULL, NULL, NULL},
		{"总经理顾敏华（总经理）", "顾敏华", "总经理", NULL, NULL, NULL},
		{"Peter Hoffmann博士", "Peter Hoffmann", "博士", NULL, NULL, NULL},
		{"恒迈机械有限公司罗斌", "罗斌", NULL, "恒迈机械有限公司", NULL, NULL},
		{"恒迈机械有限公司（罗斌）", "罗斌", NULL, "恒迈机械有限公司", NULL, NULL},
		/* spaces and colons between */
		{"总工程师 钱进", "钱进", "总工程师", NULL, NULL, NULL},
		{"恒迈机械有限公司 顾敏华", "顾敏华", NULL, "恒迈机械有限公司", NULL, NULL},
		{"顾敏华 恒迈机械有限公司", "顾敏华", NULL, "恒迈机械有限公司", NULL, NULL},
		{"芜湖商会 会长 汪海洋", "汪海洋", "会长", "芜湖商会", NULL, NULL},
		{"会长 汪海洋（芜湖商会）", "汪海洋", "会长", "芜湖商会", NULL, NULL},
		{"总会计师\u3000钱进", "钱进", "总会计师", NULL, NULL, NULL},
		{"CEO Kevin Liu", "Kevin Liu", "CEO", NULL, NULL, NULL},
		{"区长：夏正阳", "夏正阳", "区长", NULL, NULL, NULL},
		{"董事长 \"老杨\"", "老杨", "董事长", NULL, NULL, NULL},
		{"欧阳 静", "欧阳 静", NULL, NULL, NULL, NULL},
		{"张三 总经理 李四", "张三 总经理 李四", NULL, NULL, NULL, NULL},
		{"John Smith, Jr.", "John Smith, Jr.", NULL, NULL, NULL, NULL},
		/* no name of a person's own, or perhaps a division's */
		{"王局长", "王局长", NULL, NULL, NULL, NULL},
		{"欧阳主任", "欧阳主任", NULL, NULL, NULL, NULL},
		{"安阳市长", "安阳市长", NULL, NULL, NULL, NULL},
		{"金水区委副书记", "金水区委副书记", NULL, NULL, NULL, NULL},
		{"郑州市书记", "郑州市书记", NULL, NULL, NULL, NULL},
		{"宣传部长", "宣传部长", NULL, NULL, NULL, NULL},
		{"常务副市长", "常务副市长", NULL, NULL, NULL, NULL},
		{"陈理", "陈理", NULL, NULL, NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct person person = person_read(cases[i].cell, &arena);

		assert_string_equal(person.name, cases[i].name);
		assert_true(text_is(person.title, cases[i].title) || (!person.title && !cases[i].title));
		assert_true(text_is(person.organization, cases[i].organization) ||
			    (!person.organization && !cases[i].organization));
		assert_true(text_is(person.split_organization, cases[i].split_organization) ||
			    (!person.split_organization && !cases[i].split_organization));
		assert_true(text_is(person.split_title, cases[i].split_title) ||
			    (!person.split_title && !cases[i].split_title));
		assert_false(person.is_organization);
	}
}

static void test_organizations(void **state)
{
	static const char *const organizations[] = {
		"高新投控集团", "投资促进中心", "区招商局",	  "国投（北京）有限公司",
		"区委办",	"二七区",	"相关部门负责人", "ACME Ltd",
		"王老吉 有限公司", "甲公司 乙公司",
	};
	static const char *const persons[] = {"张州",	   "王九州",	  "欧阳修",	  "王局",
					      "Chari博士", "Anna Müller", "买买提·阿不都"};

	(void)state;
	for (size_t i = 0; i < COUNT(organizations); i++)
		assert_true(person_read(organizations[i], &arena).is_organization);
	for (size_t i = 0; i < COUNT(persons); i++)
		assert_false(person_read(persons[i], &arena).is_organization);
	assert_string_equal(person_read("投资促进中心负责人", &arena).name, "投资促进中心");
	assert_string_equal(person_read("投资促进中心负责人", &arena).remark, "负责人");
}

static void test_marks(void **state)
{
	(void)state;
	assert_true(person_read("张红军（带队）", &arena).is_lead);
	assert_string_equal(person_read("张红军（带队）", &arena).name, "张红军");
	assert_string_equal(person_read("李四（女）", &arena).remark, "女");
	assert_null(person_read("李四（女）", &arena).title);
	assert_string_equal(person_read("吴通红等5人", &arena).name, "吴通红");
	assert_string_equal(person_read("吴通红等5人", &arena).remark, "等5人");
	assert_string_equal(person_read("吴通红一行", &arena).name, "吴通红");
	assert_string_equal(person_read("王局长等一行十余人", &arena).name, "王局长");
	assert_string_equal(person_read("王局长等一行十余人", &arena).remark, "等一行十余人");
	assert_string_equal(person_read("张三 等 3 人", &arena).name, "张三");
	assert_string_equal(person_read("王强 13800001234", &arena).name, "王强");
	assert_string_equal(person_read("王强13800001234", &arena).remark, "13800001234");
	assert_string_equal(person_read("黄伟先生", &arena).remark, "先生");
	assert_string_equal(person_read("黄伟带队", &arena).name, "黄伟");
	assert_true(person_read("黄伟带队", &arena).is_lead);
	assert_true(person_read("（带队）黄伟", &arena).is_lead);
	assert_true(person_read("副总经理", &arena).is_nobody);
	assert_string_equal(person_read("甲公司 总经理", &arena).name, "甲公司");
	assert_true(person_read("甲公司 总经理", &arena).is_organization);
}

static void test_doubts(void **state)
{
	static const char *const doubtful[] = {"张三 总经理 李四", "渡边健太郎", "安阳市长", "成都 沃飞", "张三（女）总经"};
	static const char *const certain[] = {"张三",  "张 三",	     "李 小明",	   "林总",	 "王局长", "陈小姐", "王某1",
					      "老杨", "田中太郎", "买买提·阿不都热西提", "John Smith", "ABB 5",	 "市领导"};

	(void)state;
	for (size_t i = 0; i < COUNT(doubtful); i++)
		if (!person_read(doubtful[i], &arena).is_doubtful)
			fail_msg("%s", doubtful[i]);
	for (size_t i = 0; i < COUNT(certain); i++)
		if (person_read(certain[i], &arena).is_doubtful)
			fail_msg("%s", certain[i]);
}

static void test_several(void **state)
{
	static const struct {
		const char *cell, *persons;
	} cases[] = {
		{"周 颖  丁 磊", "周颖|丁磊"},
		{"1.张三 2.李四", "张三|李四"},
		{"1、张三\n2、李四", "张三|李四"},
		{"①张三②李四", "张三|李四"},
		{"张三（董事长）李四（总经理）", "张三（董事长）|李四（总经理）"},
		{"区长 夏正阳 副区长 欧阳静", "区长 夏正阳|副区长 欧阳静"},
		{"夏正阳 区长 欧阳静 副区长", "夏正阳 区长|欧阳静 副区长"},
		{"甲公司 张三 李四 乙公司 王五", "甲公司 张三|甲公司 李四|乙公司 王五"},
		{"组长：张三 成员：李四、王五", "组长 张三|成员 李四|王五"},
		{"张三/李四,王五", "张三|李四|王五"},
		{"张三 李四 一行 5 人", "张三|李四一行5人"},
		{"张三+李四", "张三|李四"},
		{"张三 ＆ 李四", "张三|李四"},
		{"John Smith, Mary Jones", "John Smith|Mary Jones"},
		/* whose title that is, nobody can say */
		{"John Smith, Managing Director", "John Smith, Managing Director"},
		{"张三 总经理 李四", "张三 总经理 李四"},
		{"总工程师 钱进", "总工程师 钱进"},
		{"John Smith, Jr.", "John Smith, Jr."},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *cell = persons_unnumber(cases[i].cell, &arena);
		struct values persons = cell_split(cell, true, false, &arena);
		struct text all = {0};

		persons_split(&persons, &arena);
		for (size_t k = 0; k < persons.count; k++)
			text_print(&all, "%s%s", k ? "|" : "", persons.items[k]);
		assert_string_equal(all.bytes, cases[i].persons);
		text_free(&all);
	}
}

static void test_joined_titles(void **state)
{
	static const struct {
		const char *cell;
		size_t persons;
		const char *first;
	} cases[] = {
		{"党委书记、董事长吴通红", 1, "党委书记、董事长吴通红"},
		{"张红军党工委书记、管委会主任、郑伟", 2, "张红军党工委书记、管委会主任"},
		{"王局长、刘科长", 2, "王局长"},
		{"张三、局长", 2, "张三"},
		{"招商一科、张三", 2, "招商一科"},
		{"董事长、总经理、党委书记王强", 1, "董事长、总经理、党委书记王强"},
		{"党委书记、董事长、总裁王强、副总裁李刚", 2, "党委书记、董事长、总裁王强"},
		{"党组成员、副局长王强", 1, "党组成员、副局长王强"},
		{"集团党委书记、董事长王强", 1, "集团党委书记、董事长王强"},
		{"王强，董事长", 1, "王强（董事长）"},
		{"王强，董事长、总经理，李四，经理", 2, "王强（董事长、总经理）"},
		{"董事长，王强，经理，李四", 2, "董事长 王强"},
		{"王强，李四，董事长", 3, "王强"},
		{"张三、党委书记、局长", 3, "张三"},
		{"上海合作组织成员国国防部长、张三", 2, "上海合作组织成员国国防部长"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct values persons = cell_split(cases[i].cell, true, false, &arena);

		persons_join_titles(&persons, cases[i].cell, &arena);
		assert_int_equal(persons.count, cases[i].persons);
		assert_string_equal(persons.items[0], cases[i].first);
	}
}

/* ── Headings ────────────────────────────────────────────────────────────────────────────────────────── */

enum { COLUMNS = 8 };

static size_t make_cells(struct cell cells[COLUMNS], const char *line)
{
	struct values words = cell_split(line, true, true, &arena);

	for (size_t i = 0; i < words.count; i++)
		cells[i] = (struct cell){words.items[i], strlen(words.items[i])};
	return words.count;
}

static void test_headings(void **state)
{
	static const struct {
		const char *line;
		enum list list;
		enum field second;
	} cases[] = {
		{"姓名；职务；单位", PEOPLE, FIELD_TITLE},
		{"Name; Title; Organization", PEOPLE, FIELD_TITLE},
		{"企业名称；行业", ORGANIZATIONS, FIELD_INDUSTRY},
		{"地名；经度；纬度", PLACES, FIELD_LONGITUDE},
		{"日期；来访单位；接待单位", VISITS, FIELD_VISITOR_ORGANIZATION},
		{"date; Visitor Organization; hosts", VISITS, FIELD_VISITOR_ORGANIZATION},
		{"*日期：；来访人员（必填）；天气", VISITS, FIELD_VISITORS},
		{"甲方；乙方；进展", TIES, FIELD_B},
		{"甲方；进展情况；乙方", TIES, FIELD_STATUS},
		{"甲方；项目阶段；乙方", TIES, FIELD_STATUS},
		{"甲方；签约情况；乙方", TIES, FIELD_STATUS},
		{"甲方；进展情况；乙方；状态", TIES, FIELD_NOTE},
		{"a;b;topic", TIES, FIELD_B},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cell cells[COLUMNS];
		size_t count = make_cells(cells, cases[i].line);
		enum field fields[COLUMNS];
		enum list list = NO_LIST;
		bool known[COLUMNS];
		vg_error error;

		if (headings_read(&list, fields, known, cells, count, "-", &error))
			fail_msg("%s", error.message);
		assert_int_equal(list, cases[i].list);
		assert_int_equal(fields[1], cases[i].second);
	}
}

static const char *field_letters(const enum field *fields, const bool *known, size_t count)
{
	/* v visitors, V their organization, w their title, l lead, h hosts, H their organization, g their title, … */
	static const char letters[FIELD_COUNT] = {
		[FIELD_DATE] = 'd', [FIELD_UNTIL] = 'u', [FIELD_TYPE] = 't', [FIELD_VISITORS] = 'v', [FIELD_VISITOR_ORGANIZATION] = 'V',
		[FIELD_VISITOR_TITLE] = 'w', [FIELD_LEAD] = 'l', [FIELD_HOSTS] = 'h', [FIELD_HOST_ORGANIZATION] = 'H',
		[FIELD_HOST_TITLE] = 'g', [FIELD_COMPANIONS] = 'c', [FIELD_COMPANION_ORGANIZATION] = 'C', [FIELD_ATTENDEES] = 'a', [FIELD_ENTOURAGE] = 'e',
		[FIELD_PLACE] = 'p', [FIELD_PURPOSE] = 's', [FIELD_NOTE] = 'n'};
	static char all[32];

	for (size_t i = 0; i < count; i++)
		all[i] = known[i] ? letters[fields[i]] : '?';
	all[count] = '\0';
	return all;
}

static void test_ledgers(void **state)
{
	static const struct {
		const char *line, *letters, *file;
	} cases[] = {
		{"到访时间；企业名称；负责人；接待领导；洽谈项目", "dVvhs", "-"},
		{"到访日期；来访企业；来访人员及职务；接待领导；陪同部门；天气", "dVvhC?", "-"},
		{"拜访时间；客商名称；客商代表；我区领导；随行人员", "dHhve", "-"},
		{"外出时间；带队领导；随行人员；拜访企业；企业接待人；洽谈内容", "dlvHhs", "-"},
		{"会见时间；来访客商；主要来访人员；会见领导；参加人员", "dVvha", "-"},
		{"洽谈时间；投资方；企业负责人；接待领导", "dVvh", "-"},
		{"走访时间；企业名称；企业负责人；走访领导；走访情况", "dHhls", "-"},
		{"走访日期；走访单位；受访人；受访人职务；走访人员", "dHhgv", "-"},
		{"时间；企业名称；负责人；领导", "dVvh", "2026/来访台账.csv"},
		{"日期；来访单位；来访人员；同行人员；接待领导", "dVveh", "-"},
		{"日期；单位；姓名；事由", "dVvs", "来访登记.csv"},
		{"日期；单位；姓名；事由", "dHhs", "走访.csv"},
		{"日期；单位；姓名；来访事由", "dVvs", "-"},
		{"时间；企业名称；负责人；领导", "dHhv", "来访/走访台账.csv"},
		{"日期；姓名；单位；职务；事由；被访人", "dvVwsh", "-"},
		{"日期；客商；单位；职务；接待人", "dvVwh", "-"},
		{"日期；来访单位；企业名称；接待人", "dV?h", "-"},
		{"时间；客商情况 单位；客商情况 姓名；我方情况 领导；我方情况 陪同；基本情况 地点", "dVvhcp", "-"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cell cells[COLUMNS];
		size_t count = make_cells(cells, cases[i].line);
		enum field fields[COLUMNS];
		enum list list = NO_LIST;
		bool known[COLUMNS];
		vg_error error;

		if (headings_read(&list, fields, known, cells, count, cases[i].file, &error))
			fail_msg("%s: %s", cases[i].line, error.message);
		assert_int_equal(list, VISITS);
		if (strcmp(field_letters(fields, known, count), cases[i].letters))
			fail_msg("%s: %s", cases[i].line, field_letters(fields, known, count));
	}
}

static void test_bad_headings(void **state)
{
	static const struct {
		const char *line, *what;
		enum list list;
	} cases[] = {
		{"name;x", "say which with --as", NO_LIST},
		{"name;gender;age;code;jobs", "say which with --as (people, organizations, places)", NO_LIST},
		{"name;aliases", "say which with --as", NO_LIST},
		{"foo;bar", "no heading of a list", NO_LIST},
		{"甲方；日期", "no heading of a list", NO_LIST},
		{"来访单位；来访人；接待人；抵园时刻", "needs a heading for the day", NO_LIST},
		{"日期；接待人；事由；贵客", "needs a heading for who visits", NO_LIST},
		{"日期；企业名称；负责人；项目", "do not say who visits whom", NO_LIST},
		{"日期；时间；来访人", "two columns for the same: '日期' and '时间'", NO_LIST},
		{"日期；单位；姓名；职务；事由", "do not say who visits whom", NO_LIST},
		{"甲方；乙方；是否签约", "may be the status of the ties", NO_LIST},
		{"姓名；职务", "a list of ties needs the heading: a 甲方 + b 乙方", TIES},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct cell cells[COLUMNS];
		size_t count = make_cells(cells, cases[i].line);
		enum field fields[COLUMNS];
		enum list list = cases[i].list;
		bool known[COLUMNS];
		vg_error error;

		assert_int_equal(headings_read(&list, fields, known, cells, count, "-", &error), VG_BAD_INPUT);
		if (!strstr(error.message, cases[i].what))
			fail_msg("%s: %s", cases[i].line, error.message);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{"a cell is read without white space, formula guards and words for nobody", test_text, NULL, free_arena,
		 NULL},
		{"values are split at ; ； 、 and line breaks, but not inside brackets", test_split, NULL, free_arena,
		 NULL},
		{"codes are verified by their standards", test_codes, NULL, free_arena, NULL},
		{"degrees are decimal numbers in their range", test_degrees, NULL, free_arena, NULL},
		{"brackets behind a name hold a title, an organization or both", test_persons, NULL, free_arena, NULL},
		{"titles of one person that stand between commas are put together", test_joined_titles, NULL,
		 free_arena, NULL},
		{"what ends like an organization is one, and names of persons are not", test_organizations, NULL,
		 free_arena, NULL},
		{"what can hardly be a name is doubted", test_doubts, NULL, free_arena, NULL},
		{"several persons are split where it is certain whose the titles are", test_several, NULL, free_arena, NULL},
		{"who leads, and what is no part of a name, is told apart", test_marks, NULL, free_arena, NULL},
		{"a list is recognised by its headings in either language", test_headings, NULL, free_arena, NULL},
		{"in a ledger it depends on the other headings whose a name is", test_ledgers, NULL, free_arena, NULL},
		{"headings that fit none, several or twice are refused", test_bad_headings, NULL, free_arena, NULL},
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
