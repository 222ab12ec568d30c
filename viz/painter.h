/* painter.h - what cards.c, arrows.c and paint.c share while a scene becomes ink. */
#ifndef VIZ_PAINTER_H
#define VIZ_PAINTER_H

#include "viz/canvas.h"
#include "viz/scene.h"

struct painter {
	struct canvas *canvas;
	struct scene *scene;
	const struct level *level;
	bool has_lanes;		     /* arrows run from left to right: only dot's do */
	bool has_ports;		     /* and cards are tables with rows */
	struct canvas_item **cards;  /* by card */
	struct canvas_item **labels; /* by arrow: the card of its words, NULL where there is none */
	struct canvas_item **groups; /* by column */
	size_t *degrees;	     /* by card: how many arrows */
	size_t strongest;	     /* occasions of one arrow */
	struct positions ids;	     /* how often each id is taken */
};

/* Where the card and what belongs to it are put. */
static inline struct canvas_item *painter_group(const struct painter *painter, size_t card)
{
	return painter->groups[painter->scene->column_count ? painter->scene->cards[card].column : 0];
}

/* Lines of text, separated by '\n', as markup (cards.c). */
void markup_put_lines(struct text *markup, char *lines);
/* The head of a person who stands for himself is his row. */
static inline bool card_is_single_row(const struct card *card)
{
	return card->look == CARD_PERSON && card->row_count;
}

void paint_card(struct painter *painter, size_t index);
void paint_arrow(struct painter *painter, size_t index);

#endif
