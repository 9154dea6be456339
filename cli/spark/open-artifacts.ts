import { resolve } from 'node:path';
import { type ArtifactStore, folderStore } from '../../engine/files/artifact-store.ts';
import { resolveLocation } from '../../engine/files/resolve-location.ts';
import type { OpenedProject } from '../project/open-project.ts';
import type { CommandContext } from '../terminal/context.ts';
import { UsageError } from '../terminal/usage-error.ts';

/** The store that the project publishes to: `artifacts_path`. Throws UsageError when this version cannot write there. */
export async function openArtifacts({ root, project }: OpenedProject): Promise<ArtifactStore> {
  const path = project.settings.artifactsPath;
  const location = await resolveLocation(root, path);
  if (location.kind === 'local') return folderStore(location.path);
  if (location.kind === 'outside') throw new UsageError(location.message);
  throw new UsageError(
    `This version publishes to folders, and \`artifacts_path\` is \`${path}\`; choose an environment with local paths, or publish to a folder that the cluster sees with \`pistevo publish --to <folder>\`.`,
  );
}

/** The store in a folder that was named on the command line, as a path of the shell or as `file://`. */
export async function openFolder(written: string, context: CommandContext): Promise<ArtifactStore> {
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[A-Za-z]:[\\/]/.test(written);
  if (!isAddress) return folderStore(resolve(context.folder, written));
  const location = await resolveLocation(context.folder, written);
  if (location.kind === 'local') return folderStore(location.path);
  throw new UsageError(
    `\`--to ${written}\` is no folder of this machine; name one, or write \`file:///folder/\`.`,
  );
}
