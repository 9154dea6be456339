// The floors: what the database alone needs for the same file. Prints {"seconds": …} of the statement, without start-up.
import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [kind, file, output] = process.argv.slice(2);
const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB' });
const connection = await instance.connect();
const header =
  'claim_id,patient_id,provider_id,member_name,visit_type,total_cost,coverage_type,date_of_service,claim_date,billed,last_modified_date';
const columns = header
  .split(',')
  .map((name) => `'${name}': 'VARCHAR'`)
  .join(', ');
const source = `read_csv('${file}', auto_detect = false, delim = ',', quote = '"', escape = '"', header = true, new_line = '\\n', ignore_errors = true, columns = {${columns}})`;
const statement =
  kind === 'count'
    ? `SELECT count(*) FROM ${source}`
    : `COPY (SELECT * FROM ${source}) TO '${output}' (FORMAT parquet)`;
const start = performance.now();
await connection.run(statement);
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000 }));
connection.closeSync();
instance.closeSync();
if (output !== undefined) rmSync(output, { force: true });
