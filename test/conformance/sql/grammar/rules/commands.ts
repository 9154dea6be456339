/** What shows and sets: "Auxiliary Statements" of Spark's SQL reference. */
export const commands = `
describe:
  [ DESCRIBE | DESC ] [ FUNCTION [ EXTENDED ]? [ function | text-word | table-name ] | namespace [ EXTENDED ]?
      db-name | [ QUERY ]? query | QUERY select | TABLE [ EXTENDED | FORMATTED ]? table-name [ partition ]? | [
      EXTENDED | FORMATTED ]? table-name [ partition | column-path ]? | [ TABLE ]? EXTENDED table-name AS JSON
      | EXTENDED table-name column-path ]
show: SHOW [ TABLES | VIEWS ] [ [ FROM | IN ] db-name ]? [ [ LIKE ]? text-word ]?
  | SHOW TABLE EXTENDED [ [ FROM | IN ] db-name ]? LIKE text-word [ partition ]?
  | SHOW TBLPROPERTIES table-name [ ( property-key ) ]?
  | SHOW COLUMNS [ FROM | IN ] table-name [ [ FROM | IN ] db-name ]? | SHOW PARTITIONS table-name [ partition ]?
  | SHOW [ USER | SYSTEM | ALL ]? FUNCTIONS [ [ FROM | IN ] db-name ]? [ [ LIKE ]? [ text-word | function ] ]?
  | SHOW CREATE TABLE table-name [ AS SERDE ]? | SHOW CURRENT [ NAMESPACE | SCHEMA | DATABASE ]
  | SHOW CATALOGS [ [ LIKE ]? text-word ]?
  | SHOW [ DATABASES | SCHEMAS | NAMESPACES ] [ [ FROM | IN ] cat-name ]? [ [ LIKE ]? text-word ]?
  | SHOW PROCEDURES [ [ FROM | IN ] db-name ]?
analyze: ANALYZE TABLE table-name [ partition ]? COMPUTE STATISTICS [ NOSCAN ]?
  | ANALYZE TABLE table-name COMPUTE STATISTICS FOR COLUMNS names
  | ANALYZE TABLE table-name COMPUTE STATISTICS FOR ALL COLUMNS
  | ANALYZE TABLES [ [ FROM | IN ] db-name ]? COMPUTE STATISTICS [ NOSCAN ]?
  | ANALYZE TABLE table-name PARTITION ( partition-value,+ ) COMPUTE STATISTICS [ NOSCAN ]?
set: SET | SET -v | SET conf-key | SET conf-key = conf-value
  | SET TIME ZONE [ LOCAL | text-word | zone-word | interval-zone ] | SET ROLE name
  | SET conf-quoted = conf-quoted | RESET | RESET conf-key | SET [ VAR | VARIABLE ] name = value
  | SET VARIABLE ( names ) = ( query ) | SET VAR name = DEFAULT | SET conf-key = free-word free-word free-word
  | SET conf-quoted | RESET conf-quoted | SET VAR [ name = value ],+
conf-key = spark.sql.ansi.enabled spark.sql.shuffle.partitions hive.exec.dynamic.partition my.key spark.app-name
  a.b.c x
conf-quoted = ${'`'}spark.sql.key${'`'} ${'`'}a;b${'`'} ${'`'}my.key${'`'}
conf-value: TRUE | whole | text-word | free-word | free-word free-word | -1 | path-free
path-free = s3://bucket/x hdfs:///a,b 64mb
free-word = nonstrict a,b ( ) ) select x=y "*" - 10m from "%d" dynamic
zone-word = 'Europe/Berlin' '+01:00' 'UTC'
interval-zone: INTERVAL [ 1 | '2' | - 3 ] [ HOUR | HOURS ] | INTERVAL '10:30' HOUR TO MINUTE
explain:
  EXPLAIN [ EXTENDED | CODEGEN | COST | FORMATTED | LOGICAL ]? [ query | insert | create-view | show | describe
      ]
variable: DECLARE [ OR REPLACE ]? [ VARIABLE | VAR ]? name [ type ]? [ [ DEFAULT | = ] value ]?
  | DECLARE [ VARIABLE ]? name simple-type DEFAULT value | DROP TEMPORARY [ VARIABLE | VAR ] [ IF EXISTS ]? name
  | SET [ VAR | VARIABLE ] name = [ value | DEFAULT ] | SET VAR ( names ) = ( select )
execute-immediate:
  EXECUTE IMMEDIATE [ text | name ] [ INTO names ]? [ USING [ execute-argument,+ | ( execute-argument,+ ) ] ]?
execute-argument: value | value AS name | name
`;
