/** Every phone of a session: its letter, how far its list has come to this phone; and this phone's own letter and table. */
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { showNotice } from '../../ui/notices.ts';
import {
  chooseTable,
  findOwnLetter,
  findOwnTable,
  findSpareLetter,
  noteLetterUnused,
  takeLetter,
} from './attendance-actions.ts';
import { CountField } from './count-field.tsx';
import type { Machine, Machines } from './list-machines.ts';

interface MachinesSheetProps {
  readonly work: Work;
  readonly session: RecordId;
  readonly machines: Machines;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function MachinesSheet({ work, session, machines, isOpen, onClose }: MachinesSheetProps) {
  const { t } = useTranslation();
  const { here, silent, isLetterShared } = machines;
  const changeLetter = () => {
    const letter = findSpareLetter(work, session);
    // Another phone may still write under a shared one.
    if (!isLetterShared) noteLetterUnused(work, session, findOwnLetter(work, session));
    takeLetter(work, session, letter);
    showNotice({ text: t('teamwork.letterChanged', { letter }) });
  };
  const dismiss = (letter: string) => {
    noteLetterUnused(work, session, letter);
    showNotice({ text: t('teamwork.letterDismissed', { letter }) });
  };
  return (
    <Sheet title={t('teamwork.machinesTitle')} closeLabel={t('shell.action.close')} onClose={onClose}>
      {isLetterShared && (
        <Banner tone="attention">{t('teamwork.sameLetter', { letter: findOwnLetter(work, session) })}</Banner>
      )}
      <List label={t('teamwork.machinesTitle')}>
        {here.map((machine, at) => (
          <MachineRow key={at} machine={machine} />
        ))}
        {silent.map((letter) => (
          <ListRow
            key={letter}
            leading={<span aria-hidden="true">○</span>}
            title={t('teamwork.machineLetter', { letter })}
            subtitle={t('teamwork.listSilent')}
            trailing={
              <Button
                variant="quiet"
                aria-label={t('teamwork.letterUnusedOf', { letter })}
                data-testid="letter-unused"
                onClick={() => dismiss(letter)}
              >
                {t('teamwork.letterUnused')}
              </Button>
            }
          />
        ))}
      </List>
      {isOpen && (
        <>
          <CountField
            label={t('teamwork.table')}
            value={findOwnTable(work, session)}
            max={99}
            onChange={(table) => chooseTable(work, session, Math.max(1, table))}
          />
          <Button variant="secondary" wide onClick={changeLetter} data-testid="letter-change">
            {t('teamwork.changeLetter')}
          </Button>
        </>
      )}
      <p>{t('teamwork.machinesHint')}</p>
    </Sheet>
  );
}

function MachineRow({ machine: { owner, letter, isOwn, people, until } }: { readonly machine: Machine }) {
  const { t } = useTranslation();
  const list =
    until === undefined
      ? t('teamwork.listEmpty')
      : t('teamwork.listUntil', { count: people, time: formatTime(until) });
  return (
    <ListRow
      leading={<span aria-hidden="true">●</span>}
      title={isOwn ? t('teamwork.ownMachine') : t('teamwork.machineOf', { name: owner })}
      subtitle={[letter !== undefined && t('teamwork.machineLetter', { letter }), list]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}
