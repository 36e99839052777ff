/** The fences of the code base. Every rule says why, and libs/testing/fences holds one violation of each. */
const inLib = (names) => `^libs/(${names.join('|')})/`;
const specs = '\\.spec\\.ts$|/test/|^libs/testing/|^bench/|^deploy/';

/** What each library may import besides itself. */
const allowed = {
  kernel: [],
  contracts: ['kernel'],
  messaging: ['kernel', 'contracts'],
  platform: ['kernel', 'contracts'],
  provider: ['kernel', 'contracts', 'messaging', 'platform'],
  embedded: ['kernel'],
};
const libs = [...Object.keys(allowed), 'testing'];

const libRules = Object.entries(allowed).map(([lib, may]) => ({
  name: `${lib}-imports`,
  comment: `${lib} may import ${may.length ? may.join(', ') : 'no other library'}: the libraries are layers, not a web.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: specs },
  to: { path: inLib(libs.filter((other) => other !== lib && !may.includes(other))) },
}));

module.exports = {
  forbidden: [
    ...libRules,
    {
      name: 'no-cycles',
      comment: 'A cycle makes two files one, and breaks decorated classes at load time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-are-plain',
      comment: 'Contracts are read by browsers and tools: no framework, no database, no broker.',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: specs },
      to: { path: 'node_modules/(typeorm|@nestjs|kafkajs|pg)/' },
    },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel has no I/O: its functions run anywhere and are tested without anything.',
      severity: 'error',
      from: { path: '^libs/kernel/src/', pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'libs-know-no-service',
      comment: 'A library that imports a service turns the picture upside down.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.spec\\.ts$|/test/' },
      to: { path: '^services/' },
    },
    {
      name: 'services-are-apart',
      comment: 'Two services have only contracts in common; they meet over Kafka or HTTP.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/([^/]+)/', pathNot: '^services/$1/' },
    },
    {
      name: 'servers-only-in-tests',
      comment: 'embedded and testing start servers: they belong to specs, benchmarks and local start.',
      severity: 'error',
      from: { path: '^(libs|services)/', pathNot: `${specs}|^libs/embedded/` },
      to: { path: inLib(['embedded', 'testing']) },
    },
    {
      name: 'kafka-only-in-messaging',
      comment: 'The rules that keep kafkajs from losing messages live in one place.',
      severity: 'error',
      from: { pathNot: `^libs/messaging/|^bench/` },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'pure-files-are-pure',
      comment: 'A file without a kind holds decisions: no I/O, no framework, no row, no service.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/(?!migrations/)[^/]+/[^/.]+\\.ts$' },
      to: {
        path: 'node_modules/(typeorm|@nestjs|pg)/|\\.(row|service|controller|consumer|module|queries)\\.ts$|^(fs|path|crypto|http|net|child_process)$',
      },
    },
    {
      name: 'features-meet-at-services',
      comment: "A feature's rows, DTOs and queries are its own; another feature calls its service.",
      severity: 'error',
      from: { path: '^services/([^/]+)/src/([^/]+)/', pathNot: specs },
      to: { path: '^services/$1/src/([^/]+)/.*\\.(row|dto|queries)\\.ts$', pathNot: '^services/$1/src/$2/' },
    },
    {
      name: 'edges-do-not-touch-rows',
      comment:
        'Controllers and consumers speak to services and queries: transactions open in one place. The type of a transaction that is handed on is no access to it.',
      severity: 'error',
      from: { path: '\\.(controller|consumer)\\.ts$' },
      to: { path: '\\.row\\.ts$|node_modules/typeorm/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'portal-is-a-browser',
      comment: 'The portal knows contracts and generated clients, never server libraries.',
      severity: 'error',
      from: { path: '^services/portal/' },
      to: { path: `${inLib(['messaging', 'platform', 'provider', 'embedded'])}|node_modules/@nestjs/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|/generated/|^libs/testing/fences/|^deploy/tasks/templates/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.json'],
    },
  },
};
