/* seed_draw.h - draws a view into memory and remembers what the library told. */
#ifndef TESTS_VIZ_SEED_DRAW_H
#define TESTS_VIZ_SEED_DRAW_H

#include "tests/viz/seed_view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

struct drawn {
	char *bytes;
	size_t length;
	struct text told; /* a line each */
	vg_status status;
	vg_error error;
};

static inline void drawn_tell(void *self, vg_severity severity, const char *where, const char *message)
{
	(void)severity;
	(void)where;
	text_print(self, "%s\n", message);
}

static inline char *drawn_path(const char *ending)
{
	static char path[300];
	const char *folder = getenv("TMPDIR");

	snprintf(path, sizeof path, "%s/visitgraph-test-%ld.%s", folder ? folder : "/tmp", (long)getpid(), ending);
	return path;
}

static inline void drawn_read(struct drawn *drawn, const char *path)
{
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	drawn->length = (size_t)ftell(file);
	rewind(file);
	drawn->bytes = memory_get(drawn->length + 1);
	assert_int_equal(fread(drawn->bytes, 1, drawn->length, file), drawn->length);
	fclose(file);
}

/* drawing.listener is ours. */
static inline void draw_as(struct drawn *drawn, const vg_view *view, vg_drawing drawing, const char *ending)
{
	char *path = drawn_path(ending);

	*drawn = (struct drawn){0};
	text_put(&drawn->told, "");
	drawing.listener = (vg_listener){drawn_tell, NULL, &drawn->told};
	drawn->status = vg_draw(view, &drawing, path, &drawn->error);
	if (drawn->status)
		return;
	drawn_read(drawn, path);
	unlink(path);
}

static inline void draw(struct drawn *drawn, const vg_view *view, const char *diagram, vg_language language,
			const char *ending)
{
	draw_as(drawn, view, (vg_drawing){.diagram = diagram, .language = language}, ending);
	if (drawn->status)
		fail_msg("%s", drawn->error.message);
}

static inline void drawn_free(struct drawn *drawn)
{
	free(drawn->bytes);
	text_free(&drawn->told);
}

static inline bool has(const struct drawn *drawn, const char *words)
{
	return strstr(drawn->bytes, words);
}

static inline size_t count_of(const struct drawn *drawn, const char *words)
{
	size_t count = 0;

	for (const char *at = drawn->bytes; (at = strstr(at, words)); at += strlen(words))
		count++;
	return count;
}

static inline int open_visits(void **state)
{
	struct seed *seed = memory_get(sizeof *seed);

	seed_open(seed);
	seed_visits(seed);
	*state = seed;
	return 0;
}

static inline int open_ties(void **state)
{
	struct seed *seed = memory_get(sizeof *seed);

	seed_open(seed);
	seed_ties(seed);
	*state = seed;
	return 0;
}

static inline int close_seed(void **state)
{
	seed_close(*state);
	free(*state);
	return 0;
}

#define VISITS(test) cmocka_unit_test_setup_teardown(test, open_visits, close_seed)
#define TIES(test) cmocka_unit_test_setup_teardown(test, open_ties, close_seed)

#endif
