/* build.h - putting a view together: nodes, events, ties and links by id, each once. */
#ifndef GRAPH_BUILD_H
#define GRAPH_BUILD_H

#include "graph/links.h"

/* A table from ids to indexes; a zeroed struct is empty. */
struct id_map {
	uint32_t *ids, *indexes;
	size_t count, slot_count;
};
/* NULL where the id is not in it. */
uint32_t *id_map_find(const struct id_map *map, uint32_t id);
void id_map_put(struct id_map *map, uint32_t id, uint32_t index);
void id_map_free(struct id_map *map);

/* What one report says that somebody is. */
struct said_post {
	size_t person, organization; /* nodes */
	const char *title;
	vg_date date;
	vg_evidences evidence;
};

struct builder {
	struct said_post *posts; /* of all reports of the view's events */
	size_t post_count, post_capacity;
	vg_graph *graph;
	vg_view *view;
	struct arena *arena; /* the view's */
	unsigned min_confidence; /* what was extracted with less is left out */
	struct id_map entities; /* of names that were asked for */
	struct id_map nodes, events, ties;
	bool has_repeats; /* some event has several reports */
	bool has_remarks, has_passages; /* of some fact */
	vg_evidence source; /* the one that was looked up last: its import, source and file */
	size_t node_capacity, event_capacity, tie_capacity, link_capacity, path_capacity;
};

enum {
	TOOK_PART = 1 << LINK_VISITOR | 1 << LINK_HOST | 1 << LINK_COMPANION | 1 << LINK_ATTENDEE,
	AT_PLACE = 1 << LINK_PLACE,
};

void build_begin(struct builder *builder, vg_graph *graph, const vg_query *query);
/* Gives the view away on VG_OK, frees it otherwise; ends the builder. Titles of persons are looked up here. */
vg_status build_end(struct builder *builder, vg_view **view, vg_status status, vg_error *error);

/* Forgets the view and everything known of it; begins another one of the same state of the graph. */
void build_anew(struct builder *builder);
/* Ends the builder without an answer. */
void build_drop(struct builder *builder);

/* The entity that a name stands for; 0 for 0. */
vg_status build_entity(struct builder *builder, uint32_t name, uint32_t *entity, vg_error *error);
vg_status build_node(struct builder *builder, uint32_t entity, size_t *index, vg_error *error);
/* The event that a report is of, and the tie that a statement is of. */
vg_status build_event_of(struct builder *builder, uint32_t occasion, uint32_t *event, vg_error *error);
vg_status build_tie_of(struct builder *builder, uint32_t cooperation, uint32_t *tie, vg_error *error);
/* Whether a fact is sure enough. */
vg_status build_passes(struct builder *builder, uint32_t fact, bool *passes, vg_error *error);
/* *index VG_NONE: no report of it, or statement, is sure enough; or the fact is no tie. */
vg_status build_event(struct builder *builder, uint32_t event, size_t *index, vg_error *error);
vg_status build_tie(struct builder *builder, uint32_t tie, size_t *index, vg_error *error);

/* ── From a row to a part of a view ──────────────────────────────────────────────────────────────────── */

vg_status build_node_of(struct builder *builder, int64_t name, size_t *index, vg_error *error);
/* The organization that a person's name was said with. */
vg_status build_organization_said(struct builder *builder, int64_t name, size_t *index, vg_error *error);
void build_date(vg_date *date, const struct answer *answer, int column); /* from two columns */
/* Adds evidence that is not there yet. */
void build_evidence(struct builder *builder, vg_evidences *into, const vg_evidences *more);
/* `told`: its line, its import and what it is about. */
vg_status build_evidence_of(struct builder *builder, uint32_t fact, const vg_evidence *told, vg_evidences *into, vg_error *error);
/* What they say together: the texts at this offset of vg_evidence, each once. NULL: nothing. */
const char *build_words(struct builder *builder, const vg_evidences *evidence, size_t field, const char *separator);

/* All names that stand for the entity, itself included; free() them. */
vg_status build_names_of(vg_graph *graph, uint32_t entity, uint32_t **names, size_t *count, vg_error *error);
vg_status build_facts_of_names(vg_graph *graph, const uint32_t *names, size_t name_count, struct entity_fact **facts, size_t *count,
			       vg_error *error);
/* All facts of an entity, ascending, each once; free() them. Members (persons said with it) come as their names' ids. */
vg_status build_facts_of(vg_graph *graph, uint32_t entity, struct entity_fact **facts, size_t *count, vg_error *error);

/* The names that have a key (find.c): while (find_next_name(&answer, …)), then store_end(). What the index has are hashes of keys, so
 * each is looked at. */
struct answer find_ask_names(struct builder *builder, const char *key);
bool find_next_name(struct answer *answer, struct builder *builder, const char *key, uint32_t *name);

/* ── What lists say of the nodes (describe.c) ────────────────────────────────────────────────────────── */

vg_status describe_aliases(struct builder *builder, size_t node, vg_error *error);
/* Aliases and details of a node, and its posts, parents and places as lists have them. */
vg_status describe_node(struct builder *builder, size_t node, vg_error *error);
/* Posts of `node` as the occasions in the view show them. */
void describe_posts(struct builder *builder, size_t node);
/* The same post, parent or place is one link: evidence is added, dates are widened. */
vg_link *describe_link(struct builder *builder, vg_relation relation, size_t from, size_t to, const char *title);
/* The latest titles of persons: among the events of the view; of the others, from lists and other occasions. */
void describe_event_titles(vg_view *view);
vg_status describe_other_titles(struct builder *builder, vg_error *error);
/* Fills in a step whose ends and relation are known: the event, tie or link that it goes by, its date and its evidence. */
vg_status describe_step(struct builder *builder, vg_step *step, uint32_t fact, vg_error *error);
/* Orders what is in the view: events and ties by date, links by date and title. */
void describe_sort(struct builder *builder);

/* ── Which visits and ties answer a question (select.c) ──────────────────────────────────────────────── */

bool select_is_within(const vg_query *query, const char *date, const char *until);
/* Busiest: a limit keeps the most connected, else the first. */
vg_status select_visits(struct builder *builder, const vg_query *query, bool is_busiest, vg_error *error);
/* Those of everybody whom the query names; then, once built, those that pass its other filters. */
vg_status select_ties(struct builder *builder, const vg_query *query, vg_error *error);
void select_passing_ties(struct builder *builder, const vg_query *query);

#endif
