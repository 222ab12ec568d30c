/* cues.c - what stands around the cue of a tie: whether it is denied, only talked about, or no more than good words. */
#include "importers/news/sides.h"

/* Whether a word of the classes stands in the clause before the cue. */
bool has_before(const struct account *account, const struct token *cue, uint64_t classes)
{
	const struct article *article = account->article;

	for (size_t i = cue->start;
	     i > account->sentence.start && article->chars[i - 1] != ',' && article->chars[i - 1] != u';'; i--)
		if (article->starts[i - 1] & classes && !article->found_at[i - 1]) /* not 将乐县 */
			return true;
	return false;
}

/* 尚未签订, 解除与B签订的协议 */
bool is_denied(const struct account *account, const struct token *cue)
{
	static const char *const ends[] = {"因故取消", "取消", "推迟", "搁置", "告吹", "未果", "流产", "作罢"};
	const struct article *article = account->article;
	struct sought sought = SOUGHT(ends);
	size_t i = cue->end;

	for (; i < cue->end + 6 && !is_clause_end(article->chars[i]); i++) /* 签约因故取消 */
		if (sought_at(article, i, &sought))
			return true;
	return did_not_happen(article, account->sentence.start, cue->start, true);
}

/* Whether 方面 or 领域 stands between: 在人才培养等方面|交流. */
static bool names_field(const struct article *article, size_t start, size_t end)
{
	enum { FIELDS_MAX = 60 }; /* characters of what is listed before 方面 */
	static const char *const nouns[] = {"方面", "领域", "问题"};
	struct sought sought = SOUGHT(nouns);

	for (size_t i = start; i < end && i < start + FIELDS_MAX; i++)
		if (sought_at(article, i, &sought))
			return true;
	return false;
}

/* 就业, 成就: no 就 of what is talked about. */
static bool is_within_word(const struct article *article, size_t i)
{
	static const char16_t behind[] = u"业近是读地要诊任职餐座医算此学";

	for (const char16_t *character = behind; *character; character++)
		if (article->chars[i + 1] == *character)
			return article->chars[i] == u'就';
	return article->chars[i] == u'就' && i && (article->chars[i - 1] == u'成' || article->chars[i - 1] == u'造');
}

size_t topic_start(const struct account *account, size_t end)
{
	static const char *const words[] = {"就", "围绕", "针对", "聚焦"};
	const struct article *article = account->article;
	struct sought sought = SOUGHT(words);
	size_t length;

	for (size_t i = end; i > account->sentence.start && !is_clause_end(article->chars[i - 1]); i--) {
		if ((length = sought_at(article, i - 1, &sought)) && !is_within_word(article, i - 1))
			return i - 1 + length;
		if (article->chars[i - 1] == u'在' && names_field(article, i, end))
			return i;
	}
	return 0;
}

bool is_topic(const struct account *account, const struct token *cue)
{
	size_t start = topic_start(account, cue->start);

	return start && account->article->chars[start - 1] != u'在';
}

/* 将全力支持, 将加强…合作: good words without a thing. */
bool is_wish(const struct account *account, const struct token *cue)
{
	static const char *const wishes[] = {"支持", "服务", "保障", "加强", "深化", "携手", "助力", "推动",
					     "促进", "全力", "派",   "继续", "加大", "组织", "安排"};
	static const char *const things[] = {"建设", "设立", "投资", "落户", "落地", "建立", "成立",
					     "新建", "共建", "授信", "贷款", "万元", "亿元"};
	const struct article *article = account->article;
	struct sought wish = SOUGHT(wishes), thing = SOUGHT(things);
	bool has_wish = false;

	for (size_t i = cue->end; !is_clause_end(article->chars[i]); i++) {
		if (sought_at(article, i, &thing))
			return false;
		has_wish |= sought_at(article, i, &wish) > 0;
	}
	return has_wish;
}

/* Whether the sentence speaks of 我校, 我市. */
bool speaks_of_home(const struct account *account)
{
	for (size_t i = account->sentence.start; i < account->sentence.end; i++)
		if (account->article->starts[i] & IN(HOME))
			return true;
	return false;
}

/* 合作伙伴, 供应商, 老客户: what one is to the other. */
bool is_partner(const struct article *article, const struct token *cue)
{
	static const char *const nouns[] = {"伙伴", "商", "客户", "方", "关系", "单位"};

	for (size_t i = 0; i < COUNT(nouns); i++)
		if (text_at(article, cue->end - strlen(nouns[i]) / 3, nouns[i]))
			return true;
	return false;
}

/* 缔结友好城市五周年, 签约以来: it was long ago. */
bool is_anniversary(const struct account *account, const struct token *cue)
{
	static const char *const words[] = {"周年", "以来", "年来"};
	struct sought sought = SOUGHT(words);

	for (size_t i = cue->end; i < account->sentence.end && !is_clause_end(account->article->chars[i]); i++)
		if (sought_at(account->article, i, &sought))
			return true;
	return false;
}

/* 双方商定…,并将在B设立分中心, 签订了《…》,约定…: it is one tie, which was told. */
bool is_settled(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;
	bool is_clause_of_paper = text_at(article, cue->start, "约定") && cue->start &&
				  article->chars[cue->start - 1] == ',';

	for (size_t i = 0; i < article->tie_count; i++)
		if (article->ties[i].sentence.start == account->sentence.start &&
		    (article->ties[i].status == VG_INTENDED ||
		     (article->ties[i].status == VG_SIGNED && is_clause_of_paper)))
			return true;
	return false;
}

/* 在座的侨商, 学生: many, of whom none is named. */
static struct sought many(void)
{
	static const char *const others[] = {"在座", "商户", "村民",   "群众", "居民", "师生",	"学生",
					     "学员", "职工", "员工",   "农户", "老板", "患者",	"大家",
					     "工人", "游客", "市民",   "乡亲", "网友", "记者",	"老人",
					     "家长", "校友", "种植户", "驻村", "摊主", "毕业生"};

	return SOUGHT(others);
}

bool talks_with_others(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;
	struct sought others = many();

	for (size_t i = cue->start; i > account->sentence.start && !is_clause_end(article->chars[i - 1]); i--)
		if (joins_parties(article->chars[i - 1]) && sought_at(article, i, &others))
			return true;
	return false;
}

bool is_by_many(const struct account *account, const struct token *cue)
{
	const struct article *article = account->article;
	struct sought others = many();

	for (size_t i = cue->start; i > account->sentence.start && !is_clause_end(article->chars[i - 1]); i--)
		if (article->found_at[i - 1])
			return false;
		else if (sought_at(article, i - 1, &others))
			return true;
	return false;
}

/* What is to be talked about, or was agreed in the same clause, is more. */
bool is_outdone(const struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;

	for (size_t i = clause_begin(tokens, t); i < clause_end(tokens, t); i++)
		if (tokens->items[i].kind == INTENDED_TOKEN && !is_topic(account, &tokens->items[i]))
			return true;
	return false;
}

/* 签约共建实验室: what the paper says. */
bool is_of_paper(const struct account *account, size_t t)
{
	for (size_t i = clause_begin(&account->tokens, t); i < t; i++)
		if (account->tokens.items[i].kind == SIGNED_TOKEN ||
		    (account->tokens.items[i].kind == TALK_TOKEN && account->tokens.items[t].kind == OPERATING_TOKEN))
			return true;
	return false;
}

/* 赴|杭州,与A公司签约: where they went, since with whom they sign stands behind. */
bool is_where_to(const struct account *account, const struct token *name)
{
	const struct article *article = account->article;
	const struct token *end = account->tokens.items + account->tokens.count;

	if (!(article->ends[name->start] & IN(TRAVEL)) || article->entities[name->entity].kind != VG_PLACE)
		return false;
	for (const struct token *token = name + 1; token + 1 < end; token++)
		if (token->kind == JOINT_TOKEN && article->chars[token->start] == u'与')
			return token[1].kind == NAME_TOKEN;
	return false;
}

/* 希望就…交流, 就加强合作交流; but 就加强银政合作、服务支点建设交流 has things in it. */
bool is_only_wished(const struct account *account, const struct token *cue)
{
	size_t topic = topic_start(account, cue->start);
	struct token begin = {.start = (uint32_t)(topic ? topic : cue->start)};
	bool is_list = false;

	for (size_t i = topic; topic && i < cue->start; i++)
		is_list |= account->article->chars[i] == u'、';
	return has_before(account, is_list ? &begin : cue, IN(VAGUE));
}

/* 与B座谈,|商谈补贴事宜; 与B座谈,就…|展开讨论: with whom they do is told in the clause before. */
static struct parties talked_before(const struct account *account, size_t t)
{
	const struct tokens *tokens = &account->tokens;
	size_t end = clause_begin(tokens, t), begin = end ? clause_begin(tokens, end - 1) : 0;
	struct sides sides = {0};

	if (end > begin + 1 && tokens->items[end - 2].kind == TALK_TOKEN)
		sides = find_sides(account, begin, end - 1);
	return sides.has_joint && !sides.has_both ? sides.b : (struct parties){0};
}

/* Of one who is named behind 与 the other is the visitor, or the host. */
void find_who_talks(const struct account *account, struct sides *sides, size_t t)
{
	if (sides->has_both || sides->has_unknown || sides->a.count)
		return;
	if (!sides->b.count)
		sides->b = talked_before(account, t);
	if (sides->b.count)
		parties_add(&sides->a, sides->b.at[0] == account->visitor ? account->host : account->visitor);
}
