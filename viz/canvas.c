/* canvas.c - cards and arrows as a graph of Graphviz's, and every escape it needs; with layout.c, alone knows Graphviz. */
#include "viz/canvas.h"

#include "viz/fonts.h"
#include "viz/layout.h"
#include "viz/positions.h"

#include <errno.h>
#include <stdlib.h>

/* Graphviz numbers things by the addresses of their names, and lays them out in the order of their numbers: then two runs
 * give two pictures. Here names are numbered as they come: even numbers for names, odd ones for what has none. */
struct numbering {
	Agdisc_t disciplines; /* the first member: Graphviz hands us its address */
	Agiddisc_t ids;
	Agraph_t *graph;
	size_t name_count, name_room, nameless_count;
	char **names;
	struct positions by_name;
};

struct canvas {
	Agraph_t *graph;
	struct text drawn; /* all text there is, for the choice of a font */
	struct arena arena;
	struct numbering numbering;
};

/* ── Numbering ───────────────────────────────────────────────────────────────────────────────────────── */

static void *numbering_open(Agraph_t *graph, Agdisc_t *disciplines)
{
	((struct numbering *)disciplines)->graph = graph;
	return disciplines;
}

static long number_name(struct numbering *numbering, const char *name, IDTYPE *id, bool may_add)
{
	const size_t key[] = {(size_t)text_hash(name, strlen(name), 0)};
	size_t *position = positions_find(&numbering->by_name, key, 1);

	if (*position == VG_NONE && may_add) {
		numbering->names = array_room(numbering->names, numbering->name_count, &numbering->name_room,
					      sizeof *numbering->names);
		/* one of the graph's own strings: when it writes a name, cgraph looks in front of it for whether it is HTML */
		numbering->names[numbering->name_count] = agstrdup(numbering->graph, (char *)name);
		*position = numbering->name_count++;
	}
	*id = *position == VG_NONE ? 0 : 2 * (*position + 1);
	return 1;
}

static long numbering_map(void *state, int kind, char *name, IDTYPE *id, int may_add)
{
	struct numbering *numbering = state;

	(void)kind;
	if (name)
		return number_name(numbering, name, id, may_add);
	*id = 2 * numbering->nameless_count++ + 1;
	return 1;
}

static char *numbering_print(void *state, int kind, IDTYPE id)
{
	static char none[] = "";
	const struct numbering *numbering = state;

	(void)kind;
	return id % 2 ? none : numbering->names[id / 2 - 1];
}

static void numbering_forget(void *state, int kind, IDTYPE id)
{
	(void)state;
	(void)kind;
	(void)id;
}

static void numbering_close(void *state)
{
	(void)state;
}

static Agdisc_t *numbering_start(struct numbering *numbering)
{
	numbering->disciplines = AgDefaultDisc;
	numbering->disciplines.id = &numbering->ids;
	numbering->ids = AgIdDisc;
	numbering->ids.open = numbering_open;
	numbering->ids.map = numbering_map;
	numbering->ids.print = numbering_print;
	numbering->ids.free = numbering_forget;
	numbering->ids.close = numbering_close;
	return &numbering->disciplines;
}

static void numbering_free(struct numbering *numbering)
{
	free(numbering->names);
	positions_free(&numbering->by_name);
}

/* ── Building ────────────────────────────────────────────────────────────────────────────────────────── */

struct canvas *canvas_open(void)
{
	static char name[] = "visitgraph";
	struct canvas *canvas = memory_get(sizeof *canvas);

	canvas->graph = agopen(name, Agdirected, numbering_start(&canvas->numbering));
	return canvas;
}

void canvas_free(struct canvas *canvas)
{
	agclose(canvas->graph);
	numbering_free(&canvas->numbering);
	text_free(&canvas->drawn);
	arena_free(&canvas->arena);
	free(canvas);
}

/* Graphviz 2 takes names as char *, though it only reads them. */
static char *graphviz_text(const char *text)
{
	return (char *)(uintptr_t)text;
}

static struct canvas_item *item_of(void *object)
{
	return object;
}

struct canvas_item *canvas_whole(struct canvas *canvas)
{
	return item_of(canvas->graph);
}

struct canvas_item *canvas_group(struct canvas *canvas, struct canvas_item *parent, const char *name)
{
	(void)canvas;
	return item_of(agsubg((Agraph_t *)(void *)parent, graphviz_text(name), 1));
}

struct canvas_item *canvas_card(struct canvas *canvas, struct canvas_item *group, const char *name)
{
	(void)canvas;
	return item_of(agnode((Agraph_t *)(void *)group, graphviz_text(name), 1));
}

void canvas_join_group(struct canvas_item *group, struct canvas_item *card)
{
	agsubnode((Agraph_t *)(void *)group, (Agnode_t *)(void *)card, 1);
}

struct canvas_item *canvas_arrow(struct canvas *canvas, struct canvas_item *tail, const char *tail_port,
				 struct canvas_item *head, const char *head_port)
{
	Agedge_t *edge = agedge(canvas->graph, (Agnode_t *)(void *)tail, (Agnode_t *)(void *)head, NULL, 1);

	if (tail_port)
		canvas_set(canvas, item_of(edge), "tailport", tail_port);
	if (head_port)
		canvas_set(canvas, item_of(edge), "headport", head_port);
	return item_of(edge);
}

void canvas_default(struct canvas *canvas, enum canvas_part part, const char *attribute, const char *value)
{
	layout_set_default(canvas->graph, part == CANVAS_CARD ? AGNODE : AGEDGE, attribute, value);
}

static void put_attribute(struct canvas_item *item, const char *attribute, const char *value)
{
	agsafeset(item, graphviz_text(attribute), graphviz_text(value), "");
}

/* Bytes that neither XML nor a label can hold, and half characters, become U+FFFD or a space; so do the line ends that
 * only Unicode knows, for Pango breaks a line at them and Graphviz leaves no room for that. */
static uint32_t drawable(uint32_t c)
{
	if (c == '\n')
		return c;
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029)
		return ' ';
	return c >= 0xfffe && c <= 0xffff ? 0xfffd : c;
}

/* Graphviz does not read a string of 16,384 bytes back from a file of its own. */
enum { LONGEST_VALUE = 16000 };

/* Appends `words`, with what `escape_of` says in place of single characters. */
static void put_escaped(struct text *text, const char *words, const char *(*escape_of)(uint32_t c))
{
	const size_t before = text->length;
	const char *plain = words, *from = words; /* from `plain` to `from`: as it is */

	while (*words) {
		uint32_t c = text_next(&words), shown = drawable(c);
		const char *instead = escape_of(shown);

		if (!instead && shown != c)
			instead = shown == ' ' ? " " : "\xef\xbf\xbd";
		if (instead || shown == 0xfffd) {
			text_add(text, plain, (size_t)(from - plain));
			text_put(text, instead ? instead : "\xef\xbf\xbd");
			plain = words;
		}
		from = words;
		if (text->length - before + (size_t)(from - plain) > LONGEST_VALUE)
			break;
	}
	text_add(text, plain, (size_t)(from - plain));
	if (*words)
		text_put(text, "…");
}

/* Graphviz replaces \N and the like, and the entities of HTML, in nearly all text; in tooltips even twice. */
static const char *plain_escape(uint32_t c)
{
	return c == '\\' ? "\\\\" : c == '&' ? "&amp;" : NULL;
}

static const char *tooltip_escape(uint32_t c)
{
	return c == '\\' ? "\\\\\\\\" : plain_escape(c);
}

static const char *markup_escape(uint32_t c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\n':
		return "&#10;";
	case '\\':
		return "\\\\";
	default:
		return NULL;
	}
}

void markup_put(struct text *markup, const char *words)
{
	put_escaped(markup, words, markup_escape);
}

void canvas_set(struct canvas *canvas, struct canvas_item *item, const char *attribute, const char *value)
{
	struct text escaped = {0};

	text_put(&escaped, "");
	put_escaped(&escaped, value, text_is(attribute, "tooltip") ? tooltip_escape : plain_escape);
	put_attribute(item, attribute, escaped.bytes);
	if (text_is(attribute, "label"))
		text_put(&canvas->drawn, value);
	text_free(&escaped);
}

void canvas_set_number(struct canvas *canvas, struct canvas_item *item, const char *attribute, double value)
{
	(void)canvas;
	char digits[32];

	snprintf(digits, sizeof digits, "%.2f", value);
	put_attribute(item, attribute, digits);
}

void canvas_set_markup(struct canvas *canvas, struct canvas_item *item, const char *attribute, const char *markup)
{
	char *html = agstrdup_html(canvas->graph, graphviz_text(markup));

	put_attribute(item, attribute, html);
	agstrfree(canvas->graph, html);
	text_put(&canvas->drawn, markup);
}

void canvas_set_turn(struct canvas_item *arrow, size_t turn)
{
	static char name[] = TURN_RECORD;
	struct turn_record *record = agbindrec(arrow, name, sizeof *record, 0);

	record->turn = turn;
}

/* ── Painting ────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status write_dot(struct canvas *canvas, const struct canvas_job *job, FILE *out, vg_error *error)
{
	layout_set_fonts(canvas->graph, fonts_any(&canvas->arena));
	layout_set_default(canvas->graph, AGRAPH, "layout", job->engine);
	if (job->page[0] > 0)
		layout_set_default(canvas->graph, AGRAPH, "size",
				   arena_print(&canvas->arena, "%.2f,%.2f", job->page[0], job->page[1]));
	if (agwrite(canvas->graph, out) || fflush(out))
		return fail(error, VG_IO, "%s", _(strerror(errno)));
	return VG_OK;
}

vg_status canvas_paint(struct canvas *const *candidates, size_t count, const struct canvas_job *job, FILE *out,
		       bool *may_retry, vg_error *error)
{
	struct canvas *first = candidates[0];
	Agraph_t **graphs;

	*may_retry = false;
	if (text_is(job->format, "dot"))
		return write_dot(first, job, out, error);
	graphs = arena_get(&first->arena, count * sizeof(Agraph_t *));
	for (size_t i = 0; i < count; i++)
		graphs[i] = candidates[i]->graph;
	return layout_paint(graphs, count, first->drawn.bytes ? first->drawn.bytes : "", job, out, may_retry, error);
}

/* ── What there is ───────────────────────────────────────────────────────────────────────────────────── */

static bool is_among(const char *word, const char *const *words)
{
	while (*words && !text_is(word, *words))
		words++;
	return *words;
}

bool canvas_has_engine(const char *engine)
{
	static const char *const engines[] = {"dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", NULL};

	return is_among(engine, engines);
}

bool canvas_has_format(const char *format)
{
	static const char *const formats[] = {"svg", "png", "pdf", "dot", NULL};

	return is_among(format, formats);
}
