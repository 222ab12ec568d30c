/* paint.c - a scene becomes ink: columns, cards, arrows, and the order in which dot hears of them. */
#include "viz/paint.h"

#include "viz/painter.h"

#include <math.h>
#include <stdlib.h>

/* Dot starts from the order in which it hears of things, improves it a little, and stops. */
enum { ARROWS_REVERSED = 1, CARDS_REVERSED = 2, BY_ROW = 4, SHARED_FIRST = 8, SHARED_LAST = 16, CHAINED = 32 };

/* The first gives the fewest crossings most often; format "dot" has only that one. Each of the others took the most crossings out
 * of 262 pictures that those before it had left in. */
static const unsigned variants[PAINT_VARIANTS] = {
	CHAINED | CARDS_REVERSED,
	ARROWS_REVERSED,
	BY_ROW | CARDS_REVERSED,
	CHAINED | BY_ROW | ARROWS_REVERSED,
	SHARED_FIRST | BY_ROW | ARROWS_REVERSED,
	CARDS_REVERSED | ARROWS_REVERSED,
	0,
	SHARED_LAST | CARDS_REVERSED,
};

struct turn {
	size_t arrow, at, row;
	int group;
};

static int by_turn(const void *a, const void *b)
{
	const struct turn *left = a, *right = b;

	if (left->group != right->group)
		return left->group - right->group;
	if (left->row != right->row)
		return left->row < right->row ? -1 : 1;
	return left->at < right->at ? -1 : left->at > right->at;
}

/* Between two cards that both have other arrows, too. */
static bool is_shared(const struct painter *painter, const struct arrow *arrow)
{
	return painter->degrees[arrow->from.card] > 1 && painter->degrees[arrow->to.card] > 1;
}

static void paint_cards(struct painter *painter, unsigned variant)
{
	size_t count = painter->scene->card_count;

	for (size_t i = 0; i < count; i++)
		paint_card(painter, variant & CARDS_REVERSED ? count - 1 - i : i);
}

static void hide(struct painter *painter, struct canvas_item *arrow)
{
	canvas_set(painter->canvas, arrow, "style", "invis");
}

static void chain(struct painter *painter, size_t above, size_t below)
{
	struct canvas *canvas = painter->canvas;
	char *name = arena_print(&painter->scene->arena, "rank-%zu", below);
	struct canvas_item *rank =
		canvas_group(canvas, painter_group(painter, painter->scene->arrows[below].from.card), name);

	canvas_set(canvas, rank, "rank", "same");
	canvas_join_group(canvas, rank, painter->labels[above]);
	canvas_join_group(canvas, rank, painter->labels[below]);
	hide(painter, canvas_arrow(canvas, painter->labels[below], NULL, painter->labels[above], NULL));
}

static struct end hub_end(const struct painter *painter, const struct arrow *arrow)
{
	return painter->degrees[arrow->from.card] > painter->degrees[arrow->to.card] ? arrow->from : arrow->to;
}

/* An arrow between a card with others and one that has only this. */
static bool is_of_fan(const struct painter *painter, const struct arrow *arrow)
{
	size_t from = painter->degrees[arrow->from.card], to = painter->degrees[arrow->to.card];

	return (from == 1) != (to == 1);
}

/* The words of a fan's arrows, each below the one before, by unseen lines within their rank. */
static void chain_fans(struct painter *painter)
{
	struct scene *scene = painter->scene;
	struct positions last_of_fan = {0};

	for (size_t i = 0; i < scene->arrow_count; i++) {
		const struct arrow *arrow = &scene->arrows[i];
		struct end hub = hub_end(painter, arrow);
		const size_t key[] = {hub.card, hub.row, (hub.card == arrow->from.card) != arrow->is_backwards};
		size_t *last;

		if (!painter->labels[i] || !is_of_fan(painter, arrow))
			continue;
		last = positions_find(&last_of_fan, key, 3);
		if (*last != VG_NONE)
			chain(painter, *last, i);
		*last = i;
	}
	positions_free(&last_of_fan);
}

static void paint_arrows(struct painter *painter, unsigned variant)
{
	size_t count = painter->scene->arrow_count;
	struct turn *turns = memory_get(count * sizeof *turns);

	for (size_t i = 0; i < count; i++) {
		const struct arrow *arrow = &painter->scene->arrows[i];
		bool has_group = variant & (SHARED_FIRST | SHARED_LAST) && is_shared(painter, arrow);

		turns[i] = (struct turn){.arrow = i, .at = variant & ARROWS_REVERSED ? count - i : i};
		turns[i].row = variant & BY_ROW ? arrow->from.row + 1 : 0; /* VG_NONE, the head, is 0 */
		turns[i].group = !has_group ? 0 : variant & SHARED_FIRST ? -1 : 1;
	}
	qsort(turns, count, sizeof *turns, by_turn);
	for (size_t i = 0; i < count; i++)
		paint_arrow(painter, turns[i].arrow);
	if (painter->has_lanes && variant & CHAINED)
		chain_fans(painter);
	free(turns);
}

/* ── Columns of a timeline, for others to lay out ────────────────────────────────────────────────────── */

/* How many fill a screen side by side, about: each is two cards with an arrow wide. */
static size_t columns_in_a_line(const struct scene *scene)
{
	const double screen = 1.6;
	double height = (double)scene->card_count * CARD_HEIGHT; /* of all, below each other */

	return (size_t)fmax(1, round(sqrt(screen * height / (2 * COLUMN_WIDTH))));
}

/* The unseen point before a column that stands beside another; NULL: there is none. */
static struct canvas_item *gap_before(struct painter *painter, struct canvas_item *frame, size_t column)
{
	struct scene *scene = painter->scene;

	if (column % columns_in_a_line(scene) == 0 || column == scene->column_count)
		return NULL;
	return canvas_card(painter->canvas, frame, arena_print(&scene->arena, "gap-%zu", column));
}

/* Unseen lines from all cards of a column to a point, and from there to all of the next: dot knows no order of clusters else. */
static void chain_columns(struct painter *painter, struct canvas_item *frame)
{
	struct scene *scene = painter->scene;

	for (size_t i = 1; i < scene->column_count; i++) {
		struct canvas_item *point = gap_before(painter, frame, i);

		if (point) {
			canvas_set(painter->canvas, point, "shape", "point");
			hide(painter, point);
		}
	}
	for (size_t i = 0; i < scene->card_count; i++) {
		struct canvas_item *card = painter->cards[i];
		struct canvas_item *before = gap_before(painter, frame, scene->cards[i].column);
		struct canvas_item *behind = gap_before(painter, frame, scene->cards[i].column + 1);

		if (before)
			hide(painter, canvas_arrow(painter->canvas, before, NULL, card, NULL));
		if (behind)
			hide(painter, canvas_arrow(painter->canvas, card, NULL, behind, NULL));
	}
}

/* ── The whole ───────────────────────────────────────────────────────────────────────────────────────── */

static size_t *card_degrees(const struct scene *scene)
{
	size_t *degrees = memory_get(scene->card_count * sizeof *degrees);

	for (size_t i = 0; i < scene->arrow_count; i++) {
		degrees[scene->arrows[i].from.card]++;
		degrees[scene->arrows[i].to.card]++;
	}
	return degrees;
}

/* A fan of many lines needs room to open. */
static size_t widest_fan(const struct painter *painter)
{
	size_t widest = 0;

	for (size_t i = 0; i < painter->scene->card_count; i++)
		if (painter->degrees[i] > widest)
			widest = painter->degrees[i];
	return widest;
}

static size_t strongest_arrow(const struct scene *scene)
{
	size_t strongest = 0;

	for (size_t i = 0; i < scene->arrow_count; i++)
		if (scene->arrows[i].count > strongest)
			strongest = scene->arrows[i].count;
	return strongest;
}

static void set_defaults(struct painter *painter)
{
	struct canvas *canvas = painter->canvas;
	struct canvas_item *whole = canvas_whole(canvas);

	canvas_set(canvas, whole, "bgcolor", PAPER);
	canvas_set(canvas, whole, "tooltip", painter->scene->title);
	canvas_set_number(canvas, whole, "pad", 0.3);
	canvas_set(canvas, whole, "rankdir", "LR");
	canvas_set_number(canvas, whole, "ranksep", fmin(0.3 + 0.03 * (double)widest_fan(painter), 1.2));
	canvas_set(canvas, whole, "nodesep", "0.22");
	canvas_default(canvas, CANVAS_CARD, "shape", painter->has_ports ? "plain" : "box");
	canvas_default(canvas, CANVAS_CARD, "fontcolor", INK);
	canvas_default(canvas, CANVAS_CARD, "fontsize", "12");
	canvas_default(canvas, CANVAS_ARROW, "fontcolor", INK);
	canvas_default(canvas, CANVAS_ARROW, "fontsize", "10");
	canvas_default(canvas, CANVAS_ARROW, "arrowsize", "0.7");
}

static void open_columns(struct painter *painter, struct canvas_item *frame)
{
	struct scene *scene = painter->scene;

	painter->groups[0] = frame;
	for (size_t i = 0; i < scene->column_count; i++) {
		char *name = arena_print(&scene->arena, "cluster_%zu", i), *heading;

		painter->groups[i] = canvas_group(painter->canvas, frame, name);
		heading = arena_print(&scene->arena,
				      "<TABLE BORDER=\"0\" CELLPADDING=\"6\"><TR><TD><B>%s</B></TD></TR></TABLE>",
				      scene->columns[i]);
		canvas_set_markup(painter->canvas, painter->groups[i], "label", heading);
		canvas_set(painter->canvas, painter->groups[i], "labelloc", "t");
		canvas_set(painter->canvas, painter->groups[i], "color", "#cbd5e0");
		canvas_set(painter->canvas, painter->groups[i], "style", "rounded");
		canvas_set(painter->canvas, painter->groups[i], "peripheries", "1");
		canvas_set_number(painter->canvas, painter->groups[i], "fontsize", SIZE_NAME);
	}
}

/* What hangs together with nothing else dot sets from the bottom up; in a column of a timeline the earliest stands on top. */
static unsigned variant_for(const struct scene *scene, unsigned index)
{
	return scene->column_count ? variants[index] ^ CARDS_REVERSED : variants[index];
}

void paint_scene(struct canvas *canvas, struct scene *scene, const struct level *level, const char *engine,
		 unsigned variant)
{
	bool has_groups = text_is(engine, "dot");
	size_t columns = scene->column_count ? scene->column_count : 1;
	struct painter painter = {.canvas = canvas,
				  .scene = scene,
				  .level = level,
				  .has_lanes = has_groups,
				  .has_ports = has_groups && level->has_rows,
				  .cards = memory_get(scene->card_count * sizeof(struct canvas_item *)),
				  .groups = memory_get(columns * sizeof(struct canvas_item *)),
				  .labels = memory_get(scene->arrow_count * sizeof(struct canvas_item *)),
				  .degrees = card_degrees(scene),
				  .strongest = strongest_arrow(scene)};
	struct canvas_item *frame;

	set_defaults(&painter);
	frame = paint_frame(canvas, scene, level->labels, has_groups);
	open_columns(&painter, frame);
	paint_cards(&painter, variant_for(scene, variant));
	paint_arrows(&painter, variant_for(scene, variant));
	if (scene->chains_columns && scene->column_count && has_groups)
		chain_columns(&painter, frame);
	positions_free(&painter.ids);
	free(painter.cards);
	free(painter.groups);
	free(painter.labels);
	free(painter.degrees);
}
