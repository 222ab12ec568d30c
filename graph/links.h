/* links.h - the index from a name to its facts: collected in memory while importing, packed into chunks in the database. */
#ifndef GRAPH_LINKS_H
#define GRAPH_LINKS_H

#include "graph/store.h"

/* In what capacity a fact has a name; three bits. */
enum link_role {
	LINK_TITLED,    /* the occasion says a title of the person */
	LINK_VISITOR = VG_VISITOR, /* 1 */
	LINK_HOST,
	LINK_COMPANION,
	LINK_ATTENDEE,
	LINK_PLACE,     /* the occasion was there */
	LINK_FACT,      /* a tie of it, or a description that it is subject of or named in */
	LINK_MEMBER,    /* not a fact but a person's name, said with this organization */
};

/* Most names are in few facts: those need no block. */
enum { CHAIN_BYTES = 18, LINK_BLOCK_BYTES = 12 };

struct link_block {
	uint32_t before; /* the block before it, 1-based; 0: none, before it are the chain's own bytes */
	uint8_t bytes[LINK_BLOCK_BYTES];
};

/* The new facts of one name, in order. A zeroed struct is an empty one. */
struct link_chain {
	uint32_t first_fact, last_fact;
	uint32_t tail; /* the last block, 1-based; 0: none */
	uint8_t roles; /* bits: those that the last fact has already */
	uint8_t used;  /* of the tail's bytes, or of its own where there is none: all before it is full */
	uint8_t bytes[CHAIN_BYTES];
};

struct links {
	struct link_chain *chains; /* of the names, by their index */
	size_t chain_count;
	struct link_block *blocks;
	size_t count, capacity;
};

/* That a fact has a name in this role. */
struct link {
	uint32_t name; /* index */
	uint32_t fact;
	uint32_t role;
};

/* Notes links; those of one name must come in ascending order of fact. The same once more is ignored. */
void links_add(struct links *links, const struct link *added, size_t count);
/* Writes the chain of the name at `index` behind what the database has of `name`, and empties it. */
void links_save(struct links *links, uint32_t index, uint32_t name, vg_graph *graph);
void links_free(struct links *links);

/* What the database has of a name, in ascending order. */
struct link_reader {
	struct answer answer;
	const uint8_t *at, *end;
	uint32_t fact;
	enum link_role role;
};
void links_open(struct link_reader *reader, vg_graph *graph, uint32_t name);
bool links_next(struct link_reader *reader); /* sets fact and role */
vg_status links_close(struct link_reader *reader, vg_error *error);

/* One fact of an entity and in what capacities: bits 1 << enum link_role. */
struct entity_fact {
	uint32_t fact;
	uint8_t roles;
};

struct fact_list {
	struct entity_fact *facts;
	size_t count, capacity;
};

/* Adds all that the database has of a name, in ascending order, each fact once. */
vg_status links_read(struct fact_list *list, vg_graph *graph, uint32_t name, vg_error *error);

/* How often the database has each name in certain roles, chunk by chunk: a name may come several times. */
struct link_counter {
	struct answer answer;
	uint8_t roles; /* bits 1 << enum link_role */
	uint32_t name, count;
};
void links_count_open(struct link_counter *counter, vg_graph *graph, uint8_t roles);
bool links_count_next(struct link_counter *counter); /* sets name and count; then store_end() on the answer */

#endif
