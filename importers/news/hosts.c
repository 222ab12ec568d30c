/* hosts.c - who receives: B 会见 A, A 受到 B 接待, B 与考察团座谈, B 对 A 表示欢迎. */
#include "importers/news/scene.h"

enum { TALK_REACH = 60 }; /* characters within which 交流 belongs to 赴 */

static void add_hosts(struct scene *scene, struct visit *visit, const struct parties *hosts)
{
	const struct article *article = scene->story->article;

	for (size_t i = 0; i < hosts->count; i++)
		if (!parties_have(&visit->visitors, hosts->at[i]) && !parties_have(&visit->companions, hosts->at[i])) {
			parties_add(&visit->hosts, hosts->at[i]);
			if (is_person(article, hosts->at[i]))
				parties_add(&visit->hosts, party_of(article, hosts->at[i]));
		}
}

/* Somebody is named who is received, or nobody at all (…热情接待。); not 接待学生九万人次. */
static bool has_guest(const struct scene *scene, const struct token *token)
{
	const struct article *article = scene->story->article;

	if (is_clause_end(article->chars[token->end]))
		return scene->story->travellers.count > 0 || scene->open;
	for (const struct token *next = token + 1;
	     next < scene->tokens->items + scene->tokens->count && next->kind != CLAUSE_TOKEN; next++)
		if (next->kind == NAME_TOKEN || (next->kind == GROUP_TOKEN && !is_counted(article, next->end)))
			return true;
	return false;
}

/* The visit to the house of whom it tells; else the last. */
static struct visit *visit_to(const struct scene *scene, const struct parties *who)
{
	struct article *article = scene->story->article;
	struct visit *last = last_visit(scene->story);
	struct parties place = {0};

	parties_add(&place, last ? last->place : NOBODY);
	if (parties_meet(article, &place, who))
		return last;
	for (size_t v = article->visit_count; v > 0; v--)
		if (!article->visits[v - 1].is_gone && parties_meet(article, &article->visits[v - 1].hosts, who))
			return &article->visits[v - 1];
	return last;
}

void on_receive(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	struct visit *visit = visit_open(scene), *last = last_visit(scene->story);
	struct parties hosts = scene->subject;

	if (scene->is_passive) { /* A 受到 B 的热情接待 */
		if (visit || last)
			add_hosts(scene, visit ? visit : last, &scene->placed);
		scene->phase = DONE;
		return;
	}
	if (!hosts.count)
		parties_add_all(&hosts, &scene->placed);
	if (!hosts.count || !has_guest(scene, token))
		return;
	if (visit) {
		add_hosts(scene, visit, &hosts);
		scene->has_look = true; /* 到B汇报,C会见 */
		scene->phase = DONE;
		scene->subject.count = 0;
		return;
	}
	if (last && is_clause_end(scene->story->article->chars[token->end])) { /* …热情接待。 */
		add_hosts(scene, last, &hosts);
		return;
	}
	scene->lead = NOBODY;
	visit = begin_visit(scene, token, VG_MEETING, N_("B receives A"));
	visit->hosts = hosts;
	if (scene->placed.count == 1 && are_divisions(scene->story->article, &scene->placed)) /* 在铜陵会见 */
		visit->place = scene->placed.at[0];
	scene->has_look = true;
	scene->phase = GUEST;
}

/* 市长王东与考察团座谈, 与其会谈: who acts receives them. */
static bool talks_with_guests(const struct scene *scene, const struct token *token)
{
	const struct article *article = scene->story->article;
	bool is_with_them = scene->has_joint && scene->has_group;

	if (!scene->subject.count || parties_meet(article, &scene->subject, &scene->story->travellers))
		return false;
	if (scene->placed.count)
		return !visit_open(scene) && scene->has_joint && last_visit(scene->story) &&
		       parties_meet(article, &scene->subject, &last_visit(scene->story)->hosts) &&
		       parties_meet(article, &scene->placed, &scene->story->travellers);
	for (size_t i = token->start; i > scene->sentence.start && !is_clause_end(article->chars[i - 1]); i--)
		if (text_at(article, i - 1, "与其") || text_at(article, i - 1, "同其"))
			return true;
	return is_with_them;
}

void on_talk(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	struct visit *visit = visit_open(scene), *last = visit ? visit : last_visit(scene->story);

	if (!visit && scene->has_guests && scene->subject.count && !scene->has_group &&
	    !scene->story->travellers.count && !is_to_come(scene, token)) { /* 市长A与B一行会谈 */
		visit = begin_visit(scene, token, VG_MEETING, N_("B receives A"));
		visit->hosts = scene->subject;
		visit->visitors = scene->placed;
		scene->has_look = true;
		scene->phase = DONE;
		scene->subject.count = 0;
		return;
	}
	if (last && talks_with_guests(scene, token)) {
		add_hosts(scene, visit ? visit : visit_to(scene, &scene->subject), &scene->subject);
		scene->subject.count = 0;
		return;
	}
	scene->has_look |= !visit || token->start < visit->word.start + TALK_REACH;
	if (visit) {
		if (scene->has_joint && (scene->phase == DONE || scene->phase == PLACED))
			add_hosts(scene, visit, &scene->placed);
		return;
	}
	if (!scene->has_joint || !scene->placed.count || !scene->story->travellers.count || scene->has_both ||
	    is_to_come(scene, token) || are_own(scene))
		return;
	if (scene->subject.count && !scene->has_group &&
	    !parties_meet(scene->story->article, &scene->subject, &scene->story->travellers))
		return;
	visit = begin_visit(scene, token, VG_MEETING, N_("A talks with B"));
	visit->visitors = take_subject(scene);
	visit->hosts = scene->placed;
	scene->phase = DONE;
}

void on_welcome(struct scene *scene, size_t t)
{
	struct visit *last = visit_open(scene) ? visit_open(scene) : last_visit(scene->story);
	struct parties hosts = {0};

	(void)t;
	if (scene->is_passive) {
		if (last)
			add_hosts(scene, last, &scene->placed);
		return;
	}
	for (size_t i = 0; i < scene->subject.count; i++)
		if (is_person(scene->story->article, scene->subject.at[i]))
			parties_add(&hosts, scene->subject.at[i]);
	if (last && scene->phase != OBJECT && !parties_meet(scene->story->article, &hosts, &last->visitors)) {
		add_hosts(scene, visit_open(scene) ? last : visit_to(scene, &hosts), &hosts);
		scene->subject.count = 0; /* 张明主持座谈会,王磊参加: he does not come along */
	}
}

void on_passive(struct scene *scene, size_t t)
{
	(void)t;
	scene->is_passive = true;
	scene->is_towards = false;
	scene->phase = PLACED;
}
