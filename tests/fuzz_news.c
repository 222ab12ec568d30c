/* fuzz_news.c - any bytes at all as news: nothing may crash or leak, and every quotation must stand in the file where it says.
 *
 * Built with -fsanitize=fuzzer it is a libFuzzer target; with -DSTANDALONE a program that runs the files it is given. */
#include "tests/fuzz_news.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	read_news(bytes, size);
	return 0;
}

#ifdef STANDALONE
#include "tests/standalone.h"
#endif
