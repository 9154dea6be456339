import { isByGrammar, type Rejection } from './label.ts';
import { keywords } from './mutate/material.ts';
import type { Scored } from './tally.ts';

/** What is wrong with a verdict, in words that are the same for the same mistake; null when nothing is. */
export function failureOf({ one: { label, text }, verdict }: Scored): string | null {
  if (label.accepts)
    return verdict.offset === null ? null : `false alarm ${verdict.code} at ${wordAt(text, verdict.offset)}`;
  if (verdict.offset === null) return `missed ${describe(label, text)}`;
  if (label.offset === null || verdict.offset === label.offset) return null;
  const side = label.offset < verdict.offset ? 'before' : 'after';
  return `place: Spark ${isByGrammar(label) ? '' : `${label.class} `}at ${wordAt(text, label.offset)}, ${side} ${verdict.code}`;
}

function describe(label: Rejection, text: string): string {
  if (isByGrammar(label) && label.offset !== null) return `syntax at ${wordAt(text, label.offset)}`;
  const words = label.message
    .replace(/^\[[\w.]+\] /, '')
    .replace(/\s*SQLSTATE: \w+\s*/, '')
    .replace(/\(line \d+, pos \d+\)/, '')
    .replaceAll(/`[^`]*`|'[^']*'|"[^"]*"|\d+/g, '…');
  return `${label.class}: ${words.slice(0, 70)}`;
}

/** Names, numbers and texts are as good as each other. */
function wordAt(text: string, offset: number): string {
  const [word = 'the end'] = /^(\w+|\s+|\S)/u.exec(text.slice(offset)) ?? [];
  if (word.trim() === '') return 'a space';
  if (keywords.includes(word.toUpperCase())) return word.toUpperCase();
  if (/^\d/.test(word)) return 'a number';
  return /^\w/.test(word) ? 'a name' : word;
}

export interface FailureClass {
  readonly name: string;
  readonly count: number;
  /** The most frequent kinds: "merge 12, query 3". */
  readonly kinds: string;
  readonly examples: readonly Scored[];
}

/** Failures by class, the most frequent first, the shortest texts as examples. */
export function classify(scored: readonly Scored[], examples: number): readonly FailureClass[] {
  const classes = new Map<string, Scored[]>();
  for (const each of scored) {
    const name = failureOf(each);
    if (name !== null) classes.set(name, [...(classes.get(name) ?? []), each]);
  }
  return [...classes]
    .map(([name, list]) => ({
      name,
      count: list.length,
      kinds: kindsOf(list),
      examples: list.sort((a, b) => a.one.text.length - b.one.text.length).slice(0, examples),
    }))
    .sort((a, b) => b.count - a.count);
}

function kindsOf(list: readonly Scored[]): string {
  const counts = new Map<string, number>();
  for (const { one } of list) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${kind} ${count}`);
  return ranked.slice(0, 4).join(', ') + (ranked.length > 4 ? ', …' : '');
}

/** An example as lines: the text with both places marked, `⟪S⟫` Spark's and `⟪H⟫` the one here. */
export function showExample({ one: { text, kind, origin, label }, verdict }: Scored): string {
  const spark = label.accepts ? null : label.offset;
  const marks = [
    ...(spark === null ? [] : [{ at: spark, mark: '⟪S⟫' }]),
    ...(verdict.offset === null ? [] : [{ at: verdict.offset, mark: '⟪H⟫' }]),
  ].sort((a, b) => b.at - a.at);
  const marked = marks.reduce((rest, { at, mark }) => rest.slice(0, at) + mark + rest.slice(at), text);
  return `${origin} ${kind}: ${JSON.stringify(marked)}`;
}
