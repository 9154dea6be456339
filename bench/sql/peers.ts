import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Parsers of SQL for Node, as they were on the day of the last measurement. */
export const peers = {
  'dt-sql-parser': { version: '4.5.1', entry: 'dt-sql-parser/dist/parser/spark/index.js' },
  '@polyglot-sql/sdk': { version: '0.12.1', entry: '@polyglot-sql/sdk/dist/index.node.js' },
  'node-sql-parser': { version: '5.4.0', entry: 'node-sql-parser/build/hive.js' },
} as const;

export type Peer = keyof typeof peers;

/** Installs the peers into an ignored folder, once; some 110 MB. Returns the folder of their modules. */
export function ensurePeers(repository: string): string {
  const folder = join(repository, '.cache/sql-peers');
  const modules = join(folder, 'node_modules');
  const wanted = Object.entries(peers).map(([name, { version }]) => `${name}@${version}`);
  if (wanted.length === Object.keys(peers).filter((name) => existsSync(join(modules, name))).length) {
    return modules;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const done = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false', ...wanted],
    {
      cwd: folder,
      stdio: ['ignore', 2, 2],
    },
  );
  if (done.status !== 0)
    throw new Error('The peers could not be installed: is the package registry reachable?');
  return modules;
}
