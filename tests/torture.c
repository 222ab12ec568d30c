/* torture.c - preloaded into the program: the TORTURE_AT-th call that could fail on a full or broken disk does fail; with TORTURE_ON
 * no later one writes either. TORTURE_FULL: a folder whose disk has no room left. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

static long calls;

static void *next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

/* Output to the terminal is not the disk's. */
static int fails(int file, int is_write)
{
	const char *text = getenv("TORTURE_AT");
	long at = text ? atol(text) : 0;

	if (file >= 0 && file <= 2)
		return 0;
	if (++calls != at && !(at && calls > at && is_write && getenv("TORTURE_ON")))
		return 0;
	errno = ENOSPC;
	return 1;
}

#define TORTURED(type, name, parameters, arguments, file)                                                              \
	type name parameters                                                                                           \
	{                                                                                                              \
		type(*real) parameters = next(#name);                                                                  \
		return fails(file, !!strstr(#name, "write")) ? -1 : real arguments;                                                              \
	}

TORTURED(ssize_t, write, (int file, const void *bytes, size_t size), (file, bytes, size), file)
TORTURED(ssize_t, pwrite, (int file, const void *bytes, size_t size, off_t at), (file, bytes, size, at), file)
TORTURED(ssize_t, pwrite64, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, size, at), file)
TORTURED(int, fsync, (int file), (file), file)
TORTURED(int, fdatasync, (int file), (file), file)
TORTURED(int, ftruncate64, (int file, off64_t size), (file, size), file)
TORTURED(int, rename, (const char *from, const char *to), (from, to), -1)

int statvfs(const char *path, struct statvfs *disk)
{
	int (*real)(const char *, struct statvfs *) = next("statvfs");
	const char *full = getenv("TORTURE_FULL");
	int result = real(path, disk);

	if (full && !strcmp(full, path))
		disk->f_bavail = 0;
	return result;
}

/* Says how many calls there were, so that the torturer knows when to stop. */
__attribute__((destructor)) static void report(void)
{
	const char *path = getenv("TORTURE_COUNT");
	FILE *file = path ? fopen(path, "w") : NULL;

	unsetenv("TORTURE_AT");
	if (file) {
		fprintf(file, "%ld\n", calls);
		fclose(file);
	}
}
