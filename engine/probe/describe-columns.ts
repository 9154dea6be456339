import type { ColumnType } from '../../core/contracts/plan.ts';
import type { Candidates, ColumnStats } from './column-stats.ts';
import { inferPii } from './infer-pii.ts';
import { inferType } from './infer-type.ts';
import type { Survey } from './survey-file.ts';
import { validName } from './table-name.ts';

/** A column before keys and references are known. */
export interface DescribedColumn {
  readonly name: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly formats: readonly string[];
  readonly misfits: number;
  readonly pii: string | null;
  readonly stats: ColumnStats;
  /** Spellings of nothing in a column that is not of strings. */
  readonly nullWords: readonly string[];
  readonly notes: readonly string[];
}

/** Names, types and personal data of a survey's columns; a column without a name in the header is left out. */
export function describeColumns(table: string, survey: Survey, candidates: Candidates): DescribedColumn[] {
  const taken = new Set<string>();
  return survey.headers.flatMap((delivered, index): DescribedColumn[] => {
    const header = delivered.trim();
    const stats = survey.stats[index];
    const plain = validName(header, 'column');
    if (header === '' || stats === undefined || taken.has(header.toLowerCase())) return [];
    taken.add(header.toLowerCase());
    const name =
      /^[A-Za-z_][A-Za-z0-9_]*$/.test(header) && header.length <= 120
        ? header
        : freeName(plain, survey, taken);
    const { type, formats, misfits, notes } = inferType(name, stats, candidates);
    const nullWords = type === 'string' ? [] : [...stats.nullWords.keys()];
    return [
      { name, header, type, formats, misfits, pii: inferPii(table, name, stats), stats, nullWords, notes },
    ];
  });
}

function freeName(wanted: string, survey: Survey, taken: Set<string>): string {
  const headers = new Set(survey.headers.map((header) => header.trim().toLowerCase()));
  let name = wanted;
  for (let number = 2; headers.has(name.toLowerCase()) || taken.has(name.toLowerCase()); number++)
    name = `${wanted}_${number}`;
  taken.add(name.toLowerCase());
  return name;
}
