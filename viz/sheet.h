/* sheet.h - what a canvas holds, for those who make a file of it: dot.c, and graphs.c with layout.c. */
#ifndef VIZ_SHEET_H
#define VIZ_SHEET_H

#include "viz/canvas.h"
#include "viz/positions.h"

struct attribute {
	const char *name, *value;
	bool is_markup; /* between < and >, not quoted */
	struct attribute *next;
};

enum item_kind { ITEM_GROUP, ITEM_CARD, ITEM_ARROW };

struct canvas_item {
	enum item_kind kind;
	const char *name;		  /* of a group or a card */
	struct canvas_item *parent;	  /* the group that it was put into; NULL: it is the whole */
	struct canvas_item *tail, *head;  /* of an arrow */
	size_t turn;			  /* of an arrow: canvas_set_turn() */
	struct attribute *first, *last;	  /* what was set; of two of one name, the later holds */
	struct canvas_item **members;	  /* of a group: cards and groups, also those that joined it later */
	size_t member_count, member_room;
	struct canvas_item *next;	  /* in the order in which they were made */
	void *made;			  /* by graphs.c */
};

struct canvas {
	struct arena arena;
	struct canvas_item *whole, *latest;
	struct attribute *defaults[2], *last_default[2]; /* by enum canvas_part */
	struct text drawn;				 /* all text there is, for the choice of a font */
	struct canvas_item **cards;
	size_t card_count, card_room;
	struct positions card_index; /* by name */
};

/* Writes it in Graphviz's language, as it is, before any layout (dot.c). `fonts`, `engine` and the sheet of the job go along. */
void dot_write(const struct canvas *canvas, const char *fonts, const struct canvas_job *job, FILE *out);

/* As canvas_paint(), for any format but "dot" (layout.c). */
vg_status layout_paint(const struct candidates *candidates, const struct canvas_job *job, FILE *out, bool *may_retry,
		       vg_error *error);

#endif
