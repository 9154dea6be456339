import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { loadProject } from '../../../core/model/load-project.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import type { ArtifactStore } from '../../../engine/files/artifact-store.ts';
import { buildRelease, type ReleaseManifest } from '../../../engine/spark/build-release.ts';
import { currentRelease, publishRelease } from '../../../engine/spark/publish-release.ts';
import { people } from '../local/fixture.ts';

const runtime = [{ name: 'pistevo_runtime/__init__.py', content: Buffer.from('') }];

function releaseOf(config = people.config) {
  const project = loadProject({ config, schema: people.schema });
  return buildRelease({ root: '/srv/my project', project, plans: [buildPlan(project, 'people')], runtime });
}

/** A store that keeps the order of its writes, and breaks off before the write of that number. */
function orderedStore(breakBefore = Number.POSITIVE_INFINITY) {
  const files = new Map<string, Uint8Array>();
  const writes: string[] = [];
  const store: ArtifactStore = {
    uri: 'file:///srv/artifacts/',
    read: async (path) => files.get(path) ?? null,
    write: async (path, content) => {
      if (writes.length + 1 >= breakBefore) throw new Error('the disk is full');
      writes.push(path);
      files.set(path, content);
    },
  };
  return { store, files, writes };
}

it('is named by its manifest, which holds the digest of everything else', () => {
  const { id, manifest, files } = releaseOf();
  const digest = (name: string) =>
    createHash('sha256')
      .update(files.get(name) ?? '')
      .digest('hex');
  expect(digest('manifest.json')).toBe(id);
  expect(JSON.parse(Buffer.from(files.get('manifest.json') ?? '').toString()) as ReleaseManifest).toEqual(
    manifest,
  );
  expect(Object.keys(manifest.files).toSorted()).toEqual([
    'config.yaml',
    'plans/people.json',
    'runtime.zip',
    'tables_schema.yaml',
  ]);
  for (const [name, { sha256, sizeBytes }] of Object.entries(manifest.files)) {
    expect([sha256, sizeBytes]).toEqual([digest(name), files.get(name)?.length]);
  }
  expect(manifest.root).toBe('file:///srv/my project/');
  expect(manifest.compiledFrom['conf/config.yaml']).toBe(digest('config.yaml'));
  expect(manifest.compiledFrom['schema/tables_schema.yaml']).toBe(digest('tables_schema.yaml'));
});

it('is the same release for the same project, and another one for another', () => {
  expect(releaseOf().id).toBe(releaseOf().id);
  expect(releaseOf(`${people.config}# a comment\n`).id).not.toBe(releaseOf().id);
});

it('writes the manifest after all it names, and moves the pointer last', async () => {
  const { store, writes } = orderedStore();
  const release = releaseOf();
  const published = await publishRelease(release, store, { isCurrent: true });
  expect(published).toEqual({
    id: release.id,
    uri: `file:///srv/artifacts/releases/${release.id}/`,
    written: 5,
    before: null,
  });
  expect(writes.slice(-2)).toEqual([`releases/${release.id}/manifest.json`, 'current.json']);
  expect(await currentRelease(store)).toBe(release.id);
});

it('leaves the pointer alone when the release is for one run', async () => {
  const { store, writes } = orderedStore();
  await publishRelease(releaseOf(), store, { isCurrent: false });
  expect(writes).not.toContain('current.json');
});

it('writes nothing twice, and remembers what was current', async () => {
  const { store, writes } = orderedStore();
  const first = await publishRelease(releaseOf(), store, { isCurrent: true });
  const before = writes.length;
  expect(await publishRelease(releaseOf(), store, { isCurrent: true })).toMatchObject({
    written: 0,
    before: first.id,
  });
  expect(writes.length).toBe(before);
});

it('leaves no manifest behind when it breaks off, and a second try mends what is there', async () => {
  const release = releaseOf();
  for (let at = 1; at <= 5; at += 1) {
    const broken = orderedStore(at);
    await expect(publishRelease(release, broken.store, { isCurrent: true })).rejects.toThrow('disk is full');
    expect(broken.files.has(`releases/${release.id}/manifest.json`)).toBe(false);
    const mended = orderedStore();
    for (const [path, content] of broken.files) mended.files.set(path, content.subarray(1));
    await publishRelease(release, mended.store, { isCurrent: true });
    for (const [path, content] of release.files) {
      expect(Buffer.compare(mended.files.get(`releases/${release.id}/${path}`) ?? Buffer.of(), content)).toBe(
        0,
      );
    }
  }
});

it('takes a pointer of another kind for none', async () => {
  const { store, files } = orderedStore();
  for (const text of ['{', 'null', '{"v":2,"release":"x"}', '{"v":1}']) {
    files.set('current.json', Buffer.from(text));
    expect(await currentRelease(store)).toBeNull();
  }
});
