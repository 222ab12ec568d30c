/* lanes.c - lines between neighbouring ranks, once more, and how good they are; one of those that know Graphviz (layout.h).
 *
 * Dot's splines bulge where many leave one port for neighbours of the next rank, though nothing stands between the two
 * ranks. There a line goes straight to the edge of its rank, in one S to the edge of the next, and straight on. */
#include "viz/layout.h"

#include <math.h>
#include <stdlib.h>

/* The sides of each rank, by rank: what is widest reaches furthest. */
struct lanes {
	int count;
	double *left, *right;
};

static void measure_ranks(struct lanes *lanes, Agraph_t *graph)
{
	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
		if (ND_rank(node) >= lanes->count)
			lanes->count = ND_rank(node) + 1;
	lanes->left = memory_get((size_t)lanes->count * sizeof(double));
	lanes->right = memory_get((size_t)lanes->count * sizeof(double));
	for (int i = 0; i < lanes->count; i++) {
		lanes->left[i] = INFINITY;
		lanes->right[i] = -INFINITY;
	}
	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
		int rank = ND_rank(node);

		lanes->left[rank] = fmin(lanes->left[rank], ND_coord(node).x - ND_width(node) * 36);
		lanes->right[rank] = fmax(lanes->right[rank], ND_coord(node).x + ND_width(node) * 36);
	}
}

static pointf *put_curve(pointf *at, pointf a, pointf b, pointf c)
{
	at[0] = a;
	at[1] = b;
	at[2] = c;
	return at + 3;
}

static pointf *put_straight(pointf *at, pointf from, pointf to)
{
	return put_curve(at, (pointf){(2 * from.x + to.x) / 3, from.y}, (pointf){(from.x + 2 * to.x) / 3, to.y}, to);
}

/* The ends stay where they are, but for arrow heads, which come in level. */
static void smooth(bezier *spline, double lane_left, double lane_right)
{
	pointf from = spline->list[0], to = spline->list[spline->size - 1];
	const double level_enough = 4; /* points: an S so low looks like a kink */
	pointf *points = memory_get(10 * sizeof *points), *at = points;

	if (spline->sflag)
		from = (pointf){spline->sp.x + hypot(from.x - spline->sp.x, from.y - spline->sp.y), spline->sp.y};
	if (spline->eflag)
		to = (pointf){spline->ep.x - hypot(spline->ep.x - to.x, spline->ep.y - to.y), spline->ep.y};
	*at++ = from;
	if (fabs(from.y - to.y) < level_enough) {
		put_straight(at, from, to);
		spline->list = points;
		spline->size = 4;
		return;
	}
	if (lane_left > from.x + 1) {
		at = put_straight(at, from, (pointf){lane_left, from.y});
		from.x = lane_left;
	}
	lane_right = fmin(lane_right, to.x);
	at = put_curve(at, (pointf){(from.x + lane_right) / 2, from.y}, (pointf){(from.x + lane_right) / 2, to.y},
		       (pointf){lane_right, to.y});
	if (to.x > lane_right + 1)
		at = put_straight(at, (pointf){lane_right, to.y}, to);
	spline->list = points;
	spline->size = (int)(at - points);
}

void layout_smooth_lanes(Agraph_t *graph)
{
	const double least = 12; /* points: too narrow for an S */
	struct lanes lanes = {0};

	measure_ranks(&lanes, graph);
	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
		for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
			double left = lanes.right[ND_rank(node)], right;

			if (ND_rank(aghead(edge)) != ND_rank(node) + 1 || ED_spl(edge)->size != 1)
				continue;
			right = lanes.left[ND_rank(aghead(edge))];
			if (right - left >= least)
				smooth(&ED_spl(edge)->list[0], left, right);
		}
	free(lanes.left);
	free(lanes.right);
}

/* ── How good a layout is ────────────────────────────────────────────────────────────────────────────────
 * Its crossings, and the lines that do not stand in their order. */

/* An arrow as a straight line. */
struct line {
	Agedge_t *edge;
	pointf from, to;
	size_t turn;
};

static struct line line_of(Agedge_t *edge)
{
	const bezier *first = &ED_spl(edge)->list[0], *last = &ED_spl(edge)->list[ED_spl(edge)->size - 1];
	static char name[] = TURN_RECORD;
	const struct turn_record *turn = (struct turn_record *)(void *)aggetrec(edge, name, 0);

	return (struct line){edge, first->list[0], last->list[last->size - 1], turn ? turn->turn : 0};
}

static bool is_seen(Agedge_t *edge)
{
	return !text_is(agget(edge, (char *)(uintptr_t)"style"), "invis");
}

/* Positive, if c lies to the left of the way from a to b. */
static double turn_of(pointf a, pointf b, pointf c)
{
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* As lines of one fan do at its card, about. */
static bool do_meet(pointf a, pointf b)
{
	return hypot(a.x - b.x, a.y - b.y) < 2;
}

static bool do_cross(const struct line *a, const struct line *b)
{
	return !do_meet(a->from, b->from) && !do_meet(a->to, b->to) &&
	       turn_of(a->from, a->to, b->from) * turn_of(a->from, a->to, b->to) < 0 &&
	       turn_of(b->from, b->to, a->from) * turn_of(b->from, b->to, a->to) < 0;
}

/* Where the later one of two lines with a common card ends above the earlier one. */
static bool is_out_of_turn(const struct line *a, const struct line *b)
{
	bool is_later = a->turn > b->turn;
	const struct line *early = is_later ? b : a, *late = is_later ? a : b;

	if (agtail(a->edge) == agtail(b->edge))
		return late->to.y > early->to.y + 1;
	return aghead(a->edge) == aghead(b->edge) && late->from.y > early->from.y + 1;
}

static size_t count_faults(const struct line *lines, size_t count)
{
	const size_t crossing_weight = 1000;
	size_t faults = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < i; k++)
			faults +=
				do_cross(&lines[i], &lines[k]) * crossing_weight + is_out_of_turn(&lines[i], &lines[k]);
	return faults;
}

size_t layout_faults(Agraph_t *graph)
{
	struct line *lines = memory_get((size_t)agnedges(graph) * sizeof *lines);
	size_t count = 0, faults;

	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
		for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
			if (is_seen(edge))
				lines[count++] = line_of(edge);
	faults = count_faults(lines, count);
	free(lines);
	return faults;
}
