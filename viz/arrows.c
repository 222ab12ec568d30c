/* arrows.c - arrows get their looks, their words, and names by which a page finds them. */
#include "viz/painter.h"

#include "viz/labels.h"

#include <math.h>
#include <stdlib.h>

static char *port_of(struct painter *painter, struct end end, const char *side)
{
	struct scene *scene = painter->scene;
	const struct card *card = &scene->cards[end.card];

	if (!painter->has_ports)
		return NULL;
	if (end.row == VG_NONE && card_is_single_row(card))
		end.row = 0;
	if (end.row == VG_NONE)
		return arena_print(&scene->arena, "head:%s", side);
	return arena_print(&scene->arena, "p%lld:%s", (long long)scene->view->nodes[card->rows[end.row].node].id, side);
}

/* "event-45"; for the second arrow of the same occasion "event-45-2". */
static char *arrow_id(struct painter *painter, const struct arrow *arrow)
{
	const vg_view *view = painter->scene->view;
	size_t fact = arrow->facts[0];
	bool is_event = line_is_event(arrow->line), is_tie = line_is_tie(arrow->line);
	const char *kind = is_event ? "event" : is_tie ? "tie" : "link";
	long long id = is_event ? view->events[fact].id : is_tie ? view->ties[fact].id : (long long)fact;
	const size_t key[] = {(size_t)*kind, (size_t)id};
	size_t *taken = positions_find(&painter->ids, key, 2);

	*taken = *taken == VG_NONE ? 1 : *taken + 1;
	if (*taken == 1)
		return arena_print(&painter->scene->arena, "%s-%lld", kind, id);
	return arena_print(&painter->scene->arena, "%s-%lld-%zu", kind, id, *taken);
}

/* Twice the occasions, one step wider. */
static double arrow_width(const struct arrow *arrow)
{
	double width = line_styles[arrow->line].width;

	return line_is_tie(arrow->line) ? width : fmin(width * (1 + 0.5 * log2((double)arrow->count)), 6);
}

/* The words of an arrow as markup; NULL: none. Where arrows of both directions meet at one row, their heads do not tell which is
 * which: so the words say it of those from right to left. */
static char *label_markup(struct painter *painter, const struct arrow *arrow)
{
	char *label = label_arrow(painter->scene, arrow, painter->level->labels), *settled;
	const struct line_style *style = &line_styles[arrow->line];
	struct text markup = {0};

	if (!*label && !arrow->note)
		return NULL;
	text_put(&markup, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\"><TR><TD>");
	text_print(&markup, "<FONT POINT-SIZE=\"%.0f\">", SIZE_SMALL);
	if (arrow->is_backwards && style->head && !arrow->has_no_head)
		text_print(&markup, "<FONT COLOR=\"%s\">◀ </FONT>", style->color);
	markup_put_lines(&markup, label);
	if (arrow->note) {
		text_print(&markup, "<BR/><FONT COLOR=\"%s\">", INK_SMALL);
		markup_put(&markup, label_cut(painter->scene, arrow->note, NAME_COLUMNS));
		text_put(&markup, "</FONT>");
	}
	text_put(&markup, "</FONT></TD></TR></TABLE>");
	settled = arena_text(&painter->scene->arena, markup.bytes);
	text_free(&markup);
	return settled;
}

static void set_heads(struct painter *painter, struct canvas_item *item, const struct arrow *arrow, bool is_at_tail)
{
	const struct line_style *style = &line_styles[arrow->line];

	if (!style->head || arrow->has_no_head) {
		canvas_set(painter->canvas, item, "dir", "none");
		return;
	}
	canvas_set(painter->canvas, item, "dir", is_at_tail ? "back" : "forward");
	canvas_set(painter->canvas, item, is_at_tail ? "arrowtail" : "arrowhead", style->head);
}

static bool is_pale(const struct scene *scene, const struct arrow *arrow)
{
	return scene->cards[arrow->from.card].depth > 1 || scene->cards[arrow->to.card].depth > 1;
}

/* Where lines lie over each other, the more there are for each card, the fainter those of few occasions, so that what is strong stands
 * out and names can be read. */
static unsigned alpha_of(const struct painter *painter, const struct arrow *arrow)
{
	const struct scene *scene = painter->scene;
	double density = (double)scene->arrow_count / (double)scene->card_count;
	double least = fmax(FAINTEST, FAINT * fmin(1, READABLE_DENSITY / density));
	double strength = (double)arrow->count / (double)painter->strongest;

	return (unsigned)(least + (FAINT - least) * (painter->strongest > 1 ? strength * strength : 0));
}

static void set_looks(struct painter *painter, struct canvas_item *item, const struct arrow *arrow)
{
	const struct line_style *style = &line_styles[arrow->line];
	const char *color = is_pale(painter->scene, arrow) ? style->pale_color : style->color;

	if (!painter->has_lanes)
		color = arena_print(&painter->scene->arena, "%s%02x", color, alpha_of(painter, arrow));
	if (style->is_double)
		color = arena_print(&painter->scene->arena, "%s:%s:%s", color, PAPER, color);
	canvas_set(painter->canvas, item, "color", color);
	canvas_set(painter->canvas, item, "style", style->style);
	canvas_set_number(painter->canvas, item, "penwidth", arrow_width(arrow));
}

static void set_identity(struct painter *painter, struct canvas_item *item, const char *class, const char *id,
			 const char *tip)
{
	canvas_set(painter->canvas, item, "class", class);
	canvas_set(painter->canvas, item, "id", id);
	canvas_set(painter->canvas, item, "tooltip", tip);
}

/* The two ends of an arrow, as they stand on the sheet. */
struct span {
	struct canvas_item *left, *right;
	char *left_port, *right_port;
};

/* Whether the left one of an arrow's cards has: the half there can be straight, the other is one of a fan. */
static bool has_fewer_arrows(const struct painter *painter, const struct arrow *arrow)
{
	size_t from = painter->degrees[arrow->from.card], to = painter->degrees[arrow->to.card];

	return arrow->is_backwards ? to < from : from < to;
}

/* From the words to the right end; within one card, back to it from their left side. */
static struct canvas_item *paint_right_half(struct painter *painter, struct canvas_item *label, const struct span *span)
{
	if (span->left == span->right)
		return canvas_arrow(painter->canvas, span->right, span->right_port, label, "w");
	return canvas_arrow(painter->canvas, label, "e", span->right, span->right_port);
}

/* Graphviz puts a label beside its line, where it may be read as the neighbour's. So the words are a small card in the
 * line's middle: the line comes in at its left and goes on at its right. The half with the head is the arrow. */
static void paint_through_label(struct painter *painter, size_t index, const struct span *span, const char *words)
{
	const struct arrow *arrow = &painter->scene->arrows[index];
	struct canvas *canvas = painter->canvas;
	struct arena *arena = &painter->scene->arena;
	const char *class = line_styles[arrow->line].class, *tip = tip_arrow(painter->scene, arrow);
	char *id = arrow_id(painter, arrow), *label_id = arena_print(arena, "%s-label", id);
	struct canvas_item *label = canvas_card(canvas, painter_group(painter, arrow->from.card), label_id);
	struct canvas_item *left = canvas_arrow(canvas, span->left, span->left_port, label, "w");
	struct canvas_item *right = paint_right_half(painter, label, span);
	struct canvas_item *main_half = arrow->is_backwards ? left : right, *rest = arrow->is_backwards ? right : left;

	painter->labels[index] = label;
	canvas_set_markup(canvas, label, "label", words);
	set_identity(painter, label, arena_print(arena, "label %s", class), label_id, tip);
	set_identity(painter, main_half, class, id, tip);
	set_identity(painter, rest, arena_print(arena, "rest %s", class), arena_print(arena, "%s-rest", id), tip);
	set_looks(painter, left, arrow);
	set_looks(painter, right, arrow);
	set_heads(painter, main_half, arrow, main_half == left || span->left == span->right);
	canvas_set(canvas, rest, "dir", "none");
	canvas_set_turn(left, index);
	canvas_set_turn(right, index);
	canvas_set(canvas, has_fewer_arrows(painter, arrow) ? left : right, "weight", "3");
}

void paint_arrow(struct painter *painter, size_t index)
{
	const struct arrow *arrow = &painter->scene->arrows[index];
	struct end left = arrow->is_backwards ? arrow->to : arrow->from;
	struct end right = arrow->is_backwards ? arrow->from : arrow->to;
	bool is_within = left.card == right.card;
	const struct span span = {painter->cards[left.card], painter->cards[right.card], port_of(painter, left, "e"),
				  port_of(painter, right, is_within ? "e" : "w")};
	char *words = label_markup(painter, arrow);
	struct canvas_item *item;

	if (words && painter->has_lanes) {
		paint_through_label(painter, index, &span, words);
		return;
	}
	item = canvas_arrow(painter->canvas, span.left, span.left_port, span.right, span.right_port);
	set_identity(painter, item, line_styles[arrow->line].class, arrow_id(painter, arrow),
		     tip_arrow(painter->scene, arrow));
	set_looks(painter, item, arrow);
	set_heads(painter, item, arrow, arrow->is_backwards);
	canvas_set_turn(item, index);
	if (words)
		canvas_set_markup(painter->canvas, item, "label", words);
}
