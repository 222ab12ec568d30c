/* test_units.c - what a cell of organizations holds beside a name, and a cell of persons beside persons. */
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

static void test_units(void **state)
{
	static const struct {
		const char *cell, *name, *persons;
		bool has_others;
	} cases[] = {
		{"甲公司等3家", "甲公司", NULL, true},
		{"甲公司等三家企业", "甲公司", NULL, true},
		{"甲公司等", "甲公司", NULL, true},
		{"甲公司等企业", "甲公司", NULL, true},
		{"甲公司一行5人", "甲公司", NULL, true},
		{"甲公司等一行十余人", "甲公司", NULL, true},
		{"甲公司（5人）", "甲公司", NULL, true},
		{"甲公司 3人", "甲公司", NULL, true},
		{"国投(北京)有限公司(共5人)", "国投(北京)有限公司", NULL, true},
		{"甲公司（张三、李四）", "甲公司", "张三、李四", false},
		{"甲公司（张三、李四）（5人）", "甲公司", "张三、李四", true},
		{"甲公司（王强 总经理）", "甲公司", "王强 总经理", false},
		{"A(5人)", "A", NULL, true},
		{"3家企业", NULL, NULL, true},
		{"十余家单位", NULL, NULL, true},
		/* names as they are */
		{"甲公司（常熟）", "甲公司（常熟）", NULL, false},
		{"国投（北京）有限公司", "国投（北京）有限公司", NULL, false},
		{"中国银行芜湖分行", "中国银行芜湖分行", NULL, false},
		{"真功夫三人", "真功夫三人", NULL, false},
		{"安徽平等", "安徽平等", NULL, false},
		{"湾沚区", "湾沚区", NULL, false},
		{"（5人）", "（5人）", NULL, false},
		{")", ")", NULL, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct unit unit = unit_read(cases[i].cell, &arena);

		if (!(text_is(unit.name, cases[i].name) || (!unit.name && !cases[i].name)) ||
		    !(text_is(unit.persons, cases[i].persons) || (!unit.persons && !cases[i].persons)) ||
		    unit.has_others != cases[i].has_others)
			fail_msg("%s: %s, %s, %d", cases[i].cell, unit.name, unit.persons, unit.has_others);
	}
}

static void test_counts(void **state)
{
	static const char *const counts[] = {"3人", "5", "十余人", "一行5人", "共3人", "等8人", "12 人"};
	static const char *const names[] = {"王二", "张三", "丁一", "王某1", "张三等5人"};

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++)
		assert_true(person_read(counts[i], &arena).is_nobody);
	for (size_t i = 0; i < COUNT(names); i++)
		assert_false(person_read(names[i], &arena).is_nobody);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{"how many came, and who is named in brackets, is no part of an organization's name", test_units, NULL, free_arena, NULL},
		{"a number of people is nobody", test_counts, NULL, free_arena, NULL},
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
