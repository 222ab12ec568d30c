/* bfs.c - how far pairs are apart, the plain way:  bfs PAIRS < PARTIES
 *
 * PARTIES: lines "event entity", who took part in what. PAIRS: a file of lines "entity entity". Prints, for each pair, over how
 * many events the one reaches the other, or "null". The whole graph is read into two arrays of neighbours and searched
 * from one end, breadth first: nothing here is shared with graph/path.c, whose answers it proves. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNREACHED UINT32_MAX

/* Neighbours of x: targets[first[x]] up to targets[first[x + 1]]. */
struct neighbours {
	uint32_t *first, *targets;
};

struct party {
	uint32_t event, entity;
};

static void *memory(size_t count, size_t size)
{
	void *room = calloc(count ? count : 1, size);

	if (!room) {
		fputs("bfs: out of memory\n", stderr);
		exit(4);
	}
	return room;
}

static struct party *read_parties(size_t *count, uint32_t *greatest)
{
	size_t room = 1 << 20;
	struct party *parties = memory(room, sizeof *parties), read;

	*count = *greatest = 0;
	while (scanf("%u %u", &read.event, &read.entity) == 2) {
		if (*count == room && !(parties = realloc(parties, (room *= 2) * sizeof *parties)))
			exit(4);
		parties[(*count)++] = read;
		*greatest = read.event > *greatest ? read.event : *greatest;
		*greatest = read.entity > *greatest ? read.entity : *greatest;
	}
	return parties;
}

/* Events and entities have their ids from one sequence, so both are nodes of one graph of two kinds. */
static struct neighbours neighbours_of(const struct party *parties, size_t count, uint32_t greatest)
{
	struct neighbours all = {memory((size_t)greatest + 2, sizeof(uint32_t)), memory(count * 2, sizeof(uint32_t))};

	for (size_t i = 0; i < count; i++) {
		all.first[parties[i].event]++;
		all.first[parties[i].entity]++;
	}
	for (size_t i = 0; i <= greatest; i++)
		all.first[i + 1] += all.first[i];
	for (size_t i = 0; i < count; i++) {
		all.targets[--all.first[parties[i].event]] = parties[i].entity;
		all.targets[--all.first[parties[i].entity]] = parties[i].event;
	}
	return all;
}

static uint32_t distance(const struct neighbours *all, uint32_t from, uint32_t to, uint32_t *distances, uint32_t *queue)
{
	size_t head = 0, tail = 0;

	distances[from] = 0;
	queue[tail++] = from;
	while (head < tail && distances[to] == UNREACHED) {
		uint32_t here = queue[head++];

		for (uint32_t i = all->first[here]; i < all->first[here + 1]; i++) {
			uint32_t next = all->targets[i];

			if (distances[next] != UNREACHED)
				continue;
			distances[next] = distances[here] + 1;
			queue[tail++] = next;
		}
	}
	return distances[to];
}

int main(int argument_count, char **arguments)
{
	FILE *pairs = argument_count == 2 ? fopen(arguments[1], "r") : NULL;
	size_t count;
	uint32_t greatest, from, to;

	if (!pairs) {
		fputs("usage: bfs PAIRS < PARTIES\n", stderr);
		return 2;
	}
	struct party *parties = read_parties(&count, &greatest);
	struct neighbours all = neighbours_of(parties, count, greatest);
	uint32_t *distances = memory((size_t)greatest + 1, sizeof *distances);
	uint32_t *queue = memory((size_t)greatest + 1, sizeof *queue);

	while (fscanf(pairs, "%u %u", &from, &to) == 2) {
		uint32_t hops = UNREACHED;

		memset(distances, 0xff, ((size_t)greatest + 1) * sizeof *distances);
		if (from <= greatest && to <= greatest)
			hops = distance(&all, from, to, distances, queue);
		if (hops == UNREACHED)
			puts("null");
		else
			printf("%u\n", hops / 2);
	}
	fclose(pairs);
	free(distances);
	free(queue);
	free(parties);
	free(all.first);
	free(all.targets);
	return 0;
}
