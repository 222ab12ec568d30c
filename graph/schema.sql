-- schema.sql - the database: what was said, what follows from it, and how to read both.
--
-- Three layers, and only the first is knowledge:
--   1. what sources said, row by row, in their own words    import, name, occasion, mention, cooperation, description,
--                                                           naming, remark, passage
--   2. what is inferred from that, rebuilt at will          same, same_occasion, same_cooperation, territory,
--      (check --rebuild or any undo makes it anew)          link, name_key, name_part, likeness, twin
--   3. views to read it all with the plain sqlite3 shell    entity, alias, visit, participant, tie, member, evidence
--
-- A graph of an older version keeps the first: upgrades.sql.
--
-- Ids of names, occasions, cooperations and descriptions come from one sequence, so #id means one thing.

PRAGMA application_id = 1447512680;
PRAGMA user_version = 8;

CREATE TABLE IF NOT EXISTS import (
	id INTEGER PRIMARY KEY,
	file TEXT NOT NULL,             -- as the user named it
	path TEXT,                      -- absolute; NULL for a stream
	url TEXT,                       -- stands for the file in evidence
	kind TEXT NOT NULL,             -- visits, ties, people, …
	digest BLOB NOT NULL,           -- of the content and of what else decides the result: 16 bytes
	rows INTEGER, imported INTEGER, known INTEGER, rejected INTEGER,
	first INTEGER, last INTEGER,    -- the ids that its facts have
	at TEXT NOT NULL                -- UTC
);

-- A name as it was said: a person's together with the organization it was said with.
CREATE TABLE IF NOT EXISTS name (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL,          -- 1 person, 2 party (an organization, or a place that may act)
	text TEXT NOT NULL,
	organization INTEGER,           -- of a person: a party's name; NULL: a bare name
	-- bits: 1 in a place's column, 2 in an organization's, 4 in the places list, 8 in the organizations list, 16 in the
	-- people list; 32 not only by running text; of a bare name: 64 with an official's title, 128 with one of business
	said INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS occasion (
	id INTEGER PRIMARY KEY,
	type INTEGER NOT NULL,          -- 1 visit 2 meeting 3 signing 4 conference 5 other
	word TEXT,                      -- the source's own word for it
	date TEXT, until TEXT,          -- 2023, 2023-02 or 2023-02-01; NULL: not known
	place INTEGER,
	purpose TEXT,
	own_id TEXT,                    -- the source's own number for it
	import INTEGER NOT NULL, line INTEGER
);

CREATE TABLE IF NOT EXISTS mention (
	id INTEGER PRIMARY KEY,         -- occasion * 1024 + position
	name INTEGER NOT NULL,
	role INTEGER NOT NULL,          -- 1 visitor 2 host 3 companion 4 attendee; + 8: leads; + 16: said to be a place
	title TEXT
);

CREATE TABLE IF NOT EXISTS cooperation (
	id INTEGER PRIMARY KEY,
	a INTEGER NOT NULL, b INTEGER NOT NULL,
	topic TEXT,
	status INTEGER NOT NULL,        -- 1 discussed 2 intended 3 signed 4 operating 5 ended
	date TEXT, until TEXT,
	place INTEGER,
	import INTEGER NOT NULL, line INTEGER
);

CREATE TABLE IF NOT EXISTS description (
	id INTEGER PRIMARY KEY,
	kind INTEGER NOT NULL,          -- of list: 1 people 2 organizations 3 places
	name INTEGER NOT NULL,          -- who or what is described
	title TEXT, since TEXT, until TEXT,
	code TEXT, category TEXT, industry TEXT,
	parent INTEGER, place INTEGER,
	longitude TEXT, latitude TEXT,
	import INTEGER NOT NULL, line INTEGER
);

CREATE TABLE IF NOT EXISTS naming (
	id INTEGER PRIMARY KEY,         -- description * 1024 + position
	name INTEGER NOT NULL           -- another name for the same
);

-- What few facts have: the row's own source, its other cells.
CREATE TABLE IF NOT EXISTS remark (
	fact INTEGER PRIMARY KEY,
	citation TEXT, note TEXT
);

-- The words of a running text that say so.
CREATE TABLE IF NOT EXISTS passage (
	fact INTEGER PRIMARY KEY,
	span_start INTEGER, span_end INTEGER, -- bytes of the file
	quote TEXT,
	rule TEXT, confidence INTEGER,  -- by which rule it was extracted, and how sure that is, per mille; NULL: stated
	day TEXT                        -- of an unknown year: --02-01
);

-- Inferred: this name means that entity (an entity is the name that stands for it). Only where they differ.
CREATE TABLE same (name INTEGER PRIMARY KEY, entity INTEGER NOT NULL);
CREATE INDEX same_entity ON same (entity);
CREATE TABLE same_occasion (occasion INTEGER PRIMARY KEY, event INTEGER NOT NULL);
CREATE INDEX same_occasion_event ON same_occasion (event);
CREATE TABLE same_cooperation (cooperation INTEGER PRIMARY KEY, tie INTEGER NOT NULL);
CREATE INDEX same_cooperation_tie ON same_cooperation (tie);
-- Inferred: these parties are places.
CREATE TABLE territory (name INTEGER PRIMARY KEY);

-- Indexes, packed. link: a name's facts, id = name << 32 | first fact, refs = varints of (step << 3 | role).
CREATE TABLE link (id INTEGER PRIMARY KEY, refs BLOB NOT NULL);
CREATE TABLE name_key (id INTEGER PRIMARY KEY); -- 31 bits of a hash of the name's key << 32 | name
CREATE VIRTUAL TABLE name_part USING fts5 (tokens, content = '', detail = none, columnsize = 0,
	tokenize = 'ascii');
-- likeness: packed pairs of an occasion and a hash of what cannot differ between two reports of one occasion;
-- twin: the occasions that share one, to be compared name by name.
CREATE TABLE likeness (import INTEGER PRIMARY KEY, pairs BLOB NOT NULL);
CREATE TABLE twin (likeness INTEGER NOT NULL, occasion INTEGER NOT NULL, PRIMARY KEY (likeness, occasion)) WITHOUT ROWID;

-- ── To be read ──────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW entity AS
SELECT n.id, CASE WHEN n.kind = 1 THEN 'person' WHEN t.name IS NOT NULL THEN 'place' ELSE 'organization' END AS kind,
	n.text AS name, o.text AS organization, coalesce(s.entity, o.id) AS organization_id
FROM name n
LEFT JOIN territory t ON t.name = n.id
LEFT JOIN same s ON s.name = n.organization
LEFT JOIN name o ON o.id = coalesce(s.entity, n.organization)
WHERE n.id NOT IN (SELECT name FROM same);

CREATE VIEW alias AS
SELECT DISTINCT s.entity AS entity, e.text AS name, n.text AS alias
FROM same s JOIN name n ON n.id = s.name JOIN name e ON e.id = s.entity
WHERE n.text <> e.text;

-- The purpose: all that its reports say, each once.
CREATE VIEW visit AS
SELECT o.id,
	CASE o.type WHEN 1 THEN 'visit' WHEN 2 THEN 'meeting' WHEN 3 THEN 'signing' WHEN 4 THEN 'conference' ELSE 'other' END AS type,
	o.date, o.until, p.text AS place, o.purpose, o.word
FROM (
	SELECT f.id, f.type, f.word, f.until,
		coalesce(f.date, (SELECT r.date FROM same_occasion d JOIN occasion r ON r.id = d.occasion
			WHERE d.event = f.id AND r.date IS NOT NULL ORDER BY r.id LIMIT 1)) AS date,
		coalesce(f.place, (SELECT r.place FROM same_occasion d JOIN occasion r ON r.id = d.occasion
			WHERE d.event = f.id AND r.place IS NOT NULL ORDER BY r.id LIMIT 1)) AS place,
		CASE WHEN EXISTS (SELECT 1 FROM same_occasion d WHERE d.event = f.id)
			THEN (SELECT group_concat(purpose, '；') FROM (SELECT r.purpose
				FROM (SELECT f.id AS id, 0 AS place UNION ALL SELECT occasion, occasion FROM same_occasion WHERE event = f.id) d
				JOIN occasion r ON r.id = d.id WHERE r.purpose IS NOT NULL
				GROUP BY r.purpose ORDER BY min(d.place)))
			ELSE f.purpose END AS purpose
	FROM occasion f WHERE f.id NOT IN (SELECT occasion FROM same_occasion)
) o
LEFT JOIN same s ON s.name = o.place
LEFT JOIN name p ON p.id = coalesce(s.entity, o.place);

CREATE VIEW participant AS
SELECT DISTINCT coalesce(d.event, m.id >> 10) AS visit,
	CASE m.role & 7 WHEN 1 THEN 'visitor' WHEN 2 THEN 'host' WHEN 3 THEN 'companion' ELSE 'attendee' END AS role,
	e.id AS entity, e.text AS name, m.title, o.text AS organization, m.role >> 3 & 1 AS lead
FROM mention m
LEFT JOIN same_occasion d ON d.occasion = m.id >> 10
JOIN name n ON n.id = m.name
LEFT JOIN same s ON s.name = m.name
JOIN name e ON e.id = coalesce(s.entity, m.name)
LEFT JOIN same r ON r.name = n.organization
LEFT JOIN name o ON o.id = coalesce(r.entity, n.organization);

-- The latest status of each; every stage is in tie_stage. An undated stage follows the last dated one that it has at least
-- come as far as.
CREATE VIEW tie_stage AS
SELECT coalesce(d.tie, c.id) AS tie, c.id AS stage, coalesce(sa.entity, c.a) AS a, coalesce(sb.entity, c.b) AS b, c.topic,
	CASE c.status WHEN 1 THEN 'discussed' WHEN 2 THEN 'intended' WHEN 3 THEN 'signed' WHEN 4 THEN 'operating' ELSE 'ended' END AS status,
	c.date, c.until,
	row_number() OVER (PARTITION BY coalesce(d.tie, c.id) ORDER BY coalesce(c.date,
		(SELECT max(o.date) FROM cooperation o WHERE o.status <= c.status AND (o.id = coalesce(d.tie, c.id)
			OR o.id IN (SELECT cooperation FROM same_cooperation WHERE tie = coalesce(d.tie, c.id)))), '') DESC,
		c.status DESC, c.date IS NULL, c.id DESC) AS age
FROM cooperation c
LEFT JOIN same_cooperation d ON d.cooperation = c.id
LEFT JOIN same sa ON sa.name = c.a
LEFT JOIN same sb ON sb.name = c.b;

CREATE VIEW tie AS
SELECT x.tie AS id, a.text AS a, b.text AS b, x.topic, x.status, x.date, x.until, x.a AS a_id, x.b AS b_id
FROM tie_stage x JOIN name a ON a.id = x.a JOIN name b ON b.id = x.b
WHERE x.age = 1;

CREATE VIEW member AS
SELECT coalesce(sp.entity, n.id) AS person_id, p.text AS person, coalesce(so.entity, n.organization) AS organization_id,
	o.text AS organization, x.title, min(x.since) AS since, max(x.until) AS until
FROM (SELECT name, title, NULL AS since, NULL AS until FROM mention UNION SELECT name, title, since, until FROM description) x
JOIN name n ON n.id = x.name AND n.kind = 1 AND n.organization IS NOT NULL
LEFT JOIN same sp ON sp.name = n.id
LEFT JOIN same so ON so.name = n.organization
JOIN name p ON p.id = coalesce(sp.entity, n.id)
JOIN name o ON o.id = coalesce(so.entity, n.organization)
GROUP BY 1, 3, x.title;

CREATE VIEW evidence AS
SELECT x.kind, x.fact, coalesce(i.url, i.file) AS source, x.line, p.span_start, p.span_end, p.quote, r.citation,
	p.rule, coalesce(p.confidence, 1000) / 1000.0 AS confidence, x.import
FROM (
	SELECT 'visit' AS kind, coalesce(d.event, o.id) AS fact, o.id AS said, o.line, o.import
	FROM occasion o LEFT JOIN same_occasion d ON d.occasion = o.id
	UNION ALL
	SELECT 'tie', coalesce(d.tie, c.id), c.id, c.line, c.import
	FROM cooperation c LEFT JOIN same_cooperation d ON d.cooperation = c.id
	UNION ALL
	SELECT 'description', coalesce(s.entity, b.name), b.id, b.line, b.import
	FROM description b LEFT JOIN same s ON s.name = b.name
) x
JOIN import i ON i.id = x.import
LEFT JOIN remark r ON r.fact = x.said
LEFT JOIN passage p ON p.fact = x.said;
