import { test } from 'vitest';
import { globSyntax } from '../../../core/checks/glob-syntax.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const source = (glob: string): string => `sources: {a: {path: in/, format: {glob: ⟦${glob}⟧}}}`;

test('reports signs of other pattern languages', () => {
  expectFound(globSyntax, { config: source("'claim_[0-9].csv'") }, [
    '`[` in `claim_[0-9].csv` of `a` has no special meaning, only `*` and `?` have; write a pattern with those.',
  ]);
  expectFound(globSyntax, { config: source("'**.csv'") }, [
    '`**` in `**.csv` of `a` has no special meaning, only `*` and `?` have; write a pattern with those.',
  ]);
});

test('reports a pattern with folders in it', () => {
  expectFound(globSyntax, { config: source("'*/claims.csv'") }, [
    '`*/claims.csv` of `a` holds a `/` and can match no file name; put folders into `path`, and say `recursive: true` for those below it.',
  ]);
});

test('is content with stars and question marks', () => {
  expectSilence(globSyntax, { config: source("'claims_????.csv*'").replace(/[⟦⟧]/g, '') });
});
