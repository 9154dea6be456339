import type { Rejection } from './label.ts';
import type { Scored } from './tally.ts';

/** What is wrong with a verdict; null when nothing is. */
export function failureOf({ one: { label, text }, verdict }: Scored): string | null {
  if (label.accepts)
    return verdict.offset === null ? null : `false alarm ${verdict.code} at ${near(text, verdict.offset)}`;
  if (verdict.offset === null) return `missed ${describe(label)}`;
  if (label.offset === null || verdict.offset === label.offset) return null;
  return `place: Spark ${label.class} ${sideOf(label.offset, verdict.offset)} than ${verdict.code}`;
}

function describe({ class: name, message }: Rejection): string {
  const words = message
    .replace(/^\[[\w.]+\] /, '')
    .replace(/\s*SQLSTATE: \w+\s*/, '')
    .replace(/\(line \d+, pos \d+\)/, '');
  return name === 'PARSE_SYNTAX_ERROR'
    ? words.replace(/: (extra|missing|mismatched).*/, '')
    : `${name}: ${words.slice(0, 60)}`;
}

function near(text: string, offset: number): string {
  const [word = 'the end'] = /^\s*(\w+|\S)/.exec(text.slice(offset)) ?? [];
  return /^[a-z_]\w*$/i.test(word) ? word.trim().toUpperCase() : word.trim();
}

function sideOf(spark: number, here: number): string {
  return spark < here ? 'earlier' : 'later';
}

export interface FailureClass {
  readonly name: string;
  readonly count: number;
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
      examples: list.sort((a, b) => a.one.text.length - b.one.text.length).slice(0, examples),
    }))
    .sort((a, b) => b.count - a.count);
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
