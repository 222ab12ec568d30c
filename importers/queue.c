/* queue.c - rows on their way into the graph: one thread reads a list while a second puts what was read before.
 *
 * Reading a row and finding out who it speaks of take about equally long (bench/README.md). Records are copied into a batch,
 * with all that they point to; a full batch is the second thread's, and so is the graph, until it is done with it. */
#include "graph/thread.h"
#include "importers/importers.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

enum { BATCH_LEAST = 1 << 17, BATCH_MOST = 1 << 19 };

struct batch {
	struct queue *queue;
	struct arena arena;
	size_t bytes; /* of texts, about */
	vg_record *records;
	bool *are_first; /* of their row */
	size_t count, capacity, flag_capacity;
};

struct queue {
	vg_graph *graph;
	struct batch batches[TASKS_AHEAD + 1];
	size_t filling, handed_over; /* the one that rows are added to; bytes in all others before */
	struct second_thread putter;
	atomic_bool has_failed;
	/* the second thread's, while it runs */
	vg_status status;
	vg_error error;
	size_t imported, known; /* rows */
};

/* ── Copies ──────────────────────────────────────────────────────────────────────────────────────────── */

static const size_t record_texts[] = {
	offsetof(vg_record, quote),   offsetof(vg_record, rule),     offsetof(vg_record, citation),  offsetof(vg_record, note),
	offsetof(vg_record, place),   offsetof(vg_record, word),     offsetof(vg_record, purpose),   offsetof(vg_record, own_id),
	offsetof(vg_record, topic),   offsetof(vg_record, code),     offsetof(vg_record, category),  offsetof(vg_record, industry),
	offsetof(vg_record, parent),  offsetof(vg_record, longitude), offsetof(vg_record, latitude),  offsetof(vg_record, day),
};
static const size_t mention_texts[] = {
	offsetof(vg_mention, name), offsetof(vg_mention, title), offsetof(vg_mention, organization),
};

static const char *copy_text(struct batch *batch, const char *text)
{
	size_t length;

	if (!text)
		return NULL;
	length = strlen(text);
	batch->bytes += length;
	return arena_text_of(&batch->arena, text, length);
}

static void copy_texts(struct batch *batch, void *of, const size_t *offsets, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char **text = (const char **)(void *)((char *)of + offsets[i]);

		*text = copy_text(batch, *text);
	}
}

static void copy_mention(struct batch *batch, vg_mention *mention)
{
	copy_texts(batch, mention, mention_texts, COUNT(mention_texts));
}

static const vg_mention *copy_mentions(struct batch *batch, const vg_mention *mentions, size_t count)
{
	vg_mention *copies = count ? arena_get(&batch->arena, count * sizeof *copies) : NULL;

	for (size_t i = 0; i < count; i++) {
		copies[i] = mentions[i];
		copy_mention(batch, &copies[i]);
	}
	return copies;
}

static const char *const *copy_aliases(struct batch *batch, const char *const *aliases, size_t count)
{
	const char **copies = count ? arena_get(&batch->arena, count * sizeof *copies) : NULL;

	for (size_t i = 0; i < count; i++)
		copies[i] = copy_text(batch, aliases[i]);
	return copies;
}

static void add_copy(struct batch *batch, const vg_record *record, bool is_first)
{
	vg_record copy = *record;

	copy_texts(batch, &copy, record_texts, COUNT(record_texts));
	copy_mention(batch, &copy.a);
	copy_mention(batch, &copy.b);
	copy.mentions = copy_mentions(batch, record->mentions, record->mention_count);
	copy.aliases = copy_aliases(batch, record->aliases, record->alias_count);
	batch->bytes += sizeof copy + record->mention_count * sizeof(vg_mention);
	batch->records = array_room(batch->records, batch->count, &batch->capacity, sizeof *batch->records);
	batch->are_first = array_room(batch->are_first, batch->count, &batch->flag_capacity, sizeof *batch->are_first);
	batch->records[batch->count] = copy;
	batch->are_first[batch->count++] = is_first;
}

/* ── The second thread ───────────────────────────────────────────────────────────────────────────────── */

/* A row is known where all that it says is. */
static void count_rows(struct queue *queue, const struct batch *batch, const bool *known)
{
	for (size_t i = 0, end; i < batch->count; i = end) {
		bool is_known = true;

		for (end = i; end < batch->count && (end == i || !batch->are_first[end]); end++)
			is_known = is_known && known[end];
		if (is_known)
			queue->known++;
		else
			queue->imported++;
	}
}

static void put_batch(void *thing)
{
	struct batch *batch = thing;
	struct queue *queue = batch->queue;
	bool *known = memory_get(batch->count);

	if (!queue->status)
		queue->status = vg_records_put(queue->graph, batch->records, batch->count, known, &queue->error);
	count_rows(queue, batch, known);
	free(known);
	arena_reset(&batch->arena);
	batch->count = batch->bytes = 0;
	queue->has_failed = queue->status != VG_OK;
}

/* Waits, and tells what putting met. */
static vg_status wait_for_putter(struct queue *queue, vg_error *error)
{
	thread_wait(&queue->putter);
	if (queue->status)
		*error = queue->error;
	return queue->status;
}

static vg_status hand_over(struct queue *queue, vg_error *error)
{
	struct batch *batch = &queue->batches[queue->filling];

	if (queue->has_failed)
		return wait_for_putter(queue, error);
	batch->queue = queue;
	queue->filling = (queue->filling + 1) % COUNT(queue->batches);
	queue->handed_over += batch->bytes;
	thread_give(&queue->putter, put_batch, batch);
	return VG_OK;
}

/* ── The first thread ────────────────────────────────────────────────────────────────────────────────── */

struct queue *queue_open(vg_graph *graph)
{
	struct queue *queue = memory_get(sizeof *queue);

	queue->graph = graph;
	return queue;
}

vg_status queue_put(struct queue *queue, const vg_record *records, size_t count, vg_error *error)
{
	struct batch *batch = &queue->batches[queue->filling];
	vg_status status = VG_OK;

	for (size_t i = 0; i < count && !status; i++)
		status = vg_record_check(&records[i], error);
	if (status)
		return status;
	for (size_t i = 0; i < count; i++)
		add_copy(batch, &records[i], !i);
	return batch->bytes < task_size(queue->handed_over, BATCH_LEAST, BATCH_MOST) ? VG_OK : hand_over(queue, error);
}

vg_status queue_end(struct queue *queue, size_t *imported, size_t *known, vg_error *error)
{
	vg_status status = hand_over(queue, error);

	if (!status)
		status = wait_for_putter(queue, error);
	*imported = queue->imported;
	*known = queue->known;
	return status;
}

void queue_free(struct queue *queue)
{
	if (!queue)
		return;
	thread_end(&queue->putter);
	for (size_t i = 0; i < COUNT(queue->batches); i++) {
		arena_free(&queue->batches[i].arena);
		free(queue->batches[i].records);
		free(queue->batches[i].are_first);
	}
	free(queue);
}
