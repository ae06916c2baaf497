/** What is typed or scanned of a receipt's number, and what is wrong with it; records it when nothing is. */
import { type SyntheticEvent, useState } from 'react';
import type { TypedNumber } from '#shared/rules/dossier-number';
import { isFullDate } from '#shared/rules/partial-date';
import { getVietnamDay } from '#shared/rules/vietnam-day';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { recordNumber } from './actions.ts';
import { type DueFault, findDueFault } from './check-due.ts';
import { checkNumber, type NumberFault } from './dossier-number.ts';
import type { Pack } from './read-pack.ts';

interface NumberEntryParts {
  readonly pack: Pack;
  readonly packs: readonly Pack[];
  readonly work: Work;
}

export interface NumberEntryState {
  readonly entry: TypedNumber;
  /** How often it was tried to record it. */
  readonly tries: number;
  readonly fault: NumberFault | undefined;
  /** "yyyy-mm-dd", or what was typed of it so far. */
  readonly due: string;
  readonly dueFault: DueFault | undefined;
  readonly changeDue: (text: string) => void;
  /** The day of lodging on the receipt, in the same way. */
  readonly lodgedOn: string;
  readonly isLodgedOnWrong: boolean;
  readonly changeLodgedOn: (text: string) => void;
  readonly change: (part: Partial<TypedNumber>) => void;
  readonly submit: (event: SyntheticEvent) => void;
}

const BLANK: TypedNumber = { first: '', again: '', isScanned: false };

export function useNumberEntry({ pack, packs, work }: NumberEntryParts): NumberEntryState {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(BLANK);
  const [fault, setFault] = useState<NumberFault>();
  const [due, setDue] = useState('');
  const [tries, setTries] = useState(0);
  const [lodgedOn, setLodgedOn] = useState('');
  const today = getVietnamDay(work.communeNow());
  const isTried = tries > 0;
  const dueFault = findDueFault({ due, lodgedOn, today });
  const isLodgedOnWrong = lodgedOn !== '' && (!isFullDate(lodgedOn) || lodgedOn > today);
  return {
    ...{ entry, tries, fault, due, lodgedOn },
    dueFault: isTried ? dueFault : undefined,
    changeDue: setDue,
    isLodgedOnWrong: isTried && isLodgedOnWrong,
    changeLodgedOn: setLodgedOn,
    change: (part) => {
      setEntry((before) => ({ ...before, ...part }));
      setFault(undefined);
    },
    submit: (event) => {
      event.preventDefault();
      const checked = checkNumber(entry, packs, pack.record);
      setFault(checked.ok ? undefined : checked.error);
      setTries(tries + 1);
      if (!checked.ok || dueFault || isLodgedOnWrong) return;
      const read = { number: checked.value, due: due || undefined, lodgedOn: lodgedOn || undefined };
      const undo = recordNumber(work, pack.record, read);
      setEntry(BLANK);
      showNotice({
        text: t('desk.number.recorded', { number: checked.value.dossierNo }),
        action: { label: t('shell.action.undo'), onPress: undo },
      });
    },
  };
}
