/* test_store.c - what happens to the file of a graph while it is written. */
#include "tests/graph/graph_fixture.h"

#include <unistd.h>

/* Nobody would find what is written into a file that has no name any more, so nobody is told that it was. */
static void test_an_import_into_a_file_that_was_removed_meanwhile_fails(void **state)
{
	const vg_source source = {.file = "list.csv", .kind = "people", .digest = {1, 1}};
	const vg_record person = record_of_person("张三", "甲公司", "经理");
	char path[] = "/tmp/visitgraph-test-XXXXXX";
	vg_import_summary summary = {.rows = 1, .imported = 1};
	int64_t earlier, replaced;
	int file = mkstemp(path);
	vg_graph *graph;
	vg_error error = {0};
	bool is_known;

	(void)state;
	assert_true(file >= 0);
	close(file);
	assert_int_equal(vg_graph_open(&graph, path, VG_WRITE, &error), VG_OK);
	assert_int_equal(vg_source_begin(graph, &source, &earlier, &replaced, &error), VG_OK);
	assert_int_equal(vg_records_put(graph, &person, 1, &is_known, &error), VG_OK);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(vg_source_end(graph, &summary, &error), VG_IO);
	vg_graph_free(graph);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_import_into_a_file_that_was_removed_meanwhile_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
