/* thread.h - a second thread for one task after the other. Where none is to be had, each task is done at once. */
#ifndef GRAPH_THREAD_H
#define GRAPH_THREAD_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

/* As many tasks wait or run, at most; who takes the things of tasks in turn from TASKS_AHEAD + 1 finds the next one free. With
 * fewer, each of two threads would often wait for the other. */
enum { TASKS_AHEAD = 3 };

struct task {
	void (*work)(void *thing);
	void *thing;
};

/* Begins as zeros, stays where it is, and ends with thread_end(). */
struct second_thread {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct task tasks[TASKS_AHEAD]; /* a ring: the first one runs */
	size_t first, count;
	bool is_running, is_leaving;
};

/* How large the next task may be where tasks are parts of a stream: as much as a share of all before it, so that they change
 * hands seldom, and yet little is left to do when the stream ends. */
static inline size_t task_size(size_t before, size_t least, size_t most)
{
	enum { SHARE = 8 };
	size_t size = before / SHARE;

	return size < least ? least : size > most ? most : size;
}

/* Tasks are done in the order in which they are given. What one has is the second thread's until thread_wait(), or until
 * TASKS_AHEAD others were given. */
void thread_give(struct second_thread *second, void (*work)(void *thing), void *thing);
/* Until all are done. */
void thread_wait(struct second_thread *second);
/* Waits as well, and gives back the thread. */
void thread_end(struct second_thread *second);

#endif
