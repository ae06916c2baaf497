/** What the arrows must catch: an import that goes the wrong way, and the rule that names it. */
import { OPENING } from './planted-text.mjs';

const arrow = (kind, path, [target, expected]) => ({
  kind,
  check: 'arrows',
  files: { [path]: `${OPENING}import '${target}';\n` },
  expected,
});

export const arrowBreaches = [
  arrow('the client imports the server', 'client/src/custody/planted-server.ts', [
    '../../../sync-server/src/planted-store.ts',
    'client-never-sees-the-server',
  ]),
  arrow('the server imports the client', 'sync-server/src/services/planted-client.ts', [
    '../../../client/src/custody/planted-target.ts',
    'the-server-never-sees-the-client',
  ]),
  arrow('shared imports the client', 'shared/src/rules/planted-client.ts', [
    '../../../client/src/custody/planted-target.ts',
    'shared-knows-no-house',
  ]),
  arrow('Dexie outside storage', 'client/src/custody/planted-dexie.ts', ['dexie', 'only-there-dexie']),
  arrow('SQLite outside storage', 'sync-server/src/services/planted-sqlite.ts', [
    'better-sqlite3',
    'only-there-better-sqlite3',
  ]),
  arrow('Hono below the routes', 'sync-server/src/services/planted-hono.ts', ['hono', 'only-there-hono']),
  arrow('React in custody', 'client/src/custody/planted-react.ts', ['react', 'no-react-below-features']),
  {
    kind: 'React by its type only',
    check: 'arrows',
    files: { 'client/src/vault/planted-react-type.ts': `${OPENING}import type {} from 'react';\n` },
    expected: 'no-react-below-features',
  },
  arrow('a feature imports another', 'client/src/features/planted/planted-neighbour.ts', [
    '../planted-other/planted-part.ts',
    'feature-to-feature',
  ]),
  arrow('a feature imports the app', 'client/src/features/planted/planted-upward.ts', [
    '../../app/planted-app.ts',
    'arrow-client-features',
  ]),
  arrow('storage imports custody', 'client/src/storage/planted-upward.ts', [
    '../custody/planted-target.ts',
    'arrow-client-storage',
  ]),
  arrow('a feature starts the service worker', 'client/src/features/planted/planted-worker.ts', [
    '../../pwa/planted-register.ts',
    'only-main-and-app-start-the-worker',
  ]),
  arrow('the vault learns a domain word', 'client/src/vault/planted-domain.ts', [
    '#shared/rules/planted-target',
    'no-domain-word-in-vault',
  ]),
  arrow('the routes import the middleware', 'sync-server/src/routes/planted-route.ts', [
    '../middleware/planted-guard.ts',
    'arrow-syncserver-routes',
  ]),
  arrow('the server storage imports a service', 'sync-server/src/storage/planted-upward.ts', [
    '../services/planted-decision.ts',
    'arrow-syncserver-storage',
  ]),
  arrow('the model imports a rule', 'shared/src/model/planted-rule.ts', [
    '../rules/planted-target.ts',
    'arrow-shared-model',
  ]),
  arrow('the rules import custody', 'shared/src/rules/planted-custody.ts', [
    '../custody/planted-core.ts',
    'arrow-shared-rules',
  ]),
  arrow('shared uses Node', 'shared/src/rules/planted-node.ts', ['node:fs', 'shared-uses-zod-and-cbor-only']),
  arrow('shared uses another package', 'shared/src/rules/planted-package.ts', [
    'dexie',
    'shared-uses-zod-and-cbor-only',
  ]),
  arrow('the product imports the simulator', 'client/src/custody/planted-simulator.ts', [
    '#simulation/planted-run',
    'simulation-serves-shared-alone',
  ]),
  arrow('the server plays the portal', 'sync-server/src/services/planted-twin.ts', [
    '#shared/portal/planted-step',
    'only-practice-plays-the-portal',
  ]),
  arrow('the product imports fixtures', 'client/src/custody/planted-fixture.ts', [
    '../../../fixtures/planted-set.ts',
    'production-never-imports-tests',
  ]),
  arrow('the product imports a test', 'client/src/custody/planted-test-import.ts', [
    './planted.test.ts',
    'production-never-imports-tests',
  ]),
  arrow('the product uses a test tool', 'sync-server/src/services/planted-tool.ts', [
    'fast-check',
    'production-never-uses-test-tools',
  ]),
  arrow('an import of nothing', 'client/src/custody/planted-nothing.ts', [
    './planted-absent.ts',
    'every-import-is-there',
  ]),
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
export const targets = Object.fromEntries(
  [
    'client/src/custody/planted-target.ts',
    'sync-server/src/planted-store.ts',
    'client/src/features/planted-other/planted-part.ts',
    'client/src/app/planted-app.ts',
    'client/src/pwa/planted-register.ts',
    'shared/src/rules/planted-target.ts',
    'shared/src/custody/planted-core.ts',
    'shared/simulation/planted-run.ts',
    'shared/src/portal/planted-step.ts',
    'sync-server/src/middleware/planted-guard.ts',
    'sync-server/src/services/planted-decision.ts',
    'fixtures/planted-set.ts',
    'client/src/custody/planted.test.ts',
  ].map((path) => [path, `${OPENING}export const planted = 1;\n`]),
);
