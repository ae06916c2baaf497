/** The rows behind one session's figures. Whose they are is not in them. */
import { findProcedure } from '#data/procedures';
import { routeTexts } from '#data/route-texts';
import { ageBandTexts } from '#data/audience';
import type { AccountRow, DossierRow, PeopleRow } from '#shared/contracts/review';
import { ageBands } from '#shared/model/attendance';
import { actors } from '#shared/model/field-kinds';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DataTable } from '../../ui/data-table.tsx';

type Tally = Readonly<Record<string, number>>;

/** As many as are alike stand on one row. */
export function PeopleTable({ rows }: { readonly rows: readonly PeopleRow[] }) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <DataTable
      caption={t('review.rows.people')}
      columns={[
        { key: 'who', label: t('review.column.who') },
        { key: 'how', label: t('review.column.how') },
        { key: 'count', label: t('review.column.people'), align: 'end' },
      ]}
      rows={rows.map((row, at) => ({
        key: String(at),
        cells: [describeWho(row, translator), t(`review.how.${row.kind}`), row.count],
      }))}
    />
  );
}

function describeWho({ sex, ageBand }: PeopleRow, { t, language }: Translator): string {
  const band = ageBands.find((known) => known === ageBand);
  const words = [
    sex === 'female' || sex === 'male' ? t(`review.sex.${sex}`) : t('review.sex.unknown'),
    band ? ageBandTexts[band][language] : t('review.ageUnknown'),
  ];
  return words.join(' · ');
}

export function AccountTable({ rows }: { readonly rows: readonly AccountRow[] }) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <DataTable
      caption={t('review.rows.accounts')}
      columns={[
        { key: 'account', label: t('review.column.account') },
        { key: 'level', label: t('review.column.level') },
        { key: 'acted', label: t('review.column.acted') },
      ]}
      rows={rows.map(({ isFinished, level, stepsByWhoActed }, at) => ({
        key: String(at),
        cells: [
          `${at + 1} · ${t(isFinished ? 'review.account.finished' : 'review.account.begun')}`,
          level === null ? '–' : t('review.account.level', { level }),
          describeActs(stepsByWhoActed, translator),
        ],
      }))}
    />
  );
}

export function DossierTable({ rows }: { readonly rows: readonly DossierRow[] }) {
  const translator = useTranslation();
  const { t, language } = translator;
  return (
    <DataTable
      caption={t('review.rows.dossiers')}
      columns={[
        { key: 'procedure', label: t('review.column.procedure') },
        { key: 'route', label: t('review.column.route') },
        { key: 'state', label: t('review.column.state') },
      ]}
      rows={rows.map((row, at) => ({
        key: String(at),
        cells: [
          describeProcedure(row, translator),
          row.route ? routeTexts[row.route].name[language] : t('review.routeUnknown'),
          describeStanding(row.standing, translator),
        ],
      }))}
    />
  );
}

interface ActTableProps {
  readonly accounts: readonly AccountRow[];
  readonly dossiers: readonly DossierRow[];
}

/** Where each of the things that were done was done. */
export function ActTable({ accounts, dossiers }: ActTableProps) {
  const translator = useTranslation();
  const { t } = translator;
  const rows = [
    ...accounts.map(({ stepsByWhoActed }, at) => ({
      what: t('review.account.number', { number: at + 1 }),
      acts: stepsByWhoActed,
    })),
    ...dossiers.map((row) => ({ what: describeProcedure(row, translator), acts: row.sectionsByWhoActed })),
  ].filter(({ acts }) => Object.keys(acts).length > 0);
  return (
    <DataTable
      caption={t('review.rows.acts')}
      columns={[
        { key: 'what', label: t('review.column.what') },
        { key: 'acted', label: t('review.column.acted') },
      ]}
      rows={rows.map(({ what, acts }, at) => ({
        key: String(at),
        cells: [what, describeActs(acts, translator)],
      }))}
    />
  );
}

function describeActs(acts: Tally, { t }: Translator): string {
  const done = actors.filter((actor) => (acts[actor] ?? 0) > 0);
  return done.map((actor) => t(`review.acted.${actor}`, { count: acts[actor] ?? 0 })).join(' · ') || '–';
}

function describeProcedure({ procedure }: DossierRow, { t, language }: Translator): string {
  return findProcedure(procedure)?.name[language] ?? t('desk.unknownProcedure', { code: procedure });
}

export const standings = [
  ...(['lodged', 'awaitingCitizen', 'awaitingOffice', 'needsFix'] as const),
  ...(['needsPerson', 'atServer', 'draft'] as const),
];

export function describeStanding(standing: string, { t }: Translator): string {
  return t(`review.standingOne.${standings.find((one) => one === standing) ?? 'other'}`);
}
