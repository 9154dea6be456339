import { lastRead, type Parser } from '../../parser/parser.ts';
import type { AddedColumn, ColumnDefinition, ColumnOption } from '../../tree/column.ts';
import type { TypedField } from '../../tree/data-type.ts';
import { parseStrictName } from '../names.ts';
import { parseSettledColumn } from '../settled-name.ts';
import { finishField } from '../type/data-type.ts';
import { parseColumnOption, parseColumnPosition, parseGenerated } from './column-option.ts';

/** `a INT NOT NULL DEFAULT 1 COMMENT '…'`. */
export function parseColumnDefinition(parser: Parser): ColumnDefinition {
  const first = parser.at;
  const name = parseStrictName(parser, 'the name of a column');
  const type = parser.rules.dataType(parser);
  const options = parseOptions(parser, parseNewOption);
  return { first, last: lastRead(parser), name, type, options };
}

/** `a.b INT COMMENT '…' AFTER c`, as it is added to a table. */
export function parseAddedColumn(parser: Parser): AddedColumn {
  const first = parser.at;
  const name = parseSettledColumn(parser, 'the name of a column');
  const type = parser.rules.dataType(parser);
  const options = parseOptions(parser, parseAddedOption);
  return { first, last: lastRead(parser), name, type, options };
}

/** `a INT NOT NULL COMMENT '…'`, where a column can have no more than that. */
export function parseTypedColumn(parser: Parser): TypedField {
  const first = parser.at;
  return finishField(parser, first, parseStrictName(parser, 'the name of a column'));
}

function parseNewOption(parser: Parser): ColumnOption | null {
  return parseColumnOption(parser) ?? parseGenerated(parser);
}

function parseAddedOption(parser: Parser): ColumnOption | null {
  return parseColumnOption(parser) ?? parseColumnPosition(parser);
}

function parseOptions(
  parser: Parser,
  parseOption: (parser: Parser) => ColumnOption | null,
): readonly ColumnOption[] {
  const options: ColumnOption[] = [];
  // A `>` too many stands in the way of what could follow.
  for (let option = parser.taken === 0 ? parseOption(parser) : null; option !== null; ) {
    options.push(option);
    option = parseOption(parser);
  }
  return options;
}
