# Makefile - `make demo` and `make test` also install what is missing; `make help` lists the rest.

PREFIX   ?= /usr/local
BUILD    ?= build$(if $(SANITIZE),/sanitized)
CFLAGS   ?= -O3 -g
WARNINGS ?= -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes
VERSION  := $(shell sed -n 's/^.define VG_VERSION "\(.*\)"/\1/p' visitgraph.h)
MODULES  := sqlite3 icu-i18n icu-uc libgvc fontconfig gumbo

ifdef SANITIZE
SANITIZERS := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
endif
ifeq (0,$(MAKELEVEL)$(filter -j% --jobserver%,$(MAKEFLAGS)))
MAKEFLAGS += -j$(shell nproc)
endif

FLAGS := -std=c17 -D_POSIX_C_SOURCE=200809L -I. -I$(abspath $(BUILD)) $(WARNINGS) -fPIC -fvisibility=hidden -MMD -MP \
	$(addprefix -isystem ,$(patsubst -I%,%,$(shell pkg-config --cflags-only-I $(MODULES) 2>&-))) $(CPPFLAGS) $(CFLAGS) $(SANITIZERS)
LIBS  := $(shell pkg-config --libs $(MODULES) 2>&-) -lcsv -lm

# The program takes SQLite, ICU and Gumbo along where there are archives of them: to find the symbols of ICU and of C++ below it takes
# the dynamic linker longer than most questions take to answer. STATIC= leaves that to it, as in the libraries.
ARCHIVES := sqlite3 icui18n icuuc icudata stdc++ gumbo
ifeq ($(origin STATIC),undefined)
STATIC := $(if $(SANITIZE)$(filter-out /%,$(foreach archive,$(ARCHIVES),$(shell $(CC) -print-file-name=lib$(archive).a))),,yes)
endif
static := -Wl,-Bstatic
shared := -Wl,-Bdynamic
TAKEN  := $(if $(STATIC),-static-libgcc $(static) $(ARCHIVES:%=-l%) $(shared) $(filter-out $(ARCHIVES:%=-l%),$(LIBS)),$(LIBS))

LIBRARY := $(patsubst %.c,$(BUILD)/%.o,$(wildcard graph/*.c importers/*.c importers/news/*.c viz/*.c)) \
	$(addprefix $(BUILD)/,catalogue.o readings.o words.o)
PROGRAM := $(patsubst %.c,$(BUILD)/%.o,$(wildcard cli/*.c))
UNITS   := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/test_*.c))
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz_*.c))
STORIES := $(wildcard tests/*.sh tests/*/*.sh)
PAGES    = $(addprefix $(BUILD)/,visitgraph.pc visitgraph.1 visitgraph.bash _visitgraph)

all: $(BUILD)/visitgraph $(BUILD)/libvisitgraph.so.0 ## the program and both libraries

# Says what is made instead of how; VERBOSE=1 says how.
say = $(if $(VERBOSE),,@echo '  $@' &&)

# ── Building ─────────────────────────────────────────────────────────────────────────────────────────────

$(BUILD)/visitgraph: $(PROGRAM) $(BUILD)/libvisitgraph.a
	$(say) $(CC) $(CFLAGS) $(SANITIZERS) $(LDFLAGS) -o $@ $^ $(TAKEN)

$(BUILD)/visitgraph: $(if $(STATIC),$(BUILD)/icudata.o)
$(BUILD)/icudata.o: icudata.sh
	@mkdir -p $(@D)
	$(say) ./$< $(shell $(CC) -print-file-name=libicudata.a) $(abspath $(BUILD))/icu | $(CC) -c -xassembler -o $@ -

# One object in which nothing but vg_ can be seen, so that our names never meet those of a stranger's program.
$(BUILD)/libvisitgraph.a: $(LIBRARY)
	$(say) rm -f $@ && $(LD) -r -o $(@:.a=.o) $^ && objcopy --localize-hidden $(@:.a=.o) && $(AR) rcs $@ $(@:.a=.o)

# The same with all names, for unit tests.
$(BUILD)/internals.a: $(LIBRARY)
	$(say) rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/libvisitgraph.so.0: $(LIBRARY)
	$(say) $(CC) $(CFLAGS) $(SANITIZERS) $(LDFLAGS) -shared -Wl,-soname,$(@F) -o $@ $^ $(LIBS) && ln -sf $(@F) $(@D)/libvisitgraph.so

# Everything is made again when the compiler or a flag is another one.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D); echo '$(CC) $(FLAGS)' | cmp -s - $@ || echo '$(CC) $(FLAGS)' > $@

$(filter $(BUILD)/graph/%,$(LIBRARY)): $(BUILD)/queries.h
$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(say) $(CC) $(FLAGS) -c -o $@ $<

$(BUILD)/queries.h: graph/embed-sql.awk graph/schema.sql graph/upgrades.sql graph/queries.sql
	@mkdir -p $(@D)
	$(say) awk -f $^ > $@.new && mv $@.new $@

# Named here, since the compiler tells of it by another path.
$(filter $(BUILD)/graph/%,$(LIBRARY)): $(BUILD)/queries.h

$(BUILD)/zh_CN.mo: po/zh_CN.po
	@mkdir -p $(@D)
	$(say) msgfmt --check-format -o $@ $<

# What is compiled from words and tables that a command prints as C.
compile_input = $(CC) $(FLAGS) -MT $@ -MF $(@:.o=.d) -xc -c -o $@ -

$(BUILD)/catalogue.o: $(BUILD)/zh_CN.mo $(BUILD)/flags
	$(say) (echo '_Alignas(8) const unsigned char catalogue_zh[] = {'; od -An -v -tu1 $< | sed 's/[0-9]\{1,\}/&,/g'; echo '};') \
	| $(compile_input)

$(BUILD)/words.o: importers/news/embed-words.awk $(sort $(wildcard importers/news/words/*.txt)) $(BUILD)/flags
	$(say) awk -f $(filter-out %/flags,$^) | $(compile_input)

$(BUILD)/make-readings: graph/readings/make.c
	@mkdir -p $(@D)
	$(say) $(CC) -std=c17 $(WARNINGS) -O1 -o $@ $< $(LIBS)

$(BUILD)/readings.o: $(BUILD)/make-readings $(BUILD)/flags
	$(say) $< | $(compile_input)

-include $(LIBRARY:.o=.d) $(PROGRAM:.o=.d) $(UNITS:=.d) $(FUZZERS:=.d)

# ── Showing and testing ──────────────────────────────────────────────────────────────────────────────────

demo: ## installs what is missing, builds, imports the examples, draws them, asks three questions
	@./packages.sh build demo
	@$(MAKE) --no-print-directory all
	@PATH="$(abspath $(BUILD)):$$PATH" examples/demo.sh $(BUILD)/demo

test: ## installs what is missing, builds, and runs every test
	@./packages.sh build demo test
	@$(MAKE) --no-print-directory check

check: all $(UNITS) $(BUILD)/tests/torture.so ## runs every test (SANITIZE=1: under the address and undefined-behaviour sanitizers)
	@BUILD=$(abspath $(BUILD)) prove $(if $(VERBOSE),--verbose) --jobs $$(nproc) --exec tests/run $(UNITS) $(STORIES)

goldens: all ## writes what the stories print now beside them: read the diff
	@for story in $(wildcard tests/*/*.sh); do UPDATE=1 BUILD=$(abspath $(BUILD)) tests/run $$story || exit; done

$(BUILD)/tests/fuzz_%: tests/fuzz_%.c $(BUILD)/internals.a
	@mkdir -p $(@D)
	$(say) $(CC) $(FLAGS) -o $@ $< $(BUILD)/internals.a $(LIBS) -fsanitize=fuzzer

$(BUILD)/tests/%: tests/%.c $(BUILD)/internals.a
	@mkdir -p $(@D)
	$(say) $(CC) $(FLAGS) -o $@ $< $(BUILD)/internals.a $(LIBS) -lcmocka

$(BUILD)/tests/torture.so: tests/torture.c
	@mkdir -p $(@D)
	$(say) $(CC) -O1 -fPIC -shared -o $@ $< -ldl

FUZZ_SECONDS ?= 20
fuzz: ## feeds every importer nonsense for FUZZ_SECONDS (needs clang)
	@$(MAKE) --no-print-directory run-fuzzers CC=clang BUILD=build/fuzz CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address,undefined'

run-fuzzers: $(FUZZERS)
	@for fuzzer in $^; do tests/fuzz $$fuzzer $(FUZZ_SECONDS) || exit; done

leaks: all ## runs the example under valgrind
	@./packages.sh leaks
	@BUILD=$(abspath $(BUILD)) tests/leaks

SIZES ?= 10000 100000 1000000
bench: ## measures lists of SIZES rows against sqlite3, DuckDB, Kuzu and dot (bench/README.md)
	@./packages.sh build bench
	@$(MAKE) --no-print-directory all $(BENCH)
	@cp bench/package.json $(BUILD)/bench && npm install --silent --no-audit --no-fund --prefix $(BUILD)/bench
	@BUILD=$(abspath $(BUILD)) node bench/bench.mjs $(SIZES)

guard: ## fails when an import or a path takes more instructions than it did (UPDATE=1 records how many)
	@./packages.sh build guard
	@$(MAKE) --no-print-directory all $(BENCH)
	@BUILD=$(abspath $(BUILD)) CC='$(CC)' bench/guard

BENCH := $(addprefix $(BUILD)/bench/,generate measure bfs)
$(BENCH): $(BUILD)/bench/%: bench/%.c
	@mkdir -p $(@D)
	$(say) $(CC) -std=c17 -D_POSIX_C_SOURCE=200809L $(WARNINGS) $(CFLAGS) -o $@ $< -lm

po: ## collects the messages of the sources into po/ (then translate po/zh_CN.po)
	po/update

format: ## lays the sources out as .clang-format says
	clang-format -i visitgraph.h $(wildcard graph/*.[ch] importers/*.[ch] importers/news/*.[ch] viz/*.[ch] cli/*.[ch] tests/*.[ch] tests/*/*.[ch])

# ── Installing ───────────────────────────────────────────────────────────────────────────────────────────

$(BUILD)/visitgraph.pc: visitgraph.pc.in FORCE # PREFIX may be another one
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|; s|@MODULES@|$(MODULES)|' $< > $@

$(BUILD)/visitgraph.1: cli/visitgraph.1 $(BUILD)/visitgraph
	$(BUILD)/visitgraph completion man | sed -e '/^@COMMANDS@$$/{r /dev/stdin' -e 'd}' $< > $@

$(BUILD)/visitgraph.bash $(BUILD)/_visitgraph: $(BUILD)/visitgraph
	$< completion $(if $(filter %.bash,$@),bash,zsh) > $@

AT = $(DESTDIR)$(PREFIX)
install: all $(PAGES) ## into PREFIX (default /usr/local), below DESTDIR
	install -d $(AT)/bin $(AT)/include $(AT)/lib/pkgconfig $(AT)/share/man/man1 $(AT)/share/doc/visitgraph \
		$(AT)/share/bash-completion/completions $(AT)/share/zsh/site-functions
	install $(BUILD)/visitgraph $(AT)/bin
	install $(BUILD)/libvisitgraph.so.0 $(AT)/lib && ln -sf libvisitgraph.so.0 $(AT)/lib/libvisitgraph.so
	install -m 644 $(BUILD)/libvisitgraph.a $(AT)/lib
	install -m 644 visitgraph.h $(AT)/include
	install -m 644 $(BUILD)/visitgraph.pc $(AT)/lib/pkgconfig
	install -m 644 $(BUILD)/visitgraph.1 $(AT)/share/man/man1
	install -m 644 $(BUILD)/visitgraph.bash $(AT)/share/bash-completion/completions/visitgraph
	install -m 644 $(BUILD)/_visitgraph $(AT)/share/zsh/site-functions
	install -m 644 LICENSE $(AT)/share/doc/visitgraph

uninstall: ## takes away what install put there
	rm -rf $(AT)/bin/visitgraph $(AT)/include/visitgraph.h $(AT)/lib/libvisitgraph.* $(AT)/lib/pkgconfig/visitgraph.pc \
		$(AT)/share/man/man1/visitgraph.1 $(AT)/share/bash-completion/completions/visitgraph \
		$(AT)/share/zsh/site-functions/_visitgraph $(AT)/share/doc/visitgraph

clean: ## removes what was built
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 20

.PHONY: all demo test check goldens fuzz leaks bench guard run-fuzzers po format install uninstall clean help FORCE
.DELETE_ON_ERROR:
