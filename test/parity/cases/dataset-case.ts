import type { Random } from '../../../samples/random.ts';
import { type ColumnCase, columnCase } from './column-case.ts';
import { type FileLayout, fileLayout, formatEntry, packFile, renderFile } from './file-case.ts';

/** A dataset as both YAML files say it, and what is delivered, one list of files a delivery. */
export interface DatasetCase {
  readonly name: string;
  readonly source: Readonly<Record<string, unknown>>;
  readonly table: Readonly<Record<string, unknown>>;
  /** Files by their path inside the source folder. */
  readonly deliveries: readonly (readonly (readonly [file: string, bytes: Buffer])[])[];
  /** Columns with rules and texts of their own. */
  readonly cases: number;
}

export interface DatasetSize {
  readonly columns: number;
  readonly rows: number;
  readonly deliveries: number;
}

/** A random dataset; `parent` names one with the key `id`, for references. */
export function datasetCase(
  name: string,
  random: Random,
  { size, parent }: { readonly size: DatasetSize; readonly parent: string | null },
): DatasetCase {
  const layout = fileLayout(random);
  const load = random.pick(['upsert', 'upsert', 'upsert', 'append', 'replace']);
  const columns = Array.from({ length: size.columns }, (_, at) =>
    columnCase(`c${at}`, random, at % 5 === 0 && size.columns < 20),
  );
  const cdc = random.pick([null, 'at', 'level', 'word']);
  const hasTombstones = load === 'upsert' && random.chance(0.25);
  const isReferring = parent !== null && random.chance(0.6);
  const fixed = fixedColumns(random, isReferring ? parent : null);
  return {
    name,
    cases: columns.length,
    source: {
      path: `source/${name}/`,
      merge_key: load === 'upsert' || random.chance(0.5) ? mergeKey(random) : [],
      cdc_key: load === 'upsert' ? (cdc ?? '') : '',
      load,
      format: formatEntry(layout),
      time_zone: random.pick(['UTC', 'UTC', 'Europe/Berlin', 'America/New_York']),
      on_drift: random.pick(['warn', 'warn', 'ignore', 'fail']),
      on_redelivery: random.pick(['skip', 'skip', 'ingest', 'fail']),
      recursive: random.chance(0.2),
      allow_empty: random.chance(0.5),
      expect: { max_bad: random.chance(0.9) ? 1 : 0.1 },
    },
    table: {
      columns: Object.fromEntries([...fixed, ...columns].map((column) => [column.name, column.entry])),
      checks: rowChecks(random),
      ...(hasTombstones && { delete_when: "word = 'zz'" }),
    },
    deliveries: Array.from({ length: size.deliveries }, (_, at) =>
      delivery([...fixed, ...columns], { layout, rows: size.rows, number: at, random }),
    ),
  };
}

function mergeKey(random: Random): string | readonly string[] {
  return random.chance(0.7) ? 'id' : ['id', 'part'];
}

/** Columns that keys, order and references need: few values, so that records meet. */
function fixedColumns(random: Random, parent: string | null): readonly ColumnCase[] {
  const few = (values: readonly string[], share = 0.02) => ({
    text: (source: Random) => (source.chance(share) ? source.pick(['', ' ', 'x']) : source.pick(values)),
  });
  const ids = Array.from({ length: 60 }, (_, at) => String(at + 1));
  const keyType = random.pick(['string', 'int']);
  return [
    { name: 'id', entry: { type: keyType }, ...few([...ids, ' 7', '7 ']) },
    { name: 'part', entry: { type: 'string' }, ...few(['a', 'b', 'A']) },
    { name: 'word', entry: { type: 'string' }, ...few(['a', 'b', 'zz', 'B', 'é', '']) },
    { name: 'level', entry: { type: 'int', on_cast: 'nullify' }, ...few(['1', '2', '3', '3.0', '', 'x']) },
    {
      name: 'at',
      entry: { type: 'date', on_cast: random.pick(['nullify', 'quarantine']) },
      ...few(['2024-01-01', '1/2/2024', '2024-01-03', ' 2024-01-03', '']),
    },
    ...(parent === null
      ? []
      : [
          {
            name: 'of',
            entry: {
              type: keyType,
              references: random.pick([`${parent}.id`, { to: `${parent}.id`, retry_days: 7 }]),
              severity: { references: random.pick(['quarantine', 'quarantine', 'warn', 'nullify']) },
            },
            ...few([...ids.slice(0, 40), '']),
          },
        ]),
  ];
}

const checks = [
  "level >= 1 OR word = 'a'",
  "at >= '2024-01-02'",
  'length(word) < 2 AND level IS NOT NULL',
  "upper(word) IN ('A', 'B')",
  "CASE WHEN level > 1 THEN word <> 'b' ELSE TRUE END",
  'level * 2 BETWEEN 1 AND 4',
  "word LIKE '%a%' OR coalesce(word, 'z') = 'z'",
  "substr(trim(part), 1, 1) = 'a'",
  "coalesce(part, '') <> 'A'",
];

function rowChecks(random: Random): readonly Readonly<Record<string, unknown>>[] {
  return random.sample(checks, random.int(0, 2)).map((check, at) => ({
    name: `check_${at + 1}`,
    expr: check,
    severity: random.pick(['quarantine', 'warn']),
  }));
}

interface DeliveryOptions {
  readonly layout: FileLayout;
  readonly rows: number;
  readonly number: number;
  readonly random: Random;
}

/** One to three files; columns may be in another order, a column new, or the file a copy of the one before. */
function delivery(
  columns: readonly ColumnCase[],
  { layout, rows, number, random }: DeliveryOptions,
): readonly (readonly [string, Buffer])[] {
  const count = random.int(1, 3);
  const files = Array.from({ length: count }, (_, at): readonly [string, Buffer] => {
    const isMoved = layout.hasHeader && random.chance(0.3);
    const order = isMoved ? random.sample(columns, columns.length) : columns;
    const extra = layout.hasHeader && random.chance(0.1) ? ['surplus'] : [];
    const header = [
      ...order.map(({ name }) => (random.chance(0.1) ? ` ${name.toUpperCase()} ` : name)),
      ...extra,
    ];
    const length = random.chance(0.05) ? 0 : random.int(1, Math.ceil((2 * rows) / count));
    const content = Array.from({ length }, () => [...order.map((column) => column.text(random)), ...extra]);
    const name = `${random.pick(['', '', 'ä ', "it's ", 'a+b=%20 '])}d${number}_${at}.csv`;
    return packFile(name, renderFile({ header, rows: content }, layout, random), random);
  });
  const [first] = files;
  const again: readonly (readonly [string, Buffer])[] =
    first !== undefined && random.chance(0.1) ? [[`again_${first[0]}`, first[1]]] : [];
  const empty: readonly (readonly [string, Buffer])[] = random.chance(0.1)
    ? [[`empty_${number}.csv`, Buffer.alloc(0)]]
    : [];
  return [...files, ...again, ...empty];
}
