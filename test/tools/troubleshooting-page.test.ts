import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');

/** Codes that the engine stops a run with, read from its source: `new RunStop('<status>', '<code>', …)`. */
function stopCodes(): Set<string> {
  const files = readdirSync(join(root, 'engine'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = files.map((file) => readFileSync(join(root, 'engine', file), 'utf8'));
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/new RunStop\(\s*'[a-z]+',\s*'([a-z_]+)'/g)].map(([, code = '']) => code),
    ),
  );
}

/** The same of the runtime on Spark: `RunStop("<status>", "<code>", …)` and `RefusedError("<code>", …)`. */
function sparkStopCodes(): Set<string> {
  const files = readdirSync(join(root, 'scripts'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.py'),
  );
  const texts = files.map((file) => readFileSync(join(root, 'scripts', file), 'utf8'));
  const calls = /(?:RunStop\(\s*"[a-z]+",\s*|RefusedError\(\s*)"([a-z_]+[a-z])"/g;
  return new Set(texts.flatMap((text) => [...text.matchAll(calls)].map(([, code = '']) => code)));
}

it('the page on troubleshooting explains every code that the runtime on Spark can stop with', () => {
  const codes = sparkStopCodes();
  expect(codes.size).toBeGreaterThan(15);
  expect([...codes].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

it('the page on troubleshooting explains every code that a run can stop with', () => {
  const codes = stopCodes();
  expect(codes.size).toBeGreaterThan(15);
  expect([...codes].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
