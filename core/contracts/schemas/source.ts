import { type JsonSchema, namesSchema, patterns } from './json-schema.ts';

const format: JsonSchema = {
  title: 'File format',
  description: 'How the bytes of a source file become records. The defaults read ordinary CSV.',
  type: 'object',
  default: {},
  examples: [{ delimiter: '|', encoding: 'windows-1252' }],
  additionalProperties: false,
  properties: {
    delimiter: {
      title: 'Delimiter',
      description: 'The character between two fields; write a tab as "\\t" in double quotes.',
      type: 'string',
      minLength: 1,
      maxLength: 1,
      default: ',',
      examples: [',', ';', '|', '\t'],
    },
    quote: {
      title: 'Quote',
      description:
        "The character around fields that hold delimiters or line ends; '' when fields are never quoted.",
      type: 'string',
      maxLength: 1,
      default: '"',
      examples: ['"', "'", ''],
    },
    header: {
      title: 'Header line',
      description:
        'Whether the first record names the columns. Without it, fields are taken in the order of `columns`.',
      type: 'boolean',
      default: true,
      examples: [true, false],
    },
    encoding: {
      title: 'Encoding',
      description: 'Character encoding of the files. A byte order mark is understood either way.',
      enum: ['utf-8', 'utf-16', 'iso-8859-1', 'windows-1252'],
      default: 'utf-8',
      examples: ['utf-8', 'windows-1252'],
    },
    compression: {
      title: 'Compression',
      description: '`auto` reads files that end in `.gz` as gzip and checks that they are.',
      enum: ['auto', 'none', 'gzip'],
      default: 'auto',
      examples: ['auto', 'gzip'],
    },
    null_values: {
      title: 'Texts that mean NULL',
      description: 'Field texts, after trimming, that stand for a missing value. Blank fields always do.',
      type: 'array',
      // A bare NULL or -1 means the text that is written.
      items: { type: ['string', 'number', 'boolean', 'null'] },
      uniqueItems: true,
      default: [],
      examples: [['NULL', 'N/A']],
    },
    glob: {
      title: 'File name pattern',
      description:
        'Which files of the folder belong to the dataset; `*` and `?` only, matched against the file name.',
      type: 'string',
      minLength: 1,
      default: '*',
      examples: ['*.csv', 'claims_????.csv.gz'],
    },
    max_expansion: {
      title: 'Greatest expansion',
      description:
        'A compressed file may expand to at most this many times its size; beyond it the file is rejected.',
      type: 'number',
      minimum: 1,
      maximum: 10000,
      default: 200,
      examples: [200],
    },
  },
};

const expect: JsonSchema = {
  title: 'Expectations',
  description: 'What a delivery must be like to be taken at all.',
  type: 'object',
  default: {},
  examples: [{ min_rows: 1, max_bad: 0.05, hours_late: 26 }],
  additionalProperties: false,
  properties: {
    min_rows: {
      title: 'Fewest rows',
      description: 'A delivery of fewer accepted records is rejected.',
      type: 'integer',
      minimum: 0,
      default: 0,
      examples: [1, 1000],
    },
    max_bad: {
      title: 'Greatest bad share',
      description:
        'The share of quarantined and malformed records, 0 to 1 or per cent, above which a delivery is rejected.',
      type: ['number', 'string'],
      minimum: 0,
      maximum: 1,
      pattern: patterns.percent,
      default: 0.1,
      examples: [0.1, '5 %'],
    },
    hours_late: {
      title: 'Hours until late',
      description: 'Without a new delivery for this many hours the dataset is reported as late.',
      type: 'number',
      exclusiveMinimum: 0,
      default: null,
      examples: [26],
    },
  },
};

/** The settings of one entry of `sources:`; none is required here, because environments override some of them. */
export const sourceSchema: JsonSchema = {
  title: 'Source',
  description: 'Where the files of a dataset arrive, and how a delivery becomes rows of its table.',
  type: 'object',
  additionalProperties: false,
  properties: {
    path: {
      title: 'Folder',
      description: 'Folder of the source files: relative to the project, `file://`, `s3://` or `s3a://`.',
      type: 'string',
      minLength: 1,
      examples: ['source/claim/', 's3a://${bucket}/source/claim/'],
    },
    merge_key: {
      title: 'Merge key',
      description: 'The column, or the list of columns, that identifies a row of the table.',
      ...namesSchema,
      minLength: 0,
      default: [],
      examples: ['claim_id', ['claim_id', 'line_no']],
    },
    cdc_key: {
      title: 'Change key',
      description:
        "The column that tells which of two rows with the same key is newer; '' when there is none.",
      type: 'string',
      default: '',
      examples: ['last_modified_date', ''],
    },
    format,
    recursive: {
      title: 'Subfolders',
      description: 'Whether files in subfolders belong to the source.',
      type: 'boolean',
      default: false,
      examples: [true],
    },
    settle_seconds: {
      title: 'Settling time',
      description: 'A file that changed within this many seconds is left for the next run.',
      type: 'number',
      minimum: 0,
      default: 0,
      examples: [60],
    },
    ready_marker: {
      title: 'Ready marker',
      description:
        'Name of a file whose presence says that the delivery is complete; without it nothing is taken.',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ['_SUCCESS'],
    },
    order_by: {
      title: 'Order of files',
      description:
        'Which of two files is later when the change key does not decide: by name, or by modification time.',
      enum: ['path', 'modified'],
      default: 'path',
      examples: ['modified'],
    },
    time_zone: {
      title: 'Time zone',
      description: 'IANA time zone of timestamps that are written without an offset.',
      type: 'string',
      minLength: 1,
      default: 'UTC',
      examples: ['UTC', 'America/New_York'],
    },
    on_drift: {
      title: 'On unknown columns',
      description: 'What to do when a file holds columns that the schema does not know.',
      enum: ['fail', 'warn', 'ignore'],
      default: 'warn',
      examples: ['fail'],
    },
    on_redelivery: {
      title: 'On redelivery',
      description: 'What to do with a file whose content has been ingested before under another name.',
      enum: ['skip', 'ingest', 'fail'],
      default: 'skip',
      examples: ['fail'],
    },
    load: {
      title: 'Load',
      description:
        '`upsert` keeps one row for each key, `append` adds all rows, `replace` makes the delivery the table.',
      enum: ['upsert', 'append', 'replace'],
      default: 'upsert',
      examples: ['append'],
    },
    allow_empty: {
      title: 'Allow empty',
      description: 'Whether `load: replace` may leave the table without any row.',
      type: 'boolean',
      default: false,
      examples: [true],
    },
    expect,
  },
};
