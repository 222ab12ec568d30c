# embed-words.awk - the files of importers/news/words/ become the C string news_words; comments stay behind.

BEGIN {
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
	print "extern const char news_words[];\nconst char news_words[] ="
}

/^[ \t]*(#|$)/ { next }

{
	gsub(/\\/, "&&")
	gsub(/"/, "\\\"")
	print "\t\"" $0 "\\n\""
}

END { print "\t;" }
