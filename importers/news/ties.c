/* ties.c - which cooperation ties a sentence tells, by the strongest cue of each of its clauses.
 *
 * signed (签订) over intended (拟, 将, 达成共识) over discussed (就…交流); operating (合作伙伴, 共建, 合作九年) where it runs
 * already. Who is meant by the words beside a cue is found in news/sides.c,
 * what is told of it in news/telling.c. */
#include "importers/news/runs.h"
#include "importers/news/telling.h"

enum { JOINT_MAX = 4 }; /* so many sign one paper with each other */

/* ── Cues ────────────────────────────────────────────────────────────────────────────────────────────── */

/* 向B采购设备,并签订合同: both sides may stand in the clauses before. */
static void take_from_sentence(const struct account *account, struct sides *sides, size_t t)
{
	struct sides wide = find_sides(account, 0, t);

	if (!sides->a.count && !sides->b.count && !sides->has_both && wide.a.count == 1 && wide.b.count == 1)
		*sides = wide;
}

/* A、B、C签署三方协议: each with each. */
static void tell_among(struct account *account, const struct parties *parties, vg_tie_status status,
		       const struct token *cue, const char *rule)
{
	for (size_t i = 0; i < parties->count; i++)
		for (size_t k = i + 1; k < parties->count; k++)
			tell_tie(account, parties->at[i], parties->at[k], status, cue, rule);
}

/* A与B、C签署三方协议 */
static bool is_of_three(const struct account *account, const struct token *cue)
{
	for (size_t i = cue->start - 4; i < cue->end + 2; i++)
		if (text_at(account->article, i, "三方") || text_at(account->article, i, "四方"))
			return true;
	return false;
}

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
		if (subject == NOBODY)
			subject = account->visitor == NOBODY ? account->first : account->visitor;
		parties_add(&sides->a, subject);
	}
	if (sides->a.count || sides->b.count)
		return;
	for (size_t i = 0; i < t; i++)
		has_both |= account->tokens.items[i].kind == BOTH_TOKEN;
	sides->has_both |= has_both ||
			   (account->is_told_here && sentence_has(account->article, account->sentence, IN(AGREEMENT)));
}

/* 双方商定,5月底前签订正式协议 */
static bool is_promised(const struct account *account, size_t t)
{
	static const char *const words[] = {"商定", "约定", "议定", "计划", "拟", "打算"};
	const struct tokens *tokens = &account->tokens;
	size_t begin = clause_begin(tokens, t);

	if (begin < 2 || tokens->items[begin - 2].kind != INTENDED_TOKEN)
		return false;
	for (size_t w = 0; w < COUNT(words); w++)
		if (text_at(account->article, tokens->items[begin - 2].start, words[w]))
			return true;
	return false;
}

/* 会后,A与B代表双方签字: of what was told to be signed. */
static bool is_for_both(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;

	for (size_t i = 0; text_at(article, cue->start - 4, "代表双方") && i < article->tie_count; i++)
		if (article->ties[i].status == VG_SIGNED &&
		    (article->ties[i].a == account->visitor || article->ties[i].b == account->visitor))
			return true;
	return false;
}

static bool is_no_signing(const struct account *account, const struct token *cue, const struct sides *sides)
{
	return sides->has_unknown ||
	       (text_at(account->article, cue->end - 2, "仪式") && !sides->b.count && !sides->has_both) ||
	       is_denied(account, cue) || text_at(account->article, cue->start - 2, "见证") ||
	       is_anniversary(account, cue) || is_by_many(account, cue) || is_for_both(account, cue);
}

static void on_signed(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);
	bool is_to_come = has_before(account, cue, IN(INTENDED_CUE)) || is_promised(account, t);

	if (is_no_signing(account, cue, &sides) || (has_before(account, cue, IN(VAGUE)) && !is_to_come))
		return;
	if (!sides.b.count && !sides.has_both && sides.a.count >= 2 && sides.a.count <= JOINT_MAX) { /* A、B签署 */
		tell_among(account, &sides.a, is_to_come ? VG_INTENDED : VG_SIGNED, cue, N_("A and B sign"));
		return;
	}
	take_from_sentence(account, &sides, t);
	complete_sides(account, &sides, t);
	if (sides.b.count > 1 && is_of_three(account, cue))
		tell_among(account, &sides.b, is_to_come ? VG_INTENDED : VG_SIGNED, cue, N_("A and B sign"));
	if (sides.a.count == 1 && !sides.b.count && !sides.has_both &&
	    (sides.a.at[0] == account->visitor || sides.a.at[0] == account->host)) /* 企业签订了… */
		sides.has_both = sentence_has(account->article, account->sentence, IN(AGREEMENT));
	tell_pairs(account, &sides, is_to_come ? VG_INTENDED : VG_SIGNED, cue, N_("A and B sign"));
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
	static const char *const works[] = {"投资", "建设", "设立", "新建", "建立", "落户", "落地", "租用",
					    "租赁", "购置", "购地", "选址", "布局", "兴建", "注册", "扩建"};
	const struct article *article = account->article;
	struct sought sought = SOUGHT(works);
	uint32_t host = place_among_visits(account, false);

	if (subject == NOBODY || !is_visitor(article, subject) || host == NOBODY || host == subject ||
	    article->entities[host].kind != VG_PLACE)
		return NOBODY;
	for (size_t i = account->tokens.items[t].end; !is_clause_end(article->chars[i]); i++)
		if (sought_at(article, i, &sought))
			return host;
	return NOBODY;
}

/* 计划设立服务中心,会优先考虑怀远县 */
static uint32_t party_considered(const struct account *account, size_t t)
{
	for (size_t i = t + 1; i < account->tokens.count; i++)
		if (account->tokens.items[i].start >= 2 &&
		    text_at(account->article, account->tokens.items[i].start - 2, "考虑"))
			return party_meant(account, &account->tokens.items[i]);
	return NOBODY;
}

/* A house, or the people of a division; not a sight. */
static bool can_talk(const struct article *article, uint32_t host)
{
	return article->entities[host].kind != VG_PLACE || article->entities[host].is_division ||
	       strstr(article->entities[host].name, "园") || strstr(article->entities[host].name, "区");
}

/* 达成意向, not 就项目落地交流 */
static bool is_agreement(const struct article *article, const struct token *cue)
{
	static const char *const words[] = {"达成", "商定", "约定", "一致", "初步", "敲定", "议定"};

	for (size_t w = 0; w < COUNT(words); w++)
		if (text_at(article, cue->start, words[w]))
			return true;
	return text_at(article, cue->end - 2, "意向") || text_at(article, cue->end - 2, "共识");
}

/* 双方就…交流,并就…达成共识 */
static bool is_agreed(const struct account *account, size_t t)
{
	for (size_t i = 0; i < t; i++)
		if (account->tokens.items[i].kind == BOTH_TOKEN)
			return is_agreement(account->article, &account->tokens.items[t]);
	return false;
}

/* A到B考察,并达成投资意向 */
static bool is_agreed_here(const struct account *account, const struct token *cue)
{
	static const char *const words[] = {"达成", "达成了"};
	const struct article *article = account->article;
	bool is_agreed = false;

	for (size_t w = 0; w < COUNT(words); w++)
		is_agreed |= text_at(article, cue->start, words[w]) ||
			     (cue->start > strlen(words[w]) / 3 &&
			      text_at(article, cue->start - strlen(words[w]) / 3, words[w]));
	return is_agreed && account->is_told_here && account->host != NOBODY && can_talk(article, account->host);
}

static void on_intended(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);
	uint32_t object = object_of(account, t), subject;

	if (has_before(account, cue, IN(VAGUE)) || is_denied(account, cue) ||
	    (!sides.a.count && is_settled(account, cue)) ||
	    (is_topic(account, cue) && !is_agreement(account->article, cue)) || is_of_paper(account, t) ||
	    account->article->chars[cue->end] == u'、') /* 生产计划、… */
		return;
	if (sides.has_joint && sides.b.count && !sides.a.count) /* 与B达成意向 */
		parties_add(&sides.a, subject_of(account, clause_begin(tokens, t)) == NOBODY
					      ? account->visitor
					      : subject_of(account, clause_begin(tokens, t)));
	if (sides.has_both || (sides.a.count && sides.b.count)) {
		tell_pairs(account, &sides, VG_INTENDED, cue, N_("both intend"));
		return;
	}
	if (!sides.a.count && object == NOBODY && (is_agreed(account, t) || is_agreed_here(account, cue))) {
		sides.has_both = true;
		tell_pair(account, &sides, VG_INTENDED, cue, N_("both intend"));
		return;
	}
	if (is_wish(account, cue))
		return;
	subject = sides.a.count ? sides.a.at[0] : subject_of(account, t);
	if (object == NOBODY)
		object = party_considered(account, t);
	if (object == NOBODY)
		object = host_of_plan(account, t, subject);
	tell_tie(account, subject, object, VG_INTENDED, cue, N_("A intends something with B"));
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

/* 到滨河区洽谈康养项目, 商谈合作事宜 */
static bool has_project_behind(const struct article *article, const struct token *cue)
{
	static const char *const verbs[] = {"洽谈", "商谈", "磋商", "商讨", "探讨"};
	static const char *const nouns[] = {"项目", "事宜"};
	struct sought verb = SOUGHT(verbs), noun = SOUGHT(nouns);
	bool is_talk = sought_at(article, cue->end - 2, &verb);

	for (size_t i = cue->end; is_talk && !is_clause_end(article->chars[i]); i++)
		if (sought_at(article, i, &noun))
			return i > cue->end && !text_at(article, cue->end, "会");
	return false;
}

/* 就…交流, 围绕…座谈 in one clause; 探讨冷链方案, of those who are named or whose visit the sentence tells. */
static bool has_topic(const struct account *account, const struct token *cue, const struct sides *sides)
{
	static const char *const verbs[] = {"探讨", "商讨", "洽谈", "商谈", "磋商", "共商"};
	const struct article *article = account->article;

	for (size_t i = cue->start; i > account->sentence.start; i--) { /* …,就A,与B座谈: clause by clause */
		if (topic_start(account, i))
			return true;
		while (i > account->sentence.start + 1 && !is_clause_end(article->chars[i - 1]))
			i--;
	}
	if (has_topic_before(account, cue) || (account->is_told_here && has_project_behind(article, cue)))
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

static void on_discussed(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);

	if (cue->is_quoted || sides.has_unknown || talks_with_others(account, cue) || is_outdone(account, t))
		return;
	find_who_talks(account, &sides, t);
	if (!has_topic(account, cue, &sides) || is_only_wished(account, cue))
		return;
	if (sides.a.count && sides.b.count && !sides.has_both &&
	    sides.a.at[0] != sides.b.at[0]) /* 暴振东与怀特就…座谈 */
		tell_tie(account, sides.a.at[0], sides.b.at[0], VG_DISCUSSED, cue, N_("A and B talk about something"));
	else if ((account->host != NOBODY && can_talk(account->article, account->host)) ||
		 (account->host == NOBODY && sides.has_both))
		tell_pair(account, &sides, VG_DISCUSSED, cue, N_("visitor and host talk about something"));
}

/* 是其供应商: of the house of which the text told before. */
static bool is_of_other(const struct account *account, size_t t)
{
	const struct article *article = account->article;

	for (size_t i = account->tokens.items[t].start;
	     i > account->sentence.start && !is_clause_end(article->chars[i - 1]); i--)
		if (text_at(article, i - 1, "是其") || text_at(article, i - 1, "为其"))
			return true;
	return false;
}

/* A承建的专用线, says B: it is B's; 设备由A供应: of the house of which the text told before. */
static uint32_t who_tells(const struct account *account, size_t t, uint32_t teller)
{
	const struct article *article = account->article;
	const struct token *cue = &account->tokens.items[t];

	if (is_by_supplier(account, cue) || is_of_other(account, t))
		return account->latest;
	if (text_at(article, cue->end - 2, "承建") && t + 1 < account->tokens.count && cue[1].kind == NAME_TOKEN &&
	    cue[1].start == cue->end && article->entities[cue[1].entity].kind == VG_ORGANIZATION) /* 承建A的新厂区 */
		return cue[1].entity;
	if (!text_at(article, cue->start, "承建的") || cue == account->tokens.items)
		return NOBODY;
	if (teller == account->host && cue[-1].start && article->chars[cue[-1].start - 1] == u'由')
		return account->visitor; /* 由公司承建的, says the host: the visitor's */
	return account->host;
}

/* 共建, 联合成立, 合资建设: what several do. */
static bool is_shared(const struct article *article, const struct token *cue)
{
	static const char *const words[] = {"共", "联合", "合资", "合作"};

	for (size_t w = 0; w < COUNT(words); w++)
		if (text_at(article, cue->start, words[w]))
			return !is_partner(article, cue);
	return false;
}

static void on_operating(struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	const struct token *cue = &tokens->items[t];
	struct sides sides = find_sides(account, clause_begin(tokens, t), t);

	if (has_before(account, cue, IN(VAGUE) | IN(INTENDED_CUE)) || is_denied(account, cue) ||
	    is_topic(account, cue) || is_of_paper(account, t) ||
	    text_at(account->article, cue->end, "意向")) /* 达成长期供货意向 */
		return;
	if ((sides.a.count && sides.b.count) || sides.has_both) {
		tell_pairs(account, &sides, VG_OPERATING, cue, N_("A and B run something"));
	} else if (sides.a.count >= 2 && sides.a.count <= JOINT_MAX && !sides.has_joint &&
		   is_shared(account->article, cue)) {
		tell_among(account, &sides.a, VG_OPERATING, cue, N_("A and B run something"));
	} else if (sides.a.count >= 2 && !sides.has_joint && is_partner(account->article, cue)) { /* A是B的合作伙伴 */
		for (size_t i = 1; i < sides.a.count; i++)
			tell_tie(account, sides.a.at[0], sides.a.at[i], VG_OPERATING, cue, N_("A is a partner of B"));
	} else if (sides.b.count && !sides.a.count) { /* 与B共建 */
		uint32_t subject = speaks_of_home(account) ? account->host
							   : subject_of(account, clause_begin(tokens, t));

		tell_tie(account, subject == NOBODY ? account->host : subject, sides.b.at[0], VG_OPERATING, cue,
			 N_("A runs something with B"));
	} else if (sides.a.count == 1) {
		tell_tie(account, sides.a.at[0], who_tells(account, t, sides.a.at[0]), VG_OPERATING, cue,
			 N_("A runs something for who tells it"));
	}
}

/* 欢迎京东方艺云落地郑州高新区: with the host of the visit, where there is one. */
static void on_welcome(struct account *account, size_t t)
{
	static const char *const words[] = {"落地", "落户", "落到", "入驻", "设立"};
	struct sought sought = SOUGHT(words);
	const struct tokens *tokens = &account->tokens;
	const struct article *article = account->article;
	uint32_t guest = NOBODY, home = NOBODY;
	size_t landing = 0;

	for (size_t i = tokens->items[t].end; !is_clause_end(article->chars[i]) && !landing; i++)
		if (sought_at(article, i, &sought))
			landing = i;
	for (size_t i = t + 1; landing && i < clause_end(tokens, t); i++) {
		const struct token *token = &tokens->items[i];

		if (token->kind == NAME_TOKEN && is_party(article, token->entity))
			*(token->start > landing ? &home : &guest) = token->entity;
	}
	if (home == NOBODY || (is_party(article, account->host) && article->entities[account->host].kind == VG_PLACE))
		home = account->host;
	tell_tie(account, guest, home, VG_INTENDED, &tokens->items[t], N_("B welcomes a project of A"));
}

/* ── Sentences ───────────────────────────────────────────────────────────────────────────────────────── */

static void (*const readers[])(struct account *account, size_t t) = {
	[SIGNED_TOKEN] = on_signed,	  [INTENDED_TOKEN] = on_intended, [TALK_TOKEN] = on_discussed,
	[OPERATING_TOKEN] = on_operating, [WELCOME_TOKEN] = on_welcome,	  [OTHER_TOKEN] = NULL,
};

#define TIE_CUES \
	(IN(SIGNED_CUE) | IN(INTENDED_CUE) | IN(TALK) | IN(OPERATING_CUE) | IN(WELCOME) | IN(BOND) | IN(SUPPLY))

/* 双方 of the next sentence are the two whom this one joins. */
static void remember_met(struct account *account)
{
	struct sides sides;

	if (!account->tokens.count)
		return;
	sides = find_sides(account, 0, account->tokens.count - 1);
	if (sides.a.count == 1 && sides.b.count == 1 && !sides.has_both) {
		account->met[0] = sides.a.at[0];
		account->met[1] = sides.b.at[0];
	}
}

/* 该公司 of the next sentence is the organization named last. */
static void remember_latest(struct account *account)
{
	const struct article *article = account->article;
	const struct found *first = name_behind(article, account->sentence.start);

	account->first = NOBODY;
	if (first && first->end <= account->sentence.end && article->entities[first->entity].kind == VG_ORGANIZATION &&
	    !(first->start &&
	      (article->chars[first->start - 1] == u'在' || joins_parties(article->chars[first->start - 1]))))
		account->first = first->entity;

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
	struct span before = {account->sentence.start, account->tokens.items[t].start};
	vg_date of_cue;

	if (account->is_told_here)
		find_pair(account, account->tokens.items[t].start);
	if (date)
		account->date = *date;
	if (date && date_in(account->article, before, date, LAST_DAY, &of_cue) && *of_cue.from)
		account->date = of_cue; /* 于2024年3月签订的项目 */
	readers[account->tokens.items[t].kind](account, t);
}

static void read_sentence(struct account *account, struct sentence *read)
{
	struct span sentence = read->span;
	vg_date date, before = account->date;
	enum telling telling = TELLS_NOTHING;

	account->sentence = sentence;
	account->is_dated = false;
	if (read->classes & TIE_CUES) {
		tokens_read(&account->tokens, account->article, read);
		find_pair(account, sentence.end);
		if ((telling = date_in(account->article, sentence, &before, FIRST_DAY, &date)))
			account->date = date;
		account->is_dated = telling != TELLS_NOTHING;
		for (size_t t = 0; t < account->tokens.count; t++)
			if (readers[account->tokens.items[t].kind])
				read_token(account, t, telling ? &date : NULL);
		if (telling)
			account->date = telling == TELLS_EARLIER ? before : date;
		remember_met(account);
	}
	remember_latest(account);
}

void ties_find(struct article *article)
{
	struct account *account = arena_get(&article->arena, sizeof *account);
	account->article = article;
	account->latest = account->first = account->met[0] = account->met[1] = NOBODY;
	account->date = article->date;
	for (size_t s = first_sentence(article); s < article->sentence_count; s++)
		read_sentence(account, &article->sentences[s]);
}
