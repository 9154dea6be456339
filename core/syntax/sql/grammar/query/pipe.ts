import { k } from '../../lexer/keywords.ts';
import { problemHere } from '../../parser/expect.ts';
import { advance, codeAt, isNext, lastRead, type Parser } from '../../parser/parser.ts';
import type { PipeOperator } from '../../tree/pipe.ts';
import { parseStrictName } from '../names.ts';
import { parseRelationPrimary, takeLateral } from './from.ts';
import { isJoin, parseJoin } from './join.ts';
import { parseOrganization } from './organization.ts';
import {
  parsePipeAggregate,
  parsePipeDrop,
  parsePipeExtend,
  parsePipeSelect,
  parsePipeSet,
} from './pipe-columns.ts';
import { isPivot, parsePivot } from './pivot.ts';
import { isSetOperator, parseSetBranchStep } from './query.ts';
import { parseSample } from './relation-parts.ts';
import { parseWindows } from './select.ts';

/** One step of a pipe; `|>` comes next. A step may be empty. */
export function parsePipe(parser: Parser): PipeOperator {
  const first = parser.at;
  advance(parser);
  switch (codeAt(parser)) {
    case k.SELECT:
      return parsePipeSelect(parser, first);
    case k.EXTEND:
      return parsePipeExtend(parser, first);
    case k.SET:
      return parsePipeSet(parser, first);
    case k.DROP:
      return parsePipeDrop(parser, first);
    case k.AGGREGATE:
      return parsePipeAggregate(parser, first);
    case k.AS: {
      advance(parser);
      const alias = parseStrictName(parser, 'an alias');
      return { kind: 'pipe-as', first, last: lastRead(parser), alias };
    }
    case k.WHERE:
      return parseWhere(parser, first);
    case k.PIVOT:
    case k.UNPIVOT: {
      if (!isPivot(parser)) return parseMissing(parser, first);
      const pivot = parsePivot(parser);
      // Spark reads the other of the two as well, to say that it cannot follow.
      const isOther = isPivot(parser) && isNext(parser, pivot.kind === 'pivot' ? k.UNPIVOT : k.PIVOT);
      const other = isOther ? parsePivot(parser) : null;
      return { kind: 'pipe-pivot', first, last: lastRead(parser), pivot, other };
    }
    case k.TABLESAMPLE: {
      const sample = parseSample(parser);
      if (sample === null) return parseMissing(parser, first);
      return { kind: 'pipe-sample', first, last: lastRead(parser), sample };
    }
    default:
      return parseOther(parser, first);
  }
}

/** A word that begins a step, without what must follow it. */
function parseMissing(parser: Parser, first: number): PipeOperator {
  advance(parser);
  problemHere(parser, '`(`');
  return { kind: 'pipe-missing', first, last: lastRead(parser) };
}

/** A `WINDOW` may be read here, so that Spark can refuse it by name. */
function parseWhere(parser: Parser, first: number): PipeOperator {
  advance(parser);
  const condition = parser.rules.expression(parser);
  const windows = parseWindows(parser);
  return { kind: 'pipe-where', first, last: lastRead(parser), condition, windows };
}

/** A join, a set operation, what orders and cuts rows, or nothing. */
function parseOther(parser: Parser, first: number): PipeOperator {
  if (isJoin(parser)) {
    const join = parseJoin(parser, { takeLateral, parseRight: parseRelationPrimary });
    return { kind: 'pipe-join', first, last: lastRead(parser), join };
  }
  if (isSetOperator(codeAt(parser))) {
    const branch = parseSetBranchStep(parser);
    return { kind: 'pipe-set-operation', first, last: lastRead(parser), branch };
  }
  const organization = parseOrganization(parser);
  return { kind: 'pipe-organization', first, last: lastRead(parser), organization };
}
