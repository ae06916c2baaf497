/** What a piece of work is called in a list: a place, a person, a procedure. Reads only what the person at this phone may see. */
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import type { RecordView } from '../../custody/record-store.ts';
import type { Translator } from '../../i18n/translate.ts';

export interface RecordName {
  readonly title: string;
  readonly subtitle: string;
  readonly href: string | undefined;
}

type FindRecord = (record: RecordId) => RecordView | undefined;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function nameRecord(view: RecordView, find: FindRecord, { t, language }: Translator): RecordName {
  const { values, record } = view;
  const citizen = find(text(values['citizen']) as RecordId);
  const person = text(citizen?.values['fullName']);
  const session = find(text(values['session']) as RecordId);
  switch (view.collection) {
    case 'session':
      return { title: text(values['place']), subtitle: t('custody.kind.session'), href: `/buoi/${record}` };
    case 'sessionPlan':
      return {
        title: text(values['place']),
        subtitle: t('custody.kind.sessionPlan'),
        href: `/buoi?lich=${record}`,
      };
    case 'attendance':
      return {
        title: text(session?.values['place']),
        subtitle: t('custody.kind.attendance'),
        href: `/buoi/${text(values['session'])}`,
      };
    case 'citizen':
      return {
        title: text(values['fullName']),
        subtitle: t('custody.kind.citizen'),
        href: `/nguoi-dan/${record}`,
      };
    case 'dossier': {
      const procedure = findProcedure(text(values['procedure']));
      return {
        title: person,
        subtitle: procedure?.name[language] ?? t('custody.kind.dossier'),
        href: `/ho-so/${record}`,
      };
    }
    case 'review':
      // Whoever approves in the head's place has no sessions of their own here.
      return {
        title: text(session?.values['place']) || t('custody.kind.review'),
        subtitle: session ? t('custody.kind.review') : '',
        href: `/nhat-ky/${text(values['session'])}`,
      };
    case 'policeReferral':
      return {
        title: person,
        subtitle: t('custody.kind.policeReferral'),
        href: citizen && `/nguoi-dan/${citizen.record}`,
      };
    case 'paper':
      return { title: text(values['title']), subtitle: person, href: `/ho-so/${text(values['dossier'])}` };
    default:
      return {
        title: person,
        subtitle: t(`custody.kind.${view.collection === 'consent' ? 'consent' : 'accountSetup'}`),
        href: citizen && `/nguoi-dan/${citizen.record}`,
      };
  }
}
