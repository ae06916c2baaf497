/** The environment, read once and checked: every fault is named with its variable and the way out. Opens nothing. */
import { isIP } from 'node:net';
import { resolve, sep } from 'node:path';
import { err, ok, type Result } from '#shared/result';
import type { PortalClass } from '#shared/custody/forwarder-types';

export interface Config {
  readonly dataDir: string;
  readonly keysDir: string;
  /** Null: no backup is made, and the office shows amber. */
  readonly backupDir: string | null;
  readonly backupIntervalMs: number;
  readonly port: number;
  readonly host: string;
  /** Exact host names that requests may carry, without ports. */
  readonly publicHosts: readonly string[];
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly portalUrl: string | null;
  readonly portalClass: PortalClass;
  readonly portalWindowMs: number;
  /** How often a pack that stands at the portal is looked at. */
  readonly portalPollMs: number;
  readonly portalDailyCap: number;
  readonly staticDir: string;
  readonly leaseDays: number;
  /** The paper by which the commune and its post office have agreed; null: nothing is sent by post. */
  readonly postAgreement: string | null;
}

export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOCAL_HOSTS = [
  'localhost',
  '127.0.0.1',
  '[::1]',
  'volunteer.localhost',
  'officer.localhost',
  'head.localhost',
];

export function readConfig(env: Environment, root: string): Result<Config, readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  const config: Config = {
    dataDir: resolve(root, env['DATA_DIR'] ?? 'data'),
    keysDir: resolve(root, env['KEYS_DIR'] ?? 'keys'),
    backupDir: env['BACKUP_DIR'] ? resolve(root, env['BACKUP_DIR']) : null,
    backupIntervalMs: readDuration(env, { name: 'BACKUP_INTERVAL', fallback: '15m', min: 10_000 }, faults),
    port: readWhole(env, { name: 'PORT', fallback: 8300, min: 0, max: 65_535 }, faults),
    host: env['HOST'] ?? '::',
    publicHosts: [...LOCAL_HOSTS, ...readHosts(env, faults)],
    trustedProxies: readProxies(env, faults),
    portalUrl: readOrigin(env, faults),
    portalClass: readClass(env, faults),
    portalWindowMs: readDuration(env, { name: 'PORTAL_WINDOW', fallback: '1h', min: 0 }, faults),
    portalPollMs: readDuration(env, { name: 'PORTAL_POLL', fallback: '5m', min: 1_000 }, faults),
    portalDailyCap: readWhole(
      env,
      { name: 'PORTAL_DAILY_CAP', fallback: 2_000, min: 1, max: 1_000_000 },
      faults,
    ),
    staticDir: resolve(root, 'dist/client'),
    leaseDays: readWhole(env, { name: 'LEASE_DAYS', fallback: 45, min: 3, max: 365 }, faults),
    postAgreement: readAgreement(env, faults),
  };
  if (isInside(config.keysDir, config.dataDir))
    faults.push({
      variable: 'KEYS_DIR',
      message: 'KEYS_DIR must lie outside DATA_DIR: a copied data folder would carry its own keys.',
    });
  return faults.length > 0 ? err(faults) : ok(config);
}

/** What is printed at start; there is no secret in a configuration, and none may come in. */
export function describeConfig(config: Config): string {
  const backup = config.backupDir ?? 'none: set BACKUP_DIR to a folder on another disk';
  return [
    `data      ${config.dataDir}`,
    `keys      ${config.keysDir}`,
    `backup    ${backup}${config.backupDir ? ` every ${Math.round(config.backupIntervalMs / 1000)} s` : ''}`,
    `portal    ${config.portalUrl ?? 'none: dossiers wait for the citizen or the desk'}`,
    `hosts     ${config.publicHosts.join(', ')}`,
  ].join('\n');
}

function isInside(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

interface WholeRule {
  readonly name: string;
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

function readWhole(env: Environment, rule: WholeRule, faults: ConfigFault[]): number {
  const text = env[rule.name];
  if (text === undefined || text === '') return rule.fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= rule.min && value <= rule.max) return value;
  faults.push({
    variable: rule.name,
    message: `${rule.name} must be a whole number from ${rule.min} to ${rule.max}, not "${text}".`,
  });
  return rule.fallback;
}

interface DurationRule {
  readonly name: string;
  readonly fallback: string;
  readonly min: number;
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function readDuration(env: Environment, rule: DurationRule, faults: ConfigFault[]): number {
  const text = env[rule.name] || rule.fallback;
  const [, digits, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const value = Number(digits) * (UNITS[unit ?? ''] ?? Number.NaN);
  if (value >= rule.min) return value;
  faults.push({
    variable: rule.name,
    message: `${rule.name} must look like 30s, 15m, 2h or 1d, not "${text}".`,
  });
  return rule.min;
}

function readHosts(env: Environment, faults: ConfigFault[]): string[] {
  const hosts = (env['PUBLIC_HOSTS'] ?? '').split(',').map((host) => host.trim().toLowerCase());
  const named = hosts.filter((host) => host !== '');
  const wrong = named.find((host) => !/^[a-z0-9.-]+$/.test(host));
  if (wrong !== undefined)
    faults.push({
      variable: 'PUBLIC_HOSTS',
      message: `PUBLIC_HOSTS lists bare names such as gocua.example.vn, not "${wrong}".`,
    });
  return named;
}

function readProxies(env: Environment, faults: ConfigFault[]): string[] {
  const addresses = (env['TRUSTED_PROXY'] ?? '').split(',').map((address) => address.trim().toLowerCase());
  const named = addresses.filter((address) => address !== '');
  const wrong = named.find((address) => isIP(address) === 0);
  if (wrong !== undefined)
    faults.push({
      variable: 'TRUSTED_PROXY',
      message: `TRUSTED_PROXY is the address of your own proxy, such as 127.0.0.1, not "${wrong}".`,
    });
  return named;
}

function readOrigin(env: Environment, faults: ConfigFault[]): string | null {
  const text = env['PORTAL_URL'];
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
  if (plain) return url.origin;
  faults.push({
    variable: 'PORTAL_URL',
    message: 'PORTAL_URL must be an address such as https://portal.example.vn, without a password in it.',
  });
  return null;
}

const LONGEST_AGREEMENT = 120;

function readAgreement(env: Environment, faults: ConfigFault[]): string | null {
  const text = (env['POST_AGREEMENT'] ?? '').trim();
  if (text === '') return null;
  if (text.length <= LONGEST_AGREEMENT) return text;
  faults.push({
    variable: 'POST_AGREEMENT',
    message: `POST_AGREEMENT names the agreement with the post office in at most ${LONGEST_AGREEMENT} letters: number and day.`,
  });
  return null;
}

function readClass(env: Environment, faults: ConfigFault[]): PortalClass {
  const text = env['PORTAL_CLASS'] ?? 'B';
  if (text === 'A' || text === 'B' || text === 'C' || text === 'D') return text;
  faults.push({
    variable: 'PORTAL_CLASS',
    message: `PORTAL_CLASS is A, B, C or D (what the portal lets us ask), not "${text}".`,
  });
  return 'B';
}
