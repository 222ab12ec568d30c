/* parts.c - what hangs together with nothing else, packed into a sheet; one of those that know Graphviz (layout.h).
 *
 * Dot sets all parts one below the other: of many small ones, that is a strip. */
#include "viz/layout.h"

#include <math.h>
#include <stdlib.h>

static const double gap_across = 48, gap_down = 16; /* points */
enum { MOST_BESIDE = 12 };

struct part {
	boxf box;
	int first_rank, last_rank;
	size_t cards;
	pointf by; /* how far it moves */
};

struct parts {
	size_t count;
	struct part *parts;
	size_t *order;	 /* the largest first; of those, the one on top */
	size_t *part_of; /* by the number of a card */
};

/* ── What hangs together ─────────────────────────────────────────────────────────────────────────────── */

static size_t root_of(size_t *parents, size_t card)
{
	while (parents[card] != card)
		card = parents[card] = parents[parents[card]];
	return card;
}

static void widen(boxf *box, double left, double low, double right, double high)
{
	box->LL.x = fmin(box->LL.x, left);
	box->LL.y = fmin(box->LL.y, low);
	box->UR.x = fmax(box->UR.x, right);
	box->UR.y = fmax(box->UR.y, high);
}

static void widen_by_line(boxf *box, const splines *line)
{
	for (size_t i = 0; i < (size_t)line->size; i++)
		for (size_t k = 0; k < (size_t)line->list[i].size; k++) {
			pointf point = line->list[i].list[k];

			widen(box, point.x, point.y, point.x, point.y);
		}
}

static void measure(Agraph_t *graph, Agnode_t *node, struct part *part)
{
	pointf at = ND_coord(node);
	double across = ND_width(node) * 36, down = ND_height(node) * 36;

	part->first_rank = part->cards && part->first_rank < ND_rank(node) ? part->first_rank : ND_rank(node);
	part->last_rank = part->cards && part->last_rank > ND_rank(node) ? part->last_rank : ND_rank(node);
	part->cards++;
	widen(&part->box, at.x - across, at.y - down, at.x + across, at.y + down);
	for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
		widen_by_line(&part->box, ED_spl(edge));
}

static size_t most_cards(Agraph_t *graph)
{
	size_t most = 0;

	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
		most = AGSEQ(node) > most ? AGSEQ(node) : most;
	return most + 1;
}

static struct parts find_parts(Agraph_t *graph)
{
	size_t room = most_cards(graph);
	struct parts all = {0, memory_get(room * sizeof *all.parts), memory_get(room * sizeof(size_t)),
			    memory_get(room * sizeof(size_t))};
	size_t *parents = memory_get(room * sizeof *parents), *numbers = memory_get(room * sizeof *numbers);

	for (size_t i = 0; i < room; i++)
		parents[i] = i;
	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
		for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
			parents[root_of(parents, AGSEQ(agtail(edge)))] = root_of(parents, AGSEQ(aghead(edge)));
	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
		size_t root = root_of(parents, AGSEQ(node));

		if (!numbers[root]) {
			all.order[all.count] = all.count;
			all.parts[all.count].box = (boxf){{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
			numbers[root] = ++all.count;
		}
		all.part_of[AGSEQ(node)] = numbers[root] - 1;
		measure(graph, node, &all.parts[numbers[root] - 1]);
	}
	free(parents);
	free(numbers);
	return all;
}

/* Parts that span the same ranks take as much room across as the widest of them, so that they stand in line below each other. */
static void level_widths(struct parts *all)
{
	for (size_t i = 0; i < all->count; i++)
		for (size_t k = 0; k < i; k++) {
			struct part *a = &all->parts[i], *b = &all->parts[k];

			if (a->first_rank != b->first_rank || a->last_rank != b->last_rank)
				continue;
			a->box.LL.x = b->box.LL.x = fmin(a->box.LL.x, b->box.LL.x);
			a->box.UR.x = b->box.UR.x = fmax(a->box.UR.x, b->box.UR.x);
		}
}

/* ── Packing ─────────────────────────────────────────────────────────────────────────────────────────────
 * The largest first, each as high up as it can, and as far to the left: on a skyline, turned upside down. */

struct step {
	double left, right, top; /* what is below `top` is free */
};

struct skyline {
	struct step *steps;
	size_t count;
};

static double width_of(const struct part *part)
{
	return part->box.UR.x - part->box.LL.x + gap_across;
}

static double height_of(const struct part *part)
{
	return part->box.UR.y - part->box.LL.y + gap_down;
}

/* How high up something can stand that begins with a step and is so wide; INFINITY: it is too wide there. */
static double top_at(const struct skyline *skyline, size_t first, double width)
{
	double right = skyline->steps[first].left + width, top = 0;

	if (right > skyline->steps[skyline->count - 1].right)
		return INFINITY;
	for (size_t i = first; i < skyline->count && skyline->steps[i].left < right; i++)
		top = fmax(top, skyline->steps[i].top);
	return top;
}

/* What lies above it is no longer free. */
static void cover(struct skyline *skyline, size_t first, struct step step)
{
	size_t last = first;
	double rest_top = 0;

	while (last < skyline->count && skyline->steps[last].left < step.right)
		last++;
	if (skyline->steps[last - 1].right > step.right) { /* its right side stays */
		rest_top = skyline->steps[last - 1].top;
		memmove(&skyline->steps[last + 1], &skyline->steps[last], (skyline->count - last) * sizeof step);
		skyline->steps[last] = (struct step){step.right, skyline->steps[last - 1].right, rest_top};
		skyline->count++;
	}
	skyline->steps[first] = step;
	memmove(&skyline->steps[first + 1], &skyline->steps[last], (skyline->count - last) * sizeof step);
	skyline->count -= last - first - 1;
}

static void place(struct skyline *skyline, struct part *part, struct shape *whole)
{
	double width = width_of(part), least = INFINITY, left;
	size_t best = 0;

	for (size_t i = 0; i < skyline->count; i++) {
		double top = top_at(skyline, i, width);

		if (top < least) {
			least = top;
			best = i;
		}
	}
	left = skyline->steps[best].left;
	cover(skyline, best, (struct step){left, left + width, least + height_of(part)});
	part->by = (pointf){left - part->box.LL.x, -least - part->box.UR.y};
	whole->width = fmax(whole->width, left + width - gap_across);
	whole->height = fmax(whole->height, least + height_of(part) - gap_down);
}

/* Where each part goes, beginning at (0, 0) and below it; returns what it all takes. */
static struct shape pack(struct parts *all, double width)
{
	struct shape whole = {0, 0};
	struct skyline skyline = {memory_get((all->count + 2) * sizeof *skyline.steps), 1};

	skyline.steps[0] = (struct step){0, width, 0};
	for (size_t i = 0; i < all->count; i++)
		place(&skyline, &all->parts[all->order[i]], &whole);
	free(skyline.steps);
	return whole;
}

static double sheet_with_frame(struct shape shape, double frame, const double page[2])
{
	shape.height += frame;
	return layout_sheet_for(shape, page);
}

/* The width that needs the smallest sheet: that of the widest part, and some of the narrowest beside it. 0: as it is, is about as good. */
static double best_width(struct parts *all, struct shape as_it_is, double frame, const double page[2])
{
	const double worth_it = 0.9;
	double least = layout_sheet_for(as_it_is, page) * worth_it, best = 0, widest = 0, narrowest = INFINITY;

	for (size_t i = 0; i < all->count; i++) {
		widest = fmax(widest, width_of(&all->parts[i]));
		narrowest = fmin(narrowest, width_of(&all->parts[i]));
	}
	for (size_t beside = 0; beside <= MOST_BESIDE && beside < all->count; beside++) {
		double width = widest + (double)beside * narrowest;
		double sheet = sheet_with_frame(pack(all, width), frame, page);

		if (sheet < least) {
			least = sheet;
			best = width;
		}
	}
	return best;
}

static const struct part *sorted; /* for the comparison only, in the child that draws */

static int by_size(const void *a, const void *b)
{
	const struct part *left = &sorted[*(const size_t *)a], *right = &sorted[*(const size_t *)b];

	if (left->cards != right->cards)
		return left->cards > right->cards ? -1 : 1;
	return left->box.UR.y > right->box.UR.y ? -1 : left->box.UR.y < right->box.UR.y;
}

void layout_set_parts(Agraph_t *graph, Agraph_t *frame, const double page[2])
{
	struct parts all = find_parts(graph);
	const boxf box = GD_bb(graph);
	double width;

	level_widths(&all);
	sorted = all.parts;
	qsort(all.order, all.count, sizeof *all.order, by_size);
	width = best_width(&all, (struct shape){box.UR.x - box.LL.x, box.UR.y - box.LL.y},
			   layout_frame_height(graph, frame), page);
	if (width > 0 && all.count > 1) {
		pointf corner = layout_set_frame(graph, frame, pack(&all, width));

		for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
			pointf by = all.parts[all.part_of[AGSEQ(node)]].by;

			layout_move_card(graph, node, (pointf){corner.x + by.x, corner.y + by.y});
		}
	}
	free(all.parts);
	free(all.order);
	free(all.part_of);
}
