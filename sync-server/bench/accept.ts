/** What one saved item costs the server, against the bare floor (open, inflate, parse, insert) in the same run. Prints JSON. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { findDictionary } from '#data/dictionary';
import type { Run } from '#shared/contracts/sync';
import { itemBinding } from '#shared/model/envelope';
import type { FixtureDevice } from '../../fixtures/devices/make-device.ts';
import { type FixtureServer, makeServer } from '../../fixtures/devices/make-server.ts';
import { decrypt } from '../src/protection/cipher.ts';
import { findContentKey } from '../src/protection/hpke.ts';
import { answerSync } from '../src/services/answer-sync.ts';
import { verifySignedRequest } from '../src/services/verify-signed-request.ts';
import { makeDraft } from './make-drafts.ts';

const { values } = parseArgs({
  options: { batches: { type: 'string', default: '40' }, size: { type: 'string', default: '64' } },
});
const batches = Number(values.batches);
const size = Number(values.size);

interface Costs {
  readonly floor: number[];
  readonly ours: number[];
  cpuMicros: number;
}

const server = await makeServer();
const commune = await server.makeCommune();
const phone = await server.enrol(commune.n);
const floor = openFloor(server);
const drafts = Array.from({ length: batches * size }, (_, number) => makeDraft(number));
for (const draft of drafts) phone.save(draft.create);
const createLast = phone.queue.length;
for (const draft of drafts) phone.save(draft.patch);

await phone.sync();
const create = await measure(1, createLast);
const patch = await measure(createLast + 1, phone.queue.length);
console.log(JSON.stringify({ batches, size, create: describe(create), patch: describe(patch) }, null, 2));
floor.close();
server.close();

/** Floor and product take turns on the same batch, so that whatever else the machine does meets both. */
async function measure(from: number, to: number): Promise<Costs> {
  const costs: Costs = { floor: [], ours: [], cpuMicros: 0 };
  for (let at = from; at <= to; at += size) {
    const run = phone.makeRun(at, Math.min(at + size - 1, to));
    const { body } = phone.makeSyncBody({ runs: [run] });
    costs.floor.push(time(() => floor.take(run)) / run.items.length);
    const cpu = process.cpuUsage();
    const started = process.hrtime.bigint();
    await accept(server, phone, body);
    costs.ours.push(Number(process.hrtime.bigint() - started) / 1_000 / run.items.length);
    const used = process.cpuUsage(cpu);
    costs.cpuMicros += used.user + used.system;
  }
  return costs;
}

async function accept(parts: FixtureServer, device: FixtureDevice, body: Uint8Array): Promise<void> {
  const caller = await verifySignedRequest(parts, { bytes: body, route: 'POST /api/sync' });
  if (!caller.ok) throw new Error(caller.error.error);
  const answered = await answerSync(parts, caller.value);
  if (!answered.ok) throw new Error(answered.error.error);
  device.nonce = parts.nonces.issue(device.id);
}

function openFloor(parts: FixtureServer) {
  const path = join(parts.folders.root, 'floor.sqlite');
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE item (n INTEGER PRIMARY KEY, seq INTEGER, body BLOB)');
  const insert = db.prepare('INSERT INTO item (seq, body) VALUES (?, ?)');
  const takeAll = db.transaction((run: Run, contentKey: Uint8Array) => {
    for (const [at, item] of run.items.entries()) {
      const packed = decrypt(contentKey, item.sealed, itemBinding({ ...item, device: run.device }));
      const dictionary = findDictionary(item.dictVersion);
      const text = packed && dictionary ? inflateRawSync(packed, { dictionary }) : packed;
      JSON.parse(text?.toString('utf8') ?? '');
      insert.run(run.from + at, text);
    }
  });
  return {
    take(run: Run): void {
      const key = parts.keys.findSealingKey(run.items[0]?.keyId ?? 0);
      const contentKey = key && findContentKey(key, run.encapsulations[0] ?? new Uint8Array());
      if (!contentKey) throw new Error('The run cannot be opened.');
      takeAll(run, contentKey);
    },
    close(): void {
      db.close();
      rmSync(path);
    },
  };
}

function time(work: () => void): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1_000;
}

/** Microseconds per item: median, best and worst batch; ratios of medians, of bests, and the median of ratios. */
function describe(costs: Costs): Record<string, unknown> {
  const items = batches * size;
  const ratios = costs.ours.map((ours, at) => ours / (costs.floor[at] ?? ours));
  const spread = (of: readonly number[]): Record<string, number> => ({
    median: round(quantile(of, 0.5)),
    best: round(quantile(of, 0)),
    worst: round(quantile(of, 1)),
  });
  return {
    floorMicros: spread(costs.floor),
    oursMicros: spread(costs.ours),
    ratio: spread(ratios),
    ratioOfBest: round(quantile(costs.ours, 0) / quantile(costs.floor, 0)),
    itemsPerCpuSecond: Math.round((items / costs.cpuMicros) * 1_000_000),
  };
}

function quantile(of: readonly number[], share: number): number {
  const sorted = [...of].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
