/* table.c - rows of cells as an aligned table, as CSV, or as Markdown. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* ── Text that cannot steer a terminal ───────────────────────────────────────────────────────────────── */

/* Writes the character at *at, which moves behind it: nothing for what no eye sees, a sign for what would steer a terminal. */
static void put_seen(FILE *out, const char **at)
{
	size_t length;

	switch (vg_text_visibility(*at, &length)) {
	case VG_VISIBLE:
		fwrite(*at, 1, length, out);
		break;
	case VG_CONTROL:
		fputs("\xef\xbf\xbd", out);
		break;
	case VG_INVISIBLE:
		break;
	}
	*at += length;
}

void write_visibly(FILE *out, const char *text)
{
	while (*text) {
		unsigned char byte = (unsigned char)*text;

		if (byte >= 0x20 && byte != 0x7f) {
			put_seen(out, &text);
			continue;
		}
		if (byte == '\n')
			fputs("; ", out);
		else if (byte == '\t' || byte == '\r')
			fputc(' ', out);
		else /* the Unicode picture of a control character */
			fprintf(out, "\xe2\x90%c", byte == 0x7f ? 0xa1 : 0x80 + byte);
		text++;
	}
}

/* Behind what no eye sees a spreadsheet may still find a formula. */
static bool is_formula(const char *text)
{
	size_t length;

	while (*text && vg_text_visibility(text, &length) == VG_INVISIBLE)
		text += length;
	return *text && strchr("=+-@\t\r", *text);
}

static void write_csv(FILE *out, const char *text)
{
	bool is_quoted = text[strcspn(text, ",;\"\r\n")] || *text == ' ';

	if (is_quoted)
		fputc('"', out);
	if (is_formula(text)) /* a spreadsheet would run it */
		fputc('\'', out);
	while (*text) {
		if (*text == '"')
			fputc('"', out);
		if (strchr("\t\r\n", *text))
			fputc(*text++, out);
		else
			put_seen(out, &text);
	}
	if (is_quoted)
		fputc('"', out);
}

/* Whether the '&' at `text` begins what Markdown, as HTML, reads as another character: &lt; &#8238; */
static bool is_entity(const char *text)
{
	size_t length = strspn(text, "&#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

	return length > 1 && text[length] == ';';
}

static void write_md(FILE *out, const char *text)
{
	while (*text) {
		if (strchr("|\\`*_[]", *text))
			fputc('\\', out);
		if (*text == '\n')
			fputs("<br>", out);
		else if (*text == '<')
			fputs("&lt;", out);
		else if (*text == '&' && is_entity(text))
			fputs("&amp;", out);
		else if (*text == '\t' || *text == '\r')
			fputc(' ', out);
		else {
			put_seen(out, &text);
			continue;
		}
		text++;
	}
}

/* ── The table of formats ────────────────────────────────────────────────────────────────────────────────
 * `table` waits for the last row, since every width counts; the others write each cell at once, between these marks. */

struct format {
	const char *name;
	void (*write)(FILE *out, const char *text);
	const char *first, *between, *last;
	bool waits;
};

static const struct format formats[] = {
	{"table", write_visibly, "", "", "", true},
	{"csv", write_csv, "", ",", "\n", false},
	{"md", write_md, "| ", " | ", " |\n", false},
};

static const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < COUNT(formats); i++)
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	return &formats[0];
}

const char *format_of(const struct session *session)
{
	return session->options->format ? session->options->format : "table";
}

bool format_is(const struct session *session, const char *word)
{
	return !strcmp(format_of(session), word);
}

/* ── Aligning ────────────────────────────────────────────────────────────────────────────────────────── */

enum { MOST_COLUMNS = 16, GAP = 2, NARROWEST = 10 };

static size_t terminal_width(FILE *out)
{
	struct winsize size;

	if (!isatty(fileno(out)) || ioctl(fileno(out), TIOCGWINSZ, &size) || size.ws_col < 40)
		return SIZE_MAX - GAP; /* no limit */
	return size.ws_col;
}

/* The widest cell of each column; 0 for a column that has nothing to say, which is then left out. */
static void measure(const struct table *table, size_t *widths)
{
	const char *cell = table->kept_text;

	memset(widths, 0, MOST_COLUMNS * sizeof *widths);
	for (size_t i = 0; i < table->rows * table->columns; i++, cell += strlen(cell) + 1) {
		size_t width = vg_text_width(cell);

		if (width > widths[i % table->columns])
			widths[i % table->columns] = width;
	}
	for (size_t i = table->columns - table->below; i < table->columns; i++)
		widths[i] = 0;
	for (size_t i = 0; table->headings && i < table->columns; i++)
		if (widths[i] && vg_text_width(_(table->headings[i])) > widths[i])
			widths[i] = vg_text_width(_(table->headings[i]));
}

/* Takes from the widest until all fit on the terminal. */
static void squeeze(const struct table *table, size_t *widths)
{
	size_t room = terminal_width(table->out);

	for (;;) {
		size_t total = table->indent, widest = 0;

		for (size_t i = 0; i < table->columns; i++) {
			total += widths[i] ? widths[i] + GAP : 0;
			if (widths[i] > widths[widest])
				widest = i;
		}
		if (total <= room + GAP || widths[widest] <= NARROWEST)
			return;
		widths[widest]--;
	}
}

/* Cuts from the cell what fits, and the spaces at which it was cut. */
static char *take_part(const char **cell, size_t width)
{
	size_t length = vg_text_line(*cell, width), kept = length;
	char *part;

	while (kept && (*cell)[kept - 1] == ' ')
		kept--;
	part = grow(NULL, kept + 1);
	memcpy(part, *cell, kept);
	part[kept] = '\0';
	*cell += length;
	*cell += strspn(*cell, " ");
	return part;
}

/* One row, on as many lines as its longest cell needs. */
static void print_row(const struct table *table, const char **cells, const size_t *widths)
{
	bool is_done = false;

	while (!is_done) {
		size_t pending = table->indent;

		is_done = true;
		for (size_t i = 0; i < table->columns - table->below; i++) {
			char *part = take_part(&cells[i], widths[i]);

			if (*part)
				fprintf(table->out, "%*s%s", (int)pending, "", part);
			pending = (*part ? 0 : pending) + (widths[i] ? widths[i] - vg_text_width(part) + GAP : 0);
			free(part);
			is_done = is_done && !*cells[i];
		}
		fputc('\n', table->out);
	}
}

/* The cells that stand below their row, each on lines of its own. */
static void print_below(const struct table *table, const char **cells)
{
	enum { DEEPER = 4 };
	size_t room = terminal_width(table->out), taken = table->indent + DEEPER;

	for (size_t i = table->columns - table->below; i < table->columns; i++)
		while (*cells[i]) {
			char *part = take_part(&cells[i], room - taken);

			fprintf(table->out, "%*s%s\n", (int)taken, "", part);
			free(part);
		}
}

static void print_headings(const struct table *table, const size_t *widths)
{
	const char *cells[MOST_COLUMNS], *none[MOST_COLUMNS];
	size_t pending = table->indent;

	for (size_t i = 0; i < table->columns; i++)
		cells[i] = widths[i] ? _(table->headings[i]) : "";
	memcpy(none, cells, sizeof none);
	print_row(table, none, widths);
	for (size_t i = 0; i < table->columns; i++) {
		fprintf(table->out, "%*s", widths[i] ? (int)pending : 0, "");
		for (size_t j = 0; j < widths[i]; j++)
			fputs("─", table->out);
		pending = widths[i] ? GAP : pending;
	}
	fputc('\n', table->out);
}

static void print_aligned(const struct table *table)
{
	const char *cells[MOST_COLUMNS], *cell = table->kept_text;
	size_t widths[MOST_COLUMNS];

	measure(table, widths);
	squeeze(table, widths);
	if (table->headings && table->rows)
		print_headings(table, widths);
	for (size_t row = 0; row < table->rows; row++) {
		for (size_t i = 0; i < table->columns; i++, cell += strlen(cell) + 1)
			cells[i] = cell;
		print_row(table, cells, widths);
		print_below(table, cells);
	}
}

/* ── Writing a table ─────────────────────────────────────────────────────────────────────────────────── */

static FILE *stream_open(char **text, size_t *size)
{
	FILE *stream = open_memstream(text, size);

	if (!stream)
		grow(NULL, SIZE_MAX);
	return stream;
}

static void write_heading_row(struct table *table)
{
	for (size_t i = 0; i < table->columns; i++) {
		fputs(i ? table->format->between : table->format->first, table->out);
		table->format->write(table->out, _(table->headings[i]));
	}
	fputs(table->format->last, table->out);
	for (size_t i = 0; *table->format->first && i < table->columns; i++)
		fputs(i + 1 < table->columns ? "|---" : "|---|\n", table->out);
}

void table_begin(struct table *table, FILE *out, const char *format, const char *const *headings, size_t columns)
{
	*table = (struct table){.out = out, .format = format_find(format), .headings = headings, .columns = columns};
	table->cell = stream_open(&table->cell_text, &table->cell_size);
	if (table->format->waits)
		table->kept = stream_open(&table->kept_text, &table->kept_size);
	else if (headings)
		write_heading_row(table);
}

void table_next(struct table *table)
{
	const struct format *format = table->format;

	fputc('\0', table->cell);
	fflush(table->cell);
	if (format->waits) {
		format->write(table->kept, table->cell_text);
		fputc('\0', table->kept);
	} else {
		fputs(table->column ? format->between : format->first, table->out);
		format->write(table->out, table->cell_text);
	}
	rewind(table->cell);
	if (++table->column < table->columns)
		return;
	if (!format->waits)
		fputs(format->last, table->out);
	table->column = 0;
	table->rows++;
}

void table_put(struct table *table, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vfprintf(table->cell, format, arguments);
	va_end(arguments);
	table_next(table);
}

void table_put_text(struct table *table, const char *text)
{
	if (text)
		fputs(text, table->cell);
	table_next(table);
}

void table_end(struct table *table)
{
	if (table->kept) {
		fflush(table->kept);
		print_aligned(table);
		fclose(table->kept);
		free(table->kept_text);
	}
	fclose(table->cell);
	free(table->cell_text);
}
