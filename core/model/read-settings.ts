import type { YamlNode } from '../syntax/yaml/tree.ts';
import { asFolder, besideFolder } from './folder.ts';
import type { ProjectSettings } from './project.ts';
import { child, childrenOf, readChoice, readFlag, readNumber, readText, readTexts } from './read-node.ts';

/** What a configuration says beside its sources, with defaults. */
export function readSettings(config: YamlNode): ProjectSettings {
  const targetPath = readFolder(child(config, 'target_path')) ?? 'target/';
  const spark = child(config, 'spark');
  const retention = child(config, 'retention');
  const lint = child(config, 'lint');
  return {
    targetPath,
    targetSchema: readText(child(config, 'target_schema')) ?? 'default',
    s3Bucket: readText(child(config, 's3_bucket')),
    archivePath: readFolder(child(config, 'archive_path')) ?? besideFolder(targetPath, 'archive'),
    artifactsPath: readFolder(child(config, 'artifacts_path')) ?? besideFolder(targetPath, 'artifacts'),
    logsPath: readFolder(child(config, 'logs_path')),
    defaultEnvironment: readText(child(config, 'default_environment')),
    spark: { version: readSparkVersion(spark, child(config, 'emr')), ansi: readFlag(child(spark, 'ansi')) },
    retention: {
      stagingDays: readNumber(child(retention, 'staging_days')) ?? 30,
      undoCommits: readNumber(child(retention, 'undo_commits')) ?? 5,
      runsDays: readNumber(child(retention, 'runs_days')) ?? 90,
    },
    lint: { severity: readSeverities(child(lint, 'severity')), ignore: readTexts(child(lint, 'ignore')) },
  };
}

function readFolder(node: YamlNode | undefined): string | null {
  const path = readText(node);
  return path === null || path === '' ? null : asFolder(path);
}

/** EMR 7 runs Spark 3.5, `emr-spark-8` Spark 4.0 (AWS: "Amazon EMR release 8.0.0"). */
function readSparkVersion(spark: YamlNode | undefined, emr: YamlNode | undefined): '3.5' | '4.0' {
  const written = child(spark, 'version');
  if (written !== undefined) {
    return readChoice(written, ['3.5', '4.0']) ?? (readNumber(written) === 4 ? '4.0' : '3.5');
  }
  const release = /^emr-(?:spark-)?(\d+)\./.exec(readText(child(emr, 'release')) ?? '')?.[1];
  return Number(release ?? 7) >= 8 ? '4.0' : '3.5';
}

function readSeverities(node: YamlNode | undefined): ProjectSettings['lint']['severity'] {
  const found: Record<string, 'off' | 'error' | 'warning' | 'info'> = Object.create(null);
  for (const [code, value] of childrenOf(node)) {
    const severity = readChoice(value, ['off', 'error', 'warning', 'info']);
    if (severity !== null) found[code] = severity;
  }
  return found;
}
