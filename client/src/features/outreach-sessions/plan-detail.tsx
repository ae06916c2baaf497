/** The form of one plan, or of a new one, beside the list of sessions. */
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/ids';
import { shiftDay } from '#shared/rules/office-days';
import { listPlans } from '#shared/rules/session-plan';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { TopBar } from '../../ui/top-bar.tsx';
import { useTopInView } from '../../ui/use-top-in-view.ts';
import type { Opening } from './actions.ts';
import { dropPlan, openPlan, type PlanFacts, savePlan } from './plan-actions.ts';
import { PlanForm } from './plan-form.tsx';
import styles from './session-view.module.css';

interface PlanDetailProps {
  readonly work: Work;
  /** Undefined for a new one. */
  readonly record: RecordId | undefined;
  readonly suggestion: Opening;
}

/** Sessions of the morning are the usual ones. */
const USUAL_TIME = '08:00';

export function PlanDetail({ work, record, suggestion }: PlanDetailProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const top = useTopInView<HTMLDivElement>(record ?? '');
  const today = dayOfInstant(work.now());
  const known = listPlans(work.store.listRecords('sessionPlan')).find((plan) => plan.record === record);
  if (record !== undefined && !known)
    return (
      <EmptyState
        icon="calendar"
        title={t('sessions.plan.gone')}
        actions={<LinkButton href="/buoi">{t('sessions.toList')}</LinkButton>}
      />
    );
  const facts = known ?? {
    ...suggestion,
    ...{ day: shiftDay(today, 1), time: USUAL_TIME, people: undefined },
  };
  const save = (changed: PlanFacts) => {
    savePlan(work, record, changed);
    showNotice({ text: t('sessions.plan.saved') });
    navigate('/buoi');
  };
  const drop = () => {
    if (!known) return;
    const undo = dropPlan(work, known.record);
    showNotice({
      text: t('sessions.plan.dropped', { place: known.place }),
      action: { label: t('shell.action.undo'), onPress: undo },
    });
    navigate('/buoi');
  };
  return (
    <>
      <div ref={top} className={styles.top}>
        <TopBar
          help={t('help.planSession')}
          title={t(known ? 'sessions.plan.change' : 'sessions.plan.title')}
          backHref="/buoi"
          backLabel={t('sessions.toList')}
        />
      </div>
      {known?.day === today && (
        <Button wide onClick={() => navigate(`/buoi/${openPlan(work, known)}`)} data-testid="plan-open">
          {t('sessions.open')}
        </Button>
      )}
      <PlanForm work={work} record={known?.record} facts={facts} onSave={save} onDrop={drop} />
    </>
  );
}
