/* news-page.c - a page of news, cut into articles: at headings, at 本报讯, at headlines in plain text.
 *
 * Never more than one article and the block behind it is in memory. What cannot be told from one line (a headline looks like
 * a torn paragraph) is told from the line behind it: an article begins with 本报讯 or with a date. */
#include "importers/news.h"

#include "importers/news-page.h"
#include "importers/news-source.h"

#include <stdlib.h>

enum {
	ARTICLE_MAX = 1024 * 1024, /* a longer one is cut */
	PAGE_MAX = 256 * 1024,	   /* the year of a longer page is not asked of the whole of it */
	TITLE_BYTES_MAX = 210,
	BYLINE_BYTES_MAX = 180,
};

struct page {
	struct source *source;
	struct reader *reader; /* its own, or NULL */
	bool is_html, is_at_end, has_begun, has_year;
	bool is_whole; /* all of it was known when its year was asked for */
	struct text bytes; /* from `offset` of the text on */
	size_t used;	   /* of them, by articles that were given */
	uint64_t offset;
	size_t line_number; /* of the line before the first that was not given */
	struct line *lines; /* of the article in the making, and behind it */
	size_t line_count, line_capacity, scanned;
	int year;
	vg_date date;
};

/* ── What a line is ──────────────────────────────────────────────────────────────────────────────────── */

static bool begins_with(const char *text, size_t length, const char *word)
{
	size_t size = strlen(word);

	return size <= length && !memcmp(text, word, size);
}

static bool begins_with_any(const char *text, size_t length, const char *const *words)
{
	for (; *words; words++)
		if (begins_with(text, length, *words))
			return true;
	return false;
}

static bool contains(const char *text, size_t length, const char *word)
{
	size_t size = strlen(word);

	for (size_t i = 0; i + size <= length; i++)
		if (text[i] == *word && !memcmp(text + i, word, size))
			return true;
	return false;
}

/* 1月31日, 2017年6月17日, 2月1日上午: what an article begins with. */
static bool begins_with_date(const char *text, size_t length)
{
	size_t digits = 0;

	while (digits < length && text[digits] >= '0' && text[digits] <= '9')
		digits++;
	return digits && digits <= 4 &&
	       (begins_with(text + digits, length - digits, "月") || begins_with(text + digits, length - digits, "年"));
}

static bool is_lead(const char *text, size_t length)
{
	static const char *const words[] = {"本报讯", "本网讯", "本刊讯", "本台讯", "(本报讯", "（本报讯",
					    "近日",   "日前",	"近期",	  "今日",   "昨日",    "今天",
					    "昨天",   "截至",	"连日来", "为",	    "本报",    NULL};
	const char *dash = contains(text, length < 60 ? length : 60, "讯") ? text : NULL;

	return begins_with_date(text, length) || begins_with_any(text, length, words) || dash;
}

static bool ends_with_any(const char *text, size_t length, const char *const *words)
{
	for (; *words; words++) {
		size_t size = strlen(*words);

		if (size <= length && !memcmp(text + length - size, *words, size))
			return true;
	}
	return false;
}

static bool is_byline(const char *text, size_t length)
{
	static const char *const words[] = {"记者",	"通讯员",     "本报记者",   "(记者",	"（记者", "(通讯员",
					    "（通讯员", "文/",	      "图/",	    "文／",	"摄影",	  "供稿",
					    "撰稿",	"责编",	      "责任编辑",   "编辑",	"特约",	  "(供稿",
					    "（供稿",	"全媒体记者", "融媒体记者", "见习记者", "作者",	  "实习生",
					    "首席记者", "（本报记者", "(本报记者",  "审核",	"（作者", "(作者",
					    "(撰稿",	"（撰稿",     "校对",	    NULL};

	return length <= BYLINE_BYTES_MAX && begins_with_any(text, length, words) && !contains(text, length, "。") &&
	       !contains(text, length, "，");
}

static bool is_source(const char *text, size_t length)
{
	static const char *const words[] = {"来源", "发布时间", "时间：", "时间:",    "日期",	  "发布日期", "浏览",
					    "点击", "信息来源", "稿源",	  "发表时间", "更新时间", NULL};
	size_t digits = 0;

	if (length > BYLINE_BYTES_MAX || contains(text, length, "。"))
		return false;
	while (digits < length && ((text[digits] >= '0' && text[digits] <= '9') || strchr("-./: ", text[digits])))
		digits++;
	return begins_with_any(text, length, words) || digits >= 8 || contains(text, length, "来源：") ||
	       (begins_with_date(text, length) && length <= 20); /* 2023年2月5日, alone */
}

static bool is_rule(const char *text, size_t length)
{
	size_t marks = 0;

	for (size_t i = 0; i < length; i++)
		marks += strchr("-=*_", text[i]) != NULL;
	return marks >= 3 && marks == length;
}

static struct line describe(const char *text, size_t length)
{
	static const char *const ends[] = {"。", "！", "？", "!",  "?",	 "”",  "；", "…",
					   "）", ")",  "】", "」", "』", "：", NULL};
	static const char *const inner[] = {"，", "、", ",", "；", "：", "”的", NULL};
	struct line line = {.kind = TEXT_LINE, .is_whole = true};

	while (length && text[line.heading] == '#' && line.heading + 1 < length)
		line.heading++;
	text += line.heading;
	length -= line.heading;
	text_trim(&text, &length);
	if (!length)
		return (struct line){.kind = BLANK_LINE};
	if (line.heading)
		line.kind = HEADING_LINE;
	else if (is_rule(text, length))
		line.kind = RULE_LINE;
	else if (is_byline(text, length))
		line.kind = BYLINE_LINE;
	else if (is_source(text, length))
		line.kind = SOURCE_LINE;
	else
		line.is_whole = ends_with_any(text, length, ends);
	line.is_lead = line.kind == TEXT_LINE && is_lead(text, length);
	line.is_titlish = line.kind == TEXT_LINE && !line.is_whole && length <= TITLE_BYTES_MAX &&
			  !ends_with_any(text, length, inner) && !contains(text, length, "。");
	return line;
}

/* ── Reading lines ───────────────────────────────────────────────────────────────────────────────────── */

static vg_status read_more(struct page *page, vg_error *error)
{
	const char *bytes;
	size_t length;
	vg_status status = source_next(page->source, &bytes, &length, error);

	if (status)
		return status;
	page->is_at_end = !length;
	page->has_begun = true;
	text_add(&page->bytes, bytes, length);
	return VG_OK;
}

/* The next line into page->lines; false at the end. */
static vg_status scan_line(struct page *page, bool *has_line, vg_error *error)
{
	const char *end;
	size_t length;
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
	line = describe(page->bytes.bytes + page->scanned, length);
	line.is_whole |= page->is_html;
	line.start = page->scanned;
	line.length = length;
	page->lines = array_room(page->lines, page->line_count, &page->line_capacity, sizeof *page->lines);
	page->lines[page->line_count++] = line;
	page->scanned += length + (end != NULL);
	return VG_OK;
}

/* The line behind line `i` that is not blank, NULL where there is none. */
static vg_status line_after(const struct line **after, struct page *page, size_t i, vg_error *error)
{
	bool has_line = true;

	*after = NULL;
	for (size_t next = i + 1; has_line; next++) {
		vg_status status = VG_OK;

		if (next >= page->line_count)
			status = scan_line(page, &has_line, error);
		if (status || !has_line)
			return status;
		if (page->lines[next].kind != BLANK_LINE) {
			*after = &page->lines[next];
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

static bool is_headline(const struct line *line, const struct line *after, const struct progress *so_far)
{
	if (!line->is_titlish || (so_far->has_body && !so_far->is_whole) || !after)
		return false;
	if (!so_far->has_body && !so_far->has_title)
		return !line->is_lead || after->is_lead;
	return so_far->has_body && after->is_lead && !line->is_lead;
}

static bool begins_article(const struct page *page, const struct line *line, const struct progress *so_far)
{
	const char *text = page->bytes.bytes + line->start;

	if (!so_far->has_body)
		return false;
	if (line->kind == HEADING_LINE)
		return line->heading <= 2;
	return line->kind == RULE_LINE ||
	       (line->kind == TEXT_LINE && so_far->is_whole && begins_with(text, line->length, "本报讯"));
}

static void take_line(const struct line *line, struct progress *so_far)
{
	if (line->kind == HEADING_LINE)
		so_far->has_title = true;
	if (line->kind == TEXT_LINE)
		so_far->has_body = true;
	if (line->kind != BLANK_LINE)
		so_far->is_whole = line->kind != TEXT_LINE || line->is_whole;
}

/* How many of page->lines are the next article. */
static vg_status cut(size_t *count, struct page *page, vg_error *error)
{
	struct progress so_far = {.is_whole = true};

	for (size_t i = 0;; i++) {
		const struct line *after;
		bool has_line = true;
		vg_status status = VG_OK;

		*count = i;
		if (i >= page->line_count)
			status = scan_line(page, &has_line, error);
		if (status || !has_line)
			return status;
		if (begins_article(page, &page->lines[i], &so_far) || page->lines[i].start > page->used + ARTICLE_MAX)
			return VG_OK;
		if (page->lines[i].is_titlish) {
			if ((status = line_after(&after, page, i, error)))
				return status;
			if (is_headline(&page->lines[i], after, &so_far)) {
				if (so_far.has_body)
					return VG_OK;
				page->lines[i].kind = HEADING_LINE;
			}
		}
		take_line(&page->lines[i], &so_far);
	}
}

/* ── The year of the page ────────────────────────────────────────────────────────────────────────────── */

/* The four digits that end before `end`; 0 where there are more or fewer. */
static int year_before(const char *bytes, size_t end)
{
	int year = 0;

	if (end < 4 || (end > 4 && bytes[end - 5] >= '0' && bytes[end - 5] <= '9'))
		return 0;
	for (size_t i = end - 4; i < end; i++) {
		if (bytes[i] < '0' || bytes[i] > '9')
			return 0;
		year = year * 10 + bytes[i] - '0';
	}
	return year;
}

/* The latest year that the page names; plans (到2025年) do not count. 0: none. */
static int latest_year(const char *bytes, size_t length)
{
	static const char *const plans[] = {"到", "至", "十四五", "十五五", "规划", "目标", NULL};
	int latest = 0;

	for (size_t i = 0; i + 3 <= length; i++) {
		bool ends_year = !memcmp(bytes + i, "年", 3) || bytes[i] == '-' || bytes[i] == '/' || bytes[i] == '.';
		int year = ends_year && (bytes[i] < 0 || (bytes[i + 1] >= '0' && bytes[i + 1] <= '9'))
				   ? year_before(bytes, i)
				   : 0;

		if (year > latest && year >= 1980 && year < 2100 && !ends_with_any(bytes, i - 4, plans))
			latest = year;
	}
	return latest;
}

static void learn_year(struct page *page)
{
	page->has_year = true;
	if (*page->date.from)
		page->year = atoi(page->date.from);
	page->is_whole = page->is_at_end && page->bytes.length <= PAGE_MAX;
	if (!page->year && page->is_whole)
		page->year = latest_year(page->bytes.bytes, page->bytes.length);
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
			is_known = date_published(bytes + page->lines[i].start, page->lines[i].length, &article->published);
	article->year = is_known ? atoi(article->published.from) : page->year;
	if (!article->year && !page->is_whole)
		article->year = latest_year(bytes + article->start, article->end - article->start);
}

/* ── Articles ────────────────────────────────────────────────────────────────────────────────────────── */

/* What was given is let go of. */
static void forget_used(struct page *page)
{
	if (page->used < PAGE_MAX / 2)
		return;
	memmove(page->bytes.bytes, page->bytes.bytes + page->used, page->bytes.length - page->used + 1);
	page->bytes.length -= page->used;
	page->offset += page->used;
	source_forget(page->source, page->offset);
	page->scanned -= page->used;
	for (size_t i = 0; i < page->line_count; i++)
		page->lines[i].start -= page->used;
	page->used = 0;
}

vg_status page_next(struct page *page, struct article *article, bool *has_more, vg_error *error)
{
	size_t count, end;
	vg_status status;

	article_empty(article);
	forget_used(page);
	while (!page->has_begun || (!page->is_at_end && page->bytes.length - page->used < PAGE_MAX))
		if ((status = read_more(page, error)))
			return status;
	if (!page->has_year)
		learn_year(page);
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
	memmove(page->lines, page->lines + count, (page->line_count - count) * sizeof *page->lines);
	page->line_count -= count;
	page->line_number += count;
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
	source_locate(article->page->source, article->offset + start, article->offset + end, line_of(article, start), passage);
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
