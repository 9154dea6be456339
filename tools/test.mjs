// `npm test`: installs, builds and runs every test, those inside a real VS Code last. Words go to vitest, which then runs
// alone; `--coverage` adds the coverage report.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { packageFile, root, run } from './deps.mjs';

await build();
const words = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'pistevo-counts-'));
const parts = [[packageFile('vitest/vitest.mjs'), 'run', ...words]];
if (words.length === 0) parts.push(['--import', 'tsx', join(root, 'test/editor/main.ts')]);

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const [at, args] of parts.entries()) {
  const file = join(folder, `${at}.json`);
  const code = run(process.execPath, args, { env: { ...process.env, PISTEVO_TEST_COUNTS: file } });
  const counts = readCounts(file);
  for (const name of Object.keys(sum)) sum[name] += counts[name];
  if (code !== 0 && counts.failed === 0) sum.failed += 1;
}
rmSync(folder, { recursive: true });
const tail = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`${sum.passed} passed, ${sum.failed} failed${tail}`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

/** What a part wrote down; one that died before counts as one failure. */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
