/* test_facts.c - what is easily taken for a fact and is none, and facts that are easily lost. */
#include "tests/importers/facts.h"

/* What the mayor does to whom is a visit of the host that ends so. */
static void expect_visit(const char *deed, const char *visit)
{
	char text[400], fact[200];

	snprintf(text, sizeof text, "2026年5月14日，市长丁红%s。", deed);
	snprintf(fact, sizeof fact, "visit 2026-05-14: %s |", visit);
	expect(text, fact);
}

static void a_name_may_begin_with_the_end_of_a_word(void **state)
{
	(void)state;
	expect_visit("会见中粮集团有限公司董事长吕军", "中粮集团有限公司 吕军 > 丁红");
	expect_visit("走访中国中车集团有限公司", "丁红 > 中国中车集团有限公司");
	expect_visit("调研中联重科", "丁红 > 中联重科");
	expect_visit("参观中石化集团有限公司", "丁红 > 中石化集团有限公司");
	expect_visit("会见时代集团有限公司董事长吕军", "时代集团有限公司 吕军 > 丁红");
	expect_visit("考察团结普瑞玛激光有限公司", "丁红 > 团结普瑞玛激光有限公司");
	expect_visit("带队考察团风县", "丁红 > 团风县");
	expect_visit("考察点军区", "丁红 > 点军区");
	expect_visit("到来宾市考察", "丁红 > 来宾市");
	expect_visit("赴会昌县考察", "丁红 > 会昌县");
}

static void a_word_is_whole_where_no_name_begins(void **state)
{
	static const char after[] = "2026年5月14日，市长丁红走访海尔集团。";
	static const char *const sentences[] = {"走访中，丁红说，要加快。", "走访中双方表示，要加快。",
						"走访中丁红指出，要加快。", "在走访中李青对海尔集团表示感谢。",
						"座谈中了解到，海尔集团已投产。"};
	char text[400];

	(void)state;
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		snprintf(text, sizeof text, "%s%s", after, sentences[i]);
		expect(text, "visit 2026-05-14: 丁红 > 海尔集团 |\nplace\nword 走访\n");
		expect_none(text, "word 走访\nvisit");
		expect_none(text, "organization 中");
	}
	expect_none("市科技人才发展调研中心主任李明出席。", "visit");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_may_begin_with_the_end_of_a_word),
		cmocka_unit_test(a_word_is_whole_where_no_name_begins),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
