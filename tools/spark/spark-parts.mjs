// The tests on a real Spark as parts of `npm test`, one JVM at a time: pytest, in continuous integration on 4.0 too for those
// that are marked so, and what vitest compares with the local engine.
import { packageFile } from '../deps.mjs';
import { prepareSpark } from './prepare.mjs';

/**
 * Parts to run, `{ command, args, env }`, and for each Spark that is not there a `{ missing }`: the reason, and what to do.
 * `words` name tests; without any, all are run.
 */
export function sparkParts(words = []) {
  const isTypeScript = (word) => /\.ts$/.test(word) || word.includes('test/parity');
  const named = {
    python: words.filter((word) => !isTypeScript(word)),
    typeScript: words.filter(isTypeScript),
  };
  const isAll = words.length === 0;
  const parts = [];
  if (isAll || named.python.length > 0) {
    parts.push(onSpark('3.5', ['-m', 'pytest', ...named.python]));
    if (process.env.CI) parts.push(onSpark('4.0', ['-m', 'pytest', '-m', 'spark4', ...named.python]));
  }
  if (isAll || named.typeScript.length > 0) {
    const vitest = [packageFile('vitest/vitest.mjs'), 'run', '--config', 'vitest.spark.config.ts'];
    const prepared = prepareSpark('3.5');
    parts.push(
      prepared.kind === 'missing'
        ? missing('3.5', prepared.what)
        : { args: [...vitest, ...named.typeScript], env: { ...process.env } },
    );
  }
  return parts;
}

function onSpark(version, args) {
  const prepared = prepareSpark(version);
  if (prepared.kind === 'missing') return missing(version, prepared.what);
  return { command: prepared.python, args, env: prepared.env };
}

function missing(version, what) {
  return { missing: `The tests on Spark ${version} were not run: ${what}.` };
}
