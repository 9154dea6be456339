import type { Random } from '../../../samples/random.ts';
import type { ColumnCase } from './column-case.ts';

/** The key of a parent, as its children have to spell it. */
export interface ParentKey {
  readonly dataset: string;
  readonly type: string;
  readonly mask: string | null;
}

const ids = Array.from({ length: 60 }, (_, at) => String(at + 1));
export const keyTypes = ['string', 'string', 'int', 'bigint', 'decimal(9,0)'] as const;

function few(values: readonly string[], share = 0.02) {
  return (source: Random) => (source.chance(share) ? source.pick(['', ' ', 'x']) : source.pick(values));
}

/** A key as files spell it: few values, so that records meet, with blanks around some. */
function keyText(type: string) {
  const others = type === 'string' ? [' 7', '7 ', '\t7'] : ['7.0', '+8', ' 9'];
  return few([...ids, ...others]);
}

/** Columns that keys, order, partitions and references need. */
export function fixedColumns(
  random: Random,
  key: Omit<ParentKey, 'dataset'>,
  parent: ParentKey | null,
): readonly ColumnCase[] {
  const mask = key.mask === null ? {} : { mask: key.mask };
  const columns: readonly Omit<ColumnCase, 'since'>[] = [
    { name: 'id', entry: { type: key.type, ...mask }, text: keyText(key.type) },
    { name: 'part', entry: { type: 'string' }, text: few(['a', 'b', 'A', 'a/b=%20 ü', '..', "it's"]) },
    { name: 'word', entry: { type: 'string' }, text: few(['a', 'b', 'zz', 'B', 'é', '', ' a']) },
    { name: 'level', entry: { type: 'int', on_cast: 'nullify' }, text: few(['1', '2', '3', '3.0', '', 'x']) },
    {
      name: 'at',
      entry: { type: 'date', on_cast: random.pick(['nullify', 'quarantine']) },
      text: few(['2024-01-01', '1/2/2024', '2024-01-03', ' 2024-01-03', '']),
    },
    {
      name: 'moment',
      entry: { type: 'timestamp', on_cast: 'nullify' },
      text: few([
        '2024-01-01 10:00:00',
        '2024-01-01T10:00:00Z',
        '2024-03-31 02:30',
        '2024-01-01 10:00:00.1',
        '',
      ]),
    },
    ...(random.chance(0.35) ? [tagColumn(random)] : []),
    ...(parent === null ? [] : [childColumn(random, parent)]),
  ];
  return columns.map((column) => ({ since: 0, ...column }));
}

/** Nearly always told apart where an error would follow, often the same where only a warning does. */
function tagColumn(random: Random): Omit<ColumnCase, 'since'> {
  const severity = random.pick(['error', 'warn']);
  const most = severity === 'warn' ? 60 : 1_000_000;
  return {
    name: 'tag',
    entry: { type: random.pick(['string', 'int']), unique: true, severity: { unique: severity } },
    text: (source) => (source.chance(0.03) ? '' : String(source.int(1, most))),
  };
}

function childColumn(random: Random, parent: ParentKey): Omit<ColumnCase, 'since'> {
  const severity = random.pick(['quarantine', 'quarantine', 'quarantine', 'warn', 'nullify', 'error']);
  const column = `${parent.dataset}.id`;
  return {
    name: 'of',
    entry: {
      type: parent.type,
      ...(parent.mask !== null && { mask: parent.mask }),
      references: random.pick([column, { to: column, retry_days: random.pick([0, 7]) }]),
      severity: { references: severity },
    },
    text: severity === 'error' ? few(['', '', '', '1', '2'], 0.01) : few([...ids.slice(0, 40), '']),
  };
}
