/** Expressions, from Spark's SQL reference: "Functions", "Operators", "CASE Clause", "Window Functions", "LIKE Predicate". */
export const expressions = `
column: 6x name | 3x alias-word . name | alias-word . name . name | table-word . name
value: 8x column | 7x literal | 4x call | 2x value arithmetic value | ( value ) | 2x special-form | case-form
  | cast-form | - value | + value | "~" value | value "[" value "]" | ( value ) . name | ( query )
  | condition-value
arithmetic: + | - | * | / | % | DIV | "||" | & | "|" | ^
condition-value: ( condition )
condition: 6x comparison | NOT condition | 2x condition AND condition | 2x condition OR condition
  | ( condition ) | EXISTS ( query ) | ! column | column | TRUE
comparison: 5x value comparator value | 3x value predicate
comparator: = | == | < | > | <= | >= | <> | != | <=> | "!<" | "!>"
predicate: [ NOT ]? BETWEEN value AND value | [ NOT ]? IN ( value,+ ) | [ NOT ]? IN ( query )
  | [ NOT ]? [ LIKE | RLIKE | REGEXP | ILIKE ] value | [ NOT ]? [ LIKE | ILIKE ] text ESCAPE '!'
  | [ NOT ]? [ LIKE | ILIKE ] [ ANY | SOME | ALL ] ( text,+ ) | IS [ NOT ]? NULL
  | IS [ NOT ]? [ TRUE | FALSE | UNKNOWN ] | IS [ NOT ]? DISTINCT FROM value
function = coalesce upper lower concat abs round date_format to_date nvl size length trim_all substring_index
  explode array map sha2 greatest if left right element_at from_json to_json get_json_object split
  regexp_replace
aggregate = sum count avg min max collect_list approx_count_distinct stddev max_by percentile array_agg
  first_value
call: 6x function ( value,* ) | COUNT ( * ) | aggregate ( DISTINCT value,+ ) | 2x aggregate ( value )
  | aggregate ( [ ALL ]? value ) FILTER ( WHERE condition ) | db-name . function ( value,* ) | lambda-call
  | CURRENT_DATE | CURRENT_TIMESTAMP | CURRENT_USER | CURRENT_DATE ( ) | struct-call
struct-call: STRUCT ( item,+ ) | nstruct-word ( 'k' , value )
nstruct-word = named_struct
special-form: EXTRACT ( extract-field FROM value ) | SUBSTRING ( value FROM whole [ FOR whole ]? )
  | SUBSTR ( value , whole [ , whole ]? ) | TRIM ( [ BOTH | LEADING | TRAILING ] text-word FROM value )
  | TRIM ( [ BOTH | LEADING | TRAILING ] FROM value ) | TRIM ( text FROM value )
  | OVERLAY ( value PLACING value FROM whole [ FOR whole ]? ) | POSITION ( value IN value )
  | [ FIRST | LAST | ANY_VALUE ] ( value [ IGNORE NULLS ]? )
  | [ DATEADD | DATE_ADD | TIMESTAMPADD ] ( date-unit , value , value )
  | [ DATEDIFF | DATE_DIFF | TIMESTAMPDIFF ] ( date-unit , value , value )
  | [ PERCENTILE_CONT | PERCENTILE_DISC ] ( 0.5 ) WITHIN GROUP ( ORDER BY value [ DESC ]? )
extract-field: YEAR | MONTH | DAY | HOUR | MINUTE | SECOND | plain-name | dow-word
dow-word = dow week quarter doy
date-unit: YEAR | QUARTER | MONTH | WEEK | DAY | DAYOFYEAR | HOUR | MINUTE | SECOND | MILLISECOND | MICROSECOND
case-form: CASE when+ [ ELSE value ]? END | CASE value when-value+ [ ELSE value ]? END
when: WHEN condition THEN value
when-value: WHEN value THEN value
cast-form: [ CAST | TRY_CAST ] ( value AS type )
lambda-call: [ lambda-function ] ( column , lambda ) | reduce-word ( column , whole , lambda-two , lambda )
lambda-function = transform filter exists forall any_match map_filter transform_keys zip_with array_sort
reduce-word = aggregate reduce
lambda: lambda-name -> value | lambda-name -> condition | ( lambda-name ) -> value | lambda-two
lambda-two: ( lambda-name , lambda-name2 ) -> value
lambda-name = x v e acc
lambda-name2 = i k y
window-call:
  [ window-function ( ) | aggregate ( value ) | lag-word ( value [ , whole [ , value ]? ]? ) | nth-word ( value
      , whole ) ] [ [ IGNORE | RESPECT ] NULLS ]? OVER window-spec
  | aggregate ( value ) FILTER ( WHERE condition ) OVER window-spec
window-function = row_number rank dense_rank percent_rank cume_dist
lag-word = lag lead
nth-word = nth_value
window-spec: ( [ PARTITION BY value,+ ]? [ ORDER BY sort,+ ]? )
  | ( [ PARTITION | DISTRIBUTE ] BY value,+ [ ORDER | SORT ] BY sort,+ frame? ) | ( CLUSTER BY value,+ )
  | ( ORDER BY sort,+ frame ) | ( )
frame: [ ROWS | RANGE ] frame-bound | [ ROWS | RANGE ] BETWEEN frame-bound AND frame-bound
frame-bound: UNBOUNDED PRECEDING | UNBOUNDED FOLLOWING | CURRENT ROW | whole PRECEDING | whole FOLLOWING
  | interval PRECEDING
sort: value [ ASC | DESC ]? [ NULLS [ FIRST | LAST ] ]?
item: 6x value | 5x value AS name | 2x value name | value AS ( names ) | * | alias-word . *
`;
