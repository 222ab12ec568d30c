/* output.c - an answer into a file, which appears whole or not at all. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The format that a file's ending asks for; NULL: none that we have. */
static const char *format_of_ending(const char *path)
{
	static const char *const endings[][2] = {{"csv", "csv"}, {"json", "json"}, {"md", "md"}, {"txt", "table"}};
	const char *ending = strrchr(path, '.');

	for (size_t i = 0; ending && i < COUNT(endings); i++)
		if (!strcmp(ending + 1, endings[i][0]))
			return endings[i][1];
	return NULL;
}

/* A pipe or a device cannot be put in place afterwards. */
static bool can_be_replaced(const char *path)
{
	struct stat is;

	return stat(path, &is) ? errno == ENOENT : S_ISREG(is.st_mode);
}

static vg_status say_unwritable(const char *path, vg_error *error)
{
	return failure(error, VG_IO, _("cannot write '%s': %s"), path, _(strerror(errno)));
}

/* All that follows is printed into the file instead. A spreadsheet takes a list for UTF-8 by the mark in front; who asks for the output
 * wants to read it by program. */
vg_status output_begin(struct output *output, struct options *options, vg_error *error)
{
	const char *path = options->output, *written = path;

	*output = (struct output){0};
	if (!path || !strcmp(path, "-"))
		return VG_OK;
	if (!options->format && !(options->format = format_of_ending(path)))
		return failure(error, VG_USAGE, _("'%s': the ending must be csv, json, md or txt, or --format be given"), path);
	if (can_be_replaced(path)) {
		output->staged = grow(NULL, strlen(path) + sizeof ".new");
		sprintf(output->staged, "%s.new", path);
		written = output->staged;
	}
	if (!freopen(written, "wb", stdout)) {
		free(output->staged);
		return say_unwritable(path, error);
	}
	output->path = path;
	if (!strcmp(options->format, "csv"))
		fputs("\xEF\xBB\xBF", stdout);
	return VG_OK;
}

vg_status output_end(struct output *output, vg_status status, vg_error *error)
{
	bool is_written;

	if (!output->path)
		return status;
	is_written = !fflush(stdout) && !ferror(stdout) && (status || !output->staged || !rename(output->staged, output->path));
	if (!is_written && !status)
		status = say_unwritable(output->path, error);
	if (status && output->staged)
		unlink(output->staged);
	free(output->staged);
	return status;
}
