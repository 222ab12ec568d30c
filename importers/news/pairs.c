/* pairs.c - the pair of a visit: whose house it was, and to whose it was, for what 双方 did there. */
#include "importers/news/sides.h"

#include "importers/news/page.h"
#include "importers/news/scene.h"

static uint32_t party_among(const struct article *article, const struct parties *parties, uint32_t lead)
{
	if (lead != NOBODY && is_party(article, party_of(article, lead)))
		return party_of(article, lead);
	for (size_t i = 0; i < parties->count; i++)
		if (is_party(article, party_of(article, parties->at[i])))
			return party_of(article, parties->at[i]);
	return NOBODY;
}

bool ends_with_any(const char *name, const char *const *endings)
{
	return text_ends_with_any(name, strlen(name), endings);
}

/* 实训中心, 校史馆: what visitors are shown talks with nobody. */
bool is_room(const struct entity *entity)
{
	static const char *const endings[] = {"实训中心", "馆",	  "室",	  "基地",   "车间", "展厅",
					      "大厅",	  "教室", "食堂", "生产线", "病房", "门诊",
					      "实验室",	  "部",	  "处",	  "科",	    "系",   NULL};

	return ends_with_any(entity->name, endings);
}

static bool is_site(const struct entity *place)
{
	static const char *const endings[] = {"村", "镇", "乡", NULL};

	return ends_with_any(place->name, endings) || (place->kind == VG_PLACE && !place->is_division);
}

static bool has_hosting_person(const struct article *article, uint32_t host)
{
	for (size_t v = 0; v < article->visit_count; v++)
		for (size_t i = 0; parties_have(&article->visits[v].hosts, host) && i < article->visits[v].hosts.count;
		     i++)
			if (is_person(article, article->visits[v].hosts.at[i]))
				return true;
	return false;
}

/* A village or an old town is looked at; whoever comes for a county, or meets nobody there, talks with the one to which they went before. */
static uint32_t division_for(const struct account *account, uint32_t host)
{
	const struct article *article = account->article;
	const struct entity *site = &article->entities[host];

	if (site->kind != VG_PLACE || !is_site(site) || account->visitor == NOBODY ||
	    (!article->entities[account->visitor].is_division && has_hosting_person(article, host)) ||
	    is_site(&article->entities[account->visitor]))
		return host;
	for (size_t v = 0; v < article->visit_count; v++)
		for (size_t i = 0; i < article->visits[v].hosts.count; i++) {
			uint32_t division = article->visits[v].hosts.at[i];

			if (article->entities[division].is_division && !is_site(&article->entities[division]) &&
			    division != account->visitor)
				return division;
		}
	return host;
}

/* A service centre, of which nobody is named. */
static bool is_sight(const struct article *article, const struct visit *visit, uint32_t host)
{
	static const char *const sights[] = {"服务中心", "服务站", "配送中心", "展示中心", "体验中心",
					     "示范园",	 "示范区", "社区",     NULL};

	for (size_t i = 0; i < visit->hosts.count; i++)
		if (is_person(article, visit->hosts.at[i]))
			return false;
	return ends_with_any(article->entities[host].name, sights);
}

/* The house of a visit: of its people before what else is named; NOBODY where there is none but rooms. */
static uint32_t house_of(const struct account *account, const struct visit *visit)
{
	const struct article *article = account->article;

	for (int only_persons = 1; only_persons >= 0; only_persons--)
		for (size_t i = 0; i < visit->hosts.count; i++) {
			uint32_t house = party_of(article, visit->hosts.at[i]);

			if (is_person(article, visit->hosts.at[i]) >= only_persons && house != account->visitor &&
			    article->entities[house].kind == VG_ORGANIZATION && !is_room(&article->entities[house]))
				return house;
		}
	return NOBODY;
}

/* A laboratory is looked at; one talks with the house that was visited before. */
static uint32_t house_for(const struct account *account, const struct visit *at, uint32_t room)
{
	const struct article *article = account->article;

	if (room == NOBODY || !(is_room(&article->entities[room]) || is_sight(article, at, room)))
		return room;
	for (size_t v = article->visit_count; v > 0; v--) {
		const struct visit *visit = &article->visits[v - 1];
		uint32_t house = visit != at && visit->sentence.start <= account->sentence.start
					 ? house_of(account, visit)
					 : NOBODY;

		if (house != NOBODY)
			return house;
	}
	return room;
}

/* 商会会长到访厦门,工商联主席会见: with the house of who receives, unless a division comes. */
static uint32_t house_that_receives(const struct account *account, const struct visit *visit)
{
	const struct article *article = account->article;

	if (account->host == NOBODY || account->visitor == NOBODY || !article->entities[account->host].is_division ||
	    article->entities[account->visitor].is_division)
		return account->host;
	for (size_t i = 0; i < visit->hosts.count; i++) {
		uint32_t house = party_of(article, visit->hosts.at[i]);

		if (is_person(article, visit->hosts.at[i]))
			return article->entities[house].kind == VG_ORGANIZATION ? house : account->host;
	}
	return account->host;
}

/* 生物医药产业园 of 我区, which has no name: it may act; 人民公园 does not. */
static bool is_zone_named(const struct article *article, uint32_t host)
{
	static const char *const endings[] = {"产业园", "工业园", "科技园", "园区", "开发区", "高新区", "经开区", NULL};

	return host != NOBODY && ends_with_any(article->entities[host].name, endings);
}

void find_pair(struct account *account, size_t until)
{
	const struct article *article = account->article;
	const struct visit *visit = NULL;

	for (size_t v = 0; v < article->visit_count; v++)
		if ((!article->visits[v].is_gone || article->visits[v].is_frame) &&
		    (!visit || (article->visits[v].sentence.start <= account->sentence.start &&
				!(visit->sentence.start == article->visits[v].sentence.start &&
				  article->visits[v].word.start >= until))))
			visit = &article->visits[v];
	account->visitor = account->host = NOBODY;
	account->visit = visit;
	account->is_told_here = account->is_home = false;
	if (!visit)
		return;
	account->is_told_here = visit->sentence.start == account->sentence.start;
	account->is_home = visit->is_home;
	account->visitor = party_among(article, &visit->visitors, visit->lead);
	account->host = house_for(account, visit, party_among(article, &visit->hosts, NOBODY));
	if (visit->is_home && !(article->home == NOBODY && is_zone_named(article, account->host)) &&
	    (account->host == NOBODY || is_room(&article->entities[account->host]) ||
	     article->entities[account->host].kind == VG_PLACE))
		account->host = article->home;
	if (account->host == NOBODY && visit->type == VG_MEETING)
		account->host = visit->place; /* 市委书记A在B会见: who is of no house speaks for the place */
	account->host = house_that_receives(account, visit);
	if (account->host != NOBODY && !account->is_told_here)
		account->host = division_for(account, account->host);
	account->date = visit->date;
}

static uint32_t place_among(const struct article *article, const struct parties *parties)
{
	for (size_t i = 0; i < parties->count; i++) /* for whom somebody speaks, before where it is */
		if (article->entities[parties->at[i]].kind == VG_PERSON) {
			uint32_t party = party_of(article, parties->at[i]);

			if (article->entities[party].kind == VG_PLACE)
				return party;
		}
	for (size_t i = 0; i < parties->count; i++)
		if (article->entities[parties->at[i]].kind == VG_PLACE)
			return parties->at[i];
	return NOBODY;
}

/* The two divisions that the article names most: 两地. */
static bool find_two_places(const struct article *article, uint32_t pair[2])
{
	size_t most[3] = {0};

	pair[0] = pair[1] = NOBODY;
	for (uint32_t e = 0; e < article->entity_count && e < COMPARED_MAX; e++) {
		const struct entity *entity = &article->entities[e];

		if (entity->kind != VG_PLACE || !entity->is_division || !entity->mentions)
			continue;
		if (entity->mentions > most[0]) {
			most[2] = most[1], most[1] = most[0], most[0] = entity->mentions;
			pair[1] = pair[0], pair[0] = e;
		} else if (entity->mentions > most[1]) {
			most[2] = most[1], most[1] = entity->mentions;
			pair[1] = e;
		} else if (entity->mentions > most[2]) {
			most[2] = entity->mentions;
		}
	}
	return most[1] > 1 && most[1] > most[2];
}

void find_pair_of_places(const struct account *account, uint32_t pair[2])
{
	if (find_two_places(account->article, pair))
		return;
	pair[0] = place_among_visits(account, true);
	pair[1] = place_among_visits(account, false);
}

uint32_t place_among_visits(const struct account *account, bool is_visitor)
{
	const struct article *article = account->article;

	for (size_t v = 0; v < article->visit_count; v++) {
		const struct visit *visit = &article->visits[v];
		uint32_t place = place_among(article, is_visitor ? &visit->visitors : &visit->hosts);

		if (place != NOBODY)
			return place;
	}
	return is_visitor ? account->visitor : account->host;
}
