/* test_pages.c - where a page of news is cut: each article begins with its own headline, and nothing else begins one. */
#include "tests/importers/told.h"

/* The title of the article, and how many visits it tells. */
static vg_status take(void *self, const vg_article *article, vg_error *error)
{
	(void)error;
	told_add(self, "%s %zu\n", article->title ? article->title : "-", article->visit_count);
	return VG_OK;
}

static vg_status take_days(void *self, const vg_article *article, vg_error *error)
{
	(void)error;
	for (size_t v = 0; v < article->visit_count; v++)
		told_add(self, "%s\n", article->visits[v].date.from);
	return VG_OK;
}

static void expect(const char *page, const char *titles)
{
	struct told told;

	told_by(&told, page, take);
	assert_string_equal(told.text, titles);
}

static void a_headline_in_brackets_begins_an_item(void **state)
{
	(void)state;
	expect("要闻两则\n\n"
	       "【市工商联赴靖州考察】5月3日，市工商联主席何平率队赴靖州县考察。\n"
	       "【靖州客商来访】\n5月4日，云海电子有限公司董事长王强接待了靖州县县长李青一行。（记者 张明）\n",
	       "市工商联赴靖州考察 1\n靖州客商来访 1\n");
	expect("李青走访云海电子\n\n【公司动态】5月3日，副市长李青来到云海电子有限公司调研。\n",
	       "李青走访云海电子 1\n");
}

static void a_headline_may_have_two_lines(void **state)
{
	(void)state;
	expect("李青调研重点项目时强调\n拿出“等不起”的劲头 跑出“加速度”\n\n□本报记者 张明\n\n"
	       "6月26日，副市长李青来到云海电子有限公司调研。\n\n"
	       "两县缔结友好关系\n——携手办好苹果节\n6月27日，宜川县县长高明远率队赴洛川县考察。\n",
	       "李青调研重点项目时强调 1\n两县缔结友好关系 1\n");
}

static void what_stands_below_a_headline_is_no_headline(void **state)
{
	(void)state;
	expect("首页 > 要闻 > 正文\n李青走访云海电子\n来源：江州日报　责编：王芳\n5月3日，副市长李青来到云海电子有限公司调研。\n\n"
	       "政协考察冷链\n□ 本报记者 张明 通讯员 王芳\n在云海县的五天里，委员们看了三家企业。\n",
	       "李青走访云海电子 1\n政协考察冷链 0\n");
}

static void a_heading_within_an_article_begins_none(void **state)
{
	(void)state;
	expect("李青率队招商\n\n5月3日，副市长李青率队拜访了云海电子有限公司。\n\n座谈交流\n\n"
	       "5月4日上午，李青一行来到云海机械有限公司考察，详细了解了生产经营情况，与董事长王强深入交流。\n\n"
	       "图为座谈会现场\n\n5月5日，李青一行返回。\n\n江州市商务局办公室\n2024年5月6日\n下一篇：王强任董事长\n",
	       "李青率队招商 2\n");
}

static void columns_are_items_where_all_paragraphs_begin_so(void **state)
{
	(void)state;
	expect("【客商来访】4月10日，副市长李青到云海电子有限公司考察。\n\n"
	       "【公司动态】4月11日，董事长王强走访云海机械有限公司。\n",
	       "客商来访 1\n公司动态 1\n");
}

static void bullets_are_no_part_of_a_headline(void **state)
{
	(void)state;
	expect("■宜川县赴洛川县考察\n5月6日，宜川县县长高明远率队赴洛川县考察。\n\n"
	       "■副市长李青走访云海电子\n5月7日，副市长李青来到云海电子有限公司调研。\n",
	       "宜川县赴洛川县考察 1\n副市长李青走访云海电子 1\n");
	expect("诏安县开展“敲门招商”\n\n诏安融媒讯（张明）5月6日，诏安县县长李青率队赴洛川县考察。\n",
	       "诏安县开展“敲门招商” 1\n");
}

static void a_year_of_long_ago_is_not_that_of_the_page(void **state)
{
	struct told told;

	(void)state;
	told_by(&told, "9月5日，副市长李青来到云海电子有限公司调研。公司2012年落户江州以来，已增资三次。\n", take_days);
	assert_string_equal(told.text, "--09-05\n");
}

static void a_line_of_when_and_by_whom_is_no_text(void **state)
{
	static const char *const lines[] = {
		"2024年7月1日 14:32 清源市人民政府网",
		"2024年7月1日 14:32 清源市人民政府网\n",
		"2024年7月1日 14:32 江州日报",
		"2024年7月1日 江州日报",
		"2024年7月1日　江州市商务局",
		"2024年7月1日 14:32",
		"2024年7月1日 14时32分 清源市人民政府网",
		"2024年07月01日 14:32:05 清源市人民政府网 浏览次数：23",
		"2024-07-01 14:32 江州日报",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		char text[400];
		struct told told;

		snprintf(text, sizeof text,
			 "李建军到湾沚区调研\n%s\n6月30日，副市长李建军到湾沚区调研生物医药产业发展情况。", lines[i]);
		told_by(&told, text, take_days);
		assert_string_equal(told.text, "2024-06-30\n");
		expect(text, "李建军到湾沚区调研 1\n");
	}
	expect("2024年7月1日上午，副市长李青来到云海电子有限公司\n调研。\n", "- 1\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_headline_in_brackets_begins_an_item),
		cmocka_unit_test(a_headline_may_have_two_lines),
		cmocka_unit_test(what_stands_below_a_headline_is_no_headline),
		cmocka_unit_test(a_heading_within_an_article_begins_none),
		cmocka_unit_test(columns_are_items_where_all_paragraphs_begin_so),
		cmocka_unit_test(bullets_are_no_part_of_a_headline),
		cmocka_unit_test(a_line_of_when_and_by_whom_is_no_text),
		cmocka_unit_test(a_year_of_long_ago_is_not_that_of_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
