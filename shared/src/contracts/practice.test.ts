import { describe, expect, it } from 'vitest';
import { bytesToId, type DeviceId, idToBytes } from '../ids.ts';
import { encodeDeviceRequest, decodeDeviceRequest } from './device-request.ts';
import { CODE_ALPHABET, enrolRequest, findCode } from './enrolment.ts';
import { isPracticeId, PRACTICE_CODE, toPracticeId } from './practice.ts';
import { decodeSyncRequest, encodeSyncRequest, type Run, type SyncRequest } from './sync.ts';

const practice = toPracticeId<DeviceId>(new Uint8Array(8).fill(7));
const real = bytesToId<DeviceId>(new Uint8Array(16).fill(7));
const nonce = new Uint8Array(8);
const heartbeat = { pending: 0, oldestAge: 0, lastSeq: 0, storageLeft: -1, build: 'test', clock: 0 };

function ask(device: DeviceId, runsOf?: DeviceId): Uint8Array {
  const run = (origin: DeviceId): Run => ({
    device: origin,
    from: 1,
    prev: new Uint8Array(32),
    encapsulations: [],
    items: [],
  });
  const request: SyncRequest = { device, nonce, runs: runsOf ? [run(runsOf)] : [], heartbeat };
  return encodeSyncRequest(request);
}

describe('the mark', () => {
  it('is told by the first eight bytes of a name', () => {
    expect(isPracticeId(idToBytes(practice))).toBe(true);
    expect(isPracticeId(idToBytes(real))).toBe(false);
  });

  it('is on a code that can be typed', () => {
    expect(findCode(PRACTICE_CODE)).toBe(PRACTICE_CODE);
    expect([...PRACTICE_CODE].every((letter) => CODE_ALPHABET.includes(letter))).toBe(true);
  });
});

describe('a real commune', () => {
  it('refuses a round of sync that a practice phone asks, or whose work is one’s', () => {
    expect(decodeSyncRequest(ask(practice))).toEqual({ ok: false, error: 'practiceRefused' });
    expect(decodeSyncRequest(ask(real, practice))).toEqual({ ok: false, error: 'practiceRefused' });
    expect(decodeSyncRequest(ask(real, real)).ok).toBe(true);
  });

  it('refuses any other signed question of a practice phone', () => {
    const payload = encodeDeviceRequest({ device: practice, nonce, body: {} });
    expect(decodeDeviceRequest(payload)).toEqual({ ok: false, error: 'practiceRefused' });
  });

  it('refuses the practice code, however it is typed', () => {
    const key = 'A'.repeat(87);
    const request = { sendKey: key, readKey: key, deviceName: '', build: '' };
    const parsed = enrolRequest.safeParse({ ...request, code: 'tphnt-phntp' });
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['practiceRefused']);
    expect(enrolRequest.safeParse({ ...request, code: 'BCDFG-HJKLM' }).success).toBe(true);
  });
});

describe('a practice commune', () => {
  it('takes its own and refuses a real phone: nothing real ends in practice', () => {
    expect(decodeSyncRequest(ask(practice, practice), 'practice').ok).toBe(true);
    expect(decodeSyncRequest(ask(real), 'practice')).toEqual({ ok: false, error: 'malformed' });
  });
});
