// The Python tests as parts of `npm test`: on Spark 3.5, and in continuous integration those that are marked so on 4.0 too.
import { prepareSpark } from './prepare.mjs';

/**
 * Parts to run, `{ command, args, env }`, and for each Spark that is not there a `{ missing }`: the reason, and what to do.
 * `words` go to pytest.
 */
export function pytestParts(words = []) {
  return [['3.5', []], ...(process.env.CI ? [['4.0', ['-m', 'spark4']]] : [])].map(([version, only]) => {
    const prepared = prepareSpark(version);
    if (prepared.kind === 'missing')
      return { missing: `The tests on Spark ${version} were not run: ${prepared.what}.` };
    return { command: prepared.python, args: ['-m', 'pytest', ...only, ...words], env: prepared.env };
  });
}
