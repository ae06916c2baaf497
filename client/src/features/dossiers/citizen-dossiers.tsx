/** The dossiers of one person, under whichever of their records, each with where it stands: the way back to what was prepared. */
import { findProcedure } from '#data/procedures';
import type { RecordId } from '#shared/ids';
import { mayGoOn } from '#shared/rules/consent-standing';
import { groupPeople } from '#shared/rules/same-record';
import { describeBefore, describeCustody } from '../../custody/describe-custody.ts';
import { findPrepareStanding } from '../../custody/find-standing.ts';
import type { RecordView } from '../../custody/record-store.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { getToday } from './queries.ts';
import { isLodged, nameFiler, readDossier } from './read-dossier.ts';

interface CitizenDossiersProps {
  readonly work: Work;
  readonly citizen: RecordId;
}

export function CitizenDossiers({ work, citizen }: CitizenDossiersProps) {
  const { t } = useTranslation();
  useSnapshot(work.store, () => work.store.version);
  const groups = groupPeople(work.store.listRecords('citizen'));
  const chosen = groups.get(citizen) ?? citizen;
  const dossiers = work.store.listRecords('dossier').filter(({ values }) => {
    const owner = String(values['citizen']);
    return (groups.get(owner) ?? owner) === chosen;
  });
  if (dossiers.length === 0) return null;
  const name = String(work.store.findRecord(citizen)?.values['fullName'] ?? '');
  return (
    <Section title={t('dossiers.title')}>
      <List>
        {dossiers.map((view) => (
          <DossierRow key={view.record} work={work} view={view} name={name} />
        ))}
      </List>
    </Section>
  );
}

interface DossierRowProps {
  readonly work: Work;
  readonly view: RecordView;
  readonly name: string;
}

function DossierRow({ work, view, name }: DossierRowProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const dossier = readDossier(view.record, view.values);
  const facts = {
    lodging: dossier.lodging,
    name: nameFiler(dossier, name),
    appointmentDay: dossier.appointment?.day,
    today: getToday(work),
  };
  const words = describeCustody(work.readCustody(view.record), facts, translator);
  const isStopped = !isLodged(dossier) && !mayGoOn(findPrepareStanding(work.store, dossier.citizen));
  const place = isStopped ? t('dossiers.stopped.short') : words.lodging;
  return (
    <ListRow
      title={findProcedure(dossier.procedure)?.name[language] ?? t('dossiers.title')}
      subtitle={place ?? describeBefore(dossier, translator, facts.today)}
      href={`/ho-so/${view.record}`}
      trailing={<CustodyDots level={words.level} tone={words.tone} label={words.transport} />}
    />
  );
}
