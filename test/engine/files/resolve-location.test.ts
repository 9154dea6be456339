import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveLocation } from '../../../engine/files/resolve-location.ts';
import { temporaryFolder } from './temporary-folder.ts';

test.each([
  ['source/a/', 'source/a'],
  ['source/../source/b/', 'source/b'],
  ['100%/x y/', '100%/x y'],
  ['./', ''],
])('finds %s in the project', async (path, place) => {
  const root = temporaryFolder();
  expect(await resolveLocation(root, path)).toEqual({ kind: 'local', path: join(root, place) });
});

test.each([
  '..',
  '../x/',
  'a/../../x/',
  '/etc/',
  'C:\\data\\',
  'a\0b',
  'file://host/x/',
  'file:x',
  'file:////x/',
])('refuses %j, in one sentence', async (path) => {
  const found = await resolveLocation(temporaryFolder(), path);
  expect(found.kind).toBe('outside');
  expect('message' in found && found.message).toMatch(/^Path `.*` .+\.$/s);
});

test.each(['s3://b/x/', 's3a://b/x/', 'hdfs://n/x'])('leaves %s to another engine', async (uri) => {
  expect(await resolveLocation(temporaryFolder(), uri)).toEqual({ kind: 'remote', uri });
});

test('takes file addresses literally, anywhere on the machine', async () => {
  expect(await resolveLocation('/project', 'file:///data/a%20b/')).toEqual({
    kind: 'local',
    path: '/data/a%20b',
  });
  expect(await resolveLocation('/project', 'file:/data/')).toEqual({ kind: 'local', path: '/data' });
});

test('refuses a folder that leaves the project through a symbolic link, also for what does not exist in it yet', async () => {
  const root = temporaryFolder();
  const elsewhere = temporaryFolder();
  symlinkSync(elsewhere, join(root, 'source'));
  expect((await resolveLocation(root, 'source/')).kind).toBe('outside');
  expect((await resolveLocation(root, 'source/new/')).kind).toBe('outside');
  mkdirSync(join(root, 'real'));
  symlinkSync(join(root, 'real'), join(root, 'inside'));
  expect((await resolveLocation(root, 'inside/')).kind).toBe('local');
});

test('accepts a project that is itself reached through a symbolic link', async () => {
  const parent = temporaryFolder();
  mkdirSync(join(parent, 'real/in'), { recursive: true });
  symlinkSync(join(parent, 'real'), join(parent, 'project'));
  expect((await resolveLocation(join(parent, 'project'), 'in/')).kind).toBe('local');
});
