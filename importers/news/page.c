/* page.c - a page of news, cut into articles: at headings, at 本报讯, at headlines in plain text.
 *
 * Never more than one article and the block behind it is in memory. What cannot be told from one line (a headline looks like
 * a torn paragraph) is told from the line behind it: an article begins with 本报讯 or with a date. */
#include "importers/news/news.h"

#include "importers/news/page.h"
#include "importers/news/source.h"

#include <stdlib.h>

enum {
	ARTICLE_MAX = 1024 * 1024, /* a longer one is cut */
	PAGE_MAX = 256 * 1024,	   /* the year of a longer page is not asked of the whole of it */
	HEADLINE_BYTES_MIN = 27,   /* shorter ones before a day are headings within an article */
	SUBHEAD_BYTES = 60,	   /* 金佰莱：想做AEO，又怕麻烦 */
	PARAGRAPH_TIMES = 3,	   /* so much longer is what stands below such a heading */
};

struct page {
	struct source *source;
	struct reader *reader; /* its own, or NULL */
	bool is_html, is_at_end, has_year;
	bool is_whole;	   /* all of it was known when its year was asked for */
	bool has_brackets; /* its headlines stand in 【…】 */
	bool has_columns;  /* …which are short: all its paragraphs begin so */
	struct text bytes; /* from `offset` of the text on */
	size_t used;	   /* of them, by articles that were given */
	uint64_t offset;
	size_t line_number; /* of the line before the first that was not given */
	struct line *lines; /* of the article in the making, and behind it */
	size_t line_count, line_capacity, scanned;
	int year;
	vg_date date;
};

/* ── Reading lines ───────────────────────────────────────────────────────────────────────────────────── */

/* What was given is let go of. */
static void forget_used(struct page *page)
{
	memmove(page->bytes.bytes, page->bytes.bytes + page->used, page->bytes.length - page->used + 1);
	page->bytes.length -= page->used;
	page->offset += page->used;
	source_forget(page->source, page->offset);
	page->scanned -= page->used;
	for (size_t i = 0; i < page->line_count; i++)
		page->lines[i].start -= page->used;
	page->used = 0;
}

static vg_status read_more(struct page *page, vg_error *error)
{
	const char *bytes;
	size_t length;
	vg_status status;

	forget_used(page);
	if ((status = source_next(page->source, &bytes, &length, error)))
		return status;
	page->is_at_end = !length;
	text_add(&page->bytes, bytes, length);
	return VG_OK;
}

/* The next line into page->lines; false at the end. */
static vg_status scan_line(struct page *page, bool *has_line, vg_error *error)
{
	const char *end;
	size_t length, bracket;
	bool is_column = false;
	struct line line;
	vg_status status;

	while (!(end = page->scanned < page->bytes.length
			       ? memchr(page->bytes.bytes + page->scanned, '\n', page->bytes.length - page->scanned)
			       : NULL) &&
	       !page->is_at_end && page->bytes.length - page->scanned < ARTICLE_MAX)
		if ((status = read_more(page, error)))
			return status;
	*has_line = page->scanned < page->bytes.length;
	if (!*has_line)
		return VG_OK;
	length = end ? (size_t)(end - page->bytes.bytes) - page->scanned : page->bytes.length - page->scanned;
	if (!end && length >= ARTICLE_MAX) /* longer than any article: cut between characters */
		for (length = ARTICLE_MAX - 1; (page->bytes.bytes[page->scanned + length] & 0xC0) == 0x80;)
			length--;
	bracket = line_bracket(page->bytes.bytes + page->scanned, length, &is_column);
	line = line_describe(page->bytes.bytes + page->scanned, bracket ? bracket : length);
	line.is_whole = (line.is_whole || page->is_html) && (!bracket || bracket == length);
	line.is_bracketed = bracket;
	line.is_column = bracket && is_column;
	if (line.is_column && line.kind == FURNITURE_LINE) /* 【公司动态】, and text behind it */
		line.kind = TEXT_LINE;
	line.is_ended = end && (!bracket || bracket == length);
	line.start = page->scanned;
	line.length = bracket ? bracket : length;
	page->lines = array_room(page->lines, page->line_count, &page->line_capacity, sizeof *page->lines);
	page->lines[page->line_count++] = line;
	page->scanned += line.length + line.is_ended;
	return VG_OK;
}

/* The index of the line behind line `i` that says something, SIZE_MAX where there is none. */
static vg_status line_after(size_t *after, struct page *page, size_t i, vg_error *error)
{
	bool has_line = true;

	*after = SIZE_MAX;
	for (size_t next = i + 1; has_line; next++) {
		vg_status status = VG_OK;

		if (next >= page->line_count)
			status = scan_line(page, &has_line, error);
		if (status || !has_line)
			return status;
		if (page->lines[next].kind != BLANK_LINE && page->lines[next].kind != FURNITURE_LINE) {
			*after = next;
			return VG_OK;
		}
	}
	return VG_OK;
}

/* ── Cutting ─────────────────────────────────────────────────────────────────────────────────────────── */

/* What the lines of an article so far amount to. */
struct progress {
	bool has_title, has_body, is_whole; /* is_whole: no sentence goes on */
};

/* What stands behind a line. */
struct following {
	size_t after;	    /* the index of the next line that says something, or SIZE_MAX */
	bool has_second;    /* that may be the second line of a headline, and the rest is told of what is behind it */
	bool has_credits;   /* that is who wrote it, or where it is from */
	bool is_story;	    /* an article may begin there: a lead, or credits and then text */
	bool is_in_columns; /* the paragraph behind its own begins with a column's name as it does */
};

static vg_status look_ahead(struct following *following, struct page *page, size_t i, vg_error *error)
{
	size_t at;
	vg_status status = line_after(&at, page, i, error);

	*following = (struct following){.after = at};
	following->has_second = at == i + 1 && page->lines[at].is_unmarked && !page->lines[at].is_lead;
	if (!status && following->has_second)
		status = line_after(&at, page, at, error);
	while (!status && at != SIZE_MAX &&
	       (page->lines[at].kind == BYLINE_LINE || page->lines[at].kind == SOURCE_LINE)) {
		following->has_credits = true;
		status = line_after(&at, page, at, error);
	}
	following->is_story = at != SIZE_MAX && page->lines[at].kind == TEXT_LINE &&
			      (page->lines[at].is_lead || (following->has_credits && page->lines[at].is_body));
	if (!status && page->lines[i].is_column && following->after != SIZE_MAX) {
		status = line_after(&at, page, following->after, error);
		following->is_in_columns = at != SIZE_MAX && page->lines[at].is_column;
	}
	return status;
}

/* 走进企业, before a paragraph with a day: within an article. */
static bool is_within_article(const struct page *page, const struct line *line, const struct following *following)
{
	return line->is_subhead && line->length < HEADLINE_BYTES_MIN && !following->has_second &&
	       !following->has_credits && !page->lines[following->after].is_dispatch;
}

static bool is_headline(const struct page *page, const struct line *line, const struct following *following,
			const struct progress *so_far)
{
	if (following->after == SIZE_MAX)
		return false;
	if (line->is_column)
		return page->has_columns || (!so_far->has_body && following->is_in_columns);
	if (line->is_bracketed)
		return page->has_brackets || (!so_far->has_title && !so_far->has_body) || following->is_story;
	if (!so_far->has_body && !so_far->has_title)
		return !line->is_lead || (line->is_titlish && page->lines[following->after].is_lead);
	return line->is_titlish && so_far->has_body && so_far->is_whole && following->is_story && !line->is_lead &&
	       !is_within_article(page, line, following);
}

/* The second line of a headline: drawn in with a dash, below the first, or above who wrote it. */
static bool is_subtitle(const struct page *page, size_t i, const struct following *following,
			const struct progress *so_far)
{
	const struct line *line = &page->lines[i];

	if (!so_far->has_title || so_far->has_body || following->after == SIZE_MAX || !line->is_unmarked ||
	    line->is_lead || line->is_bracketed)
		return false;
	return text_begins(page->bytes.bytes + line->start, line->length, "——") || following->has_credits ||
	       (i && page->lines[i - 1].kind == HEADING_LINE && following->after != i + 1) ||
	       page->lines[following->after].is_lead;
}

/* Short, and a paragraph follows: it does not go on there. */
static bool ends_here(const struct page *page, const struct line *line, const struct following *following,
		      const struct progress *so_far)
{
	bool is_short = line->is_subhead || (line->is_titlish && line->length <= SUBHEAD_BYTES);

	return is_short && so_far->has_body && so_far->is_whole && following->after != SIZE_MAX &&
	       page->lines[following->after].kind == TEXT_LINE &&
	       page->lines[following->after].length > PARAGRAPH_TIMES * line->length;
}

/* Whether line i, by what follows, is a headline; or ends where it ends. */
static vg_status judge_line(struct page *page, size_t i, const struct progress *so_far, vg_error *error)
{
	struct following following;
	struct line *line;
	vg_status status;

	if (!page->lines[i].is_titlish && !page->lines[i].is_closed && !page->lines[i].is_bracketed &&
	    !page->lines[i].is_unmarked)
		return VG_OK;
	if ((status = look_ahead(&following, page, i, error)))
		return status;
	line = &page->lines[i];
	if ((line->is_titlish || line->is_closed || line->is_bracketed) &&
	    is_headline(page, line, &following, so_far)) {
		line->kind = HEADING_LINE;
		page->has_brackets |= line->is_bracketed && !line->is_column;
		page->has_columns |= line->is_column;
	} else if (is_subtitle(page, i, &following, so_far)) {
		line->kind = HEADING_LINE;
	} else {
		line->is_whole |= ends_here(page, line, &following, so_far);
	}
	return VG_OK;
}

static bool begins_article(const struct page *page, const struct line *line, const struct progress *so_far)
{
	const char *text = page->bytes.bytes + line->start;

	if (!so_far->has_body)
		return false;
	if (line->kind == HEADING_LINE)
		return line->heading <= 2;
	return line->kind == RULE_LINE ||
	       (line->kind == TEXT_LINE && so_far->is_whole && text_begins(text, line->length, "本报讯"));
}

static void take_line(const struct line *line, struct progress *so_far)
{
	if (line->kind == HEADING_LINE)
		so_far->has_title = true;
	if (line->kind == TEXT_LINE)
		so_far->has_body = true;
	if (line->kind != BLANK_LINE && line->kind != FURNITURE_LINE)
		so_far->is_whole = line->kind != TEXT_LINE || line->is_whole;
}

/* How many of page->lines are the next article. */
static vg_status cut(size_t *count, struct page *page, vg_error *error)
{
	struct progress so_far = {.is_whole = true};

	for (size_t i = 0;; i++) {
		bool has_line = true;
		vg_status status = VG_OK;

		*count = i;
		if (i >= page->line_count)
			status = scan_line(page, &has_line, error);
		if (status || !has_line)
			return status;
		if (page->lines[i].start > page->used + ARTICLE_MAX)
			return VG_OK;
		if (page->lines[i].kind == TEXT_LINE && (status = judge_line(page, i, &so_far, error)))
			return status;
		if (begins_article(page, &page->lines[i], &so_far))
			return VG_OK;
		take_line(&page->lines[i], &so_far);
	}
}

/* ── When it came out ────────────────────────────────────────────────────────────────────────────────── */

static vg_status learn_year(struct page *page, vg_error *error)
{
	vg_status status;

	while (!page->is_at_end && page->bytes.length < PAGE_MAX)
		if ((status = read_more(page, error)))
			return status;
	page->has_year = true;
	if (*page->date.from)
		page->year = atoi(page->date.from);
	page->is_whole = page->is_at_end && page->bytes.length <= PAGE_MAX;
	if (!page->year && page->is_whole)
		page->year = latest_year(page->bytes.bytes, page->bytes.length);
	return VG_OK;
}

/* When the article came out: as the user says, as a line of it says, else in the latest year of the page; of a page that is longer than
 * what of it is known, in the latest year of the article. */
static void learn_date(struct article *article, const struct page *page, size_t count)
{
	const char *bytes = page->bytes.bytes;
	bool is_known = false;

	article->published = page->date;
	for (size_t i = 0; i < count && !*page->date.from && !is_known; i++)
		if (page->lines[i].kind == SOURCE_LINE)
			is_known = date_published(bytes + page->lines[i].start, page->lines[i].length,
						  &article->published);
	article->year = is_known ? atoi(article->published.from) : page->year;
	if (!article->year && !page->is_whole)
		article->year = latest_year(bytes + article->start, article->end - article->start);
}

/* ── Articles ────────────────────────────────────────────────────────────────────────────────────────── */

vg_status page_next(struct page *page, struct article *article, bool *has_more, vg_error *error)
{
	size_t count, end;
	vg_status status;

	article_empty(article);
	if (!page->has_year && (status = learn_year(page, error)))
		return status;
	if ((status = cut(&count, page, error)))
		return status;
	*has_more = count > 0;
	end = count < page->line_count ? page->lines[count].start : page->scanned;
	article->page = page;
	article->bytes = page->bytes.bytes;
	article->start = page->used;
	article->end = end;
	article->offset = page->offset;
	article->line = page->line_number + 1;
	article->date = page->date;
	learn_date(article, page, count);
	article_fill(article, page->lines, count);
	for (size_t i = 0; i < count; i++)
		page->line_number += page->lines[i].is_ended;
	if (count < page->line_count)
		memmove(page->lines, page->lines + count, (page->line_count - count) * sizeof *page->lines);
	page->line_count -= count;
	page->used = end;
	return VG_OK;
}

static size_t line_of(const struct article *article, size_t byte)
{
	const char *at = article->bytes + article->start, *end = article->bytes + byte;
	size_t line = article->line;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
		line++;
		at++;
	}
	return line;
}

void page_locate(const struct article *article, size_t start, size_t end, vg_passage *passage)
{
	source_locate(article->page->source, article->offset + start, article->offset + end, line_of(article, start),
		      passage);
}

vg_status page_begin(struct page **result, struct reader *reader, const char *file, const char *date, vg_error *error)
{
	struct page *page = memory_get(sizeof *page);
	int year = 0;
	vg_status status = date ? vg_date_parse(&page->date, date, &year, error) : VG_OK;

	text_add(&page->bytes, "", 0);
	*result = page;
	if (!status && !(status = source_begin(&page->source, reader, file, &page->is_html, error)))
		return VG_OK;
	page_free(page);
	*result = NULL;
	return status;
}

vg_status page_open(struct page **page, const char *path, const char *encoding, const char *date, vg_error *error)
{
	struct reader *reader;
	vg_status status = reader_open(&reader, path, encoding, error);

	if (status)
		return status;
	status = page_begin(page, reader, strcmp(path, "-") ? path : "stdin", date, error);
	if (status)
		reader_free(reader);
	else
		(*page)->reader = reader;
	return status;
}

const char *page_encoding(const struct page *page)
{
	return source_encoding(page->source);
}

void page_free(struct page *page)
{
	if (!page)
		return;
	source_free(page->source);
	reader_free(page->reader);
	text_free(&page->bytes);
	free(page->lines);
	free(page);
}
