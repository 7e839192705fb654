/*
 * enums.h - the closed lists of a reading, generated from enums.def.
 */
#ifndef DONDOC_MODEL_ENUMS_H
#define DONDOC_MODEL_ENUMS_H

#define ENUM_BEGIN(type) typedef enum type {
#define ENUM(type, name, word) name,
#define ENUM_END(type)                                                                             \
	type##_COUNT                                                                               \
	}                                                                                          \
	type;
#include "model/enums.def"
#undef ENUM_BEGIN
#undef ENUM
#undef ENUM_END

/* <type>_word() - the word in the JSON; NULL for "absent". */
#define ENUM_BEGIN(type) const char *type##_word(type v);
#define ENUM(type, name, word)
#define ENUM_END(type)
#include "model/enums.def"
#undef ENUM_BEGIN
#undef ENUM
#undef ENUM_END

#endif
