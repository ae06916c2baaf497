/** One line that says how many phones write this session, a dot for each; pressed, which list is here and until when. */
import { useState } from 'react';
import { canGiveLetter, findLetterToGive } from '#shared/rules/session-letters';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay } from '../../i18n/format-values.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { AddMachineSheet } from './add-machine-sheet.tsx';
import { findOwnLetter, findOwnList, noteLettersGiven } from './attendance-actions.ts';
import { listMachines, type Machines } from './list-machines.ts';
import { MachinesSheet } from './machines-sheet.tsx';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';

interface MachinesLineProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly lists: readonly AttendanceList[];
}

export function MachinesLine({ work, session, lists }: MachinesLineProps) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const [letter, setLetter] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const { record } = session;
  const { here, silent, isLetterShared } = listMachines(lists, work.device);
  const isOpen = session.closedAt === undefined;

  const giveNext = () => {
    const own = findOwnLetter(work, record);
    const given = findOwnList(work, record)?.lettersGiven ?? 0;
    if (session.day !== dayOfInstant(work.now()))
      return setRefusal(t('teamwork.addOtherDay', { day: formatDay(session.day) }));
    if (!canGiveLetter(own, given)) return setRefusal(t('teamwork.addFull'));
    noteLettersGiven(work, record, given + 1);
    setShown(false);
    setLetter(findLetterToGive(own, given));
  };
  return (
    <>
      <div className={styles.machines}>
        <Button variant="quiet" onClick={() => setShown(true)} data-testid="machines">
          {describeMachines({ here, silent }, t)}{' '}
          <span aria-hidden="true">{'●'.repeat(here.length) + '○'.repeat(silent.length)}</span>
        </Button>
        {isOpen && (
          <Button
            variant="quiet"
            icon="qr"
            aria-label={t('teamwork.addMachine')}
            onClick={giveNext}
            data-testid="machine-add"
          >
            {t('teamwork.addShort')}
          </Button>
        )}
      </div>
      {refusal !== undefined && <p role="alert">{refusal}</p>}
      {isShown && (
        <MachinesSheet
          work={work}
          session={record}
          machines={{ here, silent, isLetterShared }}
          isOpen={isOpen}
          onClose={() => setShown(false)}
        />
      )}
      {letter !== undefined && (
        <AddMachineSheet
          key={letter}
          work={work}
          session={session}
          letter={letter}
          onNext={giveNext}
          onClose={() => setLetter(undefined)}
        />
      )}
    </>
  );
}

function describeMachines({ here, silent }: Pick<Machines, 'here' | 'silent'>, t: Translate): string {
  if (silent.length > 0) return t('teamwork.machinesSilent', { count: here.length, silent: silent.length });
  return here.length > 1 ? t('teamwork.machines', { count: here.length }) : t('teamwork.machineAlone');
}
