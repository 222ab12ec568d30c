/* names.c - the names of the graph in memory. */
#include "graph/feed.h"
#include "graph/names.h"
#include "graph/unicode.h"

#include <stdlib.h>

/* ── Looking up ──────────────────────────────────────────────────────────────────────────────────────────
 * By the exact words, the kind and, for a person, the organization said with it. Folding costs more than hashing, so only
 * a name that was never said before is folded: a million rows have seven million mentions of some 350,000 names. */

static uint32_t hash_name(enum name_kind kind, const char *text, size_t length, uint32_t organization_hash)
{
	return (uint32_t)text_hash(text, length, (uint64_t)organization_hash << 2 | kind);
}

static void put_slot(struct names *names, uint32_t hash, uint32_t index)
{
	size_t slot = hash & (names->slot_count - 1);

	while (names->slots[slot].index)
		slot = (slot + 1) & (names->slot_count - 1);
	names->slots[slot] = (struct name_slot){hash, index + 1};
}

static void grow_slots(struct names *names)
{
	struct name_slot *slots = names->slots;
	size_t count = names->slot_count;

	names->slot_count = count ? 2 * count : 1024;
	names->slots = memory_get(names->slot_count * sizeof *names->slots);
	for (size_t i = 0; i < count; i++)
		if (slots[i].index)
			put_slot(names, slots[i].hash, slots[i].index - 1);
	free(slots);
}

static uint32_t find(const struct names *names, enum name_kind kind, const char *text, uint32_t organization,
		     uint32_t hash)
{
	size_t slot = hash & (names->slot_count - 1);

	for (; names->slots[slot].index; slot = (slot + 1) & (names->slot_count - 1)) {
		const struct name *name;

		if (names->slots[slot].hash != hash)
			continue;
		name = &names->items[names->slots[slot].index - 1];
		if (name->kind == kind && name->organization == organization && !strcmp(names_text(names, name), text))
			return names->slots[slot].index - 1;
	}
	return NO_NAME;
}

/* The first slot of each, then its name, then its text: each step needs the one before. */
void names_prefetch(const struct names *names, const struct name_hint *hints, size_t count)
{
	enum { MOST = 16 };
	uint32_t hashes[MOST];

	count = count < MOST ? count : MOST;
	for (size_t i = 0; i < count; i++) {
		const char *organization = hints[i].organization;
		uint32_t above = organization ? hash_name(NAME_OF_PARTY, organization, strlen(organization), 0) : 0;

		hashes[i] = hash_name(hints[i].kind, hints[i].text, strlen(hints[i].text), above);
		__builtin_prefetch(&names->slots[hashes[i] & (names->slot_count - 1)]);
	}
	for (size_t i = 0; i < count; i++) {
		const struct name_slot *slot = &names->slots[hashes[i] & (names->slot_count - 1)];

		if (slot->index)
			__builtin_prefetch(&names->items[slot->index - 1]);
	}
	for (size_t i = 0; i < count; i++) {
		const struct name_slot *slot = &names->slots[hashes[i] & (names->slot_count - 1)];

		if (slot->index)
			__builtin_prefetch(names_text(names, &names->items[slot->index - 1]));
	}
}

static uint32_t keep_text(struct names *names, const char *text)
{
	uint32_t offset = (uint32_t)names->texts.length;

	text_add(&names->texts, text, strlen(text) + 1);
	return offset;
}

/* Ids are dense: half of a graph's are names. */
static void keep_id(struct names *names, uint32_t id, uint32_t index)
{
	if (id >= names->id_count) {
		size_t count = 2 * (size_t)id + 1024;

		names->by_id = memory_grow(names->by_id, count * sizeof *names->by_id);
		memset(names->by_id + names->id_count, 0, (count - names->id_count) * sizeof *names->by_id);
		names->id_count = count;
	}
	names->by_id[id] = index + 1;
}

static uint32_t append(struct names *names, enum name_kind kind, const char *text, uint32_t organization, uint32_t id)
{
	const char *key = text_key(&names->scratch, text);
	uint32_t index = (uint32_t)names->count;
	struct name *name;

	names->items = array_room(names->items, names->count, &names->capacity, sizeof *names->items);
	name = &names->items[names->count++];
	*name = (struct name){.id = id, .kind = (uint8_t)kind, .organization = organization, .entity = index, .stored = NO_NAME};
	name->key_hash = text_hash(key, strlen(key), kind);
	name->text = keep_text(names, text);
	name->key = strcmp(key, text) ? keep_text(names, key) : name->text;
	arena_reset(&names->scratch);
	keep_id(names, id, index);
	return index;
}

uint32_t names_add(struct names *names, enum name_kind kind, const char *text, uint32_t organization, uint8_t said,
		   uint32_t *next_id)
{
	size_t length = strlen(text);
	uint32_t hash = hash_name(kind, text, length, organization == NO_NAME ? 0 : names->items[organization].hash);
	uint32_t index;

	if (2 * names->count >= names->slot_count)
		grow_slots(names);
	index = find(names, kind, text, organization, hash);
	if (index == NO_NAME) {
		index = append(names, kind, text, organization, (*next_id)++);
		names->items[index].hash = hash;
		put_slot(names, hash, index);
	}
	names->items[index].said |= said;
	names->items[index].is_touched = true;
	return index;
}

/* ── Loading ─────────────────────────────────────────────────────────────────────────────────────────── */

uint32_t names_index(const struct names *names, uint32_t id)
{
	return id < names->id_count && names->by_id[id] ? names->by_id[id] - 1 : NO_NAME;
}

static vg_status load_texts(struct names *names, vg_graph *graph, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_ALL_NAMES, "");

	while (store_next(&answer)) {
		const char *text = store_text(&answer, 2);
		uint32_t organization = store_integer(&answer, 3) ? names_index(names, (uint32_t)store_integer(&answer, 3)) : NO_NAME;
		uint32_t index;
		struct name *name;

		if (2 * names->count >= names->slot_count)
			grow_slots(names);
		index = append(names, (enum name_kind)store_integer(&answer, 1), text, organization,
			       (uint32_t)store_integer(&answer, 0));
		name = &names->items[index];
		name->said = name->stored_said = (uint8_t)store_integer(&answer, 4);
		name->stored = index;
		name->hash = hash_name(name->kind, text, strlen(text),
				       organization == NO_NAME ? 0 : names->items[organization].hash);
		put_slot(names, name->hash, index);
	}
	return store_end(&answer, error);
}

static vg_status load_inferences(struct names *names, vg_graph *graph, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_ALL_SAME, "");
	vg_status status;

	while (store_next(&answer)) {
		uint32_t name = names_index(names, (uint32_t)store_integer(&answer, 0));
		uint32_t entity = names_index(names, (uint32_t)store_integer(&answer, 1));

		if (name != NO_NAME && entity != NO_NAME)
			names->items[name].entity = names->items[name].stored = entity;
	}
	if ((status = store_end(&answer, error)))
		return status;
	answer = store_ask(graph, QUERY_ALL_TERRITORIES, "");
	while (store_next(&answer)) {
		uint32_t name = names_index(names, (uint32_t)store_integer(&answer, 0));

		if (name != NO_NAME)
			names->items[name].is_place = names->items[name].was_place = true;
	}
	return store_end(&answer, error);
}

vg_status names_load(struct names *names, vg_graph *graph, vg_error *error)
{
	vg_status status;

	grow_slots(names);
	if ((status = load_texts(names, graph, error)))
		return status;
	return load_inferences(names, graph, error);
}

void names_free(struct names *names)
{
	free(names->items);
	free(names->slots);
	free(names->by_id);
	text_free(&names->texts);
	arena_free(&names->scratch);
	*names = (struct names){0};
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────────────────── */

/* The tokens under which a part of a name is found: every two neighbours, and the last character; so that one character
 * is found as the beginning of a token. Tokenizers cannot do that: unicode61 does not cut Chinese, trigram knows no part
 * of less than three characters, and most names have two. */
static const char *part_tokens(struct arena *arena, const char *key)
{
	const char *simple = unicode_simplify(arena, key), *before = simple, *at = simple;
	char *tokens = arena_get(arena, 3 * strlen(simple) + 2), *end = tokens;

	for (text_next(&at); *before; before = at, text_next(&at)) {
		const char *past = at;

		text_next(&past);
		memcpy(end, before, (size_t)(past - before));
		end += past - before;
		*end++ = ' ';
		if (past == at)
			break;
	}
	return tokens;
}

static vg_status save_new_name(struct names *names, struct name *name, vg_graph *graph, vg_error *error)
{
	const struct name *organization = name->organization == NO_NAME ? NULL : &names->items[name->organization];
	vg_status status = feed_put(graph, QUERY_PUT_NAME, error, "iitni", (int64_t)name->id, (int64_t)name->kind,
				    names_text(names, name), organization ? (int64_t)organization->id : 0, (int64_t)name->said);

	if (!status && name->is_first)
		status = feed_put(graph, QUERY_PUT_PART, error, "it", (int64_t)name->id,
				  part_tokens(&names->scratch, names_key(names, name)));
	arena_reset(&names->scratch);
	return status;
}

/* An inference is written anew where it has changed; what is no more was dropped before. */
static vg_status save_inference(const struct names *names, struct name *name, uint32_t index, vg_graph *graph, vg_error *error)
{
	vg_status status = VG_OK;

	if (name->entity != index && name->entity != name->stored)
		status = feed_put(graph, QUERY_PUT_SAME, error, "ii", (int64_t)name->id, (int64_t)names->items[name->entity].id);
	if (!status && name->is_place && !name->was_place)
		status = feed_put(graph, QUERY_PUT_TERRITORY, error, "i", (int64_t)name->id);
	name->stored = name->entity;
	name->was_place = name->is_place;
	return status;
}

/* Before anything is fed, since these are statements of their own. */
static vg_status drop_outdated(const struct names *names, vg_graph *graph, vg_error *error)
{
	vg_status status = VG_OK;

	for (uint32_t i = 0; i < names->count && !status; i++) {
		const struct name *name = &names->items[i];

		if (name->stored == NO_NAME)
			break; /* the new ones come last */
		if (name->stored != i && name->entity == i)
			status = store_do(graph, QUERY_DROP_SAME, error, "i", (int64_t)name->id);
		if (!status && name->was_place && !name->is_place)
			status = store_do(graph, QUERY_DROP_TERRITORY, error, "i", (int64_t)name->id);
		if (!status && name->said != name->stored_said)
			status = store_do(graph, QUERY_SET_SAID, error, "ii", (int64_t)name->id, (int64_t)name->said);
	}
	return status;
}

struct new_key {
	const char *key;
	uint32_t id;
};

static int compare_keys(const void *a, const void *b)
{
	const struct new_key *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : x->id < y->id ? -1 : x->id > y->id;
}

/* In key order, so that the B-tree of a new graph is only appended to. */
static vg_status save_keys(struct new_key *keys, size_t count, vg_graph *graph, vg_error *error)
{
	vg_status status = VG_OK;

	if (count)
		qsort(keys, count, sizeof *keys, compare_keys);
	for (size_t i = 0; i < count && !status; i++)
		status = feed_put(graph, QUERY_PUT_KEY, error, "ti", keys[i].key, (int64_t)keys[i].id);
	return status;
}

vg_status names_save(struct names *names, vg_graph *graph, const struct links *links, vg_error *error)
{
	struct new_key *keys = memory_get(names->count * sizeof *keys);
	size_t key_count = 0;
	vg_status status = drop_outdated(names, graph, error);

	for (size_t i = 0; i < names->count && !status; i++) {
		struct name *name = &names->items[i];

		if (name->stored == NO_NAME) {
			keys[key_count++] = (struct new_key){names_key(names, name), name->id};
			status = save_new_name(names, name, graph, error);
		}
		name->stored_said = name->said;
		if (!status)
			status = save_inference(names, name, (uint32_t)i, graph, error);
		if (!status && name->links.head)
			status = links_save(links, &name->links, name->id, graph, error);
	}
	if (!status)
		status = save_keys(keys, key_count, graph, error);
	free(keys);
	return status;
}
