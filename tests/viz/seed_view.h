/* seed_view.h - a view made by hand: visits and ties of a few days, as the graph would answer. */
#ifndef TESTS_VIZ_SEED_VIEW_H
#define TESTS_VIZ_SEED_VIEW_H

#include "graph/text.h"

struct seed {
	struct arena arena;
	vg_view view;
	size_t node_room, event_room, tie_room;
};

static inline size_t seed_node(struct seed *seed, vg_kind kind, const char *name, const char *title,
			       size_t organization)
{
	vg_view *view = &seed->view;

	for (size_t i = 0; i < view->node_count; i++)
		if (text_is(view->nodes[i].name, name) && view->nodes[i].organization == organization)
			return i;
	view->nodes = arena_array_room(&seed->arena, view->nodes, view->node_count, &seed->node_room, sizeof(vg_node));
	view->nodes[view->node_count] = (vg_node){.id = (int64_t)view->node_count + 1,
						  .kind = kind,
						  .name = arena_text(&seed->arena, name),
						  .title = title,
						  .organization = organization};
	return view->node_count++;
}

static inline vg_kind seed_kind(const char *name)
{
	static const char *const places[] = {"郑州高新区", "哈密市", "二七区", "荥阳市", "上海", "物联网产业园"};

	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (text_is(name, places[i]))
			return VG_PLACE;
	return VG_ORGANIZATION;
}

static inline size_t seed_party(struct seed *seed, const char *name)
{
	return name ? seed_node(seed, seed_kind(name), name, NULL, VG_NONE) : VG_NONE;
}

static inline vg_evidences seed_evidence(struct seed *seed, const char *file, size_t line)
{
	vg_evidences evidence = {1, arena_get(&seed->arena, sizeof(vg_evidence))};

	evidence.items[0] = (vg_evidence){.source = file, .file = file, .line = line, .import = 1};
	return evidence;
}

static inline void seed_take_part(struct seed *seed, vg_event *event, vg_role role, const char *party,
				  const char *person, const char *title)
{
	size_t organization = seed_party(seed, party), node = organization;

	if (person)
		node = seed_node(seed, VG_PERSON, person, title, organization);
	event->participants[event->participant_count++] =
		(vg_participant){node, role, person && role == VG_VISITOR, title, person ? organization : VG_NONE, false};
}

static inline vg_event *seed_event(struct seed *seed, const char *date, vg_type type, const char *verb)
{
	vg_view *view = &seed->view;
	vg_event *event;

	view->events =
		arena_array_room(&seed->arena, view->events, view->event_count, &seed->event_room, sizeof *event);
	event = &view->events[view->event_count++];
	*event = (vg_event){.id = (int64_t)view->event_count, .type = type, .word = verb, .place = VG_NONE};
	snprintf(event->date.from, sizeof event->date.from, "%s", date);
	event->participants = arena_get(&seed->arena, 16 * sizeof(vg_participant));
	event->evidence = seed_evidence(seed, "visits.csv", view->event_count + 1);
	return event;
}

static inline vg_event *seed_visit(struct seed *seed, const char *date, const char *verb, const char *visitor,
				   const char *visitor_person, const char *visitor_title, const char *host,
				   const char *host_person, const char *host_title)
{
	vg_event *event = seed_event(seed, date, vg_type_parse(verb), verb);

	seed_take_part(seed, event, VG_VISITOR, visitor, visitor_person, visitor_title);
	seed_take_part(seed, event, VG_HOST, host, host_person, host_title);
	return event;
}

static inline void seed_tie(struct seed *seed, const char *a, const char *b, vg_tie_status status, const char *topic,
			    const char *date)
{
	vg_view *view = &seed->view;
	vg_tie *tie;

	view->ties = arena_array_room(&seed->arena, view->ties, view->tie_count, &seed->tie_room, sizeof *tie);
	tie = &view->ties[view->tie_count++];
	*tie = (vg_tie){.id = (int64_t)view->tie_count,
			.a = seed_party(seed, a),
			.b = seed_party(seed, b),
			.topic = topic,
			.status = status,
			.place = VG_NONE};
	snprintf(tie->date.from, sizeof tie->date.from, "%s", date);
	tie->evidence = seed_evidence(seed, "ties.csv", view->tie_count + 1);
}

static inline void seed_visits(struct seed *seed)
{
	static const char zone[] = "郑州高新区", zhang[] = "张红军", secretary[] = "党工委书记";
	static const char *const companions[] = {"区国土规划住建局", "投资促进中心", "高新投控集团", "河南铁建投集团",
						 "郑州发展投资集团有限公司"};
	static const char *const parks[] = {"宇通零部件产业园", "科林空调", "之铂智能", "海威新能源", "赛川电子"};
	vg_event *event;

	event = seed_visit(seed, "2023-01-31", "拜访", zone, zhang, secretary, "光明食品国际有限公司", "吴通红",
			   "党委书记、董事长");
	for (size_t i = 0; i < 5; i++)
		seed_take_part(seed, event, VG_COMPANION, companions[i], NULL, NULL);
	event->place = seed_party(seed, "上海");
	event->purpose = "农业领域、产业园、共建区";
	seed_visit(seed, "2023-02-01", "拜访", zone, zhang, secretary, "FEV集团", "Chari", "亚太区副总裁、中国区CEO");
	seed_visit(seed, "2023-02-01", "座谈", zone, zhang, secretary, "艾格莱德", "姚鑫", "总经理");
	seed_visit(seed, "2023-02-01", "拜访", zone, zhang, secretary, "中科智云", "胡方辉", "董事长");
	event = seed_visit(seed, "2023-02-01", "考察", "哈密市", "孙涛", "市委书记", "正星科技股份有限公司", NULL,
			   NULL);
	seed_take_part(seed, event, VG_COMPANION, zone, "郭程明", "党工委副书记、管委会主任");
	seed_visit(seed, "2023-02-01", "会见", "京东方科技有限公司", NULL, NULL, zone, "郭程明",
		   "党工委副书记、管委会主任");
	event = seed_visit(seed, "2023-02-01", "参观", "京东方科技有限公司", NULL, NULL, "物联网产业园", NULL, NULL);
	seed_take_part(seed, event, VG_COMPANION, "投资促进中心", NULL, NULL);
	seed_visit(seed, "2023-02-02", "拜访", zone, zhang, secretary, "漕河泾开发区总公司", "顾伦",
		   "党委书记、总经理");
	seed_visit(seed, "2023-02-02", "拜访", zone, zhang, secretary, "中建八局", "于金伟", "党委副书记、工会主席");
	event = seed_visit(seed, "2023-02-03", "考察", "二七区", "李雅", "区党委副书记", zone, NULL, NULL);
	seed_take_part(seed, event, VG_HOST, "高新投控集团", NULL, NULL);
	seed_take_part(seed, event, VG_COMPANION, zone, "杜怀锋", "党工委委员、管委会副主任");
	seed_visit(seed, "", "调研", zone, "王德敏", "党工委副书记", "正星科技股份有限公司", NULL, NULL);
	event = seed_event(seed, "", VG_VISIT, "调研");
	seed_take_part(seed, event, VG_VISITOR, zone, "王德敏", "党工委副书记");
	for (size_t i = 0; i < 5; i++)
		seed_take_part(seed, event, VG_HOST, parks[i], NULL, NULL);
	seed_visit(seed, "", "调研", zone, "王德敏", "党工委副书记", "黎明重工", NULL, NULL);
}

static inline void seed_ties(struct seed *seed)
{
	static const char zone[] = "郑州高新区";

	seed_tie(seed, zone, "光明食品国际有限公司", VG_DISCUSSED, "农业领域、产业园、共建区", "2023-01-31");
	seed_tie(seed, zone, "FEV集团", VG_INTENDED, "动力电池循环利用生产线及配套测试中心", "2023-02-01");
	seed_tie(seed, zone, "FEV集团", VG_DISCUSSED, "绿色甲醇开发、储能开发", "2023-02-01");
	seed_tie(seed, "FEV集团", "BMW", VG_OPERATING, "电池设计、生产到循环利用", "");
	seed_tie(seed, zone, "艾格莱德", VG_DISCUSSED, "汽车传感及控制器研发和生产基地项目", "2023-02-01");
	seed_tie(seed, zone, "艾格莱德", VG_INTENDED, "集团总部及研发、生产基地", "2023-02-01");
	seed_tie(seed, zone, "中科智云", VG_INTENDED, "工业、建造、交通、农牧、医疗卫生", "2023-02-01");
	seed_tie(seed, zone, "漕河泾开发区总公司", VG_INTENDED, "产业培训、人才交流、共建区开发", "2023-02-02");
	seed_tie(seed, zone, "中建八局", VG_DISCUSSED, "核心板块、共建区开发及合作", "2023-02-02");
	seed_tie(seed, zone, "荥阳市", VG_OPERATING, "合作共建区", "");
	seed_tie(seed, "哈密市", "河南省新能源商会", VG_SIGNED, "哈密新能源产业战略合作协议", "2022-12");
	seed_tie(seed, "河南省援疆指挥部", "河南省新能源商会", VG_SIGNED, "哈密新能源产业战略合作协议", "2022-12");
	seed_tie(seed, "哈密市", "森思达新能源科技有限公司", VG_SIGNED, "战略合作框架协议", "");
	seed_tie(seed, "森思达新能源科技有限公司", "哈密市", VG_INTENDED, "电解水制氢厂、油氢电综合能源站、氢能重卡",
		 "");
	seed_tie(seed, "京东方科技有限公司", zone, VG_INTENDED, "数字文化产业园中原总部项目", "2023-02-01");
	seed_tie(seed, "二七区", zone, VG_INTENDED, "国资平台", "2023-02-03");
	seed_tie(seed, "二七区", "高新投控集团", VG_DISCUSSED, "国资平台建设经验", "2023-02-03");
	seed_tie(seed, "正星科技股份有限公司", "哈密市", VG_OPERATING, "与哈密市合作的新模式新机制", "");
}

static inline void seed_open(struct seed *seed)
{
	*seed = (struct seed){.view = {.center = VG_NONE}};
}

static inline void seed_close(struct seed *seed)
{
	arena_free(&seed->arena);
}

#endif
