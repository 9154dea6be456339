import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareSpark } from '../../../tools/spark/prepare.mjs';
import { type Arbiter, openArbiter } from '../../conformance/sql/arbiter.ts';
import { buildCases } from '../../conformance/sql/cases.ts';
import { readCorpus } from '../../conformance/sql/corpus-file.ts';
import { isEmptyStatement } from '../../conformance/sql/label.ts';
import { parseText } from '../../conformance/sql/parser-under-test.ts';
import { rateOf, readScores } from '../../conformance/sql/score-file.ts';
import { type Share, shares, sumsOf, tallyAll } from '../../conformance/sql/tally.ts';

const version = '3.5';
const dialect = { version, ansi: false } as const;
/** Neither what parsers are tuned with nor what is held out. */
const seed = 20_260;

const prepared = prepareSpark(version);
if (prepared.kind === 'missing') throw new Error(prepared.what);
let arbiter: Arbiter;
beforeAll(async () => {
  arbiter = await openArbiter(version);
});
afterAll(() => arbiter.close());

/** What a sample of this size can be below the share of all and still be as good: three standard deviations. */
function leastOf(expected: number, [, whole]: Share): number {
  return expected - 3 * Math.sqrt(Math.max(expected * (1 - expected), 0.01) / Math.max(whole, 1));
}

it('statements and mutants that Spark labels on the spot are parsed as well as the score says', async () => {
  const kept = readScores()[version];
  if (kept === undefined) throw new Error(`score.md has no table ${version}`);
  const cases = await buildCases({ seed, size: { statements: 4, mutants: 600 }, suite: [] }, (texts) =>
    arbiter.label(texts, dialect.ansi),
  );
  const table = sumsOf(tallyAll(cases.map((one) => ({ one, verdict: parseText(one.text, dialect) }))));
  const expected = sumsOf(kept);
  for (const origin of ['generated', 'mutant'] as const) {
    for (const share of shares) {
      const [now, before] = [table[origin]['all']?.[share], expected[origin]['all']?.[share]];
      if (now === undefined || before === undefined) throw new Error(`no ${share} of ${origin}`);
      expect(now[1], `${origin} ${share}`).toBeGreaterThan(10);
      expect(rateOf(now), `${origin} ${share}: ${now.join('/')}`).toBeGreaterThanOrEqual(
        leastOf(rateOf(before), now),
      );
    }
  }
});

it('the committed corpus has the labels that Spark gives', async () => {
  const corpus = readCorpus(version);
  const labels = await arbiter.label(
    corpus.map(({ text }) => text),
    dialect.ansi,
  );
  const bare = labels.map((label) => (label.accepts ? label : { ...label, message: '', stop: null }));
  expect(bare.filter(isEmptyStatement)).toEqual([]);
  expect(bare).toEqual(corpus.map(({ label }) => label));
});
