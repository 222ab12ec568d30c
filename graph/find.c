/* find.c - what a name may mean. */
#include "graph/build.h"
#include "graph/names.h"
#include "graph/unicode.h"

#include <stdlib.h>

/* Entities, each once, in the order in which they were found. */
struct found {
	uint32_t *entities;
	size_t count, capacity;
};

static void found_add(struct found *found, uint32_t entity)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->entities[i] == entity)
			return;
	found->entities = array_room(found->entities, found->count, &found->capacity, sizeof *found->entities);
	found->entities[found->count++] = entity;
}

struct answer find_ask_names(struct builder *builder, const char *key)
{
	int64_t row = names_key_row(key);

	return store_ask(builder->graph, QUERY_NAMES_BY_KEY, "ii", row, row + UINT32_MAX);
}

bool find_next_name(struct answer *answer, struct builder *builder, const char *key, uint32_t *name)
{
	while (store_next(answer)) {
		*name = (uint32_t)store_integer(answer, 0);
		if (!strcmp(text_key(builder->arena, store_text(answer, 1)), key))
			return true;
	}
	return false;
}

/* ── A name ──────────────────────────────────────────────────────────────────────────────────────────── */

static vg_status find_entity_of(struct builder *builder, struct found *found, uint32_t name, vg_error *error)
{
	uint32_t entity;
	vg_status status = build_entity(builder, name, &entity, error);

	if (!status)
		found_add(found, entity);
	return status;
}

/* An alias that several claim stands for none of them, but whoever asks by it may mean any. */
static vg_status find_claimers(struct builder *builder, struct found *found, uint32_t name, vg_error *error)
{
	struct link_reader reader;
	vg_status status = VG_OK;

	links_open(&reader, builder->graph, name);
	while (!status && links_next(&reader)) {
		struct answer answer;

		if (reader.role != LINK_FACT)
			continue;
		answer = store_ask(builder->graph, QUERY_CLAIMERS, "iii", (int64_t)name, (int64_t)reader.fact << 10,
				   (int64_t)reader.fact << 10 | 1023);
		while (!status && store_next(&answer))
			status = find_entity_of(builder, found, (uint32_t)store_integer(&answer, 0), error);
		status = status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
	}
	return status ? (links_close(&reader, &(vg_error){0}), status) : links_close(&reader, error);
}

static vg_status find_by_key(struct builder *builder, struct found *found, const char *name, vg_error *error)
{
	const char *key = text_key(builder->arena, name);
	struct answer answer = find_ask_names(builder, key);
	vg_status status = VG_OK;
	uint32_t id;

	while (!status && find_next_name(&answer, builder, key, &id))
		if (!(status = find_entity_of(builder, found, id, error)))
			status = find_claimers(builder, found, id, error);
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}

static void find_by_number(struct found *found, const char *number)
{
	char *end;
	long long id = strtoll(number, &end, 10);

	if (id > 0 && id <= UINT32_MAX && !*end)
		found_add(found, (uint32_t)id);
}

/* Whether any of the names that stand for a person was said with the organization. */
static vg_status is_of(struct builder *builder, uint32_t person, const struct found *organizations, bool *is_one, vg_error *error)
{
	uint32_t *names = NULL;
	size_t count;
	vg_status status = build_names_of(builder->graph, person, &names, &count, error);

	*is_one = false;
	for (size_t i = 0; i < count && !status; i++) {
		struct answer answer = store_ask(builder->graph, QUERY_NODE, "i", (int64_t)names[i]);
		uint32_t organization = store_next(&answer) ? (uint32_t)store_integer(&answer, 2) : 0;

		if (!(status = store_end(&answer, error)))
			status = build_entity(builder, organization, &organization, error);
		for (size_t k = 0; k < organizations->count && !status; k++)
			*is_one |= organization && organizations->entities[k] == organization;
	}
	free(names);
	return status;
}

/* name@organization */
static vg_status find_in_organization(struct builder *builder, struct found *found, const char *name, const char *at, vg_error *error)
{
	struct found persons = {0}, organizations = {0};
	vg_status status = find_by_key(builder, &organizations, at + 1, error);

	if (!status)
		status = find_by_key(builder, &persons, arena_text_of(builder->arena, name, (size_t)(at - name)), error);
	for (size_t i = 0; i < persons.count && !status; i++) {
		bool is_one;

		status = is_of(builder, persons.entities[i], &organizations, &is_one, error);
		if (!status && is_one)
			found_add(found, persons.entities[i]);
	}
	free(persons.entities);
	free(organizations.entities);
	return status;
}

/* The nodes of what was found and is of the kind, marked. */
static vg_status build_found(struct builder *builder, const struct found *found, vg_kind kind, vg_error *error)
{
	vg_status status = VG_OK;

	for (size_t i = 0; i < found->count && !status; i++) {
		size_t index;

		status = build_node(builder, found->entities[i], &index, error);
		if (status || index == VG_NONE || (kind && builder->view->nodes[index].kind != kind))
			continue;
		builder->view->nodes[index].matched = "name";
		status = describe_node(builder, index, error);
	}
	builder->view->link_count = 0; /* came with the descriptions */
	return status;
}

static vg_status find(struct builder *builder, struct found *found, const char *name, vg_error *error)
{
	const char *colon = strchr(name, ':'), *at = strrchr(name, '@');
	vg_kind kind = colon ? vg_kind_parse(arena_text_of(builder->arena, name, (size_t)(colon - name))) : VG_ANY_KIND;
	vg_status status = VG_OK;

	if (*name == '#')
		find_by_number(found, name + 1);
	if (!found->count)
		status = find_by_key(builder, found, name, error); /* a name may have all of these characters in it */
	if (!status && !found->count && kind) {
		name = colon + 1;
		at = strrchr(name, '@');
		status = find_by_key(builder, found, name, error);
	} else {
		kind = VG_ANY_KIND;
	}
	if (!status && !found->count && at)
		status = find_in_organization(builder, found, name, at, error);
	return status ? status : build_found(builder, found, kind, error);
}

static size_t count_matched(const vg_view *view)
{
	size_t count = 0;

	for (size_t i = 0; i < view->node_count; i++)
		count += view->nodes[i].matched != NULL;
	return count;
}

vg_status vg_find(vg_view **view, vg_graph *graph, const char *name, vg_error *error)
{
	struct builder builder;
	struct found found = {0};
	vg_status status;

	build_begin(&builder, graph, NULL);
	status = find(&builder, &found, name, error);
	if (!status && !count_matched(builder.view))
		status = fail(error, VG_NOT_FOUND, _("nobody and nothing is called '%s'"), name);
	free(found.entities);
	return build_end(&builder, view, status, error);
}

/* ── All names ───────────────────────────────────────────────────────────────────────────────────────── */

vg_status vg_names_list(vg_graph *graph, vg_status (*take)(void *self, vg_kind kind, const char *name, bool is_stated, vg_error *error),
			void *self, vg_error *error)
{
	struct answer answer;
	vg_status status = VG_OK;

	if (graph->is_new)
		return VG_OK;
	answer = store_ask(graph, QUERY_ALL_KNOWN_NAMES, "");
	while (!status && store_next(&answer)) {
		bool is_person = store_integer(&answer, 0) == NAME_OF_PERSON;

		status = take(self, is_person ? VG_PERSON : store_integer(&answer, 2) ? VG_PLACE : VG_ORGANIZATION,
			      store_text(&answer, 1), store_integer(&answer, 3), error);
	}
	return status ? (store_end(&answer, &(vg_error){0}), status) : store_end(&answer, error);
}
