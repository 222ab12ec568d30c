/* encoding.c - which encoding a text is in, and decoding it, by ICU. */
#include "graph/encoding.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf.h>

enum { BOM_MAX = 4, PIVOT = 16 * 1024 };

/* ── Telling the encoding ────────────────────────────────────────────────────────────────────────────── */

static const struct {
	unsigned char bytes[BOM_MAX];
	size_t length;
	const char *encoding;
} byte_order_marks[] = {
	{{0xEF, 0xBB, 0xBF}, 3, "UTF-8"},
	{{0xFF, 0xFE, 0x00, 0x00}, 4, "UTF-32LE"},
	{{0x00, 0x00, 0xFE, 0xFF}, 4, "UTF-32BE"},
	{{0xFF, 0xFE}, 2, "UTF-16LE"},
	{{0xFE, 0xFF}, 2, "UTF-16BE"},
	{{0x84, 0x31, 0x95, 0x33}, 4, "GB18030"},
};

#define MHT N_("is a web page packed for keeping (mht), no text: save it as .html or .txt first")
/* What people hand over instead of a text, by its first bytes. */
static const struct {
	const char *bytes, *what;
} foreign_files[] = {
	{"PK\003\004",
	 N_("is a workbook, a document or another packed file, no text: save a table as CSV, a document as .txt first")},
	{"\320\317\021\340",
	 N_("is a workbook or document of old Office, no text: save a table as CSV, a document as .txt first")},
	{"%PDF-", N_("is a PDF, no text: save a table as CSV, a text as .txt first")},
	{"From: <Saved by", MHT},
	{"From: \"Saved by", MHT},
	{"MIME-Version: 1.0", MHT},
	{"Content-Type: multipart/related", MHT},
	{"\211PNG", N_("is a picture, no text")},
	{"\377\330\377", N_("is a picture, no text")},
};

/* Whether the whole sample decodes; its last character may be cut off. */
static bool decodes(const struct inspection *seen, const char *encoding)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(encoding, &status);
	const char *at = (const char *)seen->sample, *end = at + seen->sampled;
	UChar out[1024];

	if (U_FAILURE(status))
		return false;
	ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	do {
		UChar *target = out;

		status = U_ZERO_ERROR;
		ucnv_toUnicode(converter, &target, out + COUNT(out), &at, end, NULL, false, &status);
	} while (status == U_BUFFER_OVERFLOW_ERROR);
	ucnv_close(converter);
	return U_SUCCESS(status);
}

enum { LOW_TRAILS = 1, HIGH_TRAILS = 2, ANY_TRAILS = LOW_TRAILS | HIGH_TRAILS };

/* How much of the sample is everyday Chinese if read in two-byte characters with leads from `low` to `high`, in percent.
 * In GB 2312, rows B0 to D7 are the 3,755 common characters; in Big5, rows A4 to C6 are the 5,401. A wrong guess
 * falls outside about every other time. `trails`: which second bytes count; those of Big5 are low four times in ten. */
static unsigned common_share(const struct inspection *seen, unsigned char low, unsigned char high, unsigned trails)
{
	size_t common = 0, all = 0;

	for (size_t i = 0; i + 1 < seen->sampled; i++) {
		unsigned char lead = seen->sample[i], trail = seen->sample[i + 1];

		if (lead < 0x80)
			continue;
		if (trail >= '0' && trail <= '9' && i + 3 < seen->sampled && seen->sample[i + 2] >= 0x81) {
			i += 3; /* four bytes, as only GB 18030 has them */
			all++;
			common += trails == HIGH_TRAILS;
			continue;
		}
		i++;
		if (lead >= 0xA1 && lead <= 0xA3) /* punctuation and full-width letters in either */
			continue;
		all++;
		common += lead >= low && lead <= high &&
			  (trails & (trail >= 0xA1   ? HIGH_TRAILS
				     : trail <= 0x7E ? LOW_TRAILS
						     : 0));
	}
	return all ? (unsigned)(common * 100 / all) : 0;
}

/* Hangul lies in the rows B0 to C8, and Chinese does not stay there for long. */
static bool is_hangul(const struct inspection *seen)
{
	size_t count = 0;

	for (size_t i = 0; i + 1 < seen->sampled; i++) {
		if (seen->sample[i] < 0x80)
			continue;
		if (seen->sample[i] > 0xC8 || seen->sample[i] < 0xA1)
			return false;
		count++;
		i++;
	}
	return count >= 24;
}

/* ISO names for what is in truth its Windows superset */
static const struct {
	const char *said, *meant;
} supersets[] = {
	{"ISO-8859-1", "windows-1252"},
	{"ISO-8859-9", "windows-1254"},
	{"GB2312", "GB18030"},
	{"GBK", "GB18030"},
	{"CP936", "GB18030"},
	{"MS936", "GB18030"},
	{"936", "GB18030"},
	{"windows-936", "GB18030"},
	{"GB_2312-80", "GB18030"},
	{"EUC-CN", "GB18030"},
	{"ASCII", "UTF-8"},
	{"US-ASCII", "UTF-8"},
};

static const char *superset(const char *encoding)
{
	for (size_t i = 0; i < COUNT(supersets); i++)
		if (!ucnv_compareNames(encoding, supersets[i].said))
			return supersets[i].meant;
	return encoding;
}

enum { SURE = 40 }; /* of ICU's hundred: below, a few accents have been weighed */

/* ICU's opinion, for what is not Chinese; few words with accents are windows-1252 until ICU is sure of another. */
static void ask_icu(char encoding[ENCODING_NAME], const struct inspection *seen)
{
	UErrorCode status = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&status);
	const UCharsetMatch **matches;
	int32_t count = 0;

	strcpy(encoding, decodes(seen, "windows-1252") ? "windows-1252" : "GB18030");
	ucsdet_setText(detector, (const char *)seen->sample, (int32_t)seen->sampled, &status);
	matches = ucsdet_detectAll(detector, &count, &status);
	for (int32_t i = 0; U_SUCCESS(status) && i < count; i++) {
		const char *name = superset(ucsdet_getName(matches[i], &status));

		if (ucsdet_getConfidence(matches[i], &status) < SURE)
			break;
		if (strlen(name) < ENCODING_NAME && strncmp(name, "UTF", 3) && decodes(seen, name)) {
			strcpy(encoding, name);
			break;
		}
	}
	ucsdet_close(detector);
}

static void guess_legacy(char encoding[ENCODING_NAME], const struct inspection *seen)
{
	unsigned simplified = common_share(seen, 0xB0, 0xD7, HIGH_TRAILS);
	unsigned traditional = decodes(seen, "Big5") ? common_share(seen, 0xA4, 0xC6, ANY_TRAILS) : 0;

	if (is_hangul(seen) && decodes(seen, "EUC-KR"))
		strcpy(encoding, "EUC-KR");
	else if (simplified >= 60 && simplified >= traditional && (simplified >= 90 || decodes(seen, "GB18030")))
		strcpy(encoding, "GB18030");
	else if (traditional >= 80 && common_share(seen, 0xA4, 0xC6, LOW_TRAILS) >= 10)
		strcpy(encoding, "Big5");
	else
		ask_icu(encoding, seen);
}

vg_status encoding_named(char encoding[ENCODING_NAME], const char *name, vg_error *error)
{
	UErrorCode status = U_ZERO_ERROR;
	const char *meant = superset(name);

	if (!ucnv_compareNames(meant, "UTF-8")) {
		strcpy(encoding, "UTF-8");
		return VG_OK;
	}
	ucnv_close(ucnv_open(meant, &status));
	if (U_FAILURE(status) || strlen(meant) >= ENCODING_NAME)
		return fail(error, VG_USAGE, _("no such encoding: '%s'"), name);
	strcpy(encoding, meant);
	return VG_OK;
}

/* The encoding that a web page names in its first 1,024 bytes (HTML Standard, 13.2.3.2), if the sample can be in it: many
 * pages name one and are in another. */
static bool ask_page(char encoding[ENCODING_NAME], const struct inspection *seen)
{
	const char *start = (const char *)seen->start, *end = start + sizeof seen->start, *at = start;
	char named[ENCODING_NAME];
	size_t length = 0;

	while (at < end && strchr(" \t\r\n", *at) && *at)
		at++;
	if (at == end || *at != '<')
		return false;
	while (at < end - 8 && strncasecmp(at, "charset=", 8))
		at++;
	for (at += at < end - 8 ? 8 : 0; at < end && (*at == '"' || *at == '\'' || *at == ' ');)
		at++;
	while (at < end && length + 1 < sizeof named && (isalnum((unsigned char)*at) || (*at && strchr("-_.:", *at))))
		named[length++] = *at++;
	named[length] = '\0';
	return length && !encoding_named(encoding, named, &(vg_error){0}) && strcmp(encoding, "UTF-8") &&
	       decodes(seen, encoding);
}

vg_status encoding_detect(char encoding[ENCODING_NAME], const struct inspection *seen, const char *path,
			  vg_error *error)
{
	for (size_t i = 0; i < COUNT(foreign_files); i++)
		if (!memcmp(seen->start, foreign_files[i].bytes, strlen(foreign_files[i].bytes)))
			return fail(error, VG_BAD_INPUT, "%s: %s", path, _(foreign_files[i].what));
	for (size_t i = 0; i < COUNT(byte_order_marks); i++)
		if (!memcmp(seen->start, byte_order_marks[i].bytes, byte_order_marks[i].length)) {
			strcpy(encoding, byte_order_marks[i].encoding);
			return VG_OK;
		}
	if (seen->zeros && seen->size % 2 == 0 && seen->little != seen->big)
		strcpy(encoding, seen->little > seen->big ? "UTF-16LE" : "UTF-16BE");
	else if (seen->bad_bytes <=
		 seen->sequences / 8) /* UTF-8 with a wound: say where, do not read it as something else */
		strcpy(encoding, "UTF-8");
	else if (!ask_page(encoding, seen))
		guess_legacy(encoding, seen);
	return VG_OK;
}

/* ── Decoding ────────────────────────────────────────────────────────────────────────────────────────── */

struct decoder {
	UConverter *from;
	UChar pivot[PIVOT + 1];	    /* so that both halves of a character fit at the end */
	int32_t offsets[PIVOT + 1]; /* where a character begins, in the bytes that were given when it was read */
	size_t start, end;	    /* what of the pivot is full */
	bool has_more;		    /* the converter holds characters for which there was no room */
	uint64_t raw, done;	    /* bytes read and written, since the last reset */
	int64_t base;		    /* of the offsets */
	struct origins *origins;
};

vg_status decoder_open(struct decoder **result, const char *encoding, vg_error *error)
{
	struct decoder *decoder = memory_get(sizeof *decoder);
	UErrorCode status = U_ZERO_ERROR;

	decoder->from = ucnv_open(encoding, &status);
	ucnv_setToUCallBack(decoder->from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	if (U_FAILURE(status)) {
		decoder_free(decoder);
		*result = NULL;
		return fail(error, VG_USAGE, _("no such encoding: '%s'"), encoding);
	}
	*result = decoder;
	return VG_OK;
}

void decoder_track(struct decoder *decoder, struct origins *origins)
{
	decoder->origins = origins;
}

void decoder_reset(struct decoder *decoder)
{
	ucnv_reset(decoder->from);
	decoder->start = decoder->end = 0;
	decoder->has_more = false;
	decoder->raw = decoder->done = 0;
}

/* Fills the empty pivot. A character whose first bytes came earlier begins before the first of these. */
static bool fill_pivot(struct decoder *decoder, const char **raw, const char *raw_end, bool is_last)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar *target = decoder->pivot;
	const char *at = *raw;
	int32_t pending = ucnv_toUCountPending(decoder->from, &status);

	ucnv_toUnicode(decoder->from, &target, decoder->pivot + PIVOT, &at, raw_end, decoder->offsets, is_last,
		       &status);
	if (status == U_BUFFER_OVERFLOW_ERROR && U16_IS_LEAD(target[-1])) {
		status = U_ZERO_ERROR;
		ucnv_toUnicode(decoder->from, &target, target + 1, &at, raw_end, NULL, is_last, &status);
	}
	decoder->start = 0;
	decoder->end = (size_t)(target - decoder->pivot);
	decoder->base = (int64_t)decoder->raw;
	for (size_t i = 0; i < decoder->end && decoder->offsets[i] < 0; i++)
		decoder->offsets[i] = pending > 0 ? -pending : 0;
	decoder->raw += (uint64_t)(at - *raw);
	*raw = at;
	decoder->has_more = status == U_BUFFER_OVERFLOW_ERROR;
	return U_SUCCESS(status) || decoder->has_more;
}

/* Writes what the pivot holds, as far as there is room for any character. */
static size_t drain_pivot(struct decoder *decoder, char *out, size_t size)
{
	int32_t length = 0;

	while (decoder->start < decoder->end && (size_t)length + U8_MAX_LENGTH <= size) {
		size_t at = decoder->start;
		int32_t before = length;
		UChar32 character;

		U16_NEXT(decoder->pivot, decoder->start, decoder->end, character);
		U8_APPEND_UNSAFE(out, length, character);
		if (decoder->origins)
			origins_add(decoder->origins, decoder->done + (uint64_t)before,
				    (uint64_t)(decoder->base + decoder->offsets[at]), (uint32_t)(length - before));
	}
	decoder->done += (uint64_t)length;
	return (size_t)length;
}

bool decoder_run(struct decoder *decoder, const char **raw, const char *raw_end, bool is_last, char *out, size_t size,
		 size_t *length, bool *is_drained)
{
	bool is_decoded = true, is_through = false;

	*length = 0;
	for (;;) {
		*length += drain_pivot(decoder, out + *length, size - *length);
		if (decoder->start < decoder->end || !is_decoded)
			break;
		is_through = *raw == raw_end && !decoder->has_more;
		if (is_through && !(is_last && ucnv_toUCountPending(decoder->from, &(UErrorCode){0}) > 0))
			break;
		is_decoded = fill_pivot(decoder, raw, raw_end, is_last);
	}
	*is_drained = is_last && is_decoded && is_through && decoder->start == decoder->end;
	return is_decoded;
}

bool decoder_is_full(const struct decoder *decoder)
{
	return decoder->start < decoder->end || decoder->has_more;
}

void decoder_free(struct decoder *decoder)
{
	if (!decoder)
		return;
	if (decoder->from)
		ucnv_close(decoder->from);
	free(decoder);
}

/* ── Names of files ──────────────────────────────────────────────────────────────────────────────────── */

static bool is_text(const char *name)
{
	while (*name)
		if (text_next(&name) == 0xfffd)
			return false;
	return true;
}

char *text_of_file_name(struct arena *arena, const char *name)
{
	const size_t room = 2 * strlen(name) + U8_MAX_LENGTH; /* of three bytes for two at most */
	const char *at = name, *end = name + strlen(name);
	struct decoder *decoder;
	size_t length = 0;
	bool is_drained = false;
	char *text;

	if (is_text(name) || decoder_open(&decoder, "GB18030", &(vg_error){0}))
		return arena_text(arena, name);
	text = arena_get(arena, room + 1);
	if (!decoder_run(decoder, &at, end, true, text, room, &length, &is_drained) || !is_drained) {
		for (at = name, length = 0; *at; length++) /* of no encoding that we know: what is readable stays */
			text[length] = text_next(&at) < 0x80 ? at[-1] : '?';
		text[length] = '\0';
	}
	decoder_free(decoder);
	return text;
}
