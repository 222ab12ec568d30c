/* news-organizations.c - organizations and places: a run of characters between two cuts, up to an ending.
 *
 * Chinese writes no spaces, so a name is what lies between a word at which names end (了, 与, 考察, a post, a person) and an
 * ending (公司, 局, 大学; 区, 镇, 产业园). In a run the last ending counts: 苏州大学附属第二医院 is one name, and the names
 * within it are none. Names of companies without an ending need a witness: see news-companies.c. */
#include "importers/news.h"

#include "importers/news-runs.h"

#define ALL_DIVISIONS (IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT))
#define CUTTING                                                                                                     \
	(IN(STOP) | IN(LOOK) | IN(TRAVEL) | IN(RECEIVE) | IN(LEAD) | IN(ACCOMPANY) | IN(PARTY_WORD) | IN(WELCOME) | \
	 IN(SIGNED_CUE) | IN(VAGUE_DATE) | IN(SAME_DATE) | IN(NEXT_DATE) | IN(BYLINE) | IN(BOTH) | IN(HOME))

/* ── Cuts ────────────────────────────────────────────────────────────────────────────────────────────── */

static inline bool is_name_character(uint16_t character)
{
	return is_han(character) || is_digit(character) || is_latin(character) || character == 0x00B7 ||
	       character == '&';
}

/* 27人, 23年, 15.6亿元: a number with its measure is a cut; 360集团 is none. */
static size_t measured_length(const struct article *article, size_t i)
{
	static const char16_t measures[] =
		u"年月日时点家名人个万亿余多次项条公亩吨套户岁元届期位平千百台种类年天周号%+~-.至";
	size_t end = i;

	while (is_digit(article->chars[end]))
		end++;
	for (const char16_t *measure = measures; *measure; measure++)
		if (article->chars[end] == *measure)
			return end + 1 - i;
	return 0;
}

static void cut(struct article *article, size_t start, size_t end, unsigned char how)
{
	article->is_cut[start] |= how;
	article->is_cut[end] |= how;
}

/* The longest word first; what it covers begins no other. */
static size_t cut_at_word(struct article *article, size_t i)
{
	const struct match *match = match_at(article, i);

	if (match && match->classes == IN(COUNTY_SHORT)) /* 和|政府, not 和政 */
		match = i + 1 < article->count && match + 1 < article->matches + article->first_match[i + 1] ? match + 1
													     : NULL;
	if (!match)
		return 1;
	if (match->classes & IN(JOINT))
		cut(article, i, i + match->length, CUT_JOINT);
	else if ((match->classes & CUTTING || (match->length > 1 && match->classes & (IN(SPEECH) | IN(SEE)))) &&
		 !(match->classes & (IN(PLACE_ENDING) | IN(ORGANIZATION_ENDING) | IN(KNOWN_ORGANIZATION))))
		cut(article, i, i + match->length, CUT_HARD);
	if (match->length > 1 && match->classes & ~(IN(COUNTY_SHORT) | IN(SPEECH) | IN(SEE)))
		for (size_t k = i + 1; k < i + match->length; k++)
			article->is_cut[k] |= CUT_INSIDE;
	else
		return 1;
	return match->length;
}

void cuts_find(struct article *article)
{
	article->is_cut = arena_get(&article->arena, article->count + 2);
	article->found_at = arena_get(&article->arena, (article->count + 2) * sizeof *article->found_at);
	for (size_t i = 0; i < article->count;) {
		size_t measured = is_digit(article->chars[i]) ? measured_length(article, i) : 0;

		if (measured) {
			cut(article, i, i + measured, CUT_HARD);
			i += measured;
		} else if (!is_name_character(article->chars[i])) {
			cut(article, i, i + 1, CUT_HARD);
			i++;
		} else {
			i += cut_at_word(article, i);
		}
	}
	for (size_t t = 0; t < article->title_count; t++)
		cut(article, article->titles[t].start, article->titles[t].end, CUT_HARD);
	cut(article, 0, article->count, CUT_HARD);
}

/* ── Endings in a run ────────────────────────────────────────────────────────────────────────────────── */

static bool is_level(uint16_t character)
{
	return character == u'省' || character == u'市' || character == u'县' || character == u'区' ||
	       character == u'州' || character == u'旗' || character == u'镇' || character == u'乡';
}

/* Whether a single character, or a word, ends a name here rather than standing inside another word. */
static bool is_ending(const struct article *article, const struct match *match, bool is_place)
{
	size_t end = match->start + match->length;

	if (article->is_cut[end] & CUT_INSIDE)
		return false;
	if (match->length > 1)
		return true;
	if (article->chars[match->start] == u'局') /* within 建设局 as well */
		return !(article->is_cut[match->start] & CUT_INSIDE) || article->ends[end] & IN(NOUN);
	return !(article->is_cut[match->start] & CUT_INSIDE) &&
	       !(match->start && is_digit(article->chars[match->start - 1])) &&
	       (is_place || article->is_cut[end] & (CUT_HARD | CUT_JOINT) ||
		word_at(article, end, ~IN(COUNTY_SHORT)) >= 2);
}

/* 高新区, 二七区, 灵川镇, 产业园: whether what ends here can be a place. */
static bool ends_place(const struct article *article, const struct match *match, size_t start)
{
	size_t end = match->start + match->length, body = match->start - start;
	uint16_t last = article->chars[end - 1];

	if (match->classes & IN(ZONE))
		return true;
	if (match->classes & (IN(PROVINCE) | IN(CITY) | IN(COUNTY)))
		return true;
	if (!(match->classes & IN(PLACE_ENDING)) || !body)
		return false;
	if (match->length > 1)
		return true;
	if (last == u'村' || last == u'镇' || last == u'乡' || last == u'岛' || last == u'寨' || last == u'港')
		return body >= (last == u'港' ? 2 : 1);
	return (last == u'市' || last == u'县') && body >= 2 && body <= 3 &&
	       article->is_cut[end] & (CUT_HARD | CUT_JOINT);
}

struct endings {
	size_t organization, organization_start; /* where the last one ends and starts; 0: none */
	size_t legal;				 /* where the last one of a legal entity ends */
	size_t place;
	bool is_delegation, is_long_place;
};

static bool ends_legal(const struct article *article, size_t end)
{
	static const char *const words[] = {"公司", "集团", "大学", "学院", "医院", "银行"};

	for (size_t i = 0; i < COUNT(words); i++)
		if (end >= 2 && text_at(article, end - 2, words[i]))
			return true;
	return false;
}

static bool ends_department(const struct article *article, size_t end)
{
	uint16_t last = article->chars[end - 1];

	return last == u'部' || last == u'处' || last == u'科' || last == u'室' || last == u'办' ||
	       text_at(article, end - 2, "中心");
}

static struct endings find_endings(const struct article *article, struct span run)
{
	struct endings endings = {0};

	for (size_t m = article->first_match[run.start]; m < article->first_match[run.end]; m++) {
		const struct match *match = &article->matches[m];
		size_t end = match->start + match->length;

		if (end > run.end || end < 1 || article->is_cut[end] & CUT_INSIDE)
			continue;
		if (match->classes & (IN(ORGANIZATION_ENDING) | IN(DELEGATION_ENDING)) && match->start > run.start &&
		    end > endings.organization && is_ending(article, match, false)) {
			endings.organization = end;
			endings.organization_start = match->start;
			endings.is_delegation = (match->classes & IN(DELEGATION_ENDING)) != 0;
			if (ends_legal(article, end))
				endings.legal = end;
		}
		if (ends_place(article, match, run.start) && is_ending(article, match, true) && end > endings.place &&
		    !(match->length == 1 && endings.place && end == endings.place + 2)) { /* 赵村|合村 */
			endings.place = end;
			endings.is_long_place = match->length > 1 && !(match->classes & (IN(CITY) | IN(COUNTY)));
		}
	}
	return endings;
}

/* ── Where the name begins ───────────────────────────────────────────────────────────────────────────── */

static bool is_head(const struct article *article, size_t start, size_t end)
{
	size_t word = word_at(article, start, IN(ORGANIZATION_HEAD) | ALL_DIVISIONS | IN(ZONE) | IN(COUNTRY));

	return word && start + word == end;
}

size_t name_start(const struct article *article, size_t start, size_t end)
{
	static const char16_t speakers[] = u"我本该全各两";
	size_t own = word_at(article, start, IN(NO_PLACE) | IN(HOME) | IN(SELF)), head = start;

	for (const char16_t *speaker = speakers; own && start + own < end && *speaker; speaker++)
		if (article->chars[start] == *speaker) {
			start = head = start + own;
			break;
		}
	for (size_t i = start + 1; i < end; i++) {
		size_t division = article->is_cut[i] & CUT_INSIDE ? 0 : word_at(article, i, ALL_DIVISIONS);

		if (!division || i + division >= end + (division > 2))
			continue;
		return is_head(article, head, i) || i - head == 1 ? start : i;
	}
	return start;
}

/* A word of the trade alone names nobody: 研发中心, 营销中心; but 商务局 does. */
static bool is_generic(const struct article *article, size_t start, size_t ending, size_t end)
{
	uint16_t last = article->chars[end - 1];
	size_t at = start, word;

	if (start >= ending)
		return true;
	if (ending - start == 1 && !is_level(article->chars[start]))
		return !word_at(article, start, IN(SURNAME)) || end - start < 3;
	if (last == u'局' || last == u'厅' || last == u'委' || last == u'办')
		return false;
	at += at + 1 < ending && is_level(article->chars[at]) && text_at(article, end - 2, "中心"); /* 县行政中心 */
	while (at < ending &&
	       (word = word_at(article, at, IN(NOUN) | IN(PLAIN) | IN(COMPANY_WORD) | IN(NO_PLACE) | IN(STOP))) >= 2)
		at += word;
	return at >= ending;
}

/* ── Taking names ────────────────────────────────────────────────────────────────────────────────────── */

static struct found *take(struct article *article, size_t start, size_t end, enum mention_kind kind, const char *rule)
{
	struct found *found = found_add(article, (uint32_t)start, (uint32_t)end, kind, rule);

	if (found)
		cut(article, start, end, CUT_HARD);
	return found;
}

/* The divisions in a run that is no longer name. */
static void take_divisions(struct article *article, struct span run)
{
	for (size_t i = run.start; i < run.end; i++) {
		size_t division = article->is_cut[i] & CUT_INSIDE ? 0 : word_at(article, i, ALL_DIVISIONS | IN(ZONE));
		size_t end = i + division;

		if (!division || end > run.end || article->is_cut[end] & CUT_INSIDE ||
		    (division == 2 && i > run.start && !article->ends[i]))
			continue; /* 长白山 is not 白山 */
		for (size_t next; (next = word_at(article, end, ALL_DIVISIONS | IN(ZONE) | IN(COUNTY_SHORT))) &&
				  end + next <= run.end;)
			end += next;
		take(article, i, end, PLACE_MENTION, N_("an administrative division"));
		i = end - 1;
	}
}

/* A post and a person: what stands in front of them employs. */
static bool has_post_behind(const struct article *article, size_t i)
{
	const struct title *title = title_starting(article, i);

	while (title && !article->found_at[title->end]) {
		size_t next = title->end + (article->chars[title->end] == u'、' || article->chars[title->end] == u'兼');

		title = title_starting(article, next);
	}
	return title && article->found[article->found_at[title->end] - 1].kind == PERSON_MENTION;
}

static bool take_organization(struct article *article, struct span run, const struct endings *endings)
{
	size_t end = endings->organization, start;

	if (endings->legal && endings->legal < end && ends_department(article, end))
		end = endings->legal;
	start = endings->is_delegation ? run.start : name_start(article, run.start, end);
	if (title_starting(article, end) && ends_department(article, end) && end == run.end) { /* 党委组织人事部|部长 */
		if (run.start && article->chars[run.start - 1] == u'、' &&
		    is_generic(article, start, endings->organization_start, end))
			return false; /* another post of somebody whose house is named before */
	} else if (!(ends_legal(article, end) && end - start > 4 && has_post_behind(article, end)) &&
		   is_generic(article, start, end == endings->organization ? endings->organization_start : end - 2,
			      end)) {
		return false;
	}
	if (is_digit(article->chars[start]))
		return false;
	return take(article, start, end, ORGANIZATION_MENTION, N_("a run up to the ending of an organization")) != NULL;
}

static bool take_place(struct article *article, struct span run, size_t end)
{
	size_t start = name_start(article, run.start, end);
	size_t other = word_at(article, start, IN(NO_PLACE) | IN(NOUN));

	if (start + other >= end && !word_at(article, start, IN(ZONE) | IN(CITY) | IN(COUNTY)))
		return false;
	if (other >= 2 && end - start - other <= 2 && !word_at(article, start, ALL_DIVISIONS)) /* 特色小镇, 产业园区 */
		return false;
	return take(article, start, end, PLACE_MENTION, N_("a run up to the ending of a place")) != NULL;
}

static bool is_division(const struct article *article, struct span run)
{
	size_t word = word_at(article, run.start, ALL_DIVISIONS | IN(COUNTY_SHORT));

	return word && run.start + word >= run.end;
}

/* 阿里巴巴|董事局主席, 中科智云|董事长: a name without an ending. */
static bool take_employer(struct article *article, struct span run)
{
	uint64_t nobody = IN(NO_PLACE) | IN(SELF) | IN(NOUN) | IN(PLAIN) | IN(ORGANIZATION_ENDING);
	size_t start = name_start(article, run.start, run.end), word = word_at(article, start, nobody);

	if (run.end - start < 2 || run.end - start > 12 || start + word >= run.end || is_digit(article->chars[start]) ||
	    word_at(article, start, IN(ORGANIZATION_ENDING) | IN(SELF)) >= 2)
		return false;
	return take(article, start, run.end, ORGANIZATION_MENTION, N_("a name before a post")) != NULL;
}

/* A word between two cuts that is itself why they are there. */
static bool is_cutting_word(const struct article *article, struct span run)
{
	const struct match *match = match_at(article, run.start);

	return match && match->length == run.end - run.start && match->classes & CUTTING &&
	       !(match->classes & (IN(PLACE_ENDING) | IN(KNOWN_ORGANIZATION)));
}

static void read_run(struct article *article, struct span run)
{
	struct endings endings;
	bool is_taken = false;

	if (run.end - run.start < 2 || is_cutting_word(article, run))
		return;
	endings = find_endings(article, run);
	if (endings.organization && !(endings.place > endings.organization && endings.is_long_place))
		is_taken = take_organization(article, run, &endings);
	if (!is_taken && endings.place)
		is_taken = take_place(article, run, endings.place);
	if (!is_taken && !endings.organization && has_post_behind(article, run.end) && !is_division(article, run))
		is_taken = take_employer(article, run);
	for (size_t i = run.start; i < run.end;) { /* what is left on both sides */
		size_t end = i;

		while (end < run.end && !article->found_at[end])
			end++;
		if (end > i)
			take_divisions(article, (struct span){(uint32_t)i, (uint32_t)end});
		i = end + 1;
	}
}

bool next_run(const struct article *article, struct span *run)
{
	size_t i = run->end;

	while (i < article->count &&
	       (article->found_at[i] || !is_name_character(article->chars[i]) || title_starting(article, i)))
		i++;
	if (i >= article->count)
		return false;
	run->start = (uint32_t)i++;
	while (i < article->count && !(article->is_cut[i] & (CUT_HARD | CUT_JOINT)) && !article->found_at[i])
		i++;
	run->end = (uint32_t)i;
	return true;
}

/* 化学与环境工程学院: the joint is part of the name when what stands behind it begins with a word of the trade. */
static bool joins(const struct article *article, struct span left, struct span right)
{
	uint64_t trade = IN(NOUN) | IN(PLAIN) | IN(COMPANY_WORD);

	return left.end + 1 == right.start && article->starts[left.end] & IN(JOINT) && left.end - left.start >= 2 &&
	       left.end - left.start <= 10 && !article->found_at[left.start] &&
	       !(article->is_cut[left.start] & CUT_JOINT) && word_at(article, right.start, trade) >= 2 &&
	       !word_at(article, left.start, IN(STOP)) && !find_endings(article, left).organization &&
	       find_endings(article, right).organization >= right.start + 3;
}

static void take_known(struct article *article, bool gives_way)
{
	static const uint64_t known = IN(KNOWN_ORGANIZATION) | IN(KNOWN_PLACE) | IN(GRAPH_ORGANIZATION) | IN(GRAPH_PLACE);

	for (size_t i = 0; i < article->count; i++) {
		enum mention_kind kind;
		size_t length = article->starts[i] & known ? known_party(article, i, gives_way, &kind) : 0;

		if (length)
			take(article, i, i + length, kind, N_("the dictionary"));
	}
}

void organizations_find(struct article *article)
{
	struct span run = {0}, left = {0};

	take_known(article, false);
	for (size_t f = 0; f < article->found_count; f++)
		cut(article, article->found[f].start, article->found[f].end, CUT_HARD);
	while (next_run(article, &run)) {
		if (run.end - run.start == 1 && article->starts[run.start] & IN(JOINT))
			continue;
		if (joins(article, left, run))
			run.start = left.start;
		left = run;
		read_run(article, run);
	}
	companies_find(article);
	take_known(article, true);
}
