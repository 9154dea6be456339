import { findJava, javaOf } from '../../engine/spark/find-java.ts';
import { findSpark, type SparkInstallation } from '../../engine/spark/find-spark.ts';
import type { CommandContext } from '../terminal/context.ts';
import type { Symptom } from './examine.ts';

type Version = '3.5' | '4.0';

/** Whether `--engine spark` would work; that there is no Spark keeps nothing from running here. */
export async function spark(root: string, wanted: Version, context: CommandContext): Promise<Symptom> {
  const found = findSpark(context.environment, root, wanted);
  const name = 'spark';
  if (found.kind === 'missing') {
    const isNamed = !found.message.startsWith('There is no ');
    return isNamed
      ? { state: 'warning', name, text: found.message }
      : { state: 'ok', name, text: 'none is here; only `--engine spark` needs one' };
  }
  const what = `Spark ${found.version ?? 'of an unknown version'}, ${found.submit}`;
  if (found.version !== null && !found.version.startsWith(`${wanted}.`)) {
    const text = `${what}; the plans are made for Spark ${wanted}: set \`spark.version\` in conf/config.yaml, or use that one.`;
    return { state: 'warning', name, text };
  }
  return withJava(found, { what, wanted }, context);
}

async function withJava(
  found: SparkInstallation,
  { what, wanted }: { readonly what: string; readonly wanted: Version },
  context: CommandContext,
): Promise<Symptom> {
  const name = 'spark';
  const fitting = javaOf[found.version?.startsWith('4.') === true ? '4.0' : wanted];
  const { program, major } = await findJava(context.environment);
  if (major === null) {
    const text = `${what}, and no Java that it could start (\`${program}\`); install Java 17 and set JAVA_HOME.`;
    return { state: 'warning', name, text };
  }
  if (!fitting.includes(major)) {
    const text = `${what}, which does not run on Java ${major} (\`${program}\`); install Java 17 and set JAVA_HOME.`;
    return { state: 'warning', name, text };
  }
  return { state: 'ok', name, text: `${what}, Java ${major}` };
}
