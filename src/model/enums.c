/*
 * enums.c - the words of the closed lists.
 */
#include "model/enums.h"

#include <stddef.h>

#define ENUM_BEGIN(type)                                                                           \
	const char *type##_word(type v)                                                            \
	{                                                                                          \
		static const char *const words[] = {
#define ENUM(type, name, word) word,
#define ENUM_END(type)                                                                             \
	}                                                                                          \
	;                                                                                          \
	return (unsigned)v < type##_COUNT ? words[v] : NULL;                                       \
	}
#include "model/enums.def"
#undef ENUM_BEGIN
#undef ENUM
#undef ENUM_END
