/* test_connections.c - paths over all that joins two (events, also told twice, memberships, ties, parents, places) against a plain
 * breadth-first search over the same facts, and every step against what it is said to be. */
#include "tests/graph/graph_fixture.h"

enum { ORGANIZATIONS = 60, PEOPLE = 90, CITIES = 8, ALL = ORGANIZATIONS + PEOPLE + CITIES, FACTS = 130, MOST_PARTIES = 4 };

static uint32_t chance;

static uint32_t any(uint32_t below)
{
	chance ^= chance << 13; /* Marsaglia, Xorshift RNGs, 2003 */
	chance ^= chance >> 17;
	chance ^= chance << 5;
	return chance % below;
}

/* Organizations come first, then people, then cities. */
struct world {
	char names[ALL][24];
	int employer[ALL]; /* of a person; -1: none */
	bool joined[ALL][ALL], lies_at[ALL][ALL];
	vg_mention mentions[FACTS][MOST_PARTIES];
	vg_record records[FACTS];
	size_t count;
};

static bool is_person(int who)
{
	return who >= ORGANIZATIONS && who < ORGANIZATIONS + PEOPLE;
}

static void begin(struct world *world)
{
	*world = (struct world){0};
	for (int i = 0; i < ALL; i++) {
		const char *pattern = i < ORGANIZATIONS ? "第%d公司" : is_person(i) ? "人%d" : "第%d市";

		snprintf(world->names[i], sizeof world->names[i], pattern, i);
		world->employer[i] = is_person(i) && any(3) ? (int)any(ORGANIZATIONS) : -1;
	}
}

static void join(bool joined[ALL][ALL], int a, int b)
{
	if (a >= 0 && b >= 0 && a != b)
		joined[a][b] = joined[b][a] = true;
}

/* Somebody takes part, and so does whom they act for. */
static size_t add_party(struct world *world, int parties[2 * MOST_PARTIES], size_t count, size_t at, int who)
{
	world->mentions[world->count][at] = (vg_mention){
		.kind = is_person(who) ? VG_PERSON : VG_ORGANIZATION,
		.role = (vg_role)(VG_VISITOR + at % 4),
		.name = world->names[who],
		.organization = world->employer[who] >= 0 ? world->names[world->employer[who]] : NULL,
	};
	parties[count++] = who;
	if (world->employer[who] >= 0)
		parties[count++] = world->employer[who];
	join(world->joined, who, world->employer[who]);
	return count;
}

static void add_event(struct world *world)
{
	int parties[2 * MOST_PARTIES], city = ORGANIZATIONS + PEOPLE + (int)any(CITIES);
	size_t count = 0, mentions = 2 + any(MOST_PARTIES - 1);
	vg_record *record = &world->records[world->count];
	bool has_place = any(4) == 0;

	for (size_t i = 0; i < mentions; i++)
		count = add_party(world, parties, count, i, (int)any(ORGANIZATIONS + PEOPLE));
	*record = record_of_visit("", world->mentions[world->count]);
	snprintf(record->date.from, sizeof record->date.from, "20%02u-%02u", (unsigned)world->count / 12 % 100,
		 (unsigned)world->count % 12 + 1);
	record->mention_count = mentions;
	record->place = has_place ? world->names[city] : NULL;
	world->count++;
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < i; k++)
			join(world->joined, parties[i], parties[k]);
		if (has_place)
			join(world->lies_at, parties[i], city);
	}
}

static void add_tie(struct world *world)
{
	int a = (int)any(ORGANIZATIONS), b = (int)any(ORGANIZATIONS);

	if (a == b)
		return;
	world->records[world->count++] = (vg_record){.kind = VG_TIE,
						     .a = {.kind = VG_ORGANIZATION, .name = world->names[a]},
						     .b = {.kind = VG_ORGANIZATION, .name = world->names[b]},
						     .status = VG_SIGNED};
	join(world->joined, a, b);
}

static void add_parent(struct world *world)
{
	int child = (int)any(ORGANIZATIONS), parent = (int)any(ORGANIZATIONS), city = ORGANIZATIONS + PEOPLE + (int)any(CITIES);

	if (child == parent)
		return;
	world->records[world->count] = record_of_organization(world->names[child], NULL, 0, world->names[parent]);
	world->records[world->count++].place = world->names[city];
	join(world->joined, child, parent);
	join(world->lies_at, child, city);
}

static vg_graph *graph_of(struct world *world)
{
	vg_graph *graph = graph_new();

	begin(world);
	for (int i = 0; i < FACTS; i++)
		switch (any(6)) {
		case 0:
			add_tie(world);
			break;
		case 1:
			add_parent(world);
			break;
		default:
			add_event(world);
		}
	graph_tell(graph, 1, world->records, world->count);
	graph_tell(graph, 2, world->records, world->count / 2); /* half of it again, by another source */
	return graph;
}

static void search_plainly(const struct world *world, bool through_places, int from, int steps[ALL])
{
	int queue[ALL], end = 1;

	for (int i = 0; i < ALL; i++)
		steps[i] = i == from ? 0 : -1;
	queue[0] = from;
	for (int first = 0; first < end; first++)
		for (int i = 0; i < ALL; i++)
			if ((world->joined[queue[first]][i] || (through_places && world->lies_at[queue[first]][i])) && steps[i] < 0) {
				steps[i] = steps[queue[first]] + 1;
				queue[end++] = i;
			}
}

static int who_is(const struct world *world, const vg_view *view, size_t node)
{
	for (int i = 0; i < ALL; i++)
		if (!strcmp(world->names[i], view->nodes[node].name))
			return i;
	fail_msg("nobody is called %s", view->nodes[node].name);
	return -1;
}

static void check_path(const struct world *world, const vg_view *view, const vg_path *path, bool through_places)
{
	for (size_t i = 0; i < path->step_count; i++) {
		int from = who_is(world, view, path->steps[i].from), to = who_is(world, view, path->steps[i].to);

		assert_true(world->joined[from][to] || (through_places && world->lies_at[from][to]));
		assert_true(!i || path->steps[i].from == path->steps[i - 1].to);
		assert_true(path->steps[i].evidence.count > 0);
	}
}

static void compare(const struct world *world, vg_graph *graph, const int64_t ids[ALL], const vg_query *query)
{
	vg_error error = {0};

	for (int from = 0; from < ALL; from += 13) {
		int steps[ALL];

		if (!ids[from])
			continue;
		search_plainly(world, query->through_places, from, steps);
		for (int to = 0; to < ALL; to++) {
			vg_view *view;

			if (!ids[to] || to == from)
				continue;
			assert_int_equal(vg_path_between(&view, graph, ids[from], ids[to], query, &error), VG_OK);
			assert_int_equal(view->path_count ? (int)view->paths[0].step_count : -1, steps[to]);
			for (size_t i = 0; i < view->path_count; i++)
				check_path(world, view, &view->paths[i], query->through_places);
			vg_view_free(view);
		}
	}
}

static void test_paths_over_all_that_joins_are_the_shortest(void **state)
{
	static struct world world;

	(void)state;
	for (uint32_t seed = 1; seed <= 3; seed++) {
		vg_graph *graph;
		int64_t ids[ALL] = {0};
		vg_error error = {0};

		chance = seed * 2654435761u;
		graph = graph_of(&world);
		for (int i = 0; i < ALL; i++) {
			vg_view *view;

			if (vg_find(&view, graph, world.names[i], &error))
				continue; /* nobody has said it */
			ids[i] = view->nodes[0].id;
			vg_view_free(view);
		}
		compare(&world, graph, ids, &(vg_query){.max_length = 100});
		compare(&world, graph, ids, &(vg_query){.max_length = 100, .through_places = true});
		compare(&world, graph, ids, &(vg_query){.max_length = 100, .finds_all = true, .limit = 20});
		vg_graph_free(graph);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_paths_over_all_that_joins_are_the_shortest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
