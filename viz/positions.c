/* positions.c - an open hash. */
#include "viz/positions.h"

#include <stdlib.h>

static size_t *slot_of(struct positions *positions, uint64_t hash)
{
	size_t at = hash & (positions->room - 1);

	while (positions->slots[at] != VG_NONE && positions->hashes[at] != hash)
		at = (at + 1) & (positions->room - 1);
	positions->hashes[at] = hash;
	return &positions->slots[at];
}

static void positions_grow(struct positions *positions)
{
	struct positions larger = {.count = positions->count, .room = positions->room ? positions->room * 2 : 64};

	larger.slots = memory_get(larger.room * sizeof *larger.slots);
	larger.hashes = memory_get(larger.room * sizeof *larger.hashes);
	memset(larger.slots, 0xff, larger.room * sizeof *larger.slots);
	for (size_t i = 0; i < positions->room; i++)
		if (positions->slots[i] != VG_NONE)
			*slot_of(&larger, positions->hashes[i]) = positions->slots[i];
	free(positions->slots);
	free(positions->hashes);
	*positions = larger;
}

/* A 64-bit hash stands for the key: two keys of one picture will not share it. */
size_t *positions_find(struct positions *positions, const size_t *key, size_t words)
{
	size_t *slot;

	if (positions->count * 2 >= positions->room)
		positions_grow(positions);
	slot = slot_of(positions, text_hash(key, words * sizeof *key, 0));
	positions->count += *slot == VG_NONE;
	return slot;
}

void positions_free(struct positions *positions)
{
	free(positions->slots);
	free(positions->hashes);
	*positions = (struct positions){0};
}
