/* trie.h - words of 16-bit characters, each with the bits of its classes: built once, then walked at each character of a text.
 *
 * Nearly every walk ends at once. So one bit of a table tells whether two characters may begin a word, a fork tells by its bits
 * whether a character can go on from it, and a step carries the classes of the word that ends there. */
#ifndef IMPORTERS_NEWS_TRIE_H
#define IMPORTERS_NEWS_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From one character to the next. */
struct step {
	uint16_t character;
	uint16_t set;  /* index into trie->sets: the classes of the word that ends here; 0: none does */
	uint32_t fork; /* where it goes on, 0: nowhere */
};

/* The steps from a place: `count` of them from steps[first] on, by their last six bits, then in full. */
struct fork {
	uint64_t bits; /* which last six bits there are */
	uint32_t first;
	uint16_t count;
	uint16_t set; /* of a first character: as in a step */
};

struct trie {
	uint16_t *roots; /* the fork of each first character, 0: none. They lie together, as they are asked most. */
	struct step *steps;
	struct fork *forks;
	uint64_t *sets;
	uint64_t *
		pairs; /* a bit for each two characters with which words begin, by a hash: wrong now and then, but not in a no */
	struct draft *draft; /* while it is built */
};

void trie_begin(struct trie *trie);
void trie_add(struct trie *trie, const uint16_t *characters, size_t count, uint64_t classes);
void trie_finish(struct trie *trie);
void trie_free(struct trie *trie);

enum { PAIR_BITS = 19 };
static inline uint32_t pair_of(uint16_t first, uint16_t second)
{
	return ((uint32_t)first << 16 | second) * UINT32_C(2654435761) >> (32 - PAIR_BITS);
}
static inline bool trie_may_go_on(const struct trie *trie, uint16_t first, uint16_t second)
{
	uint32_t pair = pair_of(first, second);

	return trie->pairs[pair >> 6] >> (pair & 63) & 1;
}

/* How many bits are set. */
static inline unsigned bits_in(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555;
	bits = (bits & 0x3333333333333333) + (bits >> 2 & 0x3333333333333333);
	bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
	return (unsigned)(bits * 0x0101010101010101 >> 56);
}

/* The step from a fork by a character, NULL where there is none. */
static inline const struct step *trie_step(const struct trie *trie, const struct fork *from, uint16_t character)
{
	enum { MANY = 128 };
	unsigned low = character & 63;
	const struct step *step = trie->steps + from->first, *end = step + from->count;

	if (!(from->bits >> low & 1))
		return NULL;
	if (from->count < MANY) /* at least so many steps are before it, and hardly more */
		step += bits_in(from->bits & ((UINT64_C(1) << low) - 1));
	else /* the names of a graph: by halves */
		for (size_t half; (half = (size_t)(end - step) / 2) >= 4;)
			if ((step[half].character & 63u) > low ||
			    ((step[half].character & 63u) == low && step[half].character > character))
				end = step + half;
			else
				step += half;
	for (; step < end && (step->character & 63u) <= low; step++)
		if (step->character == character)
			return step;
	return NULL;
}

#endif
