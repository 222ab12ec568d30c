/* apart.c - cards of a force-directed picture, moved off each other; one of those that know Graphviz (layout.h).
 *
 * Graphviz moves cards apart in rounds, of which a large picture has few, and may end with some that cover each other. What is left is
 * a matter of neighbours: two that overlap are pushed apart along the shorter way, each by half of it, until none do. Lines keep
 * their ends at their cards, and are drawn behind them. */
#include "viz/layout.h"

#include <math.h>
#include <stdlib.h>

static const double gap = 4; /* points, between two cards */
enum { MOST_ROUNDS = 500, ROUNDS_OF_STRETCH = 20, MOST_LOOKS = 50000000 }; /* half a second at most */

struct box {
	Agnode_t *node;
	pointf at, was;
	double across, down; /* half of the gap is part of it */
};

struct boxes {
	struct box *boxes;
	size_t count;
	size_t looks; /* so far, at two cards for whether they overlap */
};

static struct boxes find_boxes(Agraph_t *graph)
{
	struct boxes all = {memory_get(((size_t)agnnodes(graph) + 1) * sizeof *all.boxes), 0, 0};

	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
		struct box *box = &all.boxes[all.count++];

		box->node = node;
		box->at = box->was = ND_coord(node);
		box->across = ND_width(node) * 36 + gap / 2;
		box->down = ND_height(node) * 36 + gap / 2;
	}
	return all;
}

static int by_left_side(const void *a, const void *b)
{
	const struct box *left = a, *right = b;
	double x = left->at.x - left->across, other = right->at.x - right->across;

	if (x < other || x > other)
		return x < other ? -1 : 1;
	return AGSEQ(left->node) < AGSEQ(right->node) ? -1 : 1;
}

/* Returns whether they overlapped. */
static bool push(struct box *a, struct box *b)
{
	const double enough = 0.1, more = 1.3; /* points; so that fewer rounds do */
	double across = a->across + b->across - fabs(a->at.x - b->at.x), down = a->down + b->down - fabs(a->at.y - b->at.y);

	if (across < enough || down < enough)
		return false;
	if (across < down) {
		double by = copysign(across * more / 2, b->at.x - a->at.x);

		a->at.x -= by;
		b->at.x += by;
	} else {
		double by = copysign(down * more / 2, b->at.y - a->at.y);

		a->at.y -= by;
		b->at.y += by;
	}
	return true;
}

/* All that overlap as they stand now, found from left to right; returns whether any did. */
static bool push_all(struct boxes *all)
{
	bool has_moved = false;

	qsort(all->boxes, all->count, sizeof *all->boxes, by_left_side);
	for (size_t i = 0; i < all->count; i++) {
		struct box *box = &all->boxes[i];

		for (size_t k = i + 1; k < all->count; k++) {
			struct box *other = &all->boxes[k];

			if (other->at.x - other->across > box->at.x + box->across)
				break;
			all->looks++;
			has_moved |= push(box, other);
		}
	}
	return has_moved;
}

/* Where all is crowded, pushing takes long to reach the rim. */
static void stretch(struct boxes *all)
{
	const double by = 1.01;

	for (size_t i = 0; i < all->count; i++) {
		all->boxes[i].at.x *= by;
		all->boxes[i].at.y *= by;
	}
}

/* ── What follows the cards ──────────────────────────────────────────────────────────────────────────── */

static pointf between(pointf a, pointf b, double share)
{
	return (pointf){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/* From end to end, with room for the heads. */
static void straighten(bezier *line)
{
	pointf *points = line->list, from = line->sflag ? line->sp : points[0], to = line->eflag ? line->ep : points[3];
	double length = fmax(hypot(to.x - from.x, to.y - from.y), 1);
	double start = line->sflag ? hypot(points[0].x - from.x, points[0].y - from.y) : 0;
	double end = line->eflag ? hypot(points[3].x - to.x, points[3].y - to.y) : 0;

	points[0] = between(from, to, start / length);
	points[3] = between(to, from, end / length);
	points[1] = between(points[0], points[3], 1 / 3.0);
	points[2] = between(points[0], points[3], 2 / 3.0);
}

static void move_line(Agedge_t *edge, pointf tail, pointf head)
{
	bezier *line;

	if (!ED_spl(edge) || ED_spl(edge)->size != 1 || ED_spl(edge)->list[0].size != 4)
		return;
	line = &ED_spl(edge)->list[0];
	layout_move_point(&line->sp, tail);
	layout_move_point(&line->list[0], tail);
	layout_move_point(&line->ep, head);
	layout_move_point(&line->list[3], head);
	if (ED_label(edge))
		layout_move_point(&ED_label(edge)->pos, between(tail, head, 0.5));
	/* the heads' lengths are measured where both ends of each have moved alike */
	straighten(line);
}

/* The title stands on top of all, in the middle. */
static void set_title(Agraph_t *graph, const struct boxes *all)
{
	textlabel_t *title = GD_label(graph);
	boxf whole = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
	double wider;

	for (size_t i = 0; i < all->count; i++) {
		const struct box *box = &all->boxes[i];

		whole.LL.x = fmin(whole.LL.x, box->at.x - box->across);
		whole.LL.y = fmin(whole.LL.y, box->at.y - box->down);
		whole.UR.x = fmax(whole.UR.x, box->at.x + box->across);
		whole.UR.y = fmax(whole.UR.y, box->at.y + box->down);
	}
	if (title) {
		wider = fmax(0, title->dimen.x - (whole.UR.x - whole.LL.x)) / 2;
		whole.LL.x -= wider;
		whole.UR.x += wider;
		whole.UR.y += title->dimen.y;
		title->pos = (pointf){(whole.LL.x + whole.UR.x) / 2, whole.UR.y - title->dimen.y / 2};
	}
	GD_bb(graph) = whole;
}

static void move_all(Agraph_t *graph, const struct boxes *all)
{
	size_t most = 0;
	pointf *moves;

	for (size_t i = 0; i < all->count; i++)
		most = AGSEQ(all->boxes[i].node) > most ? AGSEQ(all->boxes[i].node) : most;
	moves = memory_get((most + 1) * sizeof *moves);
	for (size_t i = 0; i < all->count; i++) {
		const struct box *box = &all->boxes[i];

		ND_coord(box->node) = box->at;
		moves[AGSEQ(box->node)] = (pointf){box->at.x - box->was.x, box->at.y - box->was.y};
	}
	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
		for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
			move_line(edge, moves[AGSEQ(node)], moves[AGSEQ(aghead(edge))]);
	free(moves);
}

void layout_move_apart(Agraph_t *graph)
{
	struct boxes all = find_boxes(graph);
	size_t rounds = 0;

	while (rounds < MOST_ROUNDS && all.looks < MOST_LOOKS && push_all(&all))
		if (++rounds % ROUNDS_OF_STRETCH == 0)
			stretch(&all);
	if (rounds) {
		move_all(graph, &all);
		set_title(graph, &all);
	}
	free(all.boxes);
}
