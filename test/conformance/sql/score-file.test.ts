import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fallsOf, readScores, type Scores, writeScores } from './score-file.ts';
import { emptyTally, type Table, type Tally, tallyAll } from './tally.ts';

const tally: Tally = { accepted: [9, 10], rejected: [4, 5], position: [3, 5], beyond: [0, 2], opaque: 1 };

function tableOf(row: Tally): Table {
  return { suite: {}, generated: { merge: row }, mutant: {} };
}

it('a score is read as it was written', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pistevo-score-')), 'score.md');
  const scores: Scores = { '3.5': tableOf(tally), '4.0, held out': tableOf(emptyTally) };
  writeScores(scores, file);
  expect(readScores(file)).toEqual(scores);
});

it.each<[string, Partial<Tally>, number]>([
  ['the same', {}, 0],
  ['a share that rose', { accepted: [10, 10] }, 0],
  ['a share of more', { accepted: [18, 20] }, 0],
  ['a share that fell', { accepted: [8, 10] }, 1],
  ['two shares that fell', { rejected: [3, 5], position: [5, 10] }, 2],
  ['more that is opaque', { opaque: 2 }, 1],
])('%s: falls are told', (_name, change, falls) => {
  expect(fallsOf(tableOf(tally), tableOf({ ...tally, ...change }))).toHaveLength(falls);
});

it('counts what is accepted, found, found in place and found beyond grammar', () => {
  const base = { text: '', kind: 'merge', origin: 'generated' } as const;
  const rejected = { accepts: false, message: '', stop: null } as const;
  const syntax = { ...rejected, class: 'PARSE_SYNTAX_ERROR', offset: 4 };
  const duplicate = { ...rejected, class: 'DUPLICATE_CLAUSES', offset: null };
  const at = (offset: number | null, isOpaque = false) => ({ offset, code: null, isOpaque });
  const { merge } = tallyAll([
    { one: { ...base, label: { accepts: true } }, verdict: at(null) },
    { one: { ...base, label: { accepts: true } }, verdict: at(3) },
    { one: { ...base, label: { accepts: true } }, verdict: at(null, true) },
    { one: { ...base, label: syntax }, verdict: at(4) },
    { one: { ...base, label: syntax }, verdict: at(5) },
    { one: { ...base, label: syntax }, verdict: at(null) },
    { one: { ...base, label: duplicate }, verdict: at(0) },
  ]).generated;
  expect(merge).toEqual({ accepted: [1, 3], rejected: [2, 3], position: [1, 3], beyond: [1, 1], opaque: 1 });
});
