/* html.h - a web page as text: what html.c tells the news importer. */
#ifndef IMPORTERS_HTML_H
#define IMPORTERS_HTML_H

#include "importers/importers.h"

/* A page without its tags: a line is a paragraph, a heading (with as many # in front as its level) or a cell of a table. Scripts,
 * styles, forms, navigation and paragraphs that are nothing but links are not in it. */
struct html {
	struct text text;
	size_t start; /* of what is to be read: the first headline, where there is one; what stands above is the site's */
	struct text source;	/* as UTF-8 */
	struct origins origins; /* where in `source` each character of the text stands */
};

/* Whether a file that begins so is a web page. */
bool html_begins(const char *bytes, size_t length);
/* Reads all that the reader gives. VG_BAD_INPUT: larger or deeper than any web page is. */
vg_status html_read(struct html *html, struct reader *reader, const char *file, vg_error *error);
void html_free(struct html *html);

#endif
