import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { startPortalTwin } from '../../../fixtures/portal-twin/server.ts';
import { askPortal } from './portal-line.ts';
import { runForwarder } from './run-forwarder.ts';

it('goes on with the server when its beginning fails, and begins again before it carries anything', async () => {
  const told: string[] = [];
  let carried = (): void => undefined;
  const hasCarried = new Promise<void>((resolve) => (carried = resolve));
  const forwarder = {
    async restart() {
      told.push('restart');
      if (told.length === 1) throw new Error('the list of rows cannot be read');
    },
    async runOnce() {
      told.push('carry');
      carried();
    },
  };
  const log: string[] = [];
  const running = runForwarder(forwarder, new AbortController(), (text) => log.push(text));
  await hasCarried;
  await running.stop();
  expect(told).toEqual(['restart', 'restart', 'carry']);
  expect(log).toEqual(['forwarder: Error: the list of rows cannot be read']);
}, 30_000);

it('leaves nothing behind on the signal that lives as long as the server, however often it pauses and asks', async () => {
  const stopping = new AbortController();
  const twin = await startPortalTwin();
  const line = { origin: twin.url, timeoutMs: 5_000, stop: stopping.signal };
  let rounds = 0;
  let thirdRound = (): void => undefined;
  const third = new Promise<void>((resolve) => (thirdRound = resolve));
  const forwarder = {
    restart: async () => {},
    async runOnce() {
      expect(await askPortal(line, { method: 'GET', path: '/packs/-' })).toMatchObject({ status: 404 });
      rounds += 1;
      if (rounds === 3) thirdRound();
    },
  };
  const log: string[] = [];
  const running = runForwarder(forwarder, stopping, (text) => log.push(text));
  await third;
  expect(getEventListeners(stopping.signal, 'abort').length).toBeLessThanOrEqual(1);
  await running.stop();
  await twin.close();
  expect(getEventListeners(stopping.signal, 'abort')).toHaveLength(0);
  expect(log).toEqual([]);
}, 30_000);
