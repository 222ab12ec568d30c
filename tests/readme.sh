#!/bin/sh
# readme.sh - what the READMEs show in console blocks is what the program prints

root=$(pwd)
notes=$(mktemp -d) || exit
trap 'rm -rf "$notes"' EXIT

# Prints the console blocks of a page.
blocks() {
	sed -n '/^```console$/,/^```$/{/^```/d;p}' "$1"
}

# Prints the same blocks with what the commands print now; those of make are not run.
replay() {
	blocks "$root/$1" | sed -n 's/^\$ //p' | while IFS= read -r command; do
		printf '$ %s\n' "$command"
		case $command in
		make*) ;;
		*) (eval "$command") 2>&1 </dev/null ;;
		esac
	done
}

# A page, the language of its reader.
compare() {
	mkdir "$notes/$1" && cp -r examples "$notes/$1"
	blocks "$1" >"$notes/expected"
	(cd "$notes/$1" && export LC_ALL="$2" && replay "$1") >"$notes/told"
	count=$((count + 1))
	if diff -u "$notes/expected" "$notes/told" >"$notes/diff"; then
		echo "ok $count - $1 shows what the program prints"
	else
		echo "not ok $count - $1 shows what the program prints"
		sed 's/^/# /' "$notes/diff"
	fi
}

echo 1..2
count=0
compare README.md C.UTF-8
compare README.zh-CN.md zh_CN.UTF-8
