/** Taking a prepared pack: every checkable fault first, then exactly one effect. Gives a dossier number only under a decision. */
import * as z from 'zod/mini';
import { PackRequest } from '../contracts/portal.ts';
import { numberDossier, statePack } from './number-dossier.ts';
import { getVietnamDay } from '../rules/vietnam-day.ts';
import { type Handler, type Outcome, answerProblem, refuse, refuseField } from './portal-answer.ts';
import type { PortalPack, PortalState } from './portal-state.ts';

/** Same reference and hash within the key's life: class A answers the pack it has. Classes B to D make another one. */
export const createPack: Handler<{ endpoint: 'createPack'; body: unknown }> = (state, now, request) => {
  const parsed = z.safeParse(PackRequest, request.body);
  if (!parsed.success) return refuseField(state, parsed.error.issues[0]?.path ?? []);
  const pack = parsed.data;
  const known = state.settings.portalClass === 'A' ? findByKey(state, now, pack.reference) : undefined;
  if (known) return answerKnownPack(state, known, pack.payloadHash);
  return findFault(state, pack) ?? keepPack(state, now, pack);
};

function findByKey(state: PortalState, now: number, reference: string): PortalPack | undefined {
  const oldest = now - state.settings.keyLifeSeconds * 1000;
  return Object.values(state.packs).find((pack) => pack.reference === reference && pack.createdAt > oldest);
}

function answerKnownPack(state: PortalState, known: PortalPack, payloadHash: string): Outcome {
  if (known.payloadHash !== payloadHash) {
    return answerProblem(state, 'referenceUsed', { packNumber: known.packNumber });
  }
  return { state, answer: { status: 200, body: statePack(known) }, effects: [] };
}

function findFault(state: PortalState, pack: PackRequest): Outcome | undefined {
  return (
    findProcedureFault(state, pack) ??
    findSubmitterFault(state, pack) ??
    findPaperFault(state, pack) ??
    findAuthorisationFault(state, pack)
  );
}

function findProcedureFault(state: PortalState, pack: PackRequest): Outcome | undefined {
  const { procedures } = state.settings;
  const known =
    procedures === 'any'
      ? /^\d\.\d{6}(\.[A-Z0-9.]+)?$/.test(pack.procedureCode)
      : procedures.some((procedure) => procedure.code === pack.procedureCode);
  if (known) return undefined;
  return refuse(state, {
    code: 'procedureUnknown',
    field: 'procedureCode',
    reason: `Cổng không có thủ tục mang mã ${pack.procedureCode}.`,
  });
}

const PERSONAL_ID = /^\d{12}$/;

/** Who files, and whose dossier it is: two people on route C, one on every other. */
function findSubmitterFault(state: PortalState, pack: PackRequest): Outcome | undefined {
  const { route, submitter, owner } = pack;
  if (route === 'relative') return findOwnerFault(state, pack);
  if (owner !== undefined)
    return refuse(state, {
      code: 'ownerUnexpected',
      field: 'owner',
      reason: 'Người nộp là chủ hồ sơ: không được ghi chủ hồ sơ khác.',
    });
  if (PERSONAL_ID.test(submitter.personalId ?? '')) return undefined;
  return refuse(state, {
    code: 'personalIdInvalid',
    field: 'submitter.personalId',
    reason: 'Số định danh của người nộp phải có đúng 12 chữ số.',
  });
}

/** The relative's own account brings their number when they file: none is asked for here. */
function findOwnerFault(state: PortalState, { submitter, owner }: PackRequest): Outcome | undefined {
  if (owner === undefined)
    return refuse(state, {
      code: 'ownerMissing',
      field: 'owner',
      reason: 'Người thân nộp thì phải ghi chủ hồ sơ là ai.',
    });
  if (!PERSONAL_ID.test(owner.personalId))
    return refuse(state, {
      code: 'personalIdInvalid',
      field: 'owner.personalId',
      reason: 'Số định danh của chủ hồ sơ phải có đúng 12 chữ số.',
    });
  if (submitter.relation === undefined)
    return refuse(state, {
      code: 'relationMissing',
      field: 'submitter.relation',
      reason: 'Thiếu quan hệ của người nộp với chủ hồ sơ.',
    });
  if (submitter.personalId !== owner.personalId) return undefined;
  return refuse(state, {
    code: 'submitterIsOwner',
    field: 'submitter.personalId',
    reason: 'Người nộp thay không thể là chính chủ hồ sơ.',
  });
}

function findPaperFault(state: PortalState, pack: PackRequest): Outcome | undefined {
  const { procedures } = state.settings;
  const required =
    procedures === 'any'
      ? []
      : (procedures.find((one) => one.code === pack.procedureCode)?.requiredDocuments ?? []);
  for (const paper of required) {
    const title = paper.title.normalize('NFC');
    const given = pack.documents.some(
      (document) => document.requirement === paper.id || document.title.normalize('NFC') === title,
    );
    if (given) continue;
    return refuse(state, {
      code: 'documentRequired',
      document: paper.id,
      reason: `Thiếu giấy tờ: ${paper.title}`,
    });
  }
  const missing = pack.documents.find((document) => state.documents[document.sha256] !== document.size);
  if (!missing) return undefined;
  return refuse(state, {
    code: 'documentMissing',
    document: missing.id,
    reason: `Chưa nhận được tệp của giấy tờ: ${missing.title}`,
  });
}

function findAuthorisationFault(state: PortalState, pack: PackRequest): Outcome | undefined {
  const claim = pack.authorisation;
  if (pack.route !== 'authorisedForward' && !claim) return undefined;
  const decision = state.settings.authorisations.find((one) => one.decisionNumber === claim?.decisionNumber);
  const covers =
    pack.route === 'authorisedForward' &&
    claim?.procedureCode === pack.procedureCode &&
    decision?.procedureCodes.includes(pack.procedureCode) === true;
  if (covers) return undefined;
  return refuse(state, {
    code: 'authorisationUnknown',
    field: 'authorisation',
    reason: 'Cổng không có quyết định cho phép nhận thẳng hồ sơ này.',
  });
}

function keepPack(state: PortalState, now: number, request: PackRequest): Outcome {
  const packNumber = `GOI-${getVietnamDay(now).replaceAll('-', '').slice(2)}-${nextPackOrdinal(state)}`;
  const pack: PortalPack = {
    packNumber,
    reference: request.reference,
    payloadHash: request.payloadHash,
    procedureCode: request.procedureCode,
    route: request.route,
    submitter: request.submitter,
    ...(request.owner && { owner: request.owner }),
    documents: request.documents.map(({ id, title }) => ({ id, title })),
    createdAt: now,
    visibleAt: now + state.settings.visibilitySeconds * 1000,
    status: 'awaitingCitizen',
  };
  const kept: Outcome = {
    state: { ...state, packs: { ...state.packs, [packNumber]: pack } },
    answer: { status: 201, body: statePack(pack) },
    effects: [{ type: 'packCreated', packNumber, reference: pack.reference }],
  };
  if (!request.authorisation) return kept;
  const lodged = numberDossier(kept.state, now, pack);
  return {
    ...lodged,
    answer: { ...lodged.answer, status: 201 },
    effects: [...kept.effects, ...lodged.effects],
  };
}

function nextPackOrdinal(state: PortalState): string {
  return String(Object.keys(state.packs).length + 1).padStart(4, '0');
}
