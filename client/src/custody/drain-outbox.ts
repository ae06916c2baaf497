/**
 * Sends what is queued of a vault that no page has open and nobody has typed a PIN for: with the send key alone, out of a database
 * that is only read. What arrived is known to the next page by asking; sending twice would cost bytes, not truth.
 */
import { decodeSignedAnswer } from '#shared/contracts/signed-message';
import {
  decodeReceipt,
  decodeSyncAnswer,
  encodeSyncRequest,
  REQUEST_NONCE_BYTES,
  type Run,
  SYNC_ROUTE,
  type SyncAnswer,
} from '#shared/contracts/sync';
import { continueUnseen, cutStretch, maySendUnseen } from '#shared/custody/unseen-sending';
import { findBase64UrlBytes } from '#shared/ids';
import { LIMITS } from '#shared/model/envelope';
import {
  findPlainPiece,
  listPlainVaults,
  readPlainOutbox,
  readPlainRun,
  type PlainOutbox,
} from '../storage/plain-outbox.ts';
import type { OutboxRow } from '../storage/stored-rows.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { signBytes } from '../vault/send-key.ts';
import { verifyAnswer } from '../vault/verify-answer.ts';
import { ATTACHMENT_ROUTE, buildSignedRun, encodePiece } from './build-run.ts';
import { postBytes } from './post-bytes.ts';
import { findFreshNonce, readRefusal } from './read-refusal.ts';
import { type Signer, signMessage } from './signer.ts';
import type { StoredKeys } from './stored-keys.ts';

/** Of every vault on this phone but the one whose database is `besides`. False when something is left that a later try may send. */
export async function drainOutboxes(build: string, besides?: string): Promise<boolean> {
  let isDrained = true;
  for (const entry of (await listPlainVaults()).filter(({ database }) => database !== besides)) {
    const drain = await openDrain(entry, build);
    if (drain && !(await drain.run())) isDrained = false;
  }
  return isDrained;
}

async function openDrain(entry: VaultEntry, build: string): Promise<Drain | undefined> {
  const outbox = await readPlainOutbox(entry.database);
  const { sendKey, pinned, isStopped } = (outbox?.keys ?? {}) as Partial<StoredKeys>;
  const answerKey = findBase64UrlBytes(pinned?.answerKey ?? '');
  if (!outbox || !answerKey) return undefined;
  const mayBe = { hasSendKey: sendKey !== undefined, isStopped: isStopped === true, head: outbox.head };
  if (!sendKey || !maySendUnseen(mayBe)) return undefined;
  const signer: Signer = { key: 'send', sign: (bytes) => signBytes(sendKey.privateKey, bytes) };
  return new Drain({ entry, build, outbox, signer, answerKey });
}

interface DrainParts {
  readonly entry: VaultEntry;
  readonly build: string;
  readonly outbox: PlainOutbox;
  readonly signer: Signer;
  readonly answerKey: Uint8Array;
}

class Drain {
  readonly #parts: DrainParts;

  constructor(parts: DrainParts) {
    this.#parts = parts;
  }

  /** Asks first what the commune has: nothing is sent for a second time by a phone that was woken twice. */
  async run(): Promise<boolean> {
    let before: number | undefined;
    let rows: readonly OutboxRow[] = [];
    for (;;) {
      const answer = await this.#sync(rows);
      const next = continueUnseen(before, answer);
      if (next.type === 'over') return next.isDrained;
      rows = await this.#readBatch(next.from);
      if (rows.length === 0) return this.#sendPieces(answer?.missing ?? []);
      before = next.from;
    }
  }

  async #readBatch(from: number): Promise<readonly OutboxRow[]> {
    const { rows } = await readPlainRun(this.#parts.entry.database, from, LIMITS.itemsPerBatch);
    return cutStretch(rows, from, LIMITS.defaultBatchBytes);
  }

  async #sync(rows: readonly OutboxRow[]): Promise<SyncAnswer | undefined> {
    const { entry, answerKey } = this.#parts;
    const nonce = await this.#askNonce();
    if (!nonce) return undefined;
    const run = rows.length > 0 ? await this.#buildRun(rows) : undefined;
    const payload = await this.#encode(nonce, run);
    const reply = await this.#post('/api/sync', SYNC_ROUTE, payload);
    if (reply?.status !== 200) return undefined;
    const signed = decodeSignedAnswer(reply.bytes);
    if (!signed.ok || !(await verifyAnswer({ answer: signed.value, request: payload, answerKey })))
      return undefined;
    const receipt = decodeReceipt(signed.value.receipt);
    const answer = decodeSyncAnswer(signed.value.rest);
    return receipt.ok && receipt.value.device === entry.device && answer.ok ? answer.value : undefined;
  }

  /** Its answer tells what was set aside only until its nonce is used: that of a refusal is taken instead. */
  async #askNonce(): Promise<Uint8Array | undefined> {
    const payload = await this.#encode(new Uint8Array(REQUEST_NONCE_BYTES));
    const reply = await this.#post('/api/sync', SYNC_ROUTE, payload);
    return reply && findFreshNonce(readRefusal(reply));
  }

  /** With what the commune may be told of this phone, so that it can name what has not come home. */
  async #encode(nonce: Uint8Array, run?: Run): Promise<Uint8Array> {
    const { entry, outbox, build } = this.#parts;
    const { head, acked, held } = outbox.head;
    const here = Math.max(acked, held);
    const [oldest] = (await readPlainRun(entry.database, here + 1, 1)).rows;
    const clock = Date.now();
    const oldestAge = oldest ? Math.max(0, Math.round((clock - oldest.since) / 1_000)) : 0;
    return encodeSyncRequest({
      device: entry.device,
      nonce,
      runs: run ? [run] : [],
      heartbeat: { pending: head.seq - here, oldestAge, lastSeq: head.seq, storageLeft: -1, build, clock },
    });
  }

  async #buildRun(rows: readonly OutboxRow[]): Promise<Run | undefined> {
    const { entry, signer } = this.#parts;
    const { encapsulations } = await readPlainRun(entry.database, rows[0]?.seq ?? 0, rows.length);
    return buildSignedRun({ device: entry.device, rows, encapsulations }, signer);
  }

  async #sendPieces(missing: SyncAnswer['missing']): Promise<boolean> {
    const { database, device } = this.#parts.entry;
    for (const { attachment, pieces } of missing) {
      for (const index of pieces) {
        const found = await findPlainPiece(database, attachment, index);
        if (!found) continue;
        const nonce = await this.#askNonce();
        if (!nonce) return false;
        const payload = encodePiece({ device, nonce, ...found });
        const reply = await this.#post(`/api/attachments/${attachment}/${index}`, ATTACHMENT_ROUTE, payload);
        if (!reply) return false;
      }
    }
    return true;
  }

  async #post(path: string, route: string, payload: Uint8Array) {
    const body = await signMessage(route, payload, this.#parts.signer);
    const reply = await postBytes({ method: path === '/api/sync' ? 'POST' : 'PUT', path, body });
    return reply.ok ? reply.value : undefined;
  }
}
