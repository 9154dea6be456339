import { randomBytes } from 'node:crypto';

/** A run's id: sorts by time, tells the dataset, is a safe file name: `20261122T235427Z-claim-ab12`. */
export function newRunId(dataset: string, now: Date): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const name = dataset.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 40);
  return `${time}-${name}-${randomBytes(2).toString('hex')}`;
}

/** Whether a text has the form of a run id; folders of other names are not ours. */
export function isRunId(text: string): boolean {
  return /^\d{8}T\d{6}Z-[A-Za-z0-9_-]*-[0-9a-f]{4}$/.test(text);
}
