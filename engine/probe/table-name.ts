/** A name for the dataset of a file: `Claims 2024-01-31.csv.gz` gives `claims`. Always a valid name. */
export function tableName(file: string): string {
  const base = (file.split(/[\\/]/).at(-1) ?? '').replace(/(\.(csv|txt|tsv|psv|dat|gz))+$/i, '');
  const undated = base.replace(
    /(?:[-_. ]*(?:[0-9]{4}[-_.]?[0-9]{2}[-_.]?[0-9]{2}(?:[-_.T]?[0-9]{4,6})?|[0-9]+))+$/,
    '',
  );
  return validName(undated === '' ? base : undated, 'dataset').toLowerCase();
}

/** The nearest text that may name a column or a dataset: letters, digits and underscores, no digit first. */
export function validName(text: string, fallback: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100);
  if (plain === '') return fallback;
  return /^[0-9]/.test(plain) ? `${fallback}_${plain}` : plain;
}
