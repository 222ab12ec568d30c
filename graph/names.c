/* names.c - the names of the graph in memory: found, added, written back. */
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

static uint32_t hash_key(const char *key)
{
	return (uint32_t)(text_hash(key, strlen(key), 0) >> 32);
}

static void fill_slot(struct names *names, struct name_slot filled)
{
	size_t slot = filled.hash & (names->slot_count - 1);

	while (names->slots[slot].index)
		slot = (slot + 1) & (names->slot_count - 1);
	names->slots[slot] = filled;
}

static void grow_slots(struct names *names, size_t slot_count)
{
	struct name_slot *slots = names->slots;
	size_t count = names->slot_count;

	names->slot_count = slot_count;
	names->slots = memory_get(names->slot_count * sizeof *names->slots);
	for (size_t i = 0; i < count; i++)
		if (slots[i].index)
			fill_slot(names, slots[i]);
	free(slots);
}

static void put_slot(struct names *names, uint32_t hash, uint32_t index)
{
	if (2 * (size_t)index >= names->slot_count)
		grow_slots(names, 2 * names->slot_count);
	fill_slot(names, (struct name_slot){hash, index + 1});
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

static const struct name_slot *first_slot(const struct names *names, uint32_t hash)
{
	return &names->slots[hash & (names->slot_count - 1)];
}

void names_foresee(const struct names *names, struct names_ahead *ahead, enum name_kind kind, const char *text,
		   const char *organization)
{
	uint32_t above = organization ? hash_name(NAME_OF_PARTY, organization, strlen(organization), 0) : 0;
	uint32_t hash = hash_name(kind, text, strlen(text), above);

	if (ahead->count == sizeof ahead->hashes / sizeof *ahead->hashes)
		return;
	__builtin_prefetch(first_slot(names, hash));
	ahead->texts[ahead->count] = text;
	ahead->hashes[ahead->count++] = hash;
}

/* Where the name's key will be looked for, if it is new: NULL where that is not soon, or not known without folding. */
static const struct key_slot *key_ahead(const struct names *names, const char *text)
{
	return names->chains_at_once && text_is_key(text) ? &names->keys[hash_key(text) & (names->key_slot_count - 1)] : NULL;
}

void names_fetch(const struct names *names, const struct names_ahead *ahead)
{
	for (size_t i = 0; i < ahead->count; i++) {
		const struct name_slot *slot = first_slot(names, ahead->hashes[i]);
		const struct key_slot *key;

		if (slot->index)
			__builtin_prefetch(&names->items[slot->index - 1]);
		else if ((key = key_ahead(names, ahead->texts[i])))
			__builtin_prefetch(key);
	}
}

void names_fetch_texts(const struct names *names, const struct names_ahead *ahead)
{
	for (size_t i = 0; i < ahead->count; i++) {
		const struct name_slot *slot = first_slot(names, ahead->hashes[i]);
		const struct key_slot *key;

		if (slot->index)
			__builtin_prefetch(names_text(names, &names->items[slot->index - 1]));
		else if ((key = key_ahead(names, ahead->texts[i])) && key->first)
			__builtin_prefetch(&names->items[key->first - 1], 1);
	}
}

static uint32_t keep_text(struct names *names, const char *text)
{
	uint32_t offset = (uint32_t)names->texts.length;

	text_add(&names->texts, text, strlen(text) + 1);
	return offset;
}

/* ── Adding ──────────────────────────────────────────────────────────────────────────────────────────── */

static int64_t row_of_key(uint32_t key_hash)
{
	return (int64_t)(key_hash >> 1) << 32;
}

int64_t names_key_row(const char *key)
{
	return row_of_key(hash_key(key));
}

/* The slot that has the key, or an empty one for it. */
static struct key_slot *find_key(const struct names *names, enum name_kind kind, uint32_t hash, const char *key)
{
	size_t at = hash & (names->key_slot_count - 1);

	for (;; at = (at + 1) & (names->key_slot_count - 1)) {
		struct key_slot *slot = &names->keys[at];
		const struct name *name = slot->first ? &names->items[slot->first - 1] : NULL;

		if (!name || (name->key_hash == hash && name->kind == kind && !strcmp(names_key(names, name), key)))
			return slot;
	}
}

uint32_t names_with_key(const struct names *names, enum name_kind kind, const char *key)
{
	return find_key(names, kind, hash_key(key), key)->first - 1; /* NO_NAME where there is none */
}

uint32_t names_first(const struct names *names, uint32_t index)
{
	const struct name *name = &names->items[index];

	return name->is_first ? index : find_key(names, name->kind, name->key_hash, names_key(names, name))->first - 1;
}

static void grow_keys(struct names *names, size_t slot_count)
{
	struct key_slot *keys = names->keys;
	size_t count = names->key_slot_count;

	names->key_slot_count = slot_count;
	names->keys = memory_get(slot_count * sizeof *names->keys);
	for (size_t i = 0; i < count; i++)
		if (keys[i].first) {
			size_t slot = names->items[keys[i].first - 1].key_hash & (slot_count - 1);

			while (names->keys[slot].first)
				slot = (slot + 1) & (slot_count - 1);
			names->keys[slot] = keys[i];
		}
	free(keys);
}

/* Strings the name to the others that have its key; returns the first of them. */
static uint32_t chain(struct names *names, uint32_t index)
{
	const struct name *name = &names->items[index];
	struct key_slot *slot;

	if (2 * names->key_count >= names->key_slot_count)
		grow_keys(names, 2 * names->key_slot_count);
	slot = find_key(names, name->kind, name->key_hash, names_key(names, name));
	if (slot->first) {
		names->items[slot->last - 1].next = index;
	} else {
		slot->first = index + 1;
		names->items[index].is_first = true;
		names->key_count++;
	}
	slot->last = index + 1;
	names->items[index].is_chained = true;
	return slot->first - 1;
}

/* The newest name gives its text back where the first of its key has the same: most persons are said with several
 * organizations. */
static void share_text(struct names *names, uint32_t index, uint32_t first)
{
	struct name *name = &names->items[index];
	const struct name *other = &names->items[first];

	if (index == first || strcmp(names_text(names, name), names_text(names, other)) != 0)
		return;
	names->texts.length = name->text;
	name->text = other->text;
	name->has_key = other->has_key;
}

struct name *names_append(struct names *names, enum name_kind kind, const char *text, uint32_t organization, uint32_t id)
{
	const char *key = text_is_key(text) ? text : text_key(&names->scratch, text);
	uint32_t above = organization == NO_NAME ? 0 : names->items[organization].hash, index = (uint32_t)names->count;
	struct name *name;

	names->items = array_room(names->items, names->count, &names->capacity, sizeof *names->items);
	name = &names->items[names->count++];
	*name = (struct name){.id = id, .kind = (uint8_t)kind, .organization = organization, .entity = index, .stored = NO_NAME,
			      .next = NO_NAME};
	name->hash = hash_name(kind, text, strlen(text), above);
	name->key_hash = hash_key(key);
	name->text = keep_text(names, text);
	name->has_key = strcmp(key, text) != 0;
	if (name->has_key)
		keep_text(names, key);
	arena_reset(&names->scratch);
	return name;
}

void names_make_room(struct names *names, size_t count)
{
	size_t slot_count = 1024;

	while (slot_count <= 2 * count)
		slot_count *= 2;
	grow_slots(names, slot_count);
	grow_keys(names, 1024);
	names->chains_at_once = !count;
}

/* Slots lie anywhere: each is asked of memory some names before. */
void names_make_known(struct names *names, uint32_t first)
{
	enum { AHEAD = 16 };

	for (uint32_t i = first; i < names->count; i++) {
		if (i + AHEAD < names->count)
			__builtin_prefetch(first_slot(names, names->items[i + AHEAD].hash), 1);
		put_slot(names, names->items[i].hash, i);
	}
}

/* The tokens under which a part of a name is found: every two neighbours, and the last character; so that one character
 * is found as the beginning of a token. Tokenizers cannot do that: none cuts Chinese but trigram, which knows no part
 * of less than three characters, and most names have two. */
static const char *part_tokens(struct arena *arena, const char *key)
{
	const char *simple = text_simplify(arena, key), *before = simple, *at = simple;
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

/* Nothing of a new name depends on what comes later, so the writer, which waits for most of an import, has it at once. What
 * feeding meets is told at feed_end(). */
static void feed_new(struct names *names, const struct name *name)
{
	int64_t organization = name->organization == NO_NAME ? 0 : names->items[name->organization].id;

	feed_put(names->graph, QUERY_PUT_NAME, "iitni", (int64_t)name->id, (int64_t)name->kind, names_text(names, name),
		 organization, (int64_t)name->said);
}

/* The first of a key is found by its parts. */
static void feed_part(struct names *names, const struct name *name)
{
	if (!name->is_first || name->stored != NO_NAME)
		return;
	feed_put(names->graph, QUERY_PUT_PART, "it", (int64_t)name->id, part_tokens(&names->scratch, names_key(names, name)));
	arena_reset(&names->scratch);
}

/* Which keys the source named, about: a bit for some hashes each. */
static uint8_t *named_keys(const struct names *names, uint32_t mask)
{
	uint8_t *named = memory_get(mask + 1);

	for (size_t i = 0; i < names->count; i++)
		if (names->items[i].is_touched)
			named[names->items[i].key_hash & mask] = 1;
	return named;
}

/* Slots lie anywhere, and so do the names in them: as in looking up, each is asked of memory some steps before. */
static void chain_chosen(struct names *names, const uint32_t *chosen, size_t count)
{
	enum { SLOT_AHEAD = 16, NAME_AHEAD = 8 };
	uint32_t mask;

	while (2 * (names->key_count + count) >= names->key_slot_count)
		grow_keys(names, 2 * names->key_slot_count);
	mask = (uint32_t)names->key_slot_count - 1;
	for (size_t i = 0; i < count; i++) {
		const struct key_slot *slot;

		if (i + SLOT_AHEAD < count)
			__builtin_prefetch(&names->keys[names->items[chosen[i + SLOT_AHEAD]].key_hash & mask], 1);
		if (i + NAME_AHEAD < count && (slot = &names->keys[names->items[chosen[i + NAME_AHEAD]].key_hash & mask])->first)
			__builtin_prefetch(&names->items[slot->first - 1]);
		chain(names, chosen[i]);
		feed_part(names, &names->items[chosen[i]]);
	}
}

void names_chain(struct names *names, bool of_all)
{
	enum { MASK = (1 << 20) - 1 };
	uint8_t *named;
	uint32_t *chosen;
	size_t count = 0;

	if (names->chains_at_once)
		return;
	named = named_keys(names, MASK);
	chosen = memory_get(names->count * sizeof *chosen);
	for (uint32_t i = 0; i < names->count; i++)
		if (!names->items[i].is_chained &&
		    (of_all || names->items[i].kind == NAME_OF_PARTY || named[names->items[i].key_hash & MASK]))
			chosen[count++] = i;
	chain_chosen(names, chosen, count);
	free(named);
	free(chosen);
}

uint32_t names_add(struct names *names, enum name_kind kind, const char *text, uint32_t organization, uint8_t said,
		   uint32_t *next_id)
{
	uint32_t hash = hash_name(kind, text, strlen(text), organization == NO_NAME ? 0 : names->items[organization].hash);
	uint32_t index = find(names, kind, text, organization, hash);

	if (index == NO_NAME) {
		struct name *name = names_append(names, kind, text, organization, (*next_id)++);

		index = (uint32_t)(name - names->items);
		name->said = name->stored_said = said;
		put_slot(names, hash, index);
		if (names->chains_at_once) {
			share_text(names, index, chain(names, index));
			feed_part(names, name);
		}
		feed_new(names, name);
	}
	names->items[index].said |= said;
	names->items[index].is_touched = true;
	return index;
}

void names_free(struct names *names)
{
	free(names->items);
	free(names->slots);
	free(names->keys);
	free(names->by_id);
	text_free(&names->texts);
	arena_free(&names->scratch);
	*names = (struct names){0};
}

/* ── Saving ──────────────────────────────────────────────────────────────────────────────────────────── */

/* An inference is written anew where it has changed; what is no more was dropped before. */
static void save_inference(const struct names *names, struct name *name, uint32_t index)
{
	if (name->entity != index && name->entity != name->stored)
		feed_put(names->graph, QUERY_PUT_SAME, "ii", (int64_t)name->id, (int64_t)names->items[name->entity].id);
	if (name->is_place && !name->was_place)
		feed_put(names->graph, QUERY_PUT_TERRITORY, "i", (int64_t)name->id);
	name->stored = name->entity;
	name->was_place = name->is_place;
}

/* Before anything is fed, since these are statements of their own. */
static vg_status drop_outdated(struct names *names, vg_error *error)
{
	vg_status status = VG_OK;

	for (uint32_t i = 0; i < names->count && !status; i++) {
		struct name *name = &names->items[i];

		if (name->stored != NO_NAME && name->stored != i && name->entity == i)
			status = store_do(names->graph, QUERY_DROP_SAME, error, "i", (int64_t)name->id);
		if (!status && name->was_place && !name->is_place)
			status = store_do(names->graph, QUERY_DROP_TERRITORY, error, "i", (int64_t)name->id);
		if (!status && name->said != name->stored_said)
			status = store_do(names->graph, QUERY_SET_SAID, error, "ii", (int64_t)name->id, (int64_t)name->said);
		name->stored_said = name->said;
	}
	return status;
}

/* Sorts by the hash alone, byte by byte from the last (Knuth, The Art of Computer Programming 3, 5.2.5): the ids below it
 * come in order. */
static void sort_rows(int64_t *rows, int64_t *spare, size_t count)
{
	for (int shift = 32; shift < 64; shift += 8) {
		size_t ends[257] = {0};

		for (size_t i = 0; i < count; i++)
			ends[(rows[i] >> shift & 0xff) + 1]++;
		for (size_t i = 1; i < 257; i++)
			ends[i] += ends[i - 1];
		for (size_t i = 0; i < count; i++)
			spare[ends[rows[i] >> shift & 0xff]++] = rows[i];
		memcpy(rows, spare, count * sizeof *rows);
	}
}

/* In order, so that the B-tree of a new graph is only appended to. */
static void save_keys(const struct names *names, size_t new_count)
{
	int64_t *rows = memory_get(2 * new_count * sizeof *rows);
	size_t count = 0;

	for (size_t i = 0; i < names->count; i++)
		if (names->items[i].stored == NO_NAME)
			rows[count++] = row_of_key(names->items[i].key_hash) | names->items[i].id;
	sort_rows(rows, rows + count, count);
	for (size_t i = 0; i < count; i++)
		feed_put(names->graph, QUERY_PUT_KEY, "i", rows[i]);
	free(rows);
}

void names_save_new(const struct names *names, struct links *links)
{
	size_t new_count = 0;

	for (uint32_t i = 0; i < names->count && i < links->chain_count; i++)
		if (links->chains[i].used)
			links_save(links, i, names->items[i].id, names->graph);
	links_free(links); /* what comes now needs as much */
	for (size_t i = 0; i < names->count; i++)
		new_count += names->items[i].stored == NO_NAME;
	if (new_count)
		save_keys(names, new_count);
	feed_start(names->graph);
}

vg_status names_save_inferences(struct names *names, vg_error *error)
{
	vg_status status = drop_outdated(names, error);

	if (status)
		return status;
	for (uint32_t i = 0; i < names->count; i++)
		save_inference(names, &names->items[i], i);
	return feed_end(names->graph, error);
}
