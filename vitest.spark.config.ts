import { defineConfig } from 'vitest/config';

/** Tests that have a real Spark do something: one file after another, with time for a machine that is busy. */
export default defineConfig({
  test: {
    include: ['test/spark/**/*.test.ts', 'test/parity/**/*.test.ts'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
