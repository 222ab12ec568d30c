/* news-ties.c - which cooperation ties a sentence tells, by the strongest cue of each of its clauses.
 *
 * signed (签订) over intended (拟, 将, 达成共识) over discussed (就…交流); operating (合作伙伴, 共建) where it runs already.
 * Who is meant stands on both sides of 与, or is understood: 双方 are the visitor and the host of the visit before, 该公司
 * is the organization named last. */
#include "importers/news-tokens.h"

struct account {
	struct article *article;
	struct tokens tokens;
	struct span sentence;
	uint32_t visitor, host; /* the parties of the visit told last */
	uint32_t latest;	/* the organization named last before the sentence */
	struct parties earlier_subject;
	vg_date date;
};

/* The parties before and behind the joint of a clause. */
struct sides {
	struct parties a, b;
	bool has_joint, has_both, has_both_places;
};

/* ── Who is meant ────────────────────────────────────────────────────────────────────────────────────── */

static bool is_party(const struct article *article, uint32_t entity)
{
	return entity != NOBODY && article->entities[entity].kind != VG_PERSON;
}

static uint32_t party_among(const struct article *article, const struct parties *parties, uint32_t lead)
{
	if (lead != NOBODY && is_party(article, party_of(article, lead)))
		return party_of(article, lead);
	for (size_t i = 0; i < parties->count; i++)
		if (is_party(article, party_of(article, parties->at[i])))
			return party_of(article, parties->at[i]);
	return NOBODY;
}

/* The visit that was told last, up to this sentence; else the first. */
static void find_pair(struct account *account)
{
	const struct article *article = account->article;
	const struct visit *visit = NULL;

	for (size_t v = 0; v < article->visit_count; v++)
		if (!visit || article->visits[v].sentence.start <= account->sentence.start)
			visit = &article->visits[v];
	account->visitor = account->host = NOBODY;
	if (!visit)
		return;
	account->visitor = party_among(article, &visit->visitors, visit->lead);
	account->host = party_among(article, &visit->hosts, NOBODY);
	account->date = visit->date;
}

/* 正星科技旗下的…公司: who only owns the party is none. */
static bool is_owner(const struct article *article, const struct token *name)
{
	return text_at(article, name->end, "旗下") || text_at(article, name->end, "下属") ||
	       text_at(article, name->end, "所属");
}

static void add_side(const struct account *account, struct sides *sides, const struct token *token)
{
	uint32_t party = token->entity;

	if (token->kind == THIS_TOKEN && account->latest != NOBODY)
		party = account->latest;
	if (party == NOBODY || !is_party(account->article, party = party_of(account->article, party)) ||
	    is_owner(account->article, token))
		return;
	parties_add(sides->has_joint ? &sides->b : &sides->a, party);
}

static bool is_of_places(const struct article *article, const struct token *both)
{
	return both->end == both->start + 2 && !text_at(article, both->start, "双方") &&
	       !text_at(article, both->start, "两校") && !text_at(article, both->start, "双边") &&
	       !text_at(article, both->start, "两家") && !text_at(article, both->start, "两企");
}

/* The sides of the tokens from..until. */
static struct sides find_sides(const struct account *account, size_t from, size_t until)
{
	struct sides sides = {0};

	for (size_t t = from; t < until; t++) {
		const struct token *token = &account->tokens.items[t];
		uint16_t character = account->article->chars[token->start];

		if (token->start && account->article->chars[token->start - 1] == u'在') /* where, not who */
			continue;
		if (token->start && account->article->chars[token->start - 1] == u'向' && sides.a.count)
			sides.has_joint = true;
		if (token->kind == BOTH_TOKEN) {
			sides.has_both = true;
			sides.has_both_places = is_of_places(account->article, token);
		} else if (token->kind == JOINT_TOKEN &&
			   (character == u'与' || character == u'同' || character == u'和' || character == u'及') &&
			   (sides.a.count || character == u'与')) {
			if (t > from && account->tokens.items[t - 1].kind == JOINT_TOKEN &&
			    account->tokens.items[t - 1].end == token->start)
				sides.a.count = 0; /* 以及与B: what stood before was of something else */
			sides.has_joint = true;
		} else
			add_side(account, &sides, token);
	}
	return sides;
}

static size_t clause_begin(const struct tokens *tokens, size_t t)
{
	while (t && tokens->items[t - 1].kind != CLAUSE_TOKEN)
		t--;
	return t;
}

static size_t clause_end(const struct tokens *tokens, size_t t)
{
	while (t < tokens->count && tokens->items[t].kind != CLAUSE_TOKEN)
		t++;
	return t;
}

/* ── Telling ─────────────────────────────────────────────────────────────────────────────────────────── */

static struct span topic_of(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;
	size_t start = cue->end, end;

	for (size_t i = cue->start; i > account->sentence.start && !is_clause_end(article->chars[i - 1]); i--)
		if (article->chars[i - 1] == u'就' || text_at(article, i - 1, "围绕")) {
			start = i + (article->chars[i - 1] != u'就');
			for (end = start; end < cue->start && !text_at(article, end, "进行") &&
					  !text_at(article, end, "开展") && !text_at(article, end, "等");)
				end++;
			return (struct span){(uint32_t)start, (uint32_t)end};
		}
	while (start < article->count &&
	       (article->chars[start] == u'了' || article->chars[start] == u'《' || article->chars[start] == ','))
		start++;
	end = start;
	while (end < account->sentence.end && !is_clause_end(article->chars[end]) && article->chars[end] != u'》')
		end++;
	return (struct span){(uint32_t)start, (uint32_t)end};
}

static void add_tie(struct account *account, uint32_t a, uint32_t b, vg_tie_status status, const struct token *cue,
		    const char *rule)
{
	struct article *article = account->article;

	if (a == NOBODY || b == NOBODY || a == b ||
	    names_agree(article->entities[a].name, article->entities[b].name, VG_ANY_KIND))
		return;
	for (size_t i = 0; i < article->tie_count; i++) {
		const struct tie *tie = &article->ties[i];

		if (tie->status == status && ((tie->a == a && tie->b == b) || (tie->a == b && tie->b == a)))
			return;
	}
	article->ties = array_room(article->ties, article->tie_count, &article->tie_capacity, sizeof *article->ties);
	article->ties[article->tie_count++] = (struct tie){
		.a = a,
		.b = b,
		.status = status,
		.date = account->date,
		.topic = topic_of(account, cue),
		.sentence = account->sentence,
		.rule = rule,
	};
}

/* 两地 are divisions: the first that visits, or is visited, in the article. */
static uint32_t place_among_visits(const struct account *account, bool is_visitor)
{
	const struct article *article = account->article;

	for (size_t v = 0; v < article->visit_count; v++) {
		const struct visit *visit = &article->visits[v];
		const struct parties *parties = is_visitor ? &visit->visitors : &visit->hosts;

		for (size_t i = 0; i < parties->count; i++)
			if (article->entities[parties->at[i]].kind == VG_PLACE)
				return parties->at[i];
	}
	return is_visitor ? account->visitor : account->host;
}

/* One tie for each pair; true where there was one. */
static bool add_pairs(struct account *account, const struct sides *sides, vg_tie_status status, const struct token *cue,
		      const char *rule)
{
	if (sides->has_both && !sides->b.count) {
		uint32_t visitor = account->visitor, host = account->host;

		if (sides->has_both_places) {
			visitor = place_among_visits(account, true);
			host = place_among_visits(account, false);
		}
		add_tie(account, visitor, host, status, cue, rule);
		return visitor != NOBODY;
	}
	for (size_t i = 0; i < sides->a.count; i++)
		for (size_t k = 0; k < sides->b.count; k++)
			add_tie(account, sides->a.at[i], sides->b.at[k], status, cue, rule);
	return sides->a.count && sides->b.count;
}

/* ── Cues ────────────────────────────────────────────────────────────────────────────────────────────── */

static void on_signed(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);

	if (text_at(account->article, cue->end, "仪式") && !sides.b.count)
		return;
	if (!sides.b.count && !sides.has_both && sides.a.count == 2) { /* A、B签署 */
		parties_add(&sides.b, sides.a.at[1]);
		sides.a.count = 1;
	}
	if (sides.has_joint && sides.b.count && !sides.a.count) /* 与B签订, whoever acted before */
		parties_add(&sides.a,
			    account->earlier_subject.count ? account->earlier_subject.at[0] : account->visitor);
	add_pairs(account, &sides, VG_SIGNED, cue, N_("A and B sign"));
}

static bool is_vague_before(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;

	for (size_t i = cue->start;
	     i > account->sentence.start && article->chars[i - 1] != ',' && article->chars[i - 1] != u';'; i--)
		if (article->starts[i - 1] & IN(VAGUE))
			return true;
	return false;
}

/* The first organization or acting place of the sentence. */
static uint32_t subject_of(const struct account *account, size_t until)
{
	for (size_t t = 0; t < until; t++) {
		const struct token *token = &account->tokens.items[t];

		if (token->kind == THIS_TOKEN && account->latest != NOBODY)
			return account->latest;
		if (token->kind == NAME_TOKEN &&
		    is_party(account->article, party_of(account->article, token->entity)) &&
		    !is_owner(account->article, token))
			return party_of(account->article, token->entity);
	}
	return NOBODY;
}

/* The party behind a cue: 拟在高新区建设, 拟与哈密市合作. */
static uint32_t object_of(const struct account *account, size_t t)
{
	const struct article *article = account->article;
	const struct tokens *tokens = &account->tokens;

	for (size_t i = t + 1; i < clause_end(tokens, t); i++) {
		const struct token *token = &tokens->items[i];
		uint16_t before = article->chars[token->start - 1];

		if (token->kind == NAME_TOKEN &&
		    (before == u'在' || before == u'与' || before == u'同' || before == u'到' || before == u'地' ||
		     before == u'户' || before == u'驻' || before == u'资'))
			return party_of(article, token->entity);
	}
	return NOBODY;
}

static void on_intended(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);
	uint32_t object = object_of(account, t), subject;

	if (is_vague_before(account, cue))
		return;
	if (sides.has_both || (sides.a.count && sides.b.count)) {
		add_pairs(account, &sides, VG_INTENDED, cue, N_("both intend"));
		return;
	}
	subject = sides.a.count ? sides.a.at[0] : subject_of(account, t);
	add_tie(account, subject, object, VG_INTENDED, cue, N_("A intends something with B"));
}

/* 就…交流, 围绕…座谈 in one clause. */
static bool has_topic(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;

	for (size_t i = cue->start; i > account->sentence.start && !is_sentence_end(article->chars[i - 1]); i--)
		if (article->chars[i - 1] == u'就' || text_at(article, i - 1, "围绕"))
			return true;
	return false;
}

static void on_discussed(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);

	if (!has_topic(account, cue) || is_vague_before(account, cue))
		return;
	if (sides.a.count && sides.b.count && !sides.has_both) /* 暴振东与怀特就…座谈 */
		add_tie(account, sides.a.at[0], sides.b.at[0], VG_DISCUSSED, cue, N_("A and B talk about something"));
	else
		add_tie(account, account->visitor, account->host, VG_DISCUSSED, cue,
			N_("visitor and host talk about something"));
}

/* Whether the sentence speaks of 我校, 我市. */
static bool has_home(const struct account *account)
{
	for (size_t i = account->sentence.start; i < account->sentence.end; i++)
		if (account->article->starts[i] & IN(HOME))
			return true;
	return false;
}

static void on_operating(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);

	if (is_vague_before(account, cue))
		return;
	if (sides.a.count && sides.b.count) {
		add_pairs(account, &sides, VG_OPERATING, cue, N_("A and B run something"));
	} else if (sides.a.count >= 2 && !sides.has_joint) { /* A是B的合作伙伴 */
		add_tie(account, sides.a.at[0], sides.a.at[1], VG_OPERATING, cue, N_("A is a partner of B"));
	} else if (sides.b.count && !sides.a.count) { /* 与B共建 */
		uint32_t subject = has_home(account) ? account->host : subject_of(account, clause_begin(tokens, t));

		add_tie(account, subject == NOBODY ? account->host : subject, sides.b.at[0], VG_OPERATING, cue,
			N_("A runs something with B"));
	}
}

/* 欢迎京东方艺云落地郑州高新区. */
static void on_welcome(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	uint32_t guest = NOBODY, home = NOBODY;
	bool has_landing = false;

	for (size_t i = t + 1; i < clause_end(tokens, t); i++) {
		const struct token *token = &tokens->items[i];

		if (token->kind == NAME_TOKEN && is_party(account->article, token->entity))
			*(has_landing ? &home : &guest) = token->entity;
		has_landing |= text_at(account->article, token->start, "落地") ||
			       text_at(account->article, token->start, "落户");
	}
	if (has_landing)
		add_tie(account, guest, home == NOBODY ? account->host : home, VG_INTENDED, cue,
			N_("B welcomes a project of A"));
}

/* ── Sentences ───────────────────────────────────────────────────────────────────────────────────────── */

static bool has_kind(const struct tokens *tokens, enum token_kind kind)
{
	for (size_t t = 0; t < tokens->count; t++)
		if (tokens->items[t].kind == kind)
			return true;
	return false;
}

static void read_cues(struct account *account)
{
	const struct tokens *tokens = &account->tokens;
	bool has_strong = has_kind(tokens, BOTH_TOKEN) && has_kind(tokens, INTENDED_TOKEN);

	for (size_t t = 0; t < tokens->count; t++)
		switch (tokens->items[t].kind) {
		case SIGNED_TOKEN:
			on_signed(account, t);
			break;
		case INTENDED_TOKEN:
			on_intended(account, t);
			break;
		case TALK_TOKEN:
			if (!has_strong)
				on_discussed(account, t);
			break;
		case OPERATING_TOKEN:
			on_operating(account, t);
			break;
		case WELCOME_TOKEN:
			on_welcome(account, t);
			break;
		default:
			break;
		}
}

#define TIE_CUES (IN(SIGNED_CUE) | IN(INTENDED_CUE) | IN(DISCUSSED_CUE) | IN(TALK) | IN(OPERATING_CUE) | IN(WELCOME))

/* 该公司 of the next sentence is the organization named last. */
static void remember_latest(struct account *account)
{
	const struct article *article = account->article;

	for (size_t i = account->sentence.end; i > account->sentence.start; i--) {
		const struct found *found = article->found_at[i - 1] ? &article->found[article->found_at[i - 1] - 1]
								     : NULL;

		if (found && article->entities[found->entity].kind == VG_ORGANIZATION) {
			account->latest = found->entity;
			return;
		}
	}
}

static void read_sentence(struct account *account, struct span sentence)
{
	bool is_vague = false;
	vg_date date;

	account->sentence = sentence;
	if (sentence_has(account->article, sentence, TIE_CUES)) {
		tokens_read(&account->tokens, account->article, sentence);
		find_pair(account);
		if (date_in(account->article, sentence, &account->date, &date, &is_vague))
			account->date = date;
		read_cues(account);
	}
	remember_latest(account);
}

void ties_find(struct article *article)
{
	struct account *account = arena_get(&article->arena, sizeof *account);
	struct span sentence;

	account->article = article;
	account->latest = NOBODY;
	account->date = article->date;
	for (size_t i = article->title.end; next_sentence(article, &i, &sentence);)
		read_sentence(account, sentence);
}
