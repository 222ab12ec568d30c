/* news-dates.c - dates in running text: 1月31日~2月2日, 2017年6月17日, 12月12日至15日, 近日.
 *
 * A year that the text does not tell is that in which the article came out, or the one before where the day is far ahead: 12月28日 in
 * January. Where it is not known, the date is "--02-01". */
#include "importers/news.h"

#include "importers/news-runs.h"

#include <stdlib.h>

struct day {
	int year, month, day;
};

/* 〇 … 九 as 0 … 9, 十 as 10; -1: no numeral. */
static int numeral_of(uint16_t character)
{
	static const char16_t numerals[] = u"〇一二三四五六七八九十";

	if (character < 0x25CB || character > u'零')
		return -1;
	for (int value = 0; numerals[value]; value++)
		if (numerals[value] == character)
			return value;
	return character == u'零' || character == 0x25CB ? 0 : -1;
}

/* 二〇二三, 十一, 二十三 */
static int words_at(const struct article *article, size_t *i, size_t most)
{
	int number = 0, value;

	for (size_t start = *i; *i - start < most && (value = numeral_of(article->chars[*i])) >= 0; ++*i)
		if (value < 10 && number % 10 == 0 && number >= 10 && number < 100)
			number += value;
		else
			number = value < 10 ? number * 10 + value : number ? number * 10 : 10;
	return number;
}

static int number_at(const struct article *article, size_t *i, size_t most)
{
	int number = 0;
	size_t start = *i;

	if (numeral_of(article->chars[*i]) >= 0)
		return words_at(article, i, most > 3 ? most : 3);
	while (*i < article->count && *i - start < most && is_digit(article->chars[*i]))
		number = number * 10 + article->chars[(*i)++] - '0';
	return number;
}

static bool skip(const struct article *article, size_t *i, const char *word, size_t length)
{
	if (!text_at(article, *i, word))
		return false;
	*i += length;
	return true;
}

static bool is_day(int month, int day)
{
	static const int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1];
}

/* 2017-06-17, 2017.6.17, 2017/6/17 */
static bool read_numeric(const struct article *article, size_t *i, struct day *day)
{
	size_t at = *i;
	uint16_t mark;

	day->year = number_at(article, &at, 4);
	mark = article->chars[at];
	if (at - *i != 4 || !(mark == '-' || mark == '.' || mark == '/'))
		return false;
	at++;
	day->month = number_at(article, &at, 2);
	if (article->chars[at] != mark)
		return false;
	at++;
	day->day = number_at(article, &at, 2);
	if (day->year < 1980 || !is_day(day->month, day->day))
		return false;
	*i = at;
	return true;
}

/* 3月中旬, 3月初 */
static bool is_part_of_month(const struct article *article, size_t i)
{
	static const char *const parts[] = {"上旬", "中旬", "下旬", "初", "底", "末"};

	for (size_t p = 0; p < COUNT(parts); p++)
		if (text_at(article, i, parts[p]))
			return !text_at(article, i + strlen(parts[p]) / 3, "前");
	return false;
}

/* [2017年]6月[17日]; a month alone counts where a year stands before it. */
static bool read_words(const struct article *article, size_t *i, struct day *day)
{
	size_t at = *i, before;
	int number = number_at(article, &at, 4);

	*day = (struct day){0};
	if (at - *i == 4 && number >= 1980 && number < 2100 && skip(article, &at, "年", 1)) {
		day->year = number;
		number = number_at(article, &at, 2);
	}
	if (number < 1 || number > 12 || !skip(article, &at, "月", 1))
		return false;
	day->month = number;
	before = at;
	number = number_at(article, &at, 2);
	if (is_day(day->month, number) &&
	    (skip(article, &at, "日", 1) || skip(article, &at, "号", 1) || text_at(article, at, "-") ||
	     text_at(article, at, "~") || text_at(article, at, "至") || text_at(article, at, "、"))) {
		day->day = number;
	} else {
		at = before;
		if ((!day->year && !is_part_of_month(article, at)) || text_at(article, at, "份以来"))
			return false;
	}
	*i = at;
	return true;
}

/* Behind a day: ~2月2日, 至15日, -17日; 、18日. */
static bool read_until(const struct article *article, size_t *i, const struct day *from, struct day *until)
{
	size_t at = *i, start;
	int number;

	if (!from->day)
		return false;
	while (text_at(article, at, "-") || text_at(article, at, "~") || text_at(article, at, "至") ||
	       text_at(article, at, "到") || text_at(article, at, "、"))
		at++;
	if (at == *i)
		return false;
	*i = at;
	if (read_words(article, i, until) && until->day)
		return true;
	start = at;
	number = number_at(article, &at, 2);
	if (at == start || !skip(article, &at, "日", 1) || number <= from->day || !is_day(from->month, number))
		return false;
	*until = (struct day){from->year, from->month, number};
	*i = at;
	return true;
}

static int year_of(const struct article *article, const struct day *day)
{
	enum { FAR = 6 };
	int published = *article->published.from && strlen(article->published.from) >= 7
				? atoi(article->published.from + 5)
				: 12;

	if (day->year)
		return day->year;
	return article->year ? article->year - (day->month > published + FAR) : 0;
}

static void write_day(char out[12], const struct day *day, int of_year)
{
	char text[40];

	if (of_year && day->day)
		snprintf(text, sizeof text, "%04d-%02d-%02d", of_year, day->month, day->day);
	else if (of_year)
		snprintf(text, sizeof text, "%04d-%02d", of_year, day->month);
	else if (day->day)
		snprintf(text, sizeof text, "--%02d-%02d", day->month, day->day);
	else
		snprintf(text, sizeof text, "--%02d", day->month);
	snprintf(out, 12, "%.11s", text);
}

/* 截至6月9日 and 6月以来 tell no day on which something was done. */
static bool is_bound(const struct article *article, size_t start, size_t end)
{
	return (start >= 2 && (text_at(article, start - 2, "截至") || text_at(article, start - 2, "截止"))) ||
	       (start >= 1 && text_at(article, start - 1, "自")) || text_at(article, end, "以来") ||
	       text_at(article, end, "前") || text_at(article, end, "起");
}

static bool date_at(const struct article *article, size_t i, vg_date *date)
{
	struct day from, until;
	size_t at = i, end;

	if (i && (is_digit(article->chars[i - 1]) || numeral_of(article->chars[i - 1]) >= 0))
		return false;
	if (!read_numeric(article, &at, &from) && !read_words(article, &at, &from))
		return false;
	if (is_bound(article, i, at))
		return false;
	*date = (vg_date){0};
	write_day(date->from, &from, year_of(article, &from));
	end = at;
	if (read_until(article, &end, &from, &until)) {
		if (!until.year)
			until.year = from.year;
		write_day(date->until, &until, year_of(article, &until));
	}
	return true;
}

static int digits_at(const char **at, const char *end)
{
	int number = 0;

	while (*at < end && **at >= '0' && **at <= '9' && number < 10000)
		number = number * 10 + *(*at)++ - '0';
	return number;
}

/* Past one of - / . 年 月; false where there is none. */
static bool pass_mark(const char **at, const char *end, const char *word)
{
	size_t length = **at && strchr("-/.", **at) ? 1 : strlen(word);

	if (*at >= end || (length > 1 && ((size_t)(end - *at) < length || memcmp(*at, word, length))))
		return false;
	*at += length;
	return true;
}

bool date_published(const char *line, size_t length, vg_date *date)
{
	const char *at = line, *end = line + length;
	struct day day;

	while (at < end) {
		if (*at < '0' || *at > '9') {
			at++;
			continue;
		}
		day.year = digits_at(&at, end);
		if (day.year < 1980 || day.year >= 2100 || at == end || !pass_mark(&at, end, "年"))
			continue;
		day.month = digits_at(&at, end);
		if (at == end || !pass_mark(&at, end, "月"))
			continue;
		day.day = digits_at(&at, end);
		if (!is_day(day.month, day.day))
			continue;
		*date = (vg_date){0};
		write_day(date->from, &day, day.year);
		return true;
	}
	return false;
}

/* 19日上午, when the month was told before. */
static bool day_at(const struct article *article, size_t i, const vg_date *before, vg_date *date)
{
	size_t at = i, month = strlen(before->from);
	int day = number_at(article, &at, 2);

	if ((i && (is_digit(article->chars[i - 1]) || numeral_of(article->chars[i - 1]) >= 0 ||
		   article->chars[i - 1] == u'月')) ||
	    day < 1 || day > 31 || !text_at(article, at, "日"))
		return false;
	if (month < (*before->from == '-' ? 4 : 7) || is_bound(article, i, at + 1))
		return false;
	month = *before->from == '-' ? 4 : 7;
	*date = (vg_date){0};
	snprintf(date->from, sizeof date->from, "%.*s-%02d", (int)month, before->from, day % 100);
	return true;
}

/* 北京5月6日电, (融媒 2023年11月9日讯): when it was written; what is told has its own day, where it tells one. */
static bool is_dateline(const struct article *article, size_t i)
{
	while (is_digit(article->chars[i]) || article->chars[i] == u'年' || article->chars[i] == u'月')
		i++;
	return article->chars[i] == u'日' && (article->chars[i + 1] == u'电' || article->chars[i + 1] == u'讯');
}

bool date_in(const struct article *article, struct span sentence, const vg_date *before, vg_date *date, bool *is_vague)
{
	bool has_dateline = false;
	vg_date dateline;

	*is_vague = false;
	for (size_t i = sentence.start; i < sentence.end; i++) {
		if (article->is_cut[i] & MAY_BE_DATE &&
		    (date_at(article, i, date) || day_at(article, i, before, date))) {
			if (!is_dateline(article, i))
				return true;
			dateline = *date;
			has_dateline = true;
		}
		if (article->starts[i] & IN(VAGUE_DATE)) {
			*date = (vg_date){0};
			*is_vague = true;
			return true;
		}
	}
	if (has_dateline)
		*date = dateline;
	return has_dateline;
}
