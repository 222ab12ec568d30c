# embed-sql.awk - schema.sql, upgrades.sql and queries.sql become queries.h: schema_sql; one row of `upgrades` for every block that is
# headed "-- of: version"; one `enum query` and one row of `queries` for every block that is headed "-- name: some_name".

BEGIN {
	print "/* Made from graph/schema.sql, graph/upgrades.sql and graph/queries.sql. */"
	print "#pragma GCC diagnostic ignored \"-Woverlength-strings\""
	print "static const char schema_sql[] ="
}

/^-- name: / {
	names = names "\tQUERY_" toupper($3) ",\n"
	rows = rows (rows ? " },\n" : "") "\t[QUERY_" toupper($3) "] = { \"" $3 "\",\n"
	next
}

/^-- of: / {
	steps = steps (steps ? " },\n" : "") "\t{ " $3 ",\n"
	next
}

# Comments stay in the .sql files; only a line that is nothing else is one.
/^[ \t]*(--|$)/ { next }

{
	gsub(/\\/, "&&")
	gsub(/"/, "\\\"")
	line = "\t\t\"" $0 "\\n\"\n"
	if (FILENAME ~ /schema/)
		printf "%s", line
	else if (FILENAME ~ /upgrades/)
		steps = steps line
	else
		rows = rows line
}

END {
	print "\t;\n\nstatic const struct {\n\tint version;\n\tconst char *sql;\n} upgrades[] = {"
	print steps " }\n};"
	print "\nenum query {\n" names "\tQUERY_COUNT\n};\n"
	print "static const struct {\n\tconst char *name, *sql;\n} queries[] = {"
	print rows " }\n};"
}
