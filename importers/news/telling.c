/* telling.c - a tie that was found becomes one of the article's: of which pair, about what. */
#include "importers/news/telling.h"

#include "importers/news/scene.h"

bool is_by_supplier(const struct account *account, const struct token *cue)
{
	return cue > account->tokens.items && cue[-1].kind == NAME_TOKEN && cue[-1].end == cue->start &&
	       cue[-1].start > account->sentence.start && account->article->chars[cue[-1].start - 1] == u'由';
}

/* 就人才培养|与公司总经理座谈, 就技术攻关|作了交流 */
static size_t topic_end(const struct article *article, size_t i, size_t end)
{
	static const char *const words[] = {"进行",   "开展",	"等",	    "作了",   "展开",	"做了",
					    "深入",   "充分",	"与客人",   "与来宾", "与对方", "达成",
					    "交换",   "两件事", "两方面",   "方面",   "领域",	"三方面",
					    "两个方", "三个方", "有关情况", "与大家", "初步"};

	struct sought sought = SOUGHT(words);

	for (; i < end; i++)
		if (sought_at(article, i, &sought) ||
		    (joins_parties(article->chars[i]) &&
		     (article->found_at[i + 1] || article->starts[i + 1] & (IN(SELF) | IN(GROUP) | IN(POST)))))
			break;
	return i;
}

/* 双方商定|,5月底前…; 签约|,总投资…; not 达成意向,该公司… */
static bool goes_on(const struct article *article, const struct token *cue, vg_tie_status status)
{
	return status == VG_SIGNED || (status == VG_INTENDED && !text_at(article, cue->end - 2, "意向") &&
				       !text_at(article, cue->end - 2, "共识"));
}

static struct span topic_of(const struct account *account, const struct token *cue, vg_tie_status status)
{
	const struct article *article = account->article;
	size_t start = cue->end, end;

	if (is_by_supplier(account, cue)) {
		start = end = cue[-1].start - 1;
		while (start > account->sentence.start && !is_clause_end(article->chars[start - 1]))
			start--;
		return (struct span){(uint32_t)start, (uint32_t)end};
	}
	start = topic_start(account, cue->start);
	if (start && (article->chars[start - 1] != u'在' || status == VG_DISCUSSED)) {
		end = topic_end(article, start, cue->start);
		return (struct span){(uint32_t)start, (uint32_t)end};
	}
	start = cue->end;
	while (start < article->count &&
	       (article->chars[start] == u'了' || article->chars[start] == u'的' || article->chars[start] == u'《' ||
		(article->chars[start] == ',' && goes_on(article, cue, status))))
		start++;
	end = start;
	while (end < account->sentence.end && !is_clause_end(article->chars[end]) && article->chars[end] != u'》' &&
	       !(article->chars[cue->end] == u'的' && article->chars[end] == u'已')) /* 签订的项目|已投产 */
		end++;
	if (status == VG_SIGNED && (article->chars[start] == u'在' || text_at(article, end - 2, "举行")))
		return (struct span){0}; /* 签约仪式在南京举行 */
	return (struct span){(uint32_t)start, (uint32_t)end};
}

void tell_tie(struct account *account, uint32_t a, uint32_t b, vg_tie_status status, const struct token *cue,
	      const char *rule)
{
	struct article *article = account->article;

	if (a == NOBODY || b == NOBODY || a == b ||
	    names_agree(article->entities[a].name, article->entities[b].name, VG_ANY_KIND))
		return;
	for (size_t i = 0; i < article->tie_count; i++) {
		struct tie *tie = &article->ties[i];

		if (tie->status != status || !((tie->a == a && tie->b == b) || (tie->a == b && tie->b == a)))
			continue;
		if (tie->topic.end == tie->topic.start) /* 举行签约仪式。…签订了《框架协议》。 */
			tie->topic = topic_of(account, cue, status);
		return;
	}
	article->ties = array_room(article->ties, article->tie_count, &article->tie_capacity, sizeof *article->ties);
	article->ties[article->tie_count++] = (struct tie){
		.a = a,
		.b = b,
		.status = status,
		.date = status == VG_OPERATING && !account->is_dated ? (vg_date){.from = ""}
								     : account->date, /* it ran before */
		.topic = topic_of(account, cue, status),
		.sentence = account->sentence,
		.rule = rule,
	};
}

/* A host among several, or who stands behind 与: 与B联谊,两会签署…. */
static bool is_other_side(const struct account *account, const struct token *cue, uint32_t party)
{
	const struct article *article = account->article;

	for (const struct token *token = account->tokens.items; token < cue; token++)
		if (party_meant(account, token) == party && token->start > account->sentence.start &&
		    joins_parties(article->chars[token->start - 1]))
			return true;
	for (size_t v = 0; v < article->visit_count; v++)
		if (parties_have(&article->visits[v].hosts, party))
			return true;
	return false;
}

/* …汇报了公司与B的合作,双方…: of a clause before, though the sentence tells of a visit. */
static void find_joined_pair(const struct account *account, const struct token *cue, uint32_t pair[2])
{
	const struct tokens *tokens = &account->tokens;
	size_t end = clause_begin(tokens, (size_t)(cue - tokens->items)),
	       begin = end ? clause_begin(tokens, end - 1) : 0;
	struct sides sides;

	if (!end)
		return;
	sides = find_sides(account, begin, end - 1);
	if (sides.a.count == 1 && sides.b.count == 1 && !sides.has_both && sides.a.at[0] != sides.b.at[0] &&
	    sides.a.at[0] != account->visitor && sides.b.at[0] != account->visitor) {
		pair[0] = sides.a.at[0];
		pair[1] = sides.b.at[0];
	}
}

/* 双方 behind two parties of the sentence, where it tells of no visit, are these: A是B的老客户,双方合作…. */
static void find_named_pair(const struct account *account, const struct token *cue, uint32_t pair[2])
{
	struct parties named = {0};

	for (size_t t = 0; &account->tokens.items[t] < cue; t++)
		parties_add(&named, party_meant(account, &account->tokens.items[t]));
	if (account->is_told_here) {
		find_joined_pair(account, cue, pair);
		return;
	}
	if (named.count == 2) {
		pair[0] = named.at[0];
		pair[1] = named.at[1];
	} else if (named.count == 1 && named.at[0] != account->visitor && is_other_side(account, cue, named.at[0])) {
		pair[1] = named.at[0];
	}
}

static bool name_ends_as(const struct article *article, const char *name, struct span words)
{
	size_t length = strlen(name), at = words.end;

	for (size_t i = words.start; i < words.end; i++)
		if (i >= article->count || !is_han(article->chars[i])) /* three bytes each */
			return false;
	while (at > words.start && length >= 3 && !memcmp(name + length - 3, article->bytes + article->at[at - 1], 3)) {
		at--;
		length -= 3;
	}
	return at == words.start && length;
}

static bool ends_as(const struct article *article, uint32_t entity, struct span words)
{
	const struct entity *named = &article->entities[entity];
	bool is_so = name_ends_as(article, named->name, words);

	for (size_t i = 0; i < named->alias_count; i++)
		is_so |= name_ends_as(article, named->aliases[i], words);
	return is_so && named->kind != VG_PERSON;
}

/* 两县政协, 两校, 两地工商联: the two that end so; false where there are more, or none. */
static bool find_pair_alike(const struct account *account, const struct token *both, uint32_t pair[2])
{
	enum { LONGEST = 4 };
	const struct article *article = account->article;

	for (uint32_t length = LONGEST; length; length--) {
		struct span words = {both->end, both->end + length};
		uint32_t found[2] = {NOBODY, NOBODY};
		size_t count = 0;

		if (length == 1) /* 两|校 */
			words = (struct span){both->end - 1, both->end};
		for (uint32_t e = 0; e < article->entity_count && e < COMPARED_MAX; e++)
			if (ends_as(article, e, words) && count++ < 2)
				found[count - 1] = e;
		if (count == 2) {
			memcpy(pair, found, sizeof found);
			return true;
		}
	}
	return false;
}

/* Whom 双方 means where no visit is told: who met, or of whom a tie was told last. */
static void find_last_pair(const struct account *account, uint32_t pair[2])
{
	const struct article *article = account->article;

	if (pair[0] != NOBODY || pair[1] != NOBODY || article->visit_count)
		return;
	if (account->met[0] != NOBODY) {
		memcpy(pair, account->met, sizeof account->met);
	} else if (article->tie_count) {
		pair[0] = article->ties[article->tie_count - 1].a;
		pair[1] = article->ties[article->tie_count - 1].b;
	}
}

static const struct token *both_before(const struct account *account, const struct token *cue)
{
	for (const struct token *token = cue; token-- > account->tokens.items;)
		if (token->kind == BOTH_TOKEN)
			return token;
	return NULL;
}

/* 产业园, of which 两地 does not speak */
static bool is_park(const char *name, size_t length)
{
	return length > 3 && !strcmp(name + length - 3, "园");
}

/* A division, or the delegation of one. */
static bool is_of_place(const struct article *article, uint32_t entity)
{
	const char *name = entity != NOBODY ? article->entities[entity].name : "";
	size_t length = strlen(name);

	return (entity != NOBODY && article->entities[entity].kind == VG_PLACE && !is_park(name, length)) ||
	       (length > 3 && !strcmp(name + length - 3, "团"));
}

/* 会见了A公司总裁和B公司总裁,双方…: with each of their houses. */
static void tell_other_guests(struct account *account, vg_tie_status status, const struct token *cue, const char *rule)
{
	const struct article *article = account->article;
	const struct visit *visit = account->visit;

	if (!visit || visit->type != VG_MEETING)
		return;
	for (size_t i = 0; i < visit->visitors.count; i++) {
		uint32_t house = party_of(article, visit->visitors.at[i]);

		if (is_person(article, visit->visitors.at[i]) && house != account->visitor &&
		    article->entities[house].kind == VG_ORGANIZATION)
			tell_tie(account, house, account->host, status, cue, rule);
	}
}

void tell_pair(struct account *account, const struct sides *sides, vg_tie_status status, const struct token *cue,
	       const char *rule)
{
	uint32_t pair[2] = {account->visitor, account->host};
	const struct token *both = sides->has_both ? both_before(account, cue) : NULL;

	if (both && account->article->chars[both->start] == u'两' && find_pair_alike(account, both, pair)) {
		tell_tie(account, pair[0], pair[1], status, cue, rule);
		return;
	}
	if (sides->has_both_places) {
		find_pair_of_places(account, pair);
		if (!is_of_place(account->article, pair[0]) || !is_of_place(account->article, pair[1]))
			return;
	} else if (sides->has_both) {
		find_named_pair(account, cue, pair);
		find_last_pair(account, pair);
	}
	tell_tie(account, pair[0], pair[1], status, cue, rule);
	if (pair[0] == account->visitor && pair[1] == account->host)
		tell_other_guests(account, status, cue, rule);
}

bool tell_pairs(struct account *account, const struct sides *sides, vg_tie_status status, const struct token *cue,
		const char *rule)
{
	if (sides->has_both && !sides->b.count) {
		tell_pair(account, sides, status, cue, rule);
		return true;
	}
	for (size_t i = 0; i < sides->a.count; i++)
		for (size_t k = 0; k < sides->b.count; k++)
			tell_tie(account, sides->a.at[i], sides->b.at[k], status, cue, rule);
	return sides->a.count && sides->b.count;
}
