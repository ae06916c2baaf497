import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import { checkPatch } from '#shared/model/collection';
import { dossier as dossierCollection, type Lodging } from '#shared/model/dossier';
import type { Patch } from '#shared/model/operation';
import { checkTypedNumber } from '#shared/rules/dossier-number';
import { createRigDatabase, createRigVault, openRigTab, rigRecord } from '../../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../../e2e/rig/work-rig.ts';
import { findRequest } from '../../custody/find-request.ts';
import type { Work } from '../../custody/work.ts';
import type { Vault } from '../../vault/vault-types.ts';
import {
  answerQuestion,
  chooseRoute,
  createDossier,
  finishDossier,
  recordNumber,
  sendMended,
  waivePaper,
} from './actions.ts';
import { findOpenDossier, isClosed, listDossierLacks, type OpenDossier } from './queries.ts';

const MAU = rigRecord(20);
const SESSION = rigRecord(21);
const ANSWERS = {
  relation: 'self',
  eventType: 'birth',
  registeredAt: 'Xã Ví Dụ, huyện Thử',
  copies: 2,
  resultDelivery: 'inPerson',
} as const;

let vault: Vault;
let work: Work;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  const name = await createRigDatabase();
  const tab = await openRigTab(name, vault);
  work = createRigWork(tab);
  const patch = { fullName: 'Hoàng Thị Mẫu', dateOfBirth: '1947', personalId: '099147004567', phone: '09' };
  work.drafts.editRecord({ collection: 'citizen', record: MAU, patch });
});

const getValues = (record: RecordId): Patch => work.store.findRecord(record)?.values ?? {};
const start = (): RecordId => createDossier(work, { citizen: MAU, session: SESSION, procedure: '2.000635' });

function open(record: RecordId): OpenDossier {
  const found = findOpenDossier(work, record);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

async function finish(more: Record<string, string | number> = {}): Promise<RecordId> {
  const record = start();
  for (const [fieldId, answer] of Object.entries({ ...ANSWERS, ...more }))
    answerQuestion(work, open(record).dossier, { fieldId, answer });
  chooseRoute(work, open(record), { route: 'selfOwnPhone', appointment: undefined });
  expect(listDossierLacks(work, open(record))).toEqual([]);
  await finishDossier(work, open(record));
  return record;
}

describe('a dossier that is begun', () => {
  it('bears what the card says and nothing that a field would refuse', () => {
    const { dossier } = open(start());
    expect(dossier.citizen).toBe(MAU);
    expect(dossier.answers).toEqual({
      requesterName: 'Hoàng Thị Mẫu',
      requesterDateOfBirth: '1947',
      requesterPersonalId: '099147004567',
    });
  });

  it('loses an answer that was emptied', () => {
    const record = start();
    answerQuestion(work, open(record).dossier, { fieldId: 'copies', answer: 2 });
    answerQuestion(work, open(record).dossier, { fieldId: 'copies', answer: undefined });
    expect(open(record).dossier.answers).not.toHaveProperty('copies');
  });
});

describe('a dossier that is finished', () => {
  it('is queued with its fee, its reason and a reference, in fields that the commune takes', async () => {
    const record = await finish();
    const values = getValues(record);
    expect(values['fee']).toEqual({
      amount: 16_000,
      reason: '8.000\u00a0đ × 2 bản = 16.000\u00a0đ (TT 281/2016/TT-BTC)',
    });
    expect(values['reference']).toMatch(/^[A-Z2-7]{17}$/);
    expect(checkPatch(dossierCollection, values, 'volunteer')).toEqual({ ok: true, value: undefined });
    expect(work.readCustody(record).transport).toBe('onDevice');
    expect(values['lodging']).toBeUndefined();
  });

  it('tells nobody an answer to a question that later answers took away', async () => {
    const record = await finish({ subjectName: 'Nông Văn Thử' });
    expect(open(record).dossier.answers).not.toHaveProperty('subjectName');
  });

  it('is open again once anything of it is changed, and gets another reference when finished again', async () => {
    const record = await finish();
    const first = open(record).dossier.reference;
    answerQuestion(work, open(record).dossier, { fieldId: 'copies', answer: 3 });
    expect(open(record).dossier.finishedAt).toBeUndefined();
    await finishDossier(work, open(record));
    expect(open(record).dossier.finishedAt).toBeDefined();
    expect(open(record).dossier.reference).not.toBe(first);
  });

  it('stays finished when the same answer is given again', async () => {
    const record = await finish();
    answerQuestion(work, open(record).dossier, { fieldId: 'copies', answer: 2 });
    expect(open(record).dossier.finishedAt).toBeDefined();
  });

  it('keeps its reference from one way of filing online to another', async () => {
    const record = await finish();
    const { reference } = open(record).dossier;
    chooseRoute(work, open(record), { route: 'selfAtSession', appointment: undefined });
    expect(open(record).dossier).toMatchObject({ route: 'selfAtSession', reference });
    expect(open(record).dossier.finishedAt).toBeDefined();
  });

  it('is about the citizen still when a child files: by name, birth and the child’s own relation, and can go back', async () => {
    const record = await finish();
    const son = { name: 'Nông Văn Ví', kin: 'child' } as const;
    chooseRoute(work, open(record), { route: 'relative', appointment: undefined, relative: son });
    const { dossier } = open(record);
    expect(dossier.finishedAt).toBeUndefined();
    expect(dossier.relative).toMatchObject({ ...son, before: 'self' });
    const subject = { subjectName: 'Hoàng Thị Mẫu', subjectDateOfBirth: '1947', relation: 'child' };
    expect(dossier.answers).toMatchObject(subject);
    expect(listDossierLacks(work, open(record))).toEqual([]);
    await finishDossier(work, open(record));
    const values = getValues(record);
    expect(checkPatch(dossierCollection, values, 'volunteer')).toEqual({ ok: true, value: undefined });
    // The requester is the son: nothing of the mother is left in his boxes.
    expect(open(record).dossier.answers).not.toHaveProperty('requesterName');
    answerQuestion(work, open(record).dossier, { fieldId: 'relation', answer: 'self' });
    expect(listDossierLacks(work, open(record))).toMatchObject([{ type: 'answer', fieldId: 'relation' }]);
    chooseRoute(work, open(record), { route: 'selfOwnPhone', appointment: undefined });
    const back = open(record).dossier;
    expect(back.relative).toBeUndefined();
    expect(back.answers).toMatchObject({ relation: 'self', requesterName: 'Hoàng Thị Mẫu' });
    expect(back.answers).not.toHaveProperty('subjectName');
    expect(listDossierLacks(work, open(record))).toEqual([]);
  });

  it('is not finished while nobody has written down who files for them', async () => {
    const record = await finish();
    chooseRoute(work, open(record), { route: 'relative', appointment: undefined });
    expect(listDossierLacks(work, open(record))).toContainEqual({ type: 'relative' });
    expect(open(record).dossier.finishedAt).toBeUndefined();
  });

  it('takes a new reference when it comes back from the post office, whose way took the old pack back', async () => {
    const record = await finish();
    const { reference } = open(record).dossier;
    chooseRoute(work, open(record), { route: 'post', appointment: undefined });
    expect(open(record).dossier.reference).toBe(reference);
    chooseRoute(work, open(record), { route: 'selfOwnPhone', appointment: undefined });
    expect(open(record).dossier.reference).not.toBe(reference);
  });

  it('is open again on a way that asks more', async () => {
    const record = await finish();
    chooseRoute(work, open(record), { route: 'counter', appointment: undefined });
    expect(open(record).dossier.finishedAt).toBeUndefined();
    expect(listDossierLacks(work, open(record)).length).toBeGreaterThan(0);
  });

  it('names the decision under which the team files, as it stands on its paper', async () => {
    const record = await finish();
    const decision = { decisionNumber: '12/QĐ-UBND', signer: 'Lê Thị Mẫu', from: '2020-01-01', to: null };
    const permitted = { ...work, authorisations: [{ ...decision, procedures: ['2.000635'] }] };
    chooseRoute(permitted, open(record), { route: 'authorisedForward', appointment: undefined });
    await finishDossier(permitted, open(record));
    expect(getValues(record)['authorisation']).toBe('12/QĐ-UBND');
    expect(checkPatch(dossierCollection, getValues(record), 'volunteer')).toMatchObject({ ok: true });
  });

  it('is not lodged by a number that somebody typed: that is for the commune to say', async () => {
    const record = await finish();
    const number = { dossierNo: 'H42.17-261122-0003', formatKnown: true };
    await recordNumber(work, record, { number, due: '2026-12-04' });
    const { recordedNumber, lodging } = open(record).dossier;
    expect(recordedNumber).toMatchObject({ evidence: 'citizenShown', by: 'Lành' });
    expect(lodging).toBeUndefined();
    expect(getValues(record)['dueOnReceipt']).toMatchObject({ day: '2026-12-04', by: 'Lành' });
    expect(checkPatch(dossierCollection, getValues(record), 'volunteer').ok).toBe(true);
  });

  it('says of a number that the camera read that it was read, and not typed', async () => {
    const record = await finish();
    const scanned = checkTypedNumber({ first: 'H42.17-261122-0003', again: '', isScanned: true });
    if (!scanned.ok) throw new Error(scanned.error.type);
    await recordNumber(work, record, { number: scanned.value, due: undefined });
    expect(open(record).dossier.recordedNumber).toMatchObject({ scanned: true, formatKnown: true });
    expect(checkPatch(dossierCollection, getValues(record), 'volunteer').ok).toBe(true);
  });
});

describe('a request to mend', () => {
  const request = {
    ...{ key: 7, reason: 'ảnh mờ', field: undefined, document: 'oldCivilStatusPaper' },
    ...{ askedBy: 'Anh Tú', due: undefined, isMended: false, isChanged: true },
  };

  it('of a dossier that was sent back is answered by finishing it again, as a version of its own', async () => {
    const record = await finish();
    const before = getValues(record)['reference'];
    await finishDossier(work, { ...open(record), request });
    const values = getValues(record);
    expect(values['mends']).toBe(7);
    expect(values['reference']).not.toBe(before);
    expect(checkPatch(dossierCollection, values, 'volunteer').ok).toBe(true);
  });

  it('of a lodged dossier is answered with nothing but what changed: its way and number stay', async () => {
    const record = await finish();
    const before = getValues(record);
    await sendMended(work, { ...open(record), request });
    const { finishedAt, mends, ...rest } = getValues(record);
    const { finishedAt: finishedBefore, ...restBefore } = before;
    expect({ ...rest }).toEqual(restBefore);
    expect([typeof finishedAt, typeof finishedBefore, mends]).toEqual(['number', 'number', 7]);
    expect(checkPatch(dossierCollection, getValues(record), 'volunteer').ok).toBe(true);
  });

  it('of what is lodged is known to be untouched until something is changed; untouched it goes with a word', async () => {
    const record = await finish();
    const lodging = { state: 'lodged', at: 1, askedAt: 7, reason: 'ảnh mờ', document: 'oldCivilStatusPaper' };
    const see = () => {
      const found = findRequest({ ...getValues(record), lodging }, work.officeTimes.calendar);
      return { ...open(record), request: found };
    };
    expect(see().request).toMatchObject({ key: 7, isChanged: false });
    await sendMended(work, see(), 'Bác chỉ có bản này');
    const note = { answers: 7, text: 'Bác chỉ có bản này', by: 'Lành' };
    expect(getValues(record)).toMatchObject({ mends: 7, mendNote: note });
    const { dossier } = see();
    const lodged = { ...dossier, lodging: lodging as Lodging };
    waivePaper(work, lodged, { documentId: 'oldCivilStatusPaper', reason: 'bringPaper' });
    expect(see().request).toMatchObject({ isChanged: true });
    expect(open(record).dossier.finishedAt).toBeDefined();
    expect(checkPatch(dossierCollection, getValues(record), 'volunteer').ok).toBe(true);
  });

  it('opens only the box or paper that it names, of what is lodged', async () => {
    const record = await finish();
    const { dossier, ...rest } = open(record);
    const lodged = { ...rest, dossier: { ...dossier, lodging: { state: 'lodged', at: 1 } as const } };
    const isOpen = (part: { document?: string; field?: string }, asked?: Partial<typeof request>) =>
      !isClosed({ ...lodged, request: asked && { ...request, ...asked } }, part);
    expect(isOpen({ document: 'oldCivilStatusPaper' })).toBe(false);
    expect(isOpen({ document: 'oldCivilStatusPaper' }, {})).toBe(true);
    expect(isOpen({ document: 'authorisationPaper' }, {})).toBe(false);
    expect(isOpen({ field: 'copies' }, {})).toBe(false);
    expect(isOpen({ field: 'copies' }, { document: 'notOfThisForm' })).toBe(true);
    expect(isClosed({ ...rest, dossier, request: undefined }, { field: 'copies' })).toBe(false);
  });
});
