/* path.h - what a search between two entities has reached, from both ends. */
#ifndef GRAPH_PATH_H
#define GRAPH_PATH_H

#include "graph/build.h"

struct reached {
	uint32_t entity, fact;
	uint32_t from;  /* index of the one it was reached from */
	uint32_t again; /* index of the same entity, reached over as many steps from another one; 0: none */
	uint16_t distance;
	uint8_t side, relation; /* relation: enum vg_relation, of the step to here */
	bool is_person;
};

/* A fact of one that was reached, which may lead on. */
struct lead {
	uint32_t from, fact;   /* from: index of a reached */
	uint32_t event;        /* not 0: that the fact is a report of */
	uint32_t organization; /* not 0: the fact is a name, said with it */
	uint8_t roles;         /* bits, as of an entity_fact */
};

/* One end: entities were reached level by level; the facts of the last level are collected first, then followed. */
struct end {
	struct id_map by_entity; /* index of a reached + 1 */
	struct id_map by_event;  /* index of a lead + 1: every event that somebody reached took part in */
	uint32_t *order;         /* indexes of reached, level by level */
	size_t order_count, order_capacity;
	size_t first, limit; /* the last level, as a range of `order` */
	struct lead *leads;
	size_t lead_count, lead_capacity;
	size_t first_lead; /* those before it were followed */
	bool is_collected;
};

/* An event that both ends have collected: from one that this end has reached to one that the other has. */
struct crossing {
	uint32_t from, to; /* indexes of reached */
	uint32_t event;    /* 0: there is none */
	bool is_place;     /* the event was there, and no more */
};

struct search {
	struct builder *builder;
	const vg_query *query;
	struct reached *reached;
	size_t count, capacity;
	struct end ends[2];
	struct crossing crossing; /* the best of those that were seen */
	size_t best;      /* length of the shortest connection; SIZE_MAX: none so far */
	bool is_settled;  /* it is one that will be told: the level need not be searched to its end */
	int side;         /* being expanded */
	uint32_t from;    /* being expanded */
};

/* How far an end has come. */
size_t path_depth(const struct search *search, int side);
/* Adds the shortest connections that were found to the view (route.c). */
vg_status path_tell(struct search *search, vg_error *error);

#endif
