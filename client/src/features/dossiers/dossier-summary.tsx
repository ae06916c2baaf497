/** One dossier beside the list: whose, what, where it stands, the next step, and the way into it. Changes nothing. */
import { routeTexts } from '#data/route-texts';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { CustodyCard } from './custody-card.tsx';
import { describeDraft } from './describe-draft.ts';
import { ProgressCard } from './progress-card.tsx';
import { getToday, type OpenDossier, useDossier } from './queries.ts';
import { describeAppointment } from './route-part.tsx';

interface DossierSummaryProps {
  readonly work: Work;
  readonly record: RecordId;
}

export function DossierSummary({ work, record }: DossierSummaryProps) {
  const { t } = useTranslation();
  const open = useDossier(work, record);
  if (typeof open !== 'string') return <Summary work={work} open={open} />;
  return (
    <EmptyState
      icon="doc"
      title={t(`dossiers.${open}.title`)}
      actions={<LinkButton href="/ho-so">{t('shell.action.back')}</LinkButton>}
    >
      {t(`dossiers.${open}.text`)}
    </EmptyState>
  );
}

function Summary({ work, open }: { readonly work: Work; readonly open: OpenDossier }) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { dossier, procedure, name } = open;
  const view = work.store.findRecord(dossier.record);
  return (
    <>
      <TopBar
        title={name || t('citizens.unnamed')}
        subtitle={procedure.name[language]}
        backHref="/ho-so"
        backLabel={t('shell.action.back')}
      />
      <CustodyCard work={work} open={open} />
      <ProgressCard dossier={dossier} today={getToday(work)} />
      {dossier.finishedAt === undefined && view && <p>{describeDraft(work, view, translator)}</p>}
      {dossier.route && (
        <p>
          {t('dossiers.part.who')}: {routeTexts[dossier.route].name[language]}
        </p>
      )}
      {dossier.appointment && <p>{describeAppointment(dossier.appointment, translator, getToday(work))}</p>}
      <LinkButton href={`/ho-so/${dossier.record}`} wide>
        {t('dossiers.list.open')}
      </LinkButton>
    </>
  );
}
