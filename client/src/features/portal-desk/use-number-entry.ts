/** What is typed or scanned of a receipt's number, and what is wrong with it; records it when nothing is. */
import { type SyntheticEvent, useState } from 'react';
import type { TypedNumber } from '#shared/rules/dossier-number';
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
  readonly change: (part: Partial<TypedNumber>) => void;
  readonly submit: (event: SyntheticEvent) => void;
}

const BLANK: TypedNumber = { first: '', again: '', isScanned: false };

export function useNumberEntry({ pack, packs, work }: NumberEntryParts): NumberEntryState {
  const { t } = useTranslation();
  const [entry, setEntry] = useState(BLANK);
  const [fault, setFault] = useState<NumberFault>();
  return {
    entry,
    fault,
    change: (part) => {
      setEntry((before) => ({ ...before, ...part }));
      setFault(undefined);
    },
    submit: (event) => {
      event.preventDefault();
      const checked = checkNumber(entry, packs, pack.record);
      setFault(checked.ok ? undefined : checked.error);
      if (!checked.ok) return;
      const undo = recordNumber(work, pack.record, checked.value);
      setEntry(BLANK);
      showNotice({
        text: t('desk.number.recorded', { number: checked.value.dossierNo }),
        action: { label: t('shell.action.undo'), onPress: undo },
      });
    },
  };
}
