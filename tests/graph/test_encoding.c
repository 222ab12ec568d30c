/* test_encoding.c - files in any encoding are read as UTF-8, or refused with the line that is wrong. */
#include "graph/text.h"

#include <setjmp.h>
#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unistd.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char simplified[] = "姓名,职务,单位\n张红军,党工委书记,郑州高新区\n吴通红,董事长,光明食品国际有限公司\n";
static const char traditional[] = "姓名,職務,單位\n張紅軍,黨工委書記,鄭州高新區\n吳通紅,董事長,光明食品國際有限公司\n";

static char path[] = "/tmp/visitgraph-test-XXXXXX";

static int make_file(void **state)
{
	(void)state;
	return close(mkstemp(path));
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

static void write_file(const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

/* Writes the text `times` times in an encoding. */
static void write_text(const char *text, const char *encoding, size_t times)
{
	UErrorCode status = U_ZERO_ERROR;
	char bytes[4096];
	int32_t length = ucnv_convert(encoding, "UTF-8", bytes, sizeof bytes, text, -1, &status);
	struct text all = {0};

	assert_true(U_SUCCESS(status));
	for (size_t i = 0; i < times; i++)
		text_add(&all, bytes, (size_t)length);
	write_file(all.bytes, all.length);
	text_free(&all);
}

static vg_status read_file(struct text *whole, const char *encoding, char found[32], vg_error *error)
{
	struct reader *reader;
	const char *bytes;
	size_t length;
	vg_status status = reader_open(&reader, path, encoding, error);

	if (status)
		return status;
	snprintf(found, 32, "%s", reader_encoding(reader));
	while (!(status = reader_next(reader, &bytes, &length, error)) && length)
		text_add(whole, bytes, length);
	reader_free(reader);
	return status;
}

static void check(const char *text, const char *encoding, const char *expected, size_t times)
{
	struct text whole = {0};
	char found[32] = "";
	vg_error error;

	write_text(text, encoding, times);
	if (read_file(&whole, NULL, found, &error))
		fail_msg("%s: %s", encoding, error.message);
	assert_string_equal(found, expected);
	assert_int_equal(whole.length, times * strlen(text));
	for (size_t i = 0; i < times; i++)
		assert_memory_equal(whole.bytes + i * strlen(text), text, strlen(text));
	text_free(&whole);
}

static void test_detection(void **state)
{
	static const struct {
		const char *text, *encoding, *expected;
	} cases[] = {
		{simplified, "UTF-8", "UTF-8"},
		{simplified, "GB18030", "GB18030"},
		{simplified, "UTF-16LE", "UTF-16LE"},
		{simplified, "UTF-16BE", "UTF-16BE"},
		{"姓名\n李雅\n", "GBK", "GB18030"},
		{"姓名,单位\n䶮喆,玥公司\n", "GB18030", "GB18030"},
		{traditional, "GBK", "GB18030"},
		{traditional, "Big5", "Big5"},
		{"Müller;Zürich", "windows-1252", "windows-1252"},
		{"name;organization\nGröße;Straße\n", "windows-1252", "windows-1252"},
		{"name,title\nAnna,CEO\n", "US-ASCII", "UTF-8"},
		{"a,b\n一,一\n一一,一\n", "UTF-16LE", "UTF-16LE"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		check(cases[i].text, cases[i].encoding, cases[i].expected, 1);
}

/* Several blocks, whose ends fall inside characters. */
static void test_large_files(void **state)
{
	(void)state;
	check(simplified, "UTF-8", "UTF-8", 7001);
	check(simplified, "GB18030", "GB18030", 9001);
	check(simplified, "UTF-16LE", "UTF-16LE", 8001);
	check("x姓𠮷名䶮\n", "GB18030", "GB18030", 50001);
}

static void test_late_names(void **state)
{
	struct text bytes = {0}, whole = {0};
	char found[32];
	vg_error error;

	(void)state;
	for (unsigned i = 0; i < 100000; i++)
		text_put(&bytes, "name,title\n");
	text_put(&bytes, "\xD5\xC5\xBA\xEC\xBE\xFC,\xCA\xE9\xBC\xC7\n"); /* 张红军,书记 */
	write_file(bytes.bytes, bytes.length);
	assert_int_equal(read_file(&whole, NULL, found, &error), VG_OK);
	assert_string_equal(found, "GB18030");
	assert_string_equal(whole.bytes + whole.length - strlen("张红军,书记\n"), "张红军,书记\n");
	text_free(&bytes);
	text_free(&whole);
}

static void test_byte_order_marks(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *encoding, *text;
	} cases[] = {
		{"\xEF\xBB\xBF"
		 "a,b\n",
		 7, "UTF-8", "a,b\n"},
		{"\xFF\xFE"
		 "a\0\n\0",
		 6, "UTF-16LE", "a\n"},
		{"\xFE\xFF\0a\0\n", 6, "UTF-16BE", "a\n"},
		{"\xFF\xFE\0\0a\0\0\0", 8, "UTF-32LE", "a"},
		{"\xEF\xBB\xBF", 3, "UTF-8", ""},
		{"", 0, "UTF-8", ""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct text whole = {0};
		char found[32];
		vg_error error;

		write_file(cases[i].bytes, cases[i].length);
		assert_int_equal(read_file(&whole, NULL, found, &error), VG_OK);
		assert_string_equal(found, cases[i].encoding);
		assert_string_equal(whole.bytes ? whole.bytes : "", cases[i].text);
		text_free(&whole);
	}
}

static void refuse(const char *bytes, size_t length, const char *encoding, vg_status expected, const char *what)
{
	struct text whole = {0};
	char found[32];
	vg_error error;

	write_file(bytes, length);
	assert_int_equal(read_file(&whole, encoding, found, &error), expected);
	if (!strstr(error.message, what))
		fail_msg("%s", error.message);
	text_free(&whole);
}

static void test_refusals(void **state)
{
	struct text bytes = {0};

	(void)state;
	text_put(&bytes, simplified);
	text_put(&bytes, "\xE5\xBC,\n");
	refuse(bytes.bytes, bytes.length, NULL, VG_BAD_INPUT, ":4: bytes that are not UTF-8");
	refuse("a,b\n\xD5\xC5\xFF\xFF\n", 9, "GB18030", VG_BAD_INPUT, ":2: bytes that are not GB18030");
	refuse("a\nb\0c", 5, NULL, VG_BAD_INPUT, "zero bytes");
	refuse("PK\003\004 and so on", 14, NULL, VG_BAD_INPUT, "save a table as CSV");
	refuse("From: <Saved by Blink>\r\n", 24, NULL, VG_BAD_INPUT, "save it as .html");
	refuse("MIME-Version: 1.0\r\n", 19, NULL, VG_BAD_INPUT, "save it as .html");
	refuse("a", 1, "no-such", VG_USAGE, "no such encoding: 'no-such'");
	text_free(&bytes);
}

static void test_no_files(void **state)
{
	struct reader *reader;
	vg_error error;

	(void)state;
	assert_int_equal(reader_open(&reader, "/nowhere/at.all", NULL, &error), VG_IO);
	assert_string_equal(error.message, "cannot open '/nowhere/at.all': No such file or directory");
	assert_int_equal(reader_open(&reader, "/tmp", NULL, &error), VG_IO);
	assert_string_equal(error.message, "cannot read '/tmp': Is a directory");
	assert_null(reader);
}

static void test_named_encoding(void **state)
{
	struct text whole = {0};
	char found[32];
	vg_error error;

	(void)state;
	write_text("Zürich", "windows-1252", 1);
	assert_int_equal(read_file(&whole, "gbk", found, &error), VG_OK);
	assert_string_equal(found, "GB18030");
	text_free(&whole);
	assert_int_equal(read_file(&whole, "latin1", found, &error), VG_OK);
	assert_string_equal(whole.bytes, "Zürich");
	text_free(&whole);
}

static void test_digest(void **state)
{
	struct reader *reader;
	const char *bytes;
	uint64_t digest[2];
	size_t length;
	vg_error error;

	(void)state;
	write_text(simplified, "GB18030", 1);
	assert_int_equal(reader_open(&reader, path, NULL, &error), VG_OK);
	memcpy(digest, reader_digest(reader), sizeof digest);
	assert_int_equal(reader_next(reader, &bytes, &length, &error), VG_OK);
	assert_int_equal(reader_done(reader), reader_size(reader));
	assert_int_equal(reader_rewind(reader, &error), VG_OK);
	assert_int_equal(reader_done(reader), 0);
	write_text(simplified, "GB18030", 2);
	while (reader_next(reader, &bytes, &length, &error) == VG_OK && length)
		;
	assert_non_null(strstr(error.message, "changed while it was read"));
	reader_free(reader);
	assert_int_equal(reader_open(&reader, path, NULL, &error), VG_OK);
	assert_true(reader_digest(reader)[0] != digest[0]);
	reader_free(reader);
}

/* Every character of the text, and the end, is where its encoding puts it. */
static void check_origins(const char *text, const char *encoding, const char *mark, size_t mark_length, size_t times)
{
	struct text raw = {0};
	struct reader *reader;
	const char *bytes;
	size_t length, done = 0, at = mark_length, place = 0;
	vg_error error;

	text_add(&raw, mark, mark_length);
	for (size_t i = 0; i < times; i++) {
		char encoded[1024];
		UErrorCode status = U_ZERO_ERROR;

		text_add(&raw, encoded, (size_t)ucnv_convert(encoding, "UTF-8", encoded, sizeof encoded, text, -1, &status));
		assert_true(U_SUCCESS(status));
	}
	write_file(raw.bytes, raw.length);
	assert_int_equal(reader_open(&reader, path, encoding, &error), VG_OK);
	reader_track(reader);
	assert_int_equal(reader_rewind(reader, &error), VG_OK);
	while (!reader_next(reader, &bytes, &length, &error) && length)
		done += length;
	assert_int_equal(done, times * strlen(text));
	for (size_t i = 0; i < times; i++)
		for (const char *character = text, *next = text; *character; character = next) {
			char encoded[16];
			UErrorCode status = U_ZERO_ERROR;

			assert_int_equal(reader_origin(reader, place), at);
			text_next(&next);
			at += (size_t)ucnv_convert(encoding, "UTF-8", encoded, sizeof encoded,
						   (char[5]){character[0], next - character > 1 ? character[1] : 0,
							     next - character > 2 ? character[2] : 0,
							     next - character > 3 ? character[3] : 0}, -1, &status);
			place += (size_t)(next - character);
			if (place % 4096 < 4)
				reader_forget(reader, place);
		}
	assert_int_equal(reader_origin(reader, place), raw.length);
	reader_free(reader);
	text_free(&raw);
}

static void test_origins(void **state)
{
	static const char mixed[] = "本报讯 2月1日, 𠮷田 visits 高新区。\r\n", big[] = "本報訊 2月1日，高新區。\n";

	(void)state;
	check_origins(mixed, "UTF-8", "", 0, 5);
	check_origins(mixed, "UTF-8", "\xEF\xBB\xBF", 3, 20001);
	check_origins(mixed, "GB18030", "", 0, 20001);
	check_origins(mixed, "GB18030", "\x84\x31\x95\x33", 4, 3);
	check_origins(mixed, "UTF-16LE", "\xFF\xFE", 2, 20001);
	check_origins(mixed, "UTF-16BE", "", 0, 20001);
	check_origins(big, "Big5", "", 0, 20001);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		{"the encoding is told from a few lines", test_detection, NULL, NULL, NULL},
		{"large files are read in blocks, whatever character a block ends in", test_large_files, NULL, NULL,
		 NULL},
		{"the first Chinese name may stand on line 100,001", test_late_names, NULL, NULL, NULL},
		{"a byte order mark is taken off", test_byte_order_marks, NULL, NULL, NULL},
		{"what is no text in its encoding is refused, with the line", test_refusals, NULL, NULL, NULL},
		{"a file that cannot be read is a failure of the system's", test_no_files, NULL, NULL, NULL},
		{"a named encoding is used as it is meant", test_named_encoding, NULL, NULL, NULL},
		{"where in the file a character stood is known of every one", test_origins, NULL, NULL, NULL},
		{"the digest is of the bytes, and a file that changes underway is noticed", test_digest, NULL, NULL,
		 NULL},
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
