/* test_draw.c - what stands on the diagrams of a few days, and what happens when they cannot be drawn. */
#include "tests/viz/seed_draw.h"

/* ── Visits ──────────────────────────────────────────────────────────────────────────────────────────── */

static void every_visit_is_on_the_picture(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	for (size_t i = 0; i < seed->view.event_count; i++) {
		char id[40];

		snprintf(id, sizeof id, "<g id=\"event&#45;%zu\"", i + 1);
		if (!has(&drawn, id))
			fail_msg("no %s", id);
	}
	assert_true(has(&drawn, "谁拜访了谁"));
	assert_true(has(&drawn, "2023&#45;01&#45;31 至 2023&#45;02&#45;03"));
	assert_true(has(&drawn, "01&#45;31 拜访"));
	assert_true(has(&drawn, "日期不详 调研"));
	assert_true(has(&drawn, "visits.csv"));
	assert_string_equal(drawn.told.bytes, "");
	drawn_free(&drawn);
}

static void the_language_is_the_drawings(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "visits", VG_ENGLISH, "svg");
	assert_true(has(&drawn, "Who visited whom"));
	assert_true(has(&drawn, "01&#45;31 visit"));
	assert_true(has(&drawn, "undated visit"));
	assert_false(has(&drawn, ">01&#45;31 拜访<"));
	drawn_free(&drawn);
}

static void an_arrow_goes_to_each_of_several_hosts(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	assert_true(has(&drawn, "<g id=\"event&#45;12&#45;5\""));
	assert_false(has(&drawn, "<g id=\"event&#45;12&#45;6\""));
	assert_int_equal(count_of(&drawn, " class=\"edge visit\"") + count_of(&drawn, " class=\"edge meeting\""), 18);
	drawn_free(&drawn);
}

static void tooltips_carry_the_record_and_its_source(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "visits", VG_ENGLISH, "svg");
	assert_true(has(&drawn, "visitors: 张红军 (郑州高新区 党工委书记)"));
	assert_true(has(&drawn, "purpose: 农业领域、产业园、共建区"));
	assert_true(has(&drawn, "companions: 区国土规划住建局, 投资促进中心"));
	assert_true(has(&drawn, "source: visits.csv:2"));
	drawn_free(&drawn);
}

static void companions_are_arrows_only_in_detail(void **state)
{
	struct seed *seed = *state;
	struct drawn plain, detailed;

	draw(&plain, &seed->view, "visits", VG_CHINESE, "svg");
	draw_as(&detailed, &seed->view, (vg_drawing){.diagram = "visits", .has_detail = true}, "svg");
	assert_int_equal(count_of(&plain, "class=\"edge companion\""), 0);
	assert_int_equal(count_of(&detailed, "class=\"edge companion\""), 8);
	assert_false(has(&plain, ">杜怀锋<"));
	assert_true(has(&detailed, "杜怀锋"));
	drawn_free(&plain);
	drawn_free(&detailed);
}

static void repeated_occasions_are_one_arrow_with_their_count(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed_visit(seed, "2023-02-10", "拜访", "郑州高新区", "张红军", "党工委书记", "中科智云", "胡方辉", "董事长");
	seed_visit(seed, "2023-02-12", "拜访", "郑州高新区", "张红军", "党工委书记", "中科智云", "胡方辉", "董事长");
	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	assert_true(has(&drawn, "3 次 · 2023&#45;02&#45;12"));
	assert_true(has(&drawn, "2023&#45;02&#45;10 拜访"));
	assert_false(has(&drawn, "<g id=\"event&#45;14\""));
	drawn_free(&drawn);
}

static void the_year_is_named_where_years_differ(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed_visit(seed, "2021-06", "拜访", "荥阳市", NULL, NULL, "中科智云", NULL, NULL);
	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	assert_true(has(&drawn, ">2021&#45;06 拜访<"));
	assert_true(has(&drawn, ">2023&#45;01&#45;31 拜访<"));
	drawn_free(&drawn);
}

static void occasions_of_every_shape_are_drawn(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;
	vg_event *event;

	event = seed_event(seed, "2023-03-01", VG_CONFERENCE, "推介会");
	for (size_t i = 0; i < 3; i++)
		seed_take_part(seed, event, VG_ATTENDEE,
			       i == 1 ? "BMW"
			       : i    ? "FEV集团"
				      : NULL,
			       i ? NULL : "一个人", NULL);
	event = seed_event(seed, "2023-03-02", VG_VISIT, NULL);
	seed_take_part(seed, event, VG_VISITOR, "BMW", NULL, NULL);
	event->place = seed_party(seed, "上海");
	event = seed_event(seed, "2023-03-03", VG_VISIT, NULL);
	seed_take_part(seed, event, VG_HOST, "BMW", NULL, NULL);
	event = seed_event(seed, "2023-03-04", VG_OTHER, NULL);
	event->place = seed_party(seed, "上海");
	event = seed_event(seed, "2023-03-05", VG_VISIT, NULL);
	seed_take_part(seed, event, VG_VISITOR, "BMW", "甲", NULL);
	seed_take_part(seed, event, VG_HOST, "BMW", "乙", NULL);
	seed_event(seed, "2023-03-06", VG_OTHER, NULL);
	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	assert_true(has(&drawn, "<g id=\"occasion&#45;14\" class=\"node event\">"));
	assert_true(has(&drawn, "03&#45;01 推介会"));
	assert_true(has(&drawn, "<g id=\"event&#45;14&#45;3\""));
	assert_true(has(&drawn, "<g id=\"event&#45;15\""));
	assert_true(has(&drawn, "<g id=\"event&#45;16\""));
	assert_true(has(&drawn, "<g id=\"event&#45;17\""));
	assert_true(has(&drawn, "<g id=\"event&#45;18\""));
	assert_true(has(&drawn, "<g id=\"occasion&#45;19\""));
	assert_true(has(&drawn, "◆"));
	drawn_free(&drawn);
}

static void mutual_visits_and_circles_are_drawn(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed_visit(seed, "2023-03-01", "回访", "中科智云", "胡方辉", NULL, "郑州高新区", "张红军", NULL);
	seed_visit(seed, "2023-03-02", "拜访", "中科智云", NULL, NULL, "艾格莱德", NULL, NULL);
	seed_visit(seed, "2023-03-03", "拜访", "艾格莱德", NULL, NULL, "二七区", NULL, NULL);
	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	for (size_t i = 14; i <= 16; i++) {
		char id[40];

		snprintf(id, sizeof id, "<g id=\"event&#45;%zu\"", i);
		assert_true(has(&drawn, id));
	}
	drawn_free(&drawn);
}

/* ── The other diagrams ──────────────────────────────────────────────────────────────────────────────── */

static void a_tie_is_told_by_style_and_class(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "ties", VG_CHINESE, "svg");
	assert_int_equal(count_of(&drawn, " class=\"edge tie signed\""), 3);
	assert_int_equal(count_of(&drawn, " class=\"edge tie operating\""), 3);
	assert_true(has(&drawn, "stroke&#45;dasharray") || has(&drawn, "stroke-dasharray"));
	assert_true(has(&drawn, "合作关系"));
	assert_true(has(&drawn, "截至 2023&#45;02&#45;03"));
	drawn_free(&drawn);
}

static void several_topics_are_one_line_of_the_furthest_status(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "ties", VG_ENGLISH, "svg");
	assert_true(has(&drawn, ">intended · 2023&#45;02&#45;01 (+1)<"));
	assert_true(has(&drawn, "topic: 汽车传感及控制器研发和生产基地项目"));
	assert_true(has(&drawn, ">signed (+1)<") && has(&drawn, ">战略合作框架协议<"));
	drawn_free(&drawn);
}

static void the_middle_of_a_neighbourhood_has_a_heavy_border(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed_ties(seed);
	seed->view.center = seed_party(seed, "郑州高新区");
	draw(&drawn, &seed->view, "around", VG_CHINESE, "svg");
	assert_true(has(&drawn, "stroke-width=\"3\""));
	assert_true(has(&drawn, "class=\"edge tie intended\""));
	assert_true(has(&drawn, "class=\"edge visit\""));
	drawn_free(&drawn);
}

static void a_path_is_a_chain_with_its_sources(void **state)
{
	struct seed *seed = *state;
	vg_event *first = &seed->view.events[0], *last = &seed->view.events[8];
	vg_step steps[] = {
		{.from = first->participants[1].node,
		 .to = first->participants[0].node,
		 .relation = VG_BY_EVENT,
		 .event = 0,
		 .tie = VG_NONE,
		 .link = VG_NONE,
		 .date = first->date,
		 .evidence = first->evidence},
		{.from = last->participants[0].node,
		 .to = last->participants[1].node,
		 .relation = VG_BY_EVENT,
		 .event = 8,
		 .tie = VG_NONE,
		 .link = VG_NONE,
		 .date = last->date,
		 .evidence = last->evidence},
	};
	vg_path path = {2, steps};
	struct drawn drawn;

	seed->view.path_count = 1;
	seed->view.paths = &path;
	last->evidence.items[0].rule = "visit";
	last->evidence.items[0].confidence = 834;
	draw(&drawn, &seed->view, "path", VG_CHINESE, "svg");
	assert_true(has(&drawn, "吴通红 与 于金伟 的联系"));
	assert_true(has(&drawn, "2023&#45;01&#45;31 拜访"));
	assert_true(has(&drawn, "visits.csv:2"));
	assert_true(has(&drawn, "拜访 · 83%") && has(&drawn, "visits.csv:10"));
	assert_int_equal(count_of(&drawn, " class=\"edge visit\""), 2);
	drawn_free(&drawn);
}

static void a_timeline_has_a_column_for_every_day(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "timeline", VG_CHINESE, "svg");
	assert_int_equal(count_of(&drawn, "class=\"cluster\""), 1 + 5);
	assert_true(has(&drawn, ">2023&#45;02&#45;02<"));
	assert_true(has(&drawn, ">日期不详<"));
	drawn_free(&drawn);
}

/* ── Formats and files ───────────────────────────────────────────────────────────────────────────────── */

static void every_format_begins_as_it_should(void **state)
{
	static const struct {
		const char *ending, *magic;
	} formats[] = {{"svg", "<?xml"}, {"png", "\x89PNG"}, {"pdf", "%PDF"}, {"dot", "digraph"}};
	struct seed *seed = *state;

	for (size_t i = 0; i < 4; i++) {
		struct drawn drawn;

		draw(&drawn, &seed->view, "visits", VG_CHINESE, formats[i].ending);
		assert_memory_equal(drawn.bytes, formats[i].magic, strlen(formats[i].magic));
		drawn_free(&drawn);
	}
}

static void the_same_view_gives_the_same_dot(void **state)
{
	struct seed *seed = *state, again;
	struct drawn first, second;

	seed_open(&again);
	seed_visits(&again);
	draw(&first, &seed->view, "visits", VG_CHINESE, "dot");
	draw(&second, &again.view, "visits", VG_CHINESE, "dot");
	assert_string_equal(first.bytes, second.bytes);
	drawn_free(&first);
	drawn_free(&second);
	seed_close(&again);
}

static void a_page_is_as_large_as_the_sheet(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw_as(&drawn, &seed->view, (vg_drawing){.diagram = "visits", .page = "a4"}, "svg");
	assert_true(has(&drawn, "<svg width=\"842pt\" height=\"595pt\"") ||
		    has(&drawn, "<svg width=\"595pt\" height=\"842pt\""));
	drawn_free(&drawn);
}

static void any_engine_of_graphviz_draws(void **state)
{
	static const char *const engines[] = {"neato", "fdp", "sfdp", "circo", "twopi", "osage"};
	struct seed *seed = *state;

	for (size_t i = 0; i < sizeof engines / sizeof *engines; i++) {
		struct drawn drawn;

		draw_as(&drawn, &seed->view, (vg_drawing){.diagram = "visits", .layout = engines[i]}, "svg");
		if (drawn.status)
			fail_msg("%s: %s", engines[i], drawn.error.message);
		assert_true(has(&drawn, "光明食品国际有限公司"));
		drawn_free(&drawn);
	}
}

static void what_does_not_exist_is_refused_by_name(void **state)
{
	static const vg_drawing wrong[] = {
		{.diagram = "pie"},
		{.diagram = "visits", .format = "gif"},
		{.diagram = "visits", .layout = "magic"},
		{.diagram = "visits", .page = "a9"},
	};
	static const char *const named[] = {"'pie'", "'gif'", "'magic'", "'a9'"};
	struct seed *seed = *state;

	for (size_t i = 0; i < 4; i++) {
		struct drawn drawn;

		draw_as(&drawn, &seed->view, wrong[i], "svg");
		assert_int_equal(drawn.status, VG_USAGE);
		assert_non_null(strstr(drawn.error.message, named[i]));
		drawn_free(&drawn);
	}
}

static void a_file_that_cannot_be_written_is_named(void **state)
{
	struct seed *seed = *state;
	const vg_drawing drawing = {.diagram = "visits"};
	vg_error error;

	assert_int_equal(vg_draw(&seed->view, &drawing, "/nowhere/at/all.svg", &error), VG_IO);
	assert_non_null(strstr(error.message, "'/nowhere/at/all.svg'"));
	assert_non_null(strstr(error.message, "No such file"));
}

/* ── Names of every kind ─────────────────────────────────────────────────────────────────────────────── */

static void names_are_shown_exactly_as_they_are(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed_visit(seed, "2023-02-05", "拜访", "A<B> & \"C\" 'D'", "\\N\\G &amp; \\", "主任\n<b>", "x\001\177y", "😀 王",
		   "");
	seed_visit(seed, "2023-02-05", "拜访", "", "", "", "bad \xff\xfe bytes", "]]>-->", "</TABLE>");
	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	assert_true(has(&drawn, ">A&lt;B&gt; &amp; &quot;C&quot; &#39;D&#39;<"));
	assert_int_equal(count_of(&drawn, "\\N\\G &amp;amp; \\"),
			 1 + 1 + 3); /* the row, its tooltip, the arrow's tooltips */
	assert_true(has(&drawn, "&lt;/TABLE&gt;"));
	assert_true(has(&drawn, "😀 王"));
	assert_false(has(&drawn, "\001"));
	drawn_free(&drawn);
}

static void long_names_are_wrapped_and_whole_in_the_tooltip(void **state)
{
	static const char name[] =
		"中国共产党某某某某某某某某省某某某某某某某某市委员会某某某某某某某某领导小组某某某某某某某某办公室";
	struct seed *seed = *state;
	struct drawn drawn;

	seed_visit(seed, "2023-02-05", "拜访", name, NULL, NULL, "中科智云", NULL, NULL);
	draw(&drawn, &seed->view, "visits", VG_CHINESE, "svg");
	assert_int_equal(count_of(&drawn, "某某办公室"), 1 + 3); /* of the card; of its arrow's words and both halves */
	assert_true(has(&drawn, "…<"));
	drawn_free(&drawn);
}

static void an_empty_view_is_an_empty_picture(void **state)
{
	static const char *const all[] = {"visits", "ties", "around", "path", "timeline"};
	const vg_view view = {.center = VG_NONE};

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct drawn drawn;

		draw(&drawn, &view, all[i], VG_CHINESE, "svg");
		assert_true(has(&drawn, "</svg>"));
		drawn_free(&drawn);
	}
}

static void what_was_left_out_is_told(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed->view.left_out = 17;
	draw(&drawn, &seed->view, "visits", VG_ENGLISH, "svg");
	assert_true(has(&drawn, "+ 17 more"));
	drawn_free(&drawn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISITS(every_visit_is_on_the_picture),
		VISITS(the_language_is_the_drawings),
		VISITS(an_arrow_goes_to_each_of_several_hosts),
		VISITS(tooltips_carry_the_record_and_its_source),
		VISITS(companions_are_arrows_only_in_detail),
		VISITS(repeated_occasions_are_one_arrow_with_their_count),
		VISITS(the_year_is_named_where_years_differ),
		VISITS(occasions_of_every_shape_are_drawn),
		VISITS(mutual_visits_and_circles_are_drawn),
		TIES(a_tie_is_told_by_style_and_class),
		TIES(several_topics_are_one_line_of_the_furthest_status),
		VISITS(the_middle_of_a_neighbourhood_has_a_heavy_border),
		VISITS(a_path_is_a_chain_with_its_sources),
		VISITS(a_timeline_has_a_column_for_every_day),
		VISITS(every_format_begins_as_it_should),
		VISITS(the_same_view_gives_the_same_dot),
		VISITS(a_page_is_as_large_as_the_sheet),
		VISITS(any_engine_of_graphviz_draws),
		VISITS(what_does_not_exist_is_refused_by_name),
		VISITS(a_file_that_cannot_be_written_is_named),
		VISITS(names_are_shown_exactly_as_they_are),
		VISITS(long_names_are_wrapped_and_whole_in_the_tooltip),
		cmocka_unit_test(an_empty_view_is_an_empty_picture),
		VISITS(what_was_left_out_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
