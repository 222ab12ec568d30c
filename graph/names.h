/* names.h - every name of the graph in memory, while a source is being read: looked up, added, settled, written back. */
#ifndef GRAPH_NAMES_H
#define GRAPH_NAMES_H

#include "graph/links.h"

#define NO_NAME UINT32_MAX

enum name_kind { NAME_OF_PERSON = 1, NAME_OF_PARTY = 2 };

/* In what capacity a name was said: bits of name.said. */
enum said {
	SAID_AS_PLACE = 1,
	SAID_AS_ORGANIZATION = 2,
	LISTED_AS_PLACE = 4,
	LISTED_AS_ORGANIZATION = 8,
	LISTED_AS_PERSON = 16,
	STATED = 32, /* by a source, and not only extracted from running text */
	SAID_IN_OFFICE = 64,    /* a bare name, with the title of an official: 县长 */
	SAID_IN_BUSINESS = 128, /* or of somebody in business: 总经理 */
};

/* What every mention touches comes first, so that it lies in one cache line. */
struct name {
	uint32_t id;           /* in the database */
	uint32_t hash;         /* of kind, text and organization: by which it is looked up */
	uint32_t text;         /* offset into names.texts; its key, as text_key() makes it, stands behind it where has_key */
	uint32_t organization; /* index of a name, or NO_NAME */
	uint8_t kind, said, stored_said;
	bool has_key;          /* another one than the text itself */
	bool is_touched;       /* by the source being read */
	bool is_first;         /* of all names of its kind that have its key */
	bool is_chained;       /* with the others that have its key */
	bool is_place : 1, was_place : 1;
	uint32_t key_hash;

	uint32_t entity;       /* index of the name that stands for it: itself, where nothing else does */
	uint32_t stored;       /* the same, as the database had it; NO_NAME: the name is new */
	uint32_t next;         /* the next name of its kind with its key, in order of index; NO_NAME at the end */
};

struct name_slot {
	uint32_t hash, index; /* index + 1; 0: empty */
};

/* The names of one kind and key. */
struct key_slot {
	uint32_t first, last; /* index + 1; 0: empty */
};

struct names {
	vg_graph *graph;
	struct name *items;
	size_t count, capacity;
	struct text texts;
	struct name_slot *slots; /* open addressing, as are those of the keys */
	size_t slot_count;
	struct key_slot *keys;
	size_t key_count, key_slot_count;
	uint32_t *by_id; /* of the names that the database had: index + 1; 0: no name's */
	size_t id_count, loaded_count;
	struct arena scratch;
	bool chains_at_once; /* names with those of their key: in a new graph, which has no others */
	bool has_new_claims; /* this source described somebody or something */
};

/* Names with one key become known as such: in a graph that had names already, of parties and of whatever this source named,
 * or of all. Before it, nothing below is known. */
void names_chain(struct names *names, bool of_all);
/* The first name of the kind that has the key, or NO_NAME. */
uint32_t names_with_key(const struct names *names, enum name_kind kind, const char *key);

/* The first of the names of its kind that have its key. */
uint32_t names_first(const struct names *names, uint32_t index);

/* Where table name_key has the names of a key: its row ids are from here to here + UINT32_MAX, each with a name's id. */
int64_t names_key_row(const char *key);

/* recall.c: all names of the graph; about how many are `expected`. */
vg_status names_load(struct names *names, vg_graph *graph, size_t expected, vg_error *error);
void names_free(struct names *names);

/* The index of a name as it was said, added with the next id and fed to the database where it is new. */
uint32_t names_add(struct names *names, enum name_kind kind, const char *text, uint32_t organization, uint8_t said,
		   uint32_t *next_id);

/* For recall.c: a name that cannot be looked up before names_make_known(), of it and all behind it; room for so many. */
struct name *names_append(struct names *names, enum name_kind kind, const char *text, uint32_t organization, uint32_t id);
void names_make_known(struct names *names, uint32_t first);
void names_make_room(struct names *names, size_t count);

/* The index of an id of the database, or NO_NAME (recall.c). */
uint32_t names_index(const struct names *names, uint32_t id);

/* Names that will be looked up soon. A list's names lie anywhere among half a million, and each look-up waits for memory
 * three times, one after the other: for the slot, for the name, for its text. So this is done for several rows at once, a
 * step of one between the steps of others. */
struct names_ahead {
	uint32_t hashes[16];
	const char *texts[16];
	size_t count;
};
void names_foresee(const struct names *names, struct names_ahead *ahead, enum name_kind kind, const char *text,
		   const char *organization /* said with it, or NULL */);
void names_fetch(const struct names *names, const struct names_ahead *ahead);
void names_fetch_texts(const struct names *names, const struct names_ahead *ahead);

static inline const char *names_text(const struct names *names, const struct name *name)
{
	return names->texts.bytes + name->text;
}
static inline const char *names_key(const struct names *names, const struct name *name)
{
	const char *text = names_text(names, name);

	return name->has_key ? text + strlen(text) + 1 : text;
}

/* Feeds the indexes of what is new: keys and links. */
void names_save_new(const struct names *names, struct links *links);
/* Writes which said bits and inferences have changed. */
vg_status names_save_inferences(struct names *names, vg_error *error);

/* namesakes.c: what a title tells of somebody whose organization is not said: bits of `said`. */
uint8_t said_with_title(const char *title);

#endif
