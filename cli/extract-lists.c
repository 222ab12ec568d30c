/* extract-lists.c - what news tell, as lists to be corrected in a spreadsheet and imported: visits, ties, people. */
#include "cli/extract.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { COLUMNS_MAX = 13 };

/* Headings as an importer knows them, in either language; they are no words of an answer that a catalogue may translate freely. */
static const struct list {
	const char *file;
	const char *headings[COLUMNS_MAX][2];
} lists[LIST_COUNT] = {
	[VISITS] = {"visits.csv",
		    {{"date", "日期"},
		     {"until", "结束日期"},
		     {"type", "类型"},
		     {"visitors", "来访人"},
		     {"visitor_organization", "来访单位"},
		     {"hosts", "接待人"},
		     {"host_organization", "接待单位"},
		     {"companions", "陪同人员"},
		     {"place", "地点"},
		     {"purpose", "事由"},
		     {"source", "来源"},
		     {"confidence", "可信度"},
		     {"sentence", "原文"}}},
	[TIES] = {"ties.csv",
		  {{"a", "甲方"},
		   {"b", "乙方"},
		   {"topic", "合作内容"},
		   {"status", "状态"},
		   {"date", "日期"},
		   {"source", "来源"},
		   {"confidence", "可信度"},
		   {"sentence", "原文"}}},
	[PEOPLE] = {"people.csv", {{"name", "姓名"}, {"title", "职务"}, {"organization", "单位"}, {"notes", "备注"}}},
};

static size_t count_columns(const struct list *list)
{
	size_t count = 0;

	while (count < COLUMNS_MAX && list->headings[count][0])
		count++;
	return count;
}

/* ── Cells ───────────────────────────────────────────────────────────────────────────────────────────── */

/* 吴通红(光明食品国际有限公司，党委书记、董事长), as an importer reads it. */
static void write_person(FILE *cell, const vg_named *person)
{
	bool has_both = person->organization && person->title;

	fputs(person->name, cell);
	if (person->organization || person->title)
		fprintf(cell, "(%s%s%s)", person->organization ? person->organization : "", has_both ? "，" : "",
			person->title ? person->title : "");
}

/* The persons of a role, the one who leads in front. */
static void put_persons(struct table *table, const vg_article *article, const vg_parties *parties, size_t lead)
{
	const char *between = "";

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < parties->count; i++) {
			if (article->entities[parties->items[i]].kind != VG_PERSON ||
			    (parties->items[i] == lead) == pass)
				continue;
			fputs(between, table->cell);
			write_person(table->cell, &article->entities[parties->items[i]]);
			between = "；";
		}
	table_next(table);
}

/* Of a delegation, who sent it. */
static const char *party_name(const vg_named *party)
{
	return party->sender ? party->sender : party->name;
}

static bool is_represented(const vg_article *article, const vg_parties *parties, const vg_named *party)
{
	for (size_t i = 0; i < parties->count; i++) {
		const char *organization = article->entities[parties->items[i]].organization;

		if (organization && !strcmp(organization, party_name(party)))
			return true;
	}
	return false;
}

/* The parties of a role; those of its persons stand at these. */
static void put_parties(struct table *table, const vg_article *article, const vg_parties *parties)
{
	const char *between = "";

	for (size_t i = 0; i < parties->count; i++) {
		const vg_named *party = &article->entities[parties->items[i]];

		if (party->kind == VG_PERSON || is_represented(article, parties, party))
			continue;
		fprintf(table->cell, "%s%s", between, party_name(party));
		between = "；";
	}
	table_next(table);
}

/* Persons and parties in one cell. */
static void put_companions(struct table *table, const vg_article *article, const vg_parties *parties)
{
	for (size_t i = 0; i < parties->count; i++) {
		fputs(i ? "；" : "", table->cell);
		write_person(table->cell, &article->entities[parties->items[i]]);
	}
	table_next(table);
}

/* A day without its year is no date that a list may hold; the sentence says it. */
static const char *date_text(const char *date)
{
	return *date == '-' ? "" : date;
}

/* The source's own word, or else the user's, where an importer takes it for the same. */
static void put_type(struct table *table, const vg_told_visit *visit)
{
	const char *const words[] = {visit->word, _(vg_type_name(visit->type))};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words[i] && vg_type_parse(words[i]) == visit->type) {
			table_put_text(table, words[i]);
			return;
		}
	table_put_text(table, vg_type_name(visit->type));
}

/* In the user's language, where an importer takes it for the same. */
static void put_status(struct table *table, vg_tie_status status)
{
	const char *word = _(vg_tie_status_name(status));

	table_put_text(table, vg_tie_status_parse(word) == status ? word : vg_tie_status_name(status));
}

/* How sure the row is, to sort the list by; and its sentence on one line: a spreadsheet shows no more of a cell. */
static void put_passage(struct table *table, const vg_passage *passage)
{
	table_put(table, "%u.%02u", passage->confidence / 1000, passage->confidence % 1000 / 10);
	for (const char *at = passage->quote; *at; at++)
		if (*at != '\n' && *at != '\r')
			fputc(*at, table->cell);
	table_next(table);
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────────────────── */

static void put_visit(struct table *table, const vg_article *article, const vg_told_visit *visit, const char *source)
{
	table_put_text(table, date_text(visit->date.from));
	table_put_text(table, date_text(visit->date.until));
	put_type(table, visit);
	put_persons(table, article, &visit->visitors, visit->lead);
	put_parties(table, article, &visit->visitors);
	put_persons(table, article, &visit->hosts, VG_NONE);
	put_parties(table, article, &visit->hosts);
	put_companions(table, article, &visit->companions);
	table_put_text(table, visit->place == VG_NONE ? NULL : article->entities[visit->place].name);
	table_put_text(table, visit->purpose);
	table_put(table, "%s:%zu", source, visit->passage.line);
	put_passage(table, &visit->passage);
}

static void put_tie(struct table *table, const vg_article *article, const vg_told_tie *tie, const char *source)
{
	table_put_text(table, party_name(&article->entities[tie->a]));
	table_put_text(table, party_name(&article->entities[tie->b]));
	table_put_text(table, tie->topic);
	put_status(table, tie->status);
	table_put_text(table, date_text(tie->date.from));
	table_put(table, "%s:%zu", source, tie->passage.line);
	put_passage(table, &tie->passage);
}

static void put_person(struct table *table, const vg_named *person, const char *source)
{
	if (person->kind != VG_PERSON || person->is_reporter)
		return;
	table_put_text(table, person->name);
	table_put_text(table, person->title);
	table_put_text(table, person->organization);
	table_put_text(table, source);
}

vg_status lists_put(void *self, const vg_article *article, vg_error *error)
{
	struct extract_lists *out = self;

	(void)error;
	for (size_t i = 0; i < article->visit_count; i++)
		put_visit(&out->tables[VISITS], article, &article->visits[i], out->source);
	for (size_t i = 0; i < article->tie_count; i++)
		put_tie(&out->tables[TIES], article, &article->ties[i], out->source);
	for (size_t i = 0; i < article->entity_count; i++)
		put_person(&out->tables[PEOPLE], &article->entities[i], out->source);
	return VG_OK;
}

/* ── Files ───────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status open_list(struct extract_lists *out, enum extract_list list, vg_error *error)
{
	size_t columns = count_columns(&lists[list]);
	char path[4096];

	snprintf(path, sizeof path, "%s/%s", out->folder, lists[list].file);
	out->files[list] = fopen(path, "wx");
	if (!out->files[list] && errno == EEXIST)
		return failure(error, VG_IO, _("'%s' is there already, perhaps with corrections: name another folder with -o, or move it away"), path);
	if (!out->files[list])
		return failure(error, VG_IO, _("cannot write '%s': %s"), path, _(strerror(errno)));
	fputs("\xEF\xBB\xBF", out->files[list]); /* a spreadsheet takes it for UTF-8 */
	table_begin(&out->tables[list], out->files[list], "csv", NULL, columns);
	for (size_t i = 0; i < columns; i++)
		table_put_text(&out->tables[list], lists[list].headings[i][vg_language_current() == VG_CHINESE]);
	return VG_OK;
}

vg_status lists_open(struct extract_lists *out, vg_error *error)
{
	vg_status status = VG_OK;

	if (mkdir(out->folder, 0777) && errno != EEXIST)
		return failure(error, VG_IO, _("cannot make the folder '%s': %s"), out->folder, _(strerror(errno)));
	for (int list = 0; list < LIST_COUNT && !status; list++)
		status = open_list(out, (enum extract_list)list, error);
	return status;
}

vg_status lists_close(struct extract_lists *out, vg_status status, vg_error *error)
{
	for (int list = 0; list < LIST_COUNT; list++) {
		if (!out->files[list])
			continue;
		table_end(&out->tables[list]);
		if (fclose(out->files[list]) && !status)
			status =
				failure(error, VG_IO, _("cannot write '%s': %s"), lists[list].file, _(strerror(errno)));
	}
	return status;
}
