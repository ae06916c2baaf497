/** One practice commune at work: one request after the other, each on the disk before it is answered. */
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import type { Posting, Reply } from '../../custody/post-bytes.ts';
import { answerPosting } from './answer-posting.ts';
import type { CommuneState } from './commune-state.ts';
import { playOffice } from './follow-status.ts';
import { playCitizen } from './forward-packs.ts';
import type { StateKeeper } from './keep-state.ts';
import { type CommuneNames, foundCommune, openPortal } from './found-commune.ts';

export interface PracticeCommune {
  readonly answer: (posting: Posting) => Promise<Reply>;
  /** What the commune has really received, opened. */
  readonly listRecords: () => Promise<readonly RecordState[]>;
  /** The trainee taps for the citizen, whose dossier waits at the portal; the phone hears of it in its next round. */
  readonly playCitizen: (dossier: RecordId) => Promise<void>;
  /** The trainee does for the one-stop what comes next with a dossier that has its number. */
  readonly playOffice: (dossier: RecordId) => Promise<void>;
}

export interface CommuneParts {
  readonly keeper: StateKeeper;
  readonly names: CommuneNames;
  /** This phone's wall clock, milliseconds. */
  readonly now: () => number;
}

/** Goes on with the commune that was kept, or founds one. */
export async function openCommune({ keeper, names, now }: CommuneParts): Promise<PracticeCommune> {
  const kept = (await keeper.read()) as CommuneState | undefined;
  // One that an older version of this page has kept knows no portal.
  let state = kept ? { ...openPortal(), ...kept } : await foundCommune(names);
  if (!kept) await keeper.keep(state);
  let last: Promise<unknown> = Promise.resolve();
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const keep = async (next: CommuneState): Promise<void> => {
    if (next !== state) await keeper.keep(next);
    state = next;
  };
  return {
    answer: (posting) =>
      queue(async () => {
        const answered = await answerPosting(state, posting, { now: now(), scans: keeper });
        await keep(answered.state);
        return answered.reply;
      }),
    playCitizen: (dossier) => queue(async () => keep(await playCitizen(state, dossier, now()))),
    playOffice: (dossier) => queue(async () => keep(playOffice(state, dossier, now()))),
    listRecords: () => queue(() => Promise.resolve(Object.values(state.records))),
  };
}
