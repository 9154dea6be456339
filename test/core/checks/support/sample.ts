import type { ProjectFacts } from '../../../../core/checks/check.ts';
import type { ColumnType } from '../../../../core/contracts/plan.ts';
import { fitsType } from '../../../../core/semantics/fits-type.ts';

interface Declared {
  readonly type: ColumnType;
  readonly formats: readonly string[];
}

/** Facts of one dataset from the lines of a small file without quotes; `declared` by header name, strings otherwise. */
export function sampleFacts(
  dataset: string,
  csv: string,
  declared: Readonly<Record<string, Declared>> = {},
): ProjectFacts {
  const [header = '', ...records] = csv
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const headers = header.split(',');
  const columns = headers.map((name, index) => {
    const values = records.map((record) => record.split(',')[index] ?? '').map((value) => value.trim());
    const filled = values.filter((value) => value !== '');
    const { type, formats } = declared[name] ?? { type: 'string', formats: [] };
    const fitting = filled.filter((value) => fitsType(value, type, formats)).length;
    return [name, { values: filled.length, fitting, blank: values.length - filled.length }] as const;
  });
  const facts = {
    file: `in/${dataset}.csv`,
    headers,
    samples: records.length,
    columns: Object.fromEntries(columns),
  };
  return { sources: { [dataset]: facts } };
}
