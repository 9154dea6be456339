import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Delivery, discover, type SourceListing } from '../../../engine/files/discover.ts';
import { temporaryFolder } from './temporary-folder.ts';

const listing: SourceListing = {
  path: 'in/',
  glob: '*',
  isRecursive: false,
  settleSeconds: 0,
  readyMarker: null,
  orderBy: 'path',
};

function lay(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function find(root: string, changes: Partial<SourceListing> = {}, now = Date.now()): Promise<Delivery> {
  const found = await discover(root, { ...listing, ...changes }, now);
  if (found.kind !== 'delivery') throw new Error(`found ${found.kind}`);
  return found;
}

const paths = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path);

test('leaves out hidden and unfinished files, and names each with the reason', async () => {
  const root = lay({
    'in/a.csv': 'x',
    'in/.b.csv': 'x',
    'in/_SUCCESS': '',
    'in/c.tmp': 'x',
    'in/d.csv.part': 'x',
    'in/e.filepart': 'x',
    'in/f.csv._COPYING_': 'x',
    'in/sub/g.csv': 'x',
  });
  const found = await find(root);
  expect(paths(found.files)).toEqual(['a.csv']);
  expect(found.ignored).toEqual([
    { path: '.b.csv', reason: 'hidden' },
    { path: '_SUCCESS', reason: 'hidden' },
    { path: 'c.tmp', reason: 'unfinished' },
    { path: 'd.csv.part', reason: 'unfinished' },
    { path: 'e.filepart', reason: 'unfinished' },
    { path: 'f.csv._COPYING_', reason: 'unfinished' },
    { path: 'sub', reason: 'folder' },
  ]);
});

test('goes into subfolders only when asked, and never into hidden ones', async () => {
  const root = lay({ 'in/b/x.csv': '1', 'in/a.csv': '1', 'in/_temporary/y.csv': '1', 'in/b/c/z.csv': '1' });
  expect(paths((await find(root, { isRecursive: true })).files)).toEqual(['a.csv', 'b/c/z.csv', 'b/x.csv']);
});

test('takes names literally, whatever characters they hold', async () => {
  const names = ['a b.csv', '100%.csv', 'x[1].csv', 'q".csv', "it's;DROP.csv", 'new\nline.csv', 'é.csv'];
  const root = lay(Object.fromEntries(names.map((name) => [`in/${name}`, 'x'])));
  expect(new Set(paths((await find(root)).files))).toEqual(new Set(names));
});

test('sorts by the bytes of the path, or by time and then path', async () => {
  const root = lay({
    'in/b.csv': '1',
    'in/B.csv': '1',
    'in/a/z.csv': '1',
    'in/a-b.csv': '1',
    'in/😀.csv': '1',
    'in/\uffee.csv': '1',
  });
  const byPath = ['B.csv', 'a-b.csv', 'a/z.csv', 'b.csv', '\uffee.csv', '😀.csv'];
  expect(paths((await find(root, { isRecursive: true })).files)).toEqual(byPath);
  utimesSync(join(root, 'in/b.csv'), 1000, 1000);
  for (const path of byPath.filter((path) => path !== 'b.csv'))
    utimesSync(join(root, 'in', path), 2000, 2000);
  const byTime = await find(root, { isRecursive: true, orderBy: 'modified' });
  expect(paths(byTime.files)).toEqual(['b.csv', ...byPath.filter((path) => path !== 'b.csv')]);
});

test('sets empty files apart', async () => {
  const found = await find(lay({ 'in/a.csv': '', 'in/b.csv': 'x' }));
  expect([paths(found.empty), paths(found.files)]).toEqual([['a.csv'], ['b.csv']]);
});

test('leaves files to settle until they have been still for long enough', async () => {
  const root = lay({ 'in/a.csv': 'x', 'in/b.csv': 'x' });
  const now = 1_800_000_000_000;
  utimesSync(join(root, 'in/a.csv'), now / 1000 - 60, now / 1000 - 60);
  utimesSync(join(root, 'in/b.csv'), now / 1000 - 59, now / 1000 - 59);
  const found = await find(root, { settleSeconds: 60 }, now);
  expect([paths(found.files), paths(found.settling)]).toEqual([['a.csv'], ['b.csv']]);
});

test('waits for the ready marker, and does not take it for data', async () => {
  const root = lay({ 'in/a.csv': 'x', 'in/sub/_READY': '' });
  const marked = { readyMarker: '_READY', isRecursive: true };
  expect(await discover(root, { ...listing, ...marked }, 0)).toMatchObject({
    kind: 'not-ready',
    marker: '_READY',
  });
  writeFileSync(join(root, 'in/_READY'), 'now');
  const found = await find(root, marked);
  expect([paths(found.files), found.marker]).toEqual([['a.csv'], '_READY']);
});

test('covers names by the glob', async () => {
  const root = lay({ 'in/claims_01.csv': 'x', 'in/claims_1.csv': 'x', 'in/other.csv': 'x' });
  const found = await find(root, { glob: 'claims_??.csv' });
  expect(paths(found.files)).toEqual(['claims_01.csv']);
  expect(found.ignored.every(({ reason }) => reason === 'glob')).toBe(true);
});

test('follows no symbolic link and opens no pipe, and names both', async () => {
  const root = lay({ 'in/a.csv': 'x', 'secret.csv': 'x' });
  symlinkSync(join(root, 'secret.csv'), join(root, 'in/link.csv'));
  symlinkSync(root, join(root, 'in/loop'));
  execFileSync('mkfifo', [join(root, 'in/pipe.csv')]);
  const found = await find(root, { isRecursive: true });
  expect(paths(found.files)).toEqual(['a.csv']);
  expect(found.ignored).toEqual([
    { path: 'link.csv', reason: 'symlink' },
    { path: 'loop', reason: 'symlink' },
    { path: 'pipe.csv', reason: 'not-a-file' },
  ]);
});

test('names a file whose name is not text', async () => {
  const root = lay({ 'in/a.csv': 'x' });
  writeFileSync(Buffer.concat([Buffer.from(`${root}/in/`), Buffer.of(0xff, 0x2e, 0x63)]), 'x');
  const found = await find(root);
  expect(paths(found.files)).toEqual(['a.csv']);
  expect(found.ignored).toEqual([{ path: '\ufffd.c', reason: 'unreadable-name' }]);
});

test('says why there is nothing to list', async () => {
  const root = lay({ 'in/a.csv': 'x', 'file.csv': 'x' });
  expect(await discover(root, { ...listing, path: 'missing/' }, 0)).toMatchObject({ kind: 'no-folder' });
  expect(await discover(root, { ...listing, path: 's3://bucket/in/' }, 0)).toEqual({
    kind: 'remote',
    uri: 's3://bucket/in/',
  });
  expect(await discover(root, { ...listing, path: '../' }, 0)).toMatchObject({ kind: 'outside' });
  expect(await discover(root, { ...listing, path: 'file.csv' }, 0)).toMatchObject({
    kind: 'io-failure',
    code: 'ENOTDIR',
  });
});

test.skipIf(process.getuid?.() === 0)('says that a folder may not be read', async () => {
  const root = lay({ 'in/a.csv': 'x' });
  chmodSync(join(root, 'in'), 0);
  expect(await discover(root, listing, 0)).toMatchObject({ kind: 'io-failure', code: 'EACCES' });
  chmodSync(join(root, 'in'), 0o700);
});
