/* evidence.c - where the parts of a view come from: file and line, passage and how sure it is, notes. */
#include "graph/build.h"

enum { STATED = 1000 }; /* per mille */

static bool is_behind(const vg_evidence *one, const vg_evidence *other)
{
	return one->line != other->line ? one->line > other->line : one->span_start > other->span_start;
}

/* Where it belongs: within its import in the order of the lines, a new import behind those that are there. VG_NONE: it is there. */
static size_t place_of(const vg_evidences *evidence, const vg_evidence *item)
{
	size_t place = evidence->count;

	for (size_t i = 0; i < evidence->count; i++) {
		const vg_evidence *at = &evidence->items[i];

		if (at->import != item->import)
			continue;
		if (is_behind(at, item))
			return i;
		if (!is_behind(item, at))
			return VG_NONE;
		place = i + 1;
	}
	return place;
}

void build_evidence(struct builder *builder, vg_evidences *into, const vg_evidences *more)
{
	vg_evidence *items = arena_get(builder->arena, (into->count + more->count) * sizeof *items);

	if (into->count)
		memcpy(items, into->items, into->count * sizeof *items);
	into->items = items;
	for (size_t i = 0; i < more->count; i++) {
		size_t place = place_of(into, &more->items[i]);

		if (place == VG_NONE)
			continue;
		memmove(items + place + 1, items + place, (into->count - place) * sizeof *items);
		items[place] = more->items[i];
		into->count++;
	}
}

/* Most of a view comes from one file. */
static vg_status read_source(struct builder *builder, vg_evidence *item, vg_error *error)
{
	vg_evidence *last = &builder->source;
	vg_status status = VG_OK;

	if (last->import != item->import) {
		struct answer answer = store_ask(builder->graph, QUERY_SOURCE, "i", item->import);
		bool is_known = store_next(&answer);

		*last = (vg_evidence){.import = item->import,
				      .source = is_known ? arena_text(builder->arena, store_text(&answer, 0)) : NULL,
				      .file = is_known ? arena_text(builder->arena, store_text(&answer, 1)) : NULL};
		status = store_end(&answer, error);
	}
	item->source = last->source;
	item->file = last->file;
	return status;
}

static vg_status read_citation(struct builder *builder, uint32_t fact, vg_evidence *item, vg_error *error)
{
	struct answer answer;

	if (!builder->has_remarks)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_REMARK_OF, "i", (int64_t)fact);
	if (store_next(&answer))
		item->citation = arena_text(builder->arena, store_text(&answer, 0));
	return store_end(&answer, error);
}

static vg_status read_passage(struct builder *builder, uint32_t fact, vg_evidence *item, vg_error *error)
{
	struct answer answer;

	if (!builder->has_passages)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_PASSAGE_OF, "i", (int64_t)fact);
	if (store_next(&answer)) {
		item->span_start = (size_t)store_integer(&answer, 0);
		item->span_end = (size_t)store_integer(&answer, 1);
		item->quote = arena_text(builder->arena, store_text(&answer, 2));
		item->rule = arena_text(builder->arena, store_text(&answer, 3));
		if (store_text(&answer, 4))
			item->confidence = (unsigned)store_integer(&answer, 4);
		item->day = arena_text(builder->arena, store_text(&answer, 5));
	}
	return store_end(&answer, error);
}

vg_status build_passes(struct builder *builder, uint32_t fact, bool *passes, vg_error *error)
{
	struct answer answer;

	*passes = true;
	if (!builder->min_confidence || !builder->has_passages)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_CONFIDENCE_OF, "i", (int64_t)fact);
	if (store_next(&answer) && store_text(&answer, 0))
		*passes = store_integer(&answer, 0) >= builder->min_confidence;
	return store_end(&answer, error);
}

vg_status build_evidence_of(struct builder *builder, uint32_t fact, int64_t line, int64_t import, vg_evidences *into,
			    vg_error *error)
{
	vg_evidence item = {.line = (size_t)line, .import = import, .confidence = STATED};
	vg_status status;

	if ((status = read_source(builder, &item, error)) || (status = read_citation(builder, fact, &item, error)) ||
	    (status = read_passage(builder, fact, &item, error)))
		return status;
	build_evidence(builder, into, &(vg_evidences){1, &item});
	return VG_OK;
}

vg_status build_note_of(struct builder *builder, uint32_t fact, const char **note, vg_error *error)
{
	struct answer answer;

	if (*note || !builder->has_remarks)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_REMARK_OF, "i", (int64_t)fact);
	if (store_next(&answer))
		*note = arena_text(builder->arena, store_text(&answer, 1));
	return store_end(&answer, error);
}
