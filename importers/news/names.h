/* names.h - weighing what may be the name of a person. */
#ifndef IMPORTERS_NEWS_NAMES_H
#define IMPORTERS_NEWS_NAMES_H

#include "importers/news/news.h"

/* Words of every day, of which a name is none. */
#define ORDINARY                                                                                              \
	(IN(COMMON) | IN(STOP) | IN(PLAIN) | IN(NOUN) | IN(SPEECH) | IN(TRAVEL) | IN(LOOK) | IN(PARTY_WORD) | \
	 IN(ACCOMPANY) | IN(LEAD))

/* Whether it is one of a literal: all are compared, several at once, since how many there are is known beforehand. */
#define is_one_of(character, set) is_among(character, set, COUNT(set) - 1)
static inline bool is_among(uint16_t character, const char16_t *set, size_t count)
{
	uint16_t found = 0;

	for (size_t i = 0; i < count; i++)
		found |= set[i] == character;
	return found;
}

/* How many characters at `start` are a person's name, 0 for none. Strong: something beside it says that one stands here. */
size_t name_length(const struct article *article, size_t start, bool is_strong);
/* The same of 西仓良介, right behind a post; of 约翰·史密斯; of 李 超, which the typesetter drew apart. */
size_t unknown_length(const struct article *article, size_t start);
size_t transliterated_length(const struct article *article, size_t start);
size_t long_length(const struct article *article, size_t start);
size_t dotted_length(const struct article *article, size_t start);
size_t spaced_length(const struct article *article, size_t start);
/* 3: something ends there; 2: a word that may follow a name; 1: a character that may; 0: nothing says so. */
int weigh_what_follows(const struct article *article, size_t end);
/* 0, or less where no name would end so. */
int weigh_last_character(const struct article *article, size_t end, bool is_strong);
/* Whether an ordinary word runs across the end of the name. */
bool is_crossed(const struct article *article, size_t start, size_t end);
bool can_be_given(const struct article *article, size_t start, size_t end);

struct found *person_add(struct article *article, size_t start, size_t length, struct span title, const char *rule);
void bylines_find(struct article *article); /* news/bylines.c */
/* Whether a line that begins at i says who came. (news/forms.c) */
bool is_form_line(const struct article *article, size_t i);
void forms_name(struct article *article);   /* news/forms.c: 来访单位:A基金 樊星; once the houses are known */
/* 山本·理惠, whose dot is at `dot`; then, where a part of such a name stands alone. (news/dotted.c) */
void dotted_find(struct article *article, size_t dot);
void dotted_find_parts(struct article *article);

#endif
