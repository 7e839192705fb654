/*
 * fuzz_postings.c - any bytes as a page of the index of search.
 */
#include "fuzz.h"

#include "register/search/search_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static uint16_t list[PART_DOCUMENTS];
	uint64_t bits[PART_WORDS] = {0};
	uint32_t documents = n > 1 ? 1 + (bytes[0] << 8 | bytes[1]) % PART_DOCUMENTS : 1;
	slice page = {(const char *)bytes, n};
	page_reader r = page_open(page, 3, documents);
	page_entry one;

	while (page_next(&r, &one)) {
		uint32_t got = page_list(&one, documents, list);

		for (uint32_t i = 0; i < got; i++)
			if (list[i] >= documents)
				__builtin_trap();
	}
	(void)page_find(page, 3, n > 2 ? bytes[2] : 0, documents, bits);
	return 0;
}
