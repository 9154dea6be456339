import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LookedPage, LookedWorkbench } from '../../../tools/editor/look.mjs';
import { NotRun } from './suite.ts';
import { waitFor } from './wait-for.ts';

/** What stands in the editor's window. */
export interface Look {
  readonly pages: readonly LookedPage[];
  readonly workbench: LookedWorkbench;
}

let looks = 0;

/** Asks whoever drives the window what stands in it, until it is what is waited for. */
export async function lookUntil<T>(what: string, find: (look: Look) => T | null | undefined): Promise<T> {
  const folder = process.env['PISTEVO_LOOKS'];
  if (folder === undefined) throw new NotRun('nobody looks at the window of this editor from outside');
  return waitFor(
    what,
    async () => {
      looks += 1;
      const name = join(folder, `${process.pid}-${looks}`);
      writeFileSync(`${name}.asked`, '');
      await waitFor('a look', () => existsSync(`${name}.json`), 10_000);
      return find(JSON.parse(readFileSync(`${name}.json`, 'utf8')) as Look);
    },
    25_000,
  ) as Promise<T>;
}
