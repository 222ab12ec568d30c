/* test_places.c - where things stand on a diagram, and what is joined to what. */
#include "tests/viz/seed_draw.h"

#include <math.h>

static void a_companion_in_the_middle_is_joined_to_the_visits(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed->view.center = seed_party(seed, "河南铁建投集团");
	draw(&drawn, &seed->view, "around", VG_CHINESE, "svg");
	assert_int_equal(count_of(&drawn, "class=\"edge companion\""), 1);
	drawn_free(&drawn);
	seed->view.center =
		seed_node(seed, VG_PERSON, "杜怀锋", "党工委委员、管委会副主任", seed_party(seed, "郑州高新区"));
	draw(&drawn, &seed->view, "around", VG_CHINESE, "svg");
	assert_int_equal(count_of(&drawn, "class=\"edge companion\""), 1);
	assert_true(has(&drawn, "stroke-width=\"3\""));
	drawn_free(&drawn);
}

static void what_is_joined_to_nothing_is_not_drawn(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	seed->view.center = seed_party(seed, "中科智云");
	seed->view.links = &(vg_link){.from = seed_node(seed, VG_PERSON, "何人", NULL, seed_party(seed, "某公司")),
				      .to = seed_party(seed, "某公司"),
				      .relation = VG_MEMBER};
	seed->view.link_count = 1;
	draw(&drawn, &seed->view, "around", VG_CHINESE, "svg");
	assert_false(has(&drawn, "某公司"));
	drawn_free(&drawn);
}

static double number_behind(const struct drawn *drawn, const char *words)
{
	const char *at = strstr(drawn->bytes, words);

	assert_non_null(at);
	return strtod(at + strlen(words), NULL);
}

static void a_chain_of_ties_is_no_strip(void **state)
{
	static const char *const names[] = {"甲厂", "乙厂", "丙厂", "丁厂", "戊厂",
					    "己厂", "庚厂", "辛厂", "壬厂", "癸厂"};
	struct seed *seed = *state;
	struct drawn drawn;

	seed->view.tie_count = 0;
	for (size_t i = 0; i < 9; i++)
		seed_tie(seed, names[i], names[i + 1], VG_SIGNED, "共建研发中心", "2023-02-01");
	draw(&drawn, &seed->view, "ties", VG_CHINESE, "svg");
	assert_true(number_behind(&drawn, "<svg width=\"") < 3 * number_behind(&drawn, "pt\" height=\""));
	drawn_free(&drawn);
}

static void place_of_words(const struct drawn *drawn, const char *words, double *x, double *y)
{
	const char *at = strstr(drawn->bytes, words), *attribute;

	assert_non_null(at);
	while (strncmp(at, "<text", 5))
		at--;
	attribute = strstr(at, " x=\"");
	*x = strtod(attribute + 4, NULL);
	attribute = strstr(at, " y=\"");
	*y = strtod(attribute + 4, NULL);
}

/* Line by line, each from left to right, as one reads; a month without a day where it belongs. */
static void the_columns_of_a_timeline_stand_in_order(void **state)
{
	static const char *const headings[] = {">2023&#45;01<", ">2023&#45;02&#45;01<", ">2023&#45;02&#45;02<",
					       ">2023&#45;02&#45;03<", ">日期不详<"};
	static const char *const pages[] = {NULL, "a4"};
	struct seed *seed = *state;

	strcpy(seed->view.events[0].date.from, "2023-01");
	for (size_t i = 0; i < 2; i++) {
		struct drawn drawn;
		double x, y, last_x = 0, last_y = 0;

		draw_as(&drawn, &seed->view,
			(vg_drawing){.diagram = "timeline", .language = VG_CHINESE, .page = pages[i]}, "svg");
		assert_int_equal(drawn.status, VG_OK);
		place_of_words(&drawn, headings[0], &last_x, &last_y);
		for (size_t k = 1; k < sizeof headings / sizeof *headings; k++) {
			place_of_words(&drawn, headings[k], &x, &y);
			assert_true(y > last_y + 1 || (y > last_y - 1 && x > last_x));
			last_x = x;
			last_y = y;
		}
		drawn_free(&drawn);
	}
}

/* Forty pairs and a star: below each other they would be a strip. */
static void separate_pairs_fill_the_sheet(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;
	double width, height, x[2], y[2];

	seed->view.tie_count = 0;
	for (int i = 0; i < 40; i++)
		seed_tie(seed, arena_print(&seed->arena, "甲%d厂", i), arena_print(&seed->arena, "乙%d厂", i), VG_SIGNED,
			 "共建", "2023-02-01");
	for (int i = 0; i < 5; i++)
		seed_tie(seed, "丙厂", arena_print(&seed->arena, "丁%d厂", i), VG_SIGNED, "共建", "2023-02-01");
	draw(&drawn, &seed->view, "ties", VG_CHINESE, "svg");
	width = number_behind(&drawn, "<svg width=\"");
	height = number_behind(&drawn, "pt\" height=\"");
	assert_true(width > height && width < 2.5 * height);
	place_of_words(&drawn, ">甲0厂<", &x[0], &y[0]);
	place_of_words(&drawn, ">乙0厂<", &x[1], &y[1]);
	assert_true(fabs(y[0] - y[1]) < 1 && x[1] > x[0]);
	place_of_words(&drawn, ">甲39厂<", &x[1], &y[1]);
	assert_true(y[1] < y[0]); /* the latest on top */
	place_of_words(&drawn, ">丙厂<", &x[1], &y[1]);
	assert_true(y[1] < y[0]); /* the largest part begins */
	drawn_free(&drawn);
}

/* Unseen lines through a point between two columns do it, which our own layout has no need of. */
static void others_set_columns_side_by_side(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;

	draw(&drawn, &seed->view, "timeline", VG_CHINESE, "dot");
	assert_int_equal(count_of(&drawn, "\t\"gap-1\" ["), 1);
	assert_true(has(&drawn, " -> \"gap-1\" [style=\"invis\"]"));
	assert_true(has(&drawn, "\"gap-1\" -> "));
	drawn_free(&drawn);
	draw(&drawn, &seed->view, "timeline", VG_CHINESE, "svg");
	assert_false(has(&drawn, "gap-1"));
	assert_false(has(&drawn, "gap&#45;1"));
	drawn_free(&drawn);
}

static void the_visits_of_a_month_stand_in_order(void **state)
{
	struct seed *seed = *state;
	struct drawn drawn;
	double x, y, last_y = 0;

	seed->view.event_count = 0;
	for (int i = 0; i < 40; i++)
		seed_visit(seed, arena_print(&seed->arena, "2023-%02d-%02d", 3 + i / 20, 1 + i % 20), "拜访",
			   arena_print(&seed->arena, "甲%d厂", i), NULL, NULL, arena_print(&seed->arena, "乙%d厂", i),
			   NULL, NULL);
	draw(&drawn, &seed->view, "timeline", VG_CHINESE, "svg");
	for (int i = 0; i < 20; i++) {
		place_of_words(&drawn, arena_print(&seed->arena, ">甲%d厂<", i), &x, &y);
		assert_true(i == 0 || y > last_y);
		last_y = y;
	}
	drawn_free(&drawn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		VISITS(a_companion_in_the_middle_is_joined_to_the_visits),
		VISITS(what_is_joined_to_nothing_is_not_drawn),
		TIES(a_chain_of_ties_is_no_strip),
		TIES(separate_pairs_fill_the_sheet),
		VISITS(the_visits_of_a_month_stand_in_order),
		VISITS(others_set_columns_side_by_side),
		VISITS(the_columns_of_a_timeline_stand_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
