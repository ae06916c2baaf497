import { beforeEach, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Answer, Asked, Said } from './practice-messages.ts';
import { openLine, type PracticeLine, type Weather } from './practice-line.ts';

const NAMES = { commune: '', province: '', hamlet: '', member: '', team: '' };
const posting = { method: 'POST', path: '/api/sync', body: Uint8Array.of(1) } as const;
const reply = { status: 200, bytes: Uint8Array.of(2) };

/** A port in place of the browser's worker: what the worker does is tested where it is done. */
class Port {
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly heard: Asked[] = [];
  isDead = false;

  postMessage(asked: Asked): void {
    this.heard.push(asked);
    if (this.isDead) return void queueMicrotask(() => this.onerror?.());
    queueMicrotask(() => this.onmessage?.({ data: { id: asked.id, said: this.answer(asked) } }));
  }

  answer({ ask }: Asked): Said {
    if (ask.type === 'open') return { type: 'opened' };
    return ask.type === 'post' ? { type: 'reply', reply } : { type: 'records', records: [] };
  }
}

let port: Port;
let line: PracticeLine;
let kept: Weather[];

beforeEach(async () => {
  port = new Port();
  kept = [];
  const worker = port as unknown as Worker;
  const keepWeather = (weather: Weather) => void kept.push(weather);
  line = await openLine({ worker, key: new Uint8Array(32), names: NAMES, weather: 'good', keepWeather });
});

const countPosts = () => port.heard.filter(({ ask }) => ask.type === 'post').length;

it('carries in good weather', async () => {
  expect(await line.post(posting)).toEqual({ ok: true, value: reply });
});

it('reaches nobody without signal', async () => {
  line.setWeather('none');
  expect(await line.post(posting)).toEqual({ ok: false, error: 'unreachable' });
  expect(countPosts()).toBe(0);
});

it('that drops midway is heard at the other end, and loses the answer', async () => {
  line.setWeather('dropsMidway');
  expect(await line.post(posting)).toEqual({ ok: false, error: 'unreachable' });
  expect(countPosts()).toBe(1);
});

it('tells its weather to whoever listens, and has it kept', () => {
  let told = 0;
  const stop = line.subscribe(() => (told += 1));
  line.setWeather('none');
  stop();
  line.setWeather('good');
  expect([told, kept, line.getWeather()]).toEqual([1, ['none', 'good'], 'good']);
});

it('plays the citizen and the one-stop in any weather: both are elsewhere', async () => {
  line.setWeather('none');
  const dossier = 'd' as RecordId;
  await line.playCitizen(dossier);
  expect(port.heard.at(-1)?.ask).toEqual({ type: 'playCitizen', dossier });
  await line.playOffice(dossier);
  expect(port.heard.at(-1)?.ask).toEqual({ type: 'playOffice', dossier });
});

it('has no answer once its worker is gone', async () => {
  port.isDead = true;
  expect(await line.post(posting)).toEqual({ ok: false, error: 'unreachable' });
  expect(await line.listReceived()).toEqual([]);
});
