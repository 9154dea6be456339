// Lint, format and types of the Python, with the pinned tools.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../deps.mjs';
import { preparePython } from './prepare.mjs';

const folders = ['scripts', 'test/spark', 'test/parity', 'bench/spark'];

/** Answers an exit code; without a Python it says so, which is a failure only where everything must be checked. */
export function checkPython() {
  const prepared = preparePython('3.5');
  if (prepared.kind === 'missing') {
    console.log(`not checked: ${prepared.what}`);
    return process.env.CI ? 1 : 0;
  }
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  const tools = [
    ['ruff', 'check', '--quiet', ...present],
    ['ruff', 'format', '--check', '--quiet', ...present],
    ['mypy', '--no-error-summary', ...present],
  ];
  return tools.filter((tool) => run(prepared.python, ['-m', ...tool]) !== 0).length > 0 ? 1 : 0;
}
