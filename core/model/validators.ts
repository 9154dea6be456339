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

/** Compiles the schemas, which takes some tens of milliseconds: once for as many projects as possible. */
export function createValidators(): Validators {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    verbose: true,
    validateSchema: false,
  });
  const config = ajv.compile(configSchema);
  const tables = ajv.compile(tablesSchema);
  const table = ajv.compile({ $ref: 'urn:pistevo:schema:tables_schema#/$defs/table' });
  return { config, tables, table };
}
