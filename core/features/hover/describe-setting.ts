import { configFile, type Path, type Project } from '../../model/project.ts';
import { formatPath } from '../../text/path.ts';
import { type EffectiveValue, effectiveValues, splitEnvironment } from '../support/effective-values.ts';
import { codeCell, codeSpan, valueText } from '../support/markdown.ts';
import { listOf, type SchemaPart, textOf } from '../support/schema-at.ts';

/** What the schema says of a setting, and in the configuration what it is in each environment. */
export function describeSetting(
  project: Project,
  { file, path, part }: { readonly file: string; readonly path: Path; readonly part: SchemaPart },
): string {
  const { schema } = part;
  const name = path.at(-1);
  const heading = `**${textOf(schema, 'title')}** ${codeSpan(typeof name === 'string' ? name : formatPath(path))}`;
  const facts = [choices(part), usual(part)].filter((text) => text !== '').join(' ');
  const values = file === configFile ? environmentTable(project, splitEnvironment(path).path, schema) : '';
  return [heading, textOf(schema, 'description'), facts, values].filter((text) => text !== '').join('\n\n');
}

function choices({ schema }: SchemaPart): string {
  const values = listOf(schema, 'enum').filter((value) => value !== null);
  const texts = [...new Set(values.map((value) => codeSpan(valueText(value))))];
  return texts.length === 0 ? '' : `One of ${texts.join(', ')}.`;
}

function usual({ schema, isRequired }: SchemaPart): string {
  if (isRequired) return 'Required.';
  const value = schema['default'];
  const isNothing =
    value === undefined || value === null || valueText(value) === '{}' || valueText(value) === '[]';
  return isNothing ? '' : `Default: ${codeSpan(valueText(value))}.`;
}

function environmentTable(project: Project, path: Path, schema: SchemaPart['schema']): string {
  const values = effectiveValues(project, path);
  const written = values.filter((entry) => entry.writtenAt !== null);
  if (written.length === 0 || written.some((entry) => isMapping(entry.value))) return '';
  const rows = values.map((entry) => row(project, entry, schema['default']));
  return ['| Environment | Value | Written at |', '|---|---|---|', ...rows].join('\n');
}

function row(project: Project, { environment, value, writtenAt }: EffectiveValue, usually: unknown): string {
  const isChosen = environment === project.environment && environment !== null;
  const name = environment === null ? 'all' : `${codeCell(environment)}${isChosen ? ' (chosen)' : ''}`;
  const shown = value === undefined ? codeCell(valueText(usually ?? null)) : codeCell(valueText(value));
  const place = writtenAt === null ? 'default' : codeCell(formatPath(writtenAt));
  return `| ${name} | ${shown} | ${place} |`;
}

function isMapping(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
