/* scene.c - a visit in the making: who takes part, and whether it was told before. */
#include "importers/news/scene.h"

#include "importers/news/runs.h"

/* ── Parties ─────────────────────────────────────────────────────────────────────────────────────────── */

bool parties_have(const struct parties *parties, uint32_t entity)
{
	for (size_t i = 0; i < parties->count; i++)
		if (parties->at[i] == entity)
			return true;
	return false;
}

void parties_add(struct parties *parties, uint32_t entity)
{
	if (entity != NOBODY && parties->count < PARTIES_MAX && !parties_have(parties, entity))
		parties->at[parties->count++] = entity;
}

void parties_add_all(struct parties *parties, const struct parties *others)
{
	for (size_t i = 0; i < others->count; i++)
		parties_add(parties, others->at[i]);
}

bool parties_meet(const struct article *article, const struct parties *a, const struct parties *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (a->at[i] == b->at[k] || party_of(article, a->at[i]) == party_of(article, b->at[k]))
				return true;
	return false;
}

bool is_person(const struct article *article, uint32_t entity)
{
	return article->entities[entity].kind == VG_PERSON;
}

/* Persons bring the party for which they stand. */
static void add_employers(const struct article *article, struct parties *parties)
{
	size_t count = parties->count;

	for (size_t i = 0; i < count; i++)
		parties_add(parties, party_of(article, parties->at[i]));
}

bool are_divisions(const struct article *article, const struct parties *parties)
{
	for (size_t i = 0; i < parties->count; i++)
		if (!article->entities[parties->at[i]].is_division)
			return false;
	return parties->count > 0;
}

/* ── Visits ──────────────────────────────────────────────────────────────────────────────────────────── */

struct visit *visit_open(const struct scene *scene)
{
	return scene->open ? &scene->story->article->visits[scene->open - 1] : NULL;
}

struct visit *last_visit(const struct story *story)
{
	for (size_t v = story->article->visit_count; v > 0; v--)
		if (!story->article->visits[v - 1].is_gone)
			return &story->article->visits[v - 1];
	return NULL;
}

/* The delegation that the article named first, and by which it means whoever is on the way. */
enum { BEGINNING = 2000 }; /* characters in which an article names who travels */

static uint32_t delegation_named(const struct article *article, size_t until)
{
	for (size_t i = 0; i < until && i < BEGINNING; i++)
		if (article->found_at[i]) {
			const struct found *found = &article->found[article->found_at[i] - 1];

			if (found->kind == ORGANIZATION_MENTION && article->ends[found->end] & IN(DELEGATION_ENDING))
				return found->entity;
		}
	return NOBODY;
}

/* Who the subject is: the names, or those on the way where a group or nobody is named. */
struct parties take_subject(struct scene *scene)
{
	struct parties visitors = scene->subject;

	if (!visitors.count || scene->has_group)
		parties_add_all(&visitors, &scene->story->travellers);
	if (!visitors.count)
		parties_add(&visitors, delegation_named(scene->story->article, scene->sentence.start));
	return visitors;
}

/* 5月22日,商务局通报:4月18日,A会见B: of several days that of the verb. */
static void date_verb(struct scene *scene, const struct token *word)
{
	struct span span = {scene->sentence.start, word->start};
	vg_date date;

	if (scene->has_own_date &&
	    date_in(scene->story->article, span, &scene->story->date, LAST_DAY, &date) == TELLS_DAY && *date.from)
		scene->date = date;
}

struct visit *begin_visit(struct scene *scene, const struct token *word, vg_type type, const char *rule)
{
	struct article *article = scene->story->article;
	struct visit *visit;

	date_verb(scene, word);
	article->visits =
		array_room(article->visits, article->visit_count, &article->visit_capacity, sizeof *article->visits);
	visit = &article->visits[article->visit_count++];
	*visit = (struct visit){
		.date = scene->date,
		.has_own_date = scene->has_own_date,
		.type = type,
		.word = {word->start, word->end},
		.sentence = scene->sentence,
		.lead = scene->lead,
		.place = NOBODY,
		.rule = rule,
	};
	add_companions(scene, &scene->team);
	parties_add_all(&visit->companions, &scene->companions);
	parties_add_all(&visit->companions, &scene->story->companions);
	scene->companions.count = 0;
	scene->open = article->visit_count;
	return visit;
}

bool greet_guests(struct scene *scene)
{
	struct visit *last = last_visit(scene->story);
	bool is_told = last && parties_meet(scene->story->article, &last->visitors, &scene->placed);

	for (size_t i = 0; is_told && i < scene->subject.count; i++)
		if (is_person(scene->story->article, scene->subject.at[i]) &&
		    !parties_have(&last->companions, scene->subject.at[i]))
			parties_add(&last->hosts, scene->subject.at[i]); /* who greets them receives them */
	scene->subject = scene->placed;
	if (is_told)
		scene->subject.count = 0;
	scene->placed.count = 0;
	scene->has_group = false;
	scene->phase = is_told ? DONE : SUBJECT;
	return !is_told;
}

/* ── When it is told ─────────────────────────────────────────────────────────────────────────────────── */

/* Hosts and visitors of one visit are not the same; a visit to nobody, or by nobody, is none. */
static bool settle_visit(struct scene *scene, struct visit *visit)
{
	const struct article *article = scene->story->article;
	struct parties hosts = {0}, companions = {0};

	add_employers(article, &visit->visitors);
	for (size_t i = 0; i < visit->companions.count; i++)
		if (!parties_have(&visit->visitors, visit->companions.at[i]))
			parties_add(&companions, visit->companions.at[i]);
	visit->companions = companions;
	visit->is_home = scene->has_home;
	for (size_t i = 0; i < visit->hosts.count; i++)
		if (!parties_have(&visit->visitors, visit->hosts.at[i]) &&
		    !parties_have(&visit->companions, visit->hosts.at[i]))
			parties_add(&hosts, visit->hosts.at[i]);
	visit->hosts = hosts;
	if (!hosts.count && !scene->has_home && !scene->has_companies)
		parties_add(&visit->hosts, visit->place); /* 走进八家子镇的基地: the town */
	if (!visit->hosts.count && !scene->has_home && !scene->has_companies)
		parties_add_all(&visit->hosts, &scene->towns);
	scene->towns.count = 0;
	add_employers(article, &visit->hosts);
	if (!visit->visitors.count && visit->type == VG_MEETING)
		visit->visitors = scene->story->travellers;
	return visit->visitors.count && (visit->hosts.count || scene->has_home);
}

/* What a later sentence adds to a visit: who else received it. Its stops within the house are no hosts of their own. */
static void join(const struct article *article, struct visit *into, const struct visit *from)
{
	bool has_hosts = into->hosts.count > 0;

	for (size_t i = 0; i < from->hosts.count; i++)
		if ((!has_hosts && !into->is_home) || is_person(article, from->hosts.at[i]))
			parties_add(&into->hosts, from->hosts.at[i]);
	parties_add_all(&into->companions, &from->companions);
	if (!into->topic.end)
		into->topic = from->topic;
}

bool is_within(const struct entity *room, const struct entity *house)
{
	if (!strncmp(room->name, house->name, strlen(house->name)))
		return true;
	for (size_t i = 0; i < house->alias_count; i++)
		if (!strncmp(room->name, house->aliases[i], strlen(house->aliases[i])))
			return true;
	return false;
}

/* 常州工学院新校区图书馆 lies in 常州工学院. */
static bool hosts_nest(const struct article *article, const struct visit *outer, const struct visit *inner)
{
	for (size_t i = 0; i < outer->hosts.count; i++)
		for (size_t k = 0; k < inner->hosts.count; k++) {
			const struct entity *house = &article->entities[outer->hosts.at[i]],
					    *room = &article->entities[inner->hosts.at[k]];

			if (house->kind == VG_ORGANIZATION && room->kind != VG_PERSON && is_within(room, house))
				return true;
		}
	return false;
}

/* 曲阜市文化和旅游局 is of 曲阜. */
static bool are_offices(const struct article *article, const struct visit *outer, const struct visit *inner)
{
	for (size_t k = 0; k < inner->hosts.count; k++)
		if (is_within(&article->entities[inner->hosts.at[k]], &article->entities[outer->hosts.at[0]]))
			return true;
	return false;
}

static bool are_several(const struct article *article, const struct parties *parties)
{
	size_t organizations = 0;

	for (size_t i = 0; i < parties->count; i++)
		organizations += article->entities[parties->at[i]].kind == VG_ORGANIZATION;
	return organizations > 1;
}

/* Sights and offices that one is shown on a trip; a company, or whoever is named as a stop of its own, is visited. */
static bool are_sites(const struct article *article, const struct visit *visit)
{
	static const char *const houses[] = {"公司", "集团", "科技"};

	if (visit->word.end == visit->word.start)
		return false;
	for (size_t i = 0; i < visit->hosts.count; i++)
		for (size_t h = 0; h < COUNT(houses); h++)
			if (strstr(article->entities[visit->hosts.at[i]].name, houses[h]))
				return false;
	return true;
}

static bool ends_with(const char *name, const char *ending)
{
	size_t length = strlen(name), most = strlen(ending);

	return length >= most && !strcmp(name + length - most, ending);
}

/* 国际教育学院 of the university where they are. */
static bool are_faculties(const struct article *article, const struct visit *outer, const struct visit *inner)
{
	bool is_university = false;

	for (size_t i = 0; i < outer->hosts.count; i++)
		is_university |= ends_with(article->entities[outer->hosts.at[i]].name, "大学");
	for (size_t i = 0; i < inner->hosts.count; i++)
		if (!ends_with(article->entities[inner->hosts.at[i]].name, "学院") &&
		    !is_room(&article->entities[inner->hosts.at[i]]))
			return false;
	return is_university;
}

/* 参观, 察看: what one is shown. */
static bool is_shown(const struct article *article, const struct visit *visit)
{
	static const char *const words[] = {"参观", "察看", "查看", "观看"};

	for (size_t w = 0; w < COUNT(words); w++)
		for (size_t i = visit->word.start; i < visit->word.end; i++)
			if (text_at(article, i, words[w]))
				return true;
	return false;
}

/* 恒温实验室, 装配车间: of the house where they are. */
static bool are_rooms(const struct article *article, const struct visit *visit)
{
	for (size_t i = 0; i < visit->hosts.count; i++)
		if (!is_room(&article->entities[visit->hosts.at[i]]))
			return false;
	return true;
}

/* What guests are shown; of whom they visit at home the rooms are no hosts: 体检中心. */
static void add_shown(const struct article *article, struct visit *into, const struct visit *from)
{
	for (size_t i = 0; i < from->hosts.count; i++) {
		const struct entity *host = &article->entities[from->hosts.at[i]];

		if (!into->is_home || !(is_room(host) || ends_with(host->name, "中心")))
			parties_add(&into->hosts, from->hosts.at[i]);
	}
}

static bool is_same_day(const struct visit *earlier, const struct visit *visit)
{
	return !*visit->date.from || !*earlier->date.from ||
	       (!strcmp(earlier->date.from, visit->date.from) && !strcmp(earlier->date.until, visit->date.until));
}

/* 第二站来到A; 走进雩田镇万亩油茶基地, in a sentence of its own. */
static bool is_stop_of_its_own(const struct scene *scene, const struct visit *earlier, const struct visit *visit)
{
	const struct article *article = scene->story->article;

	if (sentence_has(article, scene->sentence, IN(STATION)))
		return true;
	return earlier->sentence.start != visit->sentence.start && scene->goes_there && visit->hosts.count == 1 &&
	       !is_person(article, visit->hosts.at[0]);
}

/* A visit that was told before, or a stop of a trip that was: true where `visit` is not one of its own. */
static bool is_told(struct scene *scene, struct visit *visit)
{
	struct article *article = scene->story->article;

	for (size_t v = 0; v + 1 < article->visit_count; v++) {
		struct visit *earlier = &article->visits[v];

		if (earlier->is_gone || earlier == visit || !is_same_day(earlier, visit) ||
		    !parties_meet(article, &earlier->visitors, &visit->visitors))
			continue;
		if (parties_meet(article, &earlier->hosts, &visit->hosts)) {
			if (are_several(article, &earlier->hosts) && earlier->sentence.start != visit->sentence.start) {
				earlier->is_frame = true; /* a list of stops, told one by one */
				parties_add_all(&visit->companions, &earlier->companions);
				continue;
			}
			join(article, earlier, visit);
			return true;
		} else if (!is_stop_of_its_own(scene, earlier, visit) &&
			   (!visit->has_own_date || earlier->sentence.start == visit->sentence.start) &&
			   are_sites(article, visit) && are_divisions(article, &earlier->hosts) &&
			   !are_divisions(article, &visit->hosts)) {
			parties_add_all(&earlier->companions, &visit->companions);
			return true;
		} else if (visit->type == VG_MEETING && are_divisions(article, &earlier->hosts) &&
			   are_offices(article, earlier, visit)) { /* received where they went */
			join(article, earlier, visit);
			parties_add_all(&earlier->hosts, &visit->hosts);
			return true;
		} else if (hosts_nest(article, earlier, visit)) {
			parties_add_all(&earlier->companions, &visit->companions);
			return true;
		} else if (!earlier->hosts.count ||
			   (is_shown(article, visit) && (earlier->is_home || are_rooms(article, visit) ||
							 are_faculties(article, earlier, visit)))) {
			if (!earlier->hosts.count)
				add_shown(article, earlier, visit);
			join(article, earlier, visit);
			return true;
		}
	}
	return false;
}

/* Whether whom it is to is more than a place. */
static bool has_house(const struct article *article, const struct visit *visit)
{
	for (size_t i = 0; i < visit->hosts.count; i++)
		if (article->entities[visit->hosts.at[i]].kind != VG_PLACE)
			return true;
	return false;
}

void finish_visit(struct scene *scene)
{
	struct story *story = scene->story;
	struct visit *visit = visit_open(scene);
	bool is_told_here;

	if (!visit)
		return;
	scene->open = 0;
	is_told_here = settle_visit(scene, visit);
	if (scene->is_weak && !has_house(story->article, visit))
		is_told_here = scene->has_look = false;
	story->listed.visitors.count = 0;
	if (scene->has_companies && scene->has_look && visit->visitors.count && !visit->hosts.count &&
	    visit->place != NOBODY) {
		story->listed = *visit;
		parties_add(&story->listed.hosts, visit->place);
	}
	if (scene->has_look && visit->visitors.count && (visit->type == VG_VISIT || !story->travellers.count)) {
		story->travellers = visit->visitors; /* on the way, even where it does not say to whom: 走访六家企业 */
		story->lead = visit->lead;
	}
	if (!scene->has_look || !is_told_here) {
		if (scene->has_look && parties_meet(story->article, &story->travellers, &visit->visitors))
			story->companions = visit->companions; /* of the stops that follow */
		story->article->visit_count--;
		return;
	}
	story->date = visit->date;
	story->companions.count = 0;
	if (is_told(scene, visit))
		visit->is_gone = true;
}

/* Whether the text names it behind i once more. */
static bool is_named_behind(const struct article *article, uint32_t entity, size_t i)
{
	for (const struct found *found = name_behind(article, i); found; found = name_behind(article, found->end))
		if (found->entity == entity)
			return true;
	return false;
}

void leave_untold(struct article *article, struct visit *frame)
{
	struct parties untold = {0};

	for (size_t i = 0; i < frame->hosts.count; i++) {
		uint32_t host = frame->hosts.at[i];

		if (article->entities[host].kind == VG_ORGANIZATION &&
		    !is_named_behind(article, host, frame->sentence.end))
			parties_add(&untold, host);
	}
	frame->hosts = untold;
	frame->is_gone |= !untold.count;
}
