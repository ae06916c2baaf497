/** Puts the packs of the office into the order in which they are handled. The day comes in; nothing is decided here. */
import { mayBeTakenAway } from '#shared/model/dossier';
import { compareNames } from '#shared/rules/sort-names';
import type { RecordCustody } from '../../custody/record-custody.ts';
import { isNumberUnknown, type Pack } from './read-pack.ts';

/** Where a pack stands for the desk: what the commune knows, and before it what this device has recorded. */
export type Standing =
  | 'refused'
  | 'needsPerson'
  | 'needsFix'
  | 'awaitingOffice'
  | 'awaitingCitizen'
  | 'finished'
  | 'recorded'
  | 'lodged';

export interface DeskEntry {
  readonly pack: Pack;
  readonly standing: Standing;
}

export const deskGroups = ['act', 'today', 'office', 'citizen', 'done'] as const;
export type DeskGroup = (typeof deskGroups)[number];

/** What was recorded here counts until the commune has answered; then its word does. A number that it refused is none. */
export function findStanding(
  { lodging, recorded, returned }: Pick<Pack, 'lodging' | 'recorded'> & Partial<Pick<Pack, 'returned'>>,
  { transport, setAside }: Pick<RecordCustody, 'transport' | 'setAside'>,
): Standing {
  if (lodging?.state === 'lodged') return 'lodged';
  if (recorded && transport !== 'atServer') return 'recorded';
  if (recorded && setAside) return 'refused';
  if (returned && transport !== 'atServer') return 'needsFix';
  return lodging?.state ?? (recorded ? 'recorded' : 'finished');
}

/** What a person recorded, also where the commune has refused it: it may belong to the other dossier. What the portal gave to our own pack is nobody's to take away. */
export function canTakeNumberAway({ pack: { recorded, lodging }, standing }: DeskEntry): boolean {
  const isWritten = standing === 'recorded' || standing === 'lodged' || standing === 'refused';
  return isWritten && recorded !== undefined && (!lodging || mayBeTakenAway(lodging));
}

/** `today`: `yyyy-mm-dd`. Every entry stands in exactly one group. */
export function groupDesk(
  entries: readonly DeskEntry[],
  today: string,
): Readonly<Record<DeskGroup, readonly DeskEntry[]>> {
  const of = (group: DeskGroup) => entries.filter((entry) => findGroup(entry, today) === group);
  return {
    act: of('act').sort(byUrgency),
    today: of('today').sort(byPart),
    office: of('office').sort(byName),
    citizen: of('citizen').sort(byName),
    done: of('done').sort(byLodging),
  };
}

const OFFICE_ROUTES: readonly Pack['route'][] = ['assistedAtCentre', 'counter', 'post'];
/** Whose appointment is at the commune's; without a way nobody knows, and somebody may come. */
const EXPECTED_ROUTES: readonly Pack['route'][] = [...OFFICE_ROUTES, 'policeInPerson', undefined];

function isExpected({ appointment, route }: Pack, today: string): boolean {
  return appointment?.day === today && EXPECTED_ROUTES.includes(route);
}

/** Everybody who is to come on that day, in its order, whatever else their dossier waits for. `today`: `yyyy-mm-dd`. */
export function listExpected(entries: readonly DeskEntry[], today: string): readonly DeskEntry[] {
  return entries.filter(({ pack }) => isExpected(pack, today)).sort(byPart);
}

function findGroup({ pack, standing }: DeskEntry, today: string): DeskGroup {
  if (standing === 'lodged' && isNumberUnknown(pack)) return 'act';
  if (standing === 'recorded' || standing === 'lodged') return 'done';
  if (standing === 'refused' || standing === 'needsPerson') return 'act';
  if (isExpected(pack, today)) return 'today';
  if (standing === 'needsFix') return 'act';
  if (standing === 'awaitingOffice') return 'office';
  return standing === 'finished' && OFFICE_ROUTES.includes(pack.route) ? 'office' : 'citizen';
}

function byName(a: DeskEntry, b: DeskEntry): number {
  return compareNames(a.pack.citizen.name, b.pack.citizen.name);
}

/** What only the office can settle, before what the team is mending. */
function byUrgency(a: DeskEntry, b: DeskEntry): number {
  const rank = ({ standing }: DeskEntry) =>
    ['refused', 'needsPerson', 'lodged', 'needsFix'].indexOf(standing);
  return rank(a) - rank(b) || byName(a, b);
}

/** Morning before afternoon. */
function byPart(a: DeskEntry, b: DeskEntry): number {
  const isLate = ({ pack }: DeskEntry) => Number(pack.appointment?.part === 'afternoon');
  return isLate(a) - isLate(b) || byName(a, b);
}

function byLodging(a: DeskEntry, b: DeskEntry): number {
  return getLodgedAt(b.pack) - getLodgedAt(a.pack);
}

function getLodgedAt({ lodging, recorded, finishedAt }: Pack): number {
  return recorded?.at ?? lodging?.at ?? finishedAt;
}
