import { dialect, type JsonSchema } from './json-schema.ts';

const range: JsonSchema = {
  title: 'Range',
  description: 'A half-open span of the text.',
  type: 'object',
  required: ['start', 'end'],
  additionalProperties: false,
  examples: [{ start: 10, end: 14 }],
  properties: {
    start: {
      title: 'Start',
      description: 'Offset of the first character, in UTF-16 code units.',
      type: 'integer',
      minimum: 0,
      examples: [10],
    },
    end: {
      title: 'End',
      description: 'Offset behind the last character, in UTF-16 code units.',
      type: 'integer',
      minimum: 0,
      examples: [14],
    },
  },
};

const file: JsonSchema = {
  title: 'File',
  description: "Path relative to the project's root, with `/`.",
  type: 'string',
  minLength: 1,
  examples: ['schema/tables_schema.yaml'],
};

const message: JsonSchema = {
  title: 'Message',
  description: 'One sentence that names the thing and says what to do.',
  type: 'string',
  minLength: 1,
  examples: ['Key `requird` means nothing in `tables.claim.columns.billed`; did you mean `required`?'],
};

/** JSON Schema of a `Finding`. */
export const findingSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:pistevo:schema:finding',
  title: 'Finding',
  description: "A user's mistake, or something a user should know, at a place in a file.",
  type: 'object',
  required: ['code', 'severity', 'message', 'file', 'range'],
  additionalProperties: false,
  properties: {
    code: {
      title: 'Code',
      description: 'Stable name of the kind of finding, and of its documentation page.',
      type: 'string',
      pattern: '^[a-z][a-z0-9-]*$',
      examples: ['unknown-key'],
    },
    severity: {
      title: 'Severity',
      description: 'How bad it is; an error stops a run before it starts.',
      enum: ['error', 'warning', 'info', 'hint'],
      examples: ['error'],
    },
    message,
    file,
    range: { $ref: '#/$defs/range' },
    related: {
      title: 'Related places',
      description: 'Other places that belong to the finding.',
      type: 'array',
      default: [],
      examples: [[]],
      items: {
        type: 'object',
        required: ['file', 'range', 'message'],
        additionalProperties: false,
        properties: { file, range: { $ref: '#/$defs/range' }, message },
      },
    },
    fixes: {
      title: 'Fixes',
      description: 'Changes that mend the finding, each by itself.',
      type: 'array',
      default: [],
      examples: [[]],
      items: { $ref: '#/$defs/fix' },
    },
  },
  $defs: {
    range,
    fix: {
      title: 'Fix',
      description: 'A change that mends the finding.',
      type: 'object',
      required: ['title', 'edits'],
      additionalProperties: false,
      properties: {
        title: {
          title: 'Title',
          description: 'What the change does.',
          type: 'string',
          minLength: 1,
          examples: ['Replace it by `required`'],
        },
        edits: {
          title: 'Edits',
          description: 'Replacements in files, none overlapping another.',
          type: 'array',
          examples: [[]],
          items: {
            type: 'object',
            required: ['file', 'range', 'newText'],
            additionalProperties: false,
            properties: {
              file,
              range: { $ref: '#/$defs/range' },
              newText: {
                title: 'New text',
                description: 'What stands in the range afterwards.',
                type: 'string',
                examples: ['required'],
              },
            },
          },
        },
      },
    },
  },
};
