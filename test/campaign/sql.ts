import { readFileSync } from 'node:fs';
import { parseScript, type StatementCache } from '../../core/syntax/sql/parse-script.ts';
import { type ParsedStatement, parseStatement } from '../../core/syntax/sql/parse-statement.ts';
import type { SqlProblem } from '../../core/syntax/sql/parser/problem.ts';
import { seededRandom } from './project.ts';

export interface SqlCampaign {
  readonly runs: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** Statements of every kind that Spark accepts and that people break. */
const seeds = readFileSync(new URL('sql-seeds.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\n\n+/);

/** What is put in: words, signs, and characters that hardly anybody expects. */
const pieces =
  "SELECT|FROM|WHERE|GROUP BY|ORDER|HAVING|LIMIT|JOIN|ON|UNION ALL|AND|OR|NOT|IN|CASE|WHEN|THEN|END|AS|BEGIN|;|,|(|)|[|]|<|>|=|==|'|\"|`|/*|*/|--|\n|\n\n|.|::|->|*|-|+|!|?|:|@|#|$|{|}|{{|}}|${a}|```|’|，|\u0000|\ud800|\udc00|\u200b|😀|1|1e|0x|r'|/*+|INSERT INTO t|WITH a AS (|CREATE TABLE|MERGE INTO|DROP|SET".split(
    '|',
  );

/** Mutates texts and reads them; what must hold for any text is checked, and each text that breaks it is a fault. */
export function sqlCampaign({ runs, seed, say }: SqlCampaign): {
  readonly runs: number;
  readonly broken: number;
  readonly faults: readonly string[];
} {
  const next = seededRandom(seed);
  const random = (below: number) => Math.floor(next() * below);
  const faults: string[] = [];
  const cache: StatementCache = new Map();
  let broken = 0;
  for (let run = 1; run <= runs; run += 1) {
    const text = mutate(seeds[random(seeds.length)] ?? '', random);
    const version = random(2) === 0 ? '3.5' : '4.0';
    try {
      if (checkText(text, version, cache)) broken += 1;
    } catch (error) {
      faults.push(`${JSON.stringify(text)} (${version}): ${String(error)}`);
      say(faults.at(-1) ?? '');
    }
    if (run % 10_000 === 0) say(`${run} texts, ${broken} broken, ${faults.length} faults`);
  }
  return { runs, broken, faults };
}

function mutate(text: string, random: (below: number) => number): string {
  let mutated = text;
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const at = random(mutated.length + 1);
    const length = random(3) === 0 ? random(20) : random(3);
    const piece = random(4) === 0 ? '' : (pieces[random(pieces.length)] ?? '');
    const blank = random(2) === 0 ? ' ' : '';
    mutated = mutated.slice(0, at) + blank + piece + blank + mutated.slice(at + length);
    if (random(12) === 0) mutated = mutated.slice(0, random(mutated.length + 1));
    if (random(20) === 0) mutated += `\n${seeds[random(seeds.length)] ?? ''}`;
  }
  return mutated;
}

/** Whether something is wrong with the text. Throws where what must hold for any text does not. */
function checkText(text: string, version: '3.5' | '4.0', cache: StatementCache): boolean {
  const dialect = { version, ansi: version === '4.0' };
  const statement = parseStatement(text, dialect);
  checkStatement(statement);
  const [first, ...others] = statement.problems;
  for (const problem of others)
    must(problem.code !== first?.code || problem.offset !== first.offset, 'told once');
  const script = parseScript(text, dialect);
  let end = 0;
  for (const { start, parsed, problems, warnings, ...rest } of script.statements) {
    must(start >= end && rest.end >= start && rest.end <= text.length, 'statements follow one another');
    end = rest.end;
    checkStatement(parsed);
    for (const problem of [...problems, ...warnings]) checkProblem(problem, text.length);
  }
  if (version === '4.0') must(isSame(parseScript(text, dialect, cache), script), 'the cache changes nothing');
  must(isSame(parseStatement(text, dialect), statement), 'the same text gives the same');
  return script.statements.some(({ problems }) => problems.length > 0);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function checkStatement({ tokens, tree, problems }: ParsedStatement): void {
  let end = 0;
  for (let index = 0; index < tokens.end; index += 1) {
    const start = tokens.starts[index] ?? -1;
    must(start >= end, 'tokens follow one another');
    end = tokens.ends[index] ?? -1;
    must(end >= start && end <= tokens.text.length, 'tokens lie in the text');
  }
  checkNode(tree, 0, tokens.end);
  for (const { message } of problems)
    must(!/undefined|\{line\}|NaN/.test(message), `a message is whole: ${message}`);
}

function checkProblem({ range, offset, fix, message }: SqlProblem, length: number): void {
  must(range.start >= 0 && range.start <= range.end && range.end <= length, 'a problem lies in the text');
  must(offset >= 0 && offset <= length, 'what Spark sees lies in the text');
  must(message.length < 400, 'a message is short');
  for (const edit of fix?.edits ?? []) {
    must(
      edit.range.start >= 0 && edit.range.start <= edit.range.end && edit.range.end <= length,
      'a fix lies in the text',
    );
  }
}

/** A node lies within the one that holds it; one that holds no token has `last` right before `first`. */
function checkNode(part: object, from: number, to: number): void {
  let [low, high] = [from, to];
  if ('first' in part && 'last' in part && typeof part.first === 'number' && typeof part.last === 'number') {
    must(part.first >= from && part.last >= part.first - 1 && part.last < Math.max(to, 1), 'nodes nest');
    low = part.first;
    high = part.last + 1;
  }
  for (const inner of Object.values(part)) {
    if (typeof inner === 'object' && inner !== null) checkNode(inner, low, high);
  }
}

function must(isTrue: boolean, claim: string): void {
  if (!isTrue) throw new Error(`does not hold: ${claim}`);
}
