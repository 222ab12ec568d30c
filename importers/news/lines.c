/* lines.c - what a line of a page is: a headline, a byline, a source, text; and whether its last sentence ends with it. */
#include "importers/news/page.h"

enum {
	TITLE_BYTES_MAX = 210,
	LIST_BYTES_MAX = 120,
	DATED_BYTES_MAX = 24, /* what may stand behind a date that stands alone: where it is from */
	LABEL_BYTES_MAX = 18,
	BYLINE_BYTES_MAX = 180,
	DATED_LINE_BYTES_MAX = 80,
	PRINTER_BYTES_MAX = 36,
};

bool text_begins(const char *text, size_t length, const char *word)
{
	for (; *word; word++, text++) /* the first byte decides, nearly always */
		if (!length-- || *text != *word)
			return false;
	return true;
}

static bool begins_with_any(const char *text, size_t length, const char *const *words)
{
	for (; *words; words++)
		if (text_begins(text, length, *words))
			return true;
	return false;
}

static bool contains(const char *text, size_t length, const char *word)
{
	size_t size = strlen(word);

	for (const char *at = text; (at = memchr(at, *word, length - (size_t)(at - text))); at++)
		if ((size_t)(at - text) + size > length)
			return false;
		else if (!memcmp(at, word, size))
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
	       (text_begins(text + digits, length - digits, "月") || text_begins(text + digits, length - digits, "年"));
}

static bool is_lead(const char *text, size_t length)
{
	static const char *const words[] = {"本报讯", "本网讯", "本刊讯", "本台讯", "(本报讯", "（本报讯",
					    "近日",   "日前",	"近期",	  "今日",   "昨日",    "今天",
					    "昨天",   "截至",	"连日来", "为",	    "本报",    NULL};
	const char *dash = contains(text, length < 60 ? length : 60, "讯") ? text : NULL;

	return begins_with_date(text, length) || begins_with_any(text, length, words) || dash;
}

bool text_ends_with_any(const char *text, size_t length, const char *const *words)
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

/* The length of the day that the text begins with, the hour behind it with it: 2024-06-26 10:22, 2024年6月26日; 0: none. */
static size_t day_length(const char *text, size_t length)
{
	static const char *const marks[][3] = {{"年", "月", "日"}, {"-", "-", ""}, {".", ".", ""}, {"/", "/", ""}};

	for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
		size_t at = 0, part = 0;

		for (; part < 3; part++) {
			size_t start = at;

			while (at < length && text[at] >= '0' && text[at] <= '9')
				at++;
			if (at == start || at - start > 4 || (part == 0) != (at - start == 4) ||
			    !text_begins(text + at, length - at, marks[m][part]))
				break;
			at += strlen(marks[m][part]);
		}
		if (part < 3)
			continue;
		while (at < length && ((text[at] >= '0' && text[at] <= '9') || text[at] == ':' || text[at] == ' '))
			at++;
		return at;
	}
	return 0;
}

/* 清源日报  2024-06-26: the day stands at the end of the line, drawn apart; how long is what stands before it? 0: the line is no such. */
static size_t length_before_day(const char *text, size_t length)
{
	static const char *const spaces[] = {" ", "\t", "　", NULL};

	for (size_t i = 1; i < length && length <= DATED_LINE_BYTES_MAX; i++)
		if (text[i] >= '0' && text[i] <= '9' && text_ends_with_any(text, i, spaces))
			if (i + day_length(text + i, length - i) == length)
				return i;
	return 0;
}

/* Who printed it, and when: 清源日报  2024-06-26, 2024年6月26日 星期三 第1版; 李明赴上海考察 2024-06-26 is a headline. */
static bool is_imprint(const char *text, size_t length)
{
	static const char *const printers[] = {"报", "网", "社", "台", "刊", "号", "媒", "闻", "线",
					       "布", "版", "府", "委", "局", "办", "室", "端", NULL};
	static const char *const behind[] = {"星期", "周", "第", NULL};
	size_t before = length_before_day(text, length), day = day_length(text, length);

	if (day && length <= DATED_LINE_BYTES_MAX && begins_with_any(text + day, length - day, behind))
		return true;
	text_trim(&text, &before);
	return before <= PRINTER_BYTES_MAX && text_ends_with_any(text, before, printers);
}

static bool is_source(const char *text, size_t length)
{
	static const char *const words[] = {"来源",	"发布时间", "时间：",	"时间:", "日期",     "发布日期",
					    "浏览",	"点击",	    "信息来源", "稿源",	 "发表时间", "更新时间",
					    "证券代码", "证券简称", "公告编号", "文号",	 NULL};
	size_t digits = 0;

	if (length > BYLINE_BYTES_MAX || contains(text, length, "。"))
		return false;
	while (digits < length && ((text[digits] >= '0' && text[digits] <= '9') || strchr("-./: ", text[digits])))
		digits++;
	return begins_with_any(text, length, words) || (digits >= 8 && length - digits <= DATED_BYTES_MAX) ||
	       contains(text, length, "来源：") || is_imprint(text, length) ||
	       (begins_with_date(text, length) && length <= 20); /* 2023年2月5日, alone */
}

static bool is_rule(const char *text, size_t length)
{
	size_t marks = 0;

	while (marks < length && text[marks] && strchr("-=*_", text[marks]))
		marks++;
	return marks >= 3 && marks == length;
}

/* 一、合同签署概况: a heading within an article. */
static bool is_numbered(const char *text, size_t length)
{
	static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL};

	return length >= 6 && length <= TITLE_BYTES_MAX && begins_with_any(text, length, numerals) &&
	       !contains(text, length, "。") && !memcmp(text + 3, "、", 3);
}

/* 某某有限公司　董事长　鲁肃生; 主持:何炅: an entry of a list. */
static bool is_listed(const char *text, size_t length)
{
	size_t label = length < LABEL_BYTES_MAX ? length : LABEL_BYTES_MAX;

	return length <= LIST_BYTES_MAX && !contains(text, length, "，") && !contains(text, length, "。") &&
	       (contains(text, length, "　") || contains(text, label, "："));
}

struct line line_describe(const char *text, size_t length)
{
	static const char *const ends[] = {"。", "！", "？", "!",  "?",	 "”",  "；", "…",
					   "）", ")",  "】", "」", "』", "：", NULL};
	static const char *const cries[] = {"！", "？", "！”", "？”", "!", "?", NULL};
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
		line.is_whole = text_ends_with_any(text, length, ends);
	line.is_lead = line.kind == TEXT_LINE && is_lead(text, length);
	line.is_titlish = line.kind == TEXT_LINE && !line.is_whole && !is_numbered(text, length) &&
			  length <= TITLE_BYTES_MAX && !text_ends_with_any(text, length, inner) &&
			  !contains(text, length, "。");
	if (line.is_titlish && text_begins(text, length, "【")) /* 【简讯】现场会召开 is a headline */
		line.is_lead = false;
	line.is_exclaimed = line.kind == TEXT_LINE && text_ends_with_any(text, length, cries) &&
			    length <= LIST_BYTES_MAX && !contains(text, length, "。");
	line.is_whole |= is_numbered(text, length) || is_listed(text, length) || length_before_day(text, length);
	return line;
}
