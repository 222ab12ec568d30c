/* canvas.h - cards, arrows and groups, and a file made of them. What is drawn is Graphviz's, but only the rooms behind this door
 * know it: attributes go by Graphviz's names (https://graphviz.org/doc/info/attrs.html), everything else by ours. */
#ifndef VIZ_CANVAS_H
#define VIZ_CANVAS_H

#include "graph/text.h"

struct canvas;
struct canvas_item; /* a card, an arrow or a group; lives as long as its canvas */

enum canvas_part { CANVAS_CARD, CANVAS_ARROW };

struct canvas *canvas_open(void);
void canvas_free(struct canvas *canvas);

struct canvas_item *canvas_whole(struct canvas *canvas); /* the group that is the whole picture */
/* A group within another. Its name begins with "cluster" if it is a box with a label of its own. */
struct canvas_item *canvas_group(struct canvas *canvas, struct canvas_item *parent, const char *name);
/* A card may belong to groups within its group. */
void canvas_join_group(struct canvas *canvas, struct canvas_item *group, struct canvas_item *card);
/* Names are unique in a canvas: a name that is there already gives the same card. */
struct canvas_item *canvas_card(struct canvas *canvas, struct canvas_item *group, const char *name);
/* A port is a row's, then ":e" or so for the side; NULL: wherever it is nearest. */
struct canvas_item *canvas_arrow(struct canvas *canvas, struct canvas_item *tail, const char *tail_port,
				 struct canvas_item *head, const char *head_port);

/* What holds for every card or arrow that says nothing else; the names of all attributes and this value are kept, not copied. */
void canvas_default(struct canvas *canvas, enum canvas_part part, const char *attribute, const char *value);
/* Text exactly as it is: nothing in it is an escape. */
void canvas_set(struct canvas *canvas, struct canvas_item *item, const char *attribute, const char *value);
void canvas_set_number(struct canvas *canvas, struct canvas_item *item, const char *attribute, double value);
/* When arrows leave or reach the same card, those with a smaller turn belong on top. */
void canvas_set_turn(struct canvas_item *arrow, size_t turn);
/* HTML-like markup, in which all text came through markup_put(). */
void canvas_set_markup(struct canvas *canvas, struct canvas_item *item, const char *attribute, const char *markup);

/* Appends words to markup so that they are shown exactly as they are. */
void markup_put(struct text *markup, const char *words);

bool canvas_has_engine(const char *engine);
/* Whether canvas_paint() can make it: svg, png, pdf, dot. */
bool canvas_has_format(const char *format);

/* What the file shall be. */
struct canvas_job {
	const char *format, *engine;
	unsigned seconds; /* after which the layout is stopped */
	double page[2];	  /* the sheet's sides in inches, either way round; 0: as large as the picture is */
	const vg_listener *listener;
};

/* The same picture, put on a canvas in other orders: from 1 on, each is only made when none before it is without a fault. */
struct candidates {
	struct canvas *first;
	size_t count;
	struct canvas *(*make)(void *maker, size_t index); /* in the child, which ends with it */
	void *maker;
};

/* Paints the candidate with the fewest crossings, and the fewest arrows out of turn; the first of those that are as good.
 *
 * *may_retry: it took too long or Graphviz could not do it, `error` says which, and another engine may do better.
 *
 * The layout runs in a child process, because Graphviz can neither be interrupted nor kept from ending its process when
 * memory runs out. The child ends with _exit(): it runs no handlers of this process and leaves its buffers alone. Format
 * "dot" is written here, before any layout: it is the first candidate and depends on nothing else. */
vg_status canvas_paint(const struct candidates *candidates, const struct canvas_job *job, FILE *out, bool *may_retry,
		       vg_error *error);

#endif
