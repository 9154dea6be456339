import type { Plan } from '../../core/contracts/plan.ts';
import type { ArtifactStore } from '../../engine/files/artifact-store.ts';
import { buildRelease } from '../../engine/spark/build-release.ts';
import { findSpark, type SparkInstallation } from '../../engine/spark/find-spark.ts';
import { type Published, publishRelease } from '../../engine/spark/publish-release.ts';
import { runtimeFiles, scriptsFolder } from '../../engine/spark/runtime-files.ts';
import type { OpenedProject } from '../project/open-project.ts';
import type { CommandContext } from '../terminal/context.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { openArtifacts } from './open-artifacts.ts';

/** What a command needs before it can have Spark do something. */
export interface PreparedSpark {
  readonly spark: SparkInstallation;
  readonly scripts: string;
  /** The release's folder, ends with `/`. */
  readonly release: string;
  /** Told once: Spark is of another version than the plans are made for. */
  readonly mismatch: string | null;
}

/**
 * Finds the Spark at hand and publishes the plans for it. The pointer that submitted jobs follow stays where it is: trying
 * something out changes nothing for others. Throws UsageError when Spark is not there, or nothing can be published.
 */
export async function prepareSpark(
  opened: OpenedProject,
  plans: readonly Plan[],
  context: CommandContext,
): Promise<PreparedSpark> {
  const { version } = opened.project.settings.spark;
  const spark = findSpark(context.environment, opened.root, version);
  if (spark.kind === 'missing') throw new UsageError(spark.message);
  const published = await publishPlans(opened, plans, {
    store: await openArtifacts(opened),
    isCurrent: false,
  });
  return { spark, scripts: scriptsFolder(), release: published.uri, mismatch: mismatchOf(spark, version) };
}

export interface PublishOptions {
  readonly store: ArtifactStore;
  /** Whether submitted jobs are to use it from now on. */
  readonly isCurrent: boolean;
}

/** Publishes plans with the runtime and the texts that they were compiled from. */
export function publishPlans(
  { root, project }: OpenedProject,
  plans: readonly Plan[],
  { store, isCurrent }: PublishOptions,
): Promise<Published> {
  const release = buildRelease({ root, project, plans, runtime: runtimeFiles(scriptsFolder()) });
  return publishRelease(release, store, { isCurrent });
}

function mismatchOf(spark: SparkInstallation, wanted: string): string | null {
  if (spark.version === null || spark.version.startsWith(`${wanted}.`)) return null;
  return `The plans are made for Spark ${wanted} and this is Spark ${spark.version}; set \`spark.version\` in conf/config.yaml to what the tables are kept with.`;
}
