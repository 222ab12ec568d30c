/* positions.h - where things stand in an array, by what they are. */
#ifndef VIZ_POSITIONS_H
#define VIZ_POSITIONS_H

#include "graph/text.h"

/* A zeroed struct has none. */
struct positions {
	size_t count, room;
	size_t *slots; /* VG_NONE: free */
	uint64_t *hashes;
};

/* Where the position of the thing with this key stands; VG_NONE there: it is new, and the caller puts its position in. */
size_t *positions_find(struct positions *positions, const size_t *key, size_t words);
void positions_free(struct positions *positions);

#endif
