/* facts.h - what an extraction says, in one line a fact, and what is expected of it. */
#ifndef TESTS_IMPORTERS_FACTS_H
#define TESTS_IMPORTERS_FACTS_H

#include "visitgraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* What an extraction says, in one line a fact: "person 张明 局长 @市商务局", "visit 张明 > 甲公司 2024-03-05". */
struct facts {
	char text[8192];
	size_t length;
};

static void add(struct facts *facts, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	facts->length +=
		(size_t)vsnprintf(facts->text + facts->length, sizeof facts->text - facts->length, format, arguments);
	va_end(arguments);
	assert_true(facts->length < sizeof facts->text);
}

static void add_parties(struct facts *facts, const vg_article *article, const vg_parties *parties)
{
	for (size_t i = 0; i < parties->count; i++)
		add(facts, " %s", article->entities[parties->items[i]].name);
}

static vg_status take(void *self, const vg_article *article, vg_error *error)
{
	struct facts *facts = self;

	(void)error;
	for (size_t i = 0; i < article->entity_count; i++) {
		const vg_named *named = &article->entities[i];

		add(facts, "%s %s%s%s%s%s\n", vg_kind_name(named->kind), named->name, named->title ? " " : "",
		    named->title ? named->title : "", named->organization ? " @" : "",
		    named->organization ? named->organization : "");
	}
	for (size_t i = 0; i < article->visit_count; i++) {
		const vg_told_visit *visit = &article->visits[i];

		assert_int_not_equal(*visit->passage.quote & 0xC0, 0x80); /* it begins with a whole character */
		add(facts, "visit %s:", visit->date.from);
		add_parties(facts, article, &visit->visitors);
		add(facts, " >");
		add_parties(facts, article, &visit->hosts);
		add(facts, " |");
		add_parties(facts, article, &visit->companions);
		add(facts, "\nplace%s%s\n", visit->place == VG_NONE ? "" : " @",
		    visit->place == VG_NONE ? "" : article->entities[visit->place].name);
		if (visit->word)
			add(facts, "word %s\n", visit->word);
	}
	for (size_t i = 0; i < article->tie_count; i++)
		add(facts, "tie %s: %s - %s\n", vg_tie_status_name(article->ties[i].status),
		    article->entities[article->ties[i].a].name, article->entities[article->ties[i].b].name);
	return VG_OK;
}

static struct facts extract(const char *text, const char *dictionary, const char *date)
{
	char path[] = "/tmp/visitgraph-test-XXXXXX";
	int file = mkstemp(path);
	const vg_extract_options options = {.dictionary = dictionary, .date = date};
	struct facts facts = {0};
	vg_error error;

	assert_true(file >= 0);
	assert_int_equal(write(file, text, strlen(text)), strlen(text));
	close(file);
	if (vg_extract(path, &options, take, &facts, &error))
		fail_msg("%s", error.message);
	unlink(path);
	return facts;
}

static void expect(const char *text, const char *fact)
{
	struct facts facts = extract(text, NULL, NULL);

	if (!strstr(facts.text, fact))
		fail_msg("no \"%s\" in:\n%s", fact, facts.text);
}

static void expect_none(const char *text, const char *fact)
{
	struct facts facts = extract(text, NULL, NULL);

	if (strstr(facts.text, fact))
		fail_msg("\"%s\" in:\n%s", fact, facts.text);
}

#endif
