/* trie.c - builds the trie of words. */
#include "importers/news/trie.h"

#include "graph/text.h"

#include <stdlib.h>

enum { FIRST_CHARACTERS = 65536, FIRST_LOG = 16, SETS_MAX = 65536 };

static void note_bit(struct trie *trie, const struct step *step)
{
	uint64_t bit = step_bit(trie, step->from, step->character);

	trie->bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

static void make_room(struct trie *trie, unsigned log)
{
	struct step *old = trie->steps;
	size_t count = old ? (size_t)1 << trie->log : 0;

	free(trie->bits);
	trie->log = log;
	trie->steps = memory_get(sizeof *trie->steps << log);
	trie->bits = memory_get(((size_t)1 << (log + BITS_LOG)) / 8);
	for (size_t i = 0; i < count; i++)
		if (old[i].from) {
			*step_at(trie, old[i].from, old[i].character) = old[i];
			note_bit(trie, &old[i]);
		}
	free(old);
}

static struct step *add_step(struct trie *trie, uint32_t from, uint16_t character)
{
	struct step *step;

	if (trie->step_count >> (trie->log - 1))
		make_room(trie, trie->log + 1);
	step = step_at(trie, from, character);
	if (!step->from) {
		*step = (struct step){.from = from, .character = character};
		note_bit(trie, step);
		trie->step_count++;
	}
	return step;
}

/* The set with these classes as well. */
static uint16_t set_with(struct trie *trie, uint16_t set, uint64_t classes)
{
	size_t i = trie->set_count;

	classes |= trie->sets[set];
	while (i-- > 0)
		if (trie->sets[i] == classes)
			return (uint16_t)i;
	if (trie->set_count == SETS_MAX)
		return set;
	trie->sets = array_room(trie->sets, trie->set_count, &trie->set_capacity, sizeof *trie->sets);
	trie->sets[trie->set_count] = classes;
	return (uint16_t)trie->set_count++;
}

void trie_begin(struct trie *trie)
{
	*trie = (struct trie){.first = memory_get(FIRST_CHARACTERS * sizeof *trie->first)};
	trie->sets = array_room(NULL, 0, &trie->set_capacity, sizeof *trie->sets);
	trie->sets[trie->set_count++] = 0; /* no class */
	make_room(trie, FIRST_LOG);
}

void trie_add(struct trie *trie, const uint16_t *characters, size_t count, uint64_t classes)
{
	struct first_step *first = &trie->first[*characters];
	uint32_t *to = &first->to;
	uint16_t *set = &first->set;

	for (size_t i = 1; i < count; i++) {
		struct step *step;

		if (!*to)
			*to = ++trie->place_count;
		step = add_step(trie, *to, characters[i]);
		to = &step->to;
		set = &step->set;
	}
	if (count)
		*set = set_with(trie, *set, classes);
}

void trie_free(struct trie *trie)
{
	free(trie->first);
	free(trie->steps);
	free(trie->bits);
	free(trie->sets);
}
