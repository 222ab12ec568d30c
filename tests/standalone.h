/* standalone.h - a fuzzer without libFuzzer: runs the files named on the command line, under any compiler. */
#ifndef STANDALONE_H
#define STANDALONE_H

#include <stdio.h>

int main(int count, char **paths)
{
	for (int i = 1; i < count; i++) {
		static uint8_t bytes[1 << 20];
		FILE *file = fopen(paths[i], "rb");
		size_t size;

		if (!file)
			return perror(paths[i]), 1;
		size = fread(bytes, 1, sizeof bytes, file);
		fclose(file);
		LLVMFuzzerTestOneInput(bytes, size);
	}
	return 0;
}

#endif
