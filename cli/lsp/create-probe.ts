import { fileURLToPath } from 'node:url';
import type { SourceFacts } from '../../core/checks/facts.ts';
import type { Project } from '../../core/model/project.ts';
import { discover } from '../../engine/files/discover.ts';
import { probeSources } from '../../engine/probe/probe-sources.ts';

/** Asks for the facts of the one dataset that `project` holds; reads the file again only when it, or its description, differs. */
export function createProbe(): (root: string, project: Project) => Promise<SourceFacts | null> {
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
      const file = found.kind === 'delivery' ? found.files[0] : undefined;
      if (file === undefined) return null;
      const described = table.columns.map(({ name, type, formats, renameFrom }) => [
        name,
        type,
        formats,
        renameFrom,
      ]);
      const key = JSON.stringify([file.location, file.stamp, source.format, source.path, described]);
      const before = known.get(`${root} ${dataset.name}`);
      if (before?.key === key) return before.facts;
      const { sources } = await probeSources(folder, project);
      const facts = Object.hasOwn(sources, dataset.name) ? (sources[dataset.name] ?? null) : null;
      known.set(`${root} ${dataset.name}`, { key, facts });
      return facts;
    } catch (error) {
      // A file that goes away while it is read says nothing about the schema.
      if (typeof (error as NodeJS.ErrnoException).code === 'string') return null;
      throw error;
    }
  };
}
