import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SparkVersion } from '../../../tools/spark/prepare.mjs';
import type { Arbiter } from './arbiter.ts';
import type { Label } from './label.ts';

/** Work trees may share one: labels are the same everywhere. */
const folder = process.env['PISTEVO_SQL_LABELS'] ?? join(import.meta.dirname, '../../../.cache/sql-labels');
const arbiterFiles = ['arbiter.py', 'Arbiter.java'].map((name) =>
  join(import.meta.dirname, '../../spark/sql', name),
);

/** The language that is asked about. */
export interface Dialect {
  readonly version: SparkVersion;
  readonly ansi: boolean;
}

/**
 * Labels of texts, asked only for those that were never asked about: they are kept in the ignored `.cache/`, by a hash of the text, a
 * file a dialect and arbiter. `open` is called at most once, and only when something has to be asked.
 */
export async function labelAll(
  texts: readonly string[],
  dialect: Dialect,
  open: () => Promise<Arbiter>,
): Promise<readonly Label[]> {
  const file = fileOf(dialect);
  const known = readKnown(file);
  const missing = [...new Set(texts.filter((text) => !known.has(hashOf(text))))];
  if (missing.length > 0) {
    const arbiter = await open();
    mkdirSync(dirname(file), { recursive: true });
    for (let from = 0; from < missing.length; from += 2000) {
      const part = missing.slice(from, from + 2000);
      const labels = await arbiter.label(part, dialect.ansi);
      const entries = part.map((text, at) => [hashOf(text), labels[at] as Label] as const);
      for (const [hash, label] of entries) known.set(hash, label);
      appendFileSync(file, `${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
    }
  }
  return texts.map((text) => known.get(hashOf(text)) as Label);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function fileOf({ version, ansi }: Dialect): string {
  const arbiter = createHash('sha256');
  for (const file of arbiterFiles) arbiter.update(readFileSync(file));
  return join(folder, `${version}-${ansi ? 'ansi' : 'default'}-${arbiter.digest('hex').slice(0, 8)}.jsonl`);
}

/** A last line that a killed process left half is not there. */
function readKnown(file: string): Map<string, Label> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return new Map(lines.filter((line) => line !== '').map((line) => JSON.parse(line) as [string, Label]));
}
