/* looks.h - every colour, shape, size, font and limit of the diagrams. */
#ifndef VIZ_LOOKS_H
#define VIZ_LOOKS_H

#include "visitgraph.h"

/* A card is what stands for one node, one occasion of many, or one aggregate. */
enum card_look { CARD_PERSON, CARD_ORGANIZATION, CARD_PLACE, CARD_EVENT, CARD_LOOKS };

struct card_style {
	const char *class;  /* of the SVG element */
	const char *legend; /* in English; vg_say() translates it */
	const char *mark;   /* in front of the name, so that kinds differ in print without colour */
	const char *style;  /* of the border, as Graphviz's HTML-like tables call it */
	const char *fill, *pale_fill, *border;
	const char *plain_style; /* of the border, as Graphviz's plain nodes call it */
};
extern const struct card_style card_styles[CARD_LOOKS];

/* A line is an occasion by its type, a tie by its status, or what lasts. */
enum line_look {
	LINE_VISIT,
	LINE_MEETING,
	LINE_SIGNING,
	LINE_CONFERENCE,
	LINE_OTHER,
	LINE_COMPANION,
	LINE_DISCUSSED,
	LINE_INTENDED,
	LINE_SIGNED,
	LINE_OPERATING,
	LINE_ENDED,
	LINE_LINK,
	LINE_LOOKS,
};

struct line_style {
	const char *class, *legend;
	const char *style; /* solid, dashed, dotted: Graphviz's words, the same in tables */
	const char *color, *pale_color;
	const char *head;  /* of the arrow; NULL: undirected */
	const char *glyph; /* the head in the legend */
	double width;	   /* points */
	bool is_double;
};
extern const struct line_style line_styles[LINE_LOOKS];

/* In a force-directed picture lines lie over each other. How opaque they are, of 255, with up to so many for a card; and the
 * weakest of very many. */
#define FAINT 153.0
#define FAINTEST 20.0
#define READABLE_DENSITY 4.0

enum line_look line_of_type(vg_type type);
enum line_look line_of_status(vg_tie_status status);

/* Text: families in order of preference (the first that covers the text is taken), sizes in points, colours at least
 * 4.5:1 on every tint above. */
extern const char *const font_families[];
#define SIZE_TITLE 20.0
#define SIZE_NAME 13.0
#define SIZE_ROW 12.0
#define SIZE_SMALL 10.0
#define INK "#1a202c"
#define INK_SMALL "#4a5568"
#define INK_MARK "#1f3a5f"
#define PAPER "#ffffff"

/* Of whoever a picture is about, in points. */
enum { MIDDLE_BORDER = 3 };

/* Where text is cut or wrapped, in columns (a Han character takes two). */
enum {
	NAME_COLUMNS = 32,
	NAME_LINES = 2,
	TITLE_COLUMNS = 32,
	TOPIC_COLUMNS = 24,
	HEADING_COLUMNS = 80,
	TOLD_OCCASIONS = 12
};

/* What a card with its arrow takes, about, and title and legend; what is so many times wider than high is a strip. */
#define COLUMN_WIDTH 300.0
#define CARD_HEIGHT 45.0
#define FRAME_HEIGHT 100.0
#define STRIP 2.2

/* How much of each arrow is written on it. */
enum label_length { LABEL_NONE, LABEL_DATE, LABEL_FULL };

/* What a picture of so many arrows looks like. The levels stand in order; the first that is large enough is taken. */
struct level {
	size_t arrows; /* up to so many */
	bool has_rows; /* cards with their people; else names only */
	enum label_length labels;
	const char *engine;
	unsigned seconds;  /* that the layout may take */
	unsigned variants; /* orders to try, for the fewest crossings */
	const char *note;  /* told when the picture steps down to it; %zu: the number of arrows */
};
extern const struct level levels[];
extern const size_t level_count;
enum { MOST_ARROWS = 20000, REGION_ARROWS = 3000 };

/* Cards of a force-directed layout are moved apart in rounds, each of which takes some 15 microseconds a card: at most so many, and
 * so many cards in all of them together. */
enum { MOST_ROUNDS = 80, ROUNDS_OF_CARDS = 100000 };

/* A diagram whose places on the sheet mean something (a path, a timeline) is not reduced but cut. */
enum { MOST_CHART_ARROWS = 300, MOST_DAYS = 31, MOST_MONTHS = 36 };

/* What is tried in turn until a layout succeeds in time. */
struct attempt {
	const char *instead_of; /* tried only where the engine is this one; NULL: always */
	const char *engine;	/* NULL: the one asked for */
	unsigned seconds;	/* 0: the level's */
	const char *splines, *overlap,
		*effort;  /* Graphviz's splines, overlap, and nslimit with mclimit; NULL: as is best */
	const char *note; /* told before it is tried */
};
extern const struct attempt attempts[];
extern const size_t attempt_count;

struct page_size {
	const char *name;
	double width, height; /* in inches, upright */
};
const struct page_size *page_find(const char *name);

#endif
