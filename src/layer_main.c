/*
 * layer_main.c - a program of nothing, to link one layer alone against.
 *
 * See src/meson.build: a layer that calls what it may not see has an undefined
 * symbol here. It must never do anything.
 */
int main(void)
{
	return 0;
}
