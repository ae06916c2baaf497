/** Requests of features that are no sync: signed with the read key, nonce refreshed once, the answer checked against its contract. */
import type * as z from 'zod/mini';
import { encodeDeviceRequest } from '#shared/contracts/device-request';
import type { DeviceId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { VaultLocked, VaultStopped } from '../vault/vault-locked.ts';
import type { NoncePurse } from './nonce-purse.ts';
import { parseJson } from './parse-json.ts';
import { postBytes } from './post-bytes.ts';
import { findFreshNonce, readRefusal, type SendFault } from './read-refusal.ts';
import { type Signer, signMessage } from './signer.ts';

export interface RequestParts {
  readonly device: DeviceId;
  readonly nonces: NoncePurse;
  /** Undefined while locked. */
  readonly findReadSigner: () => Signer | undefined;
}

export interface SignedAsk {
  /** Without parameters: `/api/devices/self`. */
  readonly path: string;
  readonly body: unknown;
  /** The route as the server names it, where its path has parts of its own: `POST /api/attachments/:id/read`. */
  readonly signedAs?: string;
  readonly withCookie?: boolean;
}

/** The bytes of a 200; `notOurAnswer` for anything that is neither that nor a refusal of ours. */
export async function requestBytes(
  parts: RequestParts,
  ask: SignedAsk,
): Promise<Result<Uint8Array, SendFault>> {
  const first = await askOnce(parts, ask);
  return !first.ok && first.error.fault === 'nonceStale' ? askOnce(parts, ask) : first;
}

export async function requestJson<T>(
  parts: RequestParts,
  ask: SignedAsk,
  schema: z.ZodMiniType<T>,
): Promise<Result<T, SendFault>> {
  const bytes = await requestBytes(parts, ask);
  if (!bytes.ok) return bytes;
  const parsed = schema.safeParse(parseJson(bytes.value));
  return parsed.success ? ok(parsed.data) : err({ fault: 'notOurAnswer' });
}

async function askOnce(parts: RequestParts, ask: SignedAsk): Promise<Result<Uint8Array, SendFault>> {
  const signer = parts.findReadSigner();
  if (!signer) return err({ fault: 'refused', refusal: { error: 'readKeyNeeded' } });
  const payload = encodeDeviceRequest({ device: parts.device, nonce: parts.nonces.take(), body: ask.body });
  const body = await sign(ask.signedAs ?? `POST ${ask.path}`, payload, signer);
  if (!body) return err({ fault: 'refused', refusal: { error: 'readKeyNeeded' } });
  const withCookie = ask.withCookie ?? false;
  const reply = await postBytes({ method: 'POST', path: ask.path, body, withCookie });
  if (!reply.ok) return err({ fault: reply.error });
  if (reply.value.status === 200) return ok(reply.value.bytes);
  const refused = readRefusal(reply.value);
  const fresh = findFreshNonce(refused);
  if (fresh) parts.nonces.put(fresh);
  return err(refused);
}

async function sign(route: string, payload: Uint8Array, signer: Signer): Promise<Uint8Array | undefined> {
  try {
    return await signMessage(route, payload, signer);
  } catch (thrown) {
    if (thrown instanceof VaultLocked || thrown instanceof VaultStopped) return undefined;
    throw thrown;
  }
}
