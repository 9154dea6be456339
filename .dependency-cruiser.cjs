/** One rule a row of docs/architecture.md: which room may import from which. `npm run check` runs it. */
const rooms = {
  'core/contracts': [],
  'core/text': ['core/contracts'],
  'core/syntax': ['core/text', 'core/contracts'],
  'core/model': ['core/syntax', 'core/text', 'core/contracts'],
  'core/semantics': ['core/model', 'core/syntax', 'core/text', 'core/contracts'],
  'core/checks': ['core/semantics', 'core/model', 'core/syntax', 'core/text', 'core/contracts'],
  'core/features': ['core/semantics', 'core/model', 'core/syntax', 'core/text', 'core/contracts'],
  'core/translate': ['core/semantics', 'core/model', 'core/syntax', 'core/text', 'core/contracts'],
  'core/plan': [
    'core/translate',
    'core/semantics',
    'core/model',
    'core/syntax',
    'core/text',
    'core/contracts',
  ],
  'core/report': ['core/contracts'],
  engine: [
    'core/contracts',
    'core/text',
    'core/syntax',
    'core/model',
    'core/semantics',
    'core/checks',
    'core/translate',
    'core/plan',
    'core/report',
  ],
  server: ['core'],
  client: ['core/contracts', 'client'],
  webview: ['core/contracts', 'core/report', 'webview'],
};

const everyRoom = '^(core|engine|server|cli|client|webview|test|bench|samples|tools)/';

function wall([room, allowed]) {
  return {
    name: `${room.replace('/', '-')}-imports-only-what-it-may`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: everyRoom, pathNot: `^(${[room, ...allowed].join('|')})/` },
  };
}

const engines = ['local', 'spark', 'emr'];

module.exports = {
  forbidden: [
    // The types of a grammar's tree hold one another, as an expression holds a query; no code goes round.
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: '^core/syntax/sql/tree/' },
      to: { circular: true },
    },
    ...Object.entries(rooms).map(wall),
    {
      name: 'cli-imports-core-and-engine',
      severity: 'error',
      from: { path: '^cli/', pathNot: '^cli/lsp\\.ts$' },
      to: { path: everyRoom, pathNot: '^(cli|core|engine)/' },
    },
    ...engines.map((engine) => ({
      name: `engine-${engine}-stands-alone`,
      severity: 'error',
      from: { path: `^engine/${engine}/` },
      to: { path: `^engine/(${engines.filter((other) => other !== engine).join('|')})/` },
    })),
    {
      name: 'aws-sdk-only-in-engine-aws',
      severity: 'error',
      from: { pathNot: '^(engine/aws|test)/' },
      to: { path: '@aws-sdk/' },
    },
    {
      name: 'engine-aws-only-from-emr-and-files',
      severity: 'error',
      from: { path: '^(engine|cli)/', pathNot: '^engine/(aws|emr|files)/' },
      to: { path: '^engine/aws/' },
    },
    { name: 'core-is-pure', severity: 'error', from: { path: '^core/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'checks-never-import-one-another',
      severity: 'error',
      from: { path: '^core/checks/', pathNot: '^core/checks/all.ts$' },
      to: { path: '^core/checks/[^/]+.ts$', pathNot: '^core/checks/(check|all).ts$' },
    },
    // The editor itself answers for `vscode`.
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.tsbuild)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
