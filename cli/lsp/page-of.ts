import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Finds the address of the page about a finding's code; null where the pages were not installed. */
export function createPages(): (code: string) => string | null {
  const folder = pagesFolder();
  const known = new Map<string, string | null>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined || folder === null) return before ?? null;
    const page = join(folder, `${code}.md`);
    const address = existsSync(page) ? pathToFileURL(page).href : null;
    known.set(code, address);
    return address;
  };
}

function pagesFolder(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (; folder !== dirname(folder); folder = dirname(folder)) {
    const pages = join(folder, 'docs/findings');
    if (existsSync(pages)) return pages;
    if (existsSync(join(folder, 'package.json'))) return null;
  }
  return null;
}
