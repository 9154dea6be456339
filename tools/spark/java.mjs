// Finds a Java that both Spark 3.5 and 4.0 run on.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const wantedMajor = 17;
const installed = '/usr/lib/jvm';
const howToInstall =
  'install a Java 17 (Debian and Ubuntu: `apt-get install openjdk-17-jre-headless`, macOS: `brew install openjdk@17`, Windows: `winget install EclipseAdoptium.Temurin.17.JRE`) and point JAVA_HOME at it';

/** Major version of a `java` program; null when it is none. */
function majorOf(java) {
  const { status, stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(status === 0 ? stderr : '') ?? [];
  if (first === undefined) return null;
  return Number(first === '1' ? second : first);
}

/** Homes worth trying, the user's choice first; null stands for the `java` on the path. */
function candidates() {
  const given = process.env.JAVA_HOME;
  const named = existsSync(installed) ? readdirSync(installed).filter((name) => /\b17\b/.test(name)) : [];
  return [...(given ? [given] : []), null, ...named.sort().map((name) => join(installed, name))];
}

/** `{ kind: 'java', home }` (home null: the one on the path), or `{ kind: 'missing', what }` with what to do. */
export function findJava() {
  const seen = [];
  for (const home of candidates()) {
    const java = home === null ? 'java' : join(home, 'bin', 'java');
    const major = majorOf(java);
    if (major === wantedMajor) return { kind: 'java', home };
    if (major !== null) seen.push(`${java} is Java ${major}`);
  }
  const why = seen.length === 0 ? 'there is no Java' : `${seen.join(', ')} and not ${wantedMajor}`;
  return { kind: 'missing', what: `${why}; ${howToInstall}` };
}

/** Like `findJava`; on a Debian where this process may install it, it is installed. */
export function ensureJava() {
  const found = findJava();
  if (found.kind === 'java' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  console.error('Installing Java 17 for the Spark tests (once) …');
  const stdio = ['ignore', 'ignore', 2];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio, env });
  spawnSync('apt-get', ['install', '-y', '-q', 'openjdk-17-jre-headless'], { stdio, env });
  return findJava();
}
