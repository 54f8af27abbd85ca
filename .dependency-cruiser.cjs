/** Who may import whom: the table of CONTRIBUTING.md, one rule a line. */
const MAY_IMPORT = {
  model: [],
  stats: ['model/errors'],
  signals: ['stats', 'model'],
  verdict: ['model'],
  ports: ['model'],
  contract: ['model'],
  adapters: ['ports', 'model'],
  steps: ['ports', 'signals', 'verdict', 'model'],
  handlers: ['contract', 'model'],
  settings: ['signals', 'verdict', 'model'],
};

const SOURCES = 'replay|mastodon|bluesky|x|ingest';

const PURE = '^functions/(model|stats|signals|verdict|ports|steps)/';

const roomRules = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `${room}/ may import only: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^functions/${room}/` },
  to: {
    path: '^(functions|cdk|local|cli|dashboard|bench|test)/',
    pathNot: [`^functions/${room}/`, ...allowed.map((one) => `^functions/${one}[/.]`)],
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'no-source-imports-another',
      comment: 'what sources share lies in adapters/net/ and adapters/posts/',
      severity: 'error',
      from: { path: `^functions/adapters/(${SOURCES})/` },
      to: { path: `^functions/adapters/(${SOURCES})/`, pathNot: '^functions/adapters/$1/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-rooms-take-nothing-from-outside',
      comment:
        'neither package nor node: in model, stats, signals, verdict, ports and steps; stats may take @stdlib',
      severity: 'error',
      from: { path: PURE },
      to: { pathNot: ['^functions/', '^node_modules/@stdlib/'] },
    },
    {
      name: 'cdk-takes-settings',
      severity: 'error',
      from: { path: '^cdk/' },
      to: { path: '^(functions/(?!settings/)|local/|cli/|dashboard/|bench/)' },
    },
    {
      name: 'dashboard-takes-contract',
      severity: 'error',
      from: { path: '^dashboard/' },
      to: { path: '^(functions/(?!contract/)|local/|cli/|cdk/|bench/)' },
    },
    {
      name: 'nobody-imports-the-wiring',
      severity: 'error',
      from: { path: '^(functions|cdk|dashboard|bench)/' },
      to: { path: '^(local|cli)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
