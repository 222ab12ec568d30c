/* extract.c - what an article tells, as the front door shows it; and vg_extract(). */
#include "importers/news/news.h"

/* ── From characters to text ─────────────────────────────────────────────────────────────────────────── */

static vg_passage passage_of(struct article *article, struct span sentence, const char *rule)
{
	size_t start = article->at[sentence.start], end = article->at[sentence.end];
	const char *quote = article->bytes + start;
	size_t length = end - start;
	vg_passage passage = {.rule = rule, .confidence = confidence_of(rule)};

	while (length && strchr(" \t\r\n", quote[length - 1]))
		length--;
	passage.quote = arena_text_of(&article->arena, quote, length);
	page_locate(article, start, start + length, &passage);
	return passage;
}

static const char *text_of(struct article *article, struct span span)
{
	return span.end > span.start ? span_text(article, span) : NULL;
}

/* ── From parts to the whole ─────────────────────────────────────────────────────────────────────────── */

/* Whose delegation it is, where its name says so: what stands before the ending. */
static const char *sender_of(struct article *article, uint32_t entity)
{
	for (size_t i = 0; i < article->found_count; i++) {
		const struct found *found = &article->found[i];
		const char *sender;

		if (found->entity != entity || found->kind != ORGANIZATION_MENTION)
			continue;
		for (uint32_t at = found->start + 2; at < found->end; at++) {
			if (word_at(article, at, IN(DELEGATION_ENDING)) != found->end - at)
				continue;
			sender = span_text(article, (struct span){found->start, at});
			if (is_organization_name(sender))
				return sender;
		}
	}
	return NULL;
}

/* Entities of which there are mentions, in the order of the text; index_of[i] is the new place of entity i. */
static void give_entities(vg_article *told, struct article *article, size_t *index_of)
{
	told->entities = arena_get(&article->arena, (article->entity_count + 1) * sizeof *told->entities);
	for (size_t i = 0; i < article->entity_count; i++) {
		const struct entity *entity = &article->entities[i];

		index_of[i] = VG_NONE;
		if (!entity->mentions)
			continue;
		index_of[i] = told->entity_count;
		told->entities[told->entity_count++] = (vg_named){
			.kind = entity->kind,
			.name = entity->name,
			.aliases = entity->aliases,
			.alias_count = entity->alias_count,
			.title = entity->title,
			.organization = entity->organization,
			.sender = entity->kind == VG_ORGANIZATION ? sender_of(article, (uint32_t)i) : NULL,
			.is_reporter = entity->is_reporter,
			.passage = entity->alias_count ? passage_of(article, sentence_at(article, entity->first),
								    N_("other names of one"))
						       : (vg_passage){0},
		};
	}
}

static vg_parties parties_of(struct article *article, const struct parties *parties, const size_t *index_of)
{
	vg_parties told = {.items = arena_get(&article->arena, (parties->count + 1) * sizeof *told.items)};

	for (size_t i = 0; i < parties->count; i++)
		told.items[told.count++] = index_of[parties->at[i]];
	return told;
}

/* The word of a visit as a dictionary has it: 会见 of 会见了; none where it only says that somebody went (到, 赴, 走进). */
static const char *word_of(struct article *article, struct span word)
{
	static const char *const visits[] = {"到访", "来访", "造访", "莅临", "做客", "出访"};
	bool is_motion = word.end > word.start && word_at(article, word.start, IN(TRAVEL)) == word.end - word.start;

	for (size_t i = 0; i < COUNT(visits); i++)
		is_motion &= !text_at(article, word.start, visits[i]);
	if (is_motion)
		return NULL;
	if (word.end >= word.start + 4 && text_at(article, word.end - 2, "来自"))
		word.end -= 2;
	if (word.end >= word.start + 3 &&
	    (article->chars[word.end - 1] == u'了' || article->chars[word.end - 1] == u'过'))
		word.end--;
	return text_of(article, word);
}

static void give_visits(vg_article *told, struct article *article, const size_t *index_of)
{
	told->visits = arena_get(&article->arena, (article->visit_count + 1) * sizeof *told->visits);
	for (size_t i = 0; i < article->visit_count; i++) {
		const struct visit *visit = &article->visits[i];

		if (visit->is_gone || !visit->hosts.count) /* to 我区, of which the text does not say the name */
			continue;
		told->visits[told->visit_count++] = (vg_told_visit){
			.date = visit->date,
			.type = visit->type,
			.word = word_of(article, visit->word),
			.purpose = text_of(article, visit->topic),
			.visitors = parties_of(article, &visit->visitors, index_of),
			.hosts = parties_of(article, &visit->hosts, index_of),
			.companions = parties_of(article, &visit->companions, index_of),
			.lead = visit->lead == NOBODY ? VG_NONE : index_of[visit->lead],
			.place = visit->place == NOBODY ? VG_NONE : index_of[visit->place],
			.passage = passage_of(article, visit->sentence, visit->rule),
		};
	}
}

static void give_ties(vg_article *told, struct article *article, const size_t *index_of)
{
	told->ties = arena_get(&article->arena, (article->tie_count + 1) * sizeof *told->ties);
	for (size_t i = 0; i < article->tie_count; i++) {
		const struct tie *tie = &article->ties[i];

		told->ties[told->tie_count++] = (vg_told_tie){
			.a = index_of[tie->a],
			.b = index_of[tie->b],
			.status = tie->status,
			.topic = text_of(article, tie->topic),
			.date = tie->date,
			.passage = passage_of(article, tie->sentence, tie->rule),
		};
	}
}

vg_article article_tell(struct article *article, const char *encoding)
{
	size_t *index_of = arena_get(&article->arena, (article->entity_count + 1) * sizeof *index_of);
	vg_article told = {.title = text_of(article, article->title), .date = article->published, .encoding = encoding};

	give_entities(&told, article, index_of);
	give_visits(&told, article, index_of);
	give_ties(&told, article, index_of);
	return told;
}

/* ── Explaining ──────────────────────────────────────────────────────────────────────────────────────── */

static const char *const mention_words[] = {
	[PERSON_MENTION] = "person",
	[ORGANIZATION_MENTION] = "organization",
	[PLACE_MENTION] = "place",
	[GROUP_MENTION] = "organization",
};

static bool explain_names(struct article *article, const vg_listener *listener, struct span sentence)
{
	bool is_any = false;

	for (size_t i = sentence.start; i < sentence.end; i++) {
		const struct found *found = article->found_at[i] ? &article->found[article->found_at[i] - 1] : NULL;

		if (!found)
			continue;
		tell(listener, VG_NOTE, NULL, "%s: %s (%s)", _(mention_words[found->kind]),
		     span_text(article, (struct span){found->start, found->end}), _(found->rule));
		i = found->end - 1;
		is_any = true;
	}
	return is_any;
}

static void explain_sentence(struct article *article, const char *file, const vg_article *told, struct span sentence)
{
	const vg_listener *listener = article->listener;
	vg_passage passage = passage_of(article, sentence, "");
	char *where = arena_print(&article->arena, "%s:%zu", file, passage.line);
	bool is_any;

	tell(listener, VG_NOTE, where, "%s", span_text(article, sentence));
	is_any = explain_names(article, listener, sentence);
	for (size_t v = 0; v < told->visit_count; v++)
		if (told->visits[v].passage.span_start == passage.span_start) {
			tell(listener, VG_NOTE, NULL, "→ %s (%s)", _("visit"), _(told->visits[v].passage.rule));
			is_any = true;
		}
	for (size_t t = 0; t < told->tie_count; t++)
		if (told->ties[t].passage.span_start == passage.span_start) {
			tell(listener, VG_NOTE, NULL, "→ %s: %s, %s – %s (%s)", _("tie"),
			     _(vg_tie_status_name(told->ties[t].status)), told->entities[told->ties[t].a].name,
			     told->entities[told->ties[t].b].name, _(told->ties[t].passage.rule));
			is_any = true;
		}
	if (!is_any)
		tell(listener, VG_NOTE, NULL, "%s", _("nothing"));
}

static void explain(struct article *article, const char *file, const vg_article *told)
{
	for (size_t s = 0; s < article->sentence_count; s++)
		explain_sentence(article, file, told, article->sentences[s].span);
}

/* ── The front door ──────────────────────────────────────────────────────────────────────────────────── */

vg_status articles_read(struct page *page, const struct words *words, const char *file, const vg_listener *listener,
			vg_status (*take)(void *self, const vg_article *told, vg_error *error), void *self,
			vg_error *error)
{
	struct article article = {.words = words, .listener = listener};
	bool has_more = true;
	vg_status status = VG_OK;

	while (!status && !(status = page_next(page, &article, &has_more, error)) && has_more) {
		vg_article told;

		article_read(&article);
		told = article_tell(&article, page_encoding(page));
		if (listener->tell)
			explain(&article, file, &told);
		if (told.entity_count || told.title)
			status = take(self, &told, error);
	}
	article_free(&article);
	return status;
}

vg_status vg_extract(const char *path, const vg_extract_options *options,
		     vg_status (*take)(void *self, const vg_article *article, vg_error *error), void *self,
		     vg_error *error)
{
	static const vg_extract_options defaults;
	struct words *words = NULL;
	struct page *page = NULL;
	vg_status status;

	if (!options)
		options = &defaults;
	if (!(status = words_load_known(&words, options->dictionary, options->graph, error)) &&
	    !(status = page_open(&page, path, options->encoding, options->date, error)))
		status = articles_read(page, words, strcmp(path, "-") ? path : "stdin", &options->listener, take, self,
				       error);
	page_free(page);
	words_free(words);
	return status;
}
