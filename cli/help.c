/* help.c - help, printed from the tables of commands, options, diagrams and importers. */
#include "cli/cli.h"

static void put_padded(FILE *out, const char *text, size_t width)
{
	size_t used = vg_text_width(text);

	fprintf(out, "%s%*s", text, (int)(used < width ? width - used : 1), "");
}

/* ── Help ────────────────────────────────────────────────────────────────────────────────────────────── */

/* A placeholder is translated; words that are to be written as they stand are not. */
static const char *argument_shown(const struct option *option)
{
	return *option->argument >= 'A' && *option->argument <= 'Z' ? _(option->argument) : option->argument;
}

static void print_option(FILE *out, const struct option *option)
{
	char form[80];

	snprintf(form, sizeof form, "  %s%c%s--%s%s%s", option->has_letter ? "-" : " ",
		 option->has_letter ? option->id : ' ', option->has_letter ? ", " : "  ", option->name,
		 option->argument ? " " : "", option->argument ? argument_shown(option) : "");
	put_padded(out, form, 26);
	fprintf(out, "%s\n", _(option->help));
}

static void print_options(FILE *out, const struct command *command, bool is_global)
{
	for (const struct option *option = option_table; option->name; option++)
		if (is_global ? command_takes(NULL, option)
			      : command_takes(command, option) && !command_takes(NULL, option))
			print_option(out, option);
}

static void print_listing(FILE *out, const char *title, const vg_listing *listing)
{
	fprintf(out, "\n%s\n", title);
	for (; listing->name; listing++) {
		char form[80];

		snprintf(form, sizeof form, "  %s %s", listing->name, listing->detail ? _(listing->detail) : "");
		put_padded(out, form, 26);
		fprintf(out, "%s\n", _(listing->summary));
	}
}

void help_print(FILE *out)
{
	fprintf(out, "%s\n\n",
		_("visitgraph: who visited whom, which cooperation ties exist, and how two are connected"));
	fprintf(out, "%s\n\n", _("Usage: visitgraph [-d FILE] COMMAND …"));
	for (const struct command *command = command_table; command->name; command++) {
		char form[80];

		if (!command->summary)
			continue;
		snprintf(form, sizeof form, "  %s %s", command->name, _(command->arguments));
		put_padded(out, form, 26);
		fprintf(out, "%s\n", _(command->summary));
	}
	fprintf(out, "\n%s\n", _("Options of every command:"));
	print_options(out, NULL, true);
	fprintf(out, "\n%s\n", _("'visitgraph help COMMAND' explains a command and lists its options."));
	fprintf(out, "%s\n", _("A NAME is a name, an alias, kind:name, name@organization, or #id."));
}

void help_print_command(FILE *out, const struct command *command)
{
	fprintf(out, _("Usage: visitgraph %s %s"), command->name, _(command->arguments));
	fprintf(out, "\n\n%s\n", _(command->summary));
	if (command->run == run_render)
		print_listing(out, _("Diagrams:"), vg_diagrams());
	if (command->run == run_import)
		print_listing(out, _("Formats:"), vg_importers());
	if (*command->options) {
		fprintf(out, "\n%s\n", _("Options:"));
		print_options(out, command, false);
	}
	fprintf(out, "\n%s\n", _("Options of every command:"));
	print_options(out, NULL, true);
}

vg_status run_help(struct session *session)
{
	const struct command *command;

	if (!session->argument_count) {
		help_print(stdout);
		return VG_OK;
	}
	command = command_find(session->arguments[0]);
	if (!command || !command->summary)
		return failure(&session->error, VG_USAGE, _("no such command: '%s'; 'visitgraph help' lists them"),
			       session->arguments[0]);
	help_print_command(stdout, command);
	return VG_OK;
}
