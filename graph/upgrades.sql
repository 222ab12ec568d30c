-- upgrades.sql - how a graph of an older version comes to say what it says in the words of schema.sql.
--
-- A block is run on graphs of its version and of all before, in this order, when everything inferred and every view has been
-- dropped; then schema.sql makes what is missing, and what is inferred is told anew (vg_rebuild). So a version in which only
-- that changed needs no block. To change what sources say: a new user_version in schema.sql and store.c, and a block here for
-- the version before.

-- of: 2
CREATE TABLE passage (fact INTEGER PRIMARY KEY, span_start INTEGER, span_end INTEGER, quote TEXT, rule TEXT, confidence INTEGER);
INSERT INTO passage (fact, span_start, span_end, quote)
SELECT fact, span_start, span_end, quote FROM remark WHERE quote IS NOT NULL OR span_start IS NOT NULL;
ALTER TABLE remark DROP COLUMN span_start;
ALTER TABLE remark DROP COLUMN span_end;
ALTER TABLE remark DROP COLUMN quote;
DELETE FROM remark WHERE citation IS NULL AND note IS NULL;

-- of: 4
ALTER TABLE passage ADD COLUMN day TEXT;
