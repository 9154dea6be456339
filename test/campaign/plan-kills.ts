import type { Random } from '../../samples/random.ts';
import { leastUsed } from './least-used.ts';
import type { Victim } from './process-tree.ts';
import type { Undisturbed } from './scenario-player.ts';
import type { DriverEnd, Moment, Way } from './spark-driver.ts';

/** A driver that is killed, and in some cases the one that mends it too; the last one is left in peace. */
export interface PlannedKill {
  readonly run: Undisturbed;
  readonly way: Way;
  /** What runs after the kills: a driver of its own, or a Spark that is warm. */
  readonly mender: Way | 'warm';
  readonly moments: readonly Moment[];
}

const againShare = 0.3;
/** A mending run has to do with what was left behind in its first side effects. */
const mendingEffects = 14;
const halfDoneMs = 40;

/** What a side effect belongs to: every group has its turn before any has a second one. */
export function groupOf(effect: string, dataset: string): string {
  const table = new RegExp(`\\b(CREATE EXTERNAL TABLE|ALTER TABLE|CREATE VIEW|ALTER VIEW) ${dataset}( |$)`);
  if (table.test(effect)) return 'the move of the table';
  const groups: readonly (readonly [RegExp, string])[] = [
    [/released/, 'release of the lock'],
    [/pistevo__?locks|holder|<epoch>|\.now/, 'lock'],
    [/^rows stage/, 'staged rows'],
    [/^rows data/, 'snapshot'],
    [/^rows/, 'quarantine'],
    [/_runs/, 'run record'],
    [/<delivered>/, 'archive'],
    [/__v_<run>|partitions\.json/, 'table of partitions'],
    [/commit\.json|ledger/, 'commit file'],
    [/^(CREATE|ALTER|DROP)|done|_swept/, 'tables that follow'],
  ];
  return groups.find(([pattern]) => pattern.test(effect))?.[1] ?? 'other';
}

export interface KillOptions {
  /** Milliseconds from a driver's start to each event that it tells. */
  readonly pace: DriverEnd['milestones'];
  readonly random: Random;
}

/**
 * Plans kills for the runs of a scenario, one after the other in the same project: every other one at a side effect, the others a
 * while after an event. What came least often comes next.
 */
export function killPlanner({ pace, random }: KillOptions) {
  const choose = leastUsed(random);
  const events = [...pace.keys()].filter((name) => name !== 'end' && !/^stage-ended (?!archive)/.test(name));
  let count = 0;
  return (runs: readonly Undisturbed[], victims: readonly Victim[]): readonly PlannedKill[] =>
    runs.map((run) => {
      count += 1;
      const way = random.pick(['cli', 'submit'] as const);
      const mender = random.pick(['cli', 'submit', 'warm', 'warm'] as const);
      const victim = random.pick(victims);
      const again = random.chance(againShare) ? [effectAt(random.int(1, mendingEffects), random)] : [];
      if (count % 2 === 1 && victim === 'tree') {
        const places = run.effects.map((name, index) => ({
          group: groupOf(name, run.step.dataset),
          at: index + 1,
        }));
        const { at } = choose(places, ({ group }) => group);
        return { run, way, mender, moments: [effectAt(at, random), ...again] };
      }
      const after = choose(events, (name) => name);
      const delayMs = random.int(0, Math.round(untilNext(pace, after)));
      return { run, way, mender, moments: [{ kind: 'event', after, delayMs, victim }, ...again] };
    });
}

/** Just before a side effect, or while it happens. */
function effectAt(at: number, random: Random): Moment {
  return { kind: 'effect', at, afterMs: random.chance(0.5) ? null : random.int(0, halfDoneMs) };
}

/** How long it took an undisturbed driver to come to the next event, in milliseconds. */
function untilNext(pace: DriverEnd['milestones'], after: string): number {
  const at = pace.get(after) ?? 0;
  const later = [...pace.values()].filter((time) => time > at);
  return Math.min(...later) - at;
}
