/* test_sizes.c - what happens to a picture as it grows, when its layout takes too long, and when fonts are missing. */
#include "tests/viz/seed_draw.h"
#include "viz/canvas.h"

/* The same numbers on every machine. */
static size_t next_number(uint64_t *state, size_t below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (size_t)(*state >> 11) % below;
}

static size_t add_node(struct seed *seed, vg_kind kind, const char *name, size_t organization)
{
	vg_view *view = &seed->view;

	view->nodes = arena_array_room(&seed->arena, view->nodes, view->node_count, &seed->node_room, sizeof(vg_node));
	view->nodes[view->node_count] = (vg_node){
		.id = (int64_t)view->node_count + 1, .kind = kind, .name = name, .organization = organization};
	return view->node_count++;
}

/* So many visits among so many parties, each by a person of its own. */
static void grow(struct seed *seed, size_t visits, size_t parties)
{
	static const char *const days[] = {"2023-03-01", "2023-03-02", "2023-04-11", "2023-05-21"};
	uint64_t random = 88172645463325252u;

	seed_open(seed);
	for (size_t i = 0; i < parties; i++) {
		size_t party = add_node(seed, VG_ORGANIZATION, arena_print(&seed->arena, "第%zu公司", i + 1), VG_NONE);

		add_node(seed, VG_PERSON, arena_print(&seed->arena, "某甲%zu", i + 1), party);
	}
	for (size_t i = 0; i < visits; i++) {
		vg_event *event = seed_event(seed, days[i * 4 / visits], VG_VISIT, "拜访");
		size_t visitor = next_number(&random, parties),
		       host = (visitor + 1 + next_number(&random, parties - 1)) % parties;

		event->participant_count = 2;
		event->participants[0] =
			(vg_participant){.node = 2 * visitor + 1, .role = VG_VISITOR, .organization = 2 * visitor};
		event->participants[1] =
			(vg_participant){.node = 2 * host + 1, .role = VG_HOST, .organization = 2 * host};
	}
}

static void put_into_cities(struct seed *seed, size_t parties, size_t cities)
{
	size_t first = seed->view.node_count;

	for (size_t i = 0; i < cities; i++)
		add_node(seed, VG_PLACE, arena_print(&seed->arena, "第%zu市", i + 1), VG_NONE);
	seed->view.links = arena_get(&seed->arena, parties * sizeof(vg_link));
	for (size_t i = 0; i < parties; i++)
		seed->view.links[seed->view.link_count++] =
			(vg_link){.relation = VG_LOCATED_IN, .from = 2 * i, .to = first + i % cities};
}

static void sixty_arrows_have_whole_labels(void **state)
{
	struct seed seed;
	struct drawn drawn;

	(void)state;
	grow(&seed, 55, 40);
	draw(&drawn, &seed.view, "visits", VG_CHINESE, "svg");
	assert_true(has(&drawn, "03&#45;01 拜访<"));
	assert_string_equal(drawn.told.bytes, "");
	drawn_free(&drawn);
	seed_close(&seed);
}

static void more_arrows_have_dates_only(void **state)
{
	struct seed seed;
	struct drawn drawn;

	(void)state;
	grow(&seed, 90, 70);
	draw(&drawn, &seed.view, "visits", VG_CHINESE, "svg");
	assert_false(has(&drawn, "03&#45;01 拜访<"));
	assert_true(has(&drawn, ">03&#45;01<"));
	assert_true(has(&drawn, ">某甲"));
	assert_non_null(strstr(drawn.told.bytes, "labels are cut to the date"));
	drawn_free(&drawn);
	seed_close(&seed);
}

static void many_arrows_leave_names_only_but_lose_no_visit(void **state)
{
	struct seed seed;
	struct drawn drawn;
	size_t arrows;

	(void)state;
	grow(&seed, 1000, 300);
	draw(&drawn, &seed.view, "visits", VG_CHINESE, "svg");
	assert_false(has(&drawn, ">某甲"));
	assert_true(has(&drawn, ">第1公司<"));
	assert_non_null(strstr(drawn.told.bytes, "cards are reduced to names"));
	arrows = count_of(&drawn, " class=\"edge visit\"");
	assert_in_range(arrows, 980, 1000); /* a pair that met twice is one arrow */
	assert_false(has(&drawn, "more</text>"));
	drawn_free(&drawn);
	seed_close(&seed);
}

struct rectangle {
	double left, right, low, high;
};

/* Of the first polygon behind `at`: its points, as SVG writes them. */
static struct rectangle read_rectangle(const char *at)
{
	struct rectangle all = {1e9, -1e9, 1e9, -1e9};
	char *next;

	at = strstr(strstr(at, "<polygon"), "points=\"") + strlen("points=\"");
	while (*at != '"') {
		double x = strtod(at, &next), y = strtod(next + 1, &next);

		all.left = x < all.left ? x : all.left;
		all.right = x > all.right ? x : all.right;
		all.low = y < all.low ? y : all.low;
		all.high = y > all.high ? y : all.high;
		at = next + (*next == ' ');
	}
	return all;
}

static void cards_do_not_cover_each_other(void **state)
{
	enum { PARTIES = 1500 };
	static struct rectangle cards[PARTIES];
	struct seed seed;
	struct drawn drawn;
	size_t count = 0, covered = 0;

	(void)state;
	grow(&seed, 2900, PARTIES);
	for (size_t i = 0; i < PARTIES; i++)
		seed.view.nodes[2 * i].name = arena_print(&seed.arena, "第%zu新能源汽车零部件股份有限公司", i + 1);
	for (size_t i = 0; i < 2900; i++) { /* few are visited by many */
		vg_participant *host = &seed.view.events[i].participants[1];

		host->organization = 2 * (i * i % 97);
		host->node = host->organization + 1;
	}
	draw(&drawn, &seed.view, "visits", VG_CHINESE, "svg");
	for (const char *at = drawn.bytes; count < PARTIES && (at = strstr(at, " class=\"node organization\"")); at++)
		cards[count++] = read_rectangle(at);
	assert_in_range(count, 1000, PARTIES);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++)
			covered += cards[i].left + 1 < cards[k].right && cards[k].left + 1 < cards[i].right &&
				   cards[i].low + 1 < cards[k].high && cards[k].low + 1 < cards[i].high;
	assert_int_equal(covered, 0);
	drawn_free(&drawn);
	seed_close(&seed);
}

/* Graphviz tells of whatever is larger than its cell. */
static void the_legend_fits_at_any_size(void **state)
{
	static const size_t parties[] = {40, 77, 130, 211, 333};
	static const vg_type types[] = {VG_VISIT, VG_MEETING, VG_SIGNING, VG_CONFERENCE, VG_OTHER};

	(void)state;
	for (size_t i = 0; i < sizeof parties / sizeof *parties; i++) {
		struct seed seed;
		struct drawn drawn;

		grow(&seed, 400, parties[i]);
		for (size_t k = 0; k < seed.view.event_count; k++)
			seed.view.events[k].type = types[k % 5];
		draw(&drawn, &seed.view, "visits", VG_ENGLISH, "svg");
		assert_null(strstr(drawn.told.bytes, "Graphviz"));
		drawn_free(&drawn);
		seed_close(&seed);
	}
}

/* Twice as many lines for each card are half as opaque; a pair that meets again and again keeps its ink. */
static void weak_lines_of_a_dense_picture_fade(void **state)
{
	struct seed seed;
	struct drawn drawn;

	(void)state;
	grow(&seed, 1600, 200);
	for (size_t i = 0; i < 400; i++) {
		seed.view.events[i].participants[0].node = 1;
		seed.view.events[i].participants[0].organization = 0;
		seed.view.events[i].participants[1].node = 3;
		seed.view.events[i].participants[1].organization = 2;
	}
	draw(&drawn, &seed.view, "visits", VG_CHINESE, "dot");
	assert_int_equal(count_of(&drawn, "color=\"#2b6cb099\""), 1);
	assert_false(has(&drawn, "color=\"#2b6cb09\""));
	assert_true(count_of(&drawn, "color=\"#2b6cb06") > 1000);
	drawn_free(&drawn);
	seed_close(&seed);
}

static void thousands_are_gathered_into_regions(void **state)
{
	struct seed seed;
	struct drawn drawn;

	(void)state;
	grow(&seed, 9000, 4000);
	put_into_cities(&seed, 4000, 12);
	draw(&drawn, &seed.view, "visits", VG_CHINESE, "svg");
	assert_int_equal(count_of(&drawn, " class=\"node place\""), 12);
	assert_true(has(&drawn, ">第1市 ("));
	assert_non_null(strstr(drawn.told.bytes, "gathered into what they belong to or lie in; cards left: 12"));
	drawn_free(&drawn);
	seed_close(&seed);
}

static void a_timeline_is_cut_and_says_so(void **state)
{
	struct seed seed;
	struct drawn drawn;

	(void)state;
	grow(&seed, 320, 40);
	draw(&drawn, &seed.view, "timeline", VG_ENGLISH, "svg");
	assert_non_null(strstr(drawn.told.bytes, "only the 300 between the busiest are drawn"));
	assert_true(has(&drawn, "not shown: + "));
	drawn_free(&drawn);
	seed_close(&seed);
}

/* ── Layouts that fail ───────────────────────────────────────────────────────────────────────────────── */

static void a_layout_that_takes_too_long_is_stopped(void **state)
{
	struct canvas *canvas = canvas_open();
	struct canvas_item *cards[700];
	const vg_listener deaf = {0};
	const struct canvas_job job = {.format = "svg", .engine = "dot", .seconds = 1, .listener = &deaf};
	uint64_t random = 88172645463325252u;
	FILE *out = tmpfile();
	bool may_retry;
	vg_error error;

	(void)state;
	for (size_t i = 0; i < 700; i++) {
		char name[20];

		snprintf(name, sizeof name, "card-%zu", i);
		cards[i] = canvas_card(canvas, canvas_whole(canvas), name);
	}
	for (size_t i = 0; i < 6000; i++)
		canvas_arrow(canvas, cards[next_number(&random, 700)], NULL, cards[next_number(&random, 700)], NULL);
	assert_int_equal(canvas_paint(&(struct candidates){.first = canvas, .count = 1}, &job, out, &may_retry, &error), VG_IO);
	assert_true(may_retry);
	assert_non_null(strstr(error.message, "longer than 1 seconds"));
	fclose(out);
	canvas_free(canvas);
}

static void what_graphviz_complains_about_is_an_error(void **state)
{
	struct canvas *canvas = canvas_open();
	const vg_listener deaf = {0};
	const struct canvas_job job = {.format = "svg", .engine = "dot", .seconds = 10, .listener = &deaf};
	FILE *out = tmpfile();
	bool may_retry;
	vg_error error;

	(void)state;
	canvas_set_markup(canvas, canvas_card(canvas, canvas_whole(canvas), "a"), "label", "<TABLE>");
	assert_int_equal(canvas_paint(&(struct candidates){.first = canvas, .count = 1}, &job, out, &may_retry, &error), VG_IO);
	assert_non_null(strstr(error.message, "Graphviz could not draw it: "));
	fclose(out);
	canvas_free(canvas);
}

static void a_failure_leaves_the_old_file_as_it_was(void **state)
{
	char *path = drawn_path("svg");
	FILE *file = fopen(path, "w");
	const vg_drawing drawing = {.diagram = "visits", .layout = "magic"};
	const vg_view view = {.center = VG_NONE};
	struct drawn drawn = {0};
	vg_error error;

	(void)state;
	fputs("old", file);
	fclose(file);
	assert_int_equal(vg_draw(&view, &drawing, path, &error), VG_USAGE);
	drawn_read(&drawn, path);
	assert_string_equal(drawn.bytes, "old");
	drawn_free(&drawn);
	unlink(path);
}

/* ── Fonts ───────────────────────────────────────────────────────────────────────────────────────────── */

/* Draws one visit with a configuration of fontconfig's that has just this in it. */
static void draw_configured(struct drawn *drawn, const char *inner, const char *format)
{
	char path[] = "/tmp/visitgraph-test-XXXXXX";
	FILE *file = fdopen(mkstemp(path), "w");
	struct seed seed;

	fprintf(file, "<?xml version=\"1.0\"?><fontconfig>%s</fontconfig>", inner);
	fclose(file);
	seed_open(&seed);
	seed_visit(&seed, "2023-02-01", "拜访", "甲", NULL, NULL, "乙", NULL, NULL);
	setenv("FONTCONFIG_FILE", path, 1);
	draw_as(drawn, &seed.view, (vg_drawing){.diagram = "visits", .language = VG_CHINESE}, format);
	unsetenv("FONTCONFIG_FILE");
	unlink(path);
	seed_close(&seed);
}

static void characters_that_no_font_has_are_told(void **state)
{
	struct drawn drawn;

	(void)state;
	draw_configured(&drawn, "", "dot");
	assert_string_equal(drawn.told.bytes, ""); /* the program that reads it chooses the font */
	drawn_free(&drawn);
	draw_configured(&drawn, "", "svg");
	assert_non_null(strstr(drawn.told.bytes, "no installed font has '"));
	assert_non_null(strstr(drawn.told.bytes, "fonts-noto-cjk"));
	drawn_free(&drawn);
}

static void fonts_that_only_an_included_file_knows_are_found(void **state)
{
	struct drawn drawn;

	(void)state;
	draw_configured(&drawn, "<include>/etc/fonts/fonts.conf</include>", "svg");
	assert_string_equal(drawn.told.bytes, "");
	drawn_free(&drawn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_legend_fits_at_any_size),
		cmocka_unit_test(sixty_arrows_have_whole_labels),
		cmocka_unit_test(more_arrows_have_dates_only),
		cmocka_unit_test(many_arrows_leave_names_only_but_lose_no_visit),
		cmocka_unit_test(cards_do_not_cover_each_other),
		cmocka_unit_test(weak_lines_of_a_dense_picture_fade),
		cmocka_unit_test(thousands_are_gathered_into_regions),
		cmocka_unit_test(a_timeline_is_cut_and_says_so),
		cmocka_unit_test(a_layout_that_takes_too_long_is_stopped),
		cmocka_unit_test(what_graphviz_complains_about_is_an_error),
		cmocka_unit_test(a_failure_leaves_the_old_file_as_it_was),
		cmocka_unit_test(characters_that_no_font_has_are_told),
		cmocka_unit_test(fonts_that_only_an_included_file_knows_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
