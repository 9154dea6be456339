import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { configSchema } from '../contracts/schemas/config.ts';
import { tablesSchema } from '../contracts/schemas/tables-schema.ts';

/** Compiled schemas of a project's files. */
export interface Validators {
  readonly config: ValidateFunction;
  readonly tables: ValidateFunction;
  readonly table: ValidateFunction;
}

export type SchemaError = ErrorObject;

/** How the schemas are compiled: here, and ahead of time for the bundles (`tools/precompile-validators.mjs`). */
export const validatorOptions = {
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  verbose: true,
  validateSchema: false,
} as const;

/** The schema of one entry of `tables:`. */
export const tableReference = {
  $id: 'urn:pistevo:table',
  $ref: 'urn:pistevo:schema:tables_schema#/$defs/table',
};

/** Compiles the schemas, which takes more than a tenth of a second: once for as many projects as possible. */
export function createValidators(): Validators {
  const ajv = new Ajv2020(validatorOptions);
  const config = ajv.compile(configSchema);
  const tables = ajv.compile(tablesSchema);
  const table = ajv.compile(tableReference);
  return { config, tables, table };
}
