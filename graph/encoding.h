/* encoding.h - telling the encoding of a file, and decoding it: what reader.c asks of ICU. */
#ifndef GRAPH_ENCODING_H
#define GRAPH_ENCODING_H

#include "graph/text.h"

enum { SAMPLE = 64 * 1024, ENCODING_NAME = 32 };

/* What the first reading of a file learns. */
struct inspection {
	unsigned char start[1024]; /* ending with zeros where the file is shorter */
	uint64_t size;
	uint64_t bad_offset;	      /* of the first byte that is not UTF-8 */
	size_t sequences, bad_bytes;  /* of UTF-8 beyond ASCII; bytes that belong to none */
	size_t zeros, little, big;    /* zero bytes; delimiters and line ends as UTF-16LE, as UTF-16BE */
	unsigned char sample[SAMPLE]; /* from the first byte beyond ASCII on */
	size_t sampled;
};

/* The encoding of what was inspected. VG_BAD_INPUT: a workbook or the like; says what. */
vg_status encoding_detect(char encoding[ENCODING_NAME], const struct inspection *seen, const char *path,
			  vg_error *error);

/* The encoding that a user means by a name: UTF-8 in all its spellings, GB18030 for its subsets. VG_USAGE: none. */
vg_status encoding_named(char encoding[ENCODING_NAME], const char *name, vg_error *error);

/* Decodes a stream of bytes to UTF-8, block by block. */
struct decoder;
vg_status decoder_open(struct decoder **decoder, const char *encoding, vg_error *error);
/* Notes where each character stood among all raw bytes since the last reset, if `origins` is not NULL. */
void decoder_track(struct decoder *decoder, struct origins *origins);
void decoder_reset(struct decoder *decoder);
/* Decodes from *raw (moved) until `raw_end` or until `size` bytes are in `out`; *length says how many. *is_drained once
 * `is_last` and nothing is left. False where bytes are not of the encoding; what comes before them is in `out`. */
bool decoder_run(struct decoder *decoder, const char **raw, const char *raw_end, bool is_last, char *out, size_t size,
		 size_t *length, bool *is_drained);
/* Whether it holds text that decoder_run() can give before more is read. */
bool decoder_is_full(const struct decoder *decoder);
void decoder_free(struct decoder *decoder);

#endif
