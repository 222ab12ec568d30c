/* graph_fixture.h - a graph without a file, told a few records by the front door; and what it then answers, as one line. */
#ifndef GRAPH_FIXTURE_H
#define GRAPH_FIXTURE_H

#include "graph/text.h"

#include <setjmp.h>
#include <stdlib.h>
#include <cmocka.h>

static inline vg_graph *graph_new(void)
{
	vg_graph *graph;
	vg_error error = {0};

	assert_int_equal(vg_graph_open(&graph, "", VG_WRITE, &error), VG_OK);
	return graph;
}

/* One import of these records, lines numbered from 2. */
static inline int64_t graph_tell(vg_graph *graph, uint64_t digest, const vg_record *records, size_t count)
{
	const vg_source source = {.file = "list.csv", .kind = "visits", .digest = {digest, 1}};
	vg_import_summary summary = {.rows = count, .imported = count};
	int64_t earlier, replaced;
	vg_error error = {0};
	bool is_known;

	assert_int_equal(vg_source_begin(graph, &source, &earlier, &replaced, &error), VG_OK);
	assert_int_equal(earlier, 0);
	for (size_t i = 0; i < count; i++) {
		vg_record record = records[i];

		record.line = i + 2;
		assert_int_equal(vg_records_put(graph, &record, 1, &is_known, &error), VG_OK);
	}
	assert_int_equal(vg_source_end(graph, &summary, &error), VG_OK);
	return summary.id;
}

static inline vg_record record_of_place(const char *name, const char *const *aliases, size_t alias_count)
{
	return (vg_record){.kind = VG_DESCRIPTION, .a = {.kind = VG_PLACE, .name = name}, .aliases = aliases, .alias_count = alias_count};
}

static inline vg_record record_of_organization(const char *name, const char *const *aliases, size_t alias_count, const char *parent)
{
	return (vg_record){.kind = VG_DESCRIPTION,
			   .a = {.kind = VG_ORGANIZATION, .name = name},
			   .aliases = aliases,
			   .alias_count = alias_count,
			   .parent = parent};
}

static inline vg_record record_of_person(const char *name, const char *organization, const char *title)
{
	return (vg_record){.kind = VG_DESCRIPTION, .a = {.kind = VG_PERSON, .name = name, .organization = organization, .title = title}};
}

/* `mentions` has two: who visits whom. */
static inline vg_record record_of_visit(const char *date, const vg_mention *mentions)
{
	vg_record record = {.kind = VG_OCCASION, .type = VG_VISIT, .mentions = mentions, .mention_count = 2};

	snprintf(record.date.from, sizeof record.date.from, "%s", date);
	return record;
}

/* What NAME may mean: "name@organization kind, …", or "nobody". The text is the caller's. */
static inline char *graph_find(vg_graph *graph, const char *name)
{
	struct text line = {0};
	vg_view *view;
	vg_error error = {0};

	if (vg_find(&view, graph, name, &error)) {
		text_put(&line, error.status == VG_NOT_FOUND ? "nobody" : error.message);
		return line.bytes;
	}
	for (size_t i = 0; i < view->node_count; i++) {
		const vg_node *node = &view->nodes[i];

		if (!node->matched)
			continue;
		text_print(&line, "%s%s", line.length ? ", " : "", node->name);
		if (node->organization != VG_NONE)
			text_print(&line, "@%s", view->nodes[node->organization].name);
		text_print(&line, " %s", vg_kind_name(node->kind));
	}
	vg_view_free(view);
	return line.bytes;
}

#define assert_found(graph, name, expected)                     \
	do {                                                    \
		char *found_text = graph_find((graph), (name)); \
		assert_string_equal(found_text, (expected));    \
		free(found_text);                               \
	} while (0)

/* How many events the graph has. */
static inline size_t graph_event_count(vg_graph *graph)
{
	vg_view *view;
	vg_error error = {0};
	size_t count;

	assert_int_equal(vg_visits(&view, graph, &(vg_query){0}, &error), VG_OK);
	count = view->event_count;
	vg_view_free(view);
	return count;
}

#endif
