/* labels.h - every word that a diagram says. All results live in the scene's arena. */
#ifndef VIZ_LABELS_H
#define VIZ_LABELS_H

#include "viz/scene.h"

/* A word in the picture's language. */
#define word(scene, english) vg_say((scene)->language, english)

/* At most `columns` wide, "…" at the end where something was cut. */
char *label_cut(struct scene *scene, const char *text, size_t columns);
/* The lines of a name, each at most `columns` wide; what does not fit into `lines` of them is cut. Separated by '\n'. */
char *label_wrap(struct scene *scene, const char *text, size_t columns, size_t lines);

/* What is written on an arrow; "" for none. */
char *label_arrow(struct scene *scene, const struct arrow *arrow, enum label_length length);
char *label_occasion(struct scene *scene, const vg_event *event);

/* The full records behind an arrow, a card or a row, as tooltips. */
char *tip_arrow(struct scene *scene, const struct arrow *arrow);
char *tip_card(struct scene *scene, const struct card *card);
char *tip_row(struct scene *scene, const struct row *row);

/* "visits.csv:3" of the first evidence; NULL where there is none. */
char *label_place_in_source(struct scene *scene, const vg_evidences *evidence);
const char *label_source(const vg_evidence *evidence); /* a path without its folders; a URL whole */
/* Whether nothing that the arrow tells is stated: then its words say how sure they are. */
bool label_is_unsure(const struct scene *scene, const struct arrow *arrow);

/* The frame. */
char *label_range(struct scene *scene);	  /* the dates of all events and ties: "2023-01-31 to 2023-02-03"; "" if unknown */
char *label_latest(struct scene *scene);  /* the latest date of a tie; "" if unknown */

/* Whether dates of more than one year occur, so that labels must name it. */
bool label_has_many_years(const vg_view *view);

#endif
