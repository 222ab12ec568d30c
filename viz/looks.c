/* looks.c - the tables behind looks.h: change a look here and nowhere else. */
#include "viz/looks.h"

#include "graph/text.h"

const struct card_style card_styles[CARD_LOOKS] = {
	[CARD_PERSON] = {"person", N_("person"), "●", "ROUNDED", "#edf2f7", "#f7fafc", "#4a6785", "filled,rounded"},
	[CARD_ORGANIZATION] = {"organization", N_("organization"), "", NULL, "#fdf1d7", "#fef9ee", "#b7791f", "filled"},
	[CARD_PLACE] = {"place", N_("place"), "", "ROUNDED", "#e3f4e8", "#f2faf4", "#2f855a", "filled,rounded"},
	[CARD_EVENT] = {"event", N_("occasion (one side only, or several)"), "◆", "DASHED", "#f1eafa", "#f8f5fd", "#6b46c1",
			"filled,dashed"},
};

#define BLUE "#2b6cb0", "#90b4d8"
#define TEAL "#0f766e", "#86bdb8"
#define GREEN "#276749", "#93b8a5"
#define VIOLET "#6b46c1", "#b8a6e0"
#define ORANGE "#c05621", "#e0ab90"
#define GREY "#6b7280", "#b5bac2"

const struct line_style line_styles[LINE_LOOKS] = {
	[LINE_VISIT] = {"visit", N_("visit"), "solid", BLUE, "normal", "▶", 1.2, false},
	[LINE_MEETING] = {"meeting", N_("meeting"), "solid", TEAL, "normalodot", "○▶", 1.2, false},
	[LINE_SIGNING] = {"signing", N_("signing"), "solid", GREEN, "normalnormal", "▶▶", 1.6, false},
	[LINE_CONFERENCE] = {"conference", N_("conference"), "solid", VIOLET, "onormal", "▷", 1.2, false},
	[LINE_OTHER] = {"other", N_("other occasion"), "solid", GREY, "diamond", "◆", 1.2, false},
	[LINE_COMPANION] = {"companion", N_("companion"), "dashed", GREY, "none", "", 0.9, false},
	[LINE_DISCUSSED] = {"tie discussed", N_("discussed"), "dotted", GREY, NULL, "", 2.2, false},
	[LINE_INTENDED] = {"tie intended", N_("intended"), "dashed", ORANGE, NULL, "", 2.0, false},
	[LINE_SIGNED] = {"tie signed", N_("signed"), "solid", GREEN, NULL, "", 2.6, false},
	[LINE_OPERATING] = {"tie operating", N_("operating"), "solid", GREEN, NULL, "", 1.8, true},
	[LINE_ENDED] = {"tie ended", N_("ended"), "solid", GREY, NULL, "", 0.8, false},
	[LINE_LINK] = {"link", N_("belongs to"), "solid", GREY, "odiamond", "◇", 0.8, false},
};

enum line_look line_of_type(vg_type type)
{
	static const enum line_look looks[] = {
		[VG_ANY_TYPE] = LINE_OTHER,  [VG_VISIT] = LINE_VISIT,		[VG_MEETING] = LINE_MEETING,
		[VG_SIGNING] = LINE_SIGNING, [VG_CONFERENCE] = LINE_CONFERENCE, [VG_OTHER] = LINE_OTHER,
	};
	return looks[type];
}

enum line_look line_of_status(vg_tie_status status)
{
	static const enum line_look looks[] = {
		[VG_ANY_STATUS] = LINE_DISCUSSED, [VG_DISCUSSED] = LINE_DISCUSSED, [VG_INTENDED] = LINE_INTENDED,
		[VG_SIGNED] = LINE_SIGNED,	  [VG_OPERATING] = LINE_OPERATING, [VG_ENDED] = LINE_ENDED,
	};
	return looks[status];
}

const char *const font_families[] = {"Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "DejaVu Sans",
				     NULL};

const struct level levels[] = {
	{60, true, LABEL_FULL, "dot", 15, 8, NULL},
	{300, true, LABEL_DATE, "dot", 15, 1, N_("arrows: %zu; labels are cut to the date")},
	{120, false, LABEL_DATE, "dot", 15, 4, N_("arrows: %zu; cards are reduced to names")},
	{MOST_ARROWS, false, LABEL_NONE, "sfdp", 60, 1,
	 N_("arrows: %zu; cards are reduced to names, labels to tooltips, and the layout is force-directed")},
};
const size_t level_count = sizeof levels / sizeof *levels;

const struct attempt attempts[] = {
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
	{"dot", NULL, 15, "polyline", NULL, "1", N_("trying a coarser layout")},
	{NULL, "sfdp", 60, "line", NULL, NULL, N_("trying a force-directed layout, without labels")},
	{NULL, "sfdp", 60, "line", "true", NULL, N_("trying a layout in which cards may overlap")},
};
const size_t attempt_count = sizeof attempts / sizeof *attempts;

/* ISO 216. */
static const struct page_size pages[] = {{"a4", 8.27, 11.69}, {"a3", 11.69, 16.54}};

const struct page_size *page_find(const char *name)
{
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (text_is(name, pages[i].name))
			return &pages[i];
	return NULL;
}
