/** A dossier is in the hands of its weakest part: its own record and the scans that belong to it. Pure; promises nothing. */
import type { RecordCustody, Transport } from '../../custody/record-custody.ts';

const ORDER: readonly Transport[] = ['typing', 'onDevice', 'atServer'];

/** `piecesHere`: pieces of its scans that are still on this phone. */
export function combineCustody(
  own: RecordCustody,
  papers: readonly RecordCustody[],
  piecesHere: number,
): RecordCustody {
  const all = [own, ...papers];
  const text = ORDER.find((step) => all.some((one) => one.text === step)) ?? 'atServer';
  const setAside = all.find((one) => one.setAside)?.setAside;
  const trouble = all.find((one) => one.trouble)?.trouble;
  return {
    transport: text === 'atServer' && piecesHere > 0 ? 'onDevice' : text,
    text,
    piecesHere,
    quarantined: all.some((one) => one.quarantined),
    held: all.some((one) => one.held),
    ...(setAside && { setAside }),
    ...(trouble && { trouble }),
  };
}
