// To be had by `import()`, because loading DuckDB takes a while. A module of our own, because a bundle keeps the names of a
// module's exports, and not those of a CommonJS package.
export { DuckDBInstance, version } from '@duckdb/node-api';
