import type { Finding } from '../contracts/finding.ts';
import { projectLimits } from '../contracts/schemas/json-schema.ts';
import { toValue } from '../syntax/yaml/to-value.ts';
import type { YamlNode } from '../syntax/yaml/tree.ts';
import type { Steps } from '../text/drain.ts';
import { describeErrors, mostViolations } from './describe-errors.ts';
import type { Table } from './project.ts';
import type { LoadedTable, ProjectCache } from './project-cache.ts';
import { child, childrenOf } from './read-node.ts';
import { readTable } from './read-table.ts';
import { recover } from './recover.ts';
import { settle, tableShape } from './settle.ts';
import type { ParsedDocument } from './source-document.ts';
import { toFindings } from './to-findings.ts';
import type { Violation } from './violation.ts';

export interface LoadedTables {
  /** Every entry of `tables:`; null for one that cannot be used. */
  readonly tables: ReadonlyMap<string, Table | null>;
  readonly findings: readonly Finding[];
}

/** The schema file as tables, each validated and read on its own. */
export function* loadTables(parsed: ParsedDocument | null, cache: ProjectCache): Steps<LoadedTables> {
  const tables = new Map<string, Table | null>();
  if (parsed === null) return { tables, findings: [] };
  const { document, root } = parsed;
  if (parsed.document.isDamaged([])) return { tables, findings: document.findings };
  const entries = childrenOf(child(root ?? undefined, 'tables'));
  const violations = [...validateOutside(root, entries, cache)];
  const isReadable = entries.length <= projectLimits.datasets;
  for (const [name, node] of entries) {
    if (!isReadable || parsed.document.isDamaged(['tables', name])) {
      tables.set(name, null);
      continue;
    }
    const read = readCached(name, node, cache);
    yield;
    violations.push(...read.violations);
    tables.set(name, read.table);
  }
  return { tables, findings: [...document.findings, ...toFindings(document, violations)] };
}

/** What the file holds beside its tables, and their names. A table is stood for by the least one that is sound. */
function validateOutside(
  root: YamlNode | null,
  entries: readonly (readonly [string, YamlNode])[],
  cache: ProjectCache,
): readonly Violation[] {
  const value: Record<string, unknown> | unknown = root === null ? {} : toValue(root, cache.yaml.values);
  const validate = cache.validators().tables;
  if (root?.kind !== 'map') return validate(value) ? [] : describeErrors(validate.errors, []);
  const outside: Record<string, unknown> = Object.assign(Object.create(null), value);
  const tables = child(root, 'tables');
  if (tables?.kind === 'map' || (tables?.kind === 'scalar' && tables.value === null)) {
    const least = { columns: { a: {} } };
    const stand: Record<string, unknown> = Object.create(null);
    for (const [name] of entries) stand[name] = least;
    outside['tables'] = stand;
  }
  return validate(outside) ? [] : describeErrors(validate.errors, []);
}

function readCached(name: string, node: YamlNode, cache: ProjectCache): LoadedTable {
  const key = node.kind === 'map' ? node.entries : null;
  const known = key === null ? undefined : cache.tables.get(key);
  if (known !== undefined && known.name === name) return known.read;
  const read = readOne(name, node, cache);
  if (key !== null) cache.tables.set(key, { name, read });
  return read;
}

function readOne(name: string, node: YamlNode, cache: ProjectCache): LoadedTable {
  const base = ['tables', name];
  const settled = settle(node, tableShape);
  if (childrenOf(child(settled, 'columns')).length > projectLimits.columns) {
    const most = projectLimits.columns.toLocaleString('en-US');
    const message = `Table \`${name}\` has more than ${most} columns and is not read; split it.`;
    return {
      table: null,
      violations: [{ code: 'too-many-entries', path: [...base, 'columns'], part: 'key', message }],
    };
  }
  const validate = cache.validators().table;
  const isValid = validate(toValue(settled, new WeakMap()));
  const violations = isValid ? [] : describeErrors(validate.errors, base);
  const meant = recover(settled, violations, base);
  if (meant.kind !== 'map') return { table: null, violations };
  const { table, violations: own } = readTable(meant);
  const placed = own.map((violation) => ({ ...violation, path: [...base, ...violation.path] }));
  return { table, violations: [...violations, ...placed].slice(0, mostViolations) };
}
