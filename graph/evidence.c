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

static vg_status read_remark(struct builder *builder, uint32_t fact, vg_evidence *item, vg_error *error)
{
	struct answer answer;

	if (!builder->has_remarks)
		return VG_OK;
	answer = store_ask(builder->graph, QUERY_REMARK_OF, "i", (int64_t)fact);
	if (store_next(&answer)) {
		item->citation = arena_text(builder->arena, store_text(&answer, 0));
		item->note = arena_text(builder->arena, store_text(&answer, 1));
	}
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

vg_status build_evidence_of(struct builder *builder, uint32_t fact, const vg_evidence *told, vg_evidences *into, vg_error *error)
{
	vg_evidence item = *told;
	vg_status status;

	item.confidence = STATED;
	if ((status = read_source(builder, &item, error)) || (status = read_remark(builder, fact, &item, error)) ||
	    (status = read_passage(builder, fact, &item, error)))
		return status;
	build_evidence(builder, into, &(vg_evidences){1, &item});
	return VG_OK;
}

/* ── What several sources say of one fact ────────────────────────────────────────────────────────────────
 * Each keeps its own words; together they have all of them, each once. */

static const char *words_of(const vg_evidence *item, size_t field)
{
	return *(const char *const *)((const char *)item + field);
}

static bool is_said_before(const char *const *keys, size_t one)
{
	for (size_t i = 0; i < one; i++)
		if (keys[i] && !strcmp(keys[i], keys[one]))
			return true;
	return false;
}

const char *build_words(struct builder *builder, const vg_evidences *evidence, size_t field, const char *separator)
{
	struct arena scratch = {0};
	const char **keys, *all = NULL;

	if (evidence->count <= 1)
		return evidence->count ? words_of(evidence->items, field) : NULL;
	keys = arena_get(&scratch, evidence->count * sizeof *keys);
	for (size_t i = 0; i < evidence->count; i++) {
		const char *words = words_of(&evidence->items[i], field);

		if (!words)
			continue;
		keys[i] = text_key(&scratch, words);
		if (!is_said_before(keys, i))
			all = all ? arena_print(builder->arena, "%s%s%s", all, separator, words) : words;
	}
	arena_free(&scratch);
	return all;
}
