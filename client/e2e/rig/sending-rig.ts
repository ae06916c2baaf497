/** A server that knows the device of the rig and has the line to itself, with the keys that a tab of it is opened with. */
import { findBase64UrlBytes } from '#shared/ids';
import { findVerifyKey } from '../../src/vault/send-key.ts';
import { createSendKey } from './send-key.ts';
import { type AnsweringServer, createAnsweringServer, type DeviceKeys } from './answering-server.ts';
import type { RigKeys, RigVault } from './device-rig.ts';

export interface SendingRig {
  readonly server: AnsweringServer;
  readonly keys: RigKeys;
  /** What a server must know to believe this device. */
  readonly known: DeviceKeys;
}

export async function answerRig({ wraps }: RigVault): Promise<SendingRig> {
  const raw = findBase64UrlBytes(wraps.publicParts.readKey);
  const read = raw && (await findVerifyKey(raw));
  if (!read) throw new Error('no read key');
  const sendKey = await createSendKey();
  const known = { send: sendKey.publicKey, read };
  const server = await createAnsweringServer(known);
  globalThis.fetch = server.fetch;
  return { server, keys: { sendKey, answerKey: server.answerKey }, known };
}
