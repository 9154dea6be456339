import { canonicalJson } from '../../core/text/canonical-json.ts';
import type { ArtifactStore } from '../files/artifact-store.ts';
import type { Release } from './build-release.ts';

export interface Published {
  readonly id: string;
  /** The release's folder, for `--release`; ends with `/`. */
  readonly uri: string;
  /** How many files were written; 0 when the release was there already. */
  readonly written: number;
  /** What `current.json` named before; null when there was none, or it was not moved. */
  readonly before: string | null;
}

const pointer = 'current.json';

/**
 * Puts a release into its own folder, the manifest last, so that a release with a manifest is whole. With `isCurrent` the one
 * pointer that submitted jobs follow is moved to it, after everything else.
 */
export async function publishRelease(
  release: Release,
  store: ArtifactStore,
  { isCurrent }: { readonly isCurrent: boolean },
): Promise<Published> {
  const folder = `releases/${release.id}`;
  let written = 0;
  for (const [path, content] of release.files) {
    const there = await store.read(`${folder}/${path}`);
    if (there !== null && Buffer.compare(there, content) === 0) continue;
    await store.write(`${folder}/${path}`, content);
    written += 1;
  }
  const before = isCurrent ? await currentRelease(store) : null;
  if (isCurrent && before !== release.id) {
    await store.write(pointer, Buffer.from(`${canonicalJson({ v: 1, release: release.id })}\n`));
  }
  return { id: release.id, uri: `${store.uri}${folder}/`, written, before };
}

/** Which release submitted jobs use; null when there is none, or the pointer is of another version. */
export async function currentRelease(store: ArtifactStore): Promise<string | null> {
  const content = await store.read(pointer);
  if (content === null) return null;
  try {
    const { v, release } = (JSON.parse(Buffer.from(content).toString('utf8')) ?? {}) as {
      v?: unknown;
      release?: unknown;
    };
    return v === 1 && typeof release === 'string' ? release : null;
  } catch {
    // Not ours, or torn by another tool: publishing replaces it.
    return null;
  }
}
