/* news-companies.c - names of companies without an ending (艾格莱德, 科林空调): taken where a witness says what they are.
 *
 * The witnesses: a post and a person behind it; a list that ends in 等6家企业; a visit to it; a signature; and the full name
 * elsewhere in the article, of which it is the beginning (正星科技 of 正星科技股份有限公司). */
#include "importers/news.h"

#include "importers/news-runs.h"

enum { NAME_MIN = 2, NAME_MAX = 12 };

static bool is_free(const struct article *article, struct span span)
{
	for (size_t i = span.start; i < span.end; i++)
		if (article->found_at[i])
			return false;
	return span.end > span.start;
}

/* Whether anything in the run is not just a word of the trade: 科林空调, not 智慧农业. */
static bool is_proper(const struct article *article, struct span run)
{
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

static void take_company(struct article *article, struct span run, const char *rule)
{
	size_t length = run.end - run.start;

	if (length < NAME_MIN || length > NAME_MAX ||
	    word_at(article, run.start, IN(ORGANIZATION_ENDING) | IN(LEAD) | IN(GROUP)) == length ||
	    !is_free(article, run) || !is_proper(article, run) || is_digit(article->chars[run.start]))
		return;
	if (found_add(article, run.start, run.end, ORGANIZATION_MENTION, rule)) {
		article->is_cut[run.start] |= CUT_HARD;
		article->is_cut[run.end] |= CUT_HARD;
	}
}

static bool is_cut_at(const struct article *article, size_t i)
{
	return article->is_cut[i] & (CUT_HARD | CUT_JOINT);
}

/* The run that ends at `end`. */
static struct span run_before(const struct article *article, size_t end)
{
	size_t start = end;

	while (start && !article->found_at[start - 1] && (start == end || !is_cut_at(article, start)) &&
	       (is_han(article->chars[start - 1]) || is_latin(article->chars[start - 1])))
		start--;
	return (struct span){(uint32_t)start, (uint32_t)end};
}

/* 艾格莱德总经理姚鑫. */
static void find_before_posts(struct article *article)
{
	size_t count = article->found_count;

	for (size_t f = 0; f < count; f++) {
		const struct found *found = &article->found[f];
		struct span run;

		if (found->kind != PERSON_MENTION || found->title.end == found->title.start ||
		    found->title.start >= found->start || article->starts[found->title.start] & IN(BYLINE))
			continue;
		run = run_before(article, found->title.start);
		run.start = (uint32_t)name_start(article, run.start, run.end);
		if (word_at(article, run.start, IN(DIVISION_SHORT) | IN(COUNTY_SHORT)) == run.end - run.start)
			found_add(article, run.start, run.end, PLACE_MENTION, N_("a place before a post"));
		else
			take_company(article, run, N_("a name before a post"));
	}
}

/* ── Lists ───────────────────────────────────────────────────────────────────────────────────────────── */

/* 等6家重点企业, 等多家子公司: what the list was of. */
static bool counts_companies(const struct article *article, size_t i)
{
	static const char *const words[] = {"企业", "公司", "集团", "厂商", "商家", "机构"};
	size_t end = i + 14;

	for (; i < end && i < article->count && !is_clause_end(article->chars[i]) && article->chars[i] != u'的'; i++)
		for (size_t w = 0; w < COUNT(words); w++)
			if (text_at(article, i, words[w]))
				return true;
	return false;
}

static void take_list_before(struct article *article, size_t end, const char *rule)
{
	for (unsigned items = 0; items < 20; items++) {
		struct span run;
		size_t start;

		if (end && article->found_at[end - 1]) {
			start = article->found[article->found_at[end - 1] - 1].start;
		} else {
			run = run_before(article, end);
			start = run.start;
			if (run.end - run.start <= 10)
				take_company(article, run, rule);
			if (start == end)
				return;
			if (start && article->found_at[start - 1]) /* 梧桐园区正星科技 */
				start = article->found[article->found_at[start - 1] - 1].start;
		}
		if (!start || !(article->chars[start - 1] == u'、' || article->starts[start - 1] & IN(JOINT)))
			return;
		end = start - 1;
	}
}

static void find_lists(struct article *article)
{
	for (size_t i = 1; i < article->count; i++)
		if (article->chars[i] == u'等' && counts_companies(article, i + 1))
			take_list_before(article, i, N_("a list of companies"));
}

/* ── Names that end in a word of the trade ───────────────────────────────────────────────────────────── */

static bool ends_in_trade(const struct article *article, struct span run)
{
	return article->ends[run.end] & IN(COMPANY_WORD) && run.end - run.start >= 3 && run.end - run.start <= 9;
}

static bool is_witness_before(const struct article *article, size_t start)
{
	uint64_t before = article->ends[start];

	if (!start)
		return false;
	if (article->found_at[start - 1])
		return article->found[article->found_at[start - 1] - 1].kind != PERSON_MENTION;
	return before & (IN(LOOK) | IN(TRAVEL) | IN(JOINT) | IN(RECEIVE)) || article->chars[start - 1] == u'、' ||
	       article->chars[start - 1] == u'在' || article->chars[start - 1] == u'了';
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

static void find_trades(struct article *article)
{
	struct span run = {0};

	while (next_run(article, &run)) {
		struct span name = run;

		if (text_at(article, run.end - 2, "总部") && run.end - run.start > 3) /* 圆通速递总部 */
			name.end -= 2;
		name.start = (uint32_t)name_start(article, name.start, name.end);
		if (name.end != run.end && (article->starts[name.start] & IN(STOP)) == 0)
			take_company(article, name, N_("a name before 总部"));
		else if (ends_in_trade(article, name) && is_witness_before(article, name.start) &&
			 (is_cut_at(article, name.end) || is_witness_behind(article, name.end)))
			take_company(article, name, N_("a company's name at a visit"));
		else if (ends_in_trade(article, name) && is_witness_behind(article, name.end))
			take_company(article, name, N_("a company's name that does something"));
	}
}

/* ── Signatures ──────────────────────────────────────────────────────────────────────────────────────── */

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
		if (!word_at(article, end, IN(SIGNED_CUE)))
			continue;
		run = run_before(article, i);
		if (run.start == 0 || is_clause_end(article->chars[run.start - 1]))
			take_company(article, run, N_("who signs with an organization"));
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
			       IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT) | IN(ZONE))) &&
	       core.start + head + 2 < core.end)
		core.start += (uint32_t)head;
	for (size_t i = 0; i < COUNT(forms); i++) {
		size_t length = strlen(forms[i]) / 3; /* Han, three bytes each */

		if (core.start + length < core.end && text_at(article, core.end - length, forms[i])) {
			core.end -= (uint32_t)length;
			return core;
		}
	}
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
	if (length < full && word_at(article, end, IN(COMPANY_WORD)))
		return false;
	return is_cut_at(article, end) || is_witness_behind(article, end) || match_at(article, end) ||
	       (length > 2 && length == full);
}

static void find_short_form_at(struct article *article, const struct name_index *index, const struct span *cores,
			       size_t i)
{
	size_t best = 0, full = 0;

	for (uint32_t f = names_beginning(index, article->chars[i]); f != NOBODY; f = index->next[f]) {
		size_t length = agreement(article, cores[f], i);

		if (length > best) {
			best = length;
			full = cores[f].end - cores[f].start;
		}
	}
	if (best && is_short_form(article, i, best, full))
		take_company(article, (struct span){(uint32_t)i, (uint32_t)(i + best)},
			     N_("the beginning of a longer name"));
}

static void find_short_forms(struct article *article)
{
	size_t count = article->found_count;
	struct span *cores = arena_get(&article->arena, (count + 1) * sizeof *cores);
	struct name_index index = name_index_of(article, count);

	for (size_t f = 0; f < count; f++) {
		if (article->found[f].kind != ORGANIZATION_MENTION)
			continue;
		cores[f] = core_of(article, &article->found[f]);
		if (cores[f].end > cores[f].start)
			name_index_put(&index, article->chars[cores[f].start], (uint32_t)f);
	}
	for (size_t i = 0; i < article->count; i++)
		if (!article->found_at[i])
			find_short_form_at(article, &index, cores, i);
}

void companies_find(struct article *article)
{
	find_before_posts(article);
	find_lists(article);
	find_trades(article);
	find_signatories(article);
	find_short_forms(article);
	names_spread(article);
}
