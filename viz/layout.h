/* layout.h - what graphs.c, layout.c, lanes.c and bands.c do to a graph of Graphviz's; nobody else includes it. */
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
/* Sets the columns of a timeline in lines that fill the page, or a screen where its sides are 0 (bands.c). */
void layout_set_bands(Agraph_t *graph, const double page[2]);

#endif
