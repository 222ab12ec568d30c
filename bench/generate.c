/* generate.c - a list of visits, as skewed as real ones:  generate ROWS FILE [POOL [STREAM]]
 *
 * A few organizations receive most visits and a few people travel most (Zipf); people mostly act for one organization and
 * with their colleagues. POOL: there are people, organizations and places for a list of so many rows (ROWS if not
 * given). STREAM: other rows over the same pool. The same numbers give the same bytes on every machine. */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PLACES 3000
#define LONGEST_NAME 64

static const char *const surnames[] = {
	"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
	"何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "韩", "邓", "冯", "曹", "彭", "曾",
	"肖", "田", "董", "潘", "袁", "蔡", "蒋", "余", "于", "杜", "叶", "程", "魏", "苏", "吕", "丁",
	"任", "卢", "姚", "沈", "钟", "姜", "崔", "谭", "陆", "范", "汪", "廖", "石", "金", "韦", "贾",
	"夏", "付", "方", "邹", "熊", "白", "孟", "秦", "邱", "侯", "江", "尹", "薛", "闫", "雷", "龙",
	"黎", "史", "陶", "贺", "毛", "段", "郝", "顾", "龚", "邵", "覃", "武", "钱", "戴", "严", "莫",
};
static const char *const double_surnames[] = {"欧阳", "上官", "皇甫", "司徒", "诸葛", "尉迟", "公孙", "慕容"};
static const char *const given[] = {
	"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞",
	"平", "刚", "桂", "英", "华", "文", "玉", "建", "国", "春", "梅", "志", "红", "宁", "俊", "峰", "鹏", "飞",
	"浩", "宇", "轩", "涵", "雨", "欣", "怡", "思", "琪", "梓", "晨", "嘉", "佳", "颖", "凯", "瑞", "博", "雅",
	"琳", "倩", "雪", "莹", "晓", "东", "南", "西", "北", "森", "木", "山", "川", "江", "河", "海", "湖", "松",
	"柏", "竹", "菊", "兰", "荷", "莲", "蓉", "薇", "蕾", "萍", "婷", "媛", "慧", "智", "仁", "义", "礼", "信",
	"忠", "孝", "德", "才", "学", "诗", "书", "琴", "棋", "剑", "龙", "虎", "鹰", "凤", "麟", "祥", "福", "禄",
	"寿", "喜", "康", "乐", "安", "泰", "和", "顺", "成", "功", "兴", "旺", "达", "荣", "光", "耀", "辉", "星",
	"辰", "月", "天", "青", "蓝", "紫", "彤", "虹", "云", "秀", "珍", "燕", "波", "祺", "恒", "毅", "立", "振",
};
/* The others make two million names, the last ones by long trying; ten million rows need more. */
static const char *const rarely_given[] = {
	"火", "土", "金", "水", "莉", "茜", "妍", "画", "豹", "凰", "业", "发", "煌", "日", "空", "白", "丹", "彩",
	"玲", "子", "林",
};
static const char *const cities[] = {
	"北京", "上海", "广州", "深圳", "杭州", "南京", "苏州",	  "武汉",   "成都",	"重庆",
	"西安", "天津", "长沙", "郑州", "青岛", "济南", "沈阳",	  "大连",   "长春",	"合肥",
	"南昌", "福州", "厦门", "昆明", "贵阳", "南宁", "海口",	  "太原",   "兰州",	"西宁",
	"银川", "拉萨", "宁波", "无锡", "佛山", "东莞", "哈尔滨", "石家庄", "乌鲁木齐", "呼和浩特",
};
static const char *const syllables[] = {
	"华", "中", "新", "东", "天", "国", "海", "金", "信", "达", "创", "联", "博", "瑞", "恒",
	"众", "明", "盛", "科", "远", "泰", "宏", "嘉", "元", "通", "百", "大", "康", "宇", "凯",
};
static const char *const fields[] = {
	"科技", "电子", "能源", "材料", "医药", "化工", "机械", "软件", "通信", "物流",
	"金融", "航空", "汽车", "建设", "环保", "农业", "食品", "教育", "文化", "智能",
};
static const char *const forms[] = {
	"有限公司", "股份有限公司", "集团",   "研究院", "研究所", "大学",
	"学院",	    "协会",	    "基金会", "委员会", "总公司", "中心",
};
static const char *const sites[] = {
	"会议中心", "大厦", "宾馆", "科技园", "展览馆", "实验室", "产业园", "校区",
	"酒店",	    "机场", "港口", "工厂",   "博物馆", "体育馆", "办公楼",
};
static const char *const titles[] = {
	"董事长", "总经理", "副总经理", "院长",	    "副院长", "教授", "主任",	"副主任", "处长", "局长",
	"秘书长", "会长",   "研究员",	"总工程师", "部长",   "市长", "副市长", "书记",	  "校长", "顾问",
};
static const char *const purposes[] = {
	"参观考察", "商务洽谈", "签署合作协议", "学术交流", "项目调研", "技术交流",   "出席论坛",   "礼节性拜访",
	"年度会议", "投资考察", "产品演示",	"招商座谈", "人才合作", "实验室揭牌", "供应链对接",
};

/* ── Chance: splitmix64 (Steele, Lea and Flood, 2014) ────────────────────────────────────────────────── */

static uint64_t chance_state;

static uint64_t chance(void)
{
	uint64_t mixed = chance_state += 0x9e3779b97f4a7c15;

	mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
	mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
	return mixed ^ mixed >> 31;
}

static double fraction(void)
{
	return (double)(chance() >> 11) * 0x1p-53;
}

static size_t below(size_t limit)
{
	return (size_t)(fraction() * (double)limit);
}

#define ONE_OF(array) (array)[below(COUNT(array))]

/* ── Pools: distinct names, some much more frequent than others ──────────────────────────────────────── */

struct pool {
	size_t count;
	char (*names)[LONGEST_NAME];
	double *shares; /* added up */
};

static void *memory(size_t count, size_t size)
{
	void *room = calloc(count, size);

	if (!room) {
		fputs("generate: out of memory\n", stderr);
		exit(4);
	}
	return room;
}

enum { MOST_COMMON_NAMES = 1000000 };
static bool needs_rare_names;

static const char *given_name(void)
{
	size_t common = COUNT(given), chosen = below(common + (needs_rare_names ? COUNT(rarely_given) : 0));

	return chosen < common ? given[chosen] : rarely_given[chosen - common];
}

static void name_person(char *name)
{
	bool is_double = fraction() < 0.015;
	size_t rank = (size_t)(-18 * log(1 - fraction())); /* 王 is far more frequent than 莫 */
	const char *surname = is_double ? ONE_OF(double_surnames)
					: surnames[rank < COUNT(surnames) ? rank : COUNT(surnames) - 1];
	const char *first = given_name(), *second = fraction() < 0.87 ? given_name() : "";

	snprintf(name, LONGEST_NAME, "%s%s%s", surname, first, second);
}

static void name_organization(char *name)
{
	const char *city = ONE_OF(cities), *first = ONE_OF(syllables), *second = ONE_OF(syllables);
	const char *third = fraction() < 0.4 ? ONE_OF(syllables) : "", *field = ONE_OF(fields), *form = ONE_OF(forms);

	snprintf(name, LONGEST_NAME, "%s%s%s%s%s%s", city, first, second, third, field, form);
}

static void name_place(char *name)
{
	const char *city = ONE_OF(cities), *first = ONE_OF(syllables), *second = ONE_OF(syllables),
		   *site = ONE_OF(sites);

	snprintf(name, LONGEST_NAME, "%s%s%s%s", city, first, second, site);
}

static uint64_t hash_of(const char *text)
{
	uint64_t hash = 0xcbf29ce484222325; /* FNV-1a */

	while (*text)
		hash = (hash ^ (unsigned char)*text++) * 0x100000001b3;
	return hash;
}

static struct pool pool_of(size_t count, void (*make_name)(char *), double steepness, double shift)
{
	struct pool pool = {count, memory(count, sizeof *pool.names), memory(count, sizeof *pool.shares)};
	size_t slots = count * 2 + 1, *taken = memory(slots, sizeof *taken);
	double total = 0;

	for (size_t i = 0; i < count;) {
		size_t slot;

		make_name(pool.names[i]);
		slot = hash_of(pool.names[i]) % slots;
		while (taken[slot] && strcmp(pool.names[taken[slot] - 1], pool.names[i]) != 0)
			slot = (slot + 1) % slots;
		if (!taken[slot])
			taken[slot] = ++i;
	}
	for (size_t i = 0; i < count; i++)
		pool.shares[i] = total += pow((double)i + shift, -steepness);
	free(taken);
	return pool;
}

/* One of them, by their shares. */
static size_t draw(const struct pool *pool)
{
	double at = fraction() * pool->shares[pool->count - 1];
	size_t low = 0, high = pool->count - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (pool->shares[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* ── The world: who belongs where ────────────────────────────────────────────────────────────────────── */

struct world {
	struct pool people, organizations, places;
	size_t *home;		      /* of a person: its organization */
	size_t *place;		      /* of an organization: where it receives */
	size_t *members, *member_end; /* people by organization; where those of each end */
};

static struct world world_of(size_t rows)
{
	size_t people = rows * 24 / 100 + 50, organizations = rows * 105 / 1000 + 20;
	struct world world = {
		.home = memory(people, sizeof(size_t)),
		.place = memory(organizations, sizeof(size_t)),
		.members = memory(people, sizeof(size_t)),
		.member_end = memory(organizations + 1, sizeof(size_t)),
	};

	needs_rare_names = people > MOST_COMMON_NAMES;
	world.people = pool_of(people, name_person, 0.72, 5);
	world.organizations = pool_of(organizations, name_organization, 0.8, 5);
	world.places = pool_of(PLACES, name_place, 1, 3);
	for (size_t i = 0; i < people; i++)
		world.member_end[world.home[i] = draw(&world.organizations)]++;
	for (size_t i = 0; i < organizations; i++) {
		world.place[i] = draw(&world.places);
		world.member_end[i + 1] += world.member_end[i];
	}
	for (size_t i = people; i-- > 0;)
		world.members[--world.member_end[world.home[i]]] = i;
	/* what were ends are beginnings now, and the next one's beginning is the end */
	return world;
}

/* A colleague; somebody else where there is none. `bend`: the greater, the more often the first ones. */
static const char *member(const struct world *world, size_t organization, double bend)
{
	size_t first = world->member_end[organization];
	size_t end = organization + 1 < world->organizations.count ? world->member_end[organization + 1]
								   : world->people.count;

	if (first == end)
		return world->people.names[draw(&world->people)];
	return world->people.names[world->members[first + (size_t)(pow(fraction(), bend) * (double)(end - first))]];
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────────────────── */

static void put_date(FILE *out)
{
	size_t month = below(12 * 31 + 10), day = below(28); /* 1995-01 to 2026-10 */

	fprintf(out, "%zu-%02zu-%02zu", 1995 + month / 12, month % 12 + 1, day + 1);
}

/* One in a hundred has spaces to be removed, as hands leave them. */
static void put_visitors(FILE *out, const struct world *world, size_t visitor, size_t organization)
{
	bool is_untidy = fraction() < 0.01;

	fprintf(out, "%s%s", is_untidy ? " " : "", world->people.names[visitor]);
	if (fraction() < 0.15)
		fprintf(out, "%s%s", is_untidy ? " ; " : ";", member(world, organization, 1));
	if (is_untidy)
		fputs("\u3000", out);
}

static void put_companions(FILE *out, const struct world *world, size_t organization)
{
	double share = fraction();
	int count = share < 0.45 ? 0 : share < 0.75 ? 1 : share < 0.92 ? 2 : 3;

	for (int i = 0; i < count; i++)
		fprintf(out, "%s%s", i ? ";" : "",
			fraction() < 0.7 ? member(world, organization, 1)
					 : world->people.names[below(world->people.count)]);
}

static void put_purpose(FILE *out)
{
	const char *purpose = ONE_OF(purposes), *field = ONE_OF(fields), *another = ONE_OF(fields);
	double share = fraction();

	if (share < 0.1)
		fprintf(out, "\"%s,并参加\"\"%s%s\"\"座谈会\"", purpose, field, another);
	else if (share < 0.5)
		fprintf(out, "%s(%s项目%zu)", purpose, field, below(1000));
	else
		fputs(purpose, out);
}

static void put_row(FILE *out, const struct world *world)
{
	size_t visitor = draw(&world->people), host = draw(&world->organizations);
	size_t sender = fraction() < 0.9 ? world->home[visitor] : below(world->organizations.count);
	size_t place = fraction() < 0.7 ? world->place[host] : draw(&world->places);
	const char *title = ONE_OF(titles), *receiver = member(world, host, 2);

	put_date(out);
	putc(',', out);
	put_visitors(out, world, visitor, sender);
	fprintf(out, ",%s,%s,%s,%s", title, world->organizations.names[sender], world->organizations.names[host],
		receiver);
	if (fraction() < 0.1)
		fprintf(out, ";%s", member(world, host, 1));
	putc(',', out);
	put_companions(out, world, sender);
	fprintf(out, ",%s,", world->places.names[place]);
	put_purpose(out);
	putc('\n', out);
}

int main(int count, char **arguments)
{
	size_t rows = count > 2 ? strtoul(arguments[1], NULL, 10) : 0;
	struct world world;
	FILE *out;

	if (!rows) {
		fputs("usage: generate ROWS FILE [POOL [STREAM]]\n", stderr);
		return 2;
	}
	chance_state = 20261124;
	world = world_of(count > 3 ? strtoul(arguments[3], NULL, 10) : rows);
	chance_state = 20261125 + (count > 4 ? strtoul(arguments[4], NULL, 10) : 0);
	if (!(out = fopen(arguments[2], "w"))) {
		fprintf(stderr, "generate: cannot write '%s': %s\n", arguments[2], strerror(errno));
		return 4;
	}
	fputs("date,visitors,visitor_title,visitor_organization,host_organization,hosts,companions,place,purpose\n",
	      out);
	for (size_t i = 0; i < rows; i++)
		put_row(out, &world);
	return fclose(out) ? 4 : 0;
}
