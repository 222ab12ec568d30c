/* bodies.c - the several ways to write one public body: 中共湾沚区委员会, 湾沚区委; 湾沚区人民政府, 湾沚区政府. */
#include "graph/identity.h"

enum body { DELEGATION, COMMITTEE, WORKING_COMMITTEE, GOVERNMENT, ADMINISTRATION, CONGRESS };

/* What stands before and behind the name of a division; the longer ones first. Of those that visit in its name each is one of its own. */
static const struct {
	const char *before, *behind;
	enum body body;
} forms[] = {
	{"中共", "工作委员会", WORKING_COMMITTEE},
	{"", "工作委员会", WORKING_COMMITTEE},
	{"中共", "党工委", WORKING_COMMITTEE},
	{"", "党工委", WORKING_COMMITTEE},
	{"中共", "工委", WORKING_COMMITTEE},
	{"", "工委", WORKING_COMMITTEE},
	{"中共", "委员会", COMMITTEE},
	{"", "委员会", COMMITTEE},
	{"中共", "委", COMMITTEE},
	{"", "委", COMMITTEE},
	{"", "人民政府", GOVERNMENT},
	{"", "政府", GOVERNMENT},
	{"", "管理委员会", ADMINISTRATION},
	{"", "管委会", ADMINISTRATION},
	{"", "人民代表大会常务委员会", CONGRESS},
	{"", "人大常委会", CONGRESS},
	{"", "党政代表团", DELEGATION},
	{"", "党政考察团", DELEGATION},
	{"", "代表团", DELEGATION},
	{"", "考察团", DELEGATION},
};
const size_t body_form_count = COUNT(forms);

static const char *division_in(struct arena *arena, const char *key, const char *before, const char *behind)
{
	size_t length = strlen(key), skipped = strlen(before), ending = strlen(behind);
	const char *division;

	if (length <= skipped + ending || strncmp(key, before, skipped) != 0 ||
	    strcmp(key + length - ending, behind) != 0)
		return NULL;
	division = arena_text_of(arena, key + skipped, length - skipped - ending);
	return key_is_division(division) ? division : NULL;
}

static const char *read_form(struct arena *arena, const char *key, size_t *form)
{
	static const char last_characters[] = "会委府团"; /* of all forms: most names end otherwise */
	const char *division = NULL;
	size_t length = strlen(key);

	if (length < 6 || !strstr(last_characters, key + length - 3))
		return NULL;
	for (*form = 0; *form < COUNT(forms); ++*form)
		if ((division = division_in(arena, key, forms[*form].before, forms[*form].behind)))
			break;
	return division;
}

const char *body_division(struct arena *arena, const char *key)
{
	size_t form;

	return read_form(arena, key, &form);
}

uint32_t body_in_form(struct names *names, const char *division, size_t form)
{
	return names_with_key(names, NAME_OF_PARTY,
			      arena_print(&names->scratch, "%s%s%s", forms[form].before, division, forms[form].behind));
}

static void join_forms(struct forest *forest, uint32_t index)
{
	struct names *names = forest->names;
	size_t form;
	const char *division = read_form(&names->scratch, names_key(names, &names->items[index]), &form);

	for (size_t i = 0; division && forms[form].body != DELEGATION && i < COUNT(forms); i++) {
		uint32_t other = forms[i].body == forms[form].body ? body_in_form(names, division, i) : NO_NAME;

		if (other != NO_NAME)
			forest_join(forest, index, other);
	}
	arena_reset(&names->scratch);
}

void bodies_join(struct forest *forest)
{
	for (uint32_t i = 0; i < forest->names->count; i++)
		if (forest->names->items[i].kind == NAME_OF_PARTY && forest->names->items[i].is_first)
			join_forms(forest, i);
}
