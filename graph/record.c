/* record.c - a record becomes names, facts and links: the fast path of every import. */
#include "graph/feed.h"
#include "graph/identity.h"
#include "graph/intake.h"

#include <stdlib.h>

enum { MOST_IDS = INT32_MAX - 4096 /* so that name << 32 is a row id */ };

/* ── What a record says ──────────────────────────────────────────────────────────────────────────────── */

static uint64_t mix_text(uint64_t hash, const char *text)
{
	return text ? text_hash(text, strlen(text), hash) : hash * UINT64_C(0x9E3779B97F4A7C15) + 1; /* Knuth's, odd */
}

static uint64_t mix_mention(uint64_t hash, const vg_mention *mention)
{
	hash = mix_text(hash + mention->kind * 64 + mention->role * 8 + mention->is_lead, mention->name);
	return mix_text(mix_text(hash, mention->title), mention->organization);
}

/* Of everything that a record says and that is kept of it, but not of where it stands: what is told again says no less. */
static uint64_t hash_record(const vg_record *record)
{
	const char *const texts[] = {record->date.from, record->date.until, record->place,    record->word,   record->purpose,
				     record->own_id,    record->topic,      record->code,     record->category, record->industry,
				     record->parent,    record->longitude,  record->latitude, record->note,   record->citation,
				     record->day};
	uint64_t hash = record->kind * 1024u + record->type * 32u + record->status;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		hash = mix_text(hash, texts[i]);
	hash = mix_mention(mix_mention(hash, &record->a), &record->b);
	for (size_t i = 0; i < record->mention_count; i++)
		hash = mix_mention(hash, &record->mentions[i]);
	for (size_t i = 0; i < record->alias_count; i++)
		if (!text_is(record->aliases[i], record->a.name))
			hash = mix_text(hash, record->aliases[i]);
	return record->quote ? mix_text(hash + record->span_start, record->quote) : hash;
}

/* ── Names ───────────────────────────────────────────────────────────────────────────────────────────── */

static uint32_t add_party(struct intake *intake, const char *text, uint8_t said)
{
	return text_is_empty(text) ? NO_NAME : names_add(&intake->names, NAME_OF_PARTY, text, NO_NAME, said | intake->stated, &intake->next_id);
}

static void link_name(struct intake *intake, uint32_t index, uint32_t fact, enum link_role role)
{
	struct link link = {index, fact, role};

	if (index != NO_NAME)
		feed_thing(intake->graph, WORK_LINKS, &link, sizeof link);
}

static uint32_t add_person(struct intake *intake, const char *text, uint32_t organization, uint8_t said)
{
	uint32_t id = intake->next_id;
	uint32_t index = names_add(&intake->names, NAME_OF_PERSON, text, organization, said | intake->stated, &intake->next_id);

	if (intake->next_id != id)
		link_name(intake, organization, id, LINK_MEMBER);
	return index;
}

static uint32_t add_mention(struct intake *intake, const vg_mention *mention, uint8_t listed)
{
	if (mention->kind == VG_PERSON) {
		uint32_t organization = add_party(intake, mention->organization, SAID_AS_ORGANIZATION);

		return add_person(intake, mention->name, organization,
				  listed | (organization == NO_NAME ? said_with_title(mention->title) : 0));
	}
	return add_party(intake, mention->name, listed | (mention->kind == VG_PLACE ? SAID_AS_PLACE : SAID_AS_ORGANIZATION));
}

static int64_t id_of(const struct intake *intake, uint32_t index)
{
	return index == NO_NAME ? 0 : intake->names.items[index].id;
}

/* ── Facts ───────────────────────────────────────────────────────────────────────────────────────────── */

static const char *known_date(const char *date)
{
	return *date ? date : NULL;
}

static void put_mentions(struct intake *intake, const vg_record *record, const uint32_t *indexes, uint32_t fact)
{
	for (size_t i = 0; i < record->mention_count; i++) {
		const vg_mention *mention = &record->mentions[i];

		link_name(intake, indexes[i], fact, (enum link_role)mention->role);
		if (mention->kind == VG_PERSON)
			link_name(intake, intake->names.items[indexes[i]].organization, fact, (enum link_role)mention->role);
		if (mention->kind == VG_PERSON && mention->title)
			link_name(intake, indexes[i], fact, LINK_TITLED);
		feed_put(intake->graph, QUERY_PUT_MENTION, "iiit", (int64_t)fact << 10 | (int64_t)i, id_of(intake, indexes[i]),
			 (int64_t)mention->role | (mention->is_lead ? MENTION_LEADS : 0) |
				 (mention->kind == VG_PLACE ? MENTION_IS_PLACE : 0),
			 mention->title);
	}
}

static void note_likeness(struct intake *intake, uint64_t hash, uint32_t occasion)
{
	struct likeness likeness = {hash, occasion};

	feed_thing(intake->graph, WORK_LIKENESSES, &likeness, sizeof likeness);
}

static uint32_t put_occasion(struct intake *intake, const vg_record *record)
{
	uint32_t indexes[MOST_MENTIONS], place, fact;

	for (size_t i = 0; i < record->mention_count; i++)
		indexes[i] = add_mention(intake, &record->mentions[i], 0);
	place = add_party(intake, record->place, SAID_AS_PLACE);
	fact = intake->next_id++;
	feed_put(intake->graph, QUERY_PUT_OCCASION, "iittt" "ntt" "ii", (int64_t)fact, (int64_t)record->type, record->word,
		 known_date(record->date.from), known_date(record->date.until), id_of(intake, place), record->purpose,
		 record->own_id, intake->import, (int64_t)record->line);
	put_mentions(intake, record, indexes, fact);
	link_name(intake, place, fact, LINK_PLACE);
	if (record->own_id)
		note_likeness(intake, likeness_of_number(intake->import, record->own_id), fact);
	note_likeness(intake, likeness_of(intake, record, indexes), fact);
	return fact;
}

/* Who has a tie acts, be it a place. */
static uint32_t add_side(struct intake *intake, const vg_mention *side)
{
	vg_mention acting = *side;

	if (acting.kind == VG_PLACE)
		acting.kind = VG_ORGANIZATION;
	return add_mention(intake, &acting, 0);
}

static uint32_t put_tie(struct intake *intake, const vg_record *record)
{
	uint32_t a = add_side(intake, &record->a), b = add_side(intake, &record->b);
	uint32_t place = add_party(intake, record->place, SAID_AS_PLACE), fact = intake->next_id++;

	intake->has_ties = true;
	link_name(intake, a, fact, LINK_FACT);
	link_name(intake, b, fact, LINK_FACT);
	link_name(intake, place, fact, LINK_FACT);
	feed_put(intake->graph, QUERY_PUT_COOPERATION, "iiiti" "ttn" "ii", (int64_t)fact, id_of(intake, a), id_of(intake, b),
		 record->topic, (int64_t)record->status, known_date(record->date.from), known_date(record->date.until),
		 id_of(intake, place), intake->import, (int64_t)record->line);
	return fact;
}

static const uint8_t listed_as[] = {[VG_PERSON] = LISTED_AS_PERSON, [VG_ORGANIZATION] = LISTED_AS_ORGANIZATION, [VG_PLACE] = LISTED_AS_PLACE};
static const uint8_t said_as[] = {[VG_PERSON] = 0, [VG_ORGANIZATION] = SAID_AS_ORGANIZATION, [VG_PLACE] = SAID_AS_PLACE};

static void put_namings(struct intake *intake, const vg_record *record, uint32_t subject, const uint32_t *aliases, uint32_t fact)
{
	for (size_t i = 0; i < record->alias_count; i++) {
		if (aliases[i] == subject)
			continue;
		link_name(intake, aliases[i], fact, LINK_FACT);
		feed_put(intake->graph, QUERY_PUT_NAMING, "ii", (int64_t)fact << 10 | (int64_t)i, id_of(intake, aliases[i]));
	}
}

static uint32_t put_description(struct intake *intake, const vg_record *record)
{
	uint32_t subject = add_mention(intake, &record->a, record->confidence ? 0 : listed_as[record->a.kind]);
	uint32_t parent = add_party(intake, record->parent, said_as[record->a.kind]);
	uint32_t place = add_party(intake, record->place, SAID_AS_PLACE), aliases[MOST_MENTIONS], fact;

	for (size_t i = 0; i < record->alias_count; i++)
		aliases[i] = record->a.kind == VG_PERSON ?
				     add_person(intake, record->aliases[i], intake->names.items[subject].organization, 0) :
				     add_party(intake, record->aliases[i], said_as[record->a.kind]);
	fact = intake->next_id++;
	intake->names.has_new_claims = true;
	link_name(intake, subject, fact, LINK_FACT);
	link_name(intake, parent, fact, LINK_FACT);
	link_name(intake, place, fact, LINK_FACT);
	feed_put(intake->graph, QUERY_PUT_DESCRIPTION, "iiittt" "tttnn" "ttii", (int64_t)fact, (int64_t)record->a.kind,
		 id_of(intake, subject), record->a.title, known_date(record->date.from), known_date(record->date.until),
		 record->code, record->category, record->industry, id_of(intake, parent), id_of(intake, place),
		 record->longitude, record->latitude, intake->import, (int64_t)record->line);
	put_namings(intake, record, subject, aliases, fact);
	return fact;
}

static void put_remark(struct intake *intake, const vg_record *record, uint32_t fact)
{
	if (record->citation || record->note)
		feed_put(intake->graph, QUERY_PUT_REMARK, "itt", (int64_t)fact, record->citation, record->note);
	if (record->quote || record->span_end || record->confidence)
		feed_put(intake->graph, QUERY_PUT_PASSAGE, "inn" "ttnt", (int64_t)fact, (int64_t)record->span_start,
			 (int64_t)record->span_end, record->quote, record->rule, (int64_t)record->confidence,
			 record->day);
}

vg_status vg_record_check(const vg_record *record, vg_error *error)
{
	if (record->mention_count > MOST_MENTIONS)
		return fail(error, VG_BAD_INPUT, _("more than %d participants"), MOST_MENTIONS);
	if (record->alias_count > MOST_MENTIONS)
		return fail(error, VG_BAD_INPUT, _("more than %d aliases"), MOST_MENTIONS);
	return VG_OK;
}

/* What will be needed of memory for a record that is put soon. */
struct ahead {
	uint64_t row;
	struct names_ahead names;
};

static void foresee(struct ahead *ahead, const struct intake *intake, const vg_record *record)
{
	ahead->names.count = 0;
	ahead->row = hash_record(record);
	hash_set_prefetch(&intake->rows, ahead->row);
	for (size_t i = 0; i < record->mention_count; i++) {
		const vg_mention *mention = &record->mentions[i];

		if (mention->kind == VG_PERSON)
			names_foresee(&intake->names, &ahead->names, NAME_OF_PERSON, mention->name, mention->organization);
		if (mention->kind != VG_PERSON || mention->organization)
			names_foresee(&intake->names, &ahead->names, NAME_OF_PARTY,
				      mention->kind == VG_PERSON ? mention->organization : mention->name, NULL);
	}
	if (record->place)
		names_foresee(&intake->names, &ahead->names, NAME_OF_PARTY, record->place, NULL);
}

static vg_status put_one(struct intake *intake, const vg_record *record, uint64_t hash, bool *is_known, vg_error *error)
{
	static uint32_t (*const put[])(struct intake *, const vg_record *) = {
		[VG_OCCASION] = put_occasion, [VG_TIE] = put_tie, [VG_DESCRIPTION] = put_description};
	vg_status status = vg_record_check(record, error); /* before anything of it is kept */

	if (status)
		return status;
	if (intake->next_id > MOST_IDS)
		return fail(error, VG_IO, _("'%s' is full: it has %u names and facts"), intake->graph->path, intake->next_id);
	*is_known = hash_set_put(&intake->rows, hash, 1);
	intake->stated = record->confidence ? 0 : STATED;
	if (!*is_known)
		put_remark(intake, record, put[record->kind](intake, record));
	return feed_has_failed(intake->graph) ? feed_end(intake->graph, error) : VG_OK;
}

vg_status intake_put(struct intake *intake, const vg_record *records, size_t count, bool *known, vg_error *error)
{
	enum { AHEAD = 4 };
	struct ahead ahead[AHEAD];
	vg_status status = VG_OK;

	for (size_t i = 0; i < count + AHEAD - 1 && !status; i++) {
		if (i < count)
			foresee(&ahead[i % AHEAD], intake, &records[i]);
		if (i >= 1 && i - 1 < count)
			names_fetch(&intake->names, &ahead[(i - 1) % AHEAD].names);
		if (i >= 2 && i - 2 < count)
			names_fetch_texts(&intake->names, &ahead[(i - 2) % AHEAD].names);
		if (i >= 3)
			status = put_one(intake, &records[i - 3], ahead[(i - 3) % AHEAD].row, &known[i - 3], error);
	}
	return status;
}

/* ── The intake ──────────────────────────────────────────────────────────────────────────────────────── */

static void work_on_links(void *self, const void *things, size_t bytes)
{
	links_add(self, things, bytes / sizeof(struct link));
}

static void work_on_likenesses(void *self, const void *things, size_t bytes)
{
	likenesses_add(self, things, bytes / sizeof(struct likeness));
}

vg_status intake_open(struct intake *intake, vg_graph *graph, vg_error *error)
{
	int64_t last;
	vg_status status;

	intake->graph = graph;
	feed_employ(graph, WORK_LINKS, work_on_links, &intake->links);
	feed_employ(graph, WORK_LIKENESSES, work_on_likenesses, &intake->likenesses);
	if ((status = store_number(&last, graph, QUERY_LAST_ID, 0, error)) ||
	    (status = names_load(&intake->names, graph, (size_t)last / 2, error)))
		return status;
	intake->next_id = (uint32_t)last + 1;
	return VG_OK;
}

vg_status intake_end_import(struct intake *intake, vg_error *error)
{
	vg_status status = feed_end(intake->graph, error);

	hash_set_free(&intake->rows);
	return status ? status : likenesses_end_import(intake, error);
}

static bool has_new_inference(const struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		if (names->items[i].stored != NO_NAME && names->items[i].stored != names->items[i].entity)
			return true;
	return false;
}

/* Indexes do not depend on it: they are written meanwhile. */
static vg_status decide_who_is_who(struct intake *intake, const vg_listener *listener, size_t *unsettled, vg_error *error)
{
	struct forest forest;
	vg_status status = identity_open(&forest, &intake->names, error);

	if (!status) {
		names_save_new(&intake->names, &intake->links);
		*unsettled = identity_decide(&forest, listener);
		status = feed_end(intake->graph, error);
	}
	identity_free(&forest);
	return status;
}

vg_status intake_settle(struct intake *intake, const vg_listener *listener, size_t *unsettled, vg_error *error)
{
	bool has_changed;
	int64_t has_extracted;
	vg_status status;

	if ((status = feed_end(intake->graph, error)) ||
	    (status = store_number(&has_extracted, intake->graph, QUERY_HAS_EXTRACTED, 0, error)) ||
	    (status = decide_who_is_who(intake, listener, unsettled, error)))
		return status;
	has_changed = has_new_inference(&intake->names);
	if ((status = names_save_inferences(&intake->names, error)))
		return status;
	if ((has_changed || intake->has_twins || has_extracted) && (status = events_settle(&intake->names, intake->graph, error)))
		return status;
	return has_changed || intake->has_ties ? ties_settle(&intake->names, intake->graph, error) : VG_OK;
}

void intake_free(struct intake *intake)
{
	names_free(&intake->names);
	links_free(&intake->links);
	hash_set_free(&intake->rows);
	likenesses_free(&intake->likenesses);
	arena_free(&intake->arena);
	*intake = (struct intake){0};
}

/* ── The front door ──────────────────────────────────────────────────────────────────────────────────── */

static void keep_source(struct intake *intake, const vg_source *source)
{
	intake->source = *source;
	intake->source.file = arena_text(&intake->arena, source->file);
	intake->source.path = arena_text(&intake->arena, source->path);
	intake->source.url = arena_text(&intake->arena, source->url);
	intake->source.kind = arena_text(&intake->arena, source->kind);
}

static vg_status find_import(int64_t *id, vg_graph *graph, enum query query, const vg_source *source, vg_error *error)
{
	struct answer answer = query == QUERY_IMPORT_BY_PATH ? store_ask(graph, query, "t", source->path) :
							       store_ask(graph, query, "bt", (const void *)source->digest,
									 sizeof source->digest, source->path);

	*id = store_next(&answer) ? store_integer(&answer, 0) : 0;
	return store_end(&answer, error);
}

static vg_status begin(vg_graph *graph, const vg_source *source, int64_t replaced, vg_error *error)
{
	struct intake *intake = graph->intake;
	int64_t last;
	vg_status status;

	keep_source(intake, source);
	status = replaced ? replay(intake, graph, replaced, &source->listener, error) : intake_open(intake, graph, error);
	if (status || (status = store_number(&last, graph, QUERY_LAST_IMPORT, 0, error)))
		return status;
	intake->import = last + 1;
	intake->first_id = intake->next_id;
	return VG_OK;
}

/* A file whose earlier version was imported takes that one's place, also where another file says the same by now. */
static vg_status find_earlier(int64_t *earlier, int64_t *replaced, vg_graph *graph, const vg_source *source, vg_error *error)
{
	vg_status status = VG_OK;

	if (source->path && (status = find_import(replaced, graph, QUERY_IMPORT_BY_PATH, source, error)))
		return status;
	if (*replaced && !(status = find_import(earlier, graph, QUERY_IMPORT_AS_IT_IS, source, error)) && *earlier)
		*replaced = 0;
	return status || *replaced || *earlier ? status : find_import(earlier, graph, QUERY_IMPORT_BY_DIGEST, source, error);
}

vg_status vg_source_begin(vg_graph *graph, const vg_source *source, int64_t *earlier, int64_t *replaced, vg_error *error)
{
	vg_status status = store_begin(graph, error);

	*earlier = *replaced = 0;
	if (status)
		return status;
	if ((status = find_earlier(earlier, replaced, graph, source, error)) || *earlier) {
		store_rollback(graph);
		return status;
	}
	graph->intake = memory_get(sizeof *graph->intake);
	if ((status = begin(graph, source, *replaced, error)))
		vg_source_abandon(graph);
	return status;
}

vg_status vg_records_put(vg_graph *graph, const vg_record *records, size_t count, bool *known, vg_error *error)
{
	return intake_put(graph->intake, records, count, known, error);
}

/* A corrected copy under a name of its own stands beside what it corrects: nobody but the user knows that it is one. */
static vg_status say_retold(struct intake *intake, const vg_import_summary *summary, vg_error *error)
{
	const vg_source *source = &intake->source;
	struct answer answer;

	if (!source->path || !(intake->has_twins || intake->has_ties) || !strcmp(source->kind, "news"))
		return VG_OK;
	answer = store_ask(intake->graph, QUERY_MOST_RETOLD, "iit", (int64_t)intake->first_id, (int64_t)intake->next_id - 1, source->kind);
	if (store_next(&answer)) {
		size_t rows = (size_t)store_integer(&answer, 2);

		if (rows > 1 && 2 * rows > summary->imported)
			tell(&source->listener, VG_NOTE, source->file,
			     _("%zu of %zu rows say what '%s' says; should this be a corrected copy, 'visitgraph undo %lld' takes that one back"),
			     rows, summary->imported, store_text(&answer, 1), (long long)store_integer(&answer, 0));
	}
	return store_end(&answer, error);
}

static vg_status end(vg_graph *graph, vg_import_summary *summary, vg_error *error)
{
	struct intake *intake = graph->intake;
	const vg_source *source = &intake->source;
	char now[21];
	vg_status status;

	time_stamp(now);
	if ((status = intake_end_import(intake, error)) ||
	    (status = intake_settle(intake, &source->listener, &summary->unsettled, error)) ||
	    (status = say_retold(intake, summary, error)) ||
	    (status = store_do(graph, QUERY_PUT_IMPORT, error, "itttt" "biiii" "iit", intake->import, source->file, source->path,
			       source->url, source->kind, (const void *)source->digest, sizeof source->digest,
			       (int64_t)summary->rows, (int64_t)summary->imported, (int64_t)summary->known,
			       (int64_t)summary->rejected, (int64_t)intake->first_id, (int64_t)intake->next_id - 1, now)))
		return status;
	return store_commit(graph, error);
}

vg_status vg_source_end(vg_graph *graph, vg_import_summary *summary, vg_error *error)
{
	vg_status status = end(graph, summary, error);

	if (!status)
		summary->id = graph->intake->import;
	vg_source_abandon(graph);
	return status;
}

void vg_source_abandon(vg_graph *graph)
{
	if (!graph->intake)
		return;
	store_rollback(graph);
	intake_free(graph->intake);
	free(graph->intake);
	graph->intake = NULL;
}
