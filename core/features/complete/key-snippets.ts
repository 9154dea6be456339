import type { JsonSchema } from '../../contracts/schemas/json-schema.ts';
import { yamlValue } from '../../syntax/yaml/yaml-scalar.ts';
import { listOf, typesOf } from '../support/schema-at.ts';

/** Keys whose mapping is best begun with more than an empty line. */
const bodies: Readonly<Record<string, string>> = {
  tables: '\n  ${1:dataset}:\n    columns:\n      ${2:column}:\n        type: ${3:string}',
  sources: '\n  ${1:dataset}:\n    path: ${2:source/dataset/}\n    merge_key: $3',
  columns: '\n  ${1:column}:\n    type: ${2:string}',
  environments: '\n  ${1:local}:\n    $0',
  variables: '\n  ${1:name}: ${2:value}',
  checks: '\n  - name: ${1:name}\n    expr: ${2:condition}',
};

/** Keys of one value or several that are mostly one. */
const usuallyOne: ReadonlySet<string> = new Set(['merge_key', 'partition_by', 'rename_from', 'references']);

export interface KeySnippet {
  readonly insertText: string;
  /** A value is to be written where the cursor comes to stand. */
  readonly isContinued: boolean;
}

/** A key with the beginning of its value, as a snippet. In a flow mapping everything stays on the line. */
export function keySnippet(key: string, schema: JsonSchema, isFlow: boolean): KeySnippet {
  const body = isFlow || !Object.hasOwn(bodies, key) ? undefined : bodies[key];
  if (body !== undefined) return { insertText: `${key}:${body}`, isContinued: false };
  const types = typesOf(schema);
  const values = choicesOf(key, schema);
  if (values.length > 0) return { insertText: `${key}: ${choice(values)}`, isContinued: false };
  if (types.includes('object') && !types.includes('string')) {
    return { insertText: isFlow ? `${key}: {$1}` : `${key}:\n  $0`, isContinued: !isFlow };
  }
  if (types.includes('array') && !usuallyOne.has(key)) {
    return { insertText: isFlow ? `${key}: [$1]` : `${key}:\n  - $0`, isContinued: true };
  }
  return { insertText: `${key}: $1`, isContinued: true };
}

/** Text for a snippet, in which `$`, `}` and `\` have a meaning. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function choicesOf(key: string, schema: JsonSchema): readonly string[] {
  if (typesOf(schema).join() === 'boolean')
    return schema['default'] === true ? ['false', 'true'] : ['true', 'false'];
  if (key === 'type') return ['string', 'int', 'bigint', 'double', 'boolean', 'date', 'timestamp'];
  const values = listOf(schema, 'enum').filter((value) => typeof value === 'string');
  const usual = schema['default'];
  const others = values.filter((value) => value !== usual);
  return [...others, ...values.filter((value) => value === usual)].map(yamlValue);
}

function choice(values: readonly string[]): string {
  return `\${1|${values.map((value) => value.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}
