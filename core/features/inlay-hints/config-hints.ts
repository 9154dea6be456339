import type { Range } from '../../contracts/finding.ts';
import { configFile, type Path, type Project, type SourceDocument } from '../../model/project.ts';
import { keysAt, writtenAt } from '../../model/written-at.ts';
import { effectiveValue, expand, splitEnvironment, variablesOf } from '../support/effective-values.ts';
import { valueText } from '../support/markdown.ts';
import { schemaAt } from '../support/schema-at.ts';
import { afterColon, type InlayHint, meet, shortText } from './inlay-hint.ts';

/** Defaults that weigh most when they are not written. */
const weighty = ['load'] as const;

/** Values of variables, what the chosen environment replaces, what an environment replaces, weighty defaults. */
export function configHints(project: Project, range: Range): readonly InlayHint[] {
  const document = project.documents[configFile];
  if (document === undefined) return [];
  return [
    ...walk({ project, document, range }, [], document.value),
    ...defaultHints({ project, document, range }),
  ];
}

interface Asking {
  readonly project: Project;
  readonly document: SourceDocument;
  readonly range: Range;
}

function* walk(asking: Asking, path: Path, value: unknown): Generator<InlayHint> {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    yield* valueHints(asking, path, value);
    return;
  }
  const isList = Array.isArray(value);
  for (const [key, child] of Object.entries(value)) {
    const inner = [...path, isList ? Number(key) : key];
    if (inner[0] === 'variables' && inner.length > 2) continue;
    if (meet(asking.document.rangeOf(inner, 'entry'), asking.range)) yield* walk(asking, inner, child);
  }
}

function* valueHints({ project, document }: Asking, path: Path, value: unknown): Generator<InlayHint> {
  const { environment, path: inner } = splitEnvironment(path);
  const offset = document.rangeOf(path).end;
  const owner = environment ?? project.environment;
  if (typeof value === 'string' && value.includes('${')) {
    const shown = String(expand(value, variablesOf(project, owner)));
    const tooltip =
      owner === null ? 'With its variables put in.' : `With the variables of \`${owner}\` put in.`;
    if (shown !== value) yield { offset, label: `= ${shortText(shown)}`, tooltip, kind: 'value' };
  }
  if (environment === null && project.environment !== null) {
    const over = writtenAt(project, configFile, ['environments', project.environment, ...path]);
    if (over === undefined || path.length === 0) return;
    const { value: now } = effectiveValue(project, path, project.environment);
    const tooltip = `Environment \`${project.environment}\` replaces it.`;
    yield { offset, label: `${project.environment}: ${shortText(valueText(now))}`, tooltip, kind: 'value' };
  } else if (environment !== null) {
    const below = writtenAt(project, configFile, inner);
    if (below === undefined || (below !== null && typeof below === 'object')) return;
    const tooltip = 'The value outside of environments.';
    yield { offset, label: `instead of ${shortText(valueText(below))}`, tooltip, kind: 'value' };
  }
}

function defaultHints({ project, document, range }: Asking): readonly InlayHint[] {
  return keysAt(project, configFile, ['sources']).flatMap((dataset) => {
    const path = ['sources', dataset];
    if (!meet(document.rangeOf(path, 'entry'), range)) return [];
    return weighty.flatMap((setting): InlayHint[] => {
      const { writtenAt: place } = effectiveValue(project, [...path, setting], project.environment);
      const schema = schemaAt(configFile, [...path, setting])?.schema;
      if (place !== null || schema === undefined) return [];
      const label = `${setting}: ${valueText(schema['default'])}`;
      const offset = afterColon(document.source, document.rangeOf(path, 'key'));
      return [{ offset, label, tooltip: `The default of \`${setting}\`.`, kind: 'value' }];
    });
  });
}
