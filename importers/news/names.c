/* names.c - how many characters at a place are a person's name.
 *
 * A name is never told by its characters alone, for any surname is also a word. Whoever asks knows what stands beside it; here
 * it is weighed how long it is: does a word begin behind it, or does a word run across its end (李雅|一行, not 李雅一|行)? */
#include "importers/news/names.h"
#include "importers/news/runs.h"

/* ── Weighing a name ─────────────────────────────────────────────────────────────────────────────────── */

/* What names are taken from: the classes of words that may stand right behind one. */
#define BEHIND_NAME                                                                                            \
	(IN(COMMON) | IN(SPEECH) | IN(STOP) | IN(HONORIFIC) | IN(POST) | IN(TRAVEL) | IN(LOOK) | IN(RECEIVE) | \
	 IN(TALK) | IN(LEAD) | IN(ACCOMPANY) | IN(PARTY_WORD) | IN(WELCOME) | IN(JOINT) | IN(SIGNED_CUE) | \
	 IN(INTENDED_CUE))

/* What somebody does. */
#define DEEDS (IN(SPEECH) | IN(LOOK) | IN(TALK) | IN(RECEIVE) | IN(ACCOMPANY) | IN(TRAVEL))

/* 方正|红着脸, 卢志恒|盯上了: a verb, and that it goes on or is done. */
static bool is_doing(const struct article *article, size_t i)
{
	uint16_t second = article->chars[i + 1], third = second ? article->chars[i + 2] : 0;

	return second == u'着' || second == u'了' ||
	       (is_han(second) && third == u'了' && !is_one_of(second, u"作做看说讲听问走去来到有"));
}

int weigh_what_follows(const struct article *article, size_t end)
{
	uint16_t next = article->chars[end];
	size_t word = word_at(article, end, BEHIND_NAME);

	if (!is_han(next))
		return is_latin(next) ? 1 : 3; /* 王磊到vivo */
	if (word >= 2)
		return 2;
	if (word == 1 || title_starting(article, end) || is_doing(article, end) ||
	    is_one_of(
		    next,
		    u"已也都再首曾未因时不没拟又便刚正仍还才则却亦先现随去带赶连偕称笑问答谈讲看走拿给把让请用握听陪领作做出站坐拉只任家均为捧抓伸追挥抱蹲掏喊掀拍"))
		return 1;
	return 0;
}

/* 来|我区, 去|高新区, 来|考察。: behind 来 or 去, where to, or what for. */
static bool says_where_to(const struct article *article, size_t i)
{
	static const char *const places[] = {"我",   "咱",   "这里", "那里", "这边", "此地", "当地",
					     "本地", "辖区", "全区", "全市", "全县", "全省", "现场"};
	struct sought sought = SOUGHT(places);
	size_t look = word_at(article, i + (article->chars[i] == u'此'), IN(LOOK));

	if (word_at(article, i, IN(HOME) | IN(SELF) | IN(ZONE) | IN(COUNTRY) | ALL_DIVISIONS) >= 2)
		return true;
	if (look && (article->chars[i] == u'此' || is_clause_end(article->chars[i + look]) ||
		     word_at(article, i + look, IN(LOOK) | IN(TALK) | IN(JOINT)) > 0))
		return true;
	return sought_at(article, i, &sought) > 0;
}

/* Whether an ordinary word runs across the end of the name. */
bool is_crossed(const struct article *article, size_t start, size_t end)
{
	if (word_at(article, end, IN(RECEIVE) | IN(SPEECH) | IN(LEAD) | IN(ACCOMPANY) | IN(TRAVEL) | IN(HONORIFIC)) >=
	    2)
		return false; /* 任安国|会见, whatever 国会 is */
	if (is_one_of(article->chars[end], u"来去") && says_where_to(article, end + 1))
		return false; /* 李刚|来我区, whatever 刚来 is */
	for (size_t i = start + 1; i < end && article->chars[end] != u'等'; i++) /* 郑和平|等 */
		if (i + word_at(article, i, ORDINARY) > end && !(i + 2 > end && word_at(article, i, ORDINARY) < 2) &&
		    !(i + 1 == end && end - start == 3 && word_at(article, i, ORDINARY) == 2 &&
		      title_starting(article, end) && !(article->starts[i] & IN(NO_LAST)))) /* but 王建国|会长 */
			return true;
	return false;
}

/* 李刚和|副总裁王强: a post that starts here, and whose it is. */
static bool has_person_behind(const struct article *article, size_t i)
{
	const struct title *title = title_starting(article, i);

	return title && word_at(article, title->end, IN(SURNAME) | IN(COMPOUND_SURNAME)) > 0;
}

int weigh_last_character(const struct article *article, size_t end, bool is_strong)
{
	uint16_t last = article->chars[end - 1];

	if (!(article->starts[end - 1] & (IN(NO_LAST) | IN(PARTY_WORD))))
		return 0;
	if (last == u'总' && !is_strong) /* 张总 */
		return -4;
	if (is_one_of(last, u"带携偕") && is_han(article->chars[end]))
		return -2; /* 石永|携相关部门 */
	if (is_one_of(last, u"去来到带只") && is_one_of(article->chars[end], u"了着过给"))
		return -2;
	if (is_one_of(last, u"来去") && says_where_to(article, end))
		return -4;
	if (is_one_of(last, u"又再首亦") && (is_one_of(article->chars[end], u"来去到赴") || is_doing(article, end)))
		return -4; /* 李刚|再来我区 */
	if (last == u'曾' && (is_one_of(article->chars[end], u"到在任率来担多于是") ||
			      word_at(article, end, DEEDS) >= 2)) /* 王君|曾到, 丁红|曾访问 */
		return -2;
	if (is_one_of(last, u"未因时不没拟") && !is_clause_end(article->chars[end])) /* 马士光|未参加, 吕军|因故 */
		return -4;
	if (is_strong && (last == u'办' || last == u'处' || last == u'厅' || last == u'站')) /* 供稿:党政办 */
		return -4;
	if (last == u'和' && !has_person_behind(article, end) &&
	    (article->starts[end] & IN(JOINT) || weigh_what_follows(article, end) >= 2))
		return 0; /* 阮清和|与, not 阮清|和与; 温和|出席 */
	if (is_one_of(last, u"等和与及在的了率赴说任团组队") || word_at(article, end - 1, IN(PARTY_WORD)))
		return -4;
	if (is_one_of(last, u"对就到是将由被并从说还也已会向与给把作则却亦便均皆遂族"))
		return -2;
	if (last == u'为' && word_at(article, end, IN(COMMON) | IN(STOP)) >= 2 &&
	    !word_at(article, end, BEHIND_NAME & ~(IN(COMMON) | IN(STOP))))
		return -2; /* 步云|为获奖的 */
	if (!is_strong && is_one_of(last, u"市县区镇乡村省街局部厅院校机厂店馆线"))
		return -4;
	return 0;
}

/* What somebody does, or when, is no name that is given. */
#define NOT_GIVEN (DEEDS | IN(HOME) | IN(TO_COME) | IN(VAGUE_DATE))

/* How much a word that begins with the name speaks against it: 温和 may be one behind a post, 高度 is none. */
static int word_weight(const struct article *article, size_t start, size_t length, bool is_strong)
{
	bool is_noun = word_at(article, start, IN(PLAIN) | IN(NOUN)) == length;

	if (!is_strong || word_at(article, start, NOT_GIVEN) == length ||
	    (word_at(article, start, IN(STOP)) == length && !is_noun))
		return 6;
	return !word_at(article, start, IN(STOP)) &&
			       word_at(article, start, IN(PLAIN) | IN(NOUN) | IN(NO_PLACE)) == length
		       ? 0
		       : 2;
}

/* 招商科, 区文化|和旅游局 */
static bool is_office(const struct article *article, size_t start, size_t length)
{
	uint64_t trade = IN(NOUN) | IN(PLAIN);

	return length == 3 &&
	       ((is_one_of(article->chars[start + 2], u"科部股室组局办处") && word_at(article, start, trade) == 2) ||
		(article->chars[start] == u'区' && word_at(article, start + 1, trade) >= 2));
}

static int weigh_name(const struct article *article, size_t start, size_t length, bool is_strong)
{
	size_t end = start + length,
	       word = word_at(article, start, IN(STOP) | IN(PLAIN) | IN(NOUN) | IN(NO_PLACE) | IN(TITLELESS));
	int weight = weigh_what_follows(article, end);

	if (!(is_strong && word == length)) /* but 温和 */
		weight += weigh_last_character(article, end, is_strong);

	if ((article->chars[end] == u'着' || article->chars[end] == u'了') && /* 方正|红着脸 */
	    word_at(article, end, BEHIND_NAME) < 2)
		weight -= 4;
	if (is_crossed(article, start, end))
		weight -= 4;
	if (word >= 2) /* 白云 is a word and a name; 高度 is none */
		weight -= word_weight(article, start, length, is_strong);
	if (word_at(article, start, ALL_DIVISIONS) >= length || is_office(article, start, length))
		weight -= 6;
	if (word > length || word_at(article, start, IN(INTRODUCER) | IN(BYLINE) | IN(SELF)) >= 2)
		weight -= 6;
	if (article->starts[start] & IN(JOINT) && length > 2 && /* 书记和|种植大户, 院士和|马海局长; but 和学文 */
	    (article->starts[start + 1] & IN(COMMON_SURNAME) ||
	     word_at(article, start + 1, ORDINARY | IN(INTRODUCER)) >= 2))
		weight -= 6;
	if (word_at(article, start + 1, NOT_GIVEN) >= 2 && start + 1 + word_at(article, start + 1, NOT_GIVEN) >= end)
		weight -= is_strong && !word_at(article, start + 1, NOT_GIVEN & ~IN(VAGUE_DATE)) ? 1 : 6;
	/* 池上月 */							 /* 在苏|考察 */
	if (article->starts[end - 1] & article->starts[end] & IN(JOINT)) /* of two joints the first is the name's */
		weight += 3;
	if (!is_strong && word_at(article, start, IN(COUNTY_SHORT)) == length)
		weight -= 6;
	if (!is_strong && word_at(article, start,
				  IN(PROVINCE) | IN(CITY) | IN(COUNTY) | IN(DIVISION_SHORT) | IN(PLACE_ENDING) |
					  IN(ORGANIZATION_ENDING) | IN(ZONE) | IN(COUNTRY)) >= 2)
		weight -= 6;
	return weight;
}

bool can_be_given(const struct article *article, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (i >= article->count ||
		    (word_at(article, i, IN(HONORIFIC) | IN(INTRODUCER)) >= 2 &&
		     i + word_at(article, i, IN(HONORIFIC) | IN(INTRODUCER)) <= end) || /* but 李晓博|主持 */
		    !is_han(article->chars[i]) ||
		    article->found_at[i] || article->title_at[i])
			return false;
	return true;
}

/* 约翰·史密斯, 阿卜杜拉·买买提: Han on both sides of a middle dot. */
size_t dotted_length(const struct article *article, size_t start)
{
	size_t i = start, dots = 0, since = start;

	if (!article->has_dots)
		return 0;
	while (i < article->count && i - start < 24) {
		if (article->chars[i] == 0x00B7 && i > since) {
			dots++;
			since = i + 1;
		} else if (!is_han(article->chars[i]) && !is_latin(article->chars[i])) {
			break;
		} else if (dots &&
			   (word_at(article, i, IN(HONORIFIC) | IN(SPEECH) | IN(PARTY_WORD) | IN(POST)) >= 2 ||
			    (i > since && article->chars[i] == u'说' && is_clause_end(article->chars[i + 1])) ||
			    (i > since && word_at(article, i, IN(STOP) | IN(TALK)) >= 2) ||
			    (i > since + 1 && word_at(article, i, IN(STOP) | IN(JOINT) | IN(TRAVEL) | IN(LEAD))))) {
			break;
		} else if (dots && i > since + 1 && is_han(article->chars[i]) &&
			   !(article->starts[i] & IN(TRANSLITERATION)) && is_han(article->chars[i + 1]) &&
			   is_han(article->chars[i + 2])) {
			break; /* 特斯法耶|爬上驾驶室 */
		} else if (!dots && is_han(article->chars[i]) &&
			   (i - start > 5 || (i > start && word_at(article, i, IN(STOP))))) {
			return 0;
		}
		i++;
	}
	return dots && i > since ? i - start : 0;
}

static size_t latin_length(const struct article *article, size_t start)
{
	size_t i = start;

	if ((article->chars[i] < 'A' || article->chars[i] > 'Z') && article->chars[i] < 0xC0)
		return 0;
	while (i < article->count && i - start < 32 &&
	       (is_latin(article->chars[i]) ||
		(is_latin(article->chars[i + 1]) && is_one_of(article->chars[i], u" .-'\u00B7"))))
		i++;
	return i - start >= 2 ? i - start : 0;
}

/* 林Rebecca: a surname and a name in letters. */
static size_t mixed_length(const struct article *article, size_t start)
{
	size_t i = start + 1;

	if (article->chars[i] < 'A' || article->chars[i] > 'Z' || !word_at(article, start, IN(SURNAME)))
		return 0;
	while (is_latin(article->chars[i]))
		i++;
	return i - start > 3 && article->chars[i - 1] >= 'a' ? i - start : 0;
}

/* 李 超: two characters that the typesetter drew apart. */
size_t spaced_length(const struct article *article, size_t start)
{
	if (word_at(article, start, IN(SURNAME)) && article->chars[start + 1] == ' ' &&
	    is_han(article->chars[start + 2]) && !is_han(article->chars[start + 3]))
		return 3;
	return 0;
}

/* 额尔敦陶克陶, 卢卡斯: a run of the characters by which other languages are written, up to a word that may follow a name. */
size_t transliterated_length(const struct article *article, size_t start)
{
	size_t end = start;

	if (word_at(article, start, ALL_DIVISIONS | IN(COUNTRY)) >= 2) /* 叶向东与内蒙古 */
		return 0;
	while (end - start < 9 && can_be_given(article, end, end + 1) && word_at(article, end, IN(TRANSLITERATION)) &&
	       !(article->chars[end] == u'曾' && word_at(article, end + 1, NOT_GIVEN) >= 2) &&
	       !(end - start >= 3 && word_at(article, end, BEHIND_NAME | IN(PLAIN)) >= 2))
		end++;
	if (end - start == 2 &&
	    (weigh_what_follows(article, end) < 3 || word_at(article, start, IN(STOP) | IN(PLAIN) | IN(NOUN)) == 2))
		return 0;
	return end - start >= 2 && weigh_what_follows(article, end) >= 2 ? end - start : 0;
}

/* Whether a word of two characters or more begins in the stretch. */
static bool has_word(const struct article *article, size_t start, size_t length)
{
	for (size_t i = start; i < start + length; i++) {
		const struct match *match = match_at(article, i);

		if (word_at(article, i, IN(COMMON)) && i + 2 != start + length) /* but 张|建国 */
			return true;

		if (match && match->length > 1 &&
		    match->classes & ~(IN(COUNTY_SHORT) | IN(COMPANY_WORD) | IN(COMPOUND_SURNAME) | IN(SURNAME)))
			return true;
	}
	return false;
}

/* 妥德明|介绍: a surname that is in no list, between a post and a word of every day; 0 where anything speaks against it. */
size_t unknown_length(const struct article *article, size_t start)
{
	for (size_t length = 3; length >= 2; length--) {
		size_t end = start + length;
		bool is_name = can_be_given(article, start, end) && weigh_what_follows(article, end) >= 2 &&
			       weigh_last_character(article, end, false) >= 0 && !is_crossed(article, start, end);

		for (size_t i = start; i < end && is_name; i++)
			is_name = !word_at(article, i, IN(STOP) | IN(JOINT) | IN(PLACE_ENDING)) &&
				  !(match_at(article, i) && match_at(article, i)->length > 1) &&
				  !word_at(article, i, IN(COMMON));
		if (is_name)
			return length;
	}
	return 0;
}

/* 铃木由美子 */
static size_t japanese_length(const struct article *article, size_t start)
{
	static const char *const surnames[] = {"田中", "佐藤", "铃木", "高桥", "渡边", "伊藤", "山本", "中村", "小林",
					       "加藤", "吉田", "山田", "松本", "井上", "木村", "斋藤", "清水", "山崎",
					       "池田", "桥本", "石川", "前田", "藤田", "小川", "后藤", "冈田", "村上",
					       "近藤", "石井", "坂本", "远藤", "青木", "藤井", "西村", "福田", "太田",
					       "三浦", "藤原", "冈本", "松田", "中川", "中野", "原田", "小野", "田村",
					       "竹内", "金子", "石田", "上田", "森田", "柴田", "酒井", "横山", "宫本",
					       "内田", "高木", "安藤", "谷口", "大野", "丸山", "藤本", "武田", "上野",
					       "杉山", "小山", "大塚"};
	static const char16_t lasts[] = u"子美郎介人夫雄男一二三树辉香惠代彦助太郎之";
	struct sought sought;

	if (!is_one_of(article->chars[start + 4], lasts) || !can_be_given(article, start, start + 5))
		return 0;
	sought = SOUGHT(surnames);
	return sought_at(article, start, &sought) && weigh_what_follows(article, start + 5) ? 5 : 0;
}

/* A name in another language, or 西仓良介, 才让多吉: four characters that are nothing else, between a post and something that ends. */
size_t long_length(const struct article *article, size_t start)
{
	size_t transliterated = transliterated_length(article, start);

	if (transliterated || (transliterated = japanese_length(article, start)))
		return transliterated;
	if (!can_be_given(article, start, start + 4) || has_word(article, start, 4) ||
	    !weigh_what_follows(article, start + 4) || word_at(article, start + 2, IN(COMPANY_WORD)) ||
	    weigh_last_character(article, start + 4, false) || article->chars[start + 4] == u'。' ||
	    article->chars[start + 4] == ':')
		return 0;
	for (size_t i = start; i < start + 4; i++)
		if (article->starts[i] & (IN(STOP) | IN(JOINT)) && !(i == start + 1 && article->chars[i] == u'让'))
			return 0; /* but 才让, as Tibetan names have it */
	return 4;
}

/* How many characters at `start` are a person's name, 0 for none. */
size_t name_length(const struct article *article, size_t start, bool is_strong)
{
	size_t known = known_person(article, start), surname, best = 0;
	int best_weight = is_strong ? 0 : 1, worst = best_weight;

	if (known || (known = dotted_length(article, start)))
		return known;
	if (is_strong && ((known = latin_length(article, start)) || (known = mixed_length(article, start))))
		return known;
	surname = word_at(article, start, IN(COMPOUND_SURNAME)) ? 2 : word_at(article, start, IN(SURNAME)) ? 1 : 0;
	if (!is_strong && word_at(article, start, IN(KNOWN_ORGANIZATION) | IN(GRAPH_ORGANIZATION)))
		return 0; /* 赴华润考察, where 华润 is known */
	if (start >= article->count || article->found_at[start])
		return 0;
	if (!surname)
		return 0;
	for (size_t length = surname + 2; length > 1 && length >= surname; length--) {
		int weight;

		if (length == surname && surname == 2 && !word_at(article, start, IN(SURNAME)))
			break; /* 上官; but 东方, a plain name of two characters with a surname of one */
		if (!can_be_given(article, start + 1, start + length))
			continue;
		weight = weigh_name(article, start, length, is_strong);
		if (weight > best_weight ||
		    (is_strong && weight == worst && length == surname + 2 && !has_word(article, start, length))) {
			best = length;
			best_weight = weight;
		}
	}
	return best;
}
