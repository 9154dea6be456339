// A peer: the script that a data engineer writes on a good afternoon with the same database. Reads with the database's own
// reader, casts, checks the same rules, quarantines, keeps the latest row of a key, loads. No ledger, digest, count or archive.
import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [file, folder, patients, providers] = process.argv.slice(2);
const database = `${folder}/usual.duckdb`;
const instance = await DuckDBInstance.create(database, { memory_limit: '2GB' });
const connection = await instance.connect();
const day = (column) =>
  `coalesce(try_strptime(${column}, '%Y-%m-%d'), try_strptime(${column}, '%-m/%-d/%Y'), try_strptime(${column}, '%-m-%-d-%Y'))::DATE`;
const header =
  'claim_id,patient_id,provider_id,member_name,visit_type,total_cost,coverage_type,date_of_service,claim_date,billed,last_modified_date';
const columns = header
  .split(',')
  .map((name) => `'${name}': 'VARCHAR'`)
  .join(', ');
const statements = [
  `CREATE TABLE raw AS SELECT * FROM read_csv('${file}', auto_detect = false, delim = ',', quote = '"', escape = '"', header = true, new_line = '\\n', ignore_errors = true, columns = {${columns}})`,
  `CREATE TABLE staged AS SELECT claim_id, patient_id, provider_id,
     CASE WHEN visit_type IN ('physical','routine','illness','surgery') THEN visit_type END AS visit_type,
     TRY_CAST(total_cost AS DOUBLE) AS total_cost,
     CASE WHEN TRY_CAST(coverage_type AS INT) IN (100, 50, 0) THEN TRY_CAST(coverage_type AS INT) END AS coverage_type,
     ${day('date_of_service')} AS date_of_service, ${day('claim_date')} AS claim_date, billed,
     ${day('last_modified_date')} AS last_modified_date,
     claim_id IS NULL OR (total_cost IS NOT NULL AND TRY_CAST(total_cost AS DOUBLE) IS NULL)
       OR TRY_CAST(total_cost AS DOUBLE) < 0 OR (date_of_service IS NOT NULL AND ${day('date_of_service')} IS NULL)
       OR ${day('claim_date')} < ${day('date_of_service')} AS is_bad
   FROM raw`,
  `CREATE TABLE quarantine AS SELECT s.* FROM staged s
     LEFT JOIN read_csv('${patients}') p ON p.patient_id = s.patient_id
     LEFT JOIN read_csv('${providers}') d ON d.provider_id = s.provider_id
     WHERE is_bad OR p.patient_id IS NULL OR d.provider_id IS NULL`,
  `CREATE TABLE claim AS SELECT * EXCLUDE (is_bad) FROM staged WHERE false`,
  `MERGE INTO claim t USING (
     SELECT s.* EXCLUDE (is_bad) FROM staged s
     JOIN read_csv('${patients}') p ON p.patient_id = s.patient_id
     JOIN read_csv('${providers}') d ON d.provider_id = s.provider_id
     WHERE NOT coalesce(is_bad, false)
     QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY s.last_modified_date DESC) = 1) s
   ON t.claim_id = s.claim_id WHEN MATCHED THEN UPDATE WHEN NOT MATCHED THEN INSERT`,
];
for (const statement of statements) await connection.run(statement);
connection.closeSync();
instance.closeSync();
rmSync(database, { force: true });
