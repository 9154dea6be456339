/** What Spark's grammar lets through and its builder of trees refuses, or nearly so: what is illegal together, twice, or out of range. */
export const refused = `
refused: 4x refused-table | 4x refused-alter | 4x refused-query | 4x refused-expression | 3x refused-insert
  | 2x refused-merge | 2x refused-view | 2x refused-function | refused-database | 2x refused-command
  | 2x refused-hive | 2x refused-type | 3x refused-interval | 3x refused-name | 2x refused-script
refused-table: CREATE TABLE table-name ( name INT ) USING provider twice
  | CREATE TABLE table-name ( name INT ) USING provider once twice once
  | CREATE TABLE table-name ( name type ) USING provider TBLPROPERTIES ( 'a' = 'b' , 'a' = 'c' )
  | CREATE TABLE table-name ( name type ) OPTIONS ( k = 'v' ) OPTIONS ( k = 'v' )
  | CREATE TEMPORARY TABLE table-name ( name INT ) [ USING provider ]?
  | CREATE TEMPORARY TABLE table-name [ USING provider ]? AS select
  | CREATE TABLE table-name ( name INT ) USING provider AS query
  | CREATE TABLE table-name PARTITIONED BY ( name INT ) AS select
  | CREATE EXTERNAL TABLE table-name ( name INT ) USING provider
  | CREATE TABLE table-name ( name INT ) USING provider STORED AS ORC
  | CREATE TABLE table-name ( name INT ) PARTITIONED BY ( name , name STRING )
  | CREATE TABLE table-name ( name INT ) PARTITIONED BY ( function ( value ) )
  | CREATE TABLE table-name ( name INT ) CLUSTERED BY ( name ) INTO [ 0 | -1 ] BUCKETS
  | CREATE TABLE table-name ( name INT DEFAULT 1 DEFAULT 2 )
  | CREATE TABLE table-name ( name INT NOT NULL COMMENT 'a' NOT NULL )
  | CREATE TABLE table-name ( name INT COMMENT 'a' COMMENT 'b' ) USING provider
  | CREATE OR REPLACE TABLE IF NOT EXISTS table-name ( name INT ) USING provider
  | CREATE TABLE table-name ( name INT , name INT ) TBLPROPERTIES ( 'a' )
  | CREATE TABLE table-name [ ( name INT ) ]? USING provider TBLPROPERTIES ( 'provider' = 'x' )
  | CREATE TABLE table-name ( name INT ) USING provider [ OPTIONS | TBLPROPERTIES ] ( [ 'path' | 'location' |
      'owner' | 'external' ] = 'x' ) | CREATE TABLE table-name LIKE table-name twice
  | REPLACE TABLE table-name ( name INT ) PARTITIONED BY ( name ) CLUSTERED BY ( name ) INTO 4 BUCKETS CLUSTER
      BY ( name )
  | CREATE TABLE table-name ( name INT ) CLUSTERED BY ( name ) SORTED BY ( name DESC ) INTO 4 BUCKETS
  | CREATE TABLE table-name ( name INT ) PARTITIONED BY ( bucket-word ( [ name , whole | literal | whole ,
      literal ] ) )
  | CREATE TABLE table-name ( name INT GENERATED ALWAYS AS ( value ) GENERATED ALWAYS AS ( value ) )
once: COMMENT 'a' | LOCATION '/x' | TBLPROPERTIES ( 'k' = 'v' ) | PARTITIONED BY ( name )
twice: COMMENT 'a' COMMENT 'b' | LOCATION '/x' LOCATION text-word
  | TBLPROPERTIES ( 'k' = 'v' ) TBLPROPERTIES ( 'l' = 'v' ) | PARTITIONED BY ( name ) PARTITIONED BY ( name )
  | CLUSTERED BY ( name ) INTO 2 BUCKETS CLUSTERED BY ( name ) INTO 2 BUCKETS
  | OPTIONS ( 'a' = 'b' ) once OPTIONS ( 'c' = 1 ) | COMMENT 'a' LOCATION '/x' COMMENT 'b'
refused-hive:
  CREATE TABLE table-name ( name INT ) STORED AS [ PARQUET | ORC ] ROW FORMAT DELIMITED FIELDS TERMINATED BY
      delimiter | CREATE TABLE table-name ( name INT ) ROW FORMAT SERDE 'a.b' STORED AS [ PARQUET | ORC | AVRO ]
  | CREATE TABLE table-name ( name INT ) STORED AS nope-format
  | CREATE TABLE table-name ( name INT ) STORED BY 'a.b.Handler' [ WITH SERDEPROPERTIES ( 'a' = 'b' ) ]?
  | CREATE TABLE table-name ( name INT ) SKEWED BY ( names ) ON ( literal,+ ) [ STORED AS DIRECTORIES ]?
  | CREATE TABLE table-name ( name INT ) ROW FORMAT DELIMITED LINES TERMINATED BY [ 'x' | ',' | '|' ]
  | CREATE TABLE table-name ( name INT ) STORED AS TEXTFILE STORED AS TEXTFILE
  | CREATE TABLE table-name ( name INT ) row-format row-format
  | CREATE EXTERNAL TABLE table-name ( name INT ) hive-storage
  | CREATE TABLE table-name PARTITIONED BY ( name STRING ) STORED AS PARQUET AS select
  | CREATE TABLE table-name ( name INT ) STORED AS TEXTFILE AS select | INSERT OVERWRITE DIRECTORY select
  | INSERT OVERWRITE DIRECTORY '/x' STORED AS nope-format select
  | INSERT OVERWRITE LOCAL DIRECTORY '/x' USING provider OPTIONS ( 'path' = '/y' ) select
  | ALTER TABLE table-name SET SKEWED LOCATION ( literal = '/x' ) | ALTER TABLE table-name partition CONCATENATE
nope-format = foo delta json2 parquetfile
refused-alter: ALTER TABLE table-name ADD COLUMNS ( name INT COMMENT 'a' COMMENT 'b' )
  | ALTER TABLE table-name ADD COLUMN name INT NOT NULL NOT NULL
  | ALTER TABLE table-name ADD COLUMN name INT FIRST AFTER name
  | ALTER TABLE table-name CHANGE COLUMN name name . name INT
  | ALTER TABLE table-name [ ALTER | CHANGE ] COLUMN name name INT [ NOT NULL | DEFAULT 1 ]
  | ALTER TABLE table-name REPLACE COLUMNS ( name . name INT )
  | ALTER TABLE table-name REPLACE COLUMNS ( name INT [ NOT NULL | FIRST | AFTER name | DEFAULT 1 ] )
  | ALTER TABLE table-name ADD partition partition partition LOCATION '/x'
  | ALTER TABLE table-name ADD PARTITION ( name = 1 , name = 1 )
  | ALTER TABLE table-name DROP PARTITION ( name ) | ALTER TABLE table-name DROP PARTITION ( name > 1 )
  | ALTER TABLE table-name PARTITION ( name ) RENAME TO PARTITION ( name = 2 )
  | ALTER TABLE table-name UNSET TBLPROPERTIES ( 'a' = 'b' )
  | ALTER TABLE table-name SET TBLPROPERTIES ( 'a' , 'b' = 1 )
  | ALTER TABLE table-name SET TBLPROPERTIES ( 'a' = 1 , 'a' = 2 ) | ALTER TABLE table-name ALTER COLUMN name
  | ALTER TABLE table-name ALTER COLUMN name TYPE INT COMMENT 'a' TYPE INT
  | ALTER TABLE table-name ALTER COLUMN name [ TYPE FOO | TYPE VARCHAR ]
  | ALTER VIEW table-name [ ADD | DROP ] partition
  | ALTER TABLE table-name [ NOT CLUSTERED | NOT SORTED | NOT SKEWED | CLUSTERED BY ( names ) INTO 2 BUCKETS |
      SKEWED BY ( names ) ON ( literal ) | ARCHIVE PARTITION ( name = 1 ) | TOUCH | COMPACT 'major' | EXCHANGE
      partition WITH TABLE table-name | SET FILEFORMAT PARQUET ]
  | ALTER TABLE table-name ALTER COLUMN name SET DEFAULT ( query )
refused-query: SELECT * FROM table-name ORDER BY name [ SORT BY name | CLUSTER BY name | DISTRIBUTE BY name ]
  | SELECT * FROM table-name CLUSTER BY name DISTRIBUTE BY name
  | WITH a1 AS ( select ) , a1 AS ( select ) select
  | SELECT * FROM table-name TABLESAMPLE ( bad-percent PERCENT ) | SELECT * FROM table-name TABLESAMPLE ( )
  | SELECT * FROM table-name TABLESAMPLE ( bad-size )
  | SELECT * FROM table-name TABLESAMPLE ( BUCKET [ 5 OUT OF 4 | 1 OUT OF 4 ON name | 1 OUT OF 4 ON rand-word (
      ) ] ) | SELECT function ( name ) OVER "unknown_w" FROM table-name WINDOW "win1" AS ( ORDER BY name )
  | SELECT function ( name ) OVER "win1" FROM table-name WINDOW "win1" AS ( ) , "win1" AS ( )
  | SELECT function ( name ) OVER w9 FROM table-name
  | SELECT function ( name ) OVER "win1" FROM table-name WINDOW "win1" AS "win2" , "win2" AS "win1"
  | SELECT * FROM table-name NATURAL JOIN table-name [ ON condition | USING ( name ) ]
  | SELECT * FROM table-name NATURAL CROSS JOIN table-name
  | SELECT * FROM table-name [ RIGHT | FULL OUTER | LEFT SEMI | ANTI ] JOIN LATERAL ( query ) alias-word
  | SELECT * FROM table-name JOIN LATERAL ( query ) alias-word USING ( name )
  | SELECT * FROM table-name , LATERAL table-name | SELECT * FROM LATERAL table-name
  | SELECT * FROM table-name PIVOT ( sum-word ( name ) FOR name IN ( 1 ) ) UNPIVOT ( name FOR name IN ( name ) )
  | SELECT * FROM table-name , LATERAL ( query ) PIVOT ( sum-word ( name ) FOR name IN ( 1 ) )
  | SELECT * FROM table-name TIMESTAMP AS OF [ name | ( query ) | rand-word ( name ) ]
  | SELECT * FROM table-name VERSION AS OF name | VALUES ( 1 , 2 ) , ( 3 )
  | VALUES ( 1 , 2 ) AS alias-word ( name ) | FROM table-name INSERT INTO table-name SELECT * LIMIT 1 SELECT 2
  | SELECT * FROM table-name LATERAL VIEW explode-word ( name ) alias-word PIVOT ( sum-word ( name ) FOR name
      IN ( 1 ) ) | SELECT TRANSFORM ( [ DISTINCT | ALL ] name ) USING 'cat' FROM table-name
  | SELECT name FROM table-name GROUP BY name GROUPING SETS ( [ CUBE | ROLLUP ] ( name , ( ) ) )
  | SELECT * FROM ( TABLE table-name ) alias-word ( ) | SELECT * FROM table-name GROUP BY ( )
  | SELECT TRANSFORM ( name ) ROW FORMAT [ SERDE 'x' | DELIMITED ] USING 'cat' ROW FORMAT SERDE 'y' FROM
      table-name | SELECT * FROM my_tvf ( TABLE ( table-name ) PARTITION BY name WITH SINGLE PARTITION )
  | SELECT * FROM my_tvf ( TABLE table-name PARTITION BY name , name ) | SELECT * FROM IDENTIFIER ( name ) ( 1 )
  | SELECT * FROM "a-b" | SELECT * FROM ( TABLE t ) TABLESAMPLE ( 5 ) | TABLE table-name "|>" AGGREGATE name
  | TABLE table-name "|>" SELECT sum-word ( name ) | TABLE table-name "|>" WHERE name ORDER BY name
  | SELECT * FROM table-name ORDER BY name "|>" LIMIT 1 | TABLE table-name "|>" EXTEND *
  | TABLE table-name "|>" AGGREGATE | TABLE table-name "|>" SET name , name = 1
  | TABLE table-name "|>" AGGREGATE sum-word ( name ) GROUP BY GROUPING SETS ( ( name ) )
bad-size = 10M 3 5K 1G
bad-percent = 101 -1 100.1 200 1e9
rand-word = rand now
sum-word = sum max
refused-expression: SELECT bad-number | SELECT bad-date | SELECT name LIKE text ESCAPE [ 'ab' | '' ]
  | SELECT name [ NOT ]? LIKE [ ANY | ALL | SOME ] ( )
  | SELECT sum-word ( name ) OVER ( [ ORDER BY name ]? [ ROWS | RANGE ] BETWEEN name PRECEDING AND CURRENT ROW )
  | SELECT TRIM ( FOO text FROM name ) | SELECT EXTRACT ( YEAR FROM ) | SELECT a . b . c . d . function ( name )
  | SELECT name . name . name . name ( 1 ) | SELECT dateadd-word ( [ 'YEAR' | FORTNIGHT | CENTURY ] , 1 , name )
  | SELECT percentile-word ( [ 0.5 , 1 | 0.5 ] ) WITHIN GROUP ( ORDER BY name , name )
  | SELECT CAST ( name AS bad-type ) | SELECT function ( plain-name => 1 , 2 )
  | SELECT [ FIRST | LAST ] ( name , TRUE ) IGNORE NULLS
  | SELECT function ( DISTINCT name ) FILTER ( WHERE condition ) OVER ( ) | SELECT ( x , y , x ) -> 1
  | SELECT CASE WHEN condition THEN value | SELECT IDENTIFIER ( name ) | SELECT ! ( name , name )
  | SELECT name ! = 1 | SELECT name "::" bad-type | SELECT value COLLATE [ "nope" | UTF8_FOO | 'x' ]
  | SELECT sum-word ( ALL DISTINCT name ) | SELECT name IS NOT DISTINCT name
  | SELECT ( SELECT 1 , 2 ) + INTERVAL 1 YEAR 1 DAY | SELECT typed-nope text
typed-nope = BLOB INT DECIMAL BOOLEAN TIME DATETIME FLOAT
dateadd-word = DATEADD TIMESTAMPADD DATEDIFF TIMESTAMPDIFF
percentile-word = percentile_cont mode
bad-number = 128Y -129Y 300Y 32768S 99999S 9223372036854775808L 99999999999999999999L 1e309D 1e40F 1e39BD
  123456789012345678901234567890123456789BD 1234567890123456789012345678901234567890.5 1.5L 1e999
  0.00000000000000000000000000000000000000001BD
bad-date: DATE [ 'x' | '2024-13-01' | '2024-02-30' | '' | '2024-1-1-1' | "'24-01-01 10'" ]
  | TIMESTAMP [ 'x' | "'2024-01-01 25:00:00'" | "'2024-01-01 10:61'" | '' |
      "'2024-01-01 10:00:00 Nowhere/Land'" ] | TIMESTAMP_NTZ [ 'x' | "'2024-01-01 10:00:00+01:00'" | '10:00' ]
  | TIMESTAMP_LTZ [ 'x' | '2024' '-01' | "'2024-02-30 00:00'" ] | X [ '1' | '1G' | 'zz' | '-1' ]
  | INTERVAL [ 'x' | '' | "'1 foo'" | "'1 day 2'" ]
bad-type: FOO | DECIMAL ( [ 39 | 39 , 1 | 1 , 2 , 3 ] ) | VARCHAR | CHAR | CHARACTER | STRING ( 3 ) | INT ( 3 )
  | ARRAY | MAP | STRUCT | ARRAY < FOO > | MAP < INT , "nope" > | STRUCT < a ":" FOO > | INTERVAL MONTH TO YEAR
  | INTERVAL YEAR TO DAY | INTERVAL SECOND TO MINUTE | INTERVAL HOUR TO DAY | TEXT | DATETIME | BOOL | UUID
  | JSON | NVARCHAR ( 3 ) | VARCHAR ( 3 , 4 ) | DATE ( 1 ) | TIMESTAMP ( 3 ) | BINARY ( 8 )
refused-type: CREATE TABLE table-name ( name bad-type )
  | CREATE TABLE table-name ( name STRUCT < name ":" bad-type > , name INT ) USING provider
  | ALTER TABLE table-name ADD COLUMN name bad-type | SELECT CAST ( value AS bad-type )
  | SELECT TRY_CAST ( value AS ARRAY < bad-type > ) | DECLARE name bad-type
refused-interval: SELECT INTERVAL bad-interval | SELECT name + INTERVAL bad-interval FROM table-name
  | SELECT - INTERVAL bad-interval AS name
bad-interval: 'x' unit | "'1 2'" unit | '1' [ FOO | FORTNIGHT | QUARTER | NANOSECOND ] | '1-13' YEAR TO MONTH
  | '1' YEAR TO MONTH | "'1 25:00:00'" DAY TO SECOND | '25:00' HOUR TO MINUTE | '10:61' HOUR TO MINUTE
  | '1:99' MINUTE TO SECOND | '1' unit TO unit | whole YEAR whole DAY | whole MONTHS whole HOURS
  | '1-2' YEAR TO MONTH whole DAY | whole DAY TO HOUR | 1.5 [ DAY | MONTH | YEAR ] | '99999999999' YEAR
  | "'999999999999999999'" DAY | value unit | ( query ) | '1' DAY TO SECOND TO MINUTE | "'1 day' DAY"
  | '1.5' MONTH
refused-name: SELECT * FROM bad-name | SELECT name FROM raw-name . table-word | DROP TABLE bad-name
  | INSERT INTO bad-name VALUES ( 1 ) | CREATE TABLE bad-name ( name INT ) | CREATE DATABASE bad-name
  | USE bad-name | DESCRIBE TABLE bad-name | ALTER TABLE bad-name RENAME TO bad-name | SHOW COLUMNS IN bad-name
  | ANALYZE TABLE bad-name COMPUTE STATISTICS | REFRESH TABLE bad-name | CREATE VIEW bad-name AS select
  | SELECT a . "b-c" FROM bad-name | CACHE TABLE bad-name | TRUNCATE TABLE bad-name
  | MERGE INTO bad-name USING t ON TRUE WHEN MATCHED THEN DELETE
bad-name = raw-data a-b-c my-table test-1 x-y.z db.my-t cat-1.db.t 1-a a-b
raw-name = raw-data lake-house stage-1
refused-insert: INSERT OVERWRITE table-name PARTITION ( name , name = 1 ) IF NOT EXISTS select
  | INSERT OVERWRITE table-name PARTITION ( name ) IF NOT EXISTS VALUES ( 1 )
  | INSERT INTO table-name PARTITION ( name = 1 ) IF NOT EXISTS select
  | INSERT INTO table-name PARTITION ( name = 1 , name = 2 ) select
  | INSERT INTO table-name ( names ) BY NAME select | INSERT OVERWRITE table-name PARTITION ( name = ) select
  | INSERT INTO table-name ( name . name ) VALUES ( 1 ) | INSERT INTO table-name VALUES ( 1 , 2 ) , ( 3 )
  | INSERT OVERWRITE DIRECTORY USING provider select
  | INSERT OVERWRITE DIRECTORY '/a' USING provider OPTIONS ( ["path"
  | 'path' ] '/b' ) select | INSERT OVERWRITE LOCAL DIRECTORY '/a' USING ["delta" | "nope" ] select | DELETE
      FROM table-name alias-word ( names ) where | UPDATE table-name alias-word ( names ) SET name = 1 | UPDATE
      table-name SET name = 1 , name . name . name = DEFAULT + 1 | DELETE FROM table-name WHERE DEFAULT |
      INSERT INTO table-name REPLACE WHERE condition PARTITION ( name = 1 ) select | FROM table-name INSERT
      INTO table-name VALUES ( 1 ) | INSERT OVERWRITE table-name BY NAME ( names ) select | INSERT INTO
      table-name PARTITION ( name = 1 ) BY NAME select | LOAD DATA INPATH '/a' INTO TABLE table-name PARTITION
      ( name )
refused-merge: MERGE INTO table-name USING table-name ON condition
  | MERGE INTO table-name USING table-name ON condition WHEN MATCHED THEN DELETE WHEN MATCHED THEN UPDATE SET *
  | MERGE INTO table-name USING table-name ON condition WHEN NOT MATCHED THEN INSERT * WHEN NOT MATCHED THEN
      INSERT *
  | MERGE INTO table-name USING table-name ON condition WHEN NOT MATCHED THEN INSERT ( names ) VALUES ( value,+
      ) | MERGE INTO table-name alias-word ( names ) USING table-name ON condition WHEN MATCHED THEN DELETE
  | MERGE INTO table-name USING table-name alias-word ( names ) ON condition WHEN MATCHED THEN DELETE
  | MERGE INTO table-name USING table-name ON condition WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED
      BY SOURCE THEN DELETE | MERGE INTO table-name USING table-name ON condition WHEN MATCHED THEN INSERT *
  | MERGE INTO table-name USING table-name ON condition WHEN NOT MATCHED BY SOURCE THEN [ UPDATE SET * | INSERT
      * ]
refused-view: CREATE OR REPLACE VIEW IF NOT EXISTS table-name AS select
  | CREATE [ GLOBAL ]? TEMPORARY VIEW IF NOT EXISTS table-word AS select
  | CREATE VIEW table-name COMMENT 'a' COMMENT 'b' AS select
  | CREATE VIEW table-name TBLPROPERTIES ( 'a' = 1 , 'a' = 2 ) AS select
  | CREATE TEMPORARY VIEW table-word TBLPROPERTIES ( 'a' = 1 ) USING provider
  | CREATE VIEW table-name ( names ) TBLPROPERTIES ( 'a' ) AS select
  | CREATE VIEW table-name PARTITIONED ON ( names ) AS select
  | CREATE TEMPORARY VIEW db-name . table-word AS select
  | CREATE VIEW table-name TBLPROPERTIES ( 'a' = 1 ) TBLPROPERTIES ( 'b' = 1 ) AS select
  | CREATE VIEW table-name AS INSERT INTO table-name select
  | CREATE TEMPORARY VIEW table-word ( name ) USING provider
  | CREATE TEMPORARY VIEW IF NOT EXISTS table-word USING provider
  | CREATE VIEW table-name WITH SCHEMA BINDING WITH SCHEMA EVOLUTION AS select
  | CREATE VIEW table-name ( name ) WITH SCHEMA EVOLUTION AS select
  | CREATE TEMP VIEW table-word WITH SCHEMA BINDING AS select | CACHE TABLE db-name . table-word AS select
  | CACHE TABLE table-word OPTIONS ( 'a' ) AS select
refused-function: CREATE OR REPLACE FUNCTION IF NOT EXISTS function-word AS 'x.Y'
  | CREATE TEMPORARY FUNCTION IF NOT EXISTS function-word AS 'x.Y'
  | CREATE TEMPORARY FUNCTION db-name . function-word AS 'x.Y' | CREATE FUNCTION a . b . c . d AS 'x.Y'
  | CREATE FUNCTION function-word AS 'x.Y' USING "nope" 'a.jar'
  | CREATE FUNCTION function-word ( names ) RETURNS INT RETURN 1
  | CREATE FUNCTION function-word ( parameter ) RETURNS bad-type RETURN 1
  | CREATE FUNCTION function-word ( ) RETURNS INT DETERMINISTIC DETERMINISTIC RETURN 1
  | CREATE FUNCTION function-word ( name INT ) RETURNS INT COMMENT 'a' COMMENT 'b' RETURN 1
  | CREATE FUNCTION function-word ( ) RETURNS INT LANGUAGE PYTHON RETURN 1
  | CREATE FUNCTION function-word ( ) RETURNS INT LANGUAGE SQL LANGUAGE SQL RETURN 1
  | CREATE FUNCTION function-word ( ) RETURNS INT SQL SECURITY INVOKER RETURN 1
  | DROP TEMPORARY FUNCTION db-name . function-word | SHOW FUNCTIONS db-name . function-word . x . y
  | SHOW "nope" FUNCTIONS | CREATE FUNCTION function-word ( ) RETURNS TABLE ( name INT ) RETURN 1
  | CREATE FUNCTION function-word ( name INT NOT NULL ) RETURNS INT RETURN 1
  | CREATE FUNCTION function-word ( name INT NOT NULL NOT NULL ) RETURNS INT RETURN value
refused-database: CREATE DATABASE db-name COMMENT 'a' COMMENT 'b'
  | CREATE SCHEMA db-name LOCATION '/a' LOCATION '/b'
  | CREATE DATABASE db-name WITH DBPROPERTIES ( 'a' = 1 , 'a' = 2 )
  | CREATE DATABASE db-name WITH DBPROPERTIES ( 'a' )
  | CREATE DATABASE db-name WITH DBPROPERTIES ( 'a' = 1 ) WITH PROPERTIES ( 'b' = 1 )
  | CREATE DATABASE db-name WITH PROPERTIES ( [ 'location' | 'owner' ] = 'x' )
  | ALTER DATABASE db-name SET DBPROPERTIES ( 'a' , 'b' ) | CREATE DATABASE db-name COLLATION UTF8_BINARY
  | COMMENT ON DATABASE db-name IS 5
refused-command: SET ROLE name
  | SET TIME ZONE [ INTERVAL 25 HOURS | INTERVAL 1 YEAR | INTERVAL '10' DAY | name | 5 | INTERVAL '10:30:10'
      HOUR TO SECOND ] | SET ${'`'}a${'`'} ${'`'}b${'`'} | SET a b = c | SET name = ${'`'}x${'`'} y | RESET a b
  | SET ${'`'}a${'`'} = 1 | SHOW COLUMNS FROM db-name . table-word FROM sales
  | SHOW PARTITIONS table-name PARTITION ( name ) | SHOW TABLE EXTENDED LIKE 'a' PARTITION ( name )
  | DESCRIBE table-name PARTITION ( name ) | DESCRIBE table-name PARTITION ( name = 1 ) name
  | DESCRIBE TABLE table-name AS JSON | DESC EXTENDED table-name name AS JSON
  | ANALYZE TABLE table-name COMPUTE STATISTICS "nope"
  | ANALYZE TABLE table-name PARTITION ( name ) COMPUTE STATISTICS FOR COLUMNS names
  | ANALYZE TABLES COMPUTE STATISTICS "nope" | ANALYZE TABLE table-name COMPUTE STATISTICS FOR COLUMNS
  | TRUNCATE TABLE table-name PARTITION ( name ) | REFRESH | REFRESH a b | REFRESH FUNCTION a . b . c . d
  | EXPLAIN LOGICAL select | EXPLAIN CODEGEN EXTENDED select | hive-admin | ADD nope-resource '/x'
  | SHOW CREATE TABLE table-name AS | EXECUTE IMMEDIATE name INTO name , name USING 1 AS name , 2
  | EXECUTE IMMEDIATE 'x' USING ( name AS name , 1 ) | DECLARE name | DECLARE a . b . c . d INT | SET VAR name =
  | DROP TEMPORARY VARIABLE a . b . c | EXECUTE IMMEDIATE 'x' INTO name . name | LIST nope-resource
  | UNCACHE TABLE | CACHE TABLE table-name OPTIONS ( storageLevel ) | LOAD DATA INPATH '/x' INTO table-name
nope-resource = FOO TABLE JARZ
hive-admin: SHOW ROLES | SHOW PRINCIPALS x | SHOW INDEXES | SHOW LOCKS | SHOW TRANSACTIONS | SHOW COMPACTIONS
  | CREATE ROLE x | DROP ROLE x | GRANT name | REVOKE name | LOCK TABLE table-name | UNLOCK TABLE table-name
  | LOCK DATABASE x | START TRANSACTION | COMMIT | ROLLBACK | DFS -ls | EXPORT TABLE table-name
  | IMPORT TABLE table-name | CREATE MACRO x | DROP MACRO x | ALTER INDEX x | SHOW CURRENT ROLES
  | SHOW ROLE GRANT | CREATE TEMPORARY MACRO x
refused-script: BEGIN SELECT 1 ; DECLARE name INT ; END | BEGIN a1 : LOOP LEAVE b1 ; END LOOP ; END
  | BEGIN ITERATE a1 ; END | BEGIN a1 : BEGIN SELECT 1 ; END b1 ; END
  | BEGIN a1 : LOOP SELECT 1 ; END LOOP b1 ; END | BEGIN LOOP SELECT 1 ; END LOOP a1 ; END
  | BEGIN a1 : BEGIN a1 : LOOP SELECT 1 ; END LOOP ; END ; END | BEGIN DECLARE name ; END
  | BEGIN a1 : BEGIN ITERATE a1 ; END ; END | BEGIN DECLARE OR REPLACE name INT ; END
  | BEGIN IF condition THEN END IF ; END | BEGIN LEAVE ; END
  | BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION , SQLEXCEPTION BEGIN END ; END
  | BEGIN DECLARE EXIT HANDLER FOR SQLSTATE [ '00000' | '1' | 'abcdef' | 'XX000' ] BEGIN END ; END
  | BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND BEGIN END ; END
  | BEGIN DECLARE CONDITION_X CONDITION FOR SQLSTATE '1' ; END
  | BEGIN DECLARE EXIT HANDLER FOR DIVIDE_BY_ZERO , DIVIDE_BY_ZERO BEGIN END ; END
  | BEGIN BEGIN DECLARE EXIT HANDLER FOR NOT FOUND BEGIN END ; DECLARE name INT ; END ; END | BEGIN SELECT 1 END
  | BEGIN FOR r1 AS select DO LEAVE r1 ; END FOR ; END | BEGIN END END
`;
