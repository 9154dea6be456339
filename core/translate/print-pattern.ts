import { parsePattern } from '../syntax/pattern/parse-pattern.ts';
import type { ClassSpan, PatternNode } from '../syntax/pattern/pattern-tree.ts';
import type { Dialect } from './dialect.ts';
import { printWholeMatch } from './print-whole-match.ts';

/**
 * Condition that a column's `pattern` matches a whole value. `value` is SQL for a text; NULL stays NULL.
 * @throws for a pattern with problems: `check` reports them before a plan is made.
 */
export function printMatches(dialect: Dialect, value: string, pattern: string): string {
  const { tree, errors } = parsePattern(pattern);
  if (tree === null)
    throw new Error(
      `A pattern has a problem: ${errors[0]?.message ?? ''} Check the project before planning.`,
    );
  return printWholeMatch(dialect, value, printPattern(tree));
}

/** A pattern spelled so that RE2 and Java read it alike: no shorthand, no bare dot, groups that do not capture. */
export function printPattern(node: PatternNode): string {
  switch (node.kind) {
    case 'literal':
      return printCodePoint(node.codePoint);
    case 'any':
      // Java's dot leaves out five line ends, RE2's only one.
      return '[^\\n]';
    case 'class':
      return `[${node.isNegated ? '^' : ''}${node.spans.map(printSpan).join('')}]`;
    case 'sequence':
      return node.items
        .map((item) => (item.kind === 'choice' ? `(?:${printPattern(item)})` : printPattern(item)))
        .join('');
    case 'choice': {
      const spans = spansOf(node);
      return spans === null ? node.options.map(printPattern).join('|') : `[${spans.map(printSpan).join('')}]`;
    }
    default:
      return `${printRepeated(node.item)}${printBounds(node.least, node.most)}`;
  }
}

/** `a|b|[cd]` as one class: Java takes a step on its stack for each choice it repeats, and none for a class. */
function spansOf(node: PatternNode): readonly ClassSpan[] | null {
  if (node.kind === 'literal') return [{ from: node.codePoint, to: node.codePoint }];
  if (node.kind === 'class') return node.isNegated ? null : node.spans;
  if (node.kind === 'sequence')
    return node.items.length === 1 && node.items[0] ? spansOf(node.items[0]) : null;
  if (node.kind !== 'choice') return null;
  const all = node.options.map(spansOf);
  return all.every((spans) => spans !== null) ? all.flat() : null;
}

function printRepeated(item: PatternNode): string {
  const isAtom = item.kind === 'literal' || item.kind === 'any' || item.kind === 'class';
  const spans = isAtom ? null : spansOf(item);
  if (spans !== null) return `[${spans.map(printSpan).join('')}]`;
  return isAtom ? printPattern(item) : `(?:${printPattern(item)})`;
}

function printBounds(least: number, most: number | null): string {
  if (most === null) return least === 0 ? '*' : least === 1 ? '+' : `{${least},}`;
  if (least === 0 && most === 1) return '?';
  return least === most ? `{${least}}` : `{${least},${most}}`;
}

function printSpan({ from, to }: ClassSpan): string {
  return from === to ? printCodePoint(from) : `${printCodePoint(from)}-${printCodePoint(to)}`;
}

/** Letters, digits and what is beyond ASCII as they are, everything else by number. */
function printCodePoint(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  if (codePoint > 0x9f || /[A-Za-z0-9]/.test(character)) return character;
  return `\\x${codePoint.toString(16).padStart(2, '0')}`;
}
