import { formatPath, type Path } from '../text/path.ts';
import { nameValue } from './name-value.ts';
import { suggestType } from './suggest-type.ts';
import type { SchemaError } from './validators.ts';
import type { Meant, Violation } from './violation.ts';

/** A value of another kind than its key takes, with what was meant by it where that is plain. */
export function describeWrongType(error: SchemaError, path: Path, name: string): Violation {
  const types = [error.schema].flat().map(String);
  const base = { code: 'wrong-type', path, part: 'value' } as const;
  const misplaced = describeMisplaced(error.data, types, path);
  if (misplaced !== null) return { ...base, ...misplaced };
  const meant = guess(error, types);
  const message = `${name} must be ${nameTypes(types)}, not ${nameValue(error.data)}`;
  if (meant === null) return { ...base, message: `${message}${adviceFor(path, error.data)}.` };
  const shown = meant.kind === 'yaml' ? `; write \`${meant.own ?? meant.yaml}\`` : '; put it in quotes';
  return { ...base, message: `${message}${shown}.`, meant };
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

function nameTypes(types: unknown): string {
  const names = (Array.isArray(types) ? types : [types]).map(
    (type) => typeNames[String(type)] ?? String(type),
  );
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function adviceFor(path: Path, data: unknown): string {
  return path.length === 3 && path[2] === 'columns' && Array.isArray(data)
    ? '; write each column as a key, with its settings below it'
    : '';
}

const tableSettings = ['mask', 'checks', 'partition_by', 'description', 'owner', 'delete_when'];
const columnSettings = [
  'type',
  'desc',
  'required',
  'unique',
  'pattern',
  'min',
  'max',
  'references',
  'valid_vals',
];

/** A setting among the columns of a table: of the table where that is what the name says, else of the column before it. */
function describeMisplaced(
  data: unknown,
  types: readonly string[],
  path: Path,
): Pick<Violation, 'part' | 'message' | 'meant'> | null {
  const [, , section, key] = path;
  if (path.length !== 4 || section !== 'columns' || !types.includes('object') || typeof key !== 'string')
    return null;
  const isOfTable = tableSettings.includes(key) && (Array.isArray(data) || typeof data === 'string');
  if (!isOfTable && !columnSettings.includes(key)) return null;
  const table = formatPath(path.slice(0, 2));
  const message = isOfTable
    ? `\`${key}\` stands among the columns of \`${table}\`; indent it like \`columns\`.`
    : `\`${key}\` stands among the columns of \`${table}\`; indent it below the column that it is about.`;
  return { part: 'key', message, meant: { kind: isOfTable ? 'outer' : 'inner' } };
}

function guess({ data, parentSchema }: SchemaError, types: readonly string[]): Meant | null {
  const takes = (type: string): boolean => types.includes(type);
  if (typeof data === 'number' || typeof data === 'boolean') {
    if (takes('boolean') && (data === 0 || data === 1)) return yaml(String(data === 1));
    if (takes('string')) return { kind: 'quoted' };
    return takes('array') ? yaml(`[${String(data)}]`) : null;
  }
  if (Array.isArray(data)) {
    const [only] = data as readonly unknown[];
    return takes('string') && data.length === 1 && isPlain(only) ? yaml(only) : null;
  }
  if (typeof data !== 'string') return null;
  const flag = flags[data.trim().toLowerCase()];
  if (takes('boolean') && flag !== undefined) return yaml(flag);
  const number = readLooseNumber(data);
  if (number !== null && (takes('number') || (takes('integer') && /^[0-9]+$/.test(number))))
    return yaml(number);
  if (takes('array')) return readLooseList(data);
  return takes('object') ? readLooseMapping(data, parentSchema?.['properties']) : null;
}

function yaml(text: string, own?: string): Meant {
  return own === undefined ? { kind: 'yaml', yaml: text } : { kind: 'yaml', yaml: text, own };
}

const flags: Readonly<Record<string, string>> = {
  ...{ true: 'true', yes: 'true', y: 'true', on: 'true', t: 'true' },
  ...{ false: 'false', no: 'false', n: 'false', off: 'false', f: 'false' },
};

/** A number with what people write around it: `'30'`, `30 days`, `1,000`. */
function readLooseNumber(text: string): string | null {
  const [, sign = '', digits] = /^\s*(-?)([0-9][0-9,_]*(?:\.[0-9]+)?)\s*(?:[a-z]+)?\s*$/i.exec(text) ?? [];
  return digits === undefined ? null : `${sign}${digits.replace(/[,_]/g, '')}`;
}

/** `a, b`, `-a -b` and `a`: a list all the same. */
function readLooseList(text: string): Meant | null {
  const trimmed = text.trim();
  const items = (trimmed.startsWith('-') ? trimmed.split(/(?:^|\s)-\s*/) : trimmed.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length > 0 && items.every(isPlain) ? yaml(`[${items.join(', ')}]`) : null;
}

/** `type:int`, of which the space was forgotten, and `int`, where a column's settings are meant. */
function readLooseMapping(text: string, properties: unknown): Meant | null {
  const known = Object.keys((properties as object | undefined) ?? {});
  const [, key = '', value = ''] = /^([a-z_]+):(\S.*)$/.exec(text) ?? [];
  if (known.includes(key)) return yaml(`{${key}: ${value}}`, `${key}: ${value}`);
  const type = known.includes('type') ? suggestType(text) : null;
  return type === null ? null : yaml(`{type: ${type.includes(',') ? `'${type}'` : type}}`, `type: ${type}`);
}

/** Whether a text can stand in YAML, between brackets too, as it is. */
function isPlain(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_][^,[\]{}#:'"\n]*$/.test(text);
}
