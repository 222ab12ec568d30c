/* test_visits.c - a limit keeps the visits between the most connected parties, against counting them the plain way; a long answer
 * comes in parts. */
#include "tests/graph/graph_fixture.h"

enum { PARTIES = 40, VISITS = 1200, LIMIT = 70 };

static uint32_t chance = 2463534242; /* Marsaglia, Xorshift RNGs, 2003 */

static uint32_t any(uint32_t below)
{
	chance ^= chance << 13;
	chance ^= chance >> 17;
	chance ^= chance << 5;
	return chance % below;
}

/* Half of the visits are to the first few, so that some parties are far more connected than others. */
static uint32_t any_party(void)
{
	return any(2) ? any(PARTIES) : any(6);
}

static vg_graph *graph_of_visits(unsigned degrees[PARTIES])
{
	static char names[PARTIES][24];
	static vg_mention mentions[VISITS][2];
	static vg_record records[VISITS];
	vg_graph *graph = graph_new();

	for (int i = 0; i < PARTIES; i++)
		snprintf(names[i], sizeof names[i], "第%d公司", i);
	for (int i = 0; i < VISITS; i++) {
		uint32_t a = any_party(), b = (a + 1 + any(PARTIES - 1)) % PARTIES;
		mentions[i][0] = (vg_mention){.kind = VG_ORGANIZATION, .role = VG_VISITOR, .name = names[a]};
		mentions[i][1] = (vg_mention){.kind = VG_ORGANIZATION, .role = VG_HOST, .name = names[b]};
		records[i] = record_of_visit("2000", mentions[i]);
		snprintf(records[i].date.from, sizeof records[i].date.from, "20%02u-%02u-%02u", (unsigned)i / 336 % 100,
			 (unsigned)i / 28 % 12 + 1, (unsigned)i % 28 + 1);
		degrees[a]++;
		degrees[b]++;
	}
	graph_tell(graph, 1, records, VISITS);
	return graph;
}

/* A visit weighs as much as its less connected party. */
static unsigned weight_of(const vg_view *view, const vg_event *event, const unsigned degrees[PARTIES])
{
	unsigned weight = VISITS;

	for (size_t i = 0; i < event->participant_count; i++) {
		unsigned degree = degrees[atoi(view->nodes[event->participants[i].node].name + strlen("第"))];

		weight = degree < weight ? degree : weight;
	}
	return weight;
}

static int compare_down(const void *a, const void *b)
{
	return (int)*(const unsigned *)b - (int)*(const unsigned *)a;
}

/* The weights of all visits of a view, the greatest first. */
static size_t weights_of(const vg_view *view, const unsigned degrees[PARTIES], unsigned weights[VISITS])
{
	for (size_t i = 0; i < view->event_count; i++)
		weights[i] = weight_of(view, &view->events[i], degrees);
	qsort(weights, view->event_count, sizeof *weights, compare_down);
	return view->event_count;
}

static void check_kept(vg_graph *graph, const unsigned degrees[PARTIES], vg_query query)
{
	unsigned all_weights[VISITS], kept_weights[VISITS];
	vg_view *all, *kept;
	vg_error error = {0};
	size_t count;

	query.limit = 0;
	assert_int_equal(vg_visits_busiest(&all, graph, &query, &error), VG_OK);
	query.limit = LIMIT;
	assert_int_equal(vg_visits_busiest(&kept, graph, &query, &error), VG_OK);
	count = weights_of(all, degrees, all_weights);
	assert_true(count > LIMIT);
	assert_int_equal(weights_of(kept, degrees, kept_weights), LIMIT);
	assert_int_equal(kept->left_out, count - LIMIT);
	assert_memory_equal(kept_weights, all_weights, LIMIT * sizeof *kept_weights);
	vg_view_free(all);
	vg_view_free(kept);
}

static void test_a_limit_keeps_the_visits_between_the_most_connected(void **state)
{
	unsigned degrees[PARTIES] = {0};
	vg_graph *graph = graph_of_visits(degrees);

	(void)state;
	check_kept(graph, degrees, (vg_query){0});
	check_kept(graph, degrees, (vg_query){.from = "2000-06"});
	vg_graph_free(graph);
}

static void test_visits_without_a_second_party_come_last(void **state)
{
	const vg_mention pair[] = {{.kind = VG_ORGANIZATION, .role = VG_VISITOR, .name = "甲公司"},
				   {.kind = VG_ORGANIZATION, .role = VG_HOST, .name = "乙公司"}};
	const vg_mention alone[] = {{.kind = VG_ORGANIZATION, .role = VG_VISITOR, .name = "丙公司"},
				    {.kind = VG_ORGANIZATION, .role = VG_VISITOR, .name = "丙公司"}};
	const vg_record records[] = {record_of_visit("2024-01-01", alone), record_of_visit("2023-01-01", pair),
				     record_of_visit("2024-01-03", alone)};
	vg_graph *graph = graph_new();
	vg_view *view;
	vg_error error = {0};

	(void)state;
	graph_tell(graph, 1, records, 3);
	assert_int_equal(vg_visits_busiest(&view, graph, &(vg_query){.limit = 2}, &error), VG_OK);
	assert_int_equal(view->event_count, 2);
	assert_string_equal(view->events[0].date.from, "2023-01-01");
	assert_string_equal(view->events[1].date.from, "2024-01-03");
	vg_view_free(view);
	vg_graph_free(graph);
}

/* The views of a walk, one after another, against one view of all. */
struct seen {
	const vg_view *all;
	size_t count, views;
};

static void see(void *context, const vg_view *events)
{
	struct seen *seen = context;

	for (size_t i = 0; i < events->event_count; i++, seen->count++) {
		assert_true(seen->count < seen->all->event_count);
		assert_int_equal(events->events[i].id, seen->all->events[seen->count].id);
		assert_string_equal(events->events[i].date.from, seen->all->events[seen->count].date.from);
		assert_int_equal(events->events[i].participant_count, seen->all->events[seen->count].participant_count);
	}
	assert_int_equal(events->left_out, seen->all->left_out);
	seen->views++;
}

static void test_a_long_answer_comes_in_parts(void **state)
{
	unsigned degrees[PARTIES] = {0};
	vg_graph *graph = graph_of_visits(degrees);
	const vg_query queries[] = {{0}, {.limit = 510}, {.limit = 100}, {.from = "2000-03", .to = "2001"}};
	vg_error error = {0};

	(void)state;
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		struct seen seen = {0};
		vg_view *all;

		assert_int_equal(vg_visits(&all, graph, &queries[i], &error), VG_OK);
		seen.all = all;
		assert_int_equal(vg_visits_each(graph, &queries[i], see, &seen, &error), VG_OK);
		assert_int_equal(seen.count, all->event_count);
		assert_true(seen.views > 1 || all->event_count <= 500);
		vg_view_free(all);
	}
	vg_graph_free(graph);
}

/* Very many are drawn by where they lie, so that is told with them: 第7公司 lies in 某县, and that in 某市. */
static void test_many_visits_come_with_the_places_of_their_parties(void **state)
{
	unsigned degrees[PARTIES] = {0};
	vg_graph *graph = graph_of_visits(degrees);
	const vg_record lists[] = {
		{.kind = VG_DESCRIPTION, .a = {.kind = VG_ORGANIZATION, .name = "第7公司"}, .place = "某县"},
		{.kind = VG_DESCRIPTION, .a = {.kind = VG_PLACE, .name = "某县"}, .parent = "某市"},
	};
	vg_view *view;
	vg_error error = {0};

	(void)state;
	graph_tell(graph, 2, lists, 2);
	assert_int_equal(vg_visits_busiest(&view, graph, &(vg_query){.limit = VISITS - 100}, &error), VG_OK);
	assert_int_equal(view->link_count, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(view->links[i].relation, VG_LOCATED_IN);
		assert_string_equal(view->nodes[view->links[i].from].name, i ? "某县" : "第7公司");
		assert_string_equal(view->nodes[view->links[i].to].name, i ? "某市" : "某县");
	}
	vg_view_free(view);
	vg_graph_free(graph);
}

static void test_a_title_that_was_said_on_another_occasion_is_found(void **state)
{
	const vg_mention with[] = {{VG_PERSON, VG_VISITOR, false, "甲", "县长", "某县"}, {VG_PERSON, VG_HOST, false, "乙", NULL, "第1公司"}},
			 without[] = {{VG_PERSON, VG_VISITOR, false, "乙", NULL, "第1公司"}, {VG_PERSON, VG_HOST, false, "甲", NULL, "某县"}};
	const vg_record records[] = {record_of_visit("2001", with), record_of_visit("2002", without)};
	vg_graph *graph = graph_new();
	vg_view *view;
	vg_error error = {0};
	size_t persons = 0;

	(void)state;
	graph_tell(graph, 1, records, 2);
	assert_int_equal(vg_visits(&view, graph, &(vg_query){.from = "2002"}, &error), VG_OK);
	assert_int_equal(view->event_count, 1);
	for (size_t i = 0; i < view->node_count; i++) {
		const vg_node *node = &view->nodes[i];

		persons += node->kind == VG_PERSON;
		if (!strcmp(node->name, "甲"))
			assert_string_equal(node->title, "县长");
		else
			assert_null(node->title);
	}
	assert_int_equal(persons, 2);
	vg_view_free(view);
	vg_graph_free(graph);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_limit_keeps_the_visits_between_the_most_connected),
		cmocka_unit_test(test_visits_without_a_second_party_come_last),
		cmocka_unit_test(test_a_long_answer_comes_in_parts),
		cmocka_unit_test(test_many_visits_come_with_the_places_of_their_parties),
		cmocka_unit_test(test_a_title_that_was_said_on_another_occasion_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
