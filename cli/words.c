/* words.c - the parts of an answer in words: dates, names with their titles, sources; and what is said when there is none. */
#include "cli/cli.h"

#include <string.h>

static bool is_chinese(void)
{
	return vg_language_current() == VG_CHINESE;
}

/* All of it is read again by import, should a list be made of the answer. */
const char *separator(void)
{
	return is_chinese() ? "；" : "; ";
}

void write_date(FILE *out, const vg_date *date)
{
	fputs(date->from, out);
	if (*date->until)
		fprintf(out, "~%s", date->until);
}

const char *node_name(const vg_view *view, size_t node)
{
	return node == VG_NONE ? NULL : view->nodes[node].name;
}

/* In the words of the source, if the reader reads Chinese. */
const char *event_word(const vg_event *event)
{
	if (is_chinese() && event->word && *event->word)
		return event->word;
	return _(vg_type_name(event->type));
}

static void write_named(FILE *out, const char *name, const char *title, const char *organization)
{
	const char *first = is_chinese() ? organization : title, *second = is_chinese() ? title : organization;
	bool has_both = first && *first && second && *second;

	fputs(name, out);
	if (!(first && *first) && !(second && *second))
		return;
	fputs(is_chinese() ? "（" : " (", out);
	fprintf(out, "%s%s%s", first ? first : "", has_both ? (is_chinese() ? "，" : ", ") : "", second ? second : "");
	fputs(is_chinese() ? "）" : ")", out);
}

void write_node(FILE *out, const vg_view *view, size_t node)
{
	if (node != VG_NONE)
		write_named(out, view->nodes[node].name, view->nodes[node].title,
			    node_name(view, view->nodes[node].organization));
}

void write_participant(FILE *out, const vg_view *view, const vg_participant *participant)
{
	write_named(out, view->nodes[participant->node].name, participant->title,
		    node_name(view, participant->organization));
}

bool write_participants(FILE *out, const vg_view *view, const vg_event *event, vg_role role, bool is_first)
{
	for (size_t i = 0; i < event->participant_count; i++) {
		const vg_participant *participant = &event->participants[i];

		if (participant->role != role)
			continue;
		if (!is_first)
			fputs(separator(), out);
		is_first = false;
		write_participant(out, view, participant);
	}
	return is_first;
}

const char *relation_word(vg_relation relation)
{
	static const char *const words[] = {
		[VG_BY_EVENT] = N_("event"),	    [VG_BY_TIE] = N_("tie"),
		[VG_MEMBER] = N_("member"),	    [VG_PART_OF] = N_("part of"),
		[VG_LOCATED_IN] = N_("located in"),
	};

	return _(words[relation]);
}

unsigned confidence_of(const vg_evidences *evidence)
{
	unsigned best = 0;

	for (size_t i = 0; i < evidence->count; i++)
		if (evidence->items[i].confidence > best)
			best = evidence->items[i].confidence;
	return best;
}

/* FILE:LINE; further lines of one file follow it: FILE:2,3,7. What was extracted says how sure that is: FILE:2 (85%). */
void write_sources(FILE *out, const vg_evidences *evidence)
{
	const char *before = NULL;

	for (size_t i = 0; i < evidence->count; i++) {
		const vg_evidence *item = &evidence->items[i];
		bool is_same = before && item->line && !strcmp(before, item->source);

		if (!is_same)
			fprintf(out, "%s%s", i ? separator() : "", item->source);
		if (item->line)
			fprintf(out, "%c%zu", is_same ? ',' : ':', item->line);
		else if (item->span_end)
			fprintf(out, ":%zu-%zu", item->span_start, item->span_end);
		if (item->rule)
			fprintf(out, " (%u%%)", (item->confidence + 5) / 10);
		before = item->line ? item->source : NULL;
	}
}

/* A text of each, once where the next says the same; its lines become one, with `between` them: a cell of a spreadsheet shows no more. */
static void write_texts(FILE *out, const vg_evidences *evidence, size_t field, const char *between)
{
	const char *before = NULL;

	for (size_t i = 0; i < evidence->count; i++) {
		const char *text = *(const char *const *)((const char *)&evidence->items[i] + field);

		if (!text || (before && !strcmp(before, text)))
			continue;
		if (before)
			fputs(separator(), out);
		for (const char *at = text; *at; at++)
			if (*at == '\n')
				fputs(between, out);
			else if (*at != '\r')
				fputc(*at, out);
		before = text;
	}
}

void write_notes(FILE *out, const vg_evidences *evidence)
{
	write_texts(out, evidence, offsetof(vg_evidence, note), separator());
}

void write_quotes(FILE *out, const vg_evidences *evidence)
{
	write_texts(out, evidence, offsetof(vg_evidence, quote), "");
}

/* An answer without anything in it: said in words where a person reads it. */
vg_status nothing_found(struct session *session, const char *sentence)
{
	*session->error.message = '\0';
	if (format_is(session, "table") || session->options->output)
		return failure(&session->error, VG_NOT_FOUND, "%s", sentence);
	return VG_NOT_FOUND;
}

void say_left_out(const struct session *session, size_t left_out)
{
	char line[100];

	if (!left_out || !(format_is(session, "table") || session->options->output))
		return;
	snprintf(line, sizeof line, _("beyond --limit: %zu more"), left_out);
	complain("visitgraph", line);
}
