import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProject } from '../../../../core/checks/check-project.ts';
import { createCheckCache } from '../../../../core/checks/support/check-cache.ts';
import { loadProject } from '../../../../core/model/load-project.ts';
import { cacheWith, compileOnce } from '../../../../core/model/project-cache.ts';

const repository = join(import.meta.dirname, '../../../..');
const example = {
  config: readFileSync(join(repository, 'conf/config.yaml'), 'utf8'),
  schema: readFileSync(join(repository, 'schema/tables_schema.yaml'), 'utf8'),
};

const validators = compileOnce();

const pieces = fc.constantFrom(
  ...[
    'x',
    ' ',
    '\n',
    ':',
    '  ',
    '# c\n',
    '"',
    '[',
    'required: true',
    'type: int',
    'mask: null',
    '${',
    '&a ',
    '*a',
  ],
  ...[
    'merge_key: claim_id',
    'load: append',
    '  extra:\n    columns: {a: {type: itn}}\n',
    'patient',
    '\n\n\n',
  ],
);
const edit = fc.record({
  file: fc.constantFrom('config' as const, 'schema' as const),
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  text: pieces,
});

describe('checking with what is known from the last time', () => {
  it('finds what checking for the first time finds', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 25 }), (edits) => {
        const cache = cacheWith(validators);
        const checked = createCheckCache();
        const texts = { ...example };
        for (const { file, at, length, text } of edits) {
          const before = texts[file];
          const start = at % (before.length + 1);
          texts[file] = before.slice(0, start) + text + before.slice(start + length);
          const found = checkProject(loadProject(texts, { cache }), undefined, checked);
          expect(found).toEqual(checkProject(loadProject(texts, { cache: cacheWith(validators) })));
        }
      }),
      { seed: 7, numRuns: 6 },
    );
  });

  it('looks at one dataset when one has changed', () => {
    const cache = cacheWith(validators);
    const checked = createCheckCache();
    checkProject(loadProject(example, { cache }), undefined, checked);
    const before = checked.datasets;
    const at = example.schema.indexOf('type:', example.schema.indexOf('\n  patients:'));
    const schema = `${example.schema.slice(0, at)}# moved\n        ${example.schema.slice(at)}`;
    checkProject(loadProject({ ...example, schema }, { cache }), undefined, checked);
    const changed = [...checked.datasets].filter(
      ([name, kept]) => kept.basis.inputs[0] !== before.get(name)?.basis.inputs[0],
    );
    expect(changed.map(([name]) => name)).toEqual(['patients']);
  });
});
