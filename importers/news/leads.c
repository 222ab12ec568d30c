/* leads.c - who leads: 局长A率团, 在A带领下; 总经理A带领大家参观, who receives. */
#include "importers/news/scene.h"

/* 总经理林志勇带领大家参观: the guests are led by their host. */
static bool leads_guests(struct scene *scene, size_t t)
{
	const struct article *article = scene->story->article;
	const struct token *token = &scene->tokens->items[t];
	struct visit *last = visit_open(scene) ? visit_open(scene) : last_visit(scene->story);
	bool has_guests =
		text_at(article, token->end, "大家") ||
		(t + 1 < scene->tokens->count && token[1].kind == GROUP_TOKEN && token[1].start == token->end);

	if (!has_guests || !last || !scene->subject.count || !scene->story->travellers.count ||
	    parties_meet(article, &scene->subject, &scene->story->travellers))
		return false;
	for (size_t i = 0; i < scene->subject.count; i++)
		if (is_person(article, scene->subject.at[i]) && !parties_have(&last->companions, scene->subject.at[i]))
			parties_add(&last->hosts, scene->subject.at[i]);
	scene->subject.count = 0;
	return true;
}

/* 考察团在区政协副主席赵刚|带领下: who leads acts. */
static bool is_led(struct scene *scene, size_t t)
{
	const struct article *article = scene->story->article;
	size_t end = scene->tokens->items[t].end;

	for (size_t i = 0; i < scene->subject.count; i++)
		if (is_person(article, scene->subject.at[i])) /* A一行在负责人B带领下参观 */
			return false;
	if (scene->phase != PLACED || !scene->placed.count ||
	    !(text_at(article, end, "下") || text_at(article, end, "之下")))
		return false;
	for (size_t i = 0; i < scene->placed.count; i++)
		if (is_person(article, scene->placed.at[i])) {
			parties_add(&scene->subject, scene->placed.at[i]);
			scene->lead = scene->placed.at[i];
		}
	scene->subject_end = (uint32_t)end;
	scene->placed.count = 0;
	scene->phase = SUBJECT;
	return true;
}

/* 书记A带领村干部外出学习, 关长B带着业务骨干一天跑了三家企业: it is not said where to. */
bool goes_out(const struct scene *scene)
{
	static const char *const words[] = {"外出", "出访", "出发", "启程", "招商", "跑了", "转了", "连走", "连跑"};
	struct sought sought = SOUGHT(words);

	for (size_t i = scene->sentence.start; i < scene->sentence.end; i++)
		if (sought_at(scene->story->article, i, &sought))
			return true;
	return false;
}

void on_lead(struct scene *scene, size_t t)
{
	if (is_led(scene, t))
		return;
	if (leads_guests(scene, t) ||
	    scene->story->article->chars[scene->tokens->items[t].end] == u'的') /* 由A带队的B */
		return;
	for (size_t i = scene->subject.count; i > 0 && scene->lead == NOBODY; i--)
		if (is_person(scene->story->article, scene->subject.at[i - 1]))
			scene->lead = scene->subject.at[i - 1];
	if (scene->phase == SUBJECT)
		scene->phase = TEAM;
}
