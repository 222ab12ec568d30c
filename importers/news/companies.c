/* companies.c - names of companies without an ending (艾格莱德, 科林空调): taken where a witness says what they are.
 *
 * The witnesses: a post and a person behind it; a list that ends in 等6家企业; a visit to it; a signature; and the full name
 * elsewhere in the article, of which it is the beginning (正星科技 of 正星科技股份有限公司). */
#include "importers/news/news.h"

#include "importers/news/runs.h"

enum { NAME_MIN = 2, NAME_MAX = 12, WHOLE_MIN = 4 };

static bool is_free(const struct article *article, struct span span)
{
	for (size_t i = span.start; i < span.end; i++)
		if (article->found_at[i])
			return false;
	return span.end > span.start;
}

/* Whether anything in the run is not just a word of the trade: 科林空调, not 智慧农业. */
bool is_proper_name(const struct article *article, struct span run)
{
	size_t division = word_at(article, run.start, IN(DIVISION_SHORT) | IN(COUNTY_SHORT));

	if (division == 2 && run.start + 4 == run.end && word_at(article, run.start + 2, IN(COMPANY_WORD)) == 2)
		return true; /* 太原重工 */
	for (size_t i = run.start; i < run.end;) {
		size_t word = word_at(article, i,
				      IN(NOUN) | IN(PLAIN) | IN(COMPANY_WORD) | IN(STOP) | IN(NO_PLACE) |
					      IN(PLACE_ENDING) | IN(ORGANIZATION_ENDING) | IN(GROUP) | IN(SELF) |
					      IN(NO_VISIT) | IN(NO_TIE) | IN(SPEECH) | IN(PROVINCE) | IN(CITY) |
					      IN(COUNTY) | IN(DIVISION_SHORT) | IN(COUNTY_SHORT));

		if (word < 2)
			return is_han(article->chars[i]) || is_latin(article->chars[i]);
		i += word;
	}
	return false;
}

/* 克罗地亚|驻上海总领事 */
bool is_posted(const struct article *article, struct span run)
{
	for (size_t i = run.start; i < run.end; i++)
		if (article->chars[i] == u'驻' && (i == run.start || i + 2 == run.end || division_at(article, i + 1) ||
						   word_at(article, i + 1, IN(COUNTRY))))
			return true;
	return false;
}

void company_take(struct article *article, struct span run, const char *rule)
{
	size_t length = run.end - run.start;

	if (length < NAME_MIN || length > NAME_MAX || word_at(article, run.start, IN(SELF)) >= 2 ||
	    word_at(article, run.start, IN(ORGANIZATION_ENDING) | IN(LEAD) | IN(GROUP) | IN(TO_COME)) == length ||
	    word_at(article, run.end - 2, IN(INTRODUCER) | IN(POST) | IN(TITLELESS)) == 2 || /* 省人大代表 */
	    !is_free(article, run) || !is_proper_name(article, run) || is_digit(article->chars[run.start]) ||
	    is_posted(article, run) || article->title_at[run.start])
		return;
	run.start = (uint32_t)latin_begin(article, run.start);
	if (found_add(article, run.start, run.end, ORGANIZATION_MENTION, rule)) {
		article->is_cut[run.start] |= CUT_HARD;
		article->is_cut[run.end] |= CUT_HARD;
	}
}

static bool is_cut_at(const struct article *article, size_t i)
{
	return article->is_cut[i] & (CUT_HARD | CUT_JOINT);
}

struct span run_before(const struct article *article, size_t end)
{
	size_t start = end;

	while (start && !article->found_at[start - 1] && (start == end || !is_cut_at(article, start)) &&
	       (is_han(article->chars[start - 1]) || is_latin(article->chars[start - 1])))
		start--;
	return (struct span){(uint32_t)start, (uint32_t)end};
}

/* 岐阜县关市|副市长 */
bool is_own_level(const struct article *article, struct span run)
{
	uint16_t level = article->chars[run.end - 1];

	return run.end - run.start > 2 && is_level(level) &&
	       (article->chars[run.end] == level || article->chars[run.end + 1] == level);
}

/* 艾格莱德总经理姚鑫. */
static void find_before_posts(struct article *article)
{
	size_t count = article->found_count;

	for (size_t f = 0; f < count; f++) {
		const struct found *found = &article->found[f];
		struct span run;

		if (found->kind != PERSON_MENTION || found->title.end == found->title.start ||
		    article->starts[found->title.start] & IN(BYLINE))
			continue;
		if (found->title.start >= found->start) { /* 金陵药业|李春敏总裁 */
			run = run_before(article, found->start);
			if (article->ends[run.end] & IN(COMPANY_WORD) && run.end - run.start > 2)
				company_take(article, run, N_("a name before a post"));
			continue;
		}
		run = run_before(article, found->title.start);
		if (run.start && article->found_at[run.start - 1] &&
		    article->found[article->found_at[run.start - 1] - 1].kind == ORGANIZATION_MENTION)
			continue; /* …医院|骨外科: a department */
		if (run.end > run.start &&
		    (article->chars[run.end - 1] == u'科' || article->chars[run.end - 1] == u'股' ||
		     is_lone_department(article, run.start, run.end)))
			continue; /* 招商三科|科长: whose section it is is not said */
		run.start = (uint32_t)name_begin(article, name_start(article, run.start, run.end), run.end);
		if (word_at(article, run.start, IN(DIVISION_SHORT) | IN(COUNTY_SHORT)) == run.end - run.start ||
		    is_own_level(article, run))
			found_add(article, run.start, run.end, PLACE_MENTION, N_("a place before a post"));
		else
			company_take(article, run, N_("a name before a post"));
	}
}

/* ── Names that end in a word of the trade ───────────────────────────────────────────────────────────── */

bool is_of_trade(const struct article *article, size_t i)
{
	static const char *const words[] = {"领域", "行业", "产业", "项目", "产品", "市场", "技术", "设备", "生产线"};

	for (size_t from = i; i < article->count && (is_han(article->chars[i]) || article->chars[i] == u'、'); i++) {
		for (size_t w = 0; w < COUNT(words); w++)
			if (text_at(article, i, words[w]))
				return true;
		if (i > from && article->is_cut[i] & CUT_HARD && article->chars[i] != u'、' &&
		    article->chars[i - 1] != u'、')
			return false;
	}
	return false;
}

static bool ends_in_trade(const struct article *article, struct span run)
{
	return article->ends[run.end] & IN(COMPANY_WORD) && !is_digit(article->chars[run.end]) &&
	       run.end - run.start >= 3 && run.end - run.start <= 9 && !is_of_trade(article, run.end);
}

static bool is_witness_before(const struct article *article, size_t start)
{
	uint64_t before = article->ends[start];

	if (!start)
		return false;
	if (article->found_at[start - 1])
		return article->found[article->found_at[start - 1] - 1].kind != PERSON_MENTION;
	if (article->chars[start - 1] == u'了') /* 走访了, not 看了 */
		return article->ends[start - 1] & (IN(LOOK) | IN(TRAVEL) | IN(RECEIVE));
	return before & (IN(LOOK) | IN(TRAVEL) | IN(JOINT) | IN(RECEIVE)) || article->chars[start - 1] == u'、' ||
	       article->chars[start - 1] == u'在' || article->chars[start - 1] == u'是' ||
	       article->chars[start - 1] == u'为' || article->chars[start - 1] == u'由';
}

static bool is_witness_behind(const struct article *article, size_t end)
{
	static const char *const words[] = {"总部", "旗下", "有关负责人", "相关负责人", "负责人", "公司",
					    "签",   "是",   "作为",	  "成立于",	"、"};

	for (size_t i = 0; i < COUNT(words); i++)
		if (text_at(article, end, words[i]))
			return true;
	return article->starts[end] & (IN(JOINT) | IN(PARTY_WORD));
}

/* 看了喷涂机器人和成品仓 */
static bool is_of_what_is_seen(const struct article *article, size_t start)
{
	return start && (article->chars[start - 1] == u'了' || article->chars[start - 1] == u'的' ||
			 article->chars[start - 1] == u'过');
}

/* 来到中科智云,拜访了董事长: a name of no known kind, in front of which somebody goes, and behind which a company's post follows. */
static bool is_visited(const struct article *article, struct span run)
{
	static const char *const posts[] = {"董事长", "总经理", "总裁"};

	if (!(article->ends[run.start] & (IN(LOOK) | IN(TRAVEL))) || article->chars[run.end] != ',' ||
	    run.end - run.start < 3 || run.end - run.start > 6)
		return false;
	for (size_t i = run.start; i < run.end; i++)
		if (article->starts[i] &
		    ~(IN(SURNAME) | IN(COMMON_SURNAME) | IN(TRANSLITERATION) | IN(NO_LAST) | IN(COMPANY_WORD)))
			return false;
	for (size_t i = run.end + 1; i < run.end + 16 && !is_sentence_end(article->chars[i]); i++)
		for (size_t p = 0; p < COUNT(posts); p++)
			if (text_at(article, i, posts[p]))
				return true;
	return false;
}

static void find_trades(struct article *article)
{
	struct span run = {0};

	while (next_run(article, &run)) {
		struct span name = run;

		if (is_visited(article, run))
			company_take(article, run, N_("a company's name at a visit"));
		if (article->ends[run.start] & (IN(LOOK) | IN(TRAVEL)) && may_be_company(article, run) &&
		    !is_of_trade(article, run.end))
			name_take(article, run.start, run.end, ORGANIZATION_MENTION, N_("a company's name at a visit"));
		if (!(article->ends[run.end] & IN(COMPANY_WORD)) && article->chars[run.end - 1] != u'部')
			continue;
		if (text_at(article, run.end - 2, "总部") && run.end - run.start > 3) /* 圆通速递总部 */
			name.end -= 2;
		name.start = (uint32_t)name_begin(article, name_start(article, name.start, name.end), name.end);
		if (is_to_be(article, name.start, run.end))
			continue;
		if (name.end != run.end && !(article->starts[name.start] & IN(STOP)))
			company_take(article, name, N_("a name before 总部"));
		else if (ends_in_trade(article, name) && is_witness_before(article, name.start) &&
			 (is_cut_at(article, name.end) || is_witness_behind(article, name.end)))
			company_take(article, name, N_("a company's name at a visit"));
		else if (ends_in_trade(article, name) && is_witness_behind(article, name.end) &&
			 !is_of_what_is_seen(article, name.start))
			company_take(article, name, N_("a company's name that does something"));
	}
}

void branches_find(struct article *article)
{
	for (size_t m = 0; m < article->match_count && article->classes & IN(ORGANIZATION_HEAD); m++) {
		const struct match *match = &article->matches[m];
		size_t at = match->start + match->length, division, trade;

		if (!(match->classes & IN(ORGANIZATION_HEAD)) || !(division = division_at(article, at)) ||
		    !(trade = word_at(article, at + division, IN(COMPANY_WORD))))
			continue;
		if (found_add(article, match->start, (uint32_t)(at + division + trade), ORGANIZATION_MENTION,
			      N_("a house that is known, in a division, and its trade")))
			article->is_cut[at + division + trade] |= CUT_HARD;
	}
}

/* ── Signatures ──────────────────────────────────────────────────────────────────────────────────────── */

/* …在青岛签署, 举行座谈: in the clause. */
static bool has_cue_behind(const struct article *article, size_t i)
{
	for (; !is_clause_end(article->chars[i]); i++)
		if (article->starts[i] & (IN(SIGNED_CUE) | IN(TALK)))
			return true;
	return false;
}

/* 厦航与莆田市政府签署: who signs with an organization is one. */
static void find_signatories(struct article *article)
{
	for (size_t i = 1; i + 1 < article->count; i++) {
		struct span run;
		size_t end;

		if (!(article->starts[i] & IN(JOINT)) || !article->found_at[i + 1] ||
		    article->found[article->found_at[i + 1] - 1].kind == PERSON_MENTION || article->found_at[i - 1])
			continue;
		end = article->found[article->found_at[i + 1] - 1].end;
		if (!has_cue_behind(article, end))
			continue;
		run = run_before(article, i);
		if (run.start == 0 || is_clause_end(article->chars[run.start - 1]))
			company_take(article, run, N_("who signs with an organization"));
	}
}

/* ── Short forms ─────────────────────────────────────────────────────────────────────────────────────── */

/* The name without what stands in front of and behind a company's own name. */
struct span core_of(const struct article *article, const struct found *found)
{
	static const char *const forms[] = {"股份有限公司", "有限责任公司", "集团有限公司", "有限公司",
					    "集团公司",	    "总公司",	    "公司",	    "集团"};
	struct span core = {found->start, found->end};
	size_t head;

	while ((head = word_at(article, core.start,
			       IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT) | IN(ZONE) | IN(COUNTRY))) &&
	       core.start + head + 2 < core.end)
		core.start += (uint32_t)head;
	for (size_t i = 0; i < COUNT(forms); i++) {
		size_t length = strlen(forms[i]) / 3; /* Han, three bytes each */

		if (core.start + length < core.end && text_at(article, core.end - length, forms[i])) {
			core.end -= (uint32_t)length;
			head = word_at(article, core.start, IN(COUNTY_SHORT));
			if (head && core.start + head + 4 <= core.end &&
			    is_proper_name(article, (struct span){(uint32_t)(core.start + head), core.end}))
				core.start += (uint32_t)head; /* 乐平|天澄精细化工 */
			return core;
		}
	}
	if (core.start > found->start && core.end - core.start >= 4 && article->ends[core.end] & IN(COMPANY_WORD))
		return core; /* 蓝牧乳业 of 新西兰蓝牧乳业 */
	return (struct span){0};
}

/* How many characters of the core stand at i. */
static size_t agreement(const struct article *article, struct span core, size_t i)
{
	size_t length = 0;

	while (core.start + length < core.end && i + length < article->count &&
	       article->chars[i + length] == article->chars[core.start + length] && !article->found_at[i + length])
		length++;
	return length;
}

static bool is_short_form(const struct article *article, size_t i, size_t length, size_t full)
{
	size_t end = i + length;

	if (length < 2 || article->is_cut[end] & CUT_INSIDE ||
	    word_at(article, i, IN(PLAIN) | IN(NOUN) | IN(STOP) | IN(COMPANY_WORD) | IN(DIVISION_SHORT)) >= length)
		return false;
	if (word_at(article, end, IN(COMPANY_WORD))) /* 正星|氢电 is another than 正星 */
		return false;
	return is_cut_at(article, end) || is_witness_behind(article, end) || match_at(article, end) ||
	       (length > 2 && length == full);
}

/* 华信铁建 of 华信铁道建设: the first two characters, then others in their order, up to something else. */
static size_t clipped_length(const struct article *article, struct span core, size_t i)
{
	size_t length = agreement(article, core, i), at = core.start + length;

	if (length < 2 || !is_cut_at(article, i))
		return 0;
	while (length < 6 && at < core.end && is_han(article->chars[i + length]) && !article->found_at[i + length]) {
		while (at < core.end && article->chars[at] != article->chars[i + length])
			at++;
		if (at == core.end)
			break;
		at++;
		length++;
	}
	return length >= 4 && !(article->is_cut[i + length] & CUT_INSIDE) &&
			       (is_cut_at(article, i + length) || match_at(article, i + length))
		       ? length
		       : 0;
}

static void take_short_form(struct article *article, size_t i, size_t length)
{
	struct span whole = {(uint32_t)i, (uint32_t)(i + length)};

	if (is_free(article, whole))
		found_add(article, whole.start, whole.end, ORGANIZATION_MENTION, N_("the beginning of a longer name"));
}

static void find_short_form_at(struct article *article, const struct name_index *index, const struct span *cores,
			       size_t i, bool only_whole)
{
	size_t best = 0, full = 0, clipped = 0;
	uint32_t house = 0;

	for (uint32_t f = names_beginning(index, article->chars + i); f != NOBODY; f = index->next[f]) {
		size_t length = agreement(article, cores[f], i);

		if (length > best) {
			best = length;
			full = cores[f].end - cores[f].start;
		}
		if ((length = clipped_length(article, cores[f], i)) > clipped) {
			clipped = length;
			house = f;
		}
	}
	if (only_whole && best < full)
		return;
	if (clipped > best && clipped < full) {
		struct found *found = found_add(article, (uint32_t)i, (uint32_t)(i + clipped), ORGANIZATION_MENTION,
						N_("characters of a longer name, in their order"));

		if (found)
			found->of = house / 2 + 1;
		return;
	}
	if (!best || !is_short_form(article, i, best, full))
		return;
	if (best == full &&
	    best >= WHOLE_MIN) /* 南江机械 of 南江机械有限公司: a place and a trade, but it is named so */
		take_short_form(article, i, best);
	else
		company_take(article, (struct span){(uint32_t)i, (uint32_t)(i + best)},
			     N_("the beginning of a longer name"));
}

/* (以下简称“天枢钢构”), (下称翔隼公司) */
static bool find_said_to_be_short(struct article *article)
{
	bool is_any = false;

	for (size_t i = 2; (i = character_at(article, i + 1, u'称')) + 3 < article->count;) {
		size_t start = i + 1, end, open = i;
		struct found *found;
		uint32_t full;

		if (article->chars[i - 1] != u'简' && article->chars[i - 1] != u'下')
			continue;
		while (open && i - open < 6 && article->chars[open] != '(')
			open--;
		if (!open || article->chars[open] != '(' || !(full = article->found_at[open - 1]))
			continue;
		start += article->chars[start] == 0x201C || article->chars[start] == ':';
		for (end = start; end < start + NAME_MAX && is_name_character(article->chars[end]);)
			end++;
		if (end - start < NAME_MIN || article->found[full - 1].kind == PERSON_MENTION)
			continue;
		if (article->found_at[start]) { /* 华远集团: found by its ending */
			found = &article->found[article->found_at[start] - 1];
			if (found->kind == article->found[full - 1].kind && found->start == start && found->end == end)
				found->of = full;
			continue;
		}
		found = found_add(article, (uint32_t)start, (uint32_t)end, article->found[full - 1].kind,
				  N_("said to be short for a name"));
		if (found)
			found->of = full;
		is_any |= found != NULL;
	}
	return is_any;
}

void short_forms_find(struct article *article, bool only_whole)
{
	size_t count = article->found_count;
	struct span *cores = arena_get(&article->arena, (2 * count + 1) * sizeof *cores);
	struct name_index index;
	bool has_cores = false;

	name_index_begin(&index, article, 2 * count);
	if (only_whole && find_said_to_be_short(article))
		names_spread(article);
	for (size_t f = 0; f < count; f++) {
		struct span *core = &cores[2 * f];

		if (article->found[f].kind != ORGANIZATION_MENTION)
			continue;
		core[0] = core[1] = core_of(article, &article->found[f]);
		core[1].start = article->found[f].start; /* 阿里巴巴, of which 阿里 is no place */
		if (core[0].end > core[0].start)
			name_index_put(&index, article->chars + core[0].start, (uint32_t)(2 * f));
		if (core[0].end > core[0].start && core[0].start > core[1].start)
			name_index_put(&index, article->chars + core[1].start, (uint32_t)(2 * f + 1));
		has_cores |= core[0].end > core[0].start;
	}
	for (size_t i = 0; i < article->count && has_cores; i++)
		if (may_begin(article, &index, i))
			find_short_form_at(article, &index, cores, i, only_whole);
}

void companies_find(struct article *article)
{
	find_before_posts(article);
	company_lists_find(article);
	find_trades(article);
	companies_find_beside(article);
	find_signatories(article);
	short_forms_find(article, false);
	names_spread(article);
}
