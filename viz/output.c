/* output.c - a file that appears whole or not at all. */
#include "viz/output.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool can_be_replaced(const char *path)
{
	struct stat is;

	return !text_is(path, "-") && (stat(path, &is) ? errno == ENOENT : S_ISREG(is.st_mode));
}

vg_status output_open(struct output *output, const char *path, vg_error *error)
{
	*output = (struct output){.path = path};
	if (!can_be_replaced(path)) {
		output->file = tmpfile();
	} else {
		struct text staged = {0};

		text_print(&staged, "%s.new", path);
		output->staged = staged.bytes;
		output->file = fopen(output->staged, "w+b");
	}
	if (output->file)
		return VG_OK;
	fail(error, VG_IO, _("cannot write '%s': %s"), path, _(strerror(errno)));
	free(output->staged);
	return VG_IO;
}

vg_status output_restart(struct output *output, vg_error *error)
{
	if (fseek(output->file, 0, SEEK_SET) || ftruncate(fileno(output->file), 0))
		return fail(error, VG_IO, _("cannot write '%s': %s"), output->path, _(strerror(errno)));
	return VG_OK;
}

/* Through a descriptor of our own, behind whatever the program has printed so far. */
static FILE *open_target(const char *path)
{
	fflush(NULL);
	return text_is(path, "-") ? fdopen(dup(STDOUT_FILENO), "wb") : fopen(path, "wb");
}

static bool copy(FILE *from, const char *path)
{
	FILE *to = open_target(path);
	char block[64 * 1024];
	size_t length;
	bool is_whole = to;

	if (!to)
		return false;
	rewind(from);
	while (is_whole && (length = fread(block, 1, sizeof block, from)))
		is_whole = fwrite(block, 1, length, to) == length;
	is_whole = is_whole && !ferror(from);
	return !fclose(to) && is_whole;
}

vg_status output_keep(struct output *output, vg_error *error)
{
	bool is_kept;

	if (output->staged) {
		is_kept = !fclose(output->file) && !rename(output->staged, output->path);
		output->file = NULL;
	} else {
		is_kept = copy(output->file, output->path);
	}
	if (!is_kept)
		fail(error, VG_IO, _("cannot write '%s': %s"), output->path, _(strerror(errno)));
	else if (output->staged)
		*output->staged = '\0';
	output_abandon(output);
	return is_kept ? VG_OK : VG_IO;
}

void output_abandon(struct output *output)
{
	if (output->file)
		fclose(output->file);
	if (output->staged && *output->staged)
		unlink(output->staged);
	free(output->staged);
	*output = (struct output){0};
}
