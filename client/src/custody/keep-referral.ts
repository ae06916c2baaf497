/** Keeps what the office may tell the police of a person in step with their yes, their name and the account guide. Asks nobody. */
import { accountSteps } from '#data/account-steps';
import type { RecordId } from '#shared/ids';
import type { Json, Patch } from '#shared/model/operation';
import { collectAccountRecords, findGuideAge, listPassedSteps } from '#shared/rules/account-guide';
import { isPartialDate } from '#shared/rules/partial-date';
import { describeReferral } from '#shared/rules/police-referral';
import { listPersonRecords } from '#shared/rules/same-record';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import { findSetup } from './read-setup.ts';
import type { RecordView } from './record-store.ts';
import type { Work } from './work.ts';

type Referring = Pick<Work, 'store' | 'drafts' | 'newId' | 'now' | 'readCustody'>;

/** Writes only what has changed; without a standing yes, nothing, nor of somebody half written: they may still refuse. */
export function keepReferral(work: Referring, citizen: RecordId): void {
  const { store, drafts } = work;
  const own = listPersonRecords(store.listRecords('citizen'), citizen);
  const yeses = store.listRecords('consent').filter((one) => isOf(own, one) && isForPolice(one));
  for (const consent of yeses) {
    const person = consent.values['citizen'] as RecordId;
    if ([consent.record, person].some((one) => work.readCustody(one).unconfirmed)) continue;
    const known = store.findRecord(person)?.values;
    // Somebody of whom nothing is written yet: the way back here is the saving of their name.
    if (known === undefined || (known['fullName'] ?? '') === '') continue;
    const named = consent.values['referral'] as RecordId | undefined;
    const record = named ?? work.newId();
    const before = store.findRecord(record)?.values;
    const session = consent.values['session'];
    const beginning: Patch = before ? {} : { citizen: person, ...(session !== undefined && { session }) };
    const patch = listChanges({ ...beginning, ...describe(work, own, known) }, before ?? {});
    if (Object.keys(patch).length > 0) {
      drafts.editRecord({ collection: 'policeReferral', record, patch });
      void drafts.finishEditing(record);
    }
    if (named !== undefined) continue;
    drafts.editRecord({ collection: 'consent', record: consent.record, patch: { referral: record } });
    void drafts.finishEditing(consent.record);
  }
}

function isOf(own: ReadonlySet<string>, { values }: RecordView): boolean {
  return own.has(String(values['citizen']));
}

/** A yes to the police being told, not taken back. */
export function isForPolice({ values: { purposes, withdrawnAt } }: Pick<RecordView, 'values'>): boolean {
  return Array.isArray(purposes) && purposes.includes('policeReferral') && withdrawnAt === undefined;
}

function describe({ store, now }: Referring, own: ReadonlySet<string>, citizen: Patch): Patch {
  const setup = findSetup(store.listRecords('accountSetup'), own);
  const { dateOfBirth } = citizen;
  const age = findGuideAge(isPartialDate(dateOfBirth) ? dateOfBirth : undefined, getVietnamDay(now()));
  const answers = setup?.answers ?? {};
  return describeReferral({
    citizen,
    outcomes: listPassedSteps(accountSteps, answers, { age }).map(({ outcome }) => outcome),
    records: collectAccountRecords(accountSteps, answers, { age }),
    isGuideFinished: setup?.finishedAt !== undefined,
    day: setup?.policeDay,
  });
}

/** Taking away what is not there says nothing. */
function listChanges(wanted: Patch, before: Patch): Patch {
  const isSame = (path: string, value: Json): boolean =>
    JSON.stringify(value) === JSON.stringify(before[path] ?? null);
  return Object.fromEntries(
    Object.entries(wanted).filter(([path, value]) => value !== undefined && !isSame(path, value)),
  );
}
