import type { Origin } from '../../../../core/contracts/origin.ts';
import type {
  Check,
  Column,
  Dataset,
  Path,
  Project,
  SourceSettings,
} from '../../../../core/model/project.ts';
import { formatPath } from '../../../../core/text/path.ts';

export type ColumnSketch = Partial<Column> & { readonly name: string };

export interface DatasetSketch {
  readonly name: string;
  readonly columns: readonly ColumnSketch[];
  readonly checks?: readonly (Partial<Check> & { readonly text: string })[];
  readonly source?: Partial<SourceSettings>;
  readonly deleteWhen?: string;
  readonly partitionBy?: readonly string[];
}

/** A project by hand: what a sketch leaves out has the defaults of the YAML files. */
export function makeProject(
  sketches: readonly DatasetSketch[],
  settings: Partial<Project['settings']> = {},
): Project {
  return {
    environment: null,
    environments: [],
    documents: {},
    scripts: [],
    settings: {
      targetPath: 'target/',
      targetSchema: 'billing',
      s3Bucket: null,
      archivePath: 'archive/',
      artifactsPath: 'artifacts/',
      logsPath: null,
      defaultEnvironment: null,
      spark: { version: '3.5', ansi: false },
      retention: { stagingDays: 30, undoCommits: 5, runsDays: 90 },
      lint: { severity: {}, ignore: [] },
      ...settings,
    },
    datasets: sketches.map(makeDataset),
    findings: [],
    originOf: (file, path: Path): Origin => ({ file, path: formatPath(path), hash: '000000000000' }),
    placeOf: () => null,
  };
}

function makeDataset(sketch: DatasetSketch): Dataset {
  return {
    name: sketch.name,
    source: {
      path: `source/${sketch.name}/`,
      mergeKey: [],
      cdcKey: null,
      format: {
        delimiter: ',',
        quote: '"',
        hasHeader: true,
        encoding: 'utf-8',
        compression: 'auto',
        nullValues: [],
        glob: '*',
        maxExpansion: 200,
      },
      isRecursive: false,
      settleSeconds: 0,
      readyMarker: null,
      orderBy: 'path',
      timeZone: 'UTC',
      onDrift: 'warn',
      onRedelivery: 'skip',
      load: 'upsert',
      allowEmpty: false,
      expect: { minRows: 0, maxBadShare: 0.1, hoursLate: null },
      ...sketch.source,
    },
    table: {
      columns: sketch.columns.map(makeColumn),
      checks: (sketch.checks ?? []).map((check, index) => ({
        name: `check_${index + 1}`,
        kind: 'expr',
        severity: 'quarantine',
        message: null,
        index,
        ...check,
      })),
      partitionBy: sketch.partitionBy ?? [],
      description: null,
      owner: null,
      deleteWhen: sketch.deleteWhen ?? null,
    },
  };
}

function makeColumn(sketch: ColumnSketch): Column {
  const type = sketch.type ?? 'string';
  return {
    description: null,
    validValues: null,
    isRequired: false,
    isUnique: false,
    pattern: null,
    min: null,
    max: null,
    references: null,
    formats: type === 'date' ? ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'] : [],
    default: null,
    renameFrom: [],
    onCast: 'quarantine',
    pii: null,
    mask: null,
    severity: {},
    ...sketch,
    type,
  };
}
