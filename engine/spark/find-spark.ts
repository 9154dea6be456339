import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SparkInstallation {
  readonly kind: 'spark';
  /** The `spark-submit` program. */
  readonly submit: string;
  /** As its files tell: `3.5.8`; null when they do not. */
  readonly version: string | null;
  /** The Python of the virtual environment that it is installed in; null when it is in none. */
  readonly python: string | null;
}

export interface MissingSpark {
  readonly kind: 'missing';
  /** One sentence: what was looked for, and what to do. */
  readonly message: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const isWindows = process.platform === 'win32';
const program = isWindows ? 'spark-submit.cmd' : 'spark-submit';
const bin = isWindows ? 'Scripts' : 'bin';

/**
 * The Spark at hand: what PISTEVO_SPARK_SUBMIT or SPARK_HOME names, one on the path, in the active or the project's virtual
 * environment, or the one that a checkout of this repository prepared for its tests. `root`: the project's folder.
 */
export function findSpark(
  environment: Environment,
  root: string | null,
  wanted: '3.5' | '4.0',
): SparkInstallation | MissingSpark {
  const named = namedSpark(environment);
  if (named !== null) {
    const [variable, submit] = named;
    if (existsSync(submit)) return describe(submit);
    return { kind: 'missing', message: `${variable} leads to \`${submit}\`, which is not there; mend it.` };
  }
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    ...[environment['VIRTUAL_ENV'], root === null ? undefined : join(root, '.venv')].flatMap((folder) =>
      folder === undefined || folder === '' ? [] : [join(folder, bin)],
    ),
    ...preparedFolders(wanted),
  ];
  const found = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
  if (found !== undefined) return describe(found);
  return {
    kind: 'missing',
    message: `There is no \`${program}\` here; install Spark ${wanted} with Java 17 (\`pip install pyspark==${wanted === '3.5' ? '3.5.8' : '4.0.5'}\`) and set SPARK_HOME, or put its \`spark-submit\` on the path.`,
  };
}

function namedSpark(environment: Environment): readonly [variable: string, submit: string] | null {
  const submit = environment['PISTEVO_SPARK_SUBMIT'] ?? '';
  if (submit !== '') return ['PISTEVO_SPARK_SUBMIT', submit];
  const home = environment['SPARK_HOME'] ?? '';
  return home === '' ? null : ['SPARK_HOME', join(home, 'bin', program)];
}

/** `.cache/spark/<version>` of a checkout that this file is in. */
function preparedFolders(wanted: '3.5' | '4.0'): readonly string[] {
  const folders: string[] = [];
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    folders.push(join(at, '.cache/spark', wanted, bin));
  }
  return folders;
}

function describe(submit: string): SparkInstallation {
  const python = join(dirname(submit), isWindows ? 'python.exe' : 'python');
  const isVirtual = existsSync(join(dirname(submit), '..', 'pyvenv.cfg')) && existsSync(python);
  const homes = [
    join(dirname(realpathSync(submit)), '..'),
    ...(isVirtual ? packagesOf(join(dirname(submit), '..')) : []),
  ];
  const version = homes.map(versionOf).find((found) => found !== null) ?? null;
  return { kind: 'spark', submit, version, python: isVirtual ? python : null };
}

function packagesOf(environment: string): readonly string[] {
  const lib = join(environment, isWindows ? 'Lib' : 'lib');
  const named = existsSync(lib) ? readdirSync(lib) : [];
  return [lib, ...named.map((name) => join(lib, name))].map((folder) =>
    join(folder, 'site-packages', 'pyspark'),
  );
}

/** The version in the name of Spark's own jar: asking `spark-submit --version` takes seconds. */
function versionOf(home: string): string | null {
  const jars = join(home, 'jars');
  if (!existsSync(jars)) return null;
  for (const name of readdirSync(jars)) {
    const version = /^spark-core_[\d.]+-(\d+\.\d+\.\d+)/.exec(name)?.[1];
    if (version !== undefined) return version;
  }
  return null;
}
