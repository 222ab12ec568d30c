/* test_values.c - words and dates, as lists write them. */
#include "graph/text.h"

#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ── Words ───────────────────────────────────────────────────────────────────────────────────────────── */

static void test_types(void **state)
{
	static const struct {
		const char *word;
		vg_type type;
	} cases[] = {
		{"visit", VG_VISIT},	  {"Visit", VG_VISIT},	    {"考察", VG_VISIT},
		{" 拜访 ", VG_VISIT},	  {"商务考察", VG_VISIT},   {"考察活动", VG_VISIT},
		{"座谈", VG_MEETING},	  {"商务洽谈", VG_MEETING}, {"签约仪式", VG_SIGNING},
		{"项目签约", VG_SIGNING}, {"论坛", VG_CONFERENCE},  {"招商推介会", VG_CONFERENCE},
		{"其他", VG_OTHER},	  {"乱写", VG_ANY_TYPE},    {"", VG_ANY_TYPE},
		{NULL, VG_ANY_TYPE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(vg_type_parse(cases[i].word), cases[i].type);
}

static void test_statuses(void **state)
{
	static const struct {
		const char *word;
		vg_tie_status status;
	} cases[] = {
		{"discussed", VG_DISCUSSED}, {"交流", VG_DISCUSSED},	{"正在洽谈", VG_DISCUSSED},
		{"洽谈中", VG_DISCUSSED},    {"意向", VG_INTENDED},	{"拟签约", VG_INTENDED},
		{"达成共识", VG_INTENDED},   {"签订", VG_SIGNED},	{"已签约", VG_SIGNED},
		{"Signed", VG_SIGNED},	     {"合作中", VG_OPERATING},	{"已落地", VG_OPERATING},
		{"终止", VG_ENDED},	     {"未签约", VG_ANY_STATUS}, {"拟终止", VG_ANY_STATUS},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(vg_tie_status_parse(cases[i].word), cases[i].status);
}

static void test_names(void **state)
{
	(void)state;
	for (int kind = VG_PERSON; kind <= VG_PLACE; kind++)
		assert_int_equal(vg_kind_parse(vg_kind_name((vg_kind)kind)), kind);
	for (int type = VG_VISIT; type <= VG_OTHER; type++)
		assert_int_equal(vg_type_parse(vg_type_name((vg_type)type)), type);
	for (int status = VG_DISCUSSED; status <= VG_ENDED; status++)
		assert_int_equal(vg_tie_status_parse(vg_tie_status_name((vg_tie_status)status)), status);
	assert_string_equal(vg_role_name(VG_COMPANION), "companion");
	assert_string_equal(vg_relation_name(VG_LOCATED_IN), "located_in");
	assert_string_equal(vg_kind_name(VG_ANY_KIND), "");
	assert_string_equal(vg_type_name((vg_type)99), "");
}

/* ── Dates ───────────────────────────────────────────────────────────────────────────────────────────── */

struct date_case {
	const char *text;
	int year; /* of the rows above */
	const char *from, *until;
};

static void check_dates(const struct date_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int year = cases[i].year;
		vg_date date;
		vg_error error;

		if (vg_date_parse(&date, cases[i].text, &year, &error))
			fail_msg("%s", error.message);
		assert_string_equal(date.from, cases[i].from);
		assert_string_equal(date.until, cases[i].until);
	}
}

static void test_forms(void **state)
{
	static const struct date_case cases[] = {
		{"2023-02-01", 0, "2023-02-01", ""},
		{"2023/2/1", 0, "2023-02-01", ""},
		{"2023.2.1", 0, "2023-02-01", ""},
		{"20230201", 0, "2023-02-01", ""},
		{"2023年2月1日", 0, "2023-02-01", ""},
		{"2023年2月1号", 0, "2023-02-01", ""},
		{"2023 年 2 月 1 日", 0, "2023-02-01", ""},
		{"二〇二三年二月一日", 0, "2023-02-01", ""},
		{"二零二三年十二月三十一日", 0, "2023-12-31", ""},
		{"２０２３－０２－０１", 0, "2023-02-01", ""},
		{" 2023-02-01\u3000", 0, "2023-02-01", ""},
		{"", 0, "", ""},
		{NULL, 0, "", ""},
	};

	(void)state;
	check_dates(cases, COUNT(cases));
}

static void test_precision(void **state)
{
	static const struct date_case cases[] = {
		{"2023年2月", 0, "2023-02", ""},
		{"2023-02", 0, "2023-02", ""},
		{"2023/2", 0, "2023-02", ""},
		{"2023", 0, "2023", ""},
		{"2023年", 0, "2023", ""},
		{"2月", 2023, "2023-02", ""},
		{"2024年2月下旬", 0, "2024-02-21", "2024-02-29"},
		{"3月上旬", 2023, "2023-03-01", "2023-03-10"},
	};

	(void)state;
	check_dates(cases, COUNT(cases));
}

static void test_times(void **state)
{
	static const struct date_case cases[] = {
		{"2023/2/1 0:00:00", 0, "2023-02-01", ""},
		{"2023-02-01 14:30", 0, "2023-02-01", ""},
		{"2023-02-01T00:00:00", 0, "2023-02-01", ""},
		{"2023-02-01T00:00:00.000Z", 0, "2023-02-01", ""},
		{"2023-02-01T08:00:00+08:00", 0, "2023-02-01", ""},
		{"2023年2月1日（星期三）上午9:00-11:00", 0, "2023-02-01", ""},
		{"2023年2月1日14时30分", 0, "2023-02-01", ""},
		{"2023年2月5日周日", 0, "2023-02-05", ""},
		{"2月1日上午", 2023, "2023-02-01", ""},
	};

	(void)state;
	check_dates(cases, COUNT(cases));
}

static void test_ranges(void **state)
{
	static const struct date_case cases[] = {
		{"1月31日~2月2日", 2023, "2023-01-31", "2023-02-02"},
		{"2023-01-31/2023-02-02", 0, "2023-01-31", "2023-02-02"},
		{"2023-01-31 - 2023-02-02", 0, "2023-01-31", "2023-02-02"},
		{"2023年1月31日至2月2日", 0, "2023-01-31", "2023-02-02"},
		{"2023年1月31日—2023年2月2日", 0, "2023-01-31", "2023-02-02"},
		{"2023年2月1-3日", 0, "2023-02-01", "2023-02-03"},
		{"2023.2.1-2.3", 0, "2023-02-01", "2023-02-03"},
		{"2023-2024", 0, "2023", "2024"},
		{"2023.2～5", 0, "2023-02", "2023-05"},
		{"2023-02-01~2023-02-01", 0, "2023-02-01", ""},
		{"2022年12月30日到2023年1月2日", 0, "2022-12-30", "2023-01-02"},
	};

	(void)state;
	check_dates(cases, COUNT(cases));
}

static void test_refusals(void **state)
{
	static const struct {
		const char *text, *what;
	} cases[] = {
		{"18/02/2020", "not a date"},	 {"2020/18/02", "no such day"},
		{"2023-02-29", "no such day"},	 {"2023-13-01", "no such day"},
		{"2023-00-01", "not a date"},	 {"202302", "not a date"},
		{"23年2月1日", "not a date"},	 {"2月1日", "the year of"},
		{"3月上旬", "the year of"},	 {"45000", "serial number"},
		{"45000.5", "serial number"},	 {"0999-01-01", "not a date"},
		{"3000-01-01", "not a date"},	 {"2023-02-02~2023-02-01", "ends before it begins"},
		{"2023-02-01-03", "not a date"}, {"今天", "not a date"},
		{"2023年春", "not a date"},	 {"2023-02-01 and more", "not a date"},
		{"5日", "not a date"},		 {"2月1日2月2日", "not a date"},
		{"99999999", "not a date"},	 {"-", "not a date"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		vg_date date = {"as it", "was"};
		int year = 0;
		vg_error error;

		assert_int_equal(vg_date_parse(&date, cases[i].text, &year, &error), VG_BAD_INPUT);
		if (!strstr(error.message, cases[i].what))
			fail_msg("%s: %s", cases[i].text, error.message);
		assert_string_equal(date.from, "as it");
		assert_int_equal(year, 0);
	}
}

static void test_year_goes_down(void **state)
{
	vg_date date;
	vg_error error;
	int year = 0;

	(void)state;
	assert_int_equal(vg_date_parse(&date, "2022年12月30日~2023年1月2日", &year, &error), VG_OK);
	assert_int_equal(year, 2023);
	assert_int_equal(vg_date_parse(&date, "", &year, &error), VG_OK);
	assert_int_equal(vg_date_parse(&date, "3月中旬", &year, &error), VG_OK);
	assert_string_equal(date.until, "2023-03-20");
}

/* A message is one line, and cut between characters. */
static void test_excerpts(void **state)
{
	char out[EXCERPT], text[400] = "";
	vg_date date;
	vg_error error;

	(void)state;
	for (unsigned i = 0; i < 60; i++)
		strcat(text, "长\n");
	text_excerpt(out, text);
	assert_null(strchr(out, '\n'));
	assert_string_equal(out + strlen(out) - 3, "…");
	assert_int_equal(vg_date_parse(&date, text, NULL, &error), VG_BAD_INPUT);
	assert_null(strchr(error.message, '\n'));
	assert_string_equal(text_excerpt(out, "短"), "短");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{"words for kinds of occasion are known in English and Chinese, alone and at the end of a compound",
		 test_types, NULL, NULL, NULL},
		{"words for the status of a tie are known, with their tense", test_statuses, NULL, NULL, NULL},
		{"every name of the model is read back as what it names", test_names, NULL, NULL, NULL},
		{"a day is read in every form that lists write", test_forms, NULL, NULL, NULL},
		{"a date keeps its precision", test_precision, NULL, NULL, NULL},
		{"a time of day, a weekday, half of a day do not change the day", test_times, NULL, NULL, NULL},
		{"a range takes from its beginning what its end does not say", test_ranges, NULL, NULL, NULL},
		{"what could mean two days, or none, is an error that says why", test_refusals, NULL, NULL, NULL},
		{"the year is known from the rows above", test_year_goes_down, NULL, NULL, NULL},
		{"a message quotes the beginning of a long text, on one line", test_excerpts, NULL, NULL, NULL},
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
