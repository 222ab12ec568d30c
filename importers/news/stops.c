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

/* 首站是江海区的|A: the house behind the division in which it is. */
static const struct token *house_of_station(const struct scene *scene, const struct token *name)
{
	const struct article *article = scene->story->article;
	const struct token *next = name + 1;

	return next < scene->tokens->items + scene->tokens->count && next->kind == NAME_TOKEN &&
			       next->start == name->end + 1 && article->chars[name->end] == u'的' &&
			       article->entities[name->entity].is_division
		       ? next
		       : name;
}

/* 在五里甸子镇,委员们察看了|桓龙湖露营基地: what those on the way are shown in a town; NULL where it is nothing of the kind. */
static const struct token *shown_there(const struct scene *scene, const struct token *town)
{
	static const char *const words[] = {"察看", "查看", "了解", "体验"};
	const struct article *article = scene->story->article;
	const struct token *end = scene->tokens->items + scene->tokens->count, *who = town + 2;
	struct sought sought = SOUGHT(words);

	if (!article->entities[town->entity].is_division || who + 1 >= end || town[1].kind != CLAUSE_TOKEN ||
	    !(who->kind == GROUP_TOKEN ||
	      (who->kind == NAME_TOKEN && parties_have(&scene->story->travellers, who->entity))) ||
	    who[1].kind != NAME_TOKEN || is_person(article, who[1].entity))
		return NULL;
	for (size_t i = who->end; i < who[1].start; i++)
		if (sought_at(article, i, &sought) && i + 3 >= who[1].start)
			return who + 1;
	return NULL;
}

/* 在正星科技公司,王德敏与企业负责人边看边聊: the stop of those on the way; NULL where the sentence begins with none. */
static const struct token *stop_of(const struct scene *scene)
{
	const struct article *article = scene->story->article;
	const struct tokens *tokens = scene->tokens;
	size_t start = scene->sentence.start;
	const struct token *name = tokens->count ? &tokens->items[0] : NULL;

	if (name && name->kind == GROUP_TOKEN && tokens->count > 1 && name->start == start) /* 访问团的头一站是A */
		name++;
	if (!name || name->kind != NAME_TOKEN || !scene->story->travellers.count)
		return NULL;
	if (name->start == start && is_called_station(article, name->end))
		return is_person(article, name->entity) ? NULL : name;
	if (name->start > start + 2 && is_behind_station(article, start, name->start)) /* 最后一站是… */
		return is_person(article, name->entity) ? NULL : house_of_station(scene, name);
	if (article->chars[start] != u'在' || name->start != start + 1 || is_person(article, name->entity) ||
	    !is_clause_end(article->chars[behind_site(article, name->end)]))
		return NULL;
	if (article->entities[name->entity].is_division)
		return shown_there(scene, name);
	return parties_have(&scene->story->travellers, name->entity) ? NULL : name;
}

bool read_stop(struct scene *scene)
{
	const struct token *name = stop_of(scene);
	struct visit *visit;

	if (!name)
		return false;
	visit = begin_visit(scene, name, VG_VISIT, N_("a stop of those on the way"));
	visit->word = (struct span){0};
	visit->visitors = scene->story->travellers;
	visit->lead = scene->story->lead;
	parties_add(&visit->hosts, name->entity);
	scene->has_look = true;
	scene->phase = DONE;
	return true;
}
