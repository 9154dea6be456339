/** A project without datasets, by path: what each part is for stands in comments. */
export const minimalFiles: Readonly<Record<string, string>> = {
  'conf/config.yaml': `# Where the data comes from and goes to. Columns and rules are in schema/tables_schema.yaml.
# A relative path starts at the folder above this one.

# Holds the tables: on this machine one database file, <target_schema>.duckdb.
target_path: target/
# Originals go here once what they hold is committed.
archive_path: archive/
target_schema: warehouse

# One entry for each dataset; \`pistevo infer <your.csv> --write\` adds one. Written by hand:
#
# sources:
#   customers:
#     path: source/customers/       # the folder that files are delivered to
#     merge_key: customer_id        # one row of the table for each key; a column, or a list of columns
#     cdc_key: updated_at           # the greatest value wins; '' when the last delivery always wins
sources: {}
`,
  'schema/tables_schema.yaml': `# What each dataset looks like, what never leaves its source file, and what must hold.
#
# tables:
#   customers:
#     columns:
#       customer_id:
#         type: string              # string, int, bigint, double, decimal(p,s), boolean, date, timestamp
#         required: true
#       name:
#         type: string
#       status:
#         type: string
#         valid_vals: [active, closed]
#       updated_at:
#         type: date
#     mask: [name]                  # never written to any table, log or report
#     checks:
#       - name: not_from_the_future
#         expr: updated_at <= '2100-01-01'
tables: {}
`,
  'sql_scripts/README.md': 'Spark SQL over the ingested tables goes here, one question a file.\n',
  '.gitignore': '.pistevo/\ntarget/\narchive/\nsource/\n',
};
