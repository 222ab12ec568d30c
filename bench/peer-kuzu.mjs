// peer-kuzu.mjs - the graph in Kuzu, on all cores:  import (of the Parquet files that peer-duckdb.mjs makes) · paths
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { Connection, Database } = createRequire(`${process.cwd()}/`)('kuzu');
const connection = new Connection(new Database('kuzu.db'));
const ask = async query => (await connection.query(query)).getAll();

const idOf = async ([name, organization]) =>
	(await ask(`MATCH (p:entity) WHERE p.name = '${name}' AND p.organization = '${organization}' RETURN p.id AS id`))[0].id;

const tasks = {
	import: async () => {
		for (const step of [
			'CREATE NODE TABLE entity (id INT64 PRIMARY KEY, kind STRING, name STRING, organization STRING)',
			'CREATE NODE TABLE visit (id INT64 PRIMARY KEY, date STRING, purpose STRING, place STRING)',
			'CREATE REL TABLE party (FROM visit TO entity, role STRING)',
			"COPY entity FROM 'entity.parquet'",
			"COPY visit FROM 'visit.parquet'",
			"COPY party FROM 'party.parquet'",
		])
			await ask(step);
		return {};
	},
	paths: async () => {
		const walls = [], lengths = [];
		for (const pair of JSON.parse(readFileSync('peer-pairs.json'))) {
			const [a, b] = [await idOf(pair[0]), await idOf(pair[1])];
			const start = performance.now();
			const rows = await ask(`MATCH p = (a:entity {id: ${a}})-[:party* SHORTEST 1..30]-(b:entity {id: ${b}})
				RETURN length(p) AS hops`);
			walls.push(performance.now() - start);
			lengths.push(rows.length ? Number(rows[0].hops) / 2 : null);
		}
		return { walls, lengths };
	},
};

const [task, ...words] = process.argv.slice(2);
console.log(JSON.stringify(await tasks[task](...words)));
process.exit(); // without closing, which takes as long again
