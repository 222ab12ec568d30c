/* ties.c - a row of a list of ties: each party of one side with each of the other. */
#include "importers/table.h"

static vg_tie_status read_status(struct table *table)
{
	const char *word = table->texts[FIELD_STATUS];
	vg_tie_status status = word ? vg_tie_status_parse(word) : VG_DISCUSSED;
	char excerpt[EXCERPT];

	if (!status)
		table_problem(table, FIELD_STATUS,
			      _("no such status: '%s' (write discussed, intended, signed, operating or ended; or call the column notes 备注)"),
			      text_excerpt(excerpt, word));
	return status;
}

/* The organizations of a side; how many more there are (甲公司等3家) is kept as a note. */
static struct values read_parties(struct table *table, enum field field)
{
	struct values parties = table_required(table, field) ? table_split(table, field) : (struct values){0};
	size_t kept = 0;

	for (size_t i = 0; i < parties.count; i++) {
		struct unit unit = unit_read(parties.items[i], &table->arena);

		if (unit.has_others || unit.persons)
			table_note(table, field, parties.items[i]);
		if (unit.name)
			parties.items[kept++] = unit.name;
	}
	parties.count = kept;
	return parties;
}

void table_read_tie(struct table *table)
{
	vg_record *record = &table->record;

	record->kind = VG_TIE;
	record->date = table_dates(table, FIELD_DATE, FIELD_UNTIL);
	record->topic = table->texts[FIELD_TOPIC];
	record->status = read_status(table);
	table->parties[0] = read_parties(table, FIELD_A);
	table->parties[1] = read_parties(table, FIELD_B);
}

enum { PARTIES_MAX = 64 };

vg_status table_put_ties(struct table *table, vg_error *error)
{
	struct values first = table->parties[0], second = table->parties[1];
	vg_record *records;
	size_t count = 0;

	if (!first.count || !second.count || first.count * second.count > PARTIES_MAX)
		return fail(error, VG_BAD_INPUT, _("parties: %zu and %zu, not one to %d ties"), first.count,
			    second.count, PARTIES_MAX);
	records = arena_get(&table->arena, first.count * second.count * sizeof *records);
	for (size_t a = 0; a < first.count; a++)
		for (size_t b = 0; b < second.count; b++) {
			if (!strcmp(first.items[a], second.items[b]))
				return fail(error, VG_BAD_INPUT, _("a tie of '%s' with itself"), first.items[a]);
			records[count] = table->record;
			records[count].a = (vg_mention){.kind = VG_ORGANIZATION, .name = first.items[a]};
			records[count++].b = (vg_mention){.kind = VG_ORGANIZATION, .name = second.items[b]};
		}
	return import_row(table->import, records, count, error);
}
