import { expect } from 'vitest';
import { parseStatement } from '../../../../../core/syntax/sql/parse-statement.ts';
import type { Node } from '../../../../../core/syntax/sql/tree/node.ts';
import type { Statement } from '../../../../../core/syntax/sql/tree/statement.ts';

export type SparkVersion = '3.5' | '4.0';
export const sparkVersions: readonly SparkVersion[] = ['3.5', '4.0'];

function parse(text: string, version: SparkVersion) {
  return parseStatement(text, { version, ansi: version === '4.0' });
}

/** The text with `¦` where the first problem is; without one where there is none. */
export function markProblem(text: string, version: SparkVersion): string {
  const [problem] = parse(text, version).problems;
  return problem === undefined ? text : `${text.slice(0, problem.offset)}¦${text.slice(problem.offset)}`;
}

/** Expects each text to be read without a problem, as one of these kinds. */
export function expectRead(
  texts: readonly string[],
  kinds: Statement['kind'] | readonly Statement['kind'][],
  versions: readonly SparkVersion[] = sparkVersions,
): void {
  for (const version of versions) {
    for (const text of texts) {
      expect(markProblem(text, version), version).toBe(text);
      expect([kinds].flat(), text).toContain(parse(text, version).tree.kind);
    }
  }
}

/** Expects the first problem of each text where `¦` stands in it. */
export function expectRefused(
  marked: readonly string[],
  versions: readonly SparkVersion[] = sparkVersions,
): void {
  for (const version of versions) {
    for (const text of marked) expect(markProblem(text.replace('¦', ''), version), version).toBe(text);
  }
}

/** The tree of a text that has no problem, and the text of any of its nodes. */
export function readTree<Kind extends Statement['kind']>(
  text: string,
  kind: Kind,
  version: SparkVersion = '4.0',
): { readonly tree: Extract<Statement, { kind: Kind }>; readonly textOf: (node: Node | null) => string } {
  const { tree, tokens, problems } = parse(text, version);
  expect(problems).toEqual([]);
  expect(tree.kind).toBe(kind);
  const textOf = (node: Node | null) =>
    node === null || node.last < node.first
      ? ''
      : text.slice(tokens.starts[node.first], tokens.ends[node.last]);
  return { tree: tree as Extract<Statement, { kind: Kind }>, textOf };
}
