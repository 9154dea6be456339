// `npm run docs`: writes docs/configuration.md from the JSON Schemas, so that the page cannot disagree with the checks.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../core/contracts/schemas/config.ts';
import type { JsonSchema } from '../core/contracts/schemas/json-schema.ts';
import { settingsProperties } from '../core/contracts/schemas/settings.ts';
import { sourceSchema } from '../core/contracts/schemas/source.ts';
import { tablesSchema } from '../core/contracts/schemas/tables-schema.ts';

type Properties = Readonly<Record<string, JsonSchema>>;

const propertiesOf = (schema: JsonSchema): Properties => (schema['properties'] ?? {}) as Properties;
const code = (value: unknown) =>
  `\`${typeof value === 'string' && value !== '' ? value : JSON.stringify(value)}\``;
const inCell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\t', '\\t').replaceAll('\n', ' ');

function defaultOf(schema: JsonSchema): string {
  const usual = schema['default'];
  if (usual === undefined) return schema['examples'] === undefined ? '' : 'must be given';
  if (usual === null) return 'none';
  return typeof usual === 'object' && Object.keys(usual).length === 0 ? 'none' : code(usual);
}

/** A table of keys; keys inside an object follow it, dotted. */
function tableOf(properties: Properties): string[] {
  const lines = ['| key | what it says | default | for example |', '|---|---|---|---|'];
  const add = (prefix: string, inner: Properties) => {
    for (const [name, schema] of Object.entries(inner)) {
      const examples = Array.isArray(schema['examples']) ? schema['examples'] : [];
      const cells = [
        code(prefix + name),
        String(schema['description'] ?? ''),
        defaultOf(schema),
        examples.slice(0, 2).map(code).join(' · '),
      ];
      lines.push(`| ${cells.map(inCell).join(' | ')} |`);
      const { properties: nested } = schema;
      if (nested !== undefined) add(`${prefix}${name}.`, nested as Properties);
    }
  };
  add('', properties);
  return [...lines, ''];
}

const opening = `<!-- Written by \`npm run docs\` from core/contracts/schemas. Change the descriptions there. -->
# Configuration

A project is two YAML files and a folder of SQL. This page lists every key; only the ones marked *must be given* are
needed, and a file from before a key existed keeps its meaning.

The same descriptions appear as hover and completion in any editor that understands JSON Schema. Begin the files with

\`\`\`yaml
# yaml-language-server: $schema=../docs/schemas/config.schema.json
\`\`\`
`;

const environments = `## Environments and variables

An environment is a partial copy of the file: what it names is merged over the rest (mappings key by key, lists and
scalars as a whole) *before* anything is checked. Choose one with \`--environment\`, or set \`default_environment\`.

\`\`\`yaml
variables:
  bucket: acme-billing
target_path: s3a://\${bucket}/target/
default_environment: local
environments:
  local:
    target_path: target/
  production:
    variables:
      bucket: acme-billing-production
\`\`\`

\`\${name}\` is replaced by the variable, \`\${name:-otherwise}\` falls back, and \`$\${\` writes \`\${\` itself. A finding about a
value points at the place that decided it, in the environment if that is where it stands.
`;

/** The page on every key of both YAML files, as Markdown. */
export function configurationPage(): string {
  const config = propertiesOf(configSchema);
  const tables = (tablesSchema['$defs'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const own = Object.fromEntries(Object.entries(config).filter(([name]) => !(name in settingsProperties)));
  const part = (name: string) => propertiesOf(tables[name] ?? {});
  return [
    opening,
    '## `conf/config.yaml`',
    '',
    ...tableOf(own),
    'The rest may stand at the top of the file or in an environment:',
    '',
    ...tableOf(settingsProperties as Properties),
    environments,
    '## A source: `sources.<dataset>` in `conf/config.yaml`',
    '',
    ...tableOf(propertiesOf(sourceSchema)),
    '## A table: `tables.<dataset>` in `schema/tables_schema.yaml`',
    '',
    ...tableOf(part('table')),
    '## A column: `tables.<dataset>.columns.<column>`',
    '',
    ...tableOf(part('column')),
    '## A check: an entry of `tables.<dataset>.checks`',
    '',
    'A text alone is an `expr`. Record conditions know columns, literals, comparisons, `AND OR NOT`, `IS NULL`, `IN`, `BETWEEN`,',
    '`LIKE`, `+ - *`, `CASE`, and the functions `length lower upper trim substr coalesce abs`: enough for a rule, and the same on',
    'every engine. Anything more is a `table` or `sql` check.',
    '',
    ...tableOf(part('check')),
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(import.meta.dirname, '../docs/configuration.md'), configurationPage());
}
