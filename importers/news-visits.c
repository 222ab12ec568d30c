/* news-visits.c - who visited whom: a state machine over the names and cues of each sentence.
 *
 * A sentence collects who acts (subject), then a verb opens a visit, then whom it is about (object):
 *
 *     A 带队 … 赴 B 考察      A 一行 拜访 了 B      B 会见 A 一行      A 与 B 就 T 座谈      在 P 陪同下 … P 陪同
 *
 * The article remembers who is on the way (考察团一行 means them), the day, and the visit before, which later sentences
 * add to (…热情接待了…). A sentence that begins with 在 or 来到 and a name is a stop of whoever is on the way. */
#include "importers/news-tokens.h"

#include <stdlib.h>

enum { TALK_REACH = 60 }; /* characters within which 交流 belongs to 赴 */
enum { SUBJECT_GAP = 6 }; /* 同志, 等一行27人: what may stand between a subject and its comma */

enum phase {
	SUBJECT, /* who acts */
	TEAM,    /* whom they lead */
	PLACED,  /* behind 在 or 对: a place, a companion or a host, as the verb will say */
	OBJECT,  /* whom the visit is to */
	GUEST,   /* whom the host receives */
	DONE,    /* the visit is told; a companion may follow */
};

struct story {
	struct article *article;
	struct parties travellers; /* who is on the way */
	uint32_t lead;
	vg_date date;
};

struct scene {
	struct story *story;
	struct span sentence;
	const struct tokens *tokens;
	enum phase phase;
	struct parties subject, team, placed, companions;
	uint32_t subject_end; /* behind the last name of the subject, and what belongs to it */
	bool has_group, has_both, has_home, is_passive, has_joint, has_own_date;
	vg_date date;
	uint32_t lead;
	size_t open; /* 1 + index of the visit that the sentence tells, 0: none yet */
	bool has_look;
};

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

static void parties_add_all(struct parties *parties, const struct parties *others)
{
	for (size_t i = 0; i < others->count; i++)
		parties_add(parties, others->at[i]);
}

static bool parties_meet(const struct article *article, const struct parties *a, const struct parties *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (a->at[i] == b->at[k] || party_of(article, a->at[i]) == party_of(article, b->at[k]))
				return true;
	return false;
}

static bool is_person(const struct article *article, uint32_t entity)
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

static bool are_divisions(const struct article *article, const struct parties *parties)
{
	for (size_t i = 0; i < parties->count; i++)
		if (!article->entities[parties->at[i]].is_division)
			return false;
	return parties->count > 0;
}

/* ── Visits ──────────────────────────────────────────────────────────────────────────────────────────── */

static struct visit *visit_open(const struct scene *scene)
{
	return scene->open ? &scene->story->article->visits[scene->open - 1] : NULL;
}

static struct visit *last_visit(const struct story *story)
{
	for (size_t v = story->article->visit_count; v > 0; v--)
		if (!story->article->visits[v - 1].is_gone)
			return &story->article->visits[v - 1];
	return NULL;
}

/* Who the subject is: the names, or those on the way where a group or nobody is named. */
static struct parties take_subject(struct scene *scene)
{
	struct parties visitors = scene->subject;

	if (!visitors.count || scene->has_group)
		parties_add_all(&visitors, &scene->story->travellers);
	return visitors;
}

/* Of 市长李智远 of 铜川市人民政府 the person comes along, not the house. */
static void add_companions(struct scene *scene, const struct parties *who)
{
	const struct article *article = scene->story->article;

	for (size_t i = 0; i < who->count; i++) {
		bool is_employer = false;

		for (size_t k = 0; k < who->count; k++)
			is_employer |= k != i && party_of(article, who->at[k]) == who->at[i];
		if (!is_employer)
			parties_add(&scene->companions, who->at[i]);
	}
}

static struct visit *begin_visit(struct scene *scene, const struct token *word, vg_type type, const char *rule)
{
	struct article *article = scene->story->article;
	struct visit *visit;

	article->visits = array_room(article->visits, article->visit_count, &article->visit_capacity, sizeof *article->visits);
	visit = &article->visits[article->visit_count++];
	*visit = (struct visit){
		.date = scene->date,
		.has_own_date = scene->has_own_date,
		.type = type,
		.word = {word->start, word->end},
		.sentence = scene->sentence,
		.lead = scene->lead,
		.place = NOBODY,
		.confidence = scene->subject.count ? 900 : 750,
		.rule = rule,
	};
	add_companions(scene, &scene->team);
	parties_add_all(&visit->companions, &scene->companions);
	scene->companions.count = 0;
	scene->open = article->visit_count;
	return visit;
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
		if (!parties_have(&visit->visitors, visit->hosts.at[i]) && !parties_have(&visit->companions, visit->hosts.at[i]))
			parties_add(&hosts, visit->hosts.at[i]);
	visit->hosts = hosts;
	add_employers(article, &visit->hosts);
	if (!visit->visitors.count && visit->type == VG_MEETING)
		visit->visitors = scene->story->travellers;
	return visit->visitors.count && (visit->hosts.count || scene->has_home);
}

static void join(struct visit *into, const struct visit *from)
{
	parties_add_all(&into->hosts, &from->hosts);
	parties_add_all(&into->companions, &from->companions);
	if (!into->topic.end)
		into->topic = from->topic;
}

/* 常州工学院新校区图书馆 lies in 常州工学院. */
static bool hosts_nest(const struct article *article, const struct visit *outer, const struct visit *inner)
{
	for (size_t i = 0; i < outer->hosts.count; i++)
		for (size_t k = 0; k < inner->hosts.count; k++) {
			const struct entity *house = &article->entities[outer->hosts.at[i]], *room = &article->entities[inner->hosts.at[k]];

			if (house->kind != VG_PERSON && room->kind != VG_PERSON && !strncmp(room->name, house->name, strlen(house->name)))
				return true;
		}
	return false;
}

static bool are_several(const struct article *article, const struct parties *parties)
{
	size_t organizations = 0;

	for (size_t i = 0; i < parties->count; i++)
		organizations += article->entities[parties->at[i]].kind == VG_ORGANIZATION;
	return organizations > 1;
}

/* A visit that was told before, or a stop of a trip that was: true where `visit` is not one of its own. */
static bool is_told(struct scene *scene, struct visit *visit)
{
	struct article *article = scene->story->article;

	for (size_t v = 0; v + 1 < article->visit_count; v++) {
		struct visit *earlier = &article->visits[v];
		bool is_same_day = !*visit->date.from || !*earlier->date.from ||
				   (!strcmp(earlier->date.from, visit->date.from) && !strcmp(earlier->date.until, visit->date.until));

		if (earlier->is_gone || earlier == visit || !is_same_day || !parties_meet(article, &earlier->visitors, &visit->visitors))
			continue;
		if (parties_meet(article, &earlier->hosts, &visit->hosts)) {
			if (are_several(article, &earlier->hosts) && earlier->sentence.start != visit->sentence.start) {
				earlier->is_frame = true; /* a list of stops, told one by one */
				parties_add_all(&visit->companions, &earlier->companions);
				continue;
			}
			join(earlier, visit);
			return true;
		} else if (!visit->has_own_date && are_divisions(article, &earlier->hosts) && !are_divisions(article, &visit->hosts)) {
			parties_add_all(&earlier->companions, &visit->companions);
			return true;
		} else if (hosts_nest(article, earlier, visit)) {
			parties_add_all(&earlier->companions, &visit->companions);
			return true;
		} else if (!earlier->hosts.count || (earlier->is_home && text_at(article, visit->word.start, "参观"))) {
			join(earlier, visit);
			return true;
		}
	}
	return false;
}

static void finish_visit(struct scene *scene)
{
	struct story *story = scene->story;
	struct visit *visit = visit_open(scene);
	bool is_told_here;

	if (!visit)
		return;
	scene->open = 0;
	is_told_here = settle_visit(scene, visit);
	if (scene->has_look && visit->visitors.count && (visit->type == VG_VISIT || !story->travellers.count)) {
		story->travellers = visit->visitors; /* on the way, even where it does not say to whom: 走访六家企业 */
		story->lead = visit->lead;
	}
	if (!scene->has_look || !is_told_here) {
		story->article->visit_count--;
		return;
	}
	story->date = visit->date;
	if (is_told(scene, visit))
		visit->is_gone = true;
}

/* ── What each token does ────────────────────────────────────────────────────────────────────────────── */

static bool is_delegation(const struct article *article, const struct token *name)
{
	uint16_t last = article->chars[name->end - 1];

	return last == u'团' || last == u'组';
}

static void on_name(struct scene *scene, const struct token *token)
{
	const struct article *article = scene->story->article;
	struct visit *visit = visit_open(scene);
	uint16_t before = token->start ? article->chars[token->start - 1] : 0;

	if (scene->phase == SUBJECT || scene->phase == TEAM || scene->phase == DONE)
		if (before == u'在' || before == u'对' || before == u'受')
			scene->phase = PLACED;
	if (scene->phase == OBJECT && visit && article->entities[token->entity].is_division && article->chars[token->end] == u'的')
		return; /* 位于光明区的…公司 */
	if (scene->phase == OBJECT && visit)
		parties_add(&visit->hosts, token->entity);
	else if (scene->phase == GUEST && visit)
		parties_add(&visit->visitors, token->entity);
	else if (scene->phase == PLACED)
		parties_add(&scene->placed, token->entity);
	else if (scene->phase == TEAM && !is_delegation(article, token))
		parties_add(&scene->team, token->entity);
	else
		parties_add(&scene->subject, token->entity);
	scene->subject_end = token->end;
}

static void on_group(struct scene *scene)
{
	struct visit *visit = visit_open(scene);

	scene->has_group = true;
	if (scene->phase == GUEST && visit && !visit->visitors.count)
		parties_add_all(&visit->visitors, &scene->story->travellers);
}

/* 赴兰州,拜访兰州市律师协会: one visit goes on, where no other subject came between. What was a division is then the place. */
static bool goes_on(struct scene *scene, struct visit *visit)
{
	if (scene->phase != DONE || scene->subject.count || scene->has_group || visit->type != VG_VISIT)
		return false;
	if (are_divisions(scene->story->article, &visit->hosts)) {
		visit->place = visit->hosts.at[0];
		visit->hosts.count = 0;
	}
	scene->phase = OBJECT;
	return true;
}

static void on_travel(struct scene *scene, const struct token *token)
{
	struct visit *visit = visit_open(scene);
	struct parties visitors;

	if (visit && (goes_on(scene, visit) || (scene->phase == OBJECT && !visit->hosts.count)))
		return;
	finish_visit(scene);
	visitors = take_subject(scene);
	visit = begin_visit(scene, token, VG_VISIT, "A goes to B");
	visit->visitors = visitors;
	scene->has_look = token->end - token->start > 1;
	scene->phase = OBJECT;
}

/* Whether the name of whom it is about stands right behind. */
static const struct token *object_behind(const struct tokens *tokens, size_t t, const struct article *article)
{
	size_t at = tokens->items[t].end;

	if (article->chars[at] == u'了' || article->chars[at] == u'过')
		at++;
	return t + 1 < tokens->count && tokens->items[t + 1].kind == NAME_TOKEN && tokens->items[t + 1].start <= at + 2 ? &tokens->items[t + 1] : NULL;
}

/* 的考察, 初步考察, 此次走访: no verb. */
static bool is_noun(const struct article *article, const struct token *token)
{
	static const char *const words[] = {"的", "的初步", "此次", "本次", "这次", "首次", "的实地", "的专题"};

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t length = strlen(words[i]) / 3;

		if (token->start >= length && text_at(article, token->start - length, words[i]))
			return true;
	}
	return false;
}

static void on_look(struct scene *scene, size_t t)
{
	const struct article *article = scene->story->article;
	const struct token *token = &scene->tokens->items[t], *object = object_behind(scene->tokens, t, article);
	struct visit *visit = visit_open(scene);

	if (is_noun(article, token))
		return;
	scene->has_look = true;
	if (visit && scene->phase == OBJECT) {
		visit->word = (struct span){token->start, token->end};
		if (object && visit->hosts.count && are_divisions(article, &visit->hosts)) {
			visit->place = visit->hosts.at[0];
			visit->hosts.count = 0;
		} else if (!object && visit->hosts.count) {
			scene->phase = DONE;
			scene->subject.count = scene->placed.count = 0;
		}
		return;
	}
	if (visit && object && goes_on(scene, visit))
		return;
	if (visit && !object)
		return;
	finish_visit(scene);
	if (!object && !scene->placed.count && !(t + 1 < scene->tokens->count && scene->tokens->items[t + 1].kind == SELF_TOKEN) &&
	    !(scene->subject.count || scene->has_group))
		return;
	visit = begin_visit(scene, token, VG_VISIT, "A visits B");
	visit->visitors = take_subject(scene);
	if (scene->phase == PLACED && !object)
		parties_add_all(&visit->hosts, &scene->placed);
	scene->phase = OBJECT;
}

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
		return scene->story->travellers.count > 0;
	for (const struct token *next = token + 1; next < scene->tokens->items + scene->tokens->count && next->kind != CLAUSE_TOKEN; next++)
		if (next->kind == NAME_TOKEN || next->kind == GROUP_TOKEN)
			return true;
	return false;
}

static void on_receive(struct scene *scene, const struct token *token)
{
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
		scene->phase = DONE;
		scene->subject.count = 0;
		return;
	}
	scene->lead = NOBODY;
	visit = begin_visit(scene, token, VG_MEETING, "B receives A");
	visit->hosts = hosts;
	scene->has_look = true;
	scene->phase = GUEST;
}

static void on_talk(struct scene *scene, const struct token *token)
{
	struct visit *visit = visit_open(scene);

	scene->has_look |= !visit || token->start < visit->word.start + TALK_REACH;
	if (visit) {
		if (scene->has_joint && scene->phase == DONE)
			add_hosts(scene, visit, &scene->placed);
		return;
	}
	if (!scene->has_joint || !scene->placed.count || !scene->story->travellers.count || scene->has_both)
		return;
	if (scene->subject.count && !scene->has_group && !parties_meet(scene->story->article, &scene->subject, &scene->story->travellers))
		return;
	visit = begin_visit(scene, token, VG_MEETING, "A talks with B");
	visit->visitors = take_subject(scene);
	visit->hosts = scene->placed;
	scene->phase = DONE;
}

static void on_accompany(struct scene *scene, const struct token *token)
{
	struct visit *visit = visit_open(scene);
	const struct parties *who = scene->phase == PLACED ? &scene->placed : &scene->subject;
	bool is_set = text_at(scene->story->article, token->end, "下");

	if (scene->phase == OBJECT || scene->phase == GUEST)
		return;
	if (!visit && !is_set && scene->phase != PLACED && !scene->has_group)
		visit = last_visit(scene->story);
	add_companions(scene, who);
	if (visit) {
		parties_add_all(&visit->companions, &scene->companions);
		scene->companions.count = 0;
	}
	if (scene->phase == PLACED)
		scene->placed.count = 0;
	else
		scene->subject.count = 0;
	scene->phase = SUBJECT;
}

static void end_object(struct scene *scene)
{
	scene->phase = DONE;
	scene->subject.count = scene->placed.count = 0;
	scene->has_group = scene->has_joint = false;
}

static void on_clause(struct scene *scene, const struct token *token)
{
	struct visit *visit = visit_open(scene);

	if (!visit && scene->phase == SUBJECT && !scene->has_group && token->start > scene->subject_end + SUBJECT_GAP)
		scene->subject.count = 0; /* 郑州高新区是…所在地, did not go anywhere */

	if (scene->phase == GUEST && visit && visit->visitors.count && !title_starting(scene->story->article, token->end))
		end_object(scene);
	if (scene->phase == OBJECT && visit && (visit->hosts.count || scene->has_home))
		end_object(scene);
}

static void on_joint(struct scene *scene, const struct token *token)
{
	uint16_t character = scene->story->article->chars[token->start];

	if (character != u'与' && character != u'同' && character != u'和')
		return;
	scene->has_joint = true;
	if ((scene->phase == SUBJECT || scene->phase == DONE) && character != u'和') {
		scene->phase = PLACED;
		scene->placed.count = 0;
	}
}

static void on_lead(struct scene *scene)
{
	for (size_t i = scene->subject.count; i > 0 && scene->lead == NOBODY; i--)
		if (is_person(scene->story->article, scene->subject.at[i - 1]))
			scene->lead = scene->subject.at[i - 1];
	if (scene->phase == SUBJECT)
		scene->phase = TEAM;
}

static void on_welcome(struct scene *scene)
{
	struct visit *last = visit_open(scene) ? visit_open(scene) : last_visit(scene->story);
	struct parties hosts = {0};

	if (scene->is_passive) {
		if (last)
			add_hosts(scene, last, &scene->placed);
		return;
	}
	for (size_t i = 0; i < scene->subject.count; i++)
		if (is_person(scene->story->article, scene->subject.at[i]))
			parties_add(&hosts, scene->subject.at[i]);
	if (last && scene->phase != OBJECT && !parties_meet(scene->story->article, &hosts, &last->visitors))
		add_hosts(scene, last, &hosts);
}

static void on_token(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];

	switch (token->kind) {
	case NAME_TOKEN:
		on_name(scene, token);
		break;
	case GROUP_TOKEN:
		on_group(scene);
		break;
	case SELF_TOKEN:
		scene->has_home |= scene->phase == OBJECT && scene->story->article->starts[token->start] & IN(HOME);
		break;
	case TRAVEL_TOKEN:
		on_travel(scene, token);
		break;
	case LOOK_TOKEN:
		on_look(scene, t);
		break;
	case RECEIVE_TOKEN:
		on_receive(scene, token);
		break;
	case TALK_TOKEN:
		on_talk(scene, token);
		break;
	case LEAD_TOKEN:
		on_lead(scene);
		break;
	case ACCOMPANY_TOKEN:
		on_accompany(scene, token);
		break;
	case WELCOME_TOKEN:
		on_welcome(scene);
		break;
	case CLAUSE_TOKEN:
		on_clause(scene, token);
		break;
	case JOINT_TOKEN:
		on_joint(scene, token);
		break;
	case PARTY_TOKEN:
		if (scene->phase == GUEST && visit_open(scene) && visit_open(scene)->visitors.count)
			end_object(scene);
		break;
	case BOTH_TOKEN:
		scene->has_both = true;
		break;
	case PASSIVE_TOKEN:
		scene->is_passive = true;
		scene->phase = PLACED;
		break;
	default:
		break;
	}
}

/* ── Sentences ───────────────────────────────────────────────────────────────────────────────────────── */

/* 在正星科技公司,王德敏与企业负责人边看边聊: a stop of those on the way. */
static bool is_stop(const struct scene *scene)
{
	const struct article *article = scene->story->article;
	const struct tokens *tokens = scene->tokens;
	size_t start = scene->sentence.start;
	const struct token *name = tokens->count ? &tokens->items[0] : NULL;

	if (!name || name->kind != NAME_TOKEN || !scene->story->travellers.count || article->chars[start] != u'在' || name->start != start + 1)
		return false;
	if (is_person(article, name->entity) || article->entities[name->entity].is_division || !is_clause_end(article->chars[name->end]))
		return false;
	return !parties_have(&scene->story->travellers, name->entity);
}

static void read_stop(struct scene *scene)
{
	const struct token *name = &scene->tokens->items[0];
	struct visit *visit = begin_visit(scene, name, VG_VISIT, "a stop of those on the way");

	visit->word = (struct span){0};
	visit->visitors = scene->story->travellers;
	visit->lead = scene->story->lead;
	parties_add(&visit->hosts, name->entity);
	scene->has_look = true;
	scene->phase = DONE;
}

static void date_scene(struct scene *scene)
{
	struct story *story = scene->story;
	bool is_vague = false;
	vg_date date = {0};

	if (date_in(story->article, scene->sentence, &story->date, &date, &is_vague)) {
		bool is_past = story->article->year && *date.from && *date.from != '-' && strncmp(date.from, story->article->date.from, 4) &&
			       strtol(date.from, NULL, 10) < story->article->year;

		scene->has_own_date = true;
		scene->date = date;
		if (!is_past)
			story->date = date;
	} else {
		scene->date = story->date;
	}
}

static void read_sentence(struct story *story, struct span sentence)
{
	struct tokens tokens;
	struct scene scene = {.story = story, .sentence = sentence, .tokens = &tokens, .lead = NOBODY};
	size_t t = 0;

	tokens_read(&tokens, story->article, sentence);
	date_scene(&scene);
	if (is_stop(&scene)) {
		read_stop(&scene);
		t = 1;
	}
	for (; t < tokens.count; t++)
		on_token(&scene, t);
	finish_visit(&scene);
}

void visits_find(struct article *article)
{
	struct story story = {.article = article, .lead = NOBODY, .date = article->date};
	struct span sentence;

	for (size_t i = article->title.end; next_sentence(article, &i, &sentence);)
		read_sentence(&story, sentence);
	for (size_t v = 0; v < article->visit_count; v++)
		article->visits[v].is_gone |= article->visits[v].is_frame;
	if (!article->visit_count && article->title.end)
		read_sentence(&story, article->title);
}
