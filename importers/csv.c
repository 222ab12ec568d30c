/* csv.c - comma-, semicolon- and tab-separated text as RFC 4180, Excel and WPS write it, read by libcsv.
 *
 * libcsv does not tell on which line it is, so lines are counted here: in its reports of line ends (CSV_REPALL_NL) and in
 * quoted cells. It runs in strict mode, in which it stops at a quote that stands where none may: inside an unquoted
 * cell such a quote is a sign like any other, as Excel has it; behind a closing quote it makes the row a bad one, which
 * ends with its line. The lenient mode would read on to the next quote and take whole rows for one cell. */
#include "importers/importers.h"

#include <csv.h>
#include <stdlib.h>

enum { CELL_MAX = 64 * 1024, TITLES_MAX = 10 };

/* Beyond these it is no list, and nothing of it is kept: memory stays small whatever the file. */
enum { CELL_LIMIT = 1024 * 1024, CELLS_LIMIT = 16384, ROW_LIMIT = 16 * 1024 * 1024 };

struct csv {
	struct csv_parser parser;
	struct import *import;
	struct table *table; /* NULL until the heading was read */
	vg_status status;    /* the first failure, and what it says */
	vg_error *error;
	bool is_done;  /* nothing more is wanted */

	struct above { /* lines above the heading, told of once there is one */
		size_t line;
		char excerpt[EXCERPT]; /* of its first cell; "" where there is none */
	} above[TITLES_MAX];
	size_t above_count;
	struct arena upper_arena;
	struct row upper;    /* of two rows of headings, perhaps: kept until the next one; no cells where there is none */
	vg_error no_heading; /* why the first of them that has several cells is none */

	struct text bytes; /* of the row's cells, each with its NUL */
	struct cell *cells;
	size_t count, capacity;
	const char *fault;
	size_t fault_column;

	size_t line, row_line; /* being read; on which the row began */
	size_t cell_lines;     /* line ends inside the row's cells */
	bool is_after_return;  /* a CR ended the last row: its LF is no new line */
	bool is_skipping;      /* to the end of a bad line */
};

/* ── Rows ────────────────────────────────────────────────────────────────────────────────────────────── */

static void set_fault(struct csv *csv, const char *what)
{
	if (csv->fault)
		return;
	csv->fault = what;
	csv->fault_column = csv->count;
}

/* Whether a byte below the space is among them: eight at a time, by the carry of each byte into its top bit. */
static bool has_control(const char *bytes, size_t length)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
	uint64_t word;
	size_t i;

	for (i = 0; i + sizeof word <= length; i += sizeof word) {
		memcpy(&word, bytes + i, sizeof word);
		if ((word - ones * ' ') & ~word & tops)
			return true;
	}
	for (; i < length; i++)
		if ((unsigned char)bytes[i] < ' ')
			return true;
	return false;
}

static void check_controls(struct csv *csv, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] == '\n' || bytes[i] == '\r')
			csv->cell_lines += bytes[i] == '\n' || i + 1 == length || bytes[i + 1] != '\n';
		else if ((unsigned char)bytes[i] < ' ' && bytes[i] != '\t')
			set_fault(csv, N_("a control character"));
	}
}

static void keep_failure(struct csv *csv, vg_status status)
{
	if (status) {
		csv->status = status;
		csv->is_done = true;
	}
}

/* Cells are kept by their offset until the row is complete, for the bytes move as they grow. */
static void on_cell(void *bytes, size_t length, void *self)
{
	struct csv *csv = self;

	if (csv->is_done)
		return;
	if (!csv->count)
		csv->row_line = csv->line;
	if (csv->count == CELLS_LIMIT || csv->bytes.length + length > ROW_LIMIT) {
		keep_failure(csv, fail(csv->error, VG_BAD_INPUT, _("%s:%zu: a row too long to be one of a list"),
				       csv->import->file, csv->row_line));
		return;
	}
	csv->cells = array_room(csv->cells, csv->count, &csv->capacity, sizeof *csv->cells);
	csv->cells[csv->count++] = (struct cell){NULL, length};
	if (length > CELL_MAX)
		set_fault(csv, N_("longer than 64 KiB"));
	if (has_control(bytes, length))
		check_controls(csv, bytes, length);
	text_add(&csv->bytes, bytes, length);
	text_add(&csv->bytes, "", 1);
}

/* 2023年接待情况一览表, or 填表单位：…,,填表人：… above the heading: kept until the heading is found, for a file without one is
 * refused for the first line that could have been it. */
static void keep_above(struct csv *csv, const struct row *row)
{
	struct above *above = &csv->above[csv->above_count++];
	size_t filled = 0, first = 0;

	for (size_t i = row->count; i-- > 0;)
		if (row->cells[i].length) {
			filled++;
			first = i;
		}
	above->line = row->line;
	if (filled)
		text_excerpt(above->excerpt, row->cells[first].text);
	if (filled > 1 && !csv->no_heading.status &&
	    table_read_heading(&csv->table, csv->import, row, &csv->no_heading))
		fail_in(&csv->no_heading, "%s:%zu", csv->import->file, row->line);
}

static void tell_above(const struct csv *csv)
{
	for (size_t i = 0; i < csv->above_count; i++) {
		const struct above *above = &csv->above[i];
		struct text where = {0};

		if (!*above->excerpt)
			continue;
		text_print(&where, "%s:%zu", csv->import->file, above->line);
		tell(&csv->import->options->listener, VG_WARNING, where.bytes, _("a line above the heading, not read: '%s'"),
		     above->excerpt);
		text_free(&where);
	}
}

static vg_status refuse_headless(struct csv *csv)
{
	if (csv->no_heading.status) {
		*csv->error = csv->no_heading;
		return csv->no_heading.status;
	}
	return fail(csv->error, VG_BAD_INPUT,
		    csv->above_count ? _("%s: no heading of a list that is known here (people, organizations, places, visits, ties)") :
				       _("%s: the file is empty: no heading, no rows"),
		    csv->import->file);
}

/* ── The heading ─────────────────────────────────────────────────────────────────────────────────────── */

static size_t known_in(const struct csv *csv, const struct row *row)
{
	return headings_known(row->cells, row->count, csv->import->file);
}

/* Merged cells leave empty ones behind the first, or below: 时间,客商情况,,我方情况,. */
static bool may_be_upper(const struct row *row)
{
	size_t filled = 0;

	for (size_t i = 0; i < row->count; i++)
		filled += row->cells[i].length > 0;
	return filled > 1 && filled < row->count && !row->fault;
}

static void keep_upper(struct csv *csv, const struct row *row)
{
	struct cell *cells;

	arena_reset(&csv->upper_arena);
	cells = arena_get(&csv->upper_arena, row->count * sizeof *cells);
	for (size_t i = 0; i < row->count; i++)
		cells[i] = (struct cell){arena_text(&csv->upper_arena, row->cells[i].text), row->cells[i].length};
	csv->upper = (struct row){.line = row->line, .count = row->count, .cells = cells};
}

/* Whether the row above and this one are two rows of headings: together they say more than either alone. */
static bool is_lower(struct csv *csv, struct row *joined, const struct row *row)
{
	size_t pairs, known, alone, above;

	if (!csv->upper.cells || row->fault)
		return false;
	*joined = headings_join(&csv->upper, row, &pairs, &csv->upper_arena);
	known = known_in(csv, joined);
	alone = known_in(csv, row);
	above = known_in(csv, &csv->upper);
	return (known > alone && known > above) || (known && known == alone && pairs && csv->upper.count == row->count);
}

static void read_heading(struct csv *csv, const struct row *row)
{
	vg_status status;

	tell_above(csv);
	status = table_read_heading(&csv->table, csv->import, row, csv->error);
	keep_failure(csv, status ? fail_in(csv->error, "%s:%zu", csv->import->file, row->line) : VG_OK);
	csv->is_done = csv->is_done || csv->import->summary->is_repeat;
}

static void take_above(struct csv *csv, const struct row *row)
{
	if (csv->above_count < TITLES_MAX)
		keep_above(csv, row);
	else
		keep_failure(csv, refuse_headless(csv));
}

/* What stands above the first row of a list. Returns whether the row itself is one, since the row above was the heading. */
static bool take_heading(struct csv *csv, const struct row *row)
{
	bool is_heading = row->fault || known_in(csv, row), was_heading = csv->upper.cells && known_in(csv, &csv->upper);
	struct row joined;

	if (is_lower(csv, &joined, row)) {
		csv->above_count -= !was_heading;
		read_heading(csv, &joined);
		return false;
	}
	if (was_heading) {
		read_heading(csv, &csv->upper);
		return true;
	}
	csv->upper.cells = NULL;
	if (may_be_upper(row))
		keep_upper(csv, row);
	if (!is_heading)
		take_above(csv, row);
	else if (!csv->upper.cells)
		read_heading(csv, row);
	return false;
}

static void end_row(struct csv *csv)
{
	struct row row = {csv->row_line, csv->count, csv->cells, csv->fault, csv->fault_column};
	const char *at = csv->bytes.bytes;

	for (size_t i = 0; i < csv->count; i++) {
		csv->cells[i].text = at;
		at += csv->cells[i].length + 1;
	}
	if ((csv->table || take_heading(csv, &row)) && !csv->is_done)
		keep_failure(csv, table_read_row(csv->table, &row, csv->error));
	csv->line += csv->cell_lines;
	csv->bytes.length = csv->count = csv->cell_lines = 0;
	csv->fault = NULL;
}

static void on_line_end(int sign, void *self)
{
	struct csv *csv = self;
	bool is_second = sign == '\n' && csv->is_after_return && !csv->count;

	csv->is_after_return = sign == '\r';
	if (csv->is_done || is_second)
		return;
	if (csv->count)
		end_row(csv);
	csv->line++;
}

/* ── Quotes where none may be ────────────────────────────────────────────────────────────────────────── */

/* What stands behind a closing quote, to the end of the line, is kept as a cell of the bad row. */
static size_t skip_line(struct csv *csv, const char *bytes, size_t length)
{
	size_t rest = 0;

	while (rest < length && bytes[rest] != '\n' && bytes[rest] != '\r')
		rest++;
	if (!csv->is_done && csv->bytes.length + rest < ROW_LIMIT) {
		csv->bytes.length -= 1;
		text_add(&csv->bytes, bytes, rest);
		text_add(&csv->bytes, "", 1);
		csv->cells[csv->count - 1].length += rest;
	}
	csv->is_skipping = rest == length;
	return rest;
}

/* Takes what libcsv holds of the cell (its closing quote included), and makes libcsv begin a row anew. */
static size_t end_bad_quote(struct csv *csv, const char *bytes, size_t length)
{
	struct csv_parser *parser = &csv->parser;

	on_cell(parser->entry_buf, parser->entry_pos, csv);
	set_fault(csv, N_("text behind a closing quote (inside a quoted cell, write \"\" for a quote)"));
	parser->entry_pos = 0; /* and it begins a row */
	parser->pstate = 0;
	parser->quoted = 0;
	parser->spaces = 0;
	return skip_line(csv, bytes, length);
}

/* A quote inside an unquoted cell: taken as it is. */
static size_t take_quote(struct csv *csv, const char *bytes)
{
	size_t taken;

	csv_set_opts(&csv->parser, CSV_REPALL_NL | CSV_STRICT_FINI);
	taken = csv_parse(&csv->parser, bytes, 1, on_cell, on_line_end, csv);
	csv_set_opts(&csv->parser, CSV_REPALL_NL | CSV_STRICT_FINI | CSV_STRICT);
	return taken;
}

static vg_status refuse_endless_cell(struct csv *csv)
{
	size_t line = (csv->count ? csv->row_line : csv->line) + csv->cell_lines;

	if (!csv->parser.quoted)
		return fail(csv->error, VG_BAD_INPUT, _("%s:%zu: a row too long to be one of a list"),
			    csv->import->file, line);
	return fail(csv->error, VG_BAD_INPUT, _("%s:%zu:%zu: the quote that opens in this cell is never closed"),
		    csv->import->file, line, csv->count + 1);
}

/* ── Reading ─────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status parse(struct csv *csv, const char *bytes, size_t length)
{
	size_t at = csv->is_skipping ? skip_line(csv, bytes, length) : 0;

	while (at < length && !csv->is_done) {
		at += csv_parse(&csv->parser, bytes + at, length - at, on_cell, on_line_end, csv);
		if (at == length || csv->is_done)
			break;
		if (csv_error(&csv->parser) != CSV_EPARSE)
			return fail(csv->error, VG_IO, "%s: %s", csv->import->file,
				    csv_strerror(csv_error(&csv->parser)));
		at += csv->parser.quoted ? end_bad_quote(csv, bytes + at, length - at) : take_quote(csv, bytes + at);
	}
	if (!csv->is_done && csv->parser.entry_pos > CELL_LIMIT)
		return refuse_endless_cell(csv);
	return csv->status;
}

static vg_status end_parsing(struct csv *csv)
{
	if (csv->is_done)
		return csv->status;
	if (csv_fini(&csv->parser, on_cell, on_line_end, csv))
		return refuse_endless_cell(csv);
	if (csv->count)
		end_row(csv); /* a bad line, the last one of the file */
	if (!csv->table && !csv->is_done && csv->upper.cells && known_in(csv, &csv->upper))
		read_heading(csv, &csv->upper);
	return csv->table || csv->status ? csv->status : refuse_headless(csv);
}

/* ── The delimiter ───────────────────────────────────────────────────────────────────────────────────── */

/* The first line that is not empty, cut at a delimiter outside quotes; quotes stay, headings_known() will not mind. */
static size_t count_headings(const char *line, size_t length, char delimiter)
{
	struct cell *cells = NULL;
	struct arena arena = {0};
	size_t count = 0, capacity = 0, start = 0, known;
	bool is_quoted = false;

	for (size_t i = 0; i <= length; i++) {
		is_quoted ^= i < length && line[i] == '"';
		if (i < length && (line[i] != delimiter || is_quoted))
			continue;
		cells = array_room(cells, count, &capacity, sizeof *cells);
		if (i > start + 1 && line[start] == '"' && line[i - 1] == '"')
			cells[count++] =
				(struct cell){arena_text_of(&arena, line + start + 1, i - start - 2), i - start - 2};
		else
			cells[count++] = (struct cell){arena_text_of(&arena, line + start, i - start), i - start};
		start = i + 1;
	}
	known = headings_known(cells, count, "");
	arena_free(&arena);
	free(cells);
	return known * 2 + (count > 1); /* of two that know nothing, the one that cuts */
}

/* The delimiter that makes most headings of one of the first lines. */
static char best_delimiter(const char *bytes, size_t length)
{
	static const char delimiters[] = {',', ';', '\t'};
	const char *end = bytes + length, *line = bytes;
	size_t best = 0;
	char delimiter = ',';

	for (unsigned lines = 0; line < end && lines <= TITLES_MAX; lines++) {
		size_t size = 0;

		while (line + size < end && line[size] != '\n' && line[size] != '\r')
			size++;
		for (size_t i = 0; i < COUNT(delimiters); i++) {
			size_t known = count_headings(line, size, delimiters[i]);

			if (known > best) {
				best = known;
				delimiter = delimiters[i];
			}
		}
		line += size;
		while (line < end && (*line == '\n' || *line == '\r' || *line == ' '))
			line++;
	}
	return delimiter;
}

/* Sets *skipped to the bytes before the heading that are not to be read: "sep=;" as Excel writes it. */
static char find_delimiter(const char *bytes, size_t length, size_t *skipped)
{
	*skipped = 0;
	if (length > 5 && !memcmp(bytes, "sep=", 4) && (bytes[5] == '\n' || bytes[5] == '\r')) {
		*skipped = 5;
		return bytes[4];
	}
	return best_delimiter(bytes, length);
}

bool list_begins(const char *bytes, size_t length)
{
	static const char delimiters[] = {',', ';', '\t'};
	const char *end = bytes + length, *line = bytes;

	for (unsigned lines = 0; line < end && lines <= TITLES_MAX; lines++) {
		const char *line_end = memchr(line, '\n', (size_t)(end - line));
		size_t size = (size_t)((line_end ? line_end : end) - line);

		for (size_t i = 0; i < COUNT(delimiters); i++)
			if (count_headings(line, size, delimiters[i]) > 3) /* two of them, or one and a delimiter */
				return true;
		line += size + 1;
	}
	return false;
}

vg_status list_read(struct import *import, vg_error *error)
{
	struct csv csv = {.import = import, .error = error, .line = 1};
	size_t length, skipped = 0;
	const char *bytes;
	vg_status status;

	csv_init(&csv.parser, CSV_REPALL_NL | CSV_STRICT_FINI | CSV_STRICT);
	csv_set_blk_size(&csv.parser, CELL_MAX); /* it grows its buffer by so much, else by 128 bytes */
	if (!(status = reader_next(import->reader, &bytes, &length, error)) && length) {
		import->summary->delimiter = find_delimiter(bytes, length, &skipped);
		csv_set_delim(&csv.parser, (unsigned char)import->summary->delimiter);
		bytes += skipped;
		length -= skipped;
	}
	while (!status && length && !(status = parse(&csv, bytes, length)) && !csv.is_done)
		status = reader_next(import->reader, &bytes, &length, error);
	if (!status)
		status = end_parsing(&csv);
	table_release(csv.table);
	csv_free(&csv.parser);
	text_free(&csv.bytes);
	free(csv.cells);
	arena_free(&csv.upper_arena);
	return status;
}
