import { type Column, configFile, type Path, schemaFile } from '../../model/project.ts';
import { keysAt } from '../../model/written-at.ts';
import { yamlValue } from '../../syntax/yaml/yaml-scalar.ts';
import { foldCase } from '../../text/fold-case.ts';
import { splitEnvironment, variablesOf } from '../support/effective-values.ts';
import { schemaAt } from '../support/schema-at.ts';
import { completeColumns, completeReference, namesIn } from './complete-columns.ts';
import { type Asking, type Proposal, typedText } from './completion.ts';
import { formatProposals, schemaProposals, typeProposals, zoneProposals } from './known-values.ts';

/** The values that may stand at a path: names of the project first, else what the schema lists. */
export function completeValues(asking: Asking, path: Path): readonly Proposal[] {
  const own = asking.file === schemaFile ? inSchema(asking, path) : inConfig(asking, path);
  if (own !== null) return own;
  const part = schemaAt(asking.file, path);
  return part === null ? [] : schemaProposals(part.schema);
}

/** Variables that the configuration defines, at a cursor behind `${`; null anywhere else. */
export function completeVariables({ view, file, text, offset, cursor }: Asking): {
  readonly proposals: readonly Proposal[];
  readonly start: number;
} | null {
  const match = /(?<!\$)\$\{([A-Za-z_0-9]*)$/.exec(text.slice(cursor.range.start, offset));
  if (file !== configFile || match === null) return null;
  const close = text[offset] === '}' ? '' : '}';
  const { environment } = splitEnvironment(cursor.path);
  const proposals = [...variablesOf(view.project, environment ?? view.project.environment)].map(
    ([label, detail]): Proposal => ({ label, kind: 'variable', detail, insertText: `${label}${close}` }),
  );
  return { proposals, start: offset - (match[1] ?? '').length };
}

function inConfig(asking: Asking, whole: Path): readonly Proposal[] | null {
  const { project } = asking.view;
  const { environment, path } = splitEnvironment(whole);
  const [section, dataset, setting] = path;
  if (section === 'default_environment') {
    return keysAt(project, configFile, ['environments']).map((label) => ({ label, kind: 'environment' }));
  }
  if (section !== 'sources' || typeof dataset !== 'string') return null;
  if (setting === 'time_zone') return zoneProposals();
  const written = [...(environment === null ? [] : ['environments', environment]), 'sources', dataset];
  if (setting === 'merge_key') {
    const present = namesIn(asking, [...written, 'merge_key'], whole);
    return completeColumns(asking, dataset, {
      present,
      prefers: (column) => column.isRequired || column.isUnique,
    });
  }
  if (setting !== 'cdc_key') return null;
  const prefers = (column: Column): boolean => column.type === 'date' || column.type === 'timestamp';
  return completeColumns(asking, dataset, { prefers });
}

function inSchema(asking: Asking, path: Path): readonly Proposal[] | null {
  const [section, dataset, setting] = path;
  if (section !== 'tables' || typeof dataset !== 'string') return null;
  if (setting === 'mask' || setting === 'partition_by') {
    const present = namesIn(asking, ['tables', dataset, setting], path);
    return completeColumns(asking, dataset, {
      present,
      prefers: (column) => setting === 'mask' && column.pii !== null && column.mask === null,
    });
  }
  if (setting === 'checks' && path[4] === 'severity') return checkSeverities(asking);
  const [, , , name, rule] = path;
  return setting === 'columns' && typeof name === 'string'
    ? inColumn(asking, { dataset, name, rule, path })
    : null;
}

interface Rule {
  readonly dataset: string;
  readonly name: string;
  readonly rule: string | number | undefined;
  readonly path: Path;
}

function inColumn(asking: Asking, { dataset, name, rule, path }: Rule): readonly Proposal[] | null {
  if (rule === 'type') return typeProposals();
  if (rule === 'references' && (path.length === 5 || path[5] === 'to')) {
    return completeReference(asking, dataset, typedText(asking));
  }
  const column = columnOf(asking, dataset, name);
  if (rule === 'formats') return formatProposals(column?.type ?? 'date');
  if (rule === 'default' && column !== undefined && column.validValues !== null) {
    return column.validValues.map((value) => ({
      label: String(value),
      kind: 'value',
      insertText: yamlValue(value),
    }));
  }
  if (rule === 'rename_from') return headers(asking, dataset);
  return null;
}

/** Headers of the source that are not columns of their own. */
function headers({ view }: Asking, dataset: string): readonly Proposal[] {
  const { facts, project } = view;
  const source =
    facts !== undefined && Object.hasOwn(facts.sources, dataset) ? facts.sources[dataset] : undefined;
  const known = new Set(keysAt(project, schemaFile, ['tables', dataset, 'columns']).map(foldCase));
  const waiting = (source?.headers ?? []).filter((header) => !known.has(foldCase(header.trim())));
  return waiting.map((header) => ({
    label: header.trim(),
    kind: 'value',
    detail: 'in the header of the source',
    insertText: yamlValue(header.trim()),
  }));
}

function checkSeverities({ cursor, view }: Asking): readonly Proposal[] {
  const [, dataset = '', , index = 0] = cursor.path;
  const keys = keysAt(view.project, schemaFile, ['tables', dataset, 'checks', index]);
  const isTable = keys.includes('table') || keys.includes('sql');
  const values = isTable ? ['error', 'warn'] : ['quarantine', 'error', 'warn'];
  return values.map((label, position) => ({
    label,
    kind: 'value',
    ...(position === 0 ? { detail: 'default' } : {}),
  }));
}

function columnOf({ view }: Asking, dataset: string, name: string): Column | undefined {
  const table = view.project.datasets.find((entry) => entry.name === dataset)?.table;
  return table?.columns.find((column) => column.name === name);
}
