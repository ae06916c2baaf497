/** Every phone of a session: its letter, how far its list has come to this phone; and this phone's own letter and table. */
import type { RecordId } from '#shared/ids';
import { OPENER_LETTER } from '#shared/rules/session-letters';
import type { Work } from '../../custody/work.ts';
import { formatTime } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
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
import { drawDot, type Machine, type Machines, type Merged } from './list-machines.ts';

interface MachinesSheetProps {
  readonly work: Work;
  readonly session: RecordId;
  readonly machines: Machines;
  readonly merged: Merged;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function MachinesSheet({ work, session, machines, merged, isOpen, onClose }: MachinesSheetProps) {
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
    const undo = noteLetterUnused(work, session, letter);
    // The notice, with the way back, stands under the sheet.
    onClose();
    showNotice({
      text: t('teamwork.letterDismissed', { letter }),
      action: { label: t('shell.action.undo'), onPress: undo },
    });
  };
  return (
    <Sheet title={t('teamwork.machinesTitle')} closeLabel={t('shell.action.close')} onClose={onClose}>
      {isLetterShared && (
        <Banner tone="attention">{t('teamwork.sameLetter', { letter: findOwnLetter(work, session) })}</Banner>
      )}
      <List label={t('teamwork.machinesTitle')}>
        {here.map((machine, at) => (
          <MachineRow key={at} machine={machine} merged={merged} />
        ))}
        {silent.map((letter) => (
          <SilentRow
            key={letter}
            letter={letter}
            onDismiss={letter === OPENER_LETTER ? undefined : () => dismiss(letter)}
          />
        ))}
      </List>
      <LinkButton href={`/buoi/${session}/gop`} variant="secondary" icon="qr" wide>
        {t('teamwork.merge')}
      </LinkButton>
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

interface SilentRowProps {
  readonly letter: string;
  /** Undefined where nobody may say that it does not come. */
  readonly onDismiss: (() => void) | undefined;
}

function SilentRow({ letter, onDismiss }: SilentRowProps) {
  const { t } = useTranslation();
  return (
    <ListRow
      leading={<span aria-hidden="true">○</span>}
      title={t('teamwork.machineUnnamed', { letter })}
      subtitle={t('teamwork.listSilent')}
      actions={
        onDismiss && (
          <Button
            variant="secondary"
            aria-label={t('teamwork.letterUnusedOf', { letter })}
            onClick={onDismiss}
            data-testid="letter-unused"
          >
            {t('teamwork.letterUnused')}
          </Button>
        )
      }
    />
  );
}

interface MachineRowProps {
  readonly machine: Machine;
  readonly merged: Merged;
}

function MachineRow({ machine, merged: { isFresh, heardAt } }: MachineRowProps) {
  const { owner, letter = '', isOwn, people, until, toldAt } = machine;
  const { t } = useTranslation();
  const isHeard = !isOwn && heardAt !== undefined && toldAt === undefined;
  const merged = isHeard && t('teamwork.mergedAt', { time: formatTime(heardAt) });
  const describeList = () => {
    if (toldAt !== undefined)
      return t('teamwork.listTold', { count: people, letter, time: formatTime(toldAt) });
    if (until === undefined) return t('teamwork.listEmpty');
    return t('teamwork.listUntil', { count: people, time: formatTime(until) });
  };
  const other =
    owner === '' ? t('teamwork.machineUnnamed', { letter }) : t('teamwork.machineOf', { name: owner });
  return (
    <ListRow
      leading={<span aria-hidden="true">{drawDot(machine, isFresh)}</span>}
      title={isOwn ? t('teamwork.ownMachine') : other}
      subtitle={[
        letter !== '' && owner !== '' && t('teamwork.machineLetter', { letter }),
        describeList(),
        merged,
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}
