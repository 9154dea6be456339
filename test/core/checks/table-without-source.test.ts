import { test } from 'vitest';
import { tableWithoutSource } from '../../../core/checks/table-without-source.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const columns = '{columns: {id: {type: string}}}';

test('reports a table that no source fills', () => {
  const texts = {
    config: 'sources: {claim: {path: in/}}',
    schema: `tables: {claim: ${columns}, ⟦visits⟧: ${columns}}`,
  };
  expectFound(tableWithoutSource, texts, [
    'Table `visits` has no source in `conf/config.yaml`; add `sources.visits` with its `path`.',
  ]);
});

test('leaves a mistyped pair to the finding at the source', () => {
  expectSilence(tableWithoutSource, {
    config: 'sources: {claim: {path: in/}}',
    schema: `tables: {claims: ${columns}}`,
  });
});

test('knows sources that only an environment has, and those that lack their path', () => {
  expectSilence(tableWithoutSource, {
    config: 'sources: {claim: {merge_key: id}}\nenvironments: {test: {sources: {visits: {path: v/}}}}',
    schema: `tables: {claim: ${columns}, visits: ${columns}}`,
  });
});

test('keeps silent while the configuration is broken', () => {
  expectSilence(tableWithoutSource, {
    config: 'sources: {claim: {path: [}',
    schema: `tables: {visits: ${columns}}`,
  });
});
