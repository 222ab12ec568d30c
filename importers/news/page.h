/* page.h - a page as lines: what page.c tells text.c. */
#ifndef IMPORTERS_NEWS_PAGE_H
#define IMPORTERS_NEWS_PAGE_H

#include "importers/news/news.h"

enum line_kind {
	BLANK_LINE,
	HEADING_LINE,
	TEXT_LINE,
	BYLINE_LINE,
	SOURCE_LINE,
	RULE_LINE,
	FURNITURE_LINE, /* of the site, not of the text */
};

struct line {
	size_t start, length; /* in the bytes of the article */
	enum line_kind kind;
	bool is_ended;	   /* a line break is behind it; 【…】 before its text is a line of its own */
	bool is_whole;	   /* its last sentence ends with it */
	bool is_lead;	   /* as the first of an article begins */
	bool is_dispatch;  /* 本报讯, 某某讯 */
	bool is_body;	   /* a sentence ends within it */
	bool is_titlish;   /* may be a headline */
	bool is_closed;	   /* the same, ending in ! or ” as a sentence might */
	bool is_unmarked;  /* may be the second line of a headline */
	bool is_subhead;   /* may be a heading within an article */
	bool is_caption;   /* of a picture */
	bool is_bracketed; /* 【…】 */
	bool is_column;	   /* the same, short: 【客商来访】 */
	unsigned heading;  /* how many # stand before it */
};

/* What the line is, by its own text (lines.c); start and length are for the caller. */
struct line line_describe(const char *text, size_t length);
/* The length of the marks that are drawn before it: ■, □. */
size_t line_bullets(const char *text, size_t length);
/* The length of the 【…】 that may be a headline with which the line begins; 0: none. *is_column: it is short, as columns are called. */
size_t line_bracket(const char *text, size_t length, bool *is_column);
bool text_begins(const char *text, size_t length, const char *word);
bool text_ends_with_any(const char *text, size_t length, const char *const *words); /* up to NULL */

/* The latest year that the text names: of its days, else of all; 0: none. (years.c) */
int latest_year(const char *bytes, size_t length);
/* Fills the characters of an article from its lines. */
void article_fill(struct article *article, const struct line *lines, size_t count);

#endif
