/* labels.c - what is written on cards, arrows and the frame, in the picture's language. */
#include "viz/labels.h"

/* ── Cutting and wrapping ────────────────────────────────────────────────────────────────────────────── */

/* How many bytes of the text fit; newlines count as spaces. */
static size_t bytes_that_fit(const char *text, size_t columns)
{
	const char *at = text;
	size_t width = 0;

	while (*at) {
		const char *from = at;

		text_next(&at);
		width += text_width(from, at);
		if (width > columns)
			return (size_t)(from - text);
	}
	return (size_t)(at - text);
}

char *label_cut(struct scene *scene, const char *text, size_t columns)
{
	size_t fits = bytes_that_fit(text, columns);

	if (!text[fits])
		return arena_text(&scene->arena, text);
	fits = bytes_that_fit(text, columns - 1);
	return arena_print(&scene->arena, "%.*s…", (int)fits, text);
}

char *label_wrap(struct scene *scene, const char *text, size_t columns, size_t lines)
{
	char *wrapped = arena_text(&scene->arena, "");

	for (; lines > 1 && text[bytes_that_fit(text, columns)]; lines--) {
		size_t end = vg_text_line(text, columns);

		wrapped = arena_print(&scene->arena, "%s%.*s\n", wrapped, (int)end, text);
		text += end;
		while (*text == ' ')
			text++;
	}
	return arena_print(&scene->arena, "%s%s", wrapped, label_cut(scene, text, columns));
}

/* ── Dates ───────────────────────────────────────────────────────────────────────────────────────────── */

bool label_has_many_years(const vg_view *view)
{
	const char *year = "";

	for (size_t i = 0; i < view->event_count + view->tie_count; i++) {
		const char *date = i < view->event_count ? view->events[i].date.from
							 : view->ties[i - view->event_count].date.from;

		if (!*date)
			continue;
		if (*year && strncmp(year, date, 4))
			return true;
		year = date;
	}
	return false;
}

/* "01-31" of "2023-01-31" where the year is the same everywhere; a month or a year alone is told whole. */
static const char *short_day(const struct scene *scene, const char *day)
{
	return !scene->has_many_years && strlen(day) == 10 ? day + 5 : day;
}

static char *short_date(struct scene *scene, const vg_date *date)
{
	if (!*date->from)
		return arena_text(&scene->arena, word(scene, N_("undated")));
	if (!*date->until || text_is(date->from, date->until))
		return arena_text(&scene->arena, short_day(scene, date->from));
	return arena_print(&scene->arena, "%s~%s", short_day(scene, date->from), short_day(scene, date->until));
}

static char *whole_date(struct scene *scene, const vg_date *date)
{
	if (!*date->from)
		return arena_text(&scene->arena, word(scene, N_("undated")));
	if (!*date->until || text_is(date->from, date->until))
		return arena_text(&scene->arena, date->from);
	return arena_print(&scene->arena, "%s~%s", date->from, date->until);
}

/* ── Arrows ──────────────────────────────────────────────────────────────────────────────────────────── */

/* The source's own word says more than the type, if the picture's reader can read it. */
static const char *kind_of_occasion(const struct scene *scene, const vg_event *event)
{
	bool is_han = event->word && (unsigned char)*event->word >= 0xe3;

	return scene->language == VG_CHINESE && is_han ? event->word
						       : word(scene, line_styles[line_of_type(event->type)].legend);
}

enum { STATED = 1000 }; /* per mille */

/* How sure the surest is; 0: nobody says. */
static unsigned surest(const vg_evidences *evidence)
{
	unsigned most = 0;

	for (size_t i = 0; i < evidence->count; i++)
		if (evidence->items[i].confidence > most)
			most = evidence->items[i].confidence;
	return most;
}

static unsigned confidence_of_arrow(const struct scene *scene, const struct arrow *arrow)
{
	unsigned most = 0;

	for (size_t i = 0; i < arrow->count; i++) {
		unsigned one = surest(scene_evidence_of(scene, arrow, i));

		most = one > most ? one : most;
	}
	return most;
}

bool label_is_unsure(const struct scene *scene, const struct arrow *arrow)
{
	unsigned confidence = confidence_of_arrow(scene, arrow);

	return confidence && confidence < STATED;
}

/* What no list states, but was read from news, says how sure that is. */
static char *with_confidence(struct scene *scene, char *label, unsigned confidence)
{
	if (!confidence || confidence >= STATED)
		return label;
	return arena_print(&scene->arena, "%s · %u%%", label, (confidence + 5) / 10);
}

/* Where a heading tells the date, the end of what took longer is not told there. */
static char *dated(struct scene *scene, const vg_event *event, const char *words)
{
	if (scene->hides_dates && !*event->date.until)
		return arena_text(&scene->arena, words);
	return arena_print(&scene->arena, "%s %s", short_date(scene, &event->date), words);
}

char *label_occasion(struct scene *scene, const vg_event *event)
{
	return with_confidence(scene, dated(scene, event, kind_of_occasion(scene, event)), surest(&event->evidence));
}

static char *label_several_events(struct scene *scene, const struct arrow *arrow)
{
	char *times = arena_print(&scene->arena, word(scene, N_("%zu times")), arrow->count);
	vg_date latest = scene_date_of(scene, arrow);

	if (*latest.from && !scene->hides_dates)
		times = arena_print(&scene->arena, "%s · %s", times, latest.from);
	return with_confidence(scene, times, confidence_of_arrow(scene, arrow));
}

static char *label_events(struct scene *scene, const struct arrow *arrow, enum label_length length)
{
	const vg_event *event = &scene->view->events[arrow->facts[0]];

	if (arrow->count > 1)
		return label_several_events(scene, arrow);
	if (scene->cards[arrow->from.card].look == CARD_EVENT || scene->cards[arrow->to.card].look == CARD_EVENT)
		return arena_text(&scene->arena, "");
	if (arrow->line == LINE_COMPANION)
		return length == LABEL_FULL ? dated(scene, event, word(scene, N_("companion"))) : arena_text(&scene->arena, "");
	if (length == LABEL_FULL || scene->hides_dates)
		return label_occasion(scene, event);
	return with_confidence(scene, short_date(scene, &event->date), surest(&event->evidence));
}

/* On two lines where it must be, of about the same length. */
static char *label_topic(struct scene *scene, const char *topic)
{
	size_t width = vg_text_width(topic), half = (width + 3) / 2;
	size_t columns = width > TOPIC_COLUMNS && half < TOPIC_COLUMNS ? half : TOPIC_COLUMNS;

	return label_wrap(scene, topic, columns, NAME_LINES);
}

/* The topic is as long as all the rest: below it, lines are half as long. */
static char *label_tie(struct scene *scene, const struct arrow *arrow, enum label_length length)
{
	const vg_tie *tie = &scene->view->ties[arrow->facts[0]];
	char *label = arena_text(&scene->arena, word(scene, vg_tie_status_name(tie->status)));

	if (*tie->date.from)
		label = arena_print(&scene->arena, "%s · %s", label, tie->date.from);
	label = with_confidence(scene, label, surest(&tie->evidence));
	if (arrow->count > 1)
		label = arena_print(&scene->arena, "%s (+%zu)", label, arrow->count - 1);
	if (length == LABEL_FULL && !text_is_empty(tie->topic))
		label = arena_print(&scene->arena, "%s\n%s", label, label_topic(scene, tie->topic));
	return label;
}

static const char *link_word(const struct scene *scene, const vg_link *link)
{
	static const char *const words[] = {
		[VG_MEMBER] = N_("holds a post in"), [VG_PART_OF] = N_("is part of"), [VG_LOCATED_IN] = N_("lies in")};

	return word(scene, words[link->relation]);
}

static char *label_link(struct scene *scene, const struct arrow *arrow)
{
	const vg_link *link = &scene->view->links[arrow->facts[0]];

	const char *words = text_is_empty(link->title) ? link_word(scene, link) : label_cut(scene, link->title, TOPIC_COLUMNS);

	return with_confidence(scene, arena_text(&scene->arena, words), surest(&link->evidence));
}

char *label_arrow(struct scene *scene, const struct arrow *arrow, enum label_length length)
{
	if (length == LABEL_NONE)
		return arena_text(&scene->arena, "");
	if (line_is_tie(arrow->line))
		return label_tie(scene, arrow, length);
	return line_is_event(arrow->line) ? label_events(scene, arrow, length) : label_link(scene, arrow);
}

/* ── Sources ─────────────────────────────────────────────────────────────────────────────────────────── */

const char *label_source(const vg_evidence *evidence)
{
	const char *name = evidence->source ? evidence->source : evidence->file ? evidence->file : "";
	const char *slash = strrchr(name, '/');

	return strstr(name, "://") || !slash ? name : slash + 1;
}

static char *place_in_source(struct scene *scene, const vg_evidence *evidence)
{
	if (evidence->line)
		return arena_print(&scene->arena, "%s:%zu", label_source(evidence), evidence->line);
	return arena_text(&scene->arena, label_source(evidence));
}

static char *confidence_of(struct scene *scene, const vg_evidence *evidence)
{
	return arena_print(&scene->arena, "%u%%", (evidence->confidence + 5) / 10);
}

char *label_place_in_source(struct scene *scene, const vg_evidences *evidence)
{
	const vg_evidence *first = evidence->items;
	char *place;

	if (!evidence->count)
		return NULL;
	place = place_in_source(scene, first);
	return evidence->count > 1 ? arena_print(&scene->arena, "%s (+%zu)", place, evidence->count - 1) : place;
}

/* ── Tooltips ────────────────────────────────────────────────────────────────────────────────────────── */

static void put_line(struct text *tip, const char *heading, const char *value)
{
	if (!text_is_empty(value))
		text_print(tip, "%s: %s\n", heading, value);
}

static void put_participant(struct scene *scene, struct text *names, const vg_participant *one)
{
	const vg_view *view = scene->view;
	const char *organization = one->organization == VG_NONE ? "" : view->nodes[one->organization].name;
	const char *title = one->title ? one->title : "";
	bool has_both = *organization && *title;

	text_print(names, "%s%s", names->length ? ", " : "", view->nodes[one->node].name);
	if (*organization || *title)
		text_print(names, " (%s%s%s)", organization, has_both ? " " : "", title);
}

static void put_role(struct scene *scene, struct text *tip, const vg_event *event, vg_role role, const char *heading)
{
	struct text names = {0};

	for (size_t i = 0; i < event->participant_count; i++)
		if (event->participants[i].role == role)
			put_participant(scene, &names, &event->participants[i]);
	put_line(tip, heading, names.bytes);
	text_free(&names);
}

static void put_evidence(struct scene *scene, struct text *tip, const vg_evidences *evidence)
{
	for (size_t i = 0; i < evidence->count; i++) {
		put_line(tip, word(scene, N_("source")), place_in_source(scene, &evidence->items[i]));
		put_line(tip, word(scene, N_("cited")), evidence->items[i].citation);
		if (evidence->items[i].rule)
			put_line(tip, word(scene, N_("extracted, confidence")),
				 confidence_of(scene, &evidence->items[i]));
		if (!text_is_empty(evidence->items[i].quote))
			text_print(tip, "“%s”\n", evidence->items[i].quote);
	}
}

static void put_event(struct scene *scene, struct text *tip, const vg_event *event)
{
	text_print(tip, "%s %s\n", whole_date(scene, &event->date), kind_of_occasion(scene, event));
	put_role(scene, tip, event, VG_VISITOR, word(scene, N_("visitors")));
	put_role(scene, tip, event, VG_HOST, word(scene, N_("hosts")));
	put_role(scene, tip, event, VG_COMPANION, word(scene, N_("companions")));
	put_role(scene, tip, event, VG_ATTENDEE, word(scene, N_("attendees")));
	if (event->place != VG_NONE)
		put_line(tip, word(scene, N_("place")), scene->view->nodes[event->place].name);
	put_line(tip, word(scene, N_("purpose")), event->purpose);
	put_evidence(scene, tip, &event->evidence);
}

static void put_tie(struct scene *scene, struct text *tip, const vg_tie *tie)
{
	text_print(tip, "%s — %s\n", scene->view->nodes[tie->a].name, scene->view->nodes[tie->b].name);
	put_line(tip, word(scene, N_("topic")), tie->topic);
	for (size_t i = 0; i < tie->stage_count; i++)
		text_print(tip, "%s: %s\n", word(scene, vg_tie_status_name(tie->stages[i].status)),
			   whole_date(scene, &tie->stages[i].date));
	if (!tie->stage_count)
		text_print(tip, "%s: %s\n", word(scene, vg_tie_status_name(tie->status)),
			   whole_date(scene, &tie->date));
	put_evidence(scene, tip, &tie->evidence);
}

static void put_link(struct scene *scene, struct text *tip, const vg_link *link)
{
	text_print(tip, "%s — %s — %s\n", scene->view->nodes[link->from].name, link_word(scene, link),
		   scene->view->nodes[link->to].name);
	put_evidence(scene, tip, &link->evidence);
}

/* Moves the text into the arena, without the last newline. */
static char *settle(struct scene *scene, struct text *tip)
{
	char *settled;

	while (tip->length && tip->bytes[tip->length - 1] == '\n')
		tip->bytes[--tip->length] = '\0';
	settled = arena_text(&scene->arena, tip->bytes ? tip->bytes : "");
	text_free(tip);
	return settled;
}

char *tip_arrow(struct scene *scene, const struct arrow *arrow)
{
	struct text tip = {0};
	size_t told = arrow->count < TOLD_OCCASIONS ? arrow->count : TOLD_OCCASIONS;

	for (size_t i = 0; i < told; i++) {
		size_t fact = arrow->facts[i];

		if (i)
			text_put(&tip, "\n");
		if (line_is_event(arrow->line))
			put_event(scene, &tip, &scene->view->events[fact]);
		else if (line_is_tie(arrow->line))
			put_tie(scene, &tip, &scene->view->ties[fact]);
		else
			put_link(scene, &tip, &scene->view->links[fact]);
	}
	if (arrow->count > told)
		text_print(&tip, word(scene, N_("+ %zu more")), arrow->count - told);
	return settle(scene, &tip);
}

static void put_node(struct scene *scene, struct text *tip, const vg_node *node)
{
	text_print(tip, "%s (%s)\n", node->name, word(scene, vg_kind_name(node->kind)));
	for (size_t i = 0; i < node->alias_count; i++)
		put_line(tip, word(scene, N_("alias")), node->aliases[i].name);
	for (size_t i = 0; i < node->detail_count; i++)
		put_line(tip, word(scene, node->details[i].heading), node->details[i].value);
}

char *tip_card(struct scene *scene, const struct card *card)
{
	struct text tip = {0};

	if (card->event != VG_NONE)
		put_event(scene, &tip, &scene->view->events[card->event]);
	else
		put_node(scene, &tip, &scene->view->nodes[card->node]);
	if (card->people)
		text_print(&tip, "%s: %zu\n", word(scene, N_("people")), card->people);
	if (card->stands_for)
		text_print(&tip, "%s: %zu\n", word(scene, N_("stands for")), card->stands_for);
	if (card->inside)
		text_print(&tip, "%s: %zu\n", word(scene, N_("among themselves")), card->inside);
	return settle(scene, &tip);
}

char *tip_row(struct scene *scene, const struct row *row)
{
	struct text tip = {0};

	put_node(scene, &tip, &scene->view->nodes[row->node]);
	put_line(&tip, word(scene, N_("title")), row->title);
	return settle(scene, &tip);
}

/* ── The frame ───────────────────────────────────────────────────────────────────────────────────────── */

static const char *end_of_date(const vg_date *date)
{
	return *date->until ? date->until : date->from;
}

static void widen(const vg_date *date, const char **first, const char **last)
{
	if (!*date->from)
		return;
	if (!**first || strcmp(date->from, *first) < 0)
		*first = date->from;
	if (strcmp(end_of_date(date), *last) > 0)
		*last = end_of_date(date);
}

char *label_range(struct scene *scene)
{
	const char *first = "", *last = "";

	for (size_t i = 0; i < scene->view->event_count; i++)
		widen(&scene->view->events[i].date, &first, &last);
	for (size_t i = 0; i < scene->view->tie_count; i++)
		widen(&scene->view->ties[i].date, &first, &last);
	if (!*first || text_is(first, last))
		return arena_text(&scene->arena, first);
	return arena_print(&scene->arena, word(scene, N_("%s to %s")), first, last);
}

char *label_latest(struct scene *scene)
{
	const char *last = "";

	for (size_t i = 0; i < scene->view->tie_count; i++)
		if (strcmp(end_of_date(&scene->view->ties[i].date), last) > 0)
			last = end_of_date(&scene->view->ties[i].date);
	return arena_text(&scene->arena, last);
}
