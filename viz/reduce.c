/* reduce.c - a scene that is too large becomes a smaller one that says what it stands for. */
#include "viz/scene.h"

#include <stdlib.h>

/* ── Putting cards together ──────────────────────────────────────────────────────────────────────────── */

static struct end moved_card(struct scene *scene, const struct card *old, const size_t *node_into)
{
	struct end end = old->event != VG_NONE ? scene_card_of_event(scene, old->event, old->column)
					       : scene_card_of_node(scene, node_into[old->node], old->column);
	struct card *card = &scene->cards[end.card];

	card->people += old->people + (old->look == CARD_PERSON ? 0 : old->row_count);
	card->inside += old->inside;
	card->is_middle = card->is_middle || old->is_middle;
	if (old->node != VG_NONE && node_into[old->node] != old->node)
		card->stands_for += old->stands_for ? old->stands_for : 1;
	return end;
}

static void move_arrow(struct scene *scene, const struct arrow *old, struct end from, struct end to)
{
	if (from.card == to.card) {
		scene->cards[from.card].inside += old->count;
		return;
	}
	for (size_t i = 0; i < old->count; i++)
		scene_join(scene, from, to, old->line, old->facts[i]);
}

static void forget_cards_and_arrows(struct scene *scene)
{
	scene->cards = NULL;
	scene->arrows = NULL;
	scene->card_count = scene->card_room = scene->arrow_count = scene->arrow_room = 0;
	positions_free(&scene->card_index);
	positions_free(&scene->row_index);
	positions_free(&scene->arrow_index);
}

/* The same scene with every node's card put into that of node_into[node], and no rows. */
static void regroup(struct scene *scene, const size_t *node_into)
{
	struct card *cards = scene->cards;
	struct arrow *arrows = scene->arrows;
	size_t card_count = scene->card_count, arrow_count = scene->arrow_count;
	struct end *moved = memory_get(card_count * sizeof *moved);

	forget_cards_and_arrows(scene);
	for (size_t i = 0; i < card_count; i++)
		moved[i] = moved_card(scene, &cards[i], node_into);
	for (size_t i = 0; i < arrow_count; i++)
		move_arrow(scene, &arrows[i], moved[arrows[i].from.card], moved[arrows[i].to.card]);
	free(moved);
	free(cards);
	free(arrows);
}

static size_t *nodes_into_themselves(const vg_view *view)
{
	size_t *node_into = memory_get(view->node_count * sizeof *node_into);

	for (size_t i = 0; i < view->node_count; i++)
		node_into[i] = i;
	return node_into;
}

void scene_drop_rows(struct scene *scene)
{
	size_t *node_into = nodes_into_themselves(scene->view);

	regroup(scene, node_into);
	free(node_into);
}

/* ── Into organizations and regions ──────────────────────────────────────────────────────────────────── */

/* Where something lies says more than what it is part of. */
static bool is_better(vg_relation relation, vg_relation than)
{
	return relation > than;
}

bool scene_into_regions(struct scene *scene)
{
	const vg_view *view = scene->view;
	size_t *node_into = nodes_into_themselves(view);
	size_t cards = scene->card_count;
	vg_relation *by = memory_get(view->node_count * sizeof *by);

	for (size_t i = 0; i < view->link_count; i++) {
		const vg_link *link = &view->links[i];

		if (link->from == link->to || !is_better(link->relation, by[link->from]))
			continue;
		by[link->from] = link->relation;
		node_into[link->from] = link->to;
	}
	regroup(scene, node_into);
	free(node_into);
	free(by);
	return scene->card_count < cards;
}

/* ── Leaving out ─────────────────────────────────────────────────────────────────────────────────────── */

struct ranked {
	size_t arrow, weight;
};

static int by_weight(const void *a, const void *b)
{
	const struct ranked *left = a, *right = b;

	if (left->weight != right->weight)
		return left->weight < right->weight ? 1 : -1;
	return left->arrow < right->arrow ? -1 : left->arrow > right->arrow;
}

static struct ranked *rank_arrows(const struct scene *scene)
{
	size_t *degrees = memory_get(scene->card_count * sizeof *degrees);
	struct ranked *ranked = memory_get(scene->arrow_count * sizeof *ranked);

	for (size_t i = 0; i < scene->arrow_count; i++) {
		degrees[scene->arrows[i].from.card] += scene->arrows[i].count;
		degrees[scene->arrows[i].to.card] += scene->arrows[i].count;
	}
	for (size_t i = 0; i < scene->arrow_count; i++)
		ranked[i] = (struct ranked){i, degrees[scene->arrows[i].from.card] + degrees[scene->arrows[i].to.card]};
	qsort(ranked, scene->arrow_count, sizeof *ranked, by_weight);
	free(degrees);
	return ranked;
}

/* Cards without an arrow go, but for the middle; the others keep their order. */
void scene_drop_lone_cards(struct scene *scene)
{
	size_t *moved = memory_get(scene->card_count * sizeof *moved), kept = 0;
	bool *is_used = memory_get(scene->card_count);

	for (size_t i = 0; i < scene->arrow_count; i++)
		is_used[scene->arrows[i].from.card] = is_used[scene->arrows[i].to.card] = true;
	for (size_t i = 0; i < scene->card_count; i++)
		if (is_used[i] || scene->cards[i].is_middle) {
			moved[i] = kept;
			scene->cards[kept++] = scene->cards[i];
		}
	scene->card_count = kept;
	for (size_t i = 0; i < scene->arrow_count; i++) {
		scene->arrows[i].from.card = moved[scene->arrows[i].from.card];
		scene->arrows[i].to.card = moved[scene->arrows[i].to.card];
	}
	free(moved);
	free(is_used);
}

void scene_keep_busiest(struct scene *scene, size_t arrows)
{
	struct ranked *ranked;
	struct arrow *kept;

	if (scene->arrow_count <= arrows)
		return;
	ranked = rank_arrows(scene);
	kept = memory_get(arrows * sizeof *kept);
	for (size_t i = 0; i < arrows; i++)
		kept[i] = scene->arrows[ranked[i].arrow];
	for (size_t i = arrows; i < scene->arrow_count; i++)
		scene->left_out += scene->arrows[ranked[i].arrow].count;
	free(scene->arrows);
	scene->arrows = kept;
	scene->arrow_count = scene->arrow_room = arrows;
	scene_drop_lone_cards(scene);
	free(ranked);
}
