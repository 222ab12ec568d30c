/* marks.h - a byte of each character, by which rules go from one place where something may be to the next.
 *
 * Words give most of them (words.c), the short names of counties (places.c) and the characters themselves (cuts.c) the rest. */
#ifndef IMPORTERS_NEWS_MARKS_H
#define IMPORTERS_NEWS_MARKS_H

#include "importers/news/news.h"

/* Bits of article->marks[i]. */
enum {
	ENDING = 1,	/* an ending of a name ends with the character */
	DIVISION = 2,	/* a division may begin with it */
	WORD = 4,	/* a word begins with it that is more than a common one */
	NO_HAN = 8,	/* it is none of every day */
	DATED = 16,	/* a date or a word such as 近日 may begin with it */
	OF_BYLINE = 32, /* 记者 */
	WITNESS = 64,	/* it may say of a person's name here, or beside it */
	STOPS = 128,	/* a sentence ends with it */
};

/* Which byte has a bit cannot be foreseen, so eight are looked at together. */
#define TOGETHER sizeof(uint64_t)
#define EACH UINT64_C(0x0101010101010101)
enum { MARGIN = 8 }; /* so many bytes behind those of the characters are zero */

/* These bits of the bytes from there on. */
static inline uint64_t bits_from(const unsigned char *bytes, unsigned mask)
{
	uint64_t bits;

	memcpy(&bits, bytes, sizeof bits);
	return bits & EACH * mask;
}
/* Which byte, in memory, is the first that is not zero. */
static inline size_t first_byte(uint64_t bytes)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return (size_t)__builtin_clzll(bytes) / 8;
#else
	return (size_t)__builtin_ctzll(bytes) / 8;
#endif
}
/* The first of the bytes from i on with one of the bits; `end` where there is none before. */
static inline size_t first_with(const unsigned char *bytes, size_t i, size_t end, unsigned mask)
{
	for (; i < end; i += TOGETHER) {
		uint64_t bits = bits_from(bytes + i, mask);

		if (bits)
			return i + first_byte(bits) < end ? i + first_byte(bits) : end;
	}
	return end;
}
static inline size_t mark_at(const struct article *article, size_t i, size_t end, unsigned marks)
{
	return first_with(article->marks, i, end, marks);
}

#endif
