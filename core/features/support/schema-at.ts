import { configSchema } from '../../contracts/schemas/config.ts';
import type { JsonSchema } from '../../contracts/schemas/json-schema.ts';
import { tablesSchema } from '../../contracts/schemas/tables-schema.ts';
import { configFile, schemaFile } from '../../model/project.ts';
import type { Path } from '../../text/path.ts';

/** What the schemas say of a value. */
export interface SchemaPart {
  readonly schema: JsonSchema;
  /** The mapping around it must have it. */
  readonly isRequired: boolean;
  /** Its key is a name that the user chose, as that of a dataset, a column or an environment is. */
  readonly isNamed: boolean;
}

/** The schema of the value at a path of a project file; null for paths that no project has, and for other files. */
export function schemaAt(file: string, path: Path): SchemaPart | null {
  const root = rootOf(file);
  if (root === null) return null;
  let part: SchemaPart = { schema: root, isRequired: true, isNamed: false };
  for (const step of path) {
    const next = stepInto(part.schema, step);
    if (next === null) return null;
    part = { ...next, schema: resolve(root, next.schema) };
  }
  return part;
}

/** The keys that a mapping of this schema may have, with what they hold. */
export function propertiesOf(file: string, path: Path): readonly (readonly [string, SchemaPart])[] {
  const schema = schemaAt(file, path)?.schema;
  const own = schema === undefined ? null : asSchema(schema['properties']);
  if (own === null) return [];
  return Object.keys(own).flatMap((key) => {
    const part = schemaAt(file, [...path, key]);
    return part === null ? [] : [[key, part] as const];
  });
}

/** The JSON types that a value may have; empty when the schema only lists values. */
export function typesOf(schema: JsonSchema): readonly string[] {
  const type = schema['type'];
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((entry) => typeof entry === 'string') : [];
}

export function textOf(schema: JsonSchema, key: 'title' | 'description'): string {
  const text = schema[key];
  return typeof text === 'string' ? text : '';
}

export function listOf(schema: JsonSchema, key: 'enum' | 'examples'): readonly unknown[] {
  const list = schema[key];
  return Array.isArray(list) ? list : [];
}

function rootOf(file: string): JsonSchema | null {
  if (file === configFile) return configSchema;
  return file === schemaFile ? tablesSchema : null;
}

function stepInto(schema: JsonSchema, step: string | number): SchemaPart | null {
  if (typeof step === 'number') {
    const items = asSchema(schema['items']);
    return items === null ? null : { schema: items, isRequired: false, isNamed: false };
  }
  const properties = asSchema(schema['properties']);
  const own = properties !== null && Object.hasOwn(properties, step) ? asSchema(properties[step]) : null;
  const required = schema['required'];
  const isRequired = Array.isArray(required) && required.includes(step);
  if (own !== null) return { schema: own, isRequired, isNamed: false };
  const others = asSchema(schema['additionalProperties']);
  return others === null ? null : { schema: others, isRequired: false, isNamed: true };
}

function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const definitions = asSchema(root['$defs']);
  const target = definitions === null ? null : asSchema(definitions[reference.replace('#/$defs/', '')]);
  if (target === null) return schema;
  const found = resolve(root, target);
  return { ...found, required: schema['required'] ?? found['required'] };
}

function asSchema(value: unknown): JsonSchema | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonSchema) : null;
}
