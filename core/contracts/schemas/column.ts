import { type JsonSchema, namesSchema, patterns } from './json-schema.ts';

const everySeverity = ['error', 'quarantine', 'nullify', 'warn'];

function severityOf(title: string, rule: string, choices: readonly string[], usual: string): JsonSchema {
  return {
    title,
    description: `What happens to a record ${rule}.`,
    enum: choices,
    default: usual,
    examples: [choices[0]],
  };
}

const severity: JsonSchema = {
  title: 'Severities',
  description:
    'What happens when a rule of the column is broken: `error` rejects the delivery, `quarantine` sets the record aside, `nullify` empties the value, `warn` only counts it.',
  type: 'object',
  default: {},
  examples: [{ pattern: 'warn' }],
  additionalProperties: false,
  properties: {
    cast: severityOf(
      'Cast',
      'whose value is not of the type; like `on_cast`',
      ['error', 'quarantine', 'nullify'],
      'quarantine',
    ),
    required: severityOf('Required', 'without a value', ['error', 'quarantine', 'warn'], 'quarantine'),
    pattern: severityOf('Pattern', 'whose value does not match', everySeverity, 'quarantine'),
    min: severityOf('Least value', 'whose value is less', everySeverity, 'quarantine'),
    max: severityOf('Greatest value', 'whose value is greater', everySeverity, 'quarantine'),
    valid_vals: severityOf('Valid values', 'whose value is not in the list', everySeverity, 'nullify'),
    references: severityOf('Reference', 'whose parent does not exist', everySeverity, 'quarantine'),
    unique: severityOf('Unique', 'whose value another row has', ['error', 'warn'], 'error'),
  },
};

/** JSON Schema of one entry of `columns:`. */
export const columnSchema: JsonSchema = {
  title: 'Column',
  description: 'Type and rules of one column.',
  type: 'object',
  additionalProperties: false,
  properties: {
    type: {
      title: 'Type',
      description: 'string, int, bigint, double, boolean, date, timestamp or decimal(precision,scale).',
      type: 'string',
      pattern: patterns.columnType,
      default: 'string',
      examples: ['string', 'int', 'bigint', 'double', 'boolean', 'date', 'timestamp', 'decimal(10,2)'],
    },
    desc: {
      title: 'Description',
      description: 'What the column means.',
      type: 'string',
      default: null,
      examples: ['In US dollars'],
    },
    valid_vals: {
      title: 'Valid values',
      description:
        'The only values of the column; letter case is ignored. Others are emptied unless `severity` says otherwise.',
      type: 'array',
      minItems: 1,
      items: { type: ['string', 'number', 'boolean'] },
      default: null,
      examples: [
        ['T', 'F'],
        [100, 50, 0],
      ],
    },
    required: {
      title: 'Required',
      description: 'Whether every record must have a value, and every file the column.',
      type: 'boolean',
      default: false,
      examples: [true],
    },
    unique: {
      title: 'Unique',
      description: 'Whether no two rows of the table may have the same value.',
      type: 'boolean',
      default: false,
      examples: [true],
    },
    pattern: {
      title: 'Pattern',
      description: 'Regular expression that the whole value must match (what RE2 and Java have in common).',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ['[0-9]{5}(-[0-9]{4})?'],
    },
    min: {
      title: 'Least value',
      description: 'The least value that is allowed, read with the type of the column.',
      type: ['number', 'string'],
      default: null,
      examples: [0, '1900-01-01'],
    },
    max: {
      title: 'Greatest value',
      description: 'The greatest value that is allowed, read with the type of the column.',
      type: ['number', 'string'],
      default: null,
      examples: [100, '2100-01-01'],
    },
    references: {
      title: 'Reference',
      description: 'The column of another dataset in which every value must exist: `<dataset>.<column>`.',
      type: ['string', 'object'],
      pattern: patterns.reference,
      default: null,
      examples: ['patients.patient_id', { to: 'patients.patient_id', retry_days: 7 }],
      required: ['to'],
      additionalProperties: false,
      properties: {
        to: {
          title: 'Parent',
          description: 'The column of another dataset: `<dataset>.<column>`.',
          type: 'string',
          pattern: patterns.reference,
          examples: ['patients.patient_id'],
        },
        retry_days: {
          title: 'Days of retrying',
          description: 'A record without its parent is tried again by later runs for this many days.',
          type: 'integer',
          minimum: 0,
          maximum: 3650,
          default: 30,
          examples: [7],
        },
      },
    },
    formats: {
      title: 'Formats',
      description:
        'How dates or timestamps are written, first match wins. Letters: yyyy M MM d dd MMM HH mm ss.',
      ...namesSchema,
      minItems: 1,
      default: ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'],
      examples: [['dd.MM.yyyy']],
    },
    default: {
      title: 'Default',
      description: 'The value of a record that has none.',
      type: ['string', 'number', 'boolean'],
      default: null,
      examples: ['unknown', 0],
    },
    rename_from: {
      title: 'Former names',
      description: 'Header names under which files deliver this column too.',
      ...namesSchema,
      default: [],
      examples: ['pat_id', ['pat_id', 'patient']],
    },
    on_cast: {
      title: 'On failed cast',
      description: 'What happens to a record whose value is not of the type.',
      enum: ['quarantine', 'nullify', 'error'],
      default: 'quarantine',
      examples: ['nullify'],
    },
    pii: {
      title: 'Personal data',
      description: 'Kind of personal data in the column, so that a check can ask for a mask.',
      type: 'string',
      minLength: 1,
      default: null,
      examples: ['name', 'address', 'email'],
    },
    mask: {
      title: 'Mask',
      description:
        "What the tables hold in place of the value: nothing ('null', also when left empty), a keyed digest (`hash`) or `***` (`redact`).",
      enum: ['null', 'hash', 'redact', null],
      default: null,
      examples: ['hash', 'redact'],
    },
    severity,
  },
};
