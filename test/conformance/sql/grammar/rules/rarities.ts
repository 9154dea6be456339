/** What is seldom written: corners of the language, and keywords that are names as Spark's default mode takes them. */
export const rarities = `
rarities: SELECT * EXCEPT ( names ) FROM table-name where?
  | SELECT alias-word . * EXCEPT ( names ) FROM table-name alias-word
  | SELECT item,+ FROM table-name WITH ( property,+ ) [ alias-word ]?
  | SELECT item,+ FROM table-name ORDER BY ALL [ DESC ]? [ NULLS LAST ]?
  | INSERT INTO table-name WITH ( property,+ ) select
  | CREATE TABLE table-name ( name BIGINT GENERATED identity ) USING provider
  | CREATE TABLE table-name ( name type ) USING provider DEFAULT COLLATION collation
  | ALTER TABLE table-name DEFAULT COLLATION collation
  | CREATE VIEW table-name DEFAULT COLLATION collation AS select | SELECT CAST ( value AS VARIANT )
  | CREATE TABLE table-name ( name VARIANT ) USING provider
  | SELECT listagg-word ( [ DISTINCT ]? value , text-word ) WITHIN GROUP ( ORDER BY sort,+ ) FROM table-name
  | SELECT mode-word ( ) WITHIN GROUP ( ORDER BY value ) FILTER ( WHERE condition )
  | SELECT value [ BETWEEN | NOT BETWEEN ] [ SYMMETRIC ]? value AND value
  | SELECT value comparator [ ALL | ANY | SOME ] ( select )
  | SELECT ( value , value ) IN ( ( value , value ) , ( value , value ) )
  | SELECT ( value , value ) IN ( select ) | SELECT value IN ( values-query )
  | SELECT item,+ FROM ( ( ( select ) ) ) alias-word | ( ( select ) )
  | ( ( select ) UNION ( ( select ) ) ) ORDER BY name | ( select ) LIMIT whole
  | SELECT item,+ FROM table-name alias-word , table-name alias-word join , ( select )
  | SELECT item,+ FROM ( table-name alias-word join ) join
  | SELECT item,+ FROM relation-primary [ JOIN relation-primary JOIN relation-primary ON condition ON condition
      ] | SELECT value << whole , value >> whole , value >>> whole
  | SELECT ! ! column , - - value , + - value , ~ ~ value | SELECT NOT NOT condition
  | SELECT value || value || text IS NULL | SELECT deep-condition
  | SELECT value "[" value "]" "[" value "]" . name "::" type
  | SELECT CASE WHEN condition THEN CASE value when-value+ END ELSE CASE when+ END END
  | SELECT 1.e3 , .5e2 , 1e-3 , 0.5D , 1E+5F , 00012 , 1Y , 2S , 3L , 1.0BD | SELECT 'a' "b" 'c' , r'x' r"y"
  | SELECT DATE "2024-01-01" , TIMESTAMP r'2024-01-01'
  | SELECT item,+ FROM table-name GROUP BY value,+ , ROLLUP ( names ) , CUBE ( names )
  | SELECT item,+ FROM range-word ( 5 ) alias-word WHERE condition LIMIT ALL OFFSET value
  | FROM table-name alias-word join where? SELECT item,+ group?
  | FROM ( select ) alias-word INSERT INTO table-name SELECT * INSERT INTO table-name ( names ) SELECT item,+
  | SELECT /*+ hint-part */ item,+ FROM ( SELECT /*+ hint-part , hint-part */ * FROM table-name ) alias-word
  | SELECT /* a /* "nested" */ b */ 1 -- "end" | SELECT [ INTERVAL | INTERVAL ] , name FROM table-name
  | SELECT interval-column + 1 FROM table-name | select ;
  | WITH cte SELECT * FROM ( WITH cte select )
interval-column: INTERVAL
identity: [ ALWAYS | BY DEFAULT ] AS IDENTITY [ ( [ START WITH whole ]? [ INCREMENT BY number-word-free ]? ) ]?
number-word-free = 1 2 -1 10
listagg-word = listagg string_agg
mode-word = mode
deep-condition: ( ( condition AND condition ) OR ( condition AND NOT condition ) ) = ( ( condition ) )
keyword-names: SELECT key-name,+ | SELECT key-name,+ FROM key-name
  | SELECT key-name key-name FROM key-name key-name
  | SELECT key-name AS key-name , key-name . key-name FROM key-name . key-name AS key-name
  | SELECT * FROM key-name WHERE key-name = key-name AND key-name
  | SELECT * FROM key-name key-name JOIN key-name key-name ON key-name . key-name = key-name
  | SELECT key-name ( key-name ) , key-name ( ) FROM key-name
  | SELECT * FROM key-name ORDER BY key-name , key-name key-name
  | SELECT key-name FROM key-name GROUP BY key-name , key-name HAVING key-name
  | WITH key-name AS ( SELECT key-name ) SELECT * FROM key-name
  | WITH key-name ( key-name ) ( SELECT 1 ) TABLE key-name
  | INSERT INTO key-name ( key-name , key-name ) VALUES ( 1 , key-name )
  | CREATE TABLE key-name ( key-name INT , key-name STRING ) | UPDATE key-name key-name SET key-name = key-name
  | DELETE FROM key-name WHERE key-name | DROP TABLE key-name . key-name
  | ALTER TABLE key-name RENAME COLUMN key-name TO key-name
  | SELECT key-name -> key-name , key-name "[" key-name "]" , - key-name , NOT key-name
  | SELECT CASE key-name WHEN key-name THEN key-name ELSE key-name END key-name
  | SELECT * FROM key-name LATERAL VIEW explode-word ( key-name ) key-name AS key-name | USE key-name
  | DESCRIBE key-name | SHOW TABLES IN key-name
  | MERGE INTO key-name key-name USING key-name key-name ON key-name WHEN MATCHED THEN DELETE
  | SELECT key-name , FROM key-name | SELECT key-name FROM key-name WHERE | SELECT DISTINCT key-name key-name
  | SELECT key-name IS NULL , key-name IN ( key-name ) , key-name LIKE key-name
  | SELECT STRUCT ( key-name AS key-name ) . key-name
  | SELECT * FROM key-name , key-name key-name , LATERAL ( SELECT key-name ) key-name
key-name = ADD AFTER ALL ALTER ALWAYS ANALYZE AND ANTI ANY ARCHIVE ARRAY AS ASC AT AUTHORIZATION BETWEEN BIGINT
  BINARY BOOLEAN BOTH BUCKET BUCKETS BY BYTE CACHE CASCADE CASE CAST CATALOG CHANGE CHAR CHECK CLEAR CLUSTER
  CLUSTERED CODEGEN COLLATE COLLECTION COLUMN COLUMNS COMMENT COMMIT COMPACT COMPUTE CONCATENATE CONSTRAINT COST
  CREATE CROSS CUBE CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DATA DATABASE DATE DATEADD
  DAY DBPROPERTIES DEC DECIMAL DECLARE DEFAULT DEFINED DELETE DELIMITED DESC DESCRIBE DFS DIRECTORY DISTINCT
  DISTRIBUTE DIV DOUBLE DROP ELSE END ESCAPE ESCAPED EXCEPT EXCHANGE EXCLUDE EXISTS EXPLAIN EXPORT EXTENDED
  EXTERNAL EXTRACT FALSE FETCH FIELDS FILTER FIRST FLOAT FOLLOWING FOR FOREIGN FORMAT FORMATTED FROM FULL
  FUNCTION GLOBAL GRANT GROUP GROUPING HAVING HOUR IDENTIFIER IF IGNORE IMPORT IN INCLUDE INDEX INNER INPATH
  INSERT INT INTERSECT INTERVAL INTO IS ITEMS JOIN KEYS LAST LATERAL LAZY LEADING LEFT LIKE LIMIT LINES LIST
  LOAD LOCAL LOCATION LOCK LOGICAL LONG MAP MATCHED MERGE MINUS MINUTE MONTH NAMESPACE NATURAL NO NOT NULL NULLS
  NUMERIC OF OFFSET ON ONLY OPTION OPTIONS OR ORDER OUT OUTER OVER OVERLAPS OVERLAY OVERWRITE PARTITION
  PARTITIONS PERCENT PIVOT POSITION PRECEDING PRIMARY PROPERTIES PURGE QUARTER QUERY RANGE REAL RECOVER REDUCE
  REFERENCES REFRESH RENAME REPAIR REPLACE RESET RESPECT RIGHT ROLE ROLLUP ROW ROWS SCHEMA SECOND SELECT SEMI
  SERDE SESSION_USER SET SETS SHOW SOME SORT SORTED SOURCE START STATISTICS STORED STRING STRUCT SUBSTR
  SUBSTRING SYNC TABLE TABLES TABLESAMPLE TARGET TEMPORARY TERMINATED THEN TIME TIMESTAMP TO TOUCH TRAILING
  TRANSFORM TRIM TRUE TRUNCATE TRY_CAST TYPE UNARCHIVE UNBOUNDED UNCACHE UNION UNIQUE UNKNOWN UNPIVOT UNSET
  UPDATE USE USER USING VALUES VARCHAR VERSION VIEW VOID WEEK WHEN WHERE WINDOW WITH WITHIN X YEAR ZONE BEGIN
  WHILE LOOP REPEAT LEAVE ITERATE HANDLER VARIABLE IMMEDIATE RECURSIVE EVOLUTION
refused-rare:
  CREATE TABLE table-name ( name [ STRING | DOUBLE | DECIMAL ( 3 , 1 ) ] GENERATED ALWAYS AS IDENTITY ) USING
      provider | CREATE TABLE table-name ( name BIGINT GENERATED ALWAYS AS IDENTITY ( INCREMENT BY 0 ) )
  | CREATE TABLE table-name ( name BIGINT GENERATED ALWAYS AS IDENTITY ( START WITH 1 START WITH 2 ) )
  | CREATE TABLE table-name ( name INT ) PARTITIONED BY ( [ bucket-word | years-word ] ( name , name ) )
  | CREATE TABLE table-name ( name INT ) PARTITIONED BY ( years-word ( 1 ) )
  | CREATE TABLE table-name ( name INT ) USING provider OPTIONS ( "path" '/a' ) LOCATION '/b'
  | CREATE TABLE table-name ( name INT ) USING provider OPTIONS ( path-key = '/a' , path-key = '/b' )
  | CREATE TABLE table-name LIKE table-name ROW FORMAT DELIMITED FIELDS TERMINATED BY delimiter
  | CREATE TABLE table-name LIKE table-name USING provider STORED AS PARQUET
  | CREATE TABLE table-name LIKE table-name TBLPROPERTIES ( 'a' = 1 , 'a' = 1 ) | SET key-word = ${'`'}a${'`'}
  | SET ${'`'}a${'`'} = b c | SET ${'`'}a b${'`'} = ${'`'}c${'`'} ; | SET 1 2 3 = 4 5 | RESET ${'`'}a${'`'} b
  | SELECT TRANSFORM ( name ) USING 'a' AS ( name ) RECORDREADER 'x' FROM table-name
  | SELECT TRANSFORM ( name ) RECORDWRITER 'x' USING 'a' RECORDREADER 'y' FROM table-name
  | SELECT * FROM my_tvf ( TABLE ( table-name ) PARTITION BY name , name )
  | SELECT * FROM my_tvf ( TABLE ( table-name ) ORDER BY name )
  | SELECT * FROM my_tvf ( TABLE ( select ) WITH SINGLE PARTITION ORDER BY name , name )
  | SELECT * FROM my_tvf ( table-name => TABLE ( t ) PARTITION BY ( a ) WITH SINGLE PARTITION )
  | CREATE FUNCTION function-word ( name INT GENERATED ALWAYS AS ( 1 ) ) RETURNS INT RETURN 1
  | CREATE FUNCTION function-word ( name INT PRIMARY KEY ) RETURNS INT RETURN 1
  | CREATE TEMPORARY FUNCTION a . b . c ( ) RETURNS INT RETURN 1
  | CREATE OR REPLACE FUNCTION IF NOT EXISTS function-word ( ) RETURNS INT RETURN 1
  | CREATE FUNCTION function-word ( name INT , name INT ) RETURNS INT RETURN name
  | CREATE FUNCTION function-word ( ) RETURNS INT NOT DETERMINISTIC DETERMINISTIC RETURN 1
  | INSERT OVERWRITE LOCAL DIRECTORY 's3://b/x' USING provider OPTIONS ( 'path' = 's3://b/x' ) select
  | INSERT OVERWRITE LOCAL DIRECTORY '/a' ROW FORMAT SERDE 'x' STORED AS PARQUET select
  | INSERT OVERWRITE DIRECTORY '/a' ROW FORMAT DELIMITED LINES TERMINATED BY 'x' select
  | TABLE table-name ORDER BY name "|>" ORDER BY name | TABLE table-name "|>" ORDER BY name LIMIT 1 OFFSET 2
  | TABLE table-name "|>" SELECT name ORDER BY name | TABLE table-name "|>" ORDER BY name SORT BY name
  | TABLE table-name "|>" WHERE condition WINDOW "win1x" AS ( ) | TABLE table-name "|>" WINDOW "win1x" AS ( )
  | TABLE table-name "|>" AGGREGATE sum-word ( name ) GROUP BY ALL
  | TABLE table-name "|>" AGGREGATE sum-word ( name ) GROUP BY name WITH ROLLUP
  | SELECT * FROM table-name TIMESTAMP AS OF '2024' VERSION AS OF 1
  | SELECT * FROM table-name TABLESAMPLE ( 10 PERCENT ) REPEATABLE ( name )
  | SELECT * FROM table-name TABLESAMPLE ( BUCKET 1 OUT OF 4 ON function ( name ) )
  | SELECT * FROM ( table-name JOIN table-name ) PIVOT ( sum-word ( name ) FOR name IN ( name ) ) PIVOT (
      sum-word ( name ) FOR name IN ( 1 ) ) | SELECT value IN ( ) | SELECT ( ) | SELECT map-word ( ) "[" "]"
  | SELECT function ( , value ) | SELECT function ( value , ) | SELECT COUNT ( * , * )
  | SELECT * FROM table-name JOIN | SELECT * FROM table-name LEFT table-name
  | SELECT * FROM table-name INNER OUTER JOIN table-name | SELECT DISTINCT ALL name | SELECT ALL DISTINCT name
  | SELECT * FROM table-name LIMIT | SELECT * FROM table-name LIMIT 1 , 2
  | SELECT * FROM table-name OFFSET 1 LIMIT 2 | SELECT * FROM table-name HAVING condition GROUP BY name
  | SELECT * FROM table-name ORDER name | SELECT * FROM table-name GROUP name | SELECT TOP 10 * FROM table-name
  | SELECT * FROM table-name FETCH FIRST 5 ROWS ONLY | SELECT "[" a "]" FROM table-name
  | SELECT * FROM table-name AS OF 5 | SELECT name := 1 | SELECT value QUALIFY condition
  | SELECT * FROM table-name QUALIFY row-number-word ( ) OVER ( ) = 1 | SELECT name ILIKE ANY ( )
  | SELECT * FROM table-name USING ( name ) | UPSERT INTO table-name VALUES ( 1 )
  | INSERT table-name VALUES ( 1 ) | INSERT OVERWRITE INTO table-name select | CREATE TABLE table-name name INT
  | DROP table-name | ALTER table-name ADD COLUMN name INT | CREATE INDEX ON table-name | BEGIN TRANSACTION
  | COMMIT | SELECT 1 FROM DUAL WHERE ROWNUM < 5 AND | SELECT name FROM table-name WHERE name = = 1
  | SELECT name FROM table-name WHERE name => 1 | SELECT name FROM table-name WHERE name BETWEEN 1 , 2
  | SELECT name FROM table-name WHERE name NOT 5 | SELECT IIF ( a , ) | SELECT NVL ( a b c )
path-key: path-path | 'path'
path-path = path
key-word = my.key other.key
years-word = years
row-number-word = row_number
`;
