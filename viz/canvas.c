/* canvas.c - cards, arrows and groups are remembered as they come; every escape that they need; the ways to a file. */
#include "viz/sheet.h"

#include "viz/fonts.h"

#include <errno.h>
#include <stdlib.h>

/* ── Building ────────────────────────────────────────────────────────────────────────────────────────── */

static struct canvas_item *new_item(struct canvas *canvas, enum item_kind kind, const char *name)
{
	struct canvas_item *item = arena_get(&canvas->arena, sizeof *item);

	item->kind = kind;
	item->name = arena_text(&canvas->arena, name);
	if (canvas->latest)
		canvas->latest->next = item;
	canvas->latest = item;
	return item;
}

struct canvas *canvas_open(void)
{
	struct canvas *canvas = memory_get(sizeof *canvas);

	canvas->whole = new_item(canvas, ITEM_GROUP, "visitgraph");
	return canvas;
}

void canvas_free(struct canvas *canvas)
{
	text_free(&canvas->drawn);
	free(canvas->cards);
	positions_free(&canvas->card_index);
	arena_free(&canvas->arena);
	free(canvas);
}

struct canvas_item *canvas_whole(struct canvas *canvas)
{
	return canvas->whole;
}

void canvas_join_group(struct canvas *canvas, struct canvas_item *group, struct canvas_item *member)
{
	group->members = arena_array_room(&canvas->arena, group->members, group->member_count, &group->member_room,
					  sizeof(struct canvas_item *));
	group->members[group->member_count++] = member;
}

static struct canvas_item *new_member(struct canvas *canvas, struct canvas_item *group, enum item_kind kind,
				      const char *name)
{
	struct canvas_item *item = new_item(canvas, kind, name);

	item->parent = group;
	canvas_join_group(canvas, group, item);
	return item;
}

struct canvas_item *canvas_group(struct canvas *canvas, struct canvas_item *parent, const char *name)
{
	return new_member(canvas, parent, ITEM_GROUP, name);
}

struct canvas_item *canvas_card(struct canvas *canvas, struct canvas_item *group, const char *name)
{
	const size_t key[] = {(size_t)text_hash(name, strlen(name), 0)};
	size_t *known = positions_find(&canvas->card_index, key, 1);

	if (*known == VG_NONE) {
		canvas->cards =
			array_room(canvas->cards, canvas->card_count, &canvas->card_room, sizeof(struct canvas_item *));
		canvas->cards[canvas->card_count] = new_member(canvas, group, ITEM_CARD, name);
		*known = canvas->card_count++;
	}
	return canvas->cards[*known];
}

struct canvas_item *canvas_arrow(struct canvas *canvas, struct canvas_item *tail, const char *tail_port,
				 struct canvas_item *head, const char *head_port)
{
	struct canvas_item *arrow = new_item(canvas, ITEM_ARROW, NULL);

	arrow->tail = tail;
	arrow->head = head;
	if (tail_port)
		canvas_set(canvas, arrow, "tailport", tail_port);
	if (head_port)
		canvas_set(canvas, arrow, "headport", head_port);
	return arrow;
}

void canvas_set_turn(struct canvas_item *arrow, size_t turn)
{
	arrow->turn = turn;
}

static void append(struct canvas *canvas, struct attribute **first, struct attribute **last,
		   const struct attribute *attribute)
{
	struct attribute *copy = arena_get(&canvas->arena, sizeof *copy);

	*copy = *attribute;
	if (*first)
		(*last)->next = copy;
	else
		*first = copy;
	*last = copy;
}

void canvas_default(struct canvas *canvas, enum canvas_part part, const char *attribute, const char *value)
{
	append(canvas, &canvas->defaults[part], &canvas->last_default[part],
	       &(struct attribute){attribute, value, false, NULL});
}

static void put_attribute(struct canvas *canvas, struct canvas_item *item, const char *name, const char *value,
			  bool is_markup)
{
	append(canvas, &item->first, &item->last,
	       &(struct attribute){name, arena_text(&canvas->arena, value), is_markup, NULL});
}

/* Bytes that neither XML nor a label can hold, and half characters, become U+FFFD or a space; so do the line ends that
 * only Unicode knows, for Pango breaks a line at them and Graphviz leaves no room for that. What no eye sees goes: it may turn the
 * direction of all that follows. */
static const char *instead_of(uint32_t c)
{
	if (c == '\n')
		return NULL;
	switch (text_visibility(c)) {
	case VG_INVISIBLE:
		return "";
	case VG_CONTROL:
		return c < 0xa0 || c == 0x2028 || c == 0x2029 ? " " : "\xef\xbf\xbd";
	default:
		return c == 0xfffd ? "\xef\xbf\xbd" : NULL;
	}
}

/* Graphviz does not read a string of 16,384 bytes back from a file of its own. */
enum { LONGEST_VALUE = 16000 };

/* The end of the Latin and Han characters at `words`, nearly all there are, which nothing escapes: at most one beyond `room` bytes. */
static const char *skip_plain(const char *words, size_t room)
{
	const char *end = words + room;

	while (words <= end) {
		const unsigned char *c = (const unsigned char *)words;

		if ((*c | 0x20) >= 'a' && (*c | 0x20) <= 'z')
			words++;
		else if ((*c >= '+' && *c <= ':') || *c == ' ')
			words++;
		else if (*c >= 0xe4 && *c <= 0xe9 && (c[1] & 0xc0) == 0x80 && (c[2] & 0xc0) == 0x80)
			words += 3;
		else
			break;
	}
	return words;
}

/* Appends `words`, with what `escape_of` says in place of single characters. */
static void put_escaped(struct text *text, const char *words, const char *(*escape_of)(uint32_t c))
{
	const size_t before = text->length;
	const char *plain = words, *from = words; /* from `plain` to `from`: as it is */

	while (*words) {
		uint32_t c;
		const char *instead;

		from = words = skip_plain(words, LONGEST_VALUE - (text->length - before) - (size_t)(from - plain));
		if (!*words || text->length - before + (size_t)(from - plain) > LONGEST_VALUE)
			break;
		c = text_next(&words);
		instead = escape_of(c);
		if (!instead)
			instead = instead_of(c);
		if (instead) {
			text_add(text, plain, (size_t)(from - plain));
			text_put(text, instead);
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
	put_attribute(canvas, item, attribute, escaped.bytes, false);
	if (text_is(attribute, "label"))
		text_put(&canvas->drawn, value);
	text_free(&escaped);
}

void canvas_set_number(struct canvas *canvas, struct canvas_item *item, const char *attribute, double value)
{
	char digits[32];

	snprintf(digits, sizeof digits, "%.2f", value);
	put_attribute(canvas, item, attribute, digits, false);
}

void canvas_set_markup(struct canvas *canvas, struct canvas_item *item, const char *attribute, const char *markup)
{
	put_attribute(canvas, item, attribute, markup, true);
	text_put(&canvas->drawn, markup);
}

/* ── Painting ────────────────────────────────────────────────────────────────────────────────────────── */

vg_status canvas_paint(const struct candidates *candidates, const struct canvas_job *job, FILE *out, bool *may_retry,
		       vg_error *error)
{
	*may_retry = false;
	if (!text_is(job->format, "dot"))
		return layout_paint(candidates, job, out, may_retry, error);
	dot_write(candidates->first, fonts_any(&candidates->first->arena), job, out);
	if (fflush(out) || ferror(out))
		return fail(error, VG_IO, "%s", _(strerror(errno)));
	return VG_OK;
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
