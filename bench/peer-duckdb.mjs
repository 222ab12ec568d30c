// peer-duckdb.mjs - the graph in DuckDB, on all cores:  import CSV · split (for Kuzu) · paths
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { DuckDBInstance } = createRequire(`${process.cwd()}/`)('@duckdb/node-api');
const instance = await DuckDBInstance.create('duck.db');
const connection = await instance.connect();
const run = sql => connection.run(sql);
const ask = async sql => (await connection.runAndReadAll(sql)).getRows();

// Visitgraph's rule: people are a name and an organization; a bare name is the only person of that name, else somebody apart.
const RESOLVE = `
CREATE TABLE visit AS SELECT row_number() OVER () AS event, * FROM read_csv('CSV', all_varchar = true, header = true);
CREATE TEMP TABLE said AS
	SELECT event, 'visitor' AS role, trim(unnest(string_split(visitors, ';')), ' \u3000') AS name, visitor_organization AS organization
	FROM visit
	UNION ALL SELECT event, 'host', trim(unnest(string_split(hosts, ';'))), host_organization FROM visit
	UNION ALL SELECT event, 'companion', trim(unnest(string_split(companions, ';'))), NULL FROM visit WHERE companions <> '';
CREATE TEMP TABLE known AS SELECT DISTINCT name, organization FROM said WHERE organization IS NOT NULL;
CREATE TEMP TABLE only_one AS SELECT name, min(organization) AS organization FROM known GROUP BY name HAVING count(*) = 1;
CREATE TABLE entity AS SELECT row_number() OVER () AS id, * FROM (
	SELECT 'person' AS kind, name, organization FROM known
	UNION ALL SELECT DISTINCT 'person', name, '' FROM said
		WHERE organization IS NULL AND name NOT IN (SELECT name FROM only_one)
	UNION ALL SELECT DISTINCT 'organization', organization, '' FROM known
	UNION ALL SELECT DISTINCT 'place', place, '' FROM visit);
CREATE TEMP TABLE settled AS
	SELECT said.event, said.role, said.name, coalesce(said.organization, only_one.organization, '') AS organization
	FROM said LEFT JOIN only_one ON only_one.name = said.name;
CREATE TABLE party AS
	SELECT event, id AS entity, role FROM settled JOIN entity USING (name, organization) WHERE kind = 'person'
	UNION ALL
	SELECT event, id, side FROM (
		SELECT event, visitor_organization AS name, 'visiting' AS side FROM visit
		UNION ALL SELECT event, host_organization, 'receiving' FROM visit)
	JOIN entity USING (name) WHERE kind = 'organization';
CREATE INDEX party_by_event ON party (event);
CREATE INDEX party_by_entity ON party (entity);
CREATE INDEX entity_by_name ON entity (name);`;

// Breadth first: each entity is reached once, and nothing more is reached once the other end is.
const REACH = `WITH RECURSIVE reach(entity, depth) USING KEY (entity) AS (
	SELECT A::BIGINT, 0
	UNION
	SELECT DISTINCT there.entity, reach.depth + 1
	FROM reach JOIN party here ON here.entity = reach.entity JOIN party there ON there.event = here.event
	WHERE NOT EXISTS (FROM recurring.reach known WHERE known.entity = there.entity)
		AND NOT EXISTS (FROM recurring.reach known WHERE known.entity = B)
) SELECT depth FROM reach WHERE entity = B`;

const idOf = async ([name, organization]) => (await ask(
	`SELECT id FROM entity WHERE kind = 'person' AND name = '${name}' AND organization = '${organization}'`))[0][0];

const tasks = {
	import: async file => {
		await run(RESOLVE.replace('CSV', file));
		return {};
	},
	split: async () => {
		await run(`COPY entity TO 'entity.parquet'; COPY (SELECT event, date, purpose, place FROM visit) TO 'visit.parquet';
			COPY party TO 'party.parquet'`);
		return {};
	},
	paths: async () => {
		const walls = [], lengths = [];
		for (const pair of JSON.parse(readFileSync('peer-pairs.json'))) {
			const [a, b] = [await idOf(pair[0]), await idOf(pair[1])];
			const start = performance.now();
			const rows = await ask(REACH.replaceAll(/\bA\b/g, a).replaceAll(/\bB\b/g, b));
			walls.push(performance.now() - start);
			lengths.push(rows.length ? Number(rows[0][0]) : null);
		}
		return { walls, lengths };
	},
};

const [task, ...words] = process.argv.slice(2);
console.log(JSON.stringify(await tasks[task](...words)));
