/* thread.c - a second thread for one task after the other. It lives for many of them: a new one for each would cost more than
 * some of the tasks. */
#include "graph/thread.h"

static void *live(void *argument)
{
	struct second_thread *second = argument;

	pthread_mutex_lock(&second->lock);
	while (!second->is_leaving) {
		struct task task = second->tasks[second->first];

		if (!second->count) {
			pthread_cond_wait(&second->changed, &second->lock);
			continue;
		}
		pthread_mutex_unlock(&second->lock);
		task.work(task.thing);
		pthread_mutex_lock(&second->lock);
		second->first = (second->first + 1) % TASKS_AHEAD;
		second->count--;
		pthread_cond_signal(&second->changed);
	}
	pthread_mutex_unlock(&second->lock);
	return NULL;
}

static bool start(struct second_thread *second)
{
	pthread_mutex_init(&second->lock, NULL);
	pthread_cond_init(&second->changed, NULL);
	if (!pthread_create(&second->thread, NULL, live, second))
		return true;
	pthread_cond_destroy(&second->changed);
	pthread_mutex_destroy(&second->lock);
	return false;
}

void thread_give(struct second_thread *second, void (*work)(void *thing), void *thing)
{
	if (!second->is_running && !(second->is_running = start(second))) {
		work(thing);
		return;
	}
	pthread_mutex_lock(&second->lock);
	while (second->count == TASKS_AHEAD)
		pthread_cond_wait(&second->changed, &second->lock);
	second->tasks[(second->first + second->count++) % TASKS_AHEAD] = (struct task){work, thing};
	pthread_cond_signal(&second->changed);
	pthread_mutex_unlock(&second->lock);
}

void thread_wait(struct second_thread *second)
{
	if (!second->is_running)
		return;
	pthread_mutex_lock(&second->lock);
	while (second->count)
		pthread_cond_wait(&second->changed, &second->lock);
	pthread_mutex_unlock(&second->lock);
}

void thread_end(struct second_thread *second)
{
	if (!second->is_running)
		return;
	thread_wait(second);
	pthread_mutex_lock(&second->lock);
	second->is_leaving = true;
	pthread_cond_signal(&second->changed);
	pthread_mutex_unlock(&second->lock);
	pthread_join(second->thread, NULL);
	pthread_cond_destroy(&second->changed);
	pthread_mutex_destroy(&second->lock);
	*second = (struct second_thread){0};
}
