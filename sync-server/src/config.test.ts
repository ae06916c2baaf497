import { describe, expect, it } from 'vitest';
import { describeConfig, readConfig } from './config.ts';

describe('the configuration', () => {
  it('starts without any variable, with keys beside and not inside the data', () => {
    const config = readConfig({}, '/srv/go-cua');
    expect(config).toMatchObject({
      ok: true,
      value: { dataDir: '/srv/go-cua/data', keysDir: '/srv/go-cua/keys', port: 8300 },
    });
  });

  it('names every wrong variable at once, with what it should look like', () => {
    const config = readConfig(
      { PORT: 'http', BACKUP_INTERVAL: 'often', PORTAL_CLASS: 'Z', PORTAL_URL: 'portal' },
      '/srv',
    );
    expect(config.ok).toBe(false);
    if (config.ok) return;
    expect(config.error.map((fault) => fault.variable)).toEqual([
      'BACKUP_INTERVAL',
      'PORT',
      'PORTAL_URL',
      'PORTAL_CLASS',
    ]);
  });

  it('refuses keys inside the data folder, where one copied folder would hold both', () => {
    const config = readConfig({ DATA_DIR: '/srv/data', KEYS_DIR: '/srv/data/keys' }, '/srv');
    expect(config).toMatchObject({ ok: false, error: [{ variable: 'KEYS_DIR' }] });
  });

  it('refuses a portal address that carries a password, and prints none', () => {
    expect(readConfig({ PORTAL_URL: 'https://a:b@portal.vn' }, '/srv').ok).toBe(false);
    const config = readConfig({ PORTAL_URL: 'https://portal.vn/path' }, '/srv');
    expect(config.ok && describeConfig(config.value)).toContain('portal    https://portal.vn\n');
  });

  it('believes no proxy about who is asking, unless one is named by its address', () => {
    expect(readConfig({}, '/srv')).toMatchObject({ ok: true, value: { trustedProxies: [] } });
    const named = readConfig({ TRUSTED_PROXY: '127.0.0.1, ::1' }, '/srv');
    expect(named).toMatchObject({ ok: true, value: { trustedProxies: ['127.0.0.1', '::1'] } });
    const everybody = readConfig({ TRUSTED_PROXY: '*' }, '/srv');
    expect(everybody).toMatchObject({ ok: false, error: [{ variable: 'TRUSTED_PROXY' }] });
  });

  it('reads durations in seconds, minutes, hours and days', () => {
    const config = readConfig({ BACKUP_INTERVAL: '90s', PORTAL_WINDOW: '2h' }, '/srv');
    expect(config).toMatchObject({
      ok: true,
      value: { backupIntervalMs: 90_000, portalWindowMs: 7_200_000 },
    });
  });
});
