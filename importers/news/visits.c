/* visits.c - who visited whom: a state machine over the names and cues of each sentence.
 *
 * A sentence collects who acts (subject), then a verb opens a visit, then whom it is about (object):
 *
 *     A 带队 … 赴 B 考察      A 一行 拜访 了 B      B 会见 A 一行      A 与 B 就 T 座谈      在 P 陪同下 … P 陪同
 *
 * The article remembers who is on the way (考察团一行 means them), the day, and the visit before, which later sentences
 * add to (…热情接待了…). A sentence that begins with 在 or 来到 and a name is a stop of whoever is on the way. */
#include "importers/news/runs.h"
#include "importers/news/scene.h"

#include <stdlib.h>

enum { SUBJECT_GAP = 6 }; /* 同志, 等一行27人: what may stand between a subject and its comma */

/* ── What each token does ────────────────────────────────────────────────────────────────────────────── */

static bool is_delegation(const struct article *article, const struct token *name)
{
	uint16_t last = article->chars[name->end - 1];

	return last == u'团' || last == u'组';
}

static void on_name(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	const struct article *article = scene->story->article;
	struct visit *visit = visit_open(scene);
	uint16_t before = before_name(article, token);

	if (scene->phase == SUBJECT || scene->phase == TEAM || scene->phase == DONE)
		if (before == u'在' || before == u'对' || before == u'受' || before == u'应') {
			scene->phase = PLACED;
			scene->is_towards = before == u'对';
		}
	if (scene->phase == OBJECT && visit && article->entities[token->entity].kind == VG_PLACE &&
	    article->chars[token->end] == u'的') { /* 位于光明区的…公司, 梧桐园区的重点企业 */
		visit->place = token->entity;
		scene->has_companies |= names_companies(article, token->end);
		return;
	}
	if (scene->phase == OBJECT && visit)
		parties_add(&visit->hosts, token->entity);
	else if (scene->phase == GUEST && visit && t + 1 < scene->tokens->count && !visit->visitors.count &&
		 token[1].kind == LOOK_TOKEN && token[1].start == token->end)
		visit->place = token->entity; /* 前来大丰考察的 */
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

static void on_group(struct scene *scene, size_t t)
{
	struct visit *visit = visit_open(scene);

	(void)t;
	scene->has_group = true;
	if (scene->phase == GUEST && visit && !visit->visitors.count)
		parties_add_all(&visit->visitors, &scene->story->travellers);
}

/* Where they went turns out to be the place of whom they visit there; of 上海、苏州 neither is. */
static void becomes_place(struct scene *scene, struct visit *visit)
{
	visit->place = visit->hosts.count == 1 ? visit->hosts.at[0] : NOBODY;
	scene->towns = visit->hosts;
	visit->hosts.count = 0;
}

/* 赴兰州,拜访兰州市律师协会: one visit goes on, where no other subject came between. What was a division is then the place. */
static bool goes_on(struct scene *scene, struct visit *visit)
{
	if (scene->phase != DONE || scene->subject.count || scene->has_group || visit->type != VG_VISIT)
		return false;
	if (are_divisions(scene->story->article, &visit->hosts))
		becomes_place(scene, visit);
	scene->phase = OBJECT;
	return true;
}

/* 来校, 来潍考察: where the text is published. */
static void comes_home(struct scene *scene, size_t t)
{
	const struct article *article = scene->story->article;
	const struct token *token = &scene->tokens->items[t];
	bool is_short = article->chars[token->start] == u'来' && token->end == token->start + 1 &&
			t + 1 < scene->tokens->count && token[1].kind == LOOK_TOKEN &&
			token[1].start == token->end + 1 && is_han(article->chars[token->end]);

	if (!is_short && !(article->starts[token->start] & IN(HOME)))
		return;
	scene->has_home = true;
	parties_add(&visit_open(scene)->hosts, article->home);
}

/* A与来访的B座谈, 与前来考察的B座谈: A receives B. */
static bool receives_guests(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	bool has_look = t + 1 < scene->tokens->count && token[1].kind == LOOK_TOKEN && token[1].start == token->end;
	struct visit *visit;

	if (scene->story->article->chars[token[has_look].end] != u'的' || token->end - token->start < 2 ||
	    visit_open(scene) || scene->phase != PLACED || !scene->has_joint || scene->placed.count ||
	    !scene->subject.count || !sentence_has(scene->story->article, scene->sentence, IN(TALK)))
		return false;
	visit = begin_visit(scene, token, VG_MEETING, N_("B receives A"));
	visit->hosts = scene->subject;
	scene->subject.count = 0;
	scene->has_look = true;
	scene->phase = GUEST;
	return true;
}

static void on_travel(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	struct visit *visit = visit_open(scene);
	struct parties visitors;
	bool goes_further;

	if (receives_guests(scene, t))
		return;
	if (sentence_has(scene->story->article, scene->sentence, IN(PERFORMANCE)) || is_relative(scene) ||
	    is_to_come(scene, token) || goes_nowhere(scene, t) || is_on_duty(scene) ||
	    scene->story->article->chars[token->end] == u'的' || /* 与来访的B合影 */
	    goes_to_meet(scene->story->article, token->end))
		return;
	if (visit && (goes_on(scene, visit) || (scene->phase == OBJECT && !visit->hosts.count)))
		return;
	if (scene->phase == PLACED && scene->is_towards && !greet_guests(scene))
		return;
	goes_further = visit && scene->has_look && is_next_stop(scene, token);
	finish_visit(scene);
	visitors = take_subject(scene);
	visit = begin_visit(scene, token, VG_VISIT, N_("A goes to B"));
	visit->visitors = visitors;
	scene->goes_there = true;
	comes_home(scene, t);
	scene->has_look = token->end - token->start > 1 || goes_as_guest(scene, token) || goes_further ||
			  sentence_has(scene->story->article, scene->sentence, IN(ACCOMPANY));
	scene->is_weak = is_weak(scene, token);
	scene->phase = OBJECT;
}

/* 赴B考察, 赴B考察C: what the open visit was for. */
static void look_there(struct scene *scene, struct visit *visit, const struct token *word, const struct token *object)
{
	visit->word = (struct span){word->start, word->end};
	if (object && visit->hosts.count && are_divisions(scene->story->article, &visit->hosts)) {
		becomes_place(scene, visit);
	} else if (!object && visit->hosts.count) {
		scene->phase = DONE;
		scene->subject.count = scene->placed.count = 0;
	}
}

static void on_look(struct scene *scene, size_t t)
{
	const struct article *article = scene->story->article;
	const struct token *token = &scene->tokens->items[t], *object = object_behind(scene->tokens, t, article);
	struct visit *visit = visit_open(scene);

	if (is_noun(article, token) || is_relative(scene) || is_to_come(scene, token) || is_on_duty(scene) ||
	    is_to_people(article, token))
		return;
	scene->has_look = true;
	if (visit && !visit->word.end && object &&
	    !is_person(article, object->entity)) { /* at a stop whom they look at */
		visit->place = visit->hosts.count ? visit->hosts.at[0] : NOBODY;
		visit->hosts.count = 0;
		visit->word = (struct span){token->start, token->end};
		scene->phase = OBJECT;
		return;
	}
	if (visit && scene->phase == OBJECT) {
		look_there(scene, visit, token, object);
		return;
	}
	if (visit && object && goes_on(scene, visit))
		return;
	if (visit && !object)
		return;
	if (scene->has_both && !scene->subject.count) /* 双方参观了展厅: where they are already */
		return;
	finish_visit(scene);
	if (!object && !scene->placed.count &&
	    !(t + 1 < scene->tokens->count && scene->tokens->items[t + 1].kind == SELF_TOKEN) &&
	    !(scene->subject.count || scene->has_group))
		return;
	if (object && scene->phase == PLACED && scene->has_joint && !scene->is_towards) /* A与B一同走访C */
		parties_add_all(&scene->subject, &scene->placed);
	visit = begin_visit(scene, token, VG_VISIT, N_("A visits B"));
	scene->goes_there = false;
	visit->visitors = take_subject(scene);
	if (!object)
		parties_add_all(&visit->hosts, &scene->placed);
	scene->phase = OBJECT;
}

static void end_object(struct scene *scene)
{
	scene->phase = DONE;
	scene->subject.count = scene->placed.count = 0;
	scene->has_group = scene->has_joint = false;
}

/* …举行, …召开: what the clause tells of is an event, and who is named in it does not act in the next. */
static bool is_held(const struct article *article, size_t end)
{
	static const char *const words[] = {"举行", "举办", "召开", "启动", "开幕"};

	for (size_t w = 0; end > 2 && w < COUNT(words); w++)
		if (text_at(article, end - 2, words[w]))
			return true;
	return false;
}

static void on_clause(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	struct visit *visit = visit_open(scene);

	if (!visit && scene->phase == SUBJECT && !scene->has_group && token->start > scene->subject_end + SUBJECT_GAP &&
	    !title_ending(scene->story->article, token->start) && /* of a list: …,集团总经理助理、董事会秘书,… */
	    !is_with(scene, t))					  /* A主持座谈会,与B… */
		scene->subject.count = 0; /* 郑州高新区是…所在地, did not go anywhere */

	if (!visit && is_held(scene->story->article, token->start)) /* 由A主办的活动在P举行,B到C */
		scene->subject.count = 0;
	if (scene->phase == PLACED && !visit) { /* 应A邀请,B… */
		if (names_who_asks(scene))
			scene->placed.count = 0;
		scene->phase = SUBJECT;
	}
	if (scene->phase == GUEST && visit && visit->visitors.count &&
	    (acts_next(scene, t) || joins_hosts(scene, t) ||
	     (!title_starting(scene->story->article, token->end) && !has_more_guests(scene, t))))
		end_object(scene);
	if (scene->phase == OBJECT && visit)
		end_object(scene);
}

static void on_joint(struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	uint16_t character = scene->story->article->chars[token->start];

	if (character != u'与' && character != u'同' && character != u'和')
		return;
	scene->has_joint = true;
	if ((scene->phase == SUBJECT || scene->phase == DONE) && character != u'和') {
		scene->phase = PLACED;
		scene->is_towards = false;
		scene->placed.count = 0;
	}
}

static void on_self(struct scene *scene, size_t t)
{
	const struct article *article = scene->story->article;

	if (scene->phase == SUBJECT && scene->tokens->items[t].entity != NOBODY &&
	    !text_at(article, scene->tokens->items[t].start, "企业"))
		on_name(scene, t);
	if (scene->phase != OBJECT || !(article->starts[scene->tokens->items[t].start] & IN(HOME)))
		return;
	scene->has_home = true;
	if (article->home != NOBODY && visit_open(scene))
		parties_add(&visit_open(scene)->hosts, article->home);
}

/* 会见B一行: behind it no more guests are named. */
static void on_party(struct scene *scene, size_t t)
{
	const struct visit *visit = visit_open(scene);

	(void)t;
	scene->has_guests |= !visit && scene->phase == PLACED && scene->has_joint && scene->placed.count;
	if (scene->phase == GUEST && visit && visit->visitors.count)
		end_object(scene);
}

static void on_both(struct scene *scene, size_t t)
{
	(void)t;
	scene->has_both = true;
}

static void (*const handlers[])(struct scene *scene, size_t t) = {
	[NAME_TOKEN] = on_name,	      [GROUP_TOKEN] = on_group,		[SELF_TOKEN] = on_self,
	[TRAVEL_TOKEN] = on_travel,   [LOOK_TOKEN] = on_look,		[RECEIVE_TOKEN] = on_receive,
	[TALK_TOKEN] = on_talk,	      [LEAD_TOKEN] = on_lead,		[PARTY_TOKEN] = on_party,
	[WELCOME_TOKEN] = on_welcome, [ACCOMPANY_TOKEN] = on_accompany, [CLAUSE_TOKEN] = on_clause,
	[PASSIVE_TOKEN] = on_passive, [BOTH_TOKEN] = on_both,		[JOINT_TOKEN] = on_joint,
	[OTHER_TOKEN] = NULL,
};

/* ── Sentences ───────────────────────────────────────────────────────────────────────────────────────── */

static bool has_day(const vg_date *date)
{
	return strlen(date->from) >= strlen("--01-01");
}

/* When what the sentence tells happened; true where it says so itself. */
static bool date_sentence(struct story *story, struct span sentence, vg_date *when)
{
	vg_date date = {0};
	enum telling telling = date_in(story->article, sentence, &story->date, FIRST_DAY, &date);
	bool is_past = telling && story->article->year && *date.from && *date.from != '-' &&
		       strncmp(date.from, story->article->date.from, 4) &&
		       strtol(date.from, NULL, 10) < story->article->year;

	*when = telling ? date : story->date;
	if (telling && !is_past && telling != TELLS_EARLIER &&
	    !(has_day(&story->date) && *date.from && !has_day(&date))) /* but 约定3月中旬 */
		story->date = date;
	return telling;
}

/* Without one of these a sentence changes nothing. */
#define VISIT_CUES (IN(TRAVEL) | IN(LOOK) | IN(RECEIVE) | IN(TALK) | IN(LEAD) | IN(ACCOMPANY) | IN(WELCOME))

/* What is only said (“我考察了五六个楼盘”) is no visit. */
#define IS_DEED(kind) \
	((kind) == TRAVEL_TOKEN || (kind) == LOOK_TOKEN || (kind) == RECEIVE_TOKEN || (kind) == TALK_TOKEN)

/* 李伟未出席,总经理王强率队…: the clause that ends here says who was not there. */
static bool is_of_absent(const struct scene *scene, size_t t)
{
	static const char *const words[] = {"出席", "到场", "到会", "露面", "缺席", "请假"};
	const struct article *article = scene->story->article;
	struct sought sought = SOUGHT(words);
	size_t end = scene->tokens->items[t].start, start = scene->subject_end;

	if (start < scene->sentence.start) /* nobody is named in it yet */
		start = scene->sentence.start;
	for (size_t i = start; scene->phase == SUBJECT && i < end; i++)
		if (sought_at(article, i, &sought))
			return did_not_happen(article, start, end, false);
	return false;
}

/* 马士光|未参加会见, 李伟|未派员赴A考察: such a clause tells nothing, and nobody in it acts. Returns the token behind it; t where it is none. */
static size_t behind_denied(struct scene *scene, size_t t)
{
	const struct tokens *tokens = scene->tokens;
	enum token_kind kind = t < tokens->count ? tokens->items[t].kind : OTHER_TOKEN;
	struct visit *visit = visit_open(scene);

	if (!(kind == CLAUSE_TOKEN && is_of_absent(scene, t)) &&
	    !(kind == RECEIVE_TOKEN && is_to_come(scene, &tokens->items[t])) &&
	    (!(IS_DEED(kind) || kind == ACCOMPANY_TOKEN) ||
	     !did_not_happen(scene->story->article, scene->sentence.start, tokens->items[t].start, false)))
		return t;
	scene->subject.count = scene->placed.count = scene->team.count = 0;
	scene->phase = visit ? DONE : SUBJECT;
	while (t < tokens->count && tokens->items[t].kind != CLAUSE_TOKEN)
		t++;
	return t;
}

static void read_sentence(struct story *story, struct sentence *sentence)
{
	vg_date date;
	bool has_own_date = date_sentence(story, sentence->span, &date);
	struct tokens tokens;
	struct scene scene;
	size_t t = 0;

	if (sentence->classes & IN(REMOTE))
		return;
	if (story->article->chars[sentence->span.start] != u'在' && !(sentence->classes & (VISIT_CUES | IN(STATION))))
		return;
	scene = (struct scene){.story = story,
			       .sentence = sentence->span,
			       .tokens = &tokens,
			       .lead = NOBODY,
			       .has_own_date = has_own_date,
			       .date = date};
	tokens_read(&tokens, story->article, sentence);
	t = read_stop(&scene);
	for (; (t = behind_denied(&scene, t)) < tokens.count; t++)
		if (handlers[tokens.items[t].kind] && (scene.phase != LISTED || tokens.items[t].kind == NAME_TOKEN) &&
		    !(tokens.items[t].is_quoted && IS_DEED(tokens.items[t].kind)))
			handlers[tokens.items[t].kind](&scene, t);
	if (scene.phase == LISTED)
		take_listed(&scene);
	finish_visit(&scene);
	if (scene.companions.count && story->travellers.count && !last_visit(story))
		story->companions = scene.companions; /* 走访六家企业,副主任甘棠参加: of the stops that follow */
	if (scene.lead != NOBODY && !story->travellers.count &&
	    (scene.has_group || goes_out(&scene))) { /* 局长带着考察团从…出发 */
		parties_add(&story->travellers, scene.lead);
		parties_add(&story->travellers, party_of(story->article, scene.lead));
		story->lead = scene.lead;
	}
}

/* 走访了横林镇的两家企业: where none of them is told of by name, the town is visited. */
static void add_listed(struct story *story)
{
	struct article *article = story->article;

	if (!story->listed.visitors.count)
		return;
	article->visits =
		array_room(article->visits, article->visit_count, &article->visit_capacity, sizeof *article->visits);
	article->visits[article->visit_count++] = story->listed;
}

void visits_find(struct article *article)
{
	struct story story = {.article = article, .lead = NOBODY, .date = article->date};
	vg_date date;

	if (article->title.end && date_in(article, article->title, &story.date, FIRST_DAY, &date) == TELLS_DAY &&
	    *date.from)
		story.date = date; /* 2021-07-08 考察团在湖南的一天 */
	for (size_t s = first_sentence(article); s < article->sentence_count; s++)
		read_sentence(&story, &article->sentences[s]);
	add_listed(&story);
	forms_read(&story);
	for (size_t v = 0; v < article->visit_count; v++) {
		struct visit *visit = &article->visits[v];

		if (visit->is_frame)
			leave_untold(article, visit);
		if (visit->is_home && !visit->hosts.count)
			companions_receive(article, visit);
	}
	companions_share_trips(article);
	if (!article->visit_count && article->title.end)
		read_sentence(&story,
			      &(struct sentence){.span = article->title, .classes = ~UINT64_C(0) & ~IN(REMOTE)});
}
