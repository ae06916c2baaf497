/** Makes of a finished dossier the pack that the portal of practice is given, from what the practice commune has received. Sends nothing. */
import {
  type ComposedPack,
  composePack,
  describePaper,
  listPapers,
  type NamedPaper,
  readText,
} from '#shared/custody/compose-pack';
import type { ForwardState } from '#shared/custody/forwarder-types';
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import { digestBytes, textToBytes } from '../../vault/own-bytes.ts';
import type { CommuneState } from './commune-state.ts';

export interface PreparedPack extends ComposedPack {
  readonly papersWhole: boolean;
}

export async function preparePack(
  state: CommuneState,
  { reference, route }: ForwardState,
  dossier: RecordState,
): Promise<PreparedPack> {
  const papers = listPapers(dossier);
  const documents = papers.map((paper) => describePaper(paper, findRecord(state, paper.id)));
  const citizen = findRecord(state, readText(dossier, 'citizen'));
  const composed = await composePack({ reference, route, dossier, citizen, documents }, digestHex);
  return { ...composed, papersWhole: papers.every((paper) => isWhole(state, paper)) };
}

function findRecord({ records }: CommuneState, id: string): RecordState | undefined {
  return records[id as RecordId];
}

function isWhole(state: CommuneState, { id }: NamedPaper): boolean {
  const paper = state.papers[id];
  return findRecord(state, id) !== undefined && paper !== undefined && paper.pieces.length === paper.total;
}

async function digestHex(text: string): Promise<string> {
  const bytes = await digestBytes(textToBytes(text));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
