/* thread.h - a second thread for one task after the other. Where none is to be had, the task is done at once. */
#ifndef GRAPH_THREAD_H
#define GRAPH_THREAD_H

#include <pthread.h>
#include <stdbool.h>

/* Begins as zeros, stays where it is, and ends with thread_end(). */
struct second_thread {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	void (*task)(void *self); /* NULL: idle */
	void *self;
	bool is_running, is_leaving;
};

/* Begins a task; the one before must have been waited for. What `self` has is the second thread's until thread_wait(). */
void thread_begin(struct second_thread *second, void (*task)(void *self), void *self);
void thread_wait(struct second_thread *second);
/* Waits as well, and gives back the thread. */
void thread_end(struct second_thread *second);

#endif
