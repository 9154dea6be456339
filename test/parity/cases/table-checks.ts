import type { Random } from '../../../samples/random.ts';

const records = [
  "level >= 1 OR word = 'a'",
  "at >= '2024-01-02'",
  'length(word) < 2 AND level IS NOT NULL',
  "upper(word) IN ('A', 'B')",
  "CASE WHEN level > 1 THEN word <> 'b' ELSE TRUE END",
  'level * 2 BETWEEN 1 AND 4',
  "word LIKE '%a%' OR coalesce(word, 'z') = 'z'",
  "substr(trim(part), 1, 1) = 'a'",
  "coalesce(part, '') <> 'A'",
  'abs(level - 2) <= 1 AND NOT (word IS NULL)',
  "moment < '2024-03-01 00:00:00' OR level IS NULL",
];
/** What hardly any record breaks: an error rejects the whole delivery. */
const mostlyTrue = [
  'level IS NULL OR level < 100',
  "part <> 'x' OR word <> 'x' OR level = 1",
  "length(coalesce(word, '')) < 3",
];
const tables = [
  'count(*) > 0',
  'count(level) < 60',
  'sum(level) < 90',
  "min(at) >= '2024-01-01' AND max(level) <= 3",
  'count(*) < 45 OR max(word) IS NOT NULL',
  "max(moment) > '2024-02-01 00:00:00'",
  'min(level) IS NULL OR min(level) > 0',
];
const mostlyTrueTables = [
  'count(*) < 100000',
  'max(level) < 10 OR count(*) = 0',
  "max(at) <= '2030-01-01' OR max(at) IS NULL",
];

/** Checks of records and of the table, of every severity that they can have. */
export function tableChecks(random: Random): readonly Readonly<Record<string, unknown>>[] {
  const drawn = [
    ...random
      .sample(records, random.int(0, 2))
      .map((expr) => ({ expr, severity: random.pick(['quarantine', 'warn', 'warn']) })),
    ...(random.chance(0.2) ? [{ expr: random.pick(mostlyTrue), severity: 'error' }] : []),
    ...(random.chance(0.4) ? [{ table: random.pick(tables), severity: 'warn' }] : []),
    ...(random.chance(0.2) ? [{ table: random.pick(mostlyTrueTables), severity: 'error' }] : []),
    ...(random.chance(0.05) ? [{ table: random.pick(tables), severity: 'error' }] : []),
  ];
  return drawn.map((check, at) => ({ name: `check_${at + 1}`, ...check }));
}
