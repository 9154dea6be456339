import { expect, test } from 'vitest';
import { lintSetting } from '../../../core/checks/lint-setting.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

const sources = 'sources: {claim: {path: in/, merge_key: id}}';

test('reports a code that no finding has, and mends it', () => {
  const texts = { config: `${sources}\nlint:\n  severity:\n    ⟦nulable-key⟧: off\n    ⟦weather⟧: off\n` };
  const [finding] = expectFound(lintSetting, texts, [
    'There is no finding `nulable-key`; did you mean `nullable-key`?',
    'There is no finding `weather`; take the line away.',
  ]);
  expect(applyFix(texts, finding!).config).toContain('    nullable-key: off');
});

test('reports an error that somebody hopes to turn down', () => {
  expectFound(lintSetting, { config: `${sources}\nlint: {severity: {⟦unknown-column⟧: warning}}` }, [
    '`unknown-column` stays an error, because no run can be planned past it; mend what it finds, and take the line away.',
  ]);
});

test('is content with warnings that are turned up, down or off', () => {
  expectSilence(lintSetting, {
    config: `${sources}\nlint: {severity: {nullable-key: error, likely-pii: info, unmasked-pii: off, unknown-column: error}}`,
  });
});
