import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineHindrance, layStage } from '../../../tools/package/lay-stage.mjs';

const home = join(import.meta.dirname, '../../..');
const platform = `${process.platform}-${process.arch}`;
const isBuilt = existsSync(join(home, 'dist/client/extension.cjs'));
let folder = '';
let universal: readonly string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pistevo-stage-'));
  if (!isBuilt) return;
  layStage(join(folder, 'universal'), null);
  universal = filesOf('universal');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesOf(stage: string): readonly string[] {
  return readdirSync(join(folder, stage), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, stage).length + 1))
    .sort();
}
const manifestOf = (stage: string) =>
  JSON.parse(readFileSync(join(folder, stage, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;

describe('the packages', () => {
  it('are laid from what was built', () => {
    expect(isBuilt, '`npm run build` comes first').toBe(true);
  });

  it('hold these kinds of files and no other', () => {
    const kinds = new Set(
      universal.map((file) =>
        file.replace(
          /^(.*\/)?[^/]*?((?:\.code-snippets|\.md|\.js|\.cjs|\.css|\.png|\.svg)?)$/,
          (_, where = '', end) => (where === '' ? file : `${where}*${end}`),
        ),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'CHANGELOG.md',
      'LICENCES.txt',
      'LICENSE',
      'README.md',
      'client/snippets/*.code-snippets',
      'client/walkthrough/*.md',
      'dist/cli/*.js',
      'dist/client/*.cjs',
      'dist/server/*.cjs',
      'dist/webview/*.css',
      'dist/webview/*.js',
      'docs/findings/*.md',
      'images/*.png',
      'images/*.svg',
      'package.json',
    ]);
  });

  it('hold the page of every finding, and every file that the manifest names', () => {
    const pages = readdirSync(join(home, 'docs/findings')).map((name) => `docs/findings/${name}`);
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.filter((page) => !universal.includes(page))).toEqual([]);
    const named = [
      ...JSON.stringify(manifestOf('universal')).matchAll(/"(?:\.\/)?((?:dist|images|client)\/[^"]+)"/g),
    ];
    expect(named.length).toBeGreaterThan(8);
    expect(named.map(([, file = '']) => file).filter((file) => !universal.includes(file))).toEqual([]);
  });

  it('show a page of their own without links into the repository', () => {
    const text = readFileSync(join(folder, 'universal/README.md'), 'utf8');
    expect(text).toMatch(/^# Pistevo for VS Code/);
    expect(text).not.toMatch(/\]\((?!https?:)/);
  });

  it('weigh at most 3 MB compressed without the engine', () => {
    const sizes = universal.map((file) => gzipSync(readFileSync(join(folder, 'universal', file))).length);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(3_000_000);
  });

  it('say in their description when there is no engine inside', () => {
    expect(manifestOf('universal')['description']).toMatch(/no engine inside/);
    expect(Object.keys(manifestOf('universal'))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/scripts|ependencies|private/)]),
    );
  });

  it.skipIf(engineHindrance(platform) !== null)('hold the engine of one platform, beside the bundles', () => {
    layStage(join(folder, 'full'), platform);
    const more = filesOf('full').filter((file) => !universal.includes(file));
    expect(more.filter((file) => !/^(dist\/node_modules\/|scripts\/.*\.py$)/.test(file))).toEqual([]);
    expect(more).toContain('scripts/ingest_dataset.py');
    expect(more).toContain('scripts/pistevo_runtime/main.py');
    expect(more.filter((file) => file.endsWith('.node'))).toHaveLength(1);
    expect(more.filter((file) => /\.(d\.ts|map)$/.test(file))).toEqual([]);
    expect(manifestOf('full')['description']).not.toMatch(/no engine/);
  });

  it('cannot be laid for a platform whose engine is not installed, which is said', () => {
    expect(engineHindrance('plan9-mips')).toMatch(/plan9-mips is not installed/);
  });
});
