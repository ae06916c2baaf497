/** What the office may do with devices: see them, let them in, end them. Every decision is written down before it is carried out. */
import type { DeviceLine, InvitationReply, InvitationRequest } from '#shared/contracts/administration';
import type { WireError } from '#shared/contracts/error-codes';
import type { DeviceId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import type { Role } from '#shared/model/collection';
import { isSameWords } from '#shared/rules/confirmation-words';
import type { AuditEntry } from '../storage/audit-store.ts';
import type { StoredDevice } from '../storage/rows.ts';
import type { DeviceStore, InvitationStore } from '../storage/store.ts';
import { approveDevice, type Approver, obeyEnded } from './approve-device.ts';
import type { Decision } from './decisions.ts';
import { inviteMember } from './invite-member.ts';
import { gatherAttachments, type PieceDeps } from './store-pieces.ts';

export interface Administration extends Approver {
  readonly store: Approver['store'] & DeviceStore & InvitationStore & PieceDeps['store'];
  /** Written where no restore undoes it, before it is carried out. */
  readonly noteDecision: (decision: Decision) => void;
  readonly recordAudit: (entry: Omit<AuditEntry, 'at'>) => Promise<unknown>;
}

/** Whoever asks: a device of the office, or nobody when it happens at the server's own terminal. */
export interface Asker {
  readonly device: StoredDevice | null;
  readonly communeN: number;
  readonly commune: string;
}

export const MAY_ADMINISTER: readonly Role[] = ['head', 'administrator'];

export async function invite(
  administration: Administration,
  asker: Asker,
  request: InvitationRequest,
): Promise<InvitationReply> {
  await record(administration, asker, { action: 'inviteMember', object: request.role });
  const madeBy = asker.device?.member ?? null;
  return inviteMember(administration, { ...request, communeN: asker.communeN, madeBy });
}

export async function listDeviceLines(store: DeviceStore, communeN: number): Promise<DeviceLine[]> {
  const devices = await store.listDevices(communeN);
  return Promise.all(devices.map(async (device) => describeDevice(device, await store.countHeld(device.n))));
}

function describeDevice(device: StoredDevice, heldItems: number): DeviceLine {
  return {
    device: device.id,
    name: device.memberName,
    role: device.role,
    deviceName: device.name,
    standing: device.standing,
    words: device.standing === 'waiting' ? [...device.words] : [],
    enrolledAt: device.enrolledAt,
    lastSeenAt: device.lastSeenAt,
    lastSeqSaid: device.saidSeq,
    lastSeqArrived: device.lastSeq,
    pending: device.saidPending,
    oldestAge: device.saidOldestAge,
    heldItems,
    forked: device.forked,
  };
}

type About<T> = (administration: Administration, asker: Asker, what: T) => Promise<Result<void, WireError>>;

/** A device of another commune looks the same as none. */
function aboutOwnDevice(decide: About<StoredDevice>): About<DeviceId> {
  return async (administration, asker, id) => {
    const device = await administration.store.findDevice(id);
    if (device?.communeN !== asker.communeN) return err({ error: 'notFound' });
    return decide(administration, asker, device);
  };
}

/**
 * One that was ended is let in again, by whoever has it in their hand or wants the work that it handed in since: what was
 * kept apart is applied, and it may be ended again.
 */
export const admitDevice = aboutOwnDevice(async (administration, asker, device) => {
  if (device.standing === 'approved') return ok(undefined);
  await record(administration, asker, { action: 'approveDevice', object: device.id });
  administration.noteDecision({ type: 'admitted', device: device.id, at: administration.now() });
  approveDevice(administration, device, asker.device?.member ?? asker.commune);
  await openScans(administration, device);
  return ok(undefined);
});

export type WordsFault = { readonly type: 'noDeviceWaits' } | { readonly type: 'wordsUnknown' };

/** The four words of a waiting device's screen, typed at this side: it is let in and named. */
export async function admitByWords(
  administration: Administration,
  asker: Asker,
  typed: string,
): Promise<Result<StoredDevice, WordsFault>> {
  const devices = await administration.store.listDevices(asker.communeN);
  const waiting = devices.filter((device) => device.standing === 'waiting');
  const meant = waiting.find((device) => isSameWords(typed, device.words));
  if (!meant) return err({ type: waiting.length === 0 ? 'noDeviceWaits' : 'wordsUnknown' });
  const admitted = await admitDevice(administration, asker, meant.id);
  return admitted.ok ? ok(meant) : err({ type: 'wordsUnknown' });
}

/** Ends reading at once; sealed work that still arrives from it is kept apart. Nobody ends the device in their hand. */
export const revokeDevice = aboutOwnDevice(async (administration, asker, device) => {
  if (device.id === asker.device?.id) return err({ error: 'notAllowed', field: 'device' });
  if (device.standing === 'revoked') return ok(undefined);
  await record(administration, asker, { action: 'revokeDevice', object: device.id });
  const by = asker.device?.member ?? asker.commune;
  const at = administration.now();
  administration.noteDecision({ type: 'revoked', device: device.id, at });
  await administration.store.setStanding(device.n, 'revoked', { by, at });
  return ok(undefined);
});

/** What an ended device handed in since is obeyed at a person's word, as it would be if it were let in; it stays ended and reads nothing. */
export const takeKeptWork = aboutOwnDevice(async (administration, asker, device) => {
  if (device.standing !== 'revoked') return err({ error: 'notAllowed', field: 'device' });
  if ((await administration.store.countHeld(device.n)) === 0) return ok(undefined);
  await record(administration, asker, { action: 'takeKeptWork', object: device.id });
  obeyEnded(administration, device);
  await openScans(administration, device);
  return ok(undefined);
});

/** Of what was obeyed just now: the device may never be heard of again. */
async function openScans(administration: Administration, device: StoredDevice): Promise<void> {
  await gatherAttachments(administration, { ...device, standing: 'approved' });
}

async function record(
  { recordAudit }: Administration,
  { device, commune }: Asker,
  what: { readonly action: string; readonly object: string },
): Promise<void> {
  const who = { commune, member: device?.member ?? null, device: device?.id ?? null };
  await recordAudit({ ...who, ...what, reason: null });
}
