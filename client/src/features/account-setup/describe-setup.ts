/** How far an account set-up is, in one line: the step it stands at, or what is left of it and when. Writes nothing. */
import { accountSteps } from '#data/account-steps';
import type { RecordId } from '#shared/ids';
import { findGuideAge, nextStep } from '#shared/rules/account-guide';
import { isPartialDate } from '#shared/rules/partial-date';
import { readSetup } from '../../custody/read-setup.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { FollowUp } from './guide-way.ts';

export function describeSetup(work: Work, view: RecordView, translator: Translator): string {
  const { t, language } = translator;
  const today = dayOfInstant(work.now());
  if (view.values['finishedAt'] !== undefined) return describeLeft(view, translator, today);
  const { answers } = readSetup(view);
  const born = work.store.findRecord(view.values['citizen'] as RecordId)?.values['dateOfBirth'];
  const age = findGuideAge(isPartialDate(born) ? born : undefined, today);
  const step = nextStep(accountSteps, answers, { age });
  return step ? t('account.goOn.step', { question: step.question[language] }) : t('account.goOn.lastStep');
}

/** Kinds of follow-up as the guide wrote them down, and the days that were agreed. */
function describeLeft({ values }: RecordView, { t }: Translator, today: string): string {
  const { followUp, followUpDay, policeDay } = values;
  const kinds = typeof followUp === 'string' ? (followUp.split(' ') as FollowUp[]) : [];
  return [
    ...kinds.map((kind) =>
      kind === 'police' && typeof policeDay === 'string'
        ? t('account.goOn.police', { day: formatShortDay(policeDay, today) })
        : t(`account.followUp.${kind}`),
    ),
    typeof followUpDay === 'string' && t('account.goOn.on', { day: formatShortDay(followUpDay, today) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
