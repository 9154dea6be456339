// `npm run package`: the extension as .vsix files, one for this platform with the engine inside, and one for all without.
//   npm run package -- --only platform|universal --out <folder>
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { root } from './deps.mjs';
import { engineHindrance, layStage } from './package/lay-stage.mjs';

const stages = join(root, '.cache/package');
const thisPlatform = `${process.platform}-${process.arch}`;

/** Packages what stands in `dist`; answers the file. `platform`: whose engine goes in; null for none. */
export async function packageExtension(platform, folder) {
  const { createVSIX } = await import('@vscode/vsce');
  const stage = join(stages, platform ?? 'universal');
  layStage(stage, platform);
  mkdirSync(folder, { recursive: true });
  const { default: manifest } = await import(`${root}/package.json`, { with: { type: 'json' } });
  const name = [manifest.name, platform ?? 'universal', manifest.version].join('-');
  const file = join(folder, `${name}.vsix`);
  // vsce tells its steps and the whole tree of files on stdout: what matters is told below.
  const { log, warn } = console;
  console.log = console.warn = () => undefined;
  try {
    await createVSIX({
      cwd: stage,
      packagePath: file,
      ...(platform !== null && { target: platform }),
      dependencies: false,
      rewriteRelativeLinks: false,
      allowMissingRepository: true,
    });
  } finally {
    Object.assign(console, { log, warn });
  }
  return file;
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, out: { type: 'string', default: root } },
  });
  await build();
  const wanted = [
    ...(values.only === 'universal' ? [] : [thisPlatform]),
    ...(values.only === 'platform' ? [] : [null]),
  ];
  for (const platform of wanted) {
    const hindrance = platform === null ? null : engineHindrance(platform);
    if (hindrance !== null) {
      console.error(`No package with the engine for ${platform}: ${hindrance}.`);
      process.exitCode = 1;
      continue;
    }
    const file = await packageExtension(platform, resolve(values.out));
    if (!existsSync(file)) throw new Error(`${file} was not written`);
    const size = (statSync(file).size / 1e6).toFixed(1);
    console.log(
      `${file} (${size} MB, ${platform === null ? 'no engine inside: it checks and edits' : 'with the engine'})`,
    );
  }
}
