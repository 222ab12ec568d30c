/* links.c - the packed index from a name to its facts.
 *
 * A chunk is a row (name << 32 | first fact, refs); refs is a run of varints (step << 3 | role), where step is the distance
 * from the fact before, 0 at first. An import appends chunks and rewrites none, so that it costs what it brings. A million
 * visits with seven participations each take some 20 MB in place of the 200 MB of a B-tree of rows (after the layout
 * that WebGraph made known: Boldi and Vigna, The WebGraph Framework I, 2004). */
#include "graph/feed.h"
#include "graph/links.h"

#include <stdlib.h>

enum { CHUNK_BYTES = 4000, ROLES = 8, VARINT_BYTES = 10 };

static void add_block(struct links *links, struct link_chain *chain)
{
	links->blocks = array_room(links->blocks, links->count, &links->capacity, sizeof *links->blocks);
	links->blocks[links->count++].before = chain->tail;
	chain->tail = (uint32_t)links->count;
	chain->used = 0;
}

static void put_byte(struct links *links, struct link_chain *chain, uint8_t byte)
{
	if (chain->used == (chain->tail ? LINK_BLOCK_BYTES : CHAIN_BYTES))
		add_block(links, chain);
	if (chain->tail)
		links->blocks[chain->tail - 1].bytes[chain->used++] = byte;
	else
		chain->bytes[chain->used++] = byte;
}

static void add_link(struct links *links, const struct link *link)
{
	struct link_chain *chain = &links->chains[link->name];
	uint64_t number;

	if (!chain->roles)
		chain->first_fact = chain->last_fact = link->fact;
	if (link->fact != chain->last_fact)
		chain->roles = 0;
	if (chain->roles & 1 << link->role)
		return;
	chain->roles |= (uint8_t)(1 << link->role);
	number = (uint64_t)(link->fact - chain->last_fact) << 3 | link->role;
	for (; number >= 0x80; number >>= 7)
		put_byte(links, chain, (uint8_t)(number | 0x80));
	put_byte(links, chain, (uint8_t)number);
	chain->last_fact = link->fact;
}

static void make_chains(struct links *links, const struct link *added, size_t count)
{
	size_t needed = links->chain_count;

	for (size_t i = 0; i < count; i++)
		if (added[i].name >= needed)
			needed = (size_t)added[i].name / 16 * 17 + 1024;
	if (needed == links->chain_count)
		return;
	links->chains = memory_grow(links->chains, needed * sizeof *links->chains);
	memset(links->chains + links->chain_count, 0, (needed - links->chain_count) * sizeof *links->chains);
	links->chain_count = needed;
}

/* The chains lie anywhere, and so do their blocks: each is asked of memory some links before it is needed. */
void links_add(struct links *links, const struct link *added, size_t count)
{
	enum { CHAIN_AHEAD = 16, BLOCK_AHEAD = 8 };

	make_chains(links, added, count);
	for (size_t i = 0; i < count; i++) {
		if (i + CHAIN_AHEAD < count)
			__builtin_prefetch(&links->chains[added[i + CHAIN_AHEAD].name], 1);
		if (i + BLOCK_AHEAD < count && links->chains[added[i + BLOCK_AHEAD].name].tail)
			__builtin_prefetch(&links->blocks[links->chains[added[i + BLOCK_AHEAD].name].tail - 1], 1);
		add_link(links, &added[i]);
	}
}

/* There is one: at < end. */
static const uint8_t *read_varint(const uint8_t *at, const uint8_t *end, uint64_t *number)
{
	uint64_t bits = *at++;
	int shift = 7;

	for (*number = bits & 0x7f; bits & 0x80 && at < end && shift < 64; shift += 7) {
		bits = *at++;
		*number |= (bits & 0x7f) << shift;
	}
	return at;
}

static size_t write_varint(uint8_t *at, uint64_t number)
{
	size_t length = 0;

	for (; number >= 0x80; number >>= 7)
		at[length++] = (uint8_t)(number | 0x80);
	at[length++] = (uint8_t)number;
	return length;
}

static size_t chain_length(const struct links *links, const struct link_chain *chain)
{
	size_t length = chain->used + (chain->tail ? CHAIN_BYTES : 0);

	for (uint32_t index = chain->tail; index && links->blocks[index - 1].before; index = links->blocks[index - 1].before)
		length += LINK_BLOCK_BYTES;
	return length;
}

/* From the end: each block knows the one before it. */
static void unroll(uint8_t *bytes, size_t length, const struct links *links, const struct link_chain *chain)
{
	size_t used = chain->used;

	for (uint32_t index = chain->tail; index; index = links->blocks[index - 1].before) {
		length -= used;
		memcpy(bytes + length, links->blocks[index - 1].bytes, used);
		used = LINK_BLOCK_BYTES;
	}
	memcpy(bytes, chain->bytes, length);
}

static void save_chunk(vg_graph *graph, uint32_t name, uint32_t first, const uint8_t *refs, size_t length)
{
	feed_put(graph, QUERY_PUT_LINK, "ib", (int64_t)name << 32 | first, (const void *)refs, length);
}

static void save_chunks(vg_graph *graph, uint32_t name, uint32_t first, const uint8_t *bytes, size_t length)
{
	uint8_t refs[CHUNK_BYTES + ROLES * VARINT_BYTES];
	uint32_t fact = first;
	size_t used = 0;

	for (const uint8_t *at = bytes; at < bytes + length;) {
		uint64_t number;

		at = read_varint(at, bytes + length, &number);
		fact += (uint32_t)(number >> 3);
		if (used >= CHUNK_BYTES && number >> 3) { /* one fact's roles stay together: keys differ by it */
			save_chunk(graph, name, first, refs, used);
			used = 0;
			first = fact;
			number &= 7;
		}
		used += write_varint(refs + used, number);
	}
	save_chunk(graph, name, first, refs, used);
}

/* Most chains are one chunk as they are. */
void links_save(struct links *links, uint32_t index, uint32_t name, vg_graph *graph)
{
	struct link_chain *chain = &links->chains[index];
	size_t length = chain_length(links, chain);
	uint8_t refs[CHUNK_BYTES], *bytes = length <= sizeof refs ? refs : memory_get(length);

	unroll(bytes, length, links, chain);
	if (bytes == refs) {
		save_chunk(graph, name, chain->first_fact, refs, length);
	} else {
		save_chunks(graph, name, chain->first_fact, bytes, length);
		free(bytes);
	}
	*chain = (struct link_chain){0};
}

void links_free(struct links *links)
{
	free(links->chains);
	free(links->blocks);
	*links = (struct links){0};
}

static struct answer ask_chunks(vg_graph *graph, uint32_t name)
{
	return store_ask(graph, QUERY_GET_LINKS, "ii", (int64_t)name << 32, (int64_t)name << 32 | UINT32_MAX);
}

void links_open(struct link_reader *reader, vg_graph *graph, uint32_t name)
{
	*reader = (struct link_reader){.answer = ask_chunks(graph, name)};
}

bool links_next(struct link_reader *reader)
{
	uint64_t number;

	while (reader->at == reader->end) {
		size_t length;

		if (!store_next(&reader->answer))
			return false;
		reader->fact = (uint32_t)store_integer(&reader->answer, 0);
		reader->at = store_bytes(&reader->answer, 1, &length);
		reader->end = reader->at + length;
	}
	reader->at = read_varint(reader->at, reader->end, &number);
	reader->fact += (uint32_t)(number >> 3);
	reader->role = number & 7;
	return true;
}

vg_status links_close(struct link_reader *reader, vg_error *error)
{
	return store_end(&reader->answer, error);
}

/* Organizations are in tens of thousands of facts: room is made for all that a chunk can have, and each is joined as it is read. */
static void read_chunk(struct fact_list *list, uint32_t fact, const uint8_t *refs, size_t length)
{
	const uint8_t *at = refs, *end = refs + length;
	struct entity_fact *next;

	if (list->capacity - list->count < length) {
		list->capacity = 2 * list->capacity + length;
		list->facts = memory_grow(list->facts, list->capacity * sizeof *list->facts);
	}
	next = list->facts + list->count;
	while (at < end) {
		uint64_t number;
		bool is_new = at == refs;

		at = read_varint(at, end, &number);
		fact += (uint32_t)(number >> 3);
		if (is_new || number >> 3)
			*next++ = (struct entity_fact){.fact = fact};
		next[-1].roles |= (uint8_t)(1 << (number & 7));
	}
	list->count = (size_t)(next - list->facts);
}

vg_status links_read(struct fact_list *list, vg_graph *graph, uint32_t name, vg_error *error)
{
	struct answer answer = ask_chunks(graph, name);

	while (store_next(&answer)) {
		size_t length;
		const uint8_t *refs = store_bytes(&answer, 1, &length);

		read_chunk(list, (uint32_t)store_integer(&answer, 0), refs, length);
	}
	return store_end(&answer, error);
}

void links_count_open(struct link_counter *counter, vg_graph *graph, uint8_t roles)
{
	*counter = (struct link_counter){.answer = store_ask(graph, QUERY_ALL_LINKS, ""), .roles = roles};
}

bool links_count_next(struct link_counter *counter)
{
	size_t length;
	const uint8_t *at, *end;

	if (!store_next(&counter->answer))
		return false;
	counter->name = (uint32_t)(store_integer(&counter->answer, 0) >> 32);
	at = store_bytes(&counter->answer, 1, &length);
	counter->count = 0;
	for (end = at + length; at < end; at++) {
		counter->count += counter->roles >> (*at & 7) & 1;
		while (at < end && *at & 0x80)
			at++;
	}
	return true;
}
