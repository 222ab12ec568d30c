/* recall.c - the names that the graph has, in memory: what an import begins with.
 *
 * Of a large graph that is most of a small import, so two threads do it: one reads rows, the other makes names of them. */
#include "graph/names.h"
#include "graph/thread.h"

#include <stdlib.h>

enum { ROWS_A_TIME = 4096 };

struct row {
	uint32_t id, organization, text; /* text: offset in texts */
	uint8_t kind, said;
};

struct batch {
	struct names *names;
	struct row rows[ROWS_A_TIME];
	size_t count;
	struct text texts;
};

struct recall {
	struct names *names; /* the second thread's */
	struct batch batches[TASKS_AHEAD + 1];
	size_t filling;
	struct second_thread namer;
};

/* ── By id ───────────────────────────────────────────────────────────────────────────────────────────── */

/* Ids are dense: half of a graph's are names. */
static void keep_id(struct names *names, uint32_t id, uint32_t index)
{
	if (id >= names->id_count) {
		size_t count = (size_t)id / 4 * 5 + 1024;

		names->by_id = memory_grow(names->by_id, count * sizeof *names->by_id);
		memset(names->by_id + names->id_count, 0, (count - names->id_count) * sizeof *names->by_id);
		names->id_count = count;
	}
	names->by_id[id] = index + 1;
}

/* Later ones have later ids. */
static uint32_t index_of_new(const struct names *names, uint32_t id)
{
	size_t low = names->loaded_count, high = names->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (names->items[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < names->count && names->items[low].id == id ? (uint32_t)low : NO_NAME;
}

uint32_t names_index(const struct names *names, uint32_t id)
{
	return id < names->id_count && names->by_id[id] ? names->by_id[id] - 1 : index_of_new(names, id);
}

/* ── Names ───────────────────────────────────────────────────────────────────────────────────────────── */

/* What a person's name takes from its organization lies anywhere: it is asked of memory some rows before. */
static void foresee(const struct names *names, const struct batch *batch, size_t index)
{
	enum { ID_AHEAD = 16, NAME_AHEAD = 8 };
	uint32_t organization;

	if (index + ID_AHEAD < batch->count && (organization = batch->rows[index + ID_AHEAD].organization) < names->id_count)
		__builtin_prefetch(&names->by_id[organization]);
	if (index + NAME_AHEAD < batch->count && (organization = batch->rows[index + NAME_AHEAD].organization) < names->id_count &&
	    names->by_id[organization])
		__builtin_prefetch(&names->items[names->by_id[organization] - 1]);
}

static void name_rows(void *thing)
{
	struct batch *batch = thing;
	struct names *names = batch->names;
	uint32_t first = (uint32_t)names->count;

	for (size_t i = 0; i < batch->count; i++) {
		const struct row *row = &batch->rows[i];
		struct name *name;

		foresee(names, batch, i);
		name = names_append(names, (enum name_kind)row->kind, batch->texts.bytes + row->text,
				    row->organization ? names_index(names, row->organization) : NO_NAME, row->id);
		name->said = name->stored_said = row->said;
		name->stored = name->entity;
		keep_id(names, row->id, name->entity);
		names->loaded_count = names->count; /* a person's organization stands before it */
	}
	names_make_known(names, first);
	batch->count = batch->texts.length = 0;
}

static void hand_over(struct recall *recall)
{
	struct batch *batch = &recall->batches[recall->filling];

	batch->names = recall->names;
	recall->filling = (recall->filling + 1) % (TASKS_AHEAD + 1);
	thread_give(&recall->namer, name_rows, batch);
}

static vg_status read_names(struct recall *recall, vg_error *error)
{
	struct answer answer = store_ask(recall->names->graph, QUERY_ALL_NAMES, "");

	while (store_next(&answer)) {
		struct batch *batch = &recall->batches[recall->filling];
		const char *text = store_text(&answer, 2);

		batch->rows[batch->count++] = (struct row){
			.id = (uint32_t)store_integer(&answer, 0),
			.kind = (uint8_t)store_integer(&answer, 1),
			.text = (uint32_t)batch->texts.length,
			.organization = (uint32_t)store_integer(&answer, 3),
			.said = (uint8_t)store_integer(&answer, 4),
		};
		text_add(&batch->texts, text, strlen(text) + 1);
		if (batch->count == ROWS_A_TIME)
			hand_over(recall);
	}
	hand_over(recall);
	thread_end(&recall->namer);
	return store_end(&answer, error);
}

static vg_status load_inferences(struct names *names, vg_error *error)
{
	struct answer answer = store_ask(names->graph, QUERY_ALL_SAME, "");
	vg_status status;

	while (store_next(&answer)) {
		uint32_t name = names_index(names, (uint32_t)store_integer(&answer, 0));
		uint32_t entity = names_index(names, (uint32_t)store_integer(&answer, 1));

		if (name != NO_NAME && entity != NO_NAME)
			names->items[name].entity = names->items[name].stored = entity;
	}
	if ((status = store_end(&answer, error)))
		return status;
	answer = store_ask(names->graph, QUERY_ALL_TERRITORIES, "");
	while (store_next(&answer)) {
		uint32_t name = names_index(names, (uint32_t)store_integer(&answer, 0));

		if (name != NO_NAME)
			names->items[name].is_place = names->items[name].was_place = true;
	}
	return store_end(&answer, error);
}

vg_status names_load(struct names *names, vg_graph *graph, size_t expected, vg_error *error)
{
	struct recall *recall = memory_get(sizeof *recall);
	vg_status status;

	names->graph = graph;
	names_make_room(names, expected);
	recall->names = names;
	status = read_names(recall, error);
	for (size_t i = 0; i < TASKS_AHEAD + 1; i++)
		text_free(&recall->batches[i].texts);
	free(recall);
	return status ? status : load_inferences(names, error);
}
