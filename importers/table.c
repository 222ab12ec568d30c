/* table.c - a row of cells becomes a record. */
#include "importers/importers.h"

#include <stdlib.h>

struct table {
	struct import *import;
	enum list list;
	int year; /* of the dates above, for those that name none */

	/* the heading; what each column says, and which column says it (0: none, else its number) */
	struct arena heading_arena;
	struct row heading;
	enum field *fields;
	size_t column_of[FIELD_COUNT + 1]; /* FIELD_COUNT: a column that this list has not */

	/* of the row being read */
	const struct row *row;
	const char *texts[FIELD_COUNT + 1];
	vg_record record;
	struct text note;
	struct arena arena;
	bool is_bad;
	struct text reasons; /* why it is bad, for the file of rejected rows */
};

/* ── Problems of a cell ──────────────────────────────────────────────────────────────────────────────── */

static void problem_at(struct table *table, size_t column, const char *message)
{
	table->is_bad = true;
	if (table->reasons.length)
		text_put(&table->reasons, "; ");
	text_put(&table->reasons, message);
	import_tell_problem(table->import, table->row->line, column, message);
}

static void problem(struct table *table, enum field field, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void problem(struct table *table, enum field field, const char *format, ...)
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

/* ── Fields ──────────────────────────────────────────────────────────────────────────────────────────── */

static const char *required(struct table *table, enum field field)
{
	if (!table->texts[field])
		problem(table, field, _("this cell must not be empty"));
	return table->texts[field];
}

static void add_note(struct table *table, const char *heading, const char *value)
{
	if (table->note.length)
		text_add(&table->note, "\n", 1);
	text_print(&table->note, "%s: %s", heading, value);
}

static void note_field(struct table *table, enum field field, const char *value)
{
	if (table->column_of[field])
		add_note(table, table->heading.cells[table->column_of[field] - 1].text, value);
}

static vg_date read_date(struct table *table, enum field field)
{
	vg_date date = {"", ""};
	vg_error error;

	if (table->texts[field] && vg_date_parse(&date, table->texts[field], &table->year, &error))
		problem(table, field, "%s", error.message);
	return date;
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
static vg_date read_dates(struct table *table, enum field first, enum field last)
{
	vg_date date = read_date(table, first), end = read_date(table, last);

	if (!*end.from)
		return date;
	if (*date.until && strcmp(date.until, last_of(&end)))
		problem(table, last, _("another end than in the column of the beginning: '%s'"), table->texts[last]);
	else if (*date.from && ends_before(last_of(&end), date.from))
		problem(table, last, _("ends before it begins: '%s'"), table->texts[last]);
	else if (!*date.from || strcmp(date.from, last_of(&end)))
		memcpy(date.until, last_of(&end), sizeof date.until);
	return date;
}

static struct values split(struct table *table, enum field field)
{
	return table->texts[field] ? cell_split(table->texts[field], true, false, &table->arena) : (struct values){0};
}

static void read_aliases(struct table *table)
{
	struct values aliases = split(table, FIELD_ALIASES);

	table->record.aliases = aliases.items;
	table->record.alias_count = aliases.count;
}

/* ── People, organizations, places ───────────────────────────────────────────────────────────────────── */

static void read_person(struct table *table)
{
	const char *name = required(table, FIELD_NAME);
	struct person person = {0};
	vg_record *record = &table->record;

	record->kind = VG_DESCRIPTION;
	record->date = read_dates(table, FIELD_SINCE, FIELD_UNTIL);
	read_aliases(table);
	if (name)
		person = person_read(name, &table->arena);
	record->a = (vg_mention){
		.kind = VG_PERSON,
		.name = person.name,
		.title = table->texts[FIELD_TITLE] ? table->texts[FIELD_TITLE] : person.title,
		.organization = table->texts[FIELD_ORGANIZATION] ? table->texts[FIELD_ORGANIZATION] : person.organization,
	};
	if (table->texts[FIELD_TITLE] && person.title && strcmp(person.title, table->texts[FIELD_TITLE]))
		note_field(table, FIELD_NAME, name);
	else if (person.remark)
		note_field(table, FIELD_NAME, person.remark);
}

static void read_organization(struct table *table)
{
	vg_record *record = &table->record;
	const char *code = table->texts[FIELD_CODE];

	record->kind = VG_DESCRIPTION;
	record->a = (vg_mention){.kind = VG_ORGANIZATION, .name = required(table, FIELD_NAME)};
	read_aliases(table);
	if (code && !(record->code = cell_credit_code(code, &table->arena)))
		problem(table, FIELD_CODE, _("not a unified social credit code (18 signs, the last a check sign): '%s'"), code);
	record->category = table->texts[FIELD_CATEGORY];
	record->industry = table->texts[FIELD_INDUSTRY];
	record->parent = table->texts[FIELD_PARENT];
}

static const char *read_degrees(struct table *table, enum field field, unsigned limit)
{
	const char *text = table->texts[field];

	if (text && !cell_is_degrees(text, limit))
		problem(table, field, _("not a number of degrees from -%u to %u: '%s'"), limit, limit, text);
	return text;
}

static void read_place(struct table *table)
{
	vg_record *record = &table->record;
	const char *code = table->texts[FIELD_CODE];

	record->kind = VG_DESCRIPTION;
	record->a = (vg_mention){.kind = VG_PLACE, .name = required(table, FIELD_NAME)};
	read_aliases(table);
	if (code && !(record->code = cell_division_code(code, &table->arena)))
		problem(table, FIELD_CODE, _("not a code of an administrative division (6, 9 or 12 digits): '%s'"), code);
	record->parent = table->texts[FIELD_PARENT];
	record->longitude = read_degrees(table, FIELD_LONGITUDE, 180);
	record->latitude = read_degrees(table, FIELD_LATITUDE, 90);
}

/* ── Visits ──────────────────────────────────────────────────────────────────────────────────────────── */

struct mentions {
	vg_mention *items;
	size_t count, capacity;
};

static vg_mention *add_mention(struct table *table, struct mentions *mentions, vg_mention mention)
{
	mentions->items = arena_array_room(&table->arena, mentions->items, mentions->count, &mentions->capacity,
					   sizeof *mentions->items);
	mentions->items[mentions->count] = mention;
	return &mentions->items[mentions->count++];
}

/* One side of a visit: the columns of its persons, their titles and their organizations. */
struct side {
	vg_role role;
	enum field persons, titles, organizations;
};

/* Title in the column and title in the brackets, both where they differ. */
static const char *join_titles(struct table *table, const char *first, const char *second)
{
	if (text_is_empty(first) || text_is_empty(second))
		return text_is_empty(first) ? second : first;
	return strcmp(first, second) ? arena_print(&table->arena, "%s、%s", first, second) : first;
}

/* Brackets name an organization for certain (某公司，总经理), or perhaps (二七区党委副书记): then the row's own word for it goes first. */
static void settle_organization(vg_mention *mention, const struct person *person, const char *row_organization)
{
	mention->title = person->title;
	if (person->organization) {
		mention->organization = person->organization;
	} else if (person->split_organization && (!row_organization || !strcmp(row_organization, person->split_organization))) {
		mention->organization = person->split_organization;
		mention->title = person->split_title;
	} else {
		mention->organization = row_organization;
	}
}

static void add_person(struct table *table, struct mentions *mentions, const struct side *side, const char *text,
		       const char *title, const char *organization)
{
	struct person person = person_read(text, &table->arena);
	vg_mention mention = {.role = side->role, .name = person.name, .is_lead = person.is_lead};

	mention.kind = person.is_organization ? VG_ORGANIZATION : VG_PERSON;
	settle_organization(&mention, &person, organization);
	mention.title = join_titles(table, title, mention.title);
	if (person.is_organization)
		mention.organization = NULL;
	if (person.remark)
		note_field(table, side->persons, text);
	add_mention(table, mentions, mention);
}

/* Whether a person of this side stands for the organization already. */
static bool is_represented(const struct mentions *mentions, size_t first, const char *organization)
{
	for (size_t i = first; i < mentions->count; i++)
		if (text_is(mentions->items[i].organization, organization) || text_is(mentions->items[i].name, organization))
			return true;
	return false;
}

/* As many organizations as persons: each has its own. A single one is everybody's. Else nobody can say whose they are. */
static const char *organization_of(const struct values *organizations, size_t person, size_t persons)
{
	if (organizations->count == 1)
		return organizations->items[0];
	return organizations->count == persons ? organizations->items[person] : NULL;
}

static void read_side(struct table *table, struct mentions *mentions, const struct side *side)
{
	const char *title_text = table->texts[side->titles];
	struct values persons = split(table, side->persons);
	struct values organizations = split(table, side->organizations);
	struct values titles = {0};
	size_t first = mentions->count;

	if (title_text && persons.count)
		titles = cell_split(title_text, false, true, &table->arena);
	else if (title_text)
		note_field(table, side->titles, title_text);
	if (titles.count > persons.count)
		problem(table, side->titles, _("more titles than persons: %zu for %zu"), titles.count, persons.count);
	for (size_t i = 0; i < persons.count; i++)
		add_person(table, mentions, side, persons.items[i], i < titles.count ? titles.items[i] : NULL,
			   organization_of(&organizations, i, persons.count));
	for (size_t i = 0; i < organizations.count; i++)
		if (!is_represented(mentions, first, organizations.items[i]))
			add_mention(table, mentions,
				    (vg_mention){.kind = VG_ORGANIZATION, .role = side->role, .name = organizations.items[i]});
}

static vg_mention *mention_named(struct mentions *mentions, size_t end, const char *name)
{
	for (size_t i = 0; i < end; i++)
		if (mentions->items[i].kind == VG_PERSON && text_is(mentions->items[i].name, name))
			return &mentions->items[i];
	return NULL;
}

/* 带队领导 beside 来访人员: who is named in both is one. */
static void read_leads(struct table *table, struct mentions *mentions)
{
	static const struct side side = {VG_VISITOR, FIELD_LEAD, FIELD_COUNT, FIELD_COUNT};
	struct values leads = split(table, FIELD_LEAD);
	size_t visitors = mentions->count;

	for (size_t i = 0; i < leads.count; i++) {
		struct values organizations = split(table, FIELD_VISITOR_ORGANIZATION);
		vg_mention *lead, *visitor;

		add_person(table, mentions, &side, leads.items[i], NULL, organization_of(&organizations, 0, 0));
		lead = &mentions->items[mentions->count - 1];
		visitor = mention_named(mentions, visitors, lead->name);
		if (visitor) {
			visitor->title = join_titles(table, visitor->title, lead->title);
			mentions->count--;
		}
		(visitor ? visitor : lead)->is_lead = true;
	}
}

/* One leads: whoever is said to, else the first person among the visitors. */
static void settle_lead(struct mentions *mentions)
{
	vg_mention *first = NULL, *lead = NULL;

	for (size_t i = 0; i < mentions->count; i++) {
		vg_mention *mention = &mentions->items[i];

		if (mention->role != VG_VISITOR || mention->kind != VG_PERSON)
			continue;
		first = first ? first : mention;
		lead = lead || !mention->is_lead ? lead : mention;
		mention->is_lead = false;
	}
	if (first)
		(lead ? lead : first)->is_lead = true;
}

static void read_type(struct table *table)
{
	const char *word = table->texts[FIELD_TYPE];
	vg_record *record = &table->record;

	record->type = word ? vg_type_parse(word) : VG_VISIT;
	if (!record->type)
		record->type = VG_OTHER;
	record->word = text_is(word, vg_type_name(record->type)) ? NULL : word;
}

static void read_visit(struct table *table)
{
	static const struct side visitors = {VG_VISITOR, FIELD_VISITORS, FIELD_VISITOR_TITLE, FIELD_VISITOR_ORGANIZATION};
	static const struct side led = {VG_VISITOR, FIELD_LEAD, FIELD_VISITOR_TITLE, FIELD_VISITOR_ORGANIZATION};
	static const struct side hosts = {VG_HOST, FIELD_HOSTS, FIELD_HOST_TITLE, FIELD_HOST_ORGANIZATION};
	static const struct side companions = {VG_COMPANION, FIELD_COMPANIONS, FIELD_COUNT, FIELD_COUNT};
	struct mentions mentions = {0};
	vg_record *record = &table->record;

	record->kind = VG_OCCASION;
	record->date = read_dates(table, FIELD_DATE, FIELD_UNTIL);
	read_type(table);
	read_side(table, &mentions, table->texts[FIELD_VISITORS] ? &visitors : &led);
	if (table->texts[FIELD_VISITORS])
		read_leads(table, &mentions);
	settle_lead(&mentions);
	read_side(table, &mentions, &hosts);
	read_side(table, &mentions, &companions);
	record->mentions = mentions.items;
	record->mention_count = mentions.count;
	record->purpose = table->texts[FIELD_PURPOSE];
	record->own_id = table->texts[FIELD_ID];
	if (!mentions.count)
		problem(table, FIELD_NOTE, _("nobody is named: no visitor, no host, no organization"));
}

/* ── Ties ────────────────────────────────────────────────────────────────────────────────────────────── */

static vg_tie_status read_status(struct table *table)
{
	const char *word = table->texts[FIELD_STATUS];
	vg_tie_status status = word ? vg_tie_status_parse(word) : VG_DISCUSSED;
	char excerpt[EXCERPT];

	if (!status)
		problem(table, FIELD_STATUS,
			_("no such status: '%s' (write discussed 洽谈, intended 意向, signed 签约, operating 运营 or ended 终止)"),
			text_excerpt(excerpt, word));
	return status;
}

static void read_tie(struct table *table)
{
	vg_record *record = &table->record;

	record->kind = VG_TIE;
	record->date = read_dates(table, FIELD_DATE, FIELD_UNTIL);
	record->topic = table->texts[FIELD_TOPIC];
	record->status = read_status(table);
	required(table, FIELD_A);
	required(table, FIELD_B);
}

enum { PARTIES_MAX = 64 };

/* Several parties on a side: each of them with each of the others. */
static vg_status put_ties(struct table *table, vg_error *error)
{
	struct values first = split(table, FIELD_A), second = split(table, FIELD_B);
	vg_record *records;
	size_t count = 0;

	if (!first.count || !second.count || first.count * second.count > PARTIES_MAX)
		return fail(error, VG_BAD_INPUT, _("parties: %zu and %zu, not one to %d ties"), first.count, second.count,
			    PARTIES_MAX);
	records = arena_get(&table->arena, first.count * second.count * sizeof *records);
	for (size_t a = 0; a < first.count; a++)
		for (size_t b = 0; b < second.count; b++) {
			records[count] = table->record;
			records[count].a = (vg_mention){.kind = VG_ORGANIZATION, .name = first.items[a]};
			records[count++].b = (vg_mention){.kind = VG_ORGANIZATION, .name = second.items[b]};
		}
	return import_row(table->import, records, count, error);
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────────────────── */

static void (*const readers[LIST_COUNT])(struct table *table) = {
	[PEOPLE] = read_person, [ORGANIZATIONS] = read_organization, [PLACES] = read_place,
	[VISITS] = read_visit,  [TIES] = read_tie,
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
		if (table->fields[i] == FIELD_NOTE)
			add_note(table, table->heading.cells[i].text, text);
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
	if (!import->rejects && (status = rejects_begin(&import->rejects, strcmp(import->path, "-") ? import->path : import->file,
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
	import_count_row(table->import);
	read_row(table, row);
	if (!table->is_bad) {
		status = table->list == TIES ? put_ties(table, error) : import_row(table->import, &table->record, 1, error);
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
		cells[i] = (struct cell){arena_text(&table->heading_arena, heading->cells[i].text), heading->cells[i].length};
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
		tell(&table->import->options->listener, VG_WARNING, where.bytes, _("unknown heading '%s': its cells are kept as notes"),
		     text_excerpt(excerpt, heading->cells[i].text));
		text_free(&where);
	}
}

static vg_status read_heading(struct table *table, vg_error *error)
{
	size_t count = table->heading.count;
	bool *known = arena_get(&table->heading_arena, count + 1);
	vg_status status = headings_read(&table->list, table->fields, known, table->heading.cells, count, error);

	if (status || (status = import_begin(table->import, list_name(table->list), error)))
		return status;
	for (size_t i = 0; i < count; i++)
		if (table->fields[i] != FIELD_NOTE)
			table->column_of[table->fields[i]] = i + 1;
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
