import { isDeepStrictEqual } from 'node:util';
import type { NewEvent } from '../../core/contracts/event.ts';
import { differences } from './compare.ts';
import type { Played } from './play-local.ts';
import type { TypedTable } from './typed-rows.ts';

/** How two engines' runs of the same dataset differ; empty when they agree. */
export function compareRuns(local: Played, spark: Played): readonly string[] {
  const lines: string[] = [];
  const same = (what: string, left: unknown, right: unknown) => {
    if (!isDeepStrictEqual(left, right))
      lines.push(`${what}: local ${JSON.stringify(left)}, spark ${JSON.stringify(right)}`);
  };
  same('outcome', endOf(local), endOf(spark));
  for (const [kind, left] of tellings(local.events)) {
    const right = tellings(spark.events).get(kind) ?? [];
    const only = (these: readonly string[], those: readonly string[], engine: string) => {
      for (const line of these.filter((each) => !those.includes(each)).slice(0, 3))
        lines.push(`only ${engine} tells ${line}`);
    };
    only(left, right, 'local');
    only(right, left, 'spark');
  }
  lines.push(...compareTables('target', local.target, spark.target));
  lines.push(...compareTables('quarantine', local.quarantine, spark.quarantine));
  return lines;
}

function compareTables(what: string, local: TypedTable | null, spark: TypedTable | null): readonly string[] {
  if (local === null && spark === null) return [];
  if (local !== null && spark !== null) return differences(what, local, spark);
  const { columns = [], rows = [] } = local ?? spark ?? {};
  // A first delivery that is refused leaves no table, or an empty one.
  if (rows.length === 0) return [];
  return [
    `${what}: only ${local === null ? 'spark' : 'local'} has it, ${columns.length} columns, ${rows.length} rows`,
  ];
}

function endOf({ outcome }: Played) {
  const { status, exitCode, code, counts } = outcome;
  return { status, exitCode, code, counts };
}

const kinds = ['file-seen', 'file-read', 'drift-seen', 'rule-result', 'warning'] as const;

/** What was told of each kind, sorted: the order within a stage is the engine's own. */
function tellings(events: readonly NewEvent[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    kinds.map((kind) => [
      kind,
      events
        .filter((event) => event.kind === kind)
        .map(tell)
        .toSorted(),
    ]),
  );
}

/** Text of an event with its members in one order; of a warning only its code, because its words may name a path. */
function tell(event: NewEvent): string {
  if (event.kind === 'warning') return `warning ${event.code}`;
  return JSON.stringify(
    Object.fromEntries(Object.entries(event).toSorted(([left], [right]) => (left < right ? -1 : 1))),
  );
}
