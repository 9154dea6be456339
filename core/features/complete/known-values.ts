import type { JsonSchema } from '../../contracts/schemas/json-schema.ts';
import { yamlValue } from '../../syntax/yaml/yaml-scalar.ts';
import { valueText } from '../support/markdown.ts';
import { listOf, textOf, typesOf } from '../support/schema-at.ts';
import type { Proposal } from './completion.ts';

const columnTypes: readonly (readonly [string, string])[] = [
  ['string', 'text as it is delivered'],
  ['int', 'whole number of 32 bits'],
  ['bigint', 'whole number of 64 bits'],
  ['double', 'floating point number'],
  ['boolean', 'true or false'],
  ['date', 'day, without a time'],
  ['timestamp', 'point in time'],
];

/** The types of columns. */
export function typeProposals(): readonly Proposal[] {
  const decimal: Proposal = {
    label: 'decimal',
    kind: 'type',
    detail: 'exact number: digits in all, digits after the point',
    insertText: 'decimal(${1:10},${2:2})',
    isSnippet: true,
  };
  return [...columnTypes.map(([label, detail]): Proposal => ({ label, kind: 'type', detail })), decimal];
}

const dateFormats = [
  ['yyyy-MM-dd', '2026-01-31'],
  ['M/d/yyyy', '1/31/2026'],
  ['MM/dd/yyyy', '01/31/2026'],
  ['M-d-yyyy', '1-31-2026'],
  ['dd.MM.yyyy', '31.01.2026'],
  ['dd/MM/yyyy', '31/01/2026'],
  ['d-MMM-yyyy', '31-Jan-2026'],
  ['yyyyMMdd', '20260131'],
] as const;

const timestampFormats = [
  ['yyyy-MM-dd HH:mm:ss', '2026-01-31 14:05:09'],
  ["yyyy-MM-dd'T'HH:mm:ss", '2026-01-31T14:05:09'],
  ['M/d/yyyy HH:mm', '1/31/2026 14:05'],
  ['yyyyMMddHHmmss', '20260131140509'],
] as const;

/** Ways to write dates, or timestamps, with an example of each. */
export function formatProposals(type: string): readonly Proposal[] {
  const formats = type === 'timestamp' ? [...timestampFormats, ...dateFormats] : dateFormats;
  return formats.map(([label, detail]) => ({ label, kind: 'value', detail, insertText: yamlValue(label) }));
}

/** The time zones that this machine knows. */
export function zoneProposals(): readonly Proposal[] {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return zones.map((label, index) => ({ label, kind: 'value', rank: index === 0 ? 0 : 1 }));
}

/** What the schema itself lists: allowed values, true and false, the default, examples. */
export function schemaProposals(schema: JsonSchema): readonly Proposal[] {
  const usual = schema['default'];
  const allowed = listOf(schema, 'enum').filter((value) => value !== null && typeof value !== 'number');
  const flags = typesOf(schema).includes('boolean') && allowed.length === 0 ? [true, false] : [];
  const closed = [...allowed, ...flags];
  const scalars = [usual, ...listOf(schema, 'examples')].filter(
    (value) => value !== null && value !== undefined && typeof value !== 'object',
  );
  const open = closed.length > 0 ? [] : scalars;
  return [...closed, ...open].map((value): Proposal => {
    const isUsual = value === usual;
    const note = closed.length > 0 ? textOf(schema, 'title') : 'example';
    return {
      label: valueText(value),
      kind: 'value',
      detail: isUsual ? 'default' : note,
      insertText: yamlValue(value),
    };
  });
}
