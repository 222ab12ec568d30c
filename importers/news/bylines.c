/* bylines.c - who wrote it: 记者 孙庆辉 通讯员 李超, (企业文化部 姜可), 池上莲 摄. */
#include "importers/news/names.h"
#include "importers/news/runs.h"

/* 供稿:湘中供电公司 邵远征: behind the space; 0 where there is none in the line. */
static size_t behind_house(const struct article *article, size_t i)
{
	for (size_t most = i + 16; i < most && i < article->count && is_han(article->chars[i]); i++)
		if (article->chars[i + 1] == ' ')
			return i + 2;
	return 0;
}

/* What stands between the names of a byline: spaces, bars; 黄轩/文 刘昊然/图. */
static size_t behind_marks(const struct article *article, size_t at)
{
	for (;; at++)
		if (!is_one_of(article->chars[at], u" 、:/|;") &&
		    !(article->chars[at - 1] == '/' && is_one_of(article->chars[at], u"文图摄") &&
		      !is_han(article->chars[at + 1])))
			return at;
}

/* 记者 朝鲁: between spaces, or the end of the line; whatever its characters, where nothing else is called so. */
static size_t lone_length(const struct article *article, size_t i)
{
	size_t length = 0;

	if (!i || article->chars[i - 1] != ' ' || is_one_of(article->chars[i], u"小老阿"))
		return 0;
	while (length < 5 && is_han(article->chars[i + length]) && !article->found_at[i + length] &&
	       !word_at(article, i + length, IN(ORGANIZATION_ENDING) | IN(BYLINE) | IN(POST) | IN(STOP)))
		length++;
	if (length < 2 || length > 4 || is_han(article->chars[i + length]) ||
	    word_at(article, i, ORDINARY | ALL_DIVISIONS | IN(COUNTY_SHORT)) >= 2)
		return 0;
	return article->chars[i + length] != ' ' || word_at(article, i + length + 1, IN(BYLINE)) ? length : 0;
}

/* 记者 孙庆辉 通讯员 李超; (记者韦语韬 通讯员黎峭) */
static void find_reporters(struct article *article, size_t i, size_t word)
{
	struct span title = {(uint32_t)i, (uint32_t)(i + word)};
	size_t at = i + word;

	for (unsigned names = 0; names < 8; names++) {
		size_t length;

		at = behind_marks(article, at);
		if (word_at(article, at, IN(BYLINE)))
			return;
		length = spaced_length(article, at);
		if (!length)
			length = name_length(article, at, true);
		if (!length && !names)
			length = lone_length(article, at);
		if (!length && !names && (at = behind_house(article, at)))
			length = name_length(article, at, true);
		if (!length || article->chars[at + length] == ':' || /* 编辑:办公室 时间:… */
		    (is_han(article->chars[at + length]) &&
		     !word_at(article, at + length, IN(BYLINE))) || /* 王全|报道 */
		    !person_add(article, at, length, title, N_("a byline")))
			return;
		at += length;
	}
}

/* (融媒体中心 党亚军 樊宝平): all but the last, whose length it returns. */
static size_t last_of_several(struct article *article, size_t *at, size_t length)
{
	while (length && article->chars[*at + length] == ' ') {
		size_t next = *at + length + 1, more = name_length(article, next, true);

		if (!more || word_at(article, next, IN(BYLINE)) || !is_one_of(article->chars[next + more], u" )"))
			break;
		person_add(article, *at, length, (struct span){0}, N_("a signature"));
		*at = next;
		length = more;
	}
	return length;
}

/* (程昱| 文/图), (姜可| 供稿) */
static bool is_signed(const struct article *article, size_t i)
{
	return article->chars[i] == ' ' && word_at(article, i + 1, IN(BYLINE)) > 1;
}

/* Whether a space stands where one would behind a house: all are compared, several at once. */
static bool has_space(const struct article *article, size_t i)
{
	enum { REACH = 16 };
	bool has_any = false;

	if (i + REACH > article->count)
		return true;
	for (size_t k = 0; k < REACH; k++)
		has_any |= article->chars[i + k] == ' ';
	return has_any;
}

/* Alone on the line: 池上莲 摄, or 校友办 吉祥, a house and who writes for it. */
static void find_signed_line(struct article *article, size_t at)
{
	size_t length = name_length(article, at, true);
	bool is_signed_so = length && article->chars[at + length] == ' ' &&
			    is_one_of(article->chars[at + length + 1], u"摄文图") &&
			    article->chars[at + length + 2] == '\n';

	if (!is_signed_so && has_space(article, at) && (at = behind_house(article, at))) {
		length = name_length(article, at, true);
		is_signed_so =
			length && article->chars[at + length] == '\n' &&
			(article->ends[at - 1] & IN(ORGANIZATION_ENDING) || is_one_of(article->chars[at - 2], u"部处办科室"));
	}
	if (is_signed_so)
		person_add(article, at, length, (struct span){0}, N_("a signature"));
}

/* (莫小棠), or (企业文化部 姜可), alone at the end of a paragraph. */
static void find_signature(struct article *article, size_t i)
{
	size_t at = i + 1, length, behind = 0;

	if (article->chars[i] == '\n') {
		if (at < article->count)
			find_signed_line(article, at);
		return;
	}
	if (article->chars[i] != '(')
		return;
	length = name_length(article, at, true);
	while (length && article->chars[at + length] == ' ' && is_one_of(article->chars[at + length + 1], u"文图摄") &&
	       (article->chars[at + length + 2] == ' ' ||
		article->chars[at + length + 2] == ')')) { /* (沈佳 文 林海潮 图) */
		size_t next = at + length + 3;

		if (!person_add(article, at, length, (struct span){0}, N_("a signature")) ||
		    article->chars[next - 1] == ')')
			return;
		length = name_length(article, at = next, true);
	}
	if (length && article->chars[at + length] == ' ') { /* (张元 王全安) */
		size_t next = at + length + 1, more = name_length(article, next, true);

		if (more && article->chars[next + more] == ')' && is_sentence_end(article->chars[next + more + 1]))
			person_add(article, at, length, (struct span){0}, N_("a signature"));
	}
	if (!length || (article->chars[at + length] != ')' && !is_signed(article, at + length))) {
		at = behind_house(article, at);
		length = at ? name_length(article, at, true) : 0;
	}
	if (at && !length && (at = behind_house(article, at))) /* (渝新物流 运营部 纪华) */
		length = name_length(article, at, true);
	length = last_of_several(article, &at, length);
	if (length && article->chars[at + length] == ' ') /* (平罗县委组织部 马玉花 供稿) */
		behind = word_at(article, at + length + 1, IN(BYLINE)) + 1;
	if (length && (behind != 1) && article->chars[at + length + behind] == ')' &&
	    is_sentence_end(article->chars[at + length + behind + 1]))
		person_add(article, at, length, (struct span){0}, N_("a signature"));
}

void bylines_find(struct article *article)
{
	size_t end = article->count;

	article->is_form = is_form_line(article, 0);
	for (size_t i = 0; (i = mark_at(article, i, end, OF_BYLINE | NO_HAN)) < end; i++) {
		if (article->starts[i] & IN(BYLINE))
			find_reporters(article, i, word_at(article, i, IN(BYLINE)));
		if (article->chars[i] == '(' || article->chars[i] == '\n')
			find_signature(article, i);
		if (article->chars[i] == '\n')
			article->is_form |= is_form_line(article, i + 1);
	}
}
