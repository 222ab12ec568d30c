/* rejects.c - the file of rejected rows: complete, with the reason in a last column, ready to be corrected and imported.
 * Cells beyond the headings stand behind the reason, for it is the reason that has a heading.
 *
 * It is written under another name and gets its own only when the import succeeds; a file that stands there already
 * may hold somebody's corrections, so it is moved aside, never overwritten. */
#include "importers/importers.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct rejects {
	FILE *file;
	char *path, *draft; /* its name, and the one it has until it is published */
	char *aside;	    /* the name that an older file was given, or NULL */
	size_t width; /* columns before the reason */
	char delimiter;
	bool is_published;
	struct text line;
};

static char *path_of(const char *path, const char *ending)
{
	struct text name = {0};

	text_print(&name, "%s%s", path, ending);
	return name.bytes;
}

static bool is_formula(const struct cell *cell)
{
	return cell->length && strchr("=+-@\t\r", *cell->text);
}

static void write_cell(struct rejects *rejects, const struct cell *cell)
{
	const char *end = cell->text + cell->length;
	bool is_quoted = false;

	for (const char *at = cell->text; at < end && !is_quoted; at++)
		is_quoted = *at == '"' || *at == '\n' || *at == '\r' || *at == rejects->delimiter;
	is_quoted = is_quoted || (cell->length && (*cell->text == ' ' || end[-1] == ' ' || end[-1] == '\t'));
	if (is_quoted)
		text_add(&rejects->line, "\"", 1);
	if (is_formula(cell))
		text_add(&rejects->line, "'", 1);
	for (const char *at = cell->text; at < end; at++) {
		if (*at == '"')
			text_add(&rejects->line, "\"", 1);
		text_add(&rejects->line, at, 1);
	}
	if (is_quoted)
		text_add(&rejects->line, "\"", 1);
}

vg_status rejects_add(struct rejects *rejects, const struct row *row, const char *why, vg_error *error)
{
	struct cell reason = {why, strlen(why)};

	rejects->line.length = 0;
	for (size_t i = 0; i < rejects->width; i++) {
		write_cell(rejects, &row->cells[i]);
		text_add(&rejects->line, &rejects->delimiter, 1);
	}
	write_cell(rejects, &reason);
	for (size_t i = rejects->width; i < row->count; i++) {
		text_add(&rejects->line, &rejects->delimiter, 1);
		write_cell(rejects, &row->cells[i]);
	}
	text_put(&rejects->line, "\r\n");
	if (fwrite(rejects->line.bytes, 1, rejects->line.length, rejects->file) != rejects->line.length)
		return fail(error, VG_IO, _("cannot write '%s': %s"), rejects->draft, _(strerror(errno)));
	return VG_OK;
}

vg_status rejects_begin(struct rejects **result, const char *path, char delimiter, const struct row *heading,
			vg_error *error)
{
	struct rejects *rejects = memory_get(sizeof *rejects);
	vg_status status = VG_OK;

	rejects->delimiter = delimiter;
	rejects->width = heading->count;
	rejects->path = path_of(path, ".rejected.csv");
	rejects->draft = path_of(path, ".rejected.csv.new");
	rejects->file = fopen(rejects->draft, "wb");
	if (!rejects->file)
		status = fail(error, VG_IO, _("cannot write '%s': %s"), rejects->draft, _(strerror(errno)));
	else if (fputs("\xEF\xBB\xBF", rejects->file) < 0) /* else a spreadsheet takes it for GBK */
		status = fail(error, VG_IO, _("cannot write '%s': %s"), rejects->draft, _(strerror(errno)));
	if (!status)
		status = rejects_add(rejects, heading, _("error"), error);
	if (status)
		rejects_abandon(rejects);
	*result = status ? NULL : rejects;
	return status;
}

static bool is_same_file(const char *a, const char *b)
{
	FILE *first = fopen(a, "rb"), *second = fopen(b, "rb");
	bool is_same = first && second;
	int byte = 0;

	while (is_same && byte != EOF) {
		byte = getc(first);
		is_same = byte == getc(second);
	}
	if (first)
		fclose(first);
	if (second)
		fclose(second);
	return is_same;
}

/* Makes room for the new file: what stands there gets the next free name. */
static vg_status move_aside(struct rejects *rejects, const vg_listener *listener, vg_error *error)
{
	char number[40];

	if (access(rejects->path, F_OK))
		return VG_OK;
	for (unsigned i = 1; i; i++) {
		size_t stem = strlen(rejects->path) - strlen(".csv");
		struct text name = {0};

		snprintf(number, sizeof number, ".%u.csv", i);
		text_add(&name, rejects->path, stem);
		text_put(&name, number);
		rejects->aside = name.bytes;
		if (access(rejects->aside, F_OK))
			break;
		free(rejects->aside);
	}
	if (rename(rejects->path, rejects->aside))
		return fail(error, VG_IO, _("cannot rename '%s': %s"), rejects->path, _(strerror(errno)));
	tell(listener, VG_NOTE, NULL, _("the older '%s' is now '%s'"), rejects->path, rejects->aside);
	return VG_OK;
}

vg_status rejects_publish(struct rejects *rejects, const vg_listener *listener, vg_error *error)
{
	bool is_written = !fflush(rejects->file) && !fsync(fileno(rejects->file));
	vg_status status;

	is_written = !fclose(rejects->file) && is_written;
	rejects->file = NULL;
	if (!is_written)
		return fail(error, VG_IO, _("cannot write '%s': %s"), rejects->draft, _(strerror(errno)));
	if (is_same_file(rejects->path, rejects->draft)) {
		unlink(rejects->draft);
		return VG_OK;
	}
	if ((status = move_aside(rejects, listener, error)))
		return status;
	if (rename(rejects->draft, rejects->path))
		return fail(error, VG_IO, _("cannot rename '%s': %s"), rejects->draft, _(strerror(errno)));
	rejects->is_published = true;
	return VG_OK;
}

const char *rejects_path(const struct rejects *rejects)
{
	return rejects->path;
}

void rejects_abandon(struct rejects *rejects)
{
	if (!rejects)
		return;
	unlink(rejects->is_published ? rejects->path : rejects->draft);
	if (rejects->aside)
		rename(rejects->aside, rejects->path);
	rejects_free(rejects);
}

void rejects_free(struct rejects *rejects)
{
	if (!rejects)
		return;
	if (rejects->file)
		fclose(rejects->file);
	free(rejects->path);
	free(rejects->draft);
	free(rejects->aside);
	text_free(&rejects->line);
	free(rejects);
}
