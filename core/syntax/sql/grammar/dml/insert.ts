import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { problemHere } from '../../parser/expect.ts';
import { isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { DmlStatement, InsertBranch } from '../../tree/dml.ts';
import type { With } from '../../tree/query.ts';
import { parseFrom } from '../query/from.ts';
import { isFromBody, parseFromQuery } from '../query/from-query.ts';
import { parseInsertTarget } from './insert-target.ts';

/** `INSERT INTO t SELECT …`; `INSERT` comes next. */
export function parseInsert(parser: Parser, first: number, with_: With | null): DmlStatement {
  const target = parseInsertTarget(parser);
  const query = parser.rules.query(parser);
  return { kind: 'insert', first, last: lastRead(parser), with: with_, target, query };
}

/** Whether the `FROM` that comes next is one that `INSERT`s read. */
export function isMultiInsert(parser: Parser): boolean {
  let depth = 0;
  for (let at = parser.at + 1; at < parser.end; at += 1) {
    const code = parser.codes[at];
    if (code === s['(']) depth += 1;
    else if (code === s[')']) depth -= 1;
    else if (depth < 0 || code === s[';'] || (depth === 0 && code === k.SELECT)) return false;
    else if (depth === 0 && code === k.INSERT) {
      const next = parser.codes[at + 1];
      if (next === k.INTO || next === k.OVERWRITE) return true;
    }
  }
  return false;
}

/** `FROM t INSERT INTO a SELECT … INSERT INTO b SELECT …`; `FROM` comes next. */
export function parseMultiInsert(parser: Parser, first: number, with_: With | null): DmlStatement {
  const from = parseFrom(parser);
  const branches: InsertBranch[] = [];
  while (isNext(parser, k.INSERT)) branches.push(parseBranch(parser));
  if (branches.length === 0) problemHere(parser, '`INSERT` or `SELECT`');
  return { kind: 'multi-insert', first, last: lastRead(parser), with: with_, from, branches };
}

function parseBranch(parser: Parser): InsertBranch {
  const first = parser.at;
  const target = parseInsertTarget(parser);
  if (!isFromBody(parser)) problemHere(parser, '`SELECT`');
  const query = parseFromQuery(parser);
  return { first, last: lastRead(parser), target, query };
}
