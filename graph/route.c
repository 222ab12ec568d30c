/* route.c - from what a search has reached to the paths that it tells. */
#include "graph/path.h"

#include <stdlib.h>

/* One step of a path, from end to end; `carrier` knows by what. */
struct hop {
	uint32_t from, to;
	const struct reached *carrier;
};

static vg_status add_step(struct builder *builder, vg_path *path, const struct hop *hop, vg_error *error)
{
	vg_step *step = &path->steps[path->step_count];
	vg_status status;

	*step = (vg_step){.relation = (vg_relation)hop->carrier->relation, .event = VG_NONE, .tie = VG_NONE, .link = VG_NONE};
	if ((status = build_node(builder, hop->from, &step->from, error)) || (status = build_node(builder, hop->to, &step->to, error)))
		return status;
	path->step_count++;
	return describe_step(builder, step, hop->carrier->fact, error);
}

static vg_status add_path(struct builder *builder, const struct hop *hops, size_t length, vg_error *error)
{
	vg_view *view = builder->view;
	vg_path *path;
	vg_status status = VG_OK;

	view->paths = arena_array_room(builder->arena, view->paths, view->path_count, &builder->path_capacity, sizeof *view->paths);
	path = &view->paths[view->path_count++];
	*path = (vg_path){.steps = arena_get(builder->arena, (length + 1) * sizeof(vg_step))};
	for (size_t i = 0; i < length && !status; i++)
		status = add_step(builder, path, &hops[i], error);
	return status;
}

struct walk {
	struct search *search;
	struct hop *hops;
	uint32_t second_half; /* where it begins: the meeting, as reached from the other end */
	size_t most;
};

/* From a meeting back to the first end, then from it on to the second, over every way that is as short. */
static vg_status walk_on(struct walk *walk, uint32_t at, vg_error *error)
{
	struct search *search = walk->search;
	const struct reached *here = &search->reached[at];
	vg_status status = VG_OK;

	if (search->builder->view->path_count >= walk->most)
		return VG_OK;
	if (!here->distance)
		return here->side ? add_path(search->builder, walk->hops, search->best, error) :
				    walk_on(walk, walk->second_half, error);
	for (uint32_t way = at; (way || way == at) && !status; way = search->reached[way].again) {
		const struct reached *carrier = &search->reached[way];
		uint32_t before = search->reached[carrier->from].entity;

		if (here->side)
			walk->hops[search->best - here->distance] = (struct hop){here->entity, before, carrier};
		else
			walk->hops[here->distance - 1] = (struct hop){before, here->entity, carrier};
		status = walk_on(walk, carrier->from, error);
		if (!search->reached[way].again)
			break;
	}
	return status;
}

/* Where the halves of shortest paths meet: every one of them has a node that is `distance` from the first end. */
static size_t find_meetings(const struct search *search, uint32_t **meetings)
{
	size_t count = 0, capacity = 0, distance = path_depth(search, 0);

	*meetings = NULL;
	if (distance > search->best)
		distance = search->best;
	for (size_t i = 0; i < search->ends[0].order_count; i++) {
		const struct reached *here = &search->reached[search->ends[0].order[i]];
		const uint32_t *other = id_map_find(&search->ends[1].by_entity, here->entity);

		if (here->distance != distance || !other || distance + search->reached[*other - 1].distance != search->best)
			continue;
		*meetings = array_room(*meetings, count, &capacity, sizeof **meetings);
		(*meetings)[count++] = search->ends[0].order[i];
	}
	return count;
}

/* Persons first, then by number: which of several shortest paths is told does not depend on chance. */
static void sort_meetings(const struct search *search, uint32_t *meetings, size_t count)
{
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k; k--) {
			const struct reached *x = &search->reached[meetings[k - 1]], *y = &search->reached[meetings[k]];
			uint32_t moved = meetings[k];

			if (x->is_person != y->is_person ? x->is_person : x->entity <= y->entity)
				break;
			meetings[k] = meetings[k - 1];
			meetings[k - 1] = moved;
		}
}

vg_status path_tell(struct search *search, vg_error *error)
{
	enum { MOST_PATHS = 100 };
	size_t limit = search->query->limit ? search->query->limit : MOST_PATHS;
	struct walk walk = {.search = search, .most = search->query->finds_all ? limit : 1};
	uint32_t *meetings;
	size_t count = find_meetings(search, &meetings);
	vg_status status = VG_OK;

	walk.hops = memory_get((search->best + 1) * sizeof *walk.hops);
	sort_meetings(search, meetings, count);
	for (size_t i = 0; i < count && !status; i++) {
		walk.second_half = *id_map_find(&search->ends[1].by_entity, search->reached[meetings[i]].entity) - 1;
		status = walk_on(&walk, meetings[i], error);
	}
	free(walk.hops);
	free(meetings);
	return status;
}
