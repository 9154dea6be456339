import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../samples/random.ts';
import { generateStatements } from './generate.ts';
import { generatedKinds } from './kinds.ts';
import { readGrammar } from './notation.ts';
import { depthsOf, sentence } from './sentence.ts';

function sentencesOf(rules: string, count = 200): Set<string> {
  const grammar = readGrammar([rules]);
  const depths = depthsOf(grammar);
  const random = createRandom(1);
  return new Set(
    Array.from({ length: count }, () => sentence('start', random, { grammar, depths, limit: 5 }).join(' ')),
  );
}

describe('rules', () => {
  it('are choices, groups, lists and words', () => {
    const made = sentencesOf('start: A name | ( "x y" [ B | C ]? )\nname = a b');
    expect([...made].sort()).toEqual(['( x y )', '( x y B )', '( x y C )', 'A a', 'A b']);
  });

  it('put commas between what is listed', () => {
    const made = sentencesOf('start: name,+\nname = a');
    expect([...made].sort()).toEqual(['a', 'a , a', 'a , a , a']);
  });

  it('come to an end however they name themselves', () => {
    const made = sentencesOf('start: one\none: ( one one ) | X');
    expect([...made].every((text) => text.length < 10_000)).toBe(true);
  });

  it.each([
    ['start: nowhere', 'names nowhere'],
    ['start: [ A', 'does not close'],
    ['start: A ]', 'closes a group too much'],
    ['start', 'no rule'],
    ['start: A\nstart: B', 'twice'],
  ])('%j is refused', (rules, message) => {
    expect(() => readGrammar([rules])).toThrow(message);
  });

  it('without an end are refused', () => {
    expect(() => depthsOf(readGrammar(['start: A start']))).toThrow('without an end');
  });
});

it('statements of every kind are generated, all different, and the same for the same seed', () => {
  const once = generateStatements(5, 20);
  expect(generateStatements(5, 20)).toEqual(once);
  expect(generateStatements(6, 20)).not.toEqual(once);
  for (const { kind, share } of generatedKinds) {
    const texts = once.filter((one) => one.kind === kind).map(({ text }) => text);
    expect(new Set(texts).size, kind).toBe(texts.length);
    expect(texts.length, kind).toBeGreaterThan(15 * share);
  }
});
