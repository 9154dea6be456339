import type { YamlNode } from '../syntax/yaml/tree.ts';
import type { Check, Table } from './project.ts';
import { readColumn } from './read-column.ts';
import { child, childrenOf, readChoice, readText, readTexts } from './read-node.ts';
import type { Violation } from './violation.ts';

export interface ReadTable {
  readonly table: Table;
  /** What the schema cannot say; paths start at the table. */
  readonly violations: readonly Violation[];
}

/** One entry of `tables:` with its defaults. */
export function readTable(node: YamlNode): ReadTable {
  const masked = new Set(readTexts(child(node, 'mask')));
  const { checks, violations } = readChecks(child(node, 'checks'));
  const table: Table = {
    columns: childrenOf(child(node, 'columns')).map(([name, column]) =>
      readColumn(name, column, masked.has(name)),
    ),
    checks,
    partitionBy: readTexts(child(node, 'partition_by')),
    description: readText(child(node, 'description')),
    owner: readText(child(node, 'owner')),
    deleteWhen: readText(child(node, 'delete_when')),
  };
  return { table, violations };
}

const kinds = ['expr', 'table', 'sql'] as const;

function readChecks(node: YamlNode | undefined): {
  checks: readonly Check[];
  violations: readonly Violation[];
} {
  const checks: Check[] = [];
  const violations: Violation[] = [];
  const names = new Map<string, number>();
  for (const [index, item] of (node?.kind === 'list' ? node.items : []).entries()) {
    const check = readCheck(item, index);
    if (typeof check === 'string') {
      violations.push({ code: 'invalid-value', path: ['checks', index], part: 'value', message: check });
      continue;
    }
    if (check === null) continue;
    const earlier = names.get(check.name);
    if (earlier !== undefined) {
      const message = `Check ${index + 1} has the name of check ${earlier + 1}, \`${check.name}\`; give it another one.`;
      violations.push({ code: 'invalid-name', path: ['checks', index, 'name'], part: 'value', message });
      continue;
    }
    names.set(check.name, index);
    checks.push(check);
  }
  return { checks, violations };
}

/** The check, a sentence about what is wrong with it, or null where the schema has told. */
function readCheck(node: YamlNode, index: number): Check | string | null {
  const usual = `check_${index + 1}`;
  const line = readText(node);
  if (line !== null)
    return { name: usual, kind: 'expr', text: line, severity: 'quarantine', message: null, index };
  if (node.kind !== 'map') return null;
  const written = kinds.filter((kind) => node.entries.has(kind));
  const [kind] = written;
  if (kind === undefined || written.length > 1) {
    return `Check ${index + 1} must have exactly one of \`expr\`, \`table\` and \`sql\`.`;
  }
  if (kind !== 'sql' && node.entries.has('engine')) {
    return `Check ${index + 1} names an \`engine\`, which only \`sql\` checks do; remove it.`;
  }
  const text = readText(child(node, kind));
  if (text === null) return null;
  const severity = readChoice(child(node, 'severity'), ['error', 'quarantine', 'warn']);
  return {
    name: readText(child(node, 'name')) ?? usual,
    kind,
    text,
    severity: severity ?? (kind === 'expr' ? 'quarantine' : 'error'),
    message: readText(child(node, 'message')),
    index,
  };
}
