import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkProject } from '../../../core/checks/check-project.ts';
import { references } from '../../../core/features/references.ts';
import { rename } from '../../../core/features/rename.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { createProjectCache } from '../../../core/model/project-cache.ts';
import { applyEdits } from './support/apply-edits.ts';

const configFile = 'conf/config.yaml';
const schemaFile = 'schema/tables_schema.yaml';
const cache = createProjectCache();
const scripts = Object.fromEntries(
  readdirSync('sql_scripts').map((name) => [
    `sql_scripts/${name}`,
    readFileSync(`sql_scripts/${name}`, 'utf8'),
  ]),
);

function viewOf(config: string, schema: string, sql: Record<string, string>) {
  const project = loadProject({ config, schema }, { cache });
  return { project, documents: { [configFile]: config, [schemaFile]: schema }, scripts: sql };
}

const view = viewOf(readFileSync(configFile, 'utf8'), readFileSync(schemaFile, 'utf8'), scripts);

/** Codes of what is found, and how often: a new name may sound like other personal data than the old one. */
const codes = (of: typeof view) =>
  checkProject(of.project)
    .map(({ code }) => code)
    .filter((code) => code !== 'likely-pii');

test('every name of the example project can be renamed, is then nowhere left, and nothing new is found', () => {
  const document = view.project.documents[schemaFile]!;
  const before = codes(view);
  for (const { name: dataset, table } of view.project.datasets) {
    const columns = (table?.columns ?? []).map(({ name }) => ['tables', dataset, 'columns', name]);
    for (const path of [['tables', dataset], ...columns]) {
      const place = { file: schemaFile, offset: document.rangeOf(path, 'key').start };
      const wanted = `renamed_${path.at(-1)}`;
      const uses = references(view, place, { includeDeclaration: true });
      const answer = rename(view, place, wanted);
      if ('refusal' in answer) throw new Error(`${path.join('.')}: ${answer.refusal}`);
      const after = applyEdits(view, answer.edits);
      const renamed = viewOf(
        after[configFile] ?? view.documents[configFile]!,
        after[schemaFile] ?? view.documents[schemaFile]!,
        Object.fromEntries(Object.entries(scripts).map(([file, text]) => [file, after[file] ?? text])),
      );
      expect([path, codes(renamed)]).toEqual([path, before]);
      const moved = { file: schemaFile, offset: renamed.documents[schemaFile]!.indexOf(`${wanted}:`) };
      const found = references(renamed, moved, { includeDeclaration: true });
      expect([path, found.map(({ file }) => file)]).toEqual([path, uses.map(({ file }) => file)]);
    }
  }
});
