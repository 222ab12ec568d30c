/* replay.c - taking an import back: the graph is copied aside, emptied, and told everything again but for that import.
 *
 * So there is no code that removes a fact and mends what was inferred from it: undoing has the same result as never having
 * imported, because it is made in the same way. It costs as much as importing what remains; a correction of a list is
 * rare, and being right about it matters more. All of it happens in the caller's transaction. */
#include "graph/intake.h"

#include <stdlib.h>

struct past {
	vg_graph *graph;
	struct arena arena; /* of one record's texts */
	vg_mention *mentions;
	size_t mention_capacity;
	const char **aliases;
	size_t alias_capacity;
	int64_t import; /* the one being told */
};

static vg_status read_name(const char **text, const char **organization, struct past *past, int64_t id, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_NAME_AS_SAID, "i", id);

	if (store_next(&answer)) {
		*text = arena_text(&past->arena, store_text(&answer, 0));
		*organization = arena_text(&past->arena, store_text(&answer, 1));
	}
	return store_end(&answer, error);
}

static vg_status read_party(const char **text, struct past *past, int64_t id, vg_error *error)
{
	const char *none;

	return id ? read_name(text, &none, past, id, error) : VG_OK;
}

static vg_kind kind_of(int64_t name_kind, int64_t role)
{
	if (name_kind == NAME_OF_PERSON)
		return VG_PERSON;
	return role & MENTION_IS_PLACE ? VG_PLACE : VG_ORGANIZATION;
}

static vg_status read_mentions(vg_record *record, struct past *past, int64_t occasion, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_MENTIONS_OF, "ii", occasion << 10, occasion << 10 | 1023);
	vg_status status = VG_OK;

	while (!status && store_next(&answer)) {
		int64_t role = store_integer(&answer, 2);
		vg_mention mention = {.kind = kind_of(store_integer(&answer, 4), role),
				      .role = (vg_role)(role & MENTION_ROLE),
				      .is_lead = role & MENTION_LEADS,
				      .title = arena_text(&past->arena, store_text(&answer, 3))};

		status = read_name(&mention.name, &mention.organization, past, store_integer(&answer, 1), error);
		past->mentions = array_room(past->mentions, record->mention_count, &past->mention_capacity, sizeof mention);
		past->mentions[record->mention_count++] = mention;
	}
	record->mentions = past->mentions;
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

static void copy_date(char to[12], const char *from)
{
	snprintf(to, 12, "%s", from ? from : "");
}

static const char *column(struct past *past, const struct answer *answer, int index)
{
	return arena_text(&past->arena, store_text(answer, index));
}

static vg_status read_occasion(vg_record *record, struct past *past, int64_t id, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_OCCASION_AS_SAID, "i", id);
	vg_status status = VG_OK;

	record->kind = VG_OCCASION;
	if (store_next(&answer)) {
		record->type = (vg_type)store_integer(&answer, 0);
		record->word = column(past, &answer, 1);
		copy_date(record->date.from, store_text(&answer, 2));
		copy_date(record->date.until, store_text(&answer, 3));
		status = read_party(&record->place, past, store_integer(&answer, 4), error);
		record->purpose = column(past, &answer, 5);
		record->own_id = column(past, &answer, 6);
		record->line = (size_t)store_integer(&answer, 7);
	}
	if (status || (status = store_end(&answer, error)))
		return status;
	return read_mentions(record, past, id, error);
}

static vg_status read_side(vg_mention *mention, struct past *past, int64_t id, int64_t name_kind, vg_error *error)
{
	mention->kind = kind_of(name_kind, 0);
	return read_name(&mention->name, &mention->organization, past, id, error);
}

static vg_status read_tie(vg_record *record, struct past *past, int64_t id, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_COOPERATION_AS_SAID, "i", id);
	vg_status status = VG_OK;

	record->kind = VG_TIE;
	if (store_next(&answer)) {
		record->topic = column(past, &answer, 2);
		record->status = (vg_tie_status)store_integer(&answer, 3);
		copy_date(record->date.from, store_text(&answer, 4));
		copy_date(record->date.until, store_text(&answer, 5));
		record->line = (size_t)store_integer(&answer, 7);
		(void)((status = read_side(&record->a, past, store_integer(&answer, 0), store_integer(&answer, 8), error)) ||
		       (status = read_side(&record->b, past, store_integer(&answer, 1), store_integer(&answer, 9), error)) ||
		       (status = read_party(&record->place, past, store_integer(&answer, 6), error)));
	}
	return status ? status : store_end(&answer, error);
}

static vg_status read_aliases(vg_record *record, struct past *past, int64_t description, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_NAMINGS_OF, "ii", description << 10, description << 10 | 1023);

	while (store_next(&answer)) {
		past->aliases = array_room(past->aliases, record->alias_count, &past->alias_capacity, sizeof *past->aliases);
		past->aliases[record->alias_count++] = column(past, &answer, 0);
	}
	record->aliases = past->aliases;
	return store_end(&answer, error);
}

static vg_status read_description(vg_record *record, struct past *past, int64_t id, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_DESCRIPTION_AS_SAID, "i", id);
	vg_status status = VG_OK;

	record->kind = VG_DESCRIPTION;
	if (store_next(&answer)) {
		record->a.kind = (vg_kind)store_integer(&answer, 12);
		record->a.title = column(past, &answer, 1);
		copy_date(record->date.from, store_text(&answer, 2));
		copy_date(record->date.until, store_text(&answer, 3));
		record->code = column(past, &answer, 4);
		record->category = column(past, &answer, 5);
		record->industry = column(past, &answer, 6);
		record->longitude = column(past, &answer, 9);
		record->latitude = column(past, &answer, 10);
		record->line = (size_t)store_integer(&answer, 11);
		(void)((status = read_name(&record->a.name, &record->a.organization, past, store_integer(&answer, 0), error)) ||
		       (status = read_party(&record->parent, past, store_integer(&answer, 7), error)) ||
		       (status = read_party(&record->place, past, store_integer(&answer, 8), error)));
	}
	if (status || (status = store_end(&answer, error)))
		return status;
	return read_aliases(record, past, id, error);
}

static vg_status read_remark(vg_record *record, struct past *past, int64_t id, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_REMARK_OF, "i", id);

	if (store_next(&answer)) {
		record->citation = column(past, &answer, 0);
		record->note = column(past, &answer, 1);
	}
	return store_end(&answer, error);
}

static vg_status read_passage(vg_record *record, struct past *past, int64_t id, vg_error *error)
{
	struct answer answer = store_ask(past->graph, QUERY_PASSAGE_OF, "i", id);

	if (store_next(&answer)) {
		record->span_start = (size_t)store_integer(&answer, 0);
		record->span_end = (size_t)store_integer(&answer, 1);
		record->quote = column(past, &answer, 2);
		record->rule = column(past, &answer, 3);
		record->confidence = (unsigned)store_integer(&answer, 4);
		record->day = column(past, &answer, 5);
	}
	return store_end(&answer, error);
}

static vg_status tell_again(struct intake *intake, struct past *past, vg_record_kind kind, int64_t id, vg_error *error)
{
	static vg_status (*const read[])(vg_record *, struct past *, int64_t, vg_error *) = {
		[VG_OCCASION] = read_occasion, [VG_TIE] = read_tie, [VG_DESCRIPTION] = read_description};
	vg_record record = {0};
	bool is_known;
	vg_status status;

	arena_reset(&past->arena);
	if ((status = read[kind](&record, past, id, error)) || (status = read_remark(&record, past, id, error)) ||
	    (status = read_passage(&record, past, id, error)))
		return status;
	return intake_put(intake, &record, 1, &is_known, error);
}

static vg_status replay_import(struct intake *intake, struct past *past, int64_t import, int64_t first, int64_t last, vg_error *error)
{
	struct answer facts = store_ask(past->graph, QUERY_FACTS_BETWEEN, "ii", first, last);
	int64_t new_first = intake->next_id;
	vg_status status = VG_OK;

	intake->import = import;
	while (!status && store_next(&facts))
		status = tell_again(intake, past, (vg_record_kind)store_integer(&facts, 1), store_integer(&facts, 0), error);
	if (status || (status = store_end(&facts, error)) || (status = intake_end_import(intake, error)))
		return status;
	return store_do(intake->graph, QUERY_MOVE_IMPORT, error, "iii", import, new_first, (int64_t)intake->next_id - 1);
}

static vg_status replay_all(struct intake *intake, struct past *past, int64_t without, const vg_listener *listener, vg_error *error)
{
	struct answer imports = store_ask(past->graph, QUERY_ALL_IMPORTS, "");
	size_t rows = 0;
	vg_status status = VG_OK;

	while (!status && store_next(&imports)) {
		int64_t import = store_integer(&imports, 0);

		if (import != without)
			status = replay_import(intake, past, import, store_integer(&imports, 8), store_integer(&imports, 9), error);
		rows += (size_t)store_integer(&imports, 4);
		if (listener && listener->progress)
			listener->progress(listener->self, rows, 0, 0);
	}
	return status ? (store_end(&imports, &(vg_error){0}), status) : store_end(&imports, error);
}

static vg_status empty(vg_graph *graph, int64_t without, vg_error *error)
{
	static const enum query queries_in_order[] = {
		QUERY_EMPTY_NAMES,	    QUERY_EMPTY_OCCASIONS,	  QUERY_EMPTY_MENTIONS,	   QUERY_EMPTY_COOPERATIONS,
		QUERY_EMPTY_DESCRIPTIONS,   QUERY_EMPTY_NAMINGS,	  QUERY_EMPTY_REMARKS,	   QUERY_EMPTY_SAME,
		QUERY_DROP_SAME_OCCASIONS,  QUERY_DROP_SAME_COOPERATIONS, QUERY_EMPTY_TERRITORIES, QUERY_EMPTY_LINKS,
		QUERY_EMPTY_KEYS,	    QUERY_EMPTY_PARTS,		  QUERY_EMPTY_LIKENESSES,  QUERY_EMPTY_TWINS,
		QUERY_EMPTY_PASSAGES,
	};
	vg_status status = store_do(graph, QUERY_DROP_IMPORT, error, "i", without);

	for (size_t i = 0; i < sizeof queries_in_order / sizeof *queries_in_order && !status; i++)
		status = store_do(graph, queries_in_order[i], error, "");
	return status;
}

vg_status replay(struct intake *intake, vg_graph *graph, int64_t without, const vg_listener *listener, vg_error *error)
{
	struct past past = {0};
	vg_status status = vg_graph_open(&past.graph, "", VG_WRITE, error);

	if (!status && !(status = store_copy(past.graph, graph, error)) && !(status = store_upgrade(past.graph, error)) &&
	    !(status = store_upgrade(graph, error)) && !(status = empty(graph, without, error))) {
		if (!(status = intake_open(intake, graph, error))) {
			intake->next_id = 1;
			status = replay_all(intake, &past, without, listener, error);
		}
	}
	vg_graph_free(past.graph);
	arena_free(&past.arena);
	free(past.mentions);
	free(past.aliases);
	return status;
}

static vg_status undo(struct intake *intake, vg_graph *graph, int64_t import, const vg_listener *listener, vg_error *error)
{
	struct answer answer = store_ask(graph, QUERY_HAS_IMPORT, "i", import);
	bool is_there = store_next(&answer);
	size_t unsettled;
	vg_status status = store_end(&answer, error);

	if (status)
		return status;
	if (!is_there)
		return fail(error, VG_NOT_FOUND, _("there is no import %lld"), (long long)import);
	if ((status = replay(intake, graph, import, listener, error)) ||
	    (status = intake_settle(intake, NULL, &unsettled, error)))
		return status;
	return store_commit(graph, error);
}

vg_status vg_undo(vg_graph *graph, int64_t import, const vg_listener *listener, vg_error *error)
{
	struct intake intake = {0};
	vg_status status = store_begin(graph, error);

	if (status)
		return status;
	if ((status = undo(&intake, graph, import, listener, error)))
		store_rollback(graph);
	intake_free(&intake);
	return status;
}
