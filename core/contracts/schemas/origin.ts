import { dialect, type JsonSchema } from './json-schema.ts';

/** The body of the Origin schema, for schemas that hold origins. */
export const originDefinition: JsonSchema = {
  title: 'Origin',
  description: 'Where something that the user wrote came from.',
  type: 'object',
  required: ['file', 'path', 'hash'],
  additionalProperties: false,
  examples: [
    {
      file: 'schema/tables_schema.yaml',
      path: 'tables.claim.columns.billed.valid_vals',
      hash: '0123456789ab',
    },
  ],
  properties: {
    file: {
      title: 'File',
      description: "Path relative to the project's root, with `/`.",
      type: 'string',
      minLength: 1,
      examples: ['schema/tables_schema.yaml'],
    },
    path: {
      title: 'Path',
      description: 'Dotted path of the value inside the file.',
      type: 'string',
      examples: ['tables.claim.columns.billed.valid_vals'],
    },
    hash: {
      title: 'Hash',
      description: 'First 12 hex digits of the SHA-256 of the value as canonical JSON.',
      type: 'string',
      pattern: '^[0-9a-f]{12}$',
      examples: ['0123456789ab'],
    },
  },
};

/** JSON Schema of an `Origin`. */
export const originSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:pistevo:schema:origin',
  ...originDefinition,
};
