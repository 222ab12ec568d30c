/* graphs.c - a canvas becomes a graph of Graphviz's; one of those that know Graphviz (layout.h). */
#include "viz/layout.h"
#include "viz/sheet.h"

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

/* ── From a canvas ───────────────────────────────────────────────────────────────────────────────────── */

/* Graphviz 2 takes names as char *, though it only reads them. */
static char *graphviz_text(const char *text)
{
	return (char *)(uintptr_t)text;
}

static void set(Agraph_t *graph, void *object, const struct attribute *attribute)
{
	char *value = attribute->is_markup ? agstrdup_html(graph, graphviz_text(attribute->value)) : graphviz_text(attribute->value);

	agsafeset(object, graphviz_text(attribute->name), value, "");
	if (attribute->is_markup)
		agstrfree(graph, value);
}

static void set_defaults(Agraph_t *graph, int kind, const struct attribute *first)
{
	for (const struct attribute *at = first; at; at = at->next)
		agattr(graph, kind, graphviz_text(at->name), graphviz_text(at->value));
}

static void *make(Agraph_t *graph, const struct canvas_item *item)
{
	static char record_name[] = TURN_RECORD;
	struct turn_record *record;
	Agedge_t *edge;

	if (item->kind == ITEM_GROUP)
		return item->parent ? agsubg(item->parent->made, graphviz_text(item->name), 1) : graph;
	if (item->kind == ITEM_CARD)
		return agnode(item->parent->made, graphviz_text(item->name), 1);
	edge = agedge(graph, item->tail->made, item->head->made, NULL, 1);
	record = agbindrec(edge, record_name, sizeof *record, 0);
	record->turn = item->turn;
	return edge;
}

Agraph_t *graph_of(const struct canvas *canvas)
{
	struct numbering *numbering = memory_get(sizeof *numbering); /* as long as the graph, which the child never closes */
	static char name[] = "visitgraph";
	Agraph_t *graph = agopen(name, Agdirected, numbering_start(numbering));

	set_defaults(graph, AGNODE, canvas->defaults[CANVAS_CARD]);
	set_defaults(graph, AGEDGE, canvas->defaults[CANVAS_ARROW]);
	for (struct canvas_item *item = canvas->whole; item; item = item->next) {
		item->made = make(graph, item);
		for (const struct attribute *at = item->first; at; at = at->next)
			set(graph, item->made, at);
	}
	for (struct canvas_item *item = canvas->whole; item; item = item->next)
		for (size_t i = 0; i < item->member_count; i++)
			if (item->members[i]->kind == ITEM_CARD && item->members[i]->parent != item)
				agsubnode(item->made, item->members[i]->made, 1);
	return graph;
}

void graph_set_fonts(Agraph_t *graph, const char *families)
{
	static const int kinds[] = {AGRAPH, AGNODE, AGEDGE};
	static char name[] = "fontname";

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		agattr(graph, kinds[i], name, graphviz_text(families));
}
