/** A small project with deliveries to try, by path: three datasets that refer to one another, and some defects. */
export const exampleFiles: Readonly<Record<string, string>> = {
  'conf/config.yaml': `# Where the data comes from and goes to. Columns and rules are in schema/tables_schema.yaml.
target_path: target/
archive_path: archive/
target_schema: library

sources:
  readers:
    path: source/readers/
    merge_key: reader_id
    cdc_key: updated_on
    # A tenth of a delivery may be bad; these small ones are worse, so that there is something to see.
    expect:
      max_bad: 0.5
  books:
    path: source/books/
    merge_key: isbn
    cdc_key: ''
    expect:
      max_bad: 0.5
  loans:
    path: source/loans/
    merge_key: loan_id
    cdc_key: updated_on
    expect:
      max_bad: 0.8
`,
  'schema/tables_schema.yaml': `# What each dataset looks like, what never leaves its source file, and what must hold.
tables:
  readers:
    columns:
      reader_id:
        type: string
        required: true
      full_name:
        type: string
        pii: name
      city:
        type: string
      updated_on:
        type: date
    mask:
      - full_name

  books:
    columns:
      isbn:
        type: string
        required: true
        pattern: '[0-9]{13}'
      title:
        type: string
      shelf:
        type: string
        valid_vals: [adults, children, reference]

  loans:
    columns:
      loan_id:
        type: string
        required: true
      reader_id:
        type: string
        references: readers.reader_id
      isbn:
        type: string
        references: books.isbn
      lent_on:
        type: date
      returned_on:
        type: date
      fee:
        type: double
        min: 0
      updated_on:
        type: date
    checks:
      - name: returned_after_lent
        expr: returned_on >= lent_on
        message: A book comes back on the day it was lent, or later.
`,
  'sql_scripts/books_out.sql': `-- Which books are out, and since when.
SELECT b.title, l.reader_id, l.lent_on
FROM library.loans l
JOIN library.books b ON b.isbn = l.isbn
WHERE l.returned_on IS NULL
ORDER BY l.lent_on;
`,
  'source/readers/readers_1.csv': `reader_id,full_name,city,updated_on
R1,Ada Quill,Springfield,2026-01-05
R2,Bo Lindqvist,"Port, North",2026-01-06
R3,Chen Rowe,Lakeside,1/7/2026
R2,Bo Lindqvist,Southport,2026-02-01
,Nobody Known,Lakeside,2026-01-09
`,
  'source/books/books_1.csv': `isbn,title,shelf
9780000000011,The Slow Tide,adults
9780000000028,"Maps, and Other Lies",Reference
9780000000035,Six Small Owls,children
97800,Half a Number,adults
9780000000042,Lost Section,attic
`,
  'source/loans/loans_1.csv': `loan_id,reader_id,isbn,lent_on,returned_on,fee,updated_on
L1,R1,9780000000011,2026-02-01,2026-02-11,0,2026-02-11
L2,R2,9780000000028,2026-02-03,,0,2026-02-03
L3,R9,9780000000035,2026-02-04,,0,2026-02-04
L4,R3,9780000000035,2026-02-05,2026-02-01,1.50,2026-02-05
L5,R3,9780000000011,2/6/2026,,free,2026-02-06
L6,R1,9780000000042,2026-02-07,,2.00,2026-02-07,surplus
L7,R1,9780000000035,2026-02-08,2026-02-09,0.80,2026-02-09
`,
  '.gitignore': '.pistevo/\ntarget/\narchive/\nsource/\n',
};
