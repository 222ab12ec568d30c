/* feed.c - rows by the million into the database; knows SQLite, as does store.c.
 *
 * Binding and stepping a statement for each of seven million rows costs as much as storing them. So rows are encoded into a
 * batch, and one INSERT … SELECT takes them from there through a virtual table; and since reading a list and writing rows
 * take about equally long, a second thread writes batches while the first fills the next (measured: see bench/). Only
 * one of the two ever uses the connection: the first may not ask anything between feed_put() and feed_end(). */
#include "graph/feed.h"
#include "graph/thread.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stdlib.h>

/* A batch is an eighth of what was fed before: what is left to write at the end is little, and of much it is handed over seldom. */
enum { BATCH_LEAST = 1 << 18, BATCH_MOST = 1 << 20, MOST_COLUMNS = 16 };

/* A value: its letter, then what it needs; rows follow each other without a mark, since every statement's are alike. */
enum { IS_NULL = 'n', IS_NUMBER = 'i', IS_TEXT = 't', IS_BYTES = 'b' };

struct batch {
	struct feed *feed;
	struct text rows[QUERY_COUNT];
	struct text things[FEED_WORKS];
	int columns[QUERY_COUNT];
	size_t bytes;
	bool is_last; /* nothing of it may wait */
};

struct feed {
	struct vg_graph *graph;
	struct batch batches[TASKS_AHEAD + 1];
	size_t fed, batch_bytes; /* by now; that a batch has */
	size_t filling; /* the one that feed_put() adds to; the others are being written or empty */
	struct {
		feed_worker *work;
		void *self;
	} workers[FEED_WORKS];
	struct second_thread writer;
	atomic_bool has_failed;
	/* the second thread's, while it runs */
	vg_status status; /* of all that was written so far */
	vg_error error;
	const struct text *read; /* what the virtual table reads from now */
	int read_columns;
};

/* ── The virtual table ───────────────────────────────────────────────────────────────────────────────── */

struct feed_table {
	sqlite3_vtab base;
	struct feed *feed;
};

struct feed_cursor {
	sqlite3_vtab_cursor base;
	const char *at, *end;
	const char *values[MOST_COLUMNS];
	sqlite3_int64 row;
	bool is_past;
};

static int feed_connect(sqlite3 *database, void *feed, int count, const char *const *arguments, sqlite3_vtab **table, char **message)
{
	struct feed_table *made = sqlite3_malloc(sizeof *made);

	(void)count;
	(void)arguments;
	(void)message;
	if (!made)
		return SQLITE_NOMEM;
	*made = (struct feed_table){.feed = feed};
	*table = &made->base;
	return sqlite3_declare_vtab(database, queries[QUERY_FEED_TABLE].sql);
}

static int feed_disconnect(sqlite3_vtab *table)
{
	sqlite3_free(table);
	return SQLITE_OK;
}

static int feed_best_index(sqlite3_vtab *table, sqlite3_index_info *plan)
{
	(void)table;
	plan->estimatedCost = 1e6;
	return SQLITE_OK;
}

static int feed_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
	struct feed_cursor *made = sqlite3_malloc(sizeof *made);

	(void)table;
	if (!made)
		return SQLITE_NOMEM;
	*made = (struct feed_cursor){0};
	*cursor = &made->base;
	return SQLITE_OK;
}

static int feed_close(sqlite3_vtab_cursor *cursor)
{
	sqlite3_free(cursor);
	return SQLITE_OK;
}

static size_t value_size(const char *value)
{
	uint32_t length;

	if (*value == IS_NULL)
		return 1;
	if (*value == IS_NUMBER)
		return 1 + sizeof(int64_t);
	memcpy(&length, value + 1, sizeof length);
	return 1 + sizeof length + length;
}

static int feed_next(sqlite3_vtab_cursor *base)
{
	struct feed_cursor *cursor = (struct feed_cursor *)base;
	int columns = ((struct feed_table *)base->pVtab)->feed->read_columns;

	cursor->is_past = cursor->at >= cursor->end;
	for (int i = 0; i < columns && !cursor->is_past; i++) {
		cursor->values[i] = cursor->at;
		cursor->at += value_size(cursor->at);
	}
	cursor->row++;
	return SQLITE_OK;
}

static int feed_filter(sqlite3_vtab_cursor *base, int index, const char *name, int count, sqlite3_value **values)
{
	struct feed_cursor *cursor = (struct feed_cursor *)base;
	const struct text *rows = ((struct feed_table *)base->pVtab)->feed->read;

	(void)index;
	(void)name;
	(void)count;
	(void)values;
	cursor->at = rows->bytes;
	cursor->end = rows->bytes + rows->length;
	return feed_next(base);
}

static int feed_eof(sqlite3_vtab_cursor *base)
{
	return ((struct feed_cursor *)base)->is_past;
}

static int feed_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
	const char *value = ((struct feed_cursor *)base)->values[column];
	uint32_t length;
	int64_t number;

	if (*value == IS_NUMBER) {
		memcpy(&number, value + 1, sizeof number);
		sqlite3_result_int64(context, number);
	} else if (*value != IS_NULL) {
		memcpy(&length, value + 1, sizeof length);
		if (*value == IS_TEXT)
			sqlite3_result_text(context, value + 1 + sizeof length, (int)length, SQLITE_STATIC);
		else
			sqlite3_result_blob(context, value + 1 + sizeof length, (int)length, SQLITE_STATIC);
	}
	return SQLITE_OK;
}

static int feed_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *row)
{
	*row = ((struct feed_cursor *)base)->row;
	return SQLITE_OK;
}

static const sqlite3_module feed_module = {
	.xConnect = feed_connect,
	.xDisconnect = feed_disconnect,
	.xBestIndex = feed_best_index,
	.xOpen = feed_open,
	.xClose = feed_close,
	.xFilter = feed_filter,
	.xNext = feed_next,
	.xEof = feed_eof,
	.xColumn = feed_column,
	.xRowid = feed_rowid,
};

/* ── Writing ─────────────────────────────────────────────────────────────────────────────────────────── */

/* Each statement makes a segment of its own in the index of name parts, and segments must be merged later: a few large ones. */
static bool may_wait(const struct batch *batch, enum query query)
{
	return query == QUERY_PUT_PART && batch->rows[query].length < batch->bytes / 4 && !batch->is_last;
}

static void write_batch(void *thing)
{
	struct batch *batch = thing;
	struct feed *feed = batch->feed;

	for (size_t query = 0; query < QUERY_COUNT; query++) {
		if (may_wait(batch, (enum query)query))
			continue;
		if (batch->rows[query].length && !feed->status) {
			feed->read = &batch->rows[query];
			feed->read_columns = batch->columns[query];
			feed->status = store_do(feed->graph, (enum query)query, &feed->error, "");
		}
		batch->rows[query].length = 0;
	}
	for (size_t work = 0; work < FEED_WORKS; work++) {
		if (batch->things[work].length)
			feed->workers[work].work(feed->workers[work].self, batch->things[work].bytes, batch->things[work].length);
		batch->things[work].length = 0;
	}
	batch->bytes = 0;
	feed->has_failed = feed->status != VG_OK;
}

/* Hands the full batch over. */
static void hand_over(struct feed *feed, bool is_last)
{
	struct batch *batch = &feed->batches[feed->filling];

	feed->fed += batch->bytes;
	feed->batch_bytes = task_size(feed->fed, BATCH_LEAST, BATCH_MOST);
	batch->feed = feed;
	batch->is_last = is_last;
	feed->filling = (feed->filling + 1) % COUNT(feed->batches);
	thread_give(&feed->writer, write_batch, batch);
}

static struct feed *open_feed(vg_graph *graph)
{
	if (graph->feed)
		return graph->feed;
	graph->feed = memory_get(sizeof *graph->feed);
	graph->feed->graph = graph;
	graph->feed->batch_bytes = BATCH_LEAST;
	sqlite3_create_module(graph->database, "feed", &feed_module, graph->feed);
	return graph->feed;
}

static char *put_bytes(char *at, const void *bytes, size_t size)
{
	memcpy(at, bytes, size);
	return at + size;
}

static void put_sized(struct text *rows, char kind, const void *bytes, size_t size)
{
	uint32_t length = (uint32_t)size;
	char *at;

	text_reserve(rows, 1 + sizeof length + size);
	at = rows->bytes + rows->length;
	*at++ = kind;
	put_bytes(put_bytes(at, &length, sizeof length), bytes, size);
	rows->length += 1 + sizeof length + size;
}

static void put_number(struct text *rows, char kind, int64_t number)
{
	bool is_null = kind == 'n' && !number;

	text_reserve(rows, 1 + sizeof number);
	rows->bytes[rows->length++] = is_null ? IS_NULL : IS_NUMBER;
	if (is_null)
		return;
	memcpy(rows->bytes + rows->length, &number, sizeof number);
	rows->length += sizeof number;
}

static void put_value(struct text *rows, char kind, va_list *arguments)
{
	if (kind == IS_TEXT) {
		const char *text = va_arg(*arguments, const char *);

		if (text)
			put_sized(rows, IS_TEXT, text, strlen(text));
		else
			put_number(rows, 'n', 0);
	} else if (kind == IS_BYTES) {
		const void *bytes = va_arg(*arguments, const void *);

		put_sized(rows, IS_BYTES, bytes, va_arg(*arguments, size_t));
	} else {
		put_number(rows, kind, va_arg(*arguments, int64_t));
	}
}

static void count_bytes(struct feed *feed, size_t more)
{
	struct batch *batch = &feed->batches[feed->filling];

	batch->bytes += more;
	if (batch->bytes >= feed->batch_bytes)
		hand_over(feed, false);
}

void feed_put(vg_graph *graph, enum query query, const char *types, ...)
{
	struct feed *feed = open_feed(graph);
	struct batch *batch = &feed->batches[feed->filling];
	struct text *rows = &batch->rows[query];
	size_t before = rows->length;
	va_list arguments;

	batch->columns[query] = (int)strlen(types);
	va_start(arguments, types);
	for (; *types; types++)
		put_value(rows, *types, &arguments);
	va_end(arguments);
	count_bytes(feed, rows->length - before);
}

void feed_employ(vg_graph *graph, enum feed_work work, feed_worker *worker, void *self)
{
	struct feed *feed = open_feed(graph);

	feed->fed = 0;
	feed->batch_bytes = BATCH_LEAST;
	feed->workers[work].work = worker;
	feed->workers[work].self = self;
}

void feed_thing(vg_graph *graph, enum feed_work work, const void *thing, size_t size)
{
	struct feed *feed = graph->feed;

	text_add(&feed->batches[feed->filling].things[work], thing, size);
	count_bytes(feed, size);
}

void feed_start(vg_graph *graph)
{
	if (graph->feed && graph->feed->batches[graph->feed->filling].bytes)
		hand_over(graph->feed, false);
}

bool feed_has_failed(const vg_graph *graph)
{
	return graph->feed && graph->feed->has_failed;
}

vg_status feed_end(vg_graph *graph, vg_error *error)
{
	struct feed *feed = graph->feed;
	vg_status status;

	if (!feed)
		return VG_OK;
	for (size_t i = 0; i < COUNT(feed->batches); i++) /* any may have rows that were to wait */
		hand_over(feed, true);
	thread_wait(&feed->writer);
	status = feed->status;
	if (status)
		*error = feed->error;
	feed->status = VG_OK;
	feed->has_failed = false;
	feed->batch_bytes = BATCH_MOST; /* what comes now keeps nobody waiting */
	return status;
}

static void each_text(struct feed *feed, void (*change)(struct text *text))
{
	for (size_t i = 0; i < COUNT(feed->batches); i++) {
		for (size_t query = 0; query < QUERY_COUNT; query++)
			change(&feed->batches[i].rows[query]);
		for (size_t work = 0; work < FEED_WORKS; work++)
			change(&feed->batches[i].things[work]);
		feed->batches[i].bytes = 0;
	}
}

static void empty(struct text *text)
{
	text->length = 0;
}

void feed_drop(vg_graph *graph)
{
	struct feed *feed = graph->feed;

	if (!feed)
		return;
	thread_wait(&feed->writer);
	each_text(feed, empty);
	feed->status = VG_OK;
	feed->has_failed = false;
}

void feed_free(vg_graph *graph)
{
	struct feed *feed = graph->feed;

	if (!feed)
		return;
	thread_end(&feed->writer);
	each_text(feed, text_free);
	free(feed);
}
