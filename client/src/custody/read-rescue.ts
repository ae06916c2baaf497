/**
 * The way back of a rescue file. This book's own becomes drafts again, never over anything that is newer here; another book's
 * is carried to the commune, which opens it.
 */
import type { ErrorCode } from '#shared/contracts/error-codes';
import {
  readRescueFile,
  RESCUE_FILE_BYTES,
  type RescueFile,
  type RescueFileFault,
} from '#shared/contracts/rescue-file';
import type { NetworkFault } from '#shared/custody/device-types';
import { isSameJson } from '#shared/custody/merge';
import type { CommuneId } from '#shared/ids';
import { err, ok, type Result } from '#shared/result';
import { digestBytes, ownBytes } from '../vault/own-bytes.ts';
import type { Vault } from '../vault/vault-types.ts';
import type { Drafts } from './drafts.ts';
import type { OfficeMemory } from './office-memory.ts';
import { parseJson } from './parse-json.ts';
import type { RecordStore } from './record-store.ts';
import { exchangeUnplaced, type TransportParts } from './transport.ts';
import { RESCUE_KIND, type RescuedDraft, type RescuedDrafts, type RescuedValue } from './write-rescue.ts';

export interface RescueReaderParts {
  readonly vault: Vault;
  readonly vaultId: string;
  readonly commune: CommuneId;
  readonly store: RecordStore;
  readonly drafts: Drafts;
  readonly memory: OfficeMemory;
  readonly transport: TransportParts;
}

/** `tooLarge`: no rescue file is. `spent`: it was read back before, and all of it saved. */
export type RescueFault = RescueFileFault | 'tooLarge' | 'otherCommune' | 'spent';

export interface OpenedRescue {
  /** Device wall clock when it was written; undefined for another book's, which this one cannot read. */
  readonly at: number | undefined;
  /** Pieces of work that bring something that is not here. */
  readonly missing: number;
  /** Values that are something else here by now, or whose record is gone: left as they are. */
  readonly differing: number;
  /** False where not all could be saved, or not all was taken by the commune. */
  readonly bringBack: (how: { readonly evenDiffering: boolean }) => Promise<BroughtBack>;
  readonly isOwn: boolean;
}

export interface BroughtBack {
  readonly isDone: boolean;
  /** Another book's: why the commune has not taken it. */
  readonly refusedAs?: ErrorCode | undefined;
  readonly fault?: NetworkFault | undefined;
}

const SPENT = 'rescueFiles';
const MOST_NOTED = 200;

export async function openRescue(
  parts: RescueReaderParts,
  file: Blob,
): Promise<Result<OpenedRescue, RescueFault>> {
  if (file.size > 2 * RESCUE_FILE_BYTES) return err('tooLarge');
  const read = await readRescueFile(await file.text(), (bytes) => digestBytes(ownBytes(bytes)));
  if (!read.ok) return read;
  if (read.value.commune !== parts.commune) return err('otherCommune');
  if (read.value.vault !== parts.vaultId) return ok(describeOther(parts, read.value));
  if ((await listSpent(parts)).includes(read.value.id)) return err('spent');
  const own = await parts.vault.decryptBytes({
    record: read.value.id,
    kind: RESCUE_KIND,
    cipher: read.value.own,
  });
  const drafts = own.ok ? (parseJson(ownBytes(own.value.bytes)) as RescuedDrafts | undefined) : undefined;
  return drafts ? ok(describeOwn(parts, read.value, drafts)) : err('broken');
}

function describeOwn(
  parts: RescueReaderParts,
  { id }: RescueFile,
  { at, drafts }: RescuedDrafts,
): OpenedRescue {
  const weighed = drafts.map((draft) => weigh(parts.store, draft));
  return {
    at,
    isOwn: true,
    missing: weighed.filter(({ missing }) => missing.length > 0).length,
    differing: weighed.reduce((sum, { differing }) => sum + differing.length, 0),
    bringBack: async ({ evenDiffering }) => {
      for (const draft of drafts) layDown(parts, draft, evenDiffering);
      const saved = await parts.drafts.flushNow();
      if (saved.ok) await parts.memory.remember(SPENT, [...(await listSpent(parts)), id].slice(-MOST_NOTED));
      return { isDone: saved.ok };
    },
  };
}

interface Weighed {
  readonly missing: readonly RescuedValue[];
  readonly differing: readonly RescuedValue[];
}

/** What stands here as it stood then is to be typed over; anything else was changed since, by somebody who may know better. */
function weigh(store: RecordStore, { record, isKnown, values }: RescuedDraft): Weighed {
  const here = store.findRecord(record);
  const left = values.filter(({ path, value }) => !isSameJson(here?.values[path] ?? null, value));
  const isGone = isKnown && !here;
  const isAsThen = ({ path, was }: RescuedValue): boolean =>
    !isGone && isSameJson(here?.values[path] ?? null, was);
  return { missing: left.filter(isAsThen), differing: left.filter((one) => !isAsThen(one)) };
}

function layDown({ store, drafts }: RescueReaderParts, draft: RescuedDraft, evenDiffering: boolean): void {
  const { missing, differing } = weigh(store, draft);
  const values = evenDiffering ? [...missing, ...differing] : missing;
  if (values.length === 0) return;
  const { record, collection } = draft;
  // Nobody has said since that it may go.
  if (draft.isHeld && !draft.isKnown) drafts.hold(record);
  const patch = Object.fromEntries(values.map(({ path, value }) => [path, value]));
  drafts.editRecord({ collection, record, patch });
}

async function listSpent({ memory }: RescueReaderParts): Promise<readonly string[]> {
  const kept = await memory.recall(SPENT);
  return Array.isArray(kept) ? kept.map(String) : [];
}

function describeOther({ transport }: RescueReaderParts, { runs }: RescueFile): OpenedRescue {
  return {
    at: undefined,
    isOwn: false,
    missing: runs.reduce((sum, { items }) => sum + items.length, 0),
    differing: 0,
    bringBack: async () => {
      for (const run of runs) {
        const outcomes = await exchangeUnplaced(transport, run);
        if (!outcomes.ok) {
          const { fault, refusal } = outcomes.error;
          return { isDone: false, fault, refusedAs: refusal?.error };
        }
        const refusedAs = outcomes.value.find((code) => code !== null) ?? undefined;
        if (refusedAs) return { isDone: false, refusedAs };
      }
      return { isDone: true };
    },
  };
}
