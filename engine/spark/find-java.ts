import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface JavaFacts {
  /** The program that Spark would start. */
  readonly program: string;
  /** 8, 11, 17, 21, …; null when it cannot be started. */
  readonly major: number | null;
}

const run = promisify(execFile);

/** The Java that Spark would start: that of JAVA_HOME, or the one on the path. */
export async function findJava(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<JavaFacts> {
  const home = environment['JAVA_HOME'] ?? '';
  const program = home === '' ? 'java' : join(home, 'bin', 'java');
  try {
    const { stdout, stderr } = await run(program, ['-version'], { env: { ...environment } });
    return { program, major: majorOf(stdout + stderr) };
  } catch {
    // Not there, or not a Java: either way Spark cannot start it.
    return { program, major: null };
  }
}

/** `version "17.0.15"` is 17, and `version "1.8.0_412"` is 8. */
export function majorOf(text: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  if (first === undefined) return null;
  return Number(first === '1' ? second : first);
}

/** Versions of Java that a version of Spark runs on (Spark's overviews, "Downloading"). */
export const javaOf: Readonly<Record<'3.5' | '4.0', readonly number[]>> = {
  '3.5': [8, 11, 17],
  '4.0': [17, 21],
};
