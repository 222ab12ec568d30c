/* sides.c - who is meant by the words of a tie.
 *
 * Who is named stands on both sides of 与. Who is not: 双方 are the visitor and the host of the visit before, 该公司 and 公司 the
 * company that was named last, 考察团 whoever is on the way, 我校 the publisher of the text, a person his house. */
#include "importers/news/sides.h"

#include "importers/news/scene.h"

bool is_party(const struct article *article, uint32_t entity)
{
	return entity != NOBODY && article->entities[entity].kind != VG_PERSON;
}

/* ── The sides of a clause ───────────────────────────────────────────────────────────────────────────── */

/* 正星科技旗下的…公司: who only owns the party is none. */
static bool is_owner(const struct article *article, const struct token *name)
{
	static const char *const others[] = {"企业", "客商", "客户", "群众", "市场", "地区", "网友", "游客"};
	static const char *const words[] = {"旗下", "下属", "所属", "全资", "控股子公司", "子公司"};
	uint16_t before = name->start ? article->chars[name->start - 1] : 0;

	if (before == u'为' || before == u'向') /* 为A旗下三座电站提供服务 */
		return false;
	for (size_t i = 0; i < COUNT(words); i++)
		if (text_at(article, name->end, words[i]))
			return true;
	if (name->kind == NAME_TOKEN && article->entities[name->entity].kind == VG_PLACE) {
		struct sought sought = SOUGHT(others); /* 一家长沙|企业 */

		return sought_at(article, name->end, &sought);
	}
	return false;
}

/* 李雷表示,公司拟…: the house of who speaks; NOBODY where no person does. */
static uint32_t house_of_speaker(const struct account *account, const struct token *self)
{
	enum { TITLE_MAX = 6 }; /* characters of 先生, 总经理 between the name and 表示 */
	const struct article *article = account->article;

	for (const struct token *token = self; token-- > account->tokens.items;) {
		if (token->kind != NAME_TOKEN || article->entities[token->entity].kind != VG_PERSON)
			continue;
		for (size_t i = token->end; i < token->end + TITLE_MAX && i < self->start; i++)
			if (word_at(article, i, IN(SPEECH)))
				return is_party(article, party_of(article, token->entity))
					       ? party_of(article, token->entity)
					       : NOBODY;
	}
	return NOBODY;
}

/* 公司 is no school, and 学院 no company. */
static bool is_called(const struct account *account, const struct token *self, uint32_t house)
{
	static const char *const schools[] = {"大学", "学院", "学校", "中学", "小学", "学", NULL};
	static const char *const others[] = {"大学", "学院", "学校",   "中学", "小学", "医院",	 "协会",
					     "商会", "局",   "委员会", "政府", "法院", "检察院", NULL};
	const struct entity *entity = house == NOBODY ? NULL : &account->article->entities[house];
	uint16_t last = account->article->chars[self->end - 1], called = 0;

	if (!entity || entity->kind != VG_ORGANIZATION)
		return false;
	if (last == u'司' || last == u'业' || last == u'团' || last == u'部')
		return !ends_with_any(entity->name, others);
	if (last == u'校')
		return ends_with_any(entity->name, schools);
	for (const char *at = entity->name; *at;)
		called = character_of(text_next(&at));
	return called == last;
}

/* Whether it visits or is visited. */
static bool has_visit(const struct article *article, uint32_t party)
{
	for (size_t v = 0; v < article->visit_count; v++)
		if (parties_have(&article->visits[v].visitors, party) || parties_have(&article->visits[v].hosts, party))
			return true;
	return false;
}

static size_t people_of(const struct article *article, uint32_t house)
{
	size_t count = 0;

	for (size_t e = 0; e < article->entity_count && e < COMPARED_MAX; e++)
		count += article->entities[e].kind == VG_PERSON && party_of(article, (uint32_t)e) == house;
	return count;
}

/* In the news of a company that tells of no visit, 公司 is the one whose people are named, rather than its supplier. */
static uint32_t main_house(const struct account *account, const struct token *self)
{
	enum { HOUSES_MAX = 60 }; /* names of which the publisher is one */
	const struct article *article = account->article;
	uint32_t best = NOBODY;
	size_t most = 0;

	for (uint32_t e = 0; e < article->entity_count && e < HOUSES_MAX && !article->visit_count; e++) {
		size_t people = is_called(account, self, e) ? people_of(article, e) : 0;

		if (people > most) {
			most = people;
			best = e;
		}
	}
	return best;
}

/* 公司 is whose people speak; else the house named last, but of an article of visits rather the host than whom it tells of. */
static uint32_t self_meant(const struct account *account, const struct token *token)
{
	const struct article *article = account->article;
	uint32_t speaker = NOBODY;

	if (article->starts[token->start] & IN(HOME) || token->entity == NOBODY)
		return token->entity;
	speaker = house_of_speaker(account, token);
	if (is_called(account, token, speaker))
		return speaker;
	if (!has_visit(article, token->entity) && is_called(account, token, account->host) &&
	    !is_room(&article->entities[account->host]))
		return account->host;
	if ((!account->article->visit_count) && !people_of(article, token->entity) &&
	    (speaker = main_house(account, token)) != NOBODY)
		return speaker;
	return token->entity;
}

uint32_t party_meant(const struct account *account, const struct token *token)
{
	const struct article *article = account->article;
	uint32_t party = NOBODY;

	if (token->kind == NAME_TOKEN && !is_owner(article, token) && !is_where_to(account, token))
		party = party_of(article, token->entity);
	else if (token->kind == GROUP_TOKEN)
		party = account->visitor;
	else if (token->kind == THIS_TOKEN && !is_owner(article, token))
		party = token->entity;
	else if (token->kind == SELF_TOKEN && !is_owner(article, token))
		party = self_meant(account, token);
	if (token->kind == THIS_TOKEN && party == NOBODY)
		party = account->latest;
	if (token->kind == SELF_TOKEN && party == NOBODY && text_at(article, token->start, "公司") &&
	    !(token->start && is_han(article->chars[token->start - 1]) && article->chars[token->start - 1] != u'月') &&
	    account->host != NOBODY && article->entities[account->host].kind == VG_ORGANIZATION)
		party = account->host;
	return is_party(article, party) ? party : NOBODY;
}

bool is_unknown(const struct account *account, const struct token *token)
{
	return token->kind == SELF_TOKEN && token->entity == NOBODY && !account->is_home &&
	       account->article->starts[token->start] & IN(HOME);
}

static bool is_of_places(const struct article *article, const struct token *both)
{
	static const char *const places[] = {"两地", "两市", "两县", "两区", "两省"};

	for (size_t i = 0; i < COUNT(places); i++)
		if (text_at(article, both->start, places[i]))
			return true;
	return false;
}

bool joins_parties(uint16_t character)
{
	return character == u'与' || character == u'同' || character == u'和' || character == u'及';
}

/* Behind a joint the other side begins; 以及与B: what stood before was of something else. */
static void on_joint(struct sides *sides, const struct token *token, bool is_first, uint16_t character)
{
	if (!joins_parties(character) || !(sides->a.count || character == u'与' || character == u'同'))
		return;
	if (!is_first && token[-1].kind == JOINT_TOKEN && token[-1].end == token->start)
		sides->a.count = 0;
	sides->has_joint = true;
}

/* 副区长A代表邕宁区人民政府: not the district, for whom A speaks, beside its government. */
static void drop_places(const struct article *article, struct parties *parties)
{
	struct parties kept = {0};

	for (size_t i = 0; i < parties->count; i++) {
		const struct entity *place = &article->entities[parties->at[i]];
		bool is_double = false;

		for (size_t k = 0; place->kind == VG_PLACE && k < parties->count; k++)
			is_double |= article->entities[parties->at[k]].kind == VG_ORGANIZATION &&
				     is_within(&article->entities[parties->at[k]], place);
		if (!is_double)
			parties_add(&kept, parties->at[i]);
	}
	*parties = kept;
}

struct sides find_sides(const struct account *account, size_t from, size_t until)
{
	struct sides sides = {0};
	size_t topic = until > from ? topic_start(account, account->tokens.items[until].start) : 0;

	for (size_t t = from; t < until; t++) {
		const struct token *token = &account->tokens.items[t];
		uint16_t before = token->start ? account->article->chars[token->start - 1] : 0;
		bool is_talked_about = topic > account->sentence.start && token->start >= topic &&
				       token->kind != JOINT_TOKEN && !sides.has_joint;

		if (before == u'在' || is_talked_about) /* where, not who; 就怒江索桥达成共识 */
			continue;
		sides.has_unknown |= is_unknown(account, token);
		sides.has_joint |= sides.a.count && (before == u'向' || before == u'为');
		if (token->kind == BOTH_TOKEN) {
			sides.has_both = true;
			sides.has_both_places = is_of_places(account->article, token);
		} else if (token->kind == JOINT_TOKEN) {
			on_joint(&sides, token, t == from, account->article->chars[token->start]);
		} else {
			parties_add(sides.has_joint ? &sides.b : &sides.a, party_meant(account, token));
		}
	}
	if (sides.a.count > 1)
		drop_places(account->article, &sides.a);
	if (sides.b.count > 1)
		drop_places(account->article, &sides.b);
	return sides;
}

size_t clause_begin(const struct tokens *tokens, size_t t)
{
	while (t && tokens->items[t - 1].kind != CLAUSE_TOKEN)
		t--;
	return t;
}

size_t clause_end(const struct tokens *tokens, size_t t)
{
	while (t < tokens->count && tokens->items[t].kind != CLAUSE_TOKEN)
		t++;
	return t;
}

uint32_t subject_of(const struct account *account, size_t until)
{
	for (size_t t = 0; t < until; t++) {
		const struct token *token = &account->tokens.items[t];
		bool is_joined = t && token[-1].kind == JOINT_TOKEN && token[-1].end == token->start &&
				 token->kind == NAME_TOKEN; /* 与A合作: whoever does so stands before */
		uint32_t party = is_joined || (token->kind == GROUP_TOKEN && t) ? NOBODY : party_meant(account, token);

		if (party != NOBODY)
			return party;
	}
	return NOBODY;
}

uint32_t object_of(const struct account *account, size_t t)
{
	static const char16_t prepositions[] = u"在与同到地户驻资为向给";
	const struct tokens *tokens = &account->tokens;

	size_t end = clause_end(tokens, t);

	if (end + 1 < tokens->count && account->article->chars[tokens->items[end + 1].start - 1] == u'在')
		end = clause_end(tokens, end + 1); /* 计划…敲定方案,在大丰港区建设… */
	for (size_t i = t + 1; i < end; i++) {
		const struct token *token = &tokens->items[i];
		uint32_t party = party_meant(account, token);

		for (const char16_t *before = prepositions; party != NOBODY && *before; before++)
			if (account->article->chars[token->start - 1] == *before &&
			    !(*before == u'在' && account->article->chars[token->end] == u'的')) /* 设在青岛的 */
				return party;
	}
	return NOBODY;
}
