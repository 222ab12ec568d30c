/* layout.h - what graphs.c, layout.c, lanes.c, bands.c, parts.c and apart.c do to a graph of Graphviz's; nobody else includes it or knows
 * Graphviz. */
#ifndef VIZ_LAYOUT_H
#define VIZ_LAYOUT_H

#include "viz/canvas.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

/* A record of our own at an edge, which no format writes: canvas_set_turn(). */
#define TURN_RECORD "turn"
struct turn_record {
	Agrec_t header;
	size_t turn;
};

/* The graph that a canvas is, to be laid out; it lives as long as the process (graphs.c). */
Agraph_t *graph_of(const struct canvas *canvas);
void graph_set_fonts(Agraph_t *graph, const char *families);

/* Of a graph that dot has laid out (lanes.c). */
void layout_smooth_lanes(Agraph_t *graph);
size_t layout_faults(Agraph_t *graph); /* how many: 0 is as good as can be */
/* Sets the columns of a timeline in lines that fill the page, or a screen where its sides are 0 (bands.c); of any other picture what
 * hangs together with nothing else (parts.c). */
void layout_set_bands(Agraph_t *graph, const double page[2]);
void layout_set_parts(Agraph_t *graph, Agraph_t *frame, const double page[2]);

/* Of any other layout: whatever cards still cover each other (apart.c). */
void layout_move_apart(Agraph_t *graph);

/* What these take from bands.c. */
struct shape {
	double width, height;
};
/* How large the sheet must be. A sheet of paper may lie either way. */
double layout_sheet_for(struct shape shape, const double page[2]);
void layout_move_point(pointf *point, pointf by);
/* With the lines that leave it. */
void layout_move_card(Agraph_t *graph, Agnode_t *node, pointf by);
/* Of title and legend together. */
double layout_frame_height(Agraph_t *graph, Agraph_t *frame);
/* Sets the title above, the legend below, both in the middle, and tells the upper left corner of what stands between them. */
pointf layout_set_frame(Agraph_t *graph, Agraph_t *frame, struct shape shape);

#endif
