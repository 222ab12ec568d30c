/* source.c - what a page of news is read from: a text, or a web page as text; and where in the file all of it stood. */
#include "importers/news/source.h"

#include "importers/news/html.h"

#include <stdlib.h>

struct source {
	struct reader *reader;
	bool is_html, is_given; /* the web page was given as one block */
	struct html html;
	size_t *breaks; /* where the lines of the web page end */
	size_t break_count, break_capacity;
};

static void find_breaks(struct source *source)
{
	const char *bytes = source->html.source.bytes, *end = bytes + source->html.source.length;

	for (const char *at = bytes; at && (at = memchr(at, '\n', (size_t)(end - at))); at++) {
		source->breaks = array_room(source->breaks, source->break_count, &source->break_capacity,
					    sizeof *source->breaks);
		source->breaks[source->break_count++] = (size_t)(at - bytes);
	}
}

vg_status source_begin(struct source **result, struct reader *reader, const char *file, bool *is_html, vg_error *error)
{
	struct source *source = memory_get(sizeof *source);
	const char *bytes;
	size_t length;
	vg_status status;

	source->reader = reader;
	*result = NULL;
	reader_track(reader);
	if (!(status = reader_next(reader, &bytes, &length, error))) {
		source->is_html = html_begins(bytes, length);
		if (!(status = reader_rewind(reader, error)) && source->is_html)
			status = html_read(&source->html, reader, file, error);
		if (source->is_html)
			find_breaks(source);
	}
	if (status) {
		source_free(source);
		return status;
	}
	*is_html = source->is_html;
	*result = source;
	return VG_OK;
}

vg_status source_next(struct source *source, const char **bytes, size_t *length, vg_error *error)
{
	if (!source->is_html)
		return reader_next(source->reader, bytes, length, error);
	*bytes = source->html.text.bytes + source->html.start;
	*length = source->is_given ? 0 : source->html.text.length - source->html.start;
	source->is_given = true;
	return VG_OK;
}

static size_t line_of(const struct source *source, size_t byte)
{
	size_t low = 0, high = source->break_count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (source->breaks[middle] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low + 1;
}

void source_locate(const struct source *source, uint64_t start, uint64_t end, size_t line, vg_passage *passage)
{
	if (source->is_html) {
		uint64_t whole = source->html.source.length, last;

		start += source->html.start;
		end += source->html.start;
		last = end > start ? origins_find(&source->html.origins, end - 1, whole) : whole;

		start = origins_find(&source->html.origins, start, whole);
		line = line_of(source, (size_t)start);
		end = origins_find(&source->html.origins, end, whole);
		if (end <=
		    last) /* Gumbo moves what stands where nothing may stand, such as between the rows of a table */
			end = last + (last < whole);
		if (start > last)
			start = last;
	}
	passage->line = line;
	passage->span_start = (size_t)reader_origin(source->reader, start);
	passage->span_end = (size_t)reader_origin(source->reader, end);
}

void source_forget(struct source *source, uint64_t place)
{
	if (!source->is_html)
		reader_forget(source->reader, place);
}

const char *source_encoding(const struct source *source)
{
	return reader_encoding(source->reader);
}

void source_free(struct source *source)
{
	if (!source)
		return;
	html_free(&source->html);
	free(source->breaks);
	free(source);
}
