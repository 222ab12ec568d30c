/* trie.h - words of 16-bit characters, each with the bits of its classes: built once, then walked at each character of a text.
 *
 * All steps lie in one open hash. Nearly every walk ends at once: so one bit of a table, by the same hash, tells of nearly every step
 * that there is none. */
#ifndef IMPORTERS_NEWS_TRIE_H
#define IMPORTERS_NEWS_TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From a place in a word to the next by a character. Small, since the words of a text lie all over the table. */
struct step {
	uint32_t from; /* 0: no step */
	uint16_t character;
	uint16_t set; /* index into trie->sets: the classes of the word that ends here; 0: none does */
	uint32_t to;  /* where words go on, 0: nowhere */
};

/* From the beginning of a word. */
struct first_step {
	uint32_t to;
	uint16_t set;
};

struct trie {
	struct first_step *first; /* by each character */
	struct step *steps;
	uint64_t *bits; /* which hashes there are: wrong now and then, but not in a no */
	unsigned log;	/* of how many steps there is room for */
	size_t step_count;
	uint32_t place_count;
	uint64_t *sets; /* few sets of classes occur; each is kept once */
	size_t set_count, set_capacity;
};

void trie_begin(struct trie *trie);
void trie_add(struct trie *trie, const uint16_t *characters, size_t count, uint64_t classes);
void trie_free(struct trie *trie);

static inline uint64_t step_hash(uint32_t from, uint16_t character)
{
	return ((uint64_t)from << 16 | character) * UINT64_C(0x9E3779B97F4A7C15);
}

/* Where the step from a place by a character is, or would be. */
static inline struct step *step_at(const struct trie *trie, uint32_t from, uint16_t character)
{
	size_t mask = ((size_t)1 << trie->log) - 1, slot = (size_t)(step_hash(from, character) >> (64 - trie->log));

	while (trie->steps[slot].from && !(trie->steps[slot].from == from && trie->steps[slot].character == character))
		slot = (slot + 1) & mask;
	return &trie->steps[slot];
}

enum { BITS_LOG = 3 }; /* of the bits for each step that there is room for */

static inline uint64_t step_bit(const struct trie *trie, uint32_t from, uint16_t character)
{
	return step_hash(from, character) >> (64 - BITS_LOG - trie->log);
}

/* Whether there may be a step from a place by a character. */
static inline bool trie_may_step(const struct trie *trie, uint32_t from, uint16_t character)
{
	uint64_t bit = step_bit(trie, from, character);

	return trie->bits[bit >> 6] >> (bit & 63) & 1;
}

/* Lets the processor fetch that step while other things are done: it lies anywhere. */
static inline void trie_fetch(const struct trie *trie, uint32_t from, uint16_t character)
{
	__builtin_prefetch(&trie->steps[step_hash(from, character) >> (64 - trie->log)]);
}

/* That step, NULL where there is none. */
static inline const struct step *trie_step(const struct trie *trie, uint32_t from, uint16_t character)
{
	const struct step *step = trie_may_step(trie, from, character) ? step_at(trie, from, character) : NULL;

	return step && step->from ? step : NULL;
}

#endif
