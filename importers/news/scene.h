/* scene.h - what a sentence tells of a visit, in the making. */
#ifndef IMPORTERS_NEWS_SCENE_H
#define IMPORTERS_NEWS_SCENE_H

#include "importers/news/tokens.h"

enum phase {
	SUBJECT, /* who acts */
	TEAM,	 /* whom they lead */
	PLACED,	 /* behind 在 or 对: a place, a companion or a host, as the verb will say */
	OBJECT,	 /* whom the visit is to */
	GUEST,	 /* whom the host receives */
	DONE,	 /* the visit is told; a companion may follow */
	LISTED,	 /* 陪同考察的有…: who came along is listed */
};

struct story {
	struct article *article;
	struct parties travellers; /* who is on the way */
	struct parties companions; /* who came along, of whose visit nobody said yet to whom it was */
	uint32_t lead;
	vg_date date;
	struct visit listed; /* 走访了横林镇的两家企业, until one of them is named; by nobody: there is none */
};

struct scene {
	struct story *story;
	struct span sentence;
	const struct tokens *tokens;
	enum phase phase;
	struct parties subject, team, placed, companions;
	struct parties towns; /* to which they went, of a visit that goes on to whom they visited there */
	uint32_t subject_end; /* behind the last name of the subject, and what belongs to it */
	bool has_group, has_both, has_home, is_passive, has_joint, has_own_date;
	vg_date date;
	uint32_t lead;
	size_t open; /* 1 + index of the visit that the sentence tells, 0: none yet */
	bool has_look;
	bool has_companies; /* it goes to several that are told one by one */
	bool is_towards;    /* 对A…: those placed are whom it is said of */
	bool has_guests;    /* 与B一行: those placed are who came */
	bool is_planned;    /* 将赴A,拜访B: what is told behind is to come as well */
	bool goes_there;    /* the open visit is told by a word of going */
	bool is_weak;	    /* it goes somewhere, and nothing says that it is a visit */
};

/* The visit that the sentence tells, NULL where none is open. */
struct visit *visit_open(const struct scene *scene);
struct visit *last_visit(const struct story *story);
/* Who acts: the names, or those on the way where a group or nobody is named. */
struct parties take_subject(struct scene *scene);
/* 唐少华对陈伟良一行来永州考察表示欢迎: the guests are who comes; false where it was told that they did. */
bool greet_guests(struct scene *scene);
struct visit *begin_visit(struct scene *scene, const struct token *word, vg_type type, const char *rule);
/* Who comes along; of 市长李智远 of 铜川市人民政府 the person, not the house. */
void add_companions(struct scene *scene, const struct parties *who);
/* What the words of receiving and of coming along do (hosts.c, companions.c). */
bool goes_out(const struct scene *scene);
void forms_read(struct story *story); /* forms.c: 来访单位:…; 接待人员:…; 时间:… */
bool read_stop(struct scene *scene); /* stops.c: false where the sentence begins with none */
void on_lead(struct scene *scene, size_t t); /* leads.c */
void on_receive(struct scene *scene, size_t t);
void on_talk(struct scene *scene, size_t t);
void on_welcome(struct scene *scene, size_t t);
void on_passive(struct scene *scene, size_t t);
void on_accompany(struct scene *scene, size_t t);
/* Those listed behind 陪同考察的还有 came along to the visit told last. */
void take_listed(struct scene *scene);
/* The open visit becomes one of the article's, adds to one that was told before, or was none. */
void finish_visit(struct scene *scene);

/* 来到A、B、C. 在A,…: of a list of stops, some of which are told one by one, the houses stay of which nothing more is said. */
void leave_untold(struct article *article, struct visit *frame);

/* …全程参加走访: who came along with the last of those on the way came along with all of that day. */
void companions_share(const struct scene *scene, const struct visit *last);
/* Of 我院 is known who came along: the first who is not of those who visit receives them. */
void companions_receive(const struct article *article, struct visit *visit);
/* Who came along to a county came along to the first of its stops; of later ones nobody says it. */
void companions_share_trips(struct article *article);

void parties_add_all(struct parties *parties, const struct parties *others);
/* Whether somebody is in both, or stands for a party in both. */
bool parties_meet(const struct article *article, const struct parties *a, const struct parties *b);
/* Whether a house lies in another, by its name or another name of that: 高新区社会事业局 in 高新区. */
bool is_within(const struct entity *room, const struct entity *house);
bool are_divisions(const struct article *article, const struct parties *parties);
/* 实训中心, 校史馆: what visitors are shown. */
bool is_room(const struct entity *entity);
bool is_person(const struct article *article, uint32_t entity);

/* What a verb may be beside a visit (verbs.c). */
bool is_relative(const struct scene *scene);
bool is_to_come(struct scene *scene, const struct token *token);
/* Police, courts and inspectors at their work. */
bool is_on_duty(const struct scene *scene);
bool goes_nowhere(const struct scene *scene, size_t t);
bool is_next_stop(const struct scene *scene, const struct token *token);
bool goes_to_meet(const struct article *article, size_t i);
bool is_to_people(const struct article *article, const struct token *token);
bool is_weak(const struct scene *scene, const struct token *token);
bool goes_as_guest(const struct scene *scene, const struct token *token);
bool is_noun(const struct article *article, const struct token *token);
bool is_counted(const struct article *article, size_t i);
uint16_t before_name(const struct article *article, const struct token *name);
bool names_who_asks(const struct scene *scene);
const struct token *object_behind(const struct tokens *tokens, size_t t, const struct article *article);
bool names_companies(const struct article *article, size_t i);
bool are_own(const struct scene *scene);
bool acts_next(const struct scene *scene, size_t t);
bool has_more_guests(const struct scene *scene, size_t t);
bool joins_hosts(const struct scene *scene, size_t t);
bool is_with(const struct scene *scene, size_t t);

#endif
