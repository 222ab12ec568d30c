/* stops.c - a name alone that is a stop of those on the way: 在A,…; 最后一站是A; A是当天的第一站. */
#include "importers/news/runs.h"
#include "importers/news/scene.h"

/* 在A|项目建设现场,…: the house and where in it they are; the same place where it says nothing of the kind. */
static size_t behind_site(const struct article *article, size_t i)
{
	static const char *const words[] = {"项目", "建设", "施工", "生产", "现场", "工地",
					    "车间", "展厅", "厂区", "总部", "基地"};
	struct sought sought = SOUGHT(words);

	for (size_t length; (length = sought_at(article, i, &sought));)
		i += length;
	return i;
}

/* 最后一站是|A, 首站是副会长单位|A */
static bool is_behind_station(const struct article *article, size_t start, size_t name)
{
	enum { REACH = 14 };

	for (size_t i = name - 2; i > start && name - i < REACH && !is_clause_end(article->chars[i]); i--)
		if (article->chars[i + 1] == u'是' && (article->chars[i] == u'站' || article->chars[i] == u'家'))
			return true;
	return false;
}

/* A|是当天的第一站 */
static bool is_called_station(const struct article *article, size_t i)
{
	enum { REACH = 12 };

	if (article->chars[i] != u'是')
		return false;
	for (size_t end = i + REACH; i < end && !is_clause_end(article->chars[i]); i++)
		if (word_at(article, i, IN(STATION)))
			return true;
	return false;
}

/* 在正星科技公司,王德敏与企业负责人边看边聊: a stop of those on the way. */
bool is_stop(const struct scene *scene)
{
	const struct article *article = scene->story->article;
	const struct tokens *tokens = scene->tokens;
	size_t start = scene->sentence.start;
	const struct token *name = tokens->count ? &tokens->items[0] : NULL;

	if (!name || name->kind != NAME_TOKEN || !scene->story->travellers.count)
		return false;
	if (name->start == start && is_called_station(article, name->end))
		return !is_person(article, name->entity);
	if (name->start > start + 2 && is_behind_station(article, start, name->start))
		return !is_person(article, name->entity); /* 最后一站是… */
	if (article->chars[start] != u'在' || name->start != start + 1)
		return false;
	if (is_person(article, name->entity) || article->entities[name->entity].is_division ||
	    !is_clause_end(article->chars[behind_site(article, name->end)]))
		return false;
	return !parties_have(&scene->story->travellers, name->entity);
}

void read_stop(struct scene *scene)
{
	const struct token *name = &scene->tokens->items[0];
	struct visit *visit = begin_visit(scene, name, VG_VISIT, N_("a stop of those on the way"));

	visit->word = (struct span){0};
	visit->visitors = scene->story->travellers;
	visit->lead = scene->story->lead;
	parties_add(&visit->hosts, name->entity);
	scene->has_look = true;
	scene->phase = DONE;
}
