/* visits.c - a row of a list of visits becomes an occasion: who visited whom, as what, for whom. */
#include "importers/table.h"

struct mentions {
	vg_mention *items;
	size_t count, capacity;
};

static vg_mention *add_mention(struct table *table, struct mentions *mentions, vg_mention mention)
{
	mentions->items = arena_array_room(&table->arena, mentions->items, mentions->count, &mentions->capacity,
					   sizeof *mentions->items);
	mentions->items[mentions->count] = mention;
	return &mentions->items[mentions->count++];
}

/* One side of a visit: the columns of its persons, their titles and their organizations. */
struct side {
	vg_role role;
	enum field persons, titles, organizations;
};

/* Title in the column and title in the brackets, both where they differ. */
static const char *join_titles(struct table *table, const char *first, const char *second)
{
	if (text_is_empty(first) || text_is_empty(second))
		return text_is_empty(first) ? second : first;
	return strcmp(first, second) ? arena_print(&table->arena, "%s、%s", first, second) : first;
}

static void doubt_unit(struct table *table, enum field field, const char *title, const char *unit)
{
	char first[EXCERPT], second[EXCERPT];

	import_tell_doubt(table->import, table->row->line, table->column_of[field],
			  _("'%s' is taken for one of '%s' (if it is of another organization, write it as 张三（某公司，总经理）)"),
			  text_excerpt(first, title), text_excerpt(second, unit));
}

/* 王强、李四、董事长 */
static void doubt_title(struct table *table, enum field field, const char *title)
{
	char excerpt[EXCERPT];

	import_tell_doubt(table->import, table->row->line, table->column_of[field],
			  _("it is not certain whose title '%s' is: it is kept as a note (write it behind its person: 张三（董事长）)"),
			  text_excerpt(excerpt, title));
}

static void add_persons_of(struct table *table, struct mentions *mentions, const struct side *side, const struct unit *unit);

static void add_person(struct table *table, struct mentions *mentions, const struct side *side, const char *text,
		       const char *title, const char *organization)
{
	struct person person = person_read(text, &table->arena);
	vg_mention mention = {.role = side->role, .name = person.name, .title = person.title, .is_lead = person.is_lead};

	if (person.is_organization && person.title && persons_are_several(person.title, &table->arena)) {
		add_persons_of(table, mentions, side, &(struct unit){.name = person.name, .persons = person.title});
		return;
	}
	if (person.is_nobody) {
		table_note(table, side->persons, text);
		return;
	}
	if (person.is_doubtful)
		table_doubt(table, side->persons, person.name);
	mention.kind = person.is_organization ? VG_ORGANIZATION : VG_PERSON;
	if (!post_settle(&mention, &person, title, organization, &table->arena))
		doubt_unit(table, side->persons, person.title, organization);
	mention.title = join_titles(table, title, mention.title);
	if (person.is_organization)
		mention.organization = NULL;
	if (person.remark)
		table_note(table, side->persons, text);
	add_mention(table, mentions, mention);
}

/* Whether a person of this side stands for the organization already. */
static bool is_represented(const struct mentions *mentions, size_t first, const char *organization)
{
	for (size_t i = first; i < mentions->count; i++)
		if (text_is(mentions->items[i].organization, organization) ||
		    text_is(mentions->items[i].name, organization))
			return true;
	return false;
}

/* 湾沚区党政代表团 has nobody of its own: who comes with it is of some office that it does not name. */
static bool is_delegation(const char *organization)
{
	static const struct word endings[] = {W("代表团"), W("考察团"), W("访问团"), W("考察组"), W("delegation"), W("Delegation")};

	return ENDS_WITH(organization, strlen(organization), endings);
}

struct units {
	struct unit *items;
	size_t count;
};

/* The organizations of a cell; what else it says is kept as a note. */
static struct units read_units(struct table *table, enum field field)
{
	struct values names = table_split(table, field);
	struct units units = {NULL, names.count};

	if (names.count)
		units.items = arena_get(&table->arena, names.count * sizeof *units.items);
	for (size_t i = 0; i < names.count; i++) {
		units.items[i] = unit_read(names.items[i], &table->arena);
		if (units.items[i].has_others)
			table_note(table, field, names.items[i]);
	}
	return units;
}

/* As many organizations as persons: each has its own. A single one is everybody's. Else nobody can say whose they are. */
static const char *organization_of(const struct units *units, size_t person, size_t persons)
{
	const char *own = units->count == 1 ? units->items[0].name : units->count == persons ? units->items[person].name : NULL;

	return own && is_delegation(own) ? NULL : own;
}

static struct values split_persons(struct table *table, const char *text)
{
	struct values persons;

	if (!text)
		return (struct values){0};
	persons = cell_split(persons_unnumber(text, &table->arena), true, false, &table->arena);
	persons_split(&persons, &table->arena);
	persons_join_titles(&persons, text, &table->arena);
	return persons;
}

/* 甲公司（张三、李四） */
static void add_persons_of(struct table *table, struct mentions *mentions, const struct side *side, const struct unit *unit)
{
	struct values persons = split_persons(table, unit->persons);

	for (size_t i = 0; i < persons.count; i++)
		add_person(table, mentions, side, persons.items[i], NULL, unit->name);
}

static void read_side(struct table *table, struct mentions *mentions, const struct side *side)
{
	const char *title_text = table->texts[side->titles];
	struct values persons = split_persons(table, table->texts[side->persons]);
	struct units units = read_units(table, side->organizations);
	struct values titles = {0};
	size_t first = mentions->count;

	if (title_text && persons.count)
		titles = cell_split(title_text, false, true, &table->arena);
	else if (title_text)
		table_note(table, side->titles, title_text);
	if (titles.count > persons.count)
		table_problem(table, side->titles, _("more titles than persons: %zu for %zu"), titles.count,
			      persons.count);
	for (size_t i = 0; i < persons.count; i++) {
		size_t before = mentions->count;

		add_person(table, mentions, side, persons.items[i], i < titles.count ? titles.items[i] : NULL,
			   organization_of(&units, i, persons.count));
		if (mentions->count == before && persons.count > 1 && is_title_alone(persons.items[i], &table->arena))
			doubt_title(table, side->persons, persons.items[i]);
	}
	for (size_t i = 0; i < units.count; i++) {
		if (units.items[i].persons)
			add_persons_of(table, mentions, side, &units.items[i]);
		if (units.items[i].name && !is_represented(mentions, first, units.items[i].name))
			add_mention(table, mentions,
				    (vg_mention){.kind = VG_ORGANIZATION,
						 .role = side->role,
						 .name = units.items[i].name});
	}
}

static vg_mention *mention_named(struct mentions *mentions, size_t end, const char *name)
{
	for (size_t i = 0; i < end; i++)
		if (mentions->items[i].kind == VG_PERSON && text_is(mentions->items[i].name, name))
			return &mentions->items[i];
	return NULL;
}

/* The organization of all visitors, where there is one. */
static const char *organization_of_visitors(struct table *table)
{
	struct values names = table_split(table, FIELD_VISITOR_ORGANIZATION);
	const char *name = names.count == 1 ? unit_read(names.items[0], &table->arena).name : NULL;

	return name && is_delegation(name) ? NULL : name;
}

/* 带队领导 or 随行人员 beside 来访人员: who is named in both is one. */
static void read_more_visitors(struct table *table, struct mentions *mentions, enum field field, bool is_lead)
{
	const struct side side = {VG_VISITOR, field, FIELD_COUNT, FIELD_COUNT};
	struct values persons = split_persons(table, table->texts[field]);
	const char *organization = persons.count ? organization_of_visitors(table) : NULL;
	size_t visitors = mentions->count;

	for (size_t i = 0; i < persons.count; i++) {
		size_t before = mentions->count;
		vg_mention *person, *visitor;

		add_person(table, mentions, &side, persons.items[i], NULL, organization);
		if (mentions->count == before) /* 区领导 */
			continue;
		person = &mentions->items[mentions->count - 1];
		visitor = mention_named(mentions, visitors, person->name);
		if (visitor) {
			visitor->title = join_titles(table, visitor->title, person->title);
			mentions->count--;
		}
		(visitor ? visitor : person)->is_lead |= is_lead;
	}
}

/* One leads: whoever is said to, else the first person among the visitors. */
static void settle_lead(struct mentions *mentions)
{
	vg_mention *first = NULL, *lead = NULL;

	for (size_t i = 0; i < mentions->count; i++) {
		vg_mention *mention = &mentions->items[i];

		if (mention->role != VG_VISITOR || mention->kind != VG_PERSON)
			continue;
		first = first ? first : mention;
		lead = lead || !mention->is_lead ? lead : mention;
		mention->is_lead = false;
	}
	if (first)
		(lead ? lead : first)->is_lead = true;
}

/* In a list with 会见时间 or 座谈时间 all are such; but 考察 and 走访 are what visits are. */
void table_read_type(struct table *table)
{
	static const enum field fields[] = {FIELD_DATE, FIELD_HOSTS};
	static const char *const ends[] = {"时间", "日期", "领导", "人"};

	for (size_t i = 0; i < COUNT(fields) && !table->type; i++) {
		size_t column = table->column_of[fields[i]];
		const char *heading = column ? table->heading.cells[column - 1].text : "";

		for (size_t k = 0; k < COUNT(ends) && !table->type; k++) {
			size_t length = strlen(heading), size = strlen(ends[k]);

			if (length <= size || strcmp(heading + length - size, ends[k]) != 0)
				continue;
			table->word = arena_text_of(&table->heading_arena, heading, length - size);
			table->type = vg_type_parse(table->word);
		}
		if (table->type == VG_VISIT)
			return;
	}
}

static void read_type(struct table *table)
{
	const char *word = table->texts[FIELD_TYPE];
	vg_record *record = &table->record;

	if (!word && table->type && table->type != VG_VISIT)
		word = table->word;
	record->type = word ? vg_type_parse(word) : VG_VISIT;
	if (!record->type)
		record->type = VG_OTHER;
	record->word = text_is(word, vg_type_name(record->type)) ? NULL : word;
}

/* Below the first row of merged cells stand empty ones. (A row with a number may complete another of that number.) */
static bool seems_merged(const struct table *table, const struct mentions *mentions)
{
	bool has_role[VG_ATTENDEE + 1] = {false};

	for (size_t i = 0; i < mentions->count; i++)
		has_role[mentions->items[i].role] = true;
	return !table->texts[FIELD_ID] && !table->texts[FIELD_DATE] && table->column_of[FIELD_DATE] && has_role[VG_VISITOR] != has_role[VG_HOST] &&
	       (table->column_of[FIELD_HOSTS] || table->column_of[FIELD_HOST_ORGANIZATION]) &&
	       (table->column_of[FIELD_VISITORS] || table->column_of[FIELD_VISITOR_ORGANIZATION]);
}

void table_read_visit(struct table *table)
{
	static const struct side visitors = {VG_VISITOR, FIELD_VISITORS, FIELD_VISITOR_TITLE,
					     FIELD_VISITOR_ORGANIZATION};
	static const struct side entourage = {VG_VISITOR, FIELD_ENTOURAGE, FIELD_COUNT, FIELD_VISITOR_ORGANIZATION};
	static const struct side led = {VG_VISITOR, FIELD_LEAD, FIELD_VISITOR_TITLE, FIELD_VISITOR_ORGANIZATION};
	static const struct side hosts = {VG_HOST, FIELD_HOSTS, FIELD_HOST_TITLE, FIELD_HOST_ORGANIZATION};
	static const struct side companions = {VG_COMPANION, FIELD_COMPANIONS, FIELD_COMPANION_TITLE,
					       FIELD_COMPANION_ORGANIZATION};
	static const struct side attendees = {VG_ATTENDEE, FIELD_ATTENDEES, FIELD_COUNT, FIELD_COUNT};
	const struct side *came = table->texts[FIELD_VISITORS] ? &visitors : table->texts[FIELD_LEAD] || !table->texts[FIELD_ENTOURAGE] ? &led : &entourage;
	struct mentions mentions = {0};
	vg_record *record = &table->record;

	record->kind = VG_OCCASION;
	record->date = table_dates(table, FIELD_DATE, FIELD_UNTIL);
	read_type(table);
	read_side(table, &mentions, came);
	if (table->texts[FIELD_VISITORS])
		read_more_visitors(table, &mentions, FIELD_LEAD, true);
	if (came != &entourage)
		read_more_visitors(table, &mentions, FIELD_ENTOURAGE, false);
	settle_lead(&mentions);
	read_side(table, &mentions, &hosts);
	read_side(table, &mentions, &companions);
	if (table->texts[FIELD_ATTENDEES])
		read_side(table, &mentions, &attendees);
	record->mentions = mentions.items;
	record->mention_count = mentions.count;
	record->purpose = table->texts[FIELD_PURPOSE];
	record->own_id = table->texts[FIELD_ID];
	if (!mentions.count)
		table_problem(table, FIELD_NOTE, _("nobody is named: no visitor, no host, no organization"));
	else if (!table->is_bad && seems_merged(table, &mentions))
		table_problem(table, FIELD_DATE,
			      _("neither a date nor the other side: if cells are merged here, fill them down and import the file again"));
}
