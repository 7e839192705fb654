# Ten targets over Meson; `make` alone builds the release program.
BUILD := build
WERROR := $(if $(CI),true,false)
SANITIZE := -Dbuildtype=debug -Doptimization=1 -Db_sanitize=address,undefined -Ddebug_arena=true

# A folder's time changes when a file comes or goes: then Meson looks again.
FOLDERS := $(shell find src tests -type d -not -name __pycache__ -not -path '*/node_modules*')
MESON := meson.build meson_options.txt

# The web font, pinned by package-lock.json. Without npm or a network pages use the system's.
FONT := src/web/assets/node_modules/@fontsource/be-vietnam-pro/package.json
$(FONT): src/web/assets/package-lock.json
	@if command -v npm >/dev/null 2>&1; then \
		(cd src/web/assets && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error \
			>/dev/null 2>&1) && touch $@ || echo "web font not fetched: pages use the system's"; \
	fi

all: build
build: $(FONT) build/build.ninja
	@ninja -k0 -C $(BUILD)
build-test: build-test/build.ninja
	@ninja -C build-test
build-fuzz: build-fuzz/build.ninja
	@ninja -C build-fuzz

build/build.ninja: $(MESON) $(FOLDERS)
	@meson setup $(if $(wildcard $@),--reconfigure) -Dwerror=$(WERROR) build >/dev/null
build-test/build.ninja: $(MESON) $(FOLDERS)
	@meson setup $(if $(wildcard $@),--reconfigure) -Dwerror=$(WERROR) $(SANITIZE) build-test >/dev/null
build-fuzz/build.ninja: $(MESON) $(FOLDERS)
	@CC=clang-14 meson setup $(if $(wildcard $@),--reconfigure) -Dwerror=false $(SANITIZE) \
		-Dtests=false -Dfuzz=true -Db_lundef=false build-fuzz >/dev/null

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16
start: ## build, read the sample documents, show them
	@./start
test: ## everything that ./test runs
	@./test
bench: build ## speed and memory, full size; figures belong in docs/measured.md
	@. tools/need.sh; need $$need_bench; missed=0; $(BUILD)/dondoc bench read || missed=1; \
	for papers in ../shared/seeds ../shared/corpus/docs; do test ! -d $$papers || \
		{ echo "$$papers:"; $(BUILD)/dondoc bench read $$papers/*.txt || missed=1; }; done; \
	tests/perf/bench_pdf.py $(BUILD)/dondoc . || missed=1; \
	tests/perf/bench_web.py $(BUILD)/dondoc . || missed=1; exit $$missed
fuzz: build-fuzz ## every fuzz target, ten minutes each (FUZZ_SECONDS=600)
	@tests/fuzz/run.py --seconds $(or $(FUZZ_SECONDS),600) build-fuzz
soak: build ## valgrind, the long scaling test, 200 kills, 2,000 mixed files, the static analyzer, scans, 200 people at work
	@tests/perf/valgrind.py --all $(BUILD)/dondoc .
	@tests/perf/test_linear.py --full $(BUILD)/dondoc .
	@tests/lint/test_tidy.py --deep $(BUILD)/dondoc .
	@tests/fault/test_kill.py --rounds 200 $(BUILD)/dondoc .
	@tests/soak/mixed.py $(BUILD)/dondoc .
	@tests/soak/ocr.py $(BUILD)/dondoc .
	@tests/soak/people.py $(BUILD)/dondoc .
	@tests/forms/test_forms.py --all $(BUILD)/dondoc .
fmt: ## clang-format over the whole tree
	@find src include tests -name '*.[ch]' -print0 | xargs -0 clang-format-19 -i
lint: build ## layers, style, format, clang-tidy
	@for t in tests/lint/test_*.py; do $$t $(BUILD)/dondoc . || exit 1; done
pictures: build ## the pictures of the user guide, of a demonstration that runs (DONDOC_PORT)
	@tests/browser/pictures.py http://127.0.0.1:$(or $(DONDOC_PORT),8080) .
bless: build ## write the golden files and the README's picture again; show what changed
	@tests/golden/test_golden.py --bless $(BUILD)/dondoc .
	@mkdir -p var/picture docs/img
	@$(BUILD)/dondoc examples --today 2026-03-02 --out var/picture >/dev/null
	@cd var/picture && ../../$(BUILD)/dondoc read --format text 06-*.txt | head -48 | \
		../../tools/picture.py "build/dondoc read --format text 06-*.txt" >../../docs/img/read.svg
	@git --no-pager diff --stat -- tests/golden docs/img
clean: ## remove everything that was built
	@rm -rf build build-test build-fuzz

.PHONY: all build build-test build-fuzz help start test bench fuzz soak fmt lint bless clean
