/* test_threads.c - several threads draw at once, and a program forks after it had pictures prepared. */
#include "tests/viz/seed_draw.h"

#include <pthread.h>
#include <sys/wait.h>

enum { THREADS = 4, PATIENCE = 60 /* seconds */ };

static vg_view *shared;

/* NULL: all went well. */
static void *draw_here(void *path)
{
	vg_error error;

	return vg_draw(shared, &(vg_drawing){.diagram = "visits", .format = "svg"}, path, &error) ? path : NULL;
}

static void threads_that_draw_wait_for_what_was_prepared(void **state)
{
	struct seed seed;
	pthread_t threads[THREADS];

	(void)state;
	seed_open(&seed);
	seed_visits(&seed);
	shared = &seed.view;
	alarm(PATIENCE);
	vg_draw_prepare();
	for (size_t i = 0; i < THREADS; i++)
		assert_int_equal(pthread_create(&threads[i], NULL, draw_here, "/dev/null"), 0);
	for (size_t i = 0; i < THREADS; i++) {
		void *failed;

		assert_int_equal(pthread_join(threads[i], &failed), 0);
		assert_null(failed);
	}
	alarm(0);
	seed_close(&seed);
}

/* The child ends as any program does. */
static void a_process_that_was_forked_ends(void **state)
{
	int result;
	pid_t child;

	(void)state;
	vg_draw_prepare();
	if (!(child = fork())) {
		alarm(PATIENCE);
		exit(0);
	}
	assert_int_equal(waitpid(child, &result, 0), child);
	assert_true(WIFEXITED(result));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_process_that_was_forked_ends),
		cmocka_unit_test(threads_that_draw_wait_for_what_was_prepared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
