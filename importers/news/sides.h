/* sides.h - who is meant by the words of a tie: the sides of a clause, 双方, 该公司, 我校. */
#ifndef IMPORTERS_NEWS_SIDES_H
#define IMPORTERS_NEWS_SIDES_H

#include "importers/news/tokens.h"

struct account {
	struct article *article;
	struct tokens tokens;
	struct span sentence;
	uint32_t visitor, host;	   /* the parties of the visit told last */
	bool is_told_here;	   /* …in this very sentence */
	bool is_home;		   /* …and the host is of who publishes the text */
	const struct visit *visit; /* that visit, NULL where none was told */
	uint32_t latest;	   /* the organization named last before the sentence */
	uint32_t first;	 /* …and the party named first in the sentence before, where it is an organization */
	uint32_t met[2]; /* A与B举行会谈: the two whom a sentence before joined, NOBODY where none did */
	vg_date date;
	bool is_dated; /* …as the sentence itself says */
};

/* The parties before and behind the joint of a clause. */
struct sides {
	struct parties a, b;
	bool has_joint, has_both, has_both_places, has_unknown /* 我校, of which nobody knows the name */;
};

/* 与, 同, 和, 及 */
bool joins_parties(uint16_t character);
bool is_party(const struct article *article, uint32_t entity);
/* …up to NULL */
bool ends_with_any(const char *name, const char *const *endings);
/* The pair of the visit that was told last, up to a character of this sentence; else of the first. */
void find_pair(struct account *account, size_t until);
/* 我校, 我市 of a text that does not say who publishes it. */
bool is_unknown(const struct account *account, const struct token *token);
/* The party for which a token stands, NOBODY where it stands for none. */
uint32_t party_meant(const struct account *account, const struct token *token);
struct sides find_sides(const struct account *account, size_t from, size_t until);
/* The first and the last but one token of the clause, as a half-open range. */
size_t clause_begin(const struct tokens *tokens, size_t t);
size_t clause_end(const struct tokens *tokens, size_t t);
/* The first party of the tokens before `until`: who says or does it. */
uint32_t subject_of(const struct account *account, size_t until);
/* The party behind a cue: 拟在高新区建设, 拟与哈密市合作. */
uint32_t object_of(const struct account *account, size_t t);
/* 两地: the two divisions that are named most, else those of the visits. */
void find_pair_of_places(const struct account *account, uint32_t pair[2]);
/* 两地 are divisions: the first that visits, or is visited, in the article. */
uint32_t place_among_visits(const struct account *account, bool is_visitor);

/* What stands around a cue (cues.c): a word of the classes in the clause before it; 未, 没, 不; 就…, so that it is talked about. */
bool has_before(const struct account *account, const struct token *cue, uint64_t classes);
bool is_denied(const struct account *account, const struct token *cue);
/* Where what is talked about begins, in the clause before `end`: 就|共建…座谈; 0: nothing is. */
size_t topic_start(const struct account *account, size_t end);
bool is_topic(const struct account *account, const struct token *cue);
/* 将全力支持: good words without a thing. */
bool is_wish(const struct account *account, const struct token *cue);
/* 合作伙伴, 供应商: what one is to the other. */
bool is_partner(const struct article *article, const struct token *cue);
/* Whether the sentence speaks of 我校, 我市. */
bool speaks_of_home(const struct account *account);
/* 缔结友好城市五周年: it was long ago. */
bool is_anniversary(const struct account *account, const struct token *cue);
/* 双方商定…,并将在B设立分中心: it is one tie, which was told. */
bool is_settled(const struct account *account, const struct token *cue);
/* 签约共建实验室: what the paper says. */
bool is_of_paper(const struct account *account, size_t t);
/* 与在座的侨商交流: with many, of whom none is named. */
bool talks_with_others(const struct account *account, const struct token *cue);
/* 赴|杭州,与A公司签约: where they went, not with whom. */
bool is_where_to(const struct account *account, const struct token *name);
/* 订单班的学生已签约: they sign for themselves. */
bool is_by_many(const struct account *account, const struct token *cue);
/* 希望就…交流, 就加强合作交流; but 就加强银政合作、服务支点建设交流 has things in it. */
bool is_only_wished(const struct account *account, const struct token *cue);
/* …,与B座谈,就T|展开讨论: both sides of a talk that names one, or none. */
void find_who_talks(const struct account *account, struct sides *sides, size_t t);
/* What is to be talked about, or was agreed in the same clause, is more. */
bool is_outdone(const struct account *account, size_t t);

#endif
