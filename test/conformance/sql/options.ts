import { parseArgs } from 'node:util';
import { type SparkVersion, sparkVersions } from '../../../tools/spark/prepare.mjs';

export interface ScoreOptions {
  readonly versions: readonly SparkVersion[];
  readonly ansi: boolean;
  readonly seed: number;
  readonly isHeldOut: boolean;
  readonly kind: string | null;
  readonly show: number;
  /** Where failures are written by class; null for nowhere. */
  readonly failures: string | null;
  readonly write: boolean;
  /** Falls are written too: the corpus has changed, and not the parser alone. */
  readonly anew: boolean;
}

/** Seeds that parsers are tuned with, and one that nobody looks into: its failures are never shown. */
export const tuningSeed = 1;
export const heldOutSeed = 7_654_321;

export function readOptions(args: readonly string[]): ScoreOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      version: { type: 'string' },
      ansi: { type: 'boolean', default: false },
      seed: { type: 'string' },
      'held-out': { type: 'boolean', default: false },
      kind: { type: 'string' },
      show: { type: 'string', default: '0' },
      failures: { type: 'string' },
      write: { type: 'boolean', default: false },
      anew: { type: 'boolean', default: false },
    },
  });
  const versions = values.version === undefined ? sparkVersions : [values.version as SparkVersion];
  const unknown = versions.find((version) => !sparkVersions.includes(version));
  if (unknown !== undefined) throw new Error(`There is no Spark ${unknown} here: 3.5 or 4.0.`);
  const isHeldOut = values['held-out'];
  if (isHeldOut && (values.show !== '0' || values.failures !== undefined || values.seed !== undefined))
    throw new Error(
      'What is held out is not shown, or it would be tuned to: leave out --show, --failures and --seed.',
    );
  return {
    versions,
    isHeldOut,
    ansi: values.ansi,
    seed: isHeldOut ? heldOutSeed : Number(values.seed ?? tuningSeed),
    kind: values.kind ?? null,
    show: Number(values.show),
    failures: values.failures ?? null,
    write: values.write,
    anew: values.anew,
  };
}
