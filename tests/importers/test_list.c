/* test_list.c - lists are imported whole or not at all, and no row vanishes. */
#include "importers/importers.h"

#include <setjmp.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static char folder[] = "/tmp/visitgraph-test-XXXXXX";
static vg_graph *graph;
static struct text heard; /* what an import told, and how it ended */

static int enter_folder(void **state)
{
	(void)state;
	return !mkdtemp(folder) || chdir(folder);
}

static int leave_folder(void **state)
{
	(void)state;
	return chdir("/") || rmdir(folder);
}

static int open_graph(void **state)
{
	vg_error error;

	(void)state;
	return vg_graph_open(&graph, "graph.db", VG_WRITE, &error) != VG_OK;
}

static int close_graph(void **state)
{
	static const char *const files[] = {"graph.db", "list.csv", "list.csv.rejected.csv", "list.csv.rejected.1.csv",
					    "list.csv.rejected.2.csv"};

	(void)state;
	vg_graph_free(graph);
	text_free(&heard);
	for (size_t i = 0; i < COUNT(files); i++)
		unlink(files[i]);
	return 0;
}

static void hear(void *self, vg_severity severity, const char *where, const char *message)
{
	static const char signs[] = {[VG_NOTE] = '-', [VG_WARNING] = '?', [VG_PROBLEM] = '!'};

	(void)self;
	text_print(&heard, "%c %s%s%s\n", signs[severity], where ? where : "", where ? " " : "", message);
}

static void write_file(const char *path, const char *bytes)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_true(fputs(bytes, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void check_file(const char *path, const char *expected)
{
	char bytes[4096];
	FILE *file = fopen(path, "rb");
	size_t length;

	assert_non_null(file);
	length = fread(bytes, 1, sizeof bytes - 1, file);
	fclose(file);
	bytes[length] = '\0';
	assert_string_equal(bytes, expected);
}

static const char *import_file(const char *path, vg_import_options options)
{
	vg_import_summary summary;
	vg_error error;

	text_free(&heard);
	options.listener = (vg_listener){.tell = hear};
	if (vg_import(&summary, graph, path, &options, &error)) {
		text_print(&heard, "%d %s", (int)error.status, error.message);
		return heard.bytes;
	}
	text_print(&heard, "%s %zu = %zu + %zu + %zu%s%s%s", summary.kind, summary.rows, summary.imported,
		   summary.known, summary.rejected, summary.is_repeat ? " again" : "", *summary.rejects ? " " : "",
		   summary.rejects);
	return heard.bytes;
}

static const char *import_text(const char *text, vg_import_options options)
{
	write_file("list.csv", text);
	return import_file("list.csv", options);
}

#define NO_OPTIONS ((vg_import_options){0})
#define SKIPPING ((vg_import_options){.skips_bad = true})

/* ── What is a list ──────────────────────────────────────────────────────────────────────────────────── */

static void test_shapes(void **state)
{
	static const char *const texts[] = {
		"姓名,职务\n张三,书记\n",
		"姓名;职务\r\n张三;书记\r\n",
		"姓名\t职务\r张三\t书记",
		"\xEF\xBB\xBF姓名,职务\n张三,书记",
		"sep=;\r\n姓名;职务\r\n张三;书记\r\n",
		"\n\n姓名,职务\n\n张三,书记\n,\n\n",
		"\"姓名\" ,\"职务\"\n\"张三\",书记\n",
		"名单,\n姓名,职务,,\n张三,书记,,\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *said = import_text(texts[i], NO_OPTIONS);

		if (!strstr(said, "people 1 = 1 + 0 + 0"))
			fail_msg("%zu: %s", i, said);
	}
}

static void test_no_lists(void **state)
{
	(void)state;
	assert_string_equal(import_text("", NO_OPTIONS), "4 list.csv: the file is empty: no heading, no rows");
	assert_string_equal(import_text("\n \n", NO_OPTIONS), "4 list.csv: the file is empty: no heading, no rows");
	assert_string_equal(
		import_text("甲,乙\n1,2\n", NO_OPTIONS),
		"4 list.csv:1: no heading of a list that is known here: '甲, 乙' (people need name 姓名, organizations name "
		"单位名称, places name 地名, visits a person or organization that visits or hosts, 来访人 or 接待单位, ties a 甲方 and b 乙方)");
	assert_string_equal(import_text("姓名,职务\n", NO_OPTIONS), "people 0 = 0 + 0 + 0");
	assert_string_equal(import_text("姓名,职务\n", ((vg_import_options){.as = "guests"})),
			    "3 no such kind of list: 'guests' (people, organizations, places, visits, ties)");
	assert_string_equal(import_text("a,b\n", ((vg_import_options){.as = "people"})),
			    "4 list.csv:1: a list of people needs the heading: name 姓名");
}

static void test_warnings(void **state)
{
	(void)state;
	assert_string_equal(import_text("2023年名单,,\n\n姓名,年龄,职务\n张三,50,书记\n", NO_OPTIONS),
			    "? list.csv:1 a line above the heading, not read: '2023年名单'\n"
			    "? list.csv:3:2 unknown heading '年龄': its cells are kept as notes\n"
			    "people 1 = 1 + 0 + 0");
}

/* ── Rows and their lines ────────────────────────────────────────────────────────────────────────────── */

/* The last row is bad, so its line is told. */
static void check_line(const char *rows, const char *where)
{
	struct text list = {0};
	const char *said;

	text_print(&list, "姓名,任职时间\n%s", rows);
	said = import_text(list.bytes, NO_OPTIONS);
	text_free(&list);
	if (strncmp(said, where, strlen(where)))
		fail_msg("%s, not %s", said, where);
}

static void test_lines(void **state)
{
	(void)state;
	check_line("张三,2023\n李四,不日\n", "! list.csv:3:2 ");
	check_line("张三,2023\r\n李四,不日\r\n", "! list.csv:3:2 ");
	check_line("张三,2023\r李四,不日\r", "! list.csv:3:2 ");
	check_line("\n\n张三,2023\n\n\n李四,不日", "! list.csv:7:2 ");
	check_line("\r\n\r\n张三,2023\r\n\r\n李四,不日", "! list.csv:6:2 ");
	check_line("\"张\n三\",2023\n\"李\r\n四\",不日\n", "! list.csv:4:2 ");
	check_line("\"张\n\n三\",2023\n李四,不日\n", "! list.csv:5:2 ");
	check_line("  \n张三,2023\n李四,不日\n", "! list.csv:4:2 ");
}

static void test_quotes(void **state)
{
	(void)state;
	assert_string_equal(import_text("姓名,职务\n张\"小\"三,\"书\"\"记\"\n", NO_OPTIONS), "people 1 = 1 + 0 + 0");
	assert_string_equal(
		import_text("姓名,职务\n\"张\"三,书记\n李四,主任\n", NO_OPTIONS),
		"! list.csv:2:1 text behind a closing quote (inside a quoted cell, write \"\" for a quote)\n"
		"4 list.csv: rows with problems: 1 of 2; nothing was imported (--skip-bad imports the others)");
	assert_string_equal(
		import_text("姓名,职务\n\"张\"三,书记\n李四,主任\n", SKIPPING),
		"! list.csv:2:1 text behind a closing quote (inside a quoted cell, write \"\" for a quote)\n"
		"people 2 = 1 + 0 + 1 list.csv.rejected.csv");
	assert_string_equal(import_text("姓名,职务\n王五,主任\n张三,\"书记\n李四,主任\n", SKIPPING),
			    "4 list.csv:3:2: the quote that opens in this cell is never closed");
}

static void begins(const char *said, const char *expected)
{
	if (strncmp(said, expected, strlen(expected)))
		fail_msg("%s", said);
}

static void test_endless(void **state)
{
	static const char *const beginnings[] = {"姓名\n", "姓名\n\"", "姓名\n\"a\"b"};
	static const char *const fillers[] = {"x", ",", "x,", "\n"};

	(void)state;
	for (size_t i = 0; i < COUNT(beginnings); i++)
		for (size_t j = 0; j < COUNT(fillers); j++) {
			struct text list = {0};

			text_put(&list, beginnings[i]);
			while (list.length < 3 * 1024 * 1024)
				text_put(&list, fillers[j]);
			import_text(list.bytes, NO_OPTIONS);
			text_free(&list);
		}
	assert_string_equal(
		heard.bytes,
		"! list.csv:2:1 text behind a closing quote (inside a quoted cell, write \"\" for a quote)\n"
		"4 list.csv: rows with problems: 1 of 1; nothing was imported (--skip-bad imports the others)");
}

static void test_bad_cells(void **state)
{
	struct text list = {0};

	(void)state;
	assert_string_equal(import_text("姓名,职务\n张三\n李四,主任,,\n", NO_OPTIONS), "people 2 = 2 + 0 + 0");
	assert_string_equal(
		import_text("姓名,职务\n李四,主任,,多\n", NO_OPTIONS),
		"! list.csv:2:4 more cells than headings\n"
		"4 list.csv: rows with problems: 1 of 1; nothing was imported (--skip-bad imports the others)");
	begins(import_text("姓名,职务\n李\a四,主任\n", NO_OPTIONS), "! list.csv:2:1 a control character\n");
	begins(import_text("姓名,职务\n—,主任\n", NO_OPTIONS), "! list.csv:2:1 姓名: this cell must not be empty\n");
	text_put(&list, "姓名,职务\n李四,");
	for (unsigned i = 0; i < 65537; i++)
		text_add(&list, "x", 1);
	begins(import_text(list.bytes, NO_OPTIONS), "! list.csv:2:2 longer than 64 KiB\n");
	text_free(&list);
}

static void test_values_checked(void **state)
{
	(void)state;
	assert_string_equal(
		import_text(
			"甲方,乙方,进展,日期,结束日期\nA公司,B公司,胡说,2023-02-30,\nA公司,,签约,2023-02-02,2023-02-01\n",
			NO_OPTIONS),
		"! list.csv:2:4 日期: no such day: '2023-02-30'\n"
		"! list.csv:2:3 进展: no such status: '胡说' (write discussed, intended, signed, operating or ended; or call the column notes 备注)\n"
		"! list.csv:3:5 结束日期: ends before it begins: '2023-02-01'\n"
		"! list.csv:3:2 乙方: this cell must not be empty\n"
		"4 list.csv: rows with problems: 2 of 2; nothing was imported (--skip-bad imports the others)");
	assert_string_equal(
		import_text("来访人,日期,结束日期\n张三,,2023\n", NO_OPTIONS),
		"! list.csv:2:3 结束日期: an end without a beginning: '2023'\n"
		"4 list.csv: rows with problems: 1 of 1; nothing was imported (--skip-bad imports the others)");
	assert_string_equal(
		import_text("单位名称,统一社会信用代码\nA公司,91350100M000100Y44\n", NO_OPTIONS),
		"! list.csv:2:2 统一社会信用代码: not a unified social credit code (18 signs, the last a check sign): "
		"'91350100M000100Y44'\n"
		"4 list.csv: rows with problems: 1 of 1; nothing was imported (--skip-bad imports the others)");
	assert_string_equal(
		import_text("地名,经度\n二七区,213\n", NO_OPTIONS),
		"! list.csv:2:2 经度: not a number of degrees from -180 to 180: '213'\n"
		"4 list.csv: rows with problems: 1 of 1; nothing was imported (--skip-bad imports the others)");
}

static void test_many_problems(void **state)
{
	struct text list = {0};
	const char *said;
	size_t told = 0;

	(void)state;
	text_put(&list, "姓名,任职时间\n");
	for (unsigned i = 0; i < 50; i++)
		text_put(&list, "张三,不日\n李四,2023\n");
	said = import_text(list.bytes, NO_OPTIONS);
	for (const char *at = said; (at = strstr(at, "not a date")); at++)
		told++;
	assert_int_equal(told, 20);
	assert_non_null(strstr(said, "! list.csv problems that are not listed: 30\n"));
	assert_non_null(strstr(said, "rows with problems: 50 of 100;"));
	text_free(&list);
}

/* ── Rejected rows ───────────────────────────────────────────────────────────────────────────────────── */

static void test_rejects(void **state)
{
	(void)state;
	assert_true(
		strstr(import_text("姓名;任职时间;备注\n张三;不日;\"一\n二;\"\"三\"\"\"\n李四;2023;\n王五;也不;=1+1\n",
				   SKIPPING),
		       "people 3 = 1 + 0 + 2 list.csv.rejected.csv"));
	check_file("list.csv.rejected.csv",
		   "\xEF\xBB\xBF姓名;任职时间;备注;error\r\n"
		   "张三;不日;\"一\n二;\"\"三\"\"\";任职时间: not a date: '不日' (write it as 2023-02-01)\r\n"
		   "王五;也不;'=1+1;任职时间: not a date: '也不' (write it as 2023-02-01)\r\n");
	assert_string_equal(
		import_text("姓名;任职时间;备注\n张三;不日;\"一\n二;\"\"三\"\"\"\n李四;2023;\n王五;也不;=1+1\n",
			    SKIPPING),
		"people 3 = 0 + 1 + 2 again");
	assert_string_equal(import_file("list.csv", NO_OPTIONS), "people 3 = 0 + 1 + 2 again");
}

static void test_corrected_rejects(void **state)
{
	(void)state;
	import_text("姓名,任职时间\n张三,不日\n李四,2023\n", SKIPPING);
	write_file("list.csv.rejected.csv", "\xEF\xBB\xBF姓名,任职时间,error\r\n张三,2023-02,任职时间: not a date\r\n");
	assert_string_equal(import_file("list.csv.rejected.csv", NO_OPTIONS), "people 1 = 1 + 0 + 0");
}

static void test_older_rejects(void **state)
{
	(void)state;
	write_file("list.csv.rejected.csv", "somebody's corrections");
	write_file("list.csv.rejected.1.csv", "older ones");
	assert_string_equal(import_text("姓名,任职时间\n张三,不日\n", SKIPPING),
			    "! list.csv:2:2 任职时间: not a date: '不日' (write it as 2023-02-01)\n"
			    "- the older 'list.csv.rejected.csv' is now 'list.csv.rejected.2.csv'\n"
			    "people 1 = 0 + 0 + 1 list.csv.rejected.csv");
	check_file("list.csv.rejected.2.csv", "somebody's corrections");
	check_file("list.csv.rejected.1.csv", "older ones");
}

static void test_dry_run(void **state)
{
	(void)state;
	assert_true(strstr(import_text("姓名,任职时间\n张三,不日\n李四,2023\n",
				       ((vg_import_options){.skips_bad = true, .is_dry_run = true})),
			   "people 2 = 1 + 0 + 1"));
	assert_int_equal(access("list.csv.rejected.csv", F_OK), -1);
	assert_true(strstr(import_text("姓名,任职时间\n张三,不日\n李四,2023\n", SKIPPING), "people 2 = 1 + 0 + 1"));
}

/* ── The same again ──────────────────────────────────────────────────────────────────────────────────── */

static void test_repeats(void **state)
{
	(void)state;
	assert_string_equal(import_text("姓名,职务\n张三,书记\n张三,书记\n", NO_OPTIONS), "people 2 = 1 + 1 + 0");
	assert_string_equal(import_text("姓名,职务\n张三,书记\n张三,书记\n", NO_OPTIONS), "people 2 = 0 + 2 + 0 again");
	assert_string_equal(import_text("姓名,职务\n张三,副书记\n", NO_OPTIONS), "people 1 = 1 + 0 + 0");
	assert_string_equal(import_text("姓名,职务\n张三,副书记\n",
					((vg_import_options){.source = "https://example.org/"})),
			    "people 1 = 1 + 0 + 0");
}

/* ── Visits ──────────────────────────────────────────────────────────────────────────────────────────── */

static void describe(struct text *all, const vg_view *view, const vg_participant *participant)
{
	text_print(all, "%s%s %s", vg_role_name(participant->role), participant->is_lead ? "*" : "",
		   view->nodes[participant->node].name);
	if (participant->title)
		text_print(all, " (%s)", participant->title);
	if (participant->organization != VG_NONE)
		text_print(all, " @%s", view->nodes[participant->organization].name);
	text_put(all, "\n");
}

static void check_visit(const char *cells, const char *expected)
{
	struct text list = {0}, all = {0};
	vg_view *view;
	vg_error error;

	text_print(&list, "日期,带队领导,来访人员,来访人职务,来访单位,接待人,接待单位,陪同人员\n2023-02-01,%s\n", cells);
	assert_string_equal(import_text(list.bytes, NO_OPTIONS), "visits 1 = 1 + 0 + 0");
	assert_int_equal(vg_visits(&view, graph, &(vg_query){0}, &error), VG_OK);
	assert_int_equal(view->event_count, 1);
	for (size_t i = 0; i < view->events[0].participant_count; i++)
		describe(&all, view, &view->events[0].participants[i]);
	assert_string_equal(all.bytes, expected);
	vg_view_free(view);
	text_free(&all);
	text_free(&list);
}

static void test_visitors(void **state)
{
	(void)state;
	/* one organization is everybody's, one title the first's */
	check_visit(",张三、李四,书记,高新区,,,", "visitor* 张三 (书记) @高新区\nvisitor 李四 @高新区\n");
	/* as many organizations as persons, titles by ; */
	check_visit(",张三、李四,书记；主任、局长,甲公司；乙公司,,,",
		    "visitor* 张三 (书记) @甲公司\nvisitor 李四 (主任、局长) @乙公司\n");
	/* another number of organizations: they stand for themselves */
	check_visit(",张三（丙集团，总经理）、李四、王五,,甲公司；乙公司,,,",
		    "visitor* 张三 (总经理) @丙集团\nvisitor 李四\nvisitor 王五\nvisitor 甲公司\nvisitor 乙公司\n");
	/* nobody but organizations */
	check_visit(",—,,甲公司、乙公司,,丙集团,", "visitor 甲公司\nvisitor 乙公司\nhost 丙集团\n");
}

static void test_leads(void **state)
{
	(void)state;
	check_visit(",张三、李四（带队）,,,,,", "visitor* 李四\nvisitor 张三\n");
	check_visit("李四,张三、李四,,高新区,,,", "visitor* 李四 @高新区\nvisitor 张三 @高新区\n");
	check_visit("王五(区长),张三,,高新区,,,", "visitor* 王五 (区长) @高新区\nvisitor 张三 @高新区\n");
	check_visit("王五,,书记,高新区,,,", "visitor* 王五 (书记) @高新区\n");
	check_visit("王五,张三,,,,,", "visitor* 王五\nvisitor 张三\n");
	check_visit("区领导,张三,,高新区,,,", "visitor* 张三 @高新区\n");
}

static void test_companions(void **state)
{
	(void)state;
	check_visit(",张三,,高新区,吴通红(董事长),光明集团,投资促进中心；李雅（二七区党委副书记）、区招商局负责人",
		    "visitor* 张三 @高新区\nhost 吴通红 (董事长) @光明集团\ncompanion 投资促进中心\n"
		    "companion 李雅 (党委副书记) @二七区\ncompanion 区招商局\n");
}

static void test_entourage(void **state)
{
	vg_view *view;
	vg_error error;
	struct text all = {0};

	(void)state;
	assert_string_equal(import_text("日期,来访单位,来访人员,随行人员,接待领导\n"
					"2023-02-01,甲公司,王强,李倩（副总经理）、王强（总裁）,张三\n"
					"2023-02-02,甲公司,,李倩,张三\n",
					NO_OPTIONS),
			    "visits 2 = 2 + 0 + 0");
	assert_int_equal(vg_visits(&view, graph, &(vg_query){0}, &error), VG_OK);
	assert_int_equal(view->event_count, 2);
	for (size_t i = 0; i < view->event_count; i++)
		for (size_t k = 0; k < view->events[i].participant_count; k++)
			describe(&all, view, &view->events[i].participants[k]);
	assert_string_equal(all.bytes, "visitor* 王强 (总裁) @甲公司\nvisitor 李倩 (副总经理) @甲公司\nhost 张三\n"
				       "visitor* 李倩 @甲公司\nhost 张三\n");
	vg_view_free(view);
	text_free(&all);
}

static void test_types(void **state)
{
	static const struct {
		const char *heading;
		vg_type type;
	} cases[] = {
		{"会见时间,来访客商,会见领导", VG_MEETING}, {"座谈时间,来访单位,接待领导", VG_MEETING}, {"日期,来访单位,会见人", VG_MEETING},
		{"考察时间,来访单位,接待领导", VG_VISIT},   {"接待时间,来访单位,会见领导", VG_VISIT},	{"日期,来访单位,接待领导", VG_VISIT},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text list = {0};
		vg_view *view;
		vg_error error;

		text_print(&list, "%s\n2023-02-%02zu,甲公司,张三\n", cases[i].heading, i + 1);
		assert_string_equal(import_text(list.bytes, NO_OPTIONS), "visits 1 = 1 + 0 + 0");
		assert_int_equal(vg_visits(&view, graph, &(vg_query){0}, &error), VG_OK);
		assert_int_equal(view->event_count, 1);
		assert_int_equal(view->events[0].type, cases[i].type);
		vg_view_free(view);
		text_free(&list);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{"a list is read whatever its delimiter, line ends and blank lines", test_shapes, open_graph,
		 close_graph, NULL},
		{"what is no list is refused", test_no_lists, open_graph, close_graph, NULL},
		{"a title line and unknown headings are told", test_warnings, open_graph, close_graph, NULL},
		{"a problem is told with the line of the file", test_lines, open_graph, close_graph, NULL},
		{"a wrong quote costs one row, an endless one the file", test_quotes, open_graph, close_graph, NULL},
		{"a row without end ends the import, not the memory", test_endless, open_graph, close_graph, NULL},
		{"cells too many, too long, missing or unprintable are told", test_bad_cells, open_graph, close_graph,
		 NULL},
		{"dates, words, codes and numbers are checked", test_values_checked, open_graph, close_graph, NULL},
		{"twenty problems are told, all are counted", test_many_problems, open_graph, close_graph, NULL},
		{"rejected rows are kept complete, with the reason", test_rejects, open_graph, close_graph, NULL},
		{"corrected, they are a list like any other", test_corrected_rejects, open_graph, close_graph, NULL},
		{"an older file of rejected rows is moved aside", test_older_rejects, open_graph, close_graph, NULL},
		{"a dry run leaves nothing behind", test_dry_run, open_graph, close_graph, NULL},
		{"the same again is known", test_repeats, open_graph, close_graph, NULL},
		{"persons, titles and organizations of a visit are brought together", test_visitors, open_graph,
		 close_graph, NULL},
		{"whoever is said to lead leads, else the first", test_leads, open_graph, close_graph, NULL},
		{"who travels with the visitors is of them", test_entourage, open_graph, close_graph, NULL},
		{"a list of meetings says so in its headings", test_types, open_graph, close_graph, NULL},
		{"companions may be organizations", test_companions, open_graph, close_graph, NULL},
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
