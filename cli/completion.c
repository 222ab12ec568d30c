/* completion.c - completions for bash and zsh, and the lists of the manual page, printed from the tables as help is. */
#include "cli/cli.h"

#include <string.h>

static void put_command_options(const struct command *command)
{
	for (const struct option *option = option_table; option->name; option++)
		if (command_takes(command, option))
			printf(" --%s", option->name);
}

static void put_diagrams(void)
{
	for (const vg_listing *diagram = vg_diagrams(); diagram->name; diagram++)
		printf(" %s", diagram->name);
}

static void put_commands(void)
{
	for (const struct command *command = command_table; command->name; command++)
		if (command->summary)
			printf(" %s", command->name);
}

/* Values that can be counted, by option and command, as the cases of a shell's case. */
static void put_value_cases(void)
{
	for (const struct option *option = option_table; option->name; option++)
		for (const struct command *command = command_table; option->words && command->name; command++)
			if (command->summary && command_takes(command, option))
				printf("\t%s:--%s) words='%s' ;;\n", command->name, option->name, option->words);
}

static void print_bash(void)
{
	puts("# bash completion for visitgraph, made from its tables\n"
	     "_visitgraph() {\n"
	     "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= words= i\n"
	     "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	     "\t\tcase ${COMP_WORDS[i]} in");
	printf("\t\t");
	for (const struct command *command = command_table; command->name; command++)
		if (command->summary)
			printf("%s%s", command == command_table ? "" : "|", command->name);
	puts(") command=${COMP_WORDS[i]}; break ;;\n\t\tesac\n\tdone\n\tcase $command:$before in");
	put_value_cases();
	printf("\trender:render) words='");
	put_diagrams();
	printf("' ;;\n\thelp:help) words='");
	put_commands();
	puts("' ;;\n\tesac\n\tif [[ -z $words ]]; then case $command in");
	printf("\t'') words='");
	put_commands();
	puts("' ;;");
	for (const struct command *command = command_table; command->name; command++) {
		if (!command->summary)
			continue;
		printf("\t%s) [[ $word == -* ]] && words='", command->name);
		put_command_options(command);
		puts("' ;;");
	}
	puts("\tesac; fi\n"
	     "\tif [[ $words ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
	     "\telse COMPREPLY=($(compgen -f -- \"$word\")); fi\n"
	     "}\n"
	     "complete -o filenames -F _visitgraph visitgraph");
}

/* Text inside of '[…]' within single quotes of zsh. */
static void put_zsh_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs("'\\'", stdout);
		else if (strchr("[]:\\", *text))
			putchar('\\');
		putchar(*text);
	}
}

static void put_zsh_option(const struct option *option)
{
	printf(" \\\n\t\t'--%s[", option->name);
	put_zsh_text(_(option->help));
	putchar(']');
	if (option->argument) {
		putchar(':');
		put_zsh_text(_(option->argument));
		if (option->words)
			printf(":(%s)", option->words);
		else
			fputs(strstr(option->argument, "FILE") ? ":_files" : ": ", stdout);
	}
	putchar('\'');
}

static void print_zsh(void)
{
	puts("#compdef visitgraph\n# zsh completion for visitgraph, made from its tables\n"
	     "local -a commands=(");
	for (const struct command *command = command_table; command->name; command++) {
		if (!command->summary)
			continue;
		printf("\t'%s:", command->name);
		put_zsh_text(_(command->summary));
		puts("'");
	}
	puts(")\nif (( CURRENT == 2 )); then\n\t_describe command commands\n\treturn\nfi\ncase $words[2] in");
	for (const struct command *command = command_table; command->name; command++) {
		if (!command->summary)
			continue;
		printf("%s)\n\t_arguments", command->name);
		for (const struct option *option = option_table; option->name; option++)
			if (command_takes(command, option))
				put_zsh_option(option);
		if (command->run == run_render) {
			fputs(" \\\n\t\t'2:diagram:(", stdout);
			put_diagrams();
			fputs(")'", stdout);
		}
		puts(" \\\n\t\t'*:file:_files' ;;");
	}
	puts("esac");
}

/* ── The manual page's lists ─────────────────────────────────────────────────────────────────────────── */

static void put_roff(const char *text)
{
	for (; *text; text++) {
		if (*text == '-' || *text == '\\')
			putchar('\\');
		putchar(*text);
	}
}

static void put_man_option(const struct option *option)
{
	fputs(".TP\n\\fB", stdout);
	if (option->has_letter)
		printf("\\-%c\\fR, \\fB", option->id);
	fputs("\\-\\-", stdout);
	put_roff(option->name);
	printf("\\fR%s\\fI%s\\fR\n", option->argument ? " " : "", option->argument ? option->argument : "");
	put_roff(option->help);
	putchar('\n');
}

static void print_man(void)
{
	puts(".SH COMMANDS");
	for (const struct command *command = command_table; command->name; command++) {
		const char *before = " Options: ";

		if (!command->summary)
			continue;
		printf(".TP\n\\fB%s\\fR \\fI%s\\fR\n", command->name, command->arguments);
		put_roff(command->summary);
		putchar('.');
		for (const struct option *option = option_table; option->name; option++) {
			if (!command_takes(command, option) || command_takes(NULL, option))
				continue;
			printf("%s\\fB\\-\\-", before);
			put_roff(option->name);
			fputs("\\fR", stdout);
			before = ", ";
		}
		puts(*command->options ? "." : "");
	}
	puts(".SH OPTIONS\nThey may stand anywhere on the command line and mean the same in every command; \\fB\\-\\-\\fR ends them.");
	for (const struct option *option = option_table; option->name; option++)
		put_man_option(option);
}

vg_status run_completion(struct session *session)
{
	static const struct {
		const char *name;
		void (*print)(void);
	} languages[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"man", print_man}};

	for (size_t i = 0; i < COUNT(languages); i++) {
		if (!strcmp(languages[i].name, session->arguments[0])) {
			languages[i].print();
			return VG_OK;
		}
	}
	return failure(&session->error, VG_USAGE, _("no completion for '%s'; there are: bash zsh"),
		       session->arguments[0]);
}
