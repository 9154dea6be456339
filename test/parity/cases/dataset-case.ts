import type { Random } from '../../../samples/random.ts';
import { type ColumnCase, columnCase, type Temper } from './column-case.ts';
import { type DeliveredFile, deliveryCase } from './delivery-case.ts';
import { fileLayout, formatEntry } from './file-case.ts';
import { fixedColumns, keyTypes, type ParentKey } from './fixed-columns.ts';
import { tableChecks } from './table-checks.ts';

/** A dataset as both YAML files say it, and what is delivered, one list of files a delivery. */
export interface DatasetCase {
  readonly name: string;
  readonly source: Readonly<Record<string, unknown>>;
  /** The entry of the schema file while delivery `number`, from 0, is ingested: columns are added later. */
  table(number: number): Readonly<Record<string, unknown>>;
  /** Files by their path inside the source folder. */
  readonly deliveries: readonly (readonly DeliveredFile[])[];
  /** Whether somebody takes a rejected delivery out of the source before delivery `number` comes. */
  readonly clears: readonly boolean[];
  /** Columns with rules and texts of their own. */
  readonly cases: number;
  readonly key: ParentKey;
}

export interface DatasetSize {
  readonly columns: number;
  readonly rows: number;
  readonly deliveries: number;
}

export interface DatasetOptions {
  readonly size: DatasetSize;
  /** One that it may refer to. */
  readonly parent: ParentKey | null;
  /** Others refer to it: it has one key, and little that refuses its deliveries. */
  readonly isParent: boolean;
}

/** A random dataset. */
export function datasetCase(
  name: string,
  random: Random,
  { size, parent, isParent }: DatasetOptions,
): DatasetCase {
  const layout = fileLayout(random);
  const load = isParent ? 'upsert' : random.pick(['upsert', 'upsert', 'upsert', 'append', 'replace']);
  const isHashed = random.chance(0.15);
  const key = isHashed ? { type: 'string', mask: 'hash' } : { type: random.pick(keyTypes), mask: null };
  const refers = parent !== null && random.chance(0.6);
  const columns = [...fixedColumns(random, key, refers ? parent : null), ...ruledColumns(size, random)];
  const readyMarker = random.chance(0.1) ? '_READY' : null;
  const deliveries: (readonly DeliveredFile[])[] = [];
  for (let number = 0; number < size.deliveries; number += 1) {
    const known = columns.filter(({ since }) => since <= number);
    const earlier = deliveries.flat();
    deliveries.push(deliveryCase(known, { layout, rows: size.rows, number, random, earlier, readyMarker }));
  }
  return {
    name,
    cases: columns.length,
    key: { dataset: name, ...key },
    source: {
      path: `source/${name}/`,
      format: formatEntry(layout),
      ready_marker: readyMarker,
      ...sourceEntry(random, load, isParent),
    },
    table: tableEntry(columns, load, random),
    deliveries,
    clears: deliveries.map(() => random.chance(0.7)),
  };
}

/** Nearly all mild in a wide table: of fifty strict columns one would set nearly every record aside. */
function ruledColumns({ columns, deliveries }: DatasetSize, random: Random): readonly ColumnCase[] {
  const tempers: readonly Temper[] =
    columns < 20 ? ['strict', 'fatal'] : ['strict', 'strict', 'strict', 'strict', 'fatal', 'fatal', 'fatal'];
  return Array.from({ length: columns }, (_, at) => {
    const made = columnCase(`c${at}`, random, tempers[at] ?? 'mild');
    const isLate = at === columns - 1 && deliveries > 1 && random.chance(0.2);
    return isLate ? { ...made, since: random.int(1, deliveries - 1) } : made;
  });
}

function sourceEntry(random: Random, load: string, isParent: boolean): Readonly<Record<string, unknown>> {
  const cdc = random.pick(['', 'at', 'level', 'word', 'moment']);
  const isKeyed = load === 'upsert' || random.chance(0.5);
  const wholeKey = random.chance(0.7) ? 'id' : ['id', 'part'];
  const most = random.chance(0.9) ? 1 : 0.1;
  return {
    merge_key: isParent ? 'id' : isKeyed ? wholeKey : [],
    cdc_key: load === 'upsert' ? cdc : '',
    load,
    time_zone: random.pick(['UTC', 'UTC', 'Europe/Berlin', 'America/New_York']),
    on_drift: random.pick(isParent ? ['warn', 'ignore'] : ['warn', 'warn', 'ignore', 'fail']),
    on_redelivery: random.pick(['skip', 'skip', 'ingest', 'fail']),
    order_by: random.pick(['path', 'modified']),
    recursive: random.chance(0.5),
    allow_empty: random.chance(0.5),
    settle_seconds: random.chance(0.15) ? 60 : 0,
    expect: {
      max_bad: isParent ? 1 : most,
      ...(random.chance(0.1) && { min_rows: random.pick([1, 10]) }),
      ...(random.chance(0.2) && { hours_late: 1 }),
    },
  };
}

function tableEntry(columns: readonly ColumnCase[], load: string, random: Random): DatasetCase['table'] {
  const partitions = [['part'], ['word'], ['at'], ['level', 'part'], ['moment']];
  const tombstones = ["word = 'zz'", 'level = 3', "at IS NULL AND word <> 'a'"];
  const more = {
    checks: tableChecks(random),
    ...(random.chance(0.3) && { partition_by: random.pick(partitions) }),
    ...(load !== 'append' && random.chance(0.3) && { delete_when: random.pick(tombstones) }),
  };
  return (number) => ({
    columns: Object.fromEntries(
      columns.filter(({ since }) => since <= number).map(({ name, entry }) => [name, entry]),
    ),
    ...more,
  });
}
