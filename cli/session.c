/* session.c - failing, telling and guessing: what a command says beside its answer. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

vg_status failure(vg_error *error, vg_status status, const char *format, ...)
{
	va_list arguments;

	error->status = status;
	va_start(arguments, format);
	vsnprintf(error->message, sizeof error->message, format, arguments);
	va_end(arguments);
	return status;
}

void *grow(void *block, size_t size)
{
	void *larger = realloc(block, size ? size : 1);

	if (!larger) {
		fputs("visitgraph: out of memory\n", stderr);
		exit(4);
	}
	return larger;
}

/* ── The terminal ────────────────────────────────────────────────────────────────────────────────────── */

static bool has_progress;

void progress_erase(void)
{
	if (has_progress)
		fputs("\r\033[K", stderr);
	has_progress = false;
}

void complain(const char *where, const char *message)
{
	progress_erase();
	fflush(stdout);
	if (where) {
		write_visibly(stderr, where);
		fputs(": ", stderr);
	}
	write_visibly(stderr, message);
	fputc('\n', stderr);
}

enum { MOST_NOTES = 20 };

/* A list of a million rows may be worth a note in every tenth: the first are shown, the others counted. */
static void tell_terminal(void *self, vg_severity severity, const char *where, const char *message)
{
	size_t *notes = self;

	if (severity != VG_NOTE || ++*notes <= MOST_NOTES)
		complain(where ? where : "visitgraph", message);
}

void notes_end(size_t *notes)
{
	char line[100];

	if (*notes > MOST_NOTES) {
		snprintf(line, sizeof line, _("notes that are not shown: %zu"), *notes - MOST_NOTES);
		complain("visitgraph", line);
	}
	*notes = 0;
}

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void show_progress(void *self, size_t rows, uint64_t done, uint64_t total)
{
	static double start, last;
	static uint64_t last_done;
	double now = seconds_now(), elapsed;

	(void)self;
	if (last <= 0 || done < last_done) /* the first file, or the next one */
		start = now;
	else if (now - last < 0.2)
		return;
	last = now;
	last_done = done;
	elapsed = now - start;
	if (elapsed < 0.5)
		return;
	has_progress = true;
	fprintf(stderr, "\r\033[K");
	fprintf(stderr, _("rows: %zu, a second: %.0f"), rows, (double)rows / elapsed);
	if (total && done)
		fprintf(stderr, _(", seconds left: %.0f"), elapsed * (double)(total - done) / (double)done);
	fflush(stderr);
}

vg_listener listener_of_terminal(size_t *notes)
{
	return (vg_listener){
		.tell = tell_terminal,
		.progress = isatty(STDERR_FILENO) ? show_progress : NULL,
		.self = notes,
	};
}

/* ── What was probably meant ─────────────────────────────────────────────────────────────────────────── */

enum { LONGEST_WORD = 32 };

/* Damerau's distance: letters to insert, delete, change, or swap with a neighbour. */
static size_t distance(const char *a, const char *b)
{
	size_t rows[3][LONGEST_WORD + 1], length = strlen(b);
	size_t *before = rows[0], *above = rows[1], *row = rows[2];

	if (strlen(a) > LONGEST_WORD || length > LONGEST_WORD)
		return SIZE_MAX;
	for (size_t j = 0; j <= length; j++)
		above[j] = j;
	for (size_t i = 1; a[i - 1]; i++) {
		size_t *next = before;

		row[0] = i;
		for (size_t j = 1; j <= length; j++) {
			size_t least = above[j - 1] + (a[i - 1] != b[j - 1]);

			if (above[j] + 1 < least)
				least = above[j] + 1;
			if (row[j - 1] + 1 < least)
				least = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && before[j - 2] + 1 < least)
				least = before[j - 2] + 1;
			row[j] = least;
		}
		before = above;
		above = row;
		row = next;
	}
	return above[length];
}

const char *suggest(const char *word, const char *(*name_at)(size_t index))
{
	const char *nearest = NULL;
	size_t least = 3;

	for (size_t i = 0; name_at(i); i++) {
		const char *name = name_at(i);
		size_t far = *word && !strncmp(name, word, strlen(word)) ? 0 : distance(word, name);

		if (far < least && far < strlen(name) - 1) {
			nearest = name;
			least = far;
		}
	}
	return nearest;
}
