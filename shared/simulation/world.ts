/** Everything that one simulated commune consists of. Plain holder: what acts on it lives in the rooms around it. */
import type { Operation } from '../src/model/operation.ts';
import type { DeviceDisk, DeviceState, AnswerFacts, QueuedMeta } from '../src/custody/device-types.ts';
import type { BreakerState } from '../src/custody/breaker.ts';
import type { Progress } from '../src/custody/progress-marker.ts';
import type { JournalPlace } from '../src/custody/second-copy.ts';
import type { ForwardSettings } from '../src/custody/forwarder-types.ts';
import type { RecordState } from '../src/custody/server-types.ts';
import type { DeviceId, OpId, RecordId } from '../src/ids.ts';
import type { Json, Patch } from '../src/model/operation.ts';
import type { Role } from '../src/model/collection.ts';
import type { Cores } from './cores.ts';
import type { PortalState } from '../src/portal/portal-state.ts';
import type { Saved, SecondCopy } from './copy-files.ts';
import type { Random } from './random.ts';
import type { Schedule } from './schedule.ts';
import type { Store } from './store.ts';
import type { Tally } from './tally.ts';
import type { Trace } from './trace.ts';

/** The server's clock at the beginning: 22 November 2026, 08:00 in Vietnam. */
export const SERVER_EPOCH = 1_795_309_200_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What survives: the core's disk and the vault's records, path → value as the person sees them. */
export interface PhoneDisk {
  readonly meta: DeviceDisk;
  readonly records: ReadonlyMap<RecordId, Patch>;
  /** What was saved here, the newest first: no commune tells a phone its own writings again. */
  readonly saved: Saved | undefined;
  /** Where the second copy ended then; undefined before there is one. */
  readonly place: JournalPlace | undefined;
  /** It lies in no second copy: the PIN brings it back. */
  readonly hasSendKey: boolean;
}

/** What stood in the markers outside the database from then on, and what the page that noted it knew to be only here. */
export interface MarkerNote {
  readonly at: number;
  readonly progress: Progress;
  readonly missing: number;
  readonly headSeq: number;
}

/** A phone whose storage was struck: what the next opening must bring back, told by what was on the disk. */
export interface Struck {
  readonly truth: DeviceDisk;
  /** All that one of the copies still holds; undefined where both were struck. */
  readonly due: DeviceDisk | undefined;
}

export interface Tab {
  state: DeviceState;
  alive: boolean;
  readonly phone: Phone;
  /** Answers whose pulled records wait for their commit. */
  readonly pulled: Map<number, readonly RecordState[]>;
  wakeAt: number;
  /** What the last answer called set aside. */
  told: readonly number[];
}

export interface Phone {
  readonly name: string;
  id: DeviceId;
  readonly role: Role;
  disk: PhoneDisk;
  /** Several vaults may lie on one handset; one page is open there at a time. */
  readonly handset: number;
  /** Disks since the last flush, oldest first: a power cut leaves any one of them. */
  unflushed: PhoneDisk[];
  /** Disks before this one, flushed or not: a power cut may, rarely, bring one back. */
  past: PhoneDisk[];
  /** The database has come back empty, and nobody has opened it since. */
  isEmpty: boolean;
  /** Undefined: its browser has no such files. */
  copy: SecondCopy | undefined;
  /** Oldest first; what is older than the last one that surely reached the disk is dropped. */
  notes: MarkerNote[];
  struck: Struck | undefined;
  /** Came back older than what it gave out: written on in, and never sent from again. */
  isStopped: boolean;
  /** Its PIN was forgotten and its wrap erased: it sends, and nobody opens it again. */
  isErased: boolean;
  /** The vault in which its person goes on. */
  successor: Phone | undefined;
  /** How often its process has begun anew. */
  lives: number;
  /** Up to which place a worker has brought it to the commune without this vault's having heard of it. */
  sentByWorker: number;
  /** Nobody has it any more, and nothing is expected of it. */
  isAbandoned: boolean;
  freeAt: number;
  tabs: Tab[];
  unlocked: boolean;
  /** Lost share of messages, and what ten seconds carry. */
  loss: number;
  lineBytes: number;
  quotaUntil: number;
  clockError: number;
  clone: boolean;
  /** Records that this phone's person has made, for coming back to. */
  readonly own: RecordId[];
}

export interface SyncCall {
  readonly device: DeviceId;
  readonly from: number;
  readonly prev: string;
  readonly items: readonly QueuedMeta[];
  readonly cursor?: { readonly incarnation: string | null; readonly seq: number };
  readonly saidSeq: number;
  /** Set aside, by sequence, in an answer whose nonce this call uses: the phone has noted it. */
  readonly noted: readonly number[];
}

export interface SyncReply {
  readonly facts: AnswerFacts;
  readonly changes: readonly RecordState[];
}

/** What was sealed: an operation, or something that the server cannot open. `includes`: the slot's content before it. */
export interface Sealed {
  readonly op: Operation;
  readonly opens: boolean;
  readonly includes: OpId | null;
  /** What was typed for it, without what the slot held. */
  readonly typed: Patch;
  /** The server's life that its base counts in. */
  readonly incarnation: string | null;
  readonly device: DeviceId;
}

export interface House {
  readonly store: Store;
  up: boolean;
  epoch: number;
  bornOfRestore: boolean;
  /** Kills the server, one way or the other. */
  strike: () => void;
  breaker: BreakerState;
  /** Highest sequence that each device has said it made. */
  readonly said: Map<DeviceId, number>;
  /** Highest sequence that an answer has acknowledged, in this incarnation. */
  readonly promisedTo: Map<DeviceId, number>;
  /** Its lives, oldest first. */
  readonly incarnations: string[];
  readonly backups: { readonly index: number; readonly lastSeq: ReadonlyMap<DeviceId, number> }[];
  readonly papersAt: Map<string, number>;
}

export interface Oracle {
  readonly sealed: Map<OpId, Sealed>;
  /** Records that somebody is in the middle of whose person may still refuse; and what was sealed of them meanwhile. */
  readonly unconfirmed: Set<RecordId>;
  readonly sealedUnconfirmed: Set<OpId>;
  /** Operations that a person has seen as saved. */
  readonly shown: Map<OpId, Phone>;
  /** Identities whose phone was wiped; what they had not sent is lost, and the server names it. */
  readonly wiped: Map<DeviceId, { readonly said: number; readonly queued: readonly QueuedMeta[] }>;
  readonly cloned: Set<DeviceId>;
  /** Every place that was given, by device and sequence. */
  readonly given: Map<DeviceId, (OpId | undefined)[]>;
  /** Both copies were lost, and all of the markers that had reached the disk: nobody there can know. */
  readonly setBack: Set<DeviceId>;
  /** Both of its copies were struck at once. */
  readonly struckTwice: Set<DeviceId>;
  /** Shown as saved, and in neither of two copies that were lost together. */
  readonly lostWithBoth: Set<OpId>;
  /** Calls that took effect at the portal, by reference, and the payload they carried. */
  readonly accepted: Map<string, number>;
  readonly payloads: Map<string, string>;
  operations: number;
}

export interface PhoneFate {
  strike: (phone: Phone) => void;
  beginAnew: (phone: Phone) => void;
  beginBeside: (phone: Phone) => void;
  leaveUnsent: (phone: Phone) => void;
}

export interface World {
  readonly cores: Cores;
  /** What a phone's storage brings upon its person: its death, a vault begun anew, or another one begun beside it. */
  readonly fate: PhoneFate;
  readonly random: Random;
  readonly schedule: Schedule;
  readonly trace: Trace;
  readonly tally: Tally;
  /** How likely each kind of fault is in this seed; all zero once the world is calm. */
  faults: FaultRates;
  /** False: every device's clock is right, for the comparison with a run in which none is. */
  readonly clocksJump: boolean;
  readonly phones: Phone[];
  readonly house: House;
  portal: PortalState;
  readonly forwarding: ForwardSettings;
  readonly oracle: Oracle;
  counter: number;
}

export interface FaultRates {
  readonly kill: number;
  readonly serverKill: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly late: number;
  readonly staleNonce: number;
  readonly captive: number;
  readonly storage: number;
  readonly clock: number;
  readonly twoTabs: number;
  readonly poison: number;
  readonly notSent: number;
  readonly killDuringCall: number;
  /** At a power cut, each for itself. */
  readonly emptied: number;
  readonly older: number;
  readonly copyLost: number;
  /** At each writing of a second copy, and between any two steps in which one is begun anew. */
  readonly copyRefused: number;
  readonly killInRenewal: number;
}

export const CALM: FaultRates = {
  kill: 0,
  serverKill: 0,
  lost: 0,
  duplicated: 0,
  late: 0,
  staleNonce: 0,
  captive: 0,
  storage: 0,
  clock: 0,
  twoTabs: 0,
  poison: 0,
  notSent: 0,
  killDuringCall: 0,
  emptied: 0,
  older: 0,
  copyLost: 0,
  copyRefused: 0,
  killInRenewal: 0,
};

/** Ids of the right shape, numbered so that a trace can be read. */
export function makeId<T extends string>(world: World, kind: string): T {
  world.counter++;
  return `${kind}${world.counter}_`.padEnd(21, '0').concat('A') as T;
}

/** Stands in for SHA-256: cheap, and different for different links. An operation's id stands for its ciphertext's hash. */
export function chainHash(prev: string, seq: number, opId: string): string {
  let hash = 0x811c9dc5;
  const text = `${prev}|${seq}|${opId}`;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return `${seq}.${(hash >>> 0).toString(36)}`;
}

export function findSeen(phone: Phone, record: RecordId, path: string): Json {
  return phone.disk.records.get(record)?.[path] ?? null;
}
