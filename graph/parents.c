/* parents.c - which party is part of which: as sources say it, and as names of public bodies tell. */
#include "graph/identity.h"

#include <stdlib.h>

/* Of each set, the name that is first by its key: which name is its root depends on which came in first. */
static uint32_t *find_first_names(const struct forest *forest)
{
	const struct names *names = forest->names;
	uint32_t *first = memory_get(names->count * sizeof *first);

	for (uint32_t i = 0; i < names->count; i++)
		first[i] = i;
	for (uint32_t i = 0; i < names->count; i++) {
		uint32_t *known = &first[forest_root(forest, i)];

		if (strcmp(names_key(names, &names->items[i]), names_key(names, &names->items[*known])) < 0)
			*known = i;
	}
	return first;
}

/* The parent of each set that sources name; where they name several, the first by name. */
static void find_said_parents(struct forest *forest)
{
	const struct names *names = forest->names;
	uint32_t *first = forest->parent_count ? find_first_names(forest) : NULL;

	for (size_t i = 0; i < forest->parent_count; i++) {
		uint32_t child = forest_root(forest, forest->parents[i].by), parent = forest_root(forest, forest->parents[i].on);
		uint32_t *known = &forest->parent[child];

		if (child != parent && (*known == NO_NAME || strcmp(names_key(names, &names->items[first[parent]]),
								    names_key(names, &names->items[first[*known]])) < 0))
			*known = parent;
	}
	free(first);
}

/* The division that a body is of, as far as its name tells. */
static uint32_t governed_division(struct forest *forest, const struct name *name)
{
	struct arena *scratch = &forest->names->scratch;
	const char *key = body_division(scratch, names_key(forest->names, name));
	uint32_t division = key ? names_with_key(forest->names, NAME_OF_PARTY, key) : NO_NAME;

	arena_reset(scratch);
	return division;
}

/* A list has the mayor in the government, a newspaper in the city. Of several names of one government the division that is
 * first by name counts. */
static void find_governed(struct forest *forest)
{
	const struct names *names = forest->names;
	uint32_t *division_of = memory_get(names->count * sizeof *division_of);

	for (uint32_t i = 0; i < names->count; i++) {
		uint32_t division, *known; /* index + 1 */

		if (names->items[i].kind != NAME_OF_PARTY || !names->items[i].is_first ||
		    (division = governed_division(forest, &names->items[i])) == NO_NAME)
			continue;
		known = &division_of[forest_root(forest, i)];
		if (!*known || strcmp(names_key(names, &names->items[division]), names_key(names, &names->items[*known - 1])) < 0)
			*known = division + 1;
	}
	for (uint32_t i = 0; i < names->count; i++) {
		uint32_t parent = division_of[i] ? forest_root(forest, division_of[i] - 1) : i;

		if (parent != i && forest->parent[i] == NO_NAME) {
			forest->parent[i] = parent;
			forest->has_parents = true;
		}
	}
	free(division_of);
}

void forest_find_parents(struct forest *forest)
{
	find_said_parents(forest);
	forest->has_parents = forest->parent_count;
	find_governed(forest);
}

/* Whether a division was named for the first time one of whose bodies was known already, under whatever it was a part of. */
bool forest_has_new_parents(const struct forest *forest)
{
	struct names *names = forest->names;
	bool has_any = false;

	for (size_t i = names->loaded_count; i < names->count && !has_any; i++) {
		const char *key = names_key(names, &names->items[i]);

		if (names->items[i].kind != NAME_OF_PARTY || !key_is_division(key))
			continue;
		for (size_t form = 0; form < body_form_count && !has_any; form++) {
			uint32_t body = body_in_form(names, key, form);

			has_any = body != NO_NAME && names->items[body].stored != NO_NAME;
		}
		arena_reset(&names->scratch);
	}
	return has_any;
}
