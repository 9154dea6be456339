/** Queries, from Spark's SQL reference: "SELECT" and its clauses. */
export const queries = `
query: 8x select organization | with select organization | 2x set-query organization | values-query organization
  | TABLE table-name | from-first
set-query: select set-operator select | ( query ) set-operator select | select set-operator ( query )
  | select set-operator select set-operator values-query
set-operator: [ UNION | EXCEPT | MINUS | INTERSECT ] [ ALL | DISTINCT ]?
with: 3x WITH cte | WITH first-cte , cte | WITH first-cte , second-cte
first-cte: c1_name AS ( query )
second-cte: c2_name ( names ) AS ( query )
cte: alias-word [ ( names ) ]? [ AS ]? ( query )
organization: 6x
  | [ ORDER BY sort,+ | CLUSTER BY value,+ | DISTRIBUTE BY value,+ [ SORT BY sort,+ ]? | SORT BY sort,+ ]? [
      LIMIT [ ALL | whole | value ] ]? [ OFFSET whole ]?
values-query: 2x VALUES row-of-one,+ | 2x VALUES row-of-two,+
  | VALUES row-of-two,+ [ AS ]? alias-word ( name , name ) | VALUES row-of-one,+ [ AS ]? alias-word ( name )
  | VALUES row-of-three
row: row-of-one | row-of-two
row-of-one: literal | ( value ) | value
row-of-two: ( value , value ) | ( literal , value )
row-of-three: ( value , literal , value )
from-first: FROM table-name [ alias-word ]? SELECT item,+ where?
select: SELECT [ DISTINCT | ALL ]? item,+ | 4x SELECT [ DISTINCT ]? item,+ FROM relation,+ where? group? having?
  | 3x SELECT item,+ FROM table-name where?
where: WHERE condition
having: HAVING condition
group: GROUP BY value,+
relation: 6x relation-primary | 3x relation-primary join | relation-primary join join
relation-primary: 8x table-name [ [ AS ]? alias-word [ ( names ) ]? ]? | 2x ( query ) [ AS ]? alias-word
  | ( relation ) [ alias-word ]? | table-call | values-query
join:
  [ [ INNER | LEFT [ OUTER ]? | RIGHT [ OUTER ]? | FULL [ OUTER ]? | LEFT SEMI | LEFT ANTI | SEMI | ANTI ] ]?
      JOIN relation-primary [ ON condition | USING ( names ) ] | CROSS JOIN relation-primary
  | NATURAL [ LEFT | INNER | FULL OUTER ]? JOIN relation-primary
  | [ CROSS | INNER | LEFT ]? JOIN LATERAL ( query ) [ AS ]? alias-word
table-call: range-word ( value,+ ) [ [ AS ]? alias-word [ ( name ) ]? ]?
  | explode-word ( value ) AS alias-word ( name )
range-word = range my_tvf
explode-word = explode posexplode json_tuple stack
joins: SELECT item,+ FROM relation-primary join+ where?
set-operations: set-query organization | with set-query | ( set-query ) set-operator ( set-query )
withs: with query | WITH cte INSERT INTO table-name select | WITH alias-word AS ( WITH cte select ) select
  | WITH RECURSIVE recursive-cte select | with FROM table-name INSERT INTO table-name select-plain
select-plain: SELECT item,+ where?
recursive-cte: alias-word [ ( names ) ]? AS ( select UNION ALL select )
values-form: values-query organization | SELECT item,+ FROM values-query
  | SELECT item,+ FROM ( values-query ) [ AS ]? alias-word | INSERT INTO table-name values-query
table-functions: SELECT item,+ FROM table-call join?
  | SELECT item,+ FROM range-word ( tvf-argument,+ ) [ alias-word ]?
  | SELECT item,+ FROM relation-primary , LATERAL explode-word ( value ) AS alias-word ( names )
tvf-argument: value | TABLE ( table-name ) | TABLE ( query ) | TABLE ( table-name ) PARTITION BY column
  | TABLE ( table-name ) [ PARTITION | DISTRIBUTE ] BY ( column,+ ) [ ORDER | SORT ] BY sort
  | TABLE ( table-name ) WITH SINGLE PARTITION | TABLE table-name | name => value
sampling: SELECT item,+ FROM table-name sample [ [ AS ]? alias-word ]? where?
  | SELECT item,+ FROM ( query ) sample [ AS ]? alias-word | SELECT * FROM table-name sample join
  | SELECT * FROM ( relation ) sample
sample: TABLESAMPLE ( percent PERCENT ) [ REPEATABLE ( whole ) ]? | TABLESAMPLE ( [ value | whole ] ROWS )
  | TABLESAMPLE ( BUCKET 1 OUT OF 4 ) [ REPEATABLE ( 7 ) ]?
percent = 1 10 50 0.5 99.9 100 5.0
time-travel: SELECT item,+ FROM table-name travel [ alias-word ]? where? join?
  | SELECT * FROM table-name travel [ AS ]? alias-word JOIN table-name travel USING ( names )
travel: [ FOR ]? [ VERSION | SYSTEM_VERSION ] AS OF [ whole | text-word ]
  | [ FOR ]? [ TIMESTAMP | SYSTEM_TIME ] AS OF travel-time
travel-time: text-word | typed-literal | CURRENT_TIMESTAMP | function ( literal ) | CURRENT_DATE - interval
  | [ CAST | TRY_CAST ] ( text AS TIMESTAMP ) | CURRENT_TIMESTAMP ( ) + interval
pivot:
  SELECT item,+ FROM pivot-source PIVOT ( pivot-aggregate,+ FOR [ name IN ( pivot-value,+ ) | ( names ) IN (
      pivot-row,+ ) ] ) where?
pivot-source: table-name | ( query ) | table-name alias-word | ( query ) alias-word
pivot-aggregate: aggregate ( value ) [ [ AS ]? name ]? | COUNT ( * ) | aggregate ( value ) arithmetic whole
pivot-value: literal [ [ AS ]? name ]?
pivot-row: ( literal,+ ) [ [ AS ]? name ]?
unpivot:
  SELECT item,+ FROM [ table-name | ( query ) ] UNPIVOT [ [ INCLUDE | EXCLUDE ] NULLS ]? ( unpivot-body ) [ [
      AS ]? alias-word ]? where?
unpivot-body: name FOR name IN ( unpivot-column,+ ) | ( names ) FOR name IN ( unpivot-row,+ )
unpivot-column: column [ [ AS ]? name ]?
unpivot-row: ( column,+ ) [ [ AS ]? name ]?
lateral-view: SELECT item,+ FROM table-name [ alias-word ]? view+ where? group?
view: LATERAL VIEW [ OUTER ]? view-call alias-word [ [ AS ]? names ]?
view-call: explode-word ( value ) | inline-word ( value ) | explode-word ( array-word ( value,+ ) )
  | db-name . inline-word ( value,* )
inline-word = inline inline_outer explode_outer posexplode_outer variant_explode
array-word = array map sequence
windows: SELECT item,+ , window-call [ AS name ]? FROM relation | SELECT window-call,+ FROM table-name where?
  | SELECT name , window-call AS name FROM table-name ORDER BY window-call
  | SELECT aggregate ( value ) OVER win-name , rownumber-word ( ) OVER ( win-name ) FROM table-name where?
      WINDOW win-name AS window-spec
  | SELECT lag-word ( value ) OVER win-name FROM table-name WINDOW win-name AS window-spec , win-two AS
      window-spec
rownumber-word = row_number rank
win-name = win1
win-two = win2
grouping-sets: SELECT item,+ FROM relation where? GROUP BY grouping having? organization
grouping: value,+ WITH [ ROLLUP | CUBE ] | value,+ GROUPING SETS ( grouping-set,+ ) | grouping-part,+ | ALL
grouping-part: GROUPING SETS ( grouping-set,+ ) | [ ROLLUP | CUBE ] ( grouping-set,+ ) | value
  | GROUPING SETS ( grouping-set , ROLLUP ( grouping-set,+ ) , CUBE ( grouping-set,+ ) )
grouping-set: ( ) | ( value,+ ) | column
hints: SELECT hint+ item,+ FROM relation where?
  | SELECT hint [ DISTINCT ]? item,+ FROM table-name alias-word join
hint: "/*+" hint-part,+ "*/" | "/*+" hint-part hint-part "*/"
hint-part: hint-join ( table-word,+ ) | [ REPARTITION | COALESCE ] ( whole ) | REPARTITION ( whole , name )
  | REPARTITION_BY_RANGE ( names ) | REBALANCE ( whole , names ) | REBALANCE
  | hint-join ( db-name . table-word )
hint-join: BROADCAST | BROADCASTJOIN | MAPJOIN | MERGE | SHUFFLE_MERGE | MERGEJOIN | SHUFFLE_HASH
  | SHUFFLE_REPLICATE_NL
from-insert: FROM relation-primary from-branch+ | FROM table-name view from-branch+
  | FROM table-name SELECT item,+ where?
from-branch: INSERT INTO table-name SELECT item,+ where?
  | INSERT OVERWRITE [ TABLE ]? table-name SELECT item,+ where?
transform:
  SELECT TRANSFORM ( value,+ ) transform-format? USING text-word [ AS transform-columns ]? FROM table-name
      where? | FROM relation-primary [ MAP | REDUCE ] value,+ USING text-word AS ( names )
  | SELECT [ TRANSFORM ( names ) ] USING 'cat' AS ( names ) FROM ( query ) alias-word
transform-columns: names | ( names ) | ( transform-column,+ )
transform-column: name simple-type
transform-format: ROW FORMAT DELIMITED FIELDS TERMINATED BY text-word
`;
