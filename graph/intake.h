/* intake.h - taking records into a graph, within one transaction: for the front door (record.c) and for replay.c. */
#ifndef GRAPH_INTAKE_H
#define GRAPH_INTAKE_H

#include "graph/names.h"

/* A set of 64-bit hashes (0 is taken for 1), each with the fact that brought it where `has_facts`. Of ten million rows there are as many,
 * so a slot has two words of 32 bits, or three, and no more. */
struct hash_set {
	uint32_t *slots; /* open addressing, at most three quarters full */
	size_t count, slot_count;
	bool has_facts;
};

/* Puts a hash that is not there yet; returns the fact that it came with before (1 where there are no facts), or 0. */
uint32_t hash_set_put(struct hash_set *set, uint64_t hash, uint32_t fact);
/* The fact that a hash came with, or 0. */
uint32_t hash_set_find(const struct hash_set *set, uint64_t hash);
/* Says that a hash will be put soon. */
void hash_set_prefetch(const struct hash_set *set, uint64_t hash);
void hash_set_free(struct hash_set *set);

enum { MOST_MENTIONS = 1023 }; /* of one occasion: mention.id has ten bits for it */

/* Bits of mention.role beside the role. */
enum { MENTION_ROLE = 7, MENTION_LEADS = 8, MENTION_IS_PLACE = 16 };

/* An occasion and a hash of what cannot differ between two reports of one. */
struct likeness {
	uint64_t hash;
	uint32_t occasion;
};

/* Two occasions of one likeness: they may be one event. */
struct twin {
	uint64_t likeness;
	uint32_t one, other;
};

/* What an import has said so far that may have been told before; the second thread's until feed_end(). */
struct likenesses {
	struct hash_set known;
	struct text pairs; /* as table likeness keeps them */
	uint32_t last_occasion;
	struct twin *twins;
	size_t twin_count, twin_capacity;
};

struct intake {
	vg_graph *graph;
	struct names names;
	struct links links;        /* the second thread's until feed_end() */
	uint32_t next_id;
	int64_t import;            /* the one being read */
	uint32_t first_id;         /* the first id it can have given */
	uint8_t stated;            /* STATED, unless what is being put was extracted from running text */
	struct hash_set rows;      /* what it has said so far */
	struct likenesses likenesses;
	bool has_twins;            /* two occasions may be one event */
	bool has_ties;
	vg_source source;
	struct arena arena;        /* of the source's texts */
};

/* Loads what the graph has; the caller has begun a transaction. */
vg_status intake_open(struct intake *intake, vg_graph *graph, vg_error *error);
vg_status intake_put(struct intake *intake, const vg_record *records, size_t count, bool *known, vg_error *error);
/* Ends one import: its likenesses are written, and the next may start. */
vg_status intake_end_import(struct intake *intake, vg_error *error);
/* Decides who is who and which reports are of one event, and writes it all. */
vg_status intake_settle(struct intake *intake, const vg_listener *listener, size_t *unsettled, vg_error *error);
void intake_free(struct intake *intake);

/* likeness.c: two occasions of one likeness may be one event. `indexes` are the names of the record's mentions. */
uint64_t likeness_of(const struct intake *intake, const vg_record *record, const uint32_t *indexes);
uint64_t likeness_of_number(int64_t import, const char *own_id);
void likenesses_add(struct likenesses *likenesses, const struct likeness *added, size_t count);
/* Finds the twins among the occasions of earlier imports, and keeps the likenesses of this one's. */
vg_status likenesses_end_import(struct intake *intake, vg_error *error);
void likenesses_free(struct likenesses *likenesses);

/* Everything of the graph is said anew, but for one import (0: but for none), in the transaction that the caller has begun
 * (replay.c). The intake stays open for more. */
vg_status replay(struct intake *intake, vg_graph *graph, int64_t without, const vg_listener *listener, vg_error *error);

/* same_occasion and same_cooperation from what the intake knows (events.c). */
vg_status events_settle(const struct names *names, vg_graph *graph, vg_error *error);
vg_status ties_settle(const struct names *names, vg_graph *graph, vg_error *error);

#endif
