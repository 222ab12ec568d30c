/* options.c - the table of options, and the command line read with it. */
#include "cli/cli.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ── What values may be ──────────────────────────────────────────────────────────────────────────────── */

typedef const struct option option_t;

static vg_status read_text(void *field, option_t *option, const char *value, vg_error *error)
{
	if (!*value)
		return failure(error, VG_USAGE, _("'--%s' needs a value: %s"), option->name, _(option->argument));
	*(const char **)field = value;
	return VG_OK;
}

static bool is_among(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = words; (at = strstr(at, word)); at += length)
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
			return true;
	return false;
}

static vg_status read_word(void *field, option_t *option, const char *value, vg_error *error)
{
	if (!*value || strchr(value, ' ') || !is_among(option->words, value))
		return failure(error, VG_USAGE, _("'--%s' cannot be '%s'; it is one of: %s"), option->name, value,
			       option->words);
	*(const char **)field = value;
	return VG_OK;
}

static vg_status read_number(void *field, option_t *option, const char *value, vg_error *error)
{
	char *end;
	unsigned long long number;

	errno = 0;
	number = strtoull(value, &end, 10);
	if (!isdigit((unsigned char)*value) || *end || errno || number > 1000000000)
		return failure(error, VG_USAGE, _("'--%s' needs a whole number, not '%s'"), option->name, value);
	*(size_t *)field = (size_t)number;
	return VG_OK;
}

/* A share of one, 0.85, as per mille. */
static vg_status read_share(void *field, option_t *option, const char *value, vg_error *error)
{
	unsigned share = 0, unit = 1000;

	for (const char *at = value; *at; at++) {
		bool is_point = *at == '.' && at == value + 1 && at[1];

		if (!is_point && !isdigit((unsigned char)*at))
			unit = 0;
		else if (!is_point)
			share += unit * (unsigned)(*at - '0'), unit /= 10;
		if (!unit || share > 1000)
			return failure(error, VG_USAGE, _("'--%s' needs a number from 0 to 1, not '%s'"), option->name,
				       value);
	}
	*(unsigned *)field = share;
	return *value ? VG_OK : read_text(&value, option, value, error);
}

/* Every date that a list may hold is understood here as well. */
static vg_status read_date(void *field, option_t *option, const char *value, vg_error *error)
{
	vg_date *date = field;
	vg_error cause = {0};
	int year = 0;

	if (!*value)
		return read_text(&value, option, value, error);
	if (vg_date_parse(date, value, &year, &cause))
		return failure(error, VG_USAGE, "--%s: %s", option->name, cause.message);
	return VG_OK;
}

/* The help says which other words are understood. */
static vg_status say_help(option_t *option, const char *value, vg_error *error)
{
	return failure(error, VG_USAGE, _("'--%s' cannot be '%s': %s"), option->name, value, _(option->help));
}

static vg_status read_type(void *field, option_t *option, const char *value, vg_error *error)
{
	*(vg_type *)field = vg_type_parse(value);
	return *(vg_type *)field ? VG_OK : say_help(option, value, error);
}

static vg_status read_status(void *field, option_t *option, const char *value, vg_error *error)
{
	*(vg_tie_status *)field = vg_tie_status_parse(value);
	return *(vg_tie_status *)field ? VG_OK : say_help(option, value, error);
}

static vg_status read_flag(void *field, option_t *option, const char *value, vg_error *error)
{
	if (value)
		return failure(error, VG_USAGE, _("'--%s' takes no value"), option->name);
	*(bool *)field = true;
	return VG_OK;
}

/* May be given several times. */
static vg_status read_name(void *field, option_t *option, const char *value, vg_error *error)
{
	struct options *all = (struct options *)((char *)field - offsetof(struct options, avoid));
	vg_status status = read_text(&value, option, value, error);

	if (status)
		return status;
	all->avoid = grow(all->avoid, (all->avoid_count + 1) * sizeof *all->avoid);
	all->avoid[all->avoid_count++] = value;
	return VG_OK;
}

/* ── The table of options ────────────────────────────────────────────────────────────────────────────────
 * To add one: a field in struct options (cli.h), an entry here with an id of its own, and that id in the entry of each
 * command that takes it (main.c). Help, completion and the manual page follow. An option means the same in every command;
 * two entries of one name differ only in the values that one command or another can do. Keep the order: it is that of the help. */

#define FIELD(name) offsetof(struct options, name)

const struct option option_table[] = {
	{'d', true, "database", N_("FILE"), NULL, read_text, FIELD(database),
	 N_("the graph; else $VISITGRAPH_DATABASE, else visitgraph.db here")},
	{'g', false, "lang", "zh|en", "zh en", read_word, FIELD(language),
	 N_("the language of messages, headings and diagrams; else the locale's")},
	{'h', true, "help", NULL, NULL, read_flag, FIELD(wants_help), N_("this text")},
	{'V', false, "version", NULL, NULL, read_flag, FIELD(wants_version), N_("the version")},

	{'f', false, "format", N_("FORMAT"), "table csv json md", read_word, FIELD(format),
	 N_("how the answer is written: table, csv, json or md")},
	{'s', false, "from", N_("DATE"), NULL, read_date, FIELD(from),
	 N_("not before that day, month or year: 2023-02-01, 2023-02 or 2023")},
	{'e', false, "to", N_("DATE"), NULL, read_date, FIELD(to), N_("not after that day, month or year")},
	{'n', false, "limit", N_("N"), NULL, read_number, FIELD(limit), N_("at most so many; 0 is all")},
	{'v', false, "visitor", N_("NAME"), NULL, read_text, FIELD(visitor),
	 N_("where NAME or one of its people visits")},
	{'t', false, "host", N_("NAME"), NULL, read_text, FIELD(host),
	 N_("where NAME or one of its people is visited")},
	{'p', false, "place", N_("NAME"), NULL, read_text, FIELD(place), N_("what happened there")},
	{'k', false, "type", N_("TYPE"), "visit meeting signing conference other", read_type, FIELD(type),
	 N_("visit, meeting, signing, conference or other; 考察, 会见, 签约 … as well")},
	{'u', false, "status", N_("STATUS"), "discussed intended signed operating ended", read_status, FIELD(status),
	 N_("discussed, intended, signed, operating or ended; 洽谈, 签约, 投产 … as well")},
	{'c', false, "topic", N_("WORDS"), NULL, read_text, FIELD(topic),
	 N_("with these words in its purpose or topic")},

	{'K', false, "min-confidence", N_("N"), NULL, read_share, FIELD(min_confidence),
	 N_("without what was extracted from news with less confidence: 0.7; what lists state is 1")},

	{'m', false, "max-length", N_("N"), NULL, read_number, FIELD(max_length),
	 N_("at most so many steps; 8 if not given")},
	{'r', false, "through", "places", "places", read_word, FIELD(through),
	 N_("that two things lie or happened at one place connects them, too")},
	{'A', false, "all", NULL, NULL, read_flag, FIELD(finds_all), N_("every shortest connection, not only one")},
	{'x', false, "avoid", N_("NAME"), NULL, read_name, FIELD(avoid),
	 N_("not by way of NAME; may be given several times")},
	{'D', false, "depth", N_("N"), NULL, read_number, FIELD(depth),
	 N_("so many steps around NAME; 1 if not given")},

	{'a', false, "as", N_("KIND"), "people organizations places visits ties news", read_word, FIELD(as),
	 N_("what the file is, where it is not recognised: people, organizations, places, visits, ties or news")},
	{'E', false, "encoding", N_("NAME"), NULL, read_text, FIELD(encoding),
	 N_("UTF-8, GB18030, UTF-16 …; recognised if not given")},
	{'w', false, "date", N_("DATE"), NULL, read_text, FIELD(date),
	 N_("the date of news that does not say its own")},
	{'S', false, "source", N_("URL"), NULL, read_text, FIELD(source), N_("what stands for the file as evidence")},
	{'y', false, "dry-run", NULL, NULL, read_flag, FIELD(is_dry_run), N_("only says what would happen")},
	{'b', false, "skip-bad", NULL, NULL, read_flag, FIELD(skips_bad),
	 N_("imports the good rows and writes the bad ones to FILE.rejected.csv")},
	{'q', false, "dictionary", N_("FILE"), NULL, read_text, FIELD(dictionary),
	 N_("your own names, which win but for a longer one: person, organization or place, then the name, a line each")},
	{'X', false, "explain", NULL, NULL, read_flag, FIELD(is_explained),
	 N_("instead: sentence by sentence, what was taken for what, and by which rule")},
	{'C', false, "format", N_("FORMAT"), "json csv", read_word, FIELD(format),
	 N_("json, or csv: lists to be corrected in a spreadsheet and imported, written to the folder --output")},

	{'o', true, "output", N_("FILE"), NULL, read_text, FIELD(output),
	 N_("where to; the ending says the format; - is the output")},
	{'F', false, "format", N_("FORMAT"), "svg png pdf dot json", read_word, FIELD(format),
	 N_("svg, png, pdf, dot or, as data, json, where the ending of FILE does not say it")},
	{'L', false, "layout", N_("ENGINE"), NULL, read_text, FIELD(layout),
	 N_("another arrangement: dot, neato, fdp, sfdp, circo, twopi or osage")},
	{'T', false, "title", N_("TEXT"), NULL, read_text, FIELD(title), N_("stands above the diagram")},
	{'P', false, "page", "a4|a3", "a4 a3", read_word, FIELD(page), N_("fits a printed sheet")},
	{'i', false, "detail", NULL, NULL, read_flag, FIELD(has_detail), N_("companions as arrows of their own")},

	{'R', false, "rebuild", NULL, NULL, read_flag, FIELD(rebuilds),
	 N_("makes everything inferred anew, if need be")},
	{0},
};

static const char *const global_options = "dghV";

bool command_takes(const struct command *command, const struct option *option)
{
	return strchr(global_options, option->id) || (command && strchr(command->options, option->id));
}

/* ── Reading the command line ────────────────────────────────────────────────────────────────────────── */

static const char *option_name_at(size_t index)
{
	return option_table[index].name;
}

/* The option of that name which the command takes, else any of that name, else NULL. */
static const struct option *option_find(const struct command *command, const char *name, size_t length)
{
	const struct option *found = NULL;

	for (const struct option *option = option_table; option->name; option++)
		if (!strncmp(option->name, name, length) && !option->name[length])
			if (!found || !command_takes(command, found))
				found = option;
	return found;
}

static const struct option *letter_find(char letter)
{
	for (const struct option *option = option_table; option->name; option++)
		if (option->has_letter && option->id == letter)
			return option;
	return NULL;
}

/* One word of the command line that begins with a dash, taken apart. */
struct flagged {
	const struct option *option;
	char name[64];	   /* as the user wrote it, without the value */
	const char *value; /* what stands in the same word, or NULL */
};

static struct flagged take_apart(const struct command *command, const char *word)
{
	bool is_long = word[1] == '-';
	size_t length = is_long ? strcspn(word + 2, "=") : 1;
	struct flagged flagged = {0};

	if (is_long) {
		flagged.option = option_find(command, word + 2, length);
		flagged.value = word[2 + length] ? word + 2 + length + 1 : NULL;
	} else {
		flagged.option = letter_find(word[1]);
		flagged.value = word[2] ? word + 2 : NULL;
	}
	snprintf(flagged.name, sizeof flagged.name, "%.*s", (int)(is_long ? length + 2 : strlen(word)), word);
	return flagged;
}

static vg_status say_unknown(const struct flagged *flagged, vg_error *error)
{
	const char *meant = flagged->name[1] == '-' ? suggest(flagged->name + 2, option_name_at) : NULL;

	if (meant)
		return failure(error, VG_USAGE, _("no such option: '%s'; did you mean '--%s'?"), flagged->name, meant);
	return failure(error, VG_USAGE, _("no such option: '%s'; 'visitgraph help' lists them"), flagged->name);
}

/* Reads the option at argv[*at], and its value, which may be the next word. */
static vg_status read_option(struct options *fields, const struct command *command, int argc, char **argv, int *at,
			     vg_error *error)
{
	struct flagged flagged = take_apart(command, argv[*at]);
	const struct option *option = flagged.option;

	if (!option)
		return say_unknown(&flagged, error);
	if (command && !command_takes(command, option))
		return failure(error, VG_USAGE, _("'%s' takes no option '%s'; 'visitgraph help %s' lists its options"),
			       command->name, flagged.name, command->name);
	if (option->argument && !flagged.value) {
		if (*at + 1 >= argc)
			return failure(error, VG_USAGE, _("'%s' needs a value: %s"), flagged.name, _(option->argument));
		flagged.value = argv[++*at];
	}
	return option->read((char *)fields + option->field, option, flagged.value, error);
}

static bool is_option(const char *word)
{
	return word[0] == '-' && word[1];
}

/* The first word that is neither an option nor the value of one. */
static const char *find_command(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct flagged flagged;

		if (!is_option(argv[i]))
			return argv[i];
		if (!strcmp(argv[i], "--"))
			return i + 1 < argc ? argv[i + 1] : NULL;
		flagged = take_apart(NULL, argv[i]);
		i += flagged.option && flagged.option->argument && !flagged.value;
	}
	return NULL;
}

vg_status command_line_parse(struct command_line *line, int argc, char **argv, vg_error *error)
{
	const struct command *command;
	bool has_ended = false;
	vg_status status;

	line->command = find_command(argc, argv);
	line->arguments = grow(NULL, (size_t)argc * sizeof *line->arguments);
	command = line->command ? command_find(line->command) : NULL;
	for (int i = 1; i < argc; i++) {
		if (!has_ended && !strcmp(argv[i], "--"))
			has_ended = true;
		else if (has_ended || !is_option(argv[i]))
			line->arguments[line->argument_count++] = argv[i];
		else if ((status = read_option(&line->options, command, argc, argv, &i, error)))
			return status;
	}
	if (line->argument_count) /* the command itself */
		memmove(line->arguments, line->arguments + 1, --line->argument_count * sizeof *line->arguments);
	return VG_OK;
}

void command_line_free(struct command_line *line)
{
	free(line->options.avoid);
	free(line->arguments);
}

vg_language language_choose(int argc, char **argv)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *language = "";

	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (!strncmp(argv[i], "--lang=", 7))
			language = argv[i] + 7;
		else if (!strcmp(argv[i], "--lang") && i + 1 < argc)
			language = argv[i + 1];
	}
	for (size_t i = 0; !*language && i < COUNT(variables); i++)
		if (getenv(variables[i]))
			language = getenv(variables[i]);
	return !strncmp(language, "zh", 2) ? VG_CHINESE : VG_ENGLISH;
}
