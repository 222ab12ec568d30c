/* runs.c - the runs between cuts, and names by the characters with which they begin. */
#include "importers/news/runs.h"

/* ── Runs ────────────────────────────────────────────────────────────────────────────────────────────── */

#define OUTSIDE (NAME_CHARACTER | TITLE_START | COVERED)
#define BETWEEN (CUT_HARD | CUT_JOINT | COVERED)

static bool may_be_in_run(const struct article *article, size_t i)
{
	return (article->is_cut[i] & OUTSIDE) == NAME_CHARACTER;
}

/* The first character from i on that no name covers, nor a title begins with. */
static size_t run_begin(const struct article *article, size_t i)
{
	for (; i < article->count; i += TOGETHER) {
		uint64_t others = bits_from(article->is_cut + i, OUTSIDE) ^ EACH * NAME_CHARACTER;
		uint64_t zeros = ~(others + EACH * 0x7F) & EACH * 0x80;

		if (zeros)
			return i + first_byte(zeros);
	}
	return article->count;
}

bool next_run(const struct article *article, struct span *run)
{
	run->start = (uint32_t)run_begin(article, run->end);
	run->end = (uint32_t)first_with(article->is_cut, run->start + 1, article->count, BETWEEN);
	return run->start < article->count;
}

bool next_run_with(const struct article *article, struct span *run, unsigned mark)
{
	size_t behind = run->end, i = behind;

	do {
		i = first_with(article->marks, i, article->count, mark);
	} while (i < article->count && !may_be_in_run(article, i) && ++i);
	run->start = (uint32_t)i;
	while (run->start > behind && !(article->is_cut[run->start] & BETWEEN) &&
	       may_be_in_run(article, run->start - 1))
		run->start--;
	run->end = (uint32_t)first_with(article->is_cut, i + 1, article->count, BETWEEN);
	return i < article->count;
}

bool run_has(const struct article *article, struct span run, unsigned mark)
{
	return first_with(article->marks, run.start, run.end, mark) < run.end;
}

/* ── Names ───────────────────────────────────────────────────────────────────────────────────────────── */

void name_index_begin(struct name_index *index, struct article *article, size_t most)
{
	memset(index->pairs, 0, sizeof index->pairs);
	memset(index->first, 0xFF, sizeof index->first);
	index->next = arena_get(&article->arena, (most + 1) * sizeof *index->next);
}

void name_index_put(struct name_index *index, const uint16_t *characters, uint32_t name)
{
	uint32_t pair = pair_of(characters), *first = &index->first[pair >> (PAIR_BITS - BUCKET_BITS)];

	index->pairs[pair / 64] |= UINT64_C(1) << (pair % 64);
	index->next[name] = *first;
	*first = name;
}
