/* cuts.c - where names end: words that are never part of one, marks, numbers with a measure; and what each character may be. */
#include "importers/news/runs.h"

/* 27人, 23年, 15.6亿元: a number with its measure is a cut; 360集团 is none, nor is what has more digits than any number. */
static size_t measured_length(const struct article *article, size_t i)
{
	enum { MOST_DIGITS = 30 };
	static const char16_t measures[] =
		u"年月日时点家名人个万亿余多次项条公亩吨套户岁元届期位平千百台种类年天周号%+~-.至";
	size_t end = i;

	while (end - i < MOST_DIGITS && is_digit(article->chars[end]))
		end++;
	for (const char16_t *measure = measures; *measure; measure++)
		if (article->chars[end] == *measure && !text_at(article, end, "号线"))
			return end + 1 - i;
	return 0;
}

void cut_around(struct article *article, size_t start, size_t end, unsigned char how)
{
	article->is_cut[start] |= how;
	article->is_cut[end] |= how;
}

/* 那坡镇, 和平乡: of a town called by one character there is none. */
static bool begins_town(const struct article *article, size_t i)
{
	uint16_t level = article->chars[i + 1] ? article->chars[i + 2] : 0;

	return (article->chars[i] == u'那' || article->chars[i] == u'和') && (level == u'镇' || level == u'乡') &&
	       is_han(article->chars[i + 1]) && !word_at(article, i + 1, ~IN(COUNTY_SHORT));
}

/* The longest word first; what it covers begins no other. */
static size_t cut_at_word(struct article *article, size_t i)
{
	const struct match *match = match_at(article, i);
	size_t name = article->short_at[i];

	if (name && (!match || match->length <= name)) { /* 云和|经济开发区 where 云和县 is named, not 云|和 */
		for (size_t k = i + 1; k < i + name; k++)
			article->is_cut[k] |= CUT_INSIDE;
		return name;
	}
	if (match && match->classes == IN(COUNTY_SHORT) && article->chars[i + match->length - 1] == u'都')
		return match->length;			 /* 盐都, whatever 都 is */
	if (match && match->classes == IN(COUNTY_SHORT)) /* 和|政府, not 和政 */
		match = i + 1 < article->count && match + 1 < article->matches + article->first_match[i + 1] ? match + 1
													     : NULL;
	if (!match)
		return 1;
	if (match->length == 2 && article->chars[i + 1] == u'有' &&
	    text_at(article, i + 1, "有限")) /* 网具|有限公司, whatever 具有 is */
		return 1;
	if (match->length == 1 && match->classes & (IN(STOP) | IN(JOINT)) &&
	    (begins_house(article, i) || begins_town(article, i)))
		return 1;
	if (match->classes & IN(JOINT))
		cut_around(article, i, i + match->length, CUT_JOINT);
	else if ((match->classes & CUTTING || (match->length > 1 && match->classes & IN(SPEECH))) &&
		 !(match->classes & (IN(PLACE_ENDING) | IN(ORGANIZATION_ENDING) | IN(KNOWN_ORGANIZATION))))
		cut_around(article, i, i + match->length, CUT_HARD);
	if (match->length > 1 && match->classes & ~(IN(COUNTY_SHORT) | IN(SPEECH)))
		for (size_t k = i + 1; k < i + match->length; k++)
			article->is_cut[k] |= CUT_INSIDE;
	else
		return 1;
	return match->length;
}

static void mark_date(struct article *article, size_t i)
{
	article->is_cut[i] |= MAY_BE_DATE;
	article->marks[i] |= DATED;
}

/* 二〇二三|年, 五|月: a date in words begins there. */
static void mark_numerals(struct article *article, size_t end)
{
	size_t start = end;

	while (start && end - start < 4 && is_numeral(article->chars[start - 1]))
		start--;
	if (start < end)
		mark_date(article, start);
}

/* The bits of a mark, a digit or a letter; where quotation marks open and close. ASCII marks open and close alike. */
static unsigned char mark_no_han(struct article *article, size_t i, unsigned char *quoted)
{
	uint16_t character = article->chars[i];

	if (character == 0x201C || character == 0x201D) {
		*quoted = character == 0x201C && !*quoted ? QUOTED : 0;
		article->has_quoted_delegation |= article->starts[i + 1] & IN(DELEGATION_ENDING) && character == 0x201D;
		article->has_quoted_company |=
			(article->starts[i + 1] & (IN(COMPANY_WORD) | IN(NOUN) | IN(ORGANIZATION_ENDING))) > 0;
	} else if (character == '\n') {
		*quoted = 0;
	}
	article->has_dots |= character == 0x00B7;
	article->marks[i] |= NO_HAN | (is_digit(character) ? DATED : 0) | (is_sentence_end(character) ? STOPS : 0);
	return *quoted | (is_name_character(character) ? NAME_CHARACTER : 0) | (is_digit(character) ? MAY_BE_DATE : 0);
}

/* Which characters may be of a name; what stands between quotation marks, each paragraph for itself. */
static void mark_characters(struct article *article)
{
	unsigned char quoted = 0, *is_cut = article->is_cut;
	const uint16_t *chars = article->chars;
	size_t count = article->count;

	article->has_dots = article->has_quoted_delegation = article->has_quoted_company = false;
	for (size_t i = 0; i < count; i++) {
		if (chars[i] < 0x4E00 || chars[i] > 0x9FFF) /* no Han of every day */
			is_cut[i] = mark_no_han(article, i, &quoted);
		else
			is_cut[i] = NAME_CHARACTER | quoted;
		if (chars[i] == u'月' || chars[i] == u'年')
			mark_numerals(article, i);
		else if (chars[i] == u'今')
			article->marks[i] |= DATED;
	}
}

void cuts_find(struct article *article)
{
	size_t end = article->count;

	article->is_cut = arena_get(&article->arena, end + 1 + MARGIN);
	article->found_at = arena_get(&article->arena, (end + 2) * sizeof *article->found_at);
	mark_characters(article);
	for (size_t i = 0; (i = mark_at(article, i, end, WORD | NO_HAN)) < end;) {
		size_t measured = is_digit(article->chars[i]) ? measured_length(article, i) : 0;

		if (measured) {
			cut_around(article, i, i + measured, CUT_HARD);
			i += measured;
		} else if (!(article->is_cut[i] & NAME_CHARACTER)) {
			cut_around(article, i, i + 1, CUT_HARD);
			i++;
		} else {
			i += cut_at_word(article, i);
		}
	}
	for (size_t t = 0; t < article->title_count; t++) {
		cut_around(article, article->titles[t].start, article->titles[t].end, CUT_HARD);
		article->is_cut[article->titles[t].start] |= TITLE_START;
	}
	cut_around(article, 0, end, CUT_HARD);
}
