/** What is typed or scanned of a receipt's number, and what is wrong with it; records it when nothing is. */
import { type SyntheticEvent, useState } from 'react';
import type { TypedNumber } from '#shared/rules/dossier-number';
import { isFullDate } from '#shared/rules/partial-date';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { showNotice } from '../../ui/notices.ts';
import { recordNumber } from './actions.ts';
import { checkNumber, type NumberFault } from './dossier-number.ts';
import type { Pack } from './read-pack.ts';

interface NumberEntryParts {
  readonly pack: Pack;
  readonly packs: readonly Pack[];
  readonly work: Work;
}

export interface NumberEntryState {
  readonly entry: TypedNumber;
  readonly fault: NumberFault | undefined;
  /** "yyyy-mm-dd", or what was typed of it so far. */
  readonly due: string;
  readonly isDueWrong: boolean;
  readonly changeDue: (text: string) => void;
  readonly change: (part: Partial<TypedNumber>) => void;
  readonly submit: (event: SyntheticEvent) => void;
}

const BLANK: TypedNumber = { first: '', again: '', isScanned: false };

export function useNumberEntry({ pack, packs, work }: NumberEntryParts): NumberEntryState {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(BLANK);
  const [fault, setFault] = useState<NumberFault>();
  const [due, setDue] = useState('');
  const [isTried, setTried] = useState(false);
  const isDueWrong = due !== '' && !isFullDate(due);
  return {
    ...{ entry, fault, due },
    isDueWrong: isTried && isDueWrong,
    changeDue: setDue,
    change: (part) => {
      setEntry((before) => ({ ...before, ...part }));
      setFault(undefined);
    },
    submit: (event) => {
      event.preventDefault();
      const checked = checkNumber(entry, packs, pack.record);
      setFault(checked.ok ? undefined : checked.error);
      setTried(true);
      if (!checked.ok || isDueWrong) return;
      const read = { number: checked.value, due: due === '' ? undefined : due };
      const undo = recordNumber(work, pack.record, read);
      setEntry(BLANK);
      showNotice({
        text: t('desk.number.recorded', { number: checked.value.dossierNo }),
        action: { label: t('shell.action.undo'), onPress: undo },
      });
    },
  };
}
