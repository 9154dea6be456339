// `npm test`: installs, builds and runs every test. `--coverage` adds the coverage report; other words go to vitest.
import { build } from './build.mjs';
import { packageFile, run } from './deps.mjs';

await build();
const code = run(process.execPath, [packageFile('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);
process.exitCode = code;
