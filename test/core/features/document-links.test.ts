import { expect, test } from 'vitest';
import { documentLinks } from '../../../core/features/document-links.ts';
import { markedProject, shown } from './support/marked-project.ts';

const linked = (files: Record<string, string>, file: string, waiting?: string, environment?: string) => {
  const facts =
    waiting === undefined
      ? undefined
      : { sources: { claim: { file: waiting, headers: [], samples: 0, columns: {} } } };
  const { view } = markedProject(files, {
    ...(facts === undefined ? {} : { facts }),
    ...(environment === undefined ? {} : { environment }),
  });
  return documentLinks(view, file).map((link) => [
    shown(view, { file, range: link.range }).replace(/^.*?: /, ''),
    link.target,
  ]);
};

test('leads to the schema of a modeline that is a file', () => {
  const modeline = (path: string) =>
    linked({ 'conf/config.yaml': `# x\n# yaml-language-server: $schema=${path}\n` }, 'conf/config.yaml');
  expect(modeline('../docs/schemas/config.schema.json')).toEqual([
    ['../docs/schemas/config.schema.json', 'docs/schemas/config.schema.json'],
  ]);
  expect(modeline('../../out.json')).toEqual([['../../out.json', '../out.json']]);
  expect(modeline('https://example.com/x.json')).toEqual([]);
});

test('leads from the path of a source, where it is written, to its waiting file', () => {
  const files = {
    'conf/config.yaml':
      'environments: {local: {sources: {claim: {path: here/}}}}\nsources: {claim: {path: in/}, visit: {path: b/}}\n',
  };
  expect(linked(files, 'conf/config.yaml', 'in/a.csv')).toEqual([['in/', 'in/a.csv']]);
  expect(linked(files, 'conf/config.yaml', 'here/a.csv', 'local')).toEqual([['here/', 'here/a.csv']]);
  expect(linked(files, 'conf/config.yaml', 's3://b/a.csv')).toEqual([]);
});

test('leads to ignored scripts that exist', () => {
  const files = {
    'conf/config.yaml': 'lint: {ignore: [sql_scripts/a.sql, sql_scripts/b.sql]}\n',
    'sql_scripts/a.sql': 'SELECT 1',
  };
  expect(linked(files, 'conf/config.yaml')).toEqual([['sql_scripts/a.sql', 'sql_scripts/a.sql']]);
  expect(linked(files, 'sql_scripts/a.sql')).toEqual([]);
});
