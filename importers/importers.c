/* importers.c - the table of importers, and what happens around each: transaction, counts, rejected rows, progress. */
#define _XOPEN_SOURCE 700 /* realpath() */
#include "importers/importers.h"

#include "importers/news/html.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { PROBLEMS_TOLD = 20, ROWS_A_TIME = 8192 };

/* To add an importer:
 *  1. write  vg_status x_read(struct import *import, vg_error *error)  in importers/x.c: it reads import->reader, calls
 *     import_begin() once it knows what it has before it, then import_row() for what each row or sentence says;
 *  2. declare it in importers.h and enter it here, with the words that --as takes and the endings of its files;
 *  3. write a fuzzer tests/fuzz_x.c and tests/importers/test_x.c.
 * The first whose endings fit the file's name reads it; of any other name what it begins with decides. */
static vg_status news_or_list_read(struct import *import, vg_error *error);

static const struct importer {
	const char *name, *endings, *summary;
	vg_status (*read)(struct import *import, vg_error *error);
} importers[] = {
	{"list", ".csv .tsv", N_("a list of people, organizations, places, visits or ties"), list_read},
	{"news", ".txt .md .html", N_("Chinese news of visits; or a list, where it begins as one"), news_or_list_read},
};

const vg_listing *vg_importers(void)
{
	static vg_listing listing[COUNT(importers) + 1];

	for (size_t i = 0; i < COUNT(importers); i++)
		listing[i] = (vg_listing){importers[i].name, importers[i].endings, importers[i].summary};
	return listing;
}

/* ── What an importer calls ──────────────────────────────────────────────────────────────────────────── */

/* The absolute path of a file that can be read again, NULL for a stream. */
static char *lasting_path(const char *path)
{
	struct stat about;

	if (!strcmp(path, "-") || stat(path, &about) || !S_ISREG(about.st_mode))
		return NULL;
	return realpath(path, NULL);
}

/* Whatever else decides what a file says goes into its digest: the same bytes read as something else are not the same. A
 * newer version may read more in them. */
static vg_status mix_digest(uint64_t digest[2], const struct import *import, const char *kind, vg_error *error)
{
	const vg_import_options *options = import->options;
	struct reader *dictionary = NULL;
	struct text what = {0};
	vg_status status = options->dictionary ? reader_open(&dictionary, options->dictionary, NULL, error) : VG_OK;

	if (status)
		return status;
	text_print(&what, "%s\n%s\n%s\n%s\n%s\n", VG_VERSION, kind, reader_encoding(import->reader),
		   options->source ? options->source : "", options->date ? options->date : "");
	if (dictionary)
		text_add(&what, (const char *)reader_digest(dictionary), sizeof(uint64_t[2]));
	reader_free(dictionary);
	for (unsigned i = 0; i < 2; i++)
		digest[i] = reader_digest(import->reader)[i] ^ text_hash(what.bytes, what.length, i);
	text_free(&what);
	return VG_OK;
}

/* The same file again: tells what its first import told. */
static vg_status recall(struct import *import, int64_t earlier, vg_error *error)
{
	vg_import_summary *summary = import->summary;
	vg_imports *imports;
	vg_status status = vg_imports_list(&imports, import->graph, error);

	if (status)
		return status;
	summary->is_repeat = true;
	summary->id = earlier;
	for (size_t i = 0; i < imports->count; i++) {
		const vg_import_entry *entry = &imports->entries[i];

		if (entry->id != earlier)
			continue;
		summary->rows = entry->rows;
		summary->rejected = entry->rejected;
		summary->known = entry->rows - entry->rejected;
	}
	vg_imports_free(imports);
	return VG_OK;
}

vg_status import_begin(struct import *import, const char *kind, vg_error *error)
{
	char *path = lasting_path(import->path);
	int64_t earlier = 0;
	vg_source source = {
		.file = import->file,
		.path = path,
		.url = import->options->source,
		.kind = kind,
		.listener = import->options->listener,
	};
	vg_status status;

	snprintf(import->summary->kind, sizeof import->summary->kind, "%s", kind);
	if (!(status = mix_digest(source.digest, import, kind, error)))
		status = vg_source_begin(import->graph, &source, &earlier, &import->summary->replaced, error);
	free(path);
	if (status)
		return status;
	if (earlier)
		return recall(import, earlier, error);
	import->queue = queue_open(import->graph);
	return VG_OK;
}

vg_status import_row(struct import *import, const vg_record *records, size_t count, vg_error *error)
{
	return import->queue ? queue_put(import->queue, records, count, error) : VG_OK;
}

/* Nothing of it stays. */
static void abandon(struct import *import)
{
	if (!import->queue)
		return;
	queue_free(import->queue);
	import->queue = NULL;
	vg_source_abandon(import->graph);
}

void import_refuse_row(struct import *import)
{
	import->summary->rejected++;
	if (!import->options->skips_bad)
		abandon(import);
}

static void tell_at(struct import *import, vg_severity severity, size_t line, size_t column, const char *message)
{
	struct text where = {0};

	text_print(&where, "%s:%zu", import->file, line);
	if (column)
		text_print(&where, ":%zu", column);
	tell(&import->options->listener, severity, where.bytes, "%s", message);
	text_free(&where);
}

void import_tell_problem(struct import *import, size_t line, size_t column, const char *message)
{
	if (import->problems++ < PROBLEMS_TOLD)
		tell_at(import, VG_PROBLEM, line, column, message);
}

void import_tell_doubt(struct import *import, size_t line, size_t column, const char *format, ...)
{
	char message[sizeof((vg_error *)0)->message];
	va_list arguments;

	if (import->doubts++ >= PROBLEMS_TOLD)
		return;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	tell_at(import, VG_WARNING, line, column, message);
}

void import_count_row(struct import *import)
{
	const vg_listener *listener = &import->options->listener;

	if (++import->summary->rows % ROWS_A_TIME == 0 && listener->progress)
		listener->progress(listener->self, import->summary->rows, reader_done(import->reader),
				   reader_size(import->reader));
}

/* ── An import ───────────────────────────────────────────────────────────────────────────────────────── */

static bool has_ending(const char *path, const char *endings)
{
	const char *ending = strrchr(path, '.');
	size_t length = ending ? strlen(ending) : 0;

	for (const char *at = endings; length && (at = strstr(at, ending)); at += length)
		if (at[length] == ' ' || !at[length])
			return true;
	return false;
}

static const struct importer *importer_named(const char *name)
{
	for (size_t i = 0; i < COUNT(importers); i++)
		if (!strcmp(importers[i].name, name))
			return &importers[i];
	return list_named(name) == NO_LIST ? NULL : importers;
}

static const struct importer *importer_for(const char *path)
{
	for (size_t i = 0; i < COUNT(importers); i++)
		if (has_ending(path, importers[i].endings))
			return &importers[i];
	return &importers[1];
}

static bool is_text(const char *path)
{
	return has_ending(path, importers[1].endings);
}

/* May be either: its first lines say which. A text that begins as neither is news, another file a list, and told what it lacks. */
static vg_status news_or_list_read(struct import *import, vg_error *error)
{
	const char *bytes;
	size_t length;
	bool is_list;
	vg_status status = reader_next(import->reader, &bytes, &length, error);

	if (status)
		return status;
	if (has_ending(import->path, ".xls .xlsx .xlsm .et") && html_begins(bytes, length))
		return fail(error, VG_BAD_INPUT, _("%s: a table saved as a web page: open it in Excel or WPS and save it as CSV"), import->file);
	is_list = !length || (!text_is(import->options->as, "news") && !html_begins(bytes, length) &&
			      (list_begins(bytes, length) || !is_text(import->path))); /* nothing at all is no news */
	if ((status = reader_rewind(import->reader, error)))
		return status;
	return is_list ? list_read(import, error) : news_read(import, error);
}

static vg_status choose(const struct importer **importer, const char *path, const vg_import_options *options,
			vg_error *error)
{
	*importer = options->as ? importer_named(options->as) : importer_for(path);
	if (!*importer)
		return fail(error, VG_USAGE,
			    _("no such kind of list: '%s' (people, organizations, places, visits, ties)"), options->as);
	return VG_OK;
}

static vg_status refuse_import(const struct import *import, vg_error *error)
{
	const vg_import_summary *summary = import->summary;

	if (import->doubts > PROBLEMS_TOLD)
		tell(&import->options->listener, VG_WARNING, import->file, _("warnings that are not listed: %zu"),
		     import->doubts - PROBLEMS_TOLD);
	if (import->problems > PROBLEMS_TOLD)
		tell(&import->options->listener, VG_PROBLEM, import->file, _("problems that are not listed: %zu"),
		     import->problems - PROBLEMS_TOLD);
	if (!summary->rejected || import->options->skips_bad)
		return VG_OK;
	return fail(error, VG_BAD_INPUT,
		    _("%s: rows with problems: %zu of %zu; nothing was imported (--skip-bad imports the others)"),
		    import->file, summary->rejected, summary->rows);
}

/* Publishing before the commit: a crash between the two leaves a file too many, never a row too few. */
static vg_status publish(struct import *import, vg_error *error)
{
	vg_status status;

	if (!import->rejects)
		return VG_OK;
	if ((status = rejects_publish(import->rejects, &import->options->listener, error)))
		return status;
	snprintf(import->summary->rejects, sizeof import->summary->rejects, "%s", rejects_path(import->rejects));
	return VG_OK;
}

static vg_status finish(struct import *import, vg_error *error)
{
	vg_import_summary *summary = import->summary;
	vg_status status;

	if (summary->is_repeat)
		return VG_OK;
	if ((status = refuse_import(import, error)) ||
	    (status = queue_end(import->queue, &summary->imported, &summary->known, error)) ||
	    import->options->is_dry_run)
		return status;
	if ((status = publish(import, error)) || (status = vg_source_end(import->graph, summary, error)))
		return status;
	queue_free(import->queue);
	import->queue = NULL;
	rejects_free(import->rejects);
	import->rejects = NULL;
	return VG_OK;
}

vg_status vg_import(vg_import_summary *result, vg_graph *graph, const char *path, const vg_import_options *options,
		    vg_error *error)
{
	static const vg_import_options defaults;
	vg_import_summary summary = {0};
	struct arena arena = {0};
	struct import import = {
		.graph = graph,
		.file = strcmp(path, "-") ? text_of_file_name(&arena, path) : "stdin",
		.path = path,
		.options = options ? options : &defaults,
		.summary = &summary,
	};
	const struct importer *importer;
	vg_status status;

	if (!(status = choose(&importer, path, import.options, error)) &&
	    !(status = reader_open(&import.reader, path, import.options->encoding, error))) {
		snprintf(summary.encoding, sizeof summary.encoding, "%s", reader_encoding(import.reader));
		if (!(status = importer->read(&import, error)))
			status = finish(&import, error);
	}
	abandon(&import);
	rejects_abandon(import.rejects);
	reader_free(import.reader);
	arena_free(&arena);
	if (!status)
		*result = summary;
	return status;
}
