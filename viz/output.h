/* output.h - a file that appears whole or not at all. */
#ifndef VIZ_OUTPUT_H
#define VIZ_OUTPUT_H

#include "graph/text.h"

struct output {
	FILE *file;	  /* write here */
	const char *path; /* borrowed */
	char *staged; /* what is written until it is whole; NULL: a nameless file, copied to where it cannot be renamed to */
};

/* "-": standard output. A path that is no plain file (a pipe, a terminal) is written to, never replaced. */
vg_status output_open(struct output *output, const char *path, vg_error *error);
/* Empties it, for another attempt. */
vg_status output_restart(struct output *output, vg_error *error);
/* Lets it appear. Closes it whatever happens. */
vg_status output_keep(struct output *output, vg_error *error);
void output_abandon(struct output *output);

#endif
