/* test_names.c - what "the same name" means, how names are read, and how wide they are. */
#include "graph/unicode.h"

#include <setjmp.h>
#include <cmocka.h>

static struct arena arena;

static void test_keys(void **state)
{
	static const struct {
		const char *name, *key;
	} names[] = {
		{"张红军", "张红军"},
		{"张 红军", "张红军"},
		{" 张\u3000红 军 ", "张红军"},
		{"ＦＥＶ集团", "fev集团"},
		{"John  SMITH", "john smith"},
		{"京东方（艺云）【北京】", "京东方(艺云)(北京)"},
		{"马克・吕特", "马克·吕特"},
		{"马克•吕特", "马克·吕特"},
		{"A—B – C", "a-b - c"},
		{"粤高速Ａ", "粤高速a"},
		{"達 意 隆", "達意隆"},
		{"𠮷野家", "𠮷野家"},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_string_equal(text_key(&arena, names[i].name), names[i].key);
}

static void test_names_as_shown(void **state)
{
	(void)state;
	assert_string_equal(unicode_shown(&arena, "刘 建 华"), "刘建华");
	assert_string_equal(unicode_shown(&arena, "郑\u3000 伟"), "郑伟");
	assert_string_equal(unicode_shown(&arena, "张 Smith"), "张 Smith");
	assert_string_equal(unicode_shown(&arena, "John Smith"), "John Smith");
}

static void test_readings(void **state)
{
	struct spelling spelling;

	(void)state;
	assert_string_equal(text_simplify(&arena, "單雄信與達摩"), "单雄信与达摩");
	assert_int_equal(unicode_spell(&spelling, &arena, "张红军", true), 3);
	assert_string_equal(spelling.syllables, "zhanghongjun");
	assert_string_equal(spelling.initials, "zhj");
	assert_int_equal(spelling.starts[2], 9);
	unicode_spell(&spelling, &arena, "单雄信", true);
	assert_string_equal(spelling.syllables, "shanxiongxin");
	unicode_spell(&spelling, &arena, "仇和", true);
	assert_string_equal(spelling.syllables, "qiuhe");
	unicode_spell(&spelling, &arena, "fev集团", false);
	assert_string_equal(spelling.syllables, "fevjituan");
	assert_int_equal(unicode_spell(&spelling, &arena, "smith", true), 0);
}

static void test_width_and_trimming(void **state)
{
	const char *text = "\u3000 张 三\u00a0\n";
	size_t length = strlen(text);

	(void)state;
	assert_int_equal(vg_text_width("张红军"), 6);
	assert_int_equal(vg_text_width("FEV集团"), 7);
	assert_int_equal(vg_text_width("e\u0301"), 1);
	text_trim(&text, &length);
	assert_int_equal(length, strlen("张 三"));
	assert_memory_equal(text, "张 三", length);
}

/* Each line ends where the next begins. */
static void assert_lines(const char *text, size_t columns, const char *const *lines)
{
	for (; *text; lines++) {
		size_t length = vg_text_line(text, columns);

		assert_int_equal(length, strlen(*lines));
		assert_memory_equal(text, *lines, length);
		text += length;
	}
	assert_null(*lines);
}

static void test_lines_end_between_names(void **state)
{
	(void)state;
	assert_lines("顾敏华（局长）；王芳", 18, (const char *const[]){"顾敏华（局长）；", "王芳", NULL});
	assert_lines("上海某某；顾敏华", 14, (const char *const[]){"上海某某；", "顾敏华", NULL});
	assert_lines("顾敏（甲局，局长）", 12, (const char *const[]){"顾敏（甲局，", "局长）", NULL});
	assert_lines("深圳市华为技术有限公司", 16, (const char *const[]){"深圳市华为技术", "有限公司", NULL});
	assert_lines("约翰·史密斯", 10, (const char *const[]){"约翰·", "史密斯", NULL});
	assert_lines("中科院FEV集团", 8, (const char *const[]){"中科院", "FEV集团", NULL});
	assert_lines("two words, three", 10, (const char *const[]){"two words, ", "three", NULL});
	assert_lines("unbreakable", 4, (const char *const[]){"unbr", "eaka", "ble", NULL});
	assert_lines("上午10:30到", 9, (const char *const[]){"上午10:30", "到", NULL});
	assert_lines("一二三四、", 8, (const char *const[]){"一二三", "四、", NULL});
	assert_lines("长", 1, (const char *const[]){"长", NULL});
}

static void test_what_can_be_seen(void **state)
{
	static const struct {
		const char *text;
		vg_visibility is;
		size_t bytes;
	} signs[] = {
		{"张", VG_VISIBLE, 3},		     {"\xef\xbf\xbd", VG_VISIBLE, 3},   {"\n", VG_CONTROL, 1},
		{"\x7f", VG_CONTROL, 1},	     {"\xc2\x9b", VG_CONTROL, 2},	 {"\x9b", VG_CONTROL, 1},
		{"\xc0\x9b", VG_CONTROL, 1},
		{"\u2028", VG_CONTROL, 3},	     {"\u202e", VG_INVISIBLE, 3},	 {"\u200b", VG_INVISIBLE, 3},
		{"\u00ad", VG_INVISIBLE, 2},	     {"\u3164", VG_INVISIBLE, 3},	 {"\ufff9", VG_CONTROL, 3},
		{"\U000e0041", VG_INVISIBLE, 4},     {"\u200d", VG_VISIBLE, 3},	 {"\ufe0f", VG_VISIBLE, 3},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(signs); i++) {
		size_t bytes = 0;

		assert_int_equal(vg_text_visibility(signs[i].text, &bytes), signs[i].is);
		assert_int_equal(bytes, signs[i].bytes);
	}
}

static void test_names_of_files_are_text(void **state)
{
	(void)state;
	assert_string_equal(text_of_file_name(&arena, "来访.csv"), "来访.csv");
	assert_string_equal(text_of_file_name(&arena, "\xc0\xb4\xb7\xc3.csv"), "来访.csv");
	assert_string_equal(text_of_file_name(&arena, "a\xff" "b.csv"), "a?b.csv");
}

static void test_broken_utf8_is_read_to_its_end(void **state)
{
	static const char *const broken[] = {"\xe5\xbc", "\xff\xfe", "\xf0\x9f\x98", "a\xc3", "\x80"};

	(void)state;
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		const char *at = broken[i];

		while (text_next(&at))
			;
		assert_ptr_equal(at, broken[i] + strlen(broken[i]));
		text_key(&arena, broken[i]);
	}
}

static int free_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_names_as_shown),
		cmocka_unit_test(test_readings),
		cmocka_unit_test(test_width_and_trimming),
		cmocka_unit_test(test_lines_end_between_names),
		cmocka_unit_test(test_what_can_be_seen),
		cmocka_unit_test(test_names_of_files_are_text),
		cmocka_unit_test(test_broken_utf8_is_read_to_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, free_arena);
}
