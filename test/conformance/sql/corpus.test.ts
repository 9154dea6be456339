import { describe, expect, it } from 'vitest';
import { sparkVersions } from '../../../tools/spark/prepare.mjs';
import { readCorpus } from './corpus-file.ts';
import { generatedKinds } from './grammar/kinds.ts';
import { isByGrammar } from './label.ts';
import { corpusName, scoreCorpus } from './score-corpus.ts';
import { fallsOf, readScores } from './score-file.ts';

describe.each(sparkVersions)('the committed corpus, labelled by Spark %s', (version) => {
  it('is parsed no worse than the score says', () => {
    const kept = readScores()[corpusName(version)];
    if (kept === undefined) throw new Error(`score.md has no table ${corpusName(version)}`);
    expect(fallsOf(kept, scoreCorpus(version))).toEqual([]);
  });

  it('holds statements that are accepted, rejected by grammar and rejected beyond it', () => {
    const labels = readCorpus(version).map(({ label }) => label);
    const rejected = labels.filter((label) => !label.accepts);
    expect(labels.length - rejected.length).toBeGreaterThan(400);
    expect(rejected.filter(isByGrammar).length).toBeGreaterThan(600);
    expect(rejected.filter((label) => !isByGrammar(label)).length).toBeGreaterThan(100);
  });
});

it('the corpus has every kind that is generated', () => {
  const kinds = new Set(readCorpus('4.0').map(({ kind }) => kind));
  expect(generatedKinds.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
});
