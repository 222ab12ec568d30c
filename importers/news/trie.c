/* trie.c - builds the trie of words: in draft its edges lie in one open hash; finished, each fork's steps lie together. */
#include "importers/news/trie.h"

#include "graph/text.h"

#include <stdlib.h>

enum { FIRST_LEVEL = 65536, SLOT_BITS = 13, SETS_MAX = 1 << (SLOT_BITS - 1) };

struct edge {
	uint64_t key; /* node and character; 0: free */
	uint32_t node;
};

struct node {
	uint64_t classes;
	uint32_t edge_count; /* that leave it */
	uint32_t fork;
};

struct draft {
	uint32_t *first; /* the node of each first character */
	struct edge *edges;
	size_t edge_count, edge_capacity; /* a power of two */
	struct node *nodes;
	size_t node_count, node_capacity;
	size_t set_count, set_capacity;
	uint16_t set_slots[1 << SLOT_BITS]; /* an open hash of the sets */
};

/* ── The draft ───────────────────────────────────────────────────────────────────────────────────────── */

static struct edge *find_edge(const struct draft *draft, uint32_t node, uint16_t character)
{
	uint64_t key = (uint64_t)node << 16 | character;
	size_t slot = (size_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (draft->edge_capacity - 1);

	while (draft->edges[slot].key && draft->edges[slot].key != key)
		slot = (slot + 1) & (draft->edge_capacity - 1);
	return &draft->edges[slot];
}

static void grow_edges(struct draft *draft)
{
	struct edge *old = draft->edges;
	size_t old_capacity = draft->edge_capacity;

	draft->edge_capacity = old_capacity ? old_capacity * 2 : 65536;
	draft->edges = memory_get(draft->edge_capacity * sizeof *draft->edges);
	for (size_t i = 0; i < old_capacity; i++)
		if (old[i].key)
			*find_edge(draft, (uint32_t)(old[i].key >> 16), (uint16_t)old[i].key) = old[i];
	free(old);
}

static uint32_t add_node(struct draft *draft)
{
	draft->nodes = array_room(draft->nodes, draft->node_count, &draft->node_capacity, sizeof *draft->nodes);
	draft->nodes[draft->node_count] = (struct node){0};
	return (uint32_t)draft->node_count++;
}

static uint32_t go_on(struct draft *draft, uint32_t node, uint16_t character)
{
	struct edge *edge;

	if (!node) {
		if (!draft->first[character])
			draft->first[character] = add_node(draft);
		return draft->first[character];
	}
	if (draft->edge_count * 2 >= draft->edge_capacity)
		grow_edges(draft);
	edge = find_edge(draft, node, character);
	if (!edge->key) {
		edge->key = (uint64_t)node << 16 | character;
		edge->node = add_node(draft);
		draft->nodes[node].edge_count++;
		draft->edge_count++;
	}
	return edge->node;
}

void trie_begin(struct trie *trie)
{
	*trie = (struct trie){.draft = memory_get(sizeof *trie->draft)};
	trie->draft->first = memory_get(FIRST_LEVEL * sizeof *trie->draft->first);
	grow_edges(trie->draft);
	add_node(trie->draft); /* node 0: the root */
}

void trie_add(struct trie *trie, const uint16_t *characters, size_t count, uint64_t classes)
{
	uint32_t node = 0;

	for (size_t i = 0; i < count; i++)
		node = go_on(trie->draft, node, characters[i]);
	if (node)
		trie->draft->nodes[node].classes |= classes;
}

/* ── Finished ────────────────────────────────────────────────────────────────────────────────────────── */

/* Few sets of classes occur; each is kept once. */
static uint16_t set_of(struct trie *trie, uint64_t classes)
{
	struct draft *draft = trie->draft;
	uint16_t *slot = &draft->set_slots[(classes * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - SLOT_BITS)];

	while (*slot && trie->sets[*slot] != classes)
		slot = slot == &draft->set_slots[(1 << SLOT_BITS) - 1] ? draft->set_slots : slot + 1;
	if (*slot || !classes || draft->set_count == SETS_MAX)
		return *slot;
	trie->sets = array_room(trie->sets, draft->set_count, &draft->set_capacity, sizeof *trie->sets);
	trie->sets[draft->set_count] = classes;
	return *slot = (uint16_t)draft->set_count++;
}

static void give_fork(struct trie *trie, struct node *node, uint32_t *forks, uint32_t *steps)
{
	node->fork = (*forks)++;
	trie->forks[node->fork].first = *steps;
	*steps += node->edge_count;
}

/* Every first character has a fork, and every other node with edges, and room for its steps. */
static void lay_out(struct trie *trie)
{
	struct draft *draft = trie->draft;
	uint32_t forks = 1, steps = 0;

	trie->forks = memory_get((draft->node_count + 1) * sizeof *trie->forks);
	trie->steps = memory_get((draft->edge_count + 1) * sizeof *trie->steps);
	trie->roots = memory_get(FIRST_LEVEL * sizeof *trie->roots);
	for (uint32_t c = 0; c < FIRST_LEVEL; c++)
		if (draft->first[c]) {
			struct node *node = &draft->nodes[draft->first[c]];

			give_fork(trie, node, &forks, &steps);
			trie->forks[node->fork].set = set_of(trie, node->classes);
			trie->roots[c] = (uint16_t)node->fork;
		}
	for (size_t n = 1; n < draft->node_count; n++)
		if (draft->nodes[n].edge_count && !draft->nodes[n].fork)
			give_fork(trie, &draft->nodes[n], &forks, &steps);
}

static struct step step_to(struct trie *trie, uint16_t character, uint32_t node)
{
	const struct node *reached = &trie->draft->nodes[node];

	return (struct step){character, set_of(trie, reached->classes), reached->fork};
}

static bool is_before(uint16_t a, uint16_t b)
{
	return (a & 63) != (b & 63) ? (a & 63) < (b & 63) : a < b;
}

static void put_step(struct trie *trie, struct fork *fork, struct step step)
{
	uint32_t at = fork->first + fork->count++;

	for (; at > fork->first && is_before(step.character, trie->steps[at - 1].character); at--)
		trie->steps[at] = trie->steps[at - 1];
	trie->steps[at] = step;
	fork->bits |= UINT64_C(1) << (step.character & 63);
}

static void note_pairs(struct trie *trie)
{
	trie->pairs = memory_get((1 << PAIR_BITS) / 8);
	for (uint32_t c = 0; c < FIRST_LEVEL; c++) {
		const struct fork *fork = &trie->forks[trie->roots[c]];

		for (uint32_t s = fork->first; trie->roots[c] && s < fork->first + fork->count; s++) {
			uint32_t pair = pair_of((uint16_t)c, trie->steps[s].character);

			trie->pairs[pair >> 6] |= UINT64_C(1) << (pair & 63);
		}
	}
}

void trie_finish(struct trie *trie)
{
	struct draft *draft = trie->draft;

	draft->set_count = 1; /* set 0: no class */
	lay_out(trie);
	for (size_t e = 0; e < draft->edge_capacity; e++) {
		const struct edge *edge = &draft->edges[e];

		if (edge->key)
			put_step(trie, &trie->forks[draft->nodes[edge->key >> 16].fork],
				 step_to(trie, (uint16_t)edge->key, edge->node));
	}
	note_pairs(trie);
	free(draft->first);
	free(draft->edges);
	free(draft->nodes);
	free(draft);
	trie->draft = NULL;
}

void trie_free(struct trie *trie)
{
	if (trie->draft)
		trie_finish(trie);
	free(trie->roots);
	free(trie->steps);
	free(trie->forks);
	free(trie->sets);
	free(trie->pairs);
}
