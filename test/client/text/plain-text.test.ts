import { expect, test } from 'vitest';
import { plainText } from '../../../client/text/plain-text.ts';

test('a link in a name is no link in a notification', () => {
  const text = plainText('[click](command:workbench.action.terminal.new)');
  expect(text).not.toMatch(/\]\(/);
  expect(text.replaceAll('\u200b', '')).toBe('[click](command:workbench.action.terminal.new)');
});

test('an icon in a name is no icon in a label', () => {
  expect(plainText('$(trash) claim')).not.toContain('$(');
});

test('controls, overrides and lone surrogates are written out', () => {
  expect(plainText('a\u001b[31mb\n\u202ec\ud800')).toBe('a\\u{1b}[31mb\\u{a}\\u{202e}c\\u{d800}');
});

test('markup, quotes and pairs of surrogates stay as they are', () => {
  expect(plainText('<b>"é"</b> 🐘 (x) [y]')).toBe('<b>"é"</b> 🐘 (x) [y]');
});
