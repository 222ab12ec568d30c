/* news.h - what the parts of the news importer share: words, an article as characters, spans, and what they tell. */
#ifndef IMPORTERS_NEWS_H
#define IMPORTERS_NEWS_H

#include "importers/importers.h"

#include <uchar.h>

/* ── Words (words.c): what importers/news/words/ says, as one trie over characters ───────────────────── */

/* The headings of the files, in the order of word_headings[]. */
enum word_class {
	SURNAME,
	COMPOUND_SURNAME,
	COMMON_SURNAME,
	HONORIFIC,
	TRANSLITERATION,
	NO_LAST,
	BYLINE,
	INTRODUCER,
	SPEECH,
	POST,
	RANK,
	TITLELESS,
	ORGANIZATION_ENDING,
	DELEGATION_ENDING,
	GROUP,
	COMPANY_WORD,
	ORGANIZATION_HEAD,
	PROVINCE,
	CITY,
	COUNTY,
	DIVISION_SHORT,
	COUNTY_SHORT,
	PLACE_ENDING,
	ZONE,
	NO_PLACE,
	COUNTRY,
	STOP,
	NOUN,
	JOINT,
	PLAIN,
	COMMON,
	TRAVEL,
	LOOK,
	RECEIVE,
	TALK,
	LEAD,
	ACCOMPANY,
	PARTY_WORD,
	WELCOME,
	SELF,
	HOME,
	NO_VISIT,
	TO_COME,
	REMOTE,
	STATION,
	DUTY,
	PERFORMANCE,
	SIGNED_CUE,
	INTENDED_CUE,
	OPERATING_CUE,
	BOND,
	SUPPLY,
	AGREEMENT,
	VAGUE,
	BOTH,
	NO_TIE,
	VAGUE_DATE,
	KNOWN_PERSON,
	KNOWN_ORGANIZATION,
	KNOWN_PLACE, /* the user's own dictionary */
	GRAPH_PERSON,
	GRAPH_ORGANIZATION,
	GRAPH_PLACE, /* names that the graph has */
	WORD_CLASS_COUNT,
};
#define IN(class) (UINT64_C(1) << (class))
_Static_assert(WORD_CLASS_COUNT <= 64, "classes of words are bits of one word");

struct words;
/* All that is built in, and what the user's own dictionary adds (NULL: none): "kind name" a line, kind in either language. */
vg_status words_load(struct words **words, const char *dictionary, vg_error *error);
/* These, and all names that the graph has (NULL: no graph). (known.c) */
vg_status words_load_known(struct words **words, const char *dictionary, vg_graph *graph, vg_error *error);
void words_add(struct words *words, enum word_class class, const char *word);
void words_free(struct words *words);

/* A word that stands in the text. */
struct match {
	uint32_t start, length; /* in characters */
	uint64_t classes;
};

/* ── An article (text.c) ────────────────────────────────────────────────────────────────────────── */

struct span {
	uint32_t start, end; /* in characters */
};

enum mention_kind { NO_MENTION, PERSON_MENTION, ORGANIZATION_MENTION, PLACE_MENTION, GROUP_MENTION };

/* A name as it stands somewhere in the text. */
struct found {
	uint32_t start, end;
	enum mention_kind kind;
	uint32_t entity;   /* index into article->entities */
	struct span title; /* of a person: the chain of posts at its side */
	struct span core;  /* of an organization that is an entity's first: core_of() */
	const char *rule;  /* by which it was found, for --explain */
	bool is_part;	   /* of a person's name with dots (怀特) */
	uint32_t of;	   /* 1 + index of the name for which it is short, as the text says (以下简称), 0: none */
};

struct title {
	uint32_t start, end; /* of the post with its ranks */
};

struct entity {
	vg_kind kind;
	const char *name;
	const char **aliases;
	size_t alias_count, alias_capacity;
	const char *title; /* of a person */
	const char *organization;
	uint32_t post_at; /* the entity of `organization`, or NOBODY */
	size_t mentions;
	uint32_t first; /* where it is named first */
	bool is_reporter;
	bool is_post_meant; /* whose post it is was not said, but found from what stands before */
	bool is_division;   /* a place where visits go, rather than whom they visit */
};
#define NOBODY UINT32_MAX
enum { COMPARED_MAX = 400 }; /* beyond so many names of an article, each is not compared with all others */
enum { PARTIES_MAX = 24 };

/* Entities in one role. */
struct parties {
	uint32_t at[PARTIES_MAX];
	size_t count;
};

struct visit {
	vg_date date;
	bool has_own_date;
	vg_type type;
	struct span word, sentence;
	struct parties visitors, hosts, companions;
	uint32_t lead, place;
	struct span topic;
	bool is_frame; /* a trip whose stops are told later */
	bool is_gone;
	bool is_home; /* at the place of the text's publisher (我校) */
	const char *rule;
};

struct tie {
	uint32_t a, b;
	vg_tie_status status;
	vg_date date;
	struct span topic, sentence;
	const char *rule;
};

struct page;

struct token;
struct sentence {
	struct span span;
	uint64_t classes;     /* of all words that start in it */
	struct token *tokens; /* once they were read (tokens.c) */
	size_t token_count;
};

struct article {
	struct arena arena;
	struct page *page; /* that it is of */
	const struct words *words;
	const char *bytes; /* as they stand in the file; those of the article are bytes[start] … bytes[end - 1] */
	size_t start, end;
	uint64_t offset;   /* of bytes[0] in the text of the page */
	size_t line;	   /* of bytes[start] */
	int year;	   /* of the page, 0 where nothing says it */
	vg_date date;	   /* that the user says it has */
	vg_date published; /* as a line of it says: 发布时间：2024-03-06 */

	/* the text, torn paragraphs joined; chars[count] is 0 */
	uint16_t *chars;
	uint32_t *at; /* where each character stands in `bytes` */
	size_t count, char_capacity;
	struct span title;
	uint32_t headline_end; /* behind the title and what else of the headline stands below it */

	/* words: matches[first_match[i]] … are those that start at i, longest first; common words of two and characters of names are bits of `starts` only */
	struct match *matches;
	size_t match_count, match_capacity;
	uint32_t *first_match;
	struct sentence *sentences; /* in order; where one begins, the one before has ended */
	size_t sentence_count, sentence_capacity;
	uint64_t *starts, *ends;    /* classes of the words that start or end at a character */
	uint64_t classes;	    /* of all words of the article */
	unsigned char *short_at;    /* the length of a county's short name that starts here, 0: none */
	unsigned char *is_cut;	    /* no name goes on from i - 1 to i */
	unsigned char *marks;	    /* what may begin or end with a character (marks.h) */
	bool has_quoted_delegation; /* “赣商回乡行”考察团 */
	bool has_quoted_company;    /* “金草原”贸易公司 */
	bool has_dots;		    /* a middle dot stands somewhere */
	bool is_form;		    /* a line says who came: 来访单位:… */

	struct title *titles;
	size_t title_count, title_capacity;
	uint32_t *title_at;  /* 1 + index of the title that covers the character, 0 where none does */
	struct found *found; /* in order, not overlapping */
	size_t found_count, found_capacity;
	size_t spread_count; /* of them, when names_spread() had looked for them everywhere */
	uint32_t *found_at;  /* 1 + index of the name that covers the character, 0 where none does */
	struct entity *entities;
	size_t entity_count, entity_capacity;
	struct visit *visits;
	size_t visit_count, visit_capacity;
	struct tie *ties;
	size_t tie_count, tie_capacity;
	uint16_t self; /* what it calls itself first: 院 of 我院; 0: nothing */
	uint32_t home; /* the entity that publishes the text and calls itself 我校 or 我市, or NOBODY */
	const vg_listener *listener; /* hears which rule found what, where that was asked for */
};

/* What stands for a character in article->chars: full-width forms as ASCII, everything that ends a line as '\n'. */
enum { RARE_HAN = 0xE000 };
static inline bool is_han(uint16_t character)
{
	return (character >= 0x4E00 && character <= 0x9FFF) || /* nearly always */
	       (character >= 0x3400 && character <= 0x4DBF) || character == RARE_HAN || character == 0x3007;
}
static inline bool is_digit(uint16_t character)
{
	return character >= '0' && character <= '9';
}
static inline bool is_latin(uint16_t character)
{
	return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
	       (character >= 0xC0 && character < 0x250 && character != 0xD7 && character != 0xF7); /* Yılmaz, José */
}
/* Between clauses, between sentences. No mark stands behind 。, so that one comparison tells of nearly every character. */
static inline bool is_sentence_end(uint16_t character)
{
	return character <= u'。' &&
	       (character == u'。' || character == '!' || character == '?' || character == '\n' || !character);
}
static inline bool is_clause_end(uint16_t character)
{
	return character <= u'。' && (is_sentence_end(character) || character == ',' || character == ';' ||
				      character == ':' || character == u'…');
}
/* Whether the text at i is the word; words are short and ASCII or Han. The first character decides, nearly always. */
bool text_goes_on(const struct article *article, size_t i, const char *word);
static inline bool text_at(const struct article *article, size_t i, const char *word)
{
	unsigned char lead = (unsigned char)*word;
	uint32_t first = lead < 0x80 ? lead : (uint32_t)(lead & 0xF) << 12 | (word[1] & 0x3F) << 6 | (word[2] & 0x3F);

	return i < article->count && article->chars[i] == first && text_goes_on(article, i, word);
}
/* Words that are sought at one character after the other. Bits of their first two characters tell nearly always that none stands there. */
struct sought {
	const char *const *words;
	size_t count;
	uint64_t firsts, seconds;
};
#define SOUGHT(words) words_sought(words, COUNT(words))
#define LOW_BIT(character) (UINT64_C(1) << ((character)&63)) /* those of Han are the low bits of its last byte */
static inline struct sought words_sought(const char *const words[], size_t count)
{
	struct sought sought = {words, count, 0, 0};

	for (size_t w = 0; w < count; w++) {
		const char *first = words[w] + (words[w][0] & 0x80 ? 2 : 0);

		sought.firsts |= LOW_BIT(*first);
		sought.seconds |= !first[1] ? ~UINT64_C(0) : LOW_BIT(first[first[1] & 0x80 ? 3 : 1]);
	}
	return sought;
}
/* The number of characters of the first of the words that stands at i; 0: none does. */
size_t sought_length(const struct article *article, size_t i, const struct sought *sought);
static inline size_t sought_at(const struct article *article, size_t i, const struct sought *sought)
{
	return i < article->count && LOW_BIT(article->chars[i]) & sought->firsts &&
			       LOW_BIT(article->chars[i + 1]) & sought->seconds
		       ? sought_length(article, i, sought)
		       : 0;
}
/* The first place from i on where the character stands; article->count where it stands nowhere. */
size_t character_at(const struct article *article, size_t i, uint16_t character);
/* What stands for the code point in article->chars. */
uint16_t character_of(uint32_t code);
/* The characters as they stand in the file but for line breaks and spaces between them, in the arena. */
char *span_text(struct article *article, struct span span);
/* The sentence around a character, without white space at its ends. */
struct span sentence_at(const struct article *article, size_t i);
/* All of them, into article->sentences. */
void sentences_find(struct article *article);
/* The index of the first sentence behind the headline. */
size_t first_sentence(const struct article *article);
/* Whether a word of any of the classes starts in the sentence. */
static inline bool sentence_has(const struct article *article, struct span sentence, uint64_t classes)
{
	uint64_t all = 0;

	for (size_t i = sentence.start; i < sentence.end; i++)
		all |= article->starts[i];
	return all & classes;
}

/* Reads one article after the other. */
vg_status page_open(struct page **page, const char *path, const char *encoding, const char *date, vg_error *error);
/* The same over a reader that is open. */
vg_status page_begin(struct page **page, struct reader *reader, const char *file, const char *date, vg_error *error);
/* Empties *article and fills it with the next one; *has_more false at the end. */
vg_status page_next(struct page *page, struct article *article, bool *has_more, vg_error *error);
/* Where in the file article->bytes[start] … [end - 1] stood, and on which line: fills these in. */
void page_locate(const struct article *article, size_t start, size_t end, vg_passage *passage);
const char *page_encoding(const struct page *page);
void page_free(struct page *page);
void article_empty(struct article *article);
void article_free(struct article *article);

/* ── What the parts do, in this order ────────────────────────────────────────────────────────────────── */

void words_find(struct article *article);     /* news/words.c: matches, starts, ends */
void words_give_way(struct article *article); /* news/crossings.c: 会见|中粮 */
/* The length of the longest word of any of the classes that starts at i; 0: none. */
size_t word_found_at(const struct article *article, size_t i, uint64_t classes);
static inline size_t word_at(const struct article *article, size_t i, uint64_t classes)
{
	return i < article->count && article->starts[i] & classes ? word_found_at(article, i, classes) : 0;
}
/* The longest word that starts at i and is more than a common one, NULL where none does. */
static inline const struct match *match_at(const struct article *article, size_t i)
{
	return i < article->count && article->first_match[i] < article->first_match[i + 1]
		       ? &article->matches[article->first_match[i]]
		       : NULL;
}

/* Names that are known beforehand (known.c): the length of the one at i, 0 for none. Of parties in a first pass those that
 * come before any rule, in a second (gives_way) the others, for where no rule has found more. */
size_t known_person(const struct article *article, size_t i);
size_t known_party(const struct article *article, size_t i, bool gives_way, enum mention_kind *kind);

void shorts_find(struct article *article);		  /* news/places.c: counties under their short names */
void titles_find(struct article *article);		  /* news/titles.c */
void cuts_find(struct article *article);		  /* news/cuts.c */
void persons_find(struct article *article);		  /* news/persons.c */
void organizations_find(struct article *article);	  /* news/organizations.c */
void persons_find_behind_houses(struct article *article); /* news/persons.c, once the houses are known */
void entities_settle(struct article *article);		  /* news/entities.c: names become entities with aliases */
void posts_give(struct article *article);		  /* news/posts.c: persons get a title, and whose it is */
void home_find(struct article *article);		  /* news/home.c: who publishes the text */
void visits_find(struct article *article);		  /* news/visits.c */
void ties_find(struct article *article);		  /* news/ties.c */

/* 经开区, 湾沚经济开发区: no district, which has a 区长 (home.c). */
bool is_zone(const struct article *article, const struct found *place);
/* Names that were found somewhere are found wherever else they stand. (entities.c) */
void names_spread(struct article *article);

/* Puts a name into article->found, in order; one that is there already stays. */
struct found *found_add(struct article *article, uint32_t start, uint32_t end, enum mention_kind kind,
			const char *rule);
/* The title whose first (or behind whose last) character this is, NULL where none is. */
const struct title *title_starting(const struct article *article, size_t i);
const struct title *title_ending(const struct article *article, size_t i);
/* The chain of posts that ends at `end`: 党委书记、董事长; empty where none does. */
struct span title_chain(const struct article *article, size_t end);

static inline bool is_numeral(uint16_t character)
{
	switch (character) {
	case u'〇':
	case u'一':
	case u'二':
	case u'三':
	case u'四':
	case u'五':
	case u'六':
	case u'七':
	case u'八':
	case u'九':
	case u'十':
	case u'零':
	case u'○':
		return true;
	default:
		return false;
	}
}
/* What a sentence says of when: nothing; the day, or that there is one (近日: *date is then empty); something that was before (去年, 2022年), by
 * which what follows is not told. */
enum telling { TELLS_NOTHING, TELLS_DAY, TELLS_EARLIER };
/* The date that the span tells, in *date, a day alone in the month of the one before. Of several the first is that of the sentence; the last before
 * a verb, where the span ends, is that of what is done. */
enum which_day { FIRST_DAY, LAST_DAY };
enum telling date_in(const struct article *article, struct span span, const vg_date *before, enum which_day which,
		     vg_date *date);

/* The day that a line such as 发布时间：2024-03-06 10:22 tells, at its first; false where it tells none. */
bool date_published(const char *line, size_t length, vg_date *date);

/* Whether the clause, no further back than `start`, says that what its verb or the cue of a tie tells did not happen. (denials.c) */
bool did_not_happen(const struct article *article, size_t start, size_t verb, bool is_tie);

bool parties_have(const struct parties *parties, uint32_t entity);
void parties_add(struct parties *parties, uint32_t entity);
/* The party for which a person stands, or the entity itself. */
uint32_t party_of(const struct article *article, uint32_t entity);
/* Which house the words mean (公司, 该校, 联盟): the last of its kind; NOBODY where none was named. (posts.c) */
uint32_t house_meant(const struct article *article, size_t start, size_t end);
/* Where the text says 我院, whether the post is one of its own: 院长, 副院长. (posts.c) */
bool is_post_at_home(const struct article *article, const struct title *title);
/* Whether one of two names is the other with an administrative prefix, or with a legal form behind it. */
bool names_agree(const char *a, const char *b, vg_kind kind);

/* How sure a rule is, per mille; hardly at all where it is not in the table. (confidence.c) */
unsigned confidence_of(const char *rule);

/* Reads an article whole: everything above. (news.c) */
void article_read(struct article *article);
/* What it tells, in its arena. (extract.c) */
vg_article article_tell(struct article *article, const char *encoding);
/* Reads the articles of a page, and gives to `take` what each tells. Says to the listener, where it listens, what was taken for what. */
vg_status articles_read(struct page *page, const struct words *words, const char *file, const vg_listener *listener,
			vg_status (*take)(void *self, const vg_article *told, vg_error *error), void *self,
			vg_error *error);

#endif
