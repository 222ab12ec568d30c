/* order.c - who stands left of whom, so that a picture reads from left to right. */
#include "viz/scene.h"

#include <stdlib.h>

/* An arrow that runs against the order is drawn from right to left with its head on the left; within one card, as it is. */
static void turn_arrows(struct scene *scene)
{
	for (size_t i = 0; i < scene->arrow_count; i++) {
		struct arrow *arrow = &scene->arrows[i];

		arrow->is_backwards = scene->cards[arrow->from.card].position > scene->cards[arrow->to.card].position;
	}
}

/* ── By flow: as many visitors as possible left of their hosts ───────────────────────────────────────────
 * The greedy heuristic of Eades, Lin and Smyth (1993), "A fast and effective heuristic for the feedback arc set
 * problem": cards that nobody points at go to the left end, cards that point at nobody to the right end, and when there
 * is neither, the one with the greatest surplus goes left. Dot would break the same cycles, but with arrows that leave
 * on the right and bend all the way round to a card on the left. */

struct flow {
	size_t *in, *out; /* arrows from and to cards that are not placed yet */
	bool *is_placed;
};

static void place(struct scene *scene, struct flow *flow, size_t card, long position)
{
	scene->cards[card].position = position;
	flow->is_placed[card] = true;
	for (size_t i = 0; i < scene->arrow_count; i++) {
		const struct arrow *arrow = &scene->arrows[i];

		if (arrow->from.card == card)
			flow->in[arrow->to.card] -= arrow->count;
		if (arrow->to.card == card)
			flow->out[arrow->from.card] -= arrow->count;
	}
}

static long surplus(const struct flow *flow, size_t card)
{
	return (long)flow->out[card] - (long)flow->in[card];
}

/* The next to be placed; *is_sink: at the right end. */
static size_t choose(const struct scene *scene, const struct flow *flow, bool *is_sink)
{
	size_t best = VG_NONE;

	*is_sink = false;
	for (size_t i = 0; i < scene->card_count; i++) {
		if (flow->is_placed[i])
			continue;
		if (!flow->in[i])
			return i;
		if (!flow->out[i]) {
			*is_sink = true;
			return i;
		}
		if (best == VG_NONE || surplus(flow, i) > surplus(flow, best))
			best = i;
	}
	return best;
}

void order_by_flow(struct scene *scene)
{
	struct flow flow = {.in = memory_get(scene->card_count * sizeof(size_t)),
			    .out = memory_get(scene->card_count * sizeof(size_t)),
			    .is_placed = memory_get(scene->card_count)};
	long left = 0, right = (long)scene->card_count;

	for (size_t i = 0; i < scene->arrow_count; i++) {
		flow.out[scene->arrows[i].from.card] += scene->arrows[i].count;
		flow.in[scene->arrows[i].to.card] += scene->arrows[i].count;
	}
	for (size_t i = 0; i < scene->card_count; i++) {
		bool is_sink;
		size_t card = choose(scene, &flow, &is_sink);

		place(scene, &flow, card, is_sink ? right-- : left++);
	}
	free(flow.in);
	free(flow.out);
	free(flow.is_placed);
	turn_arrows(scene);
}

/* ── Around hubs: the busiest card of each component in its middle ───────────────────────────────────────
 * A breadth-first tree from the hub; each of the hub's branches goes wholly to one side, hosts of the hub to the right,
 * its visitors to the left, and partners to whichever side has less. */

struct branches {
	size_t *degree, *parent, *branch, *size, *queue;
	int *side;
	size_t queued;
};

static size_t other_end(const struct arrow *arrow, size_t card)
{
	return arrow->from.card == card ? arrow->to.card : arrow->to.card == card ? arrow->from.card : VG_NONE;
}

static void reach(struct branches *branches, size_t card, size_t parent, size_t hub, int side)
{
	branches->parent[card] = parent;
	branches->branch[card] = parent == hub ? card : branches->branch[parent];
	branches->side[card] = side;
	branches->queue[branches->queued++] = card;
}

/* The side that the first arrow between hub and card asks for; 0: either. */
static int wanted_side(const struct arrow *arrow, size_t hub)
{
	if (!line_styles[arrow->line].head || arrow->line == LINE_LINK)
		return 0;
	return arrow->from.card == hub ? 1 : -1;
}

static void grow_tree(struct scene *scene, struct branches *branches, size_t hub, size_t first)
{
	for (size_t at = first; at < branches->queued; at++) {
		size_t card = branches->queue[at];

		for (size_t i = 0; i < scene->arrow_count; i++) {
			size_t other = other_end(&scene->arrows[i], card);

			if (other != VG_NONE && branches->parent[other] == VG_NONE)
				reach(branches, other, card, hub,
				      card == hub ? wanted_side(&scene->arrows[i], hub) : branches->side[card]);
		}
	}
}

/* Sizes of the hub's branches, then a side for those that may take either, then positions. */
static void spread(struct scene *scene, struct branches *branches, size_t hub, size_t first)
{
	size_t weight[3] = {0};

	for (size_t at = first + 1; at < branches->queued; at++)
		branches->size[branches->branch[branches->queue[at]]]++;
	for (size_t at = first + 1; at < branches->queued; at++) {
		size_t card = branches->queue[at];

		if (branches->parent[card] == hub)
			weight[branches->side[card] + 1] += branches->side[card] ? branches->size[card] : 0;
	}
	for (size_t at = first + 1; at < branches->queued; at++) {
		size_t card = branches->queue[at], parent = branches->parent[card];

		if (parent != hub)
			branches->side[card] = branches->side[branches->branch[card]];
		else if (!branches->side[card]) {
			branches->side[card] = weight[0] < weight[2] ? -1 : 1;
			weight[branches->side[card] + 1] += branches->size[card];
		}
		scene->cards[card].position = scene->cards[parent].position + branches->side[card];
	}
}

static size_t next_hub(const struct scene *scene, const struct branches *branches)
{
	size_t best = VG_NONE;

	for (size_t i = 0; i < scene->card_count; i++) {
		if (branches->parent[i] != VG_NONE)
			continue;
		if (scene->cards[i].is_middle)
			return i;
		if (best == VG_NONE || branches->degree[i] > branches->degree[best])
			best = i;
	}
	return best;
}

/* ── Folded, where it would be a long thin strip ─────────────────────────────────────────────────────── */

/* A branch longer than `reach` turns back, as a meander does. */
static long folded(long position, long reach)
{
	long away = labs(position) % (2 * reach);

	if (away > reach)
		away = 2 * reach - away;
	return position < 0 ? -away : away;
}

/* Whether so many columns with so many cards each would be much wider than high. */
static bool is_strip(const struct scene *scene, long reach)
{
	size_t *cards = memory_get((2 * (size_t)reach + 1) * sizeof *cards), columns = 0, highest = 0;

	for (size_t i = 0; i < scene->card_count; i++) {
		size_t *in_column = &cards[folded(scene->cards[i].position, reach) + reach];

		columns += !*in_column;
		*in_column += 1;
		highest = *in_column > highest ? *in_column : highest;
	}
	free(cards);
	return (double)columns * COLUMN_WIDTH > STRIP * ((double)highest * CARD_HEIGHT + FRAME_HEIGHT);
}

static void fold(struct scene *scene)
{
	long reach = 1;

	for (size_t i = 0; i < scene->card_count; i++)
		if (labs(scene->cards[i].position) > reach)
			reach = labs(scene->cards[i].position);
	while (reach > 1 && is_strip(scene, reach))
		reach--;
	for (size_t i = 0; i < scene->card_count; i++)
		scene->cards[i].position = folded(scene->cards[i].position, reach);
}

void order_around_hubs(struct scene *scene)
{
	size_t count = scene->card_count, hub;
	size_t *words = memory_get(5 * count * sizeof *words);
	struct branches branches = {words,
				    words + count,
				    words + 2 * count,
				    words + 3 * count,
				    words + 4 * count,
				    memory_get(count * sizeof(int)),
				    0};

	memset(branches.parent, 0xff, count * sizeof *branches.parent);
	for (size_t i = 0; i < scene->arrow_count; i++) {
		branches.degree[scene->arrows[i].from.card]++;
		branches.degree[scene->arrows[i].to.card]++;
	}
	while ((hub = next_hub(scene, &branches)) != VG_NONE) {
		size_t first = branches.queued;

		reach(&branches, hub, hub, VG_NONE, 0);
		scene->cards[hub].position = 0;
		grow_tree(scene, &branches, hub, first);
		spread(scene, &branches, hub, first);
	}
	free(words);
	free(branches.side);
	fold(scene);
	turn_arrows(scene);
}

void order_by_column(struct scene *scene)
{
	for (size_t i = 0; i < scene->card_count; i++)
		scene->cards[i].position = (long)scene->cards[i].column;
	turn_arrows(scene);
}
