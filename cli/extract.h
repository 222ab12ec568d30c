/* extract.h - the lists that extract writes. */
#ifndef CLI_EXTRACT_H
#define CLI_EXTRACT_H

#include "cli/cli.h"

enum extract_list { VISITS, TIES, PEOPLE, LIST_COUNT };

struct extract_lists {
	const char *folder;
	const char *source; /* the file being read */
	FILE *files[LIST_COUNT];
	struct table tables[LIST_COUNT];
};

/* VG_IO: the folder cannot be made, or holds such lists already: what a person corrected is not overwritten. */
vg_status lists_open(struct extract_lists *out, vg_error *error);
vg_status lists_put(void *self, const vg_article *article, vg_error *error);
vg_status lists_close(struct extract_lists *out, vg_status status, vg_error *error);

#endif
