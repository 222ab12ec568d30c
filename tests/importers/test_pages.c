/* test_pages.c - where a page of news is cut: each article begins with its own headline, and nothing else begins one. */
#include "visitgraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* The titles of the articles, each with how many visits it tells: "title 1\n". */
struct titles {
	char text[10000];
	size_t length;
};

static vg_status take(void *self, const vg_article *article, vg_error *error)
{
	struct titles *titles = self;
	size_t room = sizeof titles->text - titles->length;

	(void)error;
	titles->length += (size_t)snprintf(titles->text + titles->length, room, "%s %zu\n",
					   article->title ? article->title : "-", article->visit_count);
	assert_true(titles->length < sizeof titles->text);
	return VG_OK;
}

static void expect(const char *page, const char *titles)
{
	char path[] = "/tmp/visitgraph-test-XXXXXX";
	int file = mkstemp(path);
	struct titles found = {0};
	vg_error error;

	assert_true(file >= 0);
	assert_int_equal(write(file, page, strlen(page)), strlen(page));
	close(file);
	if (vg_extract(path, &(vg_extract_options){0}, take, &found, &error))
		fail_msg("%s", error.message);
	unlink(path);
	assert_string_equal(found.text, titles);
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

static void bullets_are_no_part_of_a_headline(void **state)
{
	(void)state;
	expect("■宜川县赴洛川县考察\n5月6日，宜川县县长高明远率队赴洛川县考察。\n\n"
	       "■副市长李青走访云海电子\n5月7日，副市长李青来到云海电子有限公司调研。\n",
	       "宜川县赴洛川县考察 1\n副市长李青走访云海电子 1\n");
	expect("诏安县开展“敲门招商”\n\n诏安融媒讯（张明）5月6日，诏安县县长李青率队赴洛川县考察。\n",
	       "诏安县开展“敲门招商” 1\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_headline_in_brackets_begins_an_item),
		cmocka_unit_test(a_headline_may_have_two_lines),
		cmocka_unit_test(what_stands_below_a_headline_is_no_headline),
		cmocka_unit_test(a_heading_within_an_article_begins_none),
		cmocka_unit_test(bullets_are_no_part_of_a_headline),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
