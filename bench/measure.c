/* measure.c - runs commands one after another and tells what each cost:  measure OUTPUT < COMMANDS
 *
 * A command is a line, its arguments separated by tabs. Of each: a line with its wall time and CPU time in milliseconds,
 * peak memory in KiB and exit code. What a command prints goes to OUTPUT, a NUL after each; its complaints are dropped. */
#define _GNU_SOURCE /* wait4 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_ARGUMENTS 64

static void run(char *command, int output)
{
	char *arguments[MOST_ARGUMENTS + 1] = {0}, *rest = command;
	int nowhere = open("/dev/null", O_RDWR);

	for (int i = 0; i < MOST_ARGUMENTS && rest; i++)
		arguments[i] = strsep(&rest, "\t");
	if (nowhere < 0 || dup2(nowhere, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
	    dup2(nowhere, STDERR_FILENO) < 0)
		_exit(126);
	execvp(arguments[0], arguments);
	_exit(127);
}

static double milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static int measure(char *command, int output)
{
	struct timespec start, end;
	struct rusage used;
	int status;
	pid_t child;

	clock_gettime(CLOCK_MONOTONIC, &start);
	if (!(child = fork()))
		run(command, output);
	if (child < 0 || wait4(child, &status, 0, &used) < 0)
		return -1;
	clock_gettime(CLOCK_MONOTONIC, &end);
	printf("%.3f\t%.3f\t%ld\t%d\n",
	       (double)(end.tv_sec - start.tv_sec) * 1e3 + (double)(end.tv_nsec - start.tv_nsec) / 1e6,
	       milliseconds(used.ru_utime) + milliseconds(used.ru_stime), used.ru_maxrss,
	       WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	fflush(stdout);
	return write(output, "", 1) == 1 ? 0 : -1;
}

int main(int count, char **arguments)
{
	int output = count == 2 ? open(arguments[1], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666) : -1;
	char *command = NULL;
	size_t room = 0;
	ssize_t length;

	if (output < 0) {
		fputs("usage: measure OUTPUT < COMMANDS\n", stderr);
		return 2;
	}
	while ((length = getline(&command, &room, stdin)) > 0) {
		command[length - (command[length - 1] == '\n')] = '\0';
		if (measure(command, output)) {
			fprintf(stderr, "measure: '%s': %s\n", command, strerror(errno));
			return 4;
		}
	}
	free(command);
	return 0;
}
