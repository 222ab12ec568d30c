/* organizations.c - organizations: a run of characters between two cuts, up to an ending.
 *
 * Chinese writes no spaces, so a name is what lies between a word at which names end (了, 与, 考察, a post, a person) and an
 * ending (公司, 局, 大学; 区, 镇, 产业园). In a run the last ending counts: 苏州大学附属第二医院 is one name, and the names
 * within it are none. Names of companies without an ending need a witness: see news/companies.c. */
#include "importers/news/news.h"

#include "importers/news/runs.h"

/* ── Endings in a run ────────────────────────────────────────────────────────────────────────────────── */

/* Whether a single character, or a word, ends a name here rather than standing inside another word. */
static bool is_ending(const struct article *article, const struct match *match, bool is_place)
{
	size_t end = match->start + match->length;

	if (article->is_cut[end] & CUT_INSIDE)
		return false;
	if (article->chars[end - 1] == u'团' && article->chars[end] == u'队')
		return false;
	if (match->length > 1)
		return true;
	if (article->chars[match->start] == u'局') /* within 建设局 as well */
		return !(article->is_cut[match->start] & CUT_INSIDE) || article->ends[end] & IN(NOUN);
	return !(article->is_cut[match->start] & CUT_INSIDE) &&
	       !(match->start && is_digit(article->chars[match->start - 1])) &&
	       (is_place || article->is_cut[end] & (CUT_HARD | CUT_JOINT) ||
		word_at(article, end, ~(IN(COUNTY_SHORT) | IN(COMMON))) >= 2);
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
		if (match->classes & PLACES && ends_place(article, match, run.start) &&
		    is_ending(article, match, true) && end > endings.place &&
		    !(match->length == 1 && endings.place && end == endings.place + 2)) { /* 赵村|合村 */
			endings.place = end;
			endings.is_long_place = match->length > 1 && !(match->classes & (IN(CITY) | IN(COUNTY)));
		}
	}
	return endings;
}

/* 公司人力资源部, 集团公司: of whom the text has told. */
static bool is_own_department(const struct article *article, size_t start, size_t end)
{
	size_t own = word_at(article, start, IN(SELF));

	return own >= 2 && (start + own >= end || ends_department(article, end));
}

static bool is_faculty(const struct article *article, size_t end)
{
	return text_at(article, end - 2, "学院") && !text_at(article, end - 4, "产业学院");
}

static bool is_of_region(const struct article *article, size_t start)
{
	static const char *const regions[] = {"华北", "华东", "华南", "华中", "西南",
					      "西北", "东北", "中原", "北方", "南方"};

	for (size_t i = 0; i < COUNT(regions); i++)
		if (text_at(article, start, regions[i]))
			return true;
	return false;
}

/* A word of the trade alone names nobody: 研发中心, 营销中心; but 商务局 does. */
static bool is_generic(const struct article *article, size_t start, size_t ending, size_t end)
{
	uint16_t last = article->chars[end - 1];
	size_t at = start, word, words = 0;

	if (start >= ending || is_own_department(article, start, end))
		return true;
	if (ends_legal(article, end) && division_at(article, start)) /* 成都银行 */
		return false;
	if (ending - start == 1 && !is_level(article->chars[start]) && is_level(article->chars[ending]))
		return true; /* 经|区委 */
	if (ending - start == 1 && !is_level(article->chars[start]) &&
	    word_at(article, ending, IN(SELF)) == end - ending)
		return true;								 /* 听|合作社 */
	if (division_at(article, start) && start + division_at(article, start) < ending) /* 香港青年工商会 */
		return false;
	if (ending - start == 1 && !is_level(article->chars[start]))
		return !word_at(article, start, IN(SURNAME)) || end - start < 3 ||
		       article->chars[start] == u'过'; /* 考察过|航空 */
	if (last == u'局' || last == u'厅' || last == u'委' || last == u'办')
		return false;
	at += at + 1 < ending && is_level(article->chars[at]) && text_at(article, end - 2, "中心");
	while (at < ending &&
	       (word = word_at(article, at, IN(NOUN) | IN(PLAIN) | IN(COMPANY_WORD) | IN(NO_PLACE) | IN(STOP))) >= 2) {
		at += word;
		words++;
	}
	if (words > 1 && (text_at(article, end - 2, "大学") || is_faculty(article, end) || /* 机电工程学院 */
			  text_at(article, end - 4, "有限公司") ||		       /* 幸福科技有限公司 */
			  (ends_legal(article, end) && is_of_region(article, start)))) /* 华北医疗集团 */
		return false;
	words += text_at(article, ending, "服务中心");
	return at >= ending && !(words > 1 && is_level(article->chars[start])); /* 县行政中心, but 县招商服务中心 */
}

/* ── Taking names ────────────────────────────────────────────────────────────────────────────────────── */

bool is_to_be(const struct article *article, size_t start, size_t end)
{
	static const char *const verbs[] = {"建设", "设立", "新建", "打造", "筹建",
					    "兴建", "创建", "建立", "共建", "启动"};
	struct sought sought = SOUGHT(verbs);
	size_t i = start;

	if (division_at(article, start))
		return false;
	if (text_at(article, end, "项目")) /* but where somebody stands is there: 物流园项目现场 */
		return !(text_at(article, end + 2, "现场") || text_at(article, end + 2, "建设现场") ||
			 text_at(article, end + 2, "施工现场") || text_at(article, end + 2, "工地"));
	for (; i >= 2 && start - i < 30 && (i == start || article->chars[start - 1] == u'、'); i--) {
		if (sought_at(article, i - 2, &sought))
			return true;
		if (article->starts[i - 1] & IN(JOINT) ||
		    (i < start && article->is_cut[i] & CUT_HARD && article->chars[i] != u'、' &&
		     article->chars[i - 1] != u'、'))
			return false;
	}
	return false;
}

size_t latin_begin(const struct article *article, size_t start)
{
	while (start > 2 && is_latin(article->chars[start]) && article->chars[start - 1] == ' ' &&
	       is_latin(article->chars[start - 2]) && !article->found_at[start - 2]) {
		size_t word = start - 2;

		while (word && is_latin(article->chars[word - 1]) && !article->found_at[word - 1])
			word--;
		if (article->chars[word] > 'Z') /* a word of a sentence */
			break;
		start = word;
	}
	return start;
}

struct found *name_take(struct article *article, size_t start, size_t end, enum mention_kind kind, const char *rule)
{
	struct found *found;

	start = latin_begin(article, start);
	found = found_add(article, (uint32_t)start, (uint32_t)end, kind, rule);

	if (found)
		cut_around(article, start, end, CUT_HARD);
	return found;
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

bool is_lone_department(const struct article *article, size_t start, size_t end)
{
	return end - start == 3 && article->chars[end - 1] == u'部' && start && !is_han(article->chars[start - 1]);
}

static bool take_organization(struct article *article, struct span run, const struct endings *endings)
{
	size_t end = endings->organization, start, all = word_at(article, run.start, IN(NO_PLACE));

	if (all && (article->chars[run.start] == u'各' || article->chars[run.start] == u'全'))
		return false; /* 各县区|卫健局 */

	if (endings->legal && endings->legal < end && ends_department(article, end))
		end = endings->legal;
	start = endings->is_delegation ? run.start : name_start(article, run.start, end);
	if (!endings->is_delegation && ends_legal(article, end) && name_begin(article, start, end) < start)
		return name_take(article, name_begin(article, start, end), end, ORGANIZATION_MENTION,
				 N_("a run up to the ending of an organization")) != NULL;
	if (is_own_department(article, start, end))
		return false;
	if (title_starting(article, end) && ends_department(article, end) && end == run.end) { /* 党委组织人事部|部长 */
		if ((run.start && article->chars[run.start - 1] == u'、' &&
		     is_generic(article, start, endings->organization_start, end)) ||
		    is_lone_department(article, start, end))
			return false; /* another post of somebody whose house is named before */
	} else if (!(ends_legal(article, end) && end - start > 4 && has_post_behind(article, end)) &&
		   is_generic(article, start, end == endings->organization ? endings->organization_start : end - 2,
			      end)) {
		return false;
	}
	if (is_digit(article->chars[start]) ||
	    ((!ends_legal(article, end) || text_at(article, end - 2, "学院")) && is_to_be(article, start, end)))
		return false;
	return name_take(article, start, end, ORGANIZATION_MENTION, N_("a run up to the ending of an organization")) !=
	       NULL;
}

static bool is_division(const struct article *article, struct span run)
{
	size_t word = word_at(article, run.start, ALL_DIVISIONS | IN(COUNTY_SHORT));

	return (word && run.start + word >= run.end) || run.start + article->short_at[run.start] == run.end;
}

/* 阿里巴巴|董事局主席, 中科智云|董事长: a name without an ending. */
static bool take_employer(struct article *article, struct span run)
{
	uint64_t nobody = IN(NO_PLACE) | IN(SELF) | IN(NOUN) | IN(PLAIN) | IN(ORGANIZATION_ENDING) | IN(PLACE_ENDING) |
			  IN(GROUP);
	size_t start = name_begin(article, name_start(article, run.start, run.end), run.end),
	       word = word_at(article, start, nobody);

	if (is_lone_department(article, start, run.end))
		return false;
	if (article->chars[run.end - 1] == u'科' ||
	    article->chars[run.end - 1] == u'股') /* 招商三科|科长: of which house is not said */
		return false;
	if (run.end - start < 2 || run.end - start > 12 || start + word >= run.end || is_posted(article, run) ||
	    article->title_at[start] || is_digit(article->chars[start]) ||
	    word_at(article, start, IN(ORGANIZATION_ENDING) | IN(SELF)) >= 2)
		return false;
	return (is_proper_name(article, (struct span){(uint32_t)start, run.end}) || ends_department(article, run.end) ||
		(run.end == start + 4 && word_at(article, start, IN(PLAIN)) == 2 &&
		 !word_at(article, start, IN(NOUN)) &&
		 word_at(article, start + 2, IN(COMPANY_WORD)) == 2)) && /* 阳光电源 */
	       name_take(article, start, run.end, is_own_level(article, run) ? PLACE_MENTION : ORGANIZATION_MENTION,
			 N_("a name before a post")) != NULL;
}

/* A word between two cuts that is itself why they are there. */
static bool is_cutting_word(const struct article *article, struct span run)
{
	const struct match *match = match_at(article, run.start);

	return match && match->length == run.end - run.start && match->classes & CUTTING &&
	       !(match->classes & (IN(PLACE_ENDING) | IN(KNOWN_ORGANIZATION)));
}

/* Whether any ending is in the run, or a post behind it: in most there is none. */
static inline bool may_name(const struct article *article, struct span run)
{
	return article->is_cut[run.end] & TITLE_START || run_has(article, run, ENDING);
}

static void read_run(struct article *article, struct span run)
{
	struct endings endings;
	bool is_taken = false;

	if (run.end - run.start < 2 || !may_name(article, run) || is_cutting_word(article, run))
		return;
	if (take_before_level(article, run))
		run.end = article->found[article->found_count - 1].start;
	endings = find_endings(article, run);
	if (endings.organization && !(endings.place > endings.organization && endings.is_long_place))
		is_taken = take_organization(article, run, &endings);
	if (!is_taken && endings.place)
		is_taken = take_place(article, run, endings.place);
	if (!is_taken && !endings.organization && has_post_behind(article, run.end) && !is_division(article, run))
		is_taken = take_employer(article, run);
}

bool may_be_company(const struct article *article, struct span run)
{
	size_t at = run.start + division_at(article, run.start), length = run.end - at;

	return at > run.start && length >= 2 && length <= 5 && article->ends[run.end] & IN(COMPANY_WORD) &&
	       word_at(article, at, IN(COMPANY_WORD));
}

/* 四川|长虹: it may turn out to be a company. */
static bool may_be_more(const struct article *article, struct span run)
{
	size_t at = run.start + division_at(article, run.start);

	return at > run.start && run.end - at >= 2 && run.end - at <= 5 && is_han(article->chars[at]);
}

/* What no longer name has taken; true where something was spared. */
static bool read_rest(struct article *article, bool spares_companies)
{
	struct span run = {0};
	size_t site;
	bool has_spared = false;

	while (next_run_with(article, &run, DIVISION)) {
		if (is_cutting_word(article, run))
			continue;
		if (spares_companies && may_be_more(article, run))
			has_spared = true;
		else if ((site = site_end(article, run)))
			name_take(article, run.start, site, PLACE_MENTION, N_("a run up to the ending of a place"));
		else if (is_lone_county(article, run))
			name_take(article, run.start, run.end, PLACE_MENTION, N_("a county under its short name"));
		else
			take_divisions(article, run);
	}
	return has_spared;
}

/* 清江县|工业: how long a county is that is in no list; 0: the run begins with none. */
static size_t level_end(const struct article *article, struct span run)
{
	for (size_t length = 3; length <= 4 && run.start + length < run.end; length++)
		if (is_level(article->chars[run.start + length - 1]))
			return length;
	return 0;
}

/* 化学与环境工程学院: the joint is part of the name when what stands behind it begins with a word of the trade. */
static bool joins(const struct article *article, struct span left, struct span right)
{
	uint64_t trade = IN(NOUN) | IN(PLAIN) | IN(COMPANY_WORD);
	size_t division = division_at(article, left.start); /* 海南省钢构|与|构件协会 */
	bool is_of_division = division > 2 && left.end - left.start >= division + 2 &&
			      !division_at(article, right.start) && !word_at(article, right.start, IN(COMMON_SURNAME));

	uint16_t last = article->chars[right.end - 1];
	bool is_bureau = (division || (division = level_end(article, left))) && left.end == left.start + division + 2 && /* 的|奇台县商务|和|工业信息化局 */
			 word_at(article, left.start + division, trade) == 2 &&
			 (last == u'局' || last == u'委' || last == u'厅');

	return left.end + 1 == right.start &&
	       (is_bureau || !(left.start && article->chars[left.start - 1] == u'的')) &&
	       !article->title_at[left.start] && article->starts[left.end] & IN(JOINT) && left.end - left.start >= 2 &&
	       left.end - left.start <= 16 && (is_bureau || !(article->is_cut[left.start] & CUT_JOINT)) &&
	       (is_of_division || word_at(article, right.start, trade) >= 2) &&
	       !word_at(article, left.start, IN(STOP)) && find_endings(article, left).organization < left.end &&
	       find_endings(article, right).organization >= right.start + 3;
}

static void take_known(struct article *article, bool gives_way)
{
	static const uint64_t known = IN(KNOWN_ORGANIZATION) | IN(KNOWN_PLACE) | IN(GRAPH_ORGANIZATION) |
				      IN(GRAPH_PLACE);

	for (size_t i = 0; i < article->count && article->classes & known; i++) {
		enum mention_kind kind;
		size_t length = article->starts[i] & known ? known_party(article, i, gives_way, &kind) : 0;

		if (length)
			name_take(article, i, i + length, kind, N_("the dictionary"));
	}
}

/* 鸿鼎茶业(漳平)有限公司: where behind the bracket an ending follows, the bracket is part of the name. */
static size_t behind_bracket(const struct article *article, struct span run)
{
	struct span behind;
	struct endings endings;
	size_t close = run.end + 1;

	if (article->chars[run.end] != '(' || run.end - run.start < 2)
		return 0;
	while (close < run.end + 8 && is_han(article->chars[close]))
		close++;
	if (article->chars[close] != ')')
		return 0;
	behind = (struct span){(uint32_t)close + 1, (uint32_t)close + 1};
	while (behind.end < close + 14 && is_han(article->chars[behind.end]) && !article->title_at[behind.end] &&
	       !article->found_at[behind.end])
		behind.end++;
	endings = find_endings(article, (struct span){behind.start - 1, behind.end});
	if (endings.place > endings.organization && run.end - run.start == word_at(article, run.start, IN(COUNTRY)))
		return endings.place; /* 中国(上海)自由贸易试验区 */
	behind.end = (uint32_t)endings.organization;
	return behind.end > behind.start && behind.end <= close + 9 ? behind.end : 0;
}

/* “赣商回乡行”考察团: a delegation that has no other name than the one in quotation marks. */
static void take_quoted_delegations(struct article *article)
{
	enum { QUOTE_MAX = 12 };

	if (!article->has_quoted_delegation)
		return;
	for (size_t i = 2; (i = character_at(article, i + 1, 0x201D)) < article->count;) {
		size_t word = word_at(article, i + 1, IN(DELEGATION_ENDING)), start = i - 1;

		while (word && start && i - start < QUOTE_MAX && is_han(article->chars[start]))
			start--;
		if (word && article->chars[start] == 0x201C && i - start > 2)
			name_take(article, start, i + 1 + word, ORGANIZATION_MENTION,
				  N_("a delegation with a name in quotation marks"));
	}
}

/* 阿拉木图“金草原”贸易公司: a company whose own name stands in quotation marks, with where it is before it. */
static void take_quoted_companies(struct article *article)
{
	enum { QUOTE_MAX = 8, FORM_MAX = 10 };
	static const char *const forms[] = {"公司", "集团", "有限公司", "合作社"};
	struct sought form = SOUGHT(forms);

	for (size_t i = 0; article->has_quoted_company && (i = character_at(article, i + 1, 0x201D)) + 2 < article->count;) {
		size_t start = i - 1, end = i + 1, length;
		struct span run;

		while (end < i + FORM_MAX && !sought_at(article, end, &form) &&
		       (length = word_at(article, end, IN(COMPANY_WORD) | IN(NOUN) | IN(ORGANIZATION_ENDING))) >= 2)
			end += length;
		if (!sought_at(article, end, &form))
			continue;
		end += word_at(article, end, IN(ORGANIZATION_ENDING));
		while (start && i - start < QUOTE_MAX && is_han(article->chars[start]))
			start--;
		if (article->chars[start] != 0x201C || i - start < 3)
			continue;
		run = run_before(article, start);
		if (word_at(article, run.start, ALL_DIVISIONS | IN(COUNTRY)) >= 2)
			start = run.start;
		name_take(article, start, end, ORGANIZATION_MENTION, N_("a company with a name in quotation marks"));
	}
}

void organizations_find(struct article *article)
{
	struct span run = {0}, behind;
	size_t bracket;
	bool has_spared;

	take_known(article, false);
	take_quoted_delegations(article);
	take_quoted_companies(article);
	for (size_t f = 0; f < article->found_count; f++)
		cut_around(article, article->found[f].start,
			   article->found[f].end + word_at(article, article->found[f].end, IN(HONORIFIC)), CUT_HARD);
	while (next_run(article, &run)) {
		if (run.end - run.start == 1 && article->starts[run.start] & IN(JOINT))
			continue;
		behind = (struct span){run.end + 1, run.end + 1};
		if ((bracket = behind_bracket(article, run)))
			run.end = (uint32_t)bracket;
		else if (article->starts[run.end] & IN(JOINT) && next_run(article, &behind) &&
			 joins(article, run, behind))
			run.end = behind.end;
		read_run(article, run);
	}
	short_forms_find(article, true);
	branches_find(article);
	has_spared = read_rest(article, true);
	companies_find(article);
	if (has_spared)
		read_rest(article, false);
	take_known(article, true);
}
