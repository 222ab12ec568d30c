/* companions.c - who comes along: P 陪同, 参加会见, 陪同考察的还有 P; on one visit, or on all stops of a trip. */
#include "importers/news/scene.h"

/* Of 市长李智远 of 铜川市人民政府 the person comes along, not the house. */
void add_companions(struct scene *scene, const struct parties *who)
{
	const struct article *article = scene->story->article;

	for (size_t i = 0; i < who->count; i++) {
		bool is_employer = false;

		for (size_t k = 0; k < who->count; k++)
			is_employer |= k != i &&
				       (party_of(article, who->at[k]) == who->at[i] ||
					(is_person(article, who->at[k]) && article->entities[who->at[i]].is_division &&
					 !strstr(article->entities[who->at[i]].name, "开发区")));
		if (!is_employer)
			parties_add(&scene->companions, who->at[i]);
	}
}

/* 陪同考察的还有…, 随同本次访问的有…, 陪同人员:… */
static bool lists_companions(const struct article *article, size_t i)
{
	enum { REACH = 10 };
	static const char *const words[] = {"的有", "的还有", "的包括", "还有", "人员有", "人员:"};

	if (article->chars[i] == ':')
		return true;
	for (size_t end = i + REACH; i < end && !is_clause_end(article->chars[i]); i++)
		for (size_t w = 0; w < COUNT(words); w++)
			if (text_at(article, i, words[w]))
				return true;
	return false;
}

/* Who visits or receives does not come along to it: a second of that name is not told from the first, and is left out. */
static void join_companions(struct scene *scene, struct visit *visit)
{
	for (size_t i = 0; i < scene->companions.count; i++)
		if (!parties_have(&visit->visitors, scene->companions.at[i]) &&
		    !parties_have(&visit->hosts, scene->companions.at[i]))
			parties_add(&visit->companions, scene->companions.at[i]);
	scene->companions.count = 0;
}

void on_accompany(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	struct visit *visit = visit_open(scene);
	const struct parties *who = scene->phase == PLACED ? &scene->placed : &scene->subject;
	bool is_set = text_at(scene->story->article, token->end, "下");
	bool goes_along = t + 1 < scene->tokens->count &&
			  ((token[1].kind == GROUP_TOKEN && !last_visit(scene->story)) ||
			   token[1].kind == NAME_TOKEN); /* 陪同项目方到… */

	if (lists_companions(scene->story->article, token->end)) {
		scene->subject.count = 0;
		scene->phase = LISTED;
		return;
	}
	if (scene->phase == OBJECT || scene->phase == GUEST)
		return;
	if (!visit && !is_set && !goes_along && scene->phase != PLACED && !scene->has_group)
		visit = last_visit(scene->story);
	add_companions(scene, who);
	if (visit) {
		join_companions(scene, visit);
		if (text_at(scene->story->article, scene->tokens->items[t].start, "全程"))
			companions_share(scene, visit);
	}
	if (scene->phase == PLACED)
		scene->placed.count = 0;
	else
		scene->subject.count = 0;
	scene->phase = SUBJECT;
}

void take_listed(struct scene *scene)
{
	struct visit *visit = visit_open(scene) ? visit_open(scene) : last_visit(scene->story);

	add_companions(scene, &scene->subject);
	if (!visit)
		return;
	join_companions(scene, visit);
}

/* 湾沚区 where the text says 我区. */
static bool is_called_self(const struct article *article, const struct entity *house)
{
	uint16_t last = 0;

	for (const char *at = house->name; *at;)
		last = character_of(text_next(&at));
	return last == article->self;
}

/* The first who came along and is not of a house that visits; whose house the text does not say may be of another. */
static uint32_t receiver_among(const struct article *article, const struct visit *visit)
{
	for (int may_be_meant = 0; may_be_meant <= 1; may_be_meant++)
		for (size_t i = 0; i < visit->companions.count; i++) {
			uint32_t entity = visit->companions.at[i];
			const struct parties who = {.at = {entity}, .count = 1};

			if ((may_be_meant && article->entities[entity].is_post_meant) ||
			    !parties_meet(article, &visit->visitors, &who))
				return entity;
		}
	return NOBODY;
}

void companions_receive(const struct article *article, struct visit *visit)
{
	uint32_t receiver = receiver_among(article, visit), house;
	struct parties along = visit->companions;

	if (receiver == NOBODY)
		return;
	visit->companions.count = 0;
	for (size_t i = 0; i < along.count; i++)
		parties_add(along.at[i] == receiver ? &visit->hosts : &visit->companions, along.at[i]);
	house = party_of(article, receiver);
	if (is_called_self(article, &article->entities[house]))
		parties_add(&visit->hosts, house);
}

/* ── Who comes along all the way ─────────────────────────────────────────────────────────────────────── */

/* Of one day, or a day of the trip. */
static bool is_on_trip(const struct visit *trip, const struct visit *stop)
{
	return !strcmp(trip->date.from, stop->date.from) ||
	       (*trip->date.until && strcmp(stop->date.from, trip->date.from) > 0 &&
		strcmp(stop->date.from, trip->date.until) <= 0);
}

static bool share(const struct article *article, const struct visit *trip, struct visit *stop)
{
	if (trip == stop || stop->is_gone || !is_on_trip(trip, stop) ||
	    !parties_meet(article, &trip->visitors, &stop->visitors))
		return false;
	for (size_t i = 0; i < trip->companions.count; i++)
		if (!parties_have(&stop->visitors, trip->companions.at[i]) &&
		    !parties_have(&stop->hosts, trip->companions.at[i]))
			parties_add(&stop->companions, trip->companions.at[i]);
	return true;
}

void companions_share(const struct scene *scene, const struct visit *last)
{
	for (size_t v = 0; v < scene->story->article->visit_count; v++)
		share(scene->story->article, last, &scene->story->article->visits[v]);
}

void companions_share_trips(struct article *article)
{
	for (size_t v = 0; v < article->visit_count; v++) {
		const struct visit *trip = &article->visits[v];

		if ((trip->is_gone && !trip->is_frame) || !trip->companions.count ||
		    !are_divisions(article, &trip->hosts))
			continue;
		for (size_t w = v + 1; w < article->visit_count; w++)
			if (!are_divisions(article, &article->visits[w].hosts) &&
			    share(article, trip, &article->visits[w]))
				break;
	}
}
