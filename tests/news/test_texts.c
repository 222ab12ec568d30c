/* test_texts.c - the labelled texts: what the news importer finds in them must not fall below the recorded level.
 *
 * Right, false and lost as tests/news/README.md says, a little stricter than by hand: each label is taken by the first
 * prediction that fits. The level stands in tests/news/level.txt; whoever raises the figures raises it. */
#include "importers/news/news.h"

#include "tests/news/gold.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum what { OF_ENTITIES, OF_PERSONS, OF_VISITS, OF_TIES, WHAT_COUNT };
static const char *const what_words[] = {"entities", "persons", "visits", "ties"};

struct count {
	unsigned right, wrong, lost;
};
static struct count counts[2][WHAT_COUNT]; /* of the texts, of those held out */
static struct words *words;

/* ── Names ───────────────────────────────────────────────────────────────────────────────────────────── */

/* Equal, or one with an administrative prefix of the other's, or a place without its last 市 or 县. */
static bool names_same(const char *a, const char *b, bool is_person)
{
	static const char *const levels[] = {"省", "市", "县", "区", "州", "镇", "乡"};
	size_t length_a = strlen(a), length_b = strlen(b), more;
	const char *longer = length_a > length_b ? a : b, *shorter = longer == a ? b : a;

	if (!strcmp(a, b))
		return true;
	if (is_person || length_a == length_b)
		return false;
	more = strlen(longer) - strlen(shorter);
	for (size_t i = 0; i < COUNT(levels); i++)
		if ((more >= 3 && !memcmp(longer + more - 3, levels[i], 3) && !strcmp(longer + more, shorter)) ||
		    (more == 3 && !memcmp(longer, shorter, strlen(shorter)) &&
		     !strcmp(longer + strlen(shorter), levels[i])))
			return true;
	return false;
}

static bool value_has(const struct value *names, const char *name, bool is_person)
{
	if (!names)
		return false;
	if (names->kind == 's')
		return names_same(names->text, name, is_person);
	for (const struct value *item = names->first; item; item = item->next)
		if (item->text && names_same(item->text, name, is_person))
			return true;
	return false;
}

/* Whether any name of the entity is among the names of the label. */
static bool named_in(const struct value *names, const vg_named *named)
{
	bool is_person = named->kind == VG_PERSON;

	if (value_has(names, named->name, is_person))
		return true;
	for (size_t i = 0; i < named->alias_count; i++)
		if (value_has(names, named->aliases[i], is_person))
			return true;
	return false;
}

/* ── Entities ────────────────────────────────────────────────────────────────────────────────────────── */

static bool entity_fits(const struct value *label, const vg_named *named)
{
	const char *kind = vg_kind_name(named->kind);

	if (!text_is(field(label, "kind")->text, kind) && !value_has(field(label, "alt_kinds"), kind, true))
		return false;
	return named_in(field(label, "name"), named) || named_in(field(label, "aliases"), named);
}

static void count_entities(struct count *of, const struct value *labels, const vg_article *told, bool only_persons)
{
	for (const struct value *label = labels ? labels->first : NULL; label; label = label->next) {
		bool is_found = false;

		if (is_optional(label) || (only_persons && !text_is(field(label, "kind")->text, "person")))
			continue;
		for (size_t i = 0; i < told->entity_count && !is_found; i++)
			is_found = entity_fits(label, &told->entities[i]);
		of->right += is_found;
		of->lost += !is_found;
	}
	for (size_t i = 0; i < told->entity_count; i++) {
		bool is_known = only_persons && told->entities[i].kind != VG_PERSON;

		for (const struct value *label = labels ? labels->first : NULL; label && !is_known; label = label->next)
			is_known = entity_fits(label, &told->entities[i]);
		of->wrong += !is_known;
	}
}

/* ── Visits and ties ─────────────────────────────────────────────────────────────────────────────────── */

static bool any_in(const struct value *names, const vg_article *told, const vg_parties *parties)
{
	for (size_t i = 0; i < parties->count; i++)
		if (named_in(names, &told->entities[parties->items[i]]))
			return true;
	return false;
}

static bool one_date_fits(const char *label, const vg_date *date)
{
	const char *told = *label == '-' && *date->from != '-' && strlen(date->from) > 4 ? date->from + 4 : date->from;
	const char *wanted = *label == '-' && told != date->from ? label + 1 : label;
	size_t length = strcspn(wanted, "/");

	return !strncmp(told, wanted, length) || (wanted[length] && strcmp(told, wanted) > 0);
}

static bool date_fits(const struct value *label, const vg_date *date)
{
	if (!label || label->kind == 'l')
		return true;
	if (label->kind == 's')
		return one_date_fits(label->text, date);
	for (const struct value *item = label->first; item; item = item->next)
		if (item->kind != 's' || one_date_fits(item->text, date))
			return true;
	return false;
}

static bool visit_fits(const struct value *label, const vg_article *told, const void *predicted)
{
	const vg_told_visit *visit = predicted;
	vg_parties place = {1, &(size_t){visit->place}};

	if (!date_fits(field(label, "date"), &visit->date) || !any_in(field(label, "visitors"), told, &visit->visitors))
		return false;
	return any_in(field(label, "hosts"), told, &visit->hosts) ||
	       (visit->place != VG_NONE && any_in(field(label, "hosts"), told, &place));
}

static bool tie_fits(const struct value *label, const vg_article *told, const void *predicted)
{
	const vg_told_tie *tie = predicted;
	const vg_named *a = &told->entities[tie->a], *b = &told->entities[tie->b];

	if (!text_is(field(label, "status")->text, vg_tie_status_name(tie->status)))
		return false;
	return (named_in(field(label, "a"), a) && named_in(field(label, "b"), b)) ||
	       (named_in(field(label, "a"), b) && named_in(field(label, "b"), a));
}

/* How often what a rule found was right in the texts held out, against what importers/news/confidence.c says: the others are those that the
 * rules were made with. */
struct trial {
	const char *rule;
	unsigned confidence, found, right;
};
static struct trial trials[64];
static size_t trial_count;
static bool is_held_out; /* the text being scored */

static void try_rule(const vg_passage *passage, bool is_right)
{
	size_t i = 0;

	if (passage->confidence < 100)
		fail_msg("'%s' is not in importers/news/confidence.c", passage->rule);
	if (!is_held_out)
		return;
	while (i < trial_count &&
	       (strcmp(trials[i].rule, passage->rule) || trials[i].confidence != passage->confidence))
		i++;
	assert_true(i < COUNT(trials));
	if (i == trial_count)
		trials[trial_count++] = (struct trial){.rule = passage->rule, .confidence = passage->confidence};
	trials[i].found++;
	trials[i].right += is_right;
}

/* Labels that must be found first, then optional ones; each takes one prediction. */
static void count_told(struct count *of, const struct value *labels, const vg_article *told, const void *predicted,
		       size_t count, size_t size, size_t passage,
		       bool (*fits)(const struct value *label, const vg_article *told, const void *predicted))
{
	bool *is_taken = memory_get(count + 1);

	for (int pass = 0; pass < 2; pass++)
		for (const struct value *label = labels ? labels->first : NULL; label; label = label->next) {
			size_t i = 0;

			if (is_optional(label) != pass)
				continue;
			while (i < count && (is_taken[i] || !fits(label, told, (const char *)predicted + i * size)))
				i++;
			if (i < count)
				is_taken[i] = true;
			of->right += i < count && !pass;
			of->lost += i == count && !pass;
		}
	for (size_t i = 0; i < count; i++)
		of->wrong += !is_taken[i];
	for (size_t i = 0; i < count; i++)
		try_rule((const vg_passage *)((const char *)predicted + i * size + passage), is_taken[i]);
	free(is_taken);
}

static void count_article(struct count of[WHAT_COUNT], const struct value *label, const vg_article *told)
{
	count_entities(&of[OF_ENTITIES], field(label, "entities"), told, false);
	count_entities(&of[OF_PERSONS], field(label, "entities"), told, true);
	count_told(&of[OF_VISITS], field(label, "visits"), told, told->visits, told->visit_count, sizeof *told->visits,
		   offsetof(vg_told_visit, passage), visit_fits);
	count_told(&of[OF_TIES], field(label, "ties"), told, told->ties, told->tie_count, sizeof *told->ties,
		   offsetof(vg_told_tie, passage), tie_fits);
}

/* ── Texts ───────────────────────────────────────────────────────────────────────────────────────────── */

static char *read_whole(struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = arena_get(arena, 1 << 18);

	assert_non_null(file);
	assert_true(fread(text, 1, (1 << 18) - 1, file) > 0);
	fclose(file);
	return text;
}

static void score_text(const char *name)
{
	static const vg_article nothing;
	struct arena arena = {0};
	char *text_path = arena_print(&arena, "tests/news/texts/%s.txt", name);
	const char *gold = read_whole(&arena, arena_print(&arena, "tests/news/texts/%s.json", name));
	struct value root = {0};
	const struct value *label;
	struct article article = {.words = words};
	struct page *page;
	bool has_more = true;
	vg_error error;

	is_held_out = strstr(name, "-held") != NULL;
	read_value(&root, gold, &arena);
	label = field(&root, "articles") ? field(&root, "articles")->first : NULL;
	assert_int_equal(page_open(&page, text_path, NULL, NULL, &error), VG_OK);
	for (; !page_next(page, &article, &has_more, &error) && has_more; label = label ? label->next : NULL) {
		vg_article told;

		article_read(&article);
		told = article_tell(&article, page_encoding(page));
		count_article(counts[is_held_out], label, &told);
	}
	for (; label; label = label->next)
		count_article(counts[is_held_out], label, &nothing);
	article_free(&article);
	page_free(page);
	arena_free(&arena);
}

static void score_all(void)
{
	DIR *folder = opendir("tests/news/texts");
	vg_error error;

	assert_non_null(folder);
	assert_int_equal(words_load(&words, NULL, &error), VG_OK);
	for (struct dirent *entry; (entry = readdir(folder));) {
		char name[64];
		size_t length = strlen(entry->d_name);

		if (length < 5 || length >= sizeof name || strcmp(entry->d_name + length - 4, ".txt"))
			continue;
		snprintf(name, sizeof name, "%.*s", (int)(length - 4), entry->d_name);
		score_text(name);
	}
	closedir(folder);
	words_free(words);
}

/* F1, per mille. */
static unsigned f1(const struct count *of)
{
	unsigned both = 2 * of->right + of->wrong + of->lost;

	return both ? 2000 * of->right / both : 1000;
}

static void what_is_found_does_not_fall_below_the_level(void **state)
{
	FILE *level = fopen("tests/news/level.txt", "r");
	char set[16], what[16];
	unsigned wanted;

	(void)state;
	score_all();
	assert_non_null(level);
	while (fscanf(level, " %15s %15s %u", set, what, &wanted) == 3)
		for (int w = 0; w < WHAT_COUNT; w++) {
			const struct count *of = &counts[!strcmp(set, "held")][w];

			if (strcmp(what, what_words[w]))
				continue;
			print_message("# %s %s: F1 %u per mille (right %u, false %u, lost %u), level %u\n", set, what,
				      f1(of), of->right, of->wrong, of->lost, wanted);
			assert_true(f1(of) >= wanted);
		}
	fclose(level);
}

/* The texts are few: what a rule finds ten times or more may be as much less often right, no more. */
static void no_rule_is_much_surer_than_it_is_right(void **state)
{
	enum { ENOUGH = 10, TOLERANCE = 200 };

	(void)state;
	for (size_t i = 0; i < trial_count; i++)
		print_message("# %s: confidence %u per mille, right %u of %u: %u\n", trials[i].rule,
			      trials[i].confidence, trials[i].right, trials[i].found,
			      (1000 * (trials[i].right + 7) / (trials[i].found + 10) + 25) / 50 * 50);
	for (size_t i = 0; i < trial_count; i++) {
		const struct trial *trial = &trials[i];
		unsigned right = 1000 * trial->right / trial->found;

		if (trial->found >= ENOUGH && trial->confidence > right + TOLERANCE)
			fail_msg("'%s' is surer than it is right: importers/news/confidence.c", trial->rule);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_found_does_not_fall_below_the_level),
		cmocka_unit_test(no_rule_is_much_surer_than_it_is_right),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
