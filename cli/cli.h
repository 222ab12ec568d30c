/* cli.h - what the commands share: the command line as parsed, the session they run in, names, and how answers are printed. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "visitgraph.h"

#include <stdio.h>

/* A word or message in the current language; and the mark for one that stands in a table. */
#define _(english) vg_say(VG_DEFAULT_LANGUAGE, english)
#define N_(english) english

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ── The command line (options.c) ────────────────────────────────────────────────────────────────────── */

struct options {
	const char *database, *language, *format, *output;
	vg_date from, to;
	const char *visitor, *host, *place, *topic;
	vg_type type;
	vg_tie_status status;
	size_t limit, depth, max_length;
	unsigned min_confidence; /* per mille */
	const char *through;
	const char **avoid; /* names */
	size_t avoid_count;
	const char *as, *encoding, *date, *source, *dictionary;
	const char *layout, *title, *page;
	bool finds_all, is_explained, is_dry_run, skips_bad, has_detail, rebuilds, wants_help, wants_version;
};

struct command_line {
	struct options options;
	const char *command; /* NULL: none was given */
	const char **arguments;
	size_t argument_count;
};

struct command;

/* VG_USAGE: no such command or option, one that the command does not take, or a value that it cannot have. */
vg_status command_line_parse(struct command_line *line, int argc, char **argv, vg_error *error);
void command_line_free(struct command_line *line);

/* The language that the command line or else the locale asks for; needed before anything can be said. */
vg_language language_choose(int argc, char **argv);

/* ── Commands (main.c) ───────────────────────────────────────────────────────────────────────────────── */

/* What the frame does about the database before a command runs. */
enum access {
	NO_DATABASE,
	READS,	 /* it must be there */
	CHANGES, /* it must be there, too */
	CREATES, /* it is made where it is missing */
};

struct session {
	const struct command *command;
	const struct options *options;
	const char **arguments;
	size_t argument_count;
	const char *database;
	vg_graph *graph;
	vg_listener listener;
	size_t notes; /* told by the listener */
	vg_error error;
};

struct command {
	const char *name;
	const char *arguments; /* in words: [X] may be missing, X… may be several; checked by these words */
	const char *options;   /* ids of the table of options */
	enum access access;
	const char *summary;
	/* VG_OK or a failure with session->error; an empty message says that the user has been told. */
	vg_status (*run)(struct session *session);
};

extern const struct command command_table[]; /* ends with a NULL name */
const struct command *command_find(const char *name);
bool arguments_fit(const char *arguments, size_t count);

vg_status run_import(struct session *session);
vg_status run_imports(struct session *session);
vg_status run_undo(struct session *session);
vg_status run_extract(struct session *session);
vg_status run_check(struct session *session);
vg_status run_search(struct session *session);
vg_status run_show(struct session *session);
vg_status run_visits(struct session *session);
vg_status run_ties(struct session *session);
vg_status run_timeline(struct session *session);
vg_status run_path(struct session *session);
vg_status run_stats(struct session *session);
vg_status run_render(struct session *session);
vg_status run_help(struct session *session);
vg_status run_completion(struct session *session);

/* ── Help, printed from the tables (help.c) ──────────────────────────────────────────────────────────── */

struct option {
	char id;		     /* how the table of commands names it */
	bool has_letter;	     /* -d, too */
	const char *name, *argument; /* argument NULL: a flag */
	const char *words;	     /* the only values that it has, where they can be counted */
	vg_status (*read)(void *field, const struct option *option, const char *value, vg_error *error);
	size_t field; /* offset in struct options */
	const char *help;
};
extern const struct option option_table[]; /* ends with a NULL name */
bool command_takes(const struct command *command, const struct option *option);

void help_print(FILE *out);
void help_print_command(FILE *out, const struct command *command);

/* The one of the words that was probably meant, or NULL. `name_at(i)` NULL: no more. */
const char *suggest(const char *word, const char *(*name_at)(size_t index));

/* ── Failing and telling (session.c) ─────────────────────────────────────────────────────────────────── */

vg_status failure(vg_error *error, vg_status status, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* One line on stderr, control characters made visible. */
void complain(const char *where, const char *message);
/* Tells on stderr; counts the notes in *notes. notes_end() says how many were too many to show, and starts anew. */
vg_listener listener_of_terminal(size_t *notes);
void notes_end(size_t *notes);
void progress_erase(void);
void *grow(void *block, size_t size); /* realloc() that ends the program when memory is out */

/* ── An answer into a file (output.c) ────────────────────────────────────────────────────────────────── */

struct output {
	const char *path; /* NULL: it is printed */
	char *staged;	  /* where it is written until it is whole; NULL: at once to where it goes */
};
/* Where --output says; the file's ending is the format where none was asked for. */
vg_status output_begin(struct output *output, struct options *options, vg_error *error);
/* A failed command leaves what was there before. */
vg_status output_end(struct output *output, vg_status status, vg_error *error);

/* ── Names and filters (names.c) ─────────────────────────────────────────────────────────────────────── */

/* The one entity that NAME means. Several are listed on stderr: VG_AMBIGUOUS; nobody: VG_NOT_FOUND, with a suggestion. */
vg_status name_resolve(int64_t *id, struct session *session, const char *name);
/* The filters that the options ask for. Free query->avoid. */
vg_status query_build(vg_query *query, struct session *session, const char *about);

/* ── Tables (table.c) ────────────────────────────────────────────────────────────────────────────────── */

/* Writes rows of cells as table, csv or md: write each cell to `cell`, then table_next(). */
struct table {
	FILE *cell; /* the cell being written */
	FILE *out;
	const struct format *format;
	const char *const *headings; /* English; NULL: none */
	size_t columns, column, rows;
	size_t below; /* the last so many cells are long: a table, not csv or md, shows them below their row; set after table_begin() */
	unsigned indent;
	char *cell_text, *kept_text;
	size_t cell_size, kept_size;
	FILE *kept; /* cells of a table until all widths are known, each ending with NUL */
};
/* `format` is one of table, csv, md. */
void table_begin(struct table *table, FILE *out, const char *format, const char *const *headings, size_t columns);
void table_next(struct table *table);
void table_put(struct table *table, const char *format, ...) __attribute__((format(printf, 2, 3)));
void table_put_text(struct table *table, const char *text); /* NULL: an empty cell */
void table_end(struct table *table);

/* Whether --format is the word; "table" where nothing was asked for. */
bool format_is(const struct session *session, const char *word);
const char *format_of(const struct session *session);
/* Writes text with control characters made visible, so that no name can steer a terminal. */
void write_visibly(FILE *out, const char *text);

/* ── Words of an answer (words.c) ────────────────────────────────────────────────────────────────────── */

const char *separator(void); /* between several values of a cell */
void write_date(FILE *out, const vg_date *date);
void write_node(FILE *out, const vg_view *view, size_t node); /* with title and organization */
void write_participant(FILE *out, const vg_view *view, const vg_participant *participant);
/* Whether still nobody was written to the cell. */
bool write_participants(FILE *out, const vg_view *view, const vg_event *event, vg_role role, bool is_first);
void write_sources(FILE *out, const vg_evidences *evidence);
/* What each of them says beside: their rows' other cells; their sentences. */
void write_notes(FILE *out, const vg_evidences *evidence);
void write_quotes(FILE *out, const vg_evidences *evidence);
/* The best of them, per mille. */
unsigned confidence_of(const vg_evidences *evidence);
const char *event_word(const vg_event *event);
const char *relation_word(vg_relation relation);
const char *node_name(const vg_view *view, size_t node); /* NULL for VG_NONE */

/* VG_NOT_FOUND, with the sentence where a person reads the answer; programs see that it is empty. */
vg_status nothing_found(struct session *session, const char *sentence);
void say_left_out(const struct session *session, size_t left_out);

/* ── JSON (json.c, answers in JSON: answers-json.c) ──────────────────────────────────────────────────── */

/* Pretty and stable: a key a line, one space a level. `key` is NULL in an array. */
struct json {
	FILE *out;
	unsigned depth;
	bool has_items;
	size_t used; /* of the buffer, which json_end() writes out */
	char buffer[8192];
};
void json_open(struct json *json, const char *key, char bracket);
void json_close(struct json *json, char bracket);
void json_text(struct json *json, const char *key, const char *text); /* NULL and "": null */
void json_number(struct json *json, const char *key, int64_t number);
void json_share(struct json *json, const char *key, unsigned per_mille); /* 0.85 */
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);
void json_end(struct json *json);

/* Where a fact comes from, one piece of evidence. */
void json_evidence(struct json *json, const vg_evidence *evidence);
void json_entity(struct json *json, const char *key, const vg_view *view, size_t node);
void json_event(struct json *json, const vg_view *view, const vg_event *event);
void json_tie(struct json *json, const vg_view *view, const vg_tie *tie);
void json_path(struct json *json, const vg_view *view, const vg_path *path);
void json_show(struct json *json, const vg_view *view);
/* All that a diagram shows. */
void json_picture(struct json *json, const vg_view *view);

#endif
