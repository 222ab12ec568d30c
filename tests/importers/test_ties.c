/* test_ties.c - whose ties a text tells, and how far they are. */
#include "tests/importers/told.h"

static vg_status take(void *self, const vg_article *article, vg_error *error)
{
	(void)error;
	for (size_t i = 0; i < article->tie_count; i++) {
		const vg_told_tie *tie = &article->ties[i];

		told_add(self, "%s: %s - %s, %s\n", vg_tie_status_name(tie->status), article->entities[tie->a].name,
			 article->entities[tie->b].name, tie->topic ? tie->topic : "-");
	}
	return VG_OK;
}

static void expect(const char *text, const char *ties)
{
	struct told told;

	told_by(&told, text, take);
	assert_string_equal(told.text, ties);
}

#define VISIT "5月6日，云帆机械有限公司董事长李雷一行到华远电子有限公司考察。"

static void three_sign_with_each_other(void **state)
{
	(void)state;
	expect("5月6日，苏州大学、云帆机械有限公司、华远电子有限公司签署三方合作协议。",
	       "signed: 苏州大学 - 云帆机械有限公司, 三方合作协议\n"
	       "signed: 苏州大学 - 华远电子有限公司, 三方合作协议\n"
	       "signed: 云帆机械有限公司 - 华远电子有限公司, 三方合作协议\n");
	expect("5月6日，苏州大学分别与云帆机械有限公司、华远电子有限公司签署合作协议。",
	       "signed: 苏州大学 - 云帆机械有限公司, 合作协议\n"
	       "signed: 苏州大学 - 华远电子有限公司, 合作协议\n");
}

static void who_signs_may_be_named_before(void **state)
{
	(void)state;
	expect("5月6日，云帆机械有限公司向华远电子有限公司采购了三条生产线，并签订采购合同。",
	       "signed: 云帆机械有限公司 - 华远电子有限公司, 采购合同\n");
	expect("8月22日，安溪县政协主席黄建军带队到勐海县考察，勐海县政协主席李青陪同。座谈会上，两县政协签署《合作协议》。",
	       "signed: 安溪县政协 - 勐海县政协, 合作协议\n");
	expect("5月20日，苏州大学与华远电子有限公司签订合作协议。双方还就员工培训进行了座谈。",
	       "signed: 苏州大学 - 华远电子有限公司, 合作协议\n"
	       "discussed: 苏州大学 - 华远电子有限公司, 员工培训\n");
}

static void where_they_went_signs_nothing(void **state)
{
	(void)state;
	expect("6月6日，湾沚区区长丁红赴杭州，与云帆机械有限公司签订合作协议。",
	       "signed: 湾沚区 - 云帆机械有限公司, 合作协议\n");
	expect("6月6日，湾沚区区长丁红赴杭州与云帆机械有限公司签订合作协议。",
	       "signed: 湾沚区 - 云帆机械有限公司, 合作协议\n");
	expect("6月6日，常务副区长丁红赶来杭州，与云帆机械有限公司签订合作协议。", "");
	expect("6月6日，云帆机械有限公司总裁李雷来到湾沚区，与区长丁红签订合作协议。",
	       "signed: 云帆机械有限公司 - 湾沚区, 合作协议\n");
	expect("6月6日，云帆机械有限公司总裁李雷到湾沚区签订合作协议。",
	       "signed: 云帆机械有限公司 - 湾沚区, 合作协议\n");
}

static void a_company_is_that_of_who_speaks(void **state)
{
	(void)state;
	expect(VISIT "李雷表示，公司拟在昆山市投资建设新工厂。",
	       "intended: 云帆机械有限公司 - 昆山市, 在昆山市投资建设新工厂\n");
	expect(VISIT "公司董事长王刚介绍，公司正与苏州大学合作开发新材料。",
	       "operating: 华远电子有限公司 - 苏州大学, 新材料\n");
}

static void an_agreement_needs_no_subject(void **state)
{
	(void)state;
	expect("5月6日，云帆机械有限公司董事长李雷一行到华远电子有限公司考察，并达成采购意向。",
	       "intended: 云帆机械有限公司 - 华远电子有限公司, -\n");
	expect(VISIT "双方商定，5月底前签订正式协议。",
	       "intended: 云帆机械有限公司 - 华远电子有限公司, 5月底前签订正式协议\n");
}

static void what_is_talked_about_is_no_party(void **state)
{
	(void)state;
	expect(VISIT "双方在人才培养等方面进行了深入交流。",
	       "discussed: 云帆机械有限公司 - 华远电子有限公司, 人才培养\n");
	expect(VISIT "李雷就苏州大学毕业生就业与公司总经理王刚座谈。",
	       "discussed: 云帆机械有限公司 - 华远电子有限公司, 苏州大学毕业生就业\n");
	expect(VISIT "李雷与在座的员工就技术创新进行了交流。", "");
}

static void good_words_are_no_tie(void **state)
{
	(void)state;
	expect(VISIT "双方表示，希望进一步加强合作，争取早日签约。", "");
	expect(VISIT "双方的合作协议尚未签订。今年，华远电子的订单班学生已经签约。", "");
}

static void a_room_talks_with_nobody(void **state)
{
	(void)state;
	expect(VISIT "李雷参观了华远展厅。双方就技术攻关作了交流。",
	       "discussed: 云帆机械有限公司 - 华远电子有限公司, 技术攻关\n");
}

static void each_guest_talks_with_the_host(void **state)
{
	(void)state;
	expect("5月6日，瑞昌市市长王磊会见了中粮集团有限公司董事长吕军和海尔集团公司总裁周云杰，双方就深化合作进行了交流。",
	       "discussed: 中粮集团有限公司 - 瑞昌市, 深化合作\n"
	       "discussed: 海尔集团公司 - 瑞昌市, 深化合作\n");
}

static void a_topic_may_be_to_do_more(void **state)
{
	(void)state;
	expect("7月26日，浙商银行行长付万军在武汉与湖北省省长王忠林举行会谈。双方就加强银政合作、科技金融进行深入交流。",
	       "discussed: 浙商银行 - 湖北省, 加强银政合作、科技金融\n");
	expect(VISIT "双方希望就员工培训进行交流。", "");
}

static void who_receives_signs(void **state)
{
	(void)state;
	expect("6月12日，香港中华总商会会长蓝志锋率团到访厦门，厦门市工商联主席陈永东会见代表团一行。双方签署了合作备忘录。",
	       "signed: 香港中华总商会 - 厦门市工商联, 合作备忘录\n");
	expect("1月5日，淮南集团董事长王伟会见国能神皖能源有限公司董事长张胜利，国能神皖公司副总经理陈延斌参加。双方签署协议。",
	       "signed: 国能神皖能源有限公司 - 淮南集团, 协议\n");
}

static void who_works_with_another_does_not_act_for_it(void **state)
{
	(void)state;
	expect(VISIT "李雷介绍，目前公司已与滨海大学共建工作站，与东禾水务集团保持着供货关系。",
	       "operating: 云帆机械有限公司 - 滨海大学, 工作站\n"
	       "operating: 云帆机械有限公司 - 东禾水务集团, 关系\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_sign_with_each_other),
		cmocka_unit_test(who_signs_may_be_named_before),
		cmocka_unit_test(where_they_went_signs_nothing),
		cmocka_unit_test(a_company_is_that_of_who_speaks),
		cmocka_unit_test(an_agreement_needs_no_subject),
		cmocka_unit_test(what_is_talked_about_is_no_party),
		cmocka_unit_test(good_words_are_no_tie),
		cmocka_unit_test(a_room_talks_with_nobody),
		cmocka_unit_test(each_guest_talks_with_the_host),
		cmocka_unit_test(who_works_with_another_does_not_act_for_it),
		cmocka_unit_test(a_topic_may_be_to_do_more),
		cmocka_unit_test(who_receives_signs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
