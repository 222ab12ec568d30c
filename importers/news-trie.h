/* news-trie.h - words of 16-bit characters, each with the bits of its classes: built once, then walked at each character of a text.
 *
 * Nearly every walk ends at once, so a fork tells by one word of bits whether a character can go on from it; and a step carries
 * the classes of the word that ends there, so that a word's end is never visited. */
#ifndef IMPORTERS_NEWS_TRIE_H
#define IMPORTERS_NEWS_TRIE_H

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
	struct draft *draft; /* while it is built */
};

void trie_begin(struct trie *trie);
void trie_add(struct trie *trie, const uint16_t *characters, size_t count, uint64_t classes);
void trie_finish(struct trie *trie);
void trie_free(struct trie *trie);

/* The step from a fork by a character, NULL where there is none. */
static inline const struct step *trie_step(const struct trie *trie, const struct fork *from, uint16_t character)
{
	unsigned low = character & 63;
	const struct step *step = trie->steps + from->first, *end = step + from->count;

	if (!(from->bits >> low & 1))
		return NULL;
	for (size_t half; (half = (size_t)(end - step) / 2) >= 4;) /* the names of a graph are many: by halves */
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
