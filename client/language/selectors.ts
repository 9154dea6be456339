/**
 * Files of a project, by pattern and scheme and never by language: a `.sql` file that another extension has taken for a
 * language of its own is still one of ours. The server leaves alone what is in no project.
 */
export const selectors = ['**/conf/config.yaml', '**/schema/tables_schema.yaml', '**/sql_scripts/*.sql'].map(
  (pattern) => ({ scheme: 'file', pattern }),
);
