/* told.h - for the tests of news: what a text tells, in lines. */
#ifndef TESTS_IMPORTERS_TOLD_H
#define TESTS_IMPORTERS_TOLD_H

#include "visitgraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct told {
	char text[10000];
	size_t length;
};

static void told_add(struct told *told, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	told->length +=
		(size_t)vsnprintf(told->text + told->length, sizeof told->text - told->length, format, arguments);
	va_end(arguments);
	assert_true(told->length < sizeof told->text);
}

/* Gives each article of the text to `take`. */
static void told_by(struct told *told, const char *text,
		    vg_status (*take)(void *self, const vg_article *article, vg_error *error))
{
	char path[] = "/tmp/visitgraph-test-XXXXXX";
	int file = mkstemp(path);
	vg_error error;

	*told = (struct told){0};
	assert_true(file >= 0);
	assert_int_equal(write(file, text, strlen(text)), strlen(text));
	close(file);
	if (vg_extract(path, &(vg_extract_options){0}, take, told, &error))
		fail_msg("%s", error.message);
	unlink(path);
}

#endif
