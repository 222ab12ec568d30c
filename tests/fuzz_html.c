/* fuzz_html.c - any bytes at all as a web page of news: nothing may crash or leak, and every span must lie in the file. */
#include "tests/fuzz_news.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char beginning[] = "<!DOCTYPE html>";
	struct text page = {0};

	text_put(&page, beginning);
	text_add(&page, (const char *)bytes, size);
	read_news((const uint8_t *)page.bytes, page.length);
	text_free(&page);
	return 0;
}

#ifdef STANDALONE
#include "tests/standalone.h"
#endif
