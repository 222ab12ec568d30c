/* bands.c - the columns of a timeline, set one after the other, in lines like words; one of those that know Graphviz (layout.h).
 *
 * Dot knows no order of clusters that do not hang together, and no sheet. So it lays each column out for itself, below each other,
 * and here they are moved as they are. */
#include "viz/layout.h"

#include <math.h>
#include <stdlib.h>

static const double gap = 24; /* points, between columns */

struct columns {
	Agraph_t *frame, **groups;
	size_t count;
};

static Agraph_t *group_named(Agraph_t *graph, const char *name)
{
	return agsubg(graph, (char *)(uintptr_t)name, 0);
}

static struct columns find_columns(Agraph_t *graph)
{
	struct columns columns = {.frame = group_named(graph, "cluster_frame")};
	Agraph_t *group;
	char name[32];

	columns.groups = memory_get(((size_t)agnnodes(graph) + 1) * sizeof(Agraph_t *));
	while (columns.frame) {
		snprintf(name, sizeof name, "cluster_%zu", columns.count);
		group = group_named(columns.frame, name);
		if (!group || !agnnodes(group))
			break;
		columns.groups[columns.count++] = group;
	}
	return columns;
}

static double width_of(Agraph_t *group)
{
	return GD_bb(group).UR.x - GD_bb(group).LL.x;
}

static double height_of(Agraph_t *group)
{
	return GD_bb(group).UR.y - GD_bb(group).LL.y;
}

/* ── Moving ──────────────────────────────────────────────────────────────────────────────────────────── */

void layout_move_point(pointf *point, pointf by)
{
	point->x += by.x;
	point->y += by.y;
}

static void move_box(boxf *box, pointf by)
{
	layout_move_point(&box->LL, by);
	layout_move_point(&box->UR, by);
}

static void move_line(splines *line, pointf by)
{
	for (size_t i = 0; i < (size_t)line->size; i++) {
		bezier *part = &line->list[i];

		for (size_t k = 0; k < (size_t)part->size; k++)
			layout_move_point(&part->list[k], by);
		layout_move_point(&part->sp, by);
		layout_move_point(&part->ep, by);
	}
	move_box(&line->bb, by);
}

void layout_move_card(Agraph_t *graph, Agnode_t *node, pointf by)
{
	layout_move_point(&ND_coord(node), by);
	for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
		move_line(ED_spl(edge), by);
}

/* All of a column's lines run within it. */
static void move_group(Agraph_t *graph, Agraph_t *group, pointf by)
{
	for (Agnode_t *node = agfstnode(group); node; node = agnxtnode(group, node))
		layout_move_card(graph, agsubnode(graph, node, 0), by);
	move_box(&GD_bb(group), by);
	if (GD_label(group))
		layout_move_point(&GD_label(group)->pos, by);
}

/* ── Lines of columns ────────────────────────────────────────────────────────────────────────────────── */

/* From `first` on, up to where the width is full; at least one. */
static size_t end_of_line(const struct columns *columns, size_t first, double width, struct shape *line)
{
	size_t end = first;

	*line = (struct shape){0, 0};
	while (end < columns->count) {
		double with = line->width + (end > first ? gap : 0) + width_of(columns->groups[end]);

		if (end > first && with > width)
			break;
		line->width = with;
		line->height = fmax(line->height, height_of(columns->groups[end++]));
	}
	return end;
}

static struct shape shape_of(const struct columns *columns, double width)
{
	struct shape whole = {0, 0}, line;

	for (size_t at = 0; at < columns->count;) {
		at = end_of_line(columns, at, width, &line);
		whole.width = fmax(whole.width, line.width);
		whole.height += line.height + (at < columns->count ? gap : 0);
	}
	return whole;
}

double layout_sheet_for(struct shape shape, const double page[2])
{
	const double screen = 1.6;
	double longer = page[0] > 0 ? fmax(page[0], page[1]) / fmin(page[0], page[1]) : screen;
	double across = fmax(shape.width / longer, shape.height), upright = fmax(shape.width, shape.height / longer);

	return page[0] > 0 ? fmin(across, upright) : across;
}

/* The width that needs the smallest sheet; of those, the widest, since it has the fewest lines. `around` stands above and below. */
static double best_width(const struct columns *columns, double around, const double page[2])
{
	double best = 0, least = INFINITY, width = 0;

	for (size_t first = 0; first < columns->count; first++) {
		width = -gap;
		for (size_t end = first; end < columns->count; end++) {
			struct shape shape;
			double sheet;

			width += gap + width_of(columns->groups[end]);
			shape = shape_of(columns, width);
			shape.height += around;
			sheet = layout_sheet_for(shape, page);
			if (sheet < least || (sheet <= least && width > best)) {
				least = sheet;
				best = width;
			}
		}
	}
	return best;
}

static void set_lines(Agraph_t *graph, const struct columns *columns, double width, pointf corner)
{
	struct shape line;

	for (size_t at = 0; at < columns->count;) {
		size_t end = end_of_line(columns, at, width, &line);
		double left = corner.x;

		for (; at < end; at++) {
			const boxf box = GD_bb(columns->groups[at]);

			move_group(graph, columns->groups[at], (pointf){left - box.LL.x, corner.y - box.UR.y});
			left += box.UR.x - box.LL.x + gap;
		}
		corner.y -= line.height + gap;
	}
}

/* ── Around it ───────────────────────────────────────────────────────────────────────────────────────── */

static const double around = gap / 2;

double layout_frame_height(Agraph_t *graph, Agraph_t *frame)
{
	return GD_label(graph)->dimen.y + GD_label(frame)->dimen.y + 2 * around;
}

pointf layout_set_frame(Agraph_t *graph, Agraph_t *frame, struct shape shape)
{
	textlabel_t *title = GD_label(graph), *legend = GD_label(frame);
	double above = title->dimen.y + around;
	double whole = fmax(shape.width, fmax(title->dimen.x, legend->dimen.x));
	double height = shape.height + layout_frame_height(graph, frame);

	title->pos = (pointf){whole / 2, height - title->dimen.y / 2};
	legend->pos = (pointf){whole / 2, legend->dimen.y / 2};
	GD_bb(frame) = (boxf){{0, 0}, {whole, height - above}};
	GD_bb(graph) = (boxf){{0, 0}, {whole, height}};
	return (pointf){(whole - shape.width) / 2, height - above};
}

void layout_set_bands(Agraph_t *graph, const double page[2])
{
	struct columns columns = find_columns(graph);

	if (columns.count > 1) {
		double width = best_width(&columns, layout_frame_height(graph, columns.frame), page);

		set_lines(graph, &columns, width, layout_set_frame(graph, columns.frame, shape_of(&columns, width)));
	} else if (columns.frame && !columns.count) {
		layout_set_parts(graph, columns.frame, page);
	}
	free(columns.groups);
}
