/* layout.c - a graph is laid out, looked over, and painted; one of those that know Graphviz (layout.h).
 *
 * Graphviz reports in pieces through one process-wide callback, may lose an edge and still say all is well, cannot be
 * interrupted, and ends the process when memory runs out. So all of it happens in a child process, which lays out, looks
 * whether everything is there, paints, and reports through a pipe, one message a line, its severity in front. */
#include "viz/layout.h"

#include "graph/thread.h"
#include "viz/fonts.h"
#include "viz/sheet.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Graphviz 2 takes names as char *, though it only reads them. */
static char *layout_text(const char *text)
{
	return (char *)(uintptr_t)text;
}

/* ── Beforehand ──────────────────────────────────────────────────────────────────────────────────────────
 * Graphviz's plug-ins need some forty libraries, and fontconfig reads as many files: that takes as long as most answers do. A second
 * thread may do it while the answer is asked for; it ends before anything is forked. What it loads is the process's, hence no
 * more than one. */

static struct second_thread loader;
static GVC_t *loaded; /* NULL: the child loads it */
static pid_t loading; /* the process in which it runs */
static pid_t leaving; /* a child that has painted all; 0: none */
static pthread_mutex_t settling = PTHREAD_MUTEX_INITIALIZER; /* for what stands above */

static void load(void *nothing)
{
	(void)nothing;
	loaded = gvContext();
	fonts_load();
}

static int wait_for(pid_t child)
{
	int result;

	while (waitpid(child, &result, 0) < 0)
		if (errno != EINTR)
			return -1;
	return result;
}

/* A child takes as long to give back its memory as its parent does to end: so it is waited for there, or before the next picture.
 * Several threads may draw; a process that somebody's program forked has neither the loader nor the child before. */
static void let_go(pid_t child)
{
	pid_t before = child;

	if (getpid() == loading) {
		pthread_mutex_lock(&settling);
		thread_end(&loader);
		before = leaving;
		leaving = child;
		pthread_mutex_unlock(&settling);
	}
	if (before)
		wait_for(before);
}

static void settle(void)
{
	let_go(0);
}

void vg_draw_prepare(void)
{
	if (loaded || loader.is_running || atexit(settle))
		return;
	loading = getpid();
	thread_give(&loader, load, NULL);
}

/* ── In the child: layout, and whether everything is there ───────────────────────────────────────────── */

/* Beyond so many pixels a PNG takes longer to pack than to draw, and few programs open it. */
static const double most_pixels = 40e6, pixels_per_inch = 96, printed_pixels_per_inch = 200;

/* What a child is to do. */
struct painting {
	const struct candidates *candidates;
	const struct canvas_job *job;
	FILE *out;
	int pipe_end;
};

static const char error_mark[] = "Error: ", warning_mark[] = "Warning: ";
static struct text reported; /* by Graphviz, in pieces; only ever used in a child */

static int collect_report(char *piece)
{
	text_put(&reported, piece);
	return 0;
}

static void send_line(int pipe_end, char severity, const char *message)
{
	struct text line = {0};

	text_print(&line, "%c", severity);
	for (const char *at = message; *at; at++)
		text_add(&line, *at == '\n' ? " " : at, 1);
	text_put(&line, "\n");
	for (size_t sent = 0; sent < line.length;) {
		ssize_t part = write(pipe_end, line.bytes + sent, line.length - sent);

		if (part <= 0)
			break;
		sent += (size_t)part;
	}
	text_free(&line);
}

/* Passes on what Graphviz said, line by line; returns whether an error was among it. */
static bool send_reports(int pipe_end)
{
	bool has_error = false;
	char *rest = NULL;

	if (!reported.length)
		return false;
	for (char *line = strtok_r(reported.bytes, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		bool is_error = !strncmp(line, error_mark, sizeof error_mark - 1);

		if (is_error)
			line += sizeof error_mark - 1;
		else if (!strncmp(line, warning_mark, sizeof warning_mark - 1))
			line += sizeof warning_mark - 1;
		send_line(pipe_end, is_error ? 'E' : 'W', line);
		has_error = has_error || is_error;
	}
	return has_error;
}

/* gvLayout() returns 0 even when it dropped an edge: an edge that was laid out has a spline. */
static size_t lost_edges(Agraph_t *graph)
{
	size_t lost = 0;

	for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
		for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
			lost += !ED_spl(edge);
	return lost;
}

/* Whether everything was laid out; if not, it stands in what was reported. */
static bool lay_out(GVC_t *context, Agraph_t *graph, const char *engine)
{
	size_t lost;

	if (gvLayout(context, graph, layout_text(engine)) && !reported.length)
		text_put(&reported, "Error: no layout\n");
	if (reported.length && strstr(reported.bytes, error_mark))
		return false;
	lost = lost_edges(graph);
	if (lost)
		text_print(&reported, "%sedges lost: %zu of %d\n", error_mark, lost, agnedges(graph));
	return !lost;
}

/* ── In the child: the picture ───────────────────────────────────────────────────────────────────────── */

/* The sheet lies across if the picture does; the picture is as large as fits, in the sheet's middle. */
static void fit_page(Agraph_t *graph, const struct canvas_job *job)
{
	const double pad = 0.3 * 72;
	boxf *box = &GD_bb(graph);
	double width = box->UR.x - box->LL.x + 2 * pad, height = box->UR.y - box->LL.y + 2 * pad;
	double shorter = fmin(job->page[0], job->page[1]), longer = fmax(job->page[0], job->page[1]);
	double across = width > height ? longer : shorter, down = width > height ? shorter : longer;
	double scale = fmax(width / across, height / down);

	box->LL.x -= (across * scale - width) / 2;
	box->UR.x += (across * scale - width) / 2;
	box->LL.y -= (down * scale - height) / 2;
	box->UR.y += (down * scale - height) / 2;
	GD_drawing(graph)->size = (pointf){across * 72, down * 72};
	GD_drawing(graph)->filled = 1;
	GD_drawing(graph)->dpi = text_is(job->format, "png") ? printed_pixels_per_inch : 0;
}

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Whether one more candidate might not be done in half of the time that there is: painting takes time, too. */
static bool is_late(double started, size_t done, unsigned seconds)
{
	return done && (seconds_now() - started) * (double)(done + 1) / (double)done > seconds / 2.0;
}

/* The families that cover what is drawn; they live as long as the process. */
static const char *choose_fonts(const struct painting *painting)
{
	struct text missing = {0};
	struct canvas *first = painting->candidates->first;
	const char *families = fonts_choose(&first->arena, first->drawn.bytes ? first->drawn.bytes : "", &missing);

	if (missing.length)
		send_line(painting->pipe_end, 'B', missing.bytes);
	text_free(&missing);
	return families;
}

/* Of 262 pictures in which some arrows cross, this many in vain left three crossings in a thousand more than trying all. */
enum { MOST_IN_VAIN = 3 };

/* Lays out the candidates until one is as good as can be, or no better one comes. NULL: every one failed, and the last said why. */
static Agraph_t *lay_out_best(GVC_t *context, const struct painting *painting)
{
	const struct candidates *candidates = painting->candidates;
	const char *families = choose_fonts(painting);
	Agraph_t *best = NULL;
	size_t best_faults = 0, in_vain = 0;
	double started = seconds_now();

	for (size_t i = 0; i < candidates->count && (!best || best_faults) && in_vain < MOST_IN_VAIN; i++) {
		Agraph_t *graph;
		size_t faults;

		if (best && is_late(started, i, painting->job->seconds))
			break;
		text_free(&reported);
		graph = graph_of(i ? candidates->make(candidates->maker, i) : candidates->first);
		graph_set_fonts(graph, families);
		if (!lay_out(context, graph, painting->job->engine))
			continue;
		faults = candidates->count > 1 ? layout_faults(graph) : 0;
		in_vain++;
		if (best && faults >= best_faults)
			continue;
		best = graph;
		best_faults = faults;
		in_vain = 0;
	}
	if (best && candidates->count > 1)
		text_free(&reported); /* it may be of one that lost */
	return best;
}

/* Shrinks the picture to what a PNG may have, and says so. */
static void limit_pixels(Agraph_t *graph, int pipe_end)
{
	boxf box = GD_bb(graph);
	double width = (box.UR.x - box.LL.x) / 72, height = (box.UR.y - box.LL.y) / 72;
	double scale = sqrt(most_pixels / (width * height)) / pixels_per_inch;
	char percent[32];

	if (scale >= 1)
		return;
	GD_drawing(graph)->size = (pointf){width * scale * 72, height * scale * 72};
	snprintf(percent, sizeof percent, "%.0f", scale * 100);
	send_line(pipe_end, 'S', percent);
}

static void arrange(Agraph_t *graph, const struct canvas_job *job)
{
	layout_smooth_lanes(graph);
	layout_set_bands(graph, job->page);
}

static int paint_here(const struct painting *painting)
{
	Agraph_t *graph;

	if (!loaded)
		load(NULL);
	agseterrf(collect_report);
	graph = lay_out_best(loaded, painting);
	if (!graph) {
		send_reports(painting->pipe_end);
		return 1;
	}
	if (text_is(painting->job->engine, "dot"))
		arrange(graph, painting->job);
	else
		layout_move_apart(graph);
	if (painting->job->page[0] > 0)
		fit_page(graph, painting->job);
	else if (text_is(painting->job->format, "png"))
		limit_pixels(graph, painting->pipe_end);
	if (gvRender(loaded, graph, layout_text(painting->job->format), painting->out) && !reported.length)
		text_put(&reported, "Error: no picture\n");
	if (send_reports(painting->pipe_end))
		return 1;
	if (fflush(painting->out) || ferror(painting->out)) {
		send_line(painting->pipe_end, 'F', _(strerror(errno)));
		return 1;
	}
	send_line(painting->pipe_end, 'D', "");
	return 0;
}

static const struct painting *painted; /* only ever set in a child */

/* Graphviz ends the process where it cannot write; what the parent has not yet printed must not be printed here, too. */
static void tell_of_end(void)
{
	if (ferror(painted->out))
		send_line(painted->pipe_end, 'F', _(strerror(errno)));
	send_reports(painted->pipe_end);
	_exit(1);
}

/* SIGALRM is the time limit: it ends the child even when the parent is gone. */
static void live_as_child(const struct painting *painting)
{
	sigset_t alarm_set;

	signal(SIGALRM, SIG_DFL);
	sigemptyset(&alarm_set);
	sigaddset(&alarm_set, SIGALRM);
	sigprocmask(SIG_UNBLOCK, &alarm_set, NULL);
	alarm(painting->job->seconds);
	painted = painting;
	atexit(tell_of_end);
	_exit(paint_here(painting));
}

/* ── In the parent ───────────────────────────────────────────────────────────────────────────────────── */

/* What the child said: E Graphviz's errors, F the file's; to the listener, its warnings W, the scale S, characters that show as
 * boxes B; last, that all is painted, D. */
struct hearing {
	bool is_done;
	char graphviz[600], file[200];
};

static void hear_line(struct hearing *hearing, const char *line, const vg_listener *listener)
{
	size_t used = strlen(hearing->graphviz);

	if (*line == 'D')
		hearing->is_done = true;
	else if (*line == 'W')
		tell(listener, VG_WARNING, NULL, "Graphviz: %s", line + 1);
	else if (*line == 'B')
		tell(listener, VG_WARNING, NULL,
		     _("no installed font has '%s'; such characters show as boxes (install the package '%s')"),
		     line + 1, "fonts-noto-cjk");
	else if (*line == 'S')
		tell(listener, VG_NOTE, NULL, _("the png is drawn at %s %% of its size; svg and pdf keep every detail"),
		     line + 1);
	else if (*line == 'F')
		snprintf(hearing->file, sizeof hearing->file, "%s", line + 1);
	else if (*line == 'E')
		snprintf(hearing->graphviz + used, sizeof hearing->graphviz - used, "%s%s", used ? "; " : "", line + 1);
}

static void hear(struct hearing *hearing, int pipe_end, const vg_listener *listener)
{
	FILE *said = fdopen(pipe_end, "r");
	char *line = NULL;
	size_t room = 0;
	ssize_t length;

	if (!said) {
		close(pipe_end);
		return;
	}
	while (!hearing->is_done && (length = getline(&line, &room, said)) > 0) {
		if (line[length - 1] == '\n')
			line[length - 1] = '\0';
		hear_line(hearing, line, listener);
	}
	free(line);
	fclose(said);
}

static vg_status judge(int result, const struct hearing *hearing, const struct canvas_job *job, bool *may_retry,
		       vg_error *error)
{
	if (*hearing->file)
		return fail(error, VG_IO, "%s", hearing->file);
	*may_retry = true;
	if (WIFSIGNALED(result) && WTERMSIG(result) == SIGALRM)
		return fail(error, VG_IO, _("the layout took longer than %u seconds and was stopped"), job->seconds);
	if (WIFSIGNALED(result))
		return fail(error, VG_IO, _("Graphviz was ended by signal %d"), WTERMSIG(result));
	if (*hearing->graphviz)
		return fail(error, VG_IO, _("Graphviz could not draw it: %s"), hearing->graphviz);
	return fail(error, VG_IO, _("Graphviz ended without a picture (code %d)"), WEXITSTATUS(result));
}

vg_status layout_paint(const struct candidates *candidates, const struct canvas_job *job, FILE *out, bool *may_retry,
		       vg_error *error)
{
	struct painting painting = {candidates, job, out, -1};
	struct hearing hearing = {0};
	int ends[2];
	pid_t child;

	settle();
	if (pipe(ends))
		return fail(error, VG_IO, _("cannot start the layout: %s"), _(strerror(errno)));
	child = fork();
	if (child < 0) {
		fail(error, VG_IO, _("cannot start the layout: %s"), _(strerror(errno)));
		close(ends[0]);
		close(ends[1]);
		return VG_IO;
	}
	if (!child) {
		close(ends[0]);
		painting.pipe_end = ends[1];
		live_as_child(&painting);
	}
	close(ends[1]);
	hear(&hearing, ends[0], job->listener);
	if (!hearing.is_done)
		return judge(wait_for(child), &hearing, job, may_retry, error);
	let_go(child);
	return VG_OK;
}
