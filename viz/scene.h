/* scene.h - what a diagram shows, before anybody thinks of ink: cards with rows, and arrows between them.
 *
 * A diagram puts occasions and ties in; what joins the same two ends by the same kind of line becomes one arrow that knows
 * all its occasions. A scene that is too large is reduced: rows into their cards, cards into what they belong to. */
#ifndef VIZ_SCENE_H
#define VIZ_SCENE_H

#include "graph/text.h"
#include "viz/looks.h"
#include "viz/positions.h"

struct row {
	size_t node;			/* of the view, as everywhere below */
	const char *title, *title_date; /* the latest that is known */
};

struct card {
	enum card_look look;
	size_t node;   /* VG_NONE: an event's */
	size_t event;  /* VG_NONE: a node's */
	size_t column; /* in a timeline or a path; else 0 */
	size_t row_count, row_room;
	struct row *rows;
	bool is_middle; /* or one of its rows is */
	unsigned depth;
	size_t people;	   /* rows that a reduction took away */
	size_t stands_for; /* cards that a reduction put into this one */
	size_t inside;	   /* facts between those */
	long position;	   /* a smaller one stands further left */
};

/* An end of an arrow: a card, and a row of it or its head. */
struct end {
	size_t card, row; /* row VG_NONE: the head */
};

/* What the companions of an occasion are joined to; where it has a card of its own, that. */
struct sides {
	struct end visitor, host;
};

struct arrow {
	struct end from, to; /* from the visitor to the host; of a tie as the source has it */
	enum line_look line;
	size_t count, room;
	size_t *facts;	   /* indexes of events, ties or links, by the line; the one to show first */
	bool is_backwards; /* is drawn from `to`, left, to `from`, right */
	bool has_no_head;  /* both are there in the same role */
	const char *note;  /* a second line of the label */
};

struct scene {
	struct arena arena;
	const vg_view *view;
	const vg_drawing *drawing;
	vg_language language;
	bool has_many_years;
	size_t card_count, card_room, arrow_count, arrow_room;
	struct card *cards;
	struct arrow *arrows;
	struct sides *sides; /* by event */
	struct positions card_index, row_index, arrow_index;
	size_t column_count;
	const char **columns; /* headings */
	bool hides_dates;     /* the headings tell them */
	bool chains_columns;  /* so that whoever lays it out sets them side by side: ours are moved afterwards */
	const char *title;
	size_t left_out;
};

void scene_open(struct scene *scene, const vg_view *view, const vg_drawing *drawing);
void scene_free(struct scene *scene);

/* The card of a node, of its organization if it is a person that has one; and the end there. */
struct end scene_end(struct scene *scene, size_t node, size_t organization, const char *title, const char *date,
		     size_t column);
struct end scene_card_of_node(struct scene *scene, size_t node, size_t column);
struct end scene_card_of_event(struct scene *scene, size_t event, size_t column);
/* The arrow between the two ends, which learns of one more fact. */
struct arrow *scene_join(struct scene *scene, struct end from, struct end to, enum line_look line, size_t fact);

/* An occasion with its participants: an arrow from each visiting party to each host's, or a card of its own with an arrow
 * from each participant. */
void scene_put_event(struct scene *scene, size_t event, size_t column);
/* To the occasions that they accompanied; what is joined to nothing even then is left out, but for the middle. Nothing is put into the
 * scene after it. */
void scene_join_lone_cards(struct scene *scene);
void scene_put_tie(struct scene *scene, size_t tie);
void scene_put_link(struct scene *scene, size_t link);

bool line_is_tie(enum line_look line);
bool line_is_event(enum line_look line);
/* Of one of the arrow's facts. */
const vg_evidences *scene_evidence_of(const struct scene *scene, const struct arrow *arrow, size_t index);
vg_date scene_date_of(const struct scene *scene, const struct arrow *arrow);

/* Reductions (reduce.c). */
void scene_drop_rows(struct scene *scene);
bool scene_into_regions(struct scene *scene); /* false: there is nothing to put into anything */
void scene_drop_lone_cards(struct scene *scene);
void scene_keep_busiest(struct scene *scene, size_t arrows);

/* Who stands left of whom (order.c): sets `position` and `is_backwards`. */
void order_by_flow(struct scene *scene);
void order_around_hubs(struct scene *scene);
void order_by_column(struct scene *scene);

#endif
