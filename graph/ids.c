/* ids.c - a table from ids to indexes. */
#include "graph/build.h"

#include <stdlib.h>

static size_t id_slot(const struct id_map *map, uint32_t id)
{
	size_t slot = (id * 2654435761u) & (map->slot_count - 1); /* Knuth's multiplicative hash */

	while (map->ids[slot] && map->ids[slot] != id)
		slot = (slot + 1) & (map->slot_count - 1);
	return slot;
}

uint32_t *id_map_find(const struct id_map *map, uint32_t id)
{
	size_t slot;

	if (!map->slot_count)
		return NULL;
	slot = id_slot(map, id);
	return map->ids[slot] ? &map->indexes[slot] : NULL;
}

static void id_map_grow(struct id_map *map)
{
	struct id_map larger = {.count = map->count, .slot_count = map->slot_count ? 2 * map->slot_count : 256};

	larger.ids = memory_get(larger.slot_count * sizeof *larger.ids);
	larger.indexes = memory_get(larger.slot_count * sizeof *larger.indexes);
	for (size_t i = 0; i < map->slot_count; i++)
		if (map->ids[i]) {
			size_t slot = id_slot(&larger, map->ids[i]);

			larger.ids[slot] = map->ids[i];
			larger.indexes[slot] = map->indexes[i];
		}
	id_map_free(map);
	*map = larger;
}

void id_map_put(struct id_map *map, uint32_t id, uint32_t index)
{
	size_t slot;

	if (2 * map->count >= map->slot_count)
		id_map_grow(map);
	slot = id_slot(map, id);
	map->count += !map->ids[slot];
	map->ids[slot] = id;
	map->indexes[slot] = index;
}

void id_map_free(struct id_map *map)
{
	free(map->ids);
	free(map->indexes);
	*map = (struct id_map){0};
}
