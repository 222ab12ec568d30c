/* years.c - the year of a page: the latest that it names, but for plans and for what was long ago. */
#include "importers/news/page.h"

/* 二〇二三, in twelve bytes; 0: none. */
static int year_in_words(const char *bytes)
{
	static const char numerals[] = "〇一二三四五六七八九";
	int year = 0;

	for (size_t i = 0; i < 4; i++) {
		size_t value = 0;

		while (value < 10 && memcmp(bytes + 3 * i, numerals + 3 * value, 3))
			value++;
		if (value == 10 && memcmp(bytes + 3 * i, "○", 3))
			return 0;
		year = year * 10 + (int)(value % 10);
	}
	return year;
}

/* The four digits that end before `end`; 0 where there are more or fewer. */
static int year_before(const char *bytes, size_t end)
{
	int year = 0;

	if (end >= 12 && bytes[end - 1] < 0)
		return year_in_words(bytes + end - 12);
	if (end < 4 || (end > 4 && bytes[end - 5] >= '0' && bytes[end - 5] <= '9'))
		return 0;
	for (size_t i = end - 4; i < end; i++) {
		if (bytes[i] < '0' || bytes[i] > '9')
			return 0;
		year = year * 10 + bytes[i] - '0';
	}
	return year;
}

/* Whether a month and a day follow the year that ends at `end`. */
static bool is_day(const char *bytes, size_t length, size_t end)
{
	static const char *const months[] = {"年", "月"};
	size_t i = end;

	if (end + 3 <= length && bytes[end] > 0) /* 2023-06-03 */
		return length > end + 5 && (bytes[end + 2] == bytes[end] || bytes[end + 3] == bytes[end]);
	for (size_t m = 0; m < 2; m++) {
		if (i + 3 > length || memcmp(bytes + i, months[m], 3))
			return false;
		for (i += 3; i < length && ((bytes[i] >= '0' && bytes[i] <= '9') || bytes[i] == ' ');)
			i++;
	}
	return i + 3 <= length && !memcmp(bytes + i, "日", 3);
}

/* What the years of a page amount to. */
struct years {
	int latest, latest_day;
};

/* 2012年落户太仓以来, 2018年起: it was long ago. */
static bool is_of_past(const char *bytes, size_t length)
{
	static const char *const deeds[] = {"年落户", "年成立", "年创立", "年创办", "年建成", "年投产",
					    "年起",   "年以来", "年入驻", "年注册", "年结对", "年缔结",
					    "年签约", "年结为", "年开始", "年创建", "年即",   "年就",
					    "年已",   "年便",	"年曾",	  "年又",   "年从", NULL};

	for (const char *const *deed = deeds; *deed; deed++)
		if (text_begins(bytes, length, *deed))
			return true;
	return false;
}

/* The year that may end at byte i, where 年 or a mark stands. Plans (到2025年) and beginnings (成立于2015年) do not count. */
static void take_year(struct years *years, const char *bytes, size_t length, size_t i)
{
	static const char *const plans[] = {"到",     "至",	"十四五", "十五五", "规划", "目标", "成立于", "创立于",
					    "创办于", "始建于", "建于",	  "自",	    "早在", "生于", "截至",   NULL};
	bool is_mark = bytes[i] > 0;
	int year;

	if (i < 4 || i + 3 > length || is_of_past(bytes + i, length - i) ||
	    (is_mark && (bytes[i + 1] < '0' || bytes[i + 1] > '9')))
		return;
	year = year_before(bytes, i);
	if (year < 1980 || year >= 2100 || text_ends_with_any(bytes, i - 4, plans) ||
	    (i + 6 <= length && !memcmp(bytes + i, "年度", 6)))
		return;
	if (year > years->latest)
		years->latest = year;
	if (year > years->latest_day && is_day(bytes, length, i))
		years->latest_day = year;
}

/* The last byte of 年 is rare, and found at once. */
int latest_year(const char *bytes, size_t length)
{
	static const char *const marks[] = {"年", "-", ".", "/"};
	struct years years = {0};

	for (size_t m = 0; m < COUNT(marks); m++) {
		size_t before = strlen(marks[m]) - 1;

		for (const char *at = bytes; (at = memchr(at, marks[m][before], length - (size_t)(at - bytes))); at++) {
			size_t i = (size_t)(at - bytes);

			if (i >= before && !memcmp(at - before, marks[m], before))
				take_year(&years, bytes, length, i - before);
		}
	}
	return years.latest_day ? years.latest_day : years.latest;
}
