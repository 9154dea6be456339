import { parseDocument, type YAMLError } from 'yaml';
import type { Range } from '../../contracts/finding.ts';
import { yamlLimits } from './limits.ts';
import { mendBlock, type SyntaxStop } from './mend/mend-block.ts';
import { replaceOddBlanks } from './mend/odd-blanks.ts';
import { estimateNesting } from './nesting.ts';
import { parsePlainBlock } from './parse-plain-block.ts';
import { type Reduced, reduce } from './reduce.ts';
import type { YamlProblem } from './tree.ts';

/** A text parsed on its own; all ranges are relative to it. */
export interface ParsedBlock extends Reduced {
  /** The syntax is broken somewhere: `root` is what the parser could save. */
  readonly isBroken: boolean;
}

/** Parses one block, or a whole file, as YAML 1.2 (core schema). Never throws; everything wrong is in `problems`. */
export function parseBlock(text: string): ParsedBlock {
  const root = parsePlainBlock(text);
  if (root === null) return parseAnyBlock(text);
  return { root, problems: [], hasStrayAlias: false, aliasNodes: 0, isBroken: false };
}

/** The same by the library alone. */
export function parseAnyBlock(text: string): ParsedBlock {
  if (estimateNesting(text) > yamlLimits.nesting) {
    const message = `Values are nested more than ${yamlLimits.nesting} levels deep here; flatten them.`;
    return broken({ code: 'yaml-limit', severity: 'error', message, range: firstLine(text) });
  }
  const plain = replaceOddBlanks(text);
  if (plain !== null) {
    const parsed = parseBlock(plain.text);
    return { ...parsed, problems: [plain.problem, ...parsed.problems] };
  }
  const document = parseDocument(text, options);
  const reduced = reduce(document, text);
  const stop = firstStop(document.errors, text);
  if (stop !== null) return { ...reduced, problems: mendBlock(text, stop, stopOf), isBroken: true };
  const tags = document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED');
  const problems = [
    ...reduced.problems,
    ...tags.slice(0, yamlLimits.problems).map((warning) => toProblem(warning, text, 'warning')),
  ];
  return {
    ...reduced,
    problems: problems.slice(0, yamlLimits.problems),
    isBroken: false,
  };
}

/** A block that is not parsed at all. */
export function broken(problem: YamlProblem): ParsedBlock {
  return { root: null, problems: [problem], hasStrayAlias: false, aliasNodes: 0, isBroken: true };
}

/** Range of a text's first line that is not blank, without the blanks around it. */
export function firstLine(text: string): Range {
  const start = text.search(/\S/);
  if (start === -1) return { start: 0, end: 0 };
  const found = text.indexOf('\n', start);
  const end = Math.min(found === -1 ? text.length : found, start + 200);
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

const options = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Where a changed block cannot be read; null when all of it can. */
function stopOf(text: string): SyntaxStop | null {
  return parsePlainBlock(text) === null ? firstStop(parseDocument(text, options).errors, text) : null;
}

/** What follows the first error of a parser is mostly its echo. */
function firstStop(errors: readonly YAMLError[], text: string): SyntaxStop | null {
  const [first] = [...errors].sort((left, right) => left.pos[0] - right.pos[0]);
  return first === undefined ? null : { start: first.pos[0], problem: toProblem(first, text, 'error') };
}

const advice: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_INDENT:
    'This line is not indented like its neighbours, or a bracket is open; align it or close the bracket.',
  BLOCK_AS_IMPLICIT_KEY: 'A second `: ` stands in this line; put the value in quotes or on lines of its own.',
  MULTILINE_IMPLICIT_KEY:
    'A key must stand on one line with its `:`; add the colon or close the quote before it.',
  MULTIPLE_DOCS: 'A project file holds one YAML document; remove this `---` and what belongs to another.',
  TAB_AS_INDENT: 'A tab cannot indent YAML; use spaces.',
  MISSING_CHAR: 'A closing quote, bracket or colon is missing here; add it.',
  TAG_RESOLVE_FAILED: 'YAML tags such as `!name` have no meaning in a project file; remove it.',
};

function toProblem(error: YAMLError, text: string, severity: YamlProblem['severity']): YamlProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.max(start, Math.min(error.pos[1], text.length));
  const reason = error.message.split('\n')[0]?.replace(/\.$/, '').slice(0, 200) ?? '';
  const message = advice[error.code] ?? `The YAML cannot be read here (${reason}); correct it.`;
  return { code: 'yaml-syntax', severity, message, range: { start, end } };
}
