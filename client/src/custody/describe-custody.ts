/** Transport and lodging in words and points: never more than is true, and neither hides the other. Draws nothing. */
import { isStoppedByWithdrawal, type Lodging, type RecordedNumber, type Route } from '#shared/model/dossier';
import { formatShortDay } from '../i18n/format-values.ts';
import type { Translator } from '../i18n/translate.ts';
import type { RecordCustody } from './record-custody.ts';

export interface CustodyWords {
  /** Steps behind it: on the device, at the commune, lodged. */
  readonly level: 0 | 1 | 2 | 3;
  readonly tone: 'good' | 'attention' | 'bad';
  /** Where it is, in a few words. */
  readonly transport: string;
  /** Where the dossier stands; undefined before it has been finished. */
  readonly lodging: string | undefined;
  /** The one sentence under it. */
  readonly note: string | undefined;
}

export interface LodgingFacts {
  readonly lodging: Lodging | undefined;
  /** How the citizen is called: "bà Mẫu". */
  readonly name: string;
  /** yyyy-mm-dd of the appointment. */
  readonly appointmentDay?: string | undefined;
  /** yyyy-mm-dd: the day of this year needs no year. */
  readonly today?: string | undefined;
}

export function describeCustody(
  custody: RecordCustody,
  facts: LodgingFacts | undefined,
  translator: Translator,
): CustodyWords {
  const lodging = facts?.lodging && describeLodging(facts, facts.lodging, translator);
  return {
    level: facts?.lodging?.state === 'lodged' ? 3 : LEVELS[custody.transport],
    tone: findTone(custody, facts?.lodging),
    transport: describeTransport(custody, translator),
    lodging,
    note: describeNote(custody, facts?.lodging, translator),
  };
}

const LEVELS = { typing: 0, onDevice: 1, atServer: 2 } as const;

function describeTransport(custody: RecordCustody, { t }: Translator): string {
  if (custody.received) return t('custody.state.received');
  if (custody.trouble) return t('custody.bar.notSaved');
  if (custody.text === 'atServer' && custody.piecesHere > 0)
    return t('custody.note.piecesLeft', { count: custody.piecesHere });
  return t(`custody.state.${custody.transport}`);
}

function describeLodging(
  { name, appointmentDay, today }: LodgingFacts,
  lodging: Lodging,
  { t }: Translator,
): string {
  if (isStoppedByWithdrawal(lodging)) return t('custody.state.consentWithdrawn');
  switch (lodging.state) {
    case 'awaitingCitizen':
      return appointmentDay
        ? t('custody.state.awaitingCitizenDay', { name, day: formatShortDay(appointmentDay, today) })
        : t('custody.state.awaitingCitizen', { name });
    case 'lodged':
      return t('custody.state.lodged', { number: lodging.dossierNo ?? '…' });
    case 'needsFix':
      return t('custody.state.needsFix', { reason: lodging.reason ?? '' });
    default:
      return t(`custody.state.${lodging.state}`);
  }
}

interface BeforeLodging {
  readonly finishedAt?: number | undefined;
  /** Read by a person from a receipt; the server has not said that it takes it. */
  readonly recordedNumber?: RecordedNumber | undefined;
  readonly route?: Route | undefined;
  readonly appointment?: { readonly day: string } | undefined;
}

/** Where a dossier stands before the server has said anything about lodging; a visit to the police is never lodged. */
export function describeBefore(dossier: BeforeLodging, { t }: Translator, today: string | undefined): string {
  const { finishedAt, recordedNumber, route, appointment } = dossier;
  if (recordedNumber) return t('dossiers.lodging.numberRecorded', { number: recordedNumber.dossierNo });
  if (finishedAt !== undefined && route === 'policeInPerson' && appointment)
    return t('dossiers.lodging.police', { day: formatShortDay(appointment.day, today) });
  return t(finishedAt === undefined ? 'dossiers.lodging.preparing' : 'dossiers.lodging.finished');
}

function describeNote(
  custody: RecordCustody,
  lodging: Lodging | undefined,
  { t }: Translator,
): string | undefined {
  if (custody.setAside) return t(`errors.${custody.setAside.code}`);
  if (lodging?.state === 'lodged') return lodging.evidence && t(`custody.evidence.${lodging.evidence}`);
  if (isStoppedByWithdrawal(lodging)) return t('custody.note.consentWithdrawn');
  if (lodging) return t(`custody.note.${lodging.state}`);
  if (custody.unconfirmed) return t('custody.note.unconfirmed');
  if (custody.held) return t('custody.note.held');
  if (custody.quarantined) return t('custody.note.quarantined');
  if (custody.text === 'atServer' && custody.piecesHere > 0)
    return t('custody.note.piecesLeft', { count: custody.piecesHere });
  return custody.transport === 'typing' ? undefined : t(`custody.note.${custody.transport}`);
}

function findTone(custody: RecordCustody, lodging: Lodging | undefined): CustodyWords['tone'] {
  if (custody.trouble) return 'bad';
  if (
    custody.setAside ||
    custody.unconfirmed ||
    lodging?.state === 'needsFix' ||
    lodging?.state === 'needsPerson'
  )
    return 'attention';
  return 'good';
}
