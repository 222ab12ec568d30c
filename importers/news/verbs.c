/* verbs.c - when a verb of a visit tells of none: plans, work, figures, words that are no verb there. */
#include "importers/news/runs.h"
#include "importers/news/scene.h"

/* 会见了前来大丰考察的B: what stands before 的 tells of the guest, and opens no visit of its own. */
bool is_relative(const struct scene *scene)
{
	const struct visit *visit = visit_open(scene);

	return scene->phase == GUEST && visit && !visit->visitors.count;
}

/* 拟下月赴B考察, 希望到B参观, 邀请A来B: nobody went yet. */
bool is_to_come(struct scene *scene, const struct token *token)
{
	static const char *const plans[] = {"拟", "将", "计划", "即将", "下月", "下周", "明年"};
	const struct article *article = scene->story->article;

	if (scene->is_planned && article->chars[token->end] != u'了')
		return true;
	for (size_t i = token->start; i > scene->sentence.start && !is_clause_end(article->chars[i - 1]); i--)
		if (!article->found_at[i - 1] && !(article->is_cut[i - 1] & CUT_INSIDE) &&
		    word_at(article, i - 1, IN(TO_COME))) {
			for (size_t p = 0; p < COUNT(plans); p++)
				scene->is_planned |= text_at(article, i - 1, plans[p]);
			return true;
		}
	return false;
}

bool is_on_duty(const struct scene *scene)
{
	static const char *const offices[] = {"派出所", "公安",	      "法院", "检察院", "交警",
					      "消防",	"监督管理局", "执法", "城管",	"应急管理局"};
	const struct article *article = scene->story->article;

	if (!sentence_has(article, scene->sentence, IN(DUTY)))
		return false;
	for (size_t i = 0; i < scene->subject.count; i++)
		for (size_t o = 0; o < COUNT(offices); o++)
			if (strstr(article->entities[party_of(article, scene->subject.at[i])].name, offices[o]))
				return true;
	return false;
}

/* 到|同在一个园区的|A公司: the house, where what stands between tells which it is; else what stands behind; NULL: nothing does. */
static const struct token *name_behind_attribute(const struct scene *scene, size_t t)
{
	enum { REACH = 10 };
	const struct article *article = scene->story->article;
	const struct token *end = scene->tokens->items + scene->tokens->count, *name = &scene->tokens->items[t + 1];
	size_t i = name[-1].end;

	while (name < end && name->kind == SELF_TOKEN && name->start < i + REACH)
		name++;
	if (name >= end || name->kind != NAME_TOKEN || article->entities[name->entity].kind != VG_ORGANIZATION ||
	    name->start <= i || name->start > i + REACH || article->chars[name->start - 1] != u'的')
		return NULL;
	while (i < name->start && is_han(article->chars[i]))
		i++;
	return i == name->start ? name : NULL;
}

/* 到 and 来 are words of every day: whom it is about stands right behind (压缩到三天 goes nowhere). */
bool goes_nowhere(const struct scene *scene, size_t t)
{
	const struct token *token = &scene->tokens->items[t];
	uint16_t character = scene->story->article->chars[token->start];

	if (token->end - token->start > 1 || (character != u'到' && character != u'来'))
		return false;
	if (name_behind_attribute(scene, t))
		return false;
	return t + 1 >= scene->tokens->count || token[1].start > token->end + 2 ||
	       (token[1].kind != NAME_TOKEN && token[1].kind != SELF_TOKEN && token[1].kind != LOOK_TOKEN);
}

/* 先到A…,随后到B: as the first of them, a visit. */
bool is_next_stop(const struct scene *scene, const struct token *token)
{
	static const char *const words[] = {"随后", "接着", "之后", "而后", "然后", "又"};
	const struct article *article = scene->story->article;

	for (size_t i = token->start; i > scene->sentence.start && !is_clause_end(article->chars[i - 1]); i--)
		for (size_t w = 0; w < COUNT(words); w++)
			if (text_at(article, i - 1, words[w]))
				return true;
	return false;
}

/* Somebody whose name is of another language, or whose house is called after another country: nobody who is at home there. */
static bool comes_from_abroad(const struct scene *scene)
{
	const struct article *article = scene->story->article;

	for (size_t i = 0; i < scene->subject.count; i++) {
		const struct entity *entity = &article->entities[scene->subject.at[i]];
		const struct entity *house = &article->entities[party_of(article, scene->subject.at[i])];

		if (entity->kind == VG_PERSON && house != entity && house->kind == VG_ORGANIZATION &&
		    word_at(article, house->first, IN(COUNTRY)) && !text_at(article, house->first, "中国"))
			return true;
	}
	return false;
}

/* 来到, 走进 tell of a visit to a place where somebody looks, talks, leads or comes along; 到访 does alone. */
bool is_weak(const struct scene *scene, const struct token *token)
{
	static const char *const strong[] = {"到访", "来访", "造访", "莅临", "做客"};
	static const char *const times[] = {"第二次", "第三次", "再次", "再度", "多次", "专程"};
	uint64_t signs = IN(LOOK) | IN(TALK) | IN(RECEIVE) | IN(ACCOMPANY) | IN(LEAD) | IN(PARTY_WORD) | IN(GROUP) |
			 IN(DELEGATION_ENDING);

	for (size_t i = 0; i < COUNT(strong); i++)
		if (text_at(scene->story->article, token->start, strong[i]))
			return false;
	for (size_t i = 0; i < COUNT(times) && token->start > 3; i++) /* 第二次|走进 */
		if (text_at(scene->story->article, token->start - 2, times[i]) ||
		    text_at(scene->story->article, token->start - 3, times[i]))
			return false;
	if (sentence_has(scene->story->article, scene->sentence, IN(DUTY)))
		return true;
	if ((!scene->subject.count && scene->story->travellers.count) ||
	    (token->end - token->start > 1 && comes_from_abroad(scene)))
		return false;
	return !sentence_has(scene->story->article, scene->sentence, signs) &&
	       !parties_meet(scene->story->article, &scene->subject, &scene->story->travellers);
}

/* Whether one of the words stands in the clause behind i. */
static bool has_behind(const struct article *article, size_t i, const struct sought *sought)
{
	for (; !is_clause_end(article->chars[i]); i++)
		if (sought_at(article, i, sought))
			return true;
	return false;
}

/* 带队赴B招商, A一行来B, 到B开展“行长访企”活动; 客人又到B, of those who are on the way. */
bool goes_as_guest(const struct scene *scene, const struct token *token)
{
	static const char *const aims[] = {"访企", "拓岗"},
				 *const trips[] = {"学习", "对接", "咨询", "采风", "采景", "取景", "把脉", "问诊"};
	const struct article *article = scene->story->article;
	const struct token *name = token + 1 < scene->tokens->items + scene->tokens->count ? token + 1 : NULL;
	struct sought aim = SOUGHT(aims), trip = SOUGHT(trips);
	bool is_party = token > scene->tokens->items && token[-1].kind == PARTY_TOKEN &&
			token->start < token[-1].end + 8;

	if (name && name->kind == NAME_TOKEN && !article->entities[name->entity].is_division &&
	    scene->story->travellers.count &&
	    (scene->has_group || parties_meet(article, &scene->subject, &scene->story->travellers)))
		return true;
	if ((name && text_at(article, name->end, "看了")) || has_behind(article, token->end, &aim))
		return true; /* 到B看了生产线 */
	if ((token->end - token->start > 1 && comes_from_abroad(scene)) ||
	    (scene->has_group && name_behind_attribute(scene, (size_t)(token - scene->tokens->items))))
		return true;
	return (article->chars[token->start] == u'赴' || is_party || has_behind(article, token->end, &trip)) &&
	       sentence_has(article, scene->sentence, IN(LEAD) | IN(PARTY_WORD) | IN(DELEGATION_ENDING));
}

/* 的考察, 初步考察, 此次走访: no verb. */
bool is_noun(const struct article *article, const struct token *token)
{
	static const char *const words[] = {"的", "的初步", "此次", "本次", "这次", "首次", "的实地", "的专题"};

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t length = strlen(words[i]) / 3;

		if (token->start >= length && text_at(article, token->start - length, words[i]))
			return true;
	}
	return false;
}

/* 客商五六百人, 来访客商46批: figures of a year, not a guest; 代表团一行 is one. */
bool is_counted(const struct article *article, size_t i)
{
	static const char16_t numerals[] = u"一二两三四五六七八九十百千万数多近约逾0123456789";

	if (word_at(article, i, IN(PARTY_WORD)))
		return false;

	for (const char16_t *numeral = numerals; *numeral; numeral++)
		if (article->chars[i] == *numeral)
			return true;
	return false;
}

/* 高新区 talks with 高新区社会事业局: among themselves. */
bool are_own(const struct scene *scene)
{
	const struct article *article = scene->story->article;

	for (size_t i = 0; i < scene->placed.count; i++)
		for (size_t k = 0; k < scene->story->travellers.count; k++) {
			uint32_t host = party_of(article, scene->placed.at[i]);
			uint32_t guest = party_of(article, scene->story->travellers.at[k]);

			if (is_within(&article->entities[host], &article->entities[guest]))
				return true;
		}
	return false;
}

/* 到机场迎接 */
bool goes_to_meet(const struct article *article, size_t i)
{
	static const char *const words[] = {"迎接", "迎候", "送行", "接站", "接机", "送别"};
	struct sought sought = SOUGHT(words);

	for (; !is_clause_end(article->chars[i]); i++)
		if (sought_at(article, i, &sought))
			return true;
	return false;
}

/* 走访签约居民, 慰问困难群众: people who are not named, and no house. */
bool is_to_people(const struct article *article, const struct token *token)
{
	enum { REACH = 6 };
	static const char *const verbs[] = {"走访", "慰问", "看望", "探望"};
	static const char *const people[] = {"居民", "群众",   "农户", "村民", "老人", "困难", "贫困",
					     "住户", "结对户", "家庭", "学生", "商户", "患者", "脱贫户"};
	struct sought verb = SOUGHT(verbs), sought = SOUGHT(people);

	if (!sought_at(article, token->start, &verb))
		return false;
	for (size_t i = token->end; i < token->end + REACH && !is_clause_end(article->chars[i]); i++)
		if (article->found_at[i])
			return false;
		else if (sought_at(article, i, &sought))
			return true;
	return false;
}

/* …的重点企业: up to the end of the clause. */
bool names_companies(const struct article *article, size_t i)
{
	for (; !is_clause_end(article->chars[i]); i++)
		if (text_at(article, i, "企业"))
			return true;
	return false;
}

/* What stands before the name and its posts: 受|市委书记张三委托. */
uint16_t before_name(const struct article *article, const struct token *name)
{
	size_t start = title_chain(article, name->start).start;

	return start ? article->chars[start - 1] : 0;
}

/* 应A邀请, 受A委托 */
bool names_who_asks(const struct scene *scene)
{
	const struct article *article = scene->story->article;

	for (size_t i = scene->subject_end; !is_clause_end(article->chars[i]); i++)
		if (text_at(article, i, "邀请") || text_at(article, i, "委托") || text_at(article, i, "委派"))
			return true;
	return false;
}

/* Whether the name of whom it is about stands right behind. */
const struct token *object_behind(const struct tokens *tokens, size_t t, const struct article *article)
{
	size_t at = tokens->items[t].end;

	if (article->chars[at] == u'了' || article->chars[at] == u'过')
		at++;
	for (const struct title *title; (title = title_starting(article, at));) /* 拜访了董事长胡方辉 */
		at = title->end + (article->chars[title->end] == u'、');
	return t + 1 < tokens->count && tokens->items[t + 1].kind == NAME_TOKEN && tokens->items[t + 1].start <= at + 2
		       ? &tokens->items[t + 1]
		       : NULL;
}

/* 会见A,B参加会见: who acts in the next clause is no guest. */
bool acts_next(const struct scene *scene, size_t t)
{
	for (t++; t < scene->tokens->count && scene->tokens->items[t].kind != CLAUSE_TOKEN; t++)
		switch (scene->tokens->items[t].kind) {
		case ACCOMPANY_TOKEN:
		case RECEIVE_TOKEN:
		case TALK_TOKEN:
		case LOOK_TOKEN:
		case TRAVEL_TOKEN:
			return true;
		default:
			break;
		}
	return false;
}

/* 会见A,B及C一行: the list goes on to 一行. */
bool has_more_guests(const struct scene *scene, size_t t)
{
	for (t++; t < scene->tokens->count; t++)
		switch (scene->tokens->items[t].kind) {
		case NAME_TOKEN:
		case JOINT_TOKEN:
		case CLAUSE_TOKEN:
			break;
		default:
			return scene->tokens->items[t].kind == PARTY_TOKEN;
		}
	return false;
}

/* Of which level an office is: 区 of 区长, 副区长, 区委书记 and 区招商局; 园 of that of a park; 0: of none. */
static uint16_t level_of(const struct entity *entity)
{
	static const char *const parks[] = {"管委会", "党工委", "工委"};
	const char *office = entity->kind == VG_PERSON ? entity->title : entity->name;
	uint16_t character;

	for (size_t p = 0; office && p < COUNT(parks); p++)
		if (!strncmp(office, parks[p], strlen(parks[p])))
			return u'园';
	character = office ? character_of(text_next(&office)) : 0;
	if (character == u'副')
		character = character_of(text_next(&office));
	return is_level(character) ? character : 0;
}

static bool has_level(const struct article *article, const struct parties *parties, uint16_t level)
{
	for (size_t i = 0; level && i < parties->count; i++)
		if (is_person(article, parties->at[i]) && level_of(&article->entities[parties->at[i]]) == level)
			return true;
	return false;
}

/* 区长A会见B|,副区长C,区招商局局长D参加会见: C is of the house of those who receive, or of their level and that of no guest. */
bool joins_hosts(const struct scene *scene, size_t t)
{
	const struct article *article = scene->story->article;
	const struct visit *visit = visit_open(scene);
	const struct token *next = &scene->tokens->items[t + 1];
	struct parties who = {0};
	uint16_t level;

	next += next < scene->tokens->items + scene->tokens->count && next->kind == SELF_TOKEN; /* 管委会|副主任 */
	if (next >= scene->tokens->items + scene->tokens->count || next->kind != NAME_TOKEN)
		return false;
	parties_add(&who, next->entity);
	level = level_of(&article->entities[next->entity]);
	return !parties_meet(article, &visit->visitors, &who) &&
	       (parties_meet(article, &visit->hosts, &who) ||
		(has_level(article, &visit->hosts, level) && !has_level(article, &visit->visitors, level)));
}

/* A主持座谈会|,与B座谈: the same acts. */
bool is_with(const struct scene *scene, size_t t)
{
	const struct token *next = &scene->tokens->items[t + 1];

	return t + 1 < scene->tokens->count && next->kind == JOINT_TOKEN && next->start == next[-1].end &&
	       scene->story->article->chars[next->start] == u'与';
}
