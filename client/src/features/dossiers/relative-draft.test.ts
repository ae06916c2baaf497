import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/ids';
import type { Kin } from '#shared/model/dossier';
import { createRigDatabase, createRigVault, openRigTab, rigRecord } from '../../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../../e2e/rig/work-rig.ts';
import type { Work } from '../../custody/work.ts';
import type { Vault } from '../../vault/vault-types.ts';
import { answerQuestion, chooseRoute, createDossier, finishDossier, withdrawRelative } from './actions.ts';
import { findOpenDossier, listDossierLacks, type OpenDossier } from './queries.ts';
import {
  amendRelative,
  findRelativeFault,
  type NamedRelative,
  startRelativeDraft,
} from './relative-draft.ts';

const MAU = rigRecord(20);

let vault: Vault;
let work: Work;

beforeAll(async () => {
  ({ vault } = await createRigVault());
});
beforeEach(async () => {
  const name = await createRigDatabase();
  const tab = await openRigTab(name, vault);
  work = createRigWork(tab);
  const patch = { fullName: 'Hoàng Thị Mẫu', dateOfBirth: '1947', personalId: '099147004567' };
  work.drafts.editRecord({ collection: 'citizen', record: MAU, patch });
});

const getValues = (record: RecordId) => work.store.findRecord(record)?.values ?? {};

function open(record: RecordId): OpenDossier {
  const found = findOpenDossier(work, record);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

/** Her own extract, ready but for who files. */
function start(): RecordId {
  const record = createDossier(work, { citizen: MAU, procedure: '2.000635' });
  const birth = { relation: 'self', eventType: 'birth', registeredAt: 'Xã Ví Dụ' };
  for (const [fieldId, answer] of Object.entries({ ...birth, copies: 2, resultDelivery: 'inPerson' }))
    answerQuestion(work, open(record).dossier, { fieldId, answer });
  return record;
}

describe('a dossier that a relative files', () => {
  it('is nobody’s to file once the relative takes their yes back, keeps nothing of theirs, and can be undone', async () => {
    const record = start();
    const son = { name: 'Nông Văn Ví', kin: 'child', phone: '0987000222' } as const;
    chooseRoute(work, open(record), { route: 'relative', appointment: undefined, relative: son });
    await finishDossier(work, open(record));
    const before = open(record).dossier;
    const undo = withdrawRelative(work, open(record));
    const { dossier } = open(record);
    expect([dossier.relative, dossier.route, dossier.finishedAt]).toEqual([undefined, undefined, undefined]);
    expect(JSON.stringify(getValues(record))).not.toMatch(/Nông Văn Ví|0987000222/);
    expect(dossier.answers).toMatchObject({ relation: 'self', requesterName: 'Hoàng Thị Mẫu' });
    expect(listDossierLacks(work, open(record))).toEqual([{ type: 'route' }]);
    undo();
    expect(open(record).dossier).toMatchObject({ relative: before.relative, route: 'relative' });
    expect(open(record).dossier.answers).toEqual(before.answers);
    expect(open(record).dossier.finishedAt).toBeUndefined();
  });

  it('stays finished when the same relative is chosen again, and asks another one for their own yes', async () => {
    const record = start();
    const choose = (relative: NamedRelative) =>
      chooseRoute(work, open(record), { route: 'relative', appointment: undefined, relative });
    choose({ name: 'Nông Văn Ví', kin: 'child', phone: '0987000222' });
    await finishDossier(work, open(record));
    const first = open(record).dossier.relative;
    choose({ name: 'Nông Văn Ví', kin: 'child', phone: '0987000222' });
    expect(open(record).dossier.finishedAt).toBeDefined();
    choose({ name: 'Nông Văn Ví', kin: 'child' });
    expect(open(record).dossier.relative).toEqual({ ...first, phone: undefined });
    choose({ name: 'Nông Thị Thử', kin: 'child' });
    expect(open(record).dossier.relative).toMatchObject({ name: 'Nông Thị Thử', before: 'self' });
    expect(open(record).dossier.finishedAt).toBeUndefined();
    expect(amendRelative(startRelativeDraft(first), { name: 'Nông Thị Thử' }).agrees).toBe(false);
    expect(amendRelative(startRelativeDraft(first), { phone: '1' })).toMatchObject({ agrees: true });
    expect(findRelativeFault(amendRelative(startRelativeDraft(first), { phone: '1' }))).toBe('relativePhone');
  });

  it('lacks the certified paper when the law spares this relative nothing', async () => {
    const record = start();
    const choose = (kin: Kin) =>
      chooseRoute(work, open(record), {
        ...{ route: 'relative', appointment: undefined, relative: { name: 'Lý Thử', kin } },
      });
    choose('child');
    expect(listDossierLacks(work, open(record))).toEqual([]);
    choose('grandchild');
    expect(listDossierLacks(work, open(record))).toMatchObject([
      { type: 'paper', documentId: 'authorisationPaper' },
    ]);
  });
});
