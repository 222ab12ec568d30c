/* table.h - a table while it is read: what the readers of the lists share. */
#ifndef IMPORTERS_TABLE_H
#define IMPORTERS_TABLE_H

#include "importers/importers.h"

struct table {
	struct import *import;
	enum list list;
	int year; /* of the dates above, for those that name none */
	int month; /* of the date above, counted from the year 0; 0: none */
	bool has_risen, has_fallen; /* the months, from row to row */

	/* the heading; what each column says, and which column says it (0: none, else its number) */
	struct arena heading_arena;
	struct row heading;
	enum field *fields;
	vg_type type; /* of the visits of a list that says so in its headings: 会见时间; and the word for it */
	const char *word;
	size_t column_of[FIELD_COUNT + 1]; /* FIELD_COUNT: a column that this list has not */

	/* of the row being read */
	const struct row *row;
	const char *texts[FIELD_COUNT + 1];
	vg_record record;
	struct values parties[2]; /* of a tie */
	struct text note;
	struct arena arena;
	bool is_bad;
	struct text reasons; /* why it is bad, for the file of rejected rows */
};

/* A problem of a cell, or of the row where the list has no such column. The row is bad from then on. */
void table_problem(struct table *table, enum field field, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Warns that what a cell says is taken for a name and may be none. */
void table_doubt(struct table *table, enum field field, const char *name);

/* Keeps what a cell says beside the record: "heading: value". */
void table_note(struct table *table, enum field field, const char *value);

/* What the cell says; that it is empty is a problem. */
const char *table_required(struct table *table, enum field field);

/* The values of a cell, split at every separator. */
struct values table_split(struct table *table, enum field field);

/* The date of the row, from two columns or from one with a range in it. */
vg_date table_dates(struct table *table, enum field first, enum field last);

/* The readers of the lists fill table->record. */
void table_read_visit(struct table *table); /* visits.c */
void table_read_type(struct table *table);  /* of all visits, from the headings (visits.c) */
void table_read_tie(struct table *table);   /* ties.c */
/* Puts the ties of the row. VG_BAD_INPUT: the graph cannot take one; *error says why. (ties.c) */
vg_status table_put_ties(struct table *table, vg_error *error);

#endif
