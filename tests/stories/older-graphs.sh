# A graph of an older version is refused, and brought up to date by check --rebuild without loss
visitgraph import examples/zh/*.csv examples/zh/news.md >said.txt 2>&1
visitgraph visits --format csv >visits.csv
visitgraph ties --format json >ties.json
# As version 4 was: days of unknown years were not kept, and what is inferred had other tables.
sqlite3 visitgraph.db 'CREATE TABLE old (fact INTEGER PRIMARY KEY, span_start INTEGER, span_end INTEGER, quote TEXT, rule TEXT, confidence INTEGER); INSERT INTO old SELECT fact, span_start, span_end, quote, rule, confidence FROM passage; DROP VIEW evidence; DROP TABLE passage; ALTER TABLE old RENAME TO passage'
sqlite3 visitgraph.db 'DROP VIEW tie; DROP TABLE twin; CREATE TABLE cousin (a, b); CREATE VIEW aunt AS SELECT * FROM cousin; PRAGMA user_version = 4'
visitgraph show 正星科技
visitgraph import examples/zh/visits.csv --lang zh
visitgraph check --rebuild
visitgraph visits --format csv | cmp - visits.csv
visitgraph ties --format json | cmp - ties.json
sqlite3 visitgraph.db "SELECT count(*) FROM sqlite_schema WHERE name IN ('cousin', 'aunt')"
visitgraph check
# As version 2 was: the words of a text stood beside the remarks.
visitgraph -d two.db import examples/zh/*.csv >said.txt 2>&1
visitgraph -d two.db visits --format csv >visits.csv
sqlite3 two.db 'DROP VIEW evidence; DROP TABLE passage; ALTER TABLE remark ADD COLUMN span_start INTEGER; ALTER TABLE remark ADD COLUMN span_end INTEGER; ALTER TABLE remark ADD COLUMN quote TEXT; PRAGMA user_version = 2'
sqlite3 two.db "UPDATE remark SET span_start = 3, span_end = 9, quote = '甲乙' WHERE fact = (SELECT min(fact) FROM remark)"
visitgraph -d two.db check --rebuild
visitgraph -d two.db visits --format csv | cmp - visits.csv
sqlite3 two.db "SELECT quote, span_start, span_end, confidence FROM evidence WHERE quote IS NOT NULL"
sqlite3 two.db 'SELECT * FROM remark LIMIT 1' | tr -cd '|' | wc -c
