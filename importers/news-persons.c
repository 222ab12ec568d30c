/* news-persons.c - posts, and the names of persons beside them.
 *
 * A name is never told by its characters alone: any surname is also a word. It is told by what stands beside it: a post or
 * 记者 in front, a title or a verb of speech behind, another name in front of 、. How many characters it has is told by
 * weighing: does a word begin behind it, or does a word run across its end (李雅|一行, not 李雅一|行)? */
#include "importers/news-names.h"
#include "importers/news-runs.h"

/* ── Posts ───────────────────────────────────────────────────────────────────────────────────────────── */

/* Where the title that starts at i ends: any ranks, then a post; 0 where none starts. */
static size_t title_end(const struct article *article, size_t i)
{
	size_t best = 0;

	for (unsigned ranks = 0; ranks < 5; ranks++) {
		size_t post = word_at(article, i, IN(POST)), rank = word_at(article, i, IN(RANK));
		size_t other = word_at(article, i, IN(TITLELESS));

		if (other > post && other > rank)
			return best;
		if (i + post > best && post)
			best = i + post; /* but 副总裁, not 副总 */
		if (!rank)
			return best;
		i += rank;
	}
	return best;
}

static void add_title(struct article *article, size_t start, size_t end)
{
	article->titles =
		array_room(article->titles, article->title_count, &article->title_capacity, sizeof *article->titles);
	article->titles[article->title_count++] = (struct title){(uint32_t)start, (uint32_t)end};
	for (size_t i = start; i < end; i++)
		article->title_at[i] = (uint32_t)article->title_count;
}

/* 总工会主席: 工会主席 begins in the middle of 总工会. */
static bool is_within_word(const struct article *article, size_t i)
{
	for (size_t back = 1; back <= 4 && back <= i; back++)
		if (word_at(article, i - back, IN(ORGANIZATION_ENDING) | IN(TITLELESS)) > back + 1)
			return true;
	return false;
}

void titles_find(struct article *article)
{
	article->title_at = arena_get(&article->arena, (article->count + 2) * sizeof *article->title_at);
	for (size_t i = 0; i < article->count; i++) {
		size_t end = article->starts[i] & (IN(POST) | IN(RANK)) ? title_end(article, i) : 0;
		size_t other = word_at(article, i, IN(TITLELESS) | IN(PLAIN));

		if (end && i + other <= end && !is_within_word(article, i)) {
			add_title(article, i, end);
			i = end - 1;
		}
	}
}

static const struct title *title_over(const struct article *article, size_t i)
{
	return article->title_at[i] ? &article->titles[article->title_at[i] - 1] : NULL;
}

const struct title *title_starting(const struct article *article, size_t i)
{
	const struct title *title = title_over(article, i);

	return title && title->start == i ? title : NULL;
}

const struct title *title_ending(const struct article *article, size_t i)
{
	const struct title *title = i ? title_over(article, i - 1) : NULL;

	return title && title->end == i ? title : NULL;
}

/* The chain of posts that ends at `end`: 党委书记、董事长; 董事局主席兼首席执行官. */
static struct span title_chain(const struct article *article, size_t end)
{
	const struct title *title = title_ending(article, end), *before;
	struct span chain = {(uint32_t)end, (uint32_t)end};

	while (title) {
		size_t at = title->start;

		chain.start = title->start;
		if (at && (article->chars[at - 1] == u'、' || article->chars[at - 1] == u'兼'))
			at--;
		before = title_ending(article, at);
		title = before && before != title ? before : NULL;
	}
	return chain;
}

/* ── Finding names ───────────────────────────────────────────────────────────────────────────────────── */

/* The letters that stand for an honorific behind a name are no part of it. */
static struct found *add_person(struct article *article, size_t start, size_t length, struct span title,
				const char *rule)
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
		if (!length || weigh_what_follows(article, at + length) < (is_list ? 1 : 2))
			return;
		if (title_starting(article, at) || !add_person(article, at, length, title, rule))
			return;
		i = at + length;
	}
}

static void find_behind_title(struct article *article, const struct title *title)
{
	size_t at = title->end, length;
	struct span chain;

	while (article->chars[at] == ' ' || article->chars[at] == 0x201C)
		at++;
	length = name_length(article, at, true);
	if (!length || !weigh_what_follows(article, at + length))
		length = long_length(article, at) ? long_length(article, at) : length;
	if (!length)
		return;
	chain = title_chain(article, title->end);
	if (add_person(article, at, length, chain, N_("a post, then a name")))
		add_list(article, at + length, chain, N_("a list of names behind a post"));
}

/* 海曙|区委书记: what stands before is a place. */
static bool is_level(uint16_t character)
{
	return is_one_of(character, u"省市县区州旗盟镇乡");
}

/* 刘晓东校长, Chari博士: the name stands before the title, behind something that ends. */
static void find_before_title(struct article *article, size_t start, size_t end, bool is_post)
{
	for (size_t length = 4; length >= 2; length--) {
		size_t at = start - length, surname;

		if (start < length || (at && !(article->is_cut[at] & CUT_HARD)))
			continue;
		surname = word_at(article, at, IN(COMPOUND_SURNAME)) ? 2 : word_at(article, at, IN(SURNAME)) ? 1 : 0;
		if (!surname || length > surname + 2 || !can_be_given(article, at, start) ||
		    is_crossed(article, at, start) ||
		    word_at(article, at,
			    ORDINARY | IN(NO_PLACE) | IN(COUNTRY) | IN(DIVISION_SHORT) | IN(COUNTY_SHORT)) >= 2)
			continue;
		if (weigh_last_character(article, start, false) < 0 ||
		    word_at(article, start - 2, IN(ORGANIZATION_ENDING) | IN(PLACE_ENDING)) >= 2)
			continue;
		add_person(article, at, length,
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
		add_person(article, start, end - start, (struct span){0}, N_("a foreign name, then a title"));
}

/* 供稿:湘中供电公司 邵远征: behind the space; 0 where there is none in the line. */
static size_t behind_house(const struct article *article, size_t i)
{
	for (size_t most = i + 16; i < most && i < article->count && is_han(article->chars[i]); i++)
		if (article->chars[i + 1] == ' ')
			return i + 2;
	return 0;
}

/* 记者 孙庆辉 通讯员 李超; (记者韦语韬 通讯员黎峭) */
static void find_reporters(struct article *article, size_t i, size_t word)
{
	struct span title = {(uint32_t)i, (uint32_t)(i + word)};
	size_t at = i + word;

	for (unsigned names = 0; names < 8; names++) {
		size_t length;

		while (article->chars[at] == ' ' || article->chars[at] == u'、' || article->chars[at] == ':' ||
		       article->chars[at] == '/')
			at++;
		if (word_at(article, at, IN(BYLINE)))
			return;
		length = spaced_length(article, at);
		if (!length)
			length = name_length(article, at, true);
		if (!length && !names && (at = behind_house(article, at)))
			length = name_length(article, at, true);
		if (!length || is_han(article->chars[at + length]) ||
		    !add_person(article, at, length, title, N_("a byline")))
			return;
		at += length;
	}
}

/* 居民尉桂芬 */
static void find_behind_introducer(struct article *article, size_t i, size_t word)
{
	size_t length = name_length(article, i + word, false);

	if (length && weigh_what_follows(article, i + word + length) >= 2 &&
	    add_person(article, i + word, length, (struct span){0}, N_("a word that introduces a name")))
		add_list(article, i + word + length, (struct span){0}, N_("a list of names"));
}

/* (莫小棠), alone at the end of a paragraph. */
static void find_signature(struct article *article, size_t i)
{
	size_t length = article->chars[i] == '(' ? name_length(article, i + 1, true) : 0;
	struct span title = {0};

	if (length && article->chars[i + 1 + length] == ')' && is_sentence_end(article->chars[i + 2 + length]))
		add_person(article, i + 1, length, title, N_("a signature"));
}

/* 张红军表示: a name that begins a clause, and a verb of speech. */
static void find_before_verb(struct article *article, size_t i)
{
	size_t length;

	if (i && !(article->is_cut[i] & (CUT_HARD | CUT_JOINT)))
		return;
	length = name_length(article, i, false);
	if (length && word_at(article, i + length, IN(SPEECH) | IN(LEAD) | IN(RECEIVE) | IN(PARTY_WORD)) &&
	    weigh_what_follows(article, i + length) >= 2)
		add_person(article, i, length, (struct span){0}, N_("a name, then a verb that a person does"));
}

/* 山本·理惠: from a cut on. */
static void find_dotted(struct article *article, size_t dot)
{
	size_t start = dot, length;

	while (start && dot - start < 6 && is_han(article->chars[start - 1]) && !(article->is_cut[start] & CUT_HARD) &&
	       !article->found_at[start - 1])
		start--;
	length = dotted_length(article, start);
	if (start < dot && length > dot - start + 1 && length < 16 && article->is_cut[start] & CUT_HARD)
		add_person(article, start, length, (struct span){0}, N_("a name with a dot"));
}

void persons_find(struct article *article)
{
	for (size_t i = 0; i < article->count; i++) {
		size_t word = word_at(article, i, IN(BYLINE));

		if (word)
			find_reporters(article, i, word);
		find_signature(article, i);
	}
	for (size_t t = 0; t < article->title_count; t++)
		find_behind_title(article, &article->titles[t]);
	for (size_t t = 0; t < article->title_count; t++)
		if (article->titles[t].start >= 2 && !is_level(article->chars[article->titles[t].start]) &&
		    !article->found_at[article->titles[t].end])
			find_before_title(article, article->titles[t].start, article->titles[t].end, true);
	for (size_t i = 0; i < article->count; i++) {
		size_t honorific = article->starts[i] & IN(HONORIFIC) && i >= 2 ? word_at(article, i, IN(HONORIFIC))
										: 0;
		size_t known = article->starts[i] & (IN(KNOWN_PERSON) | IN(GRAPH_PERSON)) ? known_person(article, i) : 0;

		if (known)
			add_person(article, i, known, (struct span){0}, N_("the dictionary"));
		if (honorific && is_latin(article->chars[i - 1]))
			find_latin_before(article, i);
		else if (honorific)
			find_before_title(article, i, i + honorific, false);
		if (article->starts[i] & IN(INTRODUCER))
			find_behind_introducer(article, i, word_at(article, i, IN(INTRODUCER)));
		if (article->chars[i] == 0x00B7)
			find_dotted(article, i);
		if (article->starts[i] & IN(COMMON_SURNAME) || article->starts[i] & IN(COMPOUND_SURNAME))
			find_before_verb(article, i);
	}
	names_spread(article);
}
