// bench.mjs - imports, questions and pictures, against what one would take instead:  BUILD=… node bench.mjs SIZE…
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { chance, count, failures, here, judge, measure, measurePairs, median, percentile, progress, remove, report, seconds,
	shell, table, times } from './measuring.mjs';
import { comparePeers } from './peers.mjs';

const MILLION = 1e6;
const PAIRS = 200, NAMES = 50;
const figures = {}; // by size: what later rows are compared with

// What an import of so many rows may cost, and what a question then may take.
function barsOf(size) {
	if (size > MILLION)
		return { memory: 1536, path: 25, slowPath: 25, question: 25 };
	if (size < MILLION)
		return { import: 2, path: 10, slowPath: 25, question: 10 };
	return { import: 2.5, file: 1.7, memory: 340, more: 600, path: 10, slowPath: 25, question: 10 };
}

const visitgraph = (...words) => ['../visitgraph', '-d', 'graph.db', '--lang', 'en', ...words];
const wallsOf = commands => measure(commands).map(cost => cost.wall);
const digest = file => createHash('sha256').update(readFileSync(file)).digest('hex');
const sql = (database, script) => shell(`sqlite3 -batch -tabs ${database} <<'END'\n${script}\nEND\n`).trim();

// ── Imports ──────────────────────────────────────────────────────────────────────────────────────────────

function importAll(size) {
	const bars = barsOf(size), plain = ['sqlite3', 'plain.db', '.mode csv', `.import ${size}.csv visits`];
	shell(`test -f ${size}.csv || ./generate ${size} ${size}.csv`);
	const start = () => remove('graph.db', 'plain.db');
	const pairs = measurePairs(size > MILLION ? 1 : 5, start, visitgraph('import', `${size}.csv`), plain);
	const middle = (who, what) => median(pairs.map(pair => pair[who][what]));
	const walls = pairs.map(pair => pair.wall).sort((a, b) => a - b);
	const peak = Math.max(...pairs.map(pair => pair.our.peak)) / 1024;
	const bytes = statSync('graph.db').size, file = bytes / statSync(`${size}.csv`).size;

	figures[size] = { import: middle('our', 'wall') };
	judge(`import of ${count(size)} rows`, seconds(middle('our', 'wall')),
		`\`.import\` ${seconds(middle('their', 'wall'))}: ${times(median(walls))} (${walls[0].toFixed(2)} to ${walls.at(-1).toFixed(2)})`,
		[median(walls), bars.import, '×']);
	report('its CPU time', seconds(middle('our', 'cpu')),
		`\`.import\` ${seconds(middle('their', 'cpu'))}: ${times(median(pairs.map(pair => pair.cpu)))}`);
	judge('its database', `${(bytes / 1e6).toFixed(1)} MB`, `CSV: ${times(file)}`, [file, bars.file, '×']);
	judge('its memory', `${peak.toFixed(0)} MiB`, '', [peak, bars.memory, 'MiB']);
	if (size <= MILLION) {
		measure([plain]);
		checkFacts(size);
	}
}

function checkFacts(size) {
	const same = Number(sql('graph.db', `ATTACH 'plain.db' AS plain;\n${readFileSync(`${here}/facts.sql`)}`));
	report('its facts, row by row', `${count(same)} say what the list says`, 'SQL over both', 'all', same === size);
}

function importAgain(size) {
	const before = digest('graph.db');
	const wall = median(wallsOf(Array(5).fill(visitgraph('import', `${size}.csv`))));
	const ratio = wall / figures[size].import, isSame = digest('graph.db') === before;

	report('the same again', seconds(wall), `first import: ${times(ratio)}; file ${isSame ? 'unchanged' : 'CHANGED'}`,
		'≤ 0.4 ×, nothing written', ratio <= 0.4 && isSame);
}

function importMore(size) {
	const walls = [];
	shell(`test -f more-${size}.csv || ./generate 10000 more-${size}.csv ${size} 1`);
	for (let i = 0; i < 5; i++) {
		copyFileSync('graph.db', 'more.db');
		walls.push(...wallsOf([['../visitgraph', '-d', 'more.db', 'import', `more-${size}.csv`]]));
	}
	remove('more.db');
	const wall = median(walls), ratio = wall / figures[size].import, bar = barsOf(size).more;
	report(`10,000 new rows into ${count(size)}`, seconds(wall), `full import: ${times(ratio)}`, bar ? `≤ ${bar} ms, ≤ 0.15 ×` : '',
		bar ? wall <= bar && ratio <= 0.15 : undefined);
}

// ── Questions ────────────────────────────────────────────────────────────────────────────────────────────

// Seeded pairs of people, as { id, name }: name@organization.
function pickPairs() {
	const people = sql('graph.db', `SELECT id, name || '@' || organization FROM entity
		WHERE kind = 'person' AND organization IS NOT NULL ORDER BY id;`).split('\n');
	const next = chance(20261124);
	const pick = () => {
		const [id, name] = people[Math.floor(next() * people.length)].split('\t');
		return { id, name };
	};
	return Array.from({ length: PAIRS }, () => [pick(), pick()]);
}

// Breadth first over all that the plain tables say.
function trueLengths(pairs) {
	writeFileSync('pairs', pairs.map(([a, b]) => `${a.id} ${b.id}\n`).join(''));
	const lengths = shell(`sqlite3 -batch -separator ' ' graph.db <${here}/parties.sql | ./bfs pairs`);
	return lengths.trim().split('\n').map(line => JSON.parse(line));
}

function askPaths(size, pairs) {
	const lengths = trueLengths(pairs), bars = barsOf(size);
	const ask = ([a, b]) => visitgraph('path', '--format', 'json', '--max-length', '50', a.name, b.name);
	const costs = measure(pairs.map(ask), [0, 1]), walls = costs.map(cost => cost.wall);
	const right = costs.filter((cost, i) => JSON.parse(cost.printed).length === lengths[i]).length;
	const middle = median(walls), slow = percentile(walls, 99);

	Object.assign(figures[size], { path: middle, lengths });
	report(`path between two of ${count(size)} rows`, `median ${seconds(middle)}, 99th percentile ${seconds(slow)}`,
		`${PAIRS} pairs by name, a process each`, `≤ ${bars.path} ms, ≤ ${bars.slowPath} ms`,
		middle <= bars.path && slow <= bars.slowPath);
	report('its lengths', `${right} of ${PAIRS} right`, 'plain breadth-first search', 'all', right === PAIRS);
}

const questions = {
	'show NAME': name => ['show', '--format', 'json', name],
	'around NAME --depth 2, as data': name => ['render', 'around', name, '--depth', '2', '--limit', '300', '-o', 'around.json'],
	'around NAME --depth 2, as DOT': name => ['render', 'around', name, '--depth', '2', '--limit', '300', '-o', 'around.dot'],
	'visits NAME': name => ['visits', '--format', 'json', name],
	'search of two characters': name => ['search', '--format', 'json', name.replace(/@.*/, '').slice(-2)],
};

function askQuestions(size, names) {
	for (const [question, words] of Object.entries(questions)) {
		const walls = wallsOf(names.map(name => visitgraph(...words(name))));
		judge(question, `median ${seconds(median(walls))}, slowest ${seconds(Math.max(...walls))}`,
			`${NAMES} names, a process each`, [median(walls), barsOf(size).question, 'ms']);
	}
}

// ── Pictures ─────────────────────────────────────────────────────────────────────────────────────────────

function drawAround(names) {
	const pairs = names.slice(0, 15).flatMap(name => {
		const words = ['around', name, '--depth', '2', '--limit', '300', '-o'];
		measure([visitgraph('render', ...words, 'around.dot')]);
		return measurePairs(1, () => {}, visitgraph('render', ...words, 'around.svg'), ['dot', '-Tsvg', 'around.dot', '-o', 'dot.svg']);
	});
	const wall = median(pairs.map(pair => pair.our.wall)), ratio = median(pairs.map(pair => pair.wall));
	report('render around NAME --depth 2 --limit 300', seconds(wall), `\`dot\` on the same DOT: ${times(ratio)}`, '≤ 1 s, ≤ 1.05 ×',
		wall <= 1000 && ratio <= 1.05);
}

// What one would write by hand: an arrow from visitor to host for each of as many visits, labelled with its date.
function drawPlainly(limit) {
	const arrows = sql('graph.db', `SELECT a.name || ' -> ' || b.name || ' [label="' || o.date || '"]' FROM occasion o
		JOIN mention a ON a.id = o.id << 10
		JOIN mention b ON b.id = (SELECT min(id) FROM mention WHERE id BETWEEN o.id << 10 AND o.id << 10 | 1023 AND role & 7 = 2)
		ORDER BY o.id LIMIT ${limit};`);
	writeFileSync('plain.dot', `digraph {\n${arrows}\n}\n`);
	const [dot] = measure([['timeout', '60', 'dot', '-Tsvg', 'plain.dot', '-o', 'plain.svg']], [0, 124]);
	return dot.code ? 'stopped at 60 s' : seconds(dot.wall);
}

function drawVisits(limit, bar) {
	const draw = ['timeout', '60', ...visitgraph('render', 'visits', '--limit', limit, '-o', 'visits.svg')];
	const wall = median(measure(Array(3).fill(draw), [0, 124]).map(cost => cost.wall));
	judge(`render visits --limit ${count(limit)}`, seconds(wall), `\`dot\`, as many visits, an arrow each: ${drawPlainly(limit)}`,
		[wall / 1000, bar, 's']);
}

// ── All of it ────────────────────────────────────────────────────────────────────────────────────────────

function compareSizes(size) {
	const [large, small] = [figures[size], figures[size / 10]];
	if (!small)
		return;
	const imports = large.import / small.import, paths = large.path / small.path;
	report(`${count(size)} rows against a tenth`, `import ${times(imports)}, path ${times(paths)}`, '', '≤ 11 ×, ≤ 2 ×',
		imports <= 11 && paths <= 2);
}

function benchSize(size, isAskedAll) {
	progress(`${count(size)} rows`);
	importAll(size);
	const pairs = pickPairs(), names = pairs.slice(0, NAMES).map(([one]) => one.name);
	askPaths(size, pairs);
	compareSizes(size);
	if (!isAskedAll)
		return;
	importAgain(size);
	importMore(size);
	askQuestions(size, names);
	if (size > MILLION)
		return;
	drawAround(names);
	drawVisits(5000, 1.5);
	drawVisits(20000, 6);
	comparePeers(size, pairs, figures[size]);
}

const sizes = process.argv.slice(2).map(Number);
const large = Math.min(MILLION, Math.max(...sizes));
for (const size of sizes)
	benchSize(size, size >= large);

const versions = shell(`echo "cores: $(nproc), sqlite3 $(sqlite3 --version | cut -d ' ' -f 1), $(dot -V 2>&1), node $(node --version)"`);
console.log(`${new Date().toISOString().slice(0, 10)}, ${versions}\n${table()}\nbars missed: ${failures()}`);
process.exit(failures() ? 1 : 0);
