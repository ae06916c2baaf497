/** One of the ten official states in words: what it means for the citizen, what comes next, and how old the reading is. */
import { findDossierStatus } from '#shared/model/dossier-status';
import type { Lodging } from '#shared/model/dossier';
import { dayOfInstant, formatDayAndTime, formatShortDay } from '../i18n/format-values.ts';
import type { Translator } from '../i18n/translate.ts';

export interface ProgressWords {
  /** "Đang xử lý". */
  readonly name: string;
  readonly means: string;
  readonly next: string;
  /** "Từ 24/11"; undefined where the portal did not say. */
  readonly since: string | undefined;
  /** "Theo Cổng Dịch vụ công lúc 14:05, 26/11/2026". */
  readonly readAt: string;
  readonly tone: 'good' | 'attention' | 'bad';
}

const TONES: Readonly<Record<string, ProgressWords['tone']>> = {
  rejected: 'bad',
  stopped: 'bad',
  supplementRequested: 'attention',
  paymentRequired: 'attention',
};

/** Undefined before the portal was read, and for a state that this version has no words for. */
export function describeProgress(
  lodging: Lodging | undefined,
  translator: Translator,
  today: string,
): ProgressWords | undefined {
  const { t } = translator;
  const status = lodging?.state === 'lodged' && findDossierStatus(lodging.status ?? 0);
  if (!status) return undefined;
  const { identifier } = status;
  const { at, statusAt, readAt, mendedAt } = lodging;
  const isMended = identifier === 'supplementRequested' && mendedAt !== undefined;
  return {
    name: t(isMended ? 'progress.mended.name' : `progress.${identifier}.name`),
    means: t(`progress.${identifier}.means`),
    next: t(isMended ? 'progress.mended.next' : `progress.${identifier}.next`),
    since:
      statusAt === undefined
        ? undefined
        : t('progress.since', { day: formatShortDay(dayOfInstant(statusAt), today) }),
    readAt: t('progress.readAt', { when: formatDayAndTime(readAt ?? at, translator) }),
    tone: isMended ? 'good' : (TONES[identifier] ?? 'good'),
  };
}
