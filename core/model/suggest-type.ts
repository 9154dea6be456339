import { nearNames } from '../text/near-names.ts';

const types = ['string', 'int', 'bigint', 'double', 'boolean', 'date', 'timestamp'];

/** What other systems call our types. */
const synonyms: Readonly<Record<string, string>> = {
  integer: 'int',
  int32: 'int',
  smallint: 'int',
  tinyint: 'int',
  long: 'bigint',
  int64: 'bigint',
  float: 'double',
  real: 'double',
  number: 'double',
  bool: 'boolean',
  text: 'string',
  varchar: 'string',
  char: 'string',
  str: 'string',
  datetime: 'timestamp',
  numeric: 'decimal(18,2)',
  decimal: 'decimal(18,2)',
};

/** The type that a wrong type name most likely means; null when none is near. */
export function suggestType(written: string): string | null {
  const name = written
    .trim()
    .toLowerCase()
    .replace(/\s*\(.*$/, '');
  if (types.includes(name)) return name;
  if (Object.hasOwn(synonyms, name)) return synonyms[name] ?? null;
  return nearNames(name, types)[0] ?? null;
}
