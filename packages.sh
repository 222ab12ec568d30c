#!/bin/sh
# packages.sh - installs what is missing to build, to show and to test visitgraph:  ./packages.sh build demo test

# For what, how to see that it is there, and the Debian or Ubuntu package that brings it.
needed='
build  command:cc       gcc
build  header:stdio.h   libc6-dev
build  command:pkg-config pkg-config
build  command:msgfmt   gettext
build  module:sqlite3   libsqlite3-dev
build  module:icu-i18n  libicu-dev
build  module:libgvc    libgraphviz-dev
build  module:fontconfig libfontconfig-dev
build  module:gumbo     libgumbo-dev
build  header:csv.h     libcsv-dev
build  header:xxhash.h  libxxhash-dev
demo   font:zh          fonts-noto-cjk
demo   command:fc-list  fontconfig
test   command:prove    perl
test   command:sqlite3  sqlite3
test   header:cmocka.h  libcmocka-dev
test   command:c++      g++
leaks  command:valgrind valgrind
guard  command:valgrind valgrind
guard  command:sqlite3  sqlite3
bench  command:sqlite3  sqlite3
bench  command:dot      graphviz
bench  command:node     nodejs
bench  command:npm      npm
clang  command:clang    clang
clang  fuzzer:clang     libclang-rt-dev
'

is_there() { # PROBE
	case $1 in
	command:*) command -v "${1#*:}" ;;
	module:*) pkg-config --exists "${1#*:}" ;;
	header:cmocka.h) echo '#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>' | cc -E - ;;
	header:*) echo "#include <${1#*:}>" | cc -E - ;;
	font:*) fc-list ":lang=${1#*:}" | grep . ;;
	fuzzer:*) echo 'int LLVMFuzzerTestOneInput(void); int LLVMFuzzerTestOneInput(void) { return 0; }' |
		"${1#*:}" -fsanitize=fuzzer,address -xc - -o /dev/null ;;
	esac >/dev/null 2>&1
}

# dpkg knows better than the probes, which themselves need some of the packages.
is_installed() { # PACKAGE
	dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q ' installed$'
}

missing=
for purpose; do
	while read -r for_what probe package; do
		[ "$for_what" = "$purpose" ] || continue
		is_installed "$package" || is_there "$probe" || missing="$missing $package"
	done <<-END
		$needed
	END
done
[ "$missing" ] || exit 0

echo "Missing packages:$missing"
if ! command -v apt-get >/dev/null; then
	echo "This is no Debian or Ubuntu: please install what corresponds to them, then run this again." >&2
	exit 1
fi
if [ "$(id -u)" = 0 ]; then
	as_root='env DEBIAN_FRONTEND=noninteractive'
elif command -v sudo >/dev/null; then
	as_root='sudo env DEBIAN_FRONTEND=noninteractive'
else
	echo "Only root can install them:  apt-get install$missing" >&2
	exit 1
fi

# The package lists are fetched only where those at hand do not do.
install() {
	echo "$as_root apt-get install --yes --no-upgrade --no-install-recommends$missing"
	# shellcheck disable=SC2086
	$as_root apt-get install --yes --no-upgrade --no-install-recommends -qq $missing </dev/null
}
install || { $as_root apt-get update -qq && install; }
