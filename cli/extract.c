/* extract.c - the command that shows what the news importer reads: extract. */
#include "cli/extract.h"

/* ── JSON ────────────────────────────────────────────────────────────────────────────────────────────── */

static void put_texts(struct json *json, const char *key, const char *const *texts, size_t count)
{
	json_open(json, key, '[');
	for (size_t i = 0; i < count; i++)
		json_text(json, NULL, texts[i]);
	json_close(json, ']');
}

static void put_date(struct json *json, const char *key, const vg_date *date)
{
	char range[2 * sizeof date->from + 1];

	if (*date->until)
		snprintf(range, sizeof range, "%s/%s", date->from, date->until);
	json_text(json, key, *date->until ? range : date->from);
}

static void put_entity(struct json *json, const vg_named *entity)
{
	json_open(json, NULL, '{');
	json_text(json, "kind", vg_kind_name(entity->kind));
	json_text(json, "name", entity->name);
	if (entity->alias_count)
		put_texts(json, "aliases", entity->aliases, entity->alias_count);
	if (entity->title)
		json_text(json, "title", entity->title);
	if (entity->organization)
		json_text(json, "organization", entity->organization);
	if (entity->sender)
		json_text(json, "sender", entity->sender);
	json_close(json, '}');
}

static void put_parties(struct json *json, const char *key, const vg_article *article, const vg_parties *parties)
{
	json_open(json, key, '[');
	for (size_t i = 0; i < parties->count; i++)
		json_text(json, NULL, article->entities[parties->items[i]].name);
	json_close(json, ']');
}

static void put_passage(struct json *json, const vg_passage *passage)
{
	const vg_evidence evidence = {
		.line = passage->line,
		.span_start = passage->span_start,
		.span_end = passage->span_end,
		.quote = passage->quote,
		.rule = passage->rule,
		.confidence = passage->confidence,
	};

	json_share(json, "confidence", passage->confidence);
	json_open(json, "evidence", '[');
	json_evidence(json, &evidence);
	json_close(json, ']');
}

static void put_visit(struct json *json, const vg_article *article, const vg_told_visit *visit)
{
	json_open(json, NULL, '{');
	json_text(json, "type", vg_type_name(visit->type));
	put_date(json, "date", &visit->date);
	put_parties(json, "visitors", article, &visit->visitors);
	put_parties(json, "hosts", article, &visit->hosts);
	put_parties(json, "companions", article, &visit->companions);
	if (visit->place != VG_NONE)
		json_text(json, "place", article->entities[visit->place].name);
	put_texts(json, "topics", &visit->purpose, visit->purpose != NULL);
	put_passage(json, &visit->passage);
	json_close(json, '}');
}

static void put_tie(struct json *json, const vg_article *article, const vg_told_tie *tie)
{
	json_open(json, NULL, '{');
	json_text(json, "a", article->entities[tie->a].name);
	json_text(json, "b", article->entities[tie->b].name);
	json_text(json, "status", vg_tie_status_name(tie->status));
	json_text(json, "topic", tie->topic);
	put_date(json, "date", &tie->date);
	put_passage(json, &tie->passage);
	json_close(json, '}');
}

static vg_status put_article(void *self, const vg_article *article, vg_error *error)
{
	struct json *json = self;

	(void)error;
	json_open(json, NULL, '{');
	json_text(json, "title", article->title);
	put_date(json, "date", &article->date);
	json_open(json, "reporters", '[');
	for (size_t i = 0; i < article->entity_count; i++)
		if (article->entities[i].is_reporter)
			json_text(json, NULL, article->entities[i].name);
	json_close(json, ']');
	json_open(json, "entities", '[');
	for (size_t i = 0; i < article->entity_count; i++)
		put_entity(json, &article->entities[i]);
	json_close(json, ']');
	json_open(json, "visits", '[');
	for (size_t i = 0; i < article->visit_count; i++)
		put_visit(json, article, &article->visits[i]);
	json_close(json, ']');
	json_open(json, "ties", '[');
	for (size_t i = 0; i < article->tie_count; i++)
		put_tie(json, article, &article->ties[i]);
	json_close(json, ']');
	json_close(json, '}');
	return VG_OK;
}

static vg_status extract_json(struct session *session, const vg_extract_options *options)
{
	struct json json = {.out = stdout};
	vg_status status = VG_OK;

	json_open(&json, NULL, '{');
	json_open(&json, "articles", '[');
	for (size_t i = 0; i < session->argument_count && !status; i++)
		status = vg_extract(session->arguments[i], options, put_article, &json, &session->error);
	json_close(&json, ']');
	json_close(&json, '}');
	json_end(&json);
	return status;
}

/* ── Lists ───────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status extract_lists(struct session *session, const vg_extract_options *options)
{
	struct extract_lists out = {.folder = session->options->output};
	vg_status status;

	if (!out.folder)
		return failure(&session->error, VG_USAGE,
			       _("'--format csv' needs '--output FOLDER': where the lists go"));
	status = lists_open(&out, &session->error);
	for (size_t i = 0; i < session->argument_count && !status; i++) {
		out.source = session->arguments[i];
		status = vg_extract(session->arguments[i], options, lists_put, &out, &session->error);
	}
	return lists_close(&out, status, &session->error);
}

/* ── Explaining ──────────────────────────────────────────────────────────────────────────────────────── */

static void print_explanation(void *self, vg_severity severity, const char *where, const char *message)
{
	(void)self;
	(void)severity;
	if (where)
		printf("%s: ", where);
	else
		fputs("    ", stdout);
	write_visibly(stdout, message);
	putchar('\n');
}

static vg_status ignore_article(void *self, const vg_article *article, vg_error *error)
{
	(void)self;
	(void)article;
	(void)error;
	return VG_OK;
}

static vg_status explain(struct session *session, vg_extract_options options)
{
	vg_status status = VG_OK;

	options.listener.tell = print_explanation;
	for (size_t i = 0; i < session->argument_count && !status; i++)
		status = vg_extract(session->arguments[i], &options, ignore_article, NULL, &session->error);
	return status;
}

vg_status run_extract(struct session *session)
{
	const struct options *asked = session->options;
	vg_extract_options options = {
		.encoding = asked->encoding, .date = asked->date, .dictionary = asked->dictionary};
	vg_status status;

	if (asked->database && (status = vg_graph_open(&options.graph, asked->database, VG_READ, &session->error)))
		return status;
	status = asked->is_explained	     ? explain(session, options)
		 : format_is(session, "csv") ? extract_lists(session, &options)
					     : extract_json(session, &options);
	vg_graph_free(options.graph);
	return status;
}
