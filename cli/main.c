/* main.c - the table of commands, and the frame that each of them runs in. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ── The table of commands ───────────────────────────────────────────────────────────────────────────────
 * To add one: write its function in the file of its family, declare it in cli.h, and make an entry here: its arguments, the
 * ids of its options (options.c), what it needs of the database, and what it does. Help, completion and the manual
 * page follow. Then a story in tests/cli/, and its messages in po/. */

const struct command command_table[] = {
	{"import", N_("FILE…"), "aEwqSyb", CREATES, N_("read lists into the graph; - is the input"), run_import},
	{"extract", N_("FILE…"), "EwqXCo", NO_DATABASE, N_("show what news tell, without a database; - is the input"), run_extract},
	{"imports", "", "fno", READS, N_("list the imports"), run_imports},
	{"undo", N_("N"), "", CHANGES, N_("take import N back, as if it had never been"), run_undo},
	{"search", N_("WORDS…"), "fno", READS, N_("find by any part of a name or alias, by pinyin, by initials"),
	 run_search},
	{"show", N_("NAME"), "fsenKo", READS, N_("all about one: posts, visits made and received, ties"), run_show},
	{"visits", N_("[NAME]"), "fsenvtpkcKo", READS, N_("list who visited whom"), run_visits},
	{"ties", N_("[NAME]"), "fsenpucKo", READS, N_("list which cooperation ties exist"), run_ties},
	{"path", N_("A B"), "fsenmrAxKo", READS, N_("find the shortest connection between two"), run_path},
	{"timeline", N_("[NAME]"), "fsenvtpkucKo", READS, N_("visits and ties in order of date"), run_timeline},
	{"stats", "", "fseo", READS, N_("count by kind, type, status and month"), run_stats},
	{"render", N_("DIAGRAM [NAME…]"), "oFsenvtpkucKmrAxDLTPi", READS, N_("draw a diagram into a file"), run_render},
	{"check", "", "R", READS, N_("check the integrity of the database"), run_check},
	{"help", N_("[COMMAND]"), "", NO_DATABASE, N_("explain a command"), run_help},
	{"completion", "bash|zsh|man", "", NO_DATABASE, NULL, run_completion},
	{0},
};

const struct command *command_find(const char *name)
{
	for (const struct command *command = command_table; command->name; command++)
		if (!strcmp(command->name, name))
			return command;
	return NULL;
}

bool arguments_fit(const char *arguments, size_t count)
{
	size_t least = 0, most = 0;

	for (const char *word = arguments; *word; word += strcspn(word, " "), word += *word == ' ') {
		size_t length = strcspn(word, " ");

		least += *word != '[';
		most += 1;
		if (length > 3 && (!strncmp(word + length - 3, "…", 3) || !strncmp(word + length - 4, "…]", 4)))
			most = SIZE_MAX / 2;
	}
	return least <= count && count <= most;
}

/* ── The frame ───────────────────────────────────────────────────────────────────────────────────────── */

static const int exit_codes[] = {
	[VG_OK] = 0, [VG_NOT_FOUND] = 1, [VG_AMBIGUOUS] = 1, [VG_USAGE] = 2, [VG_BAD_INPUT] = 3, [VG_IO] = 4,
};

static const char *command_name_at(size_t index)
{
	return command_table[index].summary ? command_table[index].name : NULL;
}

static vg_status say_no_such_command(const char *name, vg_error *error)
{
	const char *meant = suggest(name, command_name_at);

	if (meant)
		return failure(error, VG_USAGE, _("no such command: '%s'; did you mean '%s'?"), name, meant);
	return failure(error, VG_USAGE, _("no such command: '%s'; 'visitgraph help' lists them"), name);
}

static vg_status say_usage(const struct command *command, vg_error *error)
{
	if (!*command->arguments)
		return failure(error, VG_USAGE, _("usage: visitgraph %s"), command->name);
	if (!strstr(command->arguments, "NAME") && strcmp(command->arguments, "A B"))
		return failure(error, VG_USAGE, _("usage: visitgraph %s %s"), command->name, _(command->arguments));
	return failure(error, VG_USAGE, _("usage: visitgraph %s %s (names of several words in quotes)"), command->name,
		       _(command->arguments));
}

static vg_status open_database(struct session *session)
{
	const struct options *asked = session->options;
	enum access needed = session->command->access;
	const char *variable = getenv("VISITGRAPH_DATABASE");

	session->database = asked->database ? asked->database : variable && *variable ? variable : "visitgraph.db";
	if (needed == NO_DATABASE)
		return VG_OK;
	if (needed != CREATES && access(session->database, F_OK))
		return failure(&session->error, VG_IO,
			       _("no database '%s': %s; 'visitgraph import FILE…' makes one, -d names another"),
			       session->database, _(strerror(errno)));
	return vg_graph_open(&session->graph, session->database,
			     session->options->rebuilds ? VG_UPGRADE : needed == READS ? VG_READ : VG_WRITE, &session->error);
}

static vg_status run_command(struct command_line *line, vg_error *error)
{
	struct session session = {
		.command = command_find(line->command),
		.options = &line->options,
		.arguments = line->arguments,
		.argument_count = line->argument_count,
	};
	struct output output = {0};
	vg_status status;

	session.listener = listener_of_terminal(&session.notes);
	if (!session.command)
		return say_no_such_command(line->command, error);
	if (line->options.wants_help) {
		help_print_command(stdout, session.command);
		return VG_OK;
	}
	if (!arguments_fit(session.command->arguments, session.argument_count))
		return say_usage(session.command, error);
	status = open_database(&session);
	if (!status && strchr(session.command->options, 'f')) /* others know themselves where to */
		status = output_begin(&output, &line->options, &session.error);
	if (!status)
		status = session.command->run(&session);
	status = output_end(&output, status, &session.error);
	notes_end(&session.notes);
	vg_graph_free(session.graph);
	*error = session.error;
	return status;
}

static vg_status run(struct command_line *line, vg_error *error)
{
	if (line->options.wants_version) {
		printf("visitgraph %s\n", VG_VERSION);
		return VG_OK;
	}
	if (line->command)
		return run_command(line, error);
	help_print(line->options.wants_help ? stdout : stderr);
	return line->options.wants_help ? VG_OK : failure(error, VG_USAGE, _("no command was given"));
}

/* A place in a file stands for itself; any other message says who complains. */
static void say_error(vg_status status, const vg_error *error)
{
	if (status && *error->message)
		complain(status == VG_BAD_INPUT ? NULL : "visitgraph", error->message);
}

/* What was printed must have arrived; whoever closed the pipe has read enough. */
static vg_status finish_output(vg_status status, vg_error *error)
{
	if (!fflush(stdout) && !ferror(stdout))
		return status;
	if (errno == EPIPE)
		return status;
	return failure(error, VG_IO, _("cannot write the output: %s"), _(strerror(errno)));
}

int main(int argc, char **argv)
{
	struct command_line line = {0};
	vg_error error = {0};
	vg_status status;

	setvbuf(stderr, NULL, _IOLBF, BUFSIZ); /* messages are written in pieces */
	vg_language_set(language_choose(argc, argv));
	status = command_line_parse(&line, argc, argv, &error);
	if (!status)
		status = run(&line, &error);
	say_error(status, &error);
	error = (vg_error){0};
	if (finish_output(status, &error) != status) {
		status = VG_IO;
		say_error(status, &error);
	}
	command_line_free(&line);
	return exit_codes[status];
}
