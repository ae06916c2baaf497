import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnsweringServer } from '../../e2e/rig/answering-server.ts';
import {
  createRigDatabase,
  createRigVault,
  openRigTab,
  type RigTab,
  type RigVault,
  waitUntil,
} from '../../e2e/rig/device-rig.ts';
import { answerRig } from '../../e2e/rig/sending-rig.ts';
import type { AttachmentId, RecordId } from '#shared/ids';
import { keepAttachment, type KeptAttachment } from './keep-attachment.ts';
import { readCustody } from './record-custody.ts';

const PIECE = 256 * 1024;
let rig: RigVault;
let server: AnsweringServer;
let tab: RigTab;

beforeAll(async () => {
  rig = await createRigVault();
});

beforeEach(async () => {
  const name = await createRigDatabase();
  const answering = await answerRig(rig);
  ({ server } = answering);
  tab = await openRigTab(name, rig.vault, answering.keys);
  await waitFor(() => server.requests.length > 0 && !tab.runner.isSending);
});

const waitFor = (isTrue: () => boolean): Promise<void> =>
  waitUntil(() => {
    tab.clock.advance(1);
    return isTrue();
  });

async function keep(size: number): Promise<KeptAttachment> {
  const { device, connection } = tab.work.transport;
  const kept = await keepAttachment({ vault: rig.vault, connection, device }, new Uint8Array(size));
  if (!kept.ok) throw new Error(kept.error.type);
  await tab.work.attachments.readUnsent();
  return kept.value;
}

const countHere = (attachment: AttachmentId): number =>
  tab.work.attachments.getUnsent().get(attachment)?.unsent ?? 0;

describe('a scan', () => {
  it('goes in sealed pieces, text first, and counts as sent only when the server’s signed answer says so', async () => {
    const { attachment, pieces } = await keep(2 * PIECE + 1);
    expect(pieces).toBe(3);
    expect(countHere(attachment)).toBe(3);
    server.next = { missing: [{ attachment, pieces: [0, 1, 2] }] };
    await tab.work.sender.sendNow();
    await waitFor(() => server.pieces.length === 3);
    expect(server.pieces.map(({ path }) => path)).toEqual(
      [0, 1, 2].map((index) => `/api/attachments/${attachment}/${index}`),
    );
    expect(server.pieces.map(({ payload }) => (payload['b'] as Uint8Array).length)).toEqual([
      PIECE + 28,
      PIECE + 28,
      1 + 28,
    ]);
    expect(countHere(attachment)).toBe(3);
    await waitFor(() => !tab.runner.isSending);
    server.next = { wholeAttachments: [attachment] };
    await tab.work.sender.sendNow();
    await waitFor(() => countHere(attachment) === 0);
  });

  it('sends only what is missing after the line broke', async () => {
    const { attachment } = await keep(3 * PIECE);
    server.next = { missing: [{ attachment, pieces: [2] }] };
    await tab.work.sender.sendNow();
    await waitFor(() => server.pieces.length === 1);
    expect(server.pieces[0]?.path).toBe(`/api/attachments/${attachment}/2`);
    expect(countHere(attachment)).toBe(1);
  });

  it('goes by POST where something in the line knows no PUT', async () => {
    const { attachment } = await keep(10);
    const methods: string[] = [];
    globalThis.fetch = (path, init) => {
      if (String(path).startsWith('/api/attachments/')) methods.push(init?.method ?? '');
      if (init?.method === 'PUT') return Promise.resolve(new Response('<h1>405</h1>', { status: 405 }));
      return server.fetch(path, init);
    };
    server.next = { missing: [{ attachment, pieces: [0] }] };
    await tab.work.sender.sendNow();
    await waitFor(() => server.pieces.length === 1);
    expect(methods).toEqual(['PUT', 'POST']);
  });

  it('keeps its paper from being shown as received while pieces are still here', async () => {
    const { attachment } = await keep(10);
    const record = attachment as string as RecordId;
    tab.drafts.editRecord({ collection: 'paper', record, patch: { title: 'Giấy khai sinh' } });
    await tab.work.sender.sendNow();
    await waitFor(() => tab.runner.disk.acked === 1);
    const custody = readCustody(tab.runner.disk, record, {
      isOwn: true,
      isTyping: false,
      piecesHere: countHere(attachment),
      trouble: undefined,
    });
    expect(custody).toMatchObject({ transport: 'onDevice', text: 'atServer', piecesHere: 1 });
  });
});

it('takes nothing that is empty or larger than the commune accepts', async () => {
  const { device, connection } = tab.work.transport;
  const parts = { vault: rig.vault, connection, device };
  expect(await keepAttachment(parts, new Uint8Array())).toEqual({ ok: false, error: { type: 'empty' } });
  expect(await keepAttachment(parts, new Uint8Array(13 * 1024 * 1024))).toMatchObject({
    error: { type: 'tooLarge' },
  });
});
