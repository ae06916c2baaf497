/** The figures of one session: who came, what was done and by whom, where each dossier stands. Counts, each with the rows that it counts. */
import type { SessionSummary } from '#shared/contracts/review';
import { ageBands } from '#shared/model/attendance';
import { actors } from '#shared/model/field-kinds';
import { ageBandTexts } from '#data/audience';
import { formatPercent } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { StatNumber, StatRow } from '../../ui/stat-number.tsx';
import { countActs } from './count-acts.ts';
import { OpenFigure } from './open-figure.tsx';
import { AccountTable, ActTable, DossierTable, PeopleTable, standings } from './session-rows.tsx';

interface SessionFiguresProps {
  readonly session: SessionSummary;
}

export function SessionFigures({ session }: SessionFiguresProps) {
  return (
    <>
      <HeadNumbers session={session} />
      <Accounts session={session} />
      <DossierStandings session={session} />
      <WhoActed session={session} />
      <WhoCame session={session} />
    </>
  );
}

function HeadNumbers({ session }: SessionFiguresProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { people, accounts, dossiers } = session;
  const { policeAppointments = 0 } = accounts;
  const { selfShare } = countActs([session]);
  return (
    <StatRow>
      <StatNumber value={people.total} label={t('review.people')} />
      <StatNumber value={people.named} label={t('review.named')} />
      {people.declined > 0 && <StatNumber value={people.declined} label={t('review.declined')} />}
      <StatNumber value={`${accounts.finished}/${accounts.begun}`} label={t('review.accountCount')} />
      {policeAppointments > 0 && (
        <StatNumber value={policeAppointments} label={t('review.policeAppointments')} />
      )}
      {accounts.policeReferrals > 0 && (
        <StatNumber value={accounts.policeReferrals} label={t('review.policeReferrals')} />
      )}
      <StatNumber value={dossiers.total} label={t('review.dossierCount')} />
      {selfShare !== undefined && (
        <StatNumber value={formatPercent(selfShare, translator, 0)} label={t('review.selfShare')} />
      )}
    </StatRow>
  );
}

function Accounts({ session: { rows } }: SessionFiguresProps) {
  const { t } = useTranslation();
  if (!rows || rows.accounts.length === 0) return null;
  return (
    <OpenFigure sentence={t('review.open.accounts', { count: rows.accounts.length })}>
      <AccountTable rows={rows.accounts} />
    </OpenFigure>
  );
}

const tones = {
  lodged: 'good',
  awaitingCitizen: 'lead',
  awaitingOffice: 'lead',
  needsFix: 'attention',
  needsPerson: 'attention',
  atServer: 'neutral',
  draft: 'neutral',
  other: 'neutral',
} as const;

function DossierStandings({ session }: SessionFiguresProps) {
  const { t } = useTranslation();
  const { total, byStanding } = session.dossiers;
  if (total === 0) return null;
  const named = standings.map((standing) => [standing, byStanding[standing] ?? 0] as const);
  const rest = total - named.reduce((sum, [, count]) => sum + count, 0);
  const counts = [...named, ['other', Math.max(0, rest)] as const];
  return (
    <div>
      <StackedBar
        title={t('review.dossiersStand', { count: total })}
        segments={counts.map(([standing, count]) => ({
          value: count,
          text: t(`review.standing.${standing}`, { count }),
          tone: tones[standing],
        }))}
      />
      {session.rows && (
        <OpenFigure sentence={t('review.open.dossiers', { count: session.rows.dossiers.length })}>
          <DossierTable rows={session.rows.dossiers} />
        </OpenFigure>
      )}
    </div>
  );
}

const actorTones = { self: 'good', guided: 'lead', assisted: 'neutral', onBehalf: 'attention' } as const;

function WhoActed({ session }: SessionFiguresProps) {
  const { t } = useTranslation();
  const { total, byActor } = countActs([session]);
  if (total === 0) return null;
  return (
    <div>
      <StackedBar
        title={t('review.whoActed', { count: total })}
        segments={actors.map((actor) => ({
          value: byActor[actor],
          text: t(`review.acted.${actor}`, { count: byActor[actor] }),
          tone: actorTones[actor],
        }))}
      />
      {session.rows && (
        <OpenFigure sentence={t('review.open.acts', { count: total })}>
          <ActTable accounts={session.rows.accounts} dossiers={session.rows.dossiers} />
        </OpenFigure>
      )}
    </div>
  );
}

function WhoCame({ session }: SessionFiguresProps) {
  const { t, language } = useTranslation();
  const { total, bySex, byAgeBand } = session.people;
  if (total === 0) return null;
  const known = ageBands.reduce((sum, band) => sum + (byAgeBand[band] ?? 0), 0);
  const rows = [
    ...ageBands.map((band) => ({ label: ageBandTexts[band][language], value: byAgeBand[band] ?? 0 })),
    { label: t('review.ageUnknown'), value: Math.max(0, total - known) },
  ];
  const women = { label: t('review.women'), value: bySex['female'] ?? 0 };
  return (
    <div>
      <BarChart
        title={t('review.whoCame')}
        rows={[...rows.filter(({ value }) => value > 0), women]}
        max={total}
      />
      {session.rows && (
        <OpenFigure sentence={t('review.open.people', { count: total })}>
          <PeopleTable rows={session.rows.people} />
        </OpenFigure>
      )}
    </div>
  );
}
