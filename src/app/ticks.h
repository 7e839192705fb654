/*
 * ticks.h - time that has gone by, for progress lines, limits and measuring.
 *
 * Never the time of day: what day it is comes from the command line or the system, once.
 */
#ifndef DONDOC_APP_TICKS_H
#define DONDOC_APP_TICKS_H

#include <stdint.h>

int64_t ticks_us(void); /* microseconds of the monotonic clock */
int64_t ticks_ms(void); /* the same in milliseconds */

#endif
