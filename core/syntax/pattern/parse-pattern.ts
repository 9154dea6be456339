import type { SyntaxProblem } from '../problem.ts';
import { parseClass } from './parse-class.ts';
import { createPatternReader, type PatternReader } from './pattern-reader.ts';
import { type PatternNode, shorthandSpans } from './pattern-tree.ts';

/** RE2 refuses a repetition of more, also of nested ones multiplied. */
const mostRepetitions = 1000;
const mostDepth = 100;
const mostLength = 2000;
/** RE2 refuses what grows beyond a few hundred thousand steps; this stays far below. */
const mostSize = 20_000;

/**
 * Reads a `pattern` of a column: the common part of RE2 and Java, which match it alike. `^` at the start and `$` at the
 * end are taken and mean nothing, since a pattern always stands for the whole value. On a problem `tree` is null.
 */
export function parsePattern(text: string): {
  readonly tree: PatternNode | null;
  readonly errors: readonly SyntaxProblem[];
} {
  const reader = createPatternReader(text);
  if (text.length > mostLength) {
    reader.problem(
      `The pattern has ${text.length} characters; ${mostLength} is the most, split it into a check.`,
      0,
    );
    return { tree: null, errors: reader.problems };
  }
  reader.take('^');
  const tree = parseChoice(reader, 0);
  if (!reader.isDone() && reader.problems.length === 0) {
    reader.problem('`)` closes no group; remove it or write `\\)`.', reader.at(), reader.at() + 1);
  }
  if (reader.problems.length === 0 && sizeOf(tree) > mostSize) {
    reader.problem(
      'The pattern is too large once its repetitions are written out; use `*` and a check of the length.',
      0,
    );
  }
  return { tree: reader.problems.length === 0 ? tree : null, errors: reader.problems };
}

function parseChoice(reader: PatternReader, depth: number): PatternNode {
  const options = [parseSequence(reader, depth)];
  while (reader.take('|')) options.push(parseSequence(reader, depth));
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options };
}

function parseSequence(reader: PatternReader, depth: number): PatternNode {
  const items: PatternNode[] = [];
  while (!reader.isDone() && !reader.isNext('|') && !reader.isNext(')')) {
    const start = reader.at();
    if (reader.take('$')) {
      if (!reader.isDone())
        reader.problem(
          '`$` stands inside the pattern, which always means the whole value; remove it, or write `\\$` for the sign itself.',
          start,
        );
      continue;
    }
    const atom = parseAtom(reader, depth);
    if (atom === null) return { kind: 'sequence', items };
    items.push(parseRepeat(reader, atom, start));
  }
  return { kind: 'sequence', items };
}

function parseRepeat(reader: PatternReader, item: PatternNode, start: number): PatternNode {
  const bounds = readBounds(reader);
  if (bounds === null) return item;
  const repeat: PatternNode = { kind: 'repeat', item, ...bounds };
  if (reader.isNext('+')) {
    reader.problem(
      'A possessive repetition (`+` after a repetition) exists in Java only; remove the `+`.',
      reader.at(),
    );
  }
  // Lazy or greedy makes no difference for a match of the whole value.
  reader.take('?');
  if (readBounds(reader) !== null) {
    reader.problem('A repetition of a repetition; put the inner one in `(?:…)`.', start, reader.at());
  }
  if (repetitionsOf(repeat) > mostRepetitions) {
    reader.problem(
      `The pattern repeats more than ${mostRepetitions} times; use \`*\` and a check of the length.`,
      start,
      reader.at(),
    );
  }
  return repeat;
}

function readBounds(reader: PatternReader): { least: number; most: number | null } | null {
  if (reader.take('*')) return { least: 0, most: null };
  if (reader.take('+')) return { least: 1, most: null };
  if (reader.take('?')) return { least: 0, most: 1 };
  if (!reader.isNext('{')) return null;
  const start = reader.at();
  const written = reader.match(/\{([0-9]{1,9})(?:(,)([0-9]{1,9})?)?\}/y);
  if (written === null) {
    reader.problem(
      '`{` starts no repetition such as `{2}` or `{2,5}`; write `\\{` for the sign itself.',
      start,
      start + 1,
    );
    reader.take('{');
    return null;
  }
  const least = Number(written[1]);
  const most = written[2] === undefined ? least : written[3] === undefined ? null : Number(written[3]);
  if (most !== null && most < least)
    reader.problem(
      `The repetition \`${written[0]}\` ends before it starts; swap the numbers.`,
      start,
      reader.at(),
    );
  return { least, most };
}

/** How often the innermost item is written out when bounded repetitions are unrolled, as RE2 does. */
function repetitionsOf(node: PatternNode): number {
  switch (node.kind) {
    case 'repeat':
      return Math.max(1, node.least, node.most ?? 0) * repetitionsOf(node.item);
    case 'sequence':
      return Math.max(1, ...node.items.map(repetitionsOf));
    case 'choice':
      return Math.max(1, ...node.options.map(repetitionsOf));
    default:
      return 1;
  }
}

/** Steps of an automaton, roughly: bounded repetitions are unrolled, and a class beyond ASCII takes several steps. */
function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case 'literal':
      return 2;
    case 'any':
      return 10;
    case 'class':
      return 4 + node.spans.length * 3 + (node.isNegated ? 10 : 0);
    case 'repeat':
      return Math.max(1, node.least, node.most ?? 0) * (sizeOf(node.item) + 1);
    case 'sequence':
      return node.items.reduce((size, item) => size + sizeOf(item), 0);
    case 'choice':
      return node.options.reduce((size, option) => size + sizeOf(option) + 1, 0);
  }
}

function parseAtom(reader: PatternReader, depth: number): PatternNode | null {
  const start = reader.at();
  if (reader.take('(')) return parseGroup(reader, depth, start);
  if (reader.take('[')) return parseClass(reader, start);
  if (reader.take('.')) return { kind: 'any' };
  if (reader.isNext('*') || reader.isNext('+') || reader.isNext('?') || reader.isNext('{')) {
    const sign = reader.next();
    reader.problem(
      `\`${sign}\` repeats nothing; write \`\\${sign}\` for the sign itself.`,
      start,
      reader.at(),
    );
    return null;
  }
  if (reader.isNext('^')) {
    reader.next();
    reader.problem(
      '`^` stands inside the pattern, which always means the whole value; remove it, or write `\\^` for the sign itself.',
      start,
      reader.at(),
    );
    return null;
  }
  if (!reader.take('\\')) return { kind: 'literal', codePoint: reader.next().codePointAt(0) ?? 0 };
  const escaped = reader.escape(start);
  if (escaped === null) return null;
  if (escaped.kind === 'character') return { kind: 'literal', codePoint: escaped.codePoint };
  return { kind: 'class', isNegated: escaped.isNegated, spans: shorthandSpans[escaped.name] ?? [] };
}

function parseGroup(reader: PatternReader, depth: number, start: number): PatternNode | null {
  if (depth >= mostDepth) {
    reader.problem(`Groups are nested deeper than ${mostDepth}; flatten the pattern.`, start);
    return null;
  }
  if (reader.take('?') && !reader.take(':')) {
    const what =
      reader.isNext('=') || reader.isNext('!') || reader.isNext('<')
        ? 'Lookaround and named groups are'
        : 'Flags are';
    reader.problem(
      `${what} not part of what both engines match; only \`(…)\` and \`(?:…)\` are.`,
      start,
      reader.at() + 1,
    );
    return null;
  }
  const inner = parseChoice(reader, depth + 1);
  if (!reader.take(')') && reader.problems.length === 0) {
    reader.problem('The group is not closed; add `)`, or write `\\(` for the sign itself.', start, start + 1);
  }
  return inner;
}
