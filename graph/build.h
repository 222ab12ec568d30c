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

struct builder {
	vg_graph *graph;
	vg_view *view;
	struct arena *arena; /* the view's */
	struct id_map entities; /* of names that were asked for */
	struct id_map nodes, events, ties;
	size_t node_capacity, event_capacity, tie_capacity, link_capacity, path_capacity;
};

/* One fact of an entity and in what capacities: bits 1 << enum link_role. */
struct entity_fact {
	uint32_t fact;
	uint8_t roles;
};

void build_begin(struct builder *builder, vg_graph *graph);
/* Gives the view away on VG_OK, frees it otherwise; ends the builder. Titles of persons are looked up here. */
vg_status build_end(struct builder *builder, vg_view **view, vg_status status, vg_error *error);

/* The entity that a name stands for; 0 for 0. */
vg_status build_entity(struct builder *builder, uint32_t name, uint32_t *entity, vg_error *error);
vg_status build_node(struct builder *builder, uint32_t entity, size_t *index, vg_error *error);
/* The event that a report is of, and the tie that a statement is of. */
vg_status build_event_of(struct builder *builder, uint32_t occasion, uint32_t *event, vg_error *error);
vg_status build_tie_of(struct builder *builder, uint32_t cooperation, uint32_t *tie, vg_error *error);
vg_status build_event(struct builder *builder, uint32_t event, size_t *index, vg_error *error);
/* *index VG_NONE: the fact is no tie. */
vg_status build_tie(struct builder *builder, uint32_t tie, size_t *index, vg_error *error);
vg_status build_aliases(struct builder *builder, size_t node, vg_error *error);
/* Aliases and details of a node, and its posts, parents and places as lists have them. */
vg_status build_descriptions(struct builder *builder, size_t node, vg_error *error);
/* The same post, parent or place is one link: evidence is added, dates are widened. */
vg_link *build_link(struct builder *builder, vg_relation relation, size_t from, size_t to, const char *title);
void build_evidence(struct builder *builder, vg_evidences *into, const vg_evidences *more);
/* Posts of `node` as the occasions in the view show them. */
void build_posts(struct builder *builder, size_t node);
/* Orders what is in the view: events and ties by date, links by date and title. */
void build_sort(struct builder *builder);

/* All names that stand for the entity, itself included; free() them. */
vg_status build_names_of(vg_graph *graph, uint32_t entity, uint32_t **names, size_t *count, vg_error *error);
/* All facts of an entity, ascending, each once; free() them. Members (persons said with it) come as their names' ids. */
vg_status build_facts_of(vg_graph *graph, uint32_t entity, struct entity_fact **facts, size_t *count, vg_error *error);

#endif
