/* persons.c - the names of persons, beside posts and other witnesses.
 *
 * A name is never told by its characters alone: any surname is also a word. It is told by what stands beside it: a post or
 * 记者 in front, a title or a verb of speech behind, another name in front of 、. How many characters it has is told by
 * weighing: does a word begin behind it, or does a word run across its end (李雅|一行, not 李雅一|行)? */
#include "importers/news/names.h"
#include "importers/news/runs.h"

/* ── Finding names ───────────────────────────────────────────────────────────────────────────────────── */

/* The letters that stand for an honorific behind a name are no part of it. */
struct found *person_add(struct article *article, size_t start, size_t length, struct span title, const char *rule)
{
	struct found *found = found_add(article, (uint32_t)start, (uint32_t)(start + length), PERSON_MENTION, rule);

	if (found)
		found->title = title;
	return found;
}

static size_t behind_honorific(const struct article *article, size_t i)
{
	if (article->chars[i] == '(') {
		size_t close = i;

		while (close < article->count && close - i < 30 && article->chars[close] != ')' &&
		       !is_sentence_end(article->chars[close]))
			close++;
		if (article->chars[close] == ')')
			i = close + 1;
	}
	return i + word_at(article, i, IN(HONORIFIC));
}

/* A name in another language may begin with a surname: 巴特尔, 呼和|参加. */
static size_t name_behind_post(const struct article *article, size_t at)
{
	size_t length = name_length(article, at, true), longer = long_length(article, at);

	return longer > length && (longer > 4 || !length || !weigh_what_follows(article, at + length)) ? longer
												       : length;
}

/* A post behind which another name stands. */
static bool has_own_person(const struct article *article, size_t i)
{
	const struct title *title = title_starting(article, i);

	return title && name_length(article, title->end, true) > 0;
}

/* Names behind 、 (崔歆、刘丽、黄勇) share the post of the first. */
static void add_list(struct article *article, size_t i, struct span title, const char *rule)
{
	for (;;) {
		size_t at = behind_honorific(article, i), length;
		bool is_list = article->chars[at] == u'、';

		if (is_list)
			at++;
		else if (article->chars[at] == u'和' || article->chars[at] == u'与')
			at++;
		else
			return;
		length = name_length(article, at, true);
		if (transliterated_length(article, at) > length)
			length = transliterated_length(article, at);
		if (length == 3 && is_one_of(article->chars[at + 2], u"均都皆也") &&
		    word_at(article, at + 3, IN(SPEECH)) >= 2) /* 庄梦蝶、简爱|均表示 */
			length = 2;
		if (!length || weigh_what_follows(article, at + length) < (is_list ? 1 : 2) ||
		    has_own_person(article, at + length)) /* 池玉良、关务|总监过文静 */
			return;
		if (title_starting(article, at) || !person_add(article, at, length, title, rule))
			return;
		i = at + length;
	}
}

/* Whether what stands before the title, from a cut on, can be a name. */
static bool has_name_before(const struct article *article, size_t start)
{
	for (size_t length = 2; length <= 4 && length <= start; length++)
		if ((start == length || article->is_cut[start - length] & CUT_HARD) &&
		    name_length(article, start - length, false) == length)
			return true;
	return false;
}

/* A name in another language, or one up to a mark. */
static bool name_behind_is(const struct article *article, size_t at)
{
	size_t length = name_length(article, at, true);

	return dotted_length(article, at) || (length && weigh_what_follows(article, at + length) == 3);
}

/* 时任销售经理的应若愚 */
static bool is_of_then(const struct article *article, const struct title *title)
{
	static const char *const words[] = {"时任", "担任", "身为", "兼任"};

	for (size_t i = title->start; i > 0 && title->start - i < 12 && !is_clause_end(article->chars[i - 1]); i--)
		for (size_t w = 0; w < COUNT(words); w++)
			if (text_at(article, i - 1, words[w]))
				return true;
	return false;
}

static void find_behind_title(struct article *article, const struct title *title)
{
	size_t at = title->end, length;
	struct span chain;

	if (article->starts[at] & (IN(STOP) | IN(JOINT)) && has_name_before(article, title->start))
		return; /* 石岳院长|从学科布局 */
	while (article->chars[at] == ' ' || article->chars[at] == 0x201C)
		at++;
	if (article->chars[at] == '(' && behind_honorific(article, at) <= at + 6) /* 市长(代)石坚 */
		at = behind_honorific(article, at);
	at += article->chars[at] == u'为' && name_behind_is(article, at + 1); /* 法定代表人为… */
	at += article->chars[at] == u'的' && is_of_then(article, title) && name_length(article, at + 1, false);
	length = name_behind_post(article, at);
	if (!length && article->chars[at - 1] != 0x201C &&
	    !(title->start && is_one_of(article->chars[title->start - 1], u"名位个")))
		length = unknown_length(article, at);
	if (!length)
		return;
	chain = title_chain(article, title->end);
	if (person_add(article, at, length, chain, N_("a post, then a name")))
		add_list(article, at + length, chain, N_("a list of names behind a post"));
}

/* 外商投资企业协会|郭小慧会长 */
static bool is_behind_ending(const struct article *article, size_t at)
{
	for (size_t length = 2; length <= 4 && length < at; length++)
		if (word_at(article, at - length, IN(ORGANIZATION_ENDING) | IN(COMPANY_WORD)) == length)
			return true;
	return false;
}

/* 刘晓东校长, Chari博士: the name stands before the title, behind something that ends. */
static void find_before_title(struct article *article, size_t start, size_t end, bool is_post)
{
	if (is_post && word_at(article, start, IN(RANK)) >= 2 &&
	    word_at(article, start, IN(NOUN) | IN(COMPANY_WORD)) >= 2)
		return; /* 蓝湾投资|法定代表人 */
	for (size_t length = 4; length >= 2; length--) {
		size_t at = start - length, surname;

		if (start < length ||
		    (at && !(article->is_cut[at] & (CUT_HARD | CUT_JOINT)) && !is_behind_ending(article, at)))
			continue;
		if (word_at(article, at, IN(ORGANIZATION_ENDING)) >= 2) /* 文史委|委员 */
			continue;
		if (length > 2 && article->starts[at] & IN(JOINT) &&
		    (article->starts[at + 1] & IN(COMMON_SURNAME) || word_at(article, at + 1, ORDINARY) >= 2))
			continue; /* 院士和|马海局长, 和|数学老师 */
		surname = word_at(article, at, IN(COMPOUND_SURNAME)) ? 2 : word_at(article, at, IN(SURNAME)) ? 1 : 0;
		if (!surname || length > surname + 2 || !can_be_given(article, at, start) ||
		    is_crossed(article, at, start) ||
		    word_at(article, at,
			    ORDINARY | IN(NO_PLACE) | IN(COUNTRY) | IN(DIVISION_SHORT) | IN(COUNTY_SHORT)) >= 2 ||
		    article->short_at[at])
			continue;
		if (weigh_last_character(article, start, false) < 0 ||
		    word_at(article, start - 2, IN(ORGANIZATION_ENDING) | IN(PLACE_ENDING)) >= 2)
			continue;
		person_add(article, at, length,
			   is_post ? (struct span){(uint32_t)start, (uint32_t)end} : (struct span){0},
			   N_("a name, then a title"));
		return;
	}
}

static void find_latin_before(struct article *article, size_t end)
{
	size_t start = end;

	while (start && is_latin(article->chars[start - 1]))
		start--;
	if (end - start >= 2)
		person_add(article, start, end - start, (struct span){0}, N_("a foreign name, then a title"));
}

/* Nkosi Dlamini, rather than a word: BIM, iPhone. */
static bool is_full_latin(const struct article *article, size_t start, size_t length)
{
	size_t spaces = 0;

	for (size_t i = start; i < start + length; i++) {
		if (is_han(article->chars[i]))
			return false;
		spaces += article->chars[i] == ' ';
	}
	return spaces && article->chars[start + length - 1] >= 'a';
}

/* Trusted as behind a post where a verb of speech follows (民警段落提醒), or the surname is a common one. */
static size_t introduced_length(const struct article *article, size_t start)
{
	size_t length = name_length(article, start, false), trusted = 0;

	if (!length)
		trusted = name_length(article, start, true);
	if (trusted && is_full_latin(article, start, trusted)) /* 硕士生Nkosi Dlamini */
		return trusted;
	if (trusted && weigh_what_follows(article, start + trusted) &&
	    (word_at(article, start + trusted, IN(SPEECH)) >= 2 || text_at(article, start + trusted, "说") ||
	     article->starts[start] & IN(COMMON_SURNAME) ||
	     (trusted == 3 && !word_at(article, start, ORDINARY) &&
	      !word_at(article, start + 2, IN(SPEECH) | IN(STOP)) &&
	      !word_at(article, start + 1, ORDINARY | IN(PLACE_ENDING) | IN(ORGANIZATION_ENDING) | IN(NO_PLACE)))))
		return trusted;
	return length ? length : transliterated_length(article, start);
}

/* 居民尉桂芬 */
static void find_behind_introducer(struct article *article, size_t i, size_t word)
{
	size_t length;

	for (size_t k = i + 1; k < i + word; k++)
		if (k + word_at(article, k, ALL_DIVISIONS | IN(COUNTRY) | IN(NOUN)) > i + word) /* 一家|长沙企业, 乡村|民宿 */
			return;
	if (article->chars[i + word] == u'时' &&
	    word_at(article, i + word + 1, ORDINARY) >= 2) /* 走访居民|时反复叮嘱 */
		return;
	if (word_at(article, i + word, IN(PLACE_ENDING) | IN(ORGANIZATION_ENDING)) >= 2) /* 华侨|广场 */
		return;
	i += article->chars[i + word] == ' ' && is_han(article->chars[i + word + 1]);
	length = introduced_length(article, i + word);
	if (i && article->chars[i - 1] == 0x201C && article->chars[i + word + length] == 0x201D)
		return; /* “台商江北行”活动 */
	if (length && (weigh_what_follows(article, i + word + length) >= 1 || !is_han(article->chars[i + word])) &&
	    person_add(article, i + word, length, (struct span){0}, N_("a word that introduces a name")))
		add_list(article, i + word + length, (struct span){0}, N_("a list of names"));
}

/* Whether any of the classes starts where a name that begins with a surname at i may end: hardly anywhere. */
static bool may_be_before(const struct article *article, size_t i, uint64_t classes)
{
	uint64_t behind = 0;

	if (article->has_dots || article->starts[i] & (IN(KNOWN_PERSON) | IN(GRAPH_PERSON))) /* of any length */
		return true;
	for (size_t length = 2; length <= 4 && i + length <= article->count; length++)
		behind |= article->starts[i + length];
	return behind & classes;
}

/* Whether the mark stands where one would behind a name that starts at i. */
static inline bool is_near(const struct article *article, size_t i, uint16_t mark)
{
	for (size_t length = 2; length <= 4 && i + length < article->count; length++)
		if (article->chars[i + length] == mark)
			return true;
	return false;
}

/* 吕军在京会见, 李伟在当地考察: 在 alone says little, where the verb behind it tells of a person. */
static bool meets_there(const struct article *article, size_t i)
{
	enum { REACH = 8 };

	if (article->chars[i] != u'在')
		return false;
	for (size_t at = i + 2; at < i + REACH && is_han(article->chars[at]); at++)
		if (word_at(article, at, IN(RECEIVE)) == 2)
			return true;
	return false;
}

/* 张红军表示: a name that begins a clause, and a verb of speech. */
static void find_before_verb(struct article *article, size_t i)
{
	size_t length;

	if (!may_be_before(article, i, IN(SPEECH) | IN(LEAD) | IN(RECEIVE) | IN(PARTY_WORD)))
		return;
	length = name_length(article, i, false);
	if (!length && is_near(article, i, u'在') && meets_there(article, i + name_length(article, i, true)))
		length = name_length(article, i, true);
	else if (length && weigh_what_follows(article, i + length) < 2)
		length = 0;
	if (length && word_at(article, i + length, IN(SPEECH) | IN(LEAD) | IN(RECEIVE) | IN(PARTY_WORD)) &&
	    !word_at(article, i + length, IN(TITLELESS)))
		person_add(article, i, length, (struct span){0}, N_("a name, then a verb that a person does"));
}

/* 赵建新、孙一丁参加会见: two names or more that begin a clause, and what they do. */
static void find_list_at_start(struct article *article, size_t i)
{
	size_t at = i, names = 0, length;

	if (!is_near(article, i, u'、'))
		return;
	for (;; at += length + 1, names++) {
		length = name_length(article, at, true);
		if (!length || word_at(article, at, ORDINARY | IN(DIVISION_SHORT) | IN(COUNTY_SHORT)) >= 2)
			return;
		if (article->chars[at + length] != u'、')
			break;
	}
	at += length;
	if (!names ||
	    (article->chars[at] != u'等' && word_at(article, at, IN(SPEECH) | IN(ACCOMPANY) | IN(PARTY_WORD)) < 2))
		return;
	length = name_length(article, i, true);
	if (person_add(article, i, length, (struct span){0}, N_("a list of names that do something")))
		add_list(article, i + length, (struct span){0}, N_("a list of names that do something"));
}

/* 组长:梁朝伟; 出席人员:孟非、乐嘉: names alone behind a colon, up to another mark. */
static void find_behind_colon(struct article *article, size_t colon)
{
	static const char16_t roles[] = u"人员导长持讲记席单队家任理事监裁";
	size_t at = colon + 1 + (article->chars[colon + 1] == ' '), names = 0, length;
	const struct title *title = title_ending(article, colon);

	for (;; at += length + 1, names++) {
		length = name_length(article, at, true);
		if (!length && names && article->chars[at - 1] == ' ') { /* 联系人:赖志明 电话:… */
			names--;
			break;
		}
		if (!length || word_at(article, at, ORDINARY | ALL_DIVISIONS) >= 2 ||
		    is_han(article->chars[at + length]))
			return;
		if (article->chars[at + length] != u'、' && article->chars[at + length] != ' ')
			break;
	}
	if (!names && !title && !(colon && is_one_of(article->chars[colon - 1], roles)))
		return;
	for (at = colon + 1 + (article->chars[colon + 1] == ' '); names + 1 > 0; names--, at += length + 1) {
		length = name_length(article, at, true);
		person_add(article, at, length, title ? (struct span){title->start, title->end} : (struct span){0},
			   N_("names alone behind a colon"));
		if (!names)
			return;
	}
}

/* 陈国星,男,汉族 */
static void find_before_sex(struct article *article, size_t i)
{
	size_t length = is_near(article, i, ',') ? name_length(article, i, true) : 0;

	if (length && article->chars[i + length] == ',' && is_one_of(article->chars[i + length + 1], u"男女") &&
	    article->chars[i + length + 2] == ',')
		person_add(article, i, length, (struct span){0}, N_("a name, then whether it is a man or a woman"));
}

/* 温枢刚任董事长: a name that begins a clause, and the office that is taken. */
static void find_before_office(struct article *article, size_t i)
{
	size_t length = is_near(article, i, u'任') ? name_length(article, i, true) : 0;

	if (!length || article->chars[i + length] != u'任' ||
	    word_at(article, i, ORDINARY | ALL_DIVISIONS | IN(COUNTY_SHORT)) >= 2)
		return;
	for (size_t at = i + length + 1; at < i + length + 16 && !is_clause_end(article->chars[at]); at++)
		if (title_starting(article, at)) {
			if (person_add(article, i, length, (struct span){0},
				       N_("a name, then the office that is taken")))
				article->is_cut[i + length + 1] |= CUT_HARD;
			return;
		}
}

/* Behind a cut. */
static void find_at_start(struct article *article, size_t i)
{
	if (!i || is_clause_end(article->chars[i - 1])) {
		find_list_at_start(article, i);
		find_before_office(article, i);
	}
	if (!i || is_sentence_end(article->chars[i - 1]))
		find_before_sex(article, i);
	find_before_verb(article, i);
}

/* The house that begins at i and a name behind it: where the name begins; 0: there is none. */
static size_t name_behind_house(const struct article *article, size_t i)
{
	const struct found *house = article->found_at[i] ? &article->found[article->found_at[i] - 1] : NULL;

	return house && house->kind == ORGANIZATION_MENTION && house->start == i &&
			       article->starts[house->end] & IN(COMMON_SURNAME)
		       ? house->end
		       : 0;
}

/* 市财政局黎明、县委党校方志、县林业局艾青的成果: each of several behind a house of his own; behind the last stands anything that ends. */
static void find_with_houses(struct article *article, size_t at)
{
	enum { MOST = 8 };
	struct span names[MOST];
	size_t count = 0, length;

	while (at && count < MOST && (length = name_length(article, at, true)) &&
	       weigh_what_follows(article, at + length)) {
		names[count++] = (struct span){(uint32_t)at, (uint32_t)(at + length)};
		at = article->chars[at + length] == u'、' ? name_behind_house(article, at + length + 1) : 0;
	}
	for (size_t i = 0; count > 1 && i < count; i++)
		person_add(article, names[i].start, names[i].end - names[i].start, (struct span){0},
			   N_("a house, then a name"));
}

/* 县商务局吴彦祖、谢霆锋随行: a house, then names and what they do. */
void persons_find_behind_houses(struct article *article)
{
	size_t count;

	forms_name(article);
	count = article->found_count;
	for (size_t f = 0; f < count; f++) {
		size_t at = article->found[f].end, length;

		if (article->found[f].kind != ORGANIZATION_MENTION || !(article->starts[at] & IN(SURNAME)))
			continue;
		length = name_length(article, at, true);
		if (length && article->chars[at + length] == u'、' && name_behind_house(article, at + length + 1))
			find_with_houses(article, at);
		if (!(article->starts[at] & IN(COMMON_SURNAME)) && !word_at(article, at + length, IN(PARTY_WORD)))
			continue;
		if (!length || word_at(article, at, ORDINARY | ALL_DIVISIONS) >= 2 ||
		    is_crossed(article, at, at + length) ||
		    !(article->chars[at + length] == u'、' || article->chars[at + length] == u'等' ||
		      word_at(article, at + length, IN(SPEECH) | IN(ACCOMPANY) | IN(LEAD) | IN(PARTY_WORD)) >= 2))
			continue;
		if (article->chars[at + length] == u'、' && !name_length(article, at + length + 1, true))
			continue;
		if (person_add(article, at, length, (struct span){0}, N_("a house, then a name")))
			add_list(article, at + length, (struct span){0}, N_("a list of names"));
	}
	if (article->found_count > count)
		names_spread(article);
}

/* What the words that start at i say of a name here, or beside them. */
static void find_by_witness(struct article *article, size_t i, uint64_t starts)
{
	size_t honorific = starts & IN(HONORIFIC) && i >= 2 ? word_at(article, i, IN(HONORIFIC)) : 0;

	size_t known = starts & (IN(KNOWN_PERSON) | IN(GRAPH_PERSON)) ? known_person(article, i) : 0;

	if (known)
		person_add(article, i, known, (struct span){0}, N_("the dictionary"));
	if (honorific && is_latin(article->chars[i - 1]))
		find_latin_before(article, i);
	else if (honorific)
		find_before_title(article, i, i + honorific, false);
	if (starts & IN(INTRODUCER))
		find_behind_introducer(article, i, word_at(article, i, IN(INTRODUCER)));
	if (article->is_cut[i] & (CUT_HARD | CUT_JOINT) && starts & (IN(COMMON_SURNAME) | IN(COMPOUND_SURNAME)))
		find_at_start(article, i);
}

void persons_find(struct article *article)
{
	size_t end = article->count;

	bylines_find(article);
	for (size_t t = 0; t < article->title_count; t++)
		find_behind_title(article, &article->titles[t]);
	for (size_t t = 0; t < article->title_count; t++)
		if (article->titles[t].start >= 2 &&
		    !is_level(article->chars[article->titles[t].start]) && /* 海曙|区委书记 */
		    !article->found_at[article->titles[t].end])
			find_before_title(article, article->titles[t].start, article->titles[t].end, true);
	for (size_t i = 0; (i = mark_at(article, i, end, WITNESS | NO_HAN)) < end; i++) {
		if (article->marks[i] & WITNESS)
			find_by_witness(article, i, article->starts[i]);
		if (article->chars[i] == ':')
			find_behind_colon(article, i);
		else if (article->chars[i] == 0x00B7)
			dotted_find(article, i);
	}
	dotted_find_parts(article);
	names_spread(article);
}
