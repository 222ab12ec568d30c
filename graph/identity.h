/* identity.h - the sets of names that identity.c and namesakes.c join. */
#ifndef GRAPH_IDENTITY_H
#define GRAPH_IDENTITY_H

#include "graph/names.h"

/* One claims the other: an alias, by its subject; a parent, by its part. */
struct claim {
	uint32_t by, on;
	uint32_t root; /* of `on`, while they are sorted */
	bool is_extracted; /* from running text, not stated */
};

struct member {
	uint32_t index;
	uint32_t organization; /* said with a person: index, or NO_NAME */
	uint32_t group_end;    /* position behind the last member of its key */
};

struct forest {
	struct names *names;
	uint32_t *root;   /* of the set that a name is in */
	struct member *members; /* the names of every key that several have, persons and parties apart, key by key */
	size_t member_count;
	struct claim *aliases, *parents, *codes;
	size_t alias_count, parent_count, code_count;
	uint32_t *parent; /* of a party's root: another's root, or NO_NAME */
	bool has_parents; /* any */
	bool *is_alias;
	bool *is_settled; /* this source has changed nothing about it */
	bool hears_text; /* claims that were extracted from running text count by now */
	const vg_listener *listener;
	size_t unsettled;
};

/* identity.c: who is who. Reads what the graph has of it; then nothing is asked of the database any more. */
vg_status identity_open(struct forest *forest, struct names *names, vg_error *error);
/* Sets every name's entity and is_place from what was said and nothing else, so that the order of imports does not matter.
 * Tells of names that fit several and were touched by this source; returns their number. */
size_t identity_decide(struct forest *forest, const vg_listener *listener);
void identity_free(struct forest *forest);

uint32_t forest_root(const struct forest *forest, uint32_t index);
/* True where the two were apart. */
bool forest_join(struct forest *forest, uint32_t a, uint32_t b);
/* The name at `index` may be `one` or `other`: tells so, if this source said it, or parted it from whom it was. */
void forest_tell_unsettled(struct forest *forest, uint32_t index, uint32_t one, uint32_t other);
/* Joins every alias of the kind with its only claimer, until nothing changes. */
void forest_join_aliases(struct forest *forest, enum name_kind kind);

/* Whether one of the endings, NULL behind the last, stands behind something else. */
bool key_ends_with(const char *text, const char *const *endings);
bool key_is_division(const char *key);

/* bodies.c: joins the names of each public body. */
void bodies_join(struct forest *forest);
/* The division that a public body, or one that visits in its name, is of, as its key tells: 湾沚区 of 中共湾沚区委; NULL: it is none. */
const char *body_division(struct arena *arena, const char *key);
/* The name of a division's body in one of the forms that there are, below body_form_count; or NO_NAME. */
uint32_t body_in_form(struct names *names, const char *division, size_t form);
extern const size_t body_form_count;

/* parents.c: sets `parent` of every root and `has_parents`; the parties are joined. */
void forest_find_parents(struct forest *forest);
/* Whether what this source named alone can have given a new parent to a party that was known. */
bool forest_has_new_parents(const struct forest *forest);

/* namesakes.c: which persons of one name are one person; the parties are settled. */
void namesakes_join(struct forest *forest);

#endif
