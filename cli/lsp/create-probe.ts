import { fileURLToPath } from 'node:url';
import type { SourceFacts } from '../../core/checks/facts.ts';
import type { Project } from '../../core/model/project.ts';
import { discover } from '../../engine/files/discover.ts';
import { probeSources } from '../../engine/probe/probe-sources.ts';

/** What waits in a source; null facts where no file can be read. */
interface SourceLook {
  readonly files: number;
  readonly facts: SourceFacts | null;
}

/** Looks at the source of the one dataset that `project` holds; reads a file again only when it, or its description, differs. */
export function createProbe(): (root: string, project: Project) => Promise<SourceLook | null> {
  const known = new Map<string, { readonly key: string; readonly facts: SourceFacts | null }>();
  return async (root, project) => {
    const [dataset] = project.datasets;
    if (dataset === undefined || dataset.source === null || dataset.table === null) return null;
    if (!root.startsWith('file:')) return null;
    const folder = fileURLToPath(root);
    const { source, table } = dataset;
    try {
      const listing = { ...source, glob: source.format.glob, settleSeconds: 0, readyMarker: null };
      const found = await discover(folder, listing, Date.now());
      if (found.kind === 'no-folder') return { files: 0, facts: null };
      if (found.kind !== 'delivery') return null;
      const files = found.files.length;
      const file = found.files[0];
      if (file === undefined) return { files, facts: null };
      const described = table.columns.map(({ name, type, formats, renameFrom }) => [
        name,
        type,
        formats,
        renameFrom,
      ]);
      const key = JSON.stringify([file.location, file.stamp, source.format, source.path, described]);
      const before = known.get(`${root} ${dataset.name}`);
      if (before?.key === key) return { files, facts: before.facts };
      const { sources } = await probeSources(folder, project);
      const facts = Object.hasOwn(sources, dataset.name) ? (sources[dataset.name] ?? null) : null;
      known.set(`${root} ${dataset.name}`, { key, facts });
      return { files, facts };
    } catch (error) {
      // A file that goes away while it is read says nothing about the schema.
      if (typeof (error as NodeJS.ErrnoException).code === 'string') return null;
      throw error;
    }
  };
}
