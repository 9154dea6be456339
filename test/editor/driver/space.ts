import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageExtension } from '../../../tools/package.mjs';

export const repository = join(import.meta.dirname, '../../..');

/** A folder for everything that a call of the tests writes. */
export function prepareSpace(): string {
  return mkdtempSync(join(tmpdir(), 'pistevo-editor-'));
}

/** Packages the extension when it is first asked for: with the engine of this platform, or universal. */
export function packageOnce(space: string): (what: 'package' | 'universal') => Promise<string> {
  const made = new Map<string, Promise<string>>();
  return (what) => {
    const platform = what === 'package' ? `${process.platform}-${process.arch}` : null;
    const known = made.get(what) ?? packageExtension(platform, space);
    made.set(what, known);
    return known;
  };
}

/** An extension with nothing in it: what is tested is then what is installed. */
export function layHarnessExtension(space: string): string {
  const folder = join(space, 'harness');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: 'harness',
    publisher: 'pistevo-tests',
    version: '0.0.1',
    engines: { vscode: '*' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
