/* runs.h - what the finders of organizations and places share: cuts, and the runs between them. */
#ifndef IMPORTERS_NEWS_RUNS_H
#define IMPORTERS_NEWS_RUNS_H

#include "importers/news/marks.h"
#include "importers/news/news.h"

/* Bits of article->is_cut[i], between the characters i - 1 and i. */
enum { CUT_HARD = 1, CUT_JOINT = 2, CUT_INSIDE = 4 /* a word goes on here */ };
/* … and of the character at i. */
enum { QUOTED = 8, NAME_CHARACTER = 16, TITLE_START = 32, COVERED = 64 /* by a name */, MAY_BE_DATE = 128 };

/* The name that stands first from i on, NULL where none does. */
static inline struct found *name_behind(const struct article *article, size_t i)
{
	i = first_with(article->is_cut, i, article->count, COVERED);
	return i < article->count ? &article->found[article->found_at[i] - 1] : NULL;
}

#define PLACES (IN(PLACE_ENDING) | IN(ZONE) | IN(PROVINCE) | IN(CITY) | IN(COUNTY))

static inline bool is_name_character(uint16_t character)
{
	return is_han(character) || is_digit(character) || is_latin(character) || character == 0x00B7 ||
	       character == '&';
}

/* What divisions are called with one character. */
static inline bool is_level(uint16_t character)
{
	return character == u'省' || character == u'市' || character == u'县' || character == u'区' ||
	       character == u'州' || character == u'旗' || character == u'盟' || character == u'镇' ||
	       character == u'乡';
}

/* Words at which names end. */
#define CUTTING                                                                                                     \
	(IN(STOP) | IN(LOOK) | IN(TRAVEL) | IN(RECEIVE) | IN(LEAD) | IN(ACCOMPANY) | IN(PARTY_WORD) | IN(WELCOME) | \
	 IN(SIGNED_CUE) | IN(VAGUE_DATE) | IN(BYLINE) | IN(BOTH) | IN(HOME))
void cut_around(struct article *article, size_t start, size_t end, unsigned char how);
/* 会见|派能科技公司, 走访|和记黄埔有限公司: a word of one character behind a verb ends nothing, where a house begins with it. (crossings.c) */
bool begins_house(const struct article *article, size_t i);
/* The next stretch of characters that no name covers and no cut divides, behind run->end. */
bool next_run(const struct article *article, struct span *run);
/* The next in which a character has the mark. */
bool next_run_with(const struct article *article, struct span *run, unsigned mark);
bool run_has(const struct article *article, struct span run, unsigned mark);
/* Puts a name into article->found and cuts around it; NULL where one is already. */
struct found *name_take(struct article *article, size_t start, size_t end, enum mention_kind kind, const char *rule);
/* Vesta Motors: where the words in letters begin of which the one at `start` is the last. */
size_t latin_begin(const struct article *article, size_t start);
/* 建设奶粉分装厂, 设立大豆、牛肉分拨中心: what is to be built is no house yet. */
bool is_to_be(const struct article *article, size_t start, size_t end);
/* Where in a run the name begins that ends at `end`. */
size_t name_start(const struct article *article, size_t start, size_t end);
/* Where that of a company begins, by law of two characters before its trade: 是|德科技 begins with the word at which names end. */
size_t name_begin(const struct article *article, size_t start, size_t end);

/* The name of an organization without administrative prefix and legal form (正星科技); empty where it has no such form. */
struct span core_of(const struct article *article, const struct found *found);
/* 国网|河南|电力: of a house that is known, in a division, and its trade. */
void branches_find(struct article *article);
/* 太原|重工: a division and a trade. */
bool may_be_company(const struct article *article, struct span run);
void companies_find(struct article *article); /* news/companies.c */
/* 副主席汪海洋,联络部|部长: of a house that is named before. */
bool is_lone_department(const struct article *article, size_t start, size_t end);
/* Whether anything in the run is not just a word of the trade: 科林空调, not 智能制造. */
bool is_proper_name(const struct article *article, struct span run);
void company_take(struct article *article, struct span run, const char *rule);
/* 克罗地亚|驻上海总领事: no house. */
bool is_posted(const struct article *article, struct span run);
/* 岐阜县关市|副市长: a division of which the post behind it is. */
bool is_own_level(const struct article *article, struct span run);
/* The run that ends at `end`. */
struct span run_before(const struct article *article, size_t end);
/* 木制玩具、精密模具领域的企业: a trade, not a house. */
bool is_of_trade(const struct article *article, size_t i);
/* Those that are counted or gone to (lists.c); those beside one that is known by its ending. */
void company_lists_find(struct article *article);
void companies_find_beside(struct article *article);
/* 正星科技 for 正星科技公司; only whole names without their form, or beginnings as well. */
void short_forms_find(struct article *article, bool only_whole);

/* Places (places.c). */
#define ALL_DIVISIONS (IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT))
/* The length of the division that starts at i, one that is short for a county of the article as well; 0: none. */
size_t division_at(const struct article *article, size_t i);
/* 南湖|区委书记: the county and its committee share a character. */
bool take_before_level(struct article *article, struct span run);
/* 高新区, 二七区, 灵川镇, 产业园: whether what ends here can be a place. */
bool ends_place(const struct article *article, const struct match *match, size_t start);
bool take_place(struct article *article, struct span run, size_t end);
/* 赴云霄, 泉州、云霄: a county's short name alone, where one goes or among places. */
bool is_lone_county(const struct article *article, struct span run);
/* 赴|宁德时代电池项目基地: where a site to which somebody goes ends, of which the division is only the beginning; 0: it is none. */
size_t site_end(const struct article *article, struct span run);
/* The divisions in a run that is no longer name. */
void take_divisions(struct article *article, struct span run);

/* Names by the two characters with which they begin; of most pairs a bit tells that none does. */
enum { BUCKET_BITS = 8, PAIR_BITS = 14 };
struct name_index {
	uint64_t pairs[(1 << PAIR_BITS) / 64];
	uint32_t first[1 << BUCKET_BITS];
	uint32_t *next; /* of each name, the one behind it in its bucket; NOBODY: none */
};
/* Empties it, and makes room for names below `most`. */
void name_index_begin(struct name_index *index, struct article *article, size_t most);
void name_index_put(struct name_index *index, const uint16_t *characters, uint32_t name);
static inline uint32_t pair_of(const uint16_t *characters)
{
	uint32_t both;

	memcpy(&both, characters, sizeof both);
	return both * UINT32_C(2654435761) >> (32 - PAIR_BITS);
}
static inline uint32_t names_beginning(const struct name_index *index, const uint16_t *characters)
{
	return index->first[pair_of(characters) >> (PAIR_BITS - BUCKET_BITS)];
}
/* Whether one may begin at i, that no other covers: hardly ever. */
static inline bool may_begin(const struct article *article, const struct name_index *index, size_t i)
{
	uint32_t pair = pair_of(article->chars + i);

	return index->pairs[pair / 64] >> (pair % 64) & 1 &&
	       (article->is_cut[i] & (NAME_CHARACTER | COVERED)) == NAME_CHARACTER;
}

#endif
