// measuring.mjs - running commands and telling what they cost; the table that says so.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
process.chdir(`${process.env.BUILD}/bench`);

export const progress = what => process.stderr.write(`  ${what}\n`);
export const remove = (...files) => files.forEach(file => rmSync(file, { recursive: true, force: true }));

// Runs each command (an array of arguments): what each cost { wall, cpu (ms), peak (KiB), code } and printed.
export function measure(commands, allowed = [0]) {
	const input = commands.map(command => command.join('\t') + '\n').join('');
	const costs = execFileSync('./measure', ['printed'], { input, encoding: 'utf8', maxBuffer: 1 << 30 });
	const printed = readFileSync('printed', 'utf8').split('\0');
	return costs.trim().split('\n').map((line, i) => {
		const [wall, cpu, peak, code] = line.split('\t').map(Number);
		if (!allowed.includes(code))
			throw new Error(`exit code ${code}: ${commands[i].join(' ')}`);
		return { wall, cpu, peak, code, printed: printed[i] };
	});
}

// Pairs of commands, one after the other, so that a busy machine is busy for both; each starts as `prepare` leaves it.
export function measurePairs(times, prepare, ours, theirs) {
	const pairs = [];
	for (let i = 0; i < times; i++) {
		prepare();
		const [their] = measure([theirs]);
		prepare();
		const [our] = measure([ours]);
		pairs.push({ our, their, wall: our.wall / their.wall, cpu: our.cpu / their.cpu });
	}
	return pairs;
}

export function shell(script) {
	const stdio = ['ignore', 'pipe', 'inherit'];
	const done = spawnSync('sh', ['-c', script], { encoding: 'utf8', maxBuffer: 1 << 30, stdio });
	if (done.status !== 0)
		throw new Error(`exit code ${done.status}: ${script}`);
	return done.stdout;
}

export function percentile(values, percent) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * percent / 100))];
}
export const median = values => percentile(values, 50);

// Seeded: mulberry32.
export function chance(seed) {
	return () => {
		seed = seed + 0x6d2b79f5 | 0;
		let mixed = Math.imul(seed ^ seed >>> 15, 1 | seed);
		mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
		return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
	};
}

export const seconds = ms => ms < 1000 ? `${ms.toFixed(ms < 100 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(2)} s`;
export const times = ratio => `${ratio.toFixed(2)} ×`;
export const count = number => number.toLocaleString('en');

const rows = [];
// `bar`: what must be reached, and `passes`: whether it was; both left out where nothing must be.
export function report(what, measured, compared = '', bar = '', passes = undefined) {
	rows.push([what, measured, compared, bar, passes === undefined ? '' : passes ? 'pass' : '**FAIL**']);
	progress(rows.at(-1).join(' · '));
}

// With a bar that a value may not pass: [value, bar, unit]; no bar, no judgement.
export const judge = (what, measured, compared, [value, bar, unit]) =>
	bar ? report(what, measured, compared, `≤ ${bar} ${unit}`, value <= bar) : report(what, measured, compared);

export function table() {
	const line = cells => `| ${cells.join(' | ')} |\n`;
	return line(['what', 'measured', 'compared with', 'bar', '']) + line(Array(5).fill('---')) + rows.map(line).join('');
}
export const failures = () => rows.filter(row => row[4].includes('FAIL')).length;
