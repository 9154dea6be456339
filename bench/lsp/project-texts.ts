export interface BenchProject {
  readonly name: string;
  readonly config: string;
  readonly schema: string;
}

/** A sound project of so many datasets with so many columns each; the schema has two lines a column and is about 80 bytes a column long. */
export function projectTexts(datasets: number, columns: number): BenchProject {
  const sources = range(datasets).map((dataset) => {
    const name = datasetName(dataset);
    return `  ${name}:\n    path: deliveries/${name}/\n    merge_key: ${columnName(0)}\n    cdc_key: ${columnName(5)}\n`;
  });
  const tables = range(datasets).map((dataset) => {
    const described = range(columns).map((column) => {
      const name = columnName(column);
      return `      ${name}:\n        ${settings[column % settings.length]}\n`;
    });
    return `  ${datasetName(dataset)}:\n    columns:\n${described.join('')}`;
  });
  return {
    name: `${datasets} × ${columns}`,
    config: `target_path: out/\nsources:\n${sources.join('')}`,
    schema: `tables:\n${tables.join('')}`,
  };
}

const settings = [
  'required: true # the number that the sender gives to it, at most twelve letters',
  'type: string # as the sender writes it, with the blanks around it taken away first',
  'type: int # whole, counted since the beginning of the year in which it began',
  'type: decimal(12,2) # in the currency of the contract, before any deduction',
  "valid_vals: ['open', 'paid', 'denied', 'adjusted', 'reversed', 'pending']",
  'type: date # of the change, as the sender writes it, without a time of the day',
  "pattern: '[A-Z]{2}[0-9]{4}' # two letters for the state, and four digits",
];

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function datasetName(index: number): string {
  return `dataset_${String(index).padStart(3, '0')}`;
}

function columnName(index: number): string {
  return `column_${String(index).padStart(2, '0')}`;
}
