/** One breach of each kind that the house forbids: the file to plant, and the words its check must answer with. */

const opening = '/** Planted to prove that a check bites. */\n';
const repeat = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

const lint = (kind, path, text, expected) => ({
  kind,
  check: 'lint',
  files: { [path]: opening + text },
  expected,
});
const arrow = (kind, path, target, expected, clause = "import '%'") => ({
  kind,
  check: 'arrows',
  files: { [path]: `${opening}${clause.replace('%', target)};\n` },
  expected,
});

const lintBreaches = [
  lint(
    'a floating promise',
    'client/src/custody/planted-promise.ts',
    'async function send() { await Promise.resolve(); }\nexport function start() { send(); }\n',
    'no-floating-promises',
  ),
  lint(
    'a promise where a yes or no is wanted',
    'sync-server/src/services/planted-condition.ts',
    'async function isKnown() { return Promise.resolve(true); }\nexport function accept() { return isKnown() ? 1 : 2; }\n',
    'no-misused-promises',
  ),
  lint(
    'the clock in shared',
    'shared/src/rules/planted-now.ts',
    'export const now = () => Date.now();\n',
    'no-restricted-properties',
  ),
  lint(
    'today in shared',
    'shared/src/rules/planted-today.ts',
    'export const today = () => new Date();\n',
    'no-restricted-syntax',
  ),
  lint(
    'chance in shared',
    'shared/src/custody/planted-chance.ts',
    'export const draw = () => Math.random();\n',
    'no-restricted-properties',
  ),
  lint(
    'chance in the simulator',
    'shared/simulation/planted-chance.ts',
    'export const draw = () => crypto.randomUUID();\n',
    'no-restricted-globals',
  ),
  lint(
    'a timer in shared',
    'shared/src/custody/planted-timer.ts',
    'export const wait = () => setTimeout(() => 1, 1);\n',
    'no-restricted-globals',
  ),
  lint(
    'the network in shared',
    'shared/src/contracts/planted-fetch.ts',
    "export const load = () => fetch('/');\n",
    'no-restricted-globals',
  ),
  lint(
    'a file over 300 lines',
    'client/src/ui/planted-long-file.ts',
    repeat(301, (n) => `export const n${n} = ${n};`),
    'max-lines',
  ),
  lint(
    'a function of 61 lines',
    'client/src/ui/planted-long-function.ts',
    `export function addUp(sum: number) {\n${repeat(58, () => '  sum += 1;')}\n  return sum;\n}\n`,
    'max-lines-per-function',
  ),
  lint(
    'four parameters',
    'client/src/ui/planted-parameters.ts',
    'export const add = (a: number, b: number, c: number, d: number) => a + b + c + d;\n',
    'max-params',
  ),
  lint('a default export', 'client/src/ui/planted-default.ts', 'export default 1;\n', 'no-restricted-syntax'),
  lint(
    'a file name that is not kebab-case',
    'client/src/ui/PlantedName.ts',
    'export const planted = 1;\n',
    'house/file-name',
  ),
  lint(
    'a file named helpers',
    'client/src/ui/planted-helpers.ts',
    'export const planted = 1;\n',
    'house/file-name',
  ),
  lint(
    'a relative import without its ending',
    'shared/src/model/planted-ending.ts',
    "export * from '../result';\n",
    'house/import-path',
  ),
  lint(
    'shared by a relative path',
    'client/src/custody/planted-path.ts',
    "export * from '../../../shared/src/result.ts';\n",
    'house/import-path',
  ),
  lint(
    'a value import of a type',
    'client/src/custody/planted-type.ts',
    "import { Result } from '#shared/result';\nexport type Kept = Result<1, 2>;\n",
    'consistent-type-imports',
  ),
  lint(
    'a hook under a condition',
    'client/src/features/planted/planted-view.tsx',
    "import { useState } from 'react';\nexport function PlantedView(props: { on: boolean }) {\n  if (props.on) useState(1);\n  return null;\n}\n",
    'rules-of-hooks',
  ),
  lint(
    'SQL above storage',
    'sync-server/src/services/planted-sql.ts',
    "export const query = 'SELECT id FROM record WHERE id = 1';\n",
    'no-restricted-syntax',
  ),
  lint(
    'a skipped test',
    'shared/src/planted-skip.test.ts',
    "import { test } from 'vitest';\ntest.skip('later', () => undefined);\n",
    'no-restricted-syntax',
  ),
  lint(
    'a case left out of a switch',
    'shared/src/rules/planted-switch.ts',
    "export function tell(way: 'in' | 'out') {\n  switch (way) {\n    case 'in':\n      return 1;\n  }\n}\n",
    'switch-exhaustiveness-check',
  ),
  {
    kind: 'a module that does not say what it is for',
    check: 'lint',
    files: { 'client/src/ui/planted-silent.ts': 'export const planted = 1;\n' },
    expected: 'house/opening-sentence',
  },
];

const target = { 'client/src/custody/planted-target.ts': `${opening}export const planted = 1;\n` };
const arrowBreaches = [
  arrow(
    'the client imports the server',
    'client/src/custody/planted-server.ts',
    '../../../sync-server/src/planted-store.ts',
    'client-never-sees-the-server',
  ),
  arrow(
    'the server imports the client',
    'sync-server/src/services/planted-client.ts',
    '../../../client/src/custody/planted-target.ts',
    'the-server-never-sees-the-client',
  ),
  arrow(
    'shared imports the client',
    'shared/src/rules/planted-client.ts',
    '../../../client/src/custody/planted-target.ts',
    'shared-knows-no-house',
  ),
  arrow('Dexie outside storage', 'client/src/custody/planted-dexie.ts', 'dexie', 'only-there-dexie'),
  arrow(
    'SQLite outside storage',
    'sync-server/src/services/planted-sqlite.ts',
    'better-sqlite3',
    'only-there-better-sqlite3',
  ),
  arrow('Hono below the routes', 'sync-server/src/services/planted-hono.ts', 'hono', 'only-there-hono'),
  arrow('React in custody', 'client/src/custody/planted-react.ts', 'react', 'no-react-below-features'),
  arrow(
    'React by its type only',
    'client/src/vault/planted-react-type.ts',
    'react',
    'no-react-below-features',
    "import type { ReactNode } from '%'; export type Kept = ReactNode",
  ),
  arrow(
    'a feature imports another',
    'client/src/features/planted/planted-neighbour.ts',
    '../planted-other/planted-part.ts',
    'feature-to-feature',
  ),
  arrow(
    'a feature imports the app',
    'client/src/features/planted/planted-upward.ts',
    '../../app/planted-app.ts',
    'arrow-client-features',
  ),
  arrow(
    'storage imports custody',
    'client/src/storage/planted-upward.ts',
    '../custody/planted-target.ts',
    'arrow-client-storage',
  ),
  arrow(
    'a feature starts the service worker',
    'client/src/features/planted/planted-worker.ts',
    '../../pwa/planted-register.ts',
    'only-main-and-app-start-the-worker',
  ),
  arrow(
    'the vault learns a domain word',
    'client/src/vault/planted-domain.ts',
    '#shared/rules/planted-target',
    'no-domain-word-in-vault',
  ),
  arrow(
    'the routes import the middleware',
    'sync-server/src/routes/planted-route.ts',
    '../middleware/planted-guard.ts',
    'arrow-syncserver-routes',
  ),
  arrow(
    'the server storage imports a service',
    'sync-server/src/storage/planted-upward.ts',
    '../services/planted-decision.ts',
    'arrow-syncserver-storage',
  ),
  arrow(
    'the model imports a rule',
    'shared/src/model/planted-rule.ts',
    '../rules/planted-target.ts',
    'arrow-shared-model',
  ),
  arrow(
    'the rules import custody',
    'shared/src/rules/planted-custody.ts',
    '../custody/planted-core.ts',
    'arrow-shared-rules',
  ),
  arrow('shared uses Node', 'shared/src/rules/planted-node.ts', 'node:fs', 'shared-uses-zod-and-cbor-only'),
  arrow(
    'shared uses another package',
    'shared/src/rules/planted-package.ts',
    'dexie',
    'shared-uses-zod-and-cbor-only',
  ),
  arrow(
    'the product imports the simulator',
    'client/src/custody/planted-simulator.ts',
    '#simulation/planted-run',
    'simulation-only-for-training-and-the-twin',
  ),
  arrow(
    'the product imports fixtures',
    'client/src/custody/planted-fixture.ts',
    '../../../fixtures/planted-set.ts',
    'production-never-imports-tests',
  ),
  arrow(
    'the product imports a test',
    'client/src/custody/planted-test-import.ts',
    './planted.test.ts',
    'production-never-imports-tests',
  ),
  arrow(
    'the product uses a test tool',
    'sync-server/src/services/planted-tool.ts',
    'fast-check',
    'production-never-uses-test-tools',
  ),
  arrow(
    'an import of nothing',
    'client/src/custody/planted-nothing.ts',
    './planted-absent.ts',
    'every-import-is-there',
  ),
  {
    kind: 'a cycle through types',
    check: 'arrows',
    files: {
      'shared/src/model/planted-egg.ts':
        "import type { Hen } from './planted-hen.ts';\nexport type Egg = { of: Hen };\n",
      'shared/src/model/planted-hen.ts':
        "import type { Egg } from './planted-egg.ts';\nexport type Hen = { lays: Egg };\n",
    },
    expected: 'no-cycle-type-imports-included',
  },
];

/** What the planted imports point at: harmless by themselves. */
export const targets = {
  ...target,
  ...Object.fromEntries(
    [
      'sync-server/src/planted-store.ts',
      'client/src/features/planted-other/planted-part.ts',
      'client/src/app/planted-app.ts',
      'client/src/pwa/planted-register.ts',
      'shared/src/rules/planted-target.ts',
      'shared/src/custody/planted-core.ts',
      'shared/simulation/planted-run.ts',
      'sync-server/src/middleware/planted-guard.ts',
      'sync-server/src/services/planted-decision.ts',
      'fixtures/planted-set.ts',
      'client/src/custody/planted.test.ts',
    ].map((path) => [path, `${opening}export const planted = 1;\n`]),
  ),
};

const otherBreaches = [
  {
    kind: 'a type error',
    check: 'types',
    files: { 'shared/src/rules/planted-number.ts': `${opening}export const fee: number = 'free';\n` },
    expected: 'TS2322',
  },
  {
    kind: 'an index that may be absent',
    check: 'types',
    files: {
      'sync-server/src/services/planted-first.ts': `${opening}export const first = (rows: string[]): string => rows[0];\n`,
    },
    expected: 'TS2322',
  },
  {
    kind: 'a browser type in shared',
    check: 'types',
    files: { 'shared/src/rules/planted-page.ts': `${opening}export const title = () => document.title;\n` },
    expected: 'TS2584',
  },
  {
    kind: 'an unused export',
    check: 'dead-code',
    files: {
      'shared/src/rules/planted-unused.ts': `${opening}export const fee = 1;\nexport const spareFee = 2;\n`,
      'shared/src/rules/planted-unused.test.ts': "import { fee } from './planted-unused.ts';\nvoid fee;\n",
    },
    expected: 'spareFee',
  },
  {
    kind: 'a file that nothing imports',
    check: 'dead-code',
    files: { 'client/src/ui/planted-orphan.ts': `${opening}export const planted = 1;\n` },
    expected: '',
  },
  {
    kind: 'a layout that is not ours',
    check: 'format',
    files: { 'client/src/ui/planted-layout.ts': `${opening}export const planted={a:1}\n` },
    expected: '',
  },
  {
    kind: 'a test left alone with .only',
    check: 'unit',
    files: {
      'shared/src/planted-only.test.ts':
        "import { test } from 'vitest';\ntest.only('alone', () => undefined);\n",
    },
    expected: 'only',
  },
  {
    kind: 'a rule that leans on the time zone',
    check: 'unit:elsewhere',
    files: {
      'shared/src/planted-zone.test.ts':
        "import { expect, test } from 'vitest';\ntest('the hour is that of Vietnam', () => {\n  expect(new Date(Date.UTC(2026, 0, 1)).getHours()).toBe(7);\n});\n",
    },
    expected: 'Vietnam',
  },
];

export const breaches = [...lintBreaches, ...arrowBreaches, ...otherBreaches];
