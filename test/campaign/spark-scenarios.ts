/** One run of a scenario: what is delivered before it, and whether it makes the table anew from every original. */
export interface Step {
  readonly dataset: string;
  readonly files: Readonly<Record<string, string>>;
  readonly isRebuilt?: boolean;
}

/** A project and its runs in order: any of them is disturbed, after those before it were left in peace. */
export interface Scenario {
  readonly name: string;
  /** The text of `config.yaml`, for a schema of that name. */
  readonly config: (schema: string) => string;
  readonly schema: string;
  readonly steps: readonly Step[];
}

const people = `tables:
  people:
    columns:
      id: { type: string, required: true }
      age: { type: int, min: 0 }
      at: { type: int }
      part: { type: string }
`;
const inParts = `${people}    partition_by: part
`;
const first = {
  'one.csv': 'id,age,at,part\nA,1,20260101,x\nB,-1,20260101,x\nC,3,20260101,y\n',
  'two.csv': 'id,age,at,part\nD,4,20260101,z\n',
};
/** An update that changes its partition, a late one, a new one; bad and malformed ones; a twin, a leftover and an empty file. */
const second = {
  'three.csv':
    'id,age,at,part\nA,9,20260201,y\nE,x,20260201,x\nC,3,20260101,y,surplus\nD,5,20251201,z\nF,6,20260201,w\n',
  'four.csv': first['one.csv'],
  'two.csv': first['two.csv'],
  'empty.csv': '',
};
const deliveries: readonly Step[] = [
  { dataset: 'people', files: first },
  { dataset: 'people', files: second },
];
const rebuilt: Step = { dataset: 'people', files: {}, isRebuilt: true };

function configOf(source: string): Scenario['config'] {
  return (schema) => `target_path: target/
archive_path: archive/
target_schema: ${schema}
sources:
  people: { path: source/people/, ${source}, expect: { max_bad: 1 } }
`;
}

const key = 'merge_key: id, cdc_key: at';

/** Every way in which rows become a table, with and without `partition_by`, and orphans that find their parent. */
export const scenarios: readonly Scenario[] = [
  { name: 'upsert', config: configOf(key), schema: people, steps: [...deliveries, rebuilt] },
  {
    name: 'parts',
    config: configOf(key),
    schema: inParts,
    steps: [...deliveries, rebuilt],
  },
  { name: 'append', config: configOf('load: append'), schema: people, steps: deliveries },
  {
    name: 'append_parts',
    config: configOf('load: append'),
    schema: inParts,
    steps: deliveries,
  },
  { name: 'replace', config: configOf('load: replace'), schema: people, steps: deliveries },
  {
    name: 'replace_parts',
    config: configOf('load: replace'),
    schema: inParts,
    steps: deliveries,
  },
  {
    name: 'orphans',
    config: (schema) => `${configOf(key)(schema)}  parts: { path: source/parts/, merge_key: part }
`,
    schema: `${people.replace('part: { type: string }', 'part: { type: string, references: parts.part }')}  parts:
    columns:
      part: { type: string, required: true }
`,
    steps: [
      { dataset: 'parts', files: { 'parts.csv': 'part\nx\n' } },
      { dataset: 'people', files: first },
      { dataset: 'parts', files: { 'more.csv': 'part\ny\n' } },
      { dataset: 'people', files: second },
    ],
  },
];
