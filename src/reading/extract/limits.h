/*
 * limits.h - the names of limits.def.
 */
#ifndef DONDOC_READING_EXTRACT_LIMITS_H
#define DONDOC_READING_EXTRACT_LIMITS_H

enum extract_limit {
#define LIMIT(name, value, what) LIMIT_##name = (value),
#include "reading/extract/limits.def"
#undef LIMIT
};

#endif
