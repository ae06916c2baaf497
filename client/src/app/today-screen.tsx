/** Tells the first screen how far a dossier or an account is, and opens from there what was planned: features that know nothing of each other. */
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Work } from '../custody/work.ts';
import { describeSetup } from '../features/account-setup/describe-setup.ts';
import { describeDraft } from '../features/dossiers/describe-draft.ts';
import { openPlan } from '../features/outreach-sessions/plan-actions.ts';
import { AppointmentsView } from '../features/today/appointments-view.tsx';
import { nameProcedure } from '../features/today/name-work.ts';
import { TodayView } from '../features/today/today-view.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { SESSIONS_PATH } from './paths.ts';

interface TodayScreenProps {
  readonly work: Work;
  readonly notice: ReactNode;
}

export function TodayScreen({ work, notice }: TodayScreenProps) {
  const translator = useTranslation();
  const [, navigate] = useLocation();
  return (
    <TodayView
      work={work}
      notice={notice}
      onOpenPlan={(plan) => navigate(`${SESSIONS_PATH}/${openPlan(work, plan)}`)}
      describeBegun={({ type, view }) =>
        type === 'account'
          ? `${translator.t('account.title')} · ${describeSetup(work, view, translator)}`
          : [nameProcedure(view, translator), describeDraft(work, view, translator)]
              .filter(Boolean)
              .join(' · ')
      }
      describeLeft={(setup) => describeSetup(work, setup, translator)}
    />
  );
}

export function AppointmentsScreen({ work }: { readonly work: Work }) {
  const translator = useTranslation();
  return <AppointmentsView work={work} describeLeft={(setup) => describeSetup(work, setup, translator)} />;
}
