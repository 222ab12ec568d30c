/* store.h - the database as graph/ sees it: named statements, transactions, nothing of SQLite's. */
#ifndef GRAPH_STORE_H
#define GRAPH_STORE_H

#include "graph/text.h"
#include "queries.h" /* enum query, made from queries.sql */

struct intake; /* a source being taken in: record.c */

struct vg_graph {
	struct sqlite3 *database;
	struct sqlite3_stmt *statements[QUERY_COUNT]; /* prepared when first asked for */
	char *path;
	bool is_new;  /* the file has no schema yet: the first transaction brings it */
	bool is_old;  /* its schema is one of before: store_upgrade() */
	bool is_ours; /* the file was not there before we opened it */
	bool is_held; /* between store_hold() and store_release() */
	struct intake *intake;
	struct feed *feed; /* feed.c */
};

/* Runs a statement without an answer. Each letter of `types` binds one argument: i int64_t; n int64_t, 0 as NULL; t text
 * or NULL; b const void * and size_t. */
vg_status store_do(vg_graph *graph, enum query query, vg_error *error, const char *types, ...);

/* One running question:  for (a = store_ask(graph, QUERY_X, "i", id); store_next(&a);) …; return store_end(&a, error);
 * What store_text() and store_bytes() return lives until the next store_next(). */
struct answer {
	vg_graph *graph;
	struct sqlite3_stmt *statement;
	int result;
	bool is_own; /* the cached statement was busy: this one is finalized at the end */
};
struct answer store_ask(vg_graph *graph, enum query query, const char *types, ...);
bool store_next(struct answer *answer);
int64_t store_integer(const struct answer *answer, int column); /* NULL as 0 */
const char *store_text(const struct answer *answer, int column);
const void *store_bytes(const struct answer *answer, int column, size_t *length);
vg_status store_end(struct answer *answer, vg_error *error);

/* One number; `otherwise` where there is no row. */
vg_status store_number(int64_t *number, vg_graph *graph, enum query query, int64_t otherwise, vg_error *error);

vg_status store_begin(vg_graph *graph, vg_error *error);
vg_status store_commit(vg_graph *graph, vg_error *error);
void store_rollback(vg_graph *graph);

/* All questions up to store_release() see one state of the file, which is locked once and not for each of them. Within a
 * transaction both do nothing. */
void store_hold(vg_graph *graph);
void store_release(vg_graph *graph);

/* Of a graph that is_old, in the transaction that was begun or at once: what sources said is kept, in the words of today's
 * schema, and what is inferred is empty. Others are left as they are. */
vg_status store_upgrade(vg_graph *graph, vg_error *error);

/* Makes `to` a copy of `graph`, whose transaction, if it has begun, has written nothing yet. */
vg_status store_copy(vg_graph *to, vg_graph *graph, vg_error *error);

/* SQLite's own integrity check: VG_IO with its first complaint. */
vg_status store_check(vg_graph *graph, vg_error *error);

#endif
