/** "SQL Pipe Syntax" of Spark 4.0's reference. */
export const pipes = `
pipe: pipe-source pipe-step+ | FROM table-name pipe-step+ | with pipe-source pipe-step+
  | TABLE table-name "|>" WHERE condition pipe-step* | ( pipe-source pipe-step ) pipe-step
  | CREATE VIEW table-name AS FROM table-name pipe-step+ | INSERT INTO table-name FROM table-name pipe-step+
pipe-source: SELECT item,+ FROM relation | FROM relation-primary | VALUES row,+ | TABLE table-name | ( query )
pipe-step: "|>" pipe-operator
pipe-operator: SELECT [ DISTINCT ]? item,+ | EXTEND pipe-item,+ | SET pipe-set,+ | DROP names | AS alias-word
  | 2x WHERE condition | LIMIT whole [ OFFSET whole ]? | OFFSET whole
  | AGGREGATE pipe-aggregate,+ [ GROUP BY pipe-item,+ ]? | AGGREGATE GROUP BY pipe-item,+ | 2x join
  | ORDER BY sort,+ | set-operator [ ( query ) | TABLE table-name ]
  | PIVOT ( pivot-aggregate,+ FOR name IN ( pivot-value,+ ) )
  | UNPIVOT ( name FOR name IN ( unpivot-column,+ ) ) | sample
  | [ SORT BY sort,+ | CLUSTER BY names | DISTRIBUTE BY names ] | EXTEND window-call AS name
  | SELECT name , window-call
pipe-item: value [ AS name ]?
pipe-set: name = value
pipe-aggregate: aggregate ( value ) [ AS name ]? | COUNT ( * ) AS name
`;
