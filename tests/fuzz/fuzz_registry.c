/*
 * fuzz_registry.c - any bytes as a registry's tables: a clear error or a registry.
 */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	slice all = {(const char *)bytes, n};
	registry_tables tables = {.name = S("fuzz"), .agencies = all, .groups = all, .units = all};
	reader *rd;
	arena a;
	err e = {0};

	if (n > 0 && bytes[0] % 4 == 0)
		tables.agencies = (slice){NULL, 0};
	arena_init(&a, NULL, 0);
	rd = arena_new(&a, reader);
	(void)reader_init(&tables, 1, S(""), &a, rd, &e);
	arena_done(&a);
	return 0;
}
