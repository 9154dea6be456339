import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Those with a Spark run apart: vitest.spark.config.ts.
    exclude: ['test/spark/**', 'test/parity/**', '**/node_modules/**'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['core/**/*.ts', 'engine/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'text'],
    },
  },
});
