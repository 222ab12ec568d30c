/* importers.h - what the importers share: the import they serve, tables of cells, and what cells say. */
#ifndef IMPORTERS_IMPORTERS_H
#define IMPORTERS_IMPORTERS_H

#include "graph/text.h"

/* ── An import (importers.c) ─────────────────────────────────────────────────────────────────────────── */

struct rejects;

struct import {
	vg_graph *graph;
	struct reader *reader;
	const char *file; /* as the user named it */
	const char *path; /* "-" for a stream */
	const vg_import_options *options;
	vg_import_summary *summary;
	struct rejects *rejects; /* NULL until a bad row is kept */
	size_t problems;	 /* of all bad rows, told or not */
	size_t doubts;		 /* likewise */
	struct queue *queue;	 /* from vg_source_begin() to end or abandon, else NULL: nothing is put */
};

/* Begins the source once its kind is known, before the first record. Where import->summary->is_repeat is set
 * afterwards, the same file was imported before and the importer returns VG_OK at once. */
vg_status import_begin(struct import *import, const char *kind, vg_error *error);

/* Puts what one row says, `count` records, if a source has begun. VG_BAD_INPUT: the graph cannot take it; *error says why. */
vg_status import_row(struct import *import, const vg_record *records, size_t count, vg_error *error);

/* A row that cannot be imported. From the first one on nothing is put, unless bad rows are skipped. */
void import_refuse_row(struct import *import);

/* Tells of a problem, up to a limit. `column` 0: of the whole row. */
void import_tell_problem(struct import *import, size_t line, size_t column, const char *message);

/* Warns of what was read and may be wrong, up to a limit. */
void import_tell_doubt(struct import *import, size_t line, size_t column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Counts a row and shows progress now and then. */
void import_count_row(struct import *import);

/* queue.c: rows on their way into the graph, which must not be used before queue_end() or queue_free(). */
struct queue *queue_open(vg_graph *graph);
/* The records of one row, copied. VG_BAD_INPUT: the graph cannot take it. Else what putting earlier rows met. */
vg_status queue_put(struct queue *queue, const vg_record *records, size_t count, vg_error *error);
/* Waits until all are put, and tells how many rows were new and how many had been said before. */
vg_status queue_end(struct queue *queue, size_t *imported, size_t *known, vg_error *error);
void queue_free(struct queue *queue);

vg_status list_read(struct import *import, vg_error *error); /* csv.c */
/* Whether the file begins as a list does: with a line of headings that are known. */
bool list_begins(const char *bytes, size_t length);

vg_status news_read(struct import *import, vg_error *error); /* news.c */

/* ── Tables: rows of cells, from a CSV file or anything else (table.c) ───────────────────────────────── */

struct cell {
	const char *text; /* ends with NUL; as it stands in the file */
	size_t length;
};

struct row {
	size_t line; /* of the file, on which it begins */
	size_t count;
	const struct cell *cells;
	const char *fault; /* why it is no proper row, or NULL; its cells are then as far as they could be read */
	size_t fault_column;
};

/* A table whose heading has been read. */
struct table;
/* The first row. VG_BAD_INPUT: not the heading of a list, or of several. Begins the import. */
vg_status table_read_heading(struct table **table, struct import *import, const struct row *heading, vg_error *error);
/* Any other row. Fails only where the import cannot go on. */
vg_status table_read_row(struct table *table, const struct row *row, vg_error *error);
void table_release(struct table *table);

/* ── Headings (headings.c) ───────────────────────────────────────────────────────────────────────────── */

enum list { PEOPLE, ORGANIZATIONS, PLACES, VISITS, TIES, LIST_COUNT, NO_LIST = LIST_COUNT };

/* clang-format off */

/* What a column says. */
enum field {
	FIELD_NOTE, /* anything else; kept as "heading: value" */
	FIELD_ERROR, /* what we wrote into a file of rejected rows ourselves */
	FIELD_CONFIDENCE, /* what we wrote into a list taken from news: whoever has looked through it is sure */
	FIELD_QUOTE,
	FIELD_NAME, FIELD_TITLE, FIELD_ORGANIZATION, FIELD_ALIASES, FIELD_SINCE, FIELD_UNTIL,
	FIELD_CODE, FIELD_CATEGORY, FIELD_INDUSTRY, FIELD_PARENT, FIELD_PLACE, FIELD_LONGITUDE, FIELD_LATITUDE,
	FIELD_DATE, FIELD_TYPE, FIELD_VISITORS, FIELD_VISITOR_TITLE, FIELD_VISITOR_ORGANIZATION, FIELD_LEAD, FIELD_ENTOURAGE,
	FIELD_HOSTS, FIELD_HOST_TITLE, FIELD_HOST_ORGANIZATION, FIELD_COMPANIONS, FIELD_COMPANION_TITLE, FIELD_COMPANION_ORGANIZATION, FIELD_ATTENDEES, FIELD_PURPOSE, FIELD_SOURCE, FIELD_ID,
	FIELD_A, FIELD_B, FIELD_TOPIC, FIELD_STATUS, FIELD_PROGRESS,
	FIELD_COUNT,
};

/* clang-format on */

const char *list_name(enum list list);
enum list list_named(const char *name); /* NO_LIST where there is none */

/* How many cells of a row are headings that some list knows. */
size_t headings_known(const struct cell *cells, size_t count, const char *file);

/* What each column says: fields[i] for cells[i]; `known[i]` is false for a heading that the list does not know. Finds out
 * which list it is unless `list` names one; where several would do, by the name of the file. VG_BAD_INPUT: none, several, or
 * a column twice. */
vg_status headings_read(enum list *list, enum field *fields, bool *known, const struct cell *cells, size_t count,
			const char *file, vg_error *error);

/* 来访情况 | 职务: two rows of headings as one, in the arena: where cells of the upper row are merged, what stands in the first of
 * them goes before each heading below. `*pairs`: how many say something only together. (headings.c) */
struct row headings_join(const struct row *upper, const struct row *lower, size_t *pairs, struct arena *arena);

/* Whether a heading, written as they are compared, says something by its parts. (ledgers.c) */
bool ledger_knows(const char *key, struct arena *arena);

/* What the headings of a list of visits say that stand in no table (FIELD_COUNT), by their parts: 到访 + 时间, 客商 + 名称; and
 * whose names, titles and organizations are. Tells how many columns are somebody's of whom it is not said who he is. (ledgers.c) */
size_t ledger_settle(unsigned char *fields, const char *const *keys, size_t count, const char *file, struct arena *arena);

/* ── What cells say (cells.c) ────────────────────────────────────────────────────────────────────────── */

/* The cell without white space at its ends, and without the apostrophe that keeps a formula from being one; NULL where it
 * is empty or says "nobody" (无, -, N/A). In the arena where it must be changed. */
const char *cell_text(const struct cell *cell, struct arena *arena);

/* 同上: what it repeats depends on how the rows were sorted, so nobody but its writer can fill it in. */
bool cell_is_ditto(const char *text);

/* The values in a cell, split at ; ； line breaks, and at 、 ， where `has_commas`, but never inside brackets. In the arena. An empty value
 * stays, as "", where `keeps_empty`. */
struct values {
	size_t count;
	const char **items;
};
struct values cell_split(const char *text, bool has_commas, bool keeps_empty, struct arena *arena);

/* The code as it is compared, in the arena; NULL where it is none. */
const char *cell_credit_code(const char *text, struct arena *arena);   /* GB 32100, with its check digit */
const char *cell_division_code(const char *text, struct arena *arena); /* GB/T 2260 */
/* Whether the text is a decimal number within ±limit. */
bool cell_is_degrees(const char *text, unsigned limit);

/* ── Who is named in a cell (persons.c) ──────────────────────────────────────────────────────────────── */

/* A word of a table. Cells are compared with many of them: by their last byte first. */
struct word {
	const char *text;
	size_t size;
};
#define W(word) {word, sizeof word - 1}

/* The size of the longest of the words with which a text ends; 0 where it ends with none. */
size_t word_ending(const char *text, size_t length, const struct word *words, size_t count);
#define ENDS_WITH(text, length, words) word_ending(text, length, words, COUNT(words))

struct person {
	const char *name;
	const char *title;			      /* in brackets behind the name or glued to it, or NULL */
	const char *organization;		      /* said with it: （某公司，总经理） */
	const char *remark;			      /* what else was said and is no part of the name: 女, 等5人 */
	const char *split_title, *split_organization; /* `title` taken apart, where it can be: 二七区 | 党委副书记 */
	bool is_lead, is_organization;
	bool is_nobody; /* 市领导, 总经理: it is not said who */
	bool is_doubtful; /* the name may be none, or hold more than a name: whoever wrote it is to be told */
};

/* One name of a cell of persons. */
struct person person_read(const char *text, struct arena *arena);
/* Whether it ends as titles do, or holds the word of one in English. */
bool looks_like_title(const char *text);
/* Takes 二七区党委副书记 apart at the first place where a name may end and nothing but a title follows. FEV集团亚太区副总裁 has no
 * such place, and neither has what begins as a title or holds several posts. */
bool title_split(const char *title, const char **organization, const char **rest, struct arena *arena);
/* For whom somebody stands in a row of `unit` (or NULL), with a title in a column of its own (or NULL). False: for the unit, but it is not
 * certain. (posts.c) */
bool post_settle(vg_mention *mention, const struct person *person, const char *column_title, const char *unit, struct arena *arena);
/* Whether a text ends as the names of organizations and divisions do. */
bool is_organization_name(const char *text);

/* Takes the title off the name, and an organization in front: 张红军书记, 董事长吴通红, 投资促进局王敏局长. (glued.c) */
bool person_unglue(struct person *person, struct arena *arena);
/* 党委书记、董事长吴通红 and 王强，董事长 were split and are one person all the same: puts them together again, with an eye on the cell as it
 * stood. (glued.c) */
void persons_join_titles(struct values *persons, const char *cell, struct arena *arena);
/* Whether a character of three bytes is one of those, which are such too and in order. (persons.c) */
bool is_han_among(const char *characters, size_t size, const char *character);

/* What a text is, without its neighbours. (glued.c) */
bool is_person_name(const char *text, size_t length); /* a surname and one or two characters */
bool is_dotted_name(const char *text, size_t length); /* 买买提·吐尔逊: Han characters on both sides of the dot, and neither side long */
bool is_latin_name(const char *text, size_t length);  /* Kevin Liu, but not ABB */
bool is_title_alone(const char *text, struct arena *arena); /* with nobody at its side */
/* Whether what was left as a name can hardly be one, or not one alone: a name in Chinese has two to four characters, more with a
 * dot, and no space but 张 三. 林总 and 王局长 are how persons are called. */
bool is_doubtful_name(const char *name);
/* Bytes of the surname with which the text begins; 0 where it begins with none. */
size_t surname_length(const char *text, size_t length);
/* Where the titles begin with which the text ends: 党工委书记、管委会主任. `length` where it ends with none. */
size_t titles_start(const char *text, size_t length);

/* Splits also what stands between names only where both sides are names: 周建平 李晓梅, 刘洋/赵敏, 区长 夏正阳 副区长 欧阳静. (spaced.c) */
void persons_split(struct values *persons, struct arena *arena);
/* Takes a title and an organization off that spaces or colons divide from the name: 甲公司 董事长 张三, 区长：夏正阳. (spaced.c) */
bool person_unspace(struct person *person, struct arena *arena);
/* 王小二、李小三: more than one, and each is a person. (spaced.c) */
bool persons_are_several(const char *text, struct arena *arena);
bool is_telephone(const char *text); /* (spaced.c) */
/* 1.张三 2.李四, with ; instead of the numbers; a text without them as it is. (cells.c) */
const char *persons_unnumber(const char *text, struct arena *arena);

/* ── What a cell of organizations holds beside a name (units.c) ──────────────────────────────────────── */

struct unit {
	const char *name;    /* NULL: it is not said who: 3家企业 */
	const char *persons; /* named in brackets behind it: 甲公司（张三、李四） */
	bool has_others;     /* it is said that more came, or how many: 甲公司等3家, 甲公司（5人） */
};
struct unit unit_read(const char *text, struct arena *arena);
bool is_count(const char *text); /* 3, 5人, 一行十余人: nothing but how many */

/* ── Rejected rows (rejects.c) ───────────────────────────────────────────────────────────────────────── */

/* Begins FILE.rejected.csv under another name, with the headings of the source. */
vg_status rejects_begin(struct rejects **rejects, const char *path, char delimiter, const struct row *heading,
			vg_error *error);
vg_status rejects_add(struct rejects *rejects, const struct row *row, const char *why, vg_error *error);
/* Gives the file its name; an older one of that name is kept under another, which the listener is told. */
vg_status rejects_publish(struct rejects *rejects, const vg_listener *listener, vg_error *error);
const char *rejects_path(const struct rejects *rejects);
/* Takes back what was written, published or not, and frees. */
void rejects_abandon(struct rejects *rejects);
void rejects_free(struct rejects *rejects);

#endif
