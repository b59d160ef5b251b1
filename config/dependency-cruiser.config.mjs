/**
 * Who may import whom. Imports run strictly downward:
 * apps → petitions, notices → database, queues, identity → domain; the contract lies beside the domain, telemetry and
 * gather beside them all.
 */
const lib = (name) => `^libs/${name}/`;
const libs = (...names) => `^libs/(${names.join('|')})/`;
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or a third one is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere breaks at run time only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^[#.]' },
    },
    {
      name: 'libs-know-no-app',
      comment: 'Libraries serve every process and know none of them.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|bench|test)/' },
    },
    {
      name: 'apps-are-apart',
      comment: 'A process talks to another over HTTP, the queue or the database, never by import.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The law and the office are pure: the domain imports itself, xstate and temporal-polyfill.',
      severity: 'error',
      from: { path: lib('domain'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [lib('domain'), packages('xstate', 'temporal-polyfill')] },
    },
    {
      name: 'contract-is-shapes',
      comment: 'The contract is shapes shared by API and web: it imports zod and the domain, nothing else.',
      severity: 'error',
      from: { path: lib('contract'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [libs('contract', 'domain'), packages('zod')] },
    },
    {
      name: 'ground-floor-stands-apart',
      comment: 'Database, queues and identity stand on the domain and do not know each other.',
      severity: 'error',
      from: { path: libs('database', 'queues', 'identity'), pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/', pathNot: [lib('$1'), libs('domain', 'telemetry', 'gather')] },
    },
    {
      name: 'telemetry-lies-beside',
      comment:
        'Whoever does something may measure it: telemetry knows no other part, so that every part may use it.',
      severity: 'error',
      from: { path: lib('telemetry'), pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs|apps|config)/', pathNot: lib('telemetry') },
    },
    {
      name: 'measuring-parts-stay-in-telemetry',
      comment: 'What figures and traces are made of is decided in libs/telemetry and nowhere else.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [lib('telemetry'), '\\.spec\\.ts$'] },
      to: { path: packages('prom-client', '@opentelemetry/[^/]+', 'bullmq-otel') },
    },
    {
      name: 'petitions-and-notices-stand-on-the-ground-floor',
      comment: 'Petitions and notices do not know each other: they meet in the outbox.',
      severity: 'error',
      from: { path: libs('petitions', 'notices'), pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^libs/',
        pathNot: [lib('$1'), libs('database', 'identity', 'domain', 'contract', 'telemetry')],
      },
    },
    {
      name: 'api-never-touches-the-queue',
      comment: 'The API writes the outbox row; the worker rings the bell.',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: [lib('queues'), packages('bullmq', 'ioredis', '@nestjs/bullmq')] },
    },
    {
      name: 'queue-parts-stay-in-queues',
      comment: 'Which backend carries the jobs is decided in libs/queues and nowhere else.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: lib('queues') },
      to: { path: packages('bullmq', 'ioredis') },
    },
    {
      name: 'web-knows-shapes-only',
      comment:
        'The web application talks HTTP: of the server it imports the contract and the words of the domain.',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: { path: '^(libs|config|apps|bench)/', pathNot: ['^apps/web/src/', libs('contract', 'domain')] },
    },
    {
      name: 'libs-by-the-front-door',
      comment: 'A library is used through its index.',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^$1/$2/', '^libs/[^/]+/index\\.ts$'] },
    },
    {
      name: 'tests-stay-outside',
      comment: 'What the application runs on imports no test.',
      severity: 'error',
      from: { path: '^(apps|libs|config|bench)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^test/|\\.spec\\.tsx?$' },
    },
    {
      name: 'only-listed-packages',
      comment: 'A package that is not in package.json is there by accident.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: '^(node_modules|dist)' },
    // Peers that are measured bring packages of their own.
    exclude: { path: '^bench/peers/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
