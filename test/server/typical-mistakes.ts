/** A sound project: nothing is found in it. */
export const soundConfig = `target_path: target/
target_schema: billing
sources:
  patients:
    path: source/patients/
    merge_key: patient_id
    cdc_key: changed
  claim:
    path: source/claim/
    merge_key: claim_id
    cdc_key: changed
`;

export const soundSchema = `tables:
  patients:
    columns:
      patient_id: { type: string, required: true }
      fname: { type: string }
      changed: { type: date }
    mask:
      - fname
  claim:
    columns:
      claim_id:
        type: string
        required: true
      patient_id:
        type: string
        references: patients.patient_id
      visit_type:
        type: string
        valid_vals:
          - physical
          - surgery
      coverage:
        type: int
        valid_vals: [100, 50, 0]
      claim_date:
        type: date
        formats: [yyyy-MM-dd]
      changed:
        type: date
`;

/** One of the ten mistakes of docs/authoring-mistakes.md: what is typed, what is underlined, and by which finding. */
export interface TypicalMistake {
  readonly title: string;
  readonly file: 'config' | 'schema';
  /** The text of the sound project that is typed wrong, the first time that it stands there. */
  readonly meant: string;
  readonly typed: string;
  readonly code: string;
  /** What the finding underlines. */
  readonly underlined: string;
}

export const typicalMistakes: readonly TypicalMistake[] = [
  {
    title: 'A column is misspelled in `config.yaml`',
    file: 'config',
    meant: 'merge_key: claim_id',
    typed: 'merge_key: clam_id',
    code: 'unknown-column',
    underlined: 'clam_id',
  },
  {
    title: 'A key is misspelled',
    file: 'schema',
    meant: '        required: true\n',
    typed: '        requird: true\n',
    code: 'unknown-key',
    underlined: 'requird',
  },
  {
    title: 'The type of another system',
    file: 'schema',
    meant: '        type: int\n',
    typed: '        type: varchar(20)\n',
    code: 'invalid-value',
    underlined: 'varchar(20)',
  },
  {
    title: 'The letters of a date format in the wrong case',
    file: 'schema',
    meant: 'formats: [yyyy-MM-dd]',
    typed: 'formats: [YYYY-MM-DD]',
    code: 'invalid-date-format',
    underlined: 'YYYY-MM-DD',
  },
  {
    title: 'A table is renamed in one file only',
    file: 'schema',
    meant: '  claim:\n    columns',
    typed: '  claims:\n    columns',
    code: 'source-without-table',
    underlined: 'claim',
  },
  {
    title: 'The merge key is masked',
    file: 'schema',
    meant: '      - fname\n',
    typed: '      - fname\n      - patient_id\n',
    code: 'masked-key',
    underlined: 'patient_id',
  },
  {
    title: 'A reference to a dataset that is not there',
    file: 'schema',
    meant: 'references: patients.patient_id',
    typed: 'references: patient.patient_id',
    code: 'unknown-dataset',
    underlined: 'patient',
  },
  {
    title: 'An allowed value that the column’s type does not know',
    file: 'schema',
    meant: 'valid_vals: [100, 50, 0]',
    typed: 'valid_vals: [100, 50, none]',
    code: 'value-not-of-type',
    underlined: 'none',
  },
  {
    title: 'A tab in place of blanks',
    file: 'schema',
    meant: '        type: date\n        formats',
    typed: '\t\ttype: date\n        formats',
    code: 'yaml-syntax',
    underlined: '\t\t',
  },
  {
    title: 'A blank is missing after the colon',
    file: 'config',
    meant: 'path: source/claim/',
    typed: 'path:source/claim/',
    code: 'yaml-syntax',
    underlined: 'path:source/claim/',
  },
];
