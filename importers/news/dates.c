/* dates.c - dates in running text: 1月31日~2月2日, 2017年6月17日, 12月12日至15日, 近日.
 *
 * A year that the text does not tell is that in which the article came out, or the one before where the day is far ahead: 12月28日 in
 * January. Where it is not known, the date is "--02-01". */
#include "importers/news/news.h"

#include "importers/news/runs.h"

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

enum { UNKNOWN_YEAR = -1 };

/* 2017年, 去年: of 去年 what it means where the article says when it came out. 0: there is no year. */
static int read_year(const struct article *article, size_t *i)
{
	static const char *const relative[] = {"今年", "去年", "前年"};
	size_t at = *i;
	int year;

	for (int back = 0; back < (int)COUNT(relative); back++)
		if (skip(article, i, relative[back], 2)) {
			if (*article->published.from)
				return atoi(article->published.from) - back;
			return back || !article->year ? UNKNOWN_YEAR : article->year;
		}
	year = number_at(article, &at, 4);
	if (at - *i != 4 || year < 1980 || year >= 2100 || !skip(article, &at, "年", 1))
		return 0;
	*i = at;
	return year;
}

/* [2017年]6月[17日]; a month alone counts where a year stands before it. */
static bool read_words(const struct article *article, size_t *i, struct day *day)
{
	size_t at = *i, before;
	int number;

	*day = (struct day){.year = read_year(article, &at)};
	number = number_at(article, &at, day->year ? 2 : 4);
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
		return day->year == UNKNOWN_YEAR ? 0 : day->year;
	return article->year ? article->year - (day->month > published + FAR) : 0;
}

/* So many digits, and what stands before them. */
static char *write_number(char *at, const char *before, int number, size_t digits)
{
	while (*before)
		*at++ = *before++;
	for (size_t i = digits; i-- > 0; number /= 10)
		at[i] = (char)('0' + number % 10);
	at[digits] = '\0';
	return at + digits;
}

static void write_day(char out[12], const struct day *day, int of_year)
{
	out = of_year ? write_number(out, "", of_year, 4) : write_number(out, "-", 0, 0);
	out = write_number(out, "-", day->month, 2);
	if (day->day)
		write_number(out, "-", day->day, 2);
}

/* 截至6月9日 and 6月以来 tell no day on which something was done. */
static bool is_bound(const struct article *article, size_t start, size_t end)
{
	return (start >= 2 && (text_at(article, start - 2, "截至") || text_at(article, start - 2, "截止"))) ||
	       (start >= 1 && text_at(article, start - 1, "自")) || text_at(article, end, "以来") ||
	       text_at(article, end, "前") || text_at(article, end, "起");
}

/* `year` was told before in the sentence, 0: none was. */
static bool date_at(const struct article *article, size_t i, int year, vg_date *date)
{
	struct day from, until;
	size_t at = i, end;

	if (i && (is_digit(article->chars[i - 1]) || numeral_of(article->chars[i - 1]) >= 0))
		return false;
	if (!read_numeric(article, &at, &from) && !read_words(article, &at, &from))
		return false;
	if (is_bound(article, i, at))
		return false;
	if (!from.year)
		from.year = year;
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
	memcpy(date->from, before->from, month);
	write_number(date->from + month, "-", day, 2);
	return true;
}

/* 北京5月6日电, (融媒 2023年11月9日讯): when it was written; what is told has its own day, where it tells one. */
static bool is_dateline(const struct article *article, size_t i)
{
	while (is_digit(article->chars[i]) || article->chars[i] == u'年' || article->chars[i] == u'月')
		i++;
	return article->chars[i] == u'日' && (article->chars[i + 1] == u'电' || article->chars[i + 1] == u'讯');
}

/* Whether a clause begins here, or what somebody did is told: 李明|去年赴香港; not 比|去年增长. */
static bool begins_clause(const struct article *article, size_t i)
{
	static const char16_t before[] = u"在于曾";

	if (!i || is_clause_end(article->chars[i - 1]) || article->found_at[i - 1])
		return true;
	for (const char16_t *character = before; *character; character++)
		if (article->chars[i - 1] == *character)
			return true;
	return false;
}

/* 2022年, 2023年底: a year alone tells when something was done where a comma, or who did it, follows. 0: it does not. */
static int year_at(const struct article *article, size_t i)
{
	static const char *const parts[] = {"上半年", "下半年", "年初", "年底", "年末", "春节", "初",
					    "底",     "末",	"春",	"夏",	"秋",	"冬"};
	size_t at = i;
	int year = begins_clause(article, i) ? read_year(article, &at) : 0;

	if (!year || (article->year && year > article->year))
		return 0;
	for (size_t p = 0; p < COUNT(parts); p++)
		if (skip(article, &at, parts[p], strlen(parts[p]) / 3))
			break;
	return article->chars[at] == ',' || article->found_at[at] || article->title_at[at] ||
			       text_at(article, at, "曾") || article->starts[at] & IN(SIGNED_CUE)
		       ? year
		       : 0;
}

static void day_before(struct day *day)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool is_leap = day->year % 4 == 0 && (day->year % 100 || day->year % 400 == 0);

	if (--day->day)
		return;
	if (!--day->month) {
		day->month = 12;
		day->year--;
	}
	day->day = lengths[day->month - 1] + (day->month == 2 && is_leap);
}

/* What 昨天, 上月 and 去年 count back from the day on which the article came out; unknown where that is not. */
static const struct {
	const char *word;
	int days, months, years;
	enum telling telling;
} relatives[] = {
	{"昨天", 1, 0, 0, TELLS_DAY},	  {"昨日", 1, 0, 0, TELLS_DAY},	    {"前天", 2, 0, 0, TELLS_DAY},
	{"前日", 2, 0, 0, TELLS_DAY},	  {"上月", 0, 1, 0, TELLS_EARLIER}, {"上个月", 0, 1, 0, TELLS_EARLIER},
	{"去年", 0, 0, 1, TELLS_EARLIER}, {"前年", 0, 0, 2, TELLS_EARLIER}, {"上周", 0, 0, 0, TELLS_EARLIER},
};

static void count_back(const struct article *article, size_t r, vg_date *date)
{
	const char *published = article->published.from;
	size_t length = *published == '-' ? 0 : strlen(published);
	struct day day = {0};

	*date = (vg_date){0};
	if (length >= 4)
		day.year = atoi(published) - relatives[r].years;
	if (length >= 7)
		day.month = atoi(published + 5);
	if (length >= 10)
		day.day = atoi(published + 8);
	for (int i = 0; i < relatives[r].days && day.day; i++)
		day_before(&day);
	if (relatives[r].months && day.month) {
		day.year -= day.month == 1;
		day.month = day.month == 1 ? 12 : day.month - 1;
	}
	if (relatives[r].days && day.day)
		write_day(date->from, &day, day.year);
	else if (relatives[r].months && day.month)
		write_day(date->from, &(struct day){day.year, day.month, 0}, day.year);
	else if (relatives[r].years && day.year)
		snprintf(date->from, sizeof date->from, "%04d", day.year % 10000);
}

/* 近日, 昨天, 去年[6月5日] */
static enum telling vague_at(const struct article *article, size_t i, vg_date *date)
{
	for (size_t r = 0; r < COUNT(relatives); r++) {
		if (!text_at(article, i, relatives[r].word))
			continue;
		if (relatives[r].years && date_at(article, i, 0, date))
			return TELLS_DAY;
		if (relatives[r].telling == TELLS_EARLIER && !begins_clause(article, i))
			return TELLS_NOTHING;
		count_back(article, r, date);
		return relatives[r].telling;
	}
	*date = (vg_date){0};
	return TELLS_DAY;
}

/* A date that one is told behind another where a clause begins: 5月22日,商务局通报:4月18日,…; (5月22日)5月18日,…; 于2024年3月签订. */
static bool begins_telling(const struct article *article, size_t i)
{
	return begins_clause(article, i) || article->chars[i - 1] == ')';
}

/* 于2024年|签订 */
static bool is_signed_in(const struct article *article, size_t i)
{
	return read_year(article, &i) && article->starts[i] & IN(SIGNED_CUE);
}

struct telling_of_day {
	const struct article *article;
	const vg_date *before; /* of which a day alone takes the month */
	int year;	       /* told alone: 2022年,… */
	enum telling telling;
	vg_date date, dateline;
	bool has_dateline;
};

/* What begins at i; keeps what was told before where it tells nothing. */
static void take_day(struct telling_of_day *told, size_t i)
{
	const struct article *article = told->article;
	bool may_be_date = article->is_cut[i] & MAY_BE_DATE;
	enum telling telling;
	vg_date date;

	if (told->telling && !begins_telling(article, i))
		return;
	if (may_be_date || text_at(article, i, "今年")) {
		if (date_at(article, i, told->year, &date) ||
		    (!told->year && day_at(article, i, told->before, &date))) {
			if (is_dateline(article, i)) {
				told->dateline = date;
				told->has_dateline = true;
				return;
			}
			told->date = date;
			told->telling = TELLS_DAY;
			return;
		}
		if (!told->year && may_be_date && (!told->telling || is_signed_in(article, i)))
			told->year = year_at(article, i);
		if (told->year && told->telling) {
			told->date = (vg_date){0};
			write_number(told->date.from, "", told->year, 4);
			told->telling = TELLS_EARLIER;
		}
	}
	if (!told->telling && article->starts[i] & IN(VAGUE_DATE) && (telling = vague_at(article, i, &date))) {
		told->date = date;
		told->telling = telling;
	}
}

static enum telling settle_day(struct telling_of_day *told, vg_date *date)
{
	*date = told->date;
	if (told->telling)
		return told->telling;
	if (told->has_dateline)
		*date = told->dateline;
	if (told->year)
		snprintf(date->from, sizeof date->from, "%04d", told->year % 10000);
	return told->year ? TELLS_EARLIER : told->has_dateline ? TELLS_DAY : TELLS_NOTHING;
}

enum telling date_in(const struct article *article, struct span sentence, const vg_date *before, enum which_day which,
		     vg_date *date)
{
	struct telling_of_day told = {.article = article, .before = before};

	for (size_t i = sentence.start; (i = mark_at(article, i, sentence.end, DATED)) < sentence.end; i++) {
		take_day(&told, i);
		if (told.telling && which == FIRST_DAY)
			break;
	}
	return settle_day(&told, date);
}
