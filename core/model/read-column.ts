import type { ColumnType, MaskStrategy, RuleSeverity } from '../contracts/plan.ts';
import { patterns } from '../contracts/schemas/json-schema.ts';
import type { YamlNode } from '../syntax/yaml/tree.ts';
import type { Column, ColumnRuleKind, Reference } from './project.ts';
import { child, readChoice, readFlag, readLiteral, readNumber, readText, readTexts } from './read-node.ts';

export const defaultDateFormats = ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'] as const;
export const defaultRetryDays = 30;

const severities = ['error', 'quarantine', 'nullify', 'warn'] as const;
const ruleKinds = [
  'cast',
  'required',
  'pattern',
  'min',
  'max',
  'valid_vals',
  'references',
  'unique',
] as const;
const castActions = ['quarantine', 'nullify', 'error'] as const;

/** One entry of `columns:` with its defaults. Where a value cannot be used, the default stands; a finding tells about it. */
export function readColumn(name: string, node: YamlNode | undefined, isInMaskList: boolean): Column {
  const type = readType(child(node, 'type'));
  const isText = type === 'string';
  const formats = readTexts(child(node, 'formats'));
  const severity = readSeverities(child(node, 'severity'));
  return {
    name,
    type,
    description: readText(child(node, 'desc')),
    validValues: readValidValues(child(node, 'valid_vals'), isText),
    isRequired: readFlag(child(node, 'required')),
    isUnique: readFlag(child(node, 'unique')),
    pattern: readText(child(node, 'pattern')),
    min: readBound(child(node, 'min'), isText),
    max: readBound(child(node, 'max'), isText),
    references: readReference(child(node, 'references')),
    formats: formats.length === 0 && type === 'date' ? defaultDateFormats : formats,
    default: readLiteral(child(node, 'default'), isText),
    renameFrom: readTexts(child(node, 'rename_from')),
    onCast:
      readChoice(child(node, 'on_cast'), castActions) ??
      readChoice(child(child(node, 'severity'), 'cast'), castActions) ??
      'quarantine',
    pii: readText(child(node, 'pii')),
    mask: readMask(child(node, 'mask')) ?? (isInMaskList ? 'null' : null),
    severity,
  };
}

function readType(node: YamlNode | undefined): ColumnType {
  const text = readText(node);
  if (text === null || !new RegExp(patterns.columnType).test(text)) return 'string';
  return text.replace(/\s+/g, '') as ColumnType;
}

/** `mask:` left empty masks too: the other reading would let out what somebody meant to hide. */
function readMask(node: YamlNode | undefined): MaskStrategy | null {
  if (node?.kind !== 'scalar') return null;
  return node.value === null ? 'null' : readChoice(node, ['null', 'hash', 'redact']);
}

function readValidValues(node: YamlNode | undefined, isText: boolean): Column['validValues'] {
  if (node?.kind !== 'list') return null;
  const values = node.items.map((item) => readLiteral(item, isText)).filter((value) => value !== null);
  return values.length === 0 ? null : values;
}

function readBound(node: YamlNode | undefined, isText: boolean): string | number | null {
  const value = readLiteral(node, isText);
  return typeof value === 'boolean' ? null : value;
}

function readReference(node: YamlNode | undefined): Reference | null {
  const text = readText(node) ?? readText(child(node, 'to'));
  if (text === null || !new RegExp(patterns.reference).test(text)) return null;
  const [dataset = '', column = ''] = text.split('.');
  const days = readNumber(child(node, 'retry_days'));
  return { dataset, column, retryDays: days !== null && days >= 0 ? days : defaultRetryDays };
}

function readSeverities(node: YamlNode | undefined): Column['severity'] {
  const found: Partial<Record<ColumnRuleKind, RuleSeverity>> = {};
  for (const kind of ruleKinds) {
    const severity = readChoice(child(node, kind), severities);
    if (severity !== null) found[kind] = severity;
  }
  return found;
}
