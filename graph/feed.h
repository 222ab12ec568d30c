/* feed.h - rows by the million into the database: collected in batches, written by a second thread. */
#ifndef GRAPH_FEED_H
#define GRAPH_FEED_H

#include "graph/store.h"

/* Gives one row to a statement of the form INSERT … SELECT c0, c1, … FROM feed. `types` as in store_do(). Rows of one
 * statement are written in the order in which they were given, and what writing them meets is told at feed_end(). The
 * database may not be asked anything before that. */
void feed_put(vg_graph *graph, enum query query, const char *types, ...);
/* Something else that the second thread does in the meantime, with things of one size: `self` is its own until feed_end(). */
enum feed_work { WORK_LINKS, WORK_LIKENESSES, FEED_WORKS };
typedef void feed_worker(void *self, const void *things, size_t bytes);
void feed_employ(vg_graph *graph, enum feed_work work, feed_worker *worker, void *self);
void feed_thing(vg_graph *graph, enum feed_work work, const void *thing, size_t size);

/* Has written what there is, before a batch is full. */
void feed_start(vg_graph *graph);

/* Whether it is known already that feed_end() will fail. */
bool feed_has_failed(const vg_graph *graph);
/* Writes what is left and waits for it; the first failure of any row since the last call. */
vg_status feed_end(vg_graph *graph, vg_error *error);

/* Forgets what was not written, once nothing is being written any more. */
void feed_drop(vg_graph *graph);
/* When the database is closed: it refers to the feed. */
void feed_free(vg_graph *graph);

#endif
