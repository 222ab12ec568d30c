/* render.c - draws an answer into a file. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ── What each diagram asks the graph ────────────────────────────────────────────────────────────────── */

/* `ids`: of the names that the diagram takes as arguments. */
typedef vg_status ask_function(vg_view **view, vg_graph *graph, const int64_t *ids, const vg_query *query,
			       vg_error *error);

/* Whom the picture is about stands in its middle and in its title. */
static void center_on(vg_view *view, int64_t id)
{
	for (size_t i = 0; id && i < view->node_count; i++)
		if (view->nodes[i].id == id)
			view->center = i;
}

static vg_status ask_visits(vg_view **view, vg_graph *graph, const int64_t *ids, const vg_query *query, vg_error *error)
{
	vg_query about = *query;
	vg_status status;

	about.about = ids[0];
	if (!(status = vg_visits_busiest(view, graph, &about, error)))
		center_on(*view, ids[0]);
	return status;
}

/* A picture that leaves out what nobody asked it to says so. */
static void say_what_is_not_drawn(const struct session *session, const vg_view *view)
{
	char line[200];

	if (session->options->limit || !view->left_out)
		return;
	snprintf(line, sizeof line,
		 !strcmp(session->arguments[0], "timeline")
			 ? _("visits: %zu; only the latest %zu are drawn (--limit, --from and --to choose)")
			 : _("visits: %zu; only the %zu between the busiest are drawn (--limit, --from and --to choose)"),
		 view->event_count + view->left_out, view->event_count);
	complain("visitgraph", line);
}

static vg_status ask_timeline(vg_view **view, vg_graph *graph, const int64_t *ids, const vg_query *query,
			      vg_error *error)
{
	vg_query about = *query;
	vg_status status;

	about.about = ids[0];
	about.keeps_latest = true;
	if (!about.limit)
		about.limit = VG_MOST_IN_COLUMNS;
	if (!(status = vg_visits(view, graph, &about, error)))
		center_on(*view, ids[0]);
	return status;
}

static vg_status ask_ties(vg_view **view, vg_graph *graph, const int64_t *ids, const vg_query *query, vg_error *error)
{
	vg_query about = *query;
	vg_status status;

	about.about = ids[0];
	if (!(status = vg_ties(view, graph, &about, error)))
		center_on(*view, ids[0]);
	return status;
}

static vg_status ask_around(vg_view **view, vg_graph *graph, const int64_t *ids, const vg_query *query, vg_error *error)
{
	return vg_around(view, graph, ids[0], query, error);
}

static vg_status ask_path(vg_view **view, vg_graph *graph, const int64_t *ids, const vg_query *query, vg_error *error)
{
	return vg_path_between(view, graph, ids[0], ids[1], query, error);
}

/* One for each diagram of the library; its arguments are told by vg_diagrams(). */
static const struct {
	const char *diagram;
	ask_function *ask;
} questions[] = {
	{"visits", ask_visits}, {"ties", ask_ties},	    {"around", ask_around},
	{"path", ask_path},	{"timeline", ask_timeline},
};

static ask_function *question_of(const char *diagram)
{
	for (size_t i = 0; i < COUNT(questions); i++)
		if (!strcmp(questions[i].diagram, diagram))
			return questions[i].ask;
	return NULL;
}

/* ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────── */

static const char *diagram_name_at(size_t index)
{
	return vg_diagrams()[index].name;
}

static const vg_listing *diagram_find(const char *name)
{
	for (const vg_listing *diagram = vg_diagrams(); diagram->name; diagram++)
		if (!strcmp(diagram->name, name) && question_of(name))
			return diagram;
	return NULL;
}

static vg_status say_no_such_diagram(const char *name, vg_error *error)
{
	char all[200] = "";
	const char *meant = suggest(name, diagram_name_at);

	if (meant)
		return failure(error, VG_USAGE, _("no such diagram: '%s'; did you mean '%s'?"), name, meant);
	for (const vg_listing *diagram = vg_diagrams(); diagram->name; diagram++)
		snprintf(all + strlen(all), sizeof all - strlen(all), " %s", diagram->name);
	return failure(error, VG_USAGE, _("no such diagram: '%s'; there are:%s"), name, all);
}

/* What can be told to be wrong before anything is asked. */
static vg_status check_arguments(const struct session *session, const vg_listing *diagram, vg_error *error)
{
	const char *arguments = diagram->detail ? diagram->detail : "";

	if (!arguments_fit(arguments, session->argument_count - 1))
		return failure(error, VG_USAGE,
			       _("usage: visitgraph render %s %s -o FILE (names of several words in quotes)"),
			       diagram->name, _(arguments));
	if (!session->options->output)
		return failure(error, VG_USAGE,
			       _("where to? -o FILE is missing, with an ending of .svg, .png, .pdf, .dot or .json"));
	return VG_OK;
}

static void say_written(const struct session *session, const vg_view *view)
{
	bool is_stdout = !strcmp(session->options->output, "-");
	FILE *out = is_stdout ? stderr : stdout;

	if (is_stdout)
		return;
	fputs(_("wrote "), out);
	write_visibly(out, session->options->output);
	fprintf(out, _(" (visits %zu, ties %zu; names in them %zu)"), view->event_count, view->tie_count, view->node_count);
	fputc('\n', out);
}

static vg_status draw(struct session *session, const vg_view *view)
{
	const struct options *asked = session->options;
	const vg_drawing drawing = {
		.diagram = session->arguments[0],
		.format = asked->format,
		.layout = asked->layout,
		.title = asked->title,
		.page = asked->page,
		.language = vg_language_current(),
		.has_detail = asked->has_detail,
		.listener = session->listener,
	};
	vg_status status;

	if (!view->event_count && !view->tie_count && !view->link_count && !view->path_count)
		return failure(&session->error, VG_NOT_FOUND, _("nothing found, so nothing was drawn"));
	say_what_is_not_drawn(session, view);
	status = vg_draw(view, &drawing, asked->output, &session->error);
	if (!status)
		say_written(session, view);
	return status;
}

/* ── The same as data ────────────────────────────────────────────────────────────────────────────────── */

static bool is_asked_as(const struct options *asked, const char *format)
{
	const char *ending = strrchr(asked->output, '.');

	return asked->format ? !strcmp(asked->format, format) : ending && !strcmp(ending + 1, format);
}

static bool write_data(FILE *out, const vg_view *view)
{
	struct json json = {.out = out};

	json_picture(&json, view);
	json_end(&json);
	return !fflush(out) && !ferror(out);
}

/* A file appears whole or not at all; what is no file is written to. */
static bool write_data_to(const char *path, const vg_view *view)
{
	struct stat is;
	bool is_replaced = stat(path, &is) ? errno == ENOENT : S_ISREG(is.st_mode), is_written;
	char *staged = grow(NULL, strlen(path) + sizeof ".new");
	FILE *out;
	int reason;

	sprintf(staged, "%s%s", path, is_replaced ? ".new" : "");
	out = fopen(staged, "wb");
	is_written = out && write_data(out, view);
	reason = errno;
	if (out && fclose(out) && is_written) {
		is_written = false;
		reason = errno;
	}
	if (is_replaced && is_written && rename(staged, path)) {
		is_written = false;
		reason = errno;
	}
	if (out && is_replaced && !is_written)
		unlink(staged);
	free(staged);
	errno = reason;
	return is_written;
}

static vg_status save_data(struct session *session, const vg_view *view)
{
	const char *path = session->options->output;

	if (!strcmp(path, "-") ? write_data(stdout, view) : write_data_to(path, view)) {
		say_written(session, view);
		return VG_OK;
	}
	return failure(&session->error, VG_IO, _("cannot write '%s': %s"), path, _(strerror(errno)));
}

/* ── The command ─────────────────────────────────────────────────────────────────────────────────────── */

vg_status run_render(struct session *session)
{
	const vg_listing *diagram = diagram_find(session->arguments[0]);
	int64_t ids[2] = {0};
	vg_query query = {0};
	vg_view *view = NULL;
	vg_status status;

	if (!diagram)
		return say_no_such_diagram(session->arguments[0], &session->error);
	status = check_arguments(session, diagram, &session->error);
	if (!status && !is_asked_as(session->options, "json") && !is_asked_as(session->options, "dot"))
		vg_draw_prepare();
	for (size_t i = 1; !status && i < session->argument_count && i <= COUNT(ids); i++)
		status = name_resolve(&ids[i - 1], session, session->arguments[i]);
	if (!status && !(status = query_build(&query, session, NULL)))
		status = question_of(diagram->name)(&view, session->graph, ids, &query, &session->error);
	if (!status)
		status = is_asked_as(session->options, "json") ? save_data(session, view) : draw(session, view);
	free((void *)query.avoid);
	vg_view_free(view);
	return status;
}
