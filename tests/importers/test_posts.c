/* test_posts.c - for whom somebody stands whose cell names another unit than his row. */
#include "importers/importers.h"

#include <setjmp.h>
#include <cmocka.h>

static struct arena arena;

static int free_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

struct post_case {
	const char *cell, *unit, *organization, *title;
};

static bool is_same(const char *a, const char *b)
{
	return text_is(a, b) || (!a && !b);
}

static void check(const struct post_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct person person = person_read(cases[i].cell, &arena);
		vg_mention mention = {.name = person.name, .title = person.title};

		assert_true(post_settle(&mention, &person, NULL, cases[i].unit, &arena));
		if (!is_same(mention.organization, cases[i].organization) || !is_same(mention.title, cases[i].title))
			fail_msg("%s in a row of %s: %s, %s", cases[i].cell, cases[i].unit, mention.organization, mention.title);
	}
}

static void test_others(void **state)
{
	static const struct post_case cases[] = {
		{"王强（乙集团副总裁）", "甲科技有限公司", "乙集团", "副总裁"},
		{"乙集团副总裁王强", "甲科技有限公司", "乙集团", "副总裁"},
		{"王强（苏州丙电子有限公司董事长、总经理）", "甲科技有限公司", "苏州丙电子有限公司", "董事长、总经理"},
		{"王强（清华大学教授）", "甲科技有限公司", "清华大学", "教授"},
		{"王强（安徽省浙江商会会长）", "甲科技有限公司", "安徽省浙江商会", "会长"},
		{"临江经济开发区主任何军", "临江区招商局", "临江经济开发区", "主任"},
		{"何军（临江经济开发区管委会主任）", "临江区招商局", "临江经济开发区", "管委会主任"},
		{"何军（区委常委、临江经济开发区主任）", "临江区招商局", "临江经济开发区", "区委常委、临江经济开发区主任"},
		{"临江区委书记宋国平", "临江区招商局", "临江区", "区委书记"},
		{"刘芳（临江区招商局局长）", "临江区", "临江区招商局", "局长"},
		{"甲公司总经理王强", "临江区招商局", "甲公司", "总经理"},
		{"王强（乙集团，副总裁）", "甲科技有限公司", "乙集团", "副总裁"},
	};

	(void)state;
	check(cases, COUNT(cases));
}

static void test_parts(void **state)
{
	static const struct post_case cases[] = {
		{"王强（集团副总裁）", "甲科技有限公司", "甲科技有限公司", "集团副总裁"},
		{"王强（研发中心主任）", "甲科技有限公司", "甲科技有限公司", "研发中心主任"},
		{"王强（上海分公司总经理）", "甲科技有限公司", "甲科技有限公司", "上海分公司总经理"},
		{"华东区总经理王强", "甲科技有限公司", "甲科技有限公司", "华东区总经理"},
		{"上海市总经理王强", "甲科技有限公司", "甲科技有限公司", "上海市总经理"},
		{"海尔集团副总裁王强", "青岛海尔股份有限公司", "青岛海尔股份有限公司", "海尔集团副总裁"},
		{"王强（甲公司董事长、安徽商会会长）", "甲科技有限公司", "甲科技有限公司", "甲公司董事长、安徽商会会长"},
		{"王强（人大代表、董事长）", "甲科技有限公司", "甲科技有限公司", "人大代表、董事长"},
		{"招商局局长刘芳", "临江区招商局", "临江区招商局", "招商局局长"},
		{"区长陈志远", "临江区人民政府", "临江区人民政府", "区长"},
		{"区委书记宋国平", "临江区", "临江区", "区委书记"},
		{"临江区委书记宋国平", "中共临江区委", "中共临江区委", "临江区委书记"},
		{"区委副书记、区长陈志远", "临江区人民政府", "临江区人民政府", "区委副书记、区长"},
		{"党工委书记、管委会主任何军", "湾沚高新区管委会", "湾沚高新区管委会", "党工委书记、管委会主任"},
		{"管委会主任、招商局局长何军", "湾沚高新区招商局", "湾沚高新区招商局", "管委会主任、招商局局长"},
		{"副局长王刚", "临江区招商局", "临江区招商局", "副局长"},
	};

	(void)state;
	check(cases, COUNT(cases));
}

static void test_absent(void **state)
{
	static const struct post_case cases[] = {
		{"区委书记宋国平", "临江区招商局", NULL, "区委书记"},
		{"宋国平（区委书记）", "临江区人民政府", NULL, "区委书记"},
		{"区长陈志远", "临江区招商局", NULL, "区长"},
		{"常务副区长陈志远", "临江区投资促进中心", NULL, "常务副区长"},
		{"李敏（区委常委、副区长）", "临江区招商局", NULL, "区委常委、副区长"},
		{"管委会副主任何军", "临江区商务局", NULL, "管委会副主任"},
		{"区政协主席李红", "临江区商务局", NULL, "区政协主席"},
		{"市委书记宁国强", "湾沚区", NULL, "市委书记"},
		{"副市长单向前", "甲科技有限公司", NULL, "副市长"},
	};

	(void)state;
	check(cases, COUNT(cases));
}

static void test_columns(void **state)
{
	struct person person = {.name = "宋国平"};
	vg_mention mention = {0};

	(void)state;
	assert_true(post_settle(&mention, &person, "区委书记", "临江区招商局", &arena));
	assert_null(mention.organization);
	assert_true(post_settle(&mention, &person, "乙集团副总裁", "甲科技有限公司", &arena));
	assert_string_equal(mention.organization, "乙集团");
	/* whoever writes 市长 and a firm side by side into two columns has said so */
	assert_true(post_settle(&mention, &person, "市长", "甲科技有限公司", &arena));
	assert_string_equal(mention.organization, "甲科技有限公司");
}

static void test_doubts(void **state)
{
	struct person person = person_read("王强（海川公司总经理）", &arena);
	vg_mention mention = {0};

	(void)state;
	assert_false(post_settle(&mention, &person, NULL, "中国移动通信集团有限公司", &arena));
	assert_string_equal(mention.organization, "中国移动通信集团有限公司");
	assert_true(post_settle(&mention, &person, NULL, "临江区招商局", &arena));
	assert_string_equal(mention.organization, "海川公司");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{"who is said to be of another organization stands for that, not for the unit of his row", test_others, NULL, free_arena, NULL},
		{"a part of the unit, a shorter name of it, or what is nobody's name makes no other organization", test_parts, NULL, free_arena, NULL},
		{"an office that the unit has not makes nobody its member", test_absent, NULL, free_arena, NULL},
		{"a title in a column of its own is judged likewise, but for firms", test_columns, NULL, free_arena, NULL},
		{"what may be another firm or a part of this one is told of", test_doubts, NULL, free_arena, NULL},
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
