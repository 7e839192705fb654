/*
 * ticks.c - the monotonic clock, asked in one place.
 */
#include "app/ticks.h"

#include <time.h>

int64_t ticks_us(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t ticks_ms(void)
{
	return ticks_us() / 1000;
}
