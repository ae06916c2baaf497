import { describe, expect, it } from 'vitest';
import {
  CitizenSearchReply,
  DossierStatus,
  PackReply,
  PackSearchReply,
  PortalProblem,
  Refusal,
} from '../contracts/portal.ts';
import { createPortalState, type PortalSettings } from './portal-state.ts';
import { MORNING, packBody, SCAN, talkTo } from './portal-talk.ts';

const CLASSES = ['A', 'B', 'C', 'D'] as const;

const MAU = { fullName: 'HOÀNG THỊ MẪU', personalId: '099147000123' };
const SON = { fullName: 'NÔNG VĂN VÍ', relation: 'child' } as const;

describe('a prepared pack at the portal', () => {
  it('waits for the citizen, who turns it into a dossier with an official number', () => {
    const portal = talkTo(createPortalState(7));
    const pack = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    expect(pack).toMatchObject({ status: 'awaitingCitizen', reference: packBody().reference });
    const lodged = portal.ask(PackReply, confirm(pack.packNumber));
    expect(lodged).toMatchObject({ status: 'lodged' });
    expect(portal.dossierNumbers()[0]).toMatch(/^H57\.242-261122-\d{4}$/);
    const dossier = portal.ask(DossierStatus, {
      endpoint: 'readDossier',
      dossierNumber: portal.dossierNumbers()[0]!,
    });
    expect(dossier).toMatchObject({ status: 1, changedAt: MORNING });
  });

  it('gets one number however often the citizen taps', () => {
    const portal = talkTo(createPortalState(7));
    const { packNumber } = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    const first = portal.ask(PackReply, confirm(packNumber));
    expect(portal.ask(PackReply, confirm(packNumber))).toEqual(first);
    expect(portal.dossierNumbers()).toHaveLength(1);
  });

  it('numbers a dossier by the day in Vietnam, where it is already tomorrow at 17:00 UTC', () => {
    const portal = talkTo(createPortalState(7), Date.UTC(2026, 11, 31, 17, 0));
    const { packNumber } = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    portal.ask(PackReply, confirm(packNumber));
    expect(portal.dossierNumbers()[0]).toContain('-270101-');
  });

  it('may be withdrawn while unconfirmed, and answers with the number afterwards', () => {
    const portal = talkTo(createPortalState(7));
    const early = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    const late = portal.ask(PackReply, { endpoint: 'createPack', body: packBody({ reference: 'another' }) });
    expect(portal.ask(PackReply, withdraw(early.packNumber)).status).toBe('withdrawn');
    expect(portal.ask(PackReply, withdraw(early.packNumber)).status).toBe('withdrawn');
    expect(portal.ask(PortalProblem, confirm(early.packNumber), 409).type).toBe('withdrawn');
    portal.ask(PackReply, confirm(late.packNumber));
    expect(portal.ask(PortalProblem, withdraw(late.packNumber), 409)).toEqual({
      type: 'lodged',
      packNumber: late.packNumber,
      dossierNumber: portal.dossierNumbers()[0],
    });
  });

  it('is not found under a name that only JavaScript knows', () => {
    const portal = talkTo(createPortalState(7));
    for (const packNumber of ['__proto__', 'constructor', 'GOI-261122-0001']) {
      expect(portal.ask(PortalProblem, { endpoint: 'readPack', packNumber }, 404).type).toBe('notFound');
    }
  });
});

describe('a pack that is told twice', () => {
  it.each(CLASSES)(
    'is one pack in class A and two in the others when nobody asks first (class %s)',
    (portalClass) => {
      const portal = talkTo(createPortalState(7, { portalClass }));
      const first = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
      const second = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
      expect(portal.packNumbers()).toHaveLength(portalClass === 'A' ? 1 : 2);
      expect(second.packNumber === first.packNumber).toBe(portalClass === 'A');
    },
  );

  it('is refused by class A when the content changed under the same reference', () => {
    const portal = talkTo(createPortalState(7, { portalClass: 'A' }));
    const { packNumber } = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    const changed = { endpoint: 'createPack', body: packBody({ payloadHash: 'e'.repeat(64) }) } as const;
    expect(portal.ask(PortalProblem, changed, 409)).toEqual({ type: 'referenceUsed', packNumber });
  });

  it('becomes two even in class A once the key has lived its life', () => {
    const portal = talkTo(createPortalState(7, { portalClass: 'A', keyLifeSeconds: 3600 }));
    portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    portal.wait(3601);
    portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    expect(portal.packNumbers()).toHaveLength(2);
  });
});

describe('finding a pack again', () => {
  const search = { endpoint: 'searchPacks', reference: packBody().reference } as const;

  it('works by our reference in classes A and B, only once it has become visible', () => {
    for (const portalClass of ['A', 'B'] as const) {
      const portal = talkTo(createPortalState(7, { portalClass, visibilitySeconds: 600 }));
      const pack = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
      portal.wait(599);
      expect(portal.ask(PackSearchReply, search).packs).toEqual([]);
      portal.wait(1);
      expect(portal.ask(PackSearchReply, search).packs).toEqual([pack]);
    }
  });

  it('shows both when there are two, oldest first', () => {
    const portal = talkTo(createPortalState(7));
    const first = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    const second = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    expect(portal.ask(PackSearchReply, search).packs).toEqual([first, second]);
  });

  it('is not offered by reference in classes C and D', () => {
    for (const portalClass of ['C', 'D'] as const) {
      const portal = talkTo(createPortalState(7, { portalClass }));
      portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
      expect(portal.ask(PortalProblem, search, 404).type).toBe('notOffered');
    }
  });

  it('finds a relative’s pack in class C by the owner, whose number we have', () => {
    const portal = talkTo(createPortalState(7, { portalClass: 'C' }));
    const body = packBody({ route: 'relative', submitter: SON, owner: MAU });
    portal.ask(PackReply, { endpoint: 'createPack', body });
    const asked = { personalId: MAU.personalId, day: '2026-11-22' };
    const { packs } = portal.ask(CitizenSearchReply, { endpoint: 'searchByCitizen', body: asked });
    expect(packs).toHaveLength(1);
    expect(Object.values(portal.state().packs)).toMatchObject([{ submitter: SON, owner: MAU }]);
  });

  it('is offered by citizen and day in class C alone, and never says which pack is ours', () => {
    const body = { personalId: packBody().submitter.personalId, day: '2026-11-22' };
    const found = talkTo(createPortalState(7, { portalClass: 'C' }));
    const { packNumber } = found.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    const request = { endpoint: 'searchByCitizen', body } as const;
    expect(found.ask(CitizenSearchReply, request)).toEqual(JSON.parse(found.tell(request).text));
    expect(found.ask(CitizenSearchReply, request)).toEqual({
      packs: [{ packNumber, procedureCode: '1.001193', status: 'awaitingCitizen' }],
    });
    const silent = talkTo(createPortalState(7, { portalClass: 'D' }));
    expect(silent.ask(PortalProblem, { endpoint: 'searchByCitizen', body }, 404).type).toBe('notOffered');
  });
});

describe('a definite refusal', () => {
  const birth = { id: 'birthNotice', title: 'Giấy chứng sinh' };
  const settings: Partial<PortalSettings> = {
    procedures: [{ code: '1.001193', requiredDocuments: [birth] }],
  };
  const paper = { ...SCAN, title: 'Giấy chứng sinh' };

  it.each([
    [
      'an unknown procedure',
      { procedureCode: '9.999999' },
      { code: 'procedureUnknown', field: 'procedureCode' },
    ],
    [
      'a personal number that has not twelve digits',
      { submitter: { fullName: 'NGUYỄN VĂN MẪU', personalId: '12345678901' } },
      { code: 'personalIdInvalid', field: 'submitter.personalId' },
    ],
    [
      'an owner beside a citizen who files alone',
      { owner: MAU },
      { code: 'ownerUnexpected', field: 'owner' },
    ],
    ['a relative who names no owner', { route: 'relative' }, { code: 'ownerMissing', field: 'owner' }],
    [
      'an owner whose number has not twelve digits',
      { route: 'relative', submitter: SON, owner: { ...MAU, personalId: '' } },
      { code: 'personalIdInvalid', field: 'owner.personalId' },
    ],
    [
      'a relative who does not say what they are to the owner',
      { route: 'relative', submitter: { fullName: SON.fullName }, owner: MAU },
      { code: 'relationMissing', field: 'submitter.relation' },
    ],
    [
      'a relative who is the owner',
      { route: 'relative', submitter: { ...SON, personalId: MAU.personalId }, owner: MAU },
      { code: 'submitterIsOwner', field: 'submitter.personalId' },
    ],
    ['a missing reference', { reference: undefined }, { code: 'referenceMissing', field: 'reference' }],
    [
      'a document that is too large',
      { documents: [{ ...paper, size: 99_999_999 }] },
      { field: 'documents.0.size' },
    ],
    [
      'a required paper that is not there',
      { documents: [] },
      { code: 'documentRequired', document: 'birthNotice' },
    ],
    ['a paper whose file never came', {}, { code: 'documentMissing', document: paper.id }],
  ])('names %s, and keeps nothing', (_case, change, named) => {
    const portal = talkTo(createPortalState(7, settings));
    const body = { ...packBody({ documents: [paper] }), ...change };
    expect(portal.ask(Refusal, { endpoint: 'createPack', body }, 422)).toMatchObject(named);
    expect(portal.packNumbers()).toEqual([]);
  });

  it('goes away once the file has come, whichever name the paper bears', () => {
    const portal = talkTo(createPortalState(7, settings));
    portal.upload(paper);
    const other = { ...paper, title: 'Ảnh 1', requirement: 'birthNotice' };
    portal.ask(PackReply, { endpoint: 'createPack', body: packBody({ documents: [paper] }) });
    portal.ask(PackReply, {
      endpoint: 'createPack',
      body: packBody({ reference: 'second', documents: [other] }),
    });
    expect(portal.packNumbers()).toHaveLength(2);
  });

  it('meets a file whose bytes are not what its name says', () => {
    const portal = talkTo(createPortalState(7));
    const upload = {
      endpoint: 'uploadDocument',
      claimed: SCAN.sha256,
      sha256: 'b'.repeat(64),
      size: 10,
    } as const;
    expect(portal.ask(Refusal, upload, 422)).toMatchObject({
      code: 'documentMissing',
      document: SCAN.sha256,
    });
  });
});

describe('direct acceptance', () => {
  const decision = { decisionNumber: '12/QĐ-UBND', procedureCodes: ['1.001193'] };
  const claim = { decisionNumber: '12/QĐ-UBND', procedureCode: '1.001193' };
  const body = packBody({ route: 'authorisedForward', authorisation: claim });

  it('gives a dossier number at once under a decision that the portal knows', () => {
    const portal = talkTo(createPortalState(7, { authorisations: [decision] }));
    const reply = portal.ask(PackReply, { endpoint: 'createPack', body });
    expect(reply).toMatchObject({ status: 'lodged', dossierNumber: portal.dossierNumbers()[0] });
  });

  it.each([
    ['without any decision', { ...body, authorisation: undefined }],
    [
      'under a decision that the portal does not know',
      { ...body, authorisation: { ...claim, decisionNumber: '13/QĐ' } },
    ],
    ['for a procedure that the decision does not name', { ...body, procedureCode: '2.000815' }],
    ['on a route where the citizen lodges', { ...body, route: 'selfOwnPhone' }],
  ])('is refused %s', (_case, refused) => {
    const portal = talkTo(createPortalState(7, { authorisations: [decision] }));
    const reply = portal.ask(
      Refusal,
      { endpoint: 'createPack', body: JSON.parse(JSON.stringify(refused)) },
      422,
    );
    expect(reply).toMatchObject({ code: 'authorisationUnknown', field: 'authorisation' });
    expect(portal.dossierNumbers()).toEqual([]);
  });
});

describe('a dossier at the one-stop', () => {
  function lodge() {
    const portal = talkTo(createPortalState(7));
    const { packNumber } = portal.ask(PackReply, { endpoint: 'createPack', body: packBody() });
    portal.ask(PackReply, confirm(packNumber));
    const dossierNumber = portal.dossierNumbers()[0]!;
    const move = (body: unknown) => ({ endpoint: 'moveDossier', dossierNumber, body }) as const;
    return { portal, dossierNumber, move };
  }

  it('goes from received to handed out by the moves of the official table', () => {
    const { portal, move } = lodge();
    for (const status of [2, 4, 9, 10]) {
      portal.wait(60);
      expect(portal.ask(DossierStatus, move({ status })).status).toBe(status);
    }
    expect(portal.ask(PortalProblem, move({ status: 4 }), 409).type).toBe('moveNotAllowed');
  });

  it('says what to complete when it is sent back, and forgets it once it goes on', () => {
    const { portal, dossierNumber, move } = lodge();
    const supplement = { text: 'Ảnh trang 2 mờ, đề nghị chụp lại.', document: SCAN.id };
    expect(portal.ask(Refusal, move({ status: 5 }), 422).field).toBe('supplement');
    portal.ask(DossierStatus, move({ status: 5, supplement }));
    const read = { endpoint: 'readDossier', dossierNumber } as const;
    expect(portal.ask(DossierStatus, read).supplement).toEqual(supplement);
    expect(portal.ask(DossierStatus, move({ status: 2, supplement })).supplement).toBeUndefined();
  });
});

function confirm(packNumber: string) {
  return { endpoint: 'confirmPack', packNumber, body: { by: 'citizen' } } as const;
}

function withdraw(packNumber: string) {
  return { endpoint: 'withdrawPack', packNumber } as const;
}

it('keeps all that it knows as plain data that survives being written and read', () => {
  const portal = talkTo(createPortalState(7));
  portal.upload(SCAN);
  portal.ask(PackReply, { endpoint: 'createPack', body: packBody({ documents: [SCAN] }) });
  expect(JSON.parse(JSON.stringify(portal.state()))).toEqual(portal.state());
});
