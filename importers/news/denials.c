/* denials.c - what did not happen: 未参加, 没有签署, 否认与B签署, 取消赴B考察, 研究…接待方案. */
#include "importers/news/runs.h"

enum {
	NEAR = 6,
	FAR = 40
}; /* 未派员赴: so far a word such as 未 denies; a verb such as 否认 does so all that follows in its clause */

/* Words that deny what stands right behind, and ordinary words that begin so. */
static const char *const nots[] = {"未", "没", "不", "无法", "无缘"};
static const char *const no_nots[] = {"未来", "未央", "未名", "不断", "不仅", "不久", "不少", "不同",
				      "不远", "不辞", "不畏", "不顾", "不惧", "不但", "不锈", "不止",
				      "不到", "不光", "不忘", "不懈", "不时", "不停", "不约", "不虚"};
/* Behind 未 what was not done before they went all the same: 未打招呼直奔. */
static const char *const manners[] = {"招呼", "提前", "事先", "事前", "预先", "通知", "陪同直", "休息"};
static const char *const deniers[] = {"否认", "拒绝", "婉拒", "谢绝", "取消", "推迟",
				      "暂缓", "缺席", "放弃", "叫停", "请假", "撤销"};
static const char *const enders[] = {"解除", "终止", "中止", "停止", "退出", "作废"};
static const char *const planners[] = {"研究", "部署", "制定", "筹备", "审议", "商议", "讨论", "草拟"};
static const char *const plans[] = {"方案", "预案", "筹备", "准备工作", "接待工作", "有关事宜", "相关事宜"};

/* Whether one of the words stands in the clause between, outside of names. */
static bool has_manner(const struct article *article, size_t i, size_t end)
{
	struct sought sought = SOUGHT(manners);

	for (; i < end; i++)
		if (sought_at(article, i, &sought))
			return true;
	return false;
}

static bool denies_near(const struct article *article, size_t i, size_t verb)
{
	struct sought ordinary = SOUGHT(no_nots);

	return !sought_at(article, i, &ordinary) && !has_manner(article, i, verb);
}

/* 研究|A来访接待方案: it is not yet. */
static bool is_planned(const struct article *article, size_t verb)
{
	struct sought sought = SOUGHT(plans);

	for (size_t i = verb; !is_clause_end(article->chars[i]); i++)
		if (sought_at(article, i, &sought))
			return true;
	return false;
}

bool did_not_happen(const struct article *article, size_t start, size_t verb, bool is_tie)
{
	struct sought not = SOUGHT(nots), denier = SOUGHT(deniers), ender = SOUGHT(enders), planner = SOUGHT(planners);
	uint64_t firsts = not .firsts | denier.firsts | ender.firsts | planner.firsts;
	size_t names = 0;

	if (sought_at(article, verb, &denier))
		return true;
	for (size_t i = verb; i > start && verb - i < FAR && !is_clause_end(article->chars[i - 1]); i--) {
		if (article->found_at[i - 1]) {
			names++;
			continue;
		}
		if (!(LOW_BIT(article->chars[i - 1]) & firsts)) /* none of the words begins so */
			continue;
		if ((verb - i < NEAR + names && sought_at(article, i - 1, &not ) &&
		     denies_near(article, i - 1, verb)) ||
		    sought_at(article, i - 1, &denier) || (is_tie && sought_at(article, i - 1, &ender)))
			return true;
		if (sought_at(article, i - 1, &planner) && is_planned(article, verb))
			return true;
	}
	return false;
}
