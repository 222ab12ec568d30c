/* dot.c - a canvas in Graphviz's language (https://graphviz.org/doc/info/lang.html). */
#include "viz/sheet.h"

static void indent(FILE *out, unsigned depth)
{
	while (depth--)
		putc_unlocked('\t', out);
}

/* Within quotes, only they themselves need an escape. */
static void put_quoted(FILE *out, const char *text)
{
	putc_unlocked('"', out);
	for (;;) {
		size_t plain = strcspn(text, "\"");

		fwrite(text, 1, plain, out);
		text += plain;
		if (!*text)
			break;
		fputs("\\\"", out);
		text++;
	}
	putc_unlocked('"', out);
}

static void put_attribute(FILE *out, const struct attribute *attribute)
{
	fputs(attribute->name, out);
	putc_unlocked('=', out);
	if (!attribute->is_markup) {
		put_quoted(out, attribute->value);
		return;
	}
	putc_unlocked('<', out);
	fputs(attribute->value, out);
	putc_unlocked('>', out);
}

/* A line each, so that two pictures can be compared. */
static void put_list(FILE *out, const struct attribute *first)
{
	fputs(" [", out);
	for (const struct attribute *at = first; at; at = at->next) {
		put_attribute(out, at);
		if (at->next)
			fputs(",\n\t\t", out);
	}
	putc_unlocked(']', out);
}

/* What the group itself holds: its cards first, in the order in which they were made, since that is what a layout starts from. */
static void put_members(FILE *out, const struct canvas_item *group, unsigned depth)
{
	for (size_t i = 0; i < group->member_count; i++) {
		const struct canvas_item *member = group->members[i];

		if (member->kind != ITEM_CARD)
			continue;
		indent(out, depth);
		put_quoted(out, member->name);
		if (member->parent == group && member->first)
			put_list(out, member->first);
		fputs(";\n", out);
	}
	for (size_t i = 0; i < group->member_count; i++) {
		const struct canvas_item *member = group->members[i];

		if (member->kind != ITEM_GROUP)
			continue;
		indent(out, depth);
		fputs("subgraph ", out);
		put_quoted(out, member->name);
		fputs(" {\n", out);
		for (const struct attribute *at = member->first; at; at = at->next) {
			indent(out, depth + 1);
			put_attribute(out, at);
			fputs(";\n", out);
		}
		put_members(out, member, depth + 1);
		indent(out, depth);
		fputs("}\n", out);
	}
}

static void put_arrows(FILE *out, const struct canvas *canvas)
{
	for (const struct canvas_item *item = canvas->whole; item; item = item->next) {
		if (item->kind != ITEM_ARROW)
			continue;
		putc_unlocked('\t', out);
		put_quoted(out, item->tail->name);
		fputs(" -> ", out);
		put_quoted(out, item->head->name);
		if (item->first)
			put_list(out, item->first);
		fputs(";\n", out);
	}
}

static void put_defaults(FILE *out, const char *kind, const char *fonts, const struct attribute *first)
{
	struct attribute with_fonts = {"fontname", fonts, false, (struct attribute *)first};

	fprintf(out, "\t%s", kind);
	put_list(out, &with_fonts);
	fputs(";\n", out);
}

void dot_write(const struct canvas *canvas, const char *fonts, const struct canvas_job *job, FILE *out)
{
	fputs("digraph ", out);
	put_quoted(out, canvas->whole->name);
	fputs(" {\n", out);
	put_defaults(out, "graph", fonts, canvas->whole->first);
	put_defaults(out, "node", fonts, canvas->defaults[CANVAS_CARD]);
	put_defaults(out, "edge", fonts, canvas->defaults[CANVAS_ARROW]);
	fprintf(out, "\tlayout=\"%s\";\n", job->engine);
	if (job->page[0] > 0)
		fprintf(out, "\tsize=\"%.2f,%.2f\";\n", job->page[0], job->page[1]);
	put_members(out, canvas->whole, 1);
	put_arrows(out, canvas);
	fputs("}\n", out);
}
