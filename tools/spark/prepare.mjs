// Pinned PySpark in a virtual environment a version, in the ignored .cache/spark/<version>: `node tools/spark/prepare.mjs 3.5`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../deps.mjs';
import { ensureJava, findJava } from './java.mjs';

export const sparkVersions = ['3.5', '4.0'];
const requirements = join(root, 'tools/spark');
const oldest = [3, 9];
/** 3.11 first: the newest that Spark 3.5 names. */
const names = ['python3.11', 'python3.12', 'python3.10', 'python3.9', 'python3.13', 'python3', 'python'];
const howToInstall =
  'install Python 3.9 to 3.13 with its `venv` (Debian and Ubuntu: `apt-get install python3 python3-venv`), or name one in PISTEVO_PYTHON';

function folderOf(version) {
  return join(root, '.cache', 'spark', version);
}

/** Path of a program of a virtual environment. */
function programOf(version, name) {
  const windows = process.platform === 'win32';
  return join(folderOf(version), windows ? 'Scripts' : 'bin', windows ? `${name}.exe` : name);
}

function findPython() {
  const wanted = process.env.PISTEVO_PYTHON;
  for (const name of wanted ? [wanted] : names) {
    const asked = spawnSync(name, ['-c', 'import sys; print(*sys.version_info[:2])'], { encoding: 'utf8' });
    const [major, minor] = (asked.status === 0 ? asked.stdout : '').trim().split(' ').map(Number);
    if (major === oldest[0] && minor >= oldest[1]) return { name, version: `${major}.${minor}` };
  }
  return null;
}

/** What an environment depends on: the pins and the interpreter. */
function wantedStamp(version, python) {
  const texts = ['tools', version].map((part) =>
    readFileSync(join(requirements, `requirements-${part}.txt`), 'utf8'),
  );
  return createHash('sha256')
    .update([...texts, python ?? ''].join('\n'))
    .digest('hex');
}

function install(version, python) {
  const folder = folderOf(version);
  const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
  console.error(`Installing PySpark ${version} (once) …`);
  if (!existsSync(programOf(version, 'python'))) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    if (!run(python, ['-m', 'venv', folder])) {
      rmSync(folder, { recursive: true, force: true });
      return `${python} cannot make a virtual environment; ${howToInstall}`;
    }
  }
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const pinned = join(requirements, `requirements-${version}.txt`);
  if (run(programOf(version, 'python'), [...pip, '-r', pinned])) return null;
  return `pip could not install ${pinned}: see the lines above; is the package registry reachable?`;
}

/**
 * The Python of a Spark version, installed when it is not there yet: `{ kind: 'python', python }`, or `{ kind: 'missing', what }`
 * with why not and what to do. Enough for lint and types; Spark itself also needs `prepareSpark`.
 */
export function preparePython(version) {
  const stamp = join(folderOf(version), 'installed.sha256');
  const python = programOf(version, 'python');
  const found = findPython();
  if (found === null) return { kind: 'missing', what: `there is no Python; ${howToInstall}` };
  const wanted = wantedStamp(version, found.version);
  const isThere = existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!isThere) {
    const problem = install(version, found.name);
    if (problem !== null) return { kind: 'missing', what: problem };
    writeFileSync(stamp, wanted);
  }
  return { kind: 'python', python };
}

/** A Python with Spark, and the environment in which its programs run: `{ kind: 'spark', python, env }` or `{ kind: 'missing', what }`. */
export function prepareSpark(version) {
  const java = process.env.CI ? ensureJava() : findJava();
  if (java.kind === 'missing') return java;
  const prepared = preparePython(version);
  if (prepared.kind === 'missing') return prepared;
  const { python } = prepared;
  const env = {
    ...process.env,
    PATH: `${join(python, '..')}${delimiter}${process.env.PATH ?? ''}`,
    PYSPARK_PYTHON: python,
    PYTHONDONTWRITEBYTECODE: '1',
    SPARK_LOCAL_IP: '127.0.0.1',
  };
  // Another Spark of this machine would be used instead of the pinned one.
  delete env.SPARK_HOME;
  if (java.home !== null) env.JAVA_HOME = java.home;
  return { kind: 'spark', python, env };
}

if (process.argv[1] === import.meta.filename) {
  for (const version of process.argv.slice(2).length > 0 ? process.argv.slice(2) : sparkVersions) {
    const prepared = prepareSpark(version);
    console.log(prepared.kind === 'spark' ? `Spark ${version}: ${prepared.python}` : prepared.what);
    if (prepared.kind === 'missing') process.exitCode = 1;
  }
}
