/** Sends the sealed pieces that the server's answer names as missing, after the text, one at a time. Believes no reply: the next signed answer counts. */
import type { AnswerFacts } from '#shared/custody/device-types';
import type { AttachmentId, DeviceId } from '#shared/ids';
import { decodeBytes } from '#shared/contracts/signed-message';
import { findPiece, markPieces, type PieceTally, tallyUnsentPieces } from '../storage/keep-pieces.ts';
import type { VaultConnection } from '../storage/vault-connection.ts';
import { ATTACHMENT_ROUTE, encodePiece } from './build-run.ts';
import type { LineSpeed } from './line-speed.ts';
import type { NoncePurse } from './nonce-purse.ts';
import { postBytes, type Reply } from './post-bytes.ts';
import { findFreshNonce, readRefusal } from './read-refusal.ts';
import { type Signer, signMessage } from './signer.ts';

export interface AttachmentSenderParts {
  readonly device: DeviceId;
  readonly connection: VaultConnection;
  /** Pieces need no open vault. */
  readonly sendSigner: Signer;
  readonly nonces: NoncePurse;
  readonly line: LineSpeed;
  /** A stale nonce would cost a whole piece: a fresh one is asked for first. False: the line is gone. */
  readonly refillNonce: () => Promise<boolean>;
  /** All pieces of this round are out: ask the server what it has. */
  readonly roundDone: () => void;
}

type Missing = AnswerFacts['missing'];
type PieceEnd = 'sent' | 'lineGone' | 'refused';

/** Some proxies know no PUT. */
const NO_PUT_STATUS = [405, 501];

export class AttachmentSender {
  readonly #parts: AttachmentSenderParts;
  readonly #listeners = new Set<() => void>();
  #unsent: ReadonlyMap<AttachmentId, PieceTally> = new Map();
  #isBusy = false;
  #method: 'PUT' | 'POST' = 'PUT';

  constructor(parts: AttachmentSenderParts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Per attachment what is only here; the same map until something moves. */
  readonly getUnsent = (): ReadonlyMap<AttachmentId, PieceTally> => this.#unsent;

  /** To be called at start and after pieces were put. */
  async readUnsent(): Promise<void> {
    const tallies = await this.#parts.connection.run(tallyUnsentPieces);
    if (!tallies.ok) return;
    this.#unsent = tallies.value;
    for (const listener of this.#listeners) listener();
  }

  /** False when the disk refused: the server must say it again. */
  async noteWhole(attachments: readonly AttachmentId[]): Promise<boolean> {
    const ours = attachments.filter((attachment) => this.#unsent.has(attachment));
    let isNoted = true;
    for (const attachment of ours) {
      const noted = await this.#parts.connection.run((db) => markPieces(db, { attachment, missing: [] }));
      isNoted &&= noted.ok;
    }
    if (ours.length > 0) await this.readUnsent();
    return isNoted;
  }

  /** One round over what is missing; a second call while one runs is dropped, since the next answer asks again. */
  async sendMissing(missing: Missing): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (const { attachment, pieces } of missing) {
        await this.#parts.connection.run((db) => markPieces(db, { attachment, missing: pieces }));
      }
      await this.readUnsent();
      const sent = await this.#sendAll(missing);
      if (sent > 0) this.#parts.roundDone();
    } finally {
      this.#isBusy = false;
    }
  }

  async #sendAll(missing: Missing): Promise<number> {
    let sent = 0;
    for (const { attachment, pieces } of missing) {
      for (const index of pieces) {
        const end = await this.#sendPiece(attachment, index);
        if (end === 'lineGone') return sent;
        if (end === 'sent') sent += 1;
      }
    }
    return sent;
  }

  async #sendPiece(attachment: AttachmentId, index: number): Promise<PieceEnd> {
    const found = await this.#parts.connection.run((db) => findPiece(db, attachment, index));
    // Another phone made it, or it was released: this device cannot help.
    if (!found.ok || !found.value) return 'refused';
    if (!this.#parts.nonces.hasOne() && !(await this.#parts.refillNonce())) return 'lineGone';
    const { device, nonces, sendSigner } = this.#parts;
    const payload = encodePiece({ device, nonce: nonces.take(), ...found.value });
    const body = await signMessage(ATTACHMENT_ROUTE, payload, sendSigner);
    const path = `/api/attachments/${attachment}/${index}`;
    const started = performance.now();
    const reply = await postBytes({ method: this.#method, path, body });
    if (!reply.ok) return 'lineGone';
    if (this.#method === 'PUT' && NO_PUT_STATUS.includes(reply.value.status)) {
      this.#method = 'POST';
      return this.#sendPiece(attachment, index);
    }
    this.#parts.line.note({ bytes: body.length, milliseconds: performance.now() - started });
    return this.#readReply(reply.value);
  }

  #readReply(reply: Reply): PieceEnd {
    if (reply.status === 200 || reply.status === 204) {
      const nonce = findNextNonce(reply.bytes);
      if (nonce) this.#parts.nonces.put(nonce);
      return 'sent';
    }
    const refused = readRefusal(reply);
    const fresh = findFreshNonce(refused);
    if (fresh) this.#parts.nonces.put(fresh);
    return refused.fault === 'refused' || refused.fault === 'nonceStale' ? 'refused' : 'lineGone';
  }
}

/** A reply may bring the next nonce, bare or under `n`, and save a question. */
function findNextNonce(bytes: Uint8Array): Uint8Array | undefined {
  const value = decodeBytes(bytes);
  if (value instanceof Uint8Array) return value;
  if (typeof value !== 'object' || value === null || !('n' in value)) return undefined;
  return value.n instanceof Uint8Array ? value.n : undefined;
}
