import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configurationPage } from '../../tools/configuration-page.ts';

it('the page on configuration says what the schemas say (`npm run docs` writes it anew)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')).toBe(
    configurationPage(),
  );
});
