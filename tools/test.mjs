// `npm test`: installs, builds and runs every test: vitest, those on a real Spark one after the other, and last those inside a
// real VS Code. Words go to vitest, which then runs alone, or to the tests on Spark when they name something in test/spark or
// test/parity; `--coverage` adds the coverage report.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { packageFile, root, run } from './deps.mjs';
import { sparkParts } from './spark/spark-parts.mjs';

await build();
const words = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'pistevo-counts-'));
const sum = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];
for (const [at, part] of chooseParts().entries()) {
  if (part.missing !== undefined) {
    notRun.push(part.missing);
    continue;
  }
  const file = join(folder, `${at}.json`);
  const env = { ...(part.env ?? process.env), PISTEVO_TEST_COUNTS: file };
  const code = run(part.command ?? process.execPath, part.args, { env });
  const counts = readCounts(file);
  for (const name of Object.keys(sum)) sum[name] += counts[name];
  if (code !== 0 && counts.failed === 0) sum.failed += 1;
}
rmSync(folder, { recursive: true });
for (const why of notRun) console.log(`not run: ${why}`);
// What a contributor may do without, continuous integration may not.
if (process.env.CI) sum.failed += notRun.length;
const tail = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`${sum.passed} passed, ${sum.failed} failed${tail}`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

function chooseParts() {
  if (words.some((word) => /^(\.\/)?test\/(spark|parity)\b/.test(word))) return sparkParts(words);
  const vitest = { args: [packageFile('vitest/vitest.mjs'), 'run', ...words] };
  if (words.length > 0) return [vitest];
  return [vitest, ...sparkParts(), { args: ['--import', 'tsx', join(root, 'test/editor/main.ts')] }];
}

/** What a part wrote down; one that died before counts as one failure. */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
