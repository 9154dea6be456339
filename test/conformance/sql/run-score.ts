// `npm run conformance:sql`: the parser against what Spark's own parser says, by kind of statement. docs/contributing.md tells the options.
import { writeFileSync } from 'node:fs';
import { absentNotice } from '../data.ts';
import { type Arbiter, openArbiter } from './arbiter.ts';
import { buildCases, fullSize, heldOutSize, readSuite } from './cases.ts';
import { classify, showExample } from './failures.ts';
import { labelAll } from './label-store.ts';
import { readOptions, type ScoreOptions, tuningSeed } from './options.ts';
import { parseText } from './parser-under-test.ts';
import { corpusName, scoreCorpus } from './score-corpus.ts';
import { fallsOf, readScores, type Scores, writeScores } from './score-file.ts';
import { showTable } from './show-table.ts';
import { type Scored, type Table, tallyAll } from './tally.ts';

const options = readOptions(process.argv.slice(2));
const suite = readSuite();
if (suite.length === 0) console.log(absentNotice);
let scores: Scores = readScores();
const failures: string[] = [];
for (const version of options.versions) {
  const started = performance.now();
  const scored = await scoreAll(version);
  console.log(
    `\nSpark ${version}${options.ansi ? ' ANSI' : ''}, seed ${options.isHeldOut ? 'held out' : options.seed}`,
  );
  const table = tallyAll(scored);
  for (const line of showTable(table, options.kind)) console.log(line);
  const chosen = scored.filter(({ one }) => options.kind === null || one.kind === options.kind);
  if (options.show > 0) for (const line of failureLines(chosen, 40, options.show)) console.log(line);
  if (options.failures !== null) failures.push(`\n# Spark ${version}\n`, ...failureLines(chosen, 200, 1));
  console.log(`${scored.length} texts in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  // Other seeds and modes are looked at, and have no score that is kept.
  const isKept = !options.ansi && (options.isHeldOut || options.seed === tuningSeed);
  if (isKept) compare(options.isHeldOut ? `${version}, held out` : version, table);
  if (isKept && !options.isHeldOut) compare(corpusName(version), scoreCorpus(version));
}
if (options.failures !== null) writeFileSync(options.failures, `${failures.join('\n')}\n`);
if (options.write && process.exitCode !== 1) writeScores(scores);

async function scoreAll(version: ScoreOptions['versions'][number]): Promise<readonly Scored[]> {
  const dialect = { version, ansi: options.ansi };
  const opened: Arbiter[] = [];
  const open = async () => {
    const [running] = opened;
    if (running !== undefined) return running;
    const arbiter = await openArbiter(version);
    opened.push(arbiter);
    return arbiter;
  };
  const size = options.isHeldOut ? heldOutSize : fullSize;
  const cases = await buildCases({ seed: options.seed, size, suite }, (texts) =>
    labelAll(texts, dialect, open),
  );
  for (const arbiter of opened) await arbiter.close();
  return cases.map((one) => ({ one, verdict: parseText(one.text, dialect) }));
}

function failureLines(scored: readonly Scored[], most: number, examples: number): readonly string[] {
  const classes = classify(scored, examples);
  return classes
    .slice(0, most)
    .flatMap(({ name, count, kinds, examples: shown }) => [
      `${String(count).padStart(6)}  ${name} (${kinds})`,
      ...shown.map((each) => `        ${showExample(each)}`),
    ]);
}

function compare(name: string, table: Table): void {
  const before = scores[name];
  const falls = before === undefined ? [] : fallsOf(before, table);
  for (const fall of falls) console.log(`fallen: ${name}: ${fall}`);
  if (falls.length > 0 && !options.anew) process.exitCode = 1;
  const isWhole = suite.length > 0 || before === undefined;
  scores = { ...scores, [name]: isWhole ? table : { ...table, suite: before.suite } };
}
