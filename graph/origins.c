/* origins.c - where in the file the bytes of a text stood, before it was decoded or its tags were taken off.
 *
 * Kept as runs of characters that are equally wide here and equally wide there: a line of Chinese is one run. */
#include "graph/text.h"

#include <stdlib.h>

struct run {
	uint64_t place, origin; /* of its first character */
	size_t count;		/* characters */
	uint32_t width, step;	/* bytes of a character here and there; `step` is known once there are two */
};

static uint64_t end_of(const struct run *run)
{
	return run->place + run->count * run->width;
}

void origins_add(struct origins *origins, uint64_t place, uint64_t origin, uint32_t width)
{
	struct run *last = origins->count > origins->first ? &origins->runs[origins->count - 1] : NULL;

	if (last && last->width == width && end_of(last) == place && last->count == 1)
		last->step = (uint32_t)(origin - last->origin);
	if (last && last->width == width && end_of(last) == place &&
	    last->origin + last->count * last->step == origin) {
		last->count++;
		return;
	}
	origins->runs = array_room(origins->runs, origins->count, &origins->capacity, sizeof *origins->runs);
	origins->runs[origins->count++] = (struct run){.place = place, .origin = origin, .count = 1, .width = width};
}

uint64_t origins_find(const struct origins *origins, uint64_t place, uint64_t end)
{
	size_t low = origins->first, high = origins->count;
	const struct run *run;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (origins->runs[middle].place <= place)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == origins->first)
		return low < origins->count ? origins->runs[low].origin : end;
	run = &origins->runs[low - 1];
	if (place < end_of(run))
		return run->origin + (place - run->place) / run->width * run->step;
	return low < origins->count ? origins->runs[low].origin : end;
}

void origins_forget(struct origins *origins, uint64_t place)
{
	while (origins->first < origins->count && end_of(&origins->runs[origins->first]) <= place)
		origins->first++;
	if (origins->first < origins->count / 2 || origins->first < 1024)
		return;
	origins->count -= origins->first;
	memmove(origins->runs, origins->runs + origins->first, origins->count * sizeof *origins->runs);
	origins->first = 0;
}

void origins_free(struct origins *origins)
{
	free(origins->runs);
	*origins = (struct origins){0};
}
