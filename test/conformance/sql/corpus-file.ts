import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SparkVersion, sparkVersions } from '../../../tools/spark/prepare.mjs';
import type { Case, Statement } from './cases.ts';
import { isEmptyStatement, type Label } from './label.ts';

/** Our own generated statements and mutants with the labels of both Sparks: the share of the score that needs no Spark. */
export const corpusFile = join(import.meta.dirname, 'corpus.jsonl');

/** 1 is accepted; else the class, and the offset where Spark names one. */
type Mark = 1 | readonly [name: string, offset: number | null];

export interface CorpusEntry extends Statement {
  readonly labels: Readonly<Record<SparkVersion, Label>>;
}

export function writeCorpus(entries: readonly CorpusEntry[], file = corpusFile): void {
  const lines = entries.map(({ text, kind, origin, labels }) =>
    JSON.stringify([kind, origin, text, ...sparkVersions.map((version) => markOf(labels[version]))]),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** Cases of one version, as `buildCases` gives them. */
export function readCorpus(version: SparkVersion, file = corpusFile): readonly Case[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const cases = lines
    .filter((line) => line !== '')
    .map((line): Case => {
      const [kind, origin, text, ...marks] = JSON.parse(line) as [string, Case['origin'], string, ...Mark[]];
      return { kind, origin, text, label: labelOf(marks[sparkVersions.indexOf(version)]) };
    });
  return cases.filter((one) => !isEmptyStatement(one.label));
}

function markOf(label: Label): Mark {
  return label.accepts ? 1 : [label.class, label.offset];
}

function labelOf(mark: Mark | undefined): Label {
  if (mark === undefined) throw new Error('a line of the corpus has too few labels');
  if (mark === 1) return { accepts: true };
  const [name, offset] = mark;
  return { accepts: false, class: name, message: '', offset, stop: null };
}
