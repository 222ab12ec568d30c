/* select.h - the events that may be answered, while select.c and busiest.c choose among them. */
#ifndef GRAPH_SELECT_H
#define GRAPH_SELECT_H

#include "graph/build.h"

/* One event that may be answered: in order of date, and how connected its parties are. */
struct candidate {
	uint32_t event;
	uint32_t weight;
	char date[12], until[12]; /* date "~": unknown */
};

struct candidates {
	struct candidate *items;
	size_t count, capacity;
	struct arena scratch;
};

void candidates_add(struct candidates *candidates, uint32_t event, const char *date, const char *until); /* NULL: unknown */
void candidates_free(struct candidates *candidates);
void candidates_sort_by_weight(struct candidates *candidates);

/* The weight of an event is how connected the less connected of its two parties is, so that what is kept hangs together. Equal
 * weights: the latest first. */

/* Weighs by the parties' part in the candidates themselves, and puts the heaviest first. */
vg_status busiest_weigh(struct builder *builder, struct candidates *candidates, vg_error *error);
/* Finds the heaviest, at most `limit`, of all events that there are, or of `among`, which is in order of event. Here a party is as connected
 * as the whole graph has it. Fewer than the limit: the others have no two parties. */
vg_status busiest_find(struct builder *builder, const struct candidates *among, size_t limit, struct candidates *found, vg_error *error);
/* Adds what the parties of the view are part of or lie in, and those in turn: what a picture of very many gathers them into. */
vg_status busiest_place(struct builder *builder, vg_error *error);

#endif
