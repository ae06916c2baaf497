/** One dossier on one screen: where it is, its four numbered parts, who did what, and the one next thing to do. */
import { useEffect, useState } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { ActedLine } from './acted-line.tsx';
import { countAnswers } from './count-progress.ts';
import { CustodyCard } from './custody-card.tsx';
import { DossierActions } from './dossier-actions.tsx';
import { DossierGate } from './dossier-gate.tsx';
import { FeePart } from './fee-part.tsx';
import { LacksBanner } from './lacks-banner.tsx';
import { NumberedPart } from './numbered-part.tsx';
import { PapersPart } from './papers-part.tsx';
import { ProgressCard } from './progress-card.tsx';
import { getToday, listDossierLacks, type OpenDossier } from './queries.ts';
import { type Dossier, isLodged } from './read-dossier.ts';
import { RoutePart } from './route-part.tsx';

interface DossierViewProps {
  readonly work: Work;
  readonly record: RecordId;
}

export function DossierView({ work, record }: DossierViewProps) {
  // Leaving the screen is what gives an edit its place in the queue.
  useEffect(() => () => void work.drafts.finishEditing(record), [work, record]);
  return (
    <DossierGate work={work} record={record}>
      {(open) => <OpenDossierView work={work} open={open} />}
    </DossierGate>
  );
}

interface OpenDossierProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

function OpenDossierView({ work, open }: OpenDossierProps) {
  const { t, language } = useTranslation();
  const [wantsLacks, setWantsLacks] = useState(false);
  const { dossier, procedure, name } = open;
  const lacks = listDossierLacks(work, open);
  return (
    <Page
      actions={<DossierActions work={work} open={open} lacks={lacks} onAsked={() => setWantsLacks(true)} />}
    >
      <TopBar
        help={isLodged(dossier) ? undefined : t('help.dossier')}
        title={name}
        subtitle={procedure.name[language]}
        backHref={dossier.citizen === undefined ? '/hom-nay' : `/nguoi-dan/${dossier.citizen}`}
        backLabel={t('shell.action.back')}
      />
      <CustodyCard work={work} open={open} />
      <ProgressCard dossier={dossier} today={getToday(work)} />
      <ReopenedBanner dossier={dossier} />
      {wantsLacks && lacks.length > 0 && <LacksBanner record={dossier.record} lacks={lacks} />}
      <Card>
        <InfoPart work={work} open={open} />
        <PapersPart work={work} open={open} />
        <FeePart work={work} open={open} />
        <RoutePart work={work} open={open} />
      </Card>
      <ActedLine dossier={dossier} />
    </Page>
  );
}

function InfoPart({
  work,
  open: { dossier, procedure },
}: {
  readonly work: Work;
  readonly open: OpenDossier;
}) {
  const { t } = useTranslation();
  const { done, total } = countAnswers(procedure.form, dossier, getToday(work));
  const isComplete = done === total;
  return (
    <NumberedPart
      number={1}
      title={t('dossiers.information')}
      href={`/ho-so/${dossier.record}/thong-tin`}
      testId="dossier-info"
      trailing={
        <Badge tone={isComplete ? 'good' : 'attention'}>
          {t(isComplete ? 'dossiers.part.complete' : 'dossiers.part.count', { done, total })}
        </Badge>
      }
    />
  );
}

/** What was finished and then changed is an older version wherever it went. */
function ReopenedBanner({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const wasReopened = dossier.finishedAt === undefined && dossier.reference !== undefined;
  if (!wasReopened || isLodged(dossier)) return null;
  return <Banner tone="attention">{t('dossiers.edited.text')}</Banner>;
}
