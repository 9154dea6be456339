import { dialect, type JsonSchema, nameSchema, patterns } from './json-schema.ts';
import { settingsProperties } from './settings.ts';
import { sourceSchema } from './source.ts';

const variables: JsonSchema = {
  title: 'Variables',
  description: 'Texts to use in this file as `${name}`, or `${name:-otherwise}`; `$${` writes `${` itself.',
  type: 'object',
  default: {},
  examples: [{ bucket: 'acme-billing' }],
  propertyNames: { pattern: patterns.name },
  additionalProperties: { type: ['string', 'number', 'boolean'] },
};

/** JSON Schema of `conf/config.yaml`. */
export const configSchema: JsonSchema = {
  $schema: dialect,
  $id: 'urn:pistevo:schema:config',
  title: 'Project configuration',
  description: 'conf/config.yaml: where the data of a project comes from and goes to.',
  type: 'object',
  required: ['sources'],
  additionalProperties: false,
  properties: {
    ...settingsProperties,
    default_environment: {
      title: 'Default environment',
      description: 'The environment of a command that names none.',
      type: 'string',
      default: null,
      examples: ['local'],
    },
    variables,
    environments: {
      title: 'Environments',
      description:
        'Settings that hold in one environment only. They are merged over the others; lists are replaced.',
      type: 'object',
      default: {},
      examples: [{ local: { target_path: 'target/' } }],
      propertyNames: { pattern: patterns.environment },
      additionalProperties: { $ref: '#/$defs/environment' },
    },
    sources: {
      title: 'Sources',
      description: 'One entry for each dataset, under the name of its table.',
      type: 'object',
      examples: [{ claim: { path: 'source/claim/', merge_key: 'claim_id' } }],
      propertyNames: nameSchema,
      additionalProperties: { $ref: '#/$defs/completeSource' },
    },
  },
  $defs: {
    source: sourceSchema,
    completeSource: {
      type: 'object',
      properties: { path: true },
      $ref: '#/$defs/source',
      required: ['path'],
    },
    environment: {
      title: 'Environment',
      description: 'What is different in this environment.',
      type: 'object',
      additionalProperties: false,
      properties: {
        ...settingsProperties,
        variables,
        sources: {
          title: 'Sources',
          description: 'What is different about sources in this environment.',
          type: 'object',
          default: {},
          examples: [{ claim: { path: 'source/claim/' } }],
          propertyNames: nameSchema,
          additionalProperties: { $ref: '#/$defs/source' },
        },
      },
    },
  },
};
