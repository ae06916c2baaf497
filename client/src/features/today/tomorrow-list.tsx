/** Which sessions are tomorrow and who is to be seen, one line each. */
import { shiftDay } from '#shared/rules/office-days';
import { listPlans } from '#shared/rules/session-plan';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { describeItem } from './agenda.tsx';
import { listGoingOn } from './list-going-on.ts';
import { listAgenda } from './list-today.ts';
import { findContact } from './name-work.ts';
import { describePlan } from './plan-card.tsx';

export function TomorrowList({ work }: { readonly work: Work }) {
  const translator = useTranslation();
  const { t } = translator;
  useSnapshot(work.store, () => work.store.version);
  const today = dayOfInstant(work.now());
  const tomorrow = shiftDay(today, 1);
  const agenda = listAgenda(listGoingOn(work, 'dossier'), listGoingOn(work, 'accountSetup'), today);
  const items = agenda.filter(({ day }) => day === tomorrow);
  const plans = listPlans(work.store.listRecords('sessionPlan')).filter(({ day }) => day === tomorrow);
  if (items.length + plans.length === 0) return <p>{t('today.nobodyTomorrow')}</p>;
  return (
    <>
      <p>{t('today.seeTomorrow')}</p>
      <ul>
        {plans.map((plan) => (
          <li key={plan.record}>{describePlan(plan, translator)}</li>
        ))}
        {items.map((item) => (
          <li key={item.view.record}>
            {[
              item.part && t(`today.${item.part}`),
              findContact(work, item.view, translator).name,
              describeItem(item, translator),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}
