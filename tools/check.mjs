// `npm run check`: types, lint and format of TypeScript and Python, import walls, purity of core, file sizes, generated files.
import { join } from 'node:path';
import { ensureDependencies, packageFile, root, run } from './deps.mjs';
import { checkPython } from './spark/check-python.mjs';

ensureDependencies();

const node = process.execPath;
const rooms = ['core', 'engine', 'server', 'cli', 'client', 'webview'];
const steps = [
  ['types', node, [packageFile('typescript/bin/tsc'), '-b']],
  ['lint and format', node, [packageFile('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['imports', node, [join(root, 'tools/imports.mjs'), ...rooms]],
  ['core and server bundle for a browser', node, [join(root, 'tools/browser.mjs')]],
  ['file sizes', node, [join(root, 'tools/sizes.mjs')]],
  ['generated schemas', node, [join(root, 'tools/schemas.mjs'), '--check']],
];

let failed = 0;
for (const [name, command, args] of steps) tell(name, run(command, args));
tell('Python', checkPython());
process.exitCode = failed === 0 ? 0 : 1;

function tell(name, code) {
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  if (code !== 0) failed += 1;
}
