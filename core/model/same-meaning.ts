import { nearNames } from '../text/near-names.ts';

/** What other tools call our keys. */
const keys: Readonly<Record<string, readonly string[]>> = {
  allowed_values: ['valid_vals'],
  accepted_values: ['valid_vals'],
  enum: ['valid_vals'],
  values: ['valid_vals'],
  choices: ['valid_vals'],
  description: ['desc'],
  comment: ['desc', 'description'],
  doc: ['desc', 'description'],
  desc: ['description'],
  data_type: ['type'],
  dtype: ['type'],
  not_null: ['required'],
  mandatory: ['required'],
  regex: ['pattern'],
  minimum: ['min'],
  maximum: ['max'],
  format: ['formats'],
  date_format: ['formats'],
  foreign_key: ['references'],
  ref: ['references'],
  primary_key: ['merge_key'],
  unique_key: ['merge_key'],
  keys: ['merge_key'],
  key: ['merge_key'],
  watermark: ['cdc_key'],
  updated_at: ['cdc_key'],
  location: ['path'],
  folder: ['path'],
  directory: ['path'],
  partitioned_by: ['partition_by'],
  rules: ['checks'],
  tests: ['checks'],
  constraints: ['checks'],
  separator: ['delimiter'],
  sep: ['delimiter'],
  bucket: ['s3_bucket'],
  database: ['target_schema'],
  schema: ['target_schema'],
};

/** The known key that one with no like spelling means; undefined when it means none of them. */
export function sameMeaning(key: string, known: readonly string[]): string | undefined {
  const name = key.toLowerCase().replaceAll('-', '_');
  return Object.hasOwn(keys, name) ? keys[name]?.find((other) => known.includes(other)) : undefined;
}

/** What other tools call our choices. */
const choices: Readonly<Record<string, readonly string[]>> = {
  latin1: ['iso-8859-1'],
  'latin-1': ['iso-8859-1'],
  cp1252: ['windows-1252'],
  ansi: ['windows-1252'],
  gz: ['gzip'],
  merge: ['upsert'],
  incremental: ['upsert'],
  overwrite: ['replace'],
  full: ['replace'],
  insert: ['append'],
  fail: ['error'],
  null: ['nullify'],
  modified_time: ['modified'],
  mtime: ['modified'],
};

/** The choice that a text most likely means: one of like spelling, one that begins like it, or another word for it. */
export function nearChoice(text: string, allowed: readonly string[]): string | undefined {
  const [near] = nearNames(text, allowed);
  if (near !== undefined) return near;
  const written = text.trim().toLowerCase();
  const begun = allowed.find(
    (choice) =>
      choice.length > 2 && written.length > 2 && (written.startsWith(choice) || choice.startsWith(written)),
  );
  const other = Object.hasOwn(choices, written) ? choices[written] : undefined;
  return begun ?? other?.find((choice) => allowed.includes(choice));
}
