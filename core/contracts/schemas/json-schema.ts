/** A JSON Schema, draft 2020-12, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** Forms of texts that several schemas and the messages about them share. */
export const patterns = {
  /** Datasets, schemas and columns: what Hive, Parquet and SQL take without quoting. */
  name: '^(?!__proto__$)[A-Za-z_][A-Za-z0-9_]*$',
  environment: '^(?!__proto__$)[A-Za-z_][A-Za-z0-9_-]*$',
  columnType:
    '^(?:string|int|bigint|double|boolean|date|timestamp|decimal\\(\\s*(?:[1-9]|[12][0-9]|3[0-8])\\s*,\\s*(?:[0-9]|[12][0-9]|3[0-8])\\s*\\))$',
  reference: '^[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z_][A-Za-z0-9_]*$',
  percent: '^(?:100|[0-9]{1,2}(?:\\.[0-9]+)?) ?%$',
} as const;

/** Most columns of a table and most datasets of a project: above, a file is not read but refused. */
export const projectLimits = { columns: 5000, datasets: 2000, nameLength: 120 } as const;

/** Name of a dataset, a column or a schema. */
export const nameSchema: JsonSchema = {
  type: 'string',
  pattern: patterns.name,
  maxLength: projectLimits.nameLength,
};

/** One name, or a list of names. */
export const namesSchema: JsonSchema = {
  type: ['string', 'array'],
  minLength: 1,
  items: { type: 'string', minLength: 1 },
  uniqueItems: true,
};
