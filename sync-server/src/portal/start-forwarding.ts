/** Builds the forwarder that a deployment's configuration asks for, and sets it going. */
import type { Deployment } from '../services/open-deployment.ts';
import { createForwarder } from './forwarder.ts';
import { type PortalPatience, toBreakerSettings, toForwardSettings } from './forward-settings.ts';
import { createHttpPackConnector } from './http-pack-connector.ts';
import { type RunningForwarder, runForwarder } from './run-forwarder.ts';

export interface ForwardingParts {
  readonly config: PortalPatience & { readonly portalUrl: string | null };
  readonly deployment: Deployment;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

const TIMEOUT_MS = 10_000;
/** Lodged dossiers are looked at less often than packs that wait. */
const STATUS_TO_POLL = 6;

export function startForwarding({ config, deployment, now, log }: ForwardingParts): RunningForwarder {
  const stopping = new AbortController();
  const { portalUrl: origin, portalClass } = config;
  const line = { timeoutMs: TIMEOUT_MS, stop: stopping.signal, portalClass };
  const forwarder = createForwarder({
    ...deployment,
    connector: origin === null ? null : createHttpPackConnector({ ...line, origin }),
    settings: toForwardSettings(config),
    breaker: toBreakerSettings(config),
    statusEvery: STATUS_TO_POLL * config.portalPollMs,
    now,
    random: Math.random,
    log,
    isStopping: () => stopping.signal.aborted,
  });
  return runForwarder(forwarder, stopping, log);
}
