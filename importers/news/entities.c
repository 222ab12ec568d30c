/* entities.c - names become entities: one for all names of a thing. */
#include "importers/news/news.h"

#include "importers/news/runs.h"

#include <stdlib.h>

/* ── Names that were found ───────────────────────────────────────────────────────────────────────────── */

struct found *found_add(struct article *article, uint32_t start, uint32_t end, enum mention_kind kind, const char *rule)
{
	struct found *found;

	if (start + 2 > end || end > article->count) /* nothing is called by one character */
		return NULL;
	for (uint32_t i = start; i < end; i++)
		if (article->found_at[i])
			return NULL;
	article->found =
		array_room(article->found, article->found_count, &article->found_capacity, sizeof *article->found);
	found = &article->found[article->found_count++];
	*found = (struct found){.start = start, .end = end, .kind = kind, .entity = NOBODY, .rule = rule};
	for (uint32_t i = start; i < end; i++) {
		article->found_at[i] = (uint32_t)article->found_count;
		article->is_cut[i] |= COVERED;
	}
	return found;
}

static bool same_characters(const struct article *article, size_t a, size_t b, size_t length)
{
	if (a + length > article->count || b + length > article->count)
		return false;
	for (size_t i = 0; i < length; i++) /* few characters: a loop is quicker than memcmp() */
		if (article->chars[a + i] != article->chars[b + i])
			return false;
	return true;
}

/* The longest name that stands at i, of those in the index. */
static const struct found *name_at(const struct article *article, const struct name_index *index, size_t i)
{
	const struct found *best = NULL;

	for (uint32_t f = names_beginning(index, article->chars + i); f != NOBODY; f = index->next[f]) {
		const struct found *found = &article->found[f];
		size_t length = found->end - found->start;

		if (article->chars[found->start] == article->chars[i] && (!best || length > best->end - best->start) &&
		    same_characters(article, found->start, i, length))
			best = found;
	}
	return best;
}

static bool is_indexed(const struct article *article, const struct name_index *index, const struct found *found)
{
	const struct found *other = name_at(article, index, found->start);

	return other && other->end - other->start == found->end - found->start;
}

void names_spread(struct article *article)
{
	size_t count = article->found_count;
	struct name_index index;

	if (count == article->spread_count) /* none that is new */
		return;
	name_index_begin(&index, article, count);
	for (size_t f = 0; f < count; f++)
		if (!is_indexed(article, &index, &article->found[f]))
			name_index_put(&index, article->chars + article->found[f].start, (uint32_t)f);
	for (size_t i = 0; i < article->count; i++) {
		const struct found *found;
		size_t length;

		if (!may_begin(article, &index, i))
			continue;
		found = name_at(article, &index, i);
		length = found ? found->end - found->start : 0;

		if (!length || (length == 2 && article->is_cut[i] & CUT_INSIDE) ||
		    (length <= 2 && article->is_cut[i + length] & CUT_INSIDE))
			continue;
		if (found_add(article, (uint32_t)i, (uint32_t)(i + length), found->kind,
			      N_("a name that stands elsewhere, too"))) {
			article->is_cut[i] |= CUT_HARD;
			article->is_cut[i + length] |= CUT_HARD;
			i += length - 1;
		}
	}
	article->spread_count = article->found_count;
}

/* ── Entities ────────────────────────────────────────────────────────────────────────────────────────── */

static const vg_kind kinds[] = {
	[PERSON_MENTION] = VG_PERSON,
	[ORGANIZATION_MENTION] = VG_ORGANIZATION,
	[PLACE_MENTION] = VG_PLACE,
	[GROUP_MENTION] = VG_ORGANIZATION,
};

/* A place where visits go, not a site that is visited: 社区 and 园区 end in 区, too. */
static bool is_division(const struct article *article, const struct found *found)
{
	static const char *const sites[] = {"社区", "园区", "景区", "街区", "校区", "厂区", "展区"};

	for (size_t i = 0; i < COUNT(sites); i++)
		if (text_at(article, found->end - 2, sites[i]))
			return false;
	return word_at(article, found->end - 1, IN(PLACE_ENDING)) == 1 ||
	       article->ends[found->end] &
		       (IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT) | IN(COUNTY_SHORT));
}

static struct entity *entity_of(struct article *article, struct found *found)
{
	struct entity *entity;

	article->entities = array_room(article->entities, article->entity_count, &article->entity_capacity,
				       sizeof *article->entities);
	found->entity = (uint32_t)article->entity_count;
	entity = &article->entities[article->entity_count++];
	*entity = (struct entity){
		.kind = kinds[found->kind],
		.name = span_text(article, (struct span){found->start, found->end}),
		.post_at = NOBODY,
		.first = found->start,
	};
	if (found->kind == PLACE_MENTION)
		entity->is_division = is_division(article, found);
	return entity;
}

/* The text is made of names of divisions: what stands before 区 in 郑州市二七区. */
static bool is_prefix(const struct article *article, size_t start, size_t end)
{
	while (start < end) {
		size_t word = word_at(article, start, ALL_DIVISIONS | IN(ZONE) | IN(COUNTRY));

		if (!word && (article->chars[end - 1] == u'镇' || article->chars[end - 1] == u'乡') && end - start <= 5)
			return true;
		if (!word || start + word > end)
			return false;
		start += word;
	}
	return true;
}

static bool ends_in_form(const struct article *article, const struct found *found, size_t from)
{
	static const char *const forms[] = {"公司", "集团"};

	for (size_t i = 0; i < COUNT(forms); i++)
		if (found->end >= from + 2 && text_at(article, found->end - 2, forms[i]))
			return true;
	return from == found->end;
}

/* 哈密 and 哈密市 */
static bool is_short_division(const struct article *article, const struct found *full, size_t length)
{
	uint16_t last = article->chars[full->end - 1];

	return full->end - full->start > length && length > 1 &&
	       (last == u'市' || last == u'省' || last == u'县' || last == u'区') &&
	       is_prefix(article, full->start, full->end - 1 - length);
}

/* 华润集团 ends as an organization does: it is 华润集团有限公司, but not 华润集团医药有限公司; nor is 华润, which has that group behind it, or
 * which is known as a house of its own. */
static bool is_parent(const struct article *article, const struct found *full, size_t start, size_t end)
{
	static const char *const houses[] = {"集团", "公司", "银行"}, *const forms[] = {"",
											"公司",
											"有限公司",
											"有限责任公司",
											"股份有限公司",
											"控股有限公司"};
	bool is_house = word_at(article, start, IN(KNOWN_ORGANIZATION) | IN(GRAPH_ORGANIZATION)) == end - start;

	for (size_t h = 0; h < COUNT(houses); h++)
		is_house |= end >= start + 2 && text_at(article, end - 2, houses[h]);
	if (!is_house && text_at(article, end, "集团")) {
		is_house = true;
		end += 2;
	}
	for (size_t f = 0; f < COUNT(forms) && is_house; f++)
		if (full->end - end == strlen(forms[f]) / 3 && text_at(article, end, forms[f]))
			return false;
	return is_house && end < full->end;
}

/* 陕汽控股 of 陕西汽车控股集团: its characters in their order, of which the second is not that of the longer name (not 湖南大学 of 湖南农业大学). */
static bool is_clipped(const struct article *article, const struct found *full, const struct found *part)
{
	size_t at = full->start + 1, length = part->end - part->start;

	if (full->kind != ORGANIZATION_MENTION || length < 3 || length > 6 ||
	    article->chars[full->start] != article->chars[part->start] ||
	    article->chars[full->start + 1] == article->chars[part->start + 1] || is_level(article->chars[part->start]))
		return false;
	for (size_t i = part->start + 1; i < part->end; i++, at++) {
		while (at < full->end && article->chars[at] != article->chars[i])
			at++;
		if (at == full->end)
			return false;
	}
	return true;
}

/* Whether the shorter name is the longer one without its administrative prefix, or its beginning. */
static bool is_same(const struct article *article, const struct found *full, const struct found *part)
{
	size_t length = part->end - part->start, more = full->end - full->start - length;

	if (same_characters(article, full->end - length, part->start, length) &&
	    is_prefix(article, full->start, full->start + more))
		return true;
	if (length == 3 && more >= 3 && is_level(article->chars[part->start]) &&
	    text_at(article, part->end - 2, "政府") &&
	    text_at(article, full->end - 4, "人民政府")) /* 区政府 for 湾沚区人民政府 */
		return article->chars[full->end - 5] == article->chars[part->start];
	if (full->kind == PLACE_MENTION && word_at(article, part->start, IN(ZONE)) == length && length > 2 &&
	    same_characters(article, full->end - length, part->start, length))
		return true; /* 开发区 for 火炬开发区 */
	if (full->kind == PLACE_MENTION)
		return same_characters(article, full->end - 1 - length, part->start, length) &&
		       is_short_division(article, full, length);
	for (size_t at = full->start; at <= full->start + more && at < full->start + 12; at++)
		if (same_characters(article, at, part->start, length) && is_prefix(article, full->start, at))
			return ends_in_form(article, full, at + length) && !is_parent(article, full, at, at + length);
	return is_clipped(article, full, part);
}

/* 光明食品国际有限公司…。光明集团…: alike up to the form, and no third of that beginning. A group of which an earlier or the same sentence
 * tells, or who is at its head, is another house: 华润集团副总裁 beside 华润医药控股有限公司. */
static bool shares_beginning(const struct article *article, const struct found *full, const struct found *part)
{
	size_t length = part->end - part->start;

	return length >= 4 && text_at(article, part->end - 2, "集团") &&
	       same_characters(article, full->start, part->start, length - 2) &&
	       ends_in_form(article, full, full->end - 2) && !text_at(article, full->end - 2, "集团") &&
	       !title_starting(article, part->end) && part->start >= sentence_at(article, full->start).end;
}

static void add_alias(struct article *article, struct entity *entity, const char *name)
{
	if (text_is(entity->name, name))
		return;
	for (size_t i = 0; i < entity->alias_count; i++)
		if (text_is(entity->aliases[i], name))
			return;
	entity->aliases = arena_array_room(&article->arena, entity->aliases, entity->alias_count,
					   &entity->alias_capacity, sizeof *entity->aliases);
	entity->aliases[entity->alias_count++] = name;
}

/* 正星科技公司 and 高新区正星科技股份有限公司 */
static bool have_same_core(const struct article *article, const struct found *a, const struct found *b)
{
	struct span core_a = a->core, core_b = b->core;
	size_t length = core_a.end - core_a.start;

	return length >= 2 && length == core_b.end - core_b.start &&
	       same_characters(article, core_a.start, core_b.start, length) &&
	       (length > 2 || text_at(article, a->end - 2, "集团") == text_at(article, b->end - 2, "集团"));
}

/* 国能神皖公司 for 国能神皖能源有限公司: all of its own but for the trade. */
static bool begins_core(const struct article *article, const struct found *full, const struct found *part)
{
	size_t length = part->core.end - part->core.start,
	       rest = part->core.end > part->core.start ? full->core.start + length : 0;

	return length >= 3 && rest && rest < full->core.end && text_at(article, part->end - 2, "公司") &&
	       same_characters(article, full->core.start, part->core.start, length) &&
	       word_at(article, rest, IN(COMPANY_WORD) | IN(NOUN)) == full->core.end - rest;
}

/* The one longer name with which `found` agrees; several are no answer. `firsts` are the first mentions of the entities. */
static uint32_t agreeing(const struct article *article, struct found *const *firsts, size_t count,
			 const struct found *found)
{
	uint32_t agreed = NOBODY, sharing = NOBODY;
	unsigned agreements = 0, sharers = 0;
	size_t length = found->end - found->start;

	for (size_t i = 0; i < count; i++) {
		const struct found *other = firsts[i];
		size_t other_length = other->end - other->start;

		if ((other->kind != found->kind) | (other->entity == found->entity)) /* as it is itself */
			continue;
		if (other_length <= length) {
			sharers += found->kind == ORGANIZATION_MENTION &&
				   same_characters(article, other->start, found->start, 2);
			continue;
		}
		if (is_same(article, other, found) ||
		    (found->kind == ORGANIZATION_MENTION &&
		     (have_same_core(article, other, found) || begins_core(article, other, found)))) {
			agreements += agreed != other->entity;
			agreed = other->entity;
		} else if (shares_beginning(article, other, found)) {
			sharing = other->entity;
			sharers++;
		} else if (found->kind == ORGANIZATION_MENTION &&
			   same_characters(article, other->start, found->start, 2)) {
			sharers++;
		}
	}
	if (agreed != NOBODY)
		return agreements == 1 ? agreed : NOBODY;
	return sharers == 1 ? sharing : NOBODY;
}

/* ── Settling ────────────────────────────────────────────────────────────────────────────────────────── */

/* All names of one entity become another's. */
static void merge(struct article *article, uint32_t own, uint32_t other)
{
	if (other == NOBODY || other == own)
		return;
	add_alias(article, &article->entities[other], article->entities[own].name);
	for (size_t i = 0; i < article->entities[own].alias_count; i++)
		add_alias(article, &article->entities[other], article->entities[own].aliases[i]);
	article->entities[other].is_division |= article->entities[own].is_division;
	article->entities[own].mentions = 0;
	for (size_t f = 0; f < article->found_count; f++)
		if (article->found[f].entity == own)
			article->found[f].entity = other;
}

static void join_entity(struct article *article, struct found *const *firsts, size_t count, const struct found *found)
{
	if (found->kind != PERSON_MENTION)
		merge(article, found->entity, agreeing(article, firsts, count, found));
}

/* 怀特 for 奥利弗·怀特, of whom alone it is part. */
static void join_dotted(struct article *article, const struct found *found)
{
	size_t length = found->end - found->start;
	uint32_t full = NOBODY;

	for (size_t f = 0; f < article->found_count; f++) {
		const struct found *other = &article->found[f];
		bool is_part = other->kind == PERSON_MENTION && other->end - other->start > length + 1 &&
			       ((article->chars[other->end - length - 1] == 0x00B7 &&
				 same_characters(article, other->end - length, found->start, length)) ||
				(article->chars[other->start + length] == 0x00B7 &&
				 same_characters(article, other->start, found->start, length)));

		if (is_part && full != NOBODY && full != other->entity)
			return;
		if (is_part)
			full = other->entity;
	}
	merge(article, found->entity, full);
}

/* What the text itself says to be one: 以下简称; and parts of names with dots. */
static void join_said(struct article *article)
{
	unsigned joined = 0;

	for (size_t f = 0; f < article->found_count && joined < COMPARED_MAX; f++) {
		const struct found *found = &article->found[f];

		joined += found->of || found->is_part;
		if (found->of)
			merge(article, found->entity, article->found[found->of - 1].entity);
		else if (found->kind == PERSON_MENTION && found->is_part)
			join_dotted(article, found);
	}
}

/* The longest first: a short name then meets the long ones when these are one. */
static int compare_length(const void *a, const void *b)
{
	const struct found *left = *(struct found *const *)a, *right = *(struct found *const *)b;
	uint32_t length_left = left->end - left->start, length_right = right->end - right->start;

	if (length_left != length_right)
		return length_left > length_right ? -1 : 1;
	return left->start < right->start ? -1 : left->start > right->start;
}

void entities_settle(struct article *article)
{
	size_t count = 0;
	struct name_index index;
	struct found **firsts = arena_get(&article->arena, (article->found_count + 1) * sizeof(struct found *));

	name_index_begin(&index, article, article->found_count);
	for (struct found *found = name_behind(article, 0); found; found = name_behind(article, found->end)) {
		const struct found *same;

		same = name_at(article, &index, found->start);
		if (same && same->end - same->start == found->end - found->start && same->kind == found->kind) {
			found->entity = same->entity;
		} else {
			entity_of(article, found);
			name_index_put(&index, article->chars + found->start, (uint32_t)(found - article->found));
			firsts[count++] = found;
			if (found->kind == ORGANIZATION_MENTION)
				found->core = core_of(article, found);
		}
	}
	join_said(article);
	qsort(firsts, count, sizeof(struct found *), compare_length);
	if (count <= COMPARED_MAX)
		for (size_t i = 0; i < count; i++)
			join_entity(article, firsts, count, firsts[i]);
	for (size_t f = 0; f < article->found_count; f++)
		article->entities[article->found[f].entity].mentions++;
	posts_give(article);
}

uint32_t party_of(const struct article *article, uint32_t entity)
{
	const struct entity *person = &article->entities[entity];

	return person->kind == VG_PERSON && person->post_at != NOBODY ? person->post_at : entity;
}

/* Whether one name is the other and something in front or behind. */
bool names_agree(const char *a, const char *b, vg_kind kind)
{
	size_t length_a = strlen(a), length_b = strlen(b);
	const char *longer = length_a > length_b ? a : b, *shorter = length_a > length_b ? b : a;
	size_t most = length_a > length_b ? length_a : length_b, least = length_a > length_b ? length_b : length_a;

	if (kind == VG_PERSON)
		return !strcmp(a, b);
	return !strncmp(longer, shorter, least) || !strcmp(longer + most - least, shorter);
}
