/* fuzz_news.h - what the fuzzers of news share: a file of any bytes is read, and what it tells must stand in it. */
#include "importers/news/html.h"
#include "importers/news/news.h"

#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/visitgraph-news-XXXXXX";
static struct words *words;

static void clean_up(void)
{
	unlink(path);
	words_free(words);
}

static void prepare(void)
{
	vg_error error;
	int file;

	if (words)
		return;
	file = mkstemp(path);
	if (file < 0 || words_load(&words, NULL, &error))
		abort();
	close(file);
	atexit(clean_up);
}

static void write_news(const uint8_t *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");

	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file))
		abort();
}

static void check_passage(const vg_passage *passage, bool is_verbatim, const uint8_t *bytes, size_t size)
{
	size_t length = passage->span_end - passage->span_start;

	if (passage->span_end < passage->span_start || passage->span_end > size || !passage->line)
		abort();
	if (is_verbatim &&
	    (strlen(passage->quote) != length || memcmp(bytes + passage->span_start, passage->quote, length)))
		abort();
}

static void check_parties(const vg_article *told, const vg_parties *parties)
{
	for (size_t i = 0; i < parties->count; i++)
		if (parties->items[i] >= told->entity_count)
			abort();
}

static void check_article(const vg_article *told, bool is_verbatim, const uint8_t *bytes, size_t size)
{
	for (size_t v = 0; v < told->visit_count; v++) {
		check_passage(&told->visits[v].passage, is_verbatim, bytes, size);
		check_parties(told, &told->visits[v].visitors);
		check_parties(told, &told->visits[v].hosts);
		check_parties(told, &told->visits[v].companions);
		if (!told->visits[v].visitors.count)
			abort(); /* nobody visits */
	}
	for (size_t t = 0; t < told->tie_count; t++) {
		check_passage(&told->ties[t].passage, is_verbatim, bytes, size);
		if (told->ties[t].a >= told->entity_count || told->ties[t].b >= told->entity_count ||
		    told->ties[t].a == told->ties[t].b)
			abort();
	}
}

static bool is_web_page(const uint8_t *bytes, size_t size)
{
	size_t mark = size >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;

	return html_begins((const char *)bytes + mark, size - mark);
}

/* As a text or as the web page that it is. */
static inline void read_news(const uint8_t *bytes, size_t size)
{
	struct article article = {0};
	struct page *page;
	bool has_more = true;
	vg_error error;

	prepare();
	write_news(bytes, size);
	if (page_open(&page, path, NULL, NULL, &error)) {
		if (strchr(error.message, '\n'))
			abort(); /* a message is one line */
		return;
	}
	article.words = words;
	while (!page_next(page, &article, &has_more, &error) && has_more) {
		vg_article told;

		article_read(&article);
		told = article_tell(&article, page_encoding(page));
		check_article(&told, !strcmp(told.encoding, "UTF-8") && !is_web_page(bytes, size), bytes, size);
	}
	article_free(&article);
	page_free(page);
}
