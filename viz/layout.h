/* layout.h - what canvas.c hands to layout.c: graphs of Graphviz's. Nobody else includes it. */
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

/* As canvas_paint(), for any format but "dot"; `drawn` is all text there is, for the choice of a font. */
vg_status layout_paint(Agraph_t *const *candidates, size_t count, const char *drawn, const struct canvas_job *job,
		       FILE *out, bool *may_retry, vg_error *error);
/* What holds for all of a kind (AGRAPH, AGNODE, AGEDGE) that say nothing else. */
void layout_set_default(Agraph_t *graph, int kind, const char *attribute, const char *value);
void layout_set_fonts(Agraph_t *graph, const char *families);

/* Of a graph that dot has laid out (lanes.c). */
void layout_smooth_lanes(Agraph_t *graph);

#endif
