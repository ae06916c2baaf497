/** Packs as they are listed: whose, what for, who lodges it, are its papers there, and where each stands. */
import { routeTexts } from '#data/route-texts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Initials } from '../../ui/initials.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import type { DeskEntry } from './arrange-desk.ts';
import { describePapers } from './describe-papers.ts';
import { namePerson, nameProcedure } from './name-pack.ts';
import { StandingBadge } from './standing-badge.tsx';

interface DeskRowsProps {
  readonly entries: readonly DeskEntry[];
  /** The record of the one that is open. */
  readonly current: string | undefined;
  /** `yyyy-mm-dd`. */
  readonly today: string;
}

export function DeskRows({ entries, current, today }: DeskRowsProps) {
  return (
    <List>
      {entries.map((entry) => (
        <DeskRow
          key={entry.pack.record}
          entry={entry}
          isCurrent={entry.pack.record === current}
          today={today}
        />
      ))}
    </List>
  );
}

interface DeskRowProps extends Pick<DeskRowsProps, 'today'> {
  readonly entry: DeskEntry;
  readonly isCurrent: boolean;
}

function DeskRow({ entry, isCurrent, today }: DeskRowProps) {
  const translator = useTranslation();
  const { pack, standing } = entry;
  const isOpen = standing !== 'lodged' && standing !== 'recorded';
  const isToday = pack.appointment?.day === today;
  const isDoubt = standing === 'refused' || standing === 'needsPerson';
  const facts = [
    // The badge says what is wrong; that somebody comes today must not be lost over it.
    isDoubt && isToday && pack.appointment && translator.t(`desk.badge.${pack.appointment.part}`),
    nameProcedure(pack, translator),
    pack.route && routeTexts[pack.route].name[translator.language],
    isOpen && describePapers(pack, translator),
  ];
  return (
    <ListRow
      leading={<Initials name={pack.citizen.name} />}
      title={<span data-testid="desk-row">{namePerson(pack, translator)}</span>}
      subtitle={facts.filter(Boolean).join(' · ')}
      href={`/mot-cua/${pack.record}`}
      current={isCurrent}
      trailing={<StandingBadge entry={entry} today={today} />}
    />
  );
}
