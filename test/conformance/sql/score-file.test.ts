import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fallsOf, readScores, type Scores, writeScores } from './score-file.ts';
import { emptyTally, type Table, type Tally, tallyAll } from './tally.ts';

const tally: Tally = { accepted: [9, 10], rejected: [4, 5], position: [3, 5], beyond: [0, 2] };

function tableOf(row: Tally): Table {
  return { suite: {}, generated: { merge: row }, mutant: {} };
}

it('a score is read as it was written', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pistevo-score-')), 'score.md');
  const scores: Scores = { '3.5': tableOf(tally), '4.0, held out': tableOf(emptyTally) };
  writeScores(scores, file);
  expect(readScores(file)).toEqual(scores);
});

const many: Tally = { accepted: [90, 100], rejected: [4, 5], position: [30, 50], beyond: [0, 2] };

it.each<[string, Partial<Tally>, readonly string[]]>([
  ['the same', {}, []],
  ['a share that rose', { accepted: [95, 100] }, []],
  ['the same share of more', { accepted: [180, 200] }, []],
  ['a share that fell', { accepted: [89, 100] }, ['generated merge: accepted', 'generated: accepted']],
  ['a share of few that fell', { rejected: [3, 5] }, ['generated: rejected']],
])('%s: falls are told', (_name, change, falls) => {
  const found = fallsOf(tableOf(many), tableOf({ ...many, ...change }));
  expect(found.map((fall) => fall.replace(/ \d.*/, ''))).toEqual(falls);
});

it('a fall of one kind is no secret behind the rise of another', () => {
  const before: Table = { suite: {}, generated: { merge: many, insert: many }, mutant: {} };
  const rows = {
    merge: { ...many, accepted: [80, 100] },
    insert: { ...many, accepted: [100, 100] },
  } as const;
  expect(fallsOf(before, { ...before, generated: rows })).toEqual([
    'generated merge: accepted 90/100 → 80/100',
  ]);
});

it('counts what is accepted, found, found in place and found beyond grammar', () => {
  const base = { text: '', kind: 'merge', origin: 'generated' } as const;
  const rejected = { accepts: false, message: '', stop: null } as const;
  const syntax = { ...rejected, class: 'PARSE_SYNTAX_ERROR', offset: 4 };
  const duplicate = { ...rejected, class: 'DUPLICATE_CLAUSES', offset: null };
  const at = (offset: number | null) => ({ offset, code: null });
  const { merge } = tallyAll([
    { one: { ...base, label: { accepts: true } }, verdict: at(null) },
    { one: { ...base, label: { accepts: true } }, verdict: at(3) },
    { one: { ...base, label: syntax }, verdict: at(4) },
    { one: { ...base, label: syntax }, verdict: at(5) },
    { one: { ...base, label: syntax }, verdict: at(null) },
    { one: { ...base, label: duplicate }, verdict: at(0) },
  ]).generated;
  expect(merge).toEqual({ accepted: [1, 2], rejected: [2, 3], position: [1, 3], beyond: [1, 1] });
});
