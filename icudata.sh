#!/bin/sh
# icudata.sh - what the program takes along of ICU's data, as assembler:  ./icudata.sh libicudata.a WORKING_FOLDER
#
# Encodings and normalization are a sixth of it; languages, countries and calendars are the rest, which nothing here asks for. Where ICU is
# packed in another way, nothing is printed, and the linker takes all of the archive.

archive=$1
mkdir -p "$2/kept" && cd "$2" || exit
PATH=$PATH:/usr/sbin

part() {
	object=$(ar t "$archive") && ar x "$archive" "$object" && data=${object%_dat.o}.dat &&
		objcopy -O binary -j .rodata "$object" "$data" && icupkg -l "$data" >all || return
	grep -vE '\.(cnv|nrm)$|^cnvalias' all >others.txt
	icupkg -r others.txt "$data" "kept/$data" && nm "$object" | awk '$2 == "R" { print $3 }'
}

symbol=$(part 2>/dev/null) && cat <<END
.section .note.GNU-stack,"",@progbits
.section .rodata
.balign 16
.globl $symbol
$symbol:
.incbin "$(echo "$2"/kept/*)"
END
exit 0
