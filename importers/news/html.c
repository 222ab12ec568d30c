/* html.c - takes the tags off a web page, by Gumbo, and knows of every character where it stood. */
#include "importers/news/html.h"

#include <ctype.h>
#include <gumbo.h>
#include <stdlib.h>
#include <strings.h>

enum {
	PAGE_MAX = 32 * 1024 * 1024,
	DEPTH_MAX =
		10000, /* Gumbo frees its tree by calling itself, and looks through all open elements at every tag */
};

/* ── What there is to read ───────────────────────────────────────────────────────────────────────────── */

static bool begins_with(const char *text, const char *end, const char *word)
{
	size_t length = strlen(word);

	return (size_t)(end - text) >= length && !strncasecmp(text, word, length);
}

bool html_begins(const char *bytes, size_t length)
{
	static const char *const beginnings[] = {"<!doctype html", "<html",    "<head",	   "<body", "<meta", "<title",
						 "<!--",	   "<div",     "<p>",	   "<p ",   "<h1",   "<table",
						 "<?xml",	   "<article", "<section", "<span", "<main", NULL};
	const char *at = bytes, *end = bytes + length;

	while (at < end && strchr(" \t\r\n", *at))
		at++;
	for (const char *const *word = beginnings; *word; word++)
		if (begins_with(at, end, *word))
			return true;
	return false;
}

/* How deep the elements may lie in each other, those counted that need no end. */
static size_t depth_of(const char *at, const char *end)
{
	static const char *const endless[] = {"br", "p",     "img",  "hr",   "li", "td",
					      "tr", "input", "meta", "link", "!",  NULL};
	size_t depth = 0, deepest = 0;

	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) && ++at < end) {
		bool is_endless = false;

		for (const char *const *name = endless; *name; name++)
			is_endless |= begins_with(at, end, *name) &&
				      !(at + strlen(*name) < end && isalpha((unsigned char)at[strlen(*name)]));
		if (*at == '/')
			depth -= depth > 0;
		else if (!is_endless && ++depth > deepest)
			deepest = depth;
	}
	return deepest;
}

/* ── Which elements say something ────────────────────────────────────────────────────────────────────── */

static const GumboTag silent[] = {
	GUMBO_TAG_HEAD,	  GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV,   GUMBO_TAG_FOOTER,
	GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,	  GUMBO_TAG_SVG,   GUMBO_TAG_TEXTAREA,
	GUMBO_TAG_MATH,	  GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO,  GUMBO_TAG_TEMPLATE, GUMBO_TAG_ASIDE,
};

/* Those that stand within a line; all others begin and end one. */
static const GumboTag within_line[] = {
	GUMBO_TAG_A,	   GUMBO_TAG_SPAN,  GUMBO_TAG_B,    GUMBO_TAG_STRONG, GUMBO_TAG_I,     GUMBO_TAG_EM,
	GUMBO_TAG_U,	   GUMBO_TAG_FONT,  GUMBO_TAG_SUB,  GUMBO_TAG_SUP,    GUMBO_TAG_SMALL, GUMBO_TAG_BIG,
	GUMBO_TAG_IMG,	   GUMBO_TAG_LABEL, GUMBO_TAG_MARK, GUMBO_TAG_S,      GUMBO_TAG_DEL,   GUMBO_TAG_INS,
	GUMBO_TAG_TIME,	   GUMBO_TAG_Q,	    GUMBO_TAG_CITE, GUMBO_TAG_CODE,   GUMBO_TAG_ABBR,  GUMBO_TAG_INPUT,
	GUMBO_TAG_UNKNOWN, GUMBO_TAG_RUBY,  GUMBO_TAG_WBR,
};

/* What pages that know no <nav> and <footer> call them. */
static const char *const silent_classes[] = {"nav",	   "navbar",	  "navigation", "menu",	     "footer",
					     "breadcrumb", "breadcrumbs", "sidebar",	"copyright", "share",
					     "pager",	   "pagination",  "related",	"toolbar",   NULL};

static bool is_among(GumboTag tag, const GumboTag *tags, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (tags[i] == tag)
			return true;
	return false;
}

static bool names_silent_class(const GumboAttribute *attribute)
{
	for (const char *at = attribute ? attribute->value : ""; *at;) {
		size_t length = strcspn(at, " \t\r\n");

		for (const char *const *name = silent_classes; *name; name++)
			if (strlen(*name) == length && !strncasecmp(at, *name, length))
				return true;
		at += length;
		at += strspn(at, " \t\r\n");
	}
	return false;
}

static bool is_silent(const GumboNode *node)
{
	const GumboVector *attributes = &node->v.element.attributes;
	const GumboAttribute *style = gumbo_get_attribute(attributes, "style");

	if (node->type == GUMBO_NODE_TEMPLATE || is_among(node->v.element.tag, silent, COUNT(silent)))
		return true;
	if (node->v.element.tag == GUMBO_TAG_BODY || node->v.element.tag == GUMBO_TAG_HTML)
		return false;
	return names_silent_class(gumbo_get_attribute(attributes, "class")) ||
	       names_silent_class(gumbo_get_attribute(attributes, "id")) || gumbo_get_attribute(attributes, "hidden") ||
	       (style && (strstr(style->value, "display:none") || strstr(style->value, "display: none")));
}

/* ── Lines ───────────────────────────────────────────────────────────────────────────────────────────── */

struct glyph {
	char bytes[4];
	uint8_t width;
	uint16_t raw; /* bytes that it was in the source */
	uint32_t origin;
};

struct line_maker {
	struct html *html;
	struct glyph *line; /* the one in the making */
	size_t count, capacity;
	size_t outside;		   /* characters of it that are in no link */
	size_t links;		   /* links that are open */
	size_t pre;		   /* elements in which a line break is one */
	unsigned level;		   /* of the heading that it is, or 0 */
	size_t space;		   /* where the last white space began */
	bool has_space, has_break; /* white space since the last character; with a line break in it */
};

static void put_glyph(struct line_maker *maker, const char *bytes, size_t width, size_t origin, size_t raw)
{
	struct glyph *glyph;

	maker->line = array_room(maker->line, maker->count, &maker->capacity, sizeof *maker->line);
	glyph = &maker->line[maker->count++];
	*glyph = (struct glyph){.width = (uint8_t)width, .raw = (uint16_t)raw, .origin = (uint32_t)origin};
	memcpy(glyph->bytes, bytes, width);
}

/* Of white space a single space is left; of a line break between two Han characters, which only lays out the source, nothing. */
static void put_character(struct line_maker *maker, const char *bytes, size_t width, size_t origin, size_t raw)
{
	if (width == 1 && strchr(" \t\r\n\f", *bytes)) {
		if (!maker->has_space)
			maker->space = origin;
		maker->has_space = true;
		maker->has_break |= *bytes == '\n';
		return;
	}
	if (maker->has_space && maker->count &&
	    !(maker->has_break && width > 1 && maker->line[maker->count - 1].width > 1))
		put_glyph(maker, " ", 1, maker->space, 1);
	maker->has_space = maker->has_break = false;
	put_glyph(maker, bytes, width, origin, raw);
	maker->outside += !maker->links;
}

static void write_bytes(struct html *html, const char *bytes, size_t width, size_t origin)
{
	origins_add(&html->origins, html->text.length, origin, (uint32_t)width);
	text_add(&html->text, bytes, width);
}

/* Writes the line, unless it is nothing but links: those lead to other pages. */
static void end_line(struct line_maker *maker)
{
	size_t first = maker->count ? maker->line[0].origin : 0;

	if (maker->outside) {
		for (unsigned i = 0; i < maker->level; i++)
			write_bytes(maker->html, "#", 1, first);
		if (maker->level)
			write_bytes(maker->html, " ", 1, first);
		for (size_t i = 0; i < maker->count; i++)
			write_bytes(maker->html, maker->line[i].bytes, maker->line[i].width, maker->line[i].origin);
		write_bytes(maker->html, "\n", 1,
			    maker->line[maker->count - 1].origin + maker->line[maker->count - 1].raw);
	}
	maker->count = maker->outside = 0;
	maker->has_space = maker->has_break = false;
}

/* ── Text ────────────────────────────────────────────────────────────────────────────────────────────── */

/* How many bytes the reference at `at` has, which stands for the character that came of it: &nbsp; &#160; &#xa0; and without the
 * semicolon, as old pages have it. */
static size_t reference_length(const char *at, const char *end)
{
	static const char *const bare[] = {"nbsp", "lt",     "gt",    "quot",  "amp", "copy",
					   "reg",  "middot", "laquo", "raquo", NULL};
	const char *stop = at + 1;

	if (stop < end && *stop == '#')
		for (stop++; stop < end && (isxdigit((unsigned char)*stop) || (stop == at + 2 && (*stop | 32) == 'x'));)
			stop++;
	else
		while (stop < end && isalnum((unsigned char)*stop))
			stop++;
	if (stop < end && *stop == ';')
		return (size_t)(stop + 1 - at);
	for (const char *const *name = bare; *name && at[1] != '#'; name++)
		if (begins_with(at + 1, end, *name))
			return 1 + strlen(*name);
	return (size_t)(stop - at);
}

/* What became nothing, such as a tag that ends nothing or a line break that begins a <pre>, is passed over. */
static const char *pass_nothing(const char *at, const char *end, const char *character, size_t width)
{
	enum { NEAR = 8 };

	while (at < end && *at == '<' && *character != '<') {
		const char *close = memchr(at, '>', (size_t)(end - at));

		at = close ? close + 1 : end;
	}
	for (const char *near = at; near < at + NEAR && (size_t)(end - near) >= width && *near != '&'; near++)
		if (!memcmp(near, character, width))
			return near;
	return at;
}

/* How many bytes of the source, at *at, became the character. Gumbo makes U+FFFD of what may not be in a page. */
static size_t consumed(const char **at, const char *end, const char *character, size_t width)
{
	const char *next;

	*at = pass_nothing(*at, end, character, width);
	next = *at;
	if (next == end)
		return 0;
	if (*next == '&' && (*character != '&' || begins_with(next, end, "&amp") || begins_with(next, end, "&#")))
		return reference_length(next, end);
	if (*next == '\r' && *character == '\n')
		return next + 1 < end && next[1] == '\n' ? 2 : 1;
	text_next(&next);
	return next > end ? (size_t)(end - *at) : (size_t)(next - *at);
}

static void put_text(struct line_maker *maker, const GumboText *text)
{
	const char *source = maker->html->source.bytes, *at = text->original_text.data,
		   *end = at + text->original_text.length;

	for (const char *character = text->text, *next = character; *character; character = next) {
		size_t raw;

		text_next(&next);
		raw = consumed(&at, end, character, (size_t)(next - character));
		if (maker->pre && *character == '\n')
			end_line(maker);
		else
			put_character(maker, character, (size_t)(next - character), (size_t)(at - source), raw);
		at += raw;
	}
}

/* ── The tree ────────────────────────────────────────────────────────────────────────────────────────── */

static bool is_element(const GumboNode *node)
{
	return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/* Before and behind what is in an element. */
static void pass_border(struct line_maker *maker, const GumboNode *node, bool is_end)
{
	GumboTag tag = node->v.element.tag;

	if (tag == GUMBO_TAG_BR && maker->level) /* a headline in two lines is one */
		maker->has_space = true, maker->space = node->v.element.start_pos.offset;
	else if (!is_among(tag, within_line, COUNT(within_line)))
		end_line(maker);
	if (tag == GUMBO_TAG_A)
		maker->links += is_end ? (size_t)-1 : 1;
	if (tag == GUMBO_TAG_PRE)
		maker->pre += is_end ? (size_t)-1 : 1;
	if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
		maker->level = is_end ? 0 : (unsigned)(tag - GUMBO_TAG_H1) + 1;
}

static const GumboNode *first_child(const GumboNode *node)
{
	return is_element(node) && node->v.element.children.length ? node->v.element.children.data[0] : NULL;
}

static const GumboNode *next_sibling(const GumboNode *node)
{
	const GumboVector *siblings = &node->parent->v.element.children;
	size_t next = node->index_within_parent + 1;

	return next < siblings->length ? siblings->data[next] : NULL;
}

/* Without calling itself: a page may be as deep as it likes. */
static void walk(struct line_maker *maker, const GumboNode *root)
{
	const GumboNode *node = root, *child;

	for (;;) {
		bool is_heard = is_element(node) && !is_silent(node);

		if (is_heard)
			pass_border(maker, node, false);
		else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
			 node->type == GUMBO_NODE_CDATA)
			put_text(maker, &node->v.text);
		if (is_heard && (child = first_child(node))) {
			node = child;
			continue;
		}
		if (is_heard)
			pass_border(maker, node, true);
		while (node != root && !next_sibling(node)) {
			node = node->parent;
			pass_border(maker, node, true);
		}
		if (node == root)
			return;
		node = next_sibling(node);
	}
}

/* The first line of level one; 0 where there is none. */
static size_t find_headline(const char *text)
{
	const char *headline = !strncmp(text, "# ", 2) ? NULL : strstr(text, "\n# ");

	return headline ? (size_t)(headline + 1 - text) : 0;
}

vg_status html_read(struct html *html, struct reader *reader, const char *file, vg_error *error)
{
	GumboOptions options = kGumboDefaultOptions;
	struct line_maker maker = {.html = html};
	const char *bytes;
	size_t length;
	GumboOutput *output;
	vg_status status;

	while (!(status = reader_next(reader, &bytes, &length, error)) && length) {
		text_add(&html->source, bytes, length);
		if (html->source.length > PAGE_MAX)
			return fail(error, VG_BAD_INPUT, _("%s: too large for a web page: save it as text first"),
				    file);
	}
	if (status)
		return status;
	text_add(&html->text, "", 0);
	if (!html->source.length)
		return VG_OK;
	if (depth_of(html->source.bytes, html->source.bytes + html->source.length) > DEPTH_MAX)
		return fail(error, VG_BAD_INPUT, _("%s: its tags lie too deep in each other: save it as text first"),
			    file);
	options.max_errors = 0;
	output = gumbo_parse_with_options(&options, html->source.bytes, html->source.length);
	walk(&maker, output->root);
	end_line(&maker);
	html->start = find_headline(html->text.bytes);
	gumbo_destroy_output(&options, output);
	free(maker.line);
	return VG_OK;
}

void html_free(struct html *html)
{
	text_free(&html->text);
	text_free(&html->source);
	origins_free(&html->origins);
}
