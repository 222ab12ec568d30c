/* visitgraph.h - the front door of libvisitgraph: the whole public interface, and its manual.
 *
 * visitgraph turns lists and news into a graph of enterprise visits: people, organizations, places and
 * events in one SQLite file, which answers by name and draws itself.
 *
 *     lists, news ──▶ vg_record ──▶ vg_graph ──▶ vg_view ──▶ diagrams, tables
 *
 * Four rules, which are not repeated at the functions:
 *
 *  1. A function that can fail returns a vg_status and takes a vg_error * last. The error is written on
 *     failure only, in words fit to show to the user.
 *  2. Results come first. On failure the result is NULL or untouched.
 *  3. What you get through a result pointer is yours: free it with the function named after its type.
 *     Every other pointer is borrowed and lives as long as the thing you read it from.
 *  4. Text is UTF-8, ends with NUL, and may be NULL where it is not known. A zero field of a struct means
 *     "not known" or "default".
 *
 * Out of memory ends the program with one line on stderr, as it does in Graphviz, which we stand on.
 * Two things are process-wide: the language (as a locale is) and Graphviz's error callback.
 */
#ifndef VISITGRAPH_H
#define VISITGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define VG_VERSION "0.1.0"
#define VG_API __attribute__((visibility("default")))

/* ── Errors ──────────────────────────────────────────────────────────────────────────────────────────── */

typedef enum vg_status {
	VG_OK,
	VG_NOT_FOUND, /* no such name, no connection, no such import */
	VG_AMBIGUOUS, /* a name that fits several entities */
	VG_USAGE,     /* the caller asked for something that does not exist or contradicts itself */
	VG_BAD_INPUT, /* a file says something that cannot be read or cannot be true */
	VG_IO,        /* a file, the database or the disk failed */
} vg_status;

typedef struct vg_error {
	vg_status status;
	char message[1000]; /* one line, cause first; "FILE:LINE:COLUMN: " in front where there is a place */
} vg_error;

/* ── Languages ───────────────────────────────────────────────────────────────────────────────────────── */

typedef enum vg_language { VG_DEFAULT_LANGUAGE, VG_ENGLISH, VG_CHINESE } vg_language;

/* The language of every message from now on; English until said otherwise. */
VG_API void vg_language_set(vg_language language);
VG_API vg_language vg_language_current(void);

/* `english` in `language` (VG_DEFAULT_LANGUAGE: the current one); `english` itself where po/ has no translation.
 * Never fails; the text is static. */
VG_API const char *vg_say(vg_language language, const char *english) __attribute__((format_arg(2)));

/* ── The words of the model ──────────────────────────────────────────────────────────────────────────── */

/* A kind of node. "Party" is an organization, or a place that acts: sends, receives, signs. */
typedef enum vg_kind { VG_ANY_KIND, VG_PERSON, VG_ORGANIZATION, VG_PLACE } vg_kind;

typedef enum vg_type { VG_ANY_TYPE, VG_VISIT, VG_MEETING, VG_SIGNING, VG_CONFERENCE, VG_OTHER } vg_type;

typedef enum vg_role { VG_ANY_ROLE, VG_VISITOR, VG_HOST, VG_COMPANION, VG_ATTENDEE } vg_role;

/* In the order in which a cooperation moves; a greater status is a further one. */
typedef enum vg_tie_status {
	VG_ANY_STATUS,
	VG_DISCUSSED,
	VG_INTENDED,
	VG_SIGNED,
	VG_OPERATING,
	VG_ENDED,
} vg_tie_status;

/* What a step of a path, or an edge that lasts, goes by. */
typedef enum vg_relation { VG_BY_EVENT, VG_BY_TIE, VG_MEMBER, VG_PART_OF, VG_LOCATED_IN } vg_relation;

/* The word that stands in JSON and on the command line ("person", "visit", "signed", …), never translated;
 * pass it to vg_say() for a heading in the user's language. "" for the zero value. */
VG_API const char *vg_kind_name(vg_kind kind);
VG_API const char *vg_type_name(vg_type type);
VG_API const char *vg_role_name(vg_role role);
VG_API const char *vg_tie_status_name(vg_tie_status status);
VG_API const char *vg_relation_name(vg_relation relation);

/* The value that an English or Chinese word stands for (visit, 考察, 拜访 …; signed, 签约 …). The zero value when
 * the word is not known. */
VG_API vg_kind vg_kind_parse(const char *word);
VG_API vg_type vg_type_parse(const char *word);
VG_API vg_tie_status vg_tie_status_parse(const char *word);

/* A date as far as it is known: "2023", "2023-02" or "2023-02-01"; `until` only for a range. "" = not known. */
typedef struct vg_date {
	char from[12];
	char until[12];
} vg_date;

/* Reads every form of date that INTERFACE lists: 2023-02-01, 2023/2/1, 2023.2.1, 20230201, 2023年2月1日, 2023年2月, 2023,
 * 1月31日~2月2日, and, when *year is not 0, 3月上旬 and 2月1日上午 in that year. Sets *year to the year it read, for the
 * rows below. Empty text is an unknown date. VG_BAD_INPUT: not a date, an impossible one, or one whose year is
 * not known. */
VG_API vg_status vg_date_parse(vg_date *date, const char *text, int *year, vg_error *error);

/* Columns that text takes on a terminal: a Han character is two, a combining mark none. */
VG_API size_t vg_text_width(const char *text);

/* How many bytes of the text stand on one line of so many columns: all of it, or as far as a line may end, which is behind a
 * space or a mark and before an opening bracket. Only what is too long for any line is broken elsewhere, between the parts
 * of a name if it has some. Spaces at the line's end are counted, beyond the columns too. 0 only for empty text. */
VG_API size_t vg_text_line(const char *text, size_t columns);

/* Whether a character can be shown as it is. */
typedef enum vg_visibility {
	VG_VISIBLE,
	VG_INVISIBLE, /* formatting that no eye sees and no name is told apart by: zero-width spaces, marks that turn the direction */
	VG_CONTROL,   /* control characters, line ends that only Unicode knows, bytes that are not UTF-8: show a sign instead */
} vg_visibility;
/* Of the character at `text`, which is not empty; *bytes: how long it is. */
VG_API vg_visibility vg_text_visibility(const char *text, size_t *bytes);

/* ── Records: what a source says, in its own words ───────────────────────────────────────────────────── */

/* One name as it stands in the source, and what is said of it there. */
typedef struct vg_mention {
	vg_kind kind;             /* VG_PERSON, VG_ORGANIZATION (any party) or VG_PLACE: what the column was for */
	vg_role role;             /* in an occasion */
	bool is_lead;             /* 带队 */
	const char *name;
	const char *title;        /* 职务, on that occasion */
	const char *organization; /* of a person, on that occasion */
} vg_mention;

typedef enum vg_record_kind { VG_OCCASION, VG_TIE, VG_DESCRIPTION } vg_record_kind;

/* One occasion with its participants, one cooperation tie, or one description of a person, organization or place. */
typedef struct vg_record {
	vg_record_kind kind;

	/* where it stands */
	size_t line;                 /* 1-based, of the row's first line; 0 where there are no lines */
	size_t span_start, span_end; /* bytes into the file as read; 0, 0 where there is no span */
	const char *quote;           /* the source's words, verbatim, where they are running text */
	const char *rule;            /* by which it was extracted from them; NULL where the source states it */
	unsigned confidence;         /* how sure that is, per mille; 0 where the source states it */
	const char *day;             /* of an unknown year, where `date` is not known: "--02-01" */
	const char *citation;        /* what the row itself names as its source (来源) */
	const char *note;            /* everything else that the row says: "heading: value" a line */

	/* of an occasion or a tie; for a person, since and until of the post */
	vg_date date;
	const char *place;

	/* of an occasion */
	vg_type type;
	const char *word;    /* the source's own word for it (考察), NULL where it has none */
	const char *purpose;
	const char *own_id;  /* 编号: rows of one source with one id are one event */
	const vg_mention *mentions;
	size_t mention_count;

	/* of a tie (a, b) or a description (a: who is described) */
	vg_mention a, b;
	const char *topic;
	vg_tie_status status;

	/* of a description */
	const char *const *aliases;
	size_t alias_count;
	const char *code, *category, *industry, *parent, *longitude, *latitude;
} vg_record;

/* ── The graph ───────────────────────────────────────────────────────────────────────────────────────── */

typedef struct vg_graph vg_graph; /* one open database; one thread at a time */

typedef enum vg_open_mode {
	VG_READ,
	VG_WRITE,   /* create it where it is missing */
	VG_UPGRADE, /* take one that an older visitgraph wrote, too: nothing but vg_rebuild() may be asked of it */
} vg_open_mode;

/* VG_IO: cannot be opened or is no visitgraph database; says so when another version of visitgraph wrote it. */
VG_API vg_status vg_graph_open(vg_graph **graph, const char *path, vg_open_mode mode, vg_error *error);
VG_API void vg_graph_free(vg_graph *graph);

/* ── Imports ─────────────────────────────────────────────────────────────────────────────────────────── */

typedef enum vg_severity { VG_NOTE, VG_WARNING, VG_PROBLEM } vg_severity;

/* How the library tells of what is no failure of the call: a bad row, an unknown heading, a missing font. */
typedef struct vg_listener {
	/* `where` is "FILE", "FILE:LINE" or "FILE:LINE:COLUMN", or NULL. */
	void (*tell)(void *self, vg_severity severity, const char *where, const char *message);
	/* `done` of `total` bytes (total 0: not known), `rows` so far. Called a few times a second. */
	void (*progress)(void *self, size_t rows, uint64_t done, uint64_t total);
	void *self;
} vg_listener;

typedef struct vg_import_options {
	const char *as;       /* people organizations places visits ties news; NULL = recognise it */
	const char *encoding; /* any name ICU knows; NULL = detect it */
	const char *date;     /* of undated news: YYYY-MM-DD */
	const char *dictionary; /* of news: a file of the user's own names, as in vg_extract_options */
	const char *source;   /* a URL that stands for the file in every evidence */
	bool is_dry_run, skips_bad;
	vg_listener listener;
} vg_import_options;

typedef struct vg_import_summary {
	int64_t id;                /* of the import; of the earlier one where the same file was imported before; 0 on a dry run */
	int64_t replaced;          /* the import whose corrected file this is, 0 where there is none */
	bool is_repeat;            /* the same file again: nothing was changed */
	char kind[16];             /* visits, ties, people … */
	char encoding[32];         /* as read */
	char delimiter;            /* of a list */
	size_t rows, imported, known, rejected; /* imported + known + rejected == rows */
	size_t unsettled;          /* names that fit several and were left apart; the listener hears of each */
	char rejects[1024];        /* where the rejected rows were written, "" where there are none */
} vg_import_summary;

/* Reads the file at `path` ("-": standard input) into the graph, in one transaction: on failure the database is
 * as it was. VG_BAD_INPUT: bad rows (the listener has heard of each of the first 20) or no list at all. */
VG_API vg_status vg_import(vg_import_summary *summary, vg_graph *graph, const char *path,
			   const vg_import_options *options, vg_error *error);

typedef struct vg_import_entry {
	int64_t id;
	const char *file, *kind, *at; /* at: UTC, ISO 8601 */
	size_t rows, imported, known, rejected;
} vg_import_entry;

typedef struct vg_imports {
	size_t count;
	vg_import_entry *entries; /* oldest first */
} vg_imports;

VG_API vg_status vg_imports_list(vg_imports **imports, vg_graph *graph, vg_error *error);
VG_API void vg_imports_free(vg_imports *imports);

/* Takes one import back whole: the graph is as if it had never been. VG_NOT_FOUND: no such import. */
VG_API vg_status vg_undo(vg_graph *graph, int64_t import, const vg_listener *listener, vg_error *error);

/* The door for importers and for programs that bring records of their own: begin, put the records, end.
 * One source at a time. */
typedef struct vg_source {
	const char *file; /* as the user named it; shown in evidence */
	const char *path; /* absolute: the same path again with other content is a corrected file. NULL for a stream */
	const char *url;
	const char *kind; /* the kind of list */
	uint64_t digest[2]; /* of the content and of what else decides the result; equal digests, equal source */
	vg_listener listener;
} vg_source;

/* Sets *earlier to the import of the very same source, and then nothing was begun; else to 0. Sets *replaced to the
 * import whose place this one takes, or 0. */
VG_API vg_status vg_source_begin(vg_graph *graph, const vg_source *source, int64_t *earlier, int64_t *replaced,
				 vg_error *error);
/* Whether a graph can take the record. VG_BAD_INPUT: no; the error says why. */
VG_API vg_status vg_record_check(const vg_record *record, vg_error *error);
/* Puts records; many at a time are put faster. known[i]: this source has said exactly that before; nothing was added. */
VG_API vg_status vg_records_put(vg_graph *graph, const vg_record *records, size_t count, bool *known, vg_error *error);
/* Ends the source: everything of it is in the graph, and `summary` (rows … rejected filled in by the caller) has its id. */
VG_API vg_status vg_source_end(vg_graph *graph, vg_import_summary *summary, vg_error *error);
/* Or takes all of it back. */
VG_API void vg_source_abandon(vg_graph *graph);

/* Gives every name in the graph, and other names of the same, to `take`, for as long as the call lasts; is_stated: a source said
 * it, and not only a text of which it was extracted. A failure of `take` ends it. */
VG_API vg_status vg_names_list(vg_graph *graph,
			       vg_status (*take)(void *self, vg_kind kind, const char *name, bool is_stated, vg_error *error),
			       void *self, vg_error *error);

/* ── News: what running text tells ───────────────────────────────────────────────────────────────────── */

/* Where an article says something. */
typedef struct vg_passage {
	size_t line;
	size_t span_start, span_end; /* bytes into the file as read */
	const char *quote;           /* the sentence, verbatim, without the tags of a web page */
	const char *rule;            /* why it was taken for that */
	unsigned confidence;         /* per mille */
} vg_passage;

/* Who or what an article names: one for all names of it. */
typedef struct vg_named {
	vg_kind kind;
	const char *name;
	size_t alias_count;
	const char **aliases;
	const char *title, *organization; /* of a person */
	const char *sender; /* of a delegation: whose it is (哈密市 of 哈密市党政代表团) */
	bool is_reporter;
	vg_passage passage; /* where it is named first */
} vg_named;

/* Indexes of named ones. */
typedef struct vg_parties {
	size_t count;
	size_t *items;
} vg_parties;

typedef struct vg_told_visit {
	vg_date date; /* as a record has it; where the year is not known, "--02-01" */
	vg_type type;
	const char *word, *purpose;
	vg_parties visitors, hosts, companions;
	size_t lead, place; /* or VG_NONE */
	vg_passage passage;
} vg_told_visit;

typedef struct vg_told_tie {
	size_t a, b;
	vg_tie_status status;
	const char *topic;
	vg_date date;
	vg_passage passage;
} vg_told_tie;

typedef struct vg_article {
	const char *title; /* NULL: none */
	vg_date date;
	const char *encoding; /* of the file */
	size_t entity_count;
	vg_named *entities;
	size_t visit_count;
	vg_told_visit *visits;
	size_t tie_count;
	vg_told_tie *ties;
} vg_article;

typedef struct vg_extract_options {
	const char *encoding;   /* any name ICU knows; NULL = detect it */
	const char *date;       /* of undated news: YYYY-MM-DD */
	const char *dictionary; /* a file of the user's own names: "KIND NAME" a line */
	vg_graph *graph;        /* whose names are known, too; NULL: none */
	vg_listener listener;   /* `tell` hears, sentence by sentence, what was taken for what; NULL: nobody asks */
} vg_extract_options;

/* Reads the news in the file at `path` ("-": standard input), and gives one article after the other to `take`, for as
 * long as the call lasts. A failure of `take` ends it. */
VG_API vg_status vg_extract(const char *path, const vg_extract_options *options,
			    vg_status (*take)(void *self, const vg_article *article, vg_error *error), void *self,
			    vg_error *error);

/* The tables of what there is, for help, completion and messages; each ends with a NULL name. */
typedef struct vg_listing {
	const char *name, *detail, *summary;
} vg_listing;

VG_API const vg_listing *vg_importers(void); /* detail: file name endings */
VG_API const vg_listing *vg_diagrams(void);  /* detail: its arguments */

/* ── Views: answers in memory ────────────────────────────────────────────────────────────────────────── */

#define VG_NONE ((size_t)-1) /* an index into nothing */

typedef struct vg_evidence {
	const char *source;   /* the file, or the URL it stands for */
	const char *file;
	size_t line;
	size_t span_start, span_end;
	const char *quote, *citation;
	const char *about, *note; /* the purpose or topic that it says itself, and whatever else */
	const char *rule;    /* by which it was extracted from running text; NULL where the source states it */
	unsigned confidence; /* how sure that is, per mille; of what is stated 1000 */
	const char *day;     /* of an unknown year, where no date is known: "--02-01" */
	int64_t import;
} vg_evidence;

typedef struct vg_evidences {
	size_t count;
	vg_evidence *items;
} vg_evidences;

typedef struct vg_alias {
	const char *name;
	vg_evidences evidence;
} vg_alias;

/* Anything else that a list says of an entity: code, type, industry, longitude, latitude, note. */
typedef struct vg_detail {
	const char *heading, *value;
	vg_evidences evidence;
} vg_detail;

typedef struct vg_node {
	int64_t id;
	vg_kind kind;
	const char *name;
	const char *title;   /* of a person: the latest one known */
	size_t organization; /* of a person: index of the one it stands with, or VG_NONE */
	size_t alias_count;
	vg_alias *aliases;
	size_t detail_count;
	vg_detail *details;
	unsigned depth;      /* in vg_around(): steps from the middle */
	const char *matched; /* in vg_find() and vg_search(): "name", "alias", "pinyin" or "initials"; NULL for a node that is
				only there as the organization of another */
} vg_node;

typedef struct vg_participant {
	size_t node;
	vg_role role;
	bool is_lead;
	const char *title;
	size_t organization; /* index of a node, or VG_NONE */
	bool is_organization_inferred; /* the source named the person alone: it is the one that the person is known with */
} vg_participant;

typedef struct vg_event {
	int64_t id;
	vg_type type;
	const char *word; /* the source's own word (考察), or NULL */
	vg_date date;
	size_t place; /* index of a node, or VG_NONE */
	const char *purpose, *note; /* all that its reports say, purposes joined by "；", notes "heading: value" a line */
	size_t participant_count;
	vg_participant *participants; /* visitors, hosts, companions, attendees; within a role as the source has them, the lead first */
	vg_evidences evidence;
} vg_event;

typedef struct vg_tie_stage {
	vg_tie_status status;
	vg_date date;
	vg_evidences evidence;
} vg_tie_stage;

typedef struct vg_tie {
	int64_t id;
	size_t a, b; /* undirected; as the first source has them */
	const char *topic;
	vg_tie_status status; /* the latest */
	vg_date date;
	size_t place;
	const char *note;
	size_t stage_count;
	vg_tie_stage *stages; /* the history, oldest first; the last is `status` */
	vg_evidences evidence;
} vg_tie;

/* A person's post, or what an organization is part of, or where something lies. */
typedef struct vg_link {
	vg_relation relation; /* VG_MEMBER, VG_PART_OF or VG_LOCATED_IN */
	size_t from, to;
	const char *title;
	vg_date date; /* from: since; until: until; as lists say, widened over all of them */
	vg_date seen; /* of a post: the first and the last occasion on which somebody had it */
	vg_evidences evidence;
} vg_link;

typedef struct vg_step {
	size_t from, to;
	vg_relation relation;
	size_t event, tie, link; /* the one it goes by; VG_NONE for the others */
	vg_date date;
	vg_evidences evidence;
} vg_step;

typedef struct vg_path {
	size_t step_count;
	vg_step *steps;
} vg_path;

/* What an answer consists of. Indexes point into the arrays of the same view. Order of everything is settled
 * and does not depend on the machine: the same graph gives the same view. */
typedef struct vg_view {
	size_t node_count;
	vg_node *nodes;
	size_t event_count;
	vg_event *events; /* by date, the undated last */
	size_t tie_count;
	vg_tie *ties;
	size_t link_count;
	vg_link *links;
	size_t path_count;
	vg_path *paths;
	size_t center;   /* in vg_show() and vg_around(): whom it is about; else VG_NONE */
	size_t left_out; /* events, ties or nodes beyond the limit */
} vg_view;

VG_API void vg_view_free(vg_view *view);

/* Filters. Ids are those of nodes. */
typedef struct vg_query {
	int64_t about;                 /* takes part in any role */
	int64_t visitor, host, place;  /* a party counts as visitor or host when one of its people is */
	vg_type type;
	vg_tie_status status;
	const char *topic;             /* part of a purpose or topic */
	unsigned min_confidence;       /* per mille: what was extracted with less counts as never said */
	const char *from, *to;         /* ISO as far as known; by overlap; the undated are left out */
	size_t limit;                  /* 0: all */
	bool keeps_latest;             /* the limit of vg_visits(): those, not the first */
	unsigned depth;                /* vg_around(): 0 = 1 */
	size_t max_length;             /* vg_path_between(): 0 = 8 */
	bool through_places, finds_all;
	const int64_t *avoid;
	size_t avoid_count;
} vg_query;

/* What NAME may mean: a name, an alias, kind:name, name@organization or #id. One node or several; nothing is
 * guessed. VG_NOT_FOUND: nobody. */
VG_API vg_status vg_find(vg_view **view, vg_graph *graph, const char *name, vg_error *error);

/* Entities by any part of a name or alias, by pinyin, by initials; where there is none, by what sounds the same, then by
 * the beginnings of syllables (lixy, 李xy); best first. An empty view is no failure, here and below. */
VG_API vg_status vg_search(vg_view **view, vg_graph *graph, const char *words, const vg_query *query, vg_error *error);

/* All about one: node `center` with aliases and details, its posts, events and ties. */
VG_API vg_status vg_show(vg_view **view, vg_graph *graph, int64_t id, const vg_query *query, vg_error *error);

/* Events. The limit keeps the first (vg_visits) or the most connected (vg_visits_busiest, for diagrams: without a limit, as many as a
 * picture can hold). */
#define VG_MOST_DRAWN 5000
#define VG_MOST_IN_COLUMNS 100 /* what a timeline can hold and be read */
VG_API vg_status vg_visits(vg_view **view, vg_graph *graph, const vg_query *query, vg_error *error);
/* The events of vg_visits() in the same order, some hundreds at a time, so that an answer may be larger than memory. `see` gets
 * views that live until it returns; their nodes have no titles. While it runs the file may be written to by others: then the rest of
 * the answer fails. */
VG_API vg_status vg_visits_each(vg_graph *graph, const vg_query *query, void (*see)(void *context, const vg_view *events), void *context,
				vg_error *error);
VG_API vg_status vg_visits_busiest(vg_view **view, vg_graph *graph, const vg_query *query, vg_error *error);

VG_API vg_status vg_ties(vg_view **view, vg_graph *graph, const vg_query *query, vg_error *error);

/* The node in the middle and everything within `depth` steps. */
VG_API vg_status vg_around(vg_view **view, vg_graph *graph, int64_t id, const vg_query *query, vg_error *error);

/* The shortest connection (one path; with finds_all every one of that length, at most `limit`). path_count 0: none. */
VG_API vg_status vg_path_between(vg_view **view, vg_graph *graph, int64_t a, int64_t b, const vg_query *query,
				 vg_error *error);

typedef struct vg_count {
	const char *group;  /* kind, type, status, month, total */
	const char *name;   /* person, visit, signed, 2023-02, … ("" in the month group: undated) */
	size_t count;
} vg_count;

typedef struct vg_stats {
	size_t count;
	vg_count *counts;
} vg_stats;

VG_API vg_status vg_stats_count(vg_stats **stats, vg_graph *graph, const vg_query *query, vg_error *error);
VG_API void vg_stats_free(vg_stats *stats);

/* Whether the database file holds, and whether everything derived in it is what its facts give: they are told again, into
 * a graph aside. VG_IO: says what does not. */
VG_API vg_status vg_check(vg_graph *graph, vg_error *error);
/* Makes everything derived anew from the facts, in one transaction; a graph of an older visitgraph becomes one of this. */
VG_API vg_status vg_rebuild(vg_graph *graph, const vg_listener *listener, vg_error *error);

/* ── Diagrams ────────────────────────────────────────────────────────────────────────────────────────── */

typedef struct vg_drawing {
	const char *diagram; /* a name of vg_diagrams() */
	const char *format;  /* svg png pdf dot; NULL = from the ending of `path` */
	const char *layout;  /* a Graphviz engine; NULL = the diagram's own */
	const char *title;   /* NULL = the diagram's own */
	const char *page;    /* a4, a3; NULL = as large as it is */
	vg_language language;
	bool has_detail;     /* companions as arrows of their own */
	vg_listener listener;
} vg_drawing;

/* Begins to load what pictures are drawn with, in a second thread, so that a caller who has yet to ask for the view waits less;
 * vg_draw() loads it otherwise. Once in a process; not while another thread draws. */
VG_API void vg_draw_prepare(void);

/* Draws the view into the file at `path` ("-": standard output); the file appears whole or not at all. VG_USAGE: no
 * such diagram, format or layout. VG_IO: cannot be written, or Graphviz lost a node or an edge. */
VG_API vg_status vg_draw(const vg_view *view, const vg_drawing *drawing, const char *path, vg_error *error);

#ifdef __cplusplus
}
#endif
#endif
