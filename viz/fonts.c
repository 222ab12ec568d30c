/* fonts.c - which font covers a text; alone knows fontconfig.
 *
 * A font without Chinese glyphs draws boxes and reports success, and a picture whose characters come from three fonts
 * looks torn: so the first family that covers everything is taken, and when none does, the one that covers most. Pango
 * fills in single characters from other fonts by itself; what is in no font at all is told.
 *
 * Pango asks the process's configuration of fontconfig. Its rules, sixty files of XML that take as long to read as a small picture to lay
 * out, say what stands in for a font that is not there: they are read only where no family has every character. Until then it is
 * the main file without those that it includes, which knows where fonts are. */
#include "viz/fonts.h"

#include "viz/looks.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

#define MISSING_TOLD 8 /* characters */

static bool is_invisible(uint32_t c)
{
	return c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x3000 || c == 0xfffd || c == 0xfeff ||
	       (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) || (c >= 0xfe00 && c <= 0xfe0f);
}

static FcCharSet *characters_of(const char *drawn)
{
	FcCharSet *characters = FcCharSetCreate();
	uint32_t seen[256] = {0}, c; /* the last of each slot: most characters come again and again */

	while ((c = text_next(&drawn))) {
		if (seen[c % 256] == c || is_invisible(c))
			continue;
		seen[c % 256] = c;
		FcCharSetAddChar(characters, c);
	}
	return characters;
}

static bool has_family(FcPattern *font, const char *family)
{
	FcChar8 *name;

	for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; i++)
		if (!FcStrCmpIgnoreCase(name, (const FcChar8 *)family))
			return true;
	return false;
}

/* How many of the characters the font has; 0 for one that cannot be scaled. */
static FcChar32 covered_by(FcPattern *font, const FcCharSet *characters)
{
	FcCharSet *has;
	FcBool is_scalable = FcFalse;

	FcPatternGetBool(font, FC_SCALABLE, 0, &is_scalable);
	if (!is_scalable || FcPatternGetCharSet(font, FC_CHARSET, 0, &has) != FcResultMatch)
		return 0;
	return FcCharSetIntersectCount(characters, has);
}

/* The most that a font of the family (NULL: any) covers; *best is that font's own name. */
static FcChar32 best_of(const FcFontSet *fonts, const char *family, const FcCharSet *characters, const char **best)
{
	FcChar32 most = 0;

	for (int i = 0; i < fonts->nfont; i++) {
		FcChar8 *name;
		FcChar32 covered;

		if (family && !has_family(fonts->fonts[i], family))
			continue;
		covered = covered_by(fonts->fonts[i], characters);
		if (covered <= most || FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &name) != FcResultMatch)
			continue;
		most = covered;
		*best = family ? family : (const char *)name;
	}
	return most;
}

/* Pango has all fonts of the process compared and sorted for each family, weight and size that a picture is written in, which takes
 * a tenth of the time of drawing it. Where one family has every character, the others are forgotten. */
static void forget_others(FcFontSet *fonts, const char *family)
{
	int kept = 0;

	for (int i = 0; i < fonts->nfont; i++)
		if (has_family(fonts->fonts[i], family))
			fonts->fonts[kept++] = fonts->fonts[i];
	fonts->nfont = kept;
}

/* The family that has the most characters, in *chosen; false: it has not all of them. */
static bool choose(const char **chosen, FcFontSet *fonts, const FcCharSet *characters)
{
	FcChar32 all = FcCharSetCount(characters), most = 0;

	*chosen = NULL;
	for (size_t i = 0; most < all; i++) {
		const char *candidate = NULL;
		FcChar32 covered = best_of(fonts, font_families[i], characters, &candidate);

		if (covered > most) {
			most = covered;
			*chosen = candidate;
		}
		if (!font_families[i])
			break;
	}
	if (*chosen && most == all)
		forget_others(fonts, *chosen);
	return most == all;
}

static void put_character(struct text *text, FcChar32 c)
{
	FcChar8 bytes[FC_UTF8_MAX_LEN];

	text_add(text, (const char *)bytes, (size_t)FcUcs4ToUtf8(c, bytes));
}

/* The first few of the characters that no font has. Destroys the set. */
static void find_missing(const FcFontSet *fonts, FcCharSet *characters, struct text *few)
{
	FcChar32 map[FC_CHARSET_MAP_SIZE], next;
	size_t missing = 0;

	for (int i = 0; i < fonts->nfont; i++) {
		FcCharSet *has, *rest;

		if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &has) != FcResultMatch)
			continue;
		rest = FcCharSetSubtract(characters, has);
		FcCharSetDestroy(characters);
		characters = rest;
	}
	for (FcChar32 base = FcCharSetFirstPage(characters, map, &next); base != FC_CHARSET_DONE;
	     base = FcCharSetNextPage(characters, map, &next))
		for (FcChar32 bit = 0; bit < FC_CHARSET_MAP_SIZE * 32; bit++)
			if (map[bit / 32] >> (bit % 32) & 1 && missing++ < MISSING_TOLD)
				put_character(few, base + bit);
	FcCharSetDestroy(characters);
}

/* `first`, then the families of the looks. */
static char *list_of(struct arena *arena, const char *first)
{
	char *list = first ? arena_print(arena, "%s,", first) : arena_text(arena, "");

	for (size_t i = 0; font_families[i]; i++)
		if (!text_is(font_families[i], first))
			list = arena_print(arena, "%s%s,", list, font_families[i]);
	return arena_print(arena, "%ssans-serif", list);
}

/* ── Configuration ───────────────────────────────────────────────────────────────────────────────────── */

/* What Debian's rules add to every font: outlines are fitted to pixels in height only. */
static const char rules[] =
	"<match target=\"pattern\"><edit name=\"hintstyle\" mode=\"append\"><const>hintslight</const></edit></match>";

/* All that is in a file; NULL: it cannot be read. */
static char *read_file(const char *path)
{
	FILE *in = fopen(path, "rb");
	struct text all = {0};
	char block[8192];
	size_t length;

	if (!in)
		return NULL;
	while ((length = fread(block, 1, sizeof block, in)))
		text_add(&all, block, length);
	fclose(in);
	return all.bytes;
}

/* Takes out every <include>, and puts the rules in; false: it looks like no configuration. */
static bool lighten(struct text *light, const char *whole)
{
	static const char end[] = "</fontconfig>", closing[] = "</include>";
	const char *last = strstr(whole, end);

	for (const char *at; (at = strstr(whole, "<include"));) {
		const char *after = strstr(at, closing);

		if (!after)
			return false;
		text_add(light, whole, (size_t)(at - whole));
		whole = after + sizeof closing - 1;
	}
	if (!last || last < whole)
		return false;
	text_add(light, whole, (size_t)(last - whole));
	text_put(light, rules);
	text_put(light, end);
	return true;
}

static bool load_light(FcConfig *config)
{
	FcChar8 *path = FcConfigGetFilename(config, NULL);
	char *whole = path ? read_file((const char *)path) : NULL;
	struct text light = {0};
	bool is_loaded = whole && lighten(&light, whole) &&
			 FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)light.bytes, FcFalse) &&
			 FcConfigBuildFonts(config);

	text_free(&light);
	free(whole);
	FcStrFree(path);
	return is_loaded;
}

static FcConfig *light; /* NULL: not loaded, or not to be had */

void fonts_load(void)
{
	FcConfig *config = FcConfigCreate();

	if (config && load_light(config))
		light = config;
	else if (config)
		FcConfigDestroy(config);
}

char *fonts_any(struct arena *arena)
{
	return list_of(arena, NULL);
}

/* From the light configuration, if that does; the one chosen from is Pango's from here on. */
static const char *choose_configured(FcFontSet **fonts, const FcCharSet *characters)
{
	static FcFontSet none;
	const char *family;

	if (light && FcConfigSetCurrent(light)) {
		*fonts = FcConfigGetFonts(light, FcSetSystem);
		if (*fonts && choose(&family, *fonts, characters))
			return family;
	}
	*fonts = FcInitReinitialize() ? FcConfigGetFonts(NULL, FcSetSystem) : NULL;
	if (!*fonts)
		*fonts = &none;
	choose(&family, *fonts, characters);
	return family;
}

char *fonts_choose(struct arena *arena, const char *drawn, struct text *missing)
{
	FcCharSet *characters = characters_of(drawn);
	FcFontSet *fonts;
	char *list = list_of(arena, choose_configured(&fonts, characters));

	find_missing(fonts, characters, missing);
	return list;
}
