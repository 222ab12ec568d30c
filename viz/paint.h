/* paint.h - a scene becomes ink. */
#ifndef VIZ_PAINT_H
#define VIZ_PAINT_H

#include "viz/canvas.h"
#include "viz/scene.h"

/* Puts all of the scene on the canvas, as the level says, for the engine. Variants, below PAINT_VARIANTS, differ only in the
 * order in which things are put there, from which dot makes pictures with more or fewer crossings. */
void paint_scene(struct canvas *canvas, struct scene *scene, const struct level *level, const char *engine,
		 unsigned variant);
enum { PAINT_VARIANTS = 8 };

/* The title above and the legend below (frame.c): around everything where the engine knows groups, else all above.
 * Returns the group that the cards belong in. */
struct canvas_item *paint_frame(struct canvas *canvas, struct scene *scene, enum label_length labels, bool has_groups);

#endif
