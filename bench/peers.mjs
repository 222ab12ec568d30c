// peers.mjs - the same graph in general engines: DuckDB, Kuzu, and a recursive CTE in SQLite.
import { statSync, writeFileSync } from 'node:fs';
import { count, here, measure, median, progress, remove, report, seconds, shell, times } from './measuring.mjs';

const PATHS = 10, CTE_PATHS = 3, PATIENCE = 30;

// A process that does one task of a peer and prints what it found as JSON.
function run(peer, ...words) {
	const [cost] = measure([['node', `${here}/${peer}.mjs`, ...words]], [0, 1]);
	if (cost.code)
		throw new Error(`${peer} ${words.join(' ')} failed`);
	return { ...cost, found: JSON.parse(cost.printed) };
}

function tellImport(name, wall, file, ours) {
	report(`${name}: import`, seconds(wall), `visitgraph ${seconds(ours.import)}: ${times(wall / ours.import)}; database ` +
		`${(statSync(file).size / 1e6).toFixed(0)} MB`);
}

function tellPaths(name, { walls, lengths }, ours) {
	const right = lengths.filter((length, i) => length === ours.lengths[i]).length;
	report(`${name}: path, ids given, database open`, `median ${seconds(median(walls))}`,
		`visitgraph by name, whole process, ${seconds(ours.path)}: ${times(median(walls) / ours.path)}; ` +
		`${right} of ${walls.length} of the same length`);
}

function compareDuck(size, ours) {
	remove('duck.db');
	tellImport('DuckDB', run('peer-duckdb', 'import', `${size}.csv`).wall, 'duck.db', ours);
	tellPaths('DuckDB', run('peer-duckdb', 'paths').found, ours);
}

// What DuckDB resolved, since Kuzu's COPY wants ids; the splitting is told apart.
function compareKuzu(ours) {
	remove('kuzu.db', 'kuzu.db.wal');
	run('peer-duckdb', 'split');
	tellImport('Kuzu (nodes and edges made by DuckDB, not counted)', run('peer-kuzu', 'import').wall, 'kuzu.db', ours);
	tellPaths('Kuzu', run('peer-kuzu', 'paths').found, ours);
}

const reachTo = (a, b, length) => `WITH RECURSIVE reach(entity, depth) AS (
	VALUES (${a}, 0)
	UNION
	SELECT there.entity, depth + 1 FROM reach
	JOIN party here ON here.entity = reach.entity
	JOIN party there ON there.event = here.event
	WHERE depth < ${length}
) SELECT min(depth) FROM reach WHERE entity = ${b};`.replaceAll(/\s+/g, ' ');

function compareCte(pairs, ours) {
	remove('cte.db');
	shell(`sqlite3 -batch cte.db <<'END'
CREATE TABLE party (event INTEGER, entity INTEGER, PRIMARY KEY (event, entity)) WITHOUT ROWID;
.separator ' '
.import '|sqlite3 -batch -separator " " graph.db <${here}/parties.sql | sort -u' party
CREATE INDEX party_by_entity ON party (entity, event);
ANALYZE;
END`);
	const ask = ([a, b], i) => ['timeout', String(PATIENCE), 'sqlite3', 'cte.db', reachTo(a.id, b.id, ours.lengths[i])];
	const costs = measure(pairs.slice(0, CTE_PATHS).map(ask), [0, 124]);
	const stopped = costs.filter(cost => cost.code).length, wall = median(costs.map(cost => cost.wall));
	report('recursive CTE in SQLite, two indexes, ids and length given', `median ${seconds(wall)}`,
		`visitgraph ${seconds(ours.path)}: ${times(wall / ours.path)}; ${stopped} of ${CTE_PATHS} stopped at ${PATIENCE} s`);
}

export function comparePeers(size, pairs, ours) {
	progress(`peers, ${count(size)} rows`);
	const asked = pairs.slice(0, PATHS).map(pair => pair.map(end => end.name.split('@')));
	writeFileSync('peer-pairs.json', JSON.stringify(asked));
	for (const compare of [() => compareDuck(size, ours), () => compareKuzu(ours), () => compareCte(pairs, ours)])
		try {
			compare();
		} catch (error) {
			report('a peer could not be asked', error.message);
		}
}
