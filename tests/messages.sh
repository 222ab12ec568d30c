# messages.sh - every message in the sources has a Chinese translation

pot=$(mktemp) || exit
trap 'rm -f "$pot"' EXIT
xgettext --language=C --from-code=UTF-8 --keyword=_ --keyword=N_ --no-location --output="$pot" \
	po/words.h visitgraph.h graph/*.[ch] importers/*.[ch] importers/news/*.[ch] viz/*.[ch] cli/*.[ch] 2>/dev/null
sed -i 's/CHARSET/UTF-8/' "$pot"

missing=$(msgmerge --quiet --no-fuzzy-matching --no-wrap po/zh_CN.po "$pot" 2>/dev/null |
	msgattrib --untranslated --no-obsolete --no-wrap | sed -n 's/^msgid \(".\{1,\}"\)$/\1/p')
if [ "$missing" ]; then
	echo "not ok 1 - every message has a translation (make po)"
	printf '%s\n' "$missing" | sed 's/^/# /'
else
	echo "ok 1 - every message has a translation"
fi

faults=$(msgfmt --check-format -o /dev/null po/zh_CN.po 2>&1)
if [ "$faults" ]; then
	echo "not ok 2 - the translations have the same conversions as the messages"
	printf '%s\n' "$faults" | sed 's/^/# /'
else
	echo "ok 2 - the translations have the same conversions as the messages"
fi
echo 1..2
