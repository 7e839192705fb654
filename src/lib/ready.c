/*
 * ready.c - the reader that was made together with the program. It must give what
 * reader_init() would: a test compares the two.
 */
#include "lib/builtin.h"
#include "reading/reading.h"

#ifdef DONDOC_NO_READY /* built for a machine that the build cannot run */
static const char ready_image[1], *const ready_image_end = ready_image;
#else /* ready.S, made by the build: src/freeze_main.c */
__attribute__((visibility("hidden"))) extern const char ready_image[], ready_image_end[];
#endif

bool builtin_reader(slice names, arena *a, reader *ret)
{
	slice image = {ready_image, (size_t)(ready_image_end - ready_image)};

	if (names.n != 0 && !slice_eq(names, S(BUILTIN_REGISTRIES)))
		return false;
	return reader_thaw(image, a, ret);
}
