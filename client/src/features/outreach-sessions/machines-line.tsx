/** One line that says how many phones write this session, a dot for each; pressed, which list is here and until when. */
import { useState } from 'react';
import { canGiveLetter, findLetterToGive } from '#shared/rules/session-letters';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay, formatTime } from '../../i18n/format-values.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { AddMachineSheet } from './add-machine-sheet.tsx';
import { findOwnLetter, findOwnList, noteLettersGiven } from './attendance-actions.ts';
import { areListsFresh, drawDot, listMachines, type Machines, type Merged } from './list-machines.ts';
import { MachinesSheet } from './machines-sheet.tsx';
import type { AttendanceList } from './read-attendance.ts';
import type { SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';

interface MachinesLineProps {
  readonly work: Work;
  readonly session: SessionFacts;
  readonly lists: readonly AttendanceList[];
  /** When the commune answered this phone last; undefined: not since it was opened. */
  readonly heardAt: number | undefined;
}

export function MachinesLine({ work, session, lists, heardAt }: MachinesLineProps) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const [letter, setLetter] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const { record } = session;
  const machines = listMachines(lists, work.device);
  const merged = { isFresh: areListsFresh(heardAt, work.now()), heardAt };
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
          <MachinesWords {...machines} merged={isOpen ? merged : undefined} />
        </Button>
        {isOpen && <AddMachineButton onPress={giveNext} />}
      </div>
      {refusal !== undefined && <p role="alert">{refusal}</p>}
      {isShown && (
        <MachinesSheet
          work={work}
          session={record}
          machines={machines}
          merged={merged}
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

function AddMachineButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="quiet"
      icon="qr"
      aria-label={t('teamwork.addMachine')}
      onClick={onPress}
      data-testid="machine-add"
    >
      {t('teamwork.addShort')}
    </Button>
  );
}

interface MachinesWordsProps extends Pick<Machines, 'here' | 'silent'> {
  /** Of an open session; a closed one waits for nobody. */
  readonly merged: Merged | undefined;
}

function MachinesWords({ here, silent, merged }: MachinesWordsProps) {
  const { t } = useTranslation();
  const dots = here.map((machine) => drawDot(machine, merged?.isFresh ?? true));
  return (
    <>
      {describeMachines({ here, silent, merged }, t)}{' '}
      <span aria-hidden="true">{dots.join('') + '○'.repeat(silent.length)}</span>
    </>
  );
}

function describeMachines({ here, silent, merged }: MachinesWordsProps, t: Translate): string {
  if (silent.length > 0) return t('teamwork.machinesSilent', { count: here.length, silent: silent.length });
  const told = here.flatMap(({ toldAt }) => toldAt ?? []);
  if (told.length > 0)
    return t('teamwork.machinesTold', { count: here.length, time: formatTime(Math.min(...told)) });
  if (here.length > 1 && merged && !merged.isFresh && merged.heardAt !== undefined)
    return t('teamwork.machinesStale', { count: here.length, time: formatTime(merged.heardAt) });
  return here.length > 1 ? t('teamwork.machines', { count: here.length }) : t('teamwork.machineAlone');
}
