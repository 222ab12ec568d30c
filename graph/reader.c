/* reader.c - files as UTF-8, block by block.
 *
 * A file is read twice. The first time through gives its digest, whether it is valid UTF-8, where zero bytes stand,
 * and a sample from its first byte beyond ASCII on; from these its encoding is told. The second time decodes it.
 * Whoever guesses from a file's beginning takes a million rows for ASCII and stumbles over the first name in it. */
#include "graph/encoding.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { BLOCK = 256 * 1024, SEQUENCE_MAX = 4 };

struct reader {
	struct arena arena;
	const char *path; /* as messages name it */
	int file;
	uint64_t digest[2], size, done;
	char encoding[ENCODING_NAME];
	bool is_stream, is_at_start, is_at_end, is_drained;
	XXH3_state_t *seen; /* digest of what was read; the second time the same, or the file changed under our hands */
	char *raw;
	const char *raw_at, *raw_end;
	struct decoder *decoder; /* NULL: the file is UTF-8 */
	char *decoded;
	size_t lines; /* decoded so far */
	bool is_tracked;
	struct origins origins; /* of what was decoded, its byte order mark included */
	size_t skipped;		/* bytes of that mark, which are not given */
};

/* ── Reading ─────────────────────────────────────────────────────────────────────────────────────────── */

/* As many bytes as there are, up to `size`; -1 on failure. */
static ssize_t read_block(int file, void *bytes, size_t size)
{
	size_t filled = 0;

	while (filled < size) {
		ssize_t count = read(file, (char *)bytes + filled, size - filled);

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return -1;
		if (!count)
			break;
		filled += (size_t)count;
	}
	return (ssize_t)filled;
}

static bool write_block(int file, const char *bytes, size_t size)
{
	while (size) {
		ssize_t count = write(file, bytes, size);

		if (count < 0 && errno == EINTR)
			continue;
		if (count < 0)
			return false;
		bytes += count;
		size -= (size_t)count;
	}
	return true;
}

static vg_status cannot_read(const char *path, vg_error *error)
{
	return fail(error, VG_IO, _("cannot read '%s': %s"), path, _(strerror(errno)));
}

static const char *temporary_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return text_is_empty(folder) ? "/tmp" : folder;
}

/* A file without a name in the folder for such. */
static int open_nameless(void)
{
	struct text path = {0};
	int file;

	text_print(&path, "%s/visitgraph-XXXXXX", temporary_folder());
	file = mkstemp(path.bytes);
	if (file >= 0)
		unlink(path.bytes);
	text_free(&path);
	return file;
}

/* What cannot be read twice is kept in a file without a name. */
static vg_status keep_stream(struct reader *reader, int stream, vg_error *error)
{
	ssize_t count = 0;

	reader->file = open_nameless();
	if (reader->file < 0)
		return fail(error, VG_IO, _("cannot make a temporary file in '%s': %s"), temporary_folder(), _(strerror(errno)));
	while ((count = read_block(stream, reader->raw, BLOCK)) > 0)
		if (!write_block(reader->file, reader->raw, (size_t)count))
			return fail(error, VG_IO, _("cannot write a temporary file in '%s': %s"), temporary_folder(),
				    _(strerror(errno)));
	if (count < 0)
		return cannot_read(reader->path, error);
	return lseek(reader->file, 0, SEEK_SET) ? cannot_read(reader->path, error) : VG_OK;
}

static vg_status open_file(struct reader *reader, vg_error *error)
{
	struct stat about;
	vg_status status;
	int file;

	if (reader->is_stream)
		return keep_stream(reader, STDIN_FILENO, error);
	file = open(reader->path, O_RDONLY | O_CLOEXEC);
	if (file < 0)
		return fail(error, VG_IO, _("cannot open '%s': %s"), reader->path, _(strerror(errno)));
	reader->file = file;
	if (fstat(file, &about))
		return cannot_read(reader->path, error);
	if (S_ISREG(about.st_mode))
		return VG_OK;
	if (S_ISDIR(about.st_mode)) {
		errno = EISDIR;
		return cannot_read(reader->path, error);
	}
	status = keep_stream(reader, file, error);
	close(file);
	return status;
}

/* ── The first reading ───────────────────────────────────────────────────────────────────────────────── */

/* How many bytes the UTF-8 sequence at `bytes` has: 0 where there is none, -1 where it goes on behind `end`.
 * The Unicode Standard 15.0, table 3-7. */
static int sequence_length(const unsigned char *bytes, const unsigned char *end)
{
	unsigned char lead = *bytes;
	unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;

	for (int i = 1; i < length; i++) {
		if (bytes + i == end)
			return -1;
		if (bytes[i] < (i == 1 ? low : 0x80) || bytes[i] > (i == 1 ? high : 0xBF))
			return 0;
	}
	return length;
}

/* Three bytes that are a Han character of everyday, E4 to E9 in front. */
static bool is_han(const unsigned char *bytes)
{
	return *bytes >= 0xE4 && *bytes <= 0xE9 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80;
}

static const unsigned char *skip_ascii(const unsigned char *at, const unsigned char *end)
{
	uint64_t word;

	for (; end - at >= (ptrdiff_t)sizeof word; at += sizeof word) {
		memcpy(&word, at, sizeof word);
		if (word & UINT64_C(0x8080808080808080))
			break;
	}
	while (at < end && *at < 0x80)
		at++;
	return at;
}

/* Checks a block for UTF-8, and returns how many bytes at its end begin a sequence that the next block ends. */
static size_t inspect_utf8(struct inspection *seen, const unsigned char *block, size_t length, uint64_t offset)
{
	const unsigned char *at = block, *end = block + length;

	while ((at = skip_ascii(at, end)) < end) {
		int count;

		for (; end - at >= 3 && is_han(at); at += 3)
			seen->sequences++;
		if (at == end || *at < 0x80)
			continue;
		count = sequence_length(at, end);
		if (count < 0)
			return (size_t)(end - at);
		if (!count && !seen->bad_bytes++)
			seen->bad_offset = offset + (uint64_t)(at - block);
		seen->sequences += count > 0;
		at += count ? count : 1;
	}
	return 0;
}

static void inspect_zeros(struct inspection *seen, const unsigned char *block, size_t length)
{
	for (size_t i = 0; i < length; i++)
		seen->zeros += !block[i];
	for (size_t i = 0; i + 1 < length; i += 2) {
		seen->little += !block[i + 1] && block[i] && strchr("\n\r\t,;", block[i]);
		seen->big += !block[i] && block[i + 1] && strchr("\n\r\t,;", block[i + 1]);
	}
}

static void take_sample(struct inspection *seen, const unsigned char *block, size_t length)
{
	const unsigned char *end = block + length;
	size_t room = SAMPLE - seen->sampled;

	if (!seen->sampled)
		block = skip_ascii(block, end);
	if (room > (size_t)(end - block))
		room = (size_t)(end - block);
	memcpy(seen->sample + seen->sampled, block, room);
	seen->sampled += room;
}

static vg_status inspect(struct inspection *seen, struct reader *reader, vg_error *error)
{
	unsigned char *block = memory_get(BLOCK + SEQUENCE_MAX), *fresh;
	size_t kept = 0;
	ssize_t count;

	while ((count = read_block(reader->file, fresh = block + kept, BLOCK)) > 0) {
		size_t length = (size_t)count;

		if (!seen->size)
			memcpy(seen->start, fresh, length < sizeof seen->start ? length : sizeof seen->start);
		XXH3_128bits_update(reader->seen, fresh, length);
		if (memchr(fresh, 0, length))
			inspect_zeros(seen, fresh, length);
		take_sample(seen, fresh, length);
		length += kept;
		kept = inspect_utf8(seen, block, length, seen->size - kept);
		memmove(block, block + length - kept, kept);
		seen->size += (size_t)count;
	}
	free(block);
	if (kept && !seen->bad_bytes++)
		seen->bad_offset = seen->size - kept;
	return count < 0 ? cannot_read(reader->path, error) : VG_OK;
}

/* ── Opening ─────────────────────────────────────────────────────────────────────────────────────────── */

/* The line on which a byte of the raw file stands. */
static size_t line_of(struct reader *reader, uint64_t offset)
{
	size_t line = 1;
	ssize_t count;

	if (lseek(reader->file, 0, SEEK_SET))
		return line;
	while (offset && (count = read_block(reader->file, reader->raw, offset < BLOCK ? (size_t)offset : BLOCK)) > 0) {
		for (ssize_t i = 0; i < count; i++)
			line += reader->raw[i] == '\n';
		offset -= (uint64_t)count;
	}
	return line;
}

static vg_status not_in_encoding(const struct reader *reader, size_t line, vg_error *error)
{
	return fail(error, VG_BAD_INPUT, _("%s:%zu: bytes that are not %s: another encoding, or a damaged file"),
		    reader->path, line, reader->encoding);
}

static vg_status settle_encoding(struct reader *reader, const char *asked, const struct inspection *seen,
				 vg_error *error)
{
	vg_status status = asked ? encoding_named(reader->encoding, asked, error)
				 : encoding_detect(reader->encoding, seen, reader->path, error);

	if (status)
		return status;
	if (strcmp(reader->encoding, "UTF-8")) {
		reader->decoded = memory_get(BLOCK);
		return decoder_open(&reader->decoder, reader->encoding, error);
	}
	if (seen->bad_bytes)
		return not_in_encoding(reader, line_of(reader, seen->bad_offset), error);
	if (seen->zeros)
		return fail(error, VG_BAD_INPUT, _("%s: zero bytes in it: this is no text file"), reader->path);
	return VG_OK;
}

static vg_status inspect_and_settle(struct reader *reader, const char *asked, vg_error *error)
{
	struct inspection *seen = memory_get(sizeof *seen);
	XXH128_hash_t digest;
	vg_status status;

	XXH3_128bits_reset(reader->seen);
	status = inspect(seen, reader, error);
	digest = XXH3_128bits_digest(reader->seen);
	reader->digest[0] = digest.low64;
	reader->digest[1] = digest.high64;
	reader->size = seen->size;
	if (!status)
		status = settle_encoding(reader, asked, seen, error);
	free(seen);
	return status;
}

vg_status reader_open(struct reader **result, const char *path, const char *encoding, vg_error *error)
{
	struct reader *reader = memory_get(sizeof *reader);
	vg_status status;

	reader->is_stream = !strcmp(path, "-");
	reader->path = arena_text(&reader->arena, reader->is_stream ? "stdin" : path);
	reader->file = -1;
	reader->raw = memory_get(BLOCK);
	reader->seen = XXH3_createState();
	if ((status = open_file(reader, error)) || (status = inspect_and_settle(reader, encoding, error)) ||
	    (status = reader_rewind(reader, error))) {
		reader_free(reader);
		*result = NULL;
		return status;
	}
	*result = reader;
	return VG_OK;
}

/* ── The second reading ──────────────────────────────────────────────────────────────────────────────── */

void reader_track(struct reader *reader)
{
	reader->is_tracked = true;
}

uint64_t reader_origin(const struct reader *reader, uint64_t place)
{
	place += reader->skipped;
	return reader->decoder ? origins_find(&reader->origins, place, reader->size) : place;
}

void reader_forget(struct reader *reader, uint64_t place)
{
	origins_forget(&reader->origins, place + reader->skipped);
}

vg_status reader_rewind(struct reader *reader, vg_error *error)
{
	if (lseek(reader->file, 0, SEEK_SET))
		return cannot_read(reader->path, error);
	XXH3_128bits_reset(reader->seen);
	reader->done = reader->lines = 0;
	reader->is_at_start = true;
	reader->is_at_end = reader->is_drained = false;
	reader->raw_at = reader->raw_end = reader->raw;
	reader->skipped = 0;
	origins_free(&reader->origins);
	if (!reader->decoder)
		return VG_OK;
	decoder_reset(reader->decoder);
	decoder_track(reader->decoder, reader->is_tracked ? &reader->origins : NULL);
	return VG_OK;
}

static vg_status read_raw(struct reader *reader, vg_error *error)
{
	ssize_t count = read_block(reader->file, reader->raw, BLOCK);
	XXH128_hash_t digest;

	if (count < 0)
		return cannot_read(reader->path, error);
	XXH3_128bits_update(reader->seen, reader->raw, (size_t)count);
	reader->done += (uint64_t)count;
	reader->raw_at = reader->raw;
	reader->raw_end = reader->raw + count;
	if (count)
		return VG_OK;
	reader->is_at_end = true;
	digest = XXH3_128bits_digest(reader->seen);
	if (digest.low64 != reader->digest[0] || digest.high64 != reader->digest[1])
		return fail(error, VG_IO, _("'%s' changed while it was read"), reader->path);
	return VG_OK;
}

/* Decodes into reader->decoded until that is full or the raw bytes are used up. */
static vg_status decode(struct reader *reader, size_t *length, vg_error *error)
{
	bool is_decoded = decoder_run(reader->decoder, &reader->raw_at, reader->raw_end, reader->is_at_end,
				      reader->decoded, BLOCK, length, &reader->is_drained);
	const char *zero = memchr(reader->decoded, 0, *length);
	const char *at = reader->decoded, *end = zero ? zero : at + *length;

	for (; (at = memchr(at, '\n', (size_t)(end - at))); at++)
		reader->lines++;
	if (zero)
		return fail(error, VG_BAD_INPUT, _("%s:%zu: a zero character: this is no text file, or not %s"),
			    reader->path, reader->lines + 1, reader->encoding);
	return is_decoded ? VG_OK : not_in_encoding(reader, reader->lines + 1, error);
}

static vg_status next_decoded(struct reader *reader, const char **bytes, size_t *length, vg_error *error)
{
	vg_status status;

	for (*length = 0; !*length && !reader->is_drained;) {
		if (!reader->is_at_end && reader->raw_at == reader->raw_end && !decoder_is_full(reader->decoder) &&
		    (status = read_raw(reader, error)))
			return status;
		if ((status = decode(reader, length, error)))
			return status;
	}
	*bytes = reader->decoded;
	return VG_OK;
}

static vg_status next_raw(struct reader *reader, const char **bytes, size_t *length, vg_error *error)
{
	vg_status status = reader->is_at_end ? VG_OK : read_raw(reader, error);

	*bytes = reader->raw;
	*length = reader->is_at_end ? 0 : (size_t)(reader->raw_end - reader->raw_at);
	return status;
}

vg_status reader_next(struct reader *reader, const char **bytes, size_t *length, vg_error *error)
{
	vg_status status = reader->decoder ? next_decoded(reader, bytes, length, error)
					   : next_raw(reader, bytes, length, error);

	if (status)
		return status;
	if (reader->is_at_start && *length >= 3 && !memcmp(*bytes, "\xEF\xBB\xBF", 3)) {
		*bytes += 3;
		*length -= 3;
		reader->skipped = 3;
		reader->is_at_start = false;
		return *length ? VG_OK : reader_next(reader, bytes, length, error);
	}
	reader->is_at_start = false;
	return VG_OK;
}

const char *reader_encoding(const struct reader *reader)
{
	return reader->encoding;
}

const uint64_t *reader_digest(const struct reader *reader)
{
	return reader->digest;
}

uint64_t reader_size(const struct reader *reader)
{
	return reader->size;
}

uint64_t reader_done(const struct reader *reader)
{
	return reader->done;
}

void reader_free(struct reader *reader)
{
	if (!reader)
		return;
	if (reader->file >= 0)
		close(reader->file);
	XXH3_freeState(reader->seen);
	decoder_free(reader->decoder);
	origins_free(&reader->origins);
	arena_free(&reader->arena);
	free(reader->decoded);
	free(reader->raw);
	free(reader);
}
