/* answers-json.c - entities, evidence, visits, ties and paths as JSON; the keys are a promise to other programs. */
#include "cli/cli.h"

#include <string.h>

/* What one source says, where all of them together say something else or more. */
static void put_own(struct json *json, const char *key, const char *own, const char *all)
{
	if (own && all && strcmp(own, all))
		json_text(json, key, own);
}

static void put_one(struct json *json, const vg_evidence *evidence, const char *about, const char *note)
{
	json_open(json, NULL, '{');
	if (evidence->source)
		json_text(json, "source", evidence->source);
	if (evidence->line)
		json_number(json, "line", (int64_t)evidence->line);
	if (evidence->span_end) {
		json_open(json, "span", '[');
		json_number(json, NULL, (int64_t)evidence->span_start);
		json_number(json, NULL, (int64_t)evidence->span_end);
		json_close(json, ']');
	}
	if (evidence->quote)
		json_text(json, "quote", evidence->quote);
	if (evidence->day)
		json_text(json, "day", evidence->day);
	if (evidence->citation)
		json_text(json, "citation", evidence->citation);
	put_own(json, "about", evidence->about, about);
	put_own(json, "note", evidence->note, note);
	if (evidence->rule) {
		json_text(json, "rule", evidence->rule);
		json_share(json, "confidence", evidence->confidence);
	}
	if (evidence->import)
		json_number(json, "import", evidence->import);
	json_close(json, '}');
}

void json_evidence(struct json *json, const vg_evidence *evidence)
{
	put_one(json, evidence, NULL, NULL);
}

/* Of a fact that is about something, as all of them say together. */
static void put_evidence_about(struct json *json, const vg_evidences *evidence, const char *about, const char *note)
{
	json_open(json, "evidence", '[');
	for (size_t i = 0; i < evidence->count; i++)
		put_one(json, &evidence->items[i], about, note);
	json_close(json, ']');
}

static void put_evidence(struct json *json, const vg_evidences *evidence)
{
	put_evidence_about(json, evidence, NULL, NULL);
}

/* A fact that no source states, but which was extracted from running text, says so. */
static void put_confidence(struct json *json, const vg_evidences *evidence)
{
	bool is_extracted = evidence->count;

	for (size_t i = 0; i < evidence->count; i++)
		is_extracted &= evidence->items[i].rule != NULL;
	json_bool(json, "extracted", is_extracted);
	json_share(json, "confidence", confidence_of(evidence));
}

/* A date or a range as one text. */
static void put_date(struct json *json, const char *key, const vg_date *date)
{
	char both[2 * sizeof date->from];

	snprintf(both, sizeof both, "%s%s%s", date->from, *date->until ? "/" : "", date->until);
	json_text(json, key, both);
}

/* The keys of an entity, without the braces. */
static void put_entity(struct json *json, const vg_view *view, size_t index)
{
	const vg_node *node = &view->nodes[index];

	json_number(json, "id", node->id);
	json_text(json, "kind", vg_kind_name(node->kind));
	json_text(json, "name", node->name);
	if (node->alias_count) {
		json_open(json, "aliases", '[');
		for (size_t i = 0; i < node->alias_count; i++)
			json_text(json, NULL, node->aliases[i].name);
		json_close(json, ']');
	}
	if (node->organization != VG_NONE)
		json_text(json, "organization", node_name(view, node->organization));
	if (node->title)
		json_text(json, "title", node->title);
}

void json_entity(struct json *json, const char *key, const vg_view *view, size_t node)
{
	json_open(json, key, '{');
	put_entity(json, view, node);
	if (view->nodes[node].matched)
		json_text(json, "matched", view->nodes[node].matched);
	json_close(json, '}');
}

static void put_participants(struct json *json, const char *key, const vg_view *view, const vg_event *event,
			     vg_role role)
{
	json_open(json, key, '[');
	for (size_t i = 0; i < event->participant_count; i++) {
		const vg_participant *participant = &event->participants[i];
		const vg_node *node = &view->nodes[participant->node];

		if (participant->role != role)
			continue;
		json_open(json, NULL, '{');
		json_number(json, "id", node->id);
		json_text(json, "kind", vg_kind_name(node->kind));
		json_text(json, "name", node->name);
		json_text(json, "title", participant->title);
		json_text(json, "organization", node_name(view, participant->organization));
		json_bool(json, "lead", participant->is_lead);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void json_event(struct json *json, const vg_view *view, const vg_event *event)
{
	json_open(json, NULL, '{');
	json_number(json, "id", event->id);
	json_text(json, "type", vg_type_name(event->type));
	json_text(json, "word", event->word);
	json_text(json, "date", event->date.from);
	json_text(json, "until", event->date.until);
	put_participants(json, "visitors", view, event, VG_VISITOR);
	put_participants(json, "hosts", view, event, VG_HOST);
	put_participants(json, "companions", view, event, VG_COMPANION);
	put_participants(json, "attendees", view, event, VG_ATTENDEE);
	json_text(json, "place", node_name(view, event->place));
	json_text(json, "purpose", event->purpose);
	if (event->note)
		json_text(json, "note", event->note);
	put_confidence(json, &event->evidence);
	put_evidence_about(json, &event->evidence, event->purpose, event->note);
	json_close(json, '}');
}

void json_tie(struct json *json, const vg_view *view, const vg_tie *tie)
{
	json_open(json, NULL, '{');
	json_number(json, "id", tie->id);
	json_entity(json, "a", view, tie->a);
	json_entity(json, "b", view, tie->b);
	json_text(json, "topic", tie->topic);
	json_text(json, "status", vg_tie_status_name(tie->status));
	put_date(json, "date", &tie->date);
	json_text(json, "place", node_name(view, tie->place));
	if (tie->note)
		json_text(json, "note", tie->note);
	json_open(json, "history", '[');
	for (size_t i = 0; i < tie->stage_count; i++) {
		json_open(json, NULL, '{');
		json_text(json, "status", vg_tie_status_name(tie->stages[i].status));
		put_date(json, "date", &tie->stages[i].date);
		put_evidence(json, &tie->stages[i].evidence);
		json_close(json, '}');
	}
	json_close(json, ']');
	put_confidence(json, &tie->evidence);
	put_evidence_about(json, &tie->evidence, tie->topic, tie->note);
	json_close(json, '}');
}

static const char *relation_of(const vg_view *view, const vg_step *step)
{
	if (step->event != VG_NONE)
		return vg_type_name(view->events[step->event].type);
	return vg_relation_name(step->relation);
}

static void put_step(struct json *json, const vg_view *view, const vg_step *step)
{
	json_open(json, NULL, '{');
	json_entity(json, "from", view, step->from);
	json_entity(json, "to", view, step->to);
	json_text(json, "relation", relation_of(view, step));
	if (step->event != VG_NONE)
		json_number(json, "event", view->events[step->event].id);
	else
		json_null(json, "event");
	put_date(json, "date", &step->date);
	put_evidence(json, &step->evidence);
	json_close(json, '}');
}

void json_path(struct json *json, const vg_view *view, const vg_path *path)
{
	json_open(json, NULL, '{');
	if (path)
		json_number(json, "length", (int64_t)path->step_count);
	else
		json_null(json, "length");
	json_open(json, "steps", '[');
	for (size_t i = 0; path && i < path->step_count; i++)
		put_step(json, view, &path->steps[i]);
	json_close(json, ']');
	json_close(json, '}');
}

/* Posts held (`is_holder`), or the people who hold one here. */
static void put_posts(struct json *json, const char *key, const vg_view *view, bool is_holder)
{
	json_open(json, key, '[');
	for (size_t i = 0; i < view->link_count; i++) {
		const vg_link *link = &view->links[i];

		if (link->relation != VG_MEMBER || (is_holder ? link->from : link->to) != view->center)
			continue;
		json_open(json, NULL, '{');
		if (!is_holder)
			json_entity(json, "person", view, link->from);
		json_text(json, "title", link->title);
		json_text(json, "organization", node_name(view, link->to));
		json_text(json, "since", link->date.from);
		json_text(json, "until", link->date.until);
		put_evidence(json, &link->evidence);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_relations(struct json *json, const vg_view *view)
{
	json_open(json, "relations", '[');
	for (size_t i = 0; i < view->link_count; i++) {
		const vg_link *link = &view->links[i];

		if (link->relation == VG_MEMBER)
			continue;
		json_open(json, NULL, '{');
		json_text(json, "relation", vg_relation_name(link->relation));
		json_entity(json, "from", view, link->from);
		json_entity(json, "to", view, link->to);
		put_evidence(json, &link->evidence);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_details(struct json *json, const vg_node *node)
{
	json_open(json, "details", '[');
	for (size_t i = 0; i < node->detail_count; i++) {
		json_open(json, NULL, '{');
		json_text(json, "heading", node->details[i].heading);
		json_text(json, "value", node->details[i].value);
		put_evidence(json, &node->details[i].evidence);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_events_and_ties(struct json *json, const vg_view *view)
{
	json_open(json, "visits", '[');
	for (size_t i = 0; i < view->event_count; i++)
		json_event(json, view, &view->events[i]);
	json_close(json, ']');
	json_open(json, "ties", '[');
	for (size_t i = 0; i < view->tie_count; i++)
		json_tie(json, view, &view->ties[i]);
	json_close(json, ']');
}

void json_show(struct json *json, const vg_view *view)
{
	json_open(json, NULL, '{');
	put_entity(json, view, view->center);
	put_details(json, &view->nodes[view->center]);
	put_posts(json, "posts", view, true);
	put_posts(json, "members", view, false);
	put_relations(json, view);
	put_events_and_ties(json, view);
	json_close(json, '}');
}

static void put_nodes(struct json *json, const vg_view *view)
{
	json_open(json, "entities", '[');
	for (size_t i = 0; i < view->node_count; i++) {
		json_open(json, NULL, '{');
		put_entity(json, view, i);
		if (view->center != VG_NONE)
			json_number(json, "depth", view->nodes[i].depth);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void put_links(struct json *json, const vg_view *view)
{
	json_open(json, "links", '[');
	for (size_t i = 0; i < view->link_count; i++) {
		const vg_link *link = &view->links[i];

		json_open(json, NULL, '{');
		json_text(json, "relation", vg_relation_name(link->relation));
		json_number(json, "from", view->nodes[link->from].id);
		json_number(json, "to", view->nodes[link->to].id);
		if (link->title)
			json_text(json, "title", link->title);
		put_evidence(json, &link->evidence);
		json_close(json, '}');
	}
	json_close(json, ']');
}

void json_picture(struct json *json, const vg_view *view)
{
	json_open(json, NULL, '{');
	if (view->center != VG_NONE)
		json_entity(json, "center", view, view->center);
	put_nodes(json, view);
	put_links(json, view);
	put_events_and_ties(json, view);
	json_open(json, "paths", '[');
	for (size_t i = 0; i < view->path_count; i++)
		json_path(json, view, &view->paths[i]);
	json_close(json, ']');
	json_number(json, "left_out", (int64_t)view->left_out);
	json_close(json, '}');
}
