import { beforeEach, describe, expect, it } from 'vitest';
import { createPracticeRig, type PracticeRig } from '../../../e2e/rig/practice-rig.ts';
import { waitUntil } from '../../../e2e/rig/device-rig.ts';
import type { RecordId } from '#shared/ids';
import type { Lodging, Route } from '#shared/model/dossier';

let rig: PracticeRig;

beforeEach(async () => {
  rig = await createPracticeRig();
  return () => rig.session.lock();
});

/** The manual clock goes on until it is so. */
const settle = (isSo: () => boolean) =>
  waitUntil(() => {
    rig.clock.advance(1_000);
    return isSo();
  });

interface Wishes {
  readonly route?: Route;
  readonly hasNumber?: boolean;
  readonly withPaper?: boolean;
}

/** A person, their dossier and its paper, saved and finished as the screens do it. */
async function finishDossier(wishes: Wishes = {}): Promise<RecordId> {
  const { route = 'selfOwnPhone', hasNumber = true, withPaper = true } = wishes;
  const { work } = rig.device;
  const [citizen, dossier] = [work.newId(), work.newId()];
  const save = async (collection: string, record: RecordId, patch: Record<string, unknown>) => {
    work.drafts.editRecord({ collection, record, patch: patch as never });
    await work.drafts.finishEditing(record);
  };
  await save('citizen', citizen, {
    fullName: 'Hoàng Thị Mẫu',
    ...(hasNumber && { personalId: '099147000123' }),
  });
  const kept = await work.papers.keep(new Blob([new Uint8Array(900)]), 'image/jpeg');
  if (!kept.ok) throw new Error(JSON.stringify(kept.error));
  const { attachment, pieces, sha256 } = kept.value;
  const described = { citizen, pieces, sha256, size: 900, type: 'image/jpeg', title: 'Giấy khai sinh cũ' };
  if (withPaper) await save('paper', attachment as string as RecordId, described);
  await save('dossier', dossier, {
    citizen,
    procedure: '2.000635',
    route,
    ...(route === 'relative' && { relative: { name: 'Nông Văn Ví', kin: 'child', agreedAt: 1 } }),
    'answers/copies': 2,
    'papers/oldCivilStatusPaper': attachment,
    reference: 'AAAAAAAAAAAAAAAAA',
    finishedAt: 1,
  });
  await rig.device.sendNow();
  return dossier;
}

const readLodging = (dossier: RecordId) =>
  rig.device.work.store.listRecords('dossier').find(({ record }) => record === dossier)?.values['lodging'] as
    Lodging | undefined;

/** The phone asks again, as it does at each press of "send now", until it hears this. */
const hear = (dossier: RecordId, state: Lodging['state']) =>
  settle(() => {
    void rig.device.sendNow();
    return readLodging(dossier)?.state === state;
  });

const hearStatus = (dossier: RecordId, status: number) =>
  settle(() => {
    void rig.device.sendNow();
    return readLodging(dossier)?.status === status;
  });

/** Time for whatever might still come. */
async function askThreeTimes(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    const before = rig.posted.length;
    void rig.device.sendNow();
    await settle(() => rig.posted.length > before && !rig.device.getSnapshot().line.isSending);
  }
}

describe('a dossier that is finished in practice', () => {
  it('becomes a pack, waits for the citizen, and has a number once their act was played', async () => {
    const dossier = await finishDossier();
    await hear(dossier, 'awaitingCitizen');
    expect(readLodging(dossier)?.packNumber).toMatch(/^GOI-/);
    await askThreeTimes();
    expect(readLodging(dossier)?.dossierNo).toBeUndefined();
    await rig.commune.playCitizen(dossier);
    await hear(dossier, 'lodged');
    expect(readLodging(dossier)).toMatchObject({ evidence: 'portalRead' });
    expect(readLodging(dossier)?.dossierNo).toMatch(/^TAPHUAN-\d{6}-\d{4}$/);
    const { dossierNo } = readLodging(dossier) ?? {};
    await rig.commune.playCitizen(dossier);
    await askThreeTimes();
    expect(readLodging(dossier)?.dossierNo).toBe(dossierNo);
  });

  it('goes on from its number to its result, one act of the one-stop at a time, and no further', async () => {
    const dossier = await finishDossier();
    await rig.commune.playOffice(dossier);
    await hear(dossier, 'awaitingCitizen');
    await rig.commune.playOffice(dossier);
    await rig.commune.playCitizen(dossier);
    await hear(dossier, 'lodged');
    await hearStatus(dossier, 1);
    const { dossierNo } = readLodging(dossier) ?? {};
    for (const status of [2, 4, 9]) {
      await rig.commune.playOffice(dossier);
      await hearStatus(dossier, status);
    }
    await rig.commune.playOffice(dossier);
    await askThreeTimes();
    expect(readLodging(dossier)).toMatchObject({ state: 'lodged', status: 9, dossierNo });
    expect(readLodging(dossier)?.ended?.status).toBe(9);
  });

  it('has its number although the phone had no signal when the citizen acted', async () => {
    const dossier = await finishDossier({ route: 'relative' });
    await hear(dossier, 'awaitingCitizen');
    rig.weather = 'none';
    await rig.commune.playCitizen(dossier);
    await askThreeTimes();
    expect(readLodging(dossier)?.state).toBe('awaitingCitizen');
    rig.weather = 'good';
    await hear(dossier, 'lodged');
  });

  it('is refused by name where the portal would refuse it', async () => {
    const dossier = await finishDossier({ hasNumber: false });
    await hear(dossier, 'needsFix');
    expect(readLodging(dossier)).toMatchObject({ field: 'submitter.personalId' });
  });

  it('does not leave before the commune has its papers', async () => {
    const dossier = await finishDossier({ withPaper: false });
    await settle(() => rig.device.work.readCustody(dossier).text === 'atServer');
    await askThreeTimes();
    await rig.commune.playCitizen(dossier);
    await askThreeTimes();
    expect(readLodging(dossier)).toBeUndefined();
  });

  it('goes to no portal by a way that has none, and is taken back when its way changes', async () => {
    const dossier = await finishDossier();
    await hear(dossier, 'awaitingCitizen');
    const { drafts } = rig.device.work;
    drafts.editRecord({ collection: 'dossier', record: dossier, patch: { route: 'counter' } });
    await drafts.finishEditing(dossier);
    await hear(dossier, 'awaitingOffice');
    await rig.commune.playCitizen(dossier);
    await askThreeTimes();
    expect(readLodging(dossier)?.dossierNo).toBeUndefined();
  });
});
