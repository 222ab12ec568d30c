/* scene.c - cards and arrows out of occasions, ties and links. */
#include "viz/scene.h"

#include <stdlib.h>

/* More arrows than this for one occasion are a tangle; a card in their middle is not. */
enum { MOST_PAIRS = 6, MOST_PARTIES = 32 };

/* ── Scenes ──────────────────────────────────────────────────────────────────────────────────────────── */

void scene_open(struct scene *scene, const vg_view *view, const vg_drawing *drawing)
{
	*scene = (struct scene){.view = view, .drawing = drawing, .left_out = view->left_out};
	scene->language = drawing->language ? drawing->language : vg_language_current();
	scene->sides = arena_get(&scene->arena, (view->event_count + 1) * sizeof *scene->sides);
}

void scene_free(struct scene *scene)
{
	free(scene->cards);
	free(scene->arrows);
	positions_free(&scene->card_index);
	positions_free(&scene->row_index);
	positions_free(&scene->arrow_index);
	arena_free(&scene->arena);
}

static struct end new_card(struct scene *scene, const struct card *card, size_t *slot)
{
	scene->cards = array_room(scene->cards, scene->card_count, &scene->card_room, sizeof *scene->cards);
	scene->cards[scene->card_count] = *card;
	*slot = scene->card_count++;
	return (struct end){*slot, VG_NONE};
}

struct end scene_card_of_node(struct scene *scene, size_t node, size_t column)
{
	static const enum card_look looks[] = {CARD_ORGANIZATION, CARD_PERSON, CARD_ORGANIZATION, CARD_PLACE};
	const size_t key[] = {0, node, column};
	size_t *slot = positions_find(&scene->card_index, key, 3);
	const vg_node *its = &scene->view->nodes[node];
	const struct card card = {.look = looks[its->kind],
				  .node = node,
				  .event = VG_NONE,
				  .column = column,
				  .depth = its->depth,
				  .is_middle = node == scene->view->center};

	return *slot == VG_NONE ? new_card(scene, &card, slot) : (struct end){*slot, VG_NONE};
}

struct end scene_card_of_event(struct scene *scene, size_t event, size_t column)
{
	const size_t key[] = {1, event, column};
	size_t *slot = positions_find(&scene->card_index, key, 3);
	const struct card card = {.look = CARD_EVENT, .node = VG_NONE, .event = event, .column = column};

	return *slot == VG_NONE ? new_card(scene, &card, slot) : (struct end){*slot, VG_NONE};
}

static void learn_title(struct row *row, const char *title, const char *date)
{
	if (text_is_empty(title) || (row->title && strcmp(date, row->title_date) < 0))
		return;
	row->title = title;
	row->title_date = date;
}

static struct end row_of(struct scene *scene, struct end head, size_t node, const char *title, const char *date)
{
	const size_t key[] = {head.card, node};
	size_t *slot = positions_find(&scene->row_index, key, 2);
	struct card *card = &scene->cards[head.card];

	if (*slot == VG_NONE) {
		card->rows = arena_array_room(&scene->arena, card->rows, card->row_count, &card->row_room,
					      sizeof *card->rows);
		card->rows[card->row_count] = (struct row){.node = node};
		*slot = card->row_count++;
		card->is_middle = card->is_middle || node == scene->view->center;
	}
	learn_title(&card->rows[*slot], title, date);
	return (struct end){head.card, *slot};
}

/* On an occasion, people are called by a short word for their post: 书记 for 党工委书记. */
static const char *fuller_title(const char *title, const char *known)
{
	size_t length, known_length;

	if (text_is_empty(title) || text_is_empty(known))
		return text_is_empty(title) ? known : title;
	length = strlen(title);
	known_length = strlen(known);
	return known_length > length && !strcmp(known + known_length - length, title) ? known : title;
}

struct end scene_end(struct scene *scene, size_t node, size_t organization, const char *title, const char *date,
		     size_t column)
{
	const vg_node *its = &scene->view->nodes[node];
	struct end head;

	if (its->kind != VG_PERSON)
		return scene_card_of_node(scene, node, column);
	if (organization == VG_NONE)
		organization = its->organization;
	head = scene_card_of_node(scene, organization == VG_NONE ? node : organization, column);
	return row_of(scene, head, node, fuller_title(title, its->title), date);
}

struct arrow *scene_join(struct scene *scene, struct end from, struct end to, enum line_look line, size_t fact)
{
	const size_t key[] = {from.card, from.row, to.card, to.row, line};
	size_t *slot = positions_find(&scene->arrow_index, key, 5);
	struct arrow *arrow;

	if (*slot == VG_NONE) {
		scene->arrows =
			array_room(scene->arrows, scene->arrow_count, &scene->arrow_room, sizeof *scene->arrows);
		scene->arrows[scene->arrow_count] = (struct arrow){.from = from, .to = to, .line = line};
		*slot = scene->arrow_count++;
	}
	arrow = &scene->arrows[*slot];
	arrow->facts = arena_array_room(&scene->arena, arrow->facts, arrow->count, &arrow->room, sizeof *arrow->facts);
	arrow->facts[arrow->count++] = fact;
	return arrow;
}

bool line_is_tie(enum line_look line)
{
	return line >= LINE_DISCUSSED && line <= LINE_ENDED;
}

bool line_is_event(enum line_look line)
{
	return line <= LINE_COMPANION;
}

const vg_evidences *scene_evidence_of(const struct scene *scene, const struct arrow *arrow, size_t index)
{
	size_t fact = arrow->facts[index];

	if (line_is_event(arrow->line))
		return &scene->view->events[fact].evidence;
	return line_is_tie(arrow->line) ? &scene->view->ties[fact].evidence : &scene->view->links[fact].evidence;
}

vg_date scene_date_of(const struct scene *scene, const struct arrow *arrow)
{
	vg_date latest = {"", ""};

	for (size_t i = 0; i < arrow->count; i++) {
		size_t fact = arrow->facts[i];
		const vg_date *date = line_is_event(arrow->line) ? &scene->view->events[fact].date
				      : line_is_tie(arrow->line) ? &scene->view->ties[fact].date
								 : &scene->view->links[fact].date;

		if (strcmp(date->from, latest.from) > 0)
			latest = *date;
	}
	return latest;
}

/* ── Occasions ───────────────────────────────────────────────────────────────────────────────────────── */

/* The parties of one role, each by the first of its people (the lead), or by itself where no person is named. */
struct parties {
	size_t count;
	struct end ends[MOST_PARTIES];
	bool is_full;
};

static void add_party(struct parties *parties, struct end end)
{
	for (size_t i = 0; i < parties->count; i++)
		if (parties->ends[i].card == end.card) {
			if (parties->ends[i].row == VG_NONE)
				parties->ends[i] = end;
			return;
		}
	if (parties->count < MOST_PARTIES)
		parties->ends[parties->count++] = end;
	else
		parties->is_full = true;
}

static struct end end_of(struct scene *scene, const vg_event *event, const vg_participant *one, size_t column)
{
	return scene_end(scene, one->node, one->organization, one->title, event->date.from, column);
}

static void find_parties(struct scene *scene, const vg_event *event, vg_role role, size_t column,
			 struct parties *parties)
{
	for (size_t i = 0; i < event->participant_count; i++)
		if (event->participants[i].role == role)
			add_party(parties, end_of(scene, event, &event->participants[i], column));
}

static void join_pairs(struct scene *scene, const struct parties *visitors, const struct parties *hosts, size_t event)
{
	enum line_look line = line_of_type(scene->view->events[event].type);

	for (size_t v = 0; v < visitors->count; v++)
		for (size_t h = 0; h < hosts->count; h++)
			scene_join(scene, visitors->ends[v], hosts->ends[h], line, event);
}

/* Through a card of its own: whoever comes, on its left; whoever receives, on its right. */
static struct sides join_through_card(struct scene *scene, size_t event, size_t column)
{
	const vg_event *its = &scene->view->events[event];
	struct end middle = scene_card_of_event(scene, event, column);
	enum line_look line = line_of_type(its->type);

	for (size_t i = 0; i < its->participant_count; i++) {
		const vg_participant *one = &its->participants[i];
		struct end end;

		if (one->role == VG_COMPANION)
			continue;
		end = end_of(scene, its, one, column);
		if (one->role == VG_HOST)
			scene_join(scene, middle, end, line, event);
		else
			scene_join(scene, end, middle, line, event);
	}
	if (its->place != VG_NONE && !its->participant_count)
		scene_join(scene, middle, scene_card_of_node(scene, its->place, column), line, event);
	return (struct sides){middle, middle};
}

/* Whether the node, or one of its people, is there, in a role that an arrow tells. */
static bool is_party(const vg_event *event, size_t node)
{
	for (size_t i = 0; i < event->participant_count; i++) {
		const vg_participant *one = &event->participants[i];

		if (one->role != VG_COMPANION && (one->node == node || one->organization == node))
			return true;
	}
	return false;
}

/* Companions are a detail, but for those that nothing else would join to the others. */
static bool is_shown(const struct scene *scene, const vg_event *event, const vg_participant *one, size_t whose)
{
	if (one->role != VG_COMPANION)
		return false;
	if (scene->drawing->has_detail || one->node == whose)
		return true;
	return whose != VG_NONE && one->organization == whose && !is_party(event, whose);
}

/* Each points at the host; at one who belongs there, the visitor does. */
static void join_companions(struct scene *scene, size_t event, struct sides sides, size_t column, size_t whose)
{
	const vg_event *its = &scene->view->events[event];

	for (size_t i = 0; i < its->participant_count; i++) {
		struct end end;

		if (!is_shown(scene, its, &its->participants[i], whose))
			continue;
		end = end_of(scene, its, &its->participants[i], column);
		if (end.card != sides.host.card)
			scene_join(scene, end, sides.host, LINE_COMPANION, event);
		else if (sides.visitor.card != end.card)
			scene_join(scene, sides.visitor, end, LINE_COMPANION, event);
	}
}

/* Where its companions point. */
static struct sides join_parties(struct scene *scene, size_t event, size_t column)
{
	const vg_event *its = &scene->view->events[event];
	struct parties visitors = {0}, hosts = {0}, attendees = {0};

	find_parties(scene, its, VG_VISITOR, column, &visitors);
	find_parties(scene, its, VG_HOST, column, &hosts);
	find_parties(scene, its, VG_ATTENDEE, column, &attendees);
	if (!hosts.count && its->place != VG_NONE && !attendees.count)
		add_party(&hosts, scene_card_of_node(scene, its->place, column));
	if (!visitors.count || !hosts.count || attendees.count || visitors.is_full || hosts.is_full ||
	    (visitors.count > 1 && visitors.count * hosts.count > MOST_PAIRS))
		return join_through_card(scene, event, column);
	join_pairs(scene, &visitors, &hosts, event);
	return (struct sides){visitors.ends[0], hosts.ends[0]};
}

void scene_put_event(struct scene *scene, size_t event, size_t column)
{
	scene->sides[event] = join_parties(scene, event, column);
	join_companions(scene, event, scene->sides[event], column, scene->view->center);
}

/* A copy, since cards move when one is added. */
static void join_to_parties_of(struct scene *scene, struct card lone, size_t event)
{
	const vg_event *its = &scene->view->events[event];

	for (size_t i = 0; i < its->participant_count; i++)
		if (its->participants[i].role == VG_COMPANION &&
		    (its->participants[i].node == lone.node || its->participants[i].organization == lone.node)) {
			join_companions(scene, event, scene->sides[event], lone.column, lone.node);
			return;
		}
}

void scene_join_lone_cards(struct scene *scene)
{
	bool *is_joined = memory_get(scene->card_count);
	size_t count = scene->card_count;

	for (size_t i = 0; i < scene->arrow_count; i++)
		is_joined[scene->arrows[i].from.card] = is_joined[scene->arrows[i].to.card] = true;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < scene->view->event_count && !is_joined[i] && scene->cards[i].node != VG_NONE;
		     k++)
			join_to_parties_of(scene, scene->cards[i], k);
	free(is_joined);
	scene_drop_lone_cards(scene);
}

/* ── Ties and links ──────────────────────────────────────────────────────────────────────────────────── */

/* A cooperation that has ended is shown only where there is no other. */
static int reach(vg_tie_status status)
{
	return status == VG_ENDED ? 0 : (int)status;
}

/* Of several topics between the same two, the furthest status is the line's, and its tie comes first. */
void scene_put_tie(struct scene *scene, size_t tie)
{
	const vg_tie *its = &scene->view->ties[tie];
	struct end a = scene_end(scene, its->a, VG_NONE, NULL, "", 0),
		   b = scene_end(scene, its->b, VG_NONE, NULL, "", 0);
	struct arrow *arrow;
	struct end low = a, high = b;

	if (b.card < a.card || (b.card == a.card && b.row < a.row)) {
		low = b;
		high = a;
	}
	/* All ties share one line look as a key; the real one is set below. */
	arrow = scene_join(scene, low, high, LINE_LOOKS, tie);
	if (arrow->count == 1) {
		arrow->from = a;
		arrow->to = b;
		arrow->line = line_of_status(its->status);
	} else if (reach(its->status) > reach(scene->view->ties[arrow->facts[0]].status)) {
		arrow->facts[arrow->count - 1] = arrow->facts[0];
		arrow->facts[0] = tie;
		arrow->line = line_of_status(its->status);
	}
}

void scene_put_link(struct scene *scene, size_t link)
{
	const vg_link *its = &scene->view->links[link];

	if (its->relation == VG_MEMBER)
		scene_end(scene, its->from, its->to, its->title, its->date.from, 0);
	else
		scene_join(scene, scene_card_of_node(scene, its->from, 0), scene_card_of_node(scene, its->to, 0),
			   LINE_LINK, link);
}
