import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('resources are added and listed by whatever text follows their kind', () => {
  expectRead(['ADD JAR', 'ADD JARS "a" b/c.jar', 'LIST FILES', "LIST ARCHIVE /a 'b"], 'resource');
  expectRefused(['ADD¦', "ADD ¦'a'", 'LIST¦']);
  const { tree, textOf } = readTree('ADD FILE /a/b c;', 'resource');
  expect([tree.action, textOf(tree.resource), textOf(tree.rest)]).toEqual(['add', 'FILE', '/a/b c']);
});
