/* news.c - the news importer: what one article after the other tells becomes records, with the sentence as evidence.
 *
 * A row, as imports count them, is a visit, a tie, or what an article says of one person or of one name. */
#include "importers/news/news.h"

enum { MENTIONS_MAX = 3 * PARTIES_MAX };

/* ── Reading an article (in this order: each stands on what those before it found) ───────────────────── */

void article_read(struct article *article)
{
	words_find(article);
	words_give_way(article);
	shorts_find(article);
	titles_find(article);
	cuts_find(article);
	sentences_find(article);
	persons_find(article);
	organizations_find(article);
	persons_find_behind_houses(article);
	entities_settle(article);
	home_find(article);
	visits_find(article);
	ties_find(article);
}

/* ── Records ─────────────────────────────────────────────────────────────────────────────────────────── */

/* What every record of a passage has. */
static vg_record record_of(struct arena *arena, vg_record_kind kind, const vg_article *told, const vg_passage *passage,
			   const vg_date *date)
{
	vg_record record = {
		.kind = kind,
		.line = passage->line,
		.span_start = passage->span_start,
		.span_end = passage->span_end,
		.quote = passage->quote,
		.rule = passage->rule,
		.confidence = passage->confidence,
		.citation = told->title,
	};

	if (date && *date->from == '-')
		record.day = arena_text(arena, date->from);
	else if (date)
		record.date = *date;
	return record;
}

/* Who takes part: of a delegation, who sent it. */
static const char *party_name(const vg_named *named)
{
	return named->sender ? named->sender : named->name;
}

static vg_mention mention_of(const vg_article *told, size_t entity, vg_role role)
{
	const vg_named *named = &told->entities[entity];

	return (vg_mention){
		.kind = named->kind,
		.role = role,
		.name = party_name(named),
		.title = named->title,
		.organization = named->organization,
	};
}

/* Whether somebody in the list stands for that organization: then the person is enough. */
static bool is_represented(const vg_article *told, const vg_parties *parties, size_t entity)
{
	for (size_t i = 0; i < parties->count; i++)
		if (text_is(told->entities[parties->items[i]].organization, party_name(&told->entities[entity])))
			return true;
	return false;
}

static void add_mentions(vg_record *record, vg_mention *mentions, const vg_article *told, const vg_parties *parties,
			 vg_role role, size_t lead)
{
	for (size_t i = 0; i < parties->count && record->mention_count < MENTIONS_MAX; i++) {
		vg_mention *mention = &mentions[record->mention_count];

		if (is_represented(told, parties, parties->items[i]))
			continue;
		*mention = mention_of(told, parties->items[i], role);
		mention->is_lead = parties->items[i] == lead;
		record->mention_count++;
	}
}

static vg_status put_visit(struct import *import, struct arena *arena, const vg_article *told,
			   const vg_told_visit *visit, vg_error *error)
{
	vg_record record = record_of(arena, VG_OCCASION, told, &visit->passage, &visit->date);
	vg_mention *mentions = arena_get(arena, MENTIONS_MAX * sizeof *mentions);

	record.type = visit->type;
	record.word = visit->word;
	record.purpose = visit->purpose;
	record.place = visit->place == VG_NONE ? NULL : told->entities[visit->place].name;
	record.mentions = mentions;
	add_mentions(&record, mentions, told, &visit->visitors, VG_VISITOR, visit->lead);
	add_mentions(&record, mentions, told, &visit->hosts, VG_HOST, VG_NONE);
	add_mentions(&record, mentions, told, &visit->companions, VG_COMPANION, VG_NONE);
	import_count_row(import);
	return import_row(import, &record, 1, error);
}

static vg_status put_tie(struct import *import, struct arena *arena, const vg_article *told, const vg_told_tie *tie,
			 vg_error *error)
{
	vg_record record = record_of(arena, VG_TIE, told, &tie->passage, &tie->date);

	record.a = mention_of(told, tie->a, VG_ANY_ROLE);
	record.b = mention_of(told, tie->b, VG_ANY_ROLE);
	record.topic = tie->topic;
	record.status = tie->status;
	import_count_row(import);
	return import_row(import, &record, 1, error);
}

/* Only who takes part in something that the article tells; a page of names alone is no news of visits. */
static bool takes_part(const vg_article *told, size_t entity)
{
	for (size_t v = 0; v < told->visit_count; v++) {
		const vg_told_visit *visit = &told->visits[v];
		const vg_parties *const roles[] = {&visit->visitors, &visit->hosts, &visit->companions};

		for (size_t r = 0; r < COUNT(roles); r++)
			for (size_t i = 0; i < roles[r]->count; i++)
				if (roles[r]->items[i] == entity)
					return true;
	}
	for (size_t t = 0; t < told->tie_count; t++)
		if (told->ties[t].a == entity || told->ties[t].b == entity)
			return true;
	return false;
}

/* Other names of a party. What a person is stands at the visits. */
static vg_status put_names(struct import *import, struct arena *arena, const vg_article *told, size_t entity,
			   vg_error *error)
{
	const vg_named *named = &told->entities[entity];
	vg_record record;

	if (!named->alias_count || named->kind == VG_PERSON || !takes_part(told, entity))
		return VG_OK;
	record = record_of(arena, VG_DESCRIPTION, told, &named->passage, NULL);
	record.a = (vg_mention){.kind = named->kind, .name = party_name(named)};
	record.aliases = named->aliases;
	record.alias_count = named->alias_count;
	import_count_row(import);
	return import_row(import, &record, 1, error);
}

/* Where the records of an article go. */
struct taking {
	struct import *import;
	struct arena arena;
	size_t yearless; /* visits and ties of which the day is told, but no year */
};

static void count_yearless(struct taking *taking, const vg_article *told)
{
	for (size_t i = 0; i < told->visit_count; i++)
		taking->yearless += *told->visits[i].date.from == '-';
	for (size_t i = 0; i < told->tie_count; i++)
		taking->yearless += *told->ties[i].date.from == '-';
}

static vg_status put_article(void *self, const vg_article *told, vg_error *error)
{
	struct taking *taking = self;
	vg_status status = VG_OK;

	arena_reset(&taking->arena);
	count_yearless(taking, told);
	for (size_t i = 0; i < told->entity_count && !status; i++)
		status = put_names(taking->import, &taking->arena, told, i, error);
	for (size_t i = 0; i < told->visit_count && !status; i++)
		status = put_visit(taking->import, &taking->arena, told, &told->visits[i], error);
	for (size_t i = 0; i < told->tie_count && !status; i++)
		status = put_tie(taking->import, &taking->arena, told, &told->ties[i], error);
	return status;
}

vg_status news_read(struct import *import, vg_error *error)
{
	static const vg_listener nobody;
	struct taking taking = {.import = import};
	struct words *words;
	struct page *page = NULL;
	/* before the import begins: from then on the graph is written to */
	vg_status status = words_load_known(&words, import->options->dictionary, import->graph, error);

	if (status)
		return status;
	if (!(status = import_begin(import, "news", error)) && !import->summary->is_repeat &&
	    !(status = page_begin(&page, import->reader, import->file, import->options->date, error)))
		status = articles_read(page, words, import->file, &nobody, put_article, &taking, error);
	if (!status && taking.yearless)
		tell(&import->options->listener, VG_NOTE, import->file,
		     _("visits and ties of which no year is told: %zu; they stay undated (--date YYYY-MM-DD says when "
		       "the text came out)"),
		     taking.yearless);
	arena_free(&taking.arena);
	page_free(page);
	words_free(words);
	return status;
}
