/* test_sentences.c - sentences as papers write them: what each of them says, and what it does not. */
#include "tests/importers/facts.h"

/* A text, a fact that is in it, and one that is not (NULL: any). */
struct sentence {
	const char *text, *fact, *no_fact;
};

static void read_all(const struct sentence *sentences)
{
	for (; sentences->text; sentences++) {
		if (sentences->fact)
			expect(sentences->text, sentences->fact);
		if (sentences->no_fact)
			expect_none(sentences->text, sentences->no_fact);
	}
}

static void who_receives_is_a_host(void **state)
{
	static const struct sentence sentences[] = {
		{"4月7日，萨尔州经济部副部长罗兰·魏格率代表团访问青岛，副市长耿涛会见了代表团一行。", "> 青岛 耿涛 |",
		 NULL},
		{"3月6日，副行长徐辉到访远大集团，远大集团董事长杨升与其会谈。", "> 远大集团 杨升 |", NULL},
		{"4月1日，远大公司曹燚一行来到我校调研。后勤处处长庞红对曹燚一行来校表示欢迎。", "> 庞红 |", NULL},
		{"5月2日，副校长杜明会见区商务局局长管龙，区工商联主席范民及企业家一行17人。",
		 "管龙 区工商联 范民 > 杜明", NULL},
		{"4月11日，神东集团董事长李新与来访的伊金霍洛旗旗委书记王峰座谈。", "王峰 > 神东集团 李新", NULL},
		{"8月2日，市长赵建设与华穗公司总裁何伟一行进行了会谈。", "华穗公司 何伟 > 赵建设", NULL},
		{"5月21日，吉利集团董事长李福到访吉林大学。吉林大学校长张希与李福会谈。", "> 吉林大学 张希 |", NULL},
		{"5月16日，色达县县长嘉央罗萨到锦江区汇报工作，锦江区委书记李明会见。", "> 锦江区 李明 |", NULL},
		{"5月2日，海运学院赴天津联通公司走访。双方参观了天津联通创新中心。",
		 "visit --05-02: 海运学院 > 天津联通公司", "> 天津联通创新中心"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void who_takes_part_comes_along(void **state)
{
	static const char talk[] = "4月3日，董事长陈建民会见扬州市委书记王健。";
	static const char *const parts[] = {
		"市委秘书长焦标，总经理助理、董事会秘书，办公室主任张立参加会见。",
		"参加会见的还有焦标、张立。",
		"焦标、张立参加了上述考察活动。",
		"市委秘书长焦标，办公室主任张立会见时在座。",
	};

	(void)state;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		char text[600];

		snprintf(text, sizeof text, "%s%s", talk, parts[i]);
		expect(text, "| 焦标 张立\n");
	}
	expect_none("4月3日，董事长陈建民会见扬州市委书记王健。焦标走在同行前列。", "| 焦标");
}

static void names_end_where_they_do(void **state)
{
	static const struct sentence sentences[] = {
		{"校企合作处处长刘晓安参加座谈。", "organization 校企合作处\n", NULL},
		{"深圳外商投资企业协会郭小慧会长赴苏州考察。", "person 郭小慧 会长", NULL},
		{"郭会长在苏考察期间参观了华远公司。", NULL, "person 苏考察"},
		{"市委书记罗峰赴昆山张家港学习考察。", NULL, "昆山张家港"},
		{"我校同仙游县人民政府签订协议。", "organization 仙游县人民政府\n", NULL},
		{"商会会长吕志赴吴江安徽商会走访交流。", "organization 吴江安徽商会\n", NULL},
		{"越南驻上海总领事阮青梅来访。", NULL, "organization 驻上海"},
		{"公司副总经理兼邮轮事业部总经理龚镭参加会见。", "organization 邮轮事业部\n", NULL},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void a_word_beside_a_name_is_no_part_of_it(void **state)
{
	static const struct sentence sentences[] = {
		{"村支部书记和种植大户共21人参观了基地。", NULL, "person 和种植"},
		{"郎毅院士和马海局长参加座谈。", NULL, "和马海"},
		{"石岳院长从学科布局作了介绍。", NULL, "person 从学科"},
		{"镇教育办主任步云为获得一等奖的同学颁奖。", "person 步云 主任", NULL},
		{"委员庄梦蝶、简爱均表示赞同。", "person 简爱 委员\n", NULL},
		{"区人大常委会主任岑参带领代表视察市场。", "person 岑参 主任", NULL},
		{"郝大年对晋原银行长期以来的支持表示感谢。", "organization 晋原银行\n", "person 晋原银"},
		{"网格员敲响了独居老人卜素珍家的门。", "person 卜素珍\n", NULL},
		{"智能制造系主任宗白参加座谈。", "person 宗白", "organization 智能制造\n"},
		{"双方就共建数控产业学院进行洽谈。", NULL, "organization"},
		{"香港青年工商会理事长霍启明来访。", "organization 香港青年工商会\n", "place 香港"},
		{"海南省钢构与构件协会主办。", "organization 海南省钢构与构件协会\n", "place"},
		{"中国建设银行股份有限公司江苏省分行副行长徐辉到访。",
		 "organization 中国建设银行股份有限公司江苏省分行\n", NULL},
		{"县工信局及金都工业园区负责人参加活动。", "place 金都工业园区\n", NULL},
		{"融媒讯（沈佳 文 林海潮 图）2月23日，县长许青松赴深圳考察。", "person 林海潮\n", NULL},
		{"行长武大江来到江苏盛潮网具有限公司。", "organization 江苏盛潮网具有限公司\n", "place 江苏"},
		{"怒江中学副校长线小芳提的问题最实在。", "person 线小芳 副校长", NULL},
		{"语文老师蓝海燕和数学老师尤佳敏上课。", "person 尤佳敏", "person 和数学"},
		{"公司总经理池玉良、关务总监过文静参加接待。", "person 过文静", "person 关务"},
		{"市长安若素会见日本岐阜县关市副市长藤堂宗介一行。", "place 日本岐阜县关市\n", "organization"},
		{"学院与卫桥起重、同心电气等企业长期合作。", "organization 同心电气\n", NULL},
		{"程学勤走访省人大代表、河南沁香食品公司董事长耿玉茹。", NULL, "organization 省人大代表"},
		{"洛阳、襄阳等地福建商会发来贺信。", NULL, "地福建商会"},
		{"长崎总领事陈泳拜会长崎市市长铃木史朗。", "place 长崎市\n", "organization 崎市"},
		{"总经理叶东与内蒙古自治区鄂尔多斯市委书记李理会谈。", NULL, "person 内蒙古"},
		{"滁州市市委常委副市长阎洋到访。", "person 阎洋", "organization"},
		{"院国际合作处处长、研究员李晓博主持座谈。", "person 李晓博", NULL},
		{"伯顿博士和美国青铜粉末公司副总裁卢克来访。", "organization 美国青铜粉末公司\n", NULL},
		{"施耐德公司全球供应链中国区高级副总裁张开鹏来访。", "person 张开鹏 全球供应链中国区高级副总裁", NULL},
		{"阳光电源副总裁顾亦磊来访。", "organization 阳光电源\n", NULL},
		{"甘孜州色达县县长嘉央罗萨来访。", "place 甘孜州色达县\n", NULL},
		{"苹果熟了。\n（洛川县融媒体中心　党亚军　樊宝平）\n", "person 樊宝平\n", NULL},
		{"联系人：赖志明　电话：0595-2355", "person 赖志明\n", NULL},
		{"农业部处长阿贝贝·特斯法耶爬上驾驶室。", "person 阿贝贝·特斯法耶 处长", NULL},
		{"本报记者王全报道。", "person 王全 ", NULL},
		{"招商三科科长丁磊走访华东装备集团有限公司。", "person 丁磊 科长", "organization 招商"},
		{"区政协副主席李伟带领文史委委员赴广陵区考察。", NULL, "person 文史委"},
		{"县长张丽、副县长林建平等到厦门市拜访厦门大学。", "> 厦门大学", NULL},
		{"金陵药业李春敏总裁来访。", "organization 金陵药业\n", NULL},
		{"山东威高集团副总裁宋修山来中国科学院大连化学物理研究所访问。", "> 中国科学院大连化学物理研究所",
		 NULL},
		{"桐乡是丝绸之乡。", NULL, "place 丝绸之乡"},
		{"湖州市卫健委副主任沈蔚率各县区卫健局负责人来访。", NULL, "organization 区卫健局"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void a_verb_beside_another_keeps_its_object(void **state)
{
	(void)state;
	expect("10月25日，组长展宏涛与庭长雷永刚一同走访鸿昌集团。", "visit --10-25: 展宏涛 雷永刚 > 鸿昌集团 |");
	expect("6月18日，院长徐文蔚到访金昌集团。在董事长潘雪松的陪同下，徐文蔚参观了恒温实验室。",
	       "> 金昌集团 | 潘雪松\n");
}

static void who_is_at_work_or_will_come_visits_nobody(void **state)
{
	static const struct sentence sentences[] = {
		{"6月8日，城关派出所民警刘洋来到金辉纺织有限公司开展反诈宣传。", NULL, "visit"},
		{"8月9日，区市场监督管理局执法人员走访检查了华联超市、永辉超市。", NULL, "visit"},
		{"代表团团长郑浩说，球队赛前曾赴青岛集训。", NULL, "visit"},
		{"市商务局局长刘勇将于下月率团赴德国开展推介，拜访西门子、施耐德等企业。", NULL, "visit"},
		{"7月9日，清河县县长张义率团来到柯桥区考察中国轻纺城。", "place 柯桥区\n", "柯桥区考察"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void guests_of_the_publisher_come_home(void **state)
{
	(void)state;
	expect("6月5日，文登区副区长丛日升来我区考察，滨河区副区长莫愁陪同。", "> 滨河区 | 莫愁\n");
	expect("4月25日，我协会会长符海涛赴三亚市装配式建筑协会拜访。海南省钢构与构件协会秘书处供稿。",
	       "海南省钢构与构件协会 符海涛 > 三亚市装配式建筑协会 |");
	expect("7月22日，长治市市长席军率团来潍考察。市委书记杜文陪同。", "席军 > 杜文 |\n");
}

static void whose_visit_it_is_and_to_whom(void **state)
{
	static const struct sentence sentences[] = {
		{"4月8日，华中集团总经理贺建平到宏远公司调研，宏远公司班子成员参加座谈。", "贺建平 > 宏远公司 |", NULL},
		{"8月2日，市长赵建设与华穗公司总裁何伟一行进行了工作会谈。", "华穗公司 何伟 > 赵建设", NULL},
		{"6月9日，副市长李军到宏达公司看了新车间。", "李军 > 宏达公司", NULL},
		{"9月27日，采购总监罗志勇带着采购员一头扎进了洛川县京兆村的果园。", "罗志勇 > 洛川县京兆村", NULL},
		{"6月9日，副市长李军到大冶铁矿深部项目部看望慰问了职工。", "> 大冶铁矿深部项目部", NULL},
		{"6月9日，副市长李军到江山村、青山村调研。", "> 江山村 青山村", NULL},
		{"6月9日，副市长李军走进这个贫困山村看望群众。", NULL, "place"},
		{"4月11日，由省台办主办的“台商江北行”活动在九江举行，来自赣州的台商先后走进德安县考察。", "> 德安县",
		 "省台办 赣州 >"},
		{"4月11日，由省台办主办的“台商江北行”活动在九江举行。", NULL, "person"},
		{"8月2日，市长赵建设会见宏远公司总裁何伟。编辑：办公室 时间：2022-08-03", NULL, "person 时间"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void what_a_paper_says_is_no_tie_of_its_own(void **state)
{
	static const struct sentence sentences[] = {
		{"7月4日，甲方公司与乙方公司签订了《响应协议》，约定在高峰时段压降负荷。", "signed", "intended"},
		{"5月21日，市委书记程浩在铜陵会见了开元银行董事长徐远一行，双方就绿色金融进行深入交流。", "discussed",
		 NULL},
		{"9月27日，家福超市与鑫源公司达成了长期供货意向。", "intended", "operating"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void a_house_without_a_name_has_no_ties(void **state)
{
	(void)state;
	expect_none("9月24日，我校赴莆田市考察，并与莆田市人民政府、仙游县人民政府签订合作协议。", "tie");
	expect_none("8月26日，州政协考察团来我市考察。考察团参观了人民公园，并就一些问题与我市领导进行交流。", "tie");
}

static void a_name_may_begin_with_a_word_that_ends_others(void **state)
{
	static const struct sentence sentences[] = {
		{"5月6日，市长王磊走访了是德智能股份有限公司。", "organization 是德智能股份有限公司\n", NULL},
		{"5月6日，云阳市人民政府与和辉新材料有限公司签署协议。", "organization 和辉新材料有限公司\n", NULL},
		{"5月6日，市长王磊带队赴万向集团有限公司考察。", "organization 万向集团有限公司\n", NULL},
		{"5月6日，市长王磊来到优势科技有限公司，与董事长李强座谈。", "organization 优势科技有限公司\n", NULL},
		{"5月6日，市长王磊会见了向尚科技董事长李强。", "organization 向尚科技\n", NULL},
		{"5月6日，市长王磊走访浙江捷昌线性驱动科技股份有限公司。",
		 "organization 浙江捷昌线性驱动科技股份有限公司\n", NULL},
		{"5月6日，市长王磊到那坡镇调研。", "place 那坡镇\n", NULL},
		{"5月6日，市长王磊与该科技公司座谈。", NULL, "organization"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void who_receives_comes_along_beside_the_guest(void **state)
{
	static const struct sentence sentences[] = {
		{"6月2日，湾沚区委书记宋国平、区长陈志远会见海尔集团公司总裁周云杰，副区长张伟，区招商局局长刘芳参加会见。",
		 "海尔集团公司 周云杰 > 湾沚区 宋国平 陈志远 | 张伟 刘芳\n", "副区长 @海尔"},
		{"6月2日，湾沚区委书记宋国平会见海尔集团公司总裁周云杰，区委副书记、区长陈志远，区招商局局长刘芳参加会见。",
		 "海尔集团公司 周云杰 > 湾沚区 宋国平 | 陈志远 刘芳\n", NULL},
		{"6月2日，湾沚区委书记宋国平会见海尔集团公司总裁周云杰，副总裁李刚，副区长张伟，区招商局局长刘芳参加会见。",
		 "海尔集团公司 周云杰 李刚 > 湾沚区 宋国平 | 张伟 刘芳\n", NULL},
		{"6月2日，海尔集团公司总裁周云杰会见湾沚区委书记宋国平，副区长张伟，海尔集团公司副总裁李刚参加会见。",
		 "湾沚区 宋国平 张伟 > 海尔集团公司 周云杰 | 李刚\n", NULL},
		{"6月2日，县委书记丁红会见海尔集团公司总裁周云杰，县委常委、常务副县长李强，县投资促进局局长王磊参加会见。",
		 "海尔集团公司 周云杰 > 丁红 | 李强 王磊\n", NULL},
		{"6月2日，湾沚经济开发区党工委书记宋国平会见海尔集团公司总裁周云杰，管委会副主任张伟，招商局局长刘芳参加会见。",
		 "海尔集团公司 周云杰 > 湾沚经济开发区 宋国平 | 张伟 刘芳\n", "管委会副主任 @海尔"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void nobody_receives_and_comes_along_at_once(void **state)
{
	static const struct sentence sentences[] = {
		{"6月30日，海尔集团公司总裁周云杰来我区考察。区长丁红陪同。", "周云杰 > 丁红 |\n", NULL},
		{"6月30日，海尔集团公司总裁周云杰来我区考察。区长丁红、副区长李刚陪同。", "周云杰 > 丁红 | 李刚\n",
		 NULL},
		{"6月30日，海尔集团公司总裁周云杰来我区考察。海尔集团公司副总裁王强、区长丁红陪同。",
		 "周云杰 > 丁红 | 王强\n", NULL},
		{"6月30日，海尔集团公司总裁周云杰来我校考察。校长丁红会见，副校长李刚参加座谈。",
		 "周云杰 > 丁红 | 李刚\n", NULL},
		{"6月30日，海尔集团公司总裁周云杰在湾沚区区长丁红陪同下来我区考察。", "周云杰 > 丁红 湾沚区 |\n", NULL},
		{"湾沚区新闻网讯 6月30日，海尔集团公司总裁周云杰来我区考察。区长丁红陪同。", "周云杰 > 湾沚区 | 丁红\n",
		 NULL},
		{"6月30日，海尔集团公司总裁周云杰在湾沚区区长丁红的陪同下来湾沚镇考察。", "周云杰 > 湾沚镇 | 丁红\n",
		 NULL},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void who_leads_whom(void **state)
{
	static const struct sentence sentences[] = {
		{"5月10日，鹤壁市考察团在区政协副主席赵刚的带领下，赴浙江天能电池有限公司考察。", "赵刚", NULL},
		{"5月10日，由王建国会长带队的苏州市安徽商会一行25人来到滁州经济技术开发区，考察园区建设。",
		 "苏州市安徽商会 > 滁州经济技术开发区", NULL},
		{"11月5日，莆田商会会长林建国走访湖南金达木业有限公司。总经理林志勇带领大家参观了展厅。"
		 "随后，走访组来到长沙康宁医疗器械有限公司。",
		 "> 长沙康宁医疗器械有限公司 |", "林志勇 湖南金达木业有限公司 >"},
		{"12月3日，市长张文忠到牡丹江市调研。在冷链物流园项目现场，张文忠听取了汇报。", "> 冷链物流园 |", NULL},
		{"9月2日，“赣商回乡行”考察团到瑞昌市参观考察，市长李明陪同。考察团首先来到江西理文化工有限公司。",
		 "“赣商回乡行”考察团 > 江西理文化工有限公司", NULL},
		{"5月10日，镇党委书记范志军带领村干部外出学习。第一站是韩庄镇大云村，大家参观了基地。"
		 "第二站来到汤阴绿丰合作社，理事长程爱民作了介绍。",
		 "> 汤阴绿丰合作社", NULL},
		{"5月10日，县长叶青到企业走访。捷昌科技公司是当天的第一站。", "叶青 > 捷昌科技公司", NULL},
		{"5月10日，吕军在京会见瑞昌市市长江华一行。", "瑞昌市 江华 > 吕军", NULL},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void whose_the_page_is(void **state)
{
	static const struct sentence sentences[] = {
		{"3月20日，江苏联信公司董事长沈文斌来我校交流。副校长朱明辉会见了来宾。双方签订了合作协议。\n\n"
		 "（淮北工程职业学院 罗婷）",
		 "tie signed: 江苏联信公司 - 淮北工程职业学院", NULL},
		{"4月2日，泰国正大农机公司总裁差猜来我公司考察，公司总经理孙立民接待。\n\n（山东鲁泰公司 张伟）",
		 "person 孙立民 总经理 @山东鲁泰公司", NULL},
		{"3月20日，江苏联信公司董事长沈文斌来我校交流。信息工程学院院长邵丽华参加。"
		 "朱明辉代表淮北职业学院对沈文斌的到来表示欢迎。",
		 "> 淮北职业学院", NULL},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void names_of_many_kinds(void **state)
{
	static const struct sentence sentences[] = {
		{"昨日，副总经理铃木由美子领着大家参观了冷库。", "person 铃木由美子 ", NULL},
		{"5月6日，海外事业部总经理林Rebecca陪同。", "person 林Rebecca ", NULL},
		{"5月6日，将乐县委书记池上月带着局长廖凡到厦门华信公司走访。", "person 池上月 ", NULL},
		{"董事会秘书易木子女士将于近期接待投资者。", "person 易木子 ", "person 易木\n"},
		{"苗壮则带着干部走访。镇长苗壮到华信公司走访。", "person 苗壮 ", "person 苗壮则"},
		{"5月6日，Vesta Motors采购代表团到访华信公司。", "organization Vesta Motors采购代表团\n", NULL},
		{"5月6日，走访居民时反复叮嘱用药。", NULL, "person"},
		{"七八个产油县的干部走访了华信公司。", NULL, "place"},
		{"天澄化工有意捐款。5月6日，王伟走访了乐平天澄精细化工有限公司。", NULL, "organization 天澄化工"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void what_is_a_visit_and_what_is_none(void **state)
{
	static const struct sentence sentences[] = {
		{"6月5日，禾润公司董事长官云帆来到遂川县考察。官云帆走进雩田镇油茶基地。客人又到遂川工业园区察看厂房。",
		 "官云帆 禾润公司 > 遂川工业园区", NULL},
		{"3月20日，夏侯敏一行走访了武进区横林镇的两家电机企业。", "夏侯敏 > 武进区横林镇", NULL},
		{"3月20日，夏侯敏一行走访了横林镇的企业。在横林镇华信公司，夏侯敏看了车间。", "夏侯敏 > 横林镇华信公司",
		 "夏侯敏 > 横林镇 |"},
		{"11月6日，鲁中集团副总裁温暖一行来般阳职业技术学院，出席签约仪式。", "温暖 > 般阳职业技术学院", NULL},
		{"10月22日，市贸促会会长谭溪到威海港国际客运中心迎接。", NULL, "visit"},
		{"5月19日，拜永福在小店子村走访签约居民。", NULL, "visit"},
		{"6月18日，浙商银行副行长徐蕾到宁波维科电池有限公司开展“行长访企”活动。", "徐蕾 > 宁波维科电池有限公司",
		 NULL},
		{"10月12日，市长江华到温州医科大学考察。客人参观了国际教育学院。", "> 温州医科大学 |",
		 "> 国际教育学院"},
		{"7月9日，市第三人民医院书记曹勇率队到和田县开展义诊。当天还与和田县人民医院签订协议。",
		 "tie signed: 市第三人民医院 - 和田县人民医院", NULL},
		{"5月6日，市长江华到陕西汽车控股集团有限公司走访，陕汽控股董事长王军接待。",
		 "> 陕西汽车控股集团有限公司 王军", "organization 陕汽控股"},
		{"原定与大方县竹海林业合作社的签约因故取消。", NULL, "tie"},
		{"4月2日，绿盒子公司与将乐县人民政府签约，首期两条线。", "tie signed: 绿盒子公司 - 将乐县人民政府",
		 "intended"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void who_is_named_beside_what(void **state)
{
	static const struct sentence sentences[] = {
		{"车间主任方正红着脸说，这是头一回。", "person 方正 ", NULL},
		{"队员罗小满盯上了墙角的旧机床。", "person 罗小满", NULL},
		{"财务经理José Martínez介绍了账目。", "person José Martínez", NULL},
		{"研究生Emma Larsen合写的论文获奖。", "person Emma Larsen", NULL},
		{"市水利局黎平、云山县林业局艾青的论文获二等奖。", "person 艾青", NULL},
		{"市发展和改革委员会与清江县工业和信息化局座谈。", "organization 清江县工业和信息化局", NULL},
		{"成都“蓝溪”酒店管理公司总经理王强表示满意。", "organization 成都“蓝溪”酒店管理公司", NULL},
		{"侨胞们在五邑华侨广场合影。", NULL, "person 广场"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

static void stops_are_told_in_many_ways(void **state)
{
	static const struct sentence sentences[] = {
		{"5月3日，德国汉堡“海风”贸易公司总经理汉斯·穆勒走进青阳县河口镇。", "> 青阳县河口镇", NULL},
		{"5月3日，县政协主席李明率委员视察民宿。在河口镇，委员们察看了月亮湾露营基地。", "> 月亮湾露营基地", NULL},
		{"5月3日，商会会长李明率访问团来到青阳县。访问团的头一站是河口镇的青阳县百味食品有限公司。",
		 "> 青阳县百味食品有限公司", NULL},
		{"5月3日，关长李明带着业务骨干，一天跑了三家企业。青阳织锦有限公司是第一家。", "> 青阳织锦有限公司", NULL},
		{"5月3日，李明带着服务队来到飞隼科技有限公司。随后，服务队又到同一园区的上饶嘉木眼镜有限公司。",
		 "> 上饶嘉木眼镜有限公司", NULL},
		{"5月3日，宏远公司董事长李明到青阳县考察。考察团参观了河口村，与青阳县工商联座谈，就茶叶销售展开讨论。",
		 "tie discussed: 宏远公司 - 青阳县工商联", NULL},
		{"来访时间：2025年3月6日\n来访单位：宏远资本 李明\n接待人员：总经理郑国\n地点：江北机械股份有限公司\n",
		 "visit 2025-03-06: 宏远资本 李明 > 郑国 江北机械股份有限公司", NULL},
		{"# 接待方案\n\n时间：2025年3月6日\n来访单位：宏远资本 李明\n接待人员：总经理郑国\n", "person 李明", "visit"},
		{NULL, NULL, NULL},
	};

	(void)state;
	read_all(sentences);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_receives_is_a_host),
		cmocka_unit_test(who_takes_part_comes_along),
		cmocka_unit_test(names_end_where_they_do),
		cmocka_unit_test(a_word_beside_a_name_is_no_part_of_it),
		cmocka_unit_test(a_verb_beside_another_keeps_its_object),
		cmocka_unit_test(who_is_at_work_or_will_come_visits_nobody),
		cmocka_unit_test(guests_of_the_publisher_come_home),
		cmocka_unit_test(whose_visit_it_is_and_to_whom),
		cmocka_unit_test(who_is_named_beside_what),
		cmocka_unit_test(stops_are_told_in_many_ways),
		cmocka_unit_test(what_a_paper_says_is_no_tie_of_its_own),
		cmocka_unit_test(a_house_without_a_name_has_no_ties),
		cmocka_unit_test(a_name_may_begin_with_a_word_that_ends_others),
		cmocka_unit_test(who_receives_comes_along_beside_the_guest),
		cmocka_unit_test(nobody_receives_and_comes_along_at_once),
		cmocka_unit_test(who_leads_whom),
		cmocka_unit_test(whose_the_page_is),
		cmocka_unit_test(names_of_many_kinds),
		cmocka_unit_test(what_is_a_visit_and_what_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
