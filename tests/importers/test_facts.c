/* test_facts.c - what is easily taken for a fact and is none, and facts that are easily lost. */
#include "tests/importers/facts.h"

/* What the mayor does to whom is a visit of the host that ends so. */
static void expect_visit(const char *deed, const char *visit)
{
	char text[400], fact[200];

	snprintf(text, sizeof text, "2026年5月14日，市长丁红%s。", deed);
	snprintf(fact, sizeof fact, "visit 2026-05-14: %s |", visit);
	expect(text, fact);
}

static void a_name_may_begin_with_the_end_of_a_word(void **state)
{
	(void)state;
	expect_visit("会见中粮集团有限公司董事长吕军", "中粮集团有限公司 吕军 > 丁红");
	expect_visit("走访中国中车集团有限公司", "丁红 > 中国中车集团有限公司");
	expect_visit("调研中联重科", "丁红 > 中联重科");
	expect_visit("参观中石化集团有限公司", "丁红 > 中石化集团有限公司");
	expect_visit("会见时代集团有限公司董事长吕军", "时代集团有限公司 吕军 > 丁红");
	expect_visit("考察团结普瑞玛激光有限公司", "丁红 > 团结普瑞玛激光有限公司");
	expect_visit("带队考察团风县", "丁红 > 团风县");
	expect_visit("考察点军区", "丁红 > 点军区");
	expect_visit("到来宾市考察", "丁红 > 来宾市");
	expect_visit("赴会昌县考察", "丁红 > 会昌县");
}

static void a_name_may_begin_with_a_word_that_joins_or_ends(void **state)
{
	(void)state;
	expect_visit("会见和记黄埔有限公司董事长吕军", "和记黄埔有限公司 吕军 > 丁红");
	expect_visit("走访派能科技股份有限公司", "丁红 > 派能科技股份有限公司");
	expect_visit("到对外经贸大学考察", "丁红 > 对外经贸大学");
	expect_visit("会见以岭药业股份有限公司董事长吕军", "以岭药业股份有限公司 吕军 > 丁红");
	expect_visit("考察和洽谈海尔集团项目", "丁红 > 海尔集团");
	expect_visit("与前来考察的海尔集团总裁吕军座谈", "海尔集团 吕军 > 丁红");
}

static void a_word_is_whole_where_no_name_begins(void **state)
{
	static const char after[] = "2026年5月14日，市长丁红走访海尔集团。";
	static const char *const sentences[] = {"走访中，丁红说，要加快。", "走访中双方表示，要加快。",
						"走访中丁红指出，要加快。", "在走访中李青对海尔集团表示感谢。",
						"座谈中了解到，海尔集团已投产。"};
	char text[400];

	(void)state;
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		snprintf(text, sizeof text, "%s%s", after, sentences[i]);
		expect(text, "visit 2026-05-14: 丁红 > 海尔集团 |\nplace\nword 走访\n");
		expect_none(text, "word 走访\nvisit");
		expect_none(text, "organization 中");
	}
	expect_none("市科技人才发展调研中心主任李明出席。", "visit");
}

static void where_to_is_no_part_of_who_comes(void **state)
{
	static const char *const people[] = {"李刚", "王强", "吴敏", "周云杰", "周恩来"};
	static const char *const deeds[] = {"来我区考察",   "去我区企业考察", "来该区考察",
					    "来高新区考察", "来这里考察",     "来此考察",
					    "来考察",	    "再来我区考察",   "又来我区考察"};
	char text[400], fact[100];

	(void)state;
	for (size_t i = 0; i < sizeof people / sizeof *people; i++)
		for (size_t k = 0; k < sizeof deeds / sizeof *deeds; k++) {
			snprintf(text, sizeof text, "2026年6月30日，海尔集团公司总裁%s%s。", people[i], deeds[k]);
			snprintf(fact, sizeof fact, "person %s 总裁 @", people[i]);
			expect(text, fact);
		}
	expect("海尔集团公司总裁孙福来向我区介绍项目。", "person 孙福来 总裁");
	expect("海尔集团公司总裁李刚和副总裁王强来我区考察。", "person 李刚 总裁");
	expect("海尔集团公司总裁阮清和参加会见。", "person 阮清和 总裁");
}

static void what_did_not_happen_is_no_fact(void **state)
{
	static const char *const nothing[] = {
		"山东能源集团有限公司未派员赴灌南县考察。",
		"县长姜恒宇未能会见山东能源集团有限公司董事长李伟。",
		"县长姜恒宇没有去华信电子有限公司考察。",
		"县长姜恒宇因故未到华信电子有限公司考察。",
		"县长姜恒宇取消赴华信电子有限公司考察。",
		"县长姜恒宇拒绝会见华信电子有限公司董事长李伟。",
		"县长姜恒宇拟会见华信电子有限公司董事长李伟。",
		"县长姜恒宇将会见华信电子有限公司董事长李伟。",
		"会议研究山东能源集团有限公司来灌考察接待方案。",
		"华信电子有限公司否认与灌南县签署合作协议。",
		"灌南县解除与华信电子有限公司于2024年签订的投资协议。",
		"华信电子有限公司退出与灌南县签订的合作协议。",
		"灌南县没有与华信电子有限公司签署协议。",
	};

	(void)state;
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++) {
		expect_none(nothing[i], "visit");
		expect_none(nothing[i], "tie");
	}
	expect("县长姜恒宇未打招呼直奔华信电子有限公司调研。", "姜恒宇 > 华信电子有限公司 |");
	expect("县长姜恒宇不断深入企业走访华信电子有限公司。", "姜恒宇 > 华信电子有限公司 |");
}

static void our_district_is_no_zone(void **state)
{
	static const char *const heads[] = {"来源：湾沚区人民政府\n", "来源：湾沚区融媒体中心\n",
					    "2026年6月30日 湾沚区人民政府网\n", "湾沚区新闻网讯 "};
	static const char *const zones[] = {"经开区", "高新区", "湾沚经济开发区"};
	char text[500];

	(void)state;
	for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
		for (size_t h = 0; h < sizeof heads / sizeof *heads; h++) {
			snprintf(text, sizeof text,
				 "海尔集团来我区考察\n%s2026年6月30日，海尔集团公司总裁周云杰来我区考察。"
				 "区长丁红、%s管委会主任李刚参加座谈。",
				 heads[h], zones[z]);
			expect(text, "海尔集团公司 周云杰 > 湾沚区 | 丁红 李刚\n");
			expect(text, "person 丁红 区长 @湾沚区\n");
		}
		snprintf(text, sizeof text, "海尔集团公司总裁周云杰来我区考察。区长丁红、%s管委会主任李刚参加座谈。",
			 zones[z]);
		expect(text, "person 丁红 区长\n");
		expect_none(text, "区 | ");
	}
	expect("海尔集团公司总裁周云杰来我区考察。湾沚高新区管委会主任李刚参加座谈。", "> 湾沚高新区 | 李刚\n");
	expect("来源：临江区融媒体中心\n海尔集团公司总裁周云杰来我区考察。区长丁红陪同。", "周云杰 > 临江区 | 丁红\n");
	expect_none("合肥市包河区人民政府考察团来我区考察。区长丁红陪同。", "丁红 区长 @");
}

static void who_is_absent_does_not_come_along(void **state)
{
	static const char *const clauses[] = {"市委书记马士光未参加会见", "市委书记马士光因公务未参加会见",
					      "市委书记马士光没有参加会见", "市委书记马士光因病缺席会见",
					      "市委书记马士光、秘书长张三未出席会见"};
	char text[400];

	(void)state;
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
		snprintf(text, sizeof text, "市长丁红会见中粮集团有限公司董事长吕军，%s，副市长李青参加会见。",
			 clauses[i]);
		expect(text, "中粮集团有限公司 吕军 > 丁红 | 李青\n");
		expect(text, "person 马士光 市委书记");
	}
	expect("5月14日，市长丁红会见海尔集团副总裁赵大海。秘书长李青、发改委主任赵大海参加会见。",
	       "赵大海 > 丁红 | 李青\n");
	expect("市长丁红会见海尔集团董事长吕军时表示，欢迎。", "person 吕军 董事长");
	expect("华信电子有限公司董事长李伟未出席，总经理王强率队赴灌南县考察。", "王强 华信电子有限公司 > 灌南县 |");
}

static void of_several_days_that_of_the_verb_counts(void **state)
{
	static const char *const sentences[][2] = {
		{"2026年5月22日，县商务局通报：2025年4月18日，", "2025-04-18"},
		{"（2026年5月22日）5月18日，", "2026-05-18"},
		{"2026年6月1日，记者从县政府获悉，4月18日，", "2026-04-18"},
		{"近日，记者从县政府获悉，2026年4月18日，", "2026-04-18"},
		{"2026年5月14日，继4月13日的会议后，", "2026-05-14"},
		{"2026年5月14日、15日，", "2026-05-14"},
	};
	char text[400], fact[100];

	(void)state;
	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
		snprintf(text, sizeof text, "%s县长周明会见海尔集团公司总裁周云杰。", sentences[i][0]);
		snprintf(fact, sizeof fact, "visit %s: 海尔集团公司 周云杰 > 周明", sentences[i][1]);
		expect(text, fact);
	}
	expect("2026年5月14日，县长周明赴华信电子公司考察；5月16日，周明赴海尔集团公司考察。", "visit 2026-05-16:");
	expect("2026年5月14日，县长周明赴2025年6月8日投产的海尔集团公司考察。", "visit 2026-05-14:");
}

static void stops_of_a_list_stay_where_others_are_told(void **state)
{
	static const char text[] =
		"2026年5月14日，县长周明率队先后来到华信电子有限公司、恒迈机械有限公司、钻石航空发动机有限公司，"
		"调研企业生产情况。在华信电子有限公司，周明与总经理许海东交谈。";

	(void)state;
	expect(text, "visit 2026-05-14: 周明 > 恒迈机械有限公司 钻石航空发动机有限公司 |");
	expect(text, "visit 2026-05-14: 周明 > 华信电子有限公司 许海东 |");
}

static void a_list_of_those_visited_has_more_than_companies(void **state)
{
	static const char *const lists[] = {"拜访了晶华半导体有限公司、蓝海储能科技有限公司和科大国盾",
					    "拜访晶华半导体有限公司、科大国盾和蓝海储能科技有限公司",
					    "拜访科大国盾、晶华半导体有限公司和蓝海储能科技有限公司",
					    "走访晶华半导体有限公司、蓝海储能科技有限公司、科大国盾",
					    "先后到晶华半导体有限公司、科大国盾考察"};
	static const char *const others[] = {"王强", "王小强座谈", "困难群众", "重点项目", "当地商会", "合作伙伴"};
	char text[400];

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		snprintf(text, sizeof text, "4月22日，区招商局局长刘芳%s。", lists[i]);
		expect(text, "organization 科大国盾\n");
		expect_none(text, "刘芳 > 晶华半导体有限公司 蓝海储能科技有限公司 |");
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		snprintf(text, sizeof text, "4月22日，区招商局局长刘芳走访晶华半导体有限公司和%s。", others[i]);
		expect(text, "区招商局 刘芳 > 晶华半导体有限公司 |");
	}
}

static void a_district_may_be_in_no_list(void **state)
{
	static const char *const deeds[] = {"到临江区考察", "来临江区考察", "来到临江区开展“优化营商环境”专题调研",
					    "赴临江区开展招商活动", "走访临江区"};
	char text[400];

	(void)state;
	for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
		snprintf(text, sizeof text, "3月21日，海尔集团总裁周云杰%s。", deeds[i]);
		expect(text, "海尔集团 周云杰 > 临江区 |");
	}
	expect("3月21日，海尔集团总裁周云杰到云江区考察，区长丁红陪同。", "> 云江区 | 丁红\n");
	expect("3月21日，海尔集团与临江区签订投资协议。", "tie signed: 海尔集团 - 临江区\n");
	expect("3月21日，临江区委书记丁红会见海尔集团总裁周云杰。", "> 临江区 丁红 |");
	expect_none("3月21日，区长丁红到住宅区、商业区走访。", "visit");
	expect_none("3月21日，区长丁红到责任区、包保区调研。", "visit");
}

static vg_status keep_ties(void *self, const vg_article *article, vg_error *error)
{
	struct facts *facts = self;

	(void)error;
	for (size_t i = 0; i < article->tie_count; i++)
		add(facts, "%s %s\n", article->ties[i].date.from, article->ties[i].topic ? article->ties[i].topic : "");
	return VG_OK;
}

static void expect_tie(const char *text, const char *fact)
{
	char path[] = "/tmp/visitgraph-test-XXXXXX";
	int file = mkstemp(path);
	struct facts facts = {0};
	vg_error error;

	assert_int_equal(write(file, text, strlen(text)), strlen(text));
	close(file);
	assert_int_equal(vg_extract(path, NULL, keep_ties, &facts, &error), VG_OK);
	unlink(path);
	assert_string_equal(facts.text, fact);
}

static void a_tie_has_the_day_of_its_own(void **state)
{
	(void)state;
	expect_tie("2026年5月14日，华信电子有限公司于2024年3月与灌南县签订的新材料项目已竣工投产。",
		   "2024-03 新材料项目\n");
	expect_tie("2026年5月14日，华信电子有限公司与灌南县于2024年签订投资协议。", "2024 投资协议\n");
	expect_tie("2024年3月，华信电子有限公司与灌南县签订投资协议，2026年5月14日，项目投产。", "2024-03 投资协议\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_may_begin_with_the_end_of_a_word),
		cmocka_unit_test(a_name_may_begin_with_a_word_that_joins_or_ends),
		cmocka_unit_test(a_word_is_whole_where_no_name_begins),
		cmocka_unit_test(where_to_is_no_part_of_who_comes),
		cmocka_unit_test(what_did_not_happen_is_no_fact),
		cmocka_unit_test(our_district_is_no_zone),
		cmocka_unit_test(who_is_absent_does_not_come_along),
		cmocka_unit_test(of_several_days_that_of_the_verb_counts),
		cmocka_unit_test(stops_of_a_list_stay_where_others_are_told),
		cmocka_unit_test(a_list_of_those_visited_has_more_than_companies),
		cmocka_unit_test(a_district_may_be_in_no_list),
		cmocka_unit_test(a_tie_has_the_day_of_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
