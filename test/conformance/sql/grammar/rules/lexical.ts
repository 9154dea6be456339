/** Names, literals and types, from Spark's SQL reference: "Identifiers", "Literals", "Data Types". */
export const lexical = String.raw`
plain-name = id amount name claim patient_id day qty c1 c2 col_a x y z _tmp total status region
odd-name = ${'`'}order${'`'} ${'`'}a-b${'`'} ${'`'}a${'``'}b${'`'} ${'`'}größe${'`'} ${'`'}a.b${'`'}
  ${'`'}1st${'`'} a1b2 2nd_col
soft-name = year month day date comment data type temporary location partition format options sort view source
  target first last default value values cache window exclude percent lists local
name: 12x plain-name | 2x odd-name | 2x soft-name
table-word = t s orders claims patients src tgt events t1 t2 dim_day stage_claims
table-name: 5x table-word | 2x [ db-name | sales | ops ] . table-word
  | cat-name . [ db-name | sales ] . table-word
db-name = db lake raw default
sales = sales curated
ops = ops util
cat-name = cat spark_catalog glue
alias-word = a b l r q u s tt src2
names: name,+
text: 6x text-word | text-word text-word | r-text | double-text
text-word = 'a' 'b' '' 'x%' '2024-01-01' 'it\'s' 'é' '😀' 'a_b' 'yyyy-MM-dd' 'new-york' '\u0041' '\\d+' 'UTC'
double-text = "double" "it's" "d\"q" ""
r-text = r'\d+' R"\w" r''
whole = 0 1 2 3 7 10 42 100 1000000
number: 5x whole | number-word | - whole
number-word = 1.5 .5 2. 1e3 1.5E-3 3L 4S 5Y 1.0D 2.5F 3BD 1.25BD 9223372036854775807 12345678901234567890 1e2BD
literal: 5x number | 5x text | 2x typed-literal | NULL | TRUE | FALSE | interval
typed-literal: DATE [ '2024-02-29' | '1999-12-31' | "'2024-1-5'" | '2024' | '2024-03' ]
  | TIMESTAMP timestamp-text | TIMESTAMP_NTZ timestamp-text | TIMESTAMP_LTZ timestamp-text | X hex | hex-literal
timestamp-text: "'2024-01-01 10:11:12'" | '2024-01-01T10:11:12.123456Z' | '2024-01-01'
  | "'2024-01-01 00:00:00 Europe/Berlin'" | '2024-06-30T23:59:59+02:00'
hex = '1F' 'AB01' 'ff'
hex-literal = X'1F' x'00FF' X'abc' X''
interval: INTERVAL [ '1' | '-3' | '10' | 2 | - 4 | 15 ] unit | INTERVAL '1-2' YEAR TO MONTH
  | INTERVAL "'3 04:05:06'" DAY TO SECOND | INTERVAL "'1 2'" DAY TO HOUR | INTERVAL '04:05' HOUR TO MINUTE
  | INTERVAL '05:06.789' MINUTE TO SECOND | INTERVAL "'2 10:20'" DAY TO MINUTE | INTERVAL '1:2:3' HOUR TO SECOND
  | INTERVAL - '1-2' YEAR TO MONTH | INTERVAL whole unit whole small-unit
  | INTERVAL '1' YEAR whole small-unit '3' unit
  | INTERVAL [ "'1 day'" | "'2 weeks 3 days'" | "'1 year 2 months'" | "'-1 hour 30 minutes'" |
      "'interval 5 seconds'" ] | INTERVAL ( value ) unit | INTERVAL whole small-unit
unit: YEAR | MONTH | DAY | HOUR | MINUTE | SECOND | YEARS | MONTHS | DAYS | HOURS | MINUTES | SECONDS | WEEK
  | WEEKS
small-unit: DAY | DAYS | HOUR | HOURS | MINUTES | SECONDS | MILLISECONDS | MICROSECOND | WEEKS
type: 12x simple-type | ARRAY < type > | MAP < simple-type , type > | STRUCT < field,+ > | STRUCT < >
simple-type: BOOLEAN | TINYINT | BYTE | SMALLINT | SHORT | INT | INTEGER | BIGINT | LONG | FLOAT | REAL | DOUBLE
  | DATE | TIMESTAMP | TIMESTAMP_NTZ | TIMESTAMP_LTZ | STRING | BINARY | CHAR ( 10 ) | CHARACTER ( 3 )
  | VARCHAR ( 20 ) | DECIMAL | DEC ( 10 ) | NUMERIC ( 12 , 2 ) | DECIMAL ( 38 , 18 ) | VOID
  | INTERVAL interval-type
interval-type: YEAR | MONTH | YEAR TO MONTH | DAY | DAY TO HOUR | DAY TO SECOND | HOUR TO MINUTE | SECOND
  | MINUTE TO SECOND
field: name type | name ":" type | name ":" type NOT NULL | name type COMMENT text-word
property: property-key = property-value | property-key property-value | property-key = property-value
property-key: text-word | 'key' | [ plain-name | plain-name . plain-name ]
property-value: text-word | whole | TRUE | FALSE | 'v' | 1.5
properties: ( property,+ )
`;
