import type { Range } from '../../contracts/finding.ts';
import {
  type Column,
  type Path,
  type Project,
  type SourceDocument,
  schemaFile,
} from '../../model/project.ts';
import { writtenAt } from '../../model/written-at.ts';
import { afterColon, type InlayHint, meet } from './inlay-hint.ts';

const maskLabels = { null: 'masked: NULL', hash: 'masked: digest', redact: 'masked: ***' } as const;

/** Types that are not written, what masks make of a column, formats that hold by default. */
export function schemaHints(project: Project, range: Range): readonly InlayHint[] {
  const document = project.documents[schemaFile];
  if (document === undefined) return [];
  return project.datasets.flatMap(({ name, table }) => {
    if (table === null || !meet(document.rangeOf(['tables', name], 'entry'), range)) return [];
    return table.columns.flatMap((column) => {
      const path = ['tables', name, 'columns', column.name];
      return meet(document.rangeOf(path, 'entry'), range)
        ? [...columnHints({ project, document, column, path })]
        : [];
    });
  });
}

interface Subject {
  readonly project: Project;
  readonly document: SourceDocument;
  readonly column: Column;
  readonly path: Path;
}

function* columnHints({ project, document, column, path }: Subject): Generator<InlayHint> {
  const has = (setting: string): boolean => writtenAt(project, schemaFile, [...path, setting]) !== undefined;
  const atName = afterColon(document.source, document.rangeOf(path, 'key'));
  const atType = has('type') ? document.rangeOf([...path, 'type']).end : atName;
  if (!has('type')) {
    yield { offset: atName, label: 'string', tooltip: 'A column without `type` is a string.', kind: 'type' };
  }
  if (column.mask !== null && !has('mask')) {
    const tooltip = 'The column is in the `mask` list of its table.';
    yield { offset: atName, label: maskLabels[column.mask], tooltip, kind: 'value' };
  }
  if (column.mask !== null && column.type !== 'string') {
    const tooltip = 'A masked column is a string in the tables; rules still see the text as it is delivered.';
    yield { offset: atType, label: '→ string', tooltip, kind: 'type' };
  } else if (column.formats.length > 0 && !has('formats')) {
    const tooltip = 'How dates may be written when `formats` is not.';
    yield { offset: atType, label: column.formats.join(' · '), tooltip, kind: 'value' };
  }
}
