import type { Range } from '../../../contracts/finding.ts';
import { yamlLimits } from '../limits.ts';
import type { BlockEdit, YamlProblem } from '../tree.ts';
import { blockLines } from './block-lines.ts';
import type { Mend, Stumble } from './mend.ts';
import { mendClosers } from './mend-closers.ts';
import { mendIndent } from './mend-indent.ts';
import { mendKeys } from './mend-keys.ts';
import { mendTabs } from './mend-tabs.ts';
import { mendValues } from './mend-values.ts';

/** The first place at which a parser gives up on a text. */
export interface SyntaxStop {
  readonly start: number;
  /** What the parser says of it. */
  readonly problem: YamlProblem;
}

/**
 * What is wrong with a broken block, in words of its author: for each mistake the smallest change that lets the parser get past
 * it, tried out, so that the change is certain to work. A mistake for which none is found is told as the parser tells it, and
 * hides what may follow: that is mostly its echo. `stopOf` gives null for a sound text.
 */
export function mendBlock(
  text: string,
  first: SyntaxStop,
  stopOf: (text: string) => SyntaxStop | null,
): readonly YamlProblem[] {
  const problems: YamlProblem[] = [];
  const trial: Trial = { stopOf, left: yamlLimits.mendTrials, characters: yamlLimits.mendLength };
  const applied: (readonly BlockEdit[])[] = [];
  let stop: SyntaxStop | null = first;
  let current = text;
  while (stop !== null) {
    const found: Success | null = problems.length < yamlLimits.mends ? findMend(current, stop, trial) : null;
    if (found === null) {
      problems.push(inOriginal(stop.problem, applied));
      break;
    }
    const { mend } = found;
    const { message, range, edits, title } = mend;
    const problem: YamlProblem = {
      code: 'yaml-syntax',
      severity: 'error',
      message,
      range,
      fixes: [{ title, edits }],
    };
    problems.push(inOriginal(problem, applied));
    applied.push(edits);
    current = found.text;
    stop = found.stop;
  }
  return problems;
}

interface Trial {
  readonly stopOf: (text: string) => SyntaxStop | null;
  /** Texts, and characters of texts, that may still be parsed. */
  left: number;
  characters: number;
}

interface Success {
  readonly mend: Mend;
  readonly text: string;
  readonly stop: SyntaxStop | null;
}

const makers = [mendTabs, mendClosers, mendValues, mendKeys, mendIndent];

/** The first change after which the text is sound, else the first after which the parser stops at a later line. */
function findMend(text: string, stop: SyntaxStop, trial: Trial): Success | null {
  const lines = blockLines(text);
  const found = lines.findIndex((line) => line.end >= stop.start);
  const stumble: Stumble = { text, lines, at: found === -1 ? lines.length - 1 : found };
  const stopLine = lines[stumble.at];
  let best: Success | null = null;
  for (const make of makers) {
    for (const mend of make(stumble)) {
      trial.left -= 1;
      trial.characters -= text.length;
      if (trial.left < 0 || trial.characters < 0) return best;
      const mended = applyEdits(text, mend.edits);
      const next = trial.stopOf(mended);
      if (next === null) return { mend, text: mended, stop: null };
      const isLater = stopLine !== undefined && next.start > lineEndAfter(mend, stopLine.end);
      if (best === null && isLater) best = { mend, text: mended, stop: next };
    }
  }
  return best;
}

/** Behind the line that the parser stopped in and the last one that a change touches, in the changed text. */
function lineEndAfter({ edits }: Mend, stopEnd: number): number {
  let end = stopEnd;
  let grown = 0;
  for (const { range, newText } of edits) {
    grown += newText.length - (range.end - range.start);
    end = Math.max(end, range.end);
  }
  return end + Math.max(0, grown) + 1;
}

export function applyEdits(text: string, edits: readonly BlockEdit[]): string {
  let changed = text;
  for (const { range, newText } of [...edits].reverse()) {
    changed = changed.slice(0, range.start) + newText + changed.slice(range.end);
  }
  return changed;
}

/** A problem of a changed text, with its places in the text before the changes. */
function inOriginal(problem: YamlProblem, applied: readonly (readonly BlockEdit[])[]): YamlProblem {
  const range = rangeBefore(problem.range, applied);
  const fixes = problem.fixes?.map(({ title, edits }) => ({
    title,
    edits: edits.map((edit) => ({ ...edit, range: rangeBefore(edit.range, applied) })),
  }));
  return fixes === undefined ? { ...problem, range } : { ...problem, range, fixes };
}

function rangeBefore({ start, end }: Range, applied: readonly (readonly BlockEdit[])[]): Range {
  return { start: offsetBefore(start, applied), end: offsetBefore(end, applied) };
}

function offsetBefore(offset: number, applied: readonly (readonly BlockEdit[])[]): number {
  let at = offset;
  for (const edits of [...applied].reverse()) {
    let moved = at;
    let grown = 0;
    for (const { range, newText } of edits) {
      const start = range.start + grown;
      if (start > at) break;
      const isBehind = start + newText.length <= at;
      const delta = newText.length - (range.end - range.start);
      moved = isBehind ? at - grown - delta : range.start;
      grown += delta;
    }
    at = moved;
  }
  return at;
}
