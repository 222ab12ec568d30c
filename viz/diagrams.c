/* diagrams.c - the table of diagrams, and how each makes a scene of a view. */
#include "viz/canvas.h"
#include "viz/labels.h"
#include "viz/output.h"
#include "viz/paint.h"

#include <stdlib.h>

/* ── What each shows ─────────────────────────────────────────────────────────────────────────────────── */

static void show_visits(struct scene *scene)
{
	for (size_t i = 0; i < scene->view->event_count; i++)
		scene_put_event(scene, i, 0);
}

static void show_ties(struct scene *scene)
{
	for (size_t i = 0; i < scene->view->tie_count; i++)
		scene_put_tie(scene, i);
}

/* The latest contact first, so that it stands on top. */
static void show_around(struct scene *scene)
{
	const vg_view *view = scene->view;

	if (view->center != VG_NONE)
		scene_end(scene, view->center, VG_NONE, NULL, "", 0);
	for (size_t i = view->event_count; i-- > 0;)
		scene_put_event(scene, i, 0);
	show_ties(scene);
	for (size_t i = 0; i < view->link_count; i++)
		scene_put_link(scene, i);
	scene_join_lone_cards(scene);
}

/* ── A path ──────────────────────────────────────────────────────────────────────────────────────────── */

static vg_role role_in(const vg_event *event, size_t node)
{
	vg_role role = VG_ANY_ROLE;

	for (size_t i = 0; i < event->participant_count; i++) {
		const vg_participant *one = &event->participants[i];

		if (one->node == node)
			return one->role;
		if (one->organization == node && !role)
			role = one->role;
	}
	return role;
}

static const char *title_in(const vg_event *event, size_t node)
{
	for (size_t i = 0; i < event->participant_count; i++)
		if (event->participants[i].node == node)
			return event->participants[i].title;
	return NULL;
}

static struct end end_of_step(struct scene *scene, const vg_step *step, size_t node, size_t column)
{
	const char *title = step->event == VG_NONE ? NULL : title_in(&scene->view->events[step->event], node);

	return scene_end(scene, node, VG_NONE, title, step->date.from, column);
}

/* Each step its own columns, so that a person and the organization behind the person are two cards of the chain. */
static void show_step(struct scene *scene, const vg_step *step, size_t column)
{
	const vg_view *view = scene->view;
	struct end from = end_of_step(scene, step, step->from, column),
		   to = end_of_step(scene, step, step->to, column + 1);
	struct arrow *arrow;

	if (step->event != VG_NONE) {
		const vg_event *event = &view->events[step->event];
		vg_role role_from = role_in(event, step->from), role_to = role_in(event, step->to);
		bool is_visit = role_from == VG_VISITOR && role_to == VG_HOST;
		bool is_return = role_from == VG_HOST && role_to == VG_VISITOR;

		arrow = scene_join(scene, is_return ? to : from, is_return ? from : to, line_of_type(event->type),
				   step->event);
		arrow->has_no_head = !is_visit && !is_return;
	} else if (step->tie != VG_NONE) {
		arrow = scene_join(scene, from, to, line_of_status(view->ties[step->tie].status), step->tie);
	} else if (view->links[step->link].from == step->from) {
		arrow = scene_join(scene, from, to, LINE_LINK, step->link);
	} else {
		arrow = scene_join(scene, to, from, LINE_LINK, step->link);
	}
	arrow->note = label_place_in_source(scene, &step->evidence);
}

static bool has_step(const struct scene *scene, const vg_step *step, size_t path, size_t at)
{
	for (size_t i = 0; i < path; i++) {
		const vg_path *earlier = &scene->view->paths[i];

		if (at < earlier->step_count && earlier->steps[at].from == step->from &&
		    earlier->steps[at].to == step->to && earlier->steps[at].event == step->event &&
		    earlier->steps[at].tie == step->tie)
			return true;
	}
	return false;
}

/* A path is told with whole dates. */
static void show_path(struct scene *scene)
{
	const vg_view *view = scene->view;

	scene->has_many_years = true;
	for (size_t i = 0; i < view->path_count; i++)
		for (size_t k = 0; k < view->paths[i].step_count; k++)
			if (!has_step(scene, &view->paths[i].steps[k], i, k))
				show_step(scene, &view->paths[i].steps[k], k);
}

/* ── A timeline ──────────────────────────────────────────────────────────────────────────────────────── */

/* Events stand in order of date, so a column ends where the first `digits` of the date change. */
static size_t count_columns(const vg_view *view, size_t digits)
{
	size_t columns = 0;

	for (size_t i = 0; i < view->event_count; i++)
		columns += !i || strncmp(view->events[i].date.from, view->events[i - 1].date.from, digits);
	return columns;
}

static size_t column_digits(const vg_view *view)
{
	if (count_columns(view, sizeof "2023-02-01" - 1) <= MOST_DAYS)
		return sizeof "2023-02-01" - 1;
	return count_columns(view, sizeof "2023-02" - 1) <= MOST_MONTHS ? sizeof "2023-02" - 1 : sizeof "2023" - 1;
}

static void show_timeline(struct scene *scene)
{
	const vg_view *view = scene->view;
	size_t digits = column_digits(view);

	scene->hides_dates = digits == sizeof "2023-02-01" - 1;
	scene->columns = arena_get(&scene->arena, (count_columns(view, digits) + 1) * sizeof *scene->columns);
	for (size_t i = 0; i < view->event_count; i++) {
		const char *date = view->events[i].date.from;

		if (!i || strncmp(date, view->events[i - 1].date.from, digits))
			scene->columns[scene->column_count++] =
				*date ? arena_print(&scene->arena, "%.*s", (int)digits, date)
				      : word(scene, N_("undated"));
		scene_put_event(scene, i, scene->column_count - 1);
	}
}

/* ── Titles ──────────────────────────────────────────────────────────────────────────────────────────── */

static char *title_with(struct scene *scene, const char *title, const char *detail)
{
	return *detail ? arena_print(&scene->arena, "%s   %s", title, detail) : arena_text(&scene->arena, title);
}

/* `of_one`, with the name in it, where the picture is about one in the middle. */
static const char *title_about(struct scene *scene, const char *of_all, const char *of_one)
{
	const vg_view *view = scene->view;

	if (view->center == VG_NONE)
		return word(scene, of_all);
	return arena_print(&scene->arena, word(scene, of_one), view->nodes[view->center].name);
}

static char *title_of_visits(struct scene *scene)
{
	return title_with(scene, title_about(scene, N_("Who visited whom"), N_("%s: visits")), label_range(scene));
}

static char *title_of_timeline(struct scene *scene)
{
	return title_with(scene, title_about(scene, N_("Visits in order of date"), N_("%s: visits in order of date")),
			  label_range(scene));
}

static char *title_of_ties(struct scene *scene)
{
	char *latest = label_latest(scene);

	return title_with(scene, title_about(scene, N_("Cooperation"), N_("%s: cooperation")),
			  *latest ? arena_print(&scene->arena, word(scene, N_("as of %s")), latest) : latest);
}

static char *title_of_around(struct scene *scene)
{
	return title_with(scene, title_about(scene, "", N_("%s: visits and cooperation")), label_range(scene));
}

static char *title_of_path(struct scene *scene)
{
	const vg_path *path = scene->view->path_count ? &scene->view->paths[0] : NULL;

	if (!path || !path->step_count)
		return arena_text(&scene->arena, word(scene, N_("no connection")));
	return arena_print(&scene->arena, word(scene, N_("How %s and %s are connected")),
			   scene->view->nodes[path->steps[0].from].name,
			   scene->view->nodes[path->steps[path->step_count - 1].to].name);
}

/* ── The table ───────────────────────────────────────────────────────────────────────────────────────────
 * To add a diagram: a function that puts what it shows into the scene, one for its title, and an entry in both arrays. */

static const vg_listing listings[] = {
	{"visits", N_("[NAME]"), N_("who visited whom")},
	{"ties", N_("[NAME]"), N_("which cooperation ties exist")},
	{"around", N_("NAME"), N_("one in the middle, and all contacts")},
	{"path", N_("A B"), N_("the shortest connection of two, as a chain")},
	{"timeline", N_("[NAME]"), N_("visits in order of date, a column a day")},
	{NULL, NULL, NULL},
};

static const struct plan {
	void (*show)(struct scene *scene);
	char *(*title)(struct scene *scene);
	void (*order)(struct scene *scene);
	bool is_chart; /* places on the sheet mean something */
} plans[] = {
	{show_visits, title_of_visits, order_by_flow, false},	  {show_ties, title_of_ties, order_around_hubs, false},
	{show_around, title_of_around, order_around_hubs, false}, {show_path, title_of_path, order_by_column, true},
	{show_timeline, title_of_timeline, order_by_flow, true},
};

const vg_listing *vg_diagrams(void)
{
	return listings;
}

static const struct plan *find_plan(const char *diagram)
{
	for (size_t i = 0; listings[i].name; i++)
		if (text_is(diagram, listings[i].name))
			return &plans[i];
	return NULL;
}

/* ── As much as a sheet can hold ─────────────────────────────────────────────────────────────────────── */

static void cut(struct scene *scene, size_t arrows, const vg_listener *listener)
{
	if (scene->arrow_count > arrows)
		tell(listener, VG_NOTE, NULL, _("arrows: %zu; only the %zu between the busiest are drawn"),
		     scene->arrow_count, arrows);
	scene_keep_busiest(scene, arrows);
}

static void reduce(struct scene *scene, const vg_listener *listener)
{
	bool is_gathered = false;

	scene_drop_rows(scene);
	while (scene->arrow_count > REGION_ARROWS && scene_into_regions(scene))
		is_gathered = true;
	if (is_gathered)
		tell(listener, VG_NOTE, NULL,
		     _("cards are gathered into what they belong to or lie in; cards left: %zu"), scene->card_count);
	cut(scene, MOST_ARROWS, listener);
}

static const struct level *fit(struct scene *scene, bool is_chart, const vg_listener *listener)
{
	size_t arrows = scene->arrow_count;
	const struct level *level = levels;

	if (is_chart)
		cut(scene, MOST_CHART_ARROWS, listener);
	for (bool is_reduced = false; scene->arrow_count > level->arrows; level++) {
		if (level[1].has_rows || is_reduced)
			continue;
		reduce(scene, listener);
		is_reduced = true;
	}
	if (level->note)
		tell(listener, VG_NOTE, NULL, vg_say(VG_DEFAULT_LANGUAGE, level->note), arrows);
	return level;
}

/* ── Drawing ─────────────────────────────────────────────────────────────────────────────────────────── */

/* How cards are moved apart: Graphviz's "prism", in fewer rounds where there are very many. */
static char *overlap_for(struct scene *scene)
{
	size_t rounds = ROUNDS_OF_CARDS / (scene->card_count + 1);

	return arena_print(&scene->arena, "prism%zu", rounds < MOST_ROUNDS ? rounds : MOST_ROUNDS);
}

static void set_attempt(struct canvas *canvas, struct scene *scene, const struct attempt *attempt, const char *engine)
{
	struct canvas_item *whole = canvas_whole(canvas);
	bool is_dot = text_is(engine, "dot");

	if (attempt->effort) {
		canvas_set(canvas, whole, "nslimit", attempt->effort);
		canvas_set(canvas, whole, "nslimit1", attempt->effort);
		canvas_set(canvas, whole, "mclimit", attempt->effort);
	}
	if (attempt->splines || !is_dot)
		canvas_set(canvas, whole, "splines", attempt->splines ? attempt->splines : "line");
	if (is_dot)
		return;
	canvas_set(canvas, whole, "overlap", attempt->overlap ? attempt->overlap : overlap_for(scene));
	canvas_set(canvas, whole, "quadtree", "fast");
	canvas_set(canvas, whole, "outputorder", "edgesfirst");
	canvas_set(canvas, whole, "start", "1");
}

/* One scene, as one attempt puts it on a canvas. */
struct maker {
	struct scene *scene;
	const struct attempt *attempt;
	const struct level *level;
	const char *engine;
};

static struct canvas *make_canvas(void *self, size_t variant)
{
	const struct maker *maker = self;
	struct canvas *canvas = canvas_open();

	paint_scene(canvas, maker->scene, maker->level, maker->engine, (unsigned)variant);
	set_attempt(canvas, maker->scene, maker->attempt, maker->engine);
	return canvas;
}

static vg_status try_attempt(struct maker *maker, const struct canvas_job *job, FILE *out, bool *may_retry,
			     vg_error *error)
{
	bool has_variants = text_is(job->engine, "dot") && !maker->attempt->effort;
	struct candidates candidates = {
		.first = make_canvas(maker, 0),
		.count = has_variants ? maker->level->variants : 1,
		.make = make_canvas,
		.maker = maker,
	};
	vg_status status = canvas_paint(&candidates, job, out, may_retry, error);

	canvas_free(candidates.first);
	return status;
}

static bool is_worth_trying(const struct attempt *attempt, const char *engine)
{
	return !attempt->instead_of || text_is(attempt->instead_of, engine);
}

static vg_status draw_scene(struct scene *scene, const struct level *level, struct canvas_job job,
			    struct output *output, vg_error *error)
{
	bool may_retry = true;
	struct maker maker;
	vg_error failure = {VG_OK, ""}; /* of the last attempt: `error` stays untouched if the next succeeds */

	for (size_t i = 0; i < attempt_count && may_retry; i++) {
		const struct attempt *attempt = &attempts[i];

		if (!is_worth_trying(attempt, job.engine))
			continue;
		if (attempt->note)
			tell(job.listener, VG_NOTE, NULL, "%s; %s", failure.message, _(attempt->note));
		if (attempt->engine && level->has_rows) {
			level = &levels[level_count - 1];
			reduce(scene, job.listener);
		}
		job.engine = attempt->engine ? attempt->engine : job.engine;
		job.seconds = attempt->seconds ? attempt->seconds : level->seconds;
		if (output_restart(output, error))
			return error->status;
		maker = (struct maker){scene, attempt, level, job.engine};
		if (!try_attempt(&maker, &job, output->file, &may_retry, &failure))
			return VG_OK;
	}
	*error = failure;
	return may_retry ? failure.status : fail_in(error, "%s", output->path);
}

static vg_status check_job(const vg_drawing *drawing, const char *path, struct canvas_job *job, vg_error *error)
{
	const char *ending = strrchr(path, '.');

	if (!find_plan(drawing->diagram))
		return fail(error, VG_USAGE, _("no such diagram: '%s'"), drawing->diagram ? drawing->diagram : "");
	job->format = drawing->format ? drawing->format : ending ? ending + 1 : "";
	if (!canvas_has_format(job->format))
		return fail(error, VG_USAGE, _("no such picture format: '%s' (svg, png, pdf or dot)"), job->format);
	if (drawing->layout && !canvas_has_engine(drawing->layout))
		return fail(error, VG_USAGE, _("no such layout: '%s' (dot, neato, fdp, sfdp, circo, twopi or osage)"),
			    drawing->layout);
	if (drawing->page) {
		const struct page_size *page = page_find(drawing->page);

		if (!page)
			return fail(error, VG_USAGE, _("no such page size: '%s' (a4 or a3)"), drawing->page);
		job->page[0] = page->width;
		job->page[1] = page->height;
	}
	job->listener = &drawing->listener;
	return VG_OK;
}

vg_status vg_draw(const vg_view *view, const vg_drawing *drawing, const char *path, vg_error *error)
{
	const struct plan *plan = find_plan(drawing->diagram);
	struct canvas_job job = {0};
	struct output output;
	struct scene scene;
	const struct level *level;
	vg_status status;

	if ((status = check_job(drawing, path, &job, error)) || (status = output_open(&output, path, error)))
		return status;
	scene_open(&scene, view, drawing);
	scene.chains_columns = text_is(job.format, "dot");
	scene.has_many_years = label_has_many_years(view);
	plan->show(&scene);
	scene.title = drawing->title ? drawing->title : plan->title(&scene);
	level = fit(&scene, plan->is_chart, &drawing->listener);
	job.engine = drawing->layout ? drawing->layout : level->engine;
	if (text_is(job.engine, "dot"))
		plan->order(&scene);
	status = draw_scene(&scene, level, job, &output, error);
	scene_free(&scene);
	if (!status)
		return output_keep(&output, error);
	output_abandon(&output);
	return status;
}
