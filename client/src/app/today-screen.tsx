/** Tells the first screen how far a dossier or an account is, and opens from there what was planned: features that know nothing of each other. */
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Work } from '../custody/work.ts';
import { describeSetup } from '../features/account-setup/describe-setup.ts';
import { describeDraft } from '../features/dossiers/describe-draft.ts';
import { listAllHalfWritten } from '../features/outreach-sessions/list-half-written.ts';
import { openPlan } from '../features/outreach-sessions/plan-actions.ts';
import { AppointmentsView } from '../features/today/appointments-view.tsx';
import type { BegunItem } from '../features/today/list-today.ts';
import { nameProcedure } from '../features/today/name-work.ts';
import { TodayView } from '../features/today/today-view.tsx';
import type { Translator } from '../i18n/translate.ts';
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
      listHalfWritten={listAllHalfWritten}
      onOpenPlan={(plan) => navigate(`${SESSIONS_PATH}/${openPlan(work, plan)}`)}
      describeBegun={(item) => describeBegun(work, item, translator)}
      describeLeft={(setup) => describeSetup(work, setup, translator)}
    />
  );
}

function describeBegun(work: Work, { type, view }: BegunItem, translator: Translator): string {
  const { t } = translator;
  if (type === 'person') return t('citizens.unfinished');
  if (type === 'account') return `${t('account.title')} · ${describeSetup(work, view, translator)}`;
  return [nameProcedure(view, translator), describeDraft(work, view, translator)].filter(Boolean).join(' · ');
}

export function AppointmentsScreen({ work }: { readonly work: Work }) {
  const translator = useTranslation();
  return <AppointmentsView work={work} describeLeft={(setup) => describeSetup(work, setup, translator)} />;
}
