/** What defines tables, views, functions and databases: "DDL Statements" of Spark's SQL reference. */
export const definitions = `
create-table:
  CREATE [ OR REPLACE ] TABLE table-name ( column-definition,+ ) [ USING provider ]? table-clause-set
  | CREATE TABLE [ IF NOT EXISTS ]? table-name ( column-definition,+ ) USING provider table-clause-set
  | CREATE TABLE [ IF NOT EXISTS ]? table-name [ USING provider ]? table-clause-set AS query
  | [ CREATE OR REPLACE | REPLACE ] TABLE table-name [ USING provider ]? table-clause-set AS query
  | REPLACE TABLE table-name ( column-definition,+ ) USING provider
  | CREATE TABLE [ IF NOT EXISTS ]? table-name LIKE table-name like-clause
  | CREATE EXTERNAL TABLE table-name ( column-definition,+ ) LOCATION text-word
column-definition: 4x name type | name type NOT NULL | name type COMMENT text-word
  | name type NOT NULL COMMENT text-word | name type DEFAULT literal
  | name simple-type GENERATED ALWAYS AS ( value )
  | name type DEFAULT [ CURRENT_DATE | NULL | ( value ) ] COMMENT text-word
table-clause-set:
  [ OPTIONS properties ]? [ PARTITIONED BY ( partitioning,+ ) ]? [ CLUSTERED BY ( names ) [ SORTED BY ( names )
      ]? INTO whole BUCKETS ]? [ LOCATION text-word ]? [ COMMENT text-word ]? [ TBLPROPERTIES properties ]?
  | [ COMMENT text-word ]? [ TBLPROPERTIES properties ]? [ PARTITIONED BY ( partitioning,+ ) ]?
  | [ CLUSTER BY ( names ) ]? [ LOCATION text-word ]?
partitioning: 3x name | bucket-word ( whole , name ) | time-word ( name ) | truncate-word ( whole , name )
bucket-word = bucket
time-word = years months days hours identity
truncate-word = truncate
like-clause: [ USING provider ]? [ LOCATION text-word ]? [ TBLPROPERTIES properties ]? | STORED AS PARQUET
  | ROW FORMAT DELIMITED FIELDS TERMINATED BY delimiter STORED AS TEXTFILE
hive-table:
  CREATE TABLE [ IF NOT EXISTS ]? table-name ( hive-column,+ ) [ COMMENT text-word ]? hive-partitions?
      hive-buckets? hive-storage [ LOCATION text-word ]? [ TBLPROPERTIES properties ]?
  | CREATE EXTERNAL TABLE [ IF NOT EXISTS ]? table-name ( hive-column,+ ) hive-partitions? hive-storage
      LOCATION text-word [ TBLPROPERTIES properties ]?
  | CREATE TABLE table-name hive-storage [ LOCATION text-word ]? AS query
  | CREATE TABLE table-name ( hive-column,+ ) hive-storage [ TBLPROPERTIES properties ]? hive-partitions?
hive-column: name type | name type COMMENT text-word
hive-partitions: PARTITIONED BY ( hive-column,+ )
hive-buckets: CLUSTERED BY ( names ) [ SORTED BY ( hive-sort,+ ) ]? INTO whole BUCKETS
hive-sort: name [ ASC ]?
hive-storage: 4x STORED AS file-format | ROW FORMAT DELIMITED delimited [ STORED AS TEXTFILE ]?
  | ROW FORMAT SERDE 'a.b.Serde' [ WITH SERDEPROPERTIES ( serde-property,+ ) ]? [ STORED AS [ TEXTFILE |
      SEQUENCEFILE | RCFILE ] ]? | ROW FORMAT SERDE 's.d' STORED AS INPUTFORMAT 'i' OUTPUTFORMAT 'o'
create-view:
  CREATE [ OR REPLACE ]? VIEW [ IF NOT EXISTS ]? table-name [ ( view-column,+ ) ]? [ COMMENT text-word ]? [
      TBLPROPERTIES properties ]? AS query
  | CREATE [ OR REPLACE ]? [ GLOBAL ]? [ TEMPORARY | TEMP ] VIEW table-word [ ( view-column,+ ) ]? [ COMMENT
      text-word ]? AS query
  | CREATE [ OR REPLACE ]? [ TEMPORARY | TEMP ] VIEW table-word [ ( column-definition,+ ) ]? USING provider [
      OPTIONS properties ]?
  | CREATE VIEW table-name WITH SCHEMA [ BINDING | COMPENSATION | TYPE EVOLUTION | EVOLUTION ] AS select
view-column: name [ COMMENT text-word ]?
create-function:
  CREATE [ OR REPLACE ]? [ TEMPORARY ]? FUNCTION [ IF NOT EXISTS ]? [ db-name . ]? function-word AS
      'com.example.Udf' [ USING resource,+ ]?
  | CREATE [ OR REPLACE ]? [ TEMPORARY ]? FUNCTION function-word ( parameter,* ) RETURNS returned
      routine-clause* RETURN [ value | query ]
  | CREATE FUNCTION [ IF NOT EXISTS ]? db-name . function-word ( parameter,* ) [ RETURNS simple-type ]? RETURN
      value | DROP [ TEMPORARY ]? FUNCTION [ IF EXISTS ]? function-word
resource: [ JAR | FILE | ARCHIVE ] text-word
parameter: name type [ DEFAULT literal ]? [ COMMENT text-word ]?
returned: type | TABLE ( hive-column,+ )
routine-clause: LANGUAGE SQL | DETERMINISTIC | NOT DETERMINISTIC | CONTAINS SQL | READS SQL DATA
  | COMMENT text-word | SQL SECURITY DEFINER | SQL SECURITY INVOKER
function-word = my_udf area to_cents mask_name
database: CREATE namespace [ IF NOT EXISTS ]? db-name database-clause*
  | DROP namespace [ IF EXISTS ]? db-name [ RESTRICT | CASCADE ]?
  | ALTER namespace db-name SET [ DBPROPERTIES | PROPERTIES ] properties
  | ALTER namespace db-name SET LOCATION text-word | USE [ namespace ]? db-name | USE db-name . sales
  | SET CATALOG cat-name
  | ALTER namespace db-name UNSET [ DBPROPERTIES | PROPERTIES ] [ IF EXISTS ]? ( property-key,+ )
database-clause: COMMENT text-word | LOCATION text-word | WITH [ DBPROPERTIES | PROPERTIES ] properties
namespace: DATABASE | SCHEMA | NAMESPACE
drop: DROP TABLE [ IF EXISTS ]? table-name [ PURGE ]? | DROP VIEW [ IF EXISTS ]? table-name
  | DROP [ TEMPORARY ]? FUNCTION [ IF EXISTS ]? table-name
  | DROP namespace [ IF EXISTS ]? table-name [ RESTRICT | CASCADE ]?
  | DROP INDEX [ IF EXISTS ]? name ON [ TABLE ]? table-name | DROP TEMPORARY VARIABLE [ IF EXISTS ]? name
alter-table: ALTER TABLE table-name RENAME TO table-name | ALTER TABLE table-name partition RENAME TO partition
  | ALTER TABLE table-name ADD [ COLUMN | COLUMNS ] [ new-column,+ | ( new-column,+ ) ]
  | ALTER TABLE table-name RENAME COLUMN column-path TO name
  | ALTER TABLE table-name DROP [ COLUMN | COLUMNS ] [ IF EXISTS ]? [ ( column-path,+ ) | column-path,+ ]
  | ALTER TABLE table-name SET TBLPROPERTIES properties
  | ALTER TABLE table-name UNSET TBLPROPERTIES [ IF EXISTS ]? ( property-key,+ )
  | ALTER TABLE table-name [ ALTER | CHANGE ] [ COLUMN ]? column-path column-change
  | ALTER TABLE table-name CHANGE [ COLUMN ]? name name type [ COMMENT text-word ]? [ FIRST | AFTER name ]?
  | ALTER TABLE table-name REPLACE COLUMNS ( hive-column,+ )
  | ALTER TABLE table-name [ partition ]? SET SERDE text-word [ WITH SERDEPROPERTIES properties ]?
  | ALTER TABLE table-name [ partition ]? SET SERDEPROPERTIES properties
  | ALTER TABLE table-name [ partition ]? SET LOCATION text-word
  | ALTER TABLE table-name ADD [ IF NOT EXISTS ]? new-partition+
  | ALTER TABLE table-name DROP [ IF EXISTS ]? partition-list [ PURGE ]?
  | ALTER TABLE table-name RECOVER PARTITIONS
  | ALTER TABLE table-name [ CLUSTER BY ( names ) | CLUSTER BY NONE ]
  | ALTER TABLE table-name partition CHANGE COLUMN name name type
alter-view: ALTER VIEW table-name AS query | ALTER VIEW table-name RENAME TO table-name
  | ALTER VIEW table-name SET TBLPROPERTIES properties
  | ALTER VIEW table-name UNSET TBLPROPERTIES [ IF EXISTS ]? ( property-key,+ )
  | ALTER VIEW table-name WITH SCHEMA [ BINDING | COMPENSATION | EVOLUTION | TYPE EVOLUTION ]
new-column: column-path type [ NOT NULL ]? [ COMMENT text-word ]? [ FIRST | AFTER name ]?
  | name type [ DEFAULT literal ]?
column-path: 3x name | name . name | name . element-word . name
element-word = element key value
column-change: TYPE type | COMMENT text-word | [ SET | DROP ] NOT NULL | FIRST | AFTER name
  | SET DEFAULT [ literal | value ] | DROP DEFAULT
new-partition: partition [ LOCATION text-word ]?
partition-list: partition,+
other-ddl: COMMENT ON [ namespace db-name | TABLE table-name ] IS [ text-word | NULL ]
  | REFRESH [ TABLE ]? table-name | REFRESH FUNCTION function-word
  | MSCK REPAIR TABLE table-name [ [ ADD | DROP | SYNC ] PARTITIONS ]? | REPAIR TABLE table-name | load-data
  | truncate | ADD [ JAR | FILE | ARCHIVE | JARS ] path-word | LIST [ JARS | FILES | ARCHIVE ]
  | CREATE INDEX [ IF NOT EXISTS ]? name ON [ TABLE ]? table-name [ USING name ]? ( names ) [ OPTIONS
      properties ]? | call-procedure | REFRESH path-word
path-word = '/tmp/a.jar' '/data/x' 's3://bucket/key.jar'
constraints: CREATE TABLE table-name ( name INT PRIMARY KEY )
  | ALTER TABLE table-name ADD CONSTRAINT name CHECK ( condition ) | ALTER TABLE table-name DROP CONSTRAINT name
`;
