/** Composes one running server from its configuration, and ends it cleanly. Prints nothing and reads no environment. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { REQUEST_NONCE_BYTES } from '#shared/contracts/sync';
import { findDictionary } from '#data/dictionary';
import { bytesToBase64Url } from '#shared/ids';
import { ok, type Result } from '#shared/result';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { listen, type ListenFault } from './middleware/listen.ts';
import type { AdministrationDeps } from './routes/administration.ts';
import { createRoutes } from './routes/create-routes.ts';
import { startForwarding } from './portal/start-forwarding.ts';
import { appendAudit } from './services/audit.ts';
import { describeBackup, startBackups } from './services/backup.ts';
import { noteDecision } from './services/decisions.ts';
import { createTryLimiters } from './services/enrol-device.ts';
import { createNonceBook } from './services/nonce-book.ts';
import type { Deployment } from './services/open-deployment.ts';

export interface ServerParts {
  readonly config: Config;
  readonly deployment: Deployment;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly port: number;
  /** What a terminal beside the server may do. */
  readonly administration: AdministrationDeps;
  /** Answers under way are finished, and the store is left as one file. */
  close(): Promise<void>;
}

export async function startServer(parts: ServerParts): Promise<Result<RunningServer, ListenFault>> {
  const { config, deployment, log } = parts;
  const nonces = createNonceBook(() => randomBytes(REQUEST_NONCE_BYTES));
  const deps = { ...deployment, now: parts.now, nonces, findDictionary };
  const administration = createAdministration(parts);
  const incarnation = bytesToBase64Url(deployment.incarnation.id);
  const routes = createRoutes({
    ...{ health: deps, sync: deps, attachments: deps, review: deps, administration },
    enrolment: { ...deps, limiters: createTryLimiters(), incarnation },
    self: { ...deps, leaseDays: config.leaseDays, postAgreement: config.postAgreement },
  });
  const staticDir = existsSync(config.staticDir) ? config.staticDir : null;
  const app = buildApp({
    ...deps,
    routes,
    hosts: config.publicHosts,
    trustedProxies: config.trustedProxies,
    staticDir,
    log,
  });
  const listening = await listen(app.fetch, config);
  if (!listening.ok) return listening;
  const forwarding = startForwarding(parts);
  const stopBackups = startBackupRounds(parts);
  return ok({
    port: listening.value.port,
    administration,
    async close() {
      await listening.value.close();
      await forwarding.stop();
      await stopBackups();
      await deployment.store.checkpoint();
      deployment.store.close();
    },
  });
}

function startBackupRounds({ config, deployment, now, log }: ServerParts): () => Promise<void> {
  const { backupDir, backupIntervalMs: everyMs } = config;
  if (backupDir === null) return async () => {};
  return startBackups({ ...deployment, ...config, backupDir, now }, { everyMs, log });
}

/** What the office may do; also for a terminal beside a server that runs elsewhere. */
export function createAdministration({ deployment, now, config }: ServerParts): AdministrationDeps {
  return {
    ...deployment,
    now,
    findDictionary,
    readBackup: () => describeBackup(deployment.store, config, now()),
    noteDecision: (decision) => noteDecision(config.dataDir, decision),
    recordAudit: (entry) => appendAudit({ ...deployment, now }, entry),
  };
}
