/* store.c - opening, transactions and the statement cache; knows SQLite, as does feed.c. */
#include "graph/feed.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { APPLICATION_ID = 1447512680, SCHEMA_VERSION = 8, BUSY_MILLISECONDS = 5000 };

/* What SQLite's result codes mean to somebody who has never heard of SQLite. */
static const struct {
	int code;
	const char *meaning;
} failures[] = {
	{SQLITE_BUSY, N_("another program is writing to it; try again when that has finished")},
	{SQLITE_LOCKED, N_("another program is writing to it; try again when that has finished")},
	{SQLITE_FULL, N_("the disk is full")},
	{SQLITE_READONLY, N_("it may not be written to")},
	{SQLITE_PERM, N_("it may not be written to")},
	{SQLITE_CANTOPEN, N_("it cannot be opened")},
	{SQLITE_NOTADB, N_("this is not a visitgraph database")},
	{SQLITE_CORRUPT, N_("the file is damaged; restore a copy of it")},
	{SQLITE_IOERR, N_("the disk failed")},
};

/* Where SQLite puts what it sorts (https://sqlite.org/tempfiles.html, section 5). */
static const char *temporary_folder(void)
{
	const char *folders[] = {getenv("SQLITE_TMPDIR"), getenv("TMPDIR"), "/var/tmp", "/usr/tmp", "/tmp"};

	for (size_t i = 0; i < COUNT(folders); i++)
		if (!text_is_empty(folders[i]) && !access(folders[i], W_OK | X_OK))
			return folders[i];
	return ".";
}

/* No room for a few pages. */
static bool is_full(const char *path)
{
	struct statvfs disk;

	return !statvfs(path, &disk) && disk.f_bavail < (64 * 1024 + disk.f_frsize - 1) / disk.f_frsize;
}

/* SQLite does not tell which disk is: that of the file, or that of what it sorts. */
static bool is_temporary(const vg_graph *graph)
{
	return !*graph->path || (is_full(temporary_folder()) && !is_full(graph->path));
}

static vg_status store_fail(vg_graph *graph, vg_error *error)
{
	int code = sqlite3_errcode(graph->database);

	if ((code & 0xff) == SQLITE_FULL && is_temporary(graph))
		return fail(error, VG_IO, _("the disk of temporary files is full ('%s'; TMPDIR names another place)"),
			    temporary_folder());
	for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
		if (failures[i].code == (code & 0xff))
			return fail(error, VG_IO, "'%s': %s", graph->path, _(failures[i].meaning));
	return fail(error, VG_IO, "'%s': %s", graph->path, sqlite3_errmsg(graph->database));
}

static vg_status store_execute(vg_graph *graph, const char *sql, vg_error *error)
{
	return sqlite3_exec(graph->database, sql, NULL, NULL, NULL) ? store_fail(graph, error) : VG_OK;
}

/* ── Statements ──────────────────────────────────────────────────────────────────────────────────────── */

static void bind_all(sqlite3_stmt *statement, const char *types, va_list arguments)
{
	for (int i = 1; *types; types++, i++) {
		if (*types == 't') {
			sqlite3_bind_text(statement, i, va_arg(arguments, const char *), -1, SQLITE_STATIC);
		} else if (*types == 'b') {
			const void *bytes = va_arg(arguments, const void *);
			size_t length = va_arg(arguments, size_t);

			sqlite3_bind_blob64(statement, i, bytes, length, SQLITE_STATIC);
		} else {
			int64_t number = va_arg(arguments, int64_t);

			if (*types == 'n' && !number)
				sqlite3_bind_null(statement, i);
			else
				sqlite3_bind_int64(statement, i, number);
		}
	}
}

static struct answer ask(vg_graph *graph, enum query query, const char *types, va_list arguments)
{
	struct answer answer = {.graph = graph, .result = SQLITE_OK};
	sqlite3_stmt **cached = &graph->statements[query];

	answer.is_own = *cached && sqlite3_stmt_busy(*cached);
	if (!*cached || answer.is_own)
		answer.result = sqlite3_prepare_v3(graph->database, queries[query].sql, -1,
						   answer.is_own ? 0 : SQLITE_PREPARE_PERSISTENT,
						   answer.is_own ? &answer.statement : cached, NULL);
	if (!answer.is_own)
		answer.statement = *cached;
	if (answer.statement)
		bind_all(answer.statement, types, arguments);
	return answer;
}

struct answer store_ask(vg_graph *graph, enum query query, const char *types, ...)
{
	struct answer answer;
	va_list arguments;

	va_start(arguments, types);
	answer = ask(graph, query, types, arguments);
	va_end(arguments);
	return answer;
}

bool store_next(struct answer *answer)
{
	if (answer->result != SQLITE_OK && answer->result != SQLITE_ROW)
		return false;
	answer->result = sqlite3_step(answer->statement);
	return answer->result == SQLITE_ROW;
}

int64_t store_integer(const struct answer *answer, int column)
{
	return sqlite3_column_int64(answer->statement, column);
}

const char *store_text(const struct answer *answer, int column)
{
	return (const char *)sqlite3_column_text(answer->statement, column);
}

const void *store_bytes(const struct answer *answer, int column, size_t *length)
{
	const void *bytes = sqlite3_column_blob(answer->statement, column);

	*length = (size_t)sqlite3_column_bytes(answer->statement, column);
	return bytes;
}

vg_status store_end(struct answer *answer, vg_error *error)
{
	bool is_fine = answer->result == SQLITE_OK || answer->result == SQLITE_ROW || answer->result == SQLITE_DONE;
	vg_status status = is_fine ? VG_OK : store_fail(answer->graph, error);

	if (answer->is_own)
		sqlite3_finalize(answer->statement);
	else
		sqlite3_reset(answer->statement);
	return status;
}

vg_status store_do(vg_graph *graph, enum query query, vg_error *error, const char *types, ...)
{
	struct answer answer;
	va_list arguments;

	va_start(arguments, types);
	answer = ask(graph, query, types, arguments);
	va_end(arguments);
	store_next(&answer);
	return store_end(&answer, error);
}

vg_status store_number(int64_t *number, vg_graph *graph, enum query query, int64_t otherwise, vg_error *error)
{
	struct answer answer = store_ask(graph, query, "");
	int64_t found = store_next(&answer) ? store_integer(&answer, 0) : otherwise;
	vg_status status = store_end(&answer, error);

	if (!status)
		*number = found;
	return status;
}

/* ── Transactions ────────────────────────────────────────────────────────────────────────────────────── */

static vg_status check_header(vg_graph *graph, vg_open_mode mode, vg_error *error)
{
	int64_t application, version, tables;
	vg_status status;

	if ((status = store_number(&application, graph, QUERY_APPLICATION_ID, 0, error)) ||
	    (status = store_number(&version, graph, QUERY_USER_VERSION, 0, error)) ||
	    (status = store_number(&tables, graph, QUERY_TABLE_COUNT, 0, error)))
		return status;
	graph->is_new = !application && !tables;
	if (graph->is_new && mode == VG_READ)
		return fail(error, VG_IO, _("'%s' is empty: import something first"), graph->path);
	if (!graph->is_new && application != APPLICATION_ID)
		return fail(error, VG_IO, _("'%s' is a database, but not one of visitgraph"), graph->path);
	if (version > SCHEMA_VERSION)
		return fail(error, VG_IO, _("'%s' was written by a newer visitgraph; this is %s"), graph->path, VG_VERSION);
	graph->is_old = !graph->is_new && version < SCHEMA_VERSION;
	if (graph->is_old && mode != VG_UPGRADE)
		return fail(error, VG_IO, _("'%s' was written by an older visitgraph: 'visitgraph check --rebuild' brings it up to date, without loss"),
			    graph->path);
	return VG_OK;
}

/* Another program that found nothing to keep in it, or a user, may have removed the file which we hold open. */
static vg_status refuse_removed(vg_graph *graph, vg_error *error)
{
	int is_removed = 0;

	if (*graph->path) /* else a file that never had a name */
		sqlite3_file_control(graph->database, "main", SQLITE_FCNTL_HAS_MOVED, &is_removed);
	if (is_removed)
		return fail(error, VG_IO, _("'%s' was removed or renamed meanwhile; try again"), graph->path);
	return VG_OK;
}

vg_status store_begin(vg_graph *graph, vg_error *error)
{
	vg_status status = store_execute(graph, "BEGIN IMMEDIATE", error);

	if (!status)
		status = refuse_removed(graph, error);
	if (!status && graph->is_new) /* another program may have made it meanwhile */
		status = check_header(graph, VG_WRITE, error);
	if (!status && graph->is_new)
		status = store_execute(graph, schema_sql, error);
	if (status)
		store_rollback(graph);
	return status;
}

vg_status store_commit(vg_graph *graph, vg_error *error)
{
	vg_status status = refuse_removed(graph, error);

	if (status || (status = store_execute(graph, "COMMIT", error)))
		store_rollback(graph);
	else
		graph->is_new = false;
	return status;
}

void store_rollback(vg_graph *graph)
{
	feed_drop(graph);
	if (!sqlite3_get_autocommit(graph->database))
		sqlite3_exec(graph->database, "ROLLBACK", NULL, NULL, NULL);
}

void store_hold(vg_graph *graph)
{
	graph->is_held = sqlite3_get_autocommit(graph->database) && !sqlite3_exec(graph->database, "BEGIN", NULL, NULL, NULL);
}

void store_release(vg_graph *graph)
{
	if (graph->is_held)
		sqlite3_exec(graph->database, "COMMIT", NULL, NULL, NULL);
	graph->is_held = false;
}

static vg_status back_up(vg_graph *to, sqlite3 *from, vg_error *error)
{
	sqlite3_backup *backup = sqlite3_backup_init(to->database, "main", from, "main");

	if (!backup)
		return store_fail(to, error);
	sqlite3_backup_step(backup, -1);
	if (sqlite3_backup_finish(backup))
		return store_fail(to, error);
	return check_header(to, VG_UPGRADE, error);
}

/* A connection that has begun to write cannot be copied from, but another one can, which sees the file as it still is:
 * the transaction keeps everybody else from writing to it. A graph without a file has no other connections, and nobody
 * who could write. */
vg_status store_copy(vg_graph *to, vg_graph *graph, vg_error *error)
{
	const char *file = sqlite3_db_filename(graph->database, "main");
	sqlite3 *reader = NULL;
	vg_status status;

	if (text_is_empty(file)) {
		bool has_begun = !sqlite3_get_autocommit(graph->database);

		store_rollback(graph);
		status = back_up(to, graph->database, error);
		return status || !has_begun ? status : store_begin(graph, error);
	}
	if (sqlite3_open_v2(file, &reader, SQLITE_OPEN_READONLY, NULL))
		status = fail(error, VG_IO, "'%s': %s", graph->path, sqlite3_errmsg(reader));
	else
		status = back_up(to, reader, error);
	sqlite3_close(reader);
	return status;
}

vg_status store_check(vg_graph *graph, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_INTEGRITY, "");
	vg_status status = VG_OK;

	while (!status && store_next(&answer))
		if (strcmp(store_text(&answer, 0), "ok"))
			status = fail(error, VG_IO, _("'%s': the file is damaged; restore a copy of it (%s)"), graph->path,
				      store_text(&answer, 0));
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

vg_status store_upgrade(vg_graph *graph, vg_error *error)
{
	struct text script = {0};
	struct answer answer;
	int64_t version;
	vg_status status;

	if (!graph->is_old)
		return VG_OK;
	if ((status = store_number(&version, graph, QUERY_USER_VERSION, 0, error)))
		return status;
	answer = store_ask(graph, QUERY_DROP_INFERRED, "");
	if (store_next(&answer))
		text_put(&script, store_text(&answer, 0));
	for (size_t i = 0; i < COUNT(upgrades); i++)
		if (version <= upgrades[i].version)
			text_put(&script, upgrades[i].sql);
	text_put(&script, schema_sql);
	if (!(status = store_end(&answer, error)))
		status = store_execute(graph, script.bytes, error);
	text_free(&script);
	graph->is_old = status != VG_OK;
	return status;
}

/* ── Opening ─────────────────────────────────────────────────────────────────────────────────────────── */

/* 16 KiB pages and a small cache: an import only appends (measured, see bench/). The journal that is deleted at the
 * commit writes every page of a new file once, where a write-ahead log would write it twice. */
static const char settings[] = "PRAGMA page_size = 16384; PRAGMA cache_size = -8192; PRAGMA journal_mode = DELETE;"
			       "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;";
/* What comes into a large graph changes pages all over it. Those that a small cache has no room for must be written before
 * the commit, each time behind a sync of the journal. */
static const char settings_of_old[] = "PRAGMA cache_size = -65536;";
/* A question reads pages where the system has them already (as much as SQLite can map). */
static const char settings_of_readers[] = "PRAGMA query_only = ON; PRAGMA mmap_size = 2147418112;";

vg_status vg_graph_open(vg_graph **out, const char *path, vg_open_mode mode, vg_error *error)
{
	vg_graph *graph;
	vg_status status = VG_OK;
	/* Readers too: what a killed import left in its journal must be rolled back before anything can be read. */
	int flags = SQLITE_OPEN_READWRITE | (mode == VG_READ ? 0 : SQLITE_OPEN_CREATE);

	*out = NULL;
	if (mode == VG_READ && *path && access(path, R_OK))
		return fail(error, VG_IO, _("cannot open the database '%s': %s"), path, _(strerror(errno)));
	graph = memory_get(sizeof *graph);
	graph->path = memory_get(strlen(path) + 3);
	/* Debian's SQLite takes "file:x" for more than a name */
	sprintf(graph->path, "%s%s", strncmp(path, "file:", 5) ? "" : "./", path);
	graph->is_ours = mode != VG_READ && *path && strcmp(path, ":memory:") && access(path, F_OK);
	if (sqlite3_open_v2(graph->path, &graph->database, flags | SQLITE_OPEN_NOMUTEX, NULL))
		status = store_fail(graph, error);
	if (!status)
		sqlite3_busy_timeout(graph->database, BUSY_MILLISECONDS);
	if (status || (status = check_header(graph, mode, error)) || (status = store_execute(graph, settings, error)) ||
	    (mode == VG_READ && (status = store_execute(graph, settings_of_readers, error))) ||
	    (mode != VG_READ && !graph->is_new && (status = store_execute(graph, settings_of_old, error)))) {
		vg_graph_free(graph);
		return status;
	}
	*out = graph;
	return VG_OK;
}

/* Nothing ever came in: leaves no empty file behind. Only while nobody else can write to it, and has not. On a full disk there is no
 * room for a journal either, and nothing is written that would need one. */
static void remove_empty(vg_graph *graph)
{
	int64_t tables = 0;
	vg_error error;

	if (!store_execute(graph, "PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE", &error) && !refuse_removed(graph, &error) &&
	    !store_number(&tables, graph, QUERY_TABLE_COUNT, 1, &error) && !tables)
		unlink(graph->path);
	store_rollback(graph);
}

void vg_graph_free(vg_graph *graph)
{
	if (!graph)
		return;
	vg_source_abandon(graph);
	if (graph->is_new && graph->is_ours)
		remove_empty(graph);
	for (size_t i = 0; i < QUERY_COUNT; i++)
		sqlite3_finalize(graph->statements[i]);
	sqlite3_close(graph->database);
	feed_free(graph);
	free(graph->path);
	free(graph);
}
