import { foldCase } from '../../text/fold-case.ts';
import type { Column, Table } from '../project.ts';

/** The column that most likely tells the rows of a dataset apart, by its rules and its name; null when none looks like that. */
export function likelyKey(dataset: string, table: Table | null): string | null {
  const columns = (table?.columns ?? []).filter(({ mask }) => mask === null || mask === 'hash');
  const named = new Set([`${foldCase(dataset)}_id`, `${singular(foldCase(dataset))}_id`, 'id']);
  const found: Column | undefined =
    columns.find(({ isUnique, isRequired }) => isUnique && isRequired) ??
    columns.find(({ name }) => named.has(foldCase(name))) ??
    columns.find(({ isUnique }) => isUnique);
  return found?.name ?? null;
}

function singular(name: string): string {
  return name.endsWith('ies') ? `${name.slice(0, -3)}y` : name.replace(/s$/, '');
}
