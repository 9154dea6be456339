import type { Range } from '../contracts/finding.ts';
import { scan } from '../syntax/sql/lexer/scan.ts';
import { isWordCode, s, t } from '../syntax/sql/lexer/token-codes.ts';
import { unquoteName } from '../syntax/sql/unquote.ts';
import { foldCase } from '../text/fold-case.ts';
import { clauseWords, sqlKeywords, tableWords } from './support/sql-keywords.ts';

/** A name in a SQL text. */
export interface SqlName {
  readonly dataset: string;
  /** Null for the dataset itself. */
  readonly column: string | null;
  /** Without backquotes; of `claim_stage` only `claim`. */
  readonly range: Range;
  readonly isQuoted: boolean;
  /** Another table of the statement has such a column too, or an alias reads the same. */
  readonly isUncertain: boolean;
}

/** What SQL texts may speak of: datasets by their names in lower case, each with its columns in lower case. */
export interface SqlCatalog {
  /** Names of the project's database in its environments, in lower case. */
  readonly schemas: ReadonlySet<string>;
  readonly datasets: ReadonlyMap<
    string,
    { readonly name: string; readonly columns: ReadonlyMap<string, string> }
  >;
}

/** Spark's own catalog may stand before a database. */
const sparkCatalog = 'spark_catalog';

interface Token {
  readonly text: string;
  /** Folded name; '' when the token is no name. */
  readonly name: string;
  /** Upper-case word that is a keyword; '' otherwise. */
  readonly keyword: string;
  readonly range: Range;
  readonly isQuoted: boolean;
}

interface Statement {
  readonly tokens: readonly Token[];
  /** Names of `WITH`: they hide datasets. */
  readonly common: ReadonlySet<string>;
  /** Aliases and dataset names by which tables of the statement go, and which dataset each is. */
  readonly tables: Map<string, string>;
  /** Names that the statement gives to results. */
  readonly aliases: Set<string>;
  /** Indexes of tokens that were read as something else than a column. */
  readonly taken: Set<number>;
}

/**
 * The datasets and columns that a SQL text names, as far as its tokens tell: tables by where they stand, columns by their
 * qualifier, or by being a column of a table in the same statement. Queries inside queries are read as one.
 */
export function sqlNames(text: string, catalog: SqlCatalog): readonly SqlName[] {
  return statementsOf(text).flatMap((tokens) => {
    const common = commonNames(tokens);
    const statement: Statement = { tokens, common, tables: new Map(), aliases: new Set(), taken: new Set() };
    const tables = readTables(statement, catalog);
    readAliases(statement);
    const columns = readColumns(statement, catalog);
    return [...tables, ...columns].sort((left, right) => left.range.start - right.range.start);
  });
}

/** Whether a text holds a quote or comment that is never closed: names behind it cannot be told. */
export function isSqlBroken(text: string): boolean {
  return scan(text).codes.includes(t.unclosed);
}

function statementsOf(text: string): readonly (readonly Token[])[] {
  const { codes, starts, ends, end } = scan(text);
  const statements: Token[][] = [[]];
  for (let index = 0; index < end; index += 1) {
    // The names in a hint are left as they are: they may be aliases.
    if (codes[index] === s['/*+']) while (index < end && codes[index] !== s['*/']) index += 1;
    const [code = t.end, start = 0, stop = 0] = [codes[index], starts[index], ends[index]];
    if (code === s['*/'] || code === t.end) continue;
    if (code === s[';']) statements.push([]);
    else statements.at(-1)?.push(toToken(text.slice(start, stop), code, start));
  }
  return statements;
}

function toToken(text: string, code: number, start: number): Token {
  const range = { start, end: start + text.length };
  if (code === t.quotedName) {
    const inner = { start: start + 1, end: range.end - 1 };
    return { text, name: foldCase(unquoteName(text)), keyword: '', range: inner, isQuoted: true };
  }
  const upper = isWordCode(code) ? text.toUpperCase() : '';
  const isKeyword = sqlKeywords.has(upper);
  const name = isWordCode(code) && !isKeyword ? foldCase(text) : '';
  return { text, name, keyword: isKeyword ? upper : '', range, isQuoted: false };
}

function commonNames(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  if (!tokens.some((token) => token.keyword === 'WITH')) return found;
  for (const [index, token] of tokens.entries()) {
    if (token.name === '' || tokens[index + 1]?.keyword !== 'AS' || tokens[index + 2]?.text !== '(') continue;
    const before = tokens[index - 1];
    if (before?.keyword === 'WITH' || before?.keyword === 'RECURSIVE' || before?.text === ',')
      found.add(token.name);
  }
  return found;
}

function readTables(statement: Statement, catalog: SqlCatalog): SqlName[] {
  const { tokens, tables, taken, common } = statement;
  const found: SqlName[] = [];
  let isInList = false;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.keyword === 'FROM' || token.keyword === 'JOIN') isInList = true;
    else if (clauseWords.has(token.keyword)) isInList = false;
    const before = tokens[index - 1];
    const isTablePlace = tableWords.has(before?.keyword ?? '') || (isInList && before?.text === ',');
    if (token.name === '' || !isTablePlace) continue;
    const isInCatalog = token.name === sparkCatalog && tokens[index + 1]?.text === '.';
    const first = isInCatalog ? index + 2 : index;
    const isQualified = tokens[first + 1]?.text === '.' && catalog.schemas.has(tokens[first]?.name ?? '');
    const at = isQualified ? first + 2 : first;
    const named = tokens[at];
    const match =
      named === undefined || (!isQualified && common.has(named.name)) ? null : matchDataset(named, catalog);
    if (isQualified) taken.add(first);
    if (isInCatalog) taken.add(index);
    if (match === null || named === undefined) continue;
    taken.add(at);
    found.push({ dataset: match.name, column: null, isUncertain: false, ...spanOf(named, match.length) });
    tables.set(named.name, match.folded);
    const alias = tokens[at + 1]?.keyword === 'AS' ? at + 2 : at + 1;
    const aliasName = tokens[alias]?.name ?? '';
    if (aliasName === '') continue;
    tables.set(aliasName, match.folded);
    taken.add(alias);
  }
  return found;
}

/** The dataset that a table name means: its own name, or that of its staging or quarantine. */
function matchDataset(
  { name }: Token,
  catalog: SqlCatalog,
): { readonly name: string; readonly folded: string; readonly length: number } | null {
  for (const folded of [name, name.replace(/_stage$/, ''), name.replace(/_quarantine$/, '')]) {
    const dataset = catalog.datasets.get(folded);
    if (dataset !== undefined) return { name: dataset.name, folded, length: folded.length };
  }
  return null;
}

function spanOf(token: Token, length: number): { readonly range: Range; readonly isQuoted: boolean } {
  const { start } = token.range;
  return { range: { start, end: start + length }, isQuoted: token.isQuoted };
}

function readAliases({ tokens, aliases, taken }: Statement): void {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.name === '' || before === undefined || taken.has(index)) continue;
    const isImplicit = before.text === ')' || before.name !== '' || before.keyword === 'END';
    if (before.keyword !== 'AS' && !(isImplicit && tokens[index + 1]?.text !== '(')) continue;
    aliases.add(token.name);
    taken.add(index);
  }
}

function readColumns(statement: Statement, catalog: SqlCatalog): readonly SqlName[] {
  const { tokens, tables, taken, aliases } = statement;
  const datasets = new Set(tables.values());
  return tokens.flatMap((token, index): readonly SqlName[] => {
    if (token.name === '' || taken.has(index) || tokens[index + 1]?.text === '(') return [];
    if (tokens[index + 1]?.text === '.') return qualifierOf(token, tables, catalog);
    const isQualified = tokens[index - 1]?.text === '.';
    const owner = isQualified ? tables.get(tokens[index - 2]?.name ?? '') : undefined;
    if (isQualified && owner === undefined) return [];
    const owners = owner === undefined ? [...datasets] : [owner];
    const found = owners.flatMap((folded) => {
      const dataset = catalog.datasets.get(folded);
      const column = dataset?.columns.get(token.name);
      return dataset === undefined || column === undefined ? [] : [{ dataset: dataset.name, column }];
    });
    const isUncertain = !isQualified && (found.length > 1 || aliases.has(token.name));
    return found.map((entry) => ({
      ...entry,
      isUncertain,
      ...spanOf(token, token.range.end - token.range.start),
    }));
  });
}

/** `claim` in `claim.billed`, where the table goes by its own name. */
function qualifierOf(
  token: Token,
  tables: ReadonlyMap<string, string>,
  catalog: SqlCatalog,
): readonly SqlName[] {
  const folded = tables.get(token.name);
  const match = folded === undefined ? null : matchDataset(token, catalog);
  if (match === null || match.folded !== folded) return [];
  return [{ dataset: match.name, column: null, isUncertain: false, ...spanOf(token, match.length) }];
}
