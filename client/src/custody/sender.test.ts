import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import {
  type AnsweringServer,
  createAnsweringServer,
  type DeviceKeys,
} from '../../e2e/rig/answering-server.ts';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  openRigWork,
  type RigKeys,
  rigRecord,
  type RigTab,
  type RigVault,
  waitUntil,
} from '../../e2e/rig/device-rig.ts';
import { answerRig } from '../../e2e/rig/sending-rig.ts';
import { createRigWork } from '../../e2e/rig/work-rig.ts';
import { NGUYEN, readTransport, typeNguyen } from '../../e2e/rig/person-rig.ts';

const YEAR = 365 * 86_400_000;
const collection = 'citizen';
let rig: RigVault;
let server: AnsweringServer;
let keys: RigKeys;
let known: DeviceKeys;
let name = '';
let tab: RigTab;

beforeAll(async () => {
  rig = await createRigVault();
});

beforeEach(async () => {
  name = await createRigDatabase();
  ({ server, keys, known } = await answerRig(rig));
  tab = await openRigTab(name, rig.vault, keys);
});

const custody = (): string => readTransport(tab);

async function writeAndQueue(patch: Record<string, string> = { fullName: 'Lò' }): Promise<void> {
  typeNguyen(tab, patch);
  await tab.drafts.finishAll();
}

const purse = (): string | null => localStorage.getItem(`go-cua.nonce.${name}`);
const isIdle = (): boolean => !tab.runner.isSending;
/** The question at start is answered; what follows is the test's own. */
async function settle(): Promise<void> {
  await waitUntil(() => {
    tab.clock.advance(1);
    return server.requests.length > 0 && isIdle() && purse() !== null;
  });
}

describe('sending', () => {
  it('brings a finished record to the server and keeps the signed receipt', async () => {
    await settle();
    await writeAndQueue();
    expect(custody()).toBe('onDevice');
    await tab.work.sender.sendNow();
    await waitUntil(() => custody() === 'atServer');
    const receipt = await tab.connection.run((db) => db.receipts.toArray());
    expect(receipt.ok && receipt.value.map((one) => one.upTo)).toEqual([1]);
    expect(server.requests.at(-1)?.key).toBe('read');
  });

  it('happens by itself five seconds after something was queued', async () => {
    await settle();
    await writeAndQueue();
    tab.clock.advance(4_999);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(custody()).toBe('onDevice');
    tab.clock.advance(1);
    await waitUntil(() => custody() === 'atServer');
  });

  it('queues what is still being typed before it sends', async () => {
    await settle();
    typeNguyen(tab, { fullName: 'Lò' });
    await tab.work.sender.sendNow();
    await waitUntil(() => custody() === 'atServer' && tab.runner.disk.head.seq === 1);
  });

  it('asks again by itself with the fresh nonce when the one it had is stale', async () => {
    await settle();
    localStorage.setItem(`go-cua.nonce.${name}`, 'AAAAAAAAAAE');
    await writeAndQueue();
    await tab.work.sender.sendNow();
    await waitUntil(() => {
      tab.clock.advance(10);
      return custody() === 'atServer';
    });
  });
});

describe('the time that a signed answer tells', () => {
  it('puts a wrong clock right for what is counted, and leaves it as it is for what is written', async () => {
    await settle();
    tab.clock.setWallBy(-50 * YEAR);
    await tab.work.sender.sendNow();
    const work = createRigWork(tab);
    await waitUntil(() => work.communeNow() !== work.now());
    expect(getVietnamDay(work.communeNow())).toBe(getVietnamDay(tab.clock.wall() + 50 * YEAR));
    expect(work.now()).toBe(tab.clock.wall());
  });
});

describe('what is not our server’s answer', () => {
  const isRefused = (): boolean => tab.work.sender.getSnapshot().lastFault === 'notOurAnswer';

  it('a café’s log-in page acknowledges nothing', async () => {
    await settle();
    await writeAndQueue();
    server.instead = () => new Response('<html>Welcome to Free WiFi</html>', { status: 200 });
    await tab.work.sender.sendNow();
    await waitUntil(isRefused);
    expect(custody()).toBe('onDevice');
    server.instead = undefined;
    await tab.work.sender.sendNow();
    await waitUntil(() => {
      tab.clock.advance(10);
      return custody() === 'atServer';
    });
  });

  it('nor does an answer signed by somebody else', async () => {
    await settle();
    const stranger = await createAnsweringServer(known);
    globalThis.fetch = stranger.fetch;
    await writeAndQueue();
    await tab.work.sender.sendNow();
    await waitUntil(() => {
      tab.clock.advance(10);
      return isRefused();
    });
    expect(custody()).toBe('onDevice');
  });

  it('and a receipt over another history stops sending until a person decides', async () => {
    await settle();
    server.wrongHead = true;
    await writeAndQueue();
    await tab.work.sender.sendNow();
    await waitUntil(() => tab.runner.disk.forked);
    expect(custody()).toBe('onDevice');
  });
});

describe('the nonce of an answer', () => {
  const refusal = { seq: 1, code: 'fieldInvalid', field: 'sha256' } as const;

  it('is used only once what the answer says is on the disk: what is told once is not lost with its page', async () => {
    await settle();
    await writeAndQueue();
    let release = (): void => undefined;
    const gate = new Promise<void>((open) => (release = open));
    globalThis.fetch = async (...input) => {
      const reply = await server.fetch(...input);
      await gate;
      return reply;
    };
    server.next = { setAside: [refusal] };
    const asked = server.requests.length;
    await tab.work.sender.sendNow();
    await waitUntil(() => server.requests.length > asked);
    tab.work.stop();
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(purse()).toBeNull();
    expect(tab.runner.disk.setAside).toEqual([]);
  });

  it('is thrown away when the disk refuses what was told', async () => {
    await settle();
    await writeAndQueue();
    await tab.work.sender.sendNow();
    await waitUntil(() => custody() === 'atServer' && purse() !== null);
    const run = tab.connection.run.bind(tab.connection);
    Object.assign(tab.connection, { run: () => Promise.resolve({ ok: false, error: 'quota' }) });
    server.next = { setAside: [refusal] };
    await tab.work.sender.sendNow();
    await waitUntil(() => isIdle() && !tab.work.sender.getSnapshot().isSending);
    expect(purse()).toBeNull();
    Object.assign(tab.connection, { run });
    server.next = { setAside: [refusal] };
    await tab.work.sender.sendNow();
    await waitUntil(() => {
      tab.clock.advance(1_000);
      return tab.runner.disk.setAside.length === 1 && purse() !== null;
    });
  });
});

it('goes on sending after a fault of the vault under a request', async () => {
  let isFaulty = false;
  const { signRead } = rig.vault;
  const fault = (): Promise<never> => Promise.reject(new RangeError('no memory'));
  const flaky = {
    ...rig.vault,
    signRead: (input: { readonly bytes: Uint8Array }) => (isFaulty ? fault() : signRead(input)),
  };
  tab = await openRigTab(name, flaky, keys);
  await settle();
  await writeAndQueue();
  isFaulty = true;
  await tab.work.sender.sendNow();
  await waitUntil(() => tab.work.sender.getSnapshot().lastFault === 'unreachable');
  isFaulty = false;
  await tab.work.sender.sendNow();
  await waitUntil(() => {
    tab.clock.advance(10);
    return custody() === 'atServer';
  });
});

describe('a locked phone', () => {
  it('sends with its send key, lets anybody carry the run, and asks for no change', async () => {
    await settle();
    await writeAndQueue();
    tab.work.stop();
    tab.connection.close();
    const asked = server.requests.length;
    const locked = await openRigWork(name, undefined, keys);
    await waitUntil(() => {
      locked.clock.advance(1);
      return locked.work.runner.disk.acked === 1;
    });
    const sent = server.requests.slice(asked).find(({ request }) => request.runs.length > 0);
    expect(sent?.key).toBe('send');
    expect(sent?.request.cursor).toBeUndefined();
    expect(sent?.request.runs[0]?.signature).toHaveLength(64);
  });
});

describe('changes of colleagues', () => {
  it('are in memory and encrypted on the device in one step with the cursor', async () => {
    await settle();
    const change = {
      seq: 5,
      collection,
      record: rigRecord(50),
      kind: 'granted',
      fields: { fullName: 'Vàng' },
    } as const;
    server.next = { changes: [change], cursor: { incarnation: server.incarnation, seq: 5 } };
    await tab.work.sender.sendNow();
    await waitUntil(() => tab.store.findRecord(rigRecord(50)) !== undefined);
    expect(tab.runner.disk.cursor).toBe(5);
    const again = await openRigTab(name, rig.vault, keys);
    expect(again.store.findRecord(rigRecord(50))?.values).toEqual({ fullName: 'Vàng' });
    const rows = await tab.connection.run((db) => db.pulled.toArray());
    expect(rows.ok && new TextDecoder().decode(rows.value[0]?.cipher)).not.toContain('Vàng');
  });

  it('do not cover what is being typed here', async () => {
    await settle();
    typeNguyen(tab, { fullName: 'Lò' });
    const change = {
      seq: 6,
      collection,
      record: NGUYEN,
      kind: 'state',
      fields: { fullName: 'Lừ', phone: '09' },
    } as const;
    server.next = { changes: [change], cursor: { incarnation: server.incarnation, seq: 6 } };
    tab.runner.dispatch({ type: 'sendAsked', now: 0, unlocked: true, poll: true, lineBytes: 0 });
    await waitUntil(() => tab.runner.disk.cursor === 6);
    expect(tab.store.findRecord(NGUYEN)?.values).toEqual({ fullName: 'Lò', phone: '09' });
  });

  it('take a record away that may no longer be seen', async () => {
    await settle();
    const record = rigRecord(51);
    const change = { seq: 5, collection, record, kind: 'granted', fields: { fullName: 'Vàng' } } as const;
    server.next = { changes: [change], cursor: { incarnation: server.incarnation, seq: 5 } };
    await tab.work.sender.sendNow();
    await waitUntil(() => tab.store.findRecord(record) !== undefined && purse() !== null);
    const gone = { seq: 6, collection, record, kind: 'withdrawn', fields: {} } as const;
    server.next = { changes: [gone], cursor: { incarnation: server.incarnation, seq: 6 } };
    await tab.work.sender.sendNow();
    await waitUntil(() => tab.store.findRecord(record) === undefined);
    expect(await tab.connection.run((db) => db.pulled.count())).toEqual({ ok: true, value: 0 });
  });
});
