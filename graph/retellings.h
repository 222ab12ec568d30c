/* retellings.h - joining what may be one where that leaves no choice: for events.c and ties. */
#ifndef GRAPH_RETELLINGS_H
#define GRAPH_RETELLINGS_H

#include "graph/names.h"

/* Two items that may be one. */
struct maybe {
	uint32_t a, b;
};

/* Items of one unit are one already: unit[i] is the index of the first of them. Units that are linked by maybes become one unit
 * where every two items of theirs may be one; else nobody can say which of them are, and all stay apart. So the order of items
 * and maybes does not matter. */
void units_join(uint32_t *unit, size_t count, const struct maybe *maybes, size_t maybe_count,
		bool (*may_be_one)(const void *self, uint32_t a, uint32_t b), const void *self);

/* Which occasion is reported by which: of a report, the one that stands for its event. */
struct same_event {
	uint32_t occasion, event;
};
struct same_events {
	struct same_event *items;
	size_t count, capacity;
};

/* Joins reports that were extracted from running text with those of other sources (retellings.c). */
vg_status retellings_join(struct same_events *same, const struct names *names, vg_graph *graph, vg_error *error);

#endif
