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
	SUBHEAD_BYTES_MAX = 60,
	DISPATCH_BYTES_MAX = 62,
	COLUMN_BYTES_MAX = 24,
	FORM_LABEL_BYTES_MAX = 42,
	SIGNED_BYTES_MAX = 36, /* □阿依波塔·努尔兰 */
	BRACKET_BYTES_MIN = 18, /* 【两地结对帮扶】 is a headline, 【要闻】 and 【公司动态】 are columns */
	COLUMN_BYTES_MIN = 9,
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

/* Where the word stands first; NULL where it does not. Its last byte is sought: with its first, many characters begin. */
static const char *find(const char *text, size_t length, const char *word)
{
	size_t before = strlen(word) - 1;
	const char *end = text + length, *at = text + before;

	for (; at < end && (at = memchr(at, word[before], (size_t)(end - at))); at++)
		if (!memcmp(at - before, word, before))
			return at - before;
	return NULL;
}

static bool contains(const char *text, size_t length, const char *word)
{
	return find(text, length, word) != NULL;
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

/* 诏安融媒讯（…）: who sends it stands before its text; in 简讯三则 nothing begins. */
static bool is_dispatch(const char *text, size_t length)
{
	static const char *const behind[] = {" ",  "\t", "　", "（", "(",  "：", ":",
					     "】", "]",	 "近", "日", "今", "昨", NULL};

	const char *end = text + length, *last = length < DISPATCH_BYTES_MAX ? end : text + DISPATCH_BYTES_MAX;

	for (const char *at = text; (at = find(at, (size_t)(last - at), "讯"));) {
		at += 3;
		if (begins_with_any(at, (size_t)(end - at), behind) || begins_with_date(at, (size_t)(end - at)))
			return true;
	}
	return text_begins(text, length, "本报讯");
}

static bool is_lead(const char *text, size_t length)
{
	static const char *const words[] = {"本报讯", "本网讯", "本刊讯", "本台讯", "(本报讯", "（本报讯",
					    "近日",   "日前",	"近期",	  "今日",   "昨日",    "今天",
					    "昨天",   "截至",	"连日来", "为",	    "本报",    NULL};

	return begins_with_date(text, length) || begins_with_any(text, length, words);
}

/* ■, □, ●: what is drawn before a headline, a byline or an item. */
size_t line_bullets(const char *text, size_t length)
{
	static const char *const bullets[] = {"■", "□", "●", "○", "◆", "◇", "▲", "△", "★",
					      "☆", "◎", "▌", "▍", "▎", "▶", "►", "※", NULL};
	size_t at = 0;

	while (at < length && text[at] == **bullets /* as all of them begin */ &&
	       begins_with_any(text + at, length - at, bullets))
		at += 3;
	return at;
}

bool text_ends_with_any(const char *text, size_t length, const char *const *words)
{
	for (; *words; words++) {
		size_t size = strlen(*words);

		if (size <= length && text[length - 1] == (*words)[size - 1] && /* nearly never */
		    !memcmp(text + length - size, *words, size))
			return true;
	}
	return false;
}

static bool is_byline(const char *text, size_t length)
{
	static const char *const words[] = {
		"记者",	      "通讯员",	  "本报记者", "文/",  "图/",  "文／",	    "摄影",	  "供稿",
		"撰稿",	      "责编",	  "责任编辑", "编辑", "特约", "全媒体记者", "融媒体记者", "见习记者",
		"作者",	      "实习生",	  "首席记者", "审核", "校对", "本网记者",   "本刊记者",	  "本台记者",
		"新华社记者", "融媒记者", "实习记者", "初审", "复审", "终审",	    "一审",	  "二审",
		"三审",	      "编审",	  "监制",     "美编", "排版", "值班编辑",   "文字",	  "图文",
		"文图",	      "文丨",	  "图丨",     "文|",  "图|",  "供图",	    "报送",	  NULL};
	static const char *const opening[] = {"(", "（", "[", "［", "【", NULL};

	if (length > BYLINE_BYTES_MAX || contains(text, length, "，"))
		return false;
	while (length && begins_with_any(text, length, opening)) {
		size_t width = *text < 0 ? 3 : 1;

		text += width;
		length -= width;
	}
	return begins_with_any(text, length, words);
}

/* 首页 > 要闻, 上一篇：…, 要闻三则: of the site, not of the text. */
static bool is_furniture(const char *text, size_t length, bool has_stop)
{
	static const char *const words[] = {"当前位置", "您的位置", "您现在的位置", "你的位置", "您当前", "首页",
					    "上一条",	"上一篇",   "下一条",	    "下一篇",	"分享到", "分享至",
					    "扫一扫",	"打印本页", "【打印",	    "【字体",	"字体：", "字号：",
					    "【大",	"返回顶部", "返回列表",	    "关闭窗口", "【关闭", "版权所有",
					    "阅读原文", "相关阅读", "相关链接：",   NULL};

	static const char *const columns[] = {"简讯", "简讯】", "短讯",	  "快讯",   "要闻", "要闻】", "集锦",
					      "短波", "速览",	"动态】", "快讯】", "则",   NULL};

	return (!has_stop && length <= LIST_BYTES_MAX && begins_with_any(text, length, words)) ||
	       (length <= COLUMN_BYTES_MAX && text_ends_with_any(text, length, columns));
}

/* The length of the day that the text begins with, the hour behind it with it: 2024-06-26 10:22, 2024年6月26日; 0: none. */
static size_t day_length(const char *text, size_t length)
{
	static const char *const marks[][3] = {{"年", "月", "日"}, {"-", "-", ""}, {".", ".", ""}, {"/", "/", ""}};
	static const char *const hours[] = {"时", "点", "分", "秒", "　", NULL};

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
		while (at < length && ((text[at] >= '0' && text[at] <= '9') || text[at] == ':' || text[at] == ' ' ||
				       begins_with_any(text + at, length - at, hours)))
			at += text[at] < 0 ? 3 : 1;
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

static const char *const printers[] = {"报", "网", "社", "台", "刊", "号", "媒", "闻", "线",
				       "布", "版", "府", "委", "局", "办", "室", "端", NULL};

/* 2024年6月26日 星期三 第1版, 2024年6月26日 10:22 清源, 2024年6月26日 清源日报: a day, drawn apart from who printed it. */
static bool is_day_and_printer(const char *text, size_t length)
{
	static const char *const behind[] = {"星期", "周", "第", "浏览", "点击", "阅读", "作者", "编辑", NULL};
	static const char *const spaces[] = {" ", "　", NULL};
	size_t day = day_length(text, length), rest = length - day;
	bool has_hour;

	if (!day || length > DATED_LINE_BYTES_MAX)
		return false;
	has_hour = contains(text, day, ":") || contains(text, day, "时") || contains(text, day, "点");
	if (begins_with_any(text + day, rest, behind))
		return true;
	if (!(has_hour || text_ends_with_any(text, day, spaces)) || contains(text + day, rest, "，"))
		return false;
	return rest <= LABEL_BYTES_MAX || (has_hour && rest <= DATED_BYTES_MAX) || contains(text + day, rest, "浏览") ||
	       (rest <= PRINTER_BYTES_MAX && text_ends_with_any(text + day, rest, printers));
}

/* Who printed it, and when: 清源日报  2024-06-26; 李明赴上海考察 2024-06-26 is a headline. */
static bool is_imprint(const char *text, size_t length)
{
	size_t before = length_before_day(text, length);

	text_trim(&text, &before);
	return before <= PRINTER_BYTES_MAX && text_ends_with_any(text, before, printers);
}

static bool is_source(const char *text, size_t length)
{
	static const char *const words[] = {"来源",	"发布时间", "时间：",	"时间:", "日期",     "发布日期",
					    "浏览",	"点击",	    "信息来源", "稿源",	 "发表时间", "更新时间",
					    "证券代码", "证券简称", "公告编号", "文号",	 NULL};
	size_t digits = 0;

	if (length > BYLINE_BYTES_MAX)
		return false;
	while (digits < length && ((text[digits] >= '0' && text[digits] <= '9') || strchr("-./: ", text[digits])))
		digits++;
	return begins_with_any(text, length, words) || (digits >= 8 && length - digits <= DATED_BYTES_MAX) ||
	       contains(text, length, "来源：") || is_imprint(text, length) || is_day_and_printer(text, length) ||
	       (begins_with_date(text, length) && length <= 20); /* 2023年2月5日, alone */
}

static bool is_rule(const char *text, size_t length)
{
	size_t marks = 0;

	while (marks < length && text[marks] && strchr("-=*_", text[marks]))
		marks++;
	return marks >= 3 && marks == length;
}

/* 一、合同签署概况, （二）…, 3.…: a heading within an article. */
static bool is_numbered(const char *text, size_t length)
{
	static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL};
	static const char *const brackets[] = {"（", "(", NULL};
	size_t at = begins_with_any(text, length, brackets) ? (*text < 0 ? 3 : 1) : 0, start = at;

	if (length > TITLE_BYTES_MAX)
		return false;
	while (begins_with_any(text + at, length - at, numerals))
		at += 3;
	if (at == start)
		while (at < length && text[at] >= '0' && text[at] <= '9')
			at++;
	if (at == start || at - start > 9)
		return false;
	if (at == 2 && *text == '0' &&
	    (text_begins(text + at, length - at, " ") || text_begins(text + at, length - at, "　")))
		return true; /* 01 科泓自动化:… */
	if (start)
		return text_begins(text + at, length - at, "）") || text_begins(text + at, length - at, ")");
	return text_begins(text + at, length - at, "、") || text_begins(text + at, length - at, "．") ||
	       (text_begins(text + at, length - at, ".") &&
		!(at + 1 < length && text[at + 1] >= '0' && text[at + 1] <= '9'));
}

/* 参与单位名称及人员姓名：…: a line of a form. */
static bool is_of_form(const char *text, size_t length)
{
	static const char *const ends[] = {"姓名", "类别", "时间", "地点", "单位", "人员", "名称", "机构",
					   "嘉宾", "名单", "领导", "介绍", "主题", "事由", "日期", NULL};
	const char *colon = find(text, length < FORM_LABEL_BYTES_MAX ? length : FORM_LABEL_BYTES_MAX, "：");

	return colon && text_ends_with_any(text, (size_t)(colon - text), ends);
}

/* 某某有限公司　董事长　鲁肃生; 主持:何炅: an entry of a list. */
static bool is_listed(const char *text, size_t length)
{
	size_t label = length < LABEL_BYTES_MAX ? length : LABEL_BYTES_MAX;

	return length <= LIST_BYTES_MAX && !contains(text, length, "，") &&
	       (contains(text, length, "　") || contains(text, label, "："));
}

/* 图为签约现场, △座谈会现场　张三摄: what stands beside a picture. */
static bool is_caption(const char *text, size_t length)
{
	static const char *const words[] = {"图为", "图一", "图二", "图：", "图1", "图2",
					    "上图", "下图", "左图", "右图", NULL};
	static const char *const ends[] = {"摄", "摄）", "供图", "合影", "合影留念", "资料图", NULL};

	return length <= TITLE_BYTES_MAX &&
	       (begins_with_any(text, length, words) || text_ends_with_any(text, length, ends));
}

size_t line_bracket(const char *text, size_t length, bool *is_column)
{
	static const char *const spaces[] = {" ", "\t", "　", NULL};
	static const char *const columns[] = {"讯】",	"电】",	  "报道】", "新闻】", "专栏】",
					      "专版】", "来稿】", "消息】", NULL};
	size_t start = 0, end;

	while (begins_with_any(text + start, length - start, spaces))
		start += text[start] < 0 ? 3 : 1;
	start += line_bullets(text + start, length - start);
	if (!text_begins(text + start, length - start, "【"))
		return 0;
	for (end = start + 3; end < length && end - start < TITLE_BYTES_MAX; end++)
		if (text_begins(text + end, length - end, "】"))
			break;
	if (end >= length || end - start < 3 + COLUMN_BYTES_MIN || !text_begins(text + end, length - end, "】"))
		return 0;
	end += 3;
	*is_column = end - start < 6 + BRACKET_BYTES_MIN;
	if (*is_column && !contains(text + end, length - end, "。"))
		return 0;
	return contains(text + start, end - start, "：") || contains(text + start, end - start, "记者") ||
			       text_ends_with_any(text + start, end - start, columns)
		       ? 0
		       : end;
}

/* Whether a sentence of it, or a part of one, ends within it. */
static bool has_marks(const char *text, size_t length)
{
	static const char *const marks[] = {"，", "、", ",", "；", "：", "。", NULL};

	for (const char *const *mark = marks; *mark; mark++)
		if (contains(text, length, *mark))
			return true;
	return false;
}

/* 走企业 看变化: short, without a mark, and no sentence that was torn. */
static bool is_subhead(const char *text, size_t length)
{
	static const char *const words[] = {"是", "的", "了", "在", "于", NULL};

	for (const char *const *word = words; *word; word++)
		if (contains(text, length, *word))
			return false;
	return length <= SUBHEAD_BYTES_MAX && !has_marks(text, length);
}

/* has_stop: a sentence ends within it. Most lines are text of which that tells at once that they are nothing else. */
static enum line_kind kind_of(const char *text, size_t length, bool has_stop)
{
	if (is_rule(text, length))
		return RULE_LINE;
	if (!has_stop && is_byline(text, length))
		return BYLINE_LINE;
	if (is_furniture(text, length, has_stop))
		return FURNITURE_LINE;
	return !has_stop && is_source(text, length) ? SOURCE_LINE : TEXT_LINE;
}

/* What a line of text may be beside text. */
static void describe_text(struct line *line, const char *text, size_t length, bool has_stop)
{
	static const char *const ends[] = {"。", "！", "？", "!",  "?",	 "”",  "；", "…",
					   "）", ")",  "】", "」", "』", "：", NULL};
	static const char *const closing[] = {"！", "？", "！”", "？”", "!", "?", "”", "》", "）", ")", NULL};
	static const char *const inner[] = {"，", "、", ",", "；", "：", "”的", NULL};
	bool is_numbered_here = !has_stop && is_numbered(text, length);

	line->is_whole = text_ends_with_any(text, length, ends);
	line->is_dispatch = is_dispatch(text, length);
	line->is_lead = line->is_dispatch || is_lead(text, length);
	line->is_caption = !has_stop && is_caption(text, length);
	line->is_titlish = !line->is_whole && !is_numbered_here && !line->is_caption && length <= TITLE_BYTES_MAX &&
			   !text_ends_with_any(text, length, inner) && !has_stop;
	if (line->is_titlish && text_begins(text, length, "【")) /* 【简讯】现场会召开 is a headline */
		line->is_lead = false;
	line->is_closed = length <= LIST_BYTES_MAX && !has_stop && text_ends_with_any(text, length, closing) &&
			  !text_begins(text, length, "（") && !text_begins(text, length, "(");
	line->is_unmarked = !has_stop && length <= LIST_BYTES_MAX &&
			    (!has_marks(text, length) || text_begins(text, length, "——"));
	line->is_subhead = line->is_titlish && !line->is_lead && is_subhead(text, length);
	line->is_body = has_stop;
	line->is_whole |= is_numbered_here || line->is_caption;
}

struct line line_describe(const char *text, size_t length)
{
	struct line line = {.is_whole = true};
	size_t bullets;
	bool has_stop;

	while (length && text[line.heading] == '#' && line.heading + 1 < length)
		line.heading++;
	text += line.heading;
	length -= line.heading;
	text_trim(&text, &length);
	bullets = line_bullets(text, length);
	text += bullets;
	length -= bullets;
	text_trim(&text, &length);
	if (!length)
		return (struct line){.kind = BLANK_LINE};
	has_stop = contains(text, length, "。");
	line.kind = line.heading ? HEADING_LINE : kind_of(text, length, has_stop);
	if (line.kind == TEXT_LINE)
		describe_text(&line, text, length, has_stop);
	line.is_whole |= (!has_stop && !line.is_whole && (is_listed(text, length) || (!line.is_unmarked && is_of_form(text, length)))) || length_before_day(text, length) ||
			 (bullets && !has_stop && length <= SIGNED_BYTES_MAX && !has_marks(text, length));
	return line;
}
