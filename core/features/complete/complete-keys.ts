import type { Path } from '../../text/path.ts';
import { plainProse, valueText } from '../support/markdown.ts';
import { propertiesOf, schemaAt, textOf, typesOf } from '../support/schema-at.ts';
import { completeNames } from './complete-names.ts';
import type { Asking, Proposal } from './completion.ts';
import { keySnippet } from './key-snippets.ts';

/** The keys that the mapping at a path may still get. */
export function completeKeys(asking: Asking, path: Path): readonly Proposal[] {
  const { file, cursor } = asking;
  const present = new Set(cursor.siblings());
  const own = propertiesOf(file, path).filter(([key]) => !present.has(key));
  const keys = own.map(([key, { schema, isRequired }]): Proposal => {
    const usual = schema['default'];
    const hasDefault = usual !== undefined && usual !== null && typeof usual !== 'object';
    const snippet = cursor.hasColon ? { insertText: key } : keySnippet(key, schema, cursor.isFlow);
    return {
      label: key,
      kind: 'key',
      detail: hasDefault
        ? `${textOf(schema, 'title')} (default ${valueText(usual)})`
        : textOf(schema, 'title'),
      documentation: textOf(schema, 'description'),
      isSnippet: !cursor.hasColon,
      rank: isRequired ? 0 : 1,
      ...snippet,
    };
  });
  return [...keys, ...completeNames(asking, path).filter(({ label }) => !present.has(label))];
}

/** Whether a value at a path may be a mapping, so that keys can be written where the value stands. */
export function canHoldKeys(file: string, path: Path): boolean {
  const part = schemaAt(file, path);
  return part !== null && typesOf(part.schema).includes('object');
}

/** Prose of a description, for documentation. */
export function proseOf(text: string | null): string | undefined {
  return text === null ? undefined : plainProse(text);
}
