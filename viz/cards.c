/* cards.c - cards become tables with a port on every row, or plain boxes. */
#include "viz/painter.h"

#include "viz/labels.h"

#include <math.h>
#include <stdlib.h>

/* Stable ids: they come from the database, so that a page or another program can find the thing again. */
static char *card_id(struct painter *painter, const struct card *card)
{
	struct scene *scene = painter->scene;
	const char *kind = card->event == VG_NONE ? "node" : "occasion";
	int64_t id = card->event == VG_NONE ? scene->view->nodes[card->node].id : scene->view->events[card->event].id;

	if (card->column)
		return arena_print(&scene->arena, "%s-%lld-%zu", kind, (long long)id, card->column);
	return arena_print(&scene->arena, "%s-%lld", kind, (long long)id);
}

static const char *card_name(struct scene *scene, const struct card *card)
{
	if (card->event != VG_NONE)
		return label_occasion(scene, &scene->view->events[card->event]);
	return scene->view->nodes[card->node].name;
}

/* An element without content is an error to Graphviz. */
void markup_put_lines(struct text *markup, char *lines)
{
	char *rest = NULL;

	if (!*lines)
		text_put(markup, " ");

	for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		markup_put(markup, line);
		if (rest && *rest)
			text_put(markup, "<BR/>");
	}
}

/* Without a link, only a target makes Graphviz write id and tooltip of a cell into the SVG. */
static void put_cell_tip(struct text *markup, const char *id, const char *tip)
{
	text_print(markup, " ID=\"%s\" TARGET=\"_self\" TITLE=\"", id);
	markup_put(markup, tip);
	text_put(markup, "\"");
}

static void put_row(struct painter *painter, struct text *markup, const struct card *card, const struct row *row)
{
	struct scene *scene = painter->scene;
	const vg_node *node = &scene->view->nodes[row->node];
	char *id = arena_print(&scene->arena, "node-%lld", (long long)node->id);
	bool is_middle = row->node == scene->view->center;

	text_print(markup, "<TR><TD PORT=\"p%lld\" ALIGN=\"LEFT\"", (long long)node->id);
	if (is_middle && card->look != CARD_PERSON)
		text_print(markup, " BORDER=\"%d\" STYLE=\"ROUNDED\" COLOR=\"%s\"", MIDDLE_BORDER,
			   card_styles[CARD_PERSON].border);
	if (!card->column && card->look != CARD_PERSON)
		put_cell_tip(markup, id, tip_row(scene, row));
	text_print(markup, "><FONT COLOR=\"%s\">%s </FONT>%s", INK_MARK, card_styles[CARD_PERSON].mark,
		   is_middle ? "<B>" : "");
	markup_put_lines(markup, label_wrap(scene, node->name, NAME_COLUMNS, NAME_LINES));
	text_put(markup, is_middle ? "</B>" : "");
	if (!text_is_empty(row->title)) {
		text_print(markup, "<FONT POINT-SIZE=\"%.0f\" COLOR=\"%s\">  ", SIZE_SMALL, INK_SMALL);
		markup_put(markup, label_cut(scene, row->title, TITLE_COLUMNS));
		text_put(markup, "</FONT>");
	}
	text_put(markup, "</TD></TR>");
}

static void put_head(struct painter *painter, struct text *markup, const struct card *card, const char *fill)
{
	const struct card_style *style = &card_styles[card->look];

	text_put(markup, "<TR><TD PORT=\"head\"");
	if (!style->style)
		text_print(markup, " BGCOLOR=\"%s\"", fill);
	text_print(markup, "><B><FONT POINT-SIZE=\"%.0f\">%s%s", SIZE_NAME, style->mark, *style->mark ? " " : "");
	markup_put_lines(markup, label_wrap(painter->scene, card_name(painter->scene, card), NAME_COLUMNS, NAME_LINES));
	text_put(markup, "</FONT></B></TD></TR>");
}

static char *card_table(struct painter *painter, const struct card *card)
{
	const struct card_style *style = &card_styles[card->look];
	const char *fill = card->depth > 1 ? style->pale_fill : style->fill;
	struct text markup = {0};
	char *table;

	text_print(&markup, "<TABLE BORDER=\"%d\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"5\" COLOR=\"%s\"",
		   card->node == painter->scene->view->center && card->node != VG_NONE ? MIDDLE_BORDER : 1,
		   style->border);
	text_print(&markup, " BGCOLOR=\"%s\"", style->style ? fill : PAPER);
	if (style->style)
		text_print(&markup, " STYLE=\"%s\"", style->style);
	text_put(&markup, ">");
	if (!card_is_single_row(card))
		put_head(painter, &markup, card, fill);
	for (size_t i = 0; i < card->row_count; i++) {
		if (i || !card_is_single_row(card))
			text_put(&markup, "<HR/>");
		put_row(painter, &markup, card, &card->rows[i]);
	}
	text_put(&markup, "</TABLE>");
	table = arena_text(&painter->scene->arena, markup.bytes);
	text_free(&markup);
	return table;
}

/* A plain box; the more arrows, the larger its name. */
static void paint_box(struct painter *painter, struct canvas_item *item, const struct card *card, size_t degree)
{
	struct scene *scene = painter->scene;
	const struct card_style *style = &card_styles[card->look];
	char *label = label_wrap(scene, card_name(scene, card), NAME_COLUMNS, NAME_LINES);

	if (*style->mark)
		label = arena_print(&scene->arena, "%s %s", style->mark, label);
	if (card->stands_for)
		label = arena_print(&scene->arena, "%s (%zu)", label, card->stands_for);
	canvas_set(painter->canvas, item, "label", label);
	canvas_set(painter->canvas, item, "style", style->plain_style);
	canvas_set(painter->canvas, item, "fillcolor", style->fill);
	canvas_set(painter->canvas, item, "color", style->border);
	if (card->is_middle)
		canvas_set_number(painter->canvas, item, "penwidth", MIDDLE_BORDER);
	canvas_set_number(painter->canvas, item, "fontsize", fmin(SIZE_ROW + 6 * log10((double)degree + 1), 48));
}

void paint_card(struct painter *painter, size_t index)
{
	struct scene *scene = painter->scene;
	const struct card *card = &scene->cards[index];
	char *id = card_id(painter, card);
	struct canvas_item *item = canvas_card(painter->canvas, painter_group(painter, index), id);

	painter->cards[index] = item;
	canvas_set(painter->canvas, item, "id", id);
	canvas_set(painter->canvas, item, "class", card_styles[card->look].class);
	canvas_set(painter->canvas, item, "tooltip", tip_card(scene, card));
	if (painter->has_ports)
		canvas_set_markup(painter->canvas, item, "label", card_table(painter, card));
	else
		paint_box(painter, item, card, painter->degrees[index]);
}
