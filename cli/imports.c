/* imports.c - the commands that feed the graph and look after it: import, imports, undo, check. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ── import ──────────────────────────────────────────────────────────────────────────────────────────── */

static void print_counts(const char *file, const vg_import_summary *summary)
{
	write_visibly(stdout, file);
	printf(_(": %s, rows %zu: imported %zu, known %zu, rejected %zu"), _(summary->kind), summary->rows,
	       summary->imported, summary->known, summary->rejected);
	if (*summary->encoding && strcmp(summary->encoding, "UTF-8") != 0)
		printf(_(", read as %s"), summary->encoding);
	if (summary->id && summary->id == summary->replaced)
		printf(_(" (import %lld, in place of its earlier version)"), (long long)summary->id);
	else if (summary->id && summary->replaced)
		printf(_(" (import %lld in place of import %lld)"), (long long)summary->id,
		       (long long)summary->replaced);
	else if (summary->id)
		printf(_(" (import %lld)"), (long long)summary->id);
	else
		fputs(_(" (only tried, nothing was changed)"), stdout);
	putchar('\n');
}

static void print_summary(const char *file, const vg_import_summary *summary)
{
	if (summary->is_repeat) {
		write_visibly(stdout, file);
		printf(_(": imported before, nothing changed (import %lld)"), (long long)summary->id);
		putchar('\n');
		return;
	}
	print_counts(file, summary);
	if (*summary->rejects) {
		printf("  %s: ", _("rejected rows"));
		write_visibly(stdout, summary->rejects);
		putchar('\n');
	}
	if (summary->unsettled)
		printf("  %s: %zu (%s)\n", _("names that fit several and were left apart"), summary->unsettled,
		       _("the organization beside the name, or an alias in a list, tells who is meant"));
}

static vg_status import_file(struct session *session, const char *file, const vg_import_options *options)
{
	vg_import_summary summary = {0};
	vg_status status = vg_import(&summary, session->graph, file, options, &session->error);

	progress_erase();
	notes_end(&session->notes);
	if (!status) {
		print_summary(file, &summary);
		fflush(stdout);
		return VG_OK;
	}
	if (*session->error.message)
		complain(status == VG_BAD_INPUT ? NULL : "visitgraph", session->error.message);
	*session->error.message = '\0';
	return status;
}

/* Each file is a transaction of its own: one that fails does not keep the others out. The worst of them decides. */
vg_status run_import(struct session *session)
{
	const struct options *asked = session->options;
	const vg_import_options options = {
		.as = asked->as,
		.encoding = asked->encoding,
		.date = asked->date,
		.dictionary = asked->dictionary,
		.source = asked->source,
		.is_dry_run = asked->is_dry_run,
		.skips_bad = asked->skips_bad,
		.listener = session->listener,
	};
	vg_status worst = VG_OK;

	for (size_t i = 0; i < session->argument_count; i++) {
		vg_status status = import_file(session, session->arguments[i], &options);

		if (status && session->argument_count > 1)
			complain(session->arguments[i], _("not imported"));
		if (status > worst)
			worst = status;
	}
	return worst;
}

/* ── imports ─────────────────────────────────────────────────────────────────────────────────────────── */

static void put_import(struct table *table, const vg_import_entry *entry)
{
	table_put(table, "%lld", (long long)entry->id);
	table_put_text(table, entry->file);
	table_put_text(table, _(entry->kind));
	table_put(table, "%zu", entry->rows);
	table_put(table, "%zu", entry->imported);
	table_put(table, "%zu", entry->known);
	table_put(table, "%zu", entry->rejected);
	table_put_text(table, entry->at);
}

static void print_imports(const struct session *session, const vg_imports *imports, size_t first)
{
	static const char *const headings[] = {N_("import"),   N_("file"),  N_("list"),	    N_("rows"),
					       N_("imported"), N_("known"), N_("rejected"), N_("at")};
	struct table table;

	table_begin(&table, stdout, format_of(session), headings, COUNT(headings));
	for (size_t i = first; i < imports->count; i++)
		put_import(&table, &imports->entries[i]);
	table_end(&table);
}

static void print_imports_as_json(const vg_imports *imports, size_t first)
{
	struct json json = {.out = stdout};

	json_open(&json, NULL, '[');
	for (size_t i = first; i < imports->count; i++) {
		const vg_import_entry *entry = &imports->entries[i];

		json_open(&json, NULL, '{');
		json_number(&json, "id", entry->id);
		json_text(&json, "file", entry->file);
		json_text(&json, "kind", entry->kind);
		json_number(&json, "rows", (int64_t)entry->rows);
		json_number(&json, "imported", (int64_t)entry->imported);
		json_number(&json, "known", (int64_t)entry->known);
		json_number(&json, "rejected", (int64_t)entry->rejected);
		json_text(&json, "at", entry->at);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_end(&json);
}

/* The limit keeps the latest. */
vg_status run_imports(struct session *session)
{
	size_t limit = session->options->limit, first;
	vg_imports *imports = NULL;
	vg_status status = vg_imports_list(&imports, session->graph, &session->error);

	if (status)
		return status;
	first = limit && imports->count > limit ? imports->count - limit : 0;
	if (format_is(session, "json"))
		print_imports_as_json(imports, first);
	else
		print_imports(session, imports, first);
	if (!imports->count)
		status = nothing_found(session, _("nothing was imported yet"));
	vg_imports_free(imports);
	return status;
}

/* ── undo and check ──────────────────────────────────────────────────────────────────────────────────── */

vg_status run_undo(struct session *session)
{
	char *end;
	long long number;
	vg_status status;

	errno = 0;
	number = strtoll(session->arguments[0], &end, 10);
	if (errno || *end || number < 1)
		return failure(&session->error, VG_USAGE,
			       _("'%s' is no import; 'visitgraph imports' lists their numbers"), session->arguments[0]);
	status = vg_undo(session->graph, number, &session->listener, &session->error);
	progress_erase();
	if (!status) {
		printf(_("import %lld taken back"), number);
		putchar('\n');
	}
	return status;
}

vg_status run_check(struct session *session)
{
	vg_status status = VG_OK;

	if (session->options->rebuilds)
		status = vg_rebuild(session->graph, &session->listener, &session->error);
	if (!status)
		status = vg_check(session->graph, &session->error);
	progress_erase();
	if (!status) {
		write_visibly(stdout, session->database);
		printf(": %s\n", _("all holds"));
	}
	return status;
}
