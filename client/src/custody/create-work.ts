/** Fills what a screen is handed from the parts of an open vault. Decides nothing. */
import { createOfficeTimes } from '#data/office-times';
import type { CommuneCalendar } from '#shared/contracts/enrolment';
import { findBase64UrlBytes, type RecordId } from '#shared/ids';
import { ok } from '#shared/result';
import type { Clock } from '../platform/clock.ts';
import type { VaultEntry } from '../storage/vault-registry.ts';
import { ownBytes } from '../vault/own-bytes.ts';
import { findClockError } from './commune-time.ts';
import type { DeviceWork, OpenRecords } from './device-work.ts';
import { drawId } from './draw-id.ts';
import { drawReference } from './draw-reference.ts';
import { findOldestAge } from './heartbeat.ts';
import { keepAttachment } from './keep-attachment.ts';
import type { Profile } from './profile.ts';
import { readCustody, type RecordCustody } from './record-custody.ts';
import { isReceived } from './record-store.ts';
import { requestBytes } from './signed-request.ts';
import { createRescue } from './rescue.ts';
import { takeBack } from './take-back.ts';
import type { Papers, Work } from './work.ts';

export interface CreateWorkParts {
  readonly entry: Pick<VaultEntry, 'vaultId'>;
  readonly work: DeviceWork;
  readonly records: OpenRecords;
  readonly profile: Profile;
  readonly clock: Clock;
  readonly toldLists: Work['toldLists'];
  readonly storage: Work['storage'];
  /** Undefined until the commune has said something of its own. */
  readonly calendar?: CommuneCalendar | undefined;
}

export function createWork(parts: CreateWorkParts): Work {
  const { work, records, profile, clock, toldLists, storage, calendar } = parts;
  const { store, drafts, vault } = records;
  const { device } = work.runner.disk;
  return {
    store,
    drafts,
    readCustody: createCustodyReader(work, records),
    newId: () => drawId<RecordId>(),
    newReference: drawReference,
    now: clock.wall,
    communeNow: () => clock.wall() - findClockError(work.sender.getSnapshot().communeTime, clock),
    device,
    letter: findLetter(device),
    member: profile.member,
    commune: profile.commune,
    authorisations: profile.told?.authorisations ?? [],
    postAgreement: profile.told?.postAgreement ?? null,
    delegation: profile.told?.delegation ?? null,
    officeTimes: createOfficeTimes(calendar),
    ownCalendar: calendar,
    teamMembers: profile.told?.teamMembers ?? [],
    provinceCode: profile.told?.provinceCode ?? '',
    madeUpPeople: profile.madeUpPeople,
    matchKey: (personalId) => vault.matchKey({ text: personalId }),
    hashText: async (text) => vault.hash({ bytes: new TextEncoder().encode(text) }),
    papers: createPapers(work, records),
    toldLists,
    storage,
    findOldestAge: () => findOldestAge(work.runner.disk, clock),
    rescue: createRescue(parts),
    takeBack: (taken) =>
      takeBack({ ...records, runner: work.runner, connection: work.transport.connection }, taken),
  };
}

/** The same object until the record's custody changes, as a screen's snapshots want it. */
function createCustodyReader(work: DeviceWork, { store }: OpenRecords): (record: RecordId) => RecordCustody {
  const known = new Map<RecordId, RecordCustody>();
  return (record) => {
    const entry = store.findEntry(record);
    const custody = readCustody(work.runner.disk, record, {
      isTyping: (entry?.unsaved.size ?? 0) > 0,
      isOwn: entry?.row !== undefined,
      piecesHere: countPieces(work, record),
      trouble: entry?.trouble,
      isUnconfirmed: work.runner.isUnconfirmed(record),
      isReceived: entry !== undefined && isReceived(entry),
    });
    const before = known.get(record);
    if (before && isSame(before, custody)) return before;
    known.set(record, custody);
    return custody;
  };
}

function isSame(one: RecordCustody, other: RecordCustody): boolean {
  const keys: (keyof RecordCustody)[] = [
    ...([
      'transport',
      'text',
      'piecesHere',
      'held',
      'quarantined',
      'setAside',
      'unconfirmed',
      'received',
      'trouble',
    ] as const),
  ];
  return keys.every((key) => one[key] === other[key]);
}

/** A paper's record id is the id of its attachment. */
function countPieces(work: DeviceWork, record: string): number {
  for (const [attachment, { unsent }] of work.attachments.getUnsent()) {
    if (attachment === record) return unsent;
  }
  return 0;
}

function createPapers(work: DeviceWork, { vault, store }: OpenRecords): Papers {
  const { device, connection } = work.transport;
  return {
    keep: async (file, type) => {
      const kept = await keepAttachment(
        { vault, connection, device },
        new Uint8Array(await file.arrayBuffer()),
      );
      if (!kept.ok) return kept;
      await work.attachments.readUnsent();
      return ok({ ...kept.value, type });
    },
    view: async (attachment) => {
      const bytes = await requestBytes(work.transport, {
        path: `/api/attachments/${attachment}/read`,
        signedAs: 'POST /api/attachments/:id/read',
        body: { attachment },
      });
      if (!bytes.ok) return undefined;
      const scan = ownBytes(bytes.value);
      // This answer bears no signature: the paper's own hash says whether it is the scan and not a portal's page.
      const expected = store.findRecord(attachment as string as RecordId)?.values['sha256'];
      const isSame = expected === undefined || (await vault.hash({ bytes: scan })) === expected;
      return isSame ? new Blob([scan]) : undefined;
    },
    countHere: (attachment) => countPieces(work, attachment),
  };
}

const LETTERS = 'NPQRSTUVXY';

/**
 * For a phone that came to a session without its code: none of the letters that codes hand out. Two such phones may share
 * one; their lists say so, and records have their own ids.
 */
function findLetter(device: string): string {
  const byte = findBase64UrlBytes(device)?.[0] ?? 0;
  return LETTERS.charAt(byte % LETTERS.length);
}
