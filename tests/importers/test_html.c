/* test_html.c - web pages as text: what is read, what is not, and where it stood. */
#include "importers/news/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static struct html read_page(const char *page, size_t length, vg_status expected)
{
	char path[] = "/tmp/visitgraph-test-XXXXXX";
	int file = mkstemp(path);
	struct html html = {0};
	struct reader *reader;
	vg_error error;

	assert_true(file >= 0);
	assert_int_equal(write(file, page, length), length);
	close(file);
	assert_int_equal(reader_open(&reader, path, NULL, &error), VG_OK);
	assert_int_equal(html_read(&html, reader, "page.html", &error), expected);
	reader_free(reader);
	unlink(path);
	return html;
}

static void expect(const char *page, const char *text)
{
	struct html html = read_page(page, strlen(page), VG_OK);

	assert_string_equal(html.text.bytes, text);
	html_free(&html);
}

static void a_paragraph_is_a_line(void **state)
{
	(void)state;
	expect("<p>张明</p><p>李<b>雅</b>来访<div>王强</div>", "张明\n李雅来访\n王强\n");
	expect("一<br>二<br/>三", "一\n二\n三\n");
	expect("<table><tr><td>甲公司<td>乙公司<tr><td>丙</table>", "甲公司\n乙公司\n丙\n");
	expect("<pre>一\n二</pre>", "一\n二\n");
}

static void a_heading_has_its_level(void **state)
{
	(void)state;
	expect("<h1>张明<br>赴上海</h1><h3>小标题</h3><p>正文", "# 张明 赴上海\n### 小标题\n正文\n");
}

static void what_stands_above_the_headline_is_the_sites(void **state)
{
	static const char page[] = "<p>欢迎您<h2>栏目</h2><h1>标题</h1>正文<h1>二</h1>", plain[] = "<p>一<h2>二</h2>";
	struct html html = read_page(page, strlen(page), VG_OK);

	(void)state;
	assert_string_equal(html.text.bytes + html.start, "# 标题\n正文\n# 二\n");
	html_free(&html);
	html = read_page(plain, strlen(plain), VG_OK);
	assert_int_equal(html.start, 0);
	html_free(&html);
}

static void white_space_is_what_a_reader_sees(void **state)
{
	(void)state;
	expect("<p>  云海\n\t电子   有限 公司 \n</p>", "云海电子 有限 公司\n");
	expect("<p>FEV\ngroup &nbsp;CEO", "FEV group \xC2\xA0"
					  "CEO\n");
}

static void references_are_characters(void **state)
{
	(void)state;
	expect("<p>&#24352;&#x660E;&ldquo;A&amp;B&rdquo;&nbsp甲&lt;乙& 丙&bogus;",
	       "张明“A&B”\xC2\xA0甲<乙& 丙&bogus;\n");
}

static void what_is_no_text_is_not_read(void **state)
{
	(void)state;
	expect("<html><head><title>题</title><style>p{}</style></head><body class=nav><script>x</script><nav>首页</nav>"
	       "<div class='top menu'>栏目</div><p hidden>暗</p><p style='display:none'>暗</p><!-- 注 --><footer>版权</footer>正文",
	       "正文\n");
	expect("<ul><li><a href=x>别的新闻</a></ul><p>见<a href=y>此处</a>", "见此处\n");
}

static void broken_pages_are_read(void **state)
{
	(void)state;
	expect("<p>甲</b></bogus>乙<p>丙<", "甲乙\n丙<\n");
	expect("<", "<\n");
	expect("<div", "");
}

/* Bytes of the page in which the characters from `first` to `last` of its text stood. */
static void expect_origin(const char *page, const char *first, const char *last, const char *raw)
{
	struct html html = read_page(page, strlen(page), VG_OK);
	const char *text = html.text.bytes, *from = strstr(text, first), *to = strstr(text, last);
	uint64_t start, end;

	assert_non_null(from);
	assert_non_null(to);
	start = origins_find(&html.origins, (uint64_t)(from - text), 0);
	end = origins_find(&html.origins, (uint64_t)(to + strlen(last) - text), 0);
	assert_int_equal(end - start, strlen(raw));
	assert_memory_equal(page + start, raw, strlen(raw));
	html_free(&html);
}

static void every_character_knows_where_it_stood(void **state)
{
	(void)state;
	expect_origin("<p>甲<b>乙</b>丙</p>", "甲", "丙", "甲<b>乙</b>丙");
	expect_origin("<p>甲&amp;&#x4E59;丙</p>", "&", "乙", "&amp;&#x4E59;");
	expect_origin("<p>甲&nbsp乙</bogus>丙</p>", "乙", "丙", "乙</bogus>丙");
	expect_origin("<p>一\r\n二</p><p>三</p>", "二", "二", "二");
	expect_origin("<pre>\n一\x03二</pre>", "二", "二", "二");
	expect_origin("<p>一</p>\n<p>三&hellip;</p>", "三", "…", "三&hellip;");
}

static void what_no_page_is_is_refused(void **state)
{
	enum { TAGS = 200000, WIDTH = 3 };
	char *deep = malloc(TAGS * WIDTH);
	struct html html;

	(void)state;
	for (size_t i = 0; i < TAGS; i++)
		memcpy(deep + i * WIDTH, "<b>", WIDTH);
	html = read_page(deep, TAGS * WIDTH, VG_BAD_INPUT);
	html_free(&html);
	for (size_t i = 0; i < TAGS; i++)
		memcpy(deep + i * WIDTH, "<p>", WIDTH);
	html = read_page(deep, TAGS * WIDTH, VG_OK);
	html_free(&html);
	free(deep);
}

static void a_page_is_known_by_its_beginning(void **state)
{
	(void)state;
	assert_true(html_begins(" \n<!DOCTYPE html>", 17));
	assert_true(html_begins("<HTML>", 6));
	assert_false(html_begins("<张明>", 8));
	assert_false(html_begins("", 0));
	assert_false(html_begins("date,visitors\n", 14));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paragraph_is_a_line),
		cmocka_unit_test(a_heading_has_its_level),
		cmocka_unit_test(what_stands_above_the_headline_is_the_sites),
		cmocka_unit_test(white_space_is_what_a_reader_sees),
		cmocka_unit_test(references_are_characters),
		cmocka_unit_test(what_is_no_text_is_not_read),
		cmocka_unit_test(broken_pages_are_read),
		cmocka_unit_test(every_character_knows_where_it_stood),
		cmocka_unit_test(what_no_page_is_is_refused),
		cmocka_unit_test(a_page_is_known_by_its_beginning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
