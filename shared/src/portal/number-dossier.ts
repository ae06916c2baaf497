/** Where a pack becomes a dossier: the one place that issues an official number. */
import type { PackReply } from '../contracts/portal.ts';
import { getVietnamDay } from '../rules/vietnam-day.ts';
import type { Outcome } from './portal-answer.ts';
import type { PortalDossier, PortalPack, PortalState } from './portal-state.ts';

/** Agency, day of receipt and a daily sequence: `H57.242-261122-0001` (the pattern of decision 20/2020/QĐ-TTg). */
export function numberDossier(state: PortalState, now: number, pack: PortalPack): Outcome {
  const day = getVietnamDay(now).replaceAll('-', '').slice(2);
  const given = state.givenOnDay[day] ?? 0;
  const sequence = String(state.firstOfDay + given).padStart(4, '0');
  const dossierNumber = `${state.settings.agencyCode}-${day}-${sequence}`;
  const dossier: PortalDossier = { dossierNumber, packNumber: pack.packNumber, status: 1, changedAt: now };
  const lodged: PortalPack = { ...pack, status: 'lodged', dossierNumber };
  return {
    state: {
      ...state,
      givenOnDay: { ...state.givenOnDay, [day]: given + 1 },
      packs: { ...state.packs, [pack.packNumber]: lodged },
      dossiers: { ...state.dossiers, [dossierNumber]: dossier },
    },
    answer: { status: 200, body: statePack(lodged) },
    effects: [{ type: 'dossierNumbered', dossierNumber, reference: pack.reference }],
  };
}

/** A pack as the portal tells it to its sender. */
export function statePack(pack: PortalPack): PackReply {
  const { packNumber, reference, status, dossierNumber } = pack;
  if (status !== 'lodged') return { status, packNumber, reference };
  if (dossierNumber === undefined) throw new Error('A lodged pack without a dossier number.');
  return { status, packNumber, reference, dossierNumber };
}
