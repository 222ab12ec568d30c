/* namesakes.c - which persons of one name are one person: by organization, by its parents, by being the only one. */
#include "graph/identity.h"

#include <stdlib.h>

enum { MOST_ANCESTORS = 16 };

struct namesake {
	uint32_t organization; /* its root */
	uint32_t index;
	uint32_t above; /* position of the namesake in the nearest organization above, or NO_NAME */
	uint32_t below; /* how many have this one as `above` */
};

static int compare_namesakes(const void *a, const void *b)
{
	const struct namesake *x = a, *y = b;

	if (x->organization != y->organization)
		return x->organization < y->organization ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static uint32_t find_namesake(const struct namesake *namesakes, size_t count, uint32_t organization)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (namesakes[middle].organization < organization)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && namesakes[low].organization == organization ? (uint32_t)low : NO_NAME;
}

/* Whoever has a namesake in an organization above is that one, if nobody else below it is. */
static void join_across_parents(struct forest *forest, struct namesake *namesakes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		uint32_t above = forest->parent[namesakes[i].organization];

		namesakes[i].above = NO_NAME;
		if (i && namesakes[i].organization == namesakes[i - 1].organization)
			continue;
		for (int steps = 0; above != NO_NAME && steps < MOST_ANCESTORS && namesakes[i].above == NO_NAME; steps++) {
			namesakes[i].above = find_namesake(namesakes, count, above);
			above = forest->parent[above];
		}
		if (namesakes[i].above != NO_NAME)
			namesakes[namesakes[i].above].below++;
	}
	for (size_t i = 0; i < count; i++)
		if (namesakes[i].above != NO_NAME && namesakes[namesakes[i].above].below == 1)
			forest_join(forest, namesakes[i].index, namesakes[namesakes[i].above].index);
}

static bool are_persons(const struct forest *forest, const struct member *group)
{
	return forest->names->items[group->index].kind == NAME_OF_PERSON;
}

/* The persons of one key that were said with an organization. */
static size_t collect_namesakes(const struct forest *forest, size_t start, size_t end, struct namesake *namesakes)
{
	size_t count = 0;

	for (size_t i = start; i < end; i++) {
		const struct member *member = &forest->members[i];

		if (member->organization != NO_NAME)
			namesakes[count++] = (struct namesake){.organization = forest_root(forest, member->organization),
							       .index = member->index};
	}
	return count;
}

static void join_namesakes(struct forest *forest)
{
	struct namesake *namesakes = memory_get(forest->member_count * sizeof *namesakes);

	for (size_t start = 0, end; start < forest->member_count; start = end) {
		size_t count;

		end = forest->members[start].group_end;
		if (!are_persons(forest, &forest->members[start]))
			continue;
		count = collect_namesakes(forest, start, end, namesakes);
		qsort(namesakes, count, sizeof *namesakes, compare_namesakes);
		for (size_t k = 1; k < count; k++)
			if (namesakes[k].organization == namesakes[k - 1].organization)
				forest_join(forest, namesakes[k].index, namesakes[k - 1].index);
		if (forest->has_parents)
			join_across_parents(forest, namesakes, count);
	}
	free(namesakes);
}

/* How somebody is spoken of whose name is not said: 王局长, 李总, 老张. By length, for every bare name is asked. */
static const char *const forms_of_address[][40] = {
	{"总", "局", "董", "处", "科", "工"},
	{"书记", "主任", "局长", "市长", "省长", "县长", "区长", "镇长", "乡长", "部长", "厅长", "处长", "科长", "司长",
	 "院长", "校长", "所长", "会长", "行长", "厂长", "经理", "总裁", "总监", "主席", "老师", "教授", "博士", "先生",
	 "女士", "小姐", "同志", "老板", "副总"},
	{"秘书长", "董事长", "总经理", "副主任", "副局长", "副市长", "副县长", "副区长", "副书记"},
};

static bool is_form_of_address(const char *key)
{
	enum { HAN = 3, LENGTHS = sizeof forms_of_address / sizeof *forms_of_address }; /* HAN: bytes of a character */
	size_t length = strlen(key), form = length / HAN - 2;

	if (length == 2 * HAN && (!memcmp(key, "老", HAN) || !memcmp(key, "小", HAN)))
		return true;
	if (length < 2 * HAN || length % HAN || form >= LENGTHS)
		return false;
	for (const char *const *at = forms_of_address[form]; *at; at++)
		if (!memcmp(key + HAN, *at, length - HAN))
			return true;
	return false;
}

/* ── Officials and business people ───────────────────────────────────────────────────────────────────── */

static const char *const titles_in_office[] = {"市长", "县长", "区长", "省长", "州长", "镇长", "乡长", "局长", "厅长", "市委", "县委",
					       "区委", "省委", "州委", "镇党委", "乡党委", "巡视员", NULL};
static const char *const titles_in_business[] = {"董事长", "总经理", "总裁", "首席执行官", "CEO", "销售", "会计", NULL};
static const char *const firm_endings[] = {"公司", "集团", "银行", "厂", "酒店", "事务所", NULL};
static const char *const office_endings[] = {"政府", "局", "厅", "委", "委员会", "管委会", "办公室", "省", "市", "县", "区", "镇", "乡", "街道", NULL};

static bool has_one(const char *text, const char *const *words)
{
	while (*words && !strstr(text, *words))
		words++;
	return *words;
}

uint8_t said_with_title(const char *title)
{
	if (!title)
		return 0;
	return (has_one(title, titles_in_office) ? SAID_IN_OFFICE : 0) | (has_one(title, titles_in_business) ? SAID_IN_BUSINESS : 0);
}

/* 县委书记张伟 is not 张伟 who sells for a company, though nobody else is called that; nor is 董事长张伟 the one in a bureau. Whoever
 * is in both may be either. `said`: of all bare names of that key, for in which of its spellings a title comes first tells nothing. */
static bool is_of_another_walk(const struct names *names, uint8_t said, const struct member *group, const struct member *end)
{
	bool is_in_firm = false, is_in_office = false;

	if (!(said & (SAID_IN_OFFICE | SAID_IN_BUSINESS)))
		return false;
	for (const struct member *at = group; at < end; at++) {
		const char *organization = at->organization == NO_NAME ? "" : names_key(names, &names->items[at->organization]);

		is_in_firm |= key_ends_with(organization, firm_endings);
		is_in_office |= key_ends_with(organization, office_endings);
	}
	return (said & SAID_IN_OFFICE && is_in_firm && !is_in_office) || (said & SAID_IN_BUSINESS && is_in_office && !is_in_firm);
}

/* A bare name is the only person of that key, unless it is no name: there is a 王局长 in every bureau. Bare names of one key are one person in any case. */
static bool join_bare(struct forest *forest, const struct member *group, const struct member *end, bool is_told)
{
	uint32_t bare = NO_NAME, only = NO_NAME, other = NO_NAME;
	bool has_changed = false;
	uint8_t said = 0;

	for (const struct member *at = group; at < end; at++) {
		if (at->organization == NO_NAME) {
			said |= forest->names->items[at->index].said;
			if (bare != NO_NAME)
				has_changed |= forest_join(forest, bare, at->index);
			else
				bare = at->index;
		} else if (only == NO_NAME) {
			only = at->index;
		} else if (forest_root(forest, only) != forest_root(forest, at->index)) {
			other = at->index;
		}
	}
	if (bare == NO_NAME || only == NO_NAME || is_form_of_address(names_key(forest->names, &forest->names->items[bare])))
		return has_changed;
	if (other == NO_NAME && is_of_another_walk(forest->names, said, group, end))
		return has_changed;
	if (other == NO_NAME)
		return forest_join(forest, bare, only) || has_changed;
	if (is_told)
		forest_tell_unsettled(forest, bare, only, other);
	return has_changed;
}

static bool join_all_bare(struct forest *forest, bool is_told)
{
	bool has_changed = false;

	for (size_t start = 0, end; start < forest->member_count; start = end) {
		const struct member *members = forest->members;

		end = members[start].group_end;
		if (are_persons(forest, &members[start]))
			has_changed |= join_bare(forest, members + start, members + end, is_told);
	}
	return has_changed;
}

void namesakes_join(struct forest *forest)
{
	join_namesakes(forest);
	forest_join_aliases(forest, NAME_OF_PERSON);
	while (forest->alias_count && join_all_bare(forest, false)) /* through aliases, one joining may settle another */
		;
	join_all_bare(forest, true);
}
