/** What changes data: "INSERT", "MERGE INTO", "LOAD DATA" of Spark's SQL reference and the statements that sources add. */
export const statements = String.raw`
insert: INSERT INTO [ TABLE ]? table-name insert-target insert-source
  | INSERT OVERWRITE [ TABLE ]? table-name [ PARTITION ( partition-value,+ ) [ IF NOT EXISTS ]? ]? [ ( names )
      ]? insert-source | INSERT INTO table-name PARTITION ( partition-value,+ ) insert-target insert-source
  | INSERT INTO [ TABLE ]? table-name REPLACE WHERE condition insert-source
  | INSERT INTO table-name BY NAME insert-source
  | INSERT OVERWRITE [ LOCAL ]? DIRECTORY text-word [ STORED AS file-format | row-format STORED AS TEXTFILE |
      row-format ]? select
  | INSERT OVERWRITE DIRECTORY [ text-word ]? USING provider [ OPTIONS properties ]? select
  | with INSERT INTO table-name select | INSERT OVERWRITE table-name PARTITION ( name = literal , name ) select
insert-target: 3x | ( names )
insert-source: 4x query | 2x values-query | TABLE table-name | ( query ) | from-first
partition-value: name = literal | name
provider: PARQUET | CSV | ORC | JSON | provider-word
provider-word = delta iceberg org.apache.spark.sql.parquet avro
file-format: PARQUET | ORC | TEXTFILE | SEQUENCEFILE | RCFILE | AVRO
  | INPUTFORMAT 'in.Format' OUTPUTFORMAT 'out.Format'
row-format: ROW FORMAT DELIMITED delimited
  | ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde' [ WITH SERDEPROPERTIES ( serde-property,+ ) ]?
delimited:
  FIELDS TERMINATED BY delimiter [ ESCAPED BY "'\\\\'" ]? [ COLLECTION ITEMS TERMINATED BY delimiter ]? [ MAP
      KEYS TERMINATED BY delimiter ]? [ LINES TERMINATED BY '\n' ]? [ NULL DEFINED AS 'NULL' ]?
  | LINES TERMINATED BY '\n' | NULL DEFINED AS '' | COLLECTION ITEMS TERMINATED BY delimiter
delimiter = ',' '|' '\t' ':' ';'
serde-property: text-word = text-word
update: UPDATE table-name [ [ AS ]? alias-word ]? SET assignment,+ where?
delete: DELETE FROM table-name [ [ AS ]? alias-word ]? where?
assignment: [ name | alias-word . name ] = [ value | DEFAULT ]
merge: MERGE INTO table-name [ [ AS ]? alias-word ]? USING merge-source ON condition merge-matched* merge-last
  | MERGE WITH SCHEMA EVOLUTION INTO table-name [ alias-word ]? USING merge-source ON condition merge-matched*
      merge-last
merge-source: table-name [ [ AS ]? alias-word ]? | ( query ) [ AS ]? alias-word | ( query )
merge-matched: WHEN MATCHED AND condition THEN merge-update
merge-last: [ WHEN MATCHED [ AND condition ]? THEN merge-update ]? merge-insert | WHEN MATCHED THEN merge-update
  | merge-insert merge-by-source | merge-by-source
  | WHEN NOT MATCHED [ BY TARGET ]? AND condition THEN merge-new merge-insert
merge-update: DELETE | UPDATE SET * | 3x UPDATE SET assignment,+
merge-insert: WHEN NOT MATCHED [ BY TARGET ]? [ AND condition ]? THEN merge-new
merge-by-source: WHEN NOT MATCHED BY SOURCE [ AND condition ]? THEN [ DELETE | UPDATE SET assignment,+ ]
merge-new: INSERT * | INSERT ( name ) VALUES ( merge-value )
  | 2x INSERT ( name , name ) VALUES ( merge-value , merge-value )
  | INSERT ( name , name , alias-word . name ) VALUES ( merge-value , merge-value , merge-value )
merge-value: value | DEFAULT | alias-word . name
load-data:
  LOAD DATA [ LOCAL ]? INPATH text-word [ OVERWRITE ]? INTO TABLE table-name [ PARTITION ( partition-set,+ ) ]?
partition-set: name = literal
partition: PARTITION ( partition-set,+ )
truncate: TRUNCATE TABLE table-name [ partition ]?
cache: CACHE [ LAZY ]? TABLE table-name [ OPTIONS cache-options ]? [ [ AS ]? query ]?
  | UNCACHE TABLE [ IF EXISTS ]? table-name | 2x CACHE LAZY TABLE table-word OPTIONS cache-options [ AS ]? query
  | 2x CACHE TABLE table-word [ AS ]? query | CLEAR CACHE
cache-options: ( 'storageLevel' [ = ]? storage-level ) | ( plain-name . plain-name = storage-level )
  | ( 'storageLevel' = storage-level , property )
storage-level = 'MEMORY_ONLY' 'DISK_ONLY' 'MEMORY_AND_DISK' 'memory_and_disk_ser' 'OFF_HEAP'
call-procedure: CALL table-name ( call-argument,* )
call-argument: value | plain-name => value
`;
