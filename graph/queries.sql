-- queries.sql - all SQL there is, but for the schema. Each statement stands under "-- name: x" and is QUERY_X in C.

-- ── The file (store.c) ─────────────────────────────────────────────────────────────────────────────────

-- name: application_id
PRAGMA application_id;
-- name: drop_inferred
-- all but what sources said, as a script
SELECT coalesce(group_concat('DROP ' || type || ' ' || name || ';', ' '), '') FROM sqlite_schema
WHERE type IN ('table', 'view') AND name NOT LIKE 'name!_part!_%' ESCAPE '!' AND name NOT IN
	('import', 'name', 'occasion', 'mention', 'cooperation', 'description', 'naming', 'remark', 'passage');
-- name: user_version
PRAGMA user_version;
-- name: table_count
SELECT count(*) FROM sqlite_schema;
-- name: data_version
PRAGMA data_version;
-- name: integrity
PRAGMA integrity_check(1);

-- ── Taking in (names.c, links.c, record.c) ─────────────────────────────────────────────────────────────

-- name: last_id
SELECT max(last) FROM import;
-- name: all_names
SELECT id, kind, text, organization, said FROM name ORDER BY id;
-- name: all_same
SELECT name, entity FROM same;
-- name: all_territories
SELECT name FROM territory;
-- name: all_likenesses
SELECT pairs FROM likeness;

-- name: feed_table
CREATE TABLE feed (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15);
-- name: put_name
INSERT INTO name (id, kind, text, organization, said)
SELECT c0, c1, c2, c3, c4 FROM feed;
-- name: set_said
UPDATE name SET said = ?2 WHERE id = ?1;
-- name: put_same
INSERT OR REPLACE INTO same (name, entity)
SELECT c0, c1 FROM feed;
-- name: drop_same
DELETE FROM same WHERE name = ?1;
-- name: put_territory
INSERT OR IGNORE INTO territory (name)
SELECT c0 FROM feed;
-- name: drop_territory
DELETE FROM territory WHERE name = ?1;
-- name: put_link
INSERT INTO link (id, refs)
SELECT c0, c1 FROM feed;
-- name: get_links
SELECT id & 0xffffffff, refs FROM link WHERE id BETWEEN ?1 AND ?2 ORDER BY id;
-- name: all_links
SELECT id, refs FROM link;
-- name: put_key
INSERT INTO name_key (id)
SELECT c0 FROM feed;
-- name: put_part
INSERT INTO name_part (rowid, tokens)
SELECT c0, c1 FROM feed;
-- name: put_occasion
INSERT INTO occasion (id, type, word, date, until, place, purpose, own_id, import, line)
SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 FROM feed;
-- name: put_mention
INSERT INTO mention (id, name, role, title)
SELECT c0, c1, c2, c3 FROM feed;
-- name: put_cooperation
INSERT INTO cooperation (id, a, b, topic, status, date, until, place, import, line)
SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 FROM feed;
-- name: put_description
INSERT INTO description (id, kind, name, title, since, until, code, category, industry, parent, place, longitude, latitude, import, line)
SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14 FROM feed;
-- name: put_naming
INSERT INTO naming (id, name)
SELECT c0, c1 FROM feed;
-- name: put_remark
INSERT INTO remark (fact, citation, note)
SELECT c0, c1, c2 FROM feed;
-- name: put_passage
INSERT INTO passage (fact, span_start, span_end, quote, rule, confidence, day)
SELECT c0, c1, c2, c3, c4, c5, c6 FROM feed;
-- name: put_likenesses
INSERT INTO likeness (import, pairs) VALUES (?1, ?2);
-- name: put_twin
INSERT OR IGNORE INTO twin (likeness, occasion)
SELECT c0, c1 FROM feed;

-- ── Imports ────────────────────────────────────────────────────────────────────────────────────────────

-- name: last_import
SELECT max(id) FROM import;
-- name: import_by_digest
SELECT id FROM import WHERE digest = ?1;
-- name: import_as_it_is
SELECT id FROM import WHERE digest = ?1 AND path = ?2;
-- name: import_by_path
SELECT id FROM import WHERE path = ?1;
-- name: has_import
SELECT 1 FROM import WHERE id = ?1;
-- name: all_imports
SELECT id, file, kind, at, rows, imported, known, rejected, first, last FROM import ORDER BY id;
-- name: put_import
INSERT INTO import (id, file, path, url, kind, digest, rows, imported, known, rejected, first, last, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);
-- name: most_retold
-- the import of the same kind that says most of what these rows say, and how many
SELECT i.id, i.file, count(*) FROM (
	SELECT o.import FROM same_occasion s JOIN occasion o ON o.id = s.event WHERE s.occasion BETWEEN ?1 AND ?2
	UNION ALL SELECT c.import FROM same_cooperation s JOIN cooperation c ON c.id = s.tie WHERE s.cooperation BETWEEN ?1 AND ?2) x
JOIN import i ON i.id = x.import WHERE i.kind = ?3 GROUP BY 1 ORDER BY 3 DESC, 1 DESC LIMIT 1;
-- name: drop_import
DELETE FROM import WHERE id = ?1;
-- name: move_import
UPDATE import SET first = ?2, last = ?3 WHERE id = ?1;

-- ── Who is who (identity.c, events.c) ──────────────────────────────────────────────────────────────────

-- name: all_namings
SELECT d.name, n.name, p.confidence FROM naming n JOIN description d ON d.id = n.id >> 10 LEFT JOIN passage p ON p.fact = d.id;
-- name: all_parents
SELECT name, parent FROM description WHERE parent IS NOT NULL AND kind = 2;
-- name: same_codes
SELECT min(name) OVER (PARTITION BY code), name FROM description WHERE kind = 2 AND code IS NOT NULL;
-- name: all_twins
SELECT likeness, occasion FROM twin ORDER BY likeness, occasion;
-- name: occasion_identity
SELECT o.type, o.date, o.until, o.place, o.own_id, o.import, p.day, p.confidence, r.citation
FROM occasion o LEFT JOIN passage p ON p.fact = o.id LEFT JOIN remark r ON r.fact = o.id WHERE o.id = ?1;
-- name: drop_same_occasions
DELETE FROM same_occasion;
-- name: put_same_occasion
INSERT OR REPLACE INTO same_occasion (occasion, event) VALUES (?1, ?2);
-- name: all_cooperations
SELECT c.id, c.a, c.b, c.topic, p.confidence FROM cooperation c LEFT JOIN passage p ON p.fact = c.id ORDER BY c.id;
-- name: all_extracted
SELECT p.fact FROM passage p CROSS JOIN occasion o ON o.id = p.fact WHERE p.confidence IS NOT NULL ORDER BY p.fact;
-- name: has_extracted
SELECT 1 FROM passage WHERE confidence IS NOT NULL LIMIT 1;
-- name: drop_same_cooperations
DELETE FROM same_cooperation;
-- name: put_same_cooperation
INSERT INTO same_cooperation (cooperation, tie) VALUES (?1, ?2);

-- ── Whether it all holds (check.c) ─────────────────────────────────────────────────────────────────────

-- name: check_same
SELECT name, entity FROM same ORDER BY name;
-- name: check_territories
SELECT name FROM territory ORDER BY name;
-- name: check_events
SELECT occasion, event FROM same_occasion ORDER BY occasion;
-- name: check_ties
SELECT cooperation, tie FROM same_cooperation ORDER BY cooperation;
-- name: check_keys
SELECT id FROM name_key ORDER BY id;
-- name: check_mentions
SELECT id, name, role, title FROM mention ORDER BY id;

-- ── As it was said (replay.c) ──────────────────────────────────────────────────────────────────────────

-- name: facts_between
SELECT id, 0 FROM occasion WHERE id BETWEEN ?1 AND ?2
UNION ALL SELECT id, 1 FROM cooperation WHERE id BETWEEN ?1 AND ?2
UNION ALL SELECT id, 2 FROM description WHERE id BETWEEN ?1 AND ?2
ORDER BY 1;
-- name: name_as_said
SELECT n.text, o.text FROM name n LEFT JOIN name o ON o.id = n.organization WHERE n.id = ?1;
-- name: mentions_of
SELECT m.id, m.name, m.role, m.title, n.kind FROM mention m JOIN name n ON n.id = m.name WHERE m.id BETWEEN ?1 AND ?2 ORDER BY m.id;
-- name: occasion_as_said
SELECT type, word, date, until, place, purpose, own_id, line FROM occasion WHERE id = ?1;
-- name: cooperation_as_said
SELECT c.a, c.b, c.topic, c.status, c.date, c.until, c.place, c.line, a.kind, b.kind
FROM cooperation c JOIN name a ON a.id = c.a JOIN name b ON b.id = c.b WHERE c.id = ?1;
-- name: description_as_said
SELECT name, title, since, until, code, category, industry, parent, place, longitude, latitude, line, kind
FROM description WHERE id = ?1;
-- name: namings_of
SELECT n.text FROM naming a JOIN name n ON n.id = a.name WHERE a.id BETWEEN ?1 AND ?2 ORDER BY a.id;
-- name: remark_of
SELECT citation, note FROM remark WHERE fact = ?1;
-- name: passage_of
SELECT span_start, span_end, quote, rule, confidence, day FROM passage WHERE fact = ?1;

-- name: empty_names
DELETE FROM name;
-- name: empty_occasions
DELETE FROM occasion;
-- name: empty_mentions
DELETE FROM mention;
-- name: empty_cooperations
DELETE FROM cooperation;
-- name: empty_descriptions
DELETE FROM description;
-- name: empty_namings
DELETE FROM naming;
-- name: empty_remarks
DELETE FROM remark;
-- name: empty_passages
DELETE FROM passage;
-- name: empty_same
DELETE FROM same;
-- name: empty_territories
DELETE FROM territory;
-- name: empty_links
DELETE FROM link;
-- name: empty_keys
DELETE FROM name_key;
-- name: empty_parts
INSERT INTO name_part (name_part) VALUES ('delete-all');
-- name: empty_likenesses
DELETE FROM likeness;
-- name: empty_twins
DELETE FROM twin;

-- ── Building views (build.c) ───────────────────────────────────────────────────────────────────────────

-- name: entity_of
SELECT entity FROM same WHERE name = ?1;
-- name: names_of
SELECT name FROM same WHERE entity = ?1 ORDER BY name;
-- name: node
SELECT n.kind, n.text, coalesce(s.entity, n.organization), EXISTS (SELECT 1 FROM territory t WHERE t.name = n.id)
FROM name n LEFT JOIN same s ON s.name = n.organization WHERE n.id = ?1;
-- name: participants_of
SELECT coalesce(s.entity, m.name), coalesce(t.entity, n.organization), m.role, m.title FROM mention m
CROSS JOIN name n ON n.id = m.name LEFT JOIN same s ON s.name = m.name LEFT JOIN same t ON t.name = n.organization
WHERE m.id BETWEEN ?1 AND ?2 ORDER BY m.id;
-- name: event_of
SELECT event FROM same_occasion WHERE occasion = ?1;
-- name: reports_of
SELECT id FROM (SELECT ?1 AS id UNION ALL SELECT occasion FROM same_occasion WHERE event = ?1) ORDER BY id <> ?1, id;
-- name: tie_of
SELECT tie FROM same_cooperation WHERE cooperation = ?1;
-- name: report
SELECT type, word, date, until, place, purpose, line, import FROM occasion WHERE id = ?1;
-- name: statements_of
-- in order of date; an undated one behind the last dated one that it has at least come as far as
WITH said AS (SELECT * FROM cooperation WHERE id = ?1 OR id IN (SELECT cooperation FROM same_cooperation WHERE tie = ?1))
SELECT id, a, b, topic, status, date, until, place, line, import FROM said s
ORDER BY coalesce(date, (SELECT max(o.date) FROM said o WHERE o.status <= s.status), ''), status, date IS NULL, id;
-- name: source
SELECT coalesce(url, file), file FROM import WHERE id = ?1;
-- name: description
SELECT name, kind, title, since, until, code, category, industry, parent, place, longitude, latitude, line, import
FROM description WHERE id = ?1;

-- ── Answers (view.c, find.c, path.c) ───────────────────────────────────────────────────────────────────

-- name: all_occasions
SELECT id, type, date, until, purpose FROM occasion;
-- name: count_events
SELECT (SELECT count(*) FROM occasion) - (SELECT count(*) FROM same_occasion);
-- name: one_occasion
SELECT id, type, date, until, purpose FROM occasion WHERE id = ?1;
-- name: all_statements
SELECT id, topic FROM cooperation;
-- name: lasting
SELECT name, parent, place, kind FROM description WHERE id = ?1;
-- name: sides
SELECT a, b FROM cooperation WHERE id = ?1;
-- name: place_of
SELECT place FROM occasion WHERE id = ?1;
-- name: parties_at
SELECT coalesce(s.entity, m.name), n.kind, coalesce(t.entity, n.organization) FROM mention m
CROSS JOIN name n ON n.id = m.name LEFT JOIN same s ON s.name = m.name LEFT JOIN same t ON t.name = n.organization
WHERE m.id BETWEEN ?1 AND ?2 ORDER BY m.id;
-- name: titles_said
SELECT name, title FROM mention WHERE id BETWEEN ?1 AND ?2 AND title IS NOT NULL ORDER BY id;
-- name: has_descriptions
SELECT 1 FROM description LIMIT 1;
-- name: title_listed
SELECT name, title FROM description WHERE id = ?1 AND title IS NOT NULL;
-- name: names_and_organizations
-- the organization as the entity that it is; the names in the order of names_of
SELECT n.id, coalesce(t.entity, n.organization) FROM name n LEFT JOIN same t ON t.name = n.organization WHERE n.id = ?1
UNION ALL SELECT n.id, coalesce(t.entity, n.organization) FROM same s
CROSS JOIN name n ON n.id = s.name LEFT JOIN same t ON t.name = n.organization WHERE s.entity = ?1;
-- name: what_there_is
SELECT EXISTS (SELECT 1 FROM same_occasion), EXISTS (SELECT 1 FROM remark), EXISTS (SELECT 1 FROM passage);
-- name: is_within
SELECT 1 FROM (SELECT date, until FROM occasion WHERE id = ?1
	UNION ALL SELECT date, until FROM cooperation WHERE id = ?1
	UNION ALL SELECT coalesce(since, '0'), coalesce(until, '9') FROM description WHERE id = ?1)
WHERE date IS NOT NULL AND (?2 IS NULL OR coalesce(until, date) || '~' >= ?2) AND (?3 IS NULL OR date <= ?3 || '~');
-- name: confidence_of
SELECT confidence FROM passage WHERE fact = ?1;
-- name: names_by_key
SELECT n.id, n.text FROM name_key k JOIN name n ON n.id = k.id & 0xffffffff WHERE k.id BETWEEN ?1 AND ?2 ORDER BY k.id;
-- name: all_known_names
SELECT n.kind, n.text, t.name IS NOT NULL, n.said >> 5 & 1 FROM name n
LEFT JOIN same s ON s.name = n.id LEFT JOIN territory t ON t.name = coalesce(s.entity, n.id);
-- name: claimers
SELECT d.name FROM naming a JOIN description d ON d.id = a.id >> 10 WHERE a.name = ?1 AND a.id BETWEEN ?2 AND ?3;
-- name: parts
SELECT n.text FROM name_part p JOIN name n ON n.id = p.rowid WHERE name_part MATCH ?1 LIMIT 5000;
-- name: all_texts
SELECT text FROM name;
-- name: count_kinds
-- as view entity has them, but without sorting them all
WITH named AS (SELECT sum(kind = 1) AS people, sum(kind = 2) AS parties FROM name WHERE id NOT IN (SELECT name FROM same)),
	lying AS (SELECT count(*) AS places FROM territory WHERE name NOT IN (SELECT name FROM same))
SELECT 'person', people FROM named WHERE people
UNION ALL SELECT 'organization', parties - places FROM named, lying WHERE parties > places
UNION ALL SELECT 'place', places FROM lying WHERE places;
-- name: count_types
-- as view visit has them
WITH event AS (SELECT o.type, o.until, coalesce(o.date, (SELECT r.date FROM same_occasion d JOIN occasion r ON r.id = d.occasion
		WHERE d.event = o.id AND r.date IS NOT NULL ORDER BY r.id LIMIT 1)) AS date
	FROM occasion o WHERE o.id NOT IN (SELECT occasion FROM same_occasion)),
	counted AS (SELECT type, count(*) AS events FROM event
	WHERE (?1 IS NULL OR coalesce(until, date) || '~' >= ?1) AND (?2 IS NULL OR date <= ?2 || '~') GROUP BY type)
SELECT CASE type WHEN 1 THEN 'visit' WHEN 2 THEN 'meeting' WHEN 3 THEN 'signing' WHEN 4 THEN 'conference' ELSE 'other' END AS word, events
FROM counted ORDER BY events DESC, word;
-- name: count_statuses
SELECT status, count(*) FROM tie WHERE (?1 IS NULL OR coalesce(until, date) || '~' >= ?1) AND (?2 IS NULL OR date <= ?2 || '~')
GROUP BY status ORDER BY count(*) DESC, status;
-- name: count_months
WITH event AS (SELECT o.until, coalesce(o.date, (SELECT r.date FROM same_occasion d JOIN occasion r ON r.id = d.occasion
		WHERE d.event = o.id AND r.date IS NOT NULL ORDER BY r.id LIMIT 1)) AS date
	FROM occasion o WHERE o.id NOT IN (SELECT occasion FROM same_occasion))
SELECT coalesce(substr(date, 1, 7), ''), count(*) FROM event
WHERE (?1 IS NULL OR coalesce(until, date) || '~' >= ?1) AND (?2 IS NULL OR date <= ?2 || '~')
GROUP BY 1 ORDER BY 1 = '', 1;
