/* ties.c - which cooperation ties a sentence tells, by the strongest cue of each of its clauses.
 *
 * signed (签订) over intended (拟, 将, 达成共识) over discussed (就…交流); operating (合作伙伴, 共建, 合作九年) where it runs
 * already. Who is meant by the words beside a cue is found in news/sides.c. */
#include "importers/news/sides.h"

/* ── Telling ─────────────────────────────────────────────────────────────────────────────────────────── */

/* 设备由A|供应 */
static bool is_by_supplier(const struct account *account, const struct token *cue)
{
	return cue > account->tokens.items && cue[-1].kind == NAME_TOKEN && cue[-1].end == cue->start &&
	       cue[-1].start > account->sentence.start && account->article->chars[cue[-1].start - 1] == u'由';
}

static struct span topic_of(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;
	size_t start = cue->end, end;

	if (is_by_supplier(account, cue)) {
		start = end = cue[-1].start - 1;
		while (start > account->sentence.start && !is_clause_end(article->chars[start - 1]))
			start--;
		return (struct span){(uint32_t)start, (uint32_t)end};
	}
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

/* 双方 behind two parties of the sentence, where it tells of no visit, are these: A是B的老客户,双方合作…. */
static bool find_named_pair(const struct account *account, const struct token *cue, uint32_t pair[2])
{
	struct parties named = {0};

	for (size_t t = 0; &account->tokens.items[t] < cue; t++)
		parties_add(&named, party_meant(account, &account->tokens.items[t]));
	if (!account->is_told_here && named.count == 1 && account->visitor != NOBODY && named.at[0] != account->visitor)
		named = (struct parties){{account->visitor, named.at[0]}, 2}; /* 与A联谊,两会签署… */
	if (account->is_told_here || named.count != 2)
		return false;
	pair[0] = named.at[0];
	pair[1] = named.at[1];
	return true;
}

/* A division, or the delegation of one. */
static bool is_of_place(const struct article *article, uint32_t entity)
{
	const char *name = entity != NOBODY ? article->entities[entity].name : "";
	size_t length = strlen(name);

	return (entity != NOBODY && article->entities[entity].kind == VG_PLACE) ||
	       (length > 3 && !strcmp(name + length - 3, "团"));
}

/* A tie of the visitor and the host. */
static void add_pair(struct account *account, const struct sides *sides, vg_tie_status status, const struct token *cue,
		     const char *rule)
{
	uint32_t pair[2] = {account->visitor, account->host};

	if (sides->has_both_places) {
		find_pair_of_places(account, pair);
		if (!is_of_place(account->article, pair[0]) || !is_of_place(account->article, pair[1]))
			return;
	} else if (sides->has_both) {
		find_named_pair(account, cue, pair);
	}
	add_tie(account, pair[0], pair[1], status, cue, rule);
}

/* One tie for each pair; true where there was one. */
static bool add_pairs(struct account *account, const struct sides *sides, vg_tie_status status, const struct token *cue,
		      const char *rule)
{
	if (sides->has_both && !sides->b.count) {
		add_pair(account, sides, status, cue, rule);
		return true;
	}
	for (size_t i = 0; i < sides->a.count; i++)
		for (size_t k = 0; k < sides->b.count; k++)
			add_tie(account, sides->a.at[i], sides->b.at[k], status, cue, rule);
	return sides->a.count && sides->b.count;
}

/* ── Cues ────────────────────────────────────────────────────────────────────────────────────────────── */

/* Whoever acted before 与B签订; both where a clause names nobody: …座谈,并签署协议. */
static void complete_sides(struct account *account, struct sides *sides, size_t t)
{
	bool has_both = false;

	if (sides->has_joint && sides->b.count && !sides->a.count) {
		size_t begin = clause_begin(&account->tokens, t);
		uint32_t subject = subject_of(account, begin);

		for (size_t i = 0; i < begin; i++)
			if (is_unknown(account, &account->tokens.items[i]))
				return; /* 我校赴A考察,并与B签订 */
		parties_add(&sides->a, subject == NOBODY ? account->visitor : subject);
	}
	if (sides->a.count || sides->b.count)
		return;
	for (size_t i = 0; i < t; i++)
		has_both |= account->tokens.items[i].kind == BOTH_TOKEN;
	sides->has_both |= has_both ||
			   (account->is_told_here && sentence_has(account->article, account->sentence, IN(AGREEMENT)));
}

static void on_signed(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);
	bool is_to_come = has_before(account, cue, IN(INTENDED_CUE) | IN(VAGUE));

	if (sides.has_unknown || (text_at(account->article, cue->end - 2, "仪式") && !sides.b.count) ||
	    is_denied(account->article, cue) || text_at(account->article, cue->start - 2, "见证"))
		return;
	if (!sides.b.count && !sides.has_both && sides.a.count == 2) { /* A、B签署 */
		parties_add(&sides.b, sides.a.at[1]);
		sides.a.count = 1;
	}
	complete_sides(account, &sides, t);
	if (sides.a.count == 1 && !sides.b.count && !sides.has_both &&
	    (sides.a.at[0] == account->visitor || sides.a.at[0] == account->host)) /* 企业签订了… */
		sides.has_both = sentence_has(account->article, account->sentence, IN(AGREEMENT));
	add_pairs(account, &sides, is_to_come ? VG_INTENDED : VG_SIGNED, cue, N_("A and B sign"));
}

static bool is_visitor(const struct article *article, uint32_t party)
{
	for (size_t v = 0; v < article->visit_count; v++)
		if (parties_have(&article->visits[v].visitors, party))
			return true;
	return false;
}

/* A visitor who builds something and says not where builds it with the host. */
static uint32_t host_of_plan(const struct account *account, size_t t, uint32_t subject)
{
	static const char *const works[] = {"投资", "建设", "设立", "新建", "建立", "落户", "落地"};
	const struct article *article = account->article;
	uint32_t host = place_among_visits(account, false);

	if (subject == NOBODY || !is_visitor(article, subject) || host == NOBODY || host == subject ||
	    article->entities[host].kind != VG_PLACE)
		return NOBODY;
	for (size_t i = account->tokens.items[t].end; !is_clause_end(article->chars[i]); i++)
		for (size_t w = 0; w < COUNT(works); w++)
			if (text_at(article, i, works[w]))
				return host;
	return NOBODY;
}

/* 双方就…交流,并就…达成共识 */
static bool is_agreed(const struct account *account, size_t t)
{
	static const char *const words[] = {"达成", "商定", "约定", "一致"};
	const struct token *cue = &account->tokens.items[t];

	for (size_t w = 0; w < COUNT(words); w++)
		for (size_t i = 0; i < t && text_at(account->article, cue->start, words[w]); i++)
			if (account->tokens.items[i].kind == BOTH_TOKEN)
				return true;
	return false;
}

static void on_intended(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);
	uint32_t object = object_of(account, t), subject;

	if (has_before(account, cue, IN(VAGUE)) || is_denied(account->article, cue) ||
	    account->article->chars[cue->end] == u'、') /* 生产计划、… */
		return;
	if (sides.has_both || (sides.a.count && sides.b.count)) {
		add_pairs(account, &sides, VG_INTENDED, cue, N_("both intend"));
		return;
	}
	if (!sides.a.count && object == NOBODY && is_agreed(account, t)) {
		sides.has_both = true;
		add_pair(account, &sides, VG_INTENDED, cue, N_("both intend"));
		return;
	}
	if (is_wish(account, cue))
		return;
	subject = sides.a.count ? sides.a.at[0] : subject_of(account, t);
	if (object == NOBODY)
		object = party_considered(account, t);
	if (object == NOBODY)
		object = host_of_plan(account, t, subject);
	add_tie(account, subject, object, VG_INTENDED, cue, N_("A intends something with B"));
}

/* …问题进行了探讨: what is talked about may stand before 进行. */
static bool has_topic_before(const struct account *account, const struct token *cue)
{
	static const char *const nouns[] = {"问题", "事宜", "事项", "项目", "合作", "内容", "方案", "计划"};
	const struct article *article = account->article;

	for (size_t i = cue->start; i > cue->start - 8 && i > account->sentence.start + 2; i--)
		for (size_t n = 0; text_at(article, i, "进行") && n < COUNT(nouns); n++)
			if (text_at(article, i - 2, nouns[n]))
				return true;
	return false;
}

/* 就…交流, 围绕…座谈 in one clause; 探讨冷链方案, of those who are named or whose visit the sentence tells. */
static bool has_topic(const struct account *account, const struct token *cue, const struct sides *sides)
{
	static const char *const verbs[] = {"探讨", "商讨", "洽谈", "商谈", "磋商", "共商"};
	const struct article *article = account->article;

	for (size_t i = cue->start; i > account->sentence.start && !is_sentence_end(article->chars[i - 1]); i--)
		if (article->chars[i - 1] == u'就' || text_at(article, i - 1, "围绕"))
			return true;
	if (has_topic_before(account, cue))
		return true;
	if ((!account->is_told_here || account->host == NOBODY || article->entities[account->host].kind == VG_PLACE) &&
	    !sides->has_both && !sides->b.count)
		return false;
	for (size_t v = 0; v < COUNT(verbs); v++)
		if (text_at(article, cue->end - 2, verbs[v]))
			return is_han(article->chars[cue->end]) && is_han(article->chars[cue->end + 1]) &&
			       !(article->starts[cue->end] & (IN(JOINT) | IN(TRAVEL))) &&
			       article->chars[cue->end] != u'会' && article->chars[cue->end] != u'并';
	return false;
}

/* What is to be talked about, or was agreed in the same clause, is more. */
static bool is_outdone(const struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;

	for (size_t i = clause_begin(tokens, t); i < clause_end(tokens, t); i++)
		if (tokens->items[i].kind == INTENDED_TOKEN && !is_topic(account, &tokens->items[i]))
			return true;
	return false;
}

/* A house, or the people of a division; not a sight. */
static bool can_talk(const struct article *article, uint32_t host)
{
	return article->entities[host].kind != VG_PLACE || article->entities[host].is_division ||
	       strstr(article->entities[host].name, "园") || strstr(article->entities[host].name, "区");
}

static void on_discussed(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);

	if (sides.has_unknown || is_outdone(account, t) || !has_topic(account, cue, &sides) ||
	    has_before(account, cue, IN(VAGUE)))
		return;
	if (sides.a.count && sides.b.count && !sides.has_both) /* 暴振东与怀特就…座谈 */
		add_tie(account, sides.a.at[0], sides.b.at[0], VG_DISCUSSED, cue, N_("A and B talk about something"));
	else if (account->host != NOBODY && can_talk(account->article, account->host))
		add_pair(account, &sides, VG_DISCUSSED, cue, N_("visitor and host talk about something"));
}

/* A承建的专用线, says B: it is B's; 设备由A供应: of the house of which the text told before. */
static uint32_t who_tells(const struct account *account, size_t t)
{
	const struct article *article = account->article;
	const struct token *cue = &account->tokens.items[t];

	if (is_by_supplier(account, cue))
		return account->latest;
	return text_at(article, cue->start, "承建的") ? account->host : NOBODY;
}

static void on_operating(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);

	if (has_before(account, cue, IN(VAGUE) | IN(INTENDED_CUE)) || is_denied(account->article, cue) ||
	    is_topic(account, cue))
		return;
	if ((sides.a.count && sides.b.count) || sides.has_both) {
		add_pairs(account, &sides, VG_OPERATING, cue, N_("A and B run something"));
	} else if (sides.a.count >= 2 && !sides.has_joint && is_partner(account->article, cue)) { /* A是B的合作伙伴 */
		for (size_t i = 1; i < sides.a.count; i++)
			add_tie(account, sides.a.at[0], sides.a.at[i], VG_OPERATING, cue, N_("A is a partner of B"));
	} else if (sides.b.count && !sides.a.count) { /* 与B共建 */
		uint32_t subject = speaks_of_home(account) ? account->host
							   : subject_of(account, clause_begin(tokens, t));

		add_tie(account, subject == NOBODY ? account->host : subject, sides.b.at[0], VG_OPERATING, cue,
			N_("A runs something with B"));
	} else if (sides.a.count == 1) {
		add_tie(account, sides.a.at[0], who_tells(account, t), VG_OPERATING, cue,
			N_("A runs something for who tells it"));
	}
}

/* 欢迎京东方艺云落地郑州高新区: with the host of the visit, where there is one. */
static void on_welcome(struct account *account, size_t t)
{
	static const char *const words[] = {"落地", "落户", "落到", "入驻", "设立"};
	const struct tokens *tokens = &account->tokens;
	const struct article *article = account->article;
	uint32_t guest = NOBODY, home = NOBODY;
	size_t landing = 0;

	for (size_t i = tokens->items[t].end; !is_clause_end(article->chars[i]) && !landing; i++)
		for (size_t w = 0; w < COUNT(words); w++)
			if (text_at(article, i, words[w]))
				landing = i;
	for (size_t i = t + 1; landing && i < clause_end(tokens, t); i++) {
		const struct token *token = &tokens->items[i];

		if (token->kind == NAME_TOKEN && is_party(article, token->entity))
			*(token->start > landing ? &home : &guest) = token->entity;
	}
	if (home == NOBODY || (is_party(article, account->host) && article->entities[account->host].kind == VG_PLACE))
		home = account->host;
	add_tie(account, guest, home, VG_INTENDED, &tokens->items[t], N_("B welcomes a project of A"));
}

/* ── Sentences ───────────────────────────────────────────────────────────────────────────────────────── */

static void (*const readers[])(struct account *account, size_t t) = {
	[SIGNED_TOKEN] = on_signed,	  [INTENDED_TOKEN] = on_intended, [TALK_TOKEN] = on_discussed,
	[OPERATING_TOKEN] = on_operating, [WELCOME_TOKEN] = on_welcome,	  [OTHER_TOKEN] = NULL,
};

#define TIE_CUES \
	(IN(SIGNED_CUE) | IN(INTENDED_CUE) | IN(TALK) | IN(OPERATING_CUE) | IN(WELCOME) | IN(BOND) | IN(SUPPLY))

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

/* Of the visits that the sentence tells, a cue is of the last one before it: 先到A交流,随后到B. */
static void read_token(struct account *account, size_t t, const vg_date *date)
{
	if (account->is_told_here)
		find_pair(account, account->tokens.items[t].start);
	if (date)
		account->date = *date;
	readers[account->tokens.items[t].kind](account, t);
}

static void read_sentence(struct account *account, struct sentence *read)
{
	struct span sentence = read->span;
	vg_date date, before = account->date;
	enum telling telling = TELLS_NOTHING;

	account->sentence = sentence;
	if (read->classes & TIE_CUES) {
		tokens_read(&account->tokens, account->article, read);
		find_pair(account, sentence.end);
		if ((telling = date_in(account->article, sentence, &before, &date)))
			account->date = date;
		for (size_t t = 0; t < account->tokens.count; t++)
			if (readers[account->tokens.items[t].kind])
				read_token(account, t, telling ? &date : NULL);
		if (telling == TELLS_EARLIER)
			account->date = before;
	}
	remember_latest(account);
}

void ties_find(struct article *article)
{
	struct account *account = arena_get(&article->arena, sizeof *account);
	account->article = article;
	account->latest = NOBODY;
	account->date = article->date;
	for (size_t s = first_sentence(article); s < article->sentence_count; s++)
		read_sentence(account, &article->sentences[s]);
}
