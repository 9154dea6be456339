import type { Range, TextEdit } from '../contracts/finding.ts';
import type { ScriptDocument } from '../model/script-document.ts';
import type { SqlStatement } from '../syntax/sql/parse-script.ts';
import type { Steps } from '../text/drain.ts';
import { formatGap } from './format-sql/format-gap.ts';
import { isSameList, writtenTokens } from './format-sql/written-tokens.ts';

export interface FormatSqlOptions {
  /** Lays out one statement; throws where it cannot. */
  readonly formatStatement: (text: string, indentSize: number) => string;
  /** Spaces of a level; 2 unless told. */
  readonly indentSize?: number;
}

/** A statement that stays as it is, with why. */
export interface LeftAlone {
  readonly range: Range;
  readonly why: string;
}

export interface FormattedSql {
  readonly edits: readonly TextEdit[];
  readonly left: readonly LeftAlone[];
}

/** Statements whose text Spark takes as it is written, blanks and all. */
const verbatim = new Set<SqlStatement['kind']>([
  'set-config',
  'set-time-zone',
  'reset',
  'resource',
  'unsupported-hive',
]);
/** The library's time grows with the square of the tokens: a statement of more is mostly generated, and would take seconds. */
const mostTokens = 2000;

/**
 * The edits that lay out a script, statement by statement, with one blank line between them. A statement stays as it is where its syntax is
 * broken, or where its tokens and comments would not all be the same afterwards.
 */
export function* formatSqlSteps(script: ScriptDocument, options: FormatSqlOptions): Steps<FormattedSql> {
  const { text, statements, file } = script;
  const edits: TextEdit[] = [];
  const left: LeftAlone[] = [];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const put = (range: Range, newText: string): void => {
    const written = newText.replaceAll('\n', lineEnd);
    if (text.slice(range.start, range.end) !== written) edits.push({ file, range, newText: written });
  };
  let at = 0;
  // Behind what is broken nobody knows whether a quote or a comment is still open.
  let isSure = true;
  for (const statement of statements) {
    const { start, end } = statement;
    if (isSure) {
      put(
        { start: at, end: start },
        formatGap(plainBreaks(text.slice(at, start)), at === 0 ? 'start' : 'between'),
      );
    }
    const own = text.slice(start, end);
    const formatted = layOut(statement, plainBreaks(own), options);
    if ('why' in formatted) left.push({ range: { start, end }, why: formatted.why });
    else put({ start, end }, formatted.text);
    isSure = statement.problems.length === 0;
    at = end;
    yield;
  }
  if (isSure)
    put({ start: at, end: text.length }, formatGap(plainBreaks(text.slice(at)), at === 0 ? 'only' : 'end'));
  return { edits, left };
}

function layOut(
  { kind, problems, parsed }: SqlStatement,
  text: string,
  { formatStatement, indentSize = 2 }: FormatSqlOptions,
): { readonly text: string } | { readonly why: string } {
  if (problems.length > 0) return { why: 'its syntax is broken' };
  if (verbatim.has(kind)) return { text };
  if (parsed.tokens.end > mostTokens) return { why: 'it is too long for the formatter' };
  let formatted: string;
  let again: string;
  try {
    formatted = formatStatement(text, indentSize).trim();
    again = formatStatement(formatted, indentSize).trim();
  } catch (error) {
    // The library says so where it cannot read a statement, and runs out of stack where one is nested very deeply.
    if (error instanceof Error) return { why: 'the formatter cannot read it' };
    throw error;
  }
  if (!isSameList(writtenTokens(text), writtenTokens(formatted)))
    return { why: 'formatting would change more than blanks' };
  return again === formatted ? { text: formatted } : { why: 'formatting it twice would not give the same' };
}

function plainBreaks(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
