import type { Random } from '../../samples/random.ts';
import type { Cut } from '../parity/spark-worker.ts';
import { leastUsed } from './least-used.ts';
import type { Undisturbed } from './scenario-player.ts';

/** A run that is cut off, and in some cases the run that mends it too. */
export interface PlannedCut {
  readonly run: Undisturbed;
  readonly cuts: readonly Cut[];
}

const tornShare = 0.4;
const againShare = 0.3;

/**
 * Chooses where the runs of one scenario are cut, one after the other in the same project. Every kind of side effect has its turn
 * before any of them has a second one.
 */
export function cutPlanner(random: Random) {
  const choose = leastUsed(random);
  return (runs: readonly Undisturbed[]): readonly PlannedCut[] =>
    runs.map((run) => {
      const places = run.effects.map((name, index) => ({ name, at: index + 1 }));
      const { at } = choose(places, ({ name }) => name);
      const again = random.chance(againShare) ? [cutAt(random.int(1, places.length), random)] : [];
      return { run, cuts: [cutAt(at, random), ...again] };
    });
}

function cutAt(at: number, random: Random): Cut {
  return { at, isTorn: random.chance(tornShare) };
}
