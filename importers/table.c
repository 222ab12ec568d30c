/* table.c - a row of cells becomes a record. */
#include "importers/table.h"

#include <stdlib.h>

/* ── Problems of a cell ──────────────────────────────────────────────────────────────────────────────── */

static void problem_at(struct table *table, size_t column, const char *message)
{
	table->is_bad = true;
	if (table->reasons.length)
		text_put(&table->reasons, "; ");
	text_put(&table->reasons, message);
	import_tell_problem(table->import, table->row->line, column, message);
}

void table_problem(struct table *table, enum field field, const char *format, ...)
{
	size_t column = table->column_of[field];
	char excerpt[EXCERPT], what[sizeof((vg_error *)0)->message];
	struct text message = {0};
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(what, sizeof what, format, arguments);
	va_end(arguments);
	if (column)
		text_print(&message, "%s: ", text_excerpt(excerpt, table->heading.cells[column - 1].text));
	text_put(&message, what);
	problem_at(table, column, message.bytes);
	text_free(&message);
}

void table_doubt(struct table *table, enum field field, const char *name)
{
	char excerpt[EXCERPT];

	import_tell_doubt(table->import, table->row->line, table->column_of[field],
			  _("'%s' is taken for one name (if it is not: put ； between persons, and what they are in brackets behind "
			    "each: 张三（某公司，总经理）)"),
			  text_excerpt(excerpt, name));
}

/* ── Fields ──────────────────────────────────────────────────────────────────────────────────────────── */

const char *table_required(struct table *table, enum field field)
{
	if (!table->texts[field])
		table_problem(table, field, _("this cell must not be empty"));
	return table->texts[field];
}

static void add_note(struct table *table, const char *heading, const char *value)
{
	if (table->note.length)
		text_add(&table->note, "\n", 1);
	text_print(&table->note, "%s: %s", heading, value);
}

void table_note(struct table *table, enum field field, const char *value)
{
	if (table->column_of[field])
		add_note(table, table->heading.cells[table->column_of[field] - 1].text, value);
}

static vg_date read_date(struct table *table, enum field field)
{
	vg_date date = {"", ""};
	vg_error error;

	if (table->texts[field] && vg_date_parse(&date, table->texts[field], &table->year, &error))
		table_problem(table, field, "%s", error.message);
	return date;
}

/* Of 2023-02-01, counted from the year 0; 0 where the day has no month. */
static int month_of(const char *day)
{
	static const int worth[] = {12000, 1200, 120, 12, 0, 10, 1};
	int month = 0;

	for (size_t i = 0; day[0] && day[4] && i < COUNT(worth); i++)
		month += (day[i] - '0') * worth[i];
	return month;
}

static bool names_year(const char *text)
{
	vg_date date;
	vg_error error;

	return strspn(text, "0123456789") >= 4 || !vg_date_parse(&date, text, &(int){0}, &error);
}

/* 12月28日, and 1月5日 below it: is that the next year, or is the list sorted the other way round? Below another date, one without a year
 * is of the same where the months go on as they went, where two rows may have changed places, and where neither is known and
 * the same year is nearest. */
static void check_year(struct table *table, enum field field, const vg_date *date)
{
	enum { NEAREST = 6, NEIGHBOURS = 2, YEAR = 12 };
	int month = month_of(date->from), step = table->month && month ? month - table->month : 0;
	int rise = !table->has_fallen && table->has_risen ? YEAR : table->has_fallen && !table->has_risen ? NEIGHBOURS : NEAREST;
	int fall = rise == YEAR ? NEIGHBOURS : rise == NEIGHBOURS ? YEAR : NEAREST;

	if ((step > rise || -step > fall) && !names_year(table->texts[field])) {
		table_problem(table, field, _("'%s' names no year, and it may be another than in the row above: write it out"),
			      table->texts[field]);
		return;
	}
	table->month = month ? month : table->month;
	table->has_risen = table->has_risen || step > 0;
	table->has_fallen = table->has_fallen || step < 0;
}

static const char *last_of(const vg_date *date)
{
	return *date->until ? date->until : date->from;
}

static bool ends_before(const char *until, const char *from)
{
	size_t common = strlen(until) < strlen(from) ? strlen(until) : strlen(from);

	return strncmp(until, from, common) < 0;
}

/* The date of the row, from two columns or from one with a range in it. */
vg_date table_dates(struct table *table, enum field first, enum field last)
{
	vg_date date = read_date(table, first), end = read_date(table, last);

	if (*date.from && table->record.kind != VG_DESCRIPTION)
		check_year(table, first, &date);
	if (!*end.from)
		return date;
	if (!table->texts[first] && table->record.kind != VG_DESCRIPTION)
		table_problem(table, last, _("an end without a beginning: '%s'"), table->texts[last]);
	else if (*date.until && strcmp(date.until, last_of(&end)))
		table_problem(table, last, _("another end than in the column of the beginning: '%s'"),
			      table->texts[last]);
	else if (*date.from && ends_before(last_of(&end), date.from))
		table_problem(table, last, _("ends before it begins: '%s'"), table->texts[last]);
	else if (!*date.from || strcmp(date.from, last_of(&end)))
		memcpy(date.until, last_of(&end), sizeof date.until);
	return date;
}

struct values table_split(struct table *table, enum field field)
{
	return table->texts[field] ? cell_split(table->texts[field], true, false, &table->arena) : (struct values){0};
}

static void read_aliases(struct table *table)
{
	struct values aliases = table_split(table, FIELD_ALIASES);

	table->record.aliases = aliases.items;
	table->record.alias_count = aliases.count;
}

/* ── People, organizations, places ───────────────────────────────────────────────────────────────────── */

static struct person read_name(struct table *table, const char *text)
{
	struct person person = person_read(text, &table->arena);

	if (persons_are_several(text, &table->arena))
		table_problem(table, FIELD_NAME, _("several persons in one row: give each a row of its own"));
	else if (person.is_doubtful || person.is_nobody)
		table_doubt(table, FIELD_NAME, person.name);
	return person;
}

static void read_person(struct table *table)
{
	const char *name = table_required(table, FIELD_NAME);
	struct person person = {0};
	vg_record *record = &table->record;

	record->kind = VG_DESCRIPTION;
	record->date = table_dates(table, FIELD_SINCE, FIELD_UNTIL);
	read_aliases(table);
	if (name)
		person = read_name(table, name);
	record->a = (vg_mention){
		.kind = VG_PERSON,
		.name = person.name,
		.title = table->texts[FIELD_TITLE] ? table->texts[FIELD_TITLE] : person.title,
		.organization = table->texts[FIELD_ORGANIZATION] ? table->texts[FIELD_ORGANIZATION]
								 : person.organization,
	};
	if (table->texts[FIELD_TITLE] && person.title && strcmp(person.title, table->texts[FIELD_TITLE]))
		table_note(table, FIELD_NAME, name);
	else if (person.remark)
		table_note(table, FIELD_NAME, person.remark);
}

static void read_organization(struct table *table)
{
	vg_record *record = &table->record;
	const char *code = table->texts[FIELD_CODE];

	record->kind = VG_DESCRIPTION;
	record->a = (vg_mention){.kind = VG_ORGANIZATION, .name = table_required(table, FIELD_NAME)};
	read_aliases(table);
	if (code && !(record->code = cell_credit_code(code, &table->arena)))
		table_problem(table, FIELD_CODE,
			      _("not a unified social credit code (18 signs, the last a check sign): '%s'"), code);
	record->category = table->texts[FIELD_CATEGORY];
	record->industry = table->texts[FIELD_INDUSTRY];
	record->parent = table->texts[FIELD_PARENT];
}

static const char *read_degrees(struct table *table, enum field field, unsigned limit)
{
	const char *text = table->texts[field];

	if (text && !cell_is_degrees(text, limit))
		table_problem(table, field, _("not a number of degrees from -%u to %u: '%s'"), limit, limit, text);
	return text;
}

static void read_place(struct table *table)
{
	vg_record *record = &table->record;
	const char *code = table->texts[FIELD_CODE];

	record->kind = VG_DESCRIPTION;
	record->a = (vg_mention){.kind = VG_PLACE, .name = table_required(table, FIELD_NAME)};
	read_aliases(table);
	if (code && !(record->code = cell_division_code(code, &table->arena)))
		table_problem(table, FIELD_CODE,
			      _("not a code of an administrative division (6, 9 or 12 digits): '%s'"), code);
	record->parent = table->texts[FIELD_PARENT];
	record->longitude = read_degrees(table, FIELD_LONGITUDE, 180);
	record->latitude = read_degrees(table, FIELD_LATITUDE, 90);
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────────────────── */

static void (*const readers[LIST_COUNT])(struct table *table) = {
	[PEOPLE] = read_person, [ORGANIZATIONS] = read_organization, [PLACES] = read_place, [VISITS] = table_read_visit,
	[TIES] = table_read_tie,
};

static void begin_row(struct table *table, const struct row *row)
{
	arena_reset(&table->arena);
	memset(table->texts, 0, sizeof table->texts);
	table->row = row;
	table->record = (vg_record){.line = row->line};
	table->note.length = table->reasons.length = 0;
	table->is_bad = false;
}

/* A column without a heading is called by its number. */
static const char *heading_of(struct table *table, size_t column)
{
	const char *heading = table->heading.cells[column].text;

	return *heading ? heading : arena_print(&table->arena, "%zu", column + 1);
}

static void read_cells(struct table *table, const struct row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const char *text = cell_text(&row->cells[i], &table->arena);

		if (!text)
			continue;
		if (i >= table->heading.count) {
			problem_at(table, i + 1, _("more cells than headings"));
			return;
		}
		if (table->fields[i] != FIELD_NOTE && cell_is_ditto(text))
			table_problem(table, table->fields[i], _("write out what '%s' stands for"), text);
		else if (table->fields[i] == FIELD_NOTE)
			add_note(table, heading_of(table, i), text);
		else
			table->texts[table->fields[i]] = text;
	}
}

static bool is_empty_row(const struct row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].length)
			return false;
	return !row->fault;
}

/* What stands below the rows of a list and is none: 合计, 60批次; 注：…; 制表人：…. */
static bool is_footer(struct table *table, const struct row *row)
{
	static const char *const totals[] = {"合计", "总计", "小计", "共计", "total"};
	static const char *const remarks[] = {"注:", "备注:", "说明:", "制表:", "制表人:", "制表单位:", "制表时间:", "填表人:", "填表单位:",
					      "填表时间:", "填报人:", "填报单位:", "填报时间:", "审核:", "审核人:", "统计人:", "单位负责人:"};
	const char *key;
	size_t first = 0;

	while (!row->cells[first].length)
		first++;
	if ((unsigned char)*row->cells[first].text <= '9') /* most lists begin with a date or a number */
		return false;
	key = text_key(&table->arena, row->cells[first].text);
	for (size_t i = 0; i < COUNT(totals); i++)
		if (!strcmp(key, totals[i]))
			return true;
	for (size_t i = 0; i < COUNT(remarks); i++)
		if (!strncmp(key, remarks[i], strlen(remarks[i])))
			return true;
	return false;
}

static void tell_of_footer(const struct table *table, const struct row *row)
{
	struct text where = {0};
	char excerpt[EXCERPT];
	size_t first = 0;

	while (!row->cells[first].length)
		first++;
	text_print(&where, "%s:%zu", table->import->file, row->line);
	tell(&table->import->options->listener, VG_WARNING, where.bytes, _("a line below the rows, not read: '%s'"),
	     text_excerpt(excerpt, row->cells[first].text));
	text_free(&where);
}

static void read_row(struct table *table, const struct row *row)
{
	if (row->fault) {
		problem_at(table, row->fault_column, _(row->fault));
		return;
	}
	read_cells(table, row);
	readers[table->list](table);
	table->record.place = table->texts[FIELD_PLACE];
	table->record.citation = table->texts[FIELD_SOURCE];
	table->record.quote = table->texts[FIELD_QUOTE];
	table->record.note = table->note.length ? table->note.bytes : NULL;
}

/* The row as it is kept among the rejected: without what we wrote into it the last time, and no shorter than the heading. */
static struct row rejected_row(struct table *table, const struct row *row)
{
	size_t count = row->count > table->heading.count ? row->count : table->heading.count;
	struct cell *cells = arena_get(&table->arena, count * sizeof *cells);
	struct row kept = {.line = row->line, .cells = cells};

	for (size_t i = 0; i < count; i++)
		if (i >= table->heading.count || table->fields[i] != FIELD_ERROR)
			cells[kept.count++] = i < row->count ? row->cells[i] : (struct cell){"", 0};
	return kept;
}

static vg_status keep_rejected(struct table *table, const struct row *row, vg_error *error)
{
	struct import *import = table->import;
	struct row heading = rejected_row(table, &table->heading), kept = rejected_row(table, row);
	vg_status status;

	import_refuse_row(import);
	if (!import->options->skips_bad || import->options->is_dry_run)
		return VG_OK;
	if (!import->rejects &&
	    (status = rejects_begin(&import->rejects, strcmp(import->path, "-") ? import->path : import->file,
				    import->summary->delimiter, &heading, error)))
		return status;
	return rejects_add(import->rejects, &kept, table->reasons.bytes, error);
}

vg_status table_read_row(struct table *table, const struct row *row, vg_error *error)
{
	vg_status status = VG_OK;

	if (is_empty_row(row))
		return VG_OK;
	begin_row(table, row);
	if (!row->fault && is_footer(table, row)) {
		tell_of_footer(table, row);
		return VG_OK;
	}
	import_count_row(table->import);
	read_row(table, row);
	if (!table->is_bad) {
		status = table->list == TIES ? table_put_ties(table, error)
					     : import_row(table->import, &table->record, 1, error);
		if (status == VG_BAD_INPUT)
			problem_at(table, 0, error->message);
		else
			return status;
	}
	return keep_rejected(table, row, error);
}

/* ── The heading ─────────────────────────────────────────────────────────────────────────────────────── */

/* Empty columns at its end are no columns: spreadsheets write them. */
static void copy_heading(struct table *table, const struct row *heading)
{
	size_t count = heading->count;
	struct cell *cells = arena_get(&table->heading_arena, (count + 1) * sizeof *cells);

	while (count && !heading->cells[count - 1].length)
		count--;
	for (size_t i = 0; i < count; i++)
		cells[i] = (struct cell){arena_text(&table->heading_arena, heading->cells[i].text),
					 heading->cells[i].length};
	table->heading = (struct row){.line = heading->line, .count = count, .cells = cells};
	table->fields = arena_get(&table->heading_arena, (count + 1) * sizeof *table->fields);
}

static void warn_of_unknown(const struct table *table, const bool *known)
{
	const struct row *heading = &table->heading;

	for (size_t i = 0; i < heading->count; i++) {
		struct text where = {0};
		char excerpt[EXCERPT];

		if (known[i] || !heading->cells[i].length)
			continue;
		text_print(&where, "%s:%zu:%zu", table->import->file, heading->line, i + 1);
		tell(&table->import->options->listener, VG_WARNING, where.bytes,
		     _("unknown heading '%s': its cells are kept as notes"),
		     text_excerpt(excerpt, heading->cells[i].text));
		text_free(&where);
	}
}

static vg_status read_heading(struct table *table, vg_error *error)
{
	size_t count = table->heading.count;
	bool *known = arena_get(&table->heading_arena, count + 1);
	vg_status status = headings_read(&table->list, table->fields, known, table->heading.cells, count,
					 table->import->file, error);

	if (status || (status = import_begin(table->import, list_name(table->list), error)))
		return status;
	for (size_t i = 0; i < count; i++)
		if (table->fields[i] != FIELD_NOTE)
			table->column_of[table->fields[i]] = i + 1;
	table_read_type(table);
	if (!table->import->summary->is_repeat)
		warn_of_unknown(table, known);
	return VG_OK;
}

vg_status table_read_heading(struct table **result, struct import *import, const struct row *heading, vg_error *error)
{
	struct table *table = memory_get(sizeof *table);
	vg_status status;

	table->import = import;
	table->list = list_named(import->options->as);
	if (heading->fault) {
		status = fail(error, VG_BAD_INPUT, "%s", _(heading->fault));
	} else {
		copy_heading(table, heading);
		status = read_heading(table, error);
	}
	if (status) {
		table_release(table);
		table = NULL;
	}
	*result = table;
	return status;
}

void table_release(struct table *table)
{
	if (!table)
		return;
	arena_free(&table->heading_arena);
	arena_free(&table->arena);
	text_free(&table->note);
	text_free(&table->reasons);
	free(table);
}
