import { name } from './query.ts';
import { warehouseAlias } from './warehouse.ts';

/** A table of schema `pistevo`, quoted; `:` keeps physical names apart from each other whatever a dataset is called. */
export function ownTable(table: string): string {
  return `${warehouseAlias}.pistevo.${name(table)}`;
}

export function physicalTarget(dataset: string, commitNo: number): string {
  return `target:${dataset}:${commitNo}`;
}

export function undoTable(dataset: string, commitNo: number): string {
  return `undo:${dataset}:${commitNo}`;
}

export function quarantineTable(dataset: string): string {
  return `quarantine:${dataset}`;
}
/**
 * A view for users. The file is named after the target schema and DuckDB names a database after its file, so views in
 * schema `main` are `<schema>.<dataset>`; a schema of that name besides would make every such name ambiguous.
 */
export function userView(view: string): string {
  return `${warehouseAlias}.main.${name(view)}`;
}
