/* test_path.c - shortest paths against a plain breadth-first search, and the packed index against what went in. */
#include "graph/feed.h"
#include "graph/links.h"
#include "tests/graph/graph_fixture.h"

enum { PEOPLE = 120, MEETINGS = 150 };

static uint32_t chance = 88172645; /* Marsaglia, Xorshift RNGs, 2003 */

static uint32_t any(uint32_t below)
{
	chance ^= chance << 13;
	chance ^= chance >> 17;
	chance ^= chance << 5;
	return chance % below;
}

/* Steps from one to all others, over a matrix of who met whom; -1: no connection. */
static void search_plainly(bool met[PEOPLE][PEOPLE], int from, int steps[PEOPLE])
{
	int queue[PEOPLE], first = 0, end = 1;

	for (int i = 0; i < PEOPLE; i++)
		steps[i] = i == from ? 0 : -1;
	queue[0] = from;
	for (; first < end; first++)
		for (int i = 0; i < PEOPLE; i++)
			if (met[queue[first]][i] && steps[i] < 0) {
				steps[i] = steps[queue[first]] + 1;
				queue[end++] = i;
			}
}

static vg_graph *graph_of_meetings(bool met[PEOPLE][PEOPLE])
{
	static char names[PEOPLE][16];
	static vg_mention mentions[MEETINGS][2];
	static vg_record records[MEETINGS];
	vg_graph *graph = graph_new();

	for (int i = 0; i < PEOPLE; i++)
		snprintf(names[i], sizeof names[i], "人%d", i);
	for (int i = 0; i < MEETINGS; i++) {
		uint32_t a = any(PEOPLE), b = (a + 1 + any(PEOPLE - 1)) % PEOPLE;

		mentions[i][0] = (vg_mention){.kind = VG_PERSON, .role = VG_VISITOR, .name = names[a]};
		mentions[i][1] = (vg_mention){.kind = VG_PERSON, .role = VG_HOST, .name = names[b]};
		records[i] = record_of_visit(i % 2 ? "2023" : "2024", mentions[i]);
		met[a][b] = met[b][a] = true;
	}
	graph_tell(graph, 1, records, MEETINGS);
	return graph;
}

static int64_t id_of(vg_graph *graph, int person)
{
	char name[16];
	vg_view *view;
	vg_error error = {0};
	int64_t id;

	snprintf(name, sizeof name, "人%d", person);
	if (vg_find(&view, graph, name, &error))
		return 0;
	id = view->nodes[0].id;
	vg_view_free(view);
	return id;
}

/* Every step must be a meeting, and each must go on where the last ended. */
static void check_path(const vg_view *view, const vg_path *path, int64_t a, int64_t b)
{
	assert_int_equal(view->nodes[path->steps[0].from].id, a);
	assert_int_equal(view->nodes[path->steps[path->step_count - 1].to].id, b);
	for (size_t i = 0; i < path->step_count; i++) {
		const vg_step *step = &path->steps[i];
		const vg_event *event = &view->events[step->event];
		bool has_from = false, has_to = false;

		if (i)
			assert_int_equal(step->from, path->steps[i - 1].to);
		assert_true(step->evidence.count > 0);
		for (size_t k = 0; k < event->participant_count; k++) {
			has_from |= event->participants[k].node == step->from;
			has_to |= event->participants[k].node == step->to;
		}
		assert_true(has_from && has_to);
	}
}

static void test_paths_are_as_short_as_those_of_a_plain_search(void **state)
{
	static bool met[PEOPLE][PEOPLE];
	vg_graph *graph = graph_of_meetings(met);
	const vg_query query = {.max_length = 100};
	vg_error error = {0};

	(void)state;
	for (int from = 0; from < PEOPLE; from += 7) {
		int steps[PEOPLE];
		int64_t a = id_of(graph, from);

		search_plainly(met, from, steps);
		for (int to = 0; to < PEOPLE; to++) {
			int64_t b = id_of(graph, to);
			vg_view *view;

			if (!a || !b || from == to)
				continue;
			assert_int_equal(vg_path_between(&view, graph, a, b, &query, &error), VG_OK);
			assert_int_equal(view->path_count, steps[to] > 0);
			if (view->path_count) {
				assert_int_equal(view->paths[0].step_count, steps[to]);
				check_path(view, &view->paths[0], a, b);
			}
			vg_view_free(view);
		}
	}
	vg_graph_free(graph);
}

/* How many shortest ways lead to each: those to its neighbours one step nearer, added up. */
static void test_all_paths_are_all_of_them(void **state)
{
	static bool met[PEOPLE][PEOPLE];
	vg_graph *graph = graph_of_meetings(met);
	const vg_query query = {.max_length = 100, .finds_all = true, .limit = 10000};
	vg_error error = {0};
	int steps[PEOPLE];
	size_t ways[PEOPLE] = {1};

	(void)state;
	search_plainly(met, 0, steps);
	for (int distance = 1; distance < PEOPLE; distance++)
		for (int i = 0; i < PEOPLE; i++)
			for (int k = 0; k < PEOPLE && steps[i] == distance; k++)
				if (met[i][k] && steps[k] == distance - 1)
					ways[i] += ways[k];
	for (int to = 1; to < PEOPLE; to++) {
		vg_view *view;

		if (steps[to] < 1 || !id_of(graph, 0))
			continue;
		assert_int_equal(vg_path_between(&view, graph, id_of(graph, 0), id_of(graph, to), &query, &error), VG_OK);
		assert_int_equal(view->path_count, ways[to]);
		for (size_t i = 0; i < view->path_count; i++)
			check_path(view, &view->paths[i], id_of(graph, 0), id_of(graph, to));
		vg_view_free(view);
	}
	vg_graph_free(graph);
}

static void test_limits_of_a_path(void **state)
{
	const vg_mention first[] = {{.kind = VG_PERSON, .role = VG_VISITOR, .name = "甲"}, {.kind = VG_PERSON, .role = VG_HOST, .name = "乙"}};
	const vg_mention second[] = {{.kind = VG_PERSON, .role = VG_VISITOR, .name = "乙"}, {.kind = VG_PERSON, .role = VG_HOST, .name = "丙"}};
	vg_record records[] = {record_of_visit("2023-01", first), record_of_visit("2024-01", second)};
	vg_graph *graph = graph_new();
	int64_t ids[3];
	vg_error error = {0};

	(void)state;
	records[0].place = records[1].place = "上海";
	graph_tell(graph, 1, records, 2);
	for (int i = 0; i < 3; i++) {
		vg_view *view;

		assert_int_equal(vg_find(&view, graph, ((const char *[]){"甲", "乙", "丙"})[i], &error), VG_OK);
		ids[i] = view->nodes[0].id;
		vg_view_free(view);
	}
	const struct {
		vg_query query;
		size_t length;
	} limits[] = {
		{{0}, 2},
		{{.max_length = 1}, 0},
		{{.avoid = &ids[1], .avoid_count = 1}, 0},
		{{.avoid = &ids[1], .avoid_count = 1, .through_places = true}, 2},
		{{.from = "2023", .to = "2023"}, 0},
		{{.from = "2023-01", .to = "2024"}, 2},
	};

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		vg_view *view;

		assert_int_equal(vg_path_between(&view, graph, ids[0], ids[2], &limits[i].query, &error), VG_OK);
		assert_int_equal(view->path_count ? view->paths[0].step_count : 0, limits[i].length);
		vg_view_free(view);
	}
	vg_graph_free(graph);
}

static void test_the_packed_index_gives_back_what_went_in(void **state)
{
	enum { COUNT = 20000 };
	static struct {
		uint32_t fact;
		enum link_role role;
	} put[COUNT];
	vg_graph *graph = graph_new();
	struct links links = {0};
	
	struct link_reader reader;
	vg_error error = {0};
	size_t count = 0;

	(void)state;
	assert_int_equal(store_begin(graph, &error), VG_OK);
	for (uint32_t fact = 1; count < COUNT; fact += any(8) ? any(200) : any(50000))
		for (int role = LINK_VISITOR; role <= LINK_MEMBER && count < COUNT; role += 1 + (int)any(6)) {
			if (count && put[count - 1].fact == fact && put[count - 1].role >= (enum link_role)role)
				continue;
			put[count].fact = fact;
			put[count++].role = (enum link_role)role;
			links_add(&links, &(struct link){5, fact, (uint32_t)role}, 1);
			links_add(&links, &(struct link){5, fact, (uint32_t)role}, 1);
			if (count == COUNT / 2) /* as a second import would */
				links_save(&links, 5, 77, graph), fact++;
		}
	links_save(&links, 5, 77, graph);
	assert_int_equal(feed_end(graph, &error), VG_OK);
	links_open(&reader, graph, 77);
	for (size_t i = 0; i < COUNT; i++) {
		assert_true(links_next(&reader));
		assert_int_equal(reader.fact, put[i].fact);
		assert_int_equal(reader.role, put[i].role);
	}
	assert_false(links_next(&reader));
	assert_int_equal(links_close(&reader, &error), VG_OK);
	links_free(&links);
	vg_graph_free(graph);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paths_are_as_short_as_those_of_a_plain_search),
		cmocka_unit_test(test_all_paths_are_all_of_them),
		cmocka_unit_test(test_limits_of_a_path),
		cmocka_unit_test(test_the_packed_index_gives_back_what_went_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
