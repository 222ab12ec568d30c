/* thread.h - a second thread for one task after the other. Where none is to be had, the task is done at once. */
#ifndef GRAPH_THREAD_H
#define GRAPH_THREAD_H

#include <pthread.h>
#include <stdbool.h>

struct second_thread {
	pthread_t thread;
	bool is_running;
};

/* Begins a task; the one before must have been waited for. What `self` has is the second thread's until thread_wait(). */
static inline void thread_begin(struct second_thread *second, void *(*task)(void *self), void *self)
{
	second->is_running = !pthread_create(&second->thread, NULL, task, self);
	if (!second->is_running)
		task(self);
}

static inline void thread_wait(struct second_thread *second)
{
	if (second->is_running)
		pthread_join(second->thread, NULL);
	second->is_running = false;
}

#endif
