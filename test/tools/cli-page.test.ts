import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../cli/program.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8');
const context = { print: () => {}, note: () => {} } as unknown as Parameters<typeof createProgram>[0];
const program = createProgram(context, () => {});

describe('the page on the command line', () => {
  it.each(program.commands.map((command) => command.name()))('has a paragraph on `%s`', (name) => {
    expect(page).toMatch(new RegExp(`^\\*\\*\`${name}\\b`, 'm'));
  });

  it('names every option', () => {
    const options = program.commands.flatMap((command) => command.options.map((option) => option.long ?? ''));
    expect(options.length).toBeGreaterThan(20);
    for (const option of new Set(options)) expect(page).toContain(option);
  });
});
