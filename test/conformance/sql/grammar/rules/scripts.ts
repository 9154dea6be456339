/** "SQL Scripting" of Spark 4.0's reference. */
export const scripts = `
script: BEGIN script-declaration* script-statement+ END [ ; ]? | BEGIN script-statement+ END | BEGIN END
  | BEGIN script-declaration+ END
script-declaration: DECLARE [ variable-word ] script-type? [ [ DEFAULT | = ] value ]? ;
  | 2x DECLARE variable-word simple-type [ [ DEFAULT | = ] literal ]? ;
  | DECLARE [ OR REPLACE ] [ VARIABLE ]? variable-word simple-type ;
script-type: simple-type
variable-word = v_total v_count v_name i flag
handler:
  DECLARE [ EXIT ] HANDLER FOR handler-condition [ BEGIN script-statement* END ; | SET variable-word = value ; ]
handler-condition: SQLEXCEPTION | NOT FOUND | SQLSTATE [ VALUE ]? state | DIVIDE_BY_ZERO | condition-word
condition-word = my_condition
state = '22012' '42000' '02001'
script-statement: 3x plain-statement ; | script-if | script-case | script-while | script-repeat | script-loop
  | script-for | script-block | labelled-loop
plain-statement: SET variable-word = value | SET [ VAR | VARIABLE ] variable-word = value | SELECT item,+
  | query | INSERT INTO table-name values-query | CREATE TABLE table-name ( name type ) USING PARQUET
  | DROP TABLE [ IF EXISTS ]? table-name | UPDATE table-name SET assignment | DELETE FROM table-name where
  | EXECUTE IMMEDIATE text | SET ( variable-word , variable-word ) = ( query )
script-if: IF condition THEN script-statement+ script-elseif* [ ELSE script-statement+ ]? END IF ;
script-elseif: ELSEIF condition THEN script-statement+
script-case: CASE script-when+ [ ELSE script-statement+ ]? END CASE ;
  | CASE value script-when-value+ [ ELSE script-statement+ ]? END CASE ;
script-when: WHEN condition THEN script-statement+
script-when-value: WHEN value THEN script-statement+
script-while: WHILE condition DO script-statement+ END WHILE ;
script-repeat: REPEAT script-statement+ UNTIL condition END REPEAT ;
script-loop: LOOP script-statement+ END LOOP ;
script-for: FOR [ row-word AS ]? query DO script-statement+ END FOR ;
row-word = rec r1 row1
script-block: BEGIN script-declaration* [ handler ]? script-statement* END ;
  | block-label : BEGIN script-statement+ END [ block-label ]? ;
block-label = blk
loop-label = lp
labelled-loop:
  loop-label : LOOP script-statement* [ IF condition THEN LEAVE loop-label ; END IF ; | ITERATE loop-label ; |
      LEAVE loop-label ; ] END LOOP [ loop-label ]? ;
  | loop-label : WHILE condition DO script-statement* [ ITERATE loop-label ; | LEAVE loop-label ; ] END WHILE
      loop-label ;
  | loop-label : REPEAT script-statement* ITERATE loop-label ; UNTIL condition END REPEAT [ loop-label ]? ;
  | loop-label : FOR row-word AS query DO script-statement* LEAVE loop-label ; END FOR loop-label ;
`;
