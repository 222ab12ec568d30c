/* tokens.c - a sentence as the names and the cues in it. */
#include "importers/news/tokens.h"

#include "importers/news/runs.h"

/* What the longest word at a place is a cue of; the first that fits. */
static const struct {
	uint64_t classes;
	enum token_kind kind;
} cues[] = {
	{IN(ACCOMPANY), ACCOMPANY_TOKEN},
	{IN(GROUP), GROUP_TOKEN},
	{IN(NO_VISIT) | IN(NO_TIE), OTHER_TOKEN},
	{IN(RECEIVE), RECEIVE_TOKEN},
	{IN(LEAD), LEAD_TOKEN},
	{IN(PARTY_WORD), PARTY_TOKEN},
	{IN(SIGNED_CUE), SIGNED_TOKEN},
	{IN(OPERATING_CUE), OPERATING_TOKEN},
	{IN(WELCOME), WELCOME_TOKEN},
	{IN(TALK), TALK_TOKEN},
	{IN(LOOK), LOOK_TOKEN},
	{IN(TRAVEL), TRAVEL_TOKEN},
	{IN(BOTH), BOTH_TOKEN},
	{IN(INTENDED_CUE), INTENDED_TOKEN},
	{IN(SELF) | IN(HOME), SELF_TOKEN},
	{IN(JOINT), JOINT_TOKEN},
};

static void add(struct tokens *tokens, enum token_kind kind, size_t start, size_t end, uint32_t entity)
{
	if (tokens->count < TOKENS_MAX)
		tokens->items[tokens->count++] =
			(struct token){kind, (uint32_t)start, (uint32_t)end, entity, tokens->is_quoted};
}

/* 刘校长: a surname and a post stand for the person who was named before. */
static uint32_t person_meant(const struct article *article, size_t i)
{
	const struct title *title = article->starts[i] & IN(SURNAME) ? title_starting(article, i + 1) : NULL;

	if (!title)
		return NOBODY;
	for (size_t f = 0; f < article->found_count; f++) {
		const struct found *found = &article->found[f];

		if (found->kind == PERSON_MENTION && article->chars[found->start] == article->chars[i] &&
		    found->title.end > found->title.start && !article->entities[found->entity].is_reporter)
			return found->entity;
	}
	return NOBODY;
}

/* 合作已逾七年, 结对三年来: it goes on. */
static bool has_years(const struct article *article, size_t i)
{
	static const char16_t numerals[] = u"一二两三四五六七八九十多余数几0123456789";
	size_t end = i + 8;
	bool has_number = false;

	for (; i < end && is_name_character(article->chars[i]); i++) {
		if (has_number && article->chars[i] == u'年')
			return true;
		for (const char16_t *numeral = numerals; *numeral; numeral++)
			has_number |= article->chars[i] == *numeral;
	}
	return false;
}

/* 今年6月|公司 */
static bool is_after_date(const struct article *article, size_t i)
{
	uint16_t before = article->chars[i - 1];

	return i > 1 && (before == u'年' || before == u'月' || before == u'日') &&
	       (is_digit(article->chars[i - 2]) || is_numeral(article->chars[i - 2]));
}

/* |公司在果园港迎来…, in the news of 我司; 与学校签订, where the text says 母校 or 我校 and names no school nearby. */
static bool is_of_home(const struct article *article, size_t start, size_t end)
{
	uint16_t self = article->self;

	if (article->home == NOBODY)
		return false;
	if (self == u'校')
		return text_at(article, start, "学校") && house_meant(article, start, end) == NOBODY;
	return (self == u'司' || self == u'公' || self == u'集') && text_at(article, start, "公司") &&
	       (!start || is_clause_end(article->chars[start - 1]));
}

/* 我校, or 公司 where one was named: not 多家公司, 企业公司. */
static uint32_t self_meant(const struct article *article, size_t start, size_t end, uint64_t classes)
{
	if (classes & IN(HOME))
		return article->home;
	if (start && is_han(article->chars[start - 1]) &&
	    !(article->ends[start] & (IN(LOOK) | IN(TRAVEL) | IN(RECEIVE))) &&
	    !word_at(article, start - 1, IN(STOP) | IN(JOINT)) && !is_after_date(article, start))
		return NOBODY;
	if (is_of_home(article, start, end))
		return article->home;
	return house_meant(article, start, end);
}

/* (右二), (以下简称…): what is said by the way is skipped; 0 where it is long. */
static size_t bracket_length(const struct article *article, size_t i)
{
	for (size_t end = i + 1; end < i + 26 && end < article->count && !is_sentence_end(article->chars[end]); end++)
		if (article->chars[end] == ')')
			return end + 1 - i;
	return 0;
}

/* 《智慧港口共建框架协议》: its words do nothing. */
static size_t title_length(const struct article *article, size_t i)
{
	for (size_t end = i + 1; end < i + 40 && end < article->count && !is_sentence_end(article->chars[end]); end++)
		if (article->chars[end] == u'》')
			return end + 1 - i;
	return 1;
}

enum { CLAUSE_REACH = 100 }; /* characters of a clause before a word in it */

/* 已向恩施供应, 自2016年起为…提供, 正与B合作: it goes on. */
static bool has_gone_on(const struct article *article, size_t i)
{
	static const char *const words[] = {"已",   "自",   "长期", "一直", "常年", "多年", "连续", "累计",
					    "正与", "正和", "正同", "正在", "目前", "先后", "年起", "年来"};

	struct sought sought = SOUGHT(words);

	for (size_t from = i; i && from - i < CLAUSE_REACH && !is_clause_end(article->chars[i - 1]); i--)
		if (sought_at(article, i - 1, &sought))
			return true;
	return i > 1 && article->chars[i - 1] == ',' &&
	       (article->chars[i - 2] == u'起' || article->chars[i - 2] == u'来');
}

/* 汇报了与苏州大学合作|的情况: who tells how it goes has it. */
static bool is_reported(const struct article *article, size_t start, size_t end)
{
	static const char *const verbs[] = {"介绍", "汇报"};
	static const char *const nouns[] = {"情况", "进展", "成效", "成果"};
	struct sought verb = SOUGHT(verbs), noun = SOUGHT(nouns);
	bool is_told = sought_at(article, end + (article->chars[end] == u'的'), &noun);

	for (size_t from = start;
	     is_told && start && from - start < CLAUSE_REACH && !is_clause_end(article->chars[start - 1]); start--)
		if (sought_at(article, start - 1, &verb))
			return true;
	return false;
}

/* 寻求合作, 洽谈合作, 深化合作: it is not yet, or nothing is said to be. */
static bool is_sought(const struct article *article, size_t i)
{
	static const char *const words[] = {"寻求", "推进", "商谈", "洽谈", "深化", "加强", "谋求", "探索", "商讨",
					    "达成", "友好", "就",   "交流", "座谈", "成果", "机会", "领域"};

	for (size_t from = i; i > 1 && from - i < 8 && !is_clause_end(article->chars[i - 1]); i--)
		for (size_t w = 0; w < COUNT(words); w++)
			if (text_at(article, i - strlen(words[w]) / 3, words[w]))
				return true;
	return false;
}

/* 设备由A供应: it does; 由A提供 is more often what was agreed. */
static bool is_supplied(const struct article *article, size_t i)
{
	const struct found *found = i && article->found_at[i - 1] ? &article->found[article->found_at[i - 1] - 1]
								  : NULL;

	return found && found->kind == ORGANIZATION_MENTION && found->start &&
	       article->chars[found->start - 1] == u'由' && !text_at(article, i, "提供");
}

/* A与B一同走访|C: who comes along stands before, and whom they visit behind. */
static bool goes_together(const struct article *article, const struct match *match)
{
	static const char *const words[] = {"一同", "一起", "一道"};
	size_t end = match->start + match->length;

	if (!(match->classes & IN(ACCOMPANY)) || !(article->ends[end] & IN(LOOK)) || !article->found_at[end])
		return false;
	for (size_t w = 0; w < COUNT(words); w++)
		if (text_at(article, match->start, words[w]))
			return true;
	return false;
}

/* 参加会见, 参加了这次考察活动, 出席座谈会: nothing but what it is in which one takes part, up to the end of the clause. */
static size_t taking_part_length(const struct article *article, size_t i)
{
	enum { REACH = 14 };
	static const char *const verbs[] = {"参加", "参与", "出席"};
	uint64_t deeds = IN(LOOK) | IN(TALK) | IN(RECEIVE) | IN(NO_VISIT);
	bool is_verb = false;
	size_t end = i + 2, last = 0;

	for (size_t v = 0; v < COUNT(verbs); v++)
		is_verb |= text_at(article, i, verbs[v]);
	if (!is_verb)
		return 0;
	for (; end < i + REACH && !is_clause_end(article->chars[end]) && !article->found_at[end]; end++)
		if (word_at(article, end, deeds) >= 2)
			last = end + word_at(article, end, deeds);
	return is_clause_end(article->chars[end]) && last == end ? end - i : 0;
}

/* 合作已逾七年, 长期供应 */
static bool runs_already(const struct article *article, const struct match *match)
{
	size_t i = match->start;

	return (match->classes & IN(BOND) &&
		(has_years(article, i + match->length) ||
		 ((has_gone_on(article, i) || is_reported(article, i, i + match->length)) &&
		  !is_sought(article, i)))) ||
	       (match->classes & IN(SUPPLY) && (has_gone_on(article, i) || is_supplied(article, i)));
}

/* Reads the cue or nothing at i, and returns how many characters it has. */
static size_t read_cue(struct tokens *tokens, const struct article *article, size_t i)
{
	const struct match *match = match_at(article, i);
	uint16_t character = article->chars[i];
	size_t part;

	if (character == u'《')
		return title_length(article, i);
	if (character == '(' && bracket_length(article, i))
		return bracket_length(article, i);
	if (is_clause_end(character) || character == '(' || character == ')') {
		add(tokens, CLAUSE_TOKEN, i, i + 1, NOBODY);
		return 1;
	}
	if (!match || (character == u'等' && i && article->found_at[i - 1])) /* 林建平等|到厦门 */
		return 1;
	if (match->classes & IN(SPEECH) && (part = taking_part_length(article, i))) {
		add(tokens, ACCOMPANY_TOKEN, i, i + part, NOBODY);
		return part;
	}
	if (text_at(article, i, "受到")) {
		add(tokens, PASSIVE_TOKEN, i, i + 2, NOBODY);
		return 2;
	}
	if (runs_already(article, match)) {
		add(tokens, OPERATING_TOKEN, i, i + match->length, NOBODY);
		return match->length;
	}
	if (goes_together(article, match)) {
		add(tokens, LOOK_TOKEN, i, i + match->length, NOBODY);
		return match->length;
	}
	for (size_t c = 0; c < COUNT(cues); c++)
		if (match->classes & cues[c].classes) {
			bool is_self = cues[c].kind == SELF_TOKEN;

			add(tokens, is_self && character == u'该' ? THIS_TOKEN : cues[c].kind, i, i + match->length,
			    is_self ? self_meant(article, i, i + match->length, match->classes) : NOBODY);
			return match->length + (match->classes & (IN(ACCOMPANY) | IN(LEAD)) &&
						article->chars[i + match->length] == u'下'); /* 陪同下|来我区 */
		}
	return match->classes & (IN(PLAIN) | IN(NOUN) | IN(STOP) | IN(POST) | IN(COMPANY_WORD)) ? match->length : 1;
}

/* The first character from i on with which a name, a word or a post behind it may begin. */
static size_t behind_ordinary(const struct article *article, size_t i, size_t end)
{
	for (; i < end; i += TOGETHER) {
		uint64_t bits = bits_from(article->marks + i, WORD | NO_HAN) | bits_from(article->is_cut + i, COVERED) |
				bits_from(article->is_cut + i + 1, TITLE_START);

		if (bits)
			return i + first_byte(bits);
	}
	return end;
}

/* 新华社北京7月6日电: who writes from where takes no part. */
static size_t behind_dateline(const struct article *article, struct span sentence)
{
	for (size_t i = sentence.start; i < sentence.start + 26 && i + 1 < sentence.end; i++)
		if (article->chars[i] == u'日' && (article->chars[i + 1] == u'电' || article->chars[i + 1] == u'讯'))
			return i + 2;
	return sentence.start;
}

static void read_span(struct tokens *tokens, const struct article *article, struct span sentence)
{
	tokens->count = 0;
	for (size_t i = behind_dateline(article, sentence);
	     (i = behind_ordinary(article, i, sentence.end)) < sentence.end;) {
		uint32_t meant;

		tokens->is_quoted = article->is_cut[i] & QUOTED;
		if (article->found_at[i]) {
			const struct found *found = &article->found[article->found_at[i] - 1];

			if (!article->entities[found->entity].is_reporter)
				add(tokens, NAME_TOKEN, found->start, found->end, found->entity);
			i = found->end;
		} else if ((meant = person_meant(article, i)) != NOBODY) {
			size_t end = title_starting(article, i + 1)->end;

			add(tokens, NAME_TOKEN, i, end, meant);
			i = end;
		} else {
			i += read_cue(tokens, article, i);
		}
	}
}

void tokens_read(struct tokens *tokens, struct article *article, struct sentence *sentence)
{
	if (!sentence->tokens) {
		read_span(tokens, article, sentence->span);
		sentence->tokens = arena_get(&article->arena, (tokens->count + 1) * sizeof *sentence->tokens);
		sentence->token_count = tokens->count;
		memcpy(sentence->tokens, tokens->items, tokens->count * sizeof *sentence->tokens);
		return;
	}
	tokens->count = sentence->token_count;
	memcpy(tokens->items, sentence->tokens, tokens->count * sizeof *sentence->tokens);
}
