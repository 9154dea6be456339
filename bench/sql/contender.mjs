// One parser in a process of its own: `node contender.mjs <kind> <module> <queries.json>` prints one JSON line of what it took.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [kind, module, file] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(file, 'utf8'));

/** How each of them is asked for a tree; an answer says whether the text was understood. */
const open = {
  ours: async (found) => (text) =>
    found
      .parseScript(text, { version: '3.5', ansi: false })
      .statements.every(({ problems }) => problems.length === 0),
  'dt-sql-parser': async ({ SparkSQL }) => {
    const parser = new SparkSQL();
    return (text) => parser.validate(text).length === 0;
  },
  '@polyglot-sql/sdk': async (sdk) => {
    await sdk.init?.();
    return (text) => sdk.parse(text, 'spark').success;
  },
  'node-sql-parser': async ({ default: { Parser } }) => {
    const parser = new Parser();
    return (text) => {
      try {
        parser.astify(text, { database: 'hive' });
        return true;
      } catch (error) {
        // It also throws plain errors for some of what it refuses.
        if (!(error instanceof Error)) throw error;
        return false;
      }
    };
  },
};

const startMs = performance.now();
const parse = await open[kind](await import(pathToFileURL(module).href));
const loadMs = performance.now() - startMs;
const results = {};
for (const [name, text] of Object.entries(queries)) {
  const begin = performance.now();
  const isUnderstood = parse(text);
  results[name] = { isUnderstood, coldMs: performance.now() - begin, warmMs: [], typingMs: [] };
}
// Each time another text, so that nobody answers from what it remembers: finished ones, and ones in which a word is missing, as
// they are while somebody types.
const words = Object.fromEntries(
  Object.entries(queries).map(([name, text]) => [name, [...text.matchAll(/\w+|[^\s\w]/g)]]),
);
for (const kind of ['warmMs', 'typingMs']) {
  const untilMs = performance.now() + 12_000;
  for (let round = 0; round < 400 && performance.now() < untilMs; round += 1) {
    for (const [name, text] of Object.entries(queries)) {
      const changed = kind === 'warmMs' ? text : withoutWord(text, words[name], round);
      const other = `${changed} -- ${round}`.replace('100', String(1000 + round));
      const begin = performance.now();
      parse(other);
      results[name][kind].push(performance.now() - begin);
    }
  }
}
console.log(JSON.stringify({ loadMs, results, peakBytes: process.resourceUsage().maxRSS * 1024 }));

/** The text without one of its words, each round another one all over the text. */
function withoutWord(text, found, round) {
  const { index, 0: word } = found[(round * 7919) % found.length];
  return text.slice(0, index) + text.slice(index + word.length);
}
