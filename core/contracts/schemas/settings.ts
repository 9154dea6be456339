import { type JsonSchema, nameSchema } from './json-schema.ts';

const folder = { type: 'string', minLength: 1 } as const;
const days = { type: 'integer', minimum: 0, maximum: 36500 } as const;

const lint: JsonSchema = {
  title: 'Findings',
  description: 'What is found in this project, and how bad it is. Editor settings never change that.',
  type: 'object',
  default: {},
  examples: [{ severity: { 'upsert-without-order': 'off' }, ignore: ['sql_scripts/old/'] }],
  additionalProperties: false,
  properties: {
    severity: {
      title: 'Severity of findings',
      description: 'Severity by finding code; `off` silences it.',
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9-]*$' },
      additionalProperties: { enum: ['off', 'error', 'warning', 'info'] },
      default: {},
      examples: [{ 'upsert-without-order': 'off' }],
    },
    ignore: {
      title: 'Ignored paths',
      description: 'Files and folders, relative to the project, in which nothing is found.',
      type: 'array',
      items: { type: 'string', minLength: 1 },
      default: [],
      examples: [['sql_scripts/old/']],
    },
  },
};

const retention: JsonSchema = {
  title: 'Retention',
  description: 'How long a project keeps what it could do without.',
  type: 'object',
  default: {},
  examples: [{ staging_days: 7 }],
  additionalProperties: false,
  properties: {
    staging_days: {
      title: 'Days of staging',
      description: 'Staged records are kept for this many days.',
      ...days,
      default: 30,
      examples: [30],
    },
    undo_commits: {
      title: 'Commits to undo',
      description: 'How many commits of a dataset `rollback` can take back.',
      type: 'integer',
      minimum: 0,
      maximum: 100,
      default: 5,
      examples: [5],
    },
    runs_days: {
      title: 'Days of run folders',
      description: 'Records and logs of runs are kept for this many days.',
      ...days,
      default: 90,
      examples: [90],
    },
  },
};

const spark: JsonSchema = {
  title: 'Spark',
  description: 'The Spark that SQL is written for.',
  type: 'object',
  default: {},
  examples: [{ version: '4.0', ansi: true }],
  additionalProperties: false,
  properties: {
    version: {
      title: 'Version',
      description: 'Spark version, in quotes. Without it, that of `emr.release`, else 3.5.',
      type: ['string', 'number'],
      enum: ['3.5', '4.0', 3.5, 4],
      default: '3.5',
      examples: ['3.5', '4.0'],
    },
    ansi: {
      title: 'ANSI mode',
      description:
        'Whether SQL scripts run in ANSI mode, where a failed cast or an overflow stops the query.',
      type: 'boolean',
      default: false,
      examples: [true],
    },
  },
};

/** What a project, or one of its environments, may set beside `sources` and `variables`. */
export const settingsProperties: JsonSchema = {
  target_path: {
    title: 'Target folder',
    description: 'Where tables are kept: a folder of the project, `file://` or `s3a://`.',
    ...folder,
    default: 'target/',
    examples: ['target/', 's3a://${bucket}/target/'],
  },
  target_schema: {
    title: 'Target schema',
    description: 'Database that holds the tables.',
    ...nameSchema,
    default: 'default',
    examples: ['billing'],
  },
  s3_bucket: {
    title: 'Bucket',
    description: 'Name of the S3 bucket of the project.',
    type: 'string',
    default: null,
    examples: ['acme-billing'],
  },
  archive_path: {
    title: 'Archive folder',
    description: 'Where ingested files are moved to. By default `archive/` beside the target folder.',
    ...folder,
    default: null,
    examples: ['archive/'],
  },
  artifacts_path: {
    title: 'Artifacts folder',
    description: 'Where published plans and scripts go. By default `artifacts/` beside the target folder.',
    ...folder,
    default: null,
    examples: ['s3a://${bucket}/artifacts/'],
  },
  logs_path: {
    title: 'Logs folder',
    description: 'Where clusters write their logs.',
    ...folder,
    default: null,
    examples: ['s3a://${bucket}/logs/'],
  },
  spark,
  retention,
  storage: {
    title: 'Storage',
    description: 'Options of the object store, as the engine that uses it documents them.',
    type: 'object',
    default: {},
    examples: [{ region: 'eu-central-1' }],
  },
  emr: {
    title: 'Amazon EMR',
    description: 'Options of the EMR engine. `release` also decides the Spark version.',
    type: 'object',
    default: {},
    examples: [{ release: 'emr-7.13.0' }],
    properties: {
      release: {
        title: 'Release',
        description: 'Release label of the cluster.',
        type: 'string',
        minLength: 1,
        default: null,
        examples: ['emr-7.13.0', 'emr-spark-8.0.0'],
      },
    },
  },
  alerts: {
    title: 'Alerts',
    description: 'Whom to tell about runs, as the engine that does it documents it.',
    type: 'object',
    default: {},
    examples: [{}],
  },
  lint,
};
