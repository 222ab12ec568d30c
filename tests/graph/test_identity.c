/* test_identity.c - who is who, and which reports are of one event; in every order. */
#include "tests/graph/graph_fixture.h"

#define VISIT(visitor, visitor_organization, host)                                                                  \
	(const vg_mention[])                                                                                        \
	{                                                                                                           \
		{.kind = VG_PERSON, .role = VG_VISITOR, .name = (visitor), .organization = (visitor_organization)}, \
		{                                                                                                   \
			.kind = VG_ORGANIZATION, .role = VG_HOST, .name = (host)                                    \
		}                                                                                                   \
	}

static void test_a_bare_name_joins_the_only_person_of_that_name(void **state)
{
	const vg_record first[] = {record_of_visit("2023-02-01", VISIT("王伟", "甲公司", "丙公司"))};
	const vg_record bare[] = {record_of_visit("2023-02-02", VISIT("王伟", NULL, "丁公司"))};
	const vg_record second[] = {record_of_visit("2023-02-03", VISIT("王伟", "乙公司", "丙公司"))};
	vg_graph *graph = graph_new();
	vg_error error = {0};

	(void)state;
	graph_tell(graph, 1, bare, 1);
	assert_found(graph, "王伟", "王伟 person");
	graph_tell(graph, 2, first, 1);
	assert_found(graph, "王伟", "王伟@甲公司 person");
	graph_tell(graph, 3, second, 1); /* and stops being him when there is another */
	assert_found(graph, "王伟", "王伟 person, 王伟@甲公司 person, 王伟@乙公司 person");
	assert_found(graph, "王伟@乙公司", "王伟@乙公司 person");
	assert_int_equal(vg_undo(graph, 3, NULL, &error), VG_OK);
	assert_found(graph, "王伟", "王伟@甲公司 person");
	vg_graph_free(graph);
}

static void test_a_form_of_address_is_nobody_in_particular(void **state)
{
	const vg_record visits[] = {record_of_visit("2023-02-01", VISIT("王局长", "商务局", "丙公司")),
				    record_of_visit("2023-02-02", VISIT("王局长", NULL, "丁公司"))};
	vg_graph *graph = graph_new();

	(void)state;
	graph_tell(graph, 1, visits, 2);
	assert_found(graph, "王局长", "王局长@商务局 person, 王局长 person");
	vg_graph_free(graph);
}

static void test_spellings_aliases_and_codes_lead_to_one_organization(void **state)
{
	static const char *const aliases[] = {"正星科技", "正星"};
	vg_record coded = record_of_organization("正星科技（郑州）公司", NULL, 0, NULL);
	vg_record listed = record_of_organization("正星科技股份有限公司", aliases, 2, NULL);
	vg_graph *graph = graph_new();

	(void)state;
	coded.code = listed.code = "91410100170000000X";
	graph_tell(graph, 1, (vg_record[]){listed, coded, record_of_visit("2023", VISIT("李 四", "ＦＥＶ集团", "正星"))}, 3);
	graph_tell(graph, 2, (vg_record[]){record_of_visit("2024", VISIT("李四", "fev集团", "正星科技(郑州)公司"))}, 1);
	assert_found(graph, "正星", "正星科技股份有限公司 organization");
	assert_found(graph, "正星科技【郑州】公司", "正星科技股份有限公司 organization");
	assert_found(graph, "FEV集团", "fev集团 organization");
	assert_found(graph, "李四", "李四@fev集团 person");
	vg_graph_free(graph);
}

static void test_an_alias_that_two_claim_is_left_apart(void **state)
{
	static const char *const alias[] = {"高新区"};
	const vg_record zhengzhou = record_of_place("郑州高新区", alias, 1), wuhan = record_of_place("武汉高新区", alias, 1);
	vg_graph *graph = graph_new();

	(void)state;
	graph_tell(graph, 1, &zhengzhou, 1);
	assert_found(graph, "高新区", "郑州高新区 place");
	graph_tell(graph, 2, &wuhan, 1);
	assert_found(graph, "高新区", "高新区 place, 郑州高新区 place, 武汉高新区 place");
	vg_graph_free(graph);
}

static void test_a_party_is_a_place_if_a_list_says_so_or_it_ends_like_one(void **state)
{
	const vg_record visit = record_of_visit("2023", VISIT("孙涛", "哈密市", "梧桐广场"));
	const vg_record place = record_of_place("梧桐广场", NULL, 0);
	vg_graph *graph = graph_new();

	(void)state;
	graph_tell(graph, 1, &visit, 1);
	assert_found(graph, "哈密市", "哈密市 place");
	assert_found(graph, "梧桐广场", "梧桐广场 organization");
	graph_tell(graph, 2, &place, 1);
	assert_found(graph, "梧桐广场", "梧桐广场 place");
	vg_graph_free(graph);
}

static void test_a_namesake_in_the_parent_is_the_same_unless_two_parts_have_one(void **state)
{
	const vg_record one[] = {record_of_organization("森思达", NULL, 0, "正星集团"), record_of_person("赵敏", "森思达", "总经理"),
				 record_of_person("赵敏", "正星集团", "副总裁")};
	const vg_record other[] = {record_of_organization("正荣恒", NULL, 0, "正星集团"), record_of_person("赵敏", "正荣恒", "会计")};
	vg_graph *graph = graph_new();

	(void)state;
	graph_tell(graph, 1, one, 3);
	assert_found(graph, "赵敏", "赵敏@森思达 person");
	graph_tell(graph, 2, other, 2);
	assert_found(graph, "赵敏", "赵敏@森思达 person, 赵敏@正星集团 person, 赵敏@正荣恒 person");
	vg_graph_free(graph);
}

static void test_a_mayor_in_the_government_is_the_one_of_the_city(void **state)
{
	vg_graph *graph = graph_new();
	char *found;
	const vg_record all[] = {
		record_of_person("何雄", "郑州市人民政府", "市长"),
		record_of_visit("2023-02-01", VISIT("何雄", "郑州市", "甲公司")),
	};

	(void)state;
	graph_tell(graph, 1, all, 2);
	found = graph_find(graph, "何雄");
	assert_string_equal(found, "何雄@郑州市人民政府 person");
	free(found);
	vg_graph_free(graph);
}

static void test_an_official_is_nobody_of_a_company(void **state)
{
	vg_graph *graph = graph_new();
	char *found;
	const vg_mention official[] = {{VG_PERSON, VG_VISITOR, true, "张伟", "县委书记", NULL}, {.kind = VG_ORGANIZATION, .role = VG_HOST, .name = "乙局"}};
	const vg_record all[] = {record_of_person("张伟", "甲公司", "经理"), record_of_visit("2023-02-01", official)};

	(void)state;
	graph_tell(graph, 1, all, 2);
	found = graph_find(graph, "张伟");
	assert_string_equal(found, "张伟@甲公司 person, 张伟 person");
	free(found);
	vg_graph_free(graph);
}

static void test_of_two_spellings_either_tells_the_walk(void **state)
{
	const vg_mention titled[] = {{VG_PERSON, VG_VISITOR, true, "张伟", "县委书记", NULL}, {.kind = VG_ORGANIZATION, .role = VG_HOST, .name = "乙局"}};
	const vg_record all[] = {record_of_visit("2023-02-01", titled), record_of_visit("2023-02-02", VISIT("张 伟", NULL, "丙局")),
				 record_of_person("张伟", "甲公司", "经理")};

	(void)state;
	for (size_t first = 0; first < 3; first++) {
		vg_graph *graph = graph_new();

		for (size_t i = 0; i < 3; i++)
			graph_tell(graph, i + 1, &all[(first + i) % 3], 1);
		assert_found(graph, "张伟", first == 2 ? "张伟@甲公司 person, 张伟 person" : "张伟 person, 张伟@甲公司 person");
		vg_graph_free(graph);
	}
}

static void test_a_former_name_leads_to_the_person(void **state)
{
	static const char *const alias[] = {"张小军"};
	vg_record person = record_of_person("张红军", "郑州高新区", "书记");
	const vg_record visit = record_of_visit("2020", VISIT("张小军", NULL, "甲公司"));
	vg_graph *graph = graph_new();

	(void)state;
	person.aliases = alias;
	person.alias_count = 1;
	graph_tell(graph, 1, &visit, 1);
	graph_tell(graph, 2, &person, 1);
	assert_found(graph, "张小军", "张红军@郑州高新区 person");
	vg_graph_free(graph);
}

static void test_reports_of_one_event_are_one_event(void **state)
{
	static const char *const alias[] = {"正星科技"};
	const vg_record full = record_of_visit("2023-02-01", VISIT("孙涛", "哈密市", "正星科技股份有限公司"));
	const vg_record brief = record_of_visit("2023-02-01", VISIT("孙涛", NULL, "正星科技"));
	const vg_record later = record_of_visit("2023-02-02", VISIT("孙涛", "哈密市", "正星科技"));
	const vg_record listed = record_of_organization("正星科技股份有限公司", alias, 1, NULL);
	vg_graph *graph = graph_new();
	vg_view *view;
	vg_error error = {0};

	(void)state;
	graph_tell(graph, 1, &full, 1);
	graph_tell(graph, 2, &brief, 1);
	graph_tell(graph, 3, &later, 1);
	assert_int_equal(graph_event_count(graph), 3); /* not yet: the short name may be another's */
	graph_tell(graph, 4, &listed, 1);
	assert_int_equal(graph_event_count(graph), 2);
	assert_int_equal(vg_visits(&view, graph, &(vg_query){.limit = 1}, &error), VG_OK);
	assert_int_equal(view->events[0].evidence.count, 2);
	assert_int_equal(view->events[0].participant_count, 2);
	assert_int_equal(view->left_out, 1);
	vg_view_free(view);
	vg_graph_free(graph);
}

static void test_undated_reports_are_one_only_across_sources(void **state)
{
	vg_record visit = record_of_visit("", VISIT("王德敏", "高新区", "黎明重工")), again = visit, third = visit;
	vg_graph *graph = graph_new();

	(void)state;
	again.purpose = "安全";
	third.purpose = "复工";
	graph_tell(graph, 1, (vg_record[]){visit, again}, 2);
	assert_int_equal(graph_event_count(graph), 2);
	graph_tell(graph, 2, &third, 1);
	assert_int_equal(graph_event_count(graph), 2);
	vg_graph_free(graph);
}

static void test_rows_with_one_number_are_one_event_and_with_two_are_two(void **state)
{
	vg_record a = record_of_visit("2023-02-01", VISIT("甲", "甲公司", "丙公司"));
	vg_record b = record_of_visit("2023-02-01", VISIT("乙", "甲公司", "丙公司"));
	vg_record c = a;
	vg_graph *graph = graph_new();

	(void)state;
	a.own_id = b.own_id = "7";
	c.own_id = "8";
	graph_tell(graph, 1, (vg_record[]){a, b, c}, 3);
	assert_int_equal(graph_event_count(graph), 2);
	vg_graph_free(graph);
}

/* ── In every order ──────────────────────────────────────────────────────────────────────────────────── */

static char *everything(vg_graph *graph)
{
	static const char *const names[] = {"王伟", "赵敏", "正星", "高新区", "哈密市", "张小军", "甲公司"};
	struct text all = {0};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		vg_view *view;
		vg_error error = {0};

		if (vg_find(&view, graph, names[i], &error))
			continue;
		for (size_t k = 0; k < view->node_count; k++) /* the order among several is that of their numbers */
			text_print(&all, "%s", view->nodes[k].matched ? "+" : "");
		text_print(&all, " %s\n", view->node_count == 1 ? view->nodes[0].name : "");
		vg_view_free(view);
	}
	text_print(&all, "%zu events", graph_event_count(graph));
	return all.bytes;
}

static void test_the_order_of_imports_does_not_matter(void **state)
{
	static const char *const short_name[] = {"正星"}, *const zone[] = {"高新区"}, *const former[] = {"张小军"};
	vg_record person = record_of_person("张红军", "郑州高新区", "书记");
	const vg_record all[] = {
		record_of_visit("2023-02-01", VISIT("王伟", "甲公司", "正星")),
		record_of_visit("2023-02-01", VISIT("王伟", NULL, "正星科技股份有限公司")),
		record_of_organization("正星科技股份有限公司", short_name, 1, "正星集团"),
		record_of_person("赵敏", "正星集团", "副总裁"),
		record_of_person("赵敏", "正星", "总经理"),
		record_of_place("郑州高新区", zone, 1),
		record_of_visit("2023-03", VISIT("张小军", "高新区", "哈密市")),
		(person.aliases = former, person.alias_count = 1, person),
	};
	enum { COUNT = sizeof all / sizeof *all, ROUNDS = 60 };
	char *expected = NULL;
	uint32_t chance = 2463534242; /* Marsaglia, Xorshift RNGs, 2003 */

	(void)state;
	for (int round = 0; round < ROUNDS; round++) {
		size_t order[COUNT];
		vg_graph *graph = graph_new();
		char *found;

		for (size_t i = 0; i < COUNT; i++) {
			size_t at = round ? (chance ^= chance << 13, chance ^= chance >> 17, chance ^= chance << 5) % (i + 1) : i;

			order[i] = order[at];
			order[at] = i;
		}
		for (size_t i = 0; i < COUNT; i++)
			graph_tell(graph, i + 1, &all[order[i]], 1);
		found = everything(graph);
		if (!expected)
			expected = found;
		assert_string_equal(found, expected);
		if (found != expected)
			free(found);
		vg_graph_free(graph);
	}
	free(expected);
}

/* A visit or, now and then, a description, of few names in several spellings. */
static vg_record any_record(uint32_t *chance, vg_mention mentions[2])
{
	static const char *const persons[] = {"张伟", "张 伟", "李娜", "王强", "张伟国"};
	static const char *const parties[] = {NULL, "甲公司", "甲 公司", "丁市政府", "丙集团", "丙集團", "丁市"};
	static const char *const titles[] = {NULL, "县长", "总经理"};
	static const char *const aliases[][1] = {{"张伟"}, {"甲公司"}, {"丙集团"}, {"李娜"}};
	uint32_t random = (*chance ^= *chance << 13, *chance ^= *chance >> 17, *chance ^= *chance << 5);
	vg_record record;

	mentions[0] = (vg_mention){VG_PERSON, VG_VISITOR, false, persons[random % 5], titles[random / 7 % 3], parties[random / 5 % 7]};
	mentions[1] = (vg_mention){VG_PERSON, VG_HOST, false, persons[random / 35 % 5], titles[random / 11 % 3], parties[random / 175 % 7]};
	switch (random / 1225 % 16) {
	case 0:
		return record_of_organization(parties[1 + random / 19600 % 6], aliases[1 + random / 117600 % 2], 1, NULL);
	case 1:
		return record_of_organization(parties[1 + random / 19600 % 6], NULL, 0, parties[1 + random / 117600 % 6]);
	case 2:
		record = record_of_person(persons[random / 19600 % 5], parties[random / 98000 % 7], NULL);
		record.aliases = aliases[random / 686000 % 2 ? 0 : 3];
		record.alias_count = 1;
		return record;
	default:
		return record_of_visit("2023-02-01", mentions);
	}
}

/* What one source cannot have changed is left as it was settled: that must be what settling all of it would give. */
static void test_settling_step_by_step_gives_what_settling_at_once_gives(void **state)
{
	enum { GRAPHS = 12, SOURCES = 30 };
	uint32_t chance = 88172645;

	(void)state;
	for (int graphs = 0; graphs < GRAPHS; graphs++) {
		vg_graph *graph = graph_new();

		for (uint64_t source = 1; source <= SOURCES; source++) {
			vg_mention mentions[2];
			vg_record record = any_record(&chance, mentions);
			vg_error error = {0};

			graph_tell(graph, source, &record, 1);
			if (vg_check(graph, &error))
				fail_msg("graph %d, source %d: %s", graphs, (int)source, error.message);
		}
		vg_graph_free(graph);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_bare_name_joins_the_only_person_of_that_name),
		cmocka_unit_test(test_a_form_of_address_is_nobody_in_particular),
		cmocka_unit_test(test_spellings_aliases_and_codes_lead_to_one_organization),
		cmocka_unit_test(test_an_alias_that_two_claim_is_left_apart),
		cmocka_unit_test(test_a_party_is_a_place_if_a_list_says_so_or_it_ends_like_one),
		cmocka_unit_test(test_a_namesake_in_the_parent_is_the_same_unless_two_parts_have_one),
		cmocka_unit_test(test_a_mayor_in_the_government_is_the_one_of_the_city),
		cmocka_unit_test(test_an_official_is_nobody_of_a_company),
		cmocka_unit_test(test_of_two_spellings_either_tells_the_walk),
		cmocka_unit_test(test_a_former_name_leads_to_the_person),
		cmocka_unit_test(test_reports_of_one_event_are_one_event),
		cmocka_unit_test(test_undated_reports_are_one_only_across_sources),
		cmocka_unit_test(test_rows_with_one_number_are_one_event_and_with_two_are_two),
		cmocka_unit_test(test_the_order_of_imports_does_not_matter),
		cmocka_unit_test(test_settling_step_by_step_gives_what_settling_at_once_gives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
