import { mkdirSync, mkdtempSync, realpathSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRoot } from '../../../engine/project/find-root.ts';
import { readProject } from '../../../engine/project/read-project.ts';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pistevo-project-')));
  for (const name of ['conf', 'schema', 'deep/er']) mkdirSync(join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const both = { 'conf/config.yaml': 'sources: {}\n', 'schema/tables_schema.yaml': 'tables: {}\n' };

describe('findRoot', () => {
  it('finds the nearest folder upwards that holds both files', () => {
    const root = folderWith(both);
    expect(findRoot(join(root, 'deep/er'))).toEqual({ kind: 'found', root });
    expect(findRoot(root)).toEqual({ kind: 'found', root });
  });

  it('tells of the nearest half of a project', () => {
    const folder = folderWith({ 'conf/config.yaml': 'sources: {}\n' });
    expect(findRoot(join(folder, 'deep'))).toEqual({
      kind: 'none',
      half: { folder, missing: 'schema/tables_schema.yaml' },
    });
    expect(findRoot(folderWith({}))).toEqual({ kind: 'none', half: null });
  });
});

describe('readProject', () => {
  it('loads both files, and lets a missing one be a finding', async () => {
    const whole = await readProject(folderWith(both), { variables: {} });
    expect(whole.kind === 'project' && whole.project.datasets).toEqual([]);
    const half = await readProject(folderWith({ 'conf/config.yaml': 'sources: {}\n' }), { variables: {} });
    expect(half.kind === 'project' && half.project.documents['schema/tables_schema.yaml']).toBeFalsy();
  });

  it('names a file that is not UTF-8, one that is no text file, and one that is far too large', async () => {
    const broken = folderWith({ ...both, 'conf/config.yaml': new Uint8Array([0x61, 0xff]) });
    expect(await readProject(broken, { variables: {} })).toEqual({
      kind: 'unreadable',
      message: '`conf/config.yaml` is not UTF-8; save it in that encoding.',
    });
    const folder = folderWith({ 'schema/tables_schema.yaml': 'tables: {}\n' });
    mkdirSync(join(folder, 'conf/config.yaml'));
    expect(await readProject(folder, { variables: {} })).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('EISDIR'),
    });
    const large = folderWith(both);
    truncateSync(join(large, 'schema/tables_schema.yaml'), 100 * 1024 * 1024);
    expect(await readProject(large, { variables: {} })).toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('100 MiB'),
    });
  });
});
