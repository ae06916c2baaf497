/** Who may import whom. Each rule is an arrow or a "never" of docs/architecture.md. */

const TESTS = '\\.test\\.tsx?$';
/** What serves tests and people who build: it may reach into the product, never the other way round. */
const NOT_PRODUCT = `${TESTS}|^client/e2e/|^sync-server/bench/|^fixtures/|^\\.scripts/|^[^/]+\\.config\\.`;

const CLIENT = '^client/src/';
const SERVER = '^sync-server/src/';
const SHARED = '^shared/src/';

const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

/** A room may import only itself and the rooms to its right, as far as its own house goes. */
function arrow(house, room, allowed) {
  return forbid(
    `arrow-${house.replace(/\W|src/g, '')}-${room.replace(/\W/g, '')}`,
    { path: `${house}${room}`, pathNot: TESTS },
    { path: house, pathNot: [room, ...allowed].map((folder) => `${house}${folder}`) },
  );
}

/** A package may be imported only from certain places. */
function keepPackage(packages, allowedFrom) {
  return forbid(
    `only-there-${packages.replace(/\W+/g, '-')}`,
    { path: '^(client|sync-server|shared|fixtures)/', pathNot: [TESTS, ...allowedFrom] },
    { path: `(^|/)node_modules/(${packages})(/|$)` },
  );
}

const OPEN_TO_CLIENT = ['ui/', 'i18n/'];
const BELOW_FEATURES = [
  'camera/',
  'copy-page/',
  'custody/',
  'storage/',
  'vault/',
  'platform/',
  ...OPEN_TO_CLIENT,
];

const clientArrows = [
  arrow(CLIENT, 'app/', ['features/', 'practice/', 'pwa/', ...BELOW_FEATURES]),
  arrow(CLIENT, 'features/', ['practice/', ...BELOW_FEATURES]),
  arrow(CLIENT, 'practice/', BELOW_FEATURES),
  arrow(CLIENT, 'camera/', ['platform/', ...OPEN_TO_CLIENT]),
  arrow(CLIENT, 'copy-page/', ['ui/tokens\\.css']),
  arrow(CLIENT, 'custody/', ['storage/', 'vault/', 'platform/', ...OPEN_TO_CLIENT]),
  arrow(CLIENT, 'pwa/', ['custody/', 'storage/', 'platform/', ...OPEN_TO_CLIENT]),
  ...['storage/', 'vault/', 'platform/', 'ui/', 'i18n/'].map((room) => arrow(CLIENT, room, OPEN_TO_CLIENT)),
  forbid(
    'feature-to-feature',
    { path: `${CLIENT}features/([^/]+)/` },
    { path: `${CLIENT}features/`, pathNot: `${CLIENT}features/$1/` },
  ),
  forbid(
    'no-domain-word-in-vault',
    { path: `${CLIENT}vault/` },
    // The preset dictionary is opaque bytes to whoever compresses with it; the envelope says only where bytes lie.
    {
      path: `${SHARED}(model|rules)/|^shared/data/`,
      pathNot: ['^shared/data/dictionary', `${SHARED}model/envelope\\.ts`],
    },
  ),
  forbid(
    'no-domain-word-in-ui',
    { path: `${CLIENT}ui/` },
    { path: `${SHARED}(model|contracts|custody)/|^shared/data/` },
  ),
];

const serverArrows = [
  arrow(SERVER, 'app\\.ts', [
    'routes/',
    'middleware/',
    'services/',
    'storage/',
    'protection/',
    'portal/',
    'config\\.ts',
  ]),
  arrow(SERVER, 'config\\.ts', []),
  arrow(SERVER, 'routes/', ['services/', 'storage/', 'protection/']),
  arrow(SERVER, 'middleware/', ['services/', 'storage/', 'protection/']),
  arrow(SERVER, 'portal/', ['services/', 'storage/', 'protection/']),
  arrow(SERVER, 'services/', ['storage/', 'protection/']),
  arrow(SERVER, 'storage/', []),
  arrow(SERVER, 'protection/', []),
  forbid(
    'no-domain-word-in-protection',
    { path: `${SERVER}protection/`, pathNot: TESTS },
    { path: `${SHARED}(model|rules)/|^shared/data/`, pathNot: `${SHARED}model/envelope\\.ts` },
  ),
];

const BASE = ['ids\\.ts', 'result\\.ts'];
const sharedArrows = [
  arrow(SHARED, 'custody/', ['rules/', 'contracts/', 'model/', ...BASE]),
  arrow(SHARED, 'contracts/', ['model/', ...BASE]),
  // The portal's twin is the other end of one wire, so it speaks that wire's contract and no other.
  arrow(SHARED, 'portal/', ['contracts/portal\\.ts', 'rules/', 'model/', ...BASE]),
  arrow(SHARED, 'rules/', ['model/', ...BASE]),
  arrow(SHARED, 'model/', BASE),
  arrow(SHARED, 'ids\\.ts', ['result\\.ts']),
  arrow(SHARED, 'result\\.ts', []),
  forbid(
    'data-is-described-by-model-and-rules',
    { path: '^shared/data/' },
    {
      path: '^shared/',
      pathNot: ['^shared/data/', `${SHARED}(model|rules)/`, ...BASE.map((file) => `${SHARED}${file}`)],
    },
  ),
  forbid(
    'simulation-to-custody',
    { path: '^shared/simulation/', pathNot: TESTS },
    {
      path: `${SHARED}contracts/`,
      pathNot: `${SHARED}contracts/(error-codes|portal|sync)\\.ts`,
    },
  ),
  forbid('shared-knows-no-house', { path: '^shared/' }, { path: '^(client|sync-server|\\.scripts)/' }),
  forbid('shared-src-knows-no-simulation', { path: SHARED, pathNot: TESTS }, { path: '^shared/simulation/' }),
  forbid(
    'simulation-serves-shared-alone',
    { path: `${CLIENT}|${SERVER}|^fixtures/`, pathNot: TESTS },
    { path: '^shared/simulation/' },
  ),
  forbid(
    'only-practice-plays-the-portal',
    { path: `${CLIENT}|${SERVER}`, pathNot: [TESTS, `${CLIENT}practice/`] },
    { path: `${SHARED}portal/` },
  ),
  forbid(
    'shared-uses-zod-and-cbor-only',
    { path: '^shared/(src|data|simulation)/', pathNot: [TESTS, '^shared/simulation/(run|mutants)\\.ts$'] },
    {
      dependencyTypesNot: ['local', 'aliased-subpath-import'],
      pathNot: '(^|/)node_modules/(zod|cborg)(/|$)',
    },
  ),
];

const nevers = [
  forbid('client-never-sees-the-server', { path: '^client/' }, { path: '^sync-server/' }),
  forbid('the-server-never-sees-the-client', { path: '^sync-server/' }, { path: '^client/' }),
  forbid(
    'production-never-imports-tests',
    { path: '^(client|sync-server|shared)/', pathNot: NOT_PRODUCT },
    { path: NOT_PRODUCT },
  ),
  forbid(
    'production-never-uses-test-tools',
    { path: '^(client|sync-server|shared)/', pathNot: NOT_PRODUCT },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  forbid('nobody-imports-main', { path: '.' }, { path: '^(client|sync-server)/src/main\\.tsx?$' }),
  forbid(
    'only-main-and-app-start-the-worker',
    { path: CLIENT, pathNot: `${CLIENT}(main\\.tsx|app/|pwa/)` },
    { path: `${CLIENT}pwa/` },
  ),
  keepPackage('dexie|dexie-react-hooks', ['^client/src/storage/']),
  keepPackage('zxing-wasm', ['^client/src/platform/', '^client/e2e/support/']),
  keepPackage('better-sqlite3|kysely|pg', [
    '^sync-server/src/storage/',
    '^sync-server/bench/',
    '^client/e2e/support/',
  ]),
  keepPackage('hono|@hono', [
    '^sync-server/src/(routes|middleware)/',
    '^sync-server/src/(app|main)\\.ts$',
    '^fixtures/',
  ]),
  forbid(
    'no-react-below-features',
    { path: `${CLIENT}(custody|vault|storage|platform)/|^shared/|^sync-server/` },
    {
      path: '(^|/)node_modules/(react|react-dom|wouter|@tanstack/react-query|dexie-react-hooks|@types/react)(/|$)|^client/src/ui/.*\\.tsx$',
    },
  ),
  forbid('no-cycle-type-imports-included', {}, { circular: true }),
  // A package's file by address is the bundler's to find: the build fails without it.
  forbid('every-import-is-there', {}, { couldNotResolve: true, pathNot: '^virtual:|\\.wasm\\?url$' }),
  forbid('every-package-is-declared', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
];

module.exports = {
  /** Fewer modules than this means that the check has read nothing: raise it as the house grows. */
  modulesFloor: 700,
  forbidden: [...clientArrows, ...serverArrows, ...sharedArrows, ...nevers],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
