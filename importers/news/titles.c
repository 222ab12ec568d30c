/* titles.c - posts with their ranks: where they stand, and how they are chained. */
#include "importers/news/news.h"

/* Where the title that starts at i ends: any ranks, then a post; 0 where none starts. */
static size_t title_end(const struct article *article, size_t i)
{
	size_t best = 0;

	for (unsigned ranks = 0; ranks < 8; ranks++) {
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
	if (i > 2 && text_at(article, i, "工会") && word_at(article, i - 2, IN(NOUN)) == 2 &&
	    is_han(article->chars[i - 3]))
		return true; /* 市产业|工会 */
	for (size_t back = 1; back <= 4 && back <= i; back++)
		if (word_at(article, i - back, IN(ORGANIZATION_ENDING) | IN(TITLELESS)) > back + 1)
			return true;
	if (i && word_at(article, i - 1, IN(LOOK) | IN(RECEIVE)) == 2 && word_at(article, i, IN(POST)) == 2)
		return true; /* 拜会|长崎市 */
	return false;
}

/* 深圳市|长盈能源有限公司 */
static bool goes_on_to_company(const struct article *article, size_t level)
{
	uint64_t verbs = IN(SPEECH) | IN(TRAVEL) | IN(LOOK) | IN(RECEIVE) | IN(LEAD) | IN(STOP) | IN(POST);

	if (!(article->ends[level + 1] & (IN(CITY) | IN(COUNTY) | IN(PROVINCE))))
		return false;
	for (size_t i = level + 2; i < level + 16 && is_han(article->chars[i]) && word_at(article, i, verbs) < 2; i++)
		if (text_at(article, i, "公司") || text_at(article, i, "集团"))
			return true;
	return false;
}

/* 福州市长乐区: a county begins in what could be 市长. */
static bool is_of_division(const struct article *article, size_t start, size_t end)
{
	for (size_t i = start + 1; i < end; i++)
		if (i + word_at(article, i, IN(COUNTY) | IN(CITY)) > end)
			return true;
	return end == start + 2 && article->chars[start + 1] == u'长' && goes_on_to_company(article, start);
}

/* 青原区委书记: 原 is of the county here, and no rank. */
static bool is_within_division(const struct article *article, size_t i)
{
	for (size_t back = 1; back <= 4 && back <= i; back++)
		if (word_at(article, i - back, IN(CITY) | IN(COUNTY)) > back + 1)
			return true;
	return false;
}

/* 银行|长期: 长 is of the next word. */
static bool runs_on(const struct article *article, size_t end)
{
	return article->chars[end - 1] == u'长' && word_at(article, end - 1, IN(STOP)) >= 2;
}

void titles_find(struct article *article)
{
	article->title_at = arena_get(&article->arena, (article->count + 2) * sizeof *article->title_at);
	for (size_t i = 0; i < article->count; i++) {
		size_t end;

		if (!(article->starts[i] & (IN(POST) | IN(RANK))))
			continue;
		end = title_end(article, i);
		if (end && i + word_at(article, i, IN(TITLELESS) | IN(PLAIN)) <= end && !is_within_word(article, i) &&
		    !is_within_division(article, i) && !is_of_division(article, i, end) && !runs_on(article, end)) {
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
/* 市委常委、统战部|部长: where the post before the department ends; `end` where there is none. */
static size_t before_department(const struct article *article, size_t end)
{
	for (size_t length = 2; length <= 6 && length < end; length++)
		if (word_at(article, end - length, IN(ORGANIZATION_ENDING)) == length &&
		    article->chars[end - length - 1] == u'、' && title_ending(article, end - length - 1))
			return end - length - 1;
	return end;
}

struct span title_chain(const struct article *article, size_t end)
{
	const struct title *title = title_ending(article, end), *before;
	struct span chain = {(uint32_t)end, (uint32_t)end};

	while (title) {
		size_t at = title->start;

		chain.start = title->start;
		if (at && (article->chars[at - 1] == u'、' || article->chars[at - 1] == u'兼'))
			at--;
		else
			at = before_department(article, at);
		before = title_ending(article, at);
		title = before && before != title ? before : NULL;
	}
	return chain;
}
