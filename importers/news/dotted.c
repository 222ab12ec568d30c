/* dotted.c - names of persons with a middle dot, and their parts where they stand alone. */
#include "importers/news/names.h"
#include "importers/news/runs.h"

/* 山本·理惠: from a cut on. */
void dotted_find(struct article *article, size_t dot)
{
	size_t start = dot, length;

	while (start && dot - start < 6 && is_han(article->chars[start - 1]) && !(article->is_cut[start] & CUT_HARD) &&
	       !article->found_at[start - 1])
		start--;
	length = dotted_length(article, start);
	if (word_at(article, start, ALL_DIVISIONS) >= 2 && dot - start == word_at(article, start, ALL_DIVISIONS))
		return; /* 瓯海区·嘉陵区 */
	if (start < dot && length > dot - start + 1 && length < 16 && article->is_cut[start] & CUT_HARD)
		person_add(article, start, length, (struct span){0}, N_("a name with a dot"));
}

/* Where a part of 奥利弗·怀特 stands alone. */
static void find_part(struct article *article, struct span part)
{
	size_t length = part.end - part.start;

	for (size_t i = 0; length >= 2 && i + length < article->count; i++) {
		struct found *found;

		if (article->found_at[i] || article->chars[i] != article->chars[part.start] ||
		    memcmp(article->chars + i, article->chars + part.start, length * sizeof *article->chars) ||
		    (length == 2 && article->is_cut[i] & CUT_INSIDE) || article->chars[i + length] == 0x00B7)
			continue;
		found = person_add(article, i, length, (struct span){0}, N_("a part of a name with dots"));
		if (found)
			found->is_part = true;
	}
}

void dotted_find_parts(struct article *article)
{
	size_t count = article->found_count;

	for (size_t f = 0; f < count && count <= COMPARED_MAX; f++) {
		struct span name = {article->found[f].start, article->found[f].end};
		uint32_t first = name.start, last = name.end;

		while (first < name.end && article->chars[first] != 0x00B7)
			first++;
		while (last > name.start && article->chars[last - 1] != 0x00B7)
			last--;
		if (first == name.end)
			continue;
		find_part(article, (struct span){last, name.end});
		find_part(article, (struct span){name.start, first});
	}
}
