/* test_news.c - single sentences: what the news importer takes for what. */
#include "tests/importers/facts.h"

static void a_post_tells_a_person(void **state)
{
	(void)state;
	expect("市商务局局长张明一行来到园区。", "person 张明 局长 @市商务局\n");
	expect("市统计局局长封林、副局长欧阳静参加。", "person 欧阳静 副局长");
	expect("董事长李雅陪同调研。", "person 李雅 董事长\n");
}

static void a_word_is_no_person(void **state)
{
	(void)state;
	expect_none("高新区表示，将加快推进。", "person");
	expect_none("主任会议听取了汇报。", "person");
	expect_none("会上，相关部门作了发言。", "person");
}

static void the_last_ending_counts(void **state)
{
	(void)state;
	expect("苏州大学附属第二医院举办义诊。", "organization 苏州大学附属第二医院\n");
	expect_none("苏州大学附属第二医院举办义诊。", "organization 苏州大学\n");
	expect("化学与环境工程学院承办。", "organization 化学与环境工程学院\n");
}

static void a_trip_has_visitors_hosts_and_companions(void **state)
{
	(void)state;
	expect("2024年3月5日，市商务局局长张明带队赴华远电子有限公司考察，副局长王海陪同。",
	       "visit 2024-03-05: 市商务局 张明 > 华远电子有限公司 | 王海\n");
	expect("3月5日，市长李青会见华远电子有限公司董事长王强一行。", "visit --03-05: 华远电子有限公司 王强 > 李青");
}

static void what_only_sounds_like_a_visit_is_none(void **state)
{
	(void)state;
	expect_none("市委组织部公示了3名考察人选。", "visit");
	expect_none("市商务局局长张明拟下月赴华远电子有限公司考察。", "visit");
	expect_none("市商务局局长张明与华远电子有限公司董事长王强视频洽谈。", "visit");
	expect_none("市统计局发布了调研报告。", "visit");
	expect_none("家庭医生签约服务率达到八成。", "tie");
}

static void a_guest_comes_from_its_own_house(void **state)
{
	(void)state;
	expect("3月5日，市长李青会见了前来大丰考察的华远电子有限公司董事长王强一行。",
	       "visit --03-05: 华远电子有限公司 王强 > 李青");
}

static void a_short_name_is_that_of_the_house_it_follows(void **state)
{
	(void)state;
	expect("3月5日，华远电子科技有限公司（以下简称“华远电子”）与苏州市政府座谈。5月1日，华远电子与苏州大学签署战略合作协议。",
	       "tie signed: 华远电子科技有限公司 - 苏州大学\n");
}

static void a_post_without_a_house_is_of_the_last_one(void **state)
{
	(void)state;
	expect("3月5日，市商务局局长张明赴华远电子有限公司考察。公司董事长王强介绍了情况。",
	       "person 王强 董事长 @华远电子有限公司\n");
}

static void a_signature_ties_both_sides(void **state)
{
	(void)state;
	expect("5月1日，苏州市政府与华远电子有限公司签署战略合作协议。", "tie signed: 苏州市政府 - 华远电子有限公司\n");
}

static void a_torn_paragraph_is_joined(void **state)
{
	(void)state;
	expect("本报讯 3月5日，市商务局局长张明一行拜访\n\n了华远电子有限公司董事长王强。\n",
	       "visit --03-05: 市商务局 张明 > 华远电子有限公司 王强");
}

static void a_day_is_of_the_year_in_which_the_article_came_out(void **state)
{
	static const char visit[] = "市商务局局长张明拜访了华远电子有限公司董事长王强。\n";
	char text[1000];

	(void)state;
	snprintf(text, sizeof text, "张明拜访华远电子\n发布时间：2024-01-03 10:22 来源：本报\n本报讯 12月28日，%s",
		 visit);
	expect(text, "visit 2023-12-28: ");
	snprintf(text, sizeof text, "张明拜访华远电子\n2024年1月3日\n本报讯 1月2日，%s", visit);
	expect(text, "visit 2024-01-02: ");
	snprintf(text, sizeof text, "本报讯 3月5日，%s\n本报讯 今年是2022年。\n", visit);
	expect(text, "visit 2022-03-05: ");
	snprintf(text, sizeof text, "本报讯 3月5日，%s", visit);
	expect(text, "visit --03-05: ");
	snprintf(text, sizeof text, "本报讯 2024年2月30日，%s", visit);
	expect_none(text, "-02-30");
}

static void expect_on(const char *date, const char *text, const char *fact)
{
	struct facts facts = extract(text, NULL, date);

	if (!strstr(facts.text, fact))
		fail_msg("no \"%s\" in:\n%s", fact, facts.text);
}

static void a_year_alone_is_a_date(void **state)
{
	static const char text[] = "6月1日，县长李明主持召开会议。2022年，李明曾赴香港拜访新世界集团。"
				   "2023年底，李明率队赴上海拜访上汽集团。",
			  split[] = "6月1日，县长李明主持召开会议。2022年，李明于3月5日赴香港拜访新世界集团。",
			  noun[] = "6月1日，县长李明赴香港拜访新世界集团，推介2023年度重点项目。";

	(void)state;
	expect_on("2024-06-05", text, "visit 2022: 李明 > 新世界集团");
	expect_on("2024-06-05", text, "visit 2023: 李明 > 上汽集团");
	expect_on("2024-06-05", split, "visit 2022-03-05: 李明 > 新世界集团");
	expect_on("2024-06-05", noun, "visit 2024-06-01: 李明 > 新世界集团");
}

static void a_relative_date_counts_from_the_article(void **state)
{
	static const char *const dates[][3] = {
		{"去年，", "", "2023"},
		{"上月，", "", "2024-02"},
		{"前天，", "", "2024-02-28"},
		{"昨日，", "", "2024-02-29"},
		{"去年6月5日，", "--06-05", "2023-06-05"},
		{"近日，", "", ""},
	};
	char text[400], fact[100];

	(void)state;
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		snprintf(text, sizeof text,
			 "2月5日，市长李青赴上海拜访华远电子有限公司。%s李青率队赴苏州考察华信电子有限公司。",
			 dates[i][0]);
		snprintf(fact, sizeof fact, "visit %s: 李青 > 华信电子有限公司", dates[i][1]);
		expect(text, fact);
		snprintf(fact, sizeof fact, "visit %s: 李青 > 华信电子有限公司", dates[i][2]);
		expect_on("2024-03-01", text, fact);
	}
	expect("2月5日，市长李青赴苏州考察去年投产的华信电子有限公司。", "visit --02-05: 李青 >");
}

static void a_line_of_source_and_date_is_no_text(void **state)
{
	static const char *const lines[] = {"清源日报  2024-06-26", "清源融媒　2024年6月26日",
					    "2024年6月26日 星期三 第1版", "李明的一天  2024-06-26 10:22"};
	char text[400];

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		snprintf(text, sizeof text, "市领导赴企业考察\n%s\n6月25日下午，市长李青率队赴华远电子有限公司考察。\n",
			 lines[i]);
		expect(text, "visit 2024-06-25: 李青 > 华远电子有限公司");
	}
}

static void a_line_without_end_is_cut_between_characters(void **state)
{
	static const char clause[] = "市商务局局长张明拜访了华远电子有限公司董事长王强，", begin[] = "abc";
	enum { TIMES = 40001 };
	char *text = malloc(sizeof begin + TIMES * sizeof clause);
	size_t length = strlen(begin);

	(void)state;
	memcpy(text, begin, length);
	for (size_t i = 0; i < TIMES; i++, length += strlen(clause))
		memcpy(text + length, clause, strlen(clause));
	text[length] = '\0';
	for (size_t shift = 0; shift < 3; shift++) {
		text[shift] = ' ';
		expect(text + shift + 1, "visit");
	}
	free(text);
}

/* With its square it would take minutes. */
static void a_run_of_digits_costs_what_its_length_is(void **state)
{
	enum { LENGTH = 2000000 };
	static const char end[] = "。王伟赴乙科技有限公司考察。";
	char *text = malloc(LENGTH + sizeof end);

	(void)state;
	memset(text, '1', LENGTH);
	memcpy(text + LENGTH, end, sizeof end);
	alarm(60);
	expect(text, "organization 乙科技有限公司");
	alarm(0);
	free(text);
}

static struct facts extract_knowing(const char *words, const char *text)
{
	char path[] = "/tmp/visitgraph-words-XXXXXX";
	int file = mkstemp(path);
	struct facts facts;

	assert_true(file >= 0);
	assert_int_equal(write(file, words, strlen(words)), strlen(words));
	close(file);
	facts = extract(text, path, NULL);
	unlink(path);
	return facts;
}

static void the_users_dictionary_wins(void **state)
{
	struct facts facts = extract_knowing("# ours\norganization 云上小筑\n", "他说起云上小筑很高兴。");

	(void)state;
	assert_non_null(strstr(facts.text, "organization 云上小筑\n"));
}

static void a_group_is_not_one_of_its_companies(void **state)
{
	static const char text[] =
		"4月9日，华润集团副总裁张海涛一行到县考察，华润医药控股有限公司总经理陈武参加座谈。"
		"中国电建集团董事长丁焰章介绍了情况，中国电建集团华东勘测设计研究院有限公司院长张春生陪同。"
		"4月10日，德国博世集团总裁马克一行考察德国博世集团（苏州）有限公司。";

	(void)state;
	expect(text, "person 张海涛 副总裁 @华润集团\n");
	expect(text, "person 丁焰章 董事长 @中国电建集团\n");
	expect(text, "visit --04-10: 德国博世集团 马克 > 德国博世集团（苏州）有限公司 |");
	expect("4月9日，华远集团有限公司来县考察。华远集团总裁张海涛参加座谈。",
	       "person 张海涛 总裁 @华远集团有限公司\n");
	expect("4月9日，中国华远集团机械有限公司（以下简称“华远集团”）来县考察。华远集团总裁张海涛参加座谈。",
	       "person 张海涛 总裁 @中国华远集团机械有限公司\n");
}

static void a_known_name_is_no_part_of_a_longer_one(void **state)
{
	struct facts facts = extract_knowing("organization 德国博世集团\norganization 华润\n",
					     "5月6日，市长李青考察德国博世集团（临江）有限公司。"
					     "5月7日，李青赴华润雪花啤酒有限公司调研。5月8日，李青赴华润考察。");

	(void)state;
	if (!strstr(facts.text, "visit --05-06: 李青 > 德国博世集团（临江）有限公司 |") ||
	    !strstr(facts.text, "visit --05-07: 李青 > 华润雪花啤酒有限公司 |") ||
	    !strstr(facts.text, "visit --05-08: 李青 > 华润 |"))
		fail_msg("%s", facts.text);
}

static void a_list_behind_a_visiting_verb_is_of_companies(void **state)
{
	(void)state;
	expect("6月25日，市长李青率队先后到海康威视、大华技术参观。", "visit --06-25: 李青 > 海康威视 大华技术 |");
	expect("6月25日，市长李青走访了海康威视、大华技术。", "visit --06-25: 李青 > 海康威视 大华技术 |");
	expect_none("6月25日，市长李青考察了木制玩具、精密模具领域的企业。", "organization");
	expect_none("6月25日，市长李青走访了李大妈、王大爷。", "organization");
}

static void who_presides_receives_and_who_takes_part_comes_along(void **state)
{
	static const char text[] =
		"6月27日，华远电子有限公司董事长王强一行来我县考察。县长张明主持座谈会，副局长王磊参加。";

	(void)state;
	expect(text, "visit --06-27: 华远电子有限公司 王强 > 张明 | 王磊\n");
}

static void a_town_is_neither_its_namesake_nor_one_of_two(void **state)
{
	static const char towns[] =
		"6月26日，市长李青率队赴上海、苏州考察，先后拜访上海华远电子有限公司、苏州汇川技术有限公司。";

	(void)state;
	expect("6月25日，市长李青赴宁德时代动力电池项目基地考察。", "visit --06-25: 李青 > 宁德时代动力电池项目基地 |");
	expect_none("6月25日，市长李青赴宁德时代动力电池项目基地考察。", "place 宁德\n");
	expect(towns, "> 上海华远电子有限公司 苏州汇川技术有限公司 |\nplace\n");
	expect("6月26日，市长李青率队赴上海考察，拜访华远电子有限公司。", "> 华远电子有限公司 |\nplace @上海\n");
	expect("6月26日，市长李青率队赴上海、苏州考察，拜访多家企业。", "李青 > 上海 苏州 |");
}

static void the_word_of_a_visit_is_that_of_a_dictionary(void **state)
{
	(void)state;
	expect("6月25日，市长李青会见了华远电子有限公司董事长王强一行。", "word 会见\n");
	expect("6月25日，市长李青走访了华远电子有限公司。", "word 走访\n");
	expect_none("6月25日，市长李青带队赴华远电子有限公司。", "word");
}

static void a_greeting_is_no_visit_of_who_greets(void **state)
{
	static const char text[] =
		"8月30日，市长唐少华会见了益洲食品有限公司总裁陈伟良一行。唐少华对陈伟良一行来永州考察表示欢迎。"
		"市农业农村局局长蒋正平参加会见。";

	(void)state;
	expect(text, "visit --08-30: 益洲食品有限公司 陈伟良 > 唐少华 永州 | 蒋正平\n");
	expect_none(text, "visit --08-30: 唐少华");
}

static void two_stops_of_one_sentence_are_two_visits(void **state)
{
	static const char text[] =
		"11月2日，市商务局局长虞春林率队走访企业。下午，虞春林先到川南彩印包装有限公司，与总经理阮芳就采购进行了交流；"
		"随后到荣欣物业服务有限公司，听取了意见。";

	(void)state;
	expect(text, "> 川南彩印包装有限公司 阮芳 |");
	expect(text, "> 荣欣物业服务有限公司 |");
	expect(text, "tie discussed: 市商务局 - 川南彩印包装有限公司\n");
	expect_none(text, "tie discussed: 市商务局 - 荣欣物业服务有限公司\n");
}

static void a_county_talks_with_a_county_and_not_its_village(void **state)
{
	static const char text[] =
		"9月5日，平罗县委书记贺彦军率队到永春县考察。永春县委书记颜志强陪同。贺彦军一行参观了岵山镇茂霞村。"
		"座谈会上，双方就干部互派进行了深入交流。";

	(void)state;
	expect(text, "tie discussed: 平罗县 - 永春县\n");
	expect_none(text, "茂霞村\ntie");
}

static void a_byline_names_whoever_fills_it(void **state)
{
	(void)state;
	expect("8月12日，市长李青到县考察。\n\n记者 朝鲁 通讯员 孟根\n", "person 朝鲁");
	expect("8月12日，市长李青到县考察。\n\n（平罗县委组织部　马玉花 供稿）\n", "person 马玉花");
	expect_none("8月12日，市长李青到县考察。\n\n编辑 办公室 张明\n", "person 办公室");
	expect_none("8月12日，市长李青到县考察。\n\n供稿 招商科\n", "person 招商科");
	expect_none("8月12日，市长李青到县考察。\n\n作者 单位\n", "person 单位");
	expect_none("8月12日，市长李青到县考察。\n\n编辑 小王\n", "person 小王");
}

static void what_joins_a_name_is_part_of_it(void **state)
{
	static const char text[] =
		"7月3日，市长李青赴滨州市粮食和物资储备局考察。7月4日，李青赴四川盐都井酒业有限公司考察。";

	(void)state;
	expect(text, "organization 滨州市粮食和物资储备局\n");
	expect(text, "organization 四川盐都井酒业有限公司\n");
	expect_none("7月3日，市长李青考察华远电子有限公司。投产后公司年产能提高。", "organization 后公司");
	expect_none("7月3日，副局长万里、区文化和旅游局赵敏参加。", "person 区文化");
	expect_none("7月3日，副局长万里、公司董事长燕东来陪同。", "person 公司");
}

static void who_comes_along_does_so_to_the_first_stop(void **state)
{
	static const char frame[] =
		"9月5日，市长李青率队到永春县考察。永春县委书记颜志强陪同。李青一行来到达埔香业有限公司考察。随后，李青来到华远电子有限公司考察。";
	static const char firms[] =
		"9月5日，市长李青走访六家企业。商务局局长甘棠参加走访。在达埔香业有限公司，李青询问了产量。";
	static const char whole[] =
		"9月5日，市长李青走访达埔香业有限公司。随后，李青来到华远电子有限公司考察。商务局局长甘棠全程参加走访。";

	(void)state;
	expect(frame, "> 达埔香业有限公司 | 颜志强\n");
	expect_none(frame, "> 华远电子有限公司 | 颜志强\n");
	expect(firms, "> 达埔香业有限公司 | 甘棠\n");
	expect(whole, "> 达埔香业有限公司 | 甘棠\n");
	expect(whole, "> 华远电子有限公司 | 甘棠\n");
}

static void who_supplies_does_it_for_whom_the_text_tells_of(void **state)
{
	static const char text[] =
		"9月26日，海琅包装科技有限公司二号线投产。主要设备由博川机械实业有限公司供应。公司已与麦禾食品有限公司签订合同。";
	static const char agreed[] = "9月26日，海琅包装科技有限公司二号线投产。技术由博川机械实业有限公司提供。";

	(void)state;
	expect(text, "tie operating: 博川机械实业有限公司 - 海琅包装科技有限公司\n");
	expect(text, "tie signed: 海琅包装科技有限公司 - 麦禾食品有限公司\n");
	expect_none(agreed, "tie operating");
}

static void a_plan_may_say_in_its_next_clause_with_whom(void **state)
{
	static const char text[] =
		"10月11日，怀远县县长尚明磊赴朗屹智能装备有限公司考察。朗屹智能装备有限公司董事长楼志刚表示，"
		"公司计划在皖北设立售后服务中心，会优先考虑怀远县。";

	(void)state;
	expect(text, "tie intended: 朗屹智能装备有限公司 - 怀远县\n");
}

static void a_room_of_an_unnamed_school_talks_with_nobody(void **state)
{
	static const char text[] =
		"10月24日，澄碧职业学院院长农志宏一行来我校考察交流。农志宏一行参观了汽车检测实训中心。双方就学分互认进行了深入交流。";

	(void)state;
	expect_none(text, "tie");
}

static void nothing_stands_before_the_first_word(void **state)
{
	(void)state;
	expect_none("公司拟与正星科技合作建设基地。", "visit");
	expect_none("滨河区，书记张红军介绍。滨河区区长。", "visit");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_post_tells_a_person),
		cmocka_unit_test(a_word_is_no_person),
		cmocka_unit_test(the_last_ending_counts),
		cmocka_unit_test(a_trip_has_visitors_hosts_and_companions),
		cmocka_unit_test(what_only_sounds_like_a_visit_is_none),
		cmocka_unit_test(a_guest_comes_from_its_own_house),
		cmocka_unit_test(a_short_name_is_that_of_the_house_it_follows),
		cmocka_unit_test(a_post_without_a_house_is_of_the_last_one),
		cmocka_unit_test(a_signature_ties_both_sides),
		cmocka_unit_test(a_torn_paragraph_is_joined),
		cmocka_unit_test(a_day_is_of_the_year_in_which_the_article_came_out),
		cmocka_unit_test(a_year_alone_is_a_date),
		cmocka_unit_test(a_relative_date_counts_from_the_article),
		cmocka_unit_test(a_line_of_source_and_date_is_no_text),
		cmocka_unit_test(a_line_without_end_is_cut_between_characters),
		cmocka_unit_test(a_run_of_digits_costs_what_its_length_is),
		cmocka_unit_test(the_users_dictionary_wins),
		cmocka_unit_test(a_group_is_not_one_of_its_companies),
		cmocka_unit_test(a_known_name_is_no_part_of_a_longer_one),
		cmocka_unit_test(a_list_behind_a_visiting_verb_is_of_companies),
		cmocka_unit_test(a_town_is_neither_its_namesake_nor_one_of_two),
		cmocka_unit_test(the_word_of_a_visit_is_that_of_a_dictionary),
		cmocka_unit_test(who_comes_along_does_so_to_the_first_stop),
		cmocka_unit_test(who_supplies_does_it_for_whom_the_text_tells_of),
		cmocka_unit_test(a_plan_may_say_in_its_next_clause_with_whom),
		cmocka_unit_test(a_room_of_an_unnamed_school_talks_with_nobody),
		cmocka_unit_test(nothing_stands_before_the_first_word),
		cmocka_unit_test(a_greeting_is_no_visit_of_who_greets),
		cmocka_unit_test(two_stops_of_one_sentence_are_two_visits),
		cmocka_unit_test(a_county_talks_with_a_county_and_not_its_village),
		cmocka_unit_test(a_byline_names_whoever_fills_it),
		cmocka_unit_test(what_joins_a_name_is_part_of_it),
		cmocka_unit_test(who_presides_receives_and_who_takes_part_comes_along),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
