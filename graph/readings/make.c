/* make.c - writes, at build time, how each Han character is read and simply written, as tables in C.
 *
 * Opening ICU's transliterators takes a tenth of a second, which a program that answers in milliseconds cannot spend;
 * so they are asked once, here. Han-Latin/Names reads surnames rightly (单 shan, 仇 qiu), plain Han-Latin does not. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { FIRST_HAN = 0x3400, PAST_HAN = 0xa000, MOST_SYLLABLES = 2000 };

static char syllables[MOST_SYLLABLES][16];
static size_t syllable_count = 1; /* 0: not read */

static UTransliterator *open_transliterator(const char *name)
{
	UErrorCode code = U_ZERO_ERROR;
	UChar id[64];
	UTransliterator *transliterator;

	u_uastrcpy(id, name);
	transliterator = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
	if (U_FAILURE(code)) {
		fprintf(stderr, "ICU has no transliterator '%s': %s\n", name, u_errorName(code));
		exit(1);
	}
	return transliterator;
}

static int32_t transliterate(UTransliterator *transliterator, UChar text[32], UChar character)
{
	UErrorCode code = U_ZERO_ERROR;
	int32_t length = 1, limit = 1;

	text[0] = character;
	text[1] = 0;
	utrans_transUChars(transliterator, text, &length, 32, 0, &limit, &code);
	return U_FAILURE(code) || limit > 31 ? 0 : limit;
}

static size_t syllable_of(UTransliterator *transliterator, UChar character)
{
	UChar text[32];
	char read[16] = "";
	int32_t length = transliterate(transliterator, text, character);

	for (int32_t i = 0; i < length && i < 15; i++) {
		if (text[i] < 'a' || text[i] > 'z')
			return 0;
		read[i] = (char)text[i];
	}
	for (size_t i = 0; i < syllable_count; i++)
		if (!strcmp(syllables[i], read))
			return i;
	if (syllable_count == MOST_SYLLABLES)
		exit(1);
	strcpy(syllables[syllable_count], read);
	return syllable_count++;
}

static void write_readings(const char *table, const char *transliterator_name)
{
	UTransliterator *transliterator = open_transliterator(transliterator_name);

	printf("const uint16_t %s[] = {", table);
	for (UChar character = FIRST_HAN; character < PAST_HAN; character++)
		printf("%zu,%s", syllable_of(transliterator, character), character % 16 == 15 ? "\n" : "");
	printf("};\n");
	utrans_close(transliterator);
}

int main(void)
{
	UTransliterator *simplify = open_transliterator("Hant-Hans");
	UChar text[32];

	puts("#include <stdint.h>\n");
	write_readings("reading_plain", "Han-Latin; Latin-ASCII; Lower");
	write_readings("reading_surname", "Han-Latin/Names; Latin-ASCII; Lower");
	printf("const char *const reading_syllables[] = {");
	for (size_t i = 0; i < syllable_count; i++)
		printf("\"%s\",", syllables[i]);
	printf("};\nconst uint16_t reading_simple[] = {");
	for (UChar character = FIRST_HAN; character < PAST_HAN; character++)
		printf("%d,%s", transliterate(simplify, text, character) == 1 ? text[0] : character, character % 16 == 15 ? "\n" : "");
	puts("};");
	utrans_close(simplify);
	return 0;
}
