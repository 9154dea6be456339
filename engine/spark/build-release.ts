import { createHash } from 'node:crypto';
import type { Plan } from '../../core/contracts/plan.ts';
import { configFile, type Project, schemaFile } from '../../core/model/project.ts';
import { canonicalJson } from '../../core/text/canonical-json.ts';
import { fileUri } from '../files/artifact-store.ts';
import { type ZipEntry, zipFiles } from './zip-files.ts';

/** What the runtime reads before anything else: names and digests of all that a run needs. */
export interface ReleaseManifest {
  readonly v: 1;
  /** Where relative paths of the plans begin, `file:///project/`. */
  readonly root: string;
  readonly environment: string | null;
  readonly schema: string;
  readonly targetPath: string;
  readonly spark: Plan['spark'];
  /** SHA-256 of the project's files that the plans were compiled from, by project path. */
  readonly compiledFrom: Readonly<Record<string, string>>;
  readonly datasets: readonly string[];
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly sizeBytes: number }>>;
}

export interface Release {
  /** SHA-256 of the manifest's bytes, and the name of the release's folder. */
  readonly id: string;
  readonly manifest: ReleaseManifest;
  /** By path inside the release, the manifest last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface ReleaseParts {
  /** The project's root, absolute. */
  readonly root: string;
  readonly project: Project;
  /** At least one; all of one project and environment. */
  readonly plans: readonly Plan[];
  readonly runtime: readonly ZipEntry[];
}

/** All that a run on a cluster needs, in files that never change. Equal parts give equal bytes and so the same release. */
export function buildRelease({ root, project, plans, runtime }: ReleaseParts): Release {
  const [first] = plans;
  if (first === undefined) throw new Error('a release without a plan');
  const files = new Map<string, Uint8Array>();
  for (const plan of plans) files.set(`plans/${plan.dataset}.json`, bytesOf(`${canonicalJson(plan)}\n`));
  files.set('runtime.zip', zipFiles(runtime));
  files.set('config.yaml', bytesOf(project.documents[configFile]?.text ?? ''));
  files.set('tables_schema.yaml', bytesOf(project.documents[schemaFile]?.text ?? ''));
  const manifest: ReleaseManifest = {
    v: 1,
    root: `${fileUri(root)}/`,
    environment: project.environment,
    schema: first.schema,
    targetPath: first.targetPath,
    spark: first.spark,
    compiledFrom: first.compiledFrom,
    datasets: plans.map(({ dataset }) => dataset).toSorted(),
    files: Object.fromEntries(
      [...files].map(([path, content]) => [path, { sha256: digest(content), sizeBytes: content.length }]),
    ),
  };
  const manifestBytes = bytesOf(`${canonicalJson(manifest)}\n`);
  files.set('manifest.json', manifestBytes);
  return { id: digest(manifestBytes), manifest, files };
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

function digest(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
