import type { Finding, Range, Severity } from '../../contracts/finding.ts';
import type { Project } from '../../model/project.ts';
import type { ScriptDocument } from '../../model/script-document.ts';
import type { SqlDialect } from '../../syntax/sql/dialect.ts';
import type { ParsedStatement } from '../../syntax/sql/parse-statement.ts';
import type { SqlFix, SqlProblem } from '../../syntax/sql/parser/problem.ts';
import type { Steps } from '../../text/drain.ts';
import { allSqlChecks } from './all.ts';
import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { collectNodes, type Kind, type NodeOf } from './support/collect-nodes.ts';

type Found = SqlDiscovery & Pick<Finding, 'code' | 'severity'>;

/** What checking the same scripts again need not do again: by the very objects that were checked. */
export interface ScriptCheckCache {
  readonly scripts: WeakMap<ScriptDocument, readonly Finding[]>;
  /** A statement is read by one dialect, so what is found in it rests on it alone. */
  readonly statements: WeakMap<ParsedStatement, readonly Found[]>;
}

export function createScriptCheckCache(): ScriptCheckCache {
  return { scripts: new WeakMap(), statements: new WeakMap() };
}

/** What is wrong in a project's scripts; only statements that are new to the cache are looked at. */
export function* checkScripts({ scripts }: Project, cache: ScriptCheckCache): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const script of scripts) {
    let found = cache.scripts.get(script);
    if (found === undefined) {
      found = yield* checkScript(script, cache);
      cache.scripts.set(script, found);
    }
    for (const finding of found) findings.push(finding);
  }
  return findings;
}

function* checkScript(script: ScriptDocument, cache: ScriptCheckCache): Steps<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const statement of script.statements) {
    let found = cache.statements.get(statement.parsed);
    if (found === undefined) {
      found = checkStatement(statement.parsed, script.dialect);
      cache.statements.set(statement.parsed, found);
      yield;
    }
    // Read anew for each file: a message may name a line of it.
    for (const problem of statement.problems)
      findings.push(place(ofProblem(problem, 'error'), script.file, 0));
    for (const warning of statement.warnings)
      findings.push(place(ofProblem(warning, 'warning'), script.file, 0));
    for (const discovery of found) findings.push(place(discovery, script.file, statement.start));
  }
  return findings;
}

/** What checks find in one statement, by offsets in its own text. They look at what Spark's grammar accepts. */
export function checkStatement(parsed: ParsedStatement, dialect: SqlDialect): readonly Found[] {
  const { tokens, tree, problems } = parsed;
  if (problems.length > 0) return [];
  // What a function of SQL holds Spark reads as text, and looks at when it makes the function.
  if (tree.kind === 'create-sql-function') return [];
  const collected = collectNodes(tree);
  const nodes = <K extends Kind>(kind: K) => (collected.get(kind) ?? []) as readonly NodeOf<K>[];
  const context = { tokens, tree, dialect, nodes };
  return allSqlChecks.flatMap((check) => check.run(context).map((found) => ofCheck(check, found)));
}

function ofCheck({ code, severity }: SqlCheck, found: SqlDiscovery): Found {
  return { ...found, code, severity };
}

function ofProblem({ code, message, range, fix }: SqlProblem, severity: Severity): Found {
  return { code, severity, message, range, ...(fix !== undefined && { fix }) };
}

function place({ related, fix, ...found }: Found, file: string, start: number): Finding {
  const shift = (range: Range): Range => ({ start: range.start + start, end: range.end + start });
  return {
    ...found,
    file,
    range: shift(found.range),
    ...(related !== undefined && {
      related: related.map(({ range, message }) => ({ file, range: shift(range), message })),
    }),
    ...(fix !== undefined && { fixes: [placeFix(fix)] }),
  };

  function placeFix({ title, edits }: SqlFix) {
    return { title, edits: edits.map(({ range, newText }) => ({ file, range: shift(range), newText })) };
  }
}
