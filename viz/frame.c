/* frame.c - what stands around a picture: its title above, below it a legend of what occurs and where it comes from. */
#include "viz/labels.h"
#include "viz/paint.h"

#include <math.h>

enum { LEGEND_ENTRIES_IN_A_ROW = 10, SOURCES_NAMED = 12, SOURCE_COLUMNS = 48, SOURCES_COLUMNS = 100 };

struct legend {
	struct text markup;
	size_t entries;
	double growth; /* of all its measures: on a large sheet the frame grows with what it frames */
};

static double frame_growth(const struct scene *scene)
{
	return fmin(fmax(1, sqrt((double)scene->card_count) / 6), 10);
}

static int grown(const struct legend *legend, double points)
{
	return (int)lround(points * legend->growth);
}

static void begin_entry(struct legend *legend)
{
	if (legend->entries && legend->entries % LEGEND_ENTRIES_IN_A_ROW == 0)
		text_put(&legend->markup, "</TR><TR>");
	legend->entries++;
}

static void put_words(struct legend *legend, const char *words)
{
	text_put(&legend->markup, "<TD ALIGN=\"LEFT\">");
	markup_put(&legend->markup, words);
	text_put(&legend->markup, "   </TD>");
}

/* Of a fixed size, or Graphviz would stretch it to fill its cell. */
static void open_sample(struct legend *legend, double width)
{
	text_print(
		&legend->markup,
		"<TD><TABLE FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\" BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
		"CELLPADDING=\"0\">",
		grown(legend, width), 2 * grown(legend, 8));
}

static void put_glyph(struct legend *legend, const char *glyph, const char *color)
{
	text_print(&legend->markup, "<FONT COLOR=\"%s\" POINT-SIZE=\"%d\">%s</FONT>", color, grown(legend, 8), glyph);
}

static void put_card_sample(struct legend *legend, const struct scene *scene, enum card_look look)
{
	const struct card_style *style = &card_styles[look];

	begin_entry(legend);
	open_sample(legend, 28);
	text_print(&legend->markup, "<TR><TD WIDTH=\"%d\" HEIGHT=\"%d\" BORDER=\"1\" COLOR=\"%s\" BGCOLOR=\"%s\"",
		   grown(legend, 28), 2 * grown(legend, 8), style->border, style->fill);
	if (style->style)
		text_print(&legend->markup, " STYLE=\"%s\"", style->style);
	text_put(&legend->markup, ">");
	if (*style->mark)
		put_glyph(legend, style->mark, INK_MARK);
	text_put(&legend->markup, "</TD></TR></TABLE></TD>");
	text_put(&legend->markup, "<TD></TD>");
	put_words(legend, word(scene, style->legend));
}

/* Two empty cells, one above the other, and the line as the border between them. */
static void put_line_sample(struct legend *legend, const struct scene *scene, enum line_look look)
{
	const struct line_style *style = &line_styles[look];

	begin_entry(legend);
	open_sample(legend, 34);
	text_print(
		&legend->markup,
		"<TR><TD WIDTH=\"%d\" HEIGHT=\"%d\"></TD></TR><TR><TD WIDTH=\"%d\" HEIGHT=\"%d\" SIDES=\"%s\" BORDER=\"%.0f\" STYLE=\"%s\" COLOR=\"%s\">"
		"</TD></TR></TABLE></TD>",
		grown(legend, 34), grown(legend, style->is_double ? 6 : 8), grown(legend, 34),
		grown(legend, style->is_double ? 5 : 8), style->is_double ? "TB" : "T",
		ceil(style->width * legend->growth), style->style, style->color);
	text_put(&legend->markup, "<TD>");
	if (*style->glyph)
		put_glyph(legend, style->glyph, style->color);
	text_put(&legend->markup, "</TD>");
	put_words(legend, word(scene, style->legend));
}

static void find_what_occurs(const struct scene *scene, bool *has_cards, bool *has_lines)
{
	for (size_t i = 0; i < scene->card_count; i++) {
		has_cards[scene->cards[i].look] = true;
		if (scene->cards[i].row_count)
			has_cards[CARD_PERSON] = true;
	}
	for (size_t i = 0; i < scene->arrow_count; i++)
		has_lines[scene->arrows[i].line] = true;
}

/* Graphviz stretches a table to the width of its cell, here that of the line below it, and all its columns by the same: of many, most
 * of which are empty, those in the middle stay about as they are. */
static void put_margin(struct legend *legend)
{
	for (size_t i = 0; i < 12; i++)
		text_put(&legend->markup, "<TD></TD>");
}

static void put_entries(struct legend *legend, const struct scene *scene)
{
	bool has_cards[CARD_LOOKS] = {false}, has_lines[LINE_LOOKS] = {false};

	find_what_occurs(scene, has_cards, has_lines);
	text_put(&legend->markup, "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>");
	put_margin(legend);
	text_print(&legend->markup, "<TD><TABLE BORDER=\"0\" CELLSPACING=\"%d\" CELLPADDING=\"0\"><TR>",
		   grown(legend, 4));
	for (enum card_look look = 0; look < CARD_LOOKS; look++)
		if (has_cards[look])
			put_card_sample(legend, scene, look);
	for (enum line_look look = 0; look < LINE_LOOKS; look++)
		if (has_lines[look])
			put_line_sample(legend, scene, look);
	if (!legend->entries)
		text_put(&legend->markup, "<TD></TD>");
	text_put(&legend->markup, "</TR></TABLE></TD>");
	put_margin(legend);
	text_put(&legend->markup, "</TR></TABLE>");
}

/* ── Where it comes from ─────────────────────────────────────────────────────────────────────────────── */

struct sources {
	size_t count;
	const char *named[SOURCES_NAMED];
	struct positions seen;
};

static void collect_sources(struct sources *sources, const vg_evidences *evidence)
{
	for (size_t i = 0; i < evidence->count; i++) {
		const char *name = label_source(&evidence->items[i]);
		const size_t key[] = {(size_t)text_hash(name, strlen(name), 0)};
		size_t *seen = positions_find(&sources->seen, key, 1);

		if (*seen != VG_NONE)
			continue;
		if (sources->count < SOURCES_NAMED)
			sources->named[sources->count] = name;
		*seen = sources->count++;
	}
}

static void collect_all_sources(struct sources *sources, const struct scene *scene)
{
	for (size_t i = 0; i < scene->arrow_count; i++)
		for (size_t k = 0; k < scene->arrows[i].count; k++)
			collect_sources(sources, scene_evidence_of(scene, &scene->arrows[i], k));
	positions_free(&sources->seen);
}

/* As many as fit into the line. */
static void put_sources(struct text *line, struct scene *scene)
{
	struct sources sources = {0};
	size_t named = 0, columns = 0;

	collect_all_sources(&sources, scene);
	for (; named < sources.count && named < SOURCES_NAMED; named++) {
		char *name = label_cut(scene, sources.named[named], SOURCE_COLUMNS);

		columns += vg_text_width(name) + 2;
		if (named && columns > SOURCES_COLUMNS)
			break;
		text_print(line, "%s%s", named ? ", " : word(scene, N_("sources: ")), name);
	}
	if (sources.count > named) {
		text_put(line, " ");
		text_print(line, word(scene, N_("+ %zu more")), sources.count - named);
	}
	text_put(line, named ? " · " : "");
}

static bool has_unsure(const struct scene *scene)
{
	for (size_t i = 0; i < scene->arrow_count; i++)
		if (label_is_unsure(scene, &scene->arrows[i]))
			return true;
	return false;
}

/* "sources: … · drawn on …" */
static void put_origin(struct legend *legend, struct scene *scene, enum label_length labels)
{
	struct text line = {0};
	char now[21];

	if (labels != LABEL_NONE && has_unsure(scene))
		text_print(&line, "%s · ", word(scene, N_("%: read from news, and how sure that is")));
	put_sources(&line, scene);
	time_stamp(now);
	now[10] = '\0';
	text_print(&line, word(scene, N_("drawn on %s")), now);
	if (scene->left_out) {
		text_put(&line, " · ");
		text_print(&line, word(scene, N_("not shown: + %zu more")), scene->left_out);
	}
	markup_put(&legend->markup, line.bytes);
	text_free(&line);
}

static void put_legend(struct legend *legend, struct scene *scene, enum label_length labels)
{
	text_print(&legend->markup,
		   "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\"><TR><TD HEIGHT=\"10\"></TD></TR><TR><TD>");
	put_entries(legend, scene);
	text_print(&legend->markup, "</TD></TR><TR><TD><FONT COLOR=\"%s\">", INK_SMALL);
	put_origin(legend, scene, labels);
	text_put(&legend->markup, "</FONT></TD></TR></TABLE>");
}

static void put_title(struct text *markup, struct scene *scene, double size)
{
	text_print(markup, "<FONT POINT-SIZE=\"%.0f\">", size);
	markup_put(markup, *scene->title ? label_cut(scene, scene->title, HEADING_COLUMNS) : " ");
	text_put(markup, "</FONT>");
}

static void label_group(struct canvas *canvas, struct canvas_item *group, const char *markup, const char *where)
{
	canvas_set_markup(canvas, group, "label", markup);
	canvas_set(canvas, group, "labelloc", where);
	canvas_set(canvas, group, "fontcolor", INK);
	canvas_set_number(canvas, group, "fontsize", SIZE_SMALL);
}

/* Engines other than dot draw no groups. */
static struct canvas_item *frame_above(struct canvas *canvas, struct scene *scene, const struct legend *legend)
{
	struct text markup = {0};

	text_put(&markup, "<TABLE BORDER=\"0\"><TR><TD>");
	put_title(&markup, scene, SIZE_TITLE * legend->growth);
	text_print(&markup, "</TD></TR><TR><TD><FONT POINT-SIZE=\"%.0f\">", SIZE_SMALL * legend->growth);
	text_put(&markup, legend->markup.bytes);
	text_put(&markup, "</FONT></TD></TR></TABLE>");
	label_group(canvas, canvas_whole(canvas), markup.bytes, "t");
	text_free(&markup);
	return canvas_whole(canvas);
}

static struct canvas_item *frame_around(struct canvas *canvas, struct scene *scene, const struct legend *legend)
{
	struct canvas_item *group = canvas_group(canvas, canvas_whole(canvas), "cluster_frame");
	struct text title = {0};

	put_title(&title, scene, SIZE_TITLE * legend->growth);
	label_group(canvas, canvas_whole(canvas), title.bytes, "t");
	label_group(canvas, group, legend->markup.bytes, "b");
	canvas_set_number(canvas, group, "fontsize", SIZE_SMALL * legend->growth);
	canvas_set(canvas, group, "peripheries", "0");
	text_free(&title);
	return group;
}

struct canvas_item *paint_frame(struct canvas *canvas, struct scene *scene, enum label_length labels, bool has_groups)
{
	struct legend legend = {.growth = frame_growth(scene)};
	struct canvas_item *group;

	put_legend(&legend, scene, labels);
	group = has_groups ? frame_around(canvas, scene, &legend) : frame_above(canvas, scene, &legend);
	text_free(&legend.markup);
	return group;
}
