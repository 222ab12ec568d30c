/* likeness.c - which occasions may be reports of one event: found by a hash, while they come in. */
#include "graph/feed.h"
#include "graph/intake.h"

#include <stdlib.h>

static const uint64_t SIX_BYTES = 0xffffffffffff; /* of each hash are kept */

/* ── Hashes ──────────────────────────────────────────────────────────────────────────────────────────── */

static size_t slot_words(const struct hash_set *set)
{
	return set->has_facts ? 3 : 2;
}

static uint32_t *first_slot(const struct hash_set *set, uint64_t hash)
{
	return set->slots + slot_words(set) * (hash & (set->slot_count - 1));
}

static uint64_t hash_in(const uint32_t *slot)
{
	return (uint64_t)slot[1] << 32 | slot[0];
}

/* The slot that has the hash, or an empty one for it. */
static uint32_t *find_slot(const struct hash_set *set, uint64_t hash)
{
	const uint32_t *end = set->slots + slot_words(set) * set->slot_count;
	uint32_t *slot = first_slot(set, hash);

	while (hash_in(slot) && hash_in(slot) != hash)
		if ((slot += slot_words(set)) == end)
			slot = set->slots;
	return slot;
}

static void hash_set_grow(struct hash_set *set)
{
	struct hash_set larger = {.count = set->count, .slot_count = set->slot_count ? 2 * set->slot_count : 1024,
				  .has_facts = set->has_facts};
	size_t words = slot_words(set);

	larger.slots = memory_get(larger.slot_count * words * sizeof *larger.slots);
	for (const uint32_t *slot = set->slots; slot && slot < set->slots + words * set->slot_count; slot += words)
		if (hash_in(slot))
			memcpy(find_slot(&larger, hash_in(slot)), slot, words * sizeof *slot);
	free(set->slots);
	*set = larger;
}

void hash_set_prefetch(const struct hash_set *set, uint64_t hash)
{
	if (set->slot_count)
		__builtin_prefetch(first_slot(set, hash), 1);
}

static uint32_t fact_in(const struct hash_set *set, const uint32_t *slot)
{
	return !hash_in(slot) ? 0 : set->has_facts ? slot[2] : 1;
}

static uint64_t not_0(uint64_t hash)
{
	return hash ? hash : 1;
}

uint32_t hash_set_find(const struct hash_set *set, uint64_t hash)
{
	return set->slot_count ? fact_in(set, find_slot(set, not_0(hash))) : 0;
}

uint32_t hash_set_put(struct hash_set *set, uint64_t hash, uint32_t fact)
{
	uint32_t *slot, known;

	if (4 * set->count >= 3 * set->slot_count)
		hash_set_grow(set);
	hash = not_0(hash);
	slot = find_slot(set, hash);
	if ((known = fact_in(set, slot)))
		return known;
	slot[0] = (uint32_t)hash;
	slot[1] = (uint32_t)(hash >> 32);
	if (set->has_facts)
		slot[2] = fact;
	set->count++;
	return 0;
}

void hash_set_free(struct hash_set *set)
{
	free(set->slots);
	*set = (struct hash_set){0};
}

/* ── Likeness ────────────────────────────────────────────────────────────────────────────────────────────
 * Two reports are of one event when type, date, hosts, visitors and place agree, and who is who is settled only at the
 * end, and may be settled otherwise later. So an occasion is first hashed by what no inference can change (type, date, keys
 * of the persons who visit or receive); those that share a hash are twins, and events.c compares them name by name. */

/* Two or three, as a rule: sorted as they come. */
static void put_sorted(uint64_t *keys, size_t count, uint64_t key)
{
	for (; count && keys[count - 1] > key; count--)
		keys[count] = keys[count - 1];
	keys[count] = key;
}

uint64_t likeness_of(const struct intake *intake, const vg_record *record, const uint32_t *indexes)
{
	uint64_t keys[MOST_MENTIONS], hash = record->type;
	size_t count = 0;

	for (size_t i = 0; i < record->mention_count; i++)
		if (record->mentions[i].kind == VG_PERSON && record->mentions[i].role <= VG_HOST)
			put_sorted(keys, count++, intake->names.items[indexes[i]].key_hash + record->mentions[i].role);
	hash = text_hash(record->date.from, strlen(record->date.from), hash);
	hash = text_hash(record->date.until, strlen(record->date.until), hash);
	return text_hash(keys, count * sizeof *keys, hash) & SIX_BYTES;
}

uint64_t likeness_of_number(int64_t import, const char *own_id)
{
	return text_hash(own_id, strlen(own_id), (uint64_t)import) & SIX_BYTES;
}

static void add_twin(struct likenesses *likenesses, uint64_t likeness, uint32_t one, uint32_t other)
{
	likenesses->twins = array_room(likenesses->twins, likenesses->twin_count, &likenesses->twin_capacity, sizeof(struct twin));
	likenesses->twins[likenesses->twin_count++] = (struct twin){likeness, one, other};
}

static void add_likeness(struct likenesses *likenesses, uint64_t likeness, uint32_t occasion)
{
	uint32_t step = occasion - likenesses->last_occasion, twin = hash_set_put(&likenesses->known, likeness, occasion);
	unsigned char pair[16];
	size_t length = 0;

	for (; step >= 0x80; step >>= 7)
		pair[length++] = (unsigned char)(step | 0x80);
	pair[length++] = (unsigned char)step;
	for (int i = 0; i < 6; i++)
		pair[length++] = (unsigned char)(likeness >> 8 * i);
	text_add(&likenesses->pairs, (char *)pair, length);
	likenesses->last_occasion = occasion;
	if (twin)
		add_twin(likenesses, likeness, twin, occasion);
}

void likenesses_add(struct likenesses *likenesses, const struct likeness *added, size_t count)
{
	enum { AHEAD = 8 };

	likenesses->known.has_facts = true;
	for (size_t i = 0; i < count; i++) {
		if (i + AHEAD < count)
			hash_set_prefetch(&likenesses->known, added[i + AHEAD].hash);
		add_likeness(likenesses, added[i].hash, added[i].occasion);
	}
}

static void compare_pairs(struct likenesses *likenesses, const unsigned char *at, const unsigned char *end)
{
	uint32_t occasion = 0;

	while (at < end) {
		uint64_t likeness = 0;
		uint32_t step = 0, later;

		for (int shift = 0; at < end; shift += 7) {
			step |= (uint32_t)(*at & 0x7f) << shift;
			if (!(*at++ & 0x80))
				break;
		}
		for (int i = 0; i < 6 && at < end; i++)
			likeness |= (uint64_t)*at++ << 8 * i;
		occasion += step;
		if ((later = hash_set_find(&likenesses->known, likeness)))
			add_twin(likenesses, likeness, occasion, later);
	}
}

/* All earlier ones are read past the new ones, not the other way round: a small import into a large graph needs no table
 * of all. */
static vg_status compare_with_earlier(struct intake *intake, vg_error *error)
{
	struct answer answer = store_ask(intake->graph, QUERY_ALL_LIKENESSES, "");

	while (store_next(&answer)) {
		size_t length;
		const unsigned char *pairs = store_bytes(&answer, 0, &length);

		compare_pairs(&intake->likenesses, pairs, pairs + length);
	}
	return store_end(&answer, error);
}

static void put_twins(struct intake *intake)
{
	const struct likenesses *likenesses = &intake->likenesses;

	for (size_t i = 0; i < likenesses->twin_count; i++) {
		const struct twin *twin = &likenesses->twins[i];

		feed_put(intake->graph, QUERY_PUT_TWIN, "ii", (int64_t)twin->likeness, (int64_t)twin->one);
		feed_put(intake->graph, QUERY_PUT_TWIN, "ii", (int64_t)twin->likeness, (int64_t)twin->other);
		intake->has_twins = true;
	}
}

vg_status likenesses_end_import(struct intake *intake, vg_error *error)
{
	struct likenesses *likenesses = &intake->likenesses;
	vg_status status = VG_OK;

	if (likenesses->pairs.length)
		status = compare_with_earlier(intake, error);
	hash_set_free(&likenesses->known); /* SQLite copies the pairs */
	if (likenesses->pairs.length && !status)
		status = store_do(intake->graph, QUERY_PUT_LIKENESSES, error, "ib", intake->import,
				  (const void *)likenesses->pairs.bytes, likenesses->pairs.length);
	put_twins(intake);
	likenesses_free(likenesses);
	return status ? status : feed_end(intake->graph, error);
}

void likenesses_free(struct likenesses *likenesses)
{
	hash_set_free(&likenesses->known);
	text_free(&likenesses->pairs);
	free(likenesses->twins);
	*likenesses = (struct likenesses){0};
}
