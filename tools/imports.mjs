// Runs dependency-cruiser over the rooms. It exits 0 when it reads no module at all, so that is an error here.
import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import { root } from './deps.mjs';

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const result = await cruise(process.argv.slice(2), {
  ...config.options,
  baseDir: root,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
});
const { summary, modules } = result.output;
for (const violation of summary.violations) {
  console.error(`${violation.from}: ${violation.rule.name}: ${violation.to}`);
}
const own = modules.filter((module) => !module.source.includes('node_modules'));
if (own.length < 10)
  console.error(`only ${own.length} modules were read: the cruiser is not seeing the tree`);
process.exitCode = summary.violations.length > 0 || own.length < 10 ? 1 : 0;
