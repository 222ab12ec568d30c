/* dates.c - dates in every form that lists write them.
 *
 * A date is first folded into a short line of ASCII signs (年 becomes Y, 至 becomes ~, 二十 becomes 20, …), in which
 * the many ways to write one look alike, and that line is then read from left to right:
 *
 *     range = part [ "~" part ]     part = day [ weekday | half of the day | time of day ]…
 *
 * What could mean two days (18/02/2020, 23-2-1) is no date. */
#include "graph/text.h"

enum { FOLDED = 96 };

/* clang-format off */
/* Signs of the folded line beside digits and - / . : ~ ( ) + and space */
enum { YEAR = 'Y', MONTH = 'M', DAY = 'D', HOUR = 'h', MINUTE = 'm', SECOND = 's', EARLY = 'a', MIDDLE = 'b', LATE = 'c',
       WEEKDAY = 'w', DAYTIME = 'n', UNREADABLE = '?' };

static const struct date_sign {
	const char *text;
	char sign;
} date_signs[] = {
	{"年", YEAR}, {"月份", MONTH}, {"月", MONTH}, {"日", DAY}, {"号", DAY}, {"號", DAY},
	{"上旬", EARLY}, {"中旬", MIDDLE}, {"下旬", LATE},
	{"时", HOUR}, {"時", HOUR}, {"点", HOUR}, {"點", HOUR}, {"分", MINUTE}, {"秒", SECOND},
	{"上午", DAYTIME}, {"下午", DAYTIME}, {"中午", DAYTIME}, {"晚上", DAYTIME}, {"早上", DAYTIME}, {"凌晨", DAYTIME},
	{"傍晚", DAYTIME}, {"全天", DAYTIME}, {"晚间", DAYTIME}, {"午后", DAYTIME}, {"晚", DAYTIME}, {"am", DAYTIME},
	{"pm", DAYTIME}, {"AM", DAYTIME}, {"PM", DAYTIME},
	{"星期", WEEKDAY}, {"礼拜", WEEKDAY}, {"周", WEEKDAY}, {"週", WEEKDAY},
	{"至", '~'}, {"到", '~'}, {"～", '~'}, {"〜", '~'}, {"——", '~'}, {"—", '~'}, {"–", '~'}, {"to", '~'},
	{"－", '-'}, {"／", '/'}, {"．", '.'}, {"：", ':'}, {"（", '('}, {"）", ')'}, {"　", ' '}, {"\u00a0", ' '},
	{"T", ' '}, {"Z", ' '}, {"\t", ' '},
	{"０", '0'}, {"１", '1'}, {"２", '2'}, {"３", '3'}, {"４", '4'},
	{"５", '5'}, {"６", '6'}, {"７", '7'}, {"８", '8'}, {"９", '9'},
	{NULL, 0},
};
/* clang-format on */

static const char *const numerals[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "〇", "天"};

enum { TEN = 10, ANOTHER_ZERO = 11, SUNDAY = 12 };

/* The Chinese numeral at `text`, -1 where there is none. */
static int numeral_at(const char *text)
{
	if ((unsigned char)*text < 0x80)
		return -1;
	for (int i = 0; i < (int)COUNT(numerals); i++)
		if (!strncmp(text, numerals[i], 3))
			return i == ANOTHER_ZERO ? 0 : i;
	return -1;
}

struct folded {
	char line[FOLDED];
	size_t length;
};

static void fold_add(struct folded *folded, int sign)
{
	if (folded->length < FOLDED - 1)
		folded->line[folded->length++] = (char)sign;
}

/* 二〇二三 is 2023 digit by digit; with 十 in it, 二十三 is 23. */
static const char *fold_numerals(struct folded *folded, const char *text)
{
	int number = 0, numeral, before = -1;
	bool has_ten = false;

	for (; (numeral = numeral_at(text)) >= 0 && numeral != SUNDAY; text += 3) {
		if (before >= 0 && before < TEN && numeral != TEN && !has_ten)
			fold_add(folded, '0' + before);
		if (numeral == TEN) {
			number = before > 0 ? before * 10 : 10;
			has_ten = true;
		} else if (has_ten) {
			number += numeral;
		}
		before = numeral;
	}
	if (has_ten) {
		fold_add(folded, '0' + number / 10 % 10);
		fold_add(folded, '0' + number % 10);
	} else {
		fold_add(folded, '0' + before);
	}
	return text;
}

static const char *fold_one(struct folded *folded, const char *text)
{
	int numeral = numeral_at(text);

	if (numeral >= 0 && numeral != SUNDAY)
		return fold_numerals(folded, text);
	if (*text && strchr("0123456789-/.:~()+ ", *text)) {
		fold_add(folded, *text);
		return text + 1;
	}
	for (const struct date_sign *known = date_signs; known->text; known++) {
		size_t size = strlen(known->text);

		if (strncmp(text, known->text, size))
			continue;
		text += size;
		fold_add(folded, known->sign);
		/* 周日 is no day of a month */
		return known->sign == WEEKDAY && (numeral_at(text) > 0 || !strncmp(text, "日", 3)) ? text + 3 : text;
	}
	fold_add(folded, UNREADABLE);
	return text + 1;
}

struct day {
	int year, month, day; /* 0 = not said */
	char third;	      /* EARLY, MIDDLE, LATE of the month, or 0 */
	char separator;	      /* that it was written with, or 0 */
};

/* Digits at *at: how many there are; their value in *value. */
static int read_digits(const char **at, int *value)
{
	int count = 0;

	for (*value = 0; **at >= '0' && **at <= '9'; ++*at, count++)
		*value = count < 8 ? *value * 10 + (**at - '0') : *value;
	return count;
}

static bool read_sign(const char **at, char sign)
{
	if (**at != sign)
		return false;
	++*at;
	return true;
}

static int count_digits(const char *at)
{
	int value;

	return read_digits(&at, &value);
}

static void read_spaces(const char **at)
{
	while (**at == ' ')
		++*at;
}

/* Whether the number at `at`, of at most two digits, goes on as a time of day: 9:00, 14时. */
static bool is_time(const char *at)
{
	int count = count_digits(at);

	return (count == 1 || count == 2) && (at[count] == ':' || at[count] == HOUR);
}

/* 2月1日, 2月上旬, 2月: behind the month's number and its M. */
static bool read_day_of_month(const char **at, struct day *day)
{
	read_spaces(at);
	if (**at == EARLY || **at == MIDDLE || **at == LATE) {
		day->third = *(*at)++;
		return true;
	}
	if (!count_digits(*at) || is_time(*at))
		return true;
	if (count_digits(*at) > 2)
		return false;
	read_digits(at, &day->day);
	read_spaces(at);
	read_sign(at, DAY);
	return day->day > 0;
}

static bool read_month(const char **at, struct day *day)
{
	if (count_digits(*at) < 1 || count_digits(*at) > 2)
		return false;
	read_digits(at, &day->month);
	read_spaces(at);
	return day->month > 0 && read_sign(at, MONTH) && read_day_of_month(at, day);
}

/* 2023-02-01, 2023-02: behind the year; `day->separator` stands at *at. */
static bool read_separated(const char **at, struct day *day)
{
	++*at;
	if (!count_digits(*at) || count_digits(*at) > 2)
		return false;
	read_digits(at, &day->month);
	if (**at == day->separator && count_digits(*at + 1) && count_digits(*at + 1) <= 2 && !is_time(*at + 1)) {
		++*at;
		read_digits(at, &day->day);
		return day->month && day->day;
	}
	return day->month > 0;
}

/* A day that names its year. */
static bool read_full_day(const char **at, struct day *day)
{
	int count = read_digits(at, &day->year);

	if (count == 8) {
		day->day = day->year % 100;
		day->month = day->year / 100 % 100;
		day->year /= 10000;
		return day->month && day->day;
	}
	if (count != 4)
		return false;
	if (strchr("-/.", **at) && **at && count_digits(*at + 1) < 4) {
		day->separator = **at;
		return read_separated(at, day);
	}
	read_spaces(at);
	if (!read_sign(at, YEAR))
		return true;
	read_spaces(at);
	return !count_digits(*at) || is_time(*at) || read_month(at, day);
}

/* 2日, 2月2日, 2.2 or 2: the end of a range, which takes from its beginning what it does not say. */
static bool read_short_day(const char **at, struct day *day, const struct day *from)
{
	const char *start = *at;
	int number;

	if (from && count_digits(*at) <= 2) {
		read_digits(at, &number);
		read_spaces(at);
		if (**at != MONTH && **at != '/' && **at != '.' && **at != '-') {
			bool is_month = !from->day && !from->third;

			if (is_month && **at == DAY)
				return false;
			read_sign(at, DAY);
			day->month = is_month ? number : from->month;
			day->day = is_month ? 0 : number;
			return from->month && number > 0;
		}
		if (**at == from->separator && from->day && count_digits(*at + 1)) {
			day->month = number;
			++*at;
			return count_digits(*at) <= 2 && read_digits(at, &day->day) && day->month && day->day;
		}
	}
	*at = start;
	return read_month(at, day);
}

/* 14:30, 14:30:00.000, 14时30分, and the end of a range of times. */
static bool read_time(const char **at)
{
	int number;

	if (!is_time(*at))
		return false;
	while (count_digits(*at)) {
		read_digits(at, &number);
		if (!**at || !strchr(":.hms", **at))
			break;
		++*at;
	}
	if (**at && strchr("+-~", **at) && is_time(*at + 1)) { /* a time zone, or until when */
		++*at;
		return read_time(at);
	}
	return true;
}

/* What may stand behind a day and does not change it: weekday, half of the day, time. */
static void read_time_of_day(const char **at)
{
	const char *start;

	do {
		read_spaces(at);
		start = *at;
		if ((**at == WEEKDAY || **at == DAYTIME))
			++*at;
		else if (**at == '(' && ((*at)[1] == WEEKDAY || (*at)[1] == DAYTIME) && (*at)[2] == ')')
			*at += 3;
		else
			read_time(at);
	} while (*at != start);
}

/* 2023-02-01, as most dates are written. */
static bool read_plain_day(const char *text, size_t length, struct day *day)
{
	static const char digits[] = "0000-00-00";
	int numbers[3] = {0}, *number = numbers;

	if (length != sizeof digits - 1)
		return false;
	for (size_t i = 0; i < length; i++) {
		if (digits[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
			return false;
		if (digits[i] == '-')
			number++;
		else
			*number = *number * 10 + text[i] - '0';
	}
	*day = (struct day){.year = numbers[0], .month = numbers[1], .day = numbers[2], .separator = '-'};
	return day->month && day->day;
}

static bool read_part(const char **at, struct day *day, const struct day *from)
{
	bool is_read;

	read_spaces(at);
	is_read = count_digits(*at) >= 4 ? read_full_day(at, day) : read_short_day(at, day, from);
	if (is_read && (day->day || day->third))
		read_time_of_day(at);
	read_spaces(at);
	return is_read;
}

/* The sign of a range: ~, or - and / where they cannot be taken for the separator of the day before. */
static bool read_range_sign(const char **at, const char *line, const struct day *from)
{
	char sign = **at;

	if (!sign || !strchr("~-/", sign))
		return false;
	if (sign == from->separator && (*at == line || (*at)[-1] != ' ') && count_digits(*at + 1) < 4)
		return false;
	++*at;
	return true;
}

static int days_in(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && is_leap ? 29 : days[month - 1];
}

static vg_status not_a_date(const char *text, const char *folded, vg_error *error)
{
	int count = count_digits(folded);
	char excerpt[EXCERPT];

	text_excerpt(excerpt, text);
	if (count == 5 && (!folded[count] || folded[count] == '.'))
		return fail(error, VG_BAD_INPUT,
			    _("not a date but a spreadsheet's serial number: '%s' (format the column as a date)"),
			    excerpt);
	return fail(error, VG_BAD_INPUT, _("not a date: '%s' (write it as 2023-02-01)"), excerpt);
}

/* Gives a day its year, from the rows above where it has none itself, and checks that there is such a day. */
static vg_status settle_day(struct day *day, int year, const char *text, vg_error *error)
{
	char excerpt[EXCERPT];

	if (!day->year)
		day->year = year;
	if (!day->year)
		return fail(error, VG_BAD_INPUT, _("the year of '%s' is not known from the rows above"),
			    text_excerpt(excerpt, text));
	if (day->year < 1000 || day->year > 2999)
		return not_a_date(text, "", error);
	if (day->month > 12 || (day->day && day->day > days_in(day->year, day->month)))
		return fail(error, VG_BAD_INPUT, _("no such day: '%s'"), text_excerpt(excerpt, text));
	return VG_OK;
}

static char *write_number(char *at, int number, int digits)
{
	for (int i = digits; i--; number /= 10)
		at[i] = (char)('0' + number % 10);
	return at + digits;
}

/* At most "2999-12-31": settle_day() has seen to it. */
static void write_day(char out[12], const struct day *day, int day_of_month)
{
	char *at = write_number(out, day->year, 4);

	if (day->month) {
		*at++ = '-';
		at = write_number(at, day->month, 2);
	}
	if (day->month && day_of_month) {
		*at++ = '-';
		at = write_number(at, day_of_month, 2);
	}
	*at = '\0';
}

static int first_day(const struct day *day)
{
	return day->third == EARLY ? 1 : day->third == MIDDLE ? 11 : day->third == LATE ? 21 : day->day;
}

static int last_day(const struct day *day)
{
	return day->third == EARLY    ? 10
	       : day->third == MIDDLE ? 20
	       : day->third == LATE   ? days_in(day->year, day->month)
				      : day->day;
}

static vg_status settle_range(vg_date *date, struct day *from, struct day *until, bool is_range, int *year,
			      const char *text, vg_error *error)
{
	vg_status status;
	vg_date result = {"", ""};
	char excerpt[EXCERPT];
	size_t common;

	if ((status = settle_day(from, year ? *year : 0, text,
				 error)) || /* first things first: the end takes its year */
	    (is_range && (status = settle_day(until, from->year, text, error))))
		return status;
	write_day(result.from, from, first_day(from));
	if (is_range || from->third)
		write_day(result.until, is_range ? until : from, last_day(is_range ? until : from));
	common = strlen(result.from) < strlen(result.until) ? strlen(result.from) : strlen(result.until);
	if (strncmp(result.from, result.until, common) > 0)
		return fail(error, VG_BAD_INPUT, _("ends before it begins: '%s'"), text_excerpt(excerpt, text));
	if (!strcmp(result.from, result.until))
		result.until[0] = '\0';
	*date = result;
	if (year)
		*year = is_range ? until->year : from->year;
	return VG_OK;
}

vg_status vg_date_parse(vg_date *date, const char *text, int *year, vg_error *error)
{
	struct folded folded = {0};
	const char *trimmed = text, *at = folded.line, *end;
	size_t length = text ? strlen(text) : 0;
	struct day from = {0}, until = {0};
	bool is_range;

	text_trim(&trimmed, &length);
	if (!length) {
		*date = (vg_date){"", ""};
		return VG_OK;
	}
	if (read_plain_day(trimmed, length, &from))
		return settle_range(date, &from, &until, false, year, text, error);
	for (end = trimmed + length; trimmed < end && folded.length < FOLDED - 4;)
		trimmed = fold_one(&folded, trimmed);
	if (trimmed < end || !read_part(&at, &from, NULL))
		return not_a_date(text, folded.line, error);
	is_range = read_range_sign(&at, folded.line, &from);
	if (is_range && !read_part(&at, &until, &from))
		return not_a_date(text, folded.line, error);
	if (*at)
		return not_a_date(text, folded.line, error);
	return settle_range(date, &from, &until, is_range, year, text, error);
}
