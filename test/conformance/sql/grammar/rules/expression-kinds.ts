/** Queries that are about one kind of expression each. */
export const expressionKinds = `
expression: SELECT value arithmetic value AS name | SELECT condition
  | SELECT item,+ FROM table-name WHERE condition | SELECT special-form , cast-form
  | SELECT case-form AS name FROM table-name
lambdas: SELECT lambda-call [ AS name ]? FROM table-name | SELECT lambda-call , lambda-call FROM relation
  | SELECT * FROM table-name WHERE size-word ( lambda-call ) > whole | SELECT function ( lambda-call , value )
size-word = size cardinality
intervals: SELECT interval | SELECT column [ + | - ] interval , interval * whole
  | SELECT * FROM table-name WHERE column > CURRENT_DATE - interval
  | SELECT CAST ( [ value | text ] AS INTERVAL interval-type ) | SELECT - interval AS name
  | SELECT function ( interval , value )
typed-literals: SELECT typed-literal | SELECT typed-literal , number , hex-literal
  | SELECT * FROM table-name WHERE column BETWEEN typed-literal AND typed-literal
  | SELECT [ number | r-text | text text ] AS name | VALUES ( typed-literal , literal )
collations: SELECT value COLLATE collation [ AS name ]?
  | SELECT * FROM table-name WHERE column COLLATE collation = text ORDER BY column COLLATE collation
  | CREATE TABLE table-name ( name STRING COLLATE collation ) USING provider
  | SELECT CAST ( value AS STRING COLLATE collation ) | SELECT function ( text COLLATE collation , value )
  | SELECT collation-word ( text COLLATE collation )
  | CREATE TABLE table-name ( name STRING COLLATE collation NOT NULL , name type )
  | ALTER TABLE table-name ALTER COLUMN name TYPE STRING COLLATE collation
  | SELECT column , aggregate ( value ) FROM table-name GROUP BY column , name COLLATE collation
collation-word = collation
collation = UTF8_BINARY UTF8_LCASE UNICODE UNICODE_CI de_CI_AI en_AI UTF8_BINARY_RTRIM
named-arguments: SELECT function ( named-argument,+ ) | SELECT mask-word ( text , named-argument,+ ) AS name
  | SELECT * FROM range-word ( named-argument,+ )
  | SELECT db-name . function ( value , plain-name => value ) FROM table-name
  | SELECT * FROM range-word ( plain-name => TABLE ( query ) , named-argument )
mask-word = mask encode
named-argument: plain-name => value | upper-word => text
upper-word = upperChar lowerChar digitChar
parameters: SELECT marker AS name
  | SELECT * FROM table-name WHERE column = marker AND column comparator marker LIMIT marker
  | SELECT function ( marker , value ) | INSERT INTO table-name VALUES ( marker , marker )
  | SELECT * FROM IDENTIFIER ( marker ) where? | SELECT IDENTIFIER ( [ marker | text ] ) ( value )
  | WITH alias-word AS ( SELECT marker AS name ) SELECT * FROM alias-word
  | SELECT IDENTIFIER ( marker ) FROM table-name | CREATE TABLE IDENTIFIER ( marker ) ( name type )
  | DROP TABLE IDENTIFIER ( marker )
  | SELECT * FROM table-name TABLESAMPLE ( whole ROWS ) WHERE name IN ( marker,+ )
  | UPDATE IDENTIFIER ( marker ) SET name = marker
marker: ":" marker-name | 2x ?
marker-name = p x limit_ from_day
access: SELECT access-path AS name FROM table-name
  | SELECT access-path , access-path comparator value FROM table-name | SELECT ( access-path ) . name
  | SELECT value "::" type | SELECT column "::" type "::" type , function ( value ) "::" type
access-path: column "[" value "]" | column "[" whole "]" . name | function ( value ) . name
  | function ( value ) "[" value "]" "[" text "]" . name | ( query ) . name | STRUCT ( item,+ ) . name
  | map-word ( text , value ) "[" text "]"
map-word = map
`;
